"""Sentences about fits: which layers are laid out together, how far that moves their points, what a fit takes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.records import NORMED, FitCost, Layout, UmapParams
from viz.charts.numbers import NBSP
from viz.lab import QT_TRANSLATE_NOOP
from viz.map.data.series import ends_of
from viz.map.data.slide import Moved
from viz.state_names import state_tick

translate = QCoreApplication.translate  # by this name its texts are collected
METRICS = (  # of `viz.map.data.algorithms`
    QT_TRANSLATE_NOOP("Metrics", "cosine"),
    QT_TRANSLATE_NOOP("Metrics", "correlation"),
    QT_TRANSLATE_NOOP("Metrics", "euclidean"),
    QT_TRANSLATE_NOOP("Metrics", "manhattan"),
)


def metric_name(metric: str) -> str:
    """What a fit's metric is called."""
    return QCoreApplication.translate("Metrics", metric)


def size_words(size: float) -> str:
    """Bytes as a person reads them."""
    return f"{size / 1e9:z.1f}{NBSP}GB" if size >= 1e9 else f"{max(size / 1e6, 1):z.0f}{NBSP}MB"


def together(count: int, n_layers: int) -> str:
    """So many of a model's states, the input among them, that are laid out together, in words."""
    if count > n_layers:
        return translate("Map", "all {n} together, aligned").format(n=count)
    return translate("Map", "{n} layers together, aligned").format(n=count)


def aligned_name(layout: Layout, p: UmapParams) -> str:
    """A layout of several layers that were laid out together, with its parameters."""
    ends = ends_of(layout.space, p)
    said = translate("Map", "UMAP of {n} layers together")
    if len(ends) == 2:
        said = translate("Map", "between {lower} and {upper} of a UMAP of {n} layers together")
    elif layout.space.layer not in p.along:
        said = translate("Map", "the places of {lower} of a UMAP of {n} layers together")
    said = said.format(n=len(p.along), lower=state_tick(ends[0]), upper=state_tick(ends[-1]))
    return translate("Map", "{what}, n_neighbors {n}, min_dist {d:g}, {metric}, seed {seed}").format(
        what=said, n=p.n_neighbors, d=p.min_dist, metric=metric_name(p.metric), seed=p.seed
    )


def moved_line(moved: Moved) -> str:
    """How far points go from the layer before to this one, beside its control."""
    layer = translate("Map", "final norm") if moved.before.layer == NORMED else state_tick(moved.before.layer)
    return translate(
        "Map",
        "from {layer} to here points move {mean:z.2f} of the map's radius on average (shuffled tokens: {control:z.2f})",
    ).format(layer=layer, mean=moved.mean, control=moved.shuffled)


def fit_cost(cost: FitCost | None) -> str:
    """What a fit takes, or that it is being estimated."""
    if cost is None:
        return translate("Map", "Estimating time and memory from a short run on this computer…")
    return translate("Map", "About {time} and {size} of memory, estimated from a short run on this computer.").format(
        time=duration(cost.seconds), size=size_words(cost.bytes)
    )


def duration(seconds: float) -> str:
    """A time that is known roughly, in words."""
    if seconds < 10:
        return translate("Map", "{n} s").format(n=max(round(seconds), 1))
    if seconds < 90:
        return translate("Map", "{n} s").format(n=5 * round(seconds / 5))
    minutes = seconds / 60
    if minutes < 90:
        return translate("Map", "{n} min").format(n=round(minutes))
    return translate("Map", "{n:z.1f} h").format(n=minutes / 60)
