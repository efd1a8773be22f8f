"""What the changes on the board do to the next token at one place."""

from __future__ import annotations

from dataclasses import dataclass

from engine.labs.ablation.records import ChangedNext
from viz.changed import Pairs


@dataclass(frozen=True)
class Effect:
    """What came of the changes; `found` and `pairs` None: there is nothing to show yet."""

    after: str  # the token looked at, in writing
    position: int
    pairs: Pairs | None
    found: ChangedNext | None  # None: nothing is changed
    token: int  # followed, -1 unknown
    token_text: str
    waits: bool
    hovered: int | None
    changed: bool = False  # something on the board, or of the run, is switched on
    best: str = ""  # the changed model's likeliest token
