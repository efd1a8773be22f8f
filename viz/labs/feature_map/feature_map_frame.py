"""What the view of features' links and directions shows, and what it asks for."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.dictionaries.records import DictionaryInfo
from engine.labs.feature_map.records import (
    AskDecoderGeometry,
    AskFeatureGraph,
    DecoderGeometry,
    FeatureGraph,
    FiredTogether,
    ReadTogether,
)
from engine.labs.features.records import (
    AskDictionaries,
    AskDictionary,
    AskIndex,
    AskNotes,
    Dictionaries,
    Index,
    Notes,
    OneDictionary,
)
from engine.questions import Question, Refused
from engine.records import Space, Vocabulary
from engine.run import Run
from viz.labs.feature_map import settings
from viz.labs.feature_map.graph_layout import places
from viz.ui_state import UiState

F64 = npt.NDArray[np.float64]


@dataclass(frozen=True)
class FeatureMapFrame:
    """One page: what was found for it, or the question that is open."""

    page: str
    has_model: bool
    looked: bool  # which dictionaries there are is known
    all_infos: tuple[DictionaryInfo, ...]  # those of this model that read vectors of the same width, where known
    info: DictionaryInfo | None  # the one that is shown; None: there is none of this model
    feature: int
    chosen: bool  # by a person; else it is the first
    link: str
    reading: ReadTogether | None  # of the text that is chosen
    fired: FiredTogether | None
    graph: FeatureGraph | None
    at: F64 | None  # [m, 2] places of the graph's features
    geometry: DecoderGeometry | None
    question: Question | None  # asked at once
    others: tuple[Question, ...]  # the same: which dictionaries there are besides, and a person's notes
    waits: ReadTogether | None  # asked by a person only: a text has to be read
    refused: str
    vocabulary: Vocabulary | None
    own_labels: Mapping[int, str]  # a person's
    labels: tuple[str, ...]  # automatic, of all features, where a text was read for them
    space: Space  # that the map shows
    ui: UiState  # of this view alone


def feature_map_frame(run: Run, ui: UiState) -> FeatureMapFrame:
    """Of the chosen dictionary, or the first that fits the model."""
    mine = ui.options.get(settings.OWNER, {})
    value = {option.name: mine.get(option.name, option.default) for option in settings.OPTIONS}
    own = UiState()
    for option in settings.OPTIONS:
        own = own.with_option(settings.OWNER, option.name, value[option.name])
    page, link = str(value["show"]), str(value["link"])
    info, looking, refused = _dictionary(run, ui)
    blank = FeatureMapFrame(
        page, run.info is not None, looking is None, _alike(run, info), info, max(ui.feature.index, 0),
        ui.feature.index >= 0, link, None, None, None, None, None, looking, _others(run, info), None, refused,
        run.vocabulary, *_labels(run, info), ui.space, own,
    )  # fmt: skip
    if info is None or refused:
        return blank
    reading = ReadTogether(info.name, str(value["text"]).strip(), int(value["tokens"]))
    found = run.findings.get(reading)
    fired = found if isinstance(found, FiredTogether) else None
    if page == settings.DIRECTIONS:
        asked: Question = AskDecoderGeometry(info.name)
    else:
        asked = AskFeatureGraph(
            reading, blank.feature, link, int(value["neighbours"]), float(value["least"])  # type: ignore[arg-type]
        )  # fmt: skip
    answer = run.findings.get(asked)
    waits = reading if page == settings.GRAPH and link != "cosine" and fired is None and answer is None else None
    told = next((it.sentence for it in (answer, found if waits else None) if isinstance(it, Refused)), "")
    graph = answer if isinstance(answer, FeatureGraph) else None
    return _with(
        blank, reading=reading, fired=fired, graph=graph, at=None if graph is None else _places(graph),
        geometry=answer if isinstance(answer, DecoderGeometry) else None,
        question=asked if answer is None and waits is None else None, waits=waits, refused=told,
    )  # fmt: skip


def _with(frame: FeatureMapFrame, **more: object) -> FeatureMapFrame:
    return replace(frame, **more)  # type: ignore[arg-type]


def _dictionary(run: Run, ui: UiState) -> tuple[DictionaryInfo | None, Question | None, str]:
    """The dictionary, the question about it that is open, and why there is none."""
    if run.info is None:
        return None, None, ""
    question: Question = AskDictionary(ui.feature.dictionary) if ui.feature.dictionary else AskDictionaries()
    found = run.findings.get(question)
    if isinstance(found, Refused):
        return None, None, found.sentence
    if isinstance(found, OneDictionary):
        return found.info, None, found.why_not
    if isinstance(found, Dictionaries):
        fits = (info for info, why in zip(found.infos, found.why_not, strict=True) if not why)
        return next(fits, None), None, ""
    return None, question, ""


def _others(run: Run, info: DictionaryInfo | None) -> tuple[Question, ...]:
    """What there is besides: other dictionaries, and a person's notes on this one."""
    if run.info is None:
        return ()
    asked: list[Question] = [AskDictionaries(), *([] if info is None else [AskNotes(info.sha256)])]
    return tuple(question for question in asked if question not in run.findings)


def _labels(run: Run, info: DictionaryInfo | None) -> tuple[Mapping[int, str], tuple[str, ...]]:
    """A person's labels, and the automatic ones of the laboratory of features."""
    if info is None:
        return {}, ()
    notes = run.findings.get(AskNotes(info.sha256))
    own = {note.feature: note.label for note in notes.notes if note.label} if isinstance(notes, Notes) else {}
    index = (run.findings.get(AskIndex(info.name, make=make)) for make in (True, False))
    made = (it.labels for it in index if isinstance(it, Index) and it.made and it.labels)
    return own, next(made, ())


def _alike(run: Run, info: DictionaryInfo | None) -> tuple[DictionaryInfo, ...]:
    found = run.findings.get(AskDictionaries())
    if info is None or not isinstance(found, Dictionaries):
        return ()
    pairs = zip(found.infos, found.why_not, strict=True)
    return tuple(it for it, why in pairs if not why and it.d == info.d)


def _places(graph: FeatureGraph) -> F64:
    """Of its features; a link's strength is the stronger of its two ways."""
    strength = np.zeros(len(graph.features), np.float32)
    for (one, other), value in zip(graph.ends.tolist(), graph.value.tolist(), strict=True):
        if 0 in (one, other):
            far = max(one, other)
            strength[far] = max(strength[far], abs(value))
    return places(graph.turn, strength)


def _written(value: float) -> float | str:
    """A number of a table; nothing where it is not known."""
    return value if math.isfinite(value) else ""


def table_of(frame: FeatureMapFrame) -> tuple[tuple[str | float, ...], ...]:
    """A row for each link: from, to, its value, and the other measures."""
    graph = frame.graph
    if graph is None:
        return ()
    names = [f"F{feature}" for feature in graph.features.tolist()]
    columns = (graph.value, graph.cosine, graph.correlation, graph.lift, graph.share)
    return tuple(
        (names[one], names[other], *(_written(float(column[row])) for column in columns))
        for row, (one, other) in enumerate(graph.ends.tolist())
    )
