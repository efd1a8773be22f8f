"""The four charts of "Who says Mary": shares by layer and head, the largest as bars, knock-outs, and attention."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.two_names.records import Names
from engine.records import F32
from viz.charts.aim import Cells, Rows, Spot
from viz.charts.head_names import Head, head_name
from viz.charts.heatmap import Colouring
from viz.charts.numbers import NOT_THERE, percent, signed, with_percent
from viz.charts.rulers import Ruler, categories
from viz.labs.two_names.frame import Knock, Share
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected

SEEN = 0.05  # attention from which on a cell says its percent


@dataclass(frozen=True)
class Gestures:
    """Which head is chosen and pointed at, and what is told when that changes."""

    chosen: Head
    hover: Head | None
    point: Callable[[Head | None], object]
    choose: Callable[[Head], object]


class ShareCells(Cells):
    """Cells of the heads, an empty column, and a column of MLPs."""

    def __init__(self, layers: int, heads: int) -> None:
        super().__init__(layers, heads + 2)
        self._heads = heads

    def spot(self, thing: Head) -> Spot | None:
        return None if thing[1] == self._heads else super().spot(thing)


def share_colours(found: Names, theme: Theme) -> Colouring:
    """Colours of shares, symmetric around 0."""
    both = np.concatenate([found.heads.ravel(), found.mlp])
    return Colouring(theme.diverging, "", max(float(np.nanmax(np.abs(both), initial=0.0)), 1e-6), signed=True)


def draw_picture(plot: Plot, found: Names, colouring: Colouring, theme: Theme, gestures: Gestures) -> None:
    """Layers x heads, and a column for the MLPs apart, coloured by their share around 0."""
    layers, heads = found.heads.shape
    gap = np.full((layers, 1), np.nan, np.float32)
    values = np.hstack([found.heads, gap, found.mlp[:, None]]).astype(np.float32)  # [L, H + 2]
    columns = (*(f"H{head}" for head in range(heads)), "", "MLP")
    chosen = gestures.chosen[0] if gestures.chosen[0] < layers else None
    plot.show_axes(
        categories(columns, far=True),
        categories(tuple(f"L{layer}" for layer in range(layers)), down=True, chosen=chosen),
    )
    plot.heat(values, colouring, parted=True)
    for layer, column in np.argwhere(~np.isfinite(values)).tolist():
        if column != heads:
            plot.hatch(column - 0.5, layer - 0.5, 1, 1)
    for head, colour in ((gestures.chosen, theme.accent), (gestures.hover, theme.path)):
        if head is not None and head[0] < layers and head[1] < heads:
            plot.cell(*head, colour)

    def words(cell: Head) -> str:
        name = head_name(*cell) if cell[1] < heads else f"L{cell[0]}.MLP"
        value = float(values[cell])
        return f"{name}\n{signed(value) if np.isfinite(value) else NOT_THERE}"

    plot.aim(
        ShareCells(layers, heads), words, point=lambda cell: gestures.point(cell if cell and cell[1] < heads else None),
        choose=lambda cell: gestures.choose(cell) if cell[1] < heads else None, chosen=gestures.chosen,
    )  # fmt: skip


def draw_shares(plot: Plot, shares: Sequence[Share], theme: Theme, gestures: Gestures) -> None:
    """Signed bars around a middle line: for the answer to the right, against it to the left."""
    values = np.array([share.value for share in shares])
    names = tuple(share.name for share in shares)
    heads = [share.head for share in shares]
    rows = _rows(names, heads, gestures)
    numbers = categories(tuple(map(signed, values.tolist())), down=True, far=True)
    plot.show_axes(_span(values), rows, numbers)
    colours = [theme.diverging[-1 if value >= 0 else 0] for value in values]
    plot.bars(np.arange(len(shares)), values, colours, thick=0.6, across=True)
    plot.limit(0.0, colour=theme.muted, dash=0)
    plot.aim(
        Rows(len(shares)), lambda row: f"{names[row]}\n{signed(float(values[row]))}",
        point=lambda row: gestures.point(None if row is None else heads[row]),
        choose=lambda row: _choose(heads[row], gestures), chosen=_at(heads, gestures.chosen),
    )  # fmt: skip


def draw_knocks(
    plot: Plot, knocks: Sequence[Knock], intact: float, mean: str, theme: Theme, gestures: Gestures
) -> None:
    """Two bars per head, what is left of the difference: zero above, mean below; a line where it was."""
    at, heads = np.arange(len(knocks)), [knock.head for knock in knocks]
    zero, means = (np.array([getattr(knock, name) for knock in knocks]) for name in ("zero", "mean"))
    names = tuple(head_name(*head) for head in heads)
    left = tuple(f"{signed(knock.zero)} {signed(knock.mean)}" for knock in knocks)
    plot.show_axes(
        _span(np.concatenate([zero, means, [intact]])), _rows(names, heads, gestures),
        categories(left, down=True, far=True),
    )  # fmt: skip
    plot.bars(at, zero, theme.fan, thick=0.34, shift=-0.19, across=True, name=translate("TwoNames", "zero"))
    plot.bars(at, means, theme.path, thick=0.34, shift=0.19, across=True, name=mean)
    plot.limit(0.0, colour=theme.muted, dash=0)
    plot.limit(intact, colour=theme.text)

    def words(row: int) -> str:
        values = (
            (translate("TwoNames", "zero"), zero[row]),
            (mean, means[row]),
            (translate("TwoNames", "original"), intact),
        )
        return "\n".join([names[row], *(f"{name} {signed(float(value))}" for name, value in values)])

    plot.aim(
        Rows(len(knocks)), words, point=lambda row: gestures.point(None if row is None else heads[row]),
        choose=lambda row: _choose(heads[row], gestures), chosen=_at(heads, gestures.chosen),
    )  # fmt: skip


def draw_attention(
    plot: Plot, texts: tuple[str, ...], heads: Sequence[Head], attention: F32, marked: frozenset[int],
    colouring: Colouring, gestures: Gestures,
) -> None:  # fmt: skip
    """One row of cells per head, a cell per token of the sentence: how much the last token attends to it."""
    values = np.array([attention[head] for head in heads], np.float32)  # [n, T]
    names = tuple(head_name(*head) for head in heads)
    plot.show_axes(categories(texts, far=True, marked=marked), _rows(names, list(heads), gestures))

    def written(row: int, column: int) -> tuple[str, bool]:
        value = float(values[row, column])
        return (with_percent(f"{100 * value:z.0f}") if value >= SEEN else ""), False

    plot.heat(values, colouring, parted=True, write=written)
    plot.aim(
        Cells(*values.shape), lambda cell: f"{names[cell[0]]} · {texts[cell[1]]}\n{percent(float(values[cell]))}",
        point=lambda cell: gestures.point(None if cell is None else heads[cell[0]]),
        choose=lambda cell: gestures.choose(heads[cell[0]]),
    )  # fmt: skip


def _rows(names: tuple[str, ...], heads: Sequence[Head | None], gestures: Gestures) -> Ruler:
    """Names down the side; the chosen head's stands out, and the one pointed at."""
    hover = _at(heads, gestures.hover)
    marked = frozenset() if hover is None else frozenset({hover})
    return categories(names, down=True, chosen=_at(heads, gestures.chosen), marked=marked)


def _at(heads: Sequence[Head | None], head: Head | None) -> int | None:
    return heads.index(head) if head is not None and head in heads else None


def _choose(head: Head | None, gestures: Gestures) -> None:
    if head is not None:
        gestures.choose(head)


def _span(values: np.ndarray[tuple[int, ...], np.dtype[np.floating]]) -> Ruler:
    """A scale without numbers that holds all values and 0: the numbers stand beside the bars."""
    low, high = min(float(np.nanmin(values, initial=0.0)), 0.0), max(float(np.nanmax(values, initial=0.0)), 0.0)
    room = 0.03 * max(high - low, 1e-9)
    return Ruler(low - room if low < 0 else 0.0, high + room, hidden=True, lines=False)
