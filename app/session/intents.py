"""What each intent of a view means for the session: a request to the engine, or a new UiState."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.session.board_history import Boards
from app.state import Phase
from engine import protocol
from engine.questions import Question
from viz import intents, lab
from viz.token_text import plain_text

if TYPE_CHECKING:
    from app.controller import Controller

SERIES = 200  # findings of a question that is gone on with
NO_ENGINE = (Phase.STARTING, Phase.DEAD)


class Gestures:
    """One method per intent class; an unknown one is a fault of the program and is told as such."""

    def __init__(self, controller: Controller) -> None:
        self._on = controller
        on = controller
        self._handlers: dict[type, Callable[[Any], None]] = {
            intents.TakeToken: lambda it: on.branch(it.node, it.token_id),
            intents.ReturnTo: self._return_to,
            intents.LookAt: self._look_at,
            intents.AskAboutToken: self._ask_about_token,
            intents.ShowViews: self._show_views,
            intents.Hover: lambda it: on.set_ui(hover_token=it.token_id, hover_node=it.node),
            intents.Select: lambda it: on.set_ui(selection=it.indices),
            intents.ChooseHead: lambda it: on.set_ui(layer=it.layer, head=it.head),
            intents.ChooseLayer: lambda it: on.set_ui(layer=it.layer),
            intents.ChooseNeuron: lambda it: on.set_ui(layer=it.layer, neuron=it.neuron),
            intents.SetOption: self._set_option,
            intents.ShowSpace: self._show_space,
            intents.ChooseLayout: lambda it: on.maps.choose(it.space, it.key),
            intents.FitLayout: self._fit,
            intents.CancelFit: lambda _: on.cancel(),
            intents.AskNeighbours: self._neighbours,
            intents.AskFan: self._fan,
            intents.AskDistribution: self._distribution,
            intents.AskReplay: self._replay,
            intents.AskLab: self._lab,
            intents.GoOn: self._go_on,
            intents.Rest: lambda it: self._rest(it.kind),
            intents.SetPlan: lambda it: self.boards.follow(it.plan),
            intents.PutOnBoard: lambda it: self.boards.put(it.change),
            intents.SetBoard: lambda it: self.boards.edit(it.board, it.gesture),
            intents.RunBefore: lambda _: on.files.exchange(),
            intents.UndoBoard: lambda _: self.boards.undo(),
            intents.RedoBoard: lambda _: self.boards.redo(),
            intents.SaveBoard: lambda _: self.boards.save(),
            intents.LoadBoard: lambda _: self.boards.load(),
            intents.WriteOn: self._write_on,
            intents.HandOver: lambda _: on.hand_over(),
            intents.StartRun: self._start_run,
            intents.OpenModel: self._open_model,
            intents.Say: lambda it: on.notice("info", it.sentence),
        }
        self.boards = Boards(controller)
        self._asked: set[object] = set()
        self._last_distribution = (0, -1)  # run and node
        self._labs: dict[tuple[int, Question], int] = {}  # (run, question) -> the request that asked it
        self._stopped: set[int] = set()  # requests to labs that a person stopped

    def handle(self, intent: object) -> None:
        """Act on one intent."""
        handler = self._handlers.get(type(intent))
        if handler is None:
            raise TypeError(f"no handler for the intent {type(intent).__name__}")
        handler(intent)

    @property
    def _engine_holds_run(self) -> bool:
        state = self._on.state
        return state.has_model and not state.from_file and bool(self._on.run.nodes) and not self._on.is_going

    @property
    def _same_model(self) -> bool:
        """Whether the run on screen is of the model that is loaded: what another one says would stand beside it."""
        loaded, of_run = self._on.loaded, self._on.run.info
        return loaded is None or of_run is None or loaded.sha256 == of_run.sha256

    def _return_to(self, intent: intents.ReturnTo) -> None:
        node = intent.node
        run = self._on.run
        while intent.to_leaf and run.nodes[node].children:
            node = run.nodes[node].children[-1]
        self._on.go_to(node)

    def _look_at(self, intent: intents.LookAt) -> None:
        last = len(self._on.run) - 1
        position = intent.position
        self._on.set_ui(position=None if position is None or position >= last else max(0, position))

    def _ask_about_token(self, intent: intents.AskAboutToken) -> None:
        question = lab.token_question(intent.question)
        if question is not None:  # its laboratory has been told about where it could not be loaded
            for step in question.steps(self._on.run, intent.position, intent.token_id):
                self.handle(step)

    def _show_views(self, intent: intents.ShowViews) -> None:
        docks = self._on.window.docks
        if docks.current != intent.workspace:
            self._on.window.show_workspace(intent.workspace)
        for name in intent.views:
            if name in docks.hosts:
                docks.show_view(name)

    def _set_option(self, intent: intents.SetOption) -> None:
        self._on.set_option(intent.view, intent.name, intent.value)
        self._on.window.show_option(intent.view, intent.name, intent.value)

    def _show_space(self, intent: intents.ShowSpace) -> None:
        self._on.set_ui(space=intent.space, selection=())
        if intent.space not in self._on.run.maps and self._on.state.has_model:
            self._on.maps.open(intent.space)
        self._on.update_facts()

    def _fit(self, intent: intents.FitLayout) -> None:
        if self._on.state.has_model:
            self._on.maps.fit(intent.space, intent.params)

    def _neighbours(self, intent: intents.AskNeighbours) -> None:
        if self._on.state.has_model:
            self._on.client.send(protocol.FindNeighbours, space=intent.space, index=intent.index)

    def _once(self, key: object) -> bool:
        """True the first time `key` comes for this run: views may ask at every frame."""
        full = (self._on.run.run_id, key)
        if full in self._asked:
            return False
        self._asked.add(full)
        return True

    def forget(self, key: tuple[int, int, str, int | None]) -> None:
        """A replay was let go: it may be asked for again."""
        self._asked.discard((self._on.run.run_id, intents.AskReplay(*key)))

    def _fan(self, intent: intents.AskFan) -> None:
        state = self._on.run.maps.get(intent.space)
        if self._engine_holds_run and state is not None and self._once((intent, state.layout.key)):
            self._on.maps.ask_fan(intent.space, intent.node, intent.k)

    def _distribution(self, intent: intents.AskDistribution) -> None:
        known, asked = self._on.run.distribution, (self._on.run.run_id, intent.node)
        if self._engine_holds_run and (known is None or known[0] != intent.node) and asked != self._last_distribution:
            self._last_distribution = asked
            self._on.client.send(protocol.FullDistribution, node=intent.node)

    def _replay(self, intent: intents.AskReplay) -> None:
        if self._engine_holds_run and self._once(intent):
            self._on.client.send(
                protocol.Replay, node=intent.node, layer=intent.layer, quantity=intent.quantity, head=intent.head
            )

    def _write_on(self, intent: intents.WriteOn) -> None:
        run = self._on.run
        nodes = run.path_to(intent.node)
        ids = tuple(run.nodes[node].token_id for node in nodes)
        whole = len(ids) == run.prompt_tokens  # then it is the prompt, as it was typed
        prompt = run.prompt if whole else plain_text(run.vocabulary, ids)
        _, sampling, _, _ = self._on.window.prompt_as_asked()
        self._on.new_run(prompt, sampling, run.chat and whole, intent.n_tokens, intent.plan, ids)

    def _start_run(self, intent: intents.StartRun) -> None:
        self._on.window.set_prompt(intent.prompt)
        _, sampling, _, _ = self._on.window.prompt_as_asked()
        self._on.new_run(intent.prompt, sampling, False, intent.n_tokens, intent.plan)

    def _open_model(self, intent: intents.OpenModel) -> None:
        if intent.prompt:
            self._on.window.set_prompt(intent.prompt)
            _, sampling, _, _ = self._on.window.prompt_as_asked()
            self._on.play_when_loaded = (intent.prompt, sampling, False, intent.n_tokens)
        self._on.load_model(intent.spec)

    def _lab(self, intent: intents.AskLab) -> None:
        """A question is asked once, and again only where another one overtook it before it was answered."""
        question, state = intent.question, self._on.state
        about_model = state.has_model and self._same_model and not self._on.is_going
        can_ask = state.phase not in NO_ENGINE if question.about == "resources" else about_model
        run_id = 0 if question.about == "resources" else self._on.run.run_id
        key = (run_id, question)
        if intent.again and can_ask:
            self._on.run.findings.pop(question, None)
            self._labs.pop(key, None)
        if not can_ask or question in self._on.run.findings or (intent.in_turn and self._waits_for(type(question))):
            return
        asked = self._labs.get(key)
        if asked is None or self._on.client.superseded(asked):
            self._labs[key] = self._on.client.send(protocol.AskLab, question=question)

    def _waits_for(self, kind: type[Question]) -> bool:
        """Whether a question of this class is under way."""
        findings, client = self._on.run.findings, self._on.client
        mine = (0, self._on.run.run_id)
        return any(
            type(asked) is kind and run_id in mine and asked not in findings and not client.superseded(request_id)
            for (run_id, asked), request_id in self._labs.items()
        )

    def _go_on(self, intent: intents.GoOn) -> None:
        self._on.set_ui(going=self._on.ui.going | {type(intent.question).__name__})
        self._lab(intents.AskLab(intent.question, again=True))

    def _rest(self, kind: type[Question]) -> None:
        self._on.set_ui(going=self._on.ui.going - {kind.__name__})

    def go_on(self, question: Question, then: Question | None, changes: str) -> None:
        """`question` was answered; its finding names what to ask next, and the net that has changed meanwhile."""
        self._thin(type(question))
        if then is not None and type(question).__name__ in self._on.ui.going:
            self._lab(intents.AskLab(then))
            return
        self._rest(type(question))
        for asked in [asked for asked in self._on.run.findings if getattr(asked, "net", None) == changes]:
            del self._on.run.findings[asked]  # it is another net now: what was found out is asked again
            self._labs.pop((0, asked), None)
        self._on.refresh()

    def _thin(self, kind: type[Question]) -> None:
        """Of a long series keep the newest half whole and every other one before."""
        series = [asked for asked in self._on.run.findings if type(asked) is kind]
        if len(series) > SERIES:
            for asked in series[1 : SERIES // 2 : 2]:
                del self._on.run.findings[asked]

    def lab_question(self, request_id: int) -> Question | None:
        """The question a request put to a lab, None for other requests. It counts as asked no more."""
        key = next((key for key, asked in self._labs.items() if asked == request_id), None)
        if key is None:
            return None
        del self._labs[key]
        self._rest(type(key[1]))
        return key[1]

    def stop_labs(self) -> bool:
        """A person wants labs to stop; whether there is anything to stop."""
        waiting = {asked for (_, question), asked in self._labs.items() if question not in self._on.run.findings}
        self._stopped |= waiting
        return bool(waiting)

    def was_stopped(self, request_id: int) -> bool:
        """Whether a person stopped this request to a lab."""
        return request_id in self._stopped

    def forget_labs(self) -> None:
        """The engine is gone: what it was asked may be asked again."""
        self._labs.clear()
        self._on.set_ui(going=frozenset())
