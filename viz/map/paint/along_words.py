"""What the map says of a direction that its colours show: in the statement, in the legend and of one point."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.labs.probes.records import Along, AlongFeature, AskAlong, AskFeatureAlong, AskProbe, End, Probe, Score
from viz.map.data.along import ELSEWHERE, NONE_CHOSEN, AlongReading
from viz.map.faithful import percent
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected


def end_name(end: End) -> str:
    """A word, or how many points."""
    if isinstance(end, str):
        return end.strip()
    n = len(end)
    return plural(translate("Map", "{n} point(s)", "", n), n).format(n=f"{n:,}")


def title(reading: AlongReading) -> str:
    """The heading of the legend."""
    if isinstance(reading.asked, AskAlong):
        return translate("Map", "along {start} → {end}").format(
            start=end_name(reading.asked.start), end=end_name(reading.asked.end)
        )
    if isinstance(reading.asked, AskFeatureAlong):
        return translate("Map", "along {feature}").format(feature=str(reading.asked.feature))
    return translate("Map", "probe: log-odds")


def statement(reading: AlongReading, brief: bool = False) -> list[str]:
    """How far the direction can be trusted, each number beside its control."""
    if reading.why_not:
        return [_why_not(reading.why_not)]
    if isinstance(reading.found, Along):
        said = translate("Map", "{title}: {share} of the variance (a random direction: {chance})")
        whole = translate(
            "Map",
            "{title}: 0 at the mean of all points, {start} at the first end and {end} at the second; {share} of the "
            "points' variance lies along this direction (along a random one {chance}).",
        )
        found = reading.found
        share, chance = percent(found.share), percent(found.share_random)
        ends = {"start": f"{found.start_at:+z.2f}", "end": f"{found.end_at:+z.2f}"}
        return [(said if brief else whole).format(title=title(reading), share=share, chance=chance, **ends)]
    if isinstance(reading.found, AlongFeature):
        said = translate("Map", "{title}: {share} of the variance (a random direction: {chance})")
        whole = translate(
            "Map",
            "{title}: 0 at the mean of all points, 1 is their standard deviation along what this feature adds; {share} "
            "of the points' variance lies along it (along a random direction {chance}).",
        )
        numbers = {"share": percent(reading.found.share), "chance": percent(reading.found.share_random)}
        return [(said if brief else whole).format(title=title(reading), **numbers)]
    if isinstance(reading.found, Probe):
        return [_of_probe(reading, reading.found, brief)]
    if isinstance(reading.asked, AskProbe):
        return [translate("Map", "Fitting the probe. Progress and Cancel are in the status line.")]
    return [translate("Map", "Measuring along the direction.")]


def _why_not(why: str) -> str:
    known = {
        NONE_CHOSEN: translate(
            "Map", "No direction is chosen. “Directions” above the map colours by one, or by a probe of a selection."
        ),
        ELSEWHERE: translate(
            "Map",
            "The direction was chosen from points of another space, which this one does not have. Choose one here.",
        ),
    }
    return known.get(why, why)


def _of_probe(reading: AlongReading, found: Probe, brief: bool) -> str:
    if brief:
        said = translate("Map", "probe: AUC {auc} held out (shuffled labels: {chance})")
        return said.format(auc=_number(found.probe.auc), chance=_number(found.shuffled.auc))
    asked = reading.asked
    against = translate("Map", "all others")
    if isinstance(asked, AskProbe) and asked.others:
        against = end_name(asked.others)
    held = (
        translate("Map", "held-out texts")
        if found.held_out == "texts"
        else translate("Map", "held-out points (neighbours of theirs may have been fitted on)")
    )
    said = translate(
        "Map",
        "Probe (logistic regression) of {ones} against {others}, {n} + {m} of them fitted. On {held}, {folds} folds: "
        "{score}. With shuffled labels: {chance}. By the difference of the means alone: {means}.",
    )
    ones = end_name(asked.ones) if isinstance(asked, AskProbe) else ""
    return said.format(
        ones=ones, others=against, n=f"{found.n_ones:,}", m=f"{found.n_others:,}", held=held, folds=found.folds,
        score=_score(found.probe), chance=_score(found.shuffled), means=_score(found.means),
    )  # fmt: skip


def _score(score: Score) -> str:
    said = translate("Map", "AUC {auc} (±{error}), accuracy {accuracy}")
    return said.format(auc=_number(score.auc), error=_error(score.auc_error), accuracy=percent_of(score.accuracy))


def percent_of(share: float) -> str:
    """A share in percent, or a dash where there is none."""
    return percent(share) if math.isfinite(share) else "–"


def _error(value: float) -> str:
    """A standard error, with a digit more where it is small."""
    return "–" if not math.isfinite(value) else f"{value:z.3f}" if value < 0.005 else f"{value:z.2f}"


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "–"
    shown = f"{value:z.3f}" if 0.995 <= value < 1 else f"{value:z.2f}"
    return "> 0.999" if value < 1 and shown in ("1.000", "1.00") else shown


def of_point(reading: AlongReading, index: int) -> list[str]:
    """The number of one background point."""
    if reading.found is None or index >= len(reading.found.values):
        return []
    value = float(reading.found.values[index])
    if not math.isfinite(value):
        return []
    return [translate("Map", "{title}: {value}").format(title=title(reading), value=f"{value:+z.2f}")]
