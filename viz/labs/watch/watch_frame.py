"""What the view of the watch shows, as numbers and text; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.dictionaries.records import DictionaryInfo, FeatureName
from engine.labs.features.records import AskDictionaries, Dictionaries
from engine.labs.watch.records import AskTree, AskWatch, AskWatched, Rule, Tree
from engine.questions import Question, Refused, Watching
from engine.records import F32, Vocabulary
from engine.run import Run
from viz.charts.shade import NO_DICTIONARY, chosen_dictionary, missing, values_of
from viz.feature_names import feature_name
from viz.labs.watch import rules_text, settings
from viz.looked_at import position_of
from viz.ui_state import UiState

Bools = np.ndarray[tuple[int, int], np.dtype[np.bool_]]


@dataclass(frozen=True, eq=False)
class WatchFrame:
    """The rules, the features that they read along the run, and where each holds. R rules, F features, T tokens."""

    has_model: bool
    info: DictionaryInfo | None  # of the feature that can be added, and of a tree
    feature: FeatureName
    position: int
    wanted: tuple[Question, ...]
    refused: str
    rules: tuple[Rule, ...]  # [R]
    lost: tuple[str, ...]  # names of rules whose place has no dictionary
    written: tuple[rules_text.Written, ...]
    features: tuple[str, ...]  # [F]
    values: F32  # [F, T]
    marks: Bools  # [R, T]
    token_ids: tuple[int, ...]  # [T]
    n_prompt: int
    watch: Watching | None  # what is to stop the run
    watching: bool  # whether that is what stops it, or it cannot be told yet
    ask_tree: AskTree | None
    tree: Tree | None
    vocabulary: Vocabulary | None
    of_file: bool
    ui: UiState

    def value(self, name: str) -> object:
        """What is chosen for an option."""
        option = next(it for it in settings.OPTIONS if it.name == name)
        return self.ui.option(settings.VIEW, option)


def watch_frame(run: Run, ui: UiState, mine: UiState) -> WatchFrame:
    """`mine` holds the view's own options alone."""
    infos, why_all, ask_all = _that_fit(run)
    chosen = chosen_dictionary(run, ui.feature.dictionary)
    info, ask_one = chosen.info, chosen.question
    why_one = "" if chosen.why == NO_DICTIONARY else chosen.why
    known = ((info,) if info is not None else ()) + infos
    written = rules_text.read(str(mine.option(settings.VIEW, settings.RULES)))
    rules, lost = rules_text.resolved(written, known) if ask_all is None else ((), ())
    names = {it.name: it for it in known}
    columns = tuple(dict.fromkeys((it.dictionary, it.feature) for rule in rules for it in rule.conditions))
    asked, refused, values = _read(run, ui, columns, names)
    marks = [rule.marks(values) for rule in rules]
    length = len(run.path)
    stop = bool(mine.option(settings.VIEW, settings.STOP))
    watch = AskWatch(rules=rules) if stop and rules else None
    tree = _tree(mine, info)
    found = run.findings.get(tree) if tree is not None else None
    return WatchFrame(
        run.info is not None, info, ui.feature, position_of(run, ui),
        tuple(it for it in (ask_all, ask_one, *asked) if it is not None),
        why_all or why_one or refused or (found.sentence if isinstance(found, Refused) else ""), rules, lost, written,
        tuple(feature_name(names[name].hook, index) for name, index in columns),
        np.array([values[it] for it in columns], np.float32).reshape(len(columns), length),
        np.array(marks, bool).reshape(len(rules), length), tuple(run.nodes[node].token_id for node in run.path),
        run.prompt_tokens, watch,
        ask_all is not None or ui.watch == watch, tree, found if isinstance(found, Tree) else None, run.vocabulary,
        run.run_id <= 0, mine,
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
    run: Run, ui: UiState, columns: tuple[tuple[str, int], ...], names: dict[str, DictionaryInfo]
) -> tuple[list[Question], str, dict[tuple[str, int], F32]]:
    """What has to be asked, a question a dictionary; why one was refused; and [T] of each feature, NaN at the first."""
    asked: list[Question] = []
    refused, values = "", dict[tuple[str, int], F32]()
    path = np.array(run.path, np.int32)
    for name in dict.fromkeys(each for each, _ in columns):
        features = tuple(index for each, index in columns if each == name)
        by_node = values_of(run, AskWatched, name, features)
        along = by_node.values[path].copy()  # [T, k]
        along[:1] = np.nan
        values |= {(name, feature): along[:, at] for at, feature in enumerate(features)}
        question = missing(run, run.path, by_node, AskWatched(name, features))
        answer = run.findings.get(question) if question is not None else None
        if isinstance(answer, Refused):
            refused = answer.sentence
        elif question is not None and (names[name].hook.kind == "resid" or not ui.playing):
            asked.append(question)
    return asked, refused, values


def _tree(mine: UiState, info: DictionaryInfo | None) -> AskTree | None:
    positive, negative = (str(mine.option(settings.VIEW, it)) for it in (settings.POSITIVE, settings.NEGATIVE))
    if info is None or not positive.strip() or not negative.strip():
        return None
    return AskTree(info.name, positive, negative, depth=int(mine.option(settings.VIEW, settings.DEPTH)))


def term_of(frame: WatchFrame) -> rules_text.Term | None:
    """The condition that the buttons add; None where no feature is selected."""
    if frame.info is None or frame.feature.index < 0:
        return None
    above = frame.value("sign") == settings.ABOVE
    value = float(str(frame.value("value")))
    return rules_text.Term(rules_text.place_of(frame.info), frame.feature.index, above, value)
