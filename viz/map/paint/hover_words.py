"""What is said of the thing under the pointer: a token, a ray, a sentence of the path, a state of the sample."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.records import Background
from viz.charts.numbers import with_percent
from viz.map.data.frame import MapFrame
from viz.map.data.sentences import whole
from viz.plural import plural
from viz.token_text import shown
from viz.token_words import kind_in_words

translate = QCoreApplication.translate  # by this name its texts are collected
SAID_OF_SENTENCE = 70  # characters of a sentence of the path in its hover label


def mean_lines(frame: MapFrame, at: int) -> list[str]:
    """The hover label of a sentence of the path: its words, and which tokens it is the mean of."""
    line = frame.line
    first, last = int(line.first[at]), int(line.last[at])
    text = whole(frame.vocabulary, frame.path.token_ids[first : last + 1], SAID_OF_SENTENCE)
    k = last - first + 1
    said = plural(
        translate("Map", "sentence {i} of {n}: mean of {k} token(s), positions {a} to {b}", "", k),
        k,
    ).format(i=at + 1, n=len(line), k=k, a=int(frame.path.positions[first]), b=int(frame.path.positions[last]))
    return [text, said, translate("Map", "click to go to its last token")]


def place_in_text(background: Background, index: int) -> str:
    """In a space of states: of which text of the sample a point is, and its position there; of a laboratory's point,
    what is known of it."""
    if background.names is not None:
        return " · ".join(point_facts(background, index))
    if background.texts is None or background.positions is None:
        return ""
    kind, position = translate("Map", background.text_kinds[int(background.texts[index])]), background.positions[index]
    if background.sources is None:
        return translate("Map", "{kind}, position {n}").format(kind=kind, n=int(position))
    return translate("Map", "“{title}” ({kind}), position {n}").format(
        title=background.source_names[int(background.sources[index])], kind=kind, n=int(position)
    )


def place_lines(background: Background, index: int) -> list[str]:
    """The same, and what a map that was kept by an earlier version does not know."""
    if background.names is not None:
        return point_facts(background, index)
    said = place_in_text(background, index)
    if not said or background.sources is not None:
        return [said] if said else []
    return [said, translate("Map", "which text it is was not kept with this map")]


def point_facts(background: Background, index: int) -> list[str]:
    """What a laboratory knows of one of its points: its group by each grouping, and its measures."""
    said = translate("Map", "{what}: {value}")
    groups = [(it.title, it.names[int(it.codes[index])]) for it in background.groups]
    values = [(it.title, float(it.values[index])) for it in background.measures]
    numbers = [(title, f"{value:z.3g}" if math.isfinite(value) else "–") for title, value in values]
    number = translate("Map", "point {n}").format(n=index)
    return [number, *(said.format(what=what, value=value) for what, value in (*groups, *numbers))]


def hover_lines(
    frame: MapFrame, token_id: int | None, row: int | None, abandoned: bool = False, ray: int | None = None
) -> list[str]:
    """The hover label: exact token, id and kind; for a token of the path also probability and faithfulness; for one
    of an `abandoned` branch, and for a `ray` of a fan, what a click does."""
    lines: list[str] = []
    if token_id is not None and frame.vocabulary is not None and token_id < len(frame.vocabulary):
        vocabulary = frame.vocabulary
        lines.append(shown(vocabulary, token_id))
        lines.append(
            translate("Map", "token {id} · {kind}").format(id=token_id, kind=kind_in_words(vocabulary, token_id))
        )
    if abandoned:
        lines.append(translate("Map", "another branch: click to return to it"))
    if ray is not None and ray < len(frame.fan):
        lines += _ray_lines(frame, ray)
    if row is not None and 0 <= row < len(frame.path):
        path = frame.path
        place = translate("Map", "position {n}").format(n=int(path.positions[row]))
        chance = float(path.probability[row])
        if math.isfinite(chance):
            place += " · " + translate("Map", "probability {p}").format(p=percent(chance))
        lines.append(place)
        kept = float(path.kept[row])
        if math.isfinite(kept):
            lines.append(
                translate("Map", "{n} of its 15 true neighbours are near it on this map").format(n=round(kept * 15))
            )
        if bool(path.left_out[row]):
            lines.append(translate("Map", "an outlier (vector far longer than the rest), not used for the layout"))
            lines.append(translate("Map", "double-click to go there"))
    return lines


def _ray_lines(frame: MapFrame, ray: int) -> list[str]:
    """How likely the token at the end of a ray is, after what, and what a click does."""
    fan = frame.fan
    chance = percent(float(fan.probability[ray]))
    at = np.flatnonzero(frame.path.nodes == fan.nodes[ray])
    drawn = frame.settings.fan_drawn
    where = translate("Map", "probability {p} of coming next").format(p=chance)
    if drawn:
        where = translate("Map", "chance {p} of being drawn").format(p=chance)
    elif len(at):
        row = int(at[0])
        token = shown(frame.vocabulary, int(frame.path.token_ids[row])) if frame.vocabulary is not None else ""
        where = translate("Map", "probability {p} after {token} (position {n})").format(
            p=chance, token=token, n=int(frame.path.positions[row])
        )
    if bool(fan.chosen[ray]):
        return [where, translate("Map", "the token chosen here")]
    return [where, translate("Map", "click to continue the text with it")]


def percent(probability: float) -> str:
    """A probability as a person reads it: 45 %, 4.5 %, 0.03 %."""
    if not math.isfinite(probability):
        return "–"
    value = 100 * probability
    if value >= 99.95:
        return with_percent("100")
    if value >= 10:
        return with_percent(f"{value:z.0f}")
    if value >= 0.1:
        return with_percent(f"{value:z.1f}")
    return with_percent("< 0.01") if value < 0.01 else with_percent(f"{value:z.2f}")
