"""Activations of features along the run, as a view colours tokens by them: what is known, and what is still asked.

A node's activation stays what it is when the run grows, so each is asked once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from engine.dictionaries.records import DictionaryInfo
from engine.labs.features.records import AskDictionaries, AskDictionary, Dictionaries, OneDictionary
from engine.labs.watch.records import AskShade, Shade
from engine.questions import Question, Refused
from engine.records import F32
from engine.run import Run
from viz.per_run import per_run
from viz.ui_state import UiState

NO_DICTIONARY, NO_FEATURE = "dictionary", "feature"  # reasons that the view has words for
Bools = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, eq=False)
class NodeValues:
    """Activations of some features by node of the run."""

    values: F32  # [nodes, k] NaN where they are not known, or the dictionary leaves the position out
    known: Bools  # [nodes]


@dataclass(frozen=True, eq=False)
class FeatureShade:
    """What colours tokens by one feature."""

    feature: int
    title: str  # of the dictionary
    by_node: NodeValues
    why: str  # why there is nothing: one of the reasons above, or a sentence
    questions: tuple[Question, ...]
    waits: bool  # until the model rests


@dataclass(frozen=True)
class Chosen:
    """The dictionary that is looked at, else the first that fits; or why there is none, and what is to be asked."""

    info: DictionaryInfo | None = None
    why: str = ""
    question: Question | None = None


def chosen_dictionary(run: Run, name: str) -> Chosen:
    """The dictionary of this name; "" = the first that fits the model."""
    if run.info is None:
        return Chosen(why=NO_DICTIONARY)
    question: Question = AskDictionary(name) if name else AskDictionaries()
    there = run.findings.get(AskDictionaries())
    fits = (
        [info for info, why in zip(there.infos, there.why_not, strict=True) if not why]
        if isinstance(there, Dictionaries)
        else []
    )
    found = next((info for info in fits if info.name == name or not name), None)
    if found is not None:
        return Chosen(found)
    one = run.findings.get(question)
    if one is None:
        return Chosen(question=question)
    if isinstance(one, Refused):
        return Chosen(why=one.sentence)
    if isinstance(one, OneDictionary):
        return Chosen(why=one.why_not) if one.why_not else Chosen(one.info)
    return Chosen(why=NO_DICTIONARY)


def feature_shade(run: Run, ui: UiState, beside: Iterable[int] = ()) -> FeatureShade:
    """Of the feature that all views show, along the current path and one that is compared."""
    feature = ui.feature.index
    none = NodeValues(np.full((len(run.nodes), 1), np.nan, np.float32), np.zeros(len(run.nodes), bool))
    chosen = chosen_dictionary(run, ui.feature.dictionary)
    if chosen.info is None or feature < 0:
        first = () if chosen.question is None else (chosen.question,)
        return FeatureShade(feature, "", none, chosen.why or ("" if first else NO_FEATURE), first, False)
    info = chosen.info
    by_node = values_of(run, AskShade, info.name, (feature,))
    paths = (run.path, tuple(beside))
    asked = [missing(run, path, by_node, AskShade(info.name, (feature,))) for path in paths]
    questions = tuple(it for it in asked if it is not None)
    waits = bool(questions) and ui.playing and info.hook.kind != "resid"
    refused = [it.sentence for asked in questions if isinstance(it := run.findings.get(asked), Refused)]
    return FeatureShade(
        feature, info.title, by_node, refused[0] if refused else "", () if waits else questions, waits
    )  # fmt: skip


def values_of(run: Run, kind: type[AskShade], dictionary: str, features: tuple[int, ...]) -> NodeValues:
    """What is known; the same object while the run and its findings stay as they are."""
    known = _known(run)
    key = (kind, dictionary, features)
    if key not in known:
        known[key] = _gathered(run, *key)
    return known[key]


@per_run
def _known(run: Run) -> dict[tuple[type[AskShade], str, tuple[int, ...]], NodeValues]:
    return {}


def _gathered(run: Run, kind: type[AskShade], dictionary: str, features: tuple[int, ...]) -> NodeValues:
    n = len(run.nodes)
    values, known = np.full((n, len(features)), np.nan, np.float32), np.zeros(n, bool)
    for question, found in run.findings.items():
        if type(question) is not kind or not isinstance(found, Shade):
            continue
        if (question.dictionary, question.features) == (dictionary, features) and found.nodes.max(initial=-1) < n:
            values[found.nodes] = np.where(found.left_out[:, None], np.float32(np.nan), found.values)
            known[found.nodes] = True
    return NodeValues(values, known)


def missing(run: Run, path: Sequence[int], by_node: NodeValues, about: AskShade) -> AskShade | None:
    """What is to be asked of a path: from its first position that is not known on; None where all is known."""
    if run.run_id <= 0 or not len(path) or not about.features:
        return None
    unknown = np.flatnonzero(~by_node.known[np.asarray(path)])
    return replace(about, node=int(path[-1]), first=int(unknown[0])) if len(unknown) else None
