"""The logits after the nodes visited last, so that drawing again there is the same draw, to the bit."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from torch import Tensor

LIMIT = 32 * 2**20  # bytes
AT_ONCE = 8  # rows of one prompt chunk that are kept


class LogitRows:
    """Rows of logits [V] by node, the least recently used dropped first."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._rows: OrderedDict[int, Tensor] = OrderedDict()

    def clear(self) -> None:
        """Forget all."""
        self._rows.clear()

    def get(self, node: int) -> Tensor | None:
        """The row after `node`, None where it was dropped."""
        row = self._rows.get(node)
        if row is not None:
            self._rows.move_to_end(node)
        return row

    def keep(self, nodes: Sequence[int], logits: Tensor) -> None:
        """Remember the last rows of `logits` [t, V] for the last of `nodes` [t]; copied, so that no chunk is held."""
        room = max(AT_ONCE, self._limit // (4 * logits.shape[-1]))
        for node, row in list(zip(nodes, logits[-len(nodes) :], strict=True))[-AT_ONCE:]:
            self._rows[node] = row.clone() if len(logits) > 1 else row
            self._rows.move_to_end(node)
        while len(self._rows) > room:
            self._rows.popitem(last=False)
