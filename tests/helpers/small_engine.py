"""An engine of a few lines for sessions in tests: the real one's mailbox, and runs whose tokens are drawn by a die.

It does one thing at each `turn`, so that gestures may come between any two of them. What the real one would refuse
because it does not have it, it asserts.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine import protocol
from engine.process.mailbox import Mailbox
from engine.questions import Finding
from tests.helpers.fake_engine import Wire, tokens
from tests.helpers.runs import tiny_info, tiny_vocabulary

_OF_THE_RUN = (protocol.RunStarted, protocol.TokensReady, protocol.Moved, protocol.Halted)


@dataclass
class Generation:
    """A Generate under way."""

    request: protocol.Generate
    made: int = 0


@dataclass
class Tree:
    """The run that the engine holds."""

    run_id: int = 0
    parents: list[int] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    current: int = -1

    def depth(self, node: int) -> int:
        return 0 if node < 0 else 1 + self.depth(self.parents[node])

    def child(self, node: int, token_id: int) -> int | None:
        known = [i for i, parent in enumerate(self.parents) if parent == node and self.ids[i] == token_id]
        return next(iter(known), None)


class SmallEngine(Wire):
    """Both ends of the pipe. Answers to superseded requests are dropped as the real client drops them."""

    def __init__(self, deliver: Callable[[protocol.Answer], None], seed: int) -> None:
        super().__init__(deliver)
        self.hear: Callable[[object], None] = lambda _: None
        self._die = random.Random(seed)
        self._mailbox = Mailbox()
        self._tree = Tree()
        self._has_model = False
        self._generation: Generation | None = None

    def restart(self, at_once: bool = False) -> None:
        super().restart()
        self._mailbox, self._tree, self._generation, self._has_model = Mailbox(), Tree(), None, False

    def send(self, kind: type[protocol.Request], /, **values: Any) -> int:
        request_id = super().send(kind, **values)
        self._mailbox.put(self.sent[-1])
        return request_id

    def _say(self, answer: protocol.Answer) -> None:
        if isinstance(answer, _OF_THE_RUN) or not self.superseded(answer.request_id):
            self.hear(answer)

    def turn(self) -> bool:
        """Do one thing; whether there was any."""
        request, dropped = self._mailbox.take(0), self._mailbox.dropped()
        for gone in dropped:
            late = isinstance(gone, protocol.Generate)
            halted = protocol.Halted(gone.id, self._tree.run_id, "cancelled", 0, 0.0)
            self._say(halted if late else protocol.CancelledAnswer(gone.id))
        if request is not None:
            if self._generation is not None and self._mailbox.stop_generating():
                self._halt("cancelled")
            self._handle(request)
            self._mailbox.finished()
        busy = request is not None or bool(dropped) or self._generation is not None
        if self._generation is not None:
            self._go_on(self._generation)
        return busy

    def _handle(self, request: protocol.Request) -> None:
        needs_none = isinstance(request, protocol.LoadModel | protocol.ListModels | protocol.Configure)
        if not needs_none and (not self._has_model or self._die.random() < 0.1):
            self._say(protocol.Failed(request.id, "InputRefused", "No."))
            return
        name = f"_{type(request).__name__.lower()}"
        getattr(self, name, lambda it: self._say(protocol.Done(it.id)))(request)

    def _loadmodel(self, request: protocol.LoadModel) -> None:
        if self._has_model:
            self._tree, self._has_model = Tree(), False
            self._say(protocol.Released(request.id))
        if self._die.random() < 0.2:
            self._say(protocol.Failed(request.id, "ModelNotFound", "There is none."))
            return
        self._has_model = True
        self._say(protocol.Loaded(request.id, tiny_info(tiny_vocabulary()), tiny_vocabulary(), 0.1))

    def _newrun(self, request: protocol.NewRun) -> None:
        n = self._die.randint(1, 4)
        self._tree = Tree(self._tree.run_id + 1)
        it = request
        self._say(protocol.RunStarted(it.id, self._tree.run_id, it.prompt, n, it.sampling, it.plan, it.chat))
        if self._die.random() < 0.1:
            self._say(protocol.Failed(it.id, "OutOfMemory", "Too little memory."))
            return
        for _ in range(n):
            self._grow(it.id, self._tree.current, self._die.randint(3, 9))
        self._say(protocol.Halted(it.id, self._tree.run_id, "done", n, 0.1))

    def _adoptrun(self, request: protocol.AdoptRun) -> None:
        it = request
        self._tree = Tree(self._tree.run_id + 1, it.parents.tolist(), it.token_ids.tolist(), it.current)
        run_id = self._tree.run_id
        self._say(protocol.RunStarted(it.id, run_id, it.prompt, it.prompt_tokens, it.sampling, it.plan, it.chat))
        self._say(protocol.Moved(it.id, run_id, it.current))

    def _generate(self, request: protocol.Generate) -> None:
        if self._generation is not None:
            self._halt("cancelled")
        assert self._tree.ids, "there is nothing to go on from"
        self._mailbox.begin_generating(request)
        self._generation = Generation(request)

    def _go_on(self, generation: Generation) -> None:
        if self._mailbox.stop_generating():
            self._halt("cancelled")
        elif self._mailbox.paused():
            self._halt("paused")
        elif generation.made == generation.request.n_tokens:
            self._halt("done")
        else:
            generation.made += 1
            self._take(generation.request.id, self._tree.current, self._die.randint(3, 9))

    def _halt(self, why: protocol.Why) -> None:
        generation, self._generation = self._generation, None
        self._mailbox.end_generating()
        if generation is not None:
            self._say(protocol.Halted(generation.request.id, self._tree.run_id, why, generation.made, 0.1))

    def _branchat(self, request: protocol.BranchAt) -> None:
        assert request.node < len(self._tree.ids), "a node of another run"
        self._take(request.id, request.node, request.token_id)
        self._say(protocol.Halted(request.id, self._tree.run_id, "done", 1, 0.1))

    def _goto(self, request: protocol.GoTo) -> None:
        assert request.node < len(self._tree.ids), "a node of another run"
        self._move(request.id, request.node)

    def _replay(self, request: protocol.Replay) -> None:
        assert request.node < len(self._tree.ids), "a node of another run"
        values, it = np.zeros((1, 1, 1), np.float32), request
        self._say(protocol.Replayed(it.id, self._tree.run_id, it.node, it.layer, it.quantity, it.head, values))

    def _openspace(self, request: protocol.OpenSpace) -> None:
        self._say(protocol.Failed(request.id, "MapProblem", "Too few tokens for a map."))

    def _asklab(self, request: protocol.AskLab) -> None:
        self._say(protocol.LabAnswered(request.id, self._tree.run_id, request.question, Finding()))

    def _take(self, request_id: int, node: int, token_id: int) -> None:
        known = self._tree.child(node, token_id)
        if known is None:
            self._grow(request_id, node, token_id)
        else:
            self._move(request_id, known)

    def _grow(self, request_id: int, node: int, token_id: int) -> None:
        first, position = len(self._tree.ids), self._tree.depth(node)
        self._tree.parents.append(node)
        self._tree.ids.append(token_id)
        self._tree.current = first
        self._say(tokens(self._tree.run_id, first, node, position, [token_id]))
        self._say(protocol.Moved(request_id, self._tree.run_id, first))

    def _move(self, request_id: int, node: int) -> None:
        self._tree.current = node
        self._say(protocol.Moved(request_id, self._tree.run_id, node))

    def holds(self, ids: list[int], current: int) -> bool:
        """Whether the engine has this run: all its tokens, and where it stands."""
        return (self._tree.ids, self._tree.current) == (ids, current)
