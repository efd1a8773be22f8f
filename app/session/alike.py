"""Layouts of one text's states that were made in the same way: a layer's follows on another's when one slides."""

from __future__ import annotations

from engine.records import Layout
from engine.run import MapState


def is_alike(layout: Layout, other: Layout | None) -> bool:
    """Whether two layouts of states were made in the same way, so that a layer's may follow on another's."""
    if other is None or layout.space.kind != "resid" or other.space.kind != "resid":
        return False
    return (layout.algorithm, layout.params, layout.space.texts) == (other.algorithm, other.params, other.space.texts)


def choose_alike(state: MapState, like: Layout | None) -> bool:
    """Show the layout that was made as `like`, where there is one; whether there is."""
    for layout in state.layouts:
        if is_alike(layout, like):
            state.choose(layout)
            return True
    return False
