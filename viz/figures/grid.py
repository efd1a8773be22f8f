"""Where the panels of a figure stand: a grid whose cells are as near to 4:3 as it can be. Numbers only."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from engine.errors import InputRefused
from engine.sentences import say
from viz.figures.spec import MOST_COLUMNS, MOST_PANELS, Panel

WISHED = 4 / 3  # width to height of a panel


@dataclass(frozen=True)
class Cell:
    """The place of a panel, in columns and rows from 0."""

    column: int
    row: int
    across: int = 1
    down: int = 1


@dataclass(frozen=True)
class Box:
    """A rectangle of whole pixels."""

    x: int
    y: int
    width: int
    height: int


def columns_of(count: int, width: float, height: float) -> int:
    """How many columns make `count` panels of a page nearest to `WISHED`."""

    def missed(columns: int) -> float:
        rows = math.ceil(count / columns)
        shape = (width / columns) / max(height / rows, 1e-9)
        return abs(math.log(shape / WISHED)) + 0.4 * (columns * rows - count) / count

    return min(range(1, min(max(count, 1), MOST_COLUMNS) + 1), key=missed)


def cells(panels: Sequence[Panel], columns: int) -> tuple[Cell, ...]:
    """The place of each panel: where it asks to be, else the next free one from the top left.

    Raises:
        InputRefused: two panels ask for one place, or one for more columns than there are.
    """
    taken: dict[tuple[int, int], int] = {}
    found: dict[int, Cell] = {}
    placed = [index for index, panel in enumerate(panels) if panel.row is not None and panel.column is not None]
    for index in (*placed, *(index for index in range(len(panels)) if index not in placed)):
        panel = panels[index]
        cell = _free(panel, columns, taken)
        for place in _places(cell):
            if place in taken:
                raise InputRefused(
                    say(
                        "Panels {one} and {other} stand in one place (row {row}, column {column}). Give one of them "
                        "another row or column, or none.",
                        one=taken[place] + 1,
                        other=index + 1,
                        row=place[1],
                        column=place[0],
                    )
                )
            taken[place] = index
        found[index] = cell
    return tuple(found[index] for index in range(len(panels)))


def _free(panel: Panel, columns: int, taken: dict[tuple[int, int], int]) -> Cell:
    if panel.across > columns or (panel.column or 0) + panel.across > columns:
        raise InputRefused(
            say(
                "A panel asks for column {last}, but the figure has {columns} (“columns”), counted from 0.",
                last=(panel.column or 0) + panel.across - 1,
                columns=columns,
            )
        )
    if panel.row is not None and panel.column is not None:
        return Cell(panel.column, panel.row, panel.across, panel.down)
    for row in range(MOST_PANELS * MOST_COLUMNS) if panel.row is None else (panel.row,):
        for column in range(columns - panel.across + 1) if panel.column is None else (panel.column,):
            cell = Cell(column, row, panel.across, panel.down)
            if not any(place in taken for place in _places(cell)):
                return cell
    return Cell(panel.column or 0, panel.row or 0, panel.across, panel.down)


def _places(cell: Cell) -> list[tuple[int, int]]:
    return [
        (column, row)
        for row in range(cell.row, cell.row + cell.down)
        for column in range(cell.column, cell.column + cell.across)
    ]


def boxes(places: Sequence[Cell], columns: int, within: Box, gap: int) -> tuple[Box, ...]:
    """The rectangles of the cells in `within`, `gap` pixels apart: all columns are as wide, all rows as high."""
    rows = max((cell.row + cell.down for cell in places), default=1)
    lefts = _edges(within.x, within.width, columns, gap)
    tops = _edges(within.y, within.height, rows, gap)
    return tuple(
        Box(
            lefts[cell.column][0],
            tops[cell.row][0],
            lefts[cell.column + cell.across - 1][1] - lefts[cell.column][0],
            tops[cell.row + cell.down - 1][1] - tops[cell.row][0],
        )
        for cell in places
    )


def _edges(start: int, length: int, count: int, gap: int) -> list[tuple[int, int]]:
    each = (length - gap * (count - 1)) / count
    return [(round(start + i * (each + gap)), round(start + i * (each + gap) + each)) for i in range(count)]
