"""The rules of the watch and what they mark along the current path: for the watch itself and for the token strip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from engine.dictionaries.records import DictionaryInfo
from engine.labs.features.records import AskDictionaries, Dictionaries
from engine.labs.watch.records import AskWatch, AskWatched, Rule
from engine.questions import Question, Refused
from engine.records import F32
from engine.run import Run
from viz.charts import rules_text
from viz.charts.shade import NO_DICTIONARY, chosen_dictionary, missing, values_of
from viz.per_run import per_run
from viz.ui_state import UiState

VIEW: Final = "watch"  # whose options the rules are
Bools = np.ndarray[tuple[int, int], np.dtype[np.bool_]]
Column = tuple[str, int]  # dictionary, feature


@dataclass(frozen=True, eq=False)
class Watched:
    """R rules, F features, T tokens of the current path."""

    info: DictionaryInfo | None  # of the feature that all views show
    written: tuple[rules_text.Written, ...]
    rules: tuple[Rule, ...]  # [R]
    lost: tuple[str, ...]  # names of rules whose place has no dictionary
    names: dict[str, DictionaryInfo]  # of the dictionaries that rules may be on
    columns: tuple[Column, ...]  # [F]
    values: F32  # [F, T] NaN where nothing is read, or it is not known yet
    marks: Bools  # [R, T] False from where on something is not known yet
    questions: tuple[Question, ...]
    refused: str
    known: bool  # whether it can be told which dictionaries there are

    def stop(self, ui: UiState) -> AskWatch | None:
        """What is to stop the run from being written, as the watch's option says."""
        wanted = bool(ui.options.get(VIEW, {}).get("stop", False))
        return AskWatch(rules=self.rules) if wanted and self.rules else None


def watched(run: Run, ui: UiState) -> Watched:
    """What is known: the same object while nothing of it has changed."""
    text, of = str(ui.options.get(VIEW, {}).get("rules", "")), ui.feature.dictionary
    known, key = _known(run), (text, of, ui.playing, run.run_id)
    if key not in known:
        known[key] = _watched(run, text, of, ui.playing)
    return known[key]


@per_run
def _known(run: Run) -> dict[tuple[str, str, bool, int], Watched]:
    return {}


def _watched(run: Run, text: str, dictionary: str, playing: bool) -> Watched:
    infos, why_all, ask_all = _that_fit(run)
    chosen = chosen_dictionary(run, dictionary)
    known = ((chosen.info,) if chosen.info is not None else ()) + infos
    written = rules_text.read(text)
    rules, lost = rules_text.resolved(written, known) if ask_all is None else ((), ())
    names = {it.name: it for it in known}
    columns = tuple(dict.fromkeys((it.dictionary, it.feature) for rule in rules for it in rule.conditions))
    asked, refused, values, n_known = _read(run, playing, columns, names)
    marks = np.array([rule.marks(values) for rule in rules], bool).reshape(len(rules), len(run.path))
    marks[:, n_known:] = False
    first = tuple(it for it in (ask_all, chosen.question) if it is not None)
    why = "" if chosen.why == NO_DICTIONARY else chosen.why
    return Watched(
        chosen.info, written, rules, lost, names, columns,
        np.array([values[it] for it in columns], np.float32).reshape(len(columns), len(run.path)), marks,
        (*first, *asked), why_all or why or refused, ask_all is None,
    )  # fmt: skip


def _that_fit(run: Run) -> tuple[tuple[DictionaryInfo, ...], str, Question | None]:
    """All dictionaries that fit the model; why they cannot be told; what to ask first."""
    if run.info is None:
        return (), "", None
    every = run.findings.get(AskDictionaries())
    if isinstance(every, Refused):
        return (), every.sentence, None
    if not isinstance(every, Dictionaries):
        return (), "", AskDictionaries()
    return tuple(info for info, why in zip(every.infos, every.why_not, strict=True) if not why), "", None


def _read(
    run: Run, playing: bool, columns: tuple[Column, ...], names: dict[str, DictionaryInfo]
) -> tuple[list[Question], str, dict[Column, F32], int]:
    """What has to be asked, a question a dictionary; why one was refused; [T] of each feature, NaN at the first; and
    how many positions are known of all."""
    asked: list[Question] = []
    refused, values = "", dict[Column, F32]()
    path = np.array(run.path, np.int32)
    n_known = len(path)
    for name in dict.fromkeys(each for each, _ in columns):
        features = tuple(index for each, index in columns if each == name)
        by_node = values_of(run, AskWatched, name, features)
        along: F32 = by_node.values[path].copy()  # [T, k]
        along[:1] = np.nan
        values |= {(name, feature): along[:, at] for at, feature in enumerate(features)}
        n_known = min(n_known, _first_unknown(by_node.known[path]))
        question = missing(run, run.path, by_node, AskWatched(name, features))
        answer = run.findings.get(question) if question is not None else None
        if isinstance(answer, Refused):
            refused = answer.sentence
        elif question is not None and (names[name].hook.kind == "resid" or not playing):
            asked.append(question)
    return asked, refused, values, n_known


def _first_unknown(known: np.ndarray[Any, np.dtype[np.bool_]]) -> int:
    return len(known) if known.all() else int(np.argmin(known))
