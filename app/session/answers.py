"""What each of the engine's answers does to the run and the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.notice import Notice
from app.state import Phase
from app.window.panels.model import ModelRow
from engine import protocol
from engine.questions import Question, Refused
from engine.run import MapState, Run

if TYPE_CHECKING:
    from app.controller import Controller


REPLAYS_BYTES = 160 * 2**20  # replayed attention and neurons kept in the window


def _tr(text: str) -> str:
    return QCoreApplication.translate("Answers", text)


class Answers:
    """One method per answer class; an answer of another class is a fault of the program and is told as such."""

    def __init__(self, controller: Controller) -> None:
        self._on = controller
        self._handlers: dict[type, Callable[[Any], None]] = {
            protocol.Progress: self._progress,
            protocol.Released: self._released,
            protocol.Loaded: self._loaded,
            protocol.ModelsListed: self._models,
            protocol.RunStarted: self._run_started,
            protocol.TokensReady: self._tokens,
            protocol.Moved: self._moved,
            protocol.Halted: self._halted,
            protocol.Referenced: self._referenced,
            protocol.SpaceReady: self._space,
            protocol.VectorsShared: controller.maps.on_shared,
            protocol.NodesPlaced: controller.maps.on_placed,
            protocol.FanPlaced: controller.maps.on_fan,
            protocol.NeighboursFound: self._neighbours,
            protocol.Replayed: self._replayed,
            protocol.Distribution: self._distribution,
            protocol.LabAnswered: self._lab,
            protocol.Failed: self._failed,
            protocol.Died: self._died,
            protocol.CancelledAnswer: self._cancelled,
            protocol.Done: lambda _: None,
        }

    def handle(self, answer: object) -> None:
        """Act on one answer."""
        handler = self._handlers.get(type(answer))
        if handler is None:
            raise TypeError(f"no handler for {type(answer).__name__}")
        handler(answer)

    def _progress(self, answer: protocol.Progress) -> None:
        self._on.window.show_progress(answer.doing, answer.done, answer.total, answer.unit, True)

    def _released(self, _: protocol.Released) -> None:
        """There is no model until the next one is there: its load may fail or be stopped."""
        self._on.set_state(has_model=False, from_file=True)
        self._on.refresh()

    def _loaded(self, answer: protocol.Loaded) -> None:
        on = self._on
        on.loaded, on.vocabulary = answer.info, answer.vocabulary
        on.maps.forget()
        on.window.show_progress("", 0, 0, "", False)
        on.set_state(phase=Phase.IDLE, has_model=True, has_chat_template=answer.info.has_chat_template)
        foreign = on.files.is_foreign(answer)
        if not on.files.keeps(answer):
            on.set_state(from_file=False, opened=False)
            on.files.put_aside()
            on.show_run(Run(answer.info, answer.vocabulary))
            on.set_ui(position=None, selection=(), hover_node=None, hover_token=None, layer=0, head=0, neuron=0)
        elif on.run.nodes:
            if not foreign:
                on.run.reference = None  # of the model as it was: as it is now it is checked next
            on.set_state(from_file=True)  # the engine does not hold it (yet): it is adopted when it is gone on from
            on.refresh()
        on.update_facts(tokens_per_second=None)
        on.window.show_model(answer.info)
        if on.play_when_loaded is not None:  # before the map: the first token should not wait for it
            (prompt, sampling, chat, n_tokens), on.play_when_loaded = on.play_when_loaded, None
            by_hand = on.files.by_hand  # a person may have asked for it while the model was loading
            on.new_run(prompt, sampling, chat and answer.info.has_chat_template, n_tokens)
            on.files.by_hand = by_hand
        if foreign:
            on.files.tell_foreign()  # and the maps stay those of the run's own model
        else:
            on.maps.open(on.ui.space)
        on.client.send(protocol.ListModels)

    def _models(self, answer: protocol.ModelsListed) -> None:
        rows = [ModelRow(it.spec, it.what, it.n_parameters, it.on_disk, it.note) for it in answer.entries]
        self._on.window.show_models(rows)
        if self._on.state.phase is Phase.STARTING:  # the engine is there, and no model was asked for
            self._on.window.show_progress("", 0, 0, "", False)
            self._on.set_phase(Phase.NO_MODEL)

    def _run_started(self, answer: protocol.RunStarted) -> None:
        on = self._on
        if on.adopting:
            on.adopting = False
            on.run.run_id = answer.run_id
            on.set_state(from_file=False, opened=False)
            self._started()
            return
        run = Run(on.loaded, on.vocabulary)
        run.run_id, run.prompt, run.prompt_tokens = answer.run_id, answer.prompt, answer.prompt_tokens
        run.sampling, run.plan, run.chat = answer.sampling, answer.plan, answer.chat
        run.reference = on.run.reference
        run.findings = {asked: found for asked, found in on.run.findings.items() if asked.about == "model"}
        self._hand_maps_on(run)
        on.set_state(from_file=False, opened=False)
        on.files.put_aside()
        on.show_run(run)
        on.set_ui(position=None, hover_node=None, hover_token=None)
        on.window.show_document(None, run)
        self._started()

    def _hand_maps_on(self, run: Run) -> None:
        """The model's maps stay, the old run's places go; those of a run that another model made go with it."""
        on = self._on
        old = on.run.info
        if old is not None and on.loaded is not None and old.sha256 != on.loaded.sha256:
            on.maps.forget()
            on.maps.open(on.ui.space)
            return
        for space, state in on.run.maps.items():
            run.maps[space] = MapState(state.background, state.layouts, state.chosen)

    def _started(self) -> None:
        then, self._on.when_started = self._on.when_started, None
        if then is not None:
            then()

    def _tokens(self, answer: protocol.TokensReady) -> None:
        on = self._on
        if answer.tokens.run_id != on.run.run_id:
            return
        on.run.append(answer.tokens)
        on.update_facts()
        on.refresh()

    def _moved(self, answer: protocol.Moved) -> None:
        if answer.run_id == self._on.run.run_id and answer.node < len(self._on.run.nodes):
            self._on.run.move(answer.node)
            self._on.update_facts()
            self._on.refresh()

    def _halted(self, answer: protocol.Halted) -> None:
        on = self._on
        on.window.show_progress("", 0, 0, "", False)
        if answer.request_id == on.generating:
            on.generating = None
        on.set_phase(Phase.IDLE if on.generating is None else Phase.GENERATING)
        if answer.n_tokens > 1 and answer.seconds > 0 and on.generating is None:
            on.update_facts(tokens_per_second=answer.n_tokens / answer.seconds)
        if answer.why == "context full":
            on.notice("info", _tr("The model's context is full; step back or branch earlier to go on."))
        on.refresh()

    def _referenced(self, answer: protocol.Referenced) -> None:
        self._on.run.reference = answer.reference
        self._on.window.show_progress("", 0, 0, "", False)
        self._on.update_facts()

    def _space(self, answer: protocol.SpaceReady) -> None:
        self._on.maps.on_space(answer)
        self._on.window.show_progress("", 0, 0, "", False)
        self._on.update_facts()

    def _neighbours(self, answer: protocol.NeighboursFound) -> None:
        self._on.run.neighbours = answer.neighbours
        self._touch()

    def _replayed(self, answer: protocol.Replayed) -> None:
        if answer.run_id != self._on.run.run_id:
            return
        if answer.quantity == "attn":
            for row in range(len(answer.values)):
                head = answer.head if answer.head is not None else row
                self._on.run.replayed[(answer.node, answer.layer, "attn", head)] = answer.values[row]
        else:
            self._on.run.replayed[(answer.node, answer.layer, "neurons", None)] = answer.values
        self._forget_replays()
        self._touch()

    def _forget_replays(self) -> None:
        """Keep the newest replays within their share of the window's memory, and always the last answer's."""
        replayed = self._on.run.replayed
        used = sum(values.nbytes for values in replayed.values())
        for key in list(replayed)[:-1]:
            if used <= REPLAYS_BYTES:
                break
            used -= replayed.pop(key).nbytes
            self._on.gestures.forget(key)

    def _distribution(self, answer: protocol.Distribution) -> None:
        if answer.run_id == self._on.run.run_id:
            self._on.run.distribution = (answer.node, answer.probs)
            self._touch()

    def _lab(self, answer: protocol.LabAnswered) -> None:
        self._on.window.show_progress("", 0, 0, "", False)
        if answer.run_id in (0, self._on.run.run_id):
            self._on.run.findings[answer.question] = answer.finding
            self._forget_findings(type(answer.question))
            self._touch()
            if hasattr(answer.finding, "then"):
                self._on.gestures.go_on(answer.question, answer.finding.then, getattr(answer.finding, "changes", ""))

    def _forget_findings(self, kind: type[Question]) -> None:
        """Keep the newest findings of questions that are asked at every step of a slider."""
        if kind.kept:
            known = [question for question in self._on.run.findings if type(question) is kind]
            for question in known[: -kind.kept]:
                del self._on.run.findings[question]

    def _no_finding(self, request_id: int, sentence: str) -> bool:
        """Keep why a lab found nothing where views look for it; whether a person may read it there."""
        question = self._on.gestures.lab_question(request_id)
        if question is None:
            return False
        self._on.run.findings[question] = Refused(sentence)
        self._touch()
        return question.about == "resources" or bool(question.kept)

    def _touch(self) -> None:
        self._on.run.changed += 1
        self._on.refresh()

    def _failed(self, answer: protocol.Failed) -> None:
        on = self._on
        on.window.show_progress("", 0, 0, "", False)
        if self._no_finding(answer.request_id, answer.sentence) and answer.kind == "InputRefused":
            return  # the view says it, where the person typed it
        of_load = answer.request_id == on.loading
        generating = on.generating is not None and answer.request_id != on.generating
        if of_load or not (generating or on.state.phase is Phase.LOADING):
            on.adopting, on.when_started = False, None
            on.loading = on.generating = None
            on.maps.refuse(None)
            on.set_phase(Phase.IDLE if on.state.has_model else Phase.NO_MODEL)
        if answer.kind == "NotOnDisk":
            on.files.not_here(answer)
            return
        actions = ("load_again", "models") if of_load else ()
        on.window.show_notice(Notice("error", answer.sentence, answer.detail, actions))

    def _died(self, answer: protocol.Died) -> None:
        on = self._on
        on.adopting = False
        on.generating = None
        on.maps.forget()
        on.gestures.forget_labs()
        on.run.run_id = 0  # as of a file: no engine holds it
        on.window.show_progress("", 0, 0, "", False)
        on.set_state(phase=Phase.DEAD, has_model=False, from_file=True)
        on.window.show_engine_died(answer.sentence)

    def _cancelled(self, answer: protocol.CancelledAnswer) -> None:
        on = self._on
        on.window.show_progress("", 0, 0, "", False)
        if on.gestures.was_stopped(answer.request_id):
            self._no_finding(answer.request_id, _tr("Stopped before it was done."))
        else:
            on.gestures.lab_question(answer.request_id)  # dropped for something newer: it may be asked again
        if answer.request_id == on.loading:
            on.loading = None
            on.set_phase(Phase.IDLE if on.state.has_model else Phase.NO_MODEL)
