"""Draws the graph on a plot: tokens along x, rows of nodes from the embeddings up to the token that is explained."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.feature_attribution.records import CONSTANT, EMBEDDED, ERROR, TOKEN, Attribution
from viz.charts.aim import Points
from viz.charts.chart_grid import ChartGrid
from viz.charts.colours import mixed
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.look import Look
from viz.charts.numbers import signed
from viz.charts.rulers import Ruler, categories
from viz.labs.feature_attribution.attribution_frame import AttributionFrame
from viz.labs.feature_attribution.graph import Graph, Places, places_of
from viz.labs.feature_attribution.graph_item import Caption, Dot, GraphItem, Thread
from viz.labs.feature_attribution.words import node_name, node_words, row_words
from viz.theme import Theme
from viz.token_text import shown, shown_all

translate = QCoreApplication.translate  # by this name its texts are collected
SHAPES = {ERROR: "diamond", CONSTANT: "bar", EMBEDDED: "square"}
FAINTEST = 0.25  # of an edge's colour


def draw(
    grid: ChartGrid, frame: AttributionFrame, found: Attribution, graph: Graph, look: Look, over: int,
    point: Callable[[int | None], object], choose: Callable[[int], object],
) -> None:  # fmt: skip
    """The whole chart. `over`: the node under the pointer, whose edges stand out; -1: that of the chosen one."""
    places, theme = places_of(graph, len(found.rows)), look.theme
    colouring = Colouring(theme.diverging, theme.raised, graph.largest, signed=True)
    words = (
        translate("FeatureAttributionView", "effect on the token (bits)")
        if found.unit_is_bits
        else translate("FeatureAttributionView", "effect on the difference (logits)")
    )
    grid.colour_bar(0, 0, Bar(colouring, words, signed))
    plot = grid.plot(1, 0)
    plot.show_axes(_tokens(frame, found, graph), _rows(found, places))
    for edge in places.edges[1:]:
        plot.line((-0.5, len(graph.columns) - 0.5), (edge - 0.5, edge - 0.5), theme.border, width=0.03)
    captions = [
        Caption(edge - 0.5, row_words(found, row))
        for row, (edge, sums) in enumerate(zip(places.edges[1:], found.rows, strict=True))
        if sums.hook is not None
    ]
    item = plot.item(GraphItem)
    lit = over if over >= 0 else frame.chosen
    item.show_graph(_dots(frame, found, graph, places, theme), _threads(graph, places, theme, lit), captions, look)
    xs, ys = np.append(places.xs, places.token[0]), np.append(places.ys, places.token[1])
    plot.aim(
        Points(xs, ys), lambda at: node_words(frame, at), point=point, choose=choose,
        chosen=frame.chosen if frame.chosen >= 0 else None, browse=True,
    )  # fmt: skip


def _tokens(frame: AttributionFrame, found: Attribution, graph: Graph) -> Ruler:
    words = shown_all(frame.vocabulary, found.token_ids.tolist())
    labels = tuple(words[position] for position in graph.columns)
    chosen = graph.columns.index(frame.position) if frame.position in graph.columns else None
    return categories(
        labels or ("",), translate("FeatureAttributionView", "token"), under=tuple(map(str, graph.columns)),
        chosen=chosen, clear=True,
    )  # fmt: skip


def _rows(found: Attribution, places: Places) -> Ruler:
    marks = [
        (at, translate("FeatureAttributionView", "input") if row.hook is None else _short(row.hook))
        for at, row in zip(places.rows, found.rows, strict=True)
    ]
    marks.append((places.token[1], translate("FeatureAttributionView", "output")))
    return Ruler(-0.5, places.top, marks=tuple(marks), lines=False)


def _short(hook: object) -> str:
    kind, layer = getattr(hook, "kind", ""), getattr(hook, "layer", 0)
    return {
        "attention": translate("FeatureAttributionView", "L{layer} attention"),
        "mlp": translate("FeatureAttributionView", "L{layer} MLP"),
        "neurons": translate("FeatureAttributionView", "L{layer} neurons"),
    }.get(kind, "L{layer}").format(layer=layer)


def _dots(frame: AttributionFrame, found: Attribution, graph: Graph, places: Places, theme: Theme) -> list[Dot]:
    made = [
        Dot(
            float(places.xs[at]), float(places.ys[at]), node_name(found, node),
            _colour(node.effect, graph.largest, theme),
            min(abs(node.effect) / graph.largest, 1.0), SHAPES.get(node.kind, "round"),  # type: ignore[arg-type]
            theme.accent if at == frame.chosen else "", bool(node.group) or at == frame.chosen,
        )
        for at, node in enumerate(graph.nodes)
    ]  # fmt: skip
    token = shown(frame.vocabulary, found.token)
    made.append(Dot(*places.token, token, theme.text, 1.0, "square", "", True))
    return made


def _threads(graph: Graph, places: Places, theme: Theme, lit: int) -> list[Thread]:
    """The strongest last, so that they lie on top; of a node that is pointed at its own above all others."""
    largest = float(np.abs(graph.carried).max()) if len(graph.carried) else 1.0
    made: list[tuple[bool, Thread]] = []
    for source, target, carried in zip(
        graph.sources.tolist(), graph.targets.tolist(), graph.carried.tolist(), strict=True
    ):
        part = min(abs(carried) / (largest or 1.0), 1.0)
        mine = lit >= 0 and lit in (source, len(graph.nodes) if target == TOKEN else target)
        end = places.token if target == TOKEN else (float(places.xs[target]), float(places.ys[target]))
        strength = 1.0 if mine else (FAINTEST + 0.5 * part) * (0.45 if lit >= 0 else 1.0)
        strong = theme.diverging[-1 if carried > 0 else 0]
        made.append((mine, Thread((float(places.xs[source]), float(places.ys[source])), end,
                                  mixed(theme.surface, strong, round(strength, 2)).name(), part)))  # fmt: skip
    made.reverse()
    return [thread for _, thread in sorted(made, key=lambda it: it[0])]


def _colour(effect: float, largest: float, theme: Theme) -> str:
    part = min(abs(effect) / largest, 1.0)
    return mixed(theme.raised, theme.diverging[-1 if effect > 0 else 0], round(0.35 + 0.65 * part, 2)).name()
