"""Where pieces of text stand: on lines that break before a space, or as cells of one width. No painting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A piece, or a part of one, on a line: `line` from 0 on, `left` and `wide` in pixels."""

    piece: int
    line: int
    left: float
    wide: float


def running(pieces: Sequence[str], width: float, measure: Callable[[str], float]) -> list[Box]:
    """Pieces one after the other, a new line before the space of a word that does not fit any more."""
    boxes: list[Box] = []
    x, line = 0.0, 0
    for begin, end in words_of(pieces):
        wides = [measure(pieces[at]) for at in range(begin, end)]
        if x > 0 and x + sum(wides) > width:
            x, line = 0.0, line + 1
        for at, wide in zip(range(begin, end), wides, strict=True):
            if x > 0 and x + wide > width:
                x, line = 0.0, line + 1
            boxes.append(Box(at, line, x, wide))
            x += wide
    return boxes


def words_of(pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Runs of pieces that stay on one line: each begins with a space or a line's end, but for the first."""
    if not pieces:
        return []
    begins = [0, *(at for at in range(1, len(pieces)) if pieces[at][:1] in (" ", "\n"))]
    return list(zip(begins, [*begins[1:], len(pieces)], strict=True))


def cells(pieces: Sequence[str], per_line: int) -> list[tuple[int, int, int, int]]:
    """(piece, line, first column, columns) of pieces over lines of `per_line` characters; a piece may be parted."""
    found = []
    at = 0
    for index, piece in enumerate(pieces):
        left = len(piece)
        while left > 0:
            line, column = divmod(at, per_line)
            here = min(left, per_line - column)
            found.append((index, line, column, here))
            at += here
            left -= here
    return found
