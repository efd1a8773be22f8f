"""Where the tree of branches is drawn: one line for each branch, forks as elbows to the lines below. No Qt.

Widths are pixels, heights are shares of a line. What follows a fork begins to the right of it, in every line, so that
no elbow crosses a word. The text between forks is cut as far as there is room; where even the tokens do not fit, the
tree is wider than its room and is scrolled.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from viz.labs.branches.branches_frame import BranchesFrame, Taken

Measure = Callable[[str], float]

# em of text between two forks, of the prompt's end, and of the text that a branch ends with, the first that fits
CUTS = ((14.0, 14.0, 8.0), (8.0, 14.0, 8.0), (4.0, 10.0, 6.0), (0.0, 6.0, 3.0))
TOKEN = 11.0  # em of a token at a fork, at most
PAD, GAP, BEFORE, AFTER = 0.45, 0.4, 0.7, 1.1  # em: inside a chip, between texts, before a fork's line, and after it
LINE = 0.92  # of a row's height: where the tree's lines lie, under the words
PLAIN, COMPARED, CURRENT = 0, 1, 2  # of what a line leads to


@dataclass(frozen=True)
class Block:
    """One segment in its line: a chip with the token, its numbers, and the text that follows."""

    segment: int
    left: float
    chip: float  # width
    numbers: float  # width; 0: none
    rest_left: float
    rest: float  # width of the text that follows
    kind: int

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.rest_left + self.rest


@dataclass(frozen=True)
class Stroke:
    """A piece of a line of the tree within a row: x in pixels, y from 0 (upper edge) to 1, `LINE` under the words."""

    x0: float
    y0: float
    x1: float
    y1: float
    kind: int


@dataclass(frozen=True)
class TreeLayout:
    """What stands in each row."""

    width: float
    blocks: tuple[tuple[Block, ...], ...]
    strokes: tuple[tuple[Stroke, ...], ...]  # those that lead to the current branch last: they lie on top


def tree_layout(
    frame: BranchesFrame, room: float, em: float, measure: Measure, small: Measure, numbers: Callable[[Taken], str]
) -> TreeLayout:
    """The tree within `room` pixels, where it fits.

    `measure` and `small`: width of a text in the type of tokens, and in that of all else; `numbers`: what stands at a
    token of a fork.
    """
    sizes = _Sizes(frame, em, measure, small, numbers)
    made = next((it for it in (sizes.placed(cut) for cut in CUTS) if it.width <= room), None) or sizes.placed(CUTS[-1])
    width = max(room, made.width)
    rows: list[list[Block]] = [[] for _ in frame.tree.branches]
    for index, segment in enumerate(frame.tree.segments):
        rest = made.rests[index] if segment.children else max(width - made.rest_lefts[index] - em * GAP, 0.0)
        block = Block(
            index, made.lefts[index], made.chips[index], sizes.numbers[index], made.rest_lefts[index], rest,
            kind_of(frame, index),
        )  # fmt: skip
        rows[segment.row].append(block)
    return TreeLayout(width, tuple(map(tuple, rows)), _strokes(frame, made.lefts, made.rights, em))


def kind_of(frame: BranchesFrame, segment: int) -> int:
    """Which branch a segment is of."""
    if segment in frame.on_current:
        return CURRENT
    return COMPARED if segment in frame.on_compared else PLAIN


@dataclass(frozen=True)
class _Placed:
    width: float
    chips: list[float]
    lefts: list[float]
    rest_lefts: list[float]
    rests: list[float]
    rights: list[float]


class _Sizes:
    """How wide the parts of each segment are."""

    def __init__(
        self, frame: BranchesFrame, em: float, measure: Measure, small: Measure, numbers: Callable[[Taken], str]
    ) -> None:
        self.em, self.segments = em, frame.tree.segments
        self.chips, self.numbers, self.rests = [], list[float](), list[float]()
        for segment, taken in zip(self.segments, frame.taken, strict=True):
            is_root = segment.parent < 0
            text = small(taken.text) if is_root else min(measure(taken.text), TOKEN * em)
            said = "" if is_root else numbers(taken)
            self.chips.append(text + 2 * PAD * em)
            self.numbers.append(small(said) + GAP * em if said else 0.0)
            self.rests.append(small(taken.rest) + 1.0 if taken.rest else 0.0)

    def placed(self, cut: tuple[float, float, float]) -> _Placed:
        """Everything, cut to one of `CUTS`; `width` is what is needed at least."""
        (between, label, ends), em, width = cut, self.em, 0.0
        chips = list(self.chips)
        lefts, rest_lefts, rests, rights = [0.0] * 0, [0.0] * 0, [0.0] * 0, [0.0] * 0
        for index, segment in enumerate(self.segments):
            left = rights[segment.parent] + (BEFORE + AFTER) * em if segment.parent >= 0 else GAP * em
            if segment.parent < 0:
                chips[index] = min(chips[index], label * em)
            begins = left + chips[index] + self.numbers[index] + GAP * em
            rest = min(self.rests[index], (between if segment.children else ends) * em)
            lefts.append(left)
            rest_lefts.append(begins)
            rests.append(rest)
            rights.append(begins + rest)
            width = max(width, begins + rest + GAP * em)
        return _Placed(width, chips, lefts, rest_lefts, rests, rights)


def _strokes(
    frame: BranchesFrame, lefts: list[float], rights: list[float], em: float
) -> tuple[tuple[Stroke, ...], ...]:
    """The lines of all forks, row by row."""
    segments = frame.tree.segments
    rows: list[list[Stroke]] = [[] for _ in frame.tree.branches]
    for index, segment in enumerate(segments):
        if len(segment.children) < 2:
            continue
        x, top = rights[index] + BEFORE * em, segment.row
        lines = [(segments[child].row, kind_of(frame, child), lefts[child]) for child in segment.children]
        rows[top].append(Stroke(rights[index], LINE, x, LINE, kind_of(frame, index)))
        _go_down(rows, x, top, max(row for row, _, _ in lines), PLAIN)
        for row, kind, left in lines:
            if kind != PLAIN:
                _go_down(rows, x, top, row, kind)
            rows[row].append(Stroke(x, LINE, left, LINE, kind))
    return tuple(tuple(sorted(row, key=lambda stroke: stroke.kind)) for row in rows)


def _go_down(rows: list[list[Stroke]], x: float, top: int, bottom: int, kind: int) -> None:
    """A line from one row down to a lower one."""
    for row in range(top, bottom + 1):
        begins, ends = (LINE if row == top else 0.0), (LINE if row == bottom else 1.0)
        if ends > begins:
            rows[row].append(Stroke(x, begins, x, ends, kind))
