"""An engine of a few lines for sessions in tests: the real one's mailbox, and runs whose tokens are drawn by a die.

It works at requests block by block, one block at each `turn`, and what it says lies in the pipe and then in the
window's queue until it is `read` and `heard`: gestures may come between any two of these, as they do in the program.
What the real one would refuse because it does not have it, it asserts.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from app.session.engine_client import STATE
from engine import protocol
from engine.errors import Stopped
from engine.process.mailbox import Mailbox
from engine.questions import Finding
from engine.records import Background, Layout, Placed, Reference, Space
from tests.helpers.fake_engine import Wire, tokens
from tests.helpers.runs import tiny_info, tiny_vocabulary

_N = 3  # background points of a map
VOCABULARY = tiny_vocabulary()
INFO = tiny_info(VOCABULARY)


@dataclass
class Generation:
    """A Generate under way."""

    request: protocol.Generate
    made: int = 0


@dataclass
class Tree:
    """A run that the engine holds, or held."""

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
        self.hear_answer: Callable[[object], None] = lambda _: None
        self.log: deque[str] = deque(maxlen=60)  # what was asked and heard last
        self.trouble = 0  # so many of the next requests fail
        self.trees: dict[int, Tree] = {}  # by run id, of this life
        self._die = random.Random(seed)
        self._window: deque[protocol.Answer] = deque()  # read, and not yet heard
        self._begin()

    def _begin(self) -> None:
        self._alive = True
        self._pipe: deque[protocol.Answer] = deque()
        self._mailbox = Mailbox()
        self._has_model = False
        self._check_for = 0
        self._layouts: dict[str, Layout] = {}  # in use, by kind of space
        self._beside: dict[str, Layout] = {}  # the same, of a second one
        self._job: Iterator[None] | None = None
        self._generation: Generation | None = None
        self.trees = {}
        self._tree = Tree()

    # -- life ----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        super().start()
        self._begin()
        self._say(protocol.Progress(0, "Starting the engine", 0, 0))

    def close(self, at_once: bool = False) -> None:
        self._alive = False
        self._pipe.clear()

    def forget(self) -> None:
        """What the window has not heard of an engine that was ended is heard no more."""
        self._window.clear()

    def kill(self) -> None:
        """It ends by itself: what it has said is still heard, and then that it died."""
        if self._alive:
            self._alive = False
            self._pipe.append(protocol.Died(0, "Gone.", -9))

    # -- the pipe ------------------------------------------------------------------------------------------------

    def send(self, kind: type[protocol.Request], /, **values: Any) -> int:
        request_id = super().send(kind, **values)
        self.log.append(f"<- {_told(self.sent[-1])}")
        if self._alive:
            self._mailbox.put(self.sent[-1])
        return request_id

    def _say(self, answer: protocol.Answer) -> None:
        self._pipe.append(answer)

    def read(self) -> bool:
        """The client reads one answer; whether there was any."""
        if not self._pipe:
            return False
        answer = self._pipe.popleft()
        if isinstance(answer, STATE) or not self.superseded(answer.request_id):
            self._window.append(answer)
        return True

    def hear(self) -> bool:
        """The window takes one answer; whether there was any."""
        if not self._window:
            return False
        answer = self._window.popleft()
        self.log.append(f"-> {_told(answer)}")
        self.hear_answer(answer)
        return True

    # -- working -------------------------------------------------------------------------------------------------

    def turn(self) -> bool:
        """One block more; whether there was anything to do."""
        if not self._alive:
            return False
        news = self._job is None and self._begin_work()
        if self._job is not None:
            if next(self._job, self) is self:
                self._job = None
                self._mailbox.finished()
            return True
        if self._generation is not None:
            self._go_on(self._generation)
            return True
        if not news and self._check_for:
            asked, self._check_for = self._check_for, 0
            self._say(protocol.Referenced(asked, Reference(0.0, 1.0, 3, "float32")))
            return True
        return news

    def _begin_work(self) -> bool:
        request, dropped = self._mailbox.take(0), self._mailbox.dropped()
        for gone in dropped:
            late = isinstance(gone, protocol.Generate)
            halted = protocol.Halted(gone.id, self._tree.run_id, "cancelled", 0, 0.0)
            self._say(halted if late else protocol.CancelledAnswer(gone.id))
        if request is not None:
            if self._generation is not None and self._mailbox.stop_generating():
                self._halt("cancelled")
            self._job = self._work(request)
        return request is not None or bool(dropped)

    def _work(self, request: protocol.Request) -> Iterator[None]:
        needs_none = isinstance(request, protocol.LoadModel | protocol.ListModels | protocol.Configure)
        never_fails = isinstance(request, protocol.UseLayout | protocol.GoTo) or needs_none
        if (not needs_none and not self._has_model) or (not never_fails and self._is_trouble()):
            self._fail(request, "InputRefused", "No.")
            return
        work = getattr(self, f"_{type(request).__name__.lower()}", self._done)
        try:
            yield from work(request)
        except Stopped:
            self._say(protocol.CancelledAnswer(request.id))
            self._mailbox.unfollowed()

    def _fail(self, request: protocol.Request, kind: str, sentence: str) -> None:
        self._say(protocol.Failed(request.id, kind, sentence))
        self._mailbox.unfollowed()

    def _is_trouble(self) -> bool:
        self.trouble -= self.trouble > 0
        return self.trouble > 0

    def _block(self, request_id: int, doing: str = "") -> Iterator[None]:
        """One block of work: others may speak meanwhile, and a stop ends it."""
        if doing:
            self._say(protocol.Progress(request_id, doing, 1, 2))
        yield
        if self._mailbox.stop_working():
            raise Stopped

    def _done(self, request: protocol.Request) -> Iterator[None]:
        self._say(protocol.Done(request.id))
        yield from ()

    # -- the model -----------------------------------------------------------------------------------------------

    def _listmodels(self, request: protocol.ListModels) -> Iterator[None]:
        self._say(protocol.ModelsListed(request.id, ()))
        yield from ()

    def _loadmodel(self, request: protocol.LoadModel) -> Iterator[None]:
        self._layouts.clear()
        self._beside.clear()
        yield from self._block(request.id, "Fetching")
        if self._has_model:
            self._has_model = False
            self._tree = Tree()
            self._say(protocol.Released(request.id))
        yield from self._block(request.id, "Loading")
        if self._is_trouble():
            self._fail(request, "ModelNotFound", "There is none.")
            return
        self._has_model, self._check_for = True, request.id
        info = replace(INFO, name=request.spec, sha256=request.spec)
        self._say(protocol.Loaded(request.id, info, VOCABULARY, 0.1))

    # -- the run -------------------------------------------------------------------------------------------------

    def _begin_run(self, tree: Tree) -> int:
        self._tree = replace(tree, run_id=len(self.trees) + 1)
        self.trees[self._tree.run_id] = self._tree
        return self._tree.run_id

    def _newrun(self, request: protocol.NewRun) -> Iterator[None]:
        it, n = request, len(request.token_ids) or self._die.randint(1, 4)
        run_id = self._begin_run(Tree())
        self._say(protocol.RunStarted(it.id, run_id, it.prompt, n, it.sampling, it.plan, it.chat))
        why: protocol.Why = "done"
        for i in range(n):
            try:
                yield from self._block(it.id, "Reading the prompt" if i else "")
            except Stopped:
                why = "cancelled"
                break
            if self._is_trouble():
                self._fail(it, "OutOfMemory", "Too little memory.")
                return
            self._grow(it.id, self._tree.current, it.token_ids[i] if it.token_ids else self._die.randint(3, 9))
        self._say(protocol.Halted(it.id, run_id, why, len(self._tree.ids), 0.1))

    def _adoptrun(self, request: protocol.AdoptRun) -> Iterator[None]:
        it = request
        run_id = self._begin_run(Tree(0, it.parents.tolist(), it.token_ids.tolist(), it.current))
        self._say(protocol.RunStarted(it.id, run_id, it.prompt, it.prompt_tokens, it.sampling, it.plan, it.chat))
        self._say(protocol.Moved(it.id, run_id, it.current))
        yield from ()

    def _generate(self, request: protocol.Generate) -> Iterator[None]:
        if self._generation is not None:
            self._halt("cancelled")
        assert self._tree.ids, "there is nothing to go on from"
        self._mailbox.begin_generating(request)
        self._generation = Generation(request)
        yield from ()

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

    def _branchat(self, request: protocol.BranchAt) -> Iterator[None]:
        self._require(request.node)
        yield from self._block(request.id)
        self._take(request.id, request.node, request.token_id)
        for token_id in request.then:
            self._take(request.id, self._tree.current, token_id)
        self._say(protocol.Halted(request.id, self._tree.run_id, "done", 1, 0.1))

    def _goto(self, request: protocol.GoTo) -> Iterator[None]:
        self._require(request.node)
        self._move(request.id, request.node)
        yield from ()

    def _require(self, node: int) -> None:
        assert node < len(self._tree.ids), "a node of another run"

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
        self._place(request_id, [first])
        self._say(protocol.Moved(request_id, self._tree.run_id, first))

    def _move(self, request_id: int, node: int) -> None:
        self._tree.current = node
        self._say(protocol.Moved(request_id, self._tree.run_id, node))

    # -- questions about it --------------------------------------------------------------------------------------

    def _replay(self, request: protocol.Replay) -> Iterator[None]:
        self._require(request.node)
        yield from self._block(request.id)
        it, n = request, self._tree.depth(request.node) + 1
        heads = 1 if it.head is not None else INFO.n_heads
        shape = (heads, n, n) if it.quantity == "attn" else (n, INFO.d_mlp)
        values = np.full(shape, 1 + it.layer + 10 * (it.head or 0), np.float32)
        self._say(protocol.Replayed(it.id, self._tree.run_id, it.node, it.layer, it.quantity, it.head, values))

    def _fulldistribution(self, request: protocol.FullDistribution) -> Iterator[None]:
        self._require(request.node)
        yield from self._block(request.id)
        some = np.full(3, 1 / 3, np.float32)
        self._say(protocol.Distribution(request.id, self._tree.run_id, request.node, some, some))

    def _checkreference(self, request: protocol.CheckReference) -> Iterator[None]:
        self._check_for = 0
        yield from self._block(request.id)
        self._say(protocol.Referenced(request.id, Reference(0.0, 1.0, 3, "float32")))

    def _asklab(self, request: protocol.AskLab) -> Iterator[None]:
        yield from self._block(request.id, "Looking")
        yield from self._block(request.id, "Looking further")
        run_id = self._tree.run_id if request.question.about == "run" else 0
        self._say(protocol.LabAnswered(request.id, run_id, request.question, Finding()))

    # -- maps ----------------------------------------------------------------------------------------------------

    def _openspace(self, request: protocol.OpenSpace) -> Iterator[None]:
        yield from self._block(request.id, "Sampling states")
        layout, ids = small_layout(request.space, "pca"), np.arange(_N, dtype=np.int32)
        norms, clusters = np.ones(_N, np.float32), np.zeros(_N, np.uint8)
        self._say(protocol.SpaceReady(request.id, Background(request.space, ids, norms, clusters), layout, (layout,)))

    def _uselayout(self, request: protocol.UseLayout) -> Iterator[None]:
        self._layouts[request.layout.space.kind] = request.layout
        self._beside.pop(request.layout.space.kind, None)
        if request.beside is not None:
            self._beside[request.layout.space.kind] = request.beside
        self._place(request.id, list(range(len(self._tree.ids))))
        self._say(protocol.Done(request.id))
        yield from ()

    def _place(self, request_id: int, nodes: list[int]) -> None:
        for layout in (*self._layouts.values(), *self._beside.values()):
            if nodes:
                rows = np.array(nodes, np.int32)
                placed = small_placed(layout, len(nodes))
                self._say(protocol.NodesPlaced(request_id, layout.space, self._tree.run_id, rows, placed))

    def _truefan(self, request: protocol.TrueFan) -> Iterator[None]:
        self._require(request.node)
        layout = self._layouts.get(request.space.kind)
        if layout is None or layout.space != request.space:
            self._fail(request, "InputRefused", "No such layout.")
            return
        yield from self._block(request.id)
        ids = np.arange(2, dtype=np.int32)
        beside = self._beside.get(request.space.kind)
        placed = tuple(small_placed(each, 2) for each in (layout, beside) if each is not None)
        self._say(protocol.FanPlaced(request.id, request.space, self._tree.run_id, request.node, ids, placed))

    def _sharevectors(self, request: protocol.ShareVectors) -> Iterator[None]:
        yield from self._block(request.id)
        self._say(protocol.VectorsShared(request.id, request.space, "block", _N, 2, "seed"))

    def holds(self, ids: list[int], current: int) -> bool:
        """Whether the engine has this run: all its tokens, and where it stands."""
        return (self._tree.ids, self._tree.current) == (ids, current)


def _told(message: protocol.Request | protocol.Answer) -> str:
    shown = ("id", "request_id", "run_id", "node", "space", "question", "sentence", "why", "prompt")
    told = {name: getattr(message, name) for name in shown if hasattr(message, name)}
    return f"{type(message).__name__} {told}"


def small_layout(space: Space, key: str) -> Layout:
    """A layout of three points."""
    points = np.arange(3 * _N, dtype=np.float32).reshape(_N, 3)
    return Layout(space, "pca", None, points, points[:, :2].copy(), "a test", f"{space.key}.{key}", 0.3, 0.2, 0.01, 9)


def small_placed(layout: Layout, n: int) -> Placed:
    """Places of n points."""
    some = np.zeros((n, 3), np.float32)
    return Placed(layout.key, some, some[:, :2].copy(), some[:, 0].copy(), some[:, 0].copy(), np.zeros(n, bool))
