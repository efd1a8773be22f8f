"""The charts of features' links and directions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication

from engine.labs.feature_map.records import DecoderGeometry, FeatureGraph
from engine.records import F32, I64, Bools
from engine.sentences import cut
from viz.charts.aim import Columns
from viz.charts.keys import Key
from viz.charts.numbers import NOT_THERE, fixed, percent
from viz.charts.rulers import Ruler, shares
from viz.labs.feature_map.feature_map_frame import FeatureMapFrame
from viz.labs.feature_map.graph_layout import HIGH, WIDE
from viz.labs.feature_map.targets import GraphTargets, Part
from viz.theme import Theme
from viz.token_text import shown

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

F64 = npt.NDArray[np.float64]
translate = QCoreApplication.translate  # by this name its texts are collected
WIDTHS = (0.07, 0.11, 0.17, 0.26)  # em of links, weakest first
NAMED = 24  # features up to which each has its name beside it
BINS = 40
LONGEST = 28  # characters of a label


def link_name(link: str) -> str:
    """What a link's number is."""
    return {
        "cosine": translate("FeatureMap", "cosine of the directions"),
        "firing": translate("FeatureMap", "correlation of the activations"),
        "trigger": translate("FeatureMap", "share of the activations at the other's promoted tokens"),
    }[link]


def number(link: str, value: float) -> str:
    """A link's number."""
    return percent(value) if link == "trigger" else fixed(value, 3)


def name_of(frame: FeatureMapFrame, feature: int) -> str:
    """A feature with a person's label, else the automatic one, else the token at which it is active most."""
    fired = frame.fired
    label = frame.own_labels.get(feature) or (frame.labels[feature] if feature < len(frame.labels) else "")
    if label:
        return f"F{feature} {cut(label, LONGEST)}"
    token = -1 if fired is None or feature >= len(fired.token) else int(fired.token[feature])
    return f"F{feature}" if token < 0 else f"F{feature} {shown(frame.vocabulary, token)}"


# -- the graph -------------------------------------------------------------------------------------------------------


def draw_graph(grid: ChartGrid, frame: FeatureMapFrame, graph: FeatureGraph, theme: Theme,
               choose: Callable[[Part], object]) -> None:  # fmt: skip
    """The chosen feature in the middle, links as lines."""
    assert frame.at is not None  # noqa: S101  with every graph
    at = frame.at
    _draw_keys(grid, graph, theme)
    plot = grid.plot(1, 0)
    wide, high = (max(float(np.abs(at[:, axis]).max()), most) for axis, most in ((0, WIDE), (1, HIGH)))
    plot.show_axes(Ruler(-wide - 0.35, wide + 0.35, hidden=True), Ruler(-high - 0.16, high + 0.16, hidden=True))
    for colour, dash, chosen in ((theme.fan, 1, graph.value < 0), (theme.path, 0, graph.value >= 0)):
        for width, some in zip(WIDTHS, _by_strength(graph, chosen), strict=True):
            _draw_links(plot, at, graph, some, colour, dash, width)
    if graph.link == "trigger":
        one, other = at[graph.ends[:, 0]], at[graph.ends[:, 1]]
        towards = one + 0.8 * (other - one)
        plot.points(towards[:, 0], towards[:, 1], theme.path, size=0.5, edge=theme.path)
    plot.points(at[1:, 0], at[1:, 1], theme.muted, size=0.75)
    plot.points(at[:1, 0], at[:1, 1], theme.accent, size=1.1)
    for row, feature in enumerate(graph.features.tolist()[: NAMED + 1]):
        words = name_of(frame, feature)
        x, y = at[row].tolist()
        plot.words(x, y, words, colour=theme.accent if row == 0 else theme.text, size=0.85,
                   bold=row == 0, anchor=(0.5, -0.25), ground=theme.surface)  # fmt: skip
    plot.aim(GraphTargets(at, graph.ends), lambda part: words_of(frame, graph, part), choose=choose, browse=True)


def _draw_keys(grid: ChartGrid, graph: FeatureGraph, theme: Theme) -> None:
    keys = [Key(link_name(graph.link), theme.path)]
    if (graph.value < 0).any():
        keys.append(Key(translate("FeatureMap", "negative"), theme.fan, dash=1))
    if graph.link == "trigger":
        keys.append(Key(translate("FeatureMap", "nearer to the feature that answers to the tokens"), theme.path, "o"))
    grid.key(0, 0, keys)


def _by_strength(graph: FeatureGraph, chosen: Bools) -> list[I64]:
    """Rows of links in as many groups as there are widths, by their amount beside the largest."""
    amount = np.abs(graph.value)
    most, least = float(amount.max(initial=0.0)), float(amount.min(initial=0.0))
    share = (amount - least) / (most - least) if most > least else np.ones_like(amount)
    group = np.minimum((share * len(WIDTHS)).astype(int), len(WIDTHS) - 1)
    return [np.flatnonzero(chosen & (group == at)) for at in range(len(WIDTHS))]


def _draw_links(plot: Plot, at: F64, graph: FeatureGraph, some: I64,
                colour: str, dash: int, width: float) -> None:  # fmt: skip
    """Some links as one line with gaps."""
    if not len(some):
        return
    ends = graph.ends[some]
    path = np.full((len(ends), 3, 2), np.nan)
    path[:, 0], path[:, 1] = at[ends[:, 0]], at[ends[:, 1]]
    plot.line(path[..., 0].ravel(), path[..., 1].ravel(), colour, dash=dash, width=width)


def words_of(frame: FeatureMapFrame, graph: FeatureGraph, part: Part) -> str:
    """What is said of a feature or of a link."""
    if part.kind == "feature":
        return _feature_words(frame, graph, part.number)
    one, other = (name_of(frame, int(graph.features[end])) for end in graph.ends[part.number])
    row = part.number
    said = translate("FeatureMap", "{one} → {other}") if graph.link == "trigger" else translate(
        "FeatureMap", "{one} and {other}"
    )  # fmt: skip
    lines = [said.format(one=one, other=other)]
    lines.append(
        translate("FeatureMap", "{name}: {value} (chance: {chance})").format(
            name=link_name(graph.link),
            value=number(graph.link, float(graph.value[row])),
            chance=number(graph.link, graph.chance),
        )
    )
    others = {"cosine": graph.cosine, "firing": graph.correlation, "trigger": graph.share}
    lines += [
        f"{link_name(link)}: {number(link, float(values[row]))}"
        for link, values in others.items()
        if link != graph.link and np.isfinite(values[row])
    ]
    if np.isfinite(graph.lift[row]):
        lines.append(
            translate("FeatureMap", "active together {lift} times as often as by chance").format(
                lift=fixed(float(graph.lift[row]), 2)
            )
        )
    return "\n".join(lines)


def _feature_words(frame: FeatureMapFrame, graph: FeatureGraph, row: int) -> str:
    feature, fired = int(graph.features[row]), frame.fired
    lines = [name_of(frame, feature)]
    if fired is not None and feature < len(fired.density):
        lines.append(
            translate("FeatureMap", "active at {density} of the positions, at most {largest}").format(
                density=percent(float(fired.density[feature])), largest=fixed(float(fired.largest[feature]), 2)
            )
        )
        tokens = [shown(frame.vocabulary, token) for token in fired.promoted[feature].tolist() if token >= 0]
        if tokens:
            lines.append(translate("FeatureMap", "promotes {tokens}").format(tokens=" ".join(tokens[:6])))
    if row:
        lines.append(translate("FeatureMap", "Click or press Enter to put it in the middle."))
    return "\n".join(lines)


# -- all directions --------------------------------------------------------------------------------------------------


def draw_directions(grid: ChartGrid, found: DecoderGeometry, theme: Theme) -> None:
    """Nearest cosines and D_i, beside random directions."""
    keys = (
        Key(translate("FeatureMap", "this dictionary"), theme.path),
        Key(translate("FeatureMap", "random directions (control)"), theme.muted, dash=1),
    )
    grid.key(0, 0, keys, columns=2)
    parts = (
        (found.nearest, found.nearest_random, translate("FeatureMap", "cosine with the nearest other direction")),
        (found.own, found.own_random, translate("FeatureMap", "share of a dimension to itself (D)")),
    )
    for column, (values, random, name) in enumerate(parts):
        _draw_histogram(grid.plot(1, column), values, random, name, keys)


def _draw_histogram(plot: Plot, values: F32, random: F32, name: str, keys: tuple[Key, Key]) -> None:
    both = [each[np.isfinite(each)] for each in (values, random)]
    low = min((float(each.min()) for each in both if len(each)), default=0.0)
    high = max((float(each.max()) for each in both if len(each)), default=1.0)
    edges = np.linspace(low, high if high > low else low + 1, BINS + 1)
    counts = [np.histogram(each, edges)[0] / max(len(each), 1) for each in both]
    top = max(float(each.max()) for each in counts) * 1.06
    plot.show_axes(
        Ruler(float(edges[0]), float(edges[-1]), name),
        Ruler(0.0, top or 1.0, translate("FeatureMap", "share of the features"), numbers=shares),
    )
    middle = (edges[1:] + edges[:-1]) / 2
    for each, key, line in zip(counts, keys, both, strict=True):
        plot.line(middle, each, key.colour, dash=key.dash, step=True, name=key.name)
        if len(line):
            plot.limit(float(np.median(line)), colour=key.colour, dash=key.dash or 2, width=0.08)
    plot.aim(Columns(middle), lambda at: _bin_words(edges, counts, at))


def _bin_words(edges: F64, counts: list[F64], at: int) -> str:
    said = translate("FeatureMap", "{low} to {high}: {one} of the features, {other} of random directions")
    return said.format(
        low=fixed(float(edges[at]), 3), high=fixed(float(edges[at + 1]), 3), one=percent(float(counts[0][at])),
        other=percent(float(counts[1][at])),
    )  # fmt: skip


def median(values: F32) -> str:
    """Of the finite ones."""
    known = values[np.isfinite(values)]
    return fixed(float(np.median(known)), 3) if len(known) else NOT_THERE
