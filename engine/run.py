"""A run: the tree of tokens generated so far with their records, and the maps they lie on. Numpy only.

The window appends to it as answers arrive (one thread, never from a worker) and views read it; a run file holds one.
Nodes are kept as they come; the arrays of the active path are gathered lazily and cached until the path changes,
growing by doubling so that a step costs what its own record costs.
"""

from __future__ import annotations

import copy
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from engine.questions import Finding, Question
from engine.records import (
    F32,
    I32,
    AnyArray,
    Background,
    FitCost,
    FitJob,
    Layout,
    ModelInfo,
    Neighbours,
    NodeRecord,
    Placed,
    Plan,
    Reference,
    Sampling,
    Space,
    Tokens,
    UmapParams,
    Vocabulary,
)

LONGEST_NAME = 80  # characters of a branch's name


def is_name(text: object) -> bool:
    """Whether a branch can be called so: some characters on one line."""
    if not isinstance(text, str) or len(text) > LONGEST_NAME:
        return False
    return not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in text)


@dataclass
class MapState:
    """One space as the window knows it: background, layouts, and where the run's nodes and fans lie in each."""

    background: Background
    layouts: list[Layout]
    chosen: int = 0
    # layout key -> node -> (points3 [3], points2 [2], kept3, kept2, left out)
    nodes: dict[str, dict[int, tuple[F32, F32, float, float, bool]]] = field(default_factory=dict)
    # layout key -> node -> (token ids [k], Placed)
    fans: dict[str, dict[int, tuple[I32, Placed]]] = field(default_factory=dict)

    @property
    def layout(self) -> Layout:
        """The layout shown."""
        return self.layouts[self.chosen]

    def snapshot(self) -> MapState:
        """This map as it is now; the places are shared."""
        nodes = {key: dict(places) for key, places in self.nodes.items()}
        fans = {key: dict(places) for key, places in self.fans.items()}
        return MapState(self.background, list(self.layouts), self.chosen, nodes, fans)

    def choose(self, layout: Layout) -> None:
        """Show `layout`, adding it where it is new."""
        for index, known in enumerate(self.layouts):
            if known.key == layout.key:
                self.chosen = index
                return
        self.layouts.append(layout)
        self.chosen = len(self.layouts) - 1

    def place(self, nodes: Iterable[int], placed: Placed) -> None:
        """Remember where `nodes` lie in the layout `placed` was made for."""
        table = self.nodes.setdefault(placed.layout_key, {})
        for row, node in enumerate(nodes):
            table[int(node)] = (
                placed.points3[row],
                placed.points2[row],
                float(placed.kept3[row]),
                float(placed.kept2[row]),
                bool(placed.left_out[row]),
            )


class Run:
    """The tree of tokens. Node i's parent precedes it; `current` is the leaf of the active path."""

    def __init__(self, info: ModelInfo | None = None, vocabulary: Vocabulary | None = None) -> None:
        self.info = info
        self.vocabulary = vocabulary
        self.run_id = 0
        self.prompt = ""
        self.prompt_tokens = 0
        self.chat = False
        self.sampling = Sampling()
        self.plan = Plan()
        self.nodes: list[NodeRecord] = []
        self.current = -1
        self.maps: dict[Space, MapState] = {}
        self.fit_costs: dict[tuple[FitJob, UmapParams], FitCost] = {}  # estimated, of fits of whatever is this large
        self.reference: Reference | None = None
        self.neighbours: Neighbours | None = None
        self.distribution: tuple[int, F32] | None = None  # (node, probs [V])
        self.logits: F32 | None = None  # [T, V] of the active path, where a trace or a file holds them
        self.replayed: dict[tuple[int, int, str, int | None], F32] = {}
        self.findings: dict[Question, Finding] = {}  # what labs found about this run, or about the model
        self.versions: dict[str, str] = {}
        self.names: dict[int, str] = {}  # of branches, by a node of each: see `branch_end`
        self.renamed = 0  # how often a branch was named
        self.changed = 0  # grows with every change, so that views can cache
        self._path: list[int] = []
        self._path_key = (-2, -1)

    # -- growing -------------------------------------------------------------------------------------------------

    def append(self, tokens: Tokens) -> None:
        """Add t nodes. They become the active path when they continue the current node (or begin the run).

        Raises:
            ValueError: the nodes do not follow those already here.
        """
        if tokens.first_node != len(self.nodes) or tokens.parent >= len(self.nodes):
            raise ValueError(f"node {tokens.first_node} cannot follow {len(self.nodes)} nodes")
        parent = tokens.parent
        for row in range(len(tokens.token_ids)):
            node = tokens.first_node + row
            position = tokens.position + row
            attn = None if tokens.attn is None else tokens.attn[:, :, row, : position + 1]
            self.nodes.append(
                NodeRecord(
                    node=node,
                    parent=parent,
                    position=position,
                    token_id=int(tokens.token_ids[row]),
                    resid=None if tokens.resid is None else tokens.resid[row],
                    attn=attn,
                    neurons=None if tokens.neurons is None else tokens.neurons[row],
                    next_ids=tokens.next_ids[row],
                    next_probs=tokens.next_probs[row],
                    next_logits=tokens.next_logits[row],
                    entropy=float(tokens.entropy[row]),
                    surprisal=float(tokens.surprisal[row]),
                )
            )
            if parent >= 0:
                self.nodes[parent].children.append(node)
            parent = node
        self.current = parent
        self.changed += 1

    def move(self, node: int) -> None:
        """Make `node` the current one. Raises IndexError for a node that is not there."""
        if not -1 <= node < len(self.nodes):
            raise IndexError(f"node {node} is not among the {len(self.nodes)} of this run")
        self.current = node
        self.changed += 1

    def name_branch(self, node: int, name: str) -> None:
        """Call the branch that `node` lies on `name`, "" for no name of its own.

        Raises:
            IndexError: there is no such node. ValueError: the name is too long or holds a control character.
        """
        if not 0 <= node < len(self.nodes):
            raise IndexError(f"node {node} is not among the {len(self.nodes)} of this run")
        if not is_name(name):
            raise ValueError(f"a name of a branch has at most {LONGEST_NAME} characters and no controls")
        end = self.branch_end(node)
        self.names = {at: known for at, known in self.names.items() if self.branch_end(at) != end}
        if name:
            self.names[end] = name
        self.renamed += 1
        self.changed += 1

    @property
    def written(self) -> tuple[int, int]:
        """What a file holds of the run a person made: another one where there is something to save."""
        return len(self.nodes), self.renamed

    def snapshot(self) -> Run:
        """This run as it is now, for another thread to read while this one grows; the records are shared."""
        taken = copy.copy(self)
        taken.names = dict(self.names)
        taken.nodes, taken.findings, taken.replayed = list(self.nodes), dict(self.findings), dict(self.replayed)
        taken.maps = {space: state.snapshot() for space, state in self.maps.items()}
        return taken

    def until(self, node: int) -> Run:
        """This run as it was when `node` had just come; the records are shared. Raises IndexError: no such node."""
        if not 0 <= node < len(self.nodes):
            raise IndexError(f"node {node} is not among the {len(self.nodes)} of this run")
        taken = self.snapshot()
        taken.nodes = [
            replace(record, children=[child for child in record.children if child <= node])
            for record in self.nodes[: node + 1]
        ]
        taken.names = {at: name for at, name in self.names.items() if at <= node}
        taken.current = node
        taken.logits = None if self.logits is None else self.logits[: len(taken)]
        if taken.distribution is not None and taken.distribution[0] > node:
            taken.distribution = None
        return taken

    # -- reading -------------------------------------------------------------------------------------------------

    @property
    def path(self) -> Sequence[int]:
        """Nodes from the root to the current one; index = position."""
        key = (self.current, self.changed)
        if key != self._path_key:
            self._path = self.path_to(self.current)
            self._path_key = key
        return self._path

    def path_to(self, node: int) -> list[int]:
        """Nodes from the root to `node`."""
        path: list[int] = []
        while node >= 0:
            path.append(node)
            node = self.nodes[node].parent
        path.reverse()
        return path

    @property
    def n_prompt(self) -> int:
        """How many tokens of the active path are the prompt's: not all `prompt_tokens` where it leaves the prompt."""
        return self.prompt_in(self.path)

    def prompt_in(self, path: Sequence[int]) -> int:
        """How many of a path's tokens are the prompt's, whose nodes are the first of the run."""
        return bisect_left(path, self.prompt_tokens)

    def branch_end(self, node: int) -> int:
        """The leaf of the branch that `node` lies on: the one that its first continuations lead to.

        So a branch stays the same one while it grows, and when another is made from a token before its end.
        """
        while self.nodes[node].children:
            node = self.nodes[node].children[0]
        return node

    def __len__(self) -> int:
        """T, the number of positions of the active path."""
        return len(self.path)

    @property
    def leaves(self) -> list[int]:
        """Nodes without children: the ends of all branches, oldest first."""
        return [record.node for record in self.nodes if not record.children]

    def at(self, position: int) -> NodeRecord:
        """The record at a position of the active path (negative counts from the end). Raises IndexError."""
        return self.nodes[self.path[position]]

    @property
    def token_ids(self) -> I32:
        """[T] token ids of the active path."""
        return np.array([self.nodes[node].token_id for node in self.path], dtype=np.int32)

    @property
    def surprisal(self) -> F32:
        """[T] bits; NaN at position 0."""
        return np.array([self.nodes[node].surprisal for node in self.path], dtype=np.float32)

    @property
    def entropy(self) -> F32:
        """[T] bits of the next-token distribution at each position."""
        return np.array([self.nodes[node].entropy for node in self.path], dtype=np.float32)

    def probability(self, position: int) -> float:
        """Untempered probability the model gave the token at `position` (NaN at 0)."""
        return float(2.0 ** -self.at(position).surprisal)

    def stacked(self, name: str) -> AnyArray | None:
        """`resid` [T, L+1, D], `neurons` [T, L, M], or `next_*` [T, K] by name; None where a position lacks it."""
        rows = [getattr(self.nodes[node], name) for node in self.path]
        if not rows or any(row is None for row in rows):
            return None
        return np.stack(rows)

    def attention(self, layer: int, head: int) -> F32 | None:
        """[T, T] of one head on the active path: stored or replayed; None where neither is there."""
        n = len(self)
        replayed = self.replayed.get((self.current, layer, "attn", head))
        if replayed is not None:
            return replayed
        if not n:
            return None
        matrix = np.zeros((n, n), np.float32)  # [query, key]
        for row, node in enumerate(self.path):
            rows = self.nodes[node].attn
            if rows is None:
                return None
            matrix[row, : row + 1] = rows[layer, head]
        return matrix
