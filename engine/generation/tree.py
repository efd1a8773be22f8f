"""The tree of tokens as the engine knows it: parents and ids, and the residual states that replaying needs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.errors import InputRefused
from engine.records import F32, I32
from engine.sentences import say


class TokenTree:
    """Nodes are numbered as they come; a node's parent precedes it."""

    def __init__(self) -> None:
        self.parents: list[int] = []
        self.token_ids: list[int] = []
        self.positions: list[int] = []
        self.resid: dict[int, F32] = {}  # node -> [L+1, D]
        self._children: dict[tuple[int, int], int] = {}

    def __len__(self) -> int:
        return len(self.parents)

    def add(self, parent: int, token_id: int) -> int:
        """Put a token after `parent` (-1 for the first) and return its node."""
        node = len(self.parents)
        self.parents.append(parent)
        self.token_ids.append(token_id)
        self.positions.append(self.positions[parent] + 1 if parent >= 0 else 0)
        self._children[parent, token_id] = node
        return node

    def child(self, parent: int, token_id: int) -> int | None:
        """The node of `token_id` after `parent`, None where there is none yet."""
        return self._children.get((parent, token_id))

    def path(self, node: int) -> list[int]:
        """Nodes from the root to `node`; empty for -1.

        Raises:
            InputRefused: there is no such node.
        """
        self.require(node)
        found: list[int] = []
        while node >= 0:
            found.append(node)
            node = self.parents[node]
        found.reverse()
        return found

    def require(self, node: int) -> None:
        """Refuse a node that is not there."""
        if not -1 <= node < len(self.parents):
            raise InputRefused(
                say(
                    "This run has no token number {node}: they are numbered 0 to {last}.",
                    node=node,
                    last=len(self.parents) - 1,
                )
            )

    def ids(self, nodes: Sequence[int]) -> I32:
        """Token ids of `nodes`. [n] int32"""
        return np.array([self.token_ids[node] for node in nodes], np.int32)
