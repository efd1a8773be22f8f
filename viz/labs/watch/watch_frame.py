"""What the view of the watch shows, as numbers and text; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.dictionaries.records import DictionaryInfo, FeatureName
from engine.labs.watch.records import AskTree, Rule, Tree
from engine.questions import Question, Refused, Watching
from engine.records import F32, Vocabulary
from engine.run import Run
from viz.charts import rules_text
from viz.charts.strip_frame import strip_tokens
from viz.charts.watched import Bools, Watched, watched
from viz.feature_names import feature_name
from viz.labs.watch import settings
from viz.looked_at import position_of
from viz.ui_state import UiState


@dataclass(frozen=True)
class Alarm:
    """A position that a rule marks."""

    position: int
    text: str
    rule: str
    values: tuple[tuple[str, float], ...]  # of the features that it looks at: name, activation


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
    alarms: tuple[Alarm, ...]  # in the order of the text
    ui: UiState

    def value(self, name: str) -> object:
        """What is chosen for an option."""
        option = next(it for it in settings.OPTIONS if it.name == name)
        return self.ui.option(settings.VIEW, option)


def watch_frame(run: Run, ui: UiState, mine: UiState) -> WatchFrame:
    """`mine` holds the view's own options alone."""
    it = watched(run, ui)
    watch = it.stop(ui)
    tree = _tree(mine, it.info)
    found = run.findings.get(tree) if tree is not None else None
    return WatchFrame(
        run.info is not None, it.info, ui.feature, position_of(run, ui), it.questions,
        it.refused or (found.sentence if isinstance(found, Refused) else ""), it.rules, it.lost, it.written,
        tuple(feature_name(it.names[name].hook, index) for name, index in it.columns), it.values, it.marks,
        tuple(run.nodes[node].token_id for node in run.path), run.prompt_tokens, watch,
        not it.known or ui.watch == watch, tree, found if isinstance(found, Tree) else None, run.vocabulary,
        run.run_id <= 0, _alarms(it, strip_tokens(run).texts), mine,
    )  # fmt: skip


def _alarms(it: Watched, texts: tuple[str, ...]) -> tuple[Alarm, ...]:
    row_of = {column: row for row, column in enumerate(it.columns)}
    found = []
    for position, at in np.argwhere(it.marks.T).tolist():
        read = dict.fromkeys((each.dictionary, each.feature) for each in it.rules[at].conditions)
        values = tuple(
            (feature_name(it.names[name].hook, index), float(it.values[row_of[name, index], position]))
            for name, index in read
        )
        found.append(Alarm(position, texts[position], it.rules[at].name, values))
    return tuple(found)


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
