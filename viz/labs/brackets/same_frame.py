"""Whether a frame would paint the same picture as the one before it, told without looking into arrays.

Findings stay the same objects while they are the same, so identity answers for them; only plain values are compared.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from engine.questions import Question

PLAIN = (str, int, float, bool, Question)


def same_frame(one: Any, other: Any) -> bool:
    """Whether all fields of two frames are the same."""
    if type(one) is not type(other) or not dataclasses.is_dataclass(one):
        return False
    return all(_same(getattr(one, entry.name), getattr(other, entry.name)) for entry in dataclasses.fields(one))


def _same(one: Any, other: Any) -> bool:
    if one is other:
        return True
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    return isinstance(one, PLAIN) and type(one) is type(other) and bool(one == other)
