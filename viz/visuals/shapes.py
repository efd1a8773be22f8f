"""What is drawn as lines and as discs, as arrays; how is up to OpenGL (`ribbons`, `discs`) or a painter of vectors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.records import F32


@dataclass(frozen=True)
class Segments:
    """R straight pieces."""

    start: F32  # [R, 3]
    end: F32  # [R, 3]
    width: F32  # [R, 2] at start and end, in logical pixels
    colour: F32  # [R, 2, 4] at start and end, red, green, blue, alpha
    order: F32  # [R] when it is whole
    rate: F32  # [R] how fast it grows until then
    head: F32  # [R] length of the arrow head in logical pixels, 0 = a line

    def __len__(self) -> int:
        return len(self.start)


_NONE = np.zeros(0, np.float32)
NO_SEGMENTS = Segments(
    np.zeros((0, 3), np.float32), np.zeros((0, 3), np.float32), np.zeros((0, 2), np.float32),
    np.zeros((0, 2, 4), np.float32), _NONE, _NONE, _NONE,
)  # fmt: skip


def joined(parts: list[Segments]) -> Segments:
    """Several lists as one, drawn in that order."""
    fields = ("start", "end", "width", "colour", "order", "rate", "head")
    return Segments(*(np.concatenate([getattr(part, name) for part in parts]) for name in fields))


@dataclass(frozen=True)
class Marks:
    """n marked places."""

    place: F32  # [n, 3]
    colour: F32  # [n, 4]
    look: F32  # [n, 4] diameter in logical pixels, order of appearance, glow 0..1, ring width (0 = filled)

    def __len__(self) -> int:
        return len(self.place)
