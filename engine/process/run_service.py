"""Requests about the run: begin, adopt, branch, go, look again."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from engine import protocol
from engine.capture.effects import Means
from engine.errors import InputRefused, Stopped
from engine.generation.numbers import probabilities
from engine.generation.prompt import encode, typed_twice
from engine.generation.settings import Settings
from engine.process.maps_service import MapsService
from engine.process.means_service import means_of
from engine.process.model_service import ModelService
from engine.records import Plan
from engine.sentences import say


class RunService:
    """One method per request class; each answers through `say`."""

    def __init__(
        self,
        models: ModelService,
        maps: MapsService,
        say: Callable[[protocol.Answer], None],
        stop: Callable[[], bool],
    ) -> None:
        self._models = models
        self._maps = maps
        self._say = say
        self._stop = stop

    def new(self, request: protocol.NewRun) -> None:
        """Encode the prompt, begin a run and prefill it; a stop keeps what was prefilled."""
        model = self._models.require()
        session, info = model.session, model.info
        ids, twice = np.array(request.token_ids, np.int32), ""
        if not len(ids):
            ids = encode(
                model.tokenizer, request.prompt, chat=request.chat, context=info.context, vocab_size=info.vocab_size,
                stop=self._stop,
            )  # fmt: skip
            twice = "" if request.chat else typed_twice(model.tokenizer, request.prompt)
        elif int(ids.max()) >= info.vocab_size or int(ids.min()) < 0:
            raise InputRefused(
                say(
                    "The text holds token {token}, but this model's vocabulary is numbered 0 to {last}: load the model "
                    "that generated it.",
                    token=ids.max(),
                    last=info.vocab_size - 1,
                )
            )
        settings = Settings(request.sampling, request.k, request.plan, self._means(request.id, request.plan))
        run_id = session.begin(settings)
        self._maps.begin_run()
        self._say(
            protocol.RunStarted(
                request.id, run_id, request.prompt, len(ids), request.sampling, request.plan, request.chat, twice
            )
        )
        began, done = time.perf_counter(), 0
        why: protocol.Why = "done"
        try:
            for tokens in session.prefill(ids, self._stop):
                done += len(tokens.token_ids)
                self._say(protocol.TokensReady(request.id, tokens))
                self._maps.place_new(request.id, tokens)
                if done < len(ids):
                    self._say(protocol.Progress(request.id, say("Reading the prompt"), done, len(ids), "tokens"))
        except Stopped:
            session.cool()
            why = "cancelled"
        except BaseException:
            session.unread = True
            raise
        self._say(protocol.Halted(request.id, run_id, why, done, time.perf_counter() - began))

    def _means(self, request_id: int, plan: Plan) -> Means | None:
        """Reference means of the sites that are to be replaced by them, each found once per model."""
        if not plan.mean_sites:
            return None

        def progress(doing: str, done: int, total: int) -> None:
            self._say(protocol.Progress(request_id, doing, done, total))

        return means_of(self._models.require(), plan, progress, self._stop)

    def adopt(self, request: protocol.AdoptRun) -> None:
        """Take over a run from a file."""
        session = self._models.require().session
        settings = Settings(request.sampling, request.k, request.plan, self._means(request.id, request.plan))
        run_id = session.adopt(settings, request.parents, request.token_ids, request.current)
        self._maps.begin_run()
        self._say(
            protocol.RunStarted(
                request.id, run_id, request.prompt, request.prompt_tokens, request.sampling, request.plan, request.chat
            )
        )
        self._say(protocol.Moved(request.id, run_id, session.current))

    def branch(self, request: protocol.BranchAt) -> None:
        """Put tokens one after the other after a node and go there; a stop keeps those that are there by then."""
        session = self._models.require().session
        began, made = time.perf_counter(), 0
        node = request.node
        for token_id in (request.token_id, *request.then):
            tokens = session.branch(node, token_id, self._stop)
            if tokens is not None:
                made += 1
                self._say(protocol.TokensReady(request.id, tokens))
                self._maps.place_new(request.id, tokens)
            self._say(protocol.Moved(request.id, session.run_id, session.current))
            node = session.current
        self._say(protocol.Halted(request.id, session.run_id, "done", made, time.perf_counter() - began))

    def go(self, request: protocol.GoTo) -> None:
        """Make a node the current one."""
        session = self._models.require().session
        session.go(request.node)
        self._say(protocol.Moved(request.id, session.run_id, session.current))

    def replay(self, request: protocol.Replay) -> None:
        """Compute again what the memory budget left out."""
        session = self._models.require().session
        values = session.replay(request.node, request.layer, request.quantity, request.head, self._stop)
        self._say(
            protocol.Replayed(
                request.id, session.run_id, request.node, request.layer, request.quantity, request.head, values
            )
        )

    def distribution(self, request: protocol.FullDistribution) -> None:
        """All probabilities after a node."""
        session = self._models.require().session
        logits = session.logits_after(request.node, self._stop)
        self._say(
            protocol.Distribution(
                request.id, session.run_id, request.node, probabilities(logits), logits.cpu().numpy().copy()
            )
        )
