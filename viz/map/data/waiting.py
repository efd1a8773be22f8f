"""Colours that are still being measured: until they come, the points keep those that they had."""

from __future__ import annotations

from dataclasses import replace

from viz.map.data.frame import MapFrame


def colours_wait(frame: MapFrame) -> bool:
    """Whether the engine has still to measure what the colours are to show."""
    reading = frame.losses or frame.direction or frame.clusters
    return reading is not None and reading.found is None and not reading.why_not


def with_colours_of(before: MapFrame | None, frame: MapFrame) -> MapFrame:
    """`frame` in the colours of the one shown before it, where its own have still to come and the points are the same
    ones."""
    second = frame.second
    if second is not None:
        own = with_colours_of(None if before is None else before.second or before, second)
        frame = frame if own is second else replace(frame, second=own)
    if before is None or before.colours is None or not colours_wait(frame) or before.background is not frame.background:
        return frame
    return replace(frame, colours=before.colours)
