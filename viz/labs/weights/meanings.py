"""What a row or a column of a matrix is to the model: which neuron, head, dimension or token. Plain values."""

from __future__ import annotations

from dataclasses import dataclass

from engine.labs.weights.records import Axis, Kind
from engine.records import I32


@dataclass(frozen=True)
class Meaning:
    """One row or column."""

    kind: Kind
    number: int  # of the token, position, dimension or neuron; of a head its number in the layer
    within: int = 0  # of a head: which of its rows
    width: int = 1
    readers: tuple[int, int] = (0, 0)  # of a key and value head: the first and the last query head that reads it
    part: str = ""


def stored_at(order: I32, index: int) -> int:
    """Which stored row or column stands at a place of the picture."""
    return int(order[index]) if len(order) else index


def meaning(axis: Axis, index: int) -> Meaning:
    """What the stored row or column `index` is."""
    at = index
    for piece in axis.pieces:
        if at >= piece.n:
            at -= piece.n
            continue
        if piece.kind not in ("head", "kv head"):
            return Meaning(piece.kind, piece.first + at, part=piece.part)
        head = piece.first + at // piece.width
        readers = head * piece.shared, (head + 1) * piece.shared - 1
        return Meaning(piece.kind, head, at % piece.width, piece.width, readers, piece.part)
    return Meaning("plain", index)


def kinds_of(axis: Axis) -> tuple[Kind, ...]:
    """The kinds of things along an axis, each once."""
    return tuple(dict.fromkeys(piece.kind for piece in axis.pieces))


def group_ends(axis: Axis) -> tuple[float, ...]:
    """Before which stored rows a new head or another part begins."""
    found, start = list[float](), 0
    for piece in axis.pieces:
        step = piece.width if piece.kind in ("head", "kv head") else piece.n
        found += range(start, start + piece.n, max(step, 1))
        start += piece.n
    return tuple(found[1:])
