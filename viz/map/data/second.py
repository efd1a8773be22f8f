"""A second layout of the shown space beside the first: which one it is, and why there may be none."""

from __future__ import annotations

from typing import Final

from engine.records import Algorithm, Layout
from engine.run import MapState
from viz.lab import QT_TRANSLATE_NOOP

ONE: Final = QT_TRANSLATE_NOOP("MeaningSpace", "none")
ALGORITHMS: Final[dict[str, Algorithm]] = {
    QT_TRANSLATE_NOOP("MeaningSpace", "PCA"): "pca",
    QT_TRANSLATE_NOOP("MeaningSpace", "UMAP"): "umap",
    QT_TRANSLATE_NOOP("MeaningSpace", "t-SNE"): "tsne",
    QT_TRANSLATE_NOOP("MeaningSpace", "PaCMAP"): "pacmap",
    QT_TRANSLATE_NOOP("MeaningSpace", "directions"): "directions",
}
CHOICES: Final = (ONE, *ALGORITHMS)


def second_of(state: MapState, choice: str) -> Layout | None:
    """The newest layout by the chosen algorithm that is not the one shown; None where there is none."""
    wanted = ALGORITHMS.get(choice)
    shown = state.layout.key
    found = [layout for layout in state.layouts if layout.algorithm == wanted and layout.key != shown]
    return found[-1] if found else None


def choices_of(layouts: tuple[Layout, ...], shown: Layout | None) -> tuple[str, ...]:
    """The choices for which `second_of` finds one."""
    there = {layout.algorithm for layout in layouts if shown is None or layout.key != shown.key}
    return tuple(choice for choice, algorithm in ALGORITHMS.items() if algorithm in there)
