"""Findings of a training and of a sweep as the engine could tell them, made up by formulas so that tests know each."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.dictionaries.records import Hook, Recipe
from engine.labs.dictionary_training.records import (
    PUBLISHED,
    Context,
    Cost,
    Densities,
    DictionaryTrained,
    Forming,
    Geometry,
    HeldOutCurve,
    Law,
    Sweep,
    SweepDictionaries,
    SweepPoint,
    TextRead,
    TrainDictionary,
    TrainingCurve,
    law,
)

RECIPE = Recipe(Hook("resid", 1), width=64, k=4, steps=100, batch=32)
TEXT = TextRead("Pride and Prejudice", 9_000, 8_800, 8_700, 68, 7, 812.0, 0.64, 600, 1_440.0, 4_096, 3, 20_000_000)
COST = Cost(9_000, 8_700, 0.37, 75.0, 32.4, 8.0, 20_000_000, 1_230_000_000, 64_000_000, 120.0, 100.0)


def curve(n: int, width: int = 64, k: int = 4) -> TrainingCurve:
    """Of steps 0, 2, 4 …: what is left of the variance halves every ten steps towards 0.4."""
    step = np.arange(0, 2 * n, 2, dtype=np.int64)
    left = 0.4 + 0.6 * 0.5 ** (step / 10)
    return TrainingCurve(step, 1 - left, left, np.full(n, float(k)), 0.3 * step / 100, np.full(n, 98.5))


def held_out(n: int) -> HeldOutCurve:
    """Of steps 0, 20, 40 …"""
    step = np.arange(0, 20 * n, 20, dtype=np.int64)
    left = 0.45 + 0.55 * 0.5 ** (step / 10)
    recovered = 1 - left**2
    return HeldOutCurve(
        step, 1 - left, np.minimum(1.1 - left, 1.0), left, np.full(n, 3.5), 0.25 * step / 100,
        10.25 - 6.48 * recovered, recovered, 6 * left**2, 3.77, 10.25,
    )  # fmt: skip


def forming(n: int = 6, tokens: int = 12) -> tuple[Forming, ...]:
    """Features 3, 8, 13 …, each active on two contexts; the last one is dead."""
    ids = np.arange(40, 40 + tokens, dtype=np.int32)
    values = np.zeros(tokens, np.float32)
    values[[4, 5, 9]] = 2.5, 7.25, 1.0
    context = Context(ids, values, 5)
    alive = tuple(Forming(3 + 5 * at, 0.01 * (at + 1), 7.25, (context, context)) for at in range(n - 1))
    return (*alive, Forming(3 + 5 * (n - 1), 0.0, 0.0, ()))


def densities() -> Densities:
    return Densities(np.linspace(-4, 0, 9), np.array([1, 3, 8, 14, 11, 9, 5, 1]), 12, 600)


def geometry() -> Geometry:
    share, random = np.array([0.0, 0.1, 0.4, 0.3, 0.2]), np.array([0.0, 0.8, 0.2, 0.0, 0.0])
    return Geometry(np.linspace(0, 1, 6), share, random, 0.52, 0.29, 64)


def trained(step: int = 60, recipe: Recipe = RECIPE, **more: object) -> DictionaryTrained:
    """A training in the midst of it, or at its end."""
    then = TrainDictionary(recipe, turn=step) if step < recipe.steps else None
    made = DictionaryTrained(
        recipe, "training" if then is not None else "done", step, TEXT, curve(step // 2 + 1), held_out(step // 20 + 1),
        densities(), geometry(), forming(), 48.0, 31.0, 0, 40, "", then,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def sweep(question: SweepDictionaries, done: bool = True) -> Sweep:
    """Errors by the published law exactly, each dictionary measured three times; fitted numbers are the published."""
    points = []
    for width in question.widths:
        for k in question.ks:
            last = float(law(PUBLISHED, width, k))
            steps = np.array([0, question.recipe.steps // 2, question.recipe.steps])
            flops = 12.0 * width * 16 * question.recipe.batch * steps
            points.append(SweepPoint(width, k, question.recipe.steps, steps, np.array([1.0, 1.2 * last, last]), flops))
    names = ("a", "bk", "bn", "g", "z", "h")
    fitted = Law("full", names, np.array([PUBLISHED[name] for name in names]), np.full(6, 0.01), 0.02)
    hull = Law("power", ("a", "b"), np.array([0.4, -0.05]), np.array([0.02, 0.003]), 0.01)
    then = None if done else replace(question, turn=question.turn + 1)
    return Sweep(
        question.recipe, TEXT, tuple(points), fitted, hull, "done" if done else "training", 90.0, 30.0, "", then
    )
