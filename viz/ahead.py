"""The look-ahead tree: what may come after a token, some tokens deep, grown from what is known and pruned by mass.

The first step is the run's own record. Whatever lies deeper is asked for one level at a time, and a level is shown once
all that it grows from is known, so that a tree changes only by growing. At each level the fewest likeliest
continuations that together reach the share asked for are kept; `masses` says what share they really are, since a
probability of a continuation is the product of its tokens' own, over the whole vocabulary.

What was found out about a continuation holds for the same text however the run got there: after a branch is taken the
tree that was seen before is there at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from engine.labs.lookahead.records import Ahead, AskAhead
from engine.questions import Refused
from engine.records import EMBEDDING, F32, I32, Bools, Placed, Space
from engine.run import Run
from viz.lab import QT_TRANSLATE_NOOP
from viz.per_run import per_run
from viz.ui_state import Option, UiState

F64 = npt.NDArray[np.float64]
Path = tuple[int, ...]

VIEW: Final = "meaning_space"  # whose options these are: the map and the drawn tree show the same
AT_ONCE: Final = 24  # continuations of one question: a batch that takes a processor some three to six steps
DEEPEST: Final = 5
SHARE: Final = Option(
    "ahead_share",
    QT_TRANSLATE_NOOP("MeaningSpace", "Look-ahead: share shown"),
    "number",
    0.6,
    low=0.05,
    high=0.99,
    step=0.05,
    tip=QT_TRANSLATE_NOOP(
        "MeaningSpace",
        "Show the fewest continuations, the most likely first, that together have this probability, as far as other "
        "limits allow.",
    ),
    in_bar=False,
)
DEPTH: Final = Option(
    "ahead_depth",
    QT_TRANSLATE_NOOP("MeaningSpace", "Look-ahead: tokens"),
    "integer",
    3,
    low=1,
    high=DEEPEST,
    tip=QT_TRANSLATE_NOOP("MeaningSpace", "How many tokens deep the look-ahead tree is."),
    in_bar=False,
)
BREADTH: Final = Option(
    "ahead_k",
    QT_TRANSLATE_NOOP("MeaningSpace", "Look-ahead: next tokens of each"),
    "integer",
    10,
    low=1,
    high=50,
    tip=QT_TRANSLATE_NOOP("MeaningSpace", "How many next tokens of each continuation are looked at."),
    in_bar=False,
)
MOST: Final = Option(
    "ahead_most",
    QT_TRANSLATE_NOOP("MeaningSpace", "Look-ahead: continuations at most"),
    "integer",
    24,
    low=4,
    high=200,
    step=4,
    tip=QT_TRANSLATE_NOOP("MeaningSpace", "How many continuations are kept at each depth at most."),
    in_bar=False,
)
OPTIONS: Final = (SHARE, DEPTH, BREADTH, MOST)


@dataclass(frozen=True)
class Limits:
    """How much of the tree is grown."""

    share: float
    depth: int
    breadth: int  # next tokens of each continuation
    most: int  # continuations of a level

    @classmethod
    def of(cls, ui: UiState) -> Limits:
        """What a person has chosen."""
        return cls(*(ui.option(VIEW, option) for option in OPTIONS))


@dataclass(frozen=True, eq=False)
class AheadTree:
    """N continuations of `node`, level by level, the likeliest of each level first; a parent precedes its children."""

    node: int = -1
    limits: Limits = field(default_factory=lambda: Limits(0.6, 3, 10, 24))
    paths: tuple[Path, ...] = ()  # token ids after `node`
    parents: I32 = field(default_factory=lambda: np.zeros(0, np.int32))  # [N] row; -1: `node` itself
    chance: F32 = field(default_factory=lambda: np.zeros(0, np.float32))  # [N] of the token after what is before it
    mass: F64 = field(default_factory=lambda: np.zeros(0, np.float64))  # [N] of the whole continuation
    ends: Bools = field(default_factory=lambda: np.zeros(0, np.bool_))  # [N] the text ends with it
    pinned: Bools = field(default_factory=lambda: np.zeros(0, np.bool_))  # [N]
    taken: Bools = field(default_factory=lambda: np.zeros(0, np.bool_))  # [N] the run goes on so
    masses: tuple[float, ...] = ()  # share that is shown, by level
    place_rows: tuple[tuple[Placed, int] | None, ...] = ()  # [N] in a space of states: where the state after it lies
    question: AskAhead | None = None  # what is still to be known; None: nothing, or it cannot be asked
    growing: bool = False  # not all that is to be shown is known yet
    why_not: str = ""  # the engine's sentence why it cannot be
    of_file: bool = False  # no engine holds the run

    def __len__(self) -> int:
        return len(self.paths)

    @property
    def levels(self) -> I32:
        """[N] tokens ahead, from 1 on."""
        return np.array([len(path) for path in self.paths], np.int32)

    @property
    def token_ids(self) -> I32:
        """[N] the last token of each."""
        return np.array([path[-1] for path in self.paths], np.int32)

    def line(self, row: int) -> list[int]:
        """The rows from the first token to `row`."""
        found = list[int]()
        while row >= 0:
            found.append(row)
            row = int(self.parents[row])
        return found[::-1]


NO_TREE: Final = AheadTree()


def tree_of(run: Run, ui: UiState, node: int, layout: str = "") -> AheadTree:
    """The tree after `node`, as far as it is known; its places are those in the layout with this key, else in the one
    shown."""
    if not 0 <= node < len(run.nodes) or not len(run.nodes[node].next_ids):
        return NO_TREE
    return _Growing(run, ui, node, layout).tree()


@dataclass(frozen=True)
class _Shoot:
    """A continuation that is kept, or may be."""

    path: Path
    chance: float
    mass: float
    ends: bool = False


class _Growing:
    """One tree while it is put together."""

    def __init__(self, run: Run, ui: UiState, node: int, layout: str = "") -> None:
        self.run, self.node, self.limits = run, node, Limits.of(ui)
        self.space, self.key = _where(run, ui)
        if self.key and layout:
            self.key = layout
        self.known = _known(run)
        self.ends = frozenset(run.info.eos_ids) if run.info is not None else frozenset()
        self.pins = _pins(run, ui, node)
        self.walked = frozenset(_walked(run, node, self.limits.depth))
        self.kept_anyway = self.pins | self.walked
        self.asks = run.run_id > 0 and not ui.playing

    def tree(self) -> AheadTree:
        levels, masses, missing = list[list[_Shoot]](), list[float](), list[Path]()
        alive, ended = [_Shoot((), 1.0, 1.0)], 0.0
        for depth in range(1, self.limits.depth + 1):
            kept = self._kept([child for shoot in alive for child in self._children(shoot)], ended)
            if not kept:
                break
            levels.append(kept)
            masses.append(ended + sum(shoot.mass for shoot in kept))
            ended += sum(shoot.mass for shoot in kept if shoot.ends)
            alive = [shoot for shoot in kept if not shoot.ends]
            last = depth == self.limits.depth
            missing = [shoot.path for shoot in kept if self._lacks(shoot, last)]
            if missing:
                break
        return self._made([shoot for level in levels for shoot in level], tuple(masses), missing)

    def _lacks(self, shoot: _Shoot, last: bool) -> bool:
        """Whether something has to be asked about it."""
        if self.key and self._place(shoot.path) is False:
            return True
        return not last and not shoot.ends and self._after(shoot.path) is None

    def _children(self, shoot: _Shoot) -> Iterator[_Shoot]:
        """The likeliest next tokens, and those that lead to what is kept anyway."""
        after = self._after(shoot.path)
        if after is None:
            return
        n = len(shoot.path)
        wanted = {path[n] for path in self.kept_anyway if len(path) > n and _begins(path, shoot.path)}
        for rank, (token, chance) in enumerate(zip(after[0].tolist(), after[1].tolist(), strict=True)):
            if rank < self.limits.breadth or token in wanted:
                yield _Shoot((*shoot.path, token), chance, shoot.mass * chance, token in self.ends)

    def _kept(self, shoots: list[_Shoot], ended: float) -> list[_Shoot]:
        """The fewest likeliest that together reach the share, those that lead to what is pinned, and the run's own."""
        shoots.sort(key=lambda shoot: -shoot.mass)
        reached = np.cumsum([shoot.mass for shoot in shoots])
        needed = int(np.searchsorted(reached, self.limits.share - ended - 1e-9)) + 1
        n = min(needed, self.limits.most)
        rest = [shoot for shoot in shoots[n:] if any(_begins(path, shoot.path) for path in self.kept_anyway)]
        return [*shoots[:n], *rest]

    def _after(self, path: Path) -> tuple[I32, F32] | None:
        """The likeliest tokens after a continuation with their probabilities, where they are known."""
        if not path:
            record = self.run.nodes[self.node]
            return record.next_ids, record.next_probs
        for at in _from_before(self.run, self.node, path):
            if at in self.known.after:
                found, row = self.known.after[at]
                return found.ids[row], found.probs[row]
        return None

    def _place(self, path: Path) -> tuple[Placed, int] | bool | None:
        """Where the state after it lies; None: nowhere, False: not known."""
        for node, whole in _from_before(self.run, self.node, path):
            if (node, whole, self.space, self.key) in self.known.places:
                return self.known.places[node, whole, self.space, self.key]
        return False

    def _made(self, rows: list[_Shoot], masses: tuple[float, ...], missing: list[Path]) -> AheadTree:
        at = {shoot.path: row for row, shoot in enumerate(rows)}
        question = AskAhead(self.node, _equally_long(missing), self.space, self.key) if missing else None
        refused = self.run.findings.get(question) if question is not None else None
        why = refused.sentence if isinstance(refused, Refused) else ""
        places = [self._place(shoot.path) if self.key else None for shoot in rows]
        return AheadTree(
            self.node,
            self.limits,
            tuple(at),
            np.array([at.get(path[:-1], -1) for path in at], np.int32),
            np.array([shoot.chance for shoot in rows], np.float32),
            np.array([shoot.mass for shoot in rows], np.float64),
            np.array([shoot.ends for shoot in rows], np.bool_),
            np.array([path in self.pins for path in at], np.bool_),
            np.array([path in self.walked for path in at], np.bool_),
            masses,
            tuple(place if isinstance(place, tuple) else None for place in places),
            question if self.asks and not why else None,
            question is not None and not why,
            why,
            self.run.run_id == 0,
        )


def _equally_long(missing: list[Path]) -> tuple[Path, ...]:
    return tuple(missing[:AT_ONCE])


def _begins(whole: Path, path: Path) -> bool:
    return whole[: len(path)] == path


def _where(run: Run, ui: UiState) -> tuple[Space, str]:
    """The space whose places are asked for with its layout's key; no key where tokens have places of their own."""
    state = run.maps.get(ui.space)
    if ui.space.kind != "resid" or state is None or not state.layouts:
        return EMBEDDING, ""
    return ui.space, state.layout.key


def _from_before(run: Run, node: int, path: Path) -> Iterator[tuple[int, Path]]:
    """The same text as a continuation of `node`, of its parent, and so on, as deep as a tree can be."""
    while node >= 0 and len(path) <= DEEPEST:
        yield node, path
        path, node = (run.nodes[node].token_id, *path), run.nodes[node].parent


def _pins(run: Run, ui: UiState, node: int) -> frozenset[Path]:
    """What is pinned, as continuations of `node`: those pinned before what was taken since too."""
    before = dict(_from_before(run, node, ()))
    return frozenset(
        path[len(before[at]) :]
        for at, path in ui.pins
        if at in before and len(path) > len(before[at]) and _begins(path, before[at])
    )


def _walked(run: Run, node: int, depth: int) -> Iterator[Path]:
    """How the run on screen goes on after `node`."""
    position = run.nodes[node].position
    if position < len(run.path) and run.path[position] == node:
        ids = tuple(run.nodes[after].token_id for after in run.path[position + 1 : position + 1 + depth])
        yield from (ids[:n] for n in range(1, len(ids) + 1))


@dataclass(frozen=True, eq=False)
class _Known:
    """What was found out, by continuation."""

    after: dict[tuple[int, Path], tuple[Ahead, int]]
    places: dict[tuple[int, Path, Space, str], tuple[Placed, int] | None]


@per_run
def _known(run: Run) -> _Known:
    known = _Known({}, {})
    for question, found in run.findings.items():
        if isinstance(question, AskAhead) and isinstance(found, Ahead):
            for row, path in enumerate(question.paths):
                known.after[question.node, path] = found, row
                if question.layout_key:
                    place = None if found.placed is None else (found.placed, row)
                    known.places[question.node, path, question.space, question.layout_key] = place
    return known
