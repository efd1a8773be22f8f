"""What the view of an edit at every layer says."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from viz.charts.numbers import fixed, percent
from viz.joined import sentences
from viz.labs.facts.sweep_frame import KindCurve, SweepFrame
from viz.labs.facts.words import between

translate = QCoreApplication.translate  # by this name its texts are collected


def heading(frame: SweepFrame) -> str:
    """Which edit it is."""
    if frame.first is None:
        return frame.title
    return translate("Facts", "{change}, edited at one layer at a time: {n} of {of}").format(
        change=frame.title, n=len(frame.layers), of=len(frame.first.layers)
    )


def notes(frame: SweepFrame) -> str:
    """Where it takes, what it costs the neighbours, and that the text does not tell."""
    said = [_takes(frame), _costs(frame), _text(frame)]
    refused = next((why for why in frame.why_not if why), "")
    return sentences(*filter(None, said), *([refused] if refused else []))


def _of(frame: SweepFrame, kind: str) -> KindCurve | None:
    return next((it for it in frame.curves if it.kind == kind), None)


def _ends(curve: KindCurve) -> tuple[int, int] | None:
    """Columns with the lowest and the highest mean after an edit."""
    known = [at for at, value in enumerate(curve.values) if at and math.isfinite(value[0])]
    if not known:
        return None
    return min(known, key=lambda at: curve.values[at][0]), max(known, key=lambda at: curve.values[at][0])


def _takes(frame: SweepFrame) -> str:
    curve = _of(frame, "fact")
    ends = _ends(curve) if curve is not None else None
    if curve is None or ends is None:
        return ""
    low, high = ends
    said = translate("Facts", "The new answer: {before} before, from {low} (L{one}) to {high} (L{other}) after.")
    return said.format(
        before=percent(curve.values[0][0]), low=percent(curve.values[low][0]), one=frame.layers[low - 1],
        high=percent(curve.values[high][0]), other=frame.layers[high - 1],
    )  # fmt: skip


def _costs(frame: SweepFrame) -> str:
    curve = _of(frame, "neighbour")
    ends = _ends(curve) if curve is not None else None
    if curve is None or ends is None:
        return ""
    low, high = ends
    before = curve.values[0]
    return translate(
        "Facts",
        "{n} neighbours: {before}{ahead} before, {low}{worst} after editing L{one}, where they lose most, and "
        "{high}{best} after L{other}.",
    ).format(
        n=curve.n, before=percent(before[0]), ahead=between(before), low=percent(curve.values[low][0]),
        worst=between(curve.values[low]), one=frame.layers[low - 1], high=percent(curve.values[high][0]),
        best=between(curve.values[high]), other=frame.layers[high - 1],
    )  # fmt: skip


def _text(frame: SweepFrame) -> str:
    moved = [abs(value - frame.text_before) for value in frame.text if math.isfinite(value)]
    if not moved:
        return ""
    return translate(
        "Facts",
        "The loss of unrelated text moves by at most {most} nats: it does not test locality, neighbours do.",
    ).format(most=fixed(max(moved), 4))
