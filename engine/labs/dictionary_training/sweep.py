"""Trains dictionaries of several widths and k on the same positions, one after the other, in slices."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field, replace
from typing import Final, Literal

import numpy as np

from engine.dictionaries import measures
from engine.dictionaries.activations import Place
from engine.dictionaries.records import Scores
from engine.dictionaries.threads import on_threads
from engine.dictionaries.training import Learner, require_recipe
from engine.errors import InputRefused
from engine.labkit.subject import Subject, of_bench
from engine.labkit.workbench import Workbench
from engine.labs.dictionary_training import train
from engine.labs.dictionary_training.laws import against_compute, fitted
from engine.labs.dictionary_training.live import Live
from engine.labs.dictionary_training.records import (
    NOT_MEASURED,
    DiscardTraining,
    Sweep,
    SweepDictionaries,
    SweepPoint,
    TrainingDiscarded,
)
from engine.nets.slices import Slice
from engine.sentences import say

MOST: Final = 36  # dictionaries
MEASURED: Final = (1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1.0)  # shares of the steps after which the error is measured
FLOPS: Final = 12  # a position, times n D: two products forward and four backward, a product of 2 n D


@dataclass
class _One:
    """One dictionary of the sweep."""

    width: int
    k: int
    steps: list[int] = field(default_factory=list)
    mse: list[float] = field(default_factory=list)
    step: int = 0
    scores: Scores = NOT_MEASURED
    problem: str = ""


class Many:
    """A sweep. It reads through a `Live` of its own, which trains nothing itself."""

    def __init__(self, subject: Subject, question: SweepDictionaries, sha256: str) -> None:
        pairs = require_sweep(question)
        self.key = key_of(question, sha256)
        self.recipe = question.recipe
        self.source = Live(subject, replace(question.recipe, width=pairs[0][0], k=pairs[0][1]), sha256)
        self.all = [_One(width, k) for width, k in pairs]
        self.at, self.learner = 0, self._learner(0)
        self.training, self.positions = 0.0, 0.0  # seconds, and positions times width that were trained in them

    def _learner(self, at: int) -> Learner:
        one = self.all[at]
        recipe = replace(self.recipe, width=one.width, k=one.k)
        return Learner(recipe, self.source.reader.width, self.source.learner.device)

    @property
    def finished(self) -> bool:
        """Whether all are trained."""
        return self.at >= len(self.all)

    def work(self, subject: Subject, work: Slice) -> None:
        """Go on until the slice ends. Raises InputRefused as a training does, Stopped."""
        source = self.source
        source.reader.lend(subject.model, subject.anatomy)
        try:
            source.measure_threads()
            assert source.threads is not None  # noqa: S101  just measured
            while not self.finished and work.goes_on():
                if source.needs_reading:
                    with on_threads(source.threads[0]):
                        source.read_on(subject)
                else:
                    with on_threads(source.threads[1]):
                        self._step(subject)
            work.heed_stop()
        finally:
            source.reader.let_go()

    def _step(self, subject: Subject) -> None:
        one, began = self.all[self.at], time.perf_counter()
        z = self.source.stream.next()
        told = self.learner.learn(z)
        one.step = self.learner.step
        self.training += time.perf_counter() - began
        self.positions += len(z) * one.width
        broken = not math.isfinite(told.error)
        if broken:
            one.problem = say(
                "With {width:,} features and k {k} the numbers overflow (NaN) at a rate of {rate:g}.",
                width=one.width, k=one.k, rate=self.recipe.rate,
            )  # fmt: skip
        elif one.step in measured_at(self.recipe.steps):
            self._measure(one, subject)
        if broken or one.step >= self.recipe.steps:
            self._next()

    def _measure(self, one: _One, subject: Subject) -> None:
        normal = self.source.stream.normal
        assert normal is not None  # noqa: S101  read before anything is trained
        info = replace(self.source.dictionary().info, longest=normal.longest, width=one.width, k=one.k)
        dictionary = self.learner.dictionary(normal.mean, normal.scale, info)
        one.scores = measures.explained(dictionary, self.source.held().rows(dictionary), subject.stop)[0]
        one.steps.append(one.step)
        one.mse.append(one.scores.mse)

    def _next(self) -> None:
        self.at += 1
        if self.finished:
            self.source.stream.forget()
        else:
            self.learner, self.source.stream.place = self._learner(self.at), Place()

    # -- what is told ----------------------------------------------------------------------------------------------

    def points(self) -> tuple[SweepPoint, ...]:
        """All of them, by width and k."""
        a_step = FLOPS * self.source.reader.width * self.recipe.batch
        return tuple(
            SweepPoint(
                one.width, one.k, one.step, np.array(one.steps, np.int64), np.array(one.mse),
                np.array(one.steps, np.float64) * a_step * one.width, one.scores,
            )
            for one in sorted(self.all, key=lambda one: (one.width, one.k))
        )  # fmt: skip

    @property
    def complete(self) -> tuple[SweepPoint, ...]:
        """Those that were trained to their end."""
        return tuple(point for point in self.points() if point.step >= self.recipe.steps and len(point.steps))

    @property
    def doing(self) -> Literal["reading", "training", "done"]:
        """What is done next."""
        if self.finished:
            return "done"
        return "reading" if self.source.needs_reading else "training"

    @property
    def seconds_left(self) -> float:
        """By what a position and a latent took until now."""
        if self.finished:
            return 0.0
        if not self.positions:
            return math.nan
        left = sum((self.recipe.steps - one.step) * one.width for one in self.all[self.at :]) * self.recipe.batch
        return left * self.training / self.positions


def measured_at(steps: int) -> set[int]:
    """The steps after which the error is measured."""
    return {max(1, round(share * steps)) for share in MEASURED}


def key_of(question: SweepDictionaries, sha256: str) -> tuple[object, ...]:
    """What decides a sweep."""
    return question.recipe, question.widths, question.ks, sha256


def require_sweep(question: SweepDictionaries) -> list[tuple[int, int]]:
    """The pairs of width and k, small ones first. Raises InputRefused."""
    ks = question.ks if question.recipe.activation == "topk" else (question.recipe.k,)
    pairs = sorted({(width, k) for width in question.widths for k in ks})
    if not 1 <= len(pairs) <= MOST:
        raise InputRefused(
            say("These are {n} dictionaries, but 1 to {most} can be trained in a row.", n=len(pairs), most=MOST)
        )
    for width, k in pairs:
        require_recipe(replace(question.recipe, width=width, k=k))
    return pairs


@dataclass
class _Memory:
    """The sweep that was gone on with last."""

    many: Many | None = None


MEMORY: Final = _Memory()


def discard(question: DiscardTraining, bench: Workbench) -> TrainingDiscarded:
    """Forget a training, or a sweep of that recipe."""
    sha256, many = bench.info.sha256, MEMORY.many
    there = many is not None and (many.recipe, many.key[-1]) == (question.recipe, sha256)
    if there:
        MEMORY.many = None
    return TrainingDiscarded(train.forget(question.recipe, sha256) or there)


def sweep(question: SweepDictionaries, bench: Workbench) -> Sweep:
    """Go on for a moment.

    Raises:
        InputRefused: the pairs or the recipe make no training. Stopped: a person said so.
    """
    subject, key = of_bench(bench), key_of(question, bench.info.sha256)
    many = MEMORY.many
    if many is None or many.key != key or (question.fresh and not question.turn):
        train.MEMORY.make_room()
        many = MEMORY.many = Many(subject, question, bench.info.sha256)
    many.work(subject, Slice(question.seconds, bench.stop))
    following = replace(question, turn=question.turn + 1, fresh=False)
    return Sweep(
        recipe=question.recipe, text=many.source.text(), points=many.points(), law=fitted(many.complete),
        compute=against_compute(many.points()), doing=many.doing, seconds=many.source.seconds + many.training,
        seconds_left=many.seconds_left, problem=" ".join(one.problem for one in many.all if one.problem),
        then=None if many.finished else following,
    )  # fmt: skip
