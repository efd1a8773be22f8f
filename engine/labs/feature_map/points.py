"""Features as points on a map of their own: the decoder rows of one dictionary, or of several of one model.

Beside each stands how often it is active, how strong it gets, and how near its nearest other row lies.
"""

from __future__ import annotations

import numpy as np

from engine.dictionaries import shelf
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.noted import noted
from engine.dictionaries.records import Activity
from engine.errors import InputRefused, in_short
from engine.labkit.dimensionality import dimensionality
from engine.labkit.workbench import Workbench
from engine.labs.feature_map.firing import held
from engine.labs.feature_map.geometry import nearest_rows
from engine.labs.feature_map.records import names_from
from engine.maps.points import Points
from engine.records import F32, Grouping, Measure
from engine.sentences import say

NEEDS_MODEL = True
MOST = 100_000  # points
MOST_LISTS = 200


def points(what: str, bench: Workbench) -> Points:
    """The features that `what` names.

    Raises:
        InputRefused: it names none, they do not fit the model or together, or there are too many. Stopped.
    """
    named = names_from(what)
    found = [shelf.use(name, bench.anatomy) for name, _ in named]
    for dictionary, (name, width) in zip(found, named, strict=True):
        if dictionary.width != width or dictionary.info.d != found[0].info.d:
            raise InputRefused(
                say(
                    "The dictionary {name} has changed, or is of another width. Show the map again.",
                    name=in_short(name),
                )
            )
    total = sum(dictionary.width for dictionary in found)
    if total > MOST:
        raise InputRefused(say("A map shows {most:,} features at most, but these are {n:,}.", most=MOST, n=total))
    activities = [shelf.load(name)[1] for name, _ in named]
    vectors = np.concatenate([each.w_dec.float().cpu().numpy() for each in found])
    return Points(
        _title(found), vectors, tuple(name for each in found for name in _names(each, len(found) > 1)),
        _groups(found, activities), _measures(found, activities, bench), "",
    )  # fmt: skip


def _title(found: list[Dictionary]) -> str:
    if len(found) == 1:
        return say("Features of {title}", title=in_short(found[0].info.title))
    return say("Features of {n} dictionaries", n=len(found))


def _names(dictionary: Dictionary, several: bool) -> list[str]:
    """With a person's own labels."""
    before = f"L{dictionary.info.hook.layer} " if several else ""
    own = {feature: it.label for feature, it in noted(dictionary.info.sha256).items() if it.label}
    return [" ".join((f"{before}F{feature}", own.get(feature, ""))).strip() for feature in range(dictionary.width)]


def _groups(found: list[Dictionary], activities: list[Activity | None]) -> tuple[Grouping, ...]:
    groups = []
    if len(found) > 1:
        codes = np.repeat(np.arange(len(found)), [each.width for each in found])
        groups.append(Grouping(say("layer"), codes.astype(np.uint8), tuple(each.info.hook.in_words for each in found)))
    listed = _lists(found)
    if listed is not None:
        groups.append(listed)
    if all(activity is not None for activity in activities):
        dead = np.concatenate([activity.density <= 0 for activity in activities if activity is not None])
        if dead.any():
            groups.append(Grouping(say("activity"), dead.astype(np.uint8), (say("active"), say("dead"))))
    return tuple(groups)


def _lists(found: list[Dictionary]) -> Grouping | None:
    """By the first of a person's own lists that a feature is on; None where there is none."""
    first = [{feature: it.lists[0] for feature, it in noted(each.info.sha256).items() if it.lists} for each in found]
    names = sorted({name for each in first for name in each.values()})[:MOST_LISTS]
    if not names:
        return None
    code = {name: at + 1 for at, name in enumerate(names)}
    codes = [
        code.get(lists.get(at, ""), 0) for each, lists in zip(found, first, strict=True) for at in range(each.width)
    ]
    return Grouping(say("own list"), np.array(codes, np.uint8), (say("on none"), *names))


def _measures(found: list[Dictionary], activities: list[Activity | None], bench: Workbench) -> tuple[Measure, ...]:
    bench.progress(say("Comparing the features' directions"), 0, 0)
    density, largest = zip(*(_active(*pair) for pair in zip(found, activities, strict=True)), strict=True)
    with np.errstate(divide="ignore"):
        logs = np.log10(np.concatenate(density))
    logs[~np.isfinite(logs)] = np.nan
    nearest = np.concatenate([nearest_rows(each.w_dec, bench.stop)[0] for each in found])
    own = np.concatenate([dimensionality(_units(each)) for each in found])
    made = (
        (say("density (log10 of the share of positions)"), logs),
        (say("largest activation"), np.concatenate(largest)),
        (say("cosine with the nearest direction"), nearest),
        (say("share of a dimension to itself (D)"), own),
    )
    return tuple(Measure(title, values.astype(np.float32)) for title, values in made if bool(np.isfinite(values).any()))


def _units(dictionary: Dictionary) -> F32:
    rows = dictionary.w_dec.float().cpu().numpy()
    units: F32 = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return units


def _active(dictionary: Dictionary, activity: Activity | None) -> tuple[F32, F32]:
    """Density and largest activation as its file tells, or over a text that was read here; else NaN. [n], [n]"""
    if activity is not None:
        return activity.density, activity.largest
    unknown = np.full(dictionary.width, np.nan, np.float32)
    return held(dictionary.info.sha256) or (unknown, unknown)
