"""Heads as a person writes them: `L5.H1`, or a list such as `5.1 7.3`."""

from __future__ import annotations

MOST_HEADS = 6
Head = tuple[int, int]


def head_name(layer: int, head: int) -> str:
    """`L5.H1`"""
    return f"L{layer}.H{head}"


def head_list(heads: tuple[Head, ...]) -> str:
    """Several, with spaces between."""
    return " ".join(head_name(*head) for head in heads)


def read_heads(text: str, layers: int, heads: int) -> tuple[tuple[Head, ...], str]:
    """Heads written as `5.1 L7.H3, 8.0`, and the first piece that is none of this model's (empty where all are)."""
    found: list[Head] = []
    for piece in text.replace(",", " ").split():
        layer, _, head = piece.upper().removeprefix("L").replace("H", "").partition(".")
        good = layer.isdecimal() and head.isdecimal() and int(layer) < layers and int(head) < heads
        if not good:
            return tuple(found[:MOST_HEADS]), piece
        if (int(layer), int(head)) not in found:
            found.append((int(layer), int(head)))
    return tuple(found[:MOST_HEADS]), ""
