"""A selection as a table: what its points are, where they lie in both pictures, and how far apart they truly are."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.labs.projections.records import Apart, AskApart
from engine.records import TOKEN_KINDS, Background, Layout, Space, Vocabulary
from engine.run import Run
from viz.intents import SaveTable
from viz.map.data.selected import Selected
from viz.map.data.sentences import sentence_of
from viz.per_run import per_run
from viz.token_text import plain_text

Cell = str | int | float
POINTS = ("point", "token id", "token", "token kind", "vector norm")
PLACES = ("x (3D)", "y (3D)", "z (3D)", "x (2D)", "y (2D)")
STATES = ("position", "surprisal (bits)", "text kind", "source text", "sentence")
NEXT, FROM_MEAN, PAIR = (
    "probability of being next",
    "cosine distance from the selection's mean",
    "cosine distance from {n}",
)


@dataclass(frozen=True, eq=False)
class Distances:
    """What is known of the distances among the selected points."""

    question: AskApart
    found: Apart | None = None
    why_not: str = ""


@per_run
def known_distances(run: Run) -> tuple[Distances, ...]:
    """All that the engine answered."""
    return tuple(
        Distances(question, found if isinstance(found, Apart) else None, getattr(found, "sentence", ""))
        for question, found in run.findings.items()
        if isinstance(question, AskApart)
    )


def question_of(space: Space, selection: tuple[int, ...], n_points: int) -> AskApart | None:
    """What is asked of a selection; None where nothing is selected."""
    chosen = tuple(index for index in selection if 0 <= index < n_points)
    return AskApart(space, chosen) if chosen else None


def table_of(
    background: Background, layout: Layout, vocabulary: Vocabulary | None, distances: Distances,
    selected: Selected | None, about: tuple[tuple[str, str], ...],
) -> SaveTable:  # fmt: skip
    """One row for each point, in the order of the selection; `about` says of what they are points."""
    indices, found = distances.question.indices, distances.found
    chances = _chances(selected)
    columns = [*(POINTS if background.names is None else _own_columns(background)), *PLACES]
    if background.positions is not None:
        columns += STATES
    columns += [NEXT] if chances else []
    columns += [FROM_MEAN] if found is not None else []
    pairs = found.pairs if found is not None else ()
    columns += [PAIR.format(n=index) for index, _ in zip(indices, pairs, strict=False)]
    rows = list[tuple[Cell, ...]]()
    for at, index in enumerate(indices):
        point = _point(background, vocabulary, index) if background.names is None else _own_point(background, index)
        row = [*point, *_place(layout, index)]
        if background.positions is not None:
            row += _state(background, vocabulary, index)
        if chances:
            row.append(_number(chances.get(index, math.nan)))
        if found is not None:
            row.append(_number(float(found.from_mean[at])))
        if len(pairs):
            row += [_number(float(value)) for value in pairs[at]]
        rows.append(tuple(row))
    return SaveTable("selection", tuple(columns), tuple(rows), about)


def _chances(selected: Selected | None) -> dict[int, float]:
    """How likely each point's token comes next, where there is a text; NaN where only the likeliest are known."""
    if selected is None or selected.probability is None or selected.node < 0:
        return {}
    known = zip(selected.order.tolist(), selected.probability.tolist(), strict=True)
    return {index: chance if chance > 0 or selected.whole else math.nan for index, chance in known}


def _point(background: Background, vocabulary: Vocabulary | None, index: int) -> list[Cell]:
    token = int(background.token_ids[index])
    known = vocabulary is not None and 0 <= token < len(vocabulary)
    kind = TOKEN_KINDS[int(vocabulary.kinds[token])] if vocabulary is not None and known else ""
    return [index, token, plain_text(vocabulary, [token]), kind, _number(float(background.norms[index]))]


def _own_columns(background: Background) -> tuple[str, ...]:
    """The same of a laboratory's points."""
    titles = (*(it.title for it in background.groups), *(it.title for it in background.measures))
    return ("point", "name", "vector norm", *titles)


def _own_point(background: Background, index: int) -> list[Cell]:
    groups = [it.names[int(it.codes[index])] for it in background.groups]
    values = [_number(float(it.values[index])) for it in background.measures]
    return [index, plain_text(background.names, [index]), _number(float(background.norms[index])), *groups, *values]


def _place(layout: Layout, index: int) -> list[Cell]:
    return [_number(float(value)) for value in (*layout.points3[index], *layout.points2[index])]


def _state(background: Background, vocabulary: Vocabulary | None, index: int) -> list[Cell]:
    """Where a state was read."""
    if background.positions is None:
        return []
    surprisal = math.nan if background.surprisal is None else float(background.surprisal[index])
    kind = "" if background.texts is None else background.text_kinds[int(background.texts[index])]
    source = "" if background.sources is None else background.source_names[int(background.sources[index])]
    sentence = sentence_of(background, vocabulary, index)
    text = "" if sentence is None else f"{sentence.before}[{sentence.word}]{sentence.after}"
    return [int(background.positions[index]), _number(surprisal), kind, source, text]


def _number(value: float) -> Cell:
    """A number with the digits of float32; empty where there is none."""
    return float(f"{value:z.7g}") if math.isfinite(value) else ""
