"""Nets of one recipe from several starts: equally good, and of different opinions on some pictures.

Beside them a control: a net of the same recipe trained on digits that were dealt out anew, which can learn by heart
only. How often two nets differ stands beside what independent errors of their rates would give: a net that is wrong
with rate e names one of the nine other digits, so nets of rates e and f agree with (1 - e)(1 - f) + e f / 9.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np

from engine.labkit.intervals import wilson
from engine.labkit.workbench import Bench
from engine.labs.digits.data import pictures
from engine.labs.digits.records import DIGITS, F64, TURNS, CompareStarts, Starts
from engine.labs.digits.train import moment, read_as, truth
from engine.nets.numbers import require_number
from engine.records import U8
from engine.sentences import say

MOST = 32


def compare(question: CompareStarts, bench: Bench) -> Starts:
    """Train them together, and the control.

    Raises:
        InputRefused: the recipe makes no training. Stopped: a person asked for an end.
    """
    recipe, doing = replace(question.recipe, shuffled=False), say("Training nets from several starts")
    require_number(say("the number of starts"), question.count, 2, MOST)
    seeds = tuple(recipe.seed + at for at in range(question.count))
    parts = 2 * TURNS
    found = moment(recipe, seeds, TURNS, bench.stop, lambda at: bench.progress(doing, at, parts))
    control = replace(recipe, shuffled=True)
    dealt = moment(control, (recipe.seed,), TURNS, bench.stop, lambda at: bench.progress(doing, TURNS + at, parts))
    read = np.stack([read_as(recipe, weights) for weights in found.weights])  # [S, m]
    held, n = truth(True), len(truth(True))
    correct = (read == held).sum(axis=1)
    bounds = np.array([wilson(int(right), n) for right in correct])
    by_heart = int((read_as(control, dealt.weights[0]) == held).sum())
    low, high = wilson(by_heart, n)
    differ, chance = disagreement(read, 1 - correct / n)
    return Starts(
        recipe, np.flatnonzero(pictures().held_out), read, correct.astype(np.int64), bounds[:, 0], bounds[:, 1],
        by_heart, low, high, dealt.rows[0][-1].train_accuracy, differ, chance, found.seconds + dealt.seconds,
    )  # fmt: skip


def disagreement(read: U8, errors: F64) -> tuple[float, float]:
    """The share of pictures on which two nets differ, mean over the pairs, and what independent errors would give."""
    differ, chance = list[float](), list[float]()
    for one, other in combinations(range(len(read)), 2):
        differ.append(float((read[one] != read[other]).mean()))
        e, f = float(errors[one]), float(errors[other])
        chance.append(1 - ((1 - e) * (1 - f) + e * f / (DIGITS - 1)))
    return float(np.mean(differ)), float(np.mean(chance))
