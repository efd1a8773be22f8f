"""Which further paths stand on the map beside the run's: records that a person's choice makes, kept in `UiState`.

A path names its text itself (what was typed, or the tokens of a run), or follows the run on screen: at another layer,
or with other interventions. Its number, the lowest that is free when it is added, decides its colour and its dash, so a
path looks the same as long as it is there. A bundle is many samples of one text, A or B.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from engine.records import INTACT, Plan

MOST: Final = 8  # paths: as many as have a look of their own
SAID: Final = 60  # characters of a text that name its path

Kind = Literal["prompt", "run", "layer", "plan"]


@dataclass(frozen=True)
class ShownPath:
    """One further path. Of "layer" and "plan" the text is that of the run on screen, however it grows."""

    kind: Kind
    label: str  # the beginning of its text; "" where that is the run's
    model: str = ""  # sha256 of the weights its tokens are of; "": whatever is loaded
    prompt: str = ""  # typed; read as a run's prompt is
    chat: bool = False
    token_ids: tuple[int, ...] = ()
    plan: Plan = INTACT
    layer: int = 0  # of "layer": as in `Space`
    number: int = 0  # 1 .. MOST; 0: not given one yet


@dataclass(frozen=True)
class ShownBundle:
    """Samples of one text: the token ids after it, each with the group that it falls into."""

    letter: Literal["A", "B"]
    label: str
    model: str
    samples: tuple[tuple[int, ...], ...]
    groups: tuple[int, ...]  # of each sample, from 0 on
    typical: tuple[int, ...]  # the sample of each group that is nearest to all others of it
    prompt: str = ""
    token_ids: tuple[int, ...] = ()  # of the text before, where it was not typed
    plan: Plan = INTACT


Shown = ShownPath | ShownBundle
Name = int | str  # of what is shown: a path's number, or a bundle's letter


@dataclass(frozen=True)
class Single:
    """What is singled out among what is shown: a path, or one sample of a bundle; the others stand back."""

    name: Name
    sample: int = -1


def name_of(shown: Shown) -> Name:
    """What it is removed and singled out by."""
    return shown.letter if isinstance(shown, ShownBundle) else shown.number


def with_shown(shown: tuple[Shown, ...], new: Shown) -> tuple[Shown, ...]:
    """`new` among the others: a bundle in the place of the one with its letter, a path under the lowest free number.

    A path that is there already, and one beyond `MOST`, changes nothing.
    """
    if isinstance(new, ShownBundle):
        others = tuple(each for each in shown if name_of(each) != new.letter)
        return tuple(sorted((*others, new), key=_order))
    paths = [each for each in shown if isinstance(each, ShownPath)]
    used = {path.number for path in paths}
    if len(used) >= MOST or any(replace(path, number=0) == replace(new, number=0) for path in paths):
        return shown
    free = next(number for number in range(1, MOST + 1) if number not in used)
    return tuple(sorted((*shown, replace(new, number=free)), key=_order))


def without(shown: tuple[Shown, ...], name: Name | None) -> tuple[Shown, ...]:
    """All others; none where `name` is None."""
    return () if name is None else tuple(each for each in shown if name_of(each) != name)


def in_short(text: str) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SAID else f"{line[: SAID - 1].rstrip()}…"


def tail(text: str) -> str:
    """The end of a text on one line: what continues it follows there."""
    line = " ".join(text.split())
    return line if len(line) <= SAID else f"…{line[1 - SAID :].lstrip()}"


def _order(shown: Shown) -> tuple[bool, str, int]:
    if isinstance(shown, ShownBundle):
        return True, shown.letter, 0
    return False, "", shown.number
