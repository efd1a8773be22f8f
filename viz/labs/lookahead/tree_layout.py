"""Where the look-ahead tree is drawn: a column for each token ahead, a line for each continuation. No Qt.

The likeliest child of a continuation goes on in its line, the others follow below, so the upper edge of each branch is
what is likeliest. Sizes are pixels.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from viz.ahead import AheadTree

Measure = Callable[[str], float]
PAD, GAP, BETWEEN = 0.5, 0.45, 2.2  # em: inside a chip, between texts, between columns
LONGEST = 11.0  # em of a token
MOST_BEFORE, LEAST_BEFORE = 17.0, 4.5  # em of the text before the tree
NUMBER = 3.9  # em of a percentage
BIG = 4.3  # em of one with a sign before it, at the end of a line


@dataclass(frozen=True)
class Box:
    """One token of the tree."""

    row: int  # in the tree
    left: float
    line: int
    chip: float  # width
    level: int
    is_leaf: bool  # nothing of it goes on


@dataclass(frozen=True)
class TreeLayout:
    """Boxes in the order of the tree's rows; `first` is the width of what stands before the tree."""

    boxes: tuple[Box, ...]
    first: float
    width: float
    lines: int
    order: tuple[int, ...]  # the tree's rows from the top, a parent before its children


def tree_layout(
    tree: AheadTree, texts: Sequence[str], after: str, em: float, measure: Measure, room: float = math.inf
) -> TreeLayout:
    """The layout of a tree with these texts; where it is wider than `room`, little is left of the text before it."""
    made = _laid_out(tree, texts, min(measure(after), MOST_BEFORE * em), em, measure)
    return made if made.width <= room else _laid_out(tree, texts, min(measure(after), LEAST_BEFORE * em), em, measure)


def _laid_out(tree: AheadTree, texts: Sequence[str], before: float, em: float, measure: Measure) -> TreeLayout:
    children: dict[int, list[int]] = defaultdict(list)
    for row, parent in enumerate(tree.parents.tolist()):
        children[parent].append(row)  # the likeliest first, as the tree has them
    line_of, order, line = dict[int, int](), list[int](), 0
    waiting = [(row, at > 0) for at, row in reversed(list(enumerate(children[-1])))]
    while waiting:
        row, begins = waiting.pop()
        line += begins
        line_of[row] = line
        order.append(row)
        waiting += [(child, at > 0) for at, child in reversed(list(enumerate(children[row])))]
    chips = [min(measure(text), LONGEST * em) + 2 * PAD * em for text in texts]
    first = before + 2 * PAD * em
    depth = max((len(path) for path in tree.paths), default=0)
    lefts, left = [0.0], first + BETWEEN * em
    for level in range(1, depth + 1):
        lefts.append(left)
        widest = max(chips[row] for row, path in enumerate(tree.paths) if len(path) == level)
        left += widest + (GAP + NUMBER + BETWEEN) * em
    boxes = tuple(
        Box(row, lefts[len(path)], line_of[row], chips[row], len(path), not children[row])
        for row, path in enumerate(tree.paths)
    )
    return TreeLayout(boxes, first, left + BIG * em, line + 1 if boxes else 1, tuple(order))
