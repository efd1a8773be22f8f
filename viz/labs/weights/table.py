"""The picture of a matrix as rows of a table: the part in sight, each cell with what its row and column are."""

from __future__ import annotations

import math

import numpy as np

from engine.records import F32
from viz.charts.matrix_pyramid import halved_across, halved_down
from viz.charts.tables import MOST
from viz.intents import SaveTable
from viz.labs.weights.meanings import meaning, stored_at
from viz.labs.weights.tiles import Tile
from viz.labs.weights.weights_frame import WeightsFrame

COLUMNS = (
    "row", "row kind", "row number", "rows in the cell", "column", "column kind", "column number",
    "columns in the cell", "value", "shuffled",
)  # fmt: skip
Seen = tuple[float, float, float, float]  # left, top, right, bottom


def table_of(frame: WeightsFrame, seen: Seen | None) -> SaveTable | None:
    """The cells in sight as sharp as they are known, joined in twos where there are more than a table has room for."""
    picture = frame.picture
    if picture is None:
        return None
    whole = 0.0, 0.0, float(picture.columns), float(picture.rows)
    left, top, right, bottom = seen or whole
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, whole[2]), min(bottom, whole[3])
    sharpest = _sharpest(frame.tiles(False), (left, top, right, bottom))
    control = _sharpest(frame.tiles(True), (left, top, right, bottom))
    one, other = (_cut(tile, (left, top, right, bottom)) for tile in (sharpest, control))
    rows = list[tuple[str | int | float, ...]]()
    for (row, column), value in np.ndenumerate(one.cells):
        at = one.top + row * one.spans[0], one.left + column * one.spans[1]
        if at[0] >= picture.rows or at[1] >= picture.columns:
            continue
        stored = stored_at(picture.row_order, at[0]), stored_at(picture.column_order, at[1])
        of_row, of_column = meaning(picture.row_axis, stored[0]), meaning(picture.column_axis, stored[1])
        rows.append(
            (stored[0], of_row.kind, of_row.number, one.spans[0], stored[1], of_column.kind, of_column.number,
             one.spans[1], _number(float(value)), _number(float(other.cells[row, column])))
        )  # fmt: skip
    about = (
        ("matrix", picture.stored_as), ("shown", frame.chosen.look.shown), ("window", str(frame.chosen.look.window)),
        ("rows in order", frame.chosen.look.rows), ("columns in order", frame.chosen.look.columns),
        ("seed of the shuffle", str(frame.chosen.seed)),
    )  # fmt: skip
    return SaveTable("weights", COLUMNS, tuple(rows), about)


def _number(value: float) -> float | str:
    return float(value) if math.isfinite(value) else ""


def _sharpest(tiles: tuple[Tile, ...], seen: Seen) -> Tile:
    """The sharpest of them that holds all that is in sight."""
    left, top, right, bottom = seen
    return next(
        it for it in (*tiles[:0:-1], tiles[0])
        if it is tiles[0] or (it.left <= left and it.top <= top and it.ends[0] >= bottom and it.ends[1] >= right)
    )  # fmt: skip


def _cut(tile: Tile, seen: Seen) -> Tile:
    """What of a tile is in sight, in at most as many cells as a table has rows."""
    left, top, right, bottom = seen
    first = max(int((top - tile.top) // tile.spans[0]), 0), max(int((left - tile.left) // tile.spans[1]), 0)
    last = -int(-(bottom - tile.top) // tile.spans[0]), -int(-(right - tile.left) // tile.spans[1])
    cells: F32 = tile.cells[first[0] : max(last[0], first[0] + 1), first[1] : max(last[1], first[1] + 1)]
    spans = tile.spans
    start = tile.top + first[0] * spans[0], tile.left + first[1] * spans[1]
    while cells.size > MOST:
        if cells.shape[0] >= cells.shape[1]:
            cells, spans = halved_down(cells, True), (2 * spans[0], spans[1])
        else:
            cells, spans = halved_across(cells, True), (spans[0], 2 * spans[1])
    return Tile(cells, spans, *start)
