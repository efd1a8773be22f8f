"""What is written about further paths and bundles: names, why one is not there, and what a pointed token is."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.records import NORMED
from viz.map.data.frame import MapFrame
from viz.map.data.further import NO_ENGINE, NO_MAP, OTHER_MODEL, SAME_EVERYWHERE, WAITING, Further, FurtherBundle, Line
from viz.map.data.path_line import MEAN
from viz.plural import plural
from viz.shown_paths import Shown, ShownBundle, Single
from viz.state_names import state_name
from viz.token_text import isolated, plain_text, shown_in_context

translate = QCoreApplication.translate  # by this name its texts are collected

TEXT = 90  # characters of a sample's text
SHORT = 30  # of the name at a path's end


def named(shown: Shown, n_layers: int) -> str:
    """A path or a bundle in words, its number or letter first."""
    if isinstance(shown, ShownBundle):
        n = len(shown.samples)
        said = plural(translate("Map", "{letter}: {n} sample(s) after {text}", "", n), n)
        return said.format(letter=shown.letter, n=n, text=_quoted(shown.label))
    if shown.kind == "layer":
        place = translate("Map", "after the final norm")
        if shown.layer != NORMED:
            place = state_name(shown.layer, n_layers + 1)
        return translate("Map", "{n}: this text, {place}").format(n=shown.number, place=place)
    changes = len(shown.plan.changes)
    if shown.kind == "plan" and not changes:
        return translate("Map", "{n}: this text without interventions").format(n=shown.number)
    with_changes = plural(translate("Map", "with {n} intervention(s)", "", changes), changes).format(n=changes)
    if shown.kind == "plan":
        return translate("Map", "{n}: this text {changed}").format(n=shown.number, changed=with_changes)
    said = translate("Map", "{n}: {text}").format(n=shown.number, text=_quoted(shown.label))
    return f"{said} ({with_changes})" if changes else said


def own_name(frame: MapFrame) -> str:
    """The run's own path in words."""
    return translate("Map", "this text: {text}").format(text=_quoted(frame.own.label))


def short_name(shown: Shown, n_layers: int) -> str:
    """The same for the end of a path on the map."""
    text = named(shown, n_layers)
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"


def _quoted(text: str) -> str:
    return f"“{isolated(text)}”"


def why_in_words(why: str) -> str:
    """Why a path is not there, or not whole; "" where it is."""
    return {
        WAITING: translate("Map", "being computed"),
        OTHER_MODEL: translate("Map", "of another model: it has no place on this map"),
        NO_ENGINE: translate("Map", "appears once the model of this run is loaded"),
        SAME_EVERYWHERE: translate("Map", "on a map of tokens it is the run's own path: choose hidden states"),
        NO_MAP: translate("Map", "the map of that layer is of other texts"),
    }.get(why, why)


def statement(frame: MapFrame, brief: bool = False) -> list[str]:
    """How means, rings and the paths of other layers are made; in few words where `brief`."""
    further = frame.further
    if brief or not len(further):
        return []
    lines = list[str]()
    means = [bundle.mean for bundle in further.bundles if len(bundle.mean)]
    if any(mean.of_places for mean in means):
        lines.append(
            translate(
                "Map",
                "Broad lines: mean of the samples' points on this map, step by step (a mean of tokens has no point of "
                "its own). Rings: half of the samples lie within, on this map.",
            )
        )
    elif means:
        lines.append(
            translate(
                "Map",
                "Broad lines: mean of the samples' states in all dimensions, step by step, placed as any state is. "
                "Rings: half of the samples lie within, on this map.",
            )
        )
    if frame.settings.path_line == MEAN and further.has_lines:
        said = translate(
            "Map", "Further paths, samples and broad lines go through running means of {n} of their points."
        )
        lines.append(said.format(n=frame.settings.path_window))
    if any(path.shown.kind == "layer" and len(path.line) for path in further.paths):
        lines.append(
            translate(
                "Map",
                "The path of another layer lies in that layer's own map, turned onto this one (Procrustes): compare "
                "its shape rather than its place.",
            )
        )
    return lines


def spot_lines(frame: MapFrame, spot: int) -> list[str]:
    """The hover label of a token of a further path, a sample, or a step of a mean."""
    further, spots = frame.further, frame.further.spots
    item, sample, row = int(spots.item[spot]), int(spots.sample[spot]), int(spots.row[spot])
    bundle = further.bundles[item - len(further.paths)] if item >= len(further.paths) else None
    shown = further.paths[item].shown if bundle is None else bundle.shown
    if sample == -2 and bundle is not None:
        return [*_mean_lines(frame, bundle, row), _what_to_do(frame, further, item, -1)]
    line = further.line(item, sample)
    ids = line.token_ids.tolist()
    place = translate("Map", "position {n}").format(n=line.first + row)
    lines = [shown_in_context(frame.vocabulary, ids, row), f"{named(shown, frame.n_layers)} · {place}"]
    if bundle is not None and sample >= 0:
        text = " ".join(plain_text(frame.vocabulary, ids[: row + 1]).split())
        said = translate("Map", "sample {i} of {n}, group {g}: … {text}")
        short = text if len(text) <= TEXT else f"…{text[-TEXT:]}"
        group = bundle.shown.groups[sample] + 1
        lines.append(said.format(i=sample + 1, n=len(bundle.samples), g=group, text=isolated(short)))
    lines += _kept(line, row)
    return [*lines, _what_to_do(frame, further, item, sample)]


def _kept(line: Line, row: int) -> list[str]:
    if bool(line.left_out[row]):
        return [translate("Map", "an outlier (vector far longer than the rest), not used for the layout")]
    kept = float(line.kept[row])
    if not math.isfinite(kept):
        return []
    return [translate("Map", "{n} of its 15 true neighbours are near it on this map").format(n=round(kept * 15))]


def _mean_lines(frame: MapFrame, bundle: FurtherBundle, row: int) -> list[str]:
    mean = bundle.mean
    n = int(mean.counted[row])
    said = plural(translate("Map", "mean of {n} sample(s) after {k} tokens", "", n), n).format(n=n, k=row + 1)
    lines = [said, named(bundle.shown, frame.n_layers)]
    kept = float(mean.kept[row])
    if math.isfinite(kept):
        near = translate("Map", "{n} of its 15 true neighbours are near it on this map")
        lines.append(near.format(n=round(kept * 15)))
    return lines


def _what_to_do(frame: MapFrame, further: Further, item: int, sample: int) -> str:
    if frame.single == Single(further.name(item), sample):
        return translate("Map", "click to show all alike again")
    return translate("Map", "click to single it out")
