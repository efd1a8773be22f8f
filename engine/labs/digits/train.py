"""Trains the nets that read digits, in turns of some epochs each.

A turn goes on from the one before, which is remembered, and from the beginning where it is not: the same recipe gives
the same numbers at any time.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.errors import Stopped
from engine.labkit.intervals import wilson
from engine.labs.digits.data import pictures
from engine.labs.digits.records import F64, I64, LONGEST, TURNS, DigitsRecipe, TrainedDigits, activations
from engine.nets.numbers import require_number
from engine.nets.records import Examples, loss_of
from engine.nets.training import Training
from engine.records import F32, U8, Frozen
from engine.sentences import say

REMEMBERED = 32  # moments of trainings
Stop = Callable[[], bool]


@dataclass(frozen=True)
class Row(Frozen):
    """What was measured after a step."""

    step: int
    loss: float
    held_out_loss: float
    accuracy: float
    train_accuracy: float


@dataclass(frozen=True)
class Moment(Frozen):
    """A training between two epochs: all that it goes on from, and what was measured of each net until then."""

    state: bytes
    weights: F32  # [S, n_weights]
    step: int
    seconds: float
    rows: tuple[tuple[Row, ...], ...]  # of each net
    broke_at: tuple[int, ...]  # steps at which nets left the finite numbers, -1 where they did not


def train(recipe: DigitsRecipe, turn: int, stop: Stop = lambda: False) -> TrainedDigits:
    """The training as it stands after `turn` of TURNS parts.

    Raises:
        InputRefused: the recipe makes none. Stopped: a person asked for an end.
    """
    require_number(say("the part of the training"), turn, 0, TURNS)
    found = moment(recipe, (recipe.seed,), turn, stop)
    rows, held = found.rows[0], truth(True)
    low, high = wilson(round(rows[-1].accuracy * len(held)), len(held))

    def column(name: str) -> F64:
        return np.array([getattr(row, name) for row in rows], np.float64)

    broke = found.broke_at[0]
    return TrainedDigits(
        recipe, found.weights[0].copy(), turn, turn == TURNS or broke >= 0,
        np.array([row.step for row in rows], np.int64), column("loss"), column("held_out_loss"),
        column("accuracy"), column("train_accuracy"), len(held), len(truth(False)), low, high, found.seconds,
        _broken(recipe, broke) if broke >= 0 else "",
    )  # fmt: skip


def _broken(recipe: DigitsRecipe, step: int) -> str:
    return say(
        "Training stopped at step {step:,}: at a learning rate of {rate:g} the numbers overflow (NaN). The net is kept "
        "as it was before; choose a lower rate.",
        step=step,
        rate=recipe.rate,
    )


class _Memory:
    """Moments of trainings that were reached; the oldest go."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Moment] = {}

    def take(self, key: tuple[object, ...]) -> Moment | None:
        return self._known.get(key)

    def keep(self, key: tuple[object, ...], found: Moment) -> None:
        self._known[key] = found
        while len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]


@functools.cache
def _memory() -> _Memory:
    return _Memory()


def moment(
    recipe: DigitsRecipe, seeds: tuple[int, ...], turn: int, stop: Stop, told: Callable[[int], object] = lambda at: None
) -> Moment:
    """Nets of a recipe, one of each seed, after a turn; gone on with from the latest turn that is remembered.

    Raises:
        InputRefused: the recipe makes no training. Stopped: a person asked for an end.
    """
    require_number(say("the number of epochs"), recipe.epochs, 1, LONGEST)
    require_number(say("the batch"), recipe.batch, 1, 10_000)
    known = _memory()
    last = next((at for at in range(turn, -1, -1) if known.take((recipe, seeds, at)) is not None), None)
    found = known.take((recipe, seeds, last)) if last is not None else None
    if found is not None and last == turn:
        return found
    training = _training(recipe, seeds)
    rows: list[list[Row]] = [[] for _ in seeds] if found is None else [list(each) for each in found.rows]
    if found is None:
        _measure(recipe, training, rows)
    else:
        training.go_on_from(found.state)
    for at in range((last or 0) + 1, turn + 1):
        for _ in range(recipe.epochs * at // TURNS - recipe.epochs * (at - 1) // TURNS):
            training.run(-(-len(truth(False)) // recipe.batch), lambda: not stop())
            if stop():
                raise Stopped
            if training.broken:
                break
            _measure(recipe, training, rows)
        known.keep((recipe, seeds, at), _as_it_is(training, rows))
        told(at)
    return _as_it_is(training, rows)


def _as_it_is(training: Training, rows: list[list[Row]]) -> Moment:
    return Moment(
        training.state(), training.weights, training.step, training.pace.seconds, tuple(map(tuple, rows)),
        tuple(map(int, training.broke_at)),
    )  # fmt: skip


def _training(recipe: DigitsRecipe, seeds: tuple[int, ...]) -> Training:
    return Training(recipe.architecture, recipe.recipe, Examples(_pixels(False), _labels(recipe)), seeds=seeds)


@functools.cache
def _pixels(held_out: bool) -> F32:
    """Of one part of the pictures.  # [n, 64]"""
    found = pictures()
    return found.pixels[found.held_out if held_out else ~found.held_out]


@functools.cache
def truth(held_out: bool) -> U8:
    """What the pictures of one part are of.  # [n]"""
    found = pictures()
    return found.digits[found.held_out if held_out else ~found.held_out]


def _labels(recipe: DigitsRecipe) -> I64:
    """The digits that it is trained on; dealt out anew for the control.  # [n]"""
    digits = truth(False).astype(np.int64)
    return np.random.default_rng([recipe.seed, 1]).permutation(digits) if recipe.shuffled else digits


def _measure(recipe: DigitsRecipe, training: Training, rows: list[list[Row]]) -> None:
    """Look at both parts of the pictures with every net."""
    for row, weights in zip(rows, training.weights, strict=True):
        loss, right = _looked_at(recipe, weights, _pixels(False), _labels(recipe))
        held_loss, held_right = _looked_at(recipe, weights, _pixels(True), truth(True).astype(np.int64))
        row.append(Row(training.step, loss, held_loss, held_right, right))


def _looked_at(recipe: DigitsRecipe, weights: F32, pixels: F32, labels: I64) -> tuple[float, float]:
    """Mean cross-entropy in nats, and the share read correctly."""
    logits = activations(recipe, weights, pixels)[-1]
    loss = float(loss_of(logits, Examples(pixels, labels), "cross_entropy"))
    return loss, float((logits.argmax(axis=1) == labels).mean())


def read_as(recipe: DigitsRecipe, weights: F32) -> U8:
    """What a net reads in the held-out pictures.  # [m]"""
    return np.asarray(activations(recipe, weights, _pixels(True))[-1].argmax(axis=1), np.uint8)
