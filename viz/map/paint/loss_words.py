"""What the map says of its own losses: in the statement, in the legend and of the point under the pointer."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from viz.map.data.losses import LOST, LossReading
from viz.map.faithful import percent

translate = QCoreApplication.translate  # by this name its texts are collected


def title(by: str, k: int) -> str:
    """The heading of the legend of LOST or INVENTED."""
    if by == LOST:
        return translate("Map", "lost of {k} true neighbours").format(k=k)
    return translate("Map", "invented of the {k} nearest here").format(k=k)


def statement(reading: LossReading, brief: bool = False) -> list[str]:
    """What the picture loses or invents on average, beside chance, and how far it was measured."""
    if reading.why_not:
        return [reading.why_not]
    if reading.found is None:
        return [translate("Map", "Measuring what this picture loses. Progress and Cancel are in the status line.")]
    if not math.isfinite(reading.mean):
        said = translate("Map", "This space has too few points for {k} neighbours. Choose fewer in the view's options.")
        return [said.format(k=reading.k)]
    mean, chance = percent(reading.mean), percent(float(reading.found.chance[reading.at]))
    if brief:
        lost = translate("Map", "loses {share} (shuffled: {chance})")
        invented = translate("Map", "invents {share} (shuffled: {chance})")
        return [(lost if reading.by == LOST else invented).format(share=mean, chance=chance)]
    lost = translate(
        "Map",
        "On average {share} of a point's {k} true neighbours (cosine, all dimensions) are not among its {reach} "
        "nearest in this picture (shuffled: {chance}).",
    )
    invented = translate(
        "Map",
        "On average {share} of the {k} points nearest to a point in this picture are not among its {reach} true "
        "neighbours (cosine, all dimensions; shuffled: {chance}).",
    )
    said = (lost if reading.by == LOST else invented).format(
        share=mean, k=reading.k, reach=reading.reach, chance=chance
    )
    return [said] if reading.is_whole else [said, _filled_in(reading)]


def _filled_in(reading: LossReading) -> str:
    """How many points have numbers of their own, and what the others show."""
    found = reading.found
    if found is None:
        return ""
    said = translate(
        "Map",
        "Measured for {n} of {all} points; the others are coloured by the mean of the 5 measured points nearest to "
        "them here (correlation with a point's own value: {r}).",
    )
    r = f"{reading.likeness:z.2f}" if math.isfinite(reading.likeness) else "–"
    return said.format(n=f"{len(found.measured):,}", all=f"{found.n_points:,}", r=r)


def of_point(reading: LossReading, index: int) -> list[str]:
    """The numbers of one background point."""
    picture = reading.picture
    if picture is None or index >= len(picture.lost):
        return []
    lost, invented = float(picture.lost[index, reading.at]), float(picture.invented[index, reading.at])
    if not math.isfinite(lost):
        return []
    k, reach = reading.k, reading.reach
    if not reading.is_measured(index):
        said = translate("Map", "not measured itself; points near it: {lost} lost, {invented} invented")
        return [said.format(lost=percent(lost), invented=percent(invented))]
    return [
        translate("Map", "lost: {n} of its {k} true neighbours (not among the {reach} nearest here)").format(
            n=round(lost * k), k=k, reach=reach
        ),
        translate("Map", "invented: {n} of the {k} nearest here (not among its {reach} true neighbours)").format(
            n=round(invented * k), k=k, reach=reach
        ),
    ]
