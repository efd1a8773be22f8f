"""The charts of where facts and grammar are read and lost: shares by state, and falls by layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.facts.records import OfKind, Where
from engine.records import F32
from viz.charts.aim import Columns
from viz.charts.keys import Key
from viz.charts.numbers import percent, signed
from viz.charts.rulers import Ruler, categories, shares
from viz.joined import sentences
from viz.state_names import layer_of, row_after, state_name, state_tick, states_axis
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected
Band = tuple[F32, F32, F32]


def name_of(kind: str) -> str:
    """Facts, or grammar."""
    return {"facts": translate("Facts", "facts"), "grammar": translate("Facts", "grammar")}[kind]


def colour_of(kind: str, theme: Theme) -> tuple[str, int]:
    """A kind's colour and dash."""
    return {"facts": (theme.accent, 0), "grammar": (theme.categories[0], 1)}[kind]


def draw_where(grid: ChartGrid, found: Where, theme: Theme, layer: int, choose: Callable[[int], object]) -> None:
    """Read, MLP, attention: one below the other."""
    keys = []
    for kind in found.kinds:
        colour, dash = colour_of(kind.name, theme)
        keys.append(Key(f"{name_of(kind.name)} ({kind.n})", colour, dash=dash))
    grid.key(0, 0, keys)
    _read(grid.plot(1, 0), found, theme, layer, choose)
    _falls(grid.plot(2, 0), found, theme, layer, choose, mlp=True)
    _falls(grid.plot(3, 0), found, theme, layer, choose, mlp=False)
    grid.share({1: 5, 2: 4, 3: 4})


def _read(plot: Plot, found: Where, theme: Theme, layer: int, choose: Callable[[int], object]) -> None:
    n = len(found.kinds[0].read)
    plot.show_axes(
        categories(tuple(state_tick(row) for row in range(n)), states_axis(), chosen=row_after(layer)),
        Ruler(-0.02, 1.02, translate("Facts", "share read through the logit lens, 95 % interval"), shares),
    )
    xs = np.arange(float(n))
    plot.limit(0.5, translate("Facts", "chance"), colour=theme.muted, across=True)
    for kind in found.kinds:
        _band(plot, xs, (kind.read, kind.read_low, kind.read_high), kind.name, theme)
        centre, low, high = kind.centre_read
        colour = colour_of(kind.name, theme)[0]
        at = 0.75 + (0.03 if kind.name == "facts" else -0.03)
        plot.errors([centre], [at], [low], [high], colour, cap=0.03, across=True)
        plot.points([centre], [at], colour, symbol="d")
    plot.aim(Columns(xs), lambda row: _row_words(found, row, n), choose=lambda row: choose(layer_of(row)), browse=True)


def _row_words(found: Where, row: int, rows: int) -> str:
    said = [
        translate("Facts", "{kind}: {value} read ({low} to {high}).").format(
            kind=name_of(kind.name), value=percent(float(kind.read[row])), low=percent(float(kind.read_low[row])),
            high=percent(float(kind.read_high[row])),
        )
        for kind in found.kinds
    ]  # fmt: skip
    return sentences(translate("Facts", "{where}.").format(where=state_name(row, rows)), *said)


def band_of(kind: OfKind, mlp: bool) -> Band:
    """Its falls, with their interval."""
    if mlp:
        return kind.mlp, kind.mlp_low, kind.mlp_high
    return kind.attention, kind.attention_low, kind.attention_high


def _falls(
    plot: Plot, found: Where, theme: Theme, layer: int, choose: Callable[[int], object], *, mlp: bool
) -> None:  # fmt: skip
    n = len(found.kinds[0].mlp)
    bands = [band_of(kind, mlp) for kind in found.kinds]
    values = np.concatenate([part for band in bands for part in band])
    values = values[np.isfinite(values)]
    low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
    room = 0.05 * max(high - low, 1e-3)
    part = translate("Facts", "MLP") if mlp else translate("Facts", "attention")
    plot.show_axes(
        categories(tuple(f"L{at}" for at in range(n)), translate("Facts", "layer"), chosen=layer),
        Ruler(min(low, 0.0) - room, high + room,
              translate("Facts", "fall of the logit difference without the {part}").format(part=part)),
    )  # fmt: skip
    xs = np.arange(float(n))
    plot.limit(0.0, colour=theme.border, dash=0, across=True)
    for kind, band in zip(found.kinds, bands, strict=True):
        _band(plot, xs, band, kind.name, theme)
        if mlp:
            centre, left, right = kind.centre_mlp
            colour, at = colour_of(kind.name, theme)[0], high - (0.0 if kind.name == "facts" else room * 2)
            plot.errors([centre], [at], [left], [right], colour, cap=room, across=True)
            plot.points([centre], [at], colour, symbol="d")

    def words(at: int) -> str:
        said = [
            translate("Facts", "{kind}: {value} ({low} to {high}).").format(
                kind=name_of(kind.name), value=signed(float(band[0][at])), low=signed(float(band[1][at])),
                high=signed(float(band[2][at])),
            )
            for kind, band in zip(found.kinds, bands, strict=True)
        ]  # fmt: skip
        return sentences(translate("Facts", "L{layer} without its {part}.").format(layer=at, part=part), *said)

    plot.aim(Columns(xs), words, choose=choose, browse=True)


def _band(plot: Plot, xs: np.ndarray, band: Band, kind: str, theme: Theme) -> None:
    colour, dash = colour_of(kind, theme)
    plot.band(xs, band[1], band[2], colour)
    plot.line(xs, band[0], colour, dash=dash, dots=True, name=name_of(kind))
