"""The sentences of the meaning space: what is shown, how faithful it is, what a colour means. All translatable."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from engine.errors import in_short
from engine.records import MOST_STATES, NORMED, SHORT, WHOLE, Background, Sampling, Space
from viz import ahead_words, lab
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.map.data.beside import Beside
from viz.map.data.frame import MapFrame
from viz.map.data.path_line import MEAN, POSITION, SENTENCES, PathValues
from viz.map.data.trajectory import Trajectory
from viz.map.data.waiting import colours_wait
from viz.map.faithful import chance_of, error_of, kept_of
from viz.map.faithful import percent as percent_of
from viz.map.paint import (
    along_words,
    analogy_arrows,
    cluster_names,
    density_lines,
    loss_words,
    neighbour_names,
    path_words,
    table_fan,
)
from viz.map.paint.colour_words import colour_title, quantity
from viz.map.paint.fit_words import duration, moved_line, size_words
from viz.map.paint.hover_words import percent
from viz.map.paint.layout_words import algorithm_name, layout_name
from viz.map.paint.move_arrow import caption
from viz.plural import plural
from viz.state_names import state_name
from viz.tokens.sampling_words import sampling_words

translate = QCoreApplication.translate  # by this name its texts are collected
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
    if space.kind == "points":
        brings = lab.all_labs().get(space.lab)
        return translate("Labs", brings.title) if brings is not None else translate("Map", "Points")
    if space.kind == "embedding":
        return translate("Map", "Token embeddings")
    if space.kind == "unembedding":
        return translate("Map", "Unembedding")
    said = translate("Map", "Hidden states: {place}")
    if space.layer == NORMED:
        return said.format(place=translate("Map", "after the final norm"))
    return said.format(place=state_name(space.layer, n_layers + 1))


def shown_name(frame: MapFrame) -> str:
    """The space that is shown; of points that a laboratory brings, what they are."""
    title = "" if frame.background is None else frame.background.title
    return title or space_name(frame.space, frame.n_layers)


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
        reading = translate("Map", "Reading takes about {time} here, at the pace of the text shown.")
        said = sentences(said, reading.format(time=duration(n * pace)))
    told = translate("Map", "Progress and the time left are shown while the text is read; you can cancel.")
    return sentences(said.format(n=f"{n:,}", size=size_words(size), one=size_words(one)), told)


def statement(frame: MapFrame, brief: bool = False) -> list[str]:
    """What stands in the view: space and layout, faithfulness, notes; `brief` without parameters and notes."""
    if frame.layout is None or frame.background is None:
        return [space_name(frame.space, frame.n_layers)]
    flat = frame.settings.flat
    kept, error = kept_of(frame.layout, flat), error_of(frame.layout)
    first = translate("Map", "{space} · {layout} · {dimensions}").format(
        space=shown_name(frame),
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
        second += " · " + translate("Map", "map keeps {share} of neighbours (±{error}; chance: {chance})").format(
            share=percent_of(kept),
            error=f"{100 * (error or 0.0):z.1f}",
            chance=percent_of(chance_of(frame.layout, frame.background.left_out)),
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
    table = [] if frame.table_rays is None else table_fan.statement(frame.table_rays, brief)
    return [*_of_colours(frame, brief), *arrows, *table]


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


def _drawn(frame: MapFrame) -> str:
    """That rays are chances of being drawn, with what, and of which they are estimated."""
    settings = sampling_words(frame.drawn or Sampling())
    said = translate("Map", "rays: chance of being drawn ({settings})").format(settings=settings)
    if not frame.drawn_exact:
        return said + " · " + translate("Map", "estimated")
    others = bool((frame.fan.nodes != frame.node).any())
    return said + (" · " + translate("Map", "estimated but for the selected token") if others else "")


def _asked_for(frame: MapFrame, brief: bool = False) -> list[str]:
    """How much is selected, and what the trajectory through the layers and the arrow of an intervention mean."""
    lines = _of_picture(frame, brief)
    measured = frame.losses or frame.direction or frame.clusters
    by_itself = frame.wanted.kind == "points" and frame.settings.colour == "kind"
    told = measured is not None or by_itself
    if not told and frame.colours is not None and frame.colours.by != frame.settings.colour:
        said = translate("Map", "These points have no {quantity}, so they are coloured by {other}.")
        lines.append(said.format(quantity=quantity(frame.settings.colour), other=colour_title(frame.colours)))
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
    if frame.drawn is not None and len(frame.fan):
        lines.append(_drawn(frame))
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
    if frame.n_layers or frame.wanted.kind == "points":
        return translate("Map", "This map is being computed and appears here as soon as it is ready.")
    return translate("Map", "The map appears here when a model is loaded.")
