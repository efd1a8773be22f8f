"""The board of interventions: what a person has put up to be changed, switched on or not, in an order of their own.

It is frozen, as all of `UiState`: an edit makes a new one, which is what makes undoing one line of code. The plan that
the engine follows comes from it: rows that are off, or that this model has no part for, are left out; where one row is
solo, only that one counts; "last" becomes the position looked at.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from engine import checked_json
from engine.errors import InputRefused, JsonProblem, in_short, shown
from engine.records import Change, Intervention, ModelInfo, Plan, Site
from engine.sentences import say
from viz.typed_number import plain_number

LOW, HIGH = -2.0, 10.0  # ends of the slider; a number that is typed may go up to `MOST`
MOST = 1000.0
FORMAT = 1
QUOTED = 60  # characters of what was typed or read, in a sentence about it
LONGEST_NAME = 200
Where = tuple[int, ...] | Literal["last"] | None
_SITE = re.compile(
    r"\s*l?(\d+)\s*[.:\s]\s*(?:(n|h)?(\d+)|(attention|attn|att|a|mlp|m))\s*(?:[=×x*]\s*(\S+))?\s*", re.IGNORECASE
)


@dataclass(frozen=True)
class Row:
    """One intervention."""

    site: Site
    scale: float = 0.0
    mean: bool = False
    where: Where = None  # None: all positions
    on: bool = True
    solo: bool = False
    name: str = ""

    def change(self, last: int) -> Change:
        """As the engine takes it, with the position looked at as `last`."""
        where = (max(last, 0),) if self.where == "last" else self.where
        return Change(self.site, 1.0 if self.mean else self.scale, self.mean, where)

    @property
    def effect(self) -> str:
        """`× 0`, `mean`, `× 1.5 at 3,5-8`."""
        what = "mean" if self.mean else f"× {shown_scale(self.scale)}"
        return what if self.where is None else f"{what} @ {shown_positions(self.where)}"


@dataclass(frozen=True)
class Board:
    """Rows from the top."""

    rows: tuple[Row, ...] = ()

    def active(self, row: Row) -> bool:
        """Whether a row counts: it is on, and either solo or nothing is."""
        return row.on and (row.solo or not any(other.solo for other in self.rows))

    def plan(self, last: int = 0, info: ModelInfo | None = None) -> Plan:
        """What is switched on, as the engine takes it."""
        fits = (row for row in self.rows if self.active(row) and (info is None or not why_not(row.site, info)))
        return Plan(tuple(row.change(last) for row in fits))

    def index(self, site: Site) -> int:
        """Where the row of `site` is, -1 for nowhere."""
        return next((index for index, row in enumerate(self.rows) if row.site == site), -1)

    def put(self, row: Row) -> Board:
        """With `row` at the end, or in the place of the one at the same site (whose name it keeps)."""
        at = self.index(row.site)
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
    return Row(site, scale_of(scale) if scale else 0.0)


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


def scale_of(text: str) -> float:
    """A scale that is typed. Raises InputRefused where it is none."""
    try:
        value = float(plain_number(text).strip().lstrip("×x* "))
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or abs(value) > MOST:
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
    """Positions that are typed: `all`, `last`, or `3,5-8`. Raises InputRefused where they are none."""
    asked = text.strip().lower()
    if asked in ("", "all", "*"):
        return None
    if asked == "last":
        return "last"
    found: set[int] = set()
    for part in asked.split(","):
        match = re.fullmatch(r"\s*(\d{1,7})\s*(?:[-–]\s*(\d{1,7})\s*)?", part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if not first <= last < first + 100_000:
            raise InputRefused(
                say(
                    "Positions are written all, last, or like 3,5-8 (from 0 on), but “{text}” was given.",
                    text=in_short(text, QUOTED),
                )
            )
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def shown_positions(where: Where) -> str:
    """As `positions_of` reads them."""
    if where is None or where == "last":
        return where or "all"
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
    parts = [
        f"{it.site} {Row(it.site, it.scale, it.mean, it.positions).effect}" if isinstance(it, Change) else str(it)
        for it in changes
    ]
    return ", ".join(parts[:most]) + (f" +{len(parts) - most}" if len(parts) > most else "")


# -- files -------------------------------------------------------------------------------------------------------


def to_json(board: Board, model: str) -> str:
    """The board as text for a file."""
    rows = [
        {
            "site": str(row.site),
            "scale": row.scale,
            "mean": row.mean,
            "positions": list(row.where) if isinstance(row.where, tuple) else row.where or "all",
            "on": row.on,
            "solo": row.solo,
            "name": row.name,
        }
        for row in board.rows
    ]
    return json.dumps({"orrery": "interventions", "format": FORMAT, "model": model, "rows": rows}, indent=1) + "\n"


def from_json(text: str) -> tuple[Board, str]:
    """A board and the model it was made for.

    Raises:
        InputRefused: it is no such file, one of a newer format, or damaged; the sentence says where.
    """
    try:
        found = checked_json.parsed(text, spare_numbers=True)  # a row with such a number is named
    except JsonProblem as error:
        raise InputRefused(
            say(
                "This file is not a list of interventions saved by Orrery: it cannot be read as JSON ({error}).",
                error=error,
            )
        ) from error
    if not isinstance(found, dict) or found.get("orrery") != "interventions":
        raise InputRefused(
            say(
                'This file is not a list of interventions saved by Orrery: the entry "orrery": "interventions" '
                "is missing. Choose a .json file that was saved here."
            )
        )
    if found.get("format") != FORMAT:
        raise InputRefused(
            say(
                "This list of interventions has the format {get}, but this Orrery reads format {format}. Get a "
                "newer version of Orrery.",
                get=shown(found.get("format")),
                format=FORMAT,
            )
        )
    rows = found.get("rows")
    if not isinstance(rows, list):
        raise InputRefused(say("This list of interventions is damaged: its rows are not a list. Choose another file."))
    board = Board()
    for number, row in enumerate(rows, start=1):
        made = _row(row, number)
        if board.index(made.site) >= 0:
            raise InputRefused(
                say(
                    "This list of interventions is damaged: {site} is in it twice (row {number}).",
                    site=made.site,
                    number=number,
                )
            )
        board = board.put(made)
    return board, in_short(found.get("model", ""), LONGEST_NAME)


def _row(row: Any, number: int) -> Row:
    try:
        made = row_of(str(row["site"]))
        positions = row.get("positions", "all")
        where = positions_of(positions if isinstance(positions, str) else ",".join(str(int(it)) for it in positions))
        scale, mean = scale_of(str(row.get("scale", 0.0))), row.get("mean", False)
        flags = (mean, row.get("on", True), row.get("solo", False))
        for key, flag in zip(("mean", "on", "solo"), flags, strict=True):
            if not isinstance(flag, bool):
                raise InputRefused(say("“{key}” must be true or false, but is {flag}.", key=key, flag=shown(flag)))
    except InputRefused as error:
        raise InputRefused(
            say("This list of interventions is damaged in row {number}: {error}", number=number, error=error)
        ) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputRefused(
            say(
                "This list of interventions is damaged in row {number}: it names no component, or positions that "
                "are none.",
                number=number,
            )
        ) from error
    return Row(made.site, scale, flags[0], where, flags[1], flags[2], in_short(row.get("name", ""), LONGEST_NAME))
