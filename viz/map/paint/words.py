"""The sentences of the meaning space: what is shown, how faithful it is, what a colour means. All translatable."""

from __future__ import annotations

import math
from pathlib import PurePath

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.errors import in_short
from engine.records import MOST_STATES, NORMED, SHORT, WHOLE, Background, Space
from viz import ahead_words
from viz.charts.numbers import NBSP
from viz.lab import QT_TRANSLATE_NOOP
from viz.map.data.along import DIRECTION
from viz.map.data.beside import Beside
from viz.map.data.clusters import NOISE, OF_PICTURE, OF_SPACE
from viz.map.data.clusters import OTHERS as SMALLER
from viz.map.data.colouring import OTHERS, Colouring
from viz.map.data.frame import MapFrame
from viz.map.data.losses import INVENTED, LOST
from viz.map.data.path_line import MEAN, POSITION, SENTENCES, PathValues
from viz.map.data.sentences import whole
from viz.map.data.trajectory import Trajectory
from viz.map.data.waiting import colours_wait
from viz.map.faithful import error_of, kept_of
from viz.map.faithful import percent as percent_of
from viz.map.paint import (
    along_words,
    analogy_arrows,
    cluster_names,
    density_lines,
    loss_words,
    neighbour_names,
    path_words,
)
from viz.map.paint.fit_words import duration, moved_line, size_words
from viz.map.paint.layout_words import algorithm_name, layout_name
from viz.map.paint.move_arrow import caption
from viz.plural import plural
from viz.state_names import state_name
from viz.token_text import shown
from viz.token_words import kind_in_words

translate = QCoreApplication.translate  # by this name its texts are collected
SAID_OF_SENTENCE = 70  # characters of a sentence of the path in its hover label
OF_THE_SAMPLE = (  # the kinds of texts that `resources/sample` names
    QT_TRANSLATE_NOOP("Map", "Arabic"),
    QT_TRANSLATE_NOOP("Map", "Chinese"),
    QT_TRANSLATE_NOOP("Map", "French"),
    QT_TRANSLATE_NOOP("Map", "German"),
    QT_TRANSLATE_NOOP("Map", "Russian"),
    QT_TRANSLATE_NOOP("Map", "Spanish"),
    QT_TRANSLATE_NOOP("Map", "code"),
    QT_TRANSLATE_NOOP("Map", "dialogue"),
    QT_TRANSLATE_NOOP("Map", "instructions"),
    QT_TRANSLATE_NOOP("Map", "numbers"),
    QT_TRANSLATE_NOOP("Map", "prose"),
    QT_TRANSLATE_NOOP("Map", "science"),
)


def space_name(space: Space, n_layers: int) -> str:
    """A space in words."""
    if space.kind == "embedding":
        return translate("Map", "Token embeddings")
    if space.kind == "unembedding":
        return translate("Map", "Unembedding")
    said = translate("Map", "Hidden states: {place}")
    if space.layer == NORMED:
        return said.format(place=translate("Map", "after the final norm"))
    return said.format(place=state_name(space.layer, n_layers + 1))


def cost_of(texts: str, states: int, width: int, pace: float) -> str:
    """What a text's states take, before it is read: `states` of each token, of so many dimensions.

    `pace`: seconds a token of a text that was read before, 0 where none was.
    """
    n = {SHORT: 5_000, WHOLE: 20_000}.get(texts, MOST_STATES)
    size, one = n * states * width * 4, n * width * 4
    said = translate("Map", "About {n} states; {size} on disk or in memory for all layers, {one} for the layer shown.")
    if n == MOST_STATES:
        said = translate(
            "Map",
            "At most {n} states: longer texts are used from their beginnings. At most {size} on disk or in memory for "
            "all layers, {one} for the layer shown.",
        )
    if pace > 0:
        said += " " + translate("Map", "Reading takes about {time} here, at the pace of the text shown.").format(
            time=duration(n * pace)
        )
    told = translate("Map", "Progress and the time left are shown while the text is read; you can cancel.")
    return f"{said.format(n=f'{n:,}', size=size_words(size), one=size_words(one))} {told}"


def statement(frame: MapFrame, brief: bool = False) -> list[str]:
    """What stands in the view: space and layout, faithfulness, notes; `brief` without parameters and notes."""
    if frame.layout is None or frame.background is None:
        return [space_name(frame.space, frame.n_layers)]
    flat = frame.settings.flat
    kept, error = kept_of(frame.layout, flat), error_of(frame.layout)
    first = translate("Map", "{space} · {layout} · {dimensions}").format(
        space=space_name(frame.space, frame.n_layers),
        layout=algorithm_name(frame.layout) if brief else layout_name(frame.layout),
        dimensions=translate("Map", "2D") if flat else translate("Map", "3D"),
    )
    if frame.space != frame.wanted:
        said = translate("Map", "{space} is being computed; until then:").format(
            space=space_name(frame.wanted, frame.n_layers)
        )
        return [said, first]
    if brief:
        said = translate("Map", "keeps {share} of neighbours")
        faithful = [] if kept is None else [said.format(share=percent_of(kept))]
        return [first, *faithful, *(_of_picture if frame.is_second else _asked_for)(frame, brief)]
    n = len(frame.points)
    second = plural(translate("Map", "{n} point(s)", "", n), n).format(n=f"{n:,}")
    if kept is not None:
        second += " · " + translate("Map", "map keeps {share} of neighbours (±{error})").format(
            share=percent_of(kept), error=f"{100 * (error or 0.0):z.1f}"
        )
    if frame.is_second:
        return [first, second, *_of_picture(frame)]
    if frame.moved is not None:
        second += " · " + moved_line(frame.moved)
    same = frame.tied and frame.space.kind == "unembedding"
    tied = (
        [translate("Map", "in this model the unembedding and the token embeddings are the same matrix")] if same else []
    )
    return [first, second, *tied, *_notes(frame.background), *_asked_for(frame)]


def _quantity(colouring: str) -> str:
    """What only points of the hidden states have, in words."""
    words = {
        "position": translate("Map", "position in its text"),
        "surprisal": translate("Map", "surprisal (bits)"),
        "text": translate("Map", "text kind"),
        "next token": translate("Map", "next token in its text"),
        "source text": translate("Map", "source text"),
    }
    return words.get(colouring, colouring)


def _notes(background: Background) -> list[str]:
    """What was done to the space before it was laid out. Said here, since the engine's own note is in English only."""
    if background.left_out is None or background.positions is None:
        return [background.note] if background.note else []
    left_out = background.left_out
    n, long = int(left_out.sum()), int((left_out & (background.positions > 0)).sum())
    said = translate("Map", "each dimension standardised over {n} hidden states of {text}")
    if not background.standardised:
        said = translate("Map", "{n} hidden states of {text}, not standardised")
    said = said.format(n=f"{len(left_out) - n:,}", text=text_name(background.space.texts))
    why = plural(
        translate(
            "Map",
            "{n} state(s) [is|are] marked and [was|were] not used for the layout: the first token of each text.",
            "",
            n,
        ),
        n,
    )
    if long:
        why = plural(
            translate(
                "Map",
                "{n} state(s) [is|are] marked and [was|were] not used for the layout: the first token of each text, "
                "and {m} outliers (vectors far longer than the rest).",
                "",
                n,
            ),
            n,
        )
    of_own = [] if background.space.texts in (SHORT, WHOLE) or not background.note else [background.note]
    return [f"{said} · {why.format(n=n, m=long)}" if n else said, *of_own]


def text_name(texts: str) -> str:
    """Whose states a background is, in words."""
    if texts in (SHORT, WHOLE):
        return translate("Map", "a sample text")
    return f"“{in_short(PurePath(texts).name, 60)}”"


def _of_picture(frame: MapFrame, brief: bool = False) -> list[str]:
    """What was measured of this very picture: what the colours say, and the arrows of an analogy."""
    arrows = [] if frame.analogy is None else analogy_arrows.statement(frame.analogy, brief)
    return [*_of_colours(frame, brief), *arrows]


def _of_colours(frame: MapFrame, brief: bool) -> list[str]:
    said = _of_measured(frame, brief)
    if not said or frame.colours is None or not colours_wait(frame):
        return said
    until = translate("Map", "Until then the colours show: {title}.")
    return [*said, until.format(title=colour_title(frame.colours))]


def _of_measured(frame: MapFrame, brief: bool) -> list[str]:
    if frame.losses is not None:
        return loss_words.statement(frame.losses, brief)
    if frame.direction is not None:
        return [] if frame.is_second else along_words.statement(frame.direction, brief)
    return [] if frame.clusters is None else cluster_names.statement(frame.clusters, brief)


def _asked_for(frame: MapFrame, brief: bool = False) -> list[str]:
    """How much is selected, and what the trajectory through the layers and the arrow of an intervention mean."""
    lines = _of_picture(frame, brief)
    measured = frame.losses or frame.direction or frame.clusters
    if measured is None and frame.colours is not None and frame.colours.by != frame.settings.colour:
        said = translate("Map", "These points have no {quantity}, so they are coloured by {other}.")
        lines.append(said.format(quantity=_quantity(frame.settings.colour), other=colour_title(frame.colours)))
    if len(frame.selection) > 1:
        n = len(frame.selection)
        lines.append(plural(translate("Map", "{n} point(s) selected (Esc to clear)", "", n), n).format(n=f"{n:,}"))
    one_fan = frame.settings.fans == "current" and not frame.settings.ahead
    if one_fan and frame.node >= 0 and not len(frame.fan) and not frame.wanted_fans:
        least = percent(frame.settings.fan_cutoff)
        lines.append(
            translate(
                "Map",
                "No rays: no next token is as likely as {least}. Lower “Least probability of a ray” in "
                "the view's options to see more.",
            ).format(least=least)
        )
    if frame.settings.density and not brief:
        lines.append(density_lines.statement(frame))
    if frame.settings.true_lines:
        lines += neighbour_names.statement(frame)
    lines += ahead_words.statement(frame.ahead.tree, brief)
    lines += path_lines(frame, brief)
    if frame.settings.way:
        lines.append(trajectory_line(frame.trajectory))
    if frame.beside.name:
        lines.append(beside_line(frame.beside))
    lines += path_words.statement(frame, brief)
    return lines if frame.move is None else [*lines, caption(frame.move)]


def path_lines(frame: MapFrame, brief: bool = False) -> list[str]:
    """What of the path is shown, and through what its line goes where that is not its tokens; `brief` in few words."""
    n, line = len(frame.path), frame.line
    if not n:
        return []
    lines = []
    if line.is_mean and brief:
        means = translate("Map", "Path: sentence means")
        said = translate("Map", "Path: running mean of {n} tokens").format(n=frame.settings.path_window)
        lines.append(said if line.by == MEAN else means)
    elif line.by == MEAN:
        said = translate(
            "Map",
            "Path: running mean of the points of {n} tokens on this map (small discs: the tokens themselves).",
        )
        lines.append(said.format(n=frame.settings.path_window))
    elif line.by == SENTENCES:
        said = translate(
            "Map",
            "Path: from sentence to sentence, each at the mean of its tokens' points on this map ({n} sentences).",
        )
        lines.append(said.format(n=len(line)))
    if n < frame.path_length:
        said = translate("Map", "Shown of the path: {n} of {all} tokens.")
        lines.append(said.format(n=f"{n:,}", all=f"{frame.path_length:,}"))
    return lines


def path_title(values: PathValues) -> str:
    """The heading of the legend of the path's colours."""
    if values.by == POSITION:
        return translate("Map", "path: position")
    return translate("Map", "path: surprisal (bits)")


def path_ends(values: PathValues) -> tuple[str, str]:
    """That legend's words for the low and the high end of its ramp."""
    if values.by == POSITION:
        return f"{values.low:z,.0f}", f"{values.high:z,.0f}"
    return f"{values.low:z.0f}", translate("Map", "≥ {bits}").format(bits=f"{values.high:z.1f}")


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


def beside_line(beside: Beside) -> str:
    """Which path is which branch, and what of the second is not on this map."""
    said = translate("Map", "A (line): {one} · B (dashes): {other}").format(
        one=beside.current_name or translate("Map", "current"), other=beside.name
    )
    if beside.n_missing:
        n = beside.n_missing
        more = plural(
            translate(
                "Map",
                "{n} token(s) of B [has|have] no place on this map; [it is|they are] placed once the model is loaded.",
                "",
                n,
            ),
            n,
        )
        said = f"{said} · {more.format(n=beside.n_missing)}"
    return said


def trajectory_line(trajectory: Trajectory) -> str:
    """What the trajectory through the layers is, and how far it is to be trusted."""
    if not len(trajectory):
        if trajectory.why_not:
            return trajectory.why_not
        return translate(
            "Map",
            "The path through the layers is computed by the model that made this run, while generation is paused.",
        )
    through = {
        "final norm": translate("Map", "each state after the final norm"),
        "the space's standardising": translate("Map", "each state standardised as this space is"),
    }.get(trajectory.through, translate("Map", "each state as it is"))
    said = translate("Map", "Path through the layers: {through}; keeps {share} of neighbours on average.").format(
        through=through, share=percent_of(float(trajectory.kept.mean()))
    )
    n = int(trajectory.left_out.sum())
    if not n:
        return said
    outliers = translate(
        "Map",
        "{path} {n} of the states (rings) [is an outlier|are outliers], far from the vectors the map was made from.",
        "",
        n,
    )
    return plural(outliers, n).format(path=said, n=n)


def sampled(share: float) -> str:
    """What stands in the corner while only some of the points are drawn."""
    return translate("Map", "while moving: 1 of {n} points").format(n=round(1 / share))


def why_empty(frame: MapFrame) -> str:
    """What stands in the middle where there is no map."""
    if frame.lacking == "PCA":  # every space has one
        return translate("Map", "PCA is the layout shown already. Choose another layout for either of the two maps.")
    if frame.lacking:
        return translate(
            "Map",
            "This space has no other {layout} layout yet. “Fit layout” or “Directions” makes one; or choose another "
            "second map.",
        ).format(layout=QCoreApplication.translate("MeaningSpace", frame.lacking))
    if frame.orphaned:
        return translate(
            "Map",
            "This map is not stored with the run. It appears here once the model that made the run is loaded and has "
            "computed it.",
        )  # true while it is computed, too
    if frame.n_layers:
        return translate("Map", "This map is being computed and appears here as soon as it is ready.")
    return translate("Map", "The map appears here when a model is loaded.")


def colour_title(by: Colouring) -> str:
    """The heading of the legend."""
    if by.direction is not None:
        return along_words.title(by.direction)
    if by.by in (LOST, INVENTED):
        return loss_words.title(by.by, by.k)
    return {
        "kind": translate("Map", "token kind"),
        "id": translate("Map", "token id (lower = often more frequent)"),
        "norm": translate("Map", "vector norm"),
        "cluster": translate("Map", "cluster (k-means)"),
        "probability": translate("Map", "probability of being the next token"),
        "position": translate("Map", "position in its text"),
        "surprisal": translate("Map", "surprisal (bits)"),
        "text": translate("Map", "text kind"),
        "next token": translate("Map", "next token in its text"),
        "source text": translate("Map", "source text"),
        OF_SPACE: translate("Map", "clusters of the space, stability"),
        OF_PICTURE: translate("Map", "clusters of this picture, stability"),
    }[by.by]


def category_name(by: Colouring, i: int) -> str:
    """A category in words."""
    name = by.names[i]
    if by.by == "kind":
        return QCoreApplication.translate("token_kinds", name)
    if by.by in (OF_SPACE, OF_PICTURE) and name in (NOISE, SMALLER):
        return translate("Map", name)
    if name == OTHERS and i == len(by.names) - 1:
        return translate("Map", name)
    return translate("Map", name) if by.by == "text" else name


def ends(by: Colouring) -> tuple[str, str]:
    """The legend's words for the low and the high end of a ramp."""
    if by.logarithmic:
        return f"≤ 0.0001{NBSP}%", f"100{NBSP}%"
    if by.by in (LOST, INVENTED):
        return f"0{NBSP}%", f"100{NBSP}%"
    if by.by == DIRECTION:
        return f"{by.low:+z.2f}", f"{by.high:+z.2f}"
    if by.by in ("id", "position"):
        return f"{by.low:z,.0f}", f"{by.high:z,.0f}"
    return f"{by.low:z.2f}", f"{by.high:z.2f}"


def percent(probability: float) -> str:
    """A probability as a person reads it: 45 %, 4.5 %, 0.03 %."""
    if not math.isfinite(probability):
        return "–"
    value = 100 * probability
    if value >= 99.95:
        return f"100{NBSP}%"
    if value >= 10:
        return f"{value:z.0f}{NBSP}%"
    if value >= 0.1:
        return f"{value:z.1f}{NBSP}%"
    return f"< 0.01{NBSP}%" if value < 0.01 else f"{value:z.2f}{NBSP}%"


def place_in_text(background: Background, index: int) -> str:
    """In a space of states: of which text of the sample a point is, and its position there."""
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
    said = place_in_text(background, index)
    if not said or background.sources is not None:
        return [said] if said else []
    return [said, translate("Map", "which text it is was not kept with this map")]


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
    where = translate("Map", "probability {p} of coming next").format(p=chance)
    if len(at):
        row = int(at[0])
        token = shown(frame.vocabulary, int(frame.path.token_ids[row])) if frame.vocabulary is not None else ""
        where = translate("Map", "probability {p} after {token} (position {n})").format(
            p=chance, token=token, n=int(frame.path.positions[row])
        )
    if bool(fan.chosen[ray]):
        return [where, translate("Map", "the token chosen here")]
    return [where, translate("Map", "click to continue the text with it")]
