"""What the bracket lab answers to each of its questions. Each takes the question and the engine's workbench.

Only `compare_large` uses the loaded model. A training goes on in slices: the state is in a file between two of them, so
a pause, a stop, another question and the end of the program are all the same to it.
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import InputRefused, Stopped
from engine.folders import cache_folder, made
from engine.lab_records_brackets import (
    AttentionMaps,
    Cloud,
    Comparison,
    Harm,
    NetCard,
    Probed,
    Reading,
    Readings,
    Sequences,
    Surface,
    Trained,
)
from engine.lab_records_brackets_asked import (
    AskNetCard,
    BracketAttention,
    BracketKnockOut,
    BracketSequences,
    BracketSurface,
    CompareLarge,
    DepthCloud,
    DepthProbe,
    ReadBrackets,
    TellingFailure,
    TrainSlice,
    WorstStrings,
)
from engine.labs.brackets import bench as test_bench
from engine.labs.brackets import knockout, large, probe
from engine.labs.brackets import sequences as runs
from engine.labs.brackets import surface as surfaces
from engine.labs.brackets.characters import LargeModel
from engine.labs.brackets.files import read_json
from engine.labs.brackets.language import draw_prefixes, encode
from engine.labs.brackets.recipe import Recipe
from engine.labs.brackets.shipped import TRAININGS, Along, folder_of, open_net
from engine.labs.brackets.train import Told, Trainer, finished

if TYPE_CHECKING:
    from engine.labs.registry import Workbench

_NAME = re.compile(r"[A-Za-z0-9-]{1,40}")


def read_brackets(question: ReadBrackets, _bench: Workbench) -> Reading:
    return test_bench.read(open_net(question.net), question.string)


def sequences(question: BracketSequences, _bench: Workbench) -> Sequences:
    net = open_net(question.net)
    found = runs.complete_runs(net, question.most)
    failure = runs.first_failure(found)
    return Sequences(tuple(found), runs.opened_closed(net, question.most), failure.opened if failure else None)


def surface(question: BracketSurface, bench: Workbench) -> Surface:
    net = open_net(question.net)
    if question.exact:
        return surfaces.exact_surface(net, min(question.longest, surfaces.EXACT_UP_TO))
    return surfaces.sampled_surface(
        net, question.longest, question.rows, question.seed, carry_on=lambda: not bench.stop()
    )


def worst(question: WorstStrings, _bench: Workbench) -> Readings:
    return Readings(
        tuple(surfaces.worst_strings(open_net(question.net), question.length, question.depth, question.count))
    )


def telling(question: TellingFailure, _bench: Workbench) -> Readings:
    found = surfaces.telling_failure(open_net(question.net))
    return Readings((found,) if found else ())


def depth_probe(question: DepthProbe, _bench: Workbench) -> Probed:
    return probe.probe(open_net(question.net))


def depth_cloud(question: DepthCloud, _bench: Workbench) -> Cloud:
    """A checkpoint's states are turned to lie as the finished net's do."""
    net = open_net(question.net)
    longest = net.trained_length if question.longest is None else question.longest
    net.check_length(longest)
    if not 0 <= question.layer <= net.recipe.layers:
        raise InputRefused(f"There is no layer {question.layer}: this net has 0 to {net.recipe.layers}. Choose one.")
    rng = np.random.default_rng(0)
    ids = draw_prefixes(
        longest % 2 + 2 * rng.integers(0, longest // 2 + 1, question.strings), longest, rng, net.language
    )
    whole, at, _ = question.net.partition("@")
    like = probe.cloud(open_net(whole), ids, question.layer) if at else None
    return probe.cloud(net, ids, question.layer, like)


def attention(question: BracketAttention, _bench: Workbench) -> AttentionMaps:
    net = open_net(question.net)
    net.check_length(len(question.string))
    ids = np.array(encode(question.string, net.language), np.int64)
    return AttentionMaps(question.string, probe.attention(net, ids))


def knock_out(question: BracketKnockOut, bench: Workbench) -> Harm:
    """Over prefixes of the trained length that end at depths spread evenly."""
    net = open_net(question.net)
    longest = net.trained_length
    goals = longest % 2 + 2 * (np.arange(8) * (longest // 2 + 1) // 8)
    ids = draw_prefixes(goals, longest, np.random.default_rng(0), net.language)
    return knockout.knock_out(
        net, ids, lambda done, total: bench.progress("Switching parts off", done, total), lambda: not bench.stop()
    )


def net_card(question: AskNetCard, _bench: Workbench) -> NetCard:
    net = open_net(question.net)
    whole = question.net.partition("@")[0]
    about = read_json(folder_of(whole) / "recipe.json")
    along = tuple((c.examples, c.legal_mass) for c in Along().checkpoints) if whole == "two-block" else ()
    return NetCard(
        name=question.net,
        recipe=tuple(net.recipe.as_json().items()),
        command=net.recipe.command(),
        examples_used=int(about.get("examples_used", 0)),
        curve=_curve(list(about.get("curve", []))),
        checkpoints=along,
    )


def compare_large(question: CompareLarge, bench: Workbench) -> Comparison:
    net = open_net(question.net)
    strings = question.strings or tuple(large.drawn_strings(language=net.language))
    asked = LargeModel(bench.model, bench.tokenizer, bench.vocabulary, bench.info.name)
    return large.compare(
        asked,
        net,
        question.framing,
        strings,
        lambda done, total: bench.progress("Asking the model about brackets", done, total),
        lambda: not bench.stop(),
    )


def train_slice(question: TrainSlice, bench: Workbench) -> Trained:
    """Go on with a training for some seconds; it is saved when this returns, also when it is stopped."""
    if not _NAME.fullmatch(question.name):
        raise InputRefused(
            f"A training cannot be called {question.name!r}. Choose 1 to 40 letters, digits and hyphens."
        )
    folder = made(cache_folder() / TRAININGS / question.name)
    trainer = _trainer(question, folder)
    told: list[Told] = []
    ends = time.monotonic() + question.seconds
    done = trainer.run(told.append, lambda: time.monotonic() < ends and not bench.stop())
    if bench.stop():
        raise Stopped
    last = told[-1] if told else None
    return Trained(
        folder=str(folder),
        step=trainer.step,
        steps=trainer.recipe.steps,
        examples=trainer.step * trainer.recipe.batch,
        loss=last.loss if last else float("nan"),
        examples_per_second=last.examples_per_second if last else 0.0,
        seconds_left=last.seconds_left if last and not done else 0.0,
        best_mass=trainer.best_mass,
        curve=_curve(trainer.curve),
        quality=trainer.quality(),
        done=done,
    )


def _trainer(question: TrainSlice, folder: Any) -> Trainer:
    if finished(folder) != "none":
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
    return Trainer(recipe, folder, question.device)


def _curve(rows: list[dict[str, float]]) -> dict[str, Any]:
    """The learning curve by columns.  # each [n]"""
    return {name: np.array([row[name] for row in rows], np.float64) for name in (rows[0] if rows else ())}
