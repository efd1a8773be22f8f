"""The run and how it grows: begun from a prompt, gone on with, branched, gone back in, handed over, stopped.

What a person wants becomes requests; what the engine answers about the run grows it here. A run that the engine does
not hold (it was opened from a file, or outlived its engine) is handed over first, and then what was wanted is done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from app.session.chosen import Asked, Chosen
from app.session.engine_client import EngineClient
from app.session.maps import Maps
from app.session.run_before import RunBefore
from app.session.session import Session
from app.session.wanted import Wanted, Wish
from app.state import Phase
from engine import protocol
from engine.questions import Watching
from engine.records import INTACT, Plan, Sampling
from engine.run import Run
from viz.token_text import plain_text

translate = QCoreApplication.translate  # by this name its texts are collected


BY_HAND = "by hand"  # what a NewRun is for where a person has asked for it


@dataclass(frozen=True)
class Waiting:
    """What is run as soon as there is a model."""

    asked: Asked
    by_hand: bool  # a person has asked for it


class Player:
    """What is asked about the run on screen, and the answers that change it."""

    def __init__(
        self, session: Session, wanted: Wanted, client: EngineClient, chosen: Chosen, maps: Maps, before: RunBefore
    ) -> None:
        self._session = session
        self._wanted = wanted
        self._client = client
        self._chosen = chosen
        self._maps = maps
        self._before = before
        self._speed: float | None = None
        self._stands = (0, -1)  # where the engine is: run, node
        self.when_loaded: Waiting | None = None  # what is run as soon as a model is there
        self.taken: set[tuple[int, int]] = set()  # (node, token id after it) that a person took in the run on screen

    # -- what a person asks --------------------------------------------------------------------------------------

    def new_run(
        self, prompt: str, sampling: Sampling, chat: bool, n_tokens: int, plan: Plan = INTACT,
        token_ids: tuple[int, ...] = (), by_hand: bool = True,
    ) -> None:  # fmt: skip
        """Prefill `prompt` (exactly `token_ids`, where given), then generate, with the changes of `plan` made.

        `by_hand`: a person has asked for it.
        """
        if self.is_dead():
            return
        if not self._session.state.has_model:
            self.when_loaded = Waiting((prompt, sampling, chat, n_tokens), by_hand)
            self._session.notice(
                "info",
                translate("Controller", "The model is still loading. The run starts as soon as it is ready."),
                about="model",
            )
            return
        if self._session.state.phase in (Phase.GENERATING, Phase.PREFILLING):
            self.end()
        then = (lambda: self._generate(n_tokens, sampling)) if n_tokens > 0 else None
        self._wanted.send(
            protocol.NewRun, BY_HAND if by_hand else None, "program", then,
            prompt=prompt, sampling=sampling, chat=chat, plan=plan, token_ids=token_ids,
        )  # fmt: skip

    def run_when_loaded(self, has_chat_template: bool) -> None:
        """A model has come: begin what was asked for before it was there."""
        waiting, self.when_loaded = self.when_loaded, None
        if waiting is not None:
            prompt, sampling, chat, n_tokens = waiting.asked
            self.new_run(prompt, sampling, chat and has_chat_template, n_tokens, by_hand=waiting.by_hand)

    def play(self, n_tokens: int, by_hand: bool = True) -> None:
        """Generate more after the token looked at last. `by_hand`: a person has asked for it."""
        session = self._session
        if self.is_dead() or self._wanted.run_is_going:
            return
        if session.run.nodes and n_tokens <= 0:
            words = translate("Controller", "The number of tokens is 0, so none are generated. Choose how many.")
            session.notice("info", words, about="run")
        elif not session.model_is_ready:
            words = translate("Controller", "No model is loaded yet. Choose one, or wait until it is loaded.")
            session.notice("warning", words, about="model")
        elif not session.run.nodes:
            self.new_run(*self._chosen.asked())
        elif session.state.from_file:
            self._adopt(lambda: self.play(n_tokens, by_hand))
        else:
            session.by_hand = session.by_hand or by_hand
            session.set_ui(position=None)
            self._generate(n_tokens, session.run.sampling)

    @property
    def pace_ms(self) -> int:
        """Milliseconds of a token at the speed that was asked for; 0: as fast as can be."""
        return round(1000 / self._speed) if self._speed else 0

    def is_dead(self) -> bool:
        """Whether there is no engine, which is then said with a button that starts another."""
        dead = self._session.state.phase is Phase.DEAD
        if dead:
            words = translate("Controller", "The engine has ended, so nothing can be computed. Restart it to continue.")
            self._session.notice("error", words, actions=("restart_engine",), about="engine")
        return dead

    def _generate(self, n_tokens: int, sampling: Sampling) -> None:
        if n_tokens <= 0:
            return
        self._wanted.send(
            protocol.Generate, n_tokens=n_tokens, tokens_per_second=self._speed, sampling=sampling, stop_at_end=True,
            watch=self._session.ui.watch,
        )  # fmt: skip

    def step_back(self) -> None:
        """Go to the node before the current one; it can be gone forward from again."""
        run = self._session.run
        if run.current > 0 and not self._wanted.run_is_going:
            self._move(run.nodes[run.current].parent)

    def go_to(self, node: int) -> None:
        """Return to `node`, on whatever branch it lies."""
        if self._wanted.run_is_going:
            return
        if self._session.state.phase is Phase.GENERATING:
            self.end()
        self._session.swap_compared(node)
        self._move(node)

    def return_to(self, node: int, to_leaf: bool) -> None:
        """Go to `node`, or to the end of the newest branch through it."""
        nodes = self._session.run.nodes
        while to_leaf and nodes[node].children:
            node = nodes[node].children[-1]
        self.go_to(node)

    def _move(self, node: int) -> None:
        """Go to a node: by the engine, where it holds the run."""
        if self._session.model_is_ready and not self._session.state.from_file:
            self._wanted.send(protocol.GoTo, node=node)
        else:
            self._session.run.move(node)
            self._session.refresh()

    def follow(self) -> None:
        """The engine goes where the run on screen was moved while a load was under way that came to nothing.

        Asked again as often as a Cancel takes that along, unless the engine is about to move by something newer.
        """
        session, run = self._session, self._session.run
        moves = any(self._wanted.of(kind) for kind in (protocol.BranchAt, protocol.Generate, protocol.GoTo))
        if moves or self._wanted.run_is_going or session.state.from_file or not session.model_is_ready:
            return
        if run.current >= 0 and self._stands != (run.run_id, run.current):
            self._wanted.send(protocol.GoTo, node=run.current)

    def branch(self, node: int, token_id: int, then: tuple[int, ...] = ()) -> None:
        """Take `token_id` after `node`, and each of `then` after the one before; generation goes on from there where it
        was going on."""
        session = self._session
        if self._wanted.run_is_going:
            return
        if not session.model_is_ready:
            self._branch_without_model(node, (token_id, *then))
        elif session.state.from_file:
            self._adopt(lambda: self.branch(node, token_id, then))
        else:
            session.by_hand = True
            self.taken |= {(node, token_id)}
            playing = session.state.phase is Phase.GENERATING
            if playing:
                self.end()
            session.set_ui(position=None)
            self._wanted.send(protocol.BranchAt, node=node, token_id=token_id, then=then)
            if playing:
                self._generate(self._chosen.n_tokens(), session.run.sampling)

    def _branch_without_model(self, node: int, token_ids: tuple[int, ...]) -> None:
        nodes = self._session.run.nodes
        known: int | None = node
        for token_id in token_ids:
            children = [] if known is None else nodes[known].children
            known = next((child for child in children if nodes[child].token_id == token_id), None)
        if known is not None:
            self._move(known)
        else:
            words = translate("Controller", "Choosing another token needs the model that made this run. Load it first.")
            self._session.notice("warning", words, about="run's model")

    def write_on(self, node: int, n_tokens: int, plan: Plan) -> None:
        """Begin a run of exactly the tokens up to `node`, with `plan`, and write `n_tokens` more."""
        run = self._session.run
        ids = tuple(run.nodes[known].token_id for known in run.path_to(node))
        whole = len(ids) == run.prompt_tokens == run.prompt_in(run.path_to(node))  # the prompt, as it was typed
        prompt = run.prompt if whole else plain_text(run.vocabulary, ids)
        _, sampling, _, _ = self._chosen.asked()
        self.new_run(prompt, sampling, run.chat and whole, n_tokens, plan, ids)

    def start_run(self, prompt: str, n_tokens: int, plan: Plan) -> None:
        """Begin a run of another prompt, which the editor shows then, with the sampling that is set."""
        self._session.prompt_changed.emit(prompt)
        _, sampling, _, _ = self._chosen.asked()
        self.new_run(prompt, sampling, False, n_tokens, plan)

    def type_it_once(self) -> None:
        """Run the prompt again without the begin-of-text tokens that the tokenizer adds by itself."""
        run, token = self._session.run, self._session.state.typed_twice
        prompt = run.prompt
        while token and prompt.startswith(token):
            prompt = prompt.removeprefix(token)
        if prompt != run.prompt:
            self.start_run(prompt, self._chosen.n_tokens(), run.plan)

    def set_sampling(self, sampling: Sampling) -> None:
        """How the run's next tokens are drawn; what is shown of their chances follows."""
        if sampling != self._session.run.sampling:
            self._session.run.sampling = sampling
            self._session.touch()

    def set_speed(self, tokens_per_second: float | None) -> None:
        """No faster than this; what is under way slows down at once. A faster speed measured before is told no more."""
        self._speed = tokens_per_second
        measured = self._session.facts.tokens_per_second
        if tokens_per_second is not None and measured is not None and measured > tokens_per_second:
            self._session.update_facts(tokens_per_second=None)
        if self._wanted.of(protocol.Generate):
            self._client.send(protocol.SetSpeed, tokens_per_second=tokens_per_second)

    def stop_when(self, watch: Watching | None) -> None:
        """Stop at the first token at which this is there; what is under way does so from its next token on."""
        self._session.set_ui(watch=watch)
        if self._wanted.of(protocol.Generate):
            self._client.send(protocol.SetWatch, watch=watch)

    # -- stopping ------------------------------------------------------------------------------------------------

    def pause(self) -> None:
        """Stop after the token at hand; where a run has yet to begin, once its prompt is read."""
        self._follow_by_nothing()
        self._client.send(protocol.Pause)

    def cancel(self) -> None:
        """Stop whatever the engine is about."""
        if self._session.state.busy:
            self.end()

    def end(self) -> None:
        """End what the engine is about, and what was to follow it."""
        self._follow_by_nothing()
        self._client.send(protocol.Cancel)

    def _follow_by_nothing(self) -> None:
        """Nothing follows a run that is about to begin, or to be taken over."""
        for wish in (*self._wanted.of(protocol.NewRun), *self._wanted.of(protocol.AdoptRun)):
            wish.then = None

    def see_to_map(self) -> None:
        """A run that the engine does not hold is shown: its map is opened where it has none."""
        if self._session.fits_model:
            self._maps.see_to(self._session.ui.space)

    def give_up(self) -> None:
        """Another run is to be shown: whatever was to be written does not take its place."""
        self.when_loaded = None
        for wish in self._wanted.of(protocol.NewRun):
            wish.stopped = True
        self.cancel()

    # -- a run that the engine does not hold ---------------------------------------------------------------------

    def hand_over(self) -> None:
        """Let the loaded model take over a run opened from a file, without going on from it."""
        if self._wanted.run_is_going:
            return
        if not self._session.model_is_ready:
            words = translate(
                "Controller", "This needs a model, and none is loaded yet. Choose one, or wait until it is loaded."
            )
            self._session.notice("warning", words, about="model")
        elif self._session.state.from_file:
            self._adopt(None)

    def _adopt(self, then: Callable[[], None] | None) -> None:
        """Hand the run to the engine, and do `then`; a sentence where its model is another one."""
        session, run = self._session, self._session.run
        if session.loaded is None or run.info is None or session.loaded.sha256 != run.info.sha256:
            name = run.info.name if run.info else translate("Controller", "another model")
            words = translate("Controller", "This run was made by {name}. Load that model to continue it.")
            session.notice("warning", words.format(name=name), about="run's model")
            return
        under_way = [wish for wish in self._wanted.of(protocol.AdoptRun) if wish.thing is run]
        if under_way:  # what is wanted now takes the place of what was to follow
            under_way[0].then = then or under_way[0].then
            return
        self._wanted.send(
            protocol.AdoptRun, run, "program", then,
            prompt=run.prompt,
            prompt_tokens=run.prompt_tokens,
            parents=np.array([record.parent for record in run.nodes], np.int32),
            token_ids=np.array([record.token_id for record in run.nodes], np.int32),
            current=run.current,
            sampling=run.sampling,
            chat=run.chat,
            plan=run.plan,
        )  # fmt: skip

    # -- answers of the engine -----------------------------------------------------------------------------------

    def on_started(self, answer: protocol.RunStarted) -> None:
        """A run has begun, or was taken over; what was wanted of it follows."""
        wish = self._wanted.began(answer.request_id)
        self._session.settle("run")
        if wish is None or wish.stopped:
            self._session.hold(0)  # the engine holds another one from now on
            return
        if wish.kind is protocol.NewRun:
            self._show_new(answer, wish.thing == BY_HAND)
        elif wish.thing is self._session.run:
            self._session.hold(answer.run_id)
            self._maps.place_anew()
        else:  # the run that was handed over has left the screen meanwhile
            self._session.hold(0)
            return
        if wish.then is not None and not self._wanted.run_is_going:
            wish.then()

    def _show_new(self, answer: protocol.RunStarted, by_hand: bool) -> None:
        session, old = self._session, self._session.run
        run = Run(session.loaded, session.vocabulary)
        run.run_id, run.prompt, run.prompt_tokens = answer.run_id, answer.prompt, answer.prompt_tokens
        run.sampling, run.plan, run.chat = answer.sampling, answer.plan, answer.chat
        self.taken = set()
        run.reference = old.reference
        run.findings = {asked: found for asked, found in old.findings.items() if asked.about == "model"}
        self._maps.hand_on(run)
        session.set_state(from_file=False, opened=False)
        self._before.put_aside()
        session.by_hand = by_hand
        session.show_run(run)
        session.set_ui(position=None, hover_node=None, hover_token=None, hover_point=None)
        self._maps.see_to(session.ui.space)
        if answer.typed_twice:
            session.set_state(typed_twice=answer.typed_twice)
            words = translate(
                "Controller",
                "The prompt begins with {token}, which this model's tokenizer puts there by itself: the text begins "
                "with more than one.",
            )
            session.notice("warning", words.format(token=answer.typed_twice), "", ("type_it_once",), "prompt")

    def on_tokens(self, answer: protocol.TokensReady) -> None:
        """The run has grown; records of another run are not taken."""
        if answer.tokens.run_id == self._session.run.run_id:
            self._session.run.append(answer.tokens)
            self._stands = (answer.tokens.run_id, self._session.run.current)
            self._session.update_facts()
            self._session.refresh()

    def on_moved(self, answer: protocol.Moved) -> None:
        """The engine is at another node."""
        self._wanted.end_of(answer.request_id, protocol.GoTo)
        self._stands = (answer.run_id, answer.node)
        run = self._session.run
        if answer.run_id == run.run_id and answer.node < len(run.nodes):
            run.move(answer.node)
            self._session.update_facts()
            self._session.refresh()

    def on_halted(self, answer: protocol.Halted) -> None:
        """A prompt was read, or a generation has ended."""
        session = self._session
        wish = self._wanted.end(answer.request_id)
        self._end_reading(wish)
        written = wish is not None and wish.kind is protocol.Generate  # a prompt that was read has no speed of writing
        if written and answer.n_tokens > 1 and answer.seconds > 0:
            session.update_facts(tokens_per_second=answer.n_tokens / answer.seconds)
        if answer.why == "context full":
            words = translate(
                "Controller",
                "The text has reached the longest that this model can read. Step back, or branch from an "
                "earlier token.",
            )
            session.notice("info", words, about="run")
        if answer.why == "watched":
            words = translate("Controller", "A rule that is watched for holds at this token, so the run stopped here.")
            session.notice("info", words, about="run")
        self.follow()
        session.refresh()

    def _end_reading(self, wish: Wish | None) -> None:
        """A prompt is read no further: where it was stopped, only what was read is the run's prompt."""
        run = self._session.run
        if wish is not None and wish.kind is protocol.NewRun and not wish.stopped:
            run.prompt_tokens = min(run.prompt_tokens, len(run.nodes))

    def on_unread(self, wish: Wish) -> None:
        """A prompt was not read to its end: nothing is written on from the half that was."""
        self._end_reading(wish)
        if wish.begun and self._wanted.of(protocol.Generate):
            self._client.send(protocol.Cancel)
