"""Which rules hold at a node of the run."""

from __future__ import annotations

import numpy as np

from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.watch.records import MOST_RULES, AskShade, AskWatch, Rule, WatchedRules
from engine.labs.watch.shade import shade
from engine.records import F32
from engine.sentences import say


def watch(question: AskWatch, bench: Workbench) -> WatchedRules:
    """At one node; rules on the largest so far read the whole text.

    Raises:
        InputRefused: no rule, too many, or as `shade`. Stopped: a person said so.
    """
    if not 0 < len(question.rules) <= MOST_RULES:
        raise InputRefused(say("A watch needs 1 to {most} rules, not {n}.", most=MOST_RULES, n=len(question.rules)))
    holds = [_holds(rule, question.node, bench) for rule in question.rules]
    return WatchedRules(any(holds), tuple(holds))


def _holds(rule: Rule, node: int, bench: Workbench) -> bool:
    path = bench.session.tree.path(node)
    first = 0 if rule.so_far else len(path) - 1
    values: dict[tuple[str, int], F32] = {}
    for name in dict.fromkeys(it.dictionary for it in rule.conditions):
        features = tuple(dict.fromkeys(it.feature for it in rule.conditions if it.dictionary == name))
        found = shade(AskShade(name, features, node, first), bench)
        read = np.where(found.left_out[:, None], np.float32(np.nan), found.values)
        if first == 0:
            read[0] = np.nan
        values |= {(name, feature): read[:, at] for at, feature in enumerate(features)}
    marks = rule.marks(values)
    return bool(len(marks) and marks[-1])
