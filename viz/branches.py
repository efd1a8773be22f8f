"""The tree of a run as branches with names, and the branch that is shown beside the current one.

A branch is the path from the first token to a leaf. It keeps its line from the fork where it leaves another branch's:
the first continuation at a fork goes on in the line that leads there, and every other one begins a line of its own. So
a branch stays the same one while it grows. By itself it is called by the first tokens that tell it apart; a person's
name for it stands in the run.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from engine.records import I32
from engine.run import Run
from viz.per_run import per_run
from viz.token_text import isolated, plain_text, shown_in_context
from viz.ui_state import UiState

TELLING = 4  # tokens that a branch is called by
LONGEST = 28  # characters of such a name


@dataclass(frozen=True)
class Segment:
    """Tokens that follow each other without a fork between them."""

    nodes: tuple[int, ...]
    parent: int  # the segment that ends at the fork before; -1: none
    row: int  # the branch in whose line it stands
    children: tuple[int, ...] = ()  # the segments after the fork at its end, the oldest first

    @property
    def head(self) -> int:
        """Its first node: the token taken at the fork."""
        return self.nodes[0]


@dataclass(frozen=True)
class Branch:
    """One line of the tree, from the first token to a leaf."""

    leaf: int
    segments: tuple[int, ...]  # that it is made of, from the first token on
    first: int  # the first segment that stands in its own line
    parted: int  # the first node that tells it apart; that of the text where there is no other branch
    name: str
    named: bool  # by a person


@dataclass(frozen=True, eq=False)
class BranchTree:
    """All branches of a run, in the order of their lines; a later fork's stand above an earlier one's."""

    segments: tuple[Segment, ...]
    branches: tuple[Branch, ...]

    def row_of(self, leaf: int) -> int:
        """The line of the branch that ends there; -1: there is none."""
        return next((row for row, branch in enumerate(self.branches) if branch.leaf == leaf), -1)

    def name_of(self, leaf: int) -> str:
        """What the branch that ends there is called; "" where there is none."""
        row = self.row_of(leaf)
        return self.branches[row].name if row >= 0 else ""


@per_run
def branch_tree(run: Run) -> BranchTree:
    """The tree of a run."""
    segments = _segments(run)
    leaves = [index for index, segment in enumerate(segments) if not segment.children]
    leaves.sort(key=lambda index: segments[index].row)
    lines = [_line(segments, leaf) for leaf in leaves]
    parted = [_parted(segments, line) for line in lines]
    names = _names(run, [segments[at].head for at in parted])
    own = {run.branch_end(node): name for node, name in run.names.items()}
    branches = []
    for line, at, name in zip(lines, parted, names, strict=True):
        row = segments[line[-1]].row
        leaf = segments[line[-1]].nodes[-1]
        first = next(index for index in line if segments[index].row == row)
        branches.append(Branch(leaf, line, first, segments[at].head, own.get(leaf, name), leaf in own))
    return BranchTree(tuple(segments), tuple(branches))


def _segments(run: Run) -> list[Segment]:
    """The segments, each after its parent; rows are counted from the top."""
    made: list[Segment] = []
    rows = 0
    roots = [record.node for record in run.nodes if record.parent < 0]
    waiting = [(root, -1, -1) for root in reversed(roots)]  # first node, parent, row; row -1: a new one
    children: dict[int, list[int]] = {}
    while waiting:
        node, parent, row = waiting.pop()
        if row < 0:
            row, rows = rows, rows + 1
        nodes = [node]
        while len(run.nodes[nodes[-1]].children) == 1:
            nodes.append(run.nodes[nodes[-1]].children[0])
        index = len(made)
        made.append(Segment(tuple(nodes), parent, row))
        children.setdefault(parent, []).append(index)
        after = run.nodes[nodes[-1]].children
        waiting += [(child, index, -1) for child in reversed(after[1:])]
        waiting += [(child, index, row) for child in after[:1]]
    return [
        Segment(segment.nodes, segment.parent, segment.row, tuple(children.get(index, ())))
        for index, segment in enumerate(made)
    ]


def _line(segments: list[Segment], leaf: int) -> tuple[int, ...]:
    """The segments from the first token to a leaf's."""
    line = []
    while leaf >= 0:
        line.append(leaf)
        leaf = segments[leaf].parent
    return tuple(reversed(line))


def _parted(segments: list[Segment], line: tuple[int, ...]) -> int:
    """The segment that tells a branch apart: the first in its own line; of the oldest, that after its first fork."""
    row = segments[line[-1]].row
    own = [index for index in line if segments[index].row == row]
    return own[0] if segments[own[0]].parent >= 0 else own[min(1, len(own) - 1)]


def _names(run: Run, parted: list[int]) -> list[str]:
    """What branches are called by themselves, each by a name of its own."""
    names = [_first_tokens(run, node) for node in parted]
    again = Counter(names)
    return [
        name if again[name] == 1 else f"{name} ({run.nodes[node].position})"
        for name, node in zip(names, parted, strict=True)
    ]


def _first_tokens(run: Run, node: int) -> str:
    """The text of the first tokens from a node on."""
    ids = list[int]()
    while len(ids) < TELLING:
        ids.append(run.nodes[node].token_id)
        if not run.nodes[node].children:
            break
        node = run.nodes[node].children[0]
    text = " ".join(plain_text(run.vocabulary, ids).split())
    if not text.isprintable() or not text or "\ufffd" in text:  # nothing that can be read by itself
        text = "".join(shown_in_context(run.vocabulary, ids, at) for at in range(len(ids)))
    return isolated(text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…")


@dataclass(frozen=True, eq=False)
class Compared:
    """The branch beside the current one."""

    nodes: I32  # [M] from the first token to its end
    fork: int  # positions that both share; the first that differs
    leaf: int
    name: str
    current_name: str

    @property
    def own(self) -> I32:
        """The nodes after the fork."""
        return self.nodes[self.fork :]


def compared(run: Run, ui: UiState) -> Compared | None:
    """The branch that is compared with the current one; None where there is none, or it is the current one."""
    if ui.compare is None or not 0 <= ui.compare < len(run.nodes) or run.current < 0:
        return None
    found = _beside(run).get(ui.compare)
    if found is None:
        found = _beside(run)[ui.compare] = _compared(run, ui.compare)
    return found if len(found.own) else None


@per_run
def _beside(run: Run) -> dict[int, Compared]:
    """What was compared since the run changed last: a hover makes none of it anew."""
    return {}


def _compared(run: Run, node: int) -> Compared:
    tree, leaf = branch_tree(run), run.branch_end(node)
    path, other = run.path, run.path_to(leaf)
    both = min(len(path), len(other))
    fork = next((at for at in range(both) if path[at] != other[at]), both)
    current = tree.name_of(run.branch_end(run.current))
    return Compared(np.array(other, np.int32), fork, leaf, tree.name_of(leaf), current)
