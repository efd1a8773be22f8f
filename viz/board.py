"""The board of interventions: what a person has put up to be changed, switched on or not, in an order of their own.

It is frozen, as all of `UiState`: an edit makes a new one, which is what makes undoing one line of code. The plan that
the engine follows comes from it: rows that are off, or that this model has no part for, are left out; where one row is
solo, only that one counts; "last" becomes the position looked at.
"""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from engine.adjustable import Adjustable, Dial
from engine.errors import InputRefused, in_short
from engine.records import Change, Intervention, ModelInfo, Plan, Positions, Since, Site
from engine.sentences import say
from viz.typed_number import plain_number

LOW, HIGH = -2.0, 10.0  # ends of the slider; a number that is typed may go up to `MOST`
MOST = 1000.0
SITE_DIAL = Dial(LOW, HIGH, 1.0)
QUOTED = 60  # characters of what was typed or read, in a sentence about it
Subject = Site | Adjustable
Where = Positions | Literal["last", "generated"]
_SITE = re.compile(
    r"\s*l?(\d+)\s*[.:\s]\s*(?:(n|h)?(\d+)|(attention|attn|att|a|mlp|m))\s*(?:[=×x*]\s*(\S+))?\s*", re.IGNORECASE
)


@dataclass(frozen=True)
class Row:
    """One intervention: a component of the model, or an intervention of a laboratory.

    The latter is kept without its strength and positions, which are the row's.
    """

    subject: Subject
    scale: float = 0.0  # the strength, in the subject's own unit
    mean: bool = False  # of a component only
    where: Where = None  # None: all positions
    on: bool = True
    solo: bool = False
    name: str = ""

    def __post_init__(self) -> None:
        if isinstance(self.subject, Adjustable):
            object.__setattr__(self, "subject", self.subject.with_strength(0.0).with_positions(None))

    @classmethod
    def of(cls, change: Change | Adjustable) -> Row:
        """The row that does what `change` does."""
        if isinstance(change, Change):
            return cls(change.site, change.scale, change.mean, change.positions)
        return cls(change, change.strength, where=change.positions)

    @property
    def site(self) -> Site | None:
        """The component; None for an intervention of a laboratory."""
        return self.subject if isinstance(self.subject, Site) else None

    @property
    def target(self) -> Hashable:
        """What it changes: a board holds one row of each."""
        return self.subject if isinstance(self.subject, Site) else self.subject.target

    @property
    def layer(self) -> int:
        """The block that it is in."""
        return self.subject.layer

    @property
    def label(self) -> str:
        """Its short name: L5.H1, F123."""
        return str(self.subject) if isinstance(self.subject, Site) else self.subject.label

    @property
    def dial(self) -> Dial:
        """The range of its strength."""
        return SITE_DIAL if isinstance(self.subject, Site) else self.subject.dial

    def at_neutral(self) -> Row:
        """The same leaving the model as it is: at the strength that does so, or switched off."""
        neutral = self.dial.neutral
        return replace(self, on=False) if neutral is None else replace(self, scale=neutral, mean=False)

    def change(self, last: int, prompt: int = 0) -> Change | Adjustable:
        """As the engine takes it, with the position looked at as `last`, after a prompt of so many tokens."""
        named: dict[Where, Positions] = {"last": (max(last, 0),), "generated": Since(prompt)}
        where = named[self.where] if isinstance(self.where, str) else self.where
        if isinstance(self.subject, Site):
            return Change(self.subject, 1.0 if self.mean else self.scale, self.mean, where)
        return self.subject.with_strength(self.scale).with_positions(where)

    def why_not(self, info: ModelInfo) -> str:
        """Why it cannot be done to a model, in a sentence; "" where it can, as far as can be told here."""
        return why_not(self.subject, info) if isinstance(self.subject, Site) else self.subject.why_not(info)

    @property
    def effect(self) -> str:
        """`× 0`, `mean`, `× 1.5 @ 3,5-8`."""
        if isinstance(self.subject, Site):
            what = "mean" if self.mean else f"× {shown_scale(self.scale)}"
        else:
            what = self.subject.with_strength(self.scale).effect
        return what if self.where is None else f"{what} @ {shown_positions(self.where)}"


@dataclass(frozen=True)
class Board:
    """Rows from the top."""

    rows: tuple[Row, ...] = ()

    def active(self, row: Row) -> bool:
        """Whether a row counts: it is on, and either solo or nothing is."""
        return row.on and (row.solo or not any(other.solo for other in self.rows))

    def plan(self, last: int = 0, info: ModelInfo | None = None, prompt: int = 0) -> Plan:
        """What is switched on, as the engine takes it; the text begins with a prompt of so many tokens."""
        fits = (row for row in self.rows if self.active(row) and (info is None or not row.why_not(info)))
        return Plan(tuple(row.change(last, prompt) for row in fits))

    def index(self, target: Hashable) -> int:
        """Where the row of a component or other target is, -1 for nowhere."""
        return next((index for index, row in enumerate(self.rows) if row.target == target), -1)

    def put(self, row: Row) -> Board:
        """With `row` at the end, or in the place of the one with the same target (whose name it keeps)."""
        at = self.index(row.target)
        if at < 0:
            return Board((*self.rows, row))
        return self.with_row(at, replace(row, name=row.name or self.rows[at].name))

    def with_row(self, index: int, row: Row) -> Board:
        """With another row at `index`."""
        return Board((*self.rows[:index], row, *self.rows[index + 1 :]))

    def without(self, index: int) -> Board:
        """With one row less."""
        return Board((*self.rows[:index], *self.rows[index + 1 :]))

    def moved(self, index: int, to: int) -> Board:
        """With the row at `index` at `to`, the others closing up."""
        rows = list(self.rows)
        rows.insert(min(max(to, 0), len(rows) - 1), rows.pop(index))
        return Board(tuple(rows))

    def soloed(self, index: int) -> Board:
        """Only this row counts; again, and all do."""
        on = not self.rows[index].solo
        rows = (replace(row, solo=on and here == index) for here, row in enumerate(self.rows))
        return Board(tuple(rows))


EMPTY = Board()


# -- reading what is typed ---------------------------------------------------------------------------------------


def row_of(text: str, info: ModelInfo | None = None) -> Row:
    """The row that `L10.N100`, `10.100`, `L5.H1`, `L5.mlp` or `L5.attention` means, also with a scale: `L5.H1=0.5`.

    Raises:
        InputRefused: it cannot be read, or the model has no such part.
    """
    site, scale = _named(text, info)
    return Row(site, scale_of(scale) if scale else 0.0)


def site_of(text: str, info: ModelInfo | None = None) -> Site:
    """The component that is typed. Raises InputRefused as `row_of`."""
    return _named(text, info)[0]


def _named(text: str, info: ModelInfo | None) -> tuple[Site, str | None]:
    """The component and what is typed as its scale."""
    match = _SITE.fullmatch(text)
    if match is None:
        raise InputRefused(
            say(
                "“{text}” names no component: write L10.N100 for a neuron, L5.H1 for a head, L5.mlp or L5.attention.",
                text=in_short(text, QUOTED),
            )
        )
    layer, letter, index, whole, scale = match.groups()
    if whole is not None:
        site = Site("mlp" if whole.lower().startswith("m") else "attention", int(layer))
    else:
        site = Site("head" if (letter or "n").lower() == "h" else "neuron", int(layer), int(index))
    reason = why_not(site, info) if info is not None else ""
    if reason:
        raise InputRefused(reason)
    return site, scale


def why_not(site: Site, info: ModelInfo) -> str:
    """Why a model has no such part, in a sentence; "" where it has."""
    lacks = {"neuron": "neurons", "head": "heads"}.get(site.kind, "")
    reason = info.why_missing("replay") or (info.why_missing(lacks) if lacks else None)
    if reason:
        return reason
    if not 0 <= site.layer < info.n_layers:
        return say(
            "There is no layer {layer}: {name} has layers 0 to {last}.",
            layer=site.layer,
            name=info.name,
            last=info.n_layers - 1,
        )
    count = {"neuron": info.d_mlp, "head": info.n_heads}.get(site.kind, 1)
    if not 0 <= site.index < count:
        values = {"index": site.index, "name": info.name, "last": count - 1}
        if site.kind == "head":
            return say("There is no head {index}: each layer of {name} has 0 to {last}.", **values)
        return say("There is no neuron {index}: each layer of {name} has 0 to {last}.", **values)
    return ""


def strength_of(text: str, subject: Subject) -> float:
    """A strength of a subject that is typed. Raises InputRefused where it is none."""
    if isinstance(subject, Site):
        return scale_of(text)
    value = _number(text)
    if not abs(value) <= MOST:
        raise InputRefused(
            say(
                "The strength of {label} is a number from {least:g} to {most:g}, but “{text}” was given.",
                label=subject.label,
                least=-MOST,
                most=MOST,
                text=in_short(text, QUOTED),
            )
        )
    return value


def _number(text: str) -> float:
    """NaN where it is none."""
    try:
        return float(plain_number(text).strip().lstrip("×x* "))
    except ValueError:
        return math.nan


def scale_of(text: str) -> float:
    """A scale that is typed. Raises InputRefused where it is none."""
    value = _number(text)
    if not abs(value) <= MOST:
        raise InputRefused(
            say(
                "A scale is a number from {least:g} to {most:g} (0 = off, 1 = unchanged), but “{text}” was given.",
                least=-MOST,
                most=MOST,
                text=in_short(text, QUOTED),
            )
        )
    return value


def positions_of(text: str) -> Where:
    """Positions that are typed: `all`, `last`, `generated`, `3,5-8`, or `5-` for those from 5 on.

    Raises:
        InputRefused: they are none.
    """
    asked = text.strip().lower()
    if asked in ("", "all", "*"):
        return None
    if asked in ("last", "generated"):
        return "last" if asked == "last" else "generated"
    if since := re.fullmatch(r"(\d{1,7})\s*[-–]", asked):
        return Since(int(since[1]))
    found: set[int] = set()
    for part in asked.split(","):
        match = re.fullmatch(r"\s*(\d{1,7})\s*(?:[-–]\s*(\d{1,7})\s*)?", part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if not first <= last < first + 100_000:
            raise InputRefused(
                say(
                    "Positions are written all, last, generated, or like 3,5-8 or 5- (from 0 on), but “{text}” was "
                    "given.",
                    text=in_short(text, QUOTED),
                )
            )
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def shown_positions(where: Where) -> str:
    """As `positions_of` reads them."""
    if where is None or isinstance(where, str):
        return where or "all"
    if isinstance(where, Since):
        return f"{where.position}-"
    runs: list[list[int]] = []
    for position in where:
        if runs and position == runs[-1][1] + 1:
            runs[-1][1] = position
        else:
            runs.append([position, position])
    return ",".join(str(low) if low == high else f"{low}-{high}" for low, high in runs)


def shown_scale(scale: float) -> str:
    """A scale with as many digits as it needs, and a true minus."""
    return f"{scale:z.3g}".replace("-", "−")


def told(changes: Iterable[Intervention], most: int = 3) -> str:
    """`L5.H1 × 0, L10.N100 mean` for a line; the rest as a number."""
    parts = [_told(it) for it in changes]
    return ", ".join(parts[:most]) + (f" +{len(parts) - most}" if len(parts) > most else "")


def _told(change: Intervention) -> str:
    if not isinstance(change, Change | Adjustable):
        return str(change)
    row = Row.of(change)
    return f"{row.label} {row.effect}"
