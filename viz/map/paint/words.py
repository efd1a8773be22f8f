"""The sentences of the meaning space: what is shown, how faithful it is, what a colour means. All translatable."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.records import Background, Layout, Space
from viz.map.data.colouring import Colouring
from viz.map.data.frame import MapFrame
from viz.map.data.trajectory import Trajectory
from viz.map.faithful import error_of, kept_of
from viz.map.faithful import percent as percent_of
from viz.map.paint.move_arrow import caption
from viz.token_text import shown
from viz.token_words import kind_in_words

_CONTEXT = ""  # where lupdate files what is marked by a plain `tr`


def tr(text: str) -> str:
    """The text in the person's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def space_name(space: Space, n_layers: int) -> str:
    """A space in words."""
    if space.kind == "embedding":
        return tr("Token embeddings")
    if space.kind == "unembedding":
        return tr("Unembedding")
    if space.layer == 0:
        return tr("State before block 0")
    if n_layers and space.layer == n_layers:
        return tr("State after block {layer} (the last)").format(layer=space.layer - 1)
    return tr("State after block {layer}").format(layer=space.layer - 1)


def layout_name(layout: Layout) -> str:
    """A layout in words, with its parameters."""
    if layout.algorithm == "umap" and layout.params is None:
        return tr("UMAP")
    if layout.algorithm == "pca" or layout.params is None:
        share = (
            "" if layout.explained is None else tr(", {share} % of variance").format(share=percent_of(layout.explained))
        )
        return tr("PCA") + share
    p = layout.params
    return tr("UMAP n_neighbors {n}, min_dist {d:g}, {metric}, seed {seed}").format(
        n=p.n_neighbors, d=p.min_dist, metric=p.metric, seed=p.seed
    )


def statement(frame: MapFrame, brief: bool = False) -> list[str]:
    """What stands in the view: space and layout, faithfulness, notes; `brief` without parameters and notes."""
    if frame.layout is None or frame.background is None:
        return [space_name(frame.space, frame.n_layers)]
    flat = frame.settings.flat
    kept, error = kept_of(frame.layout, flat), error_of(frame.layout)
    first = tr("{space} · {layout} · {dimensions}").format(
        space=space_name(frame.space, frame.n_layers),
        layout=_algorithm(frame.layout) if brief else layout_name(frame.layout),
        dimensions=tr("2D") if flat else tr("3D"),
    )
    if brief:
        faithful = [] if kept is None else [tr("keeps {share} % of neighbours").format(share=percent_of(kept))]
        return [first, *faithful, *_asked_for(frame)]
    second = tr("{n} points").format(n=f"{len(frame.points):,}")
    if kept is not None:
        second += " · " + tr("map keeps {share} % of neighbours (±{error})").format(
            share=percent_of(kept), error=f"{100 * (error or 0.0):.1f}"
        )
    same = frame.tied and frame.space.kind == "unembedding"
    tied = [tr("this model's unembedding is its token embeddings")] if same else []
    return [first, second, *tied, *_notes(frame.background), *_asked_for(frame)]


_QUANTITIES = {"position": "position in its text", "surprisal": "surprisal (bits)", "text": "kind of text"}


def _algorithm(layout: Layout) -> str:
    return tr("PCA") if layout.algorithm == "pca" else tr("UMAP")


def _notes(background: Background) -> list[str]:
    """What was done to the space before it was laid out. Said here, since the engine's own note is in English only."""
    if not background.standardised or background.left_out is None or background.positions is None:
        return [background.note] if background.note else []
    left_out = background.left_out
    n, long = int(left_out.sum()), int((left_out & (background.positions > 0)).sum())
    said = tr("each dimension standardised over {n} states of a sample text").format(n=f"{len(left_out) - n:,}")
    why = tr("{n} marked and left out of the fit: the first of each text")
    if long:
        why = tr("{n} marked and left out of the fit: the first of each text, and {m} far longer than the others")
    return [f"{said} · {why.format(n=n, m=long)}" if n else said]


def _asked_for(frame: MapFrame) -> list[str]:
    """How much is selected, and what the trajectory through the layers and the arrow of an intervention mean."""
    lines = []
    if frame.colours is not None and frame.colours.by != frame.settings.colour:
        wanted = _QUANTITIES.get(frame.settings.colour, frame.settings.colour)
        said = tr("the points of this space have no {quantity}: coloured by {other}")
        lines.append(said.format(quantity=tr(wanted), other=colour_title(frame.colours)))
    if len(frame.selection) > 1:
        lines.append(tr("{n} points selected (Esc lets go)").format(n=f"{len(frame.selection):,}"))
    if frame.settings.fans == "current" and frame.node >= 0 and not len(frame.fan) and not frame.wanted_fans:
        least = percent(frame.settings.fan_cutoff)
        lines.append(tr("no fan: no token is {least} likely to come next (see the view's options)").format(least=least))
    if frame.settings.way:
        lines.append(trajectory_line(frame.trajectory))
    return lines if frame.move is None else [*lines, caption(frame.move)]


def trajectory_line(trajectory: Trajectory) -> str:
    """What the trajectory through the layers is, and how far it is to be trusted."""
    if not len(trajectory):
        if trajectory.why_not:
            return trajectory.why_not
        return tr("The way through the layers needs the model that made this run, at rest.")
    through = {
        "final norm": tr("each state through the final norm"),
        "the space's standardising": tr("each state standardised as this space is"),
    }.get(trajectory.through, tr("each state as it is"))
    said = tr("way through the layers: {through}, keeps {share} % of neighbours on average").format(
        through=through, share=percent_of(float(trajectory.kept.mean()))
    )
    n = int(trajectory.left_out.sum())
    return f"{said}, {tr('{n} far outside what the map was fitted on (rings)').format(n=n)}" if n else said


def sampled(share: float) -> str:
    """What stands in the corner while only some of the points are drawn."""
    return tr("while moving: 1 of {n} points").format(n=round(1 / share))


def why_empty(frame: MapFrame) -> str:
    """What stands in the middle where there is no map."""
    if frame.orphaned:
        return tr("This map is not kept with the run; it is made when the model of this run is loaded.")
    if frame.n_layers:
        return tr("This map is being made; it appears here as soon as it is ready.")
    return tr("The map appears here when a model is loaded.")


def colour_title(by: Colouring) -> str:
    """The heading of the legend."""
    return {
        "kind": tr("kind of token"),
        "id": tr("token id (order of merging)"),
        "norm": tr("length of the vector"),
        "cluster": tr("cluster (k-means)"),
        "probability": tr("probability of coming next"),
        "position": tr("position in its text"),
        "surprisal": tr("surprisal (bits)"),
        "text": tr("kind of text"),
    }[by.by]


def category_name(by: Colouring, i: int) -> str:
    """A category in words."""
    name = by.names[i]
    if by.by == "kind":
        return QCoreApplication.translate("token_kinds", name)
    return tr(name) if by.by == "text" else name


def ends(by: Colouring) -> tuple[str, str]:
    """The legend's words for the low and the high end of a ramp."""
    if by.logarithmic:
        return tr("≤ 0.0001 %"), tr("100 %")
    if by.by in ("id", "position"):
        return f"{by.low:,.0f}", f"{by.high:,.0f}"
    return f"{by.low:.2f}", f"{by.high:.2f}"


def percent(probability: float) -> str:
    """A probability as a person reads it: 45 %, 4.5 %, 0.03 %."""
    if not math.isfinite(probability):
        return "–"
    value = 100 * probability
    if value >= 99.95:
        return "100 %"
    if value >= 10:
        return f"{value:.0f} %"
    if value >= 0.1:
        return f"{value:.1f} %"
    return "< 0.01 %" if value < 0.01 else f"{value:.2f} %"


def hover_lines(
    frame: MapFrame, token_id: int | None, row: int | None, abandoned: bool = False, ray: int | None = None
) -> list[str]:
    """The hover label: exact token, id and kind; for a token of the path also probability and faithfulness; for one
    of an `abandoned` branch, and for a `ray` of a fan, what a click does."""
    lines: list[str] = []
    if token_id is not None and frame.vocabulary is not None and token_id < len(frame.vocabulary):
        vocabulary = frame.vocabulary
        lines.append(shown(vocabulary, token_id))
        lines.append(tr("token {id} · {kind}").format(id=token_id, kind=kind_in_words(vocabulary, token_id)))
    if abandoned:
        lines.append(tr("a branch that was left: click to return to it"))
    if ray is not None and ray < len(frame.fan):
        lines += _ray_lines(frame, ray)
    if row is not None and 0 <= row < len(frame.path):
        path = frame.path
        place = tr("position {n}").format(n=int(path.positions[row]))
        chance = float(path.probability[row])
        if math.isfinite(chance):
            place += " · " + tr("probability {p}").format(p=percent(chance))
        lines.append(place)
        kept = float(path.kept[row])
        if math.isfinite(kept):
            lines.append(tr("keeps {n} of its 15 neighbours on this map").format(n=round(kept * 15)))
        if bool(path.left_out[row]):
            lines.append(tr("an outlying state, left out of the fit"))
    return lines


def _ray_lines(frame: MapFrame, ray: int) -> list[str]:
    """How likely the token at the end of a ray is, after what, and what a click does."""
    fan = frame.fan
    chance = percent(float(fan.probability[ray]))
    at = np.flatnonzero(frame.path.nodes == fan.nodes[ray])
    where = tr("{p} likely to come next").format(p=chance)
    if len(at):
        row = int(at[0])
        token = shown(frame.vocabulary, int(frame.path.token_ids[row])) if frame.vocabulary is not None else ""
        where = tr("{p} likely after {token} (position {n})").format(
            p=chance, token=token, n=int(frame.path.positions[row])
        )
    if bool(fan.chosen[ray]):
        return [where, tr("the token that was taken")]
    return [where, tr("click: the text goes on from there with it")]
