"""A run without a window: the engine process loads a model and runs prompts, one after the other, answer by answer."""

from __future__ import annotations

import argparse
import queue
import sys
from typing import TypeVar

import numpy as np

from app.commands.progress import Told
from app.session.engine_client import EngineClient
from engine import protocol
from engine.errors import OrreryError, WorkerDied
from engine.records import EMBEDDING, F32, Plan, Sampling
from engine.run import MapState, Run

_A = TypeVar("_A", bound=protocol.Answer)
_TWICE = "The prompt begins with {token}, which this model's tokenizer puts there by itself: leave it out to have one."


class Trace:
    """Runs through the engine client."""

    def __init__(self) -> None:
        self._answers: queue.Queue[protocol.Answer] = queue.Queue(64)
        self._client = EngineClient(self._answers.put)
        self.told: Told | None = Told()  # None: nothing is told of what a run is doing
        self._run = Run()
        self._loaded: protocol.Loaded
        self._space: protocol.SpaceReady | None = None

    def close(self) -> None:
        """End the engine."""
        self._client.close()

    def run(self, args: argparse.Namespace, sampling: Sampling, plan: Plan) -> Run:
        """Load, run the prompt, generate, and find the map. Raises OrreryError, WorkerDied among them."""
        self.load(args.model, args.device, args.dtype)
        run = self.one(args.prompt, sampling, plan, args.tokens, args.chat, args.k)
        self.complete(with_map=not args.no_map)
        return run

    def load(self, spec: str, device: str, dtype: str) -> protocol.Loaded:
        """Start the engine and load a model, for as many runs as are wanted. Raises OrreryError."""
        self._client.start()
        load = self._client.send(protocol.LoadModel, spec=spec, device=device, dtype=dtype)
        self._loaded = self._until(load, protocol.Loaded)
        return self._loaded

    def one(self, prompt: str, sampling: Sampling, plan: Plan, tokens: int, chat: bool, k: int) -> Run:
        """Another run: read the prompt and generate. Raises OrreryError; further runs can follow one that failed."""
        self._run = Run(self._loaded.info, self._loaded.vocabulary)
        begin = self._client.send(protocol.NewRun, prompt=prompt, sampling=sampling, chat=chat, k=k, plan=plan)
        self._until(begin, protocol.Halted)
        if tokens:
            self._until(self._client.send(protocol.Generate, n_tokens=tokens), protocol.Halted)
        return self._run

    def complete(self, with_map: bool) -> None:
        """Check the run against a plain pass, and place it on the map."""
        check = self._client.send(protocol.CheckReference)
        self._run.reference = self._until(check, protocol.Referenced).reference
        if with_map:
            self._find_map()

    def _find_map(self) -> None:
        if self._space is None:
            self._space = self._until(self._client.send(protocol.OpenSpace, space=EMBEDDING), protocol.SpaceReady)
        state = MapState(self._space.background, list(self._space.layouts))
        state.choose(self._space.layout)
        self._run.maps[EMBEDDING] = state
        use = self._client.send(protocol.UseLayout, layout=self._space.layout)
        self._until(use, protocol.Done)  # the places come a few at a time

    def logits(self, run: Run) -> F32:
        """All logits of the path. [T, V]"""
        return np.stack([self.distribution(node).logits for node in run.path])

    def distribution(self, node: int) -> protocol.Distribution:
        """What the model gives every token after a node of the present run."""
        return self._until(self._client.send(protocol.FullDistribution, node=node), protocol.Distribution)

    # -- answers -------------------------------------------------------------------------------------------------

    def _until(self, request_id: int, kind: type[_A]) -> _A:
        """Take answers in until the one of `kind` to this request; a failure of it is raised."""
        while True:
            answer = self._answers.get()
            self._take(answer)
            if answer.request_id == request_id and isinstance(answer, kind):
                return answer

    def _take(self, answer: protocol.Answer) -> None:
        if isinstance(answer, protocol.Progress):
            if self.told is not None:
                self.told.tell(answer.doing, answer.done, answer.total)
        elif isinstance(answer, protocol.RunStarted):
            self._run.run_id, self._run.prompt = answer.run_id, answer.prompt
            self._run.prompt_tokens, self._run.chat = answer.prompt_tokens, answer.chat
            self._run.sampling, self._run.plan = answer.sampling, answer.plan
            if answer.typed_twice:
                print(_TWICE.format(token=answer.typed_twice), file=sys.stderr, flush=True)
        elif isinstance(answer, protocol.TokensReady):
            self._run.append(answer.tokens)
        elif isinstance(answer, protocol.NodesPlaced) and answer.space in self._run.maps:  # else placed as tokens come
            self._run.maps[answer.space].place(answer.nodes, answer.placed)
        elif isinstance(answer, protocol.Failed):
            raise _error(answer)
        elif isinstance(answer, protocol.Died):
            raise WorkerDied(answer.sentence)


def _error(answer: protocol.Failed) -> OrreryError:
    """The failure as the error it was in the engine, its trace attached for --debug."""
    from engine import errors

    kind = getattr(errors, answer.kind, OrreryError)
    error: OrreryError = (kind if issubclass(kind, OrreryError) else OrreryError)(answer.sentence)
    error.add_note(answer.detail)
    return error
