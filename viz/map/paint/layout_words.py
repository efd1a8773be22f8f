"""A layout of the map in words: its algorithm and parameters, or the directions that a person chose."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.records import Direction, Directions, Layout, PacmapParams, TsneParams
from viz.joined import listed
from viz.map.data.algorithms import NAMES
from viz.map.faithful import percent
from viz.map.paint.fit_words import aligned_name, metric_name
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected


def algorithm_name(layout: Layout) -> str:
    """The algorithm alone."""
    return translate("Map", "Directions") if layout.algorithm == "directions" else NAMES[layout.algorithm]


def layout_name(layout: Layout) -> str:
    """A layout in words, with its parameters."""
    p = layout.params
    if p is None:
        if layout.explained is None:
            return algorithm_name(layout)
        return translate("Map", "PCA, {share} of variance").format(share=percent(layout.explained))
    if isinstance(p, Directions):
        return directions_name(layout, p)
    if isinstance(p, TsneParams):
        return translate("Map", "t-SNE perplexity {p:g}, {metric}, seed {seed}").format(
            p=p.perplexity, metric=metric_name(p.metric), seed=p.seed
        )
    if isinstance(p, PacmapParams):
        return translate(
            "Map", "PaCMAP n_neighbors {n}, MN_ratio {mn:g}, FP_ratio {fp:g}, {metric}, seed {seed}"
        ).format(n=p.n_neighbors, mn=p.mn_ratio, fp=p.fp_ratio, metric=metric_name(p.metric), seed=p.seed)
    if p.along:
        return aligned_name(layout, p)
    return translate("Map", "UMAP n_neighbors {n}, min_dist {d:g}, {metric}, seed {seed}").format(
        n=p.n_neighbors, d=p.min_dist, metric=metric_name(p.metric), seed=p.seed
    )


def directions_name(layout: Layout, chosen: Directions) -> str:
    """Chosen axes and what fills the others, each with its share of variance."""
    names = [_axis_name(axis) for axis in chosen.axes]
    rest = translate("Map", "component {n} of the rest")
    names += [rest.format(n=at + 1) for at in range(len(layout.axis_shares) - len(names))]
    shares = [percent(share) for share in layout.axis_shares] or ["–"] * len(names)
    axes = listed(f"{name} ({share})" for name, share in zip(names, shares, strict=False))
    if len(chosen.axes) < 2:
        return translate("Map", "Directions: {axes}").format(axes=axes)
    said = translate("Map", "Directions, not orthogonal: {axes}")
    return (translate("Map", "Directions, orthogonal: {axes}") if chosen.orthogonal else said).format(axes=axes)


def _axis_name(axis: Direction) -> str:
    """From where to where an axis leads."""
    ends = []
    for name, rows in ((axis.start, axis.start_rows), (axis.end, axis.end_rows)):
        n = len(rows)
        if not name:
            ends.append(plural(translate("Map", "{n} point(s)", "", n), n).format(n=f"{n:,}"))
        else:
            ends.append(name if n == 1 else translate("Map", "{word} (mean of {n})").format(word=name, n=f"{n:,}"))
    return " → ".join(ends)
