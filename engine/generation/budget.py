"""What of a run is recorded at once, and what is computed again when somebody looks at it.

The rule: token numbers and `resid` are always recorded, (L + 1) * D * 4 bytes a token (71 KB for the default model).
`neurons` and then `attn` are recorded while what was recorded of both stays within the budget; a prompt is judged as a
whole. The first record of a quantity that does not fit ends its recording for the run, since a view needs every
position of the path; from there on its blocks are replayed on demand.
"""

from __future__ import annotations

from engine.capture.anatomy import Anatomy


class MemoryBudget:
    """Bytes of `neurons` and `attn` recorded so far in a run, and what may still be."""

    def __init__(self, anatomy: Anatomy, limit: int) -> None:
        self._anatomy = anatomy
        self._limit = limit
        self._used = 0
        self.neurons = "neurons" not in anatomy.missing
        self.attn = "attn" not in anatomy.missing

    def admit(self, start: int, count: int, chunk: int) -> None:
        """Decide, in `neurons` and `attn`, what is recorded of `count` tokens after `start`, run `chunk` at a time."""
        if self.neurons:
            self.neurons = self._take(count * self._anatomy.n_layers * self._anatomy.d_mlp * 4)
        if self.attn:
            self.attn = self._take(attention_bytes(self._anatomy, start, count, chunk))

    def _take(self, n_bytes: int) -> bool:
        if self._used + n_bytes > self._limit:
            return False
        self._used += n_bytes
        return True


def attention_bytes(anatomy: Anatomy, start: int, count: int, chunk: int) -> int:
    """Bytes of `attn` for `count` query rows after `start`, each chunk as wide as its last row."""
    entries = 0
    for low in range(0, count, chunk):
        rows = min(chunk, count - low)
        entries += rows * (start + low + rows)
    return entries * anatomy.n_layers * anatomy.n_heads * 4
