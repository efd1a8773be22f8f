"""What the view of the watch says."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.watch.records import Score, Tree
from viz.charts import rules_text
from viz.charts.numbers import NOT_THERE, fixed, percent
from viz.joined import facts, listed, sentences
from viz.labs.watch.watch_frame import WatchFrame
from viz.plural import plural
from viz.token_text import shown_all

translate = QCoreApplication.translate  # by this name its texts are collected
NAMED = 6  # alarms that are named


def alarms(frame: WatchFrame) -> list[tuple[str, int]]:
    """Rule and position of every mark, in the order of the text."""
    at = np.argwhere(frame.marks.T)
    return [(frame.rules[rule].name, int(position)) for position, rule in at.tolist()]


def marked(frame: WatchFrame) -> str:
    """Where the rules hold."""
    if not frame.rules:
        return ""
    found = alarms(frame)
    if not found:
        return translate("WatchView", "No rule holds in this text.")
    words = shown_all(frame.vocabulary, list(frame.token_ids))
    named = [
        translate("WatchView", "{rule} at “{token}” ({position})").format(rule=rule, token=words[at], position=at)
        for rule, at in found[:NAMED]
    ]
    n = len(found)
    if n > NAMED:
        text = plural(translate("WatchView", "{n} mark(s): {marks}, …", "", n), n)
    else:
        text = plural(translate("WatchView", "{n} mark(s): {marks}.", "", n), n)
    return text.format(n=n, marks=listed(named))


def rules_in_words(frame: WatchFrame) -> str:
    """All rules as they are written; a figure or a reader of the chart sees their names alone."""
    if not frame.written:
        return ""
    return translate("WatchView", "Rules: {rules}.").format(rules=rules_text.written(frame.written))


def tree_rule(tree: Tree, place: str) -> str:
    """The tree, read as a rule."""
    if not tree.rule.ways:
        return translate("WatchView", "The tree marks nothing.")
    told = rules_text.of_tree(tree.rule, translate("WatchView", "tree"), place)
    return translate("WatchView", "The tree as a rule: {rule}.").format(rule=told)


def tree_words(tree: Tree) -> str:
    """How a tree does, beside its control."""
    text = translate(
        "WatchView",
        "Tree of {leaves} leaves, trained on {positive} and {negative} texts. On {held} held-out texts: precision "
        "{precision}, recall {recall}; trained on shuffled labels (the control): precision {other}, recall {missed}.",
    )
    return sentences(
        text.format(
            leaves=tree.leaves, positive=tree.trained[0], negative=tree.trained[1], held=tree.score.texts,
            precision=share(tree.score.precision), recall=share(tree.score.recall),
            other=share(tree.shuffled.precision), missed=share(tree.shuffled.recall),
        ),
        tree.note,
    )  # fmt: skip


def share(values: tuple[float, float, float]) -> str:
    """A share with its interval."""
    value, low, high = values
    if not np.isfinite(value):
        return NOT_THERE
    return translate("WatchView", "{share} ({low} to {high})").format(
        share=percent(value), low=percent(low), high=percent(high)
    )


def counts(score: Score) -> str:
    """The numbers that a score is made of."""
    return f"{score.right} / {score.marked} / {score.positive}"


def cell_words(frame: WatchFrame, row: int, position: int) -> str:
    """What is said of a cell: of a rule whether it holds, of a feature its activation."""
    word = shown_all(frame.vocabulary, list(frame.token_ids))[position]
    token = translate("WatchView", "“{token}” ({position})").format(token=word, position=position)
    if row < len(frame.rules):
        holds = bool(frame.marks[row, position])
        said = translate("WatchView", "holds") if holds else translate("WatchView", "does not hold")
        return facts((frame.rules[row].name, token, said))
    at = row - len(frame.rules)
    value = float(frame.values[at, position])
    said = translate("WatchView", "activation {value}").format(value=fixed(value, 2))
    if not np.isfinite(value):
        said = translate("WatchView", "not read: the first token, an outlier, or not known yet")
    return facts((frame.features[at], token, said))
