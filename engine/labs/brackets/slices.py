"""A training in slices of seconds: the engine serves other questions between two of them.

The state is in a file in between, so a pause, a stop, another question and the end of the program are all the same to
it. With each slice comes what the net is like now: its quality, its states, its attention over a string.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import InputRefused
from engine.folders import cache_folder, made
from engine.labs.brackets import probe
from engine.labs.brackets.language import draw_prefixes, encode
from engine.labs.brackets.net import Net
from engine.labs.brackets.questions import TrainSlice
from engine.labs.brackets.recipe import Recipe
from engine.labs.brackets.records import AttentionMaps, Cloud, Trained
from engine.labs.brackets.shipped import TRAININGS
from engine.labs.brackets.train import Told, Trainer, finished
from engine.nets.slices import Slice
from engine.sentences import say

if TYPE_CHECKING:
    from engine.labkit.workbench import Bench

_NAME = re.compile(r"[A-Za-z0-9-]{1,60}")
CLOUD_STRINGS = 30


def train_slice(question: TrainSlice, bench: Bench) -> Trained:
    """Go on with a training for some seconds; it is saved when this returns, also when it is stopped.

    Raises:
        InputRefused: the name or the recipe makes no training. DiskProblem: it could not be saved.
        ModelUnusable: what was saved before is damaged. Stopped: a person asked for an end.
    """
    if not _NAME.fullmatch(question.name):
        raise InputRefused(
            say("A training cannot be called {name!r}. Choose 1 to 60 letters, digits and hyphens.", name=question.name)
        )
    folder = cache_folder() / TRAININGS / question.name
    trainer = _trainer(question, folder)
    told: list[Told] = []

    def report(now: Told) -> None:
        told.append(now)
        bench.progress(say("Training the bracket model"), now.step, now.steps)

    work = Slice(question.seconds, bench.stop)
    done = trainer.run(report, work.goes_on)
    work.heed_stop()
    return _trained(question, trainer, folder, told, done)


def _trainer(question: TrainSlice, folder: Path) -> Trainer:
    if folder.is_dir() and finished(folder) != "none":
        return Trainer.resume(folder, question.device)
    recipe = Recipe(
        layers=question.layers,
        kinds=question.kinds,
        max_pairs=question.max_pairs,
        examples=question.examples,
        batch=question.batch,
        groups=question.groups,
        learning_rate=question.learning_rate,
        seed=question.seed,
    )
    return Trainer(recipe, made(folder), question.device)


def _trained(question: TrainSlice, trainer: Trainer, folder: Path, told: list[Told], done: bool) -> Trained:
    last = told[-1] if told else None
    net = Net(trainer.model.eval(), trainer.recipe)
    steps = [now for now in told if now.loss > 0.0]
    cloud, attention = _pictures(net, question.watch)
    trainer.model.train()
    return Trained(
        folder=str(folder),
        step=trainer.step,
        steps=trainer.recipe.steps,
        examples=trainer.step * trainer.recipe.batch,
        loss=last.loss if last else float("nan"),
        examples_per_second=last.examples_per_second if last else 0.0,
        seconds_left=last.seconds_left if last and not done else 0.0,
        best_mass=trainer.best_mass,
        curve=curve_columns(trainer.curve),
        quality=last.quality if last and last.quality is not None else trainer.quality(),
        done=done,
        name=question.name,
        kinds=trainer.recipe.kinds,
        trained_length=net.trained_length,
        losses=np.array([(now.examples, now.loss) for now in steps], np.float64).reshape(-1, 2),
        cloud=cloud,
        attention=attention,
        then=None if done else replace(question, turn=question.turn + 1),
    )


def _pictures(net: Net, watch: str) -> tuple[Cloud, AttentionMaps]:
    """The states of its last layer, and its attention over a string of the trained length at most."""
    rng = np.random.default_rng(0)
    longest = net.trained_length
    ids = draw_prefixes(2 * rng.integers(0, longest // 2 + 1, CLOUD_STRINGS), longest, rng, net.language)
    half = min(longest // 2, 10)
    string = watch if watch and len(watch) <= net.longest else "(" * half + ")" * half
    if not set(string) <= set(net.language.alphabet):
        string = "(" * half + ")" * half
    row = np.array(encode(string, net.language), np.int64)
    states = probe.cloud(net, ids, net.recipe.layers, probe.standing(ids))
    return states, AttentionMaps(string, probe.attention(net, row))


def curve_columns(rows: list[dict[str, float]]) -> dict[str, Any]:
    """The learning curve by columns.  # each [n]"""
    return {name: np.array([row[name] for row in rows], np.float64) for name in (rows[0] if rows else ())}
