"""What the bracket lab answers to each of its questions. Each takes the question and the engine's workbench.

Only `compare_large` uses the loaded model: all others get a bench without one. A training goes on in slices (see
`slices`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import InputRefused, ModelUnusable, reason
from engine.folders import cache_folder
from engine.labs.brackets import bench as test_bench
from engine.labs.brackets import knockout, large, probe
from engine.labs.brackets import questions as asked
from engine.labs.brackets import sequences as runs
from engine.labs.brackets import surface as surfaces
from engine.labs.brackets.characters import LargeModel
from engine.labs.brackets.language import draw_prefixes, encode
from engine.labs.brackets.measure import held_out_strings, measure
from engine.labs.brackets.net import Net, save_folder
from engine.labs.brackets.questions import (
    AskNetCard,
    BracketAttention,
    BracketKnockOut,
    BracketSequences,
    BracketSurface,
    CompareLarge,
    DepthCloud,
    DepthProbe,
    ListNets,
    MeasureNet,
    PrepareNet,
    ReadBrackets,
    TellingFailure,
    WorstStrings,
)
from engine.labs.brackets.records import (
    AttentionMaps,
    Cloud,
    Comparison,
    Harm,
    NetCard,
    Nets,
    Prepared,
    Probed,
    Quality,
    Reading,
    Readings,
    Sequences,
    Surface,
)
from engine.labs.brackets.shipped import MINE, NAMES, TRAININGS, Along, folder_of, open_net
from engine.labs.brackets.slices import curve_columns, train_slice
from engine.labs.brackets.train import EVALUATION_STRINGS
from engine.nets.files import curve_of, read_json
from engine.questions import Finding, Question
from engine.sentences import say

if TYPE_CHECKING:
    from engine.labkit.workbench import Bench, Workbench

__all__ = ["train_slice"]  # found by name, like the functions here
OPENED = "opened"  # folder of checkpoints written out, in that of the trainings


def opened(name: str, bench: Bench | Workbench) -> Net:
    """A net by its name, which heeds a stop between two batches."""
    return replace(open_net(name), stop=bench.stop)


def read_brackets(question: ReadBrackets, bench: Bench) -> Reading:
    return test_bench.read(opened(question.net, bench), question.string)


def sequences(question: BracketSequences, bench: Bench) -> Sequences:
    net = opened(question.net, bench)
    found = runs.complete_runs(net, question.most)
    failure = runs.first_failure(found)
    return Sequences(tuple(found), runs.opened_closed(net, question.most), failure.opened if failure else None)


def surface(question: BracketSurface, bench: Bench) -> Surface:
    net = opened(question.net, bench)
    if question.exact:
        return surfaces.exact_surface(net, min(question.longest, surfaces.EXACT_UP_TO))
    return surfaces.sampled_surface(
        net, question.longest, question.rows, question.seed, carry_on=lambda: not bench.stop()
    )


def worst(question: WorstStrings, bench: Bench) -> Readings:
    return Readings(
        tuple(surfaces.worst_strings(opened(question.net, bench), question.length, question.depth, question.count))
    )


def telling(question: TellingFailure, bench: Bench) -> Readings:
    found = surfaces.telling_failure(opened(question.net, bench))
    return Readings((found,) if found else ())


def depth_probe(question: DepthProbe, bench: Bench) -> Probed:
    return probe.probe(opened(question.net, bench))


def depth_cloud(question: DepthCloud, bench: Bench) -> Cloud:
    """A checkpoint's states are turned to lie as the finished net's do."""
    net = opened(question.net, bench)
    longest = net.trained_length if question.longest is None else question.longest
    net.check_length(longest)
    layer = net.recipe.layers if question.layer == -1 else question.layer
    if not 0 <= layer <= net.recipe.layers:
        raise InputRefused(
            say(
                "There is no layer {layer}: this bracket model has 0 to {layers}. Choose one.",
                layer=question.layer,
                layers=net.recipe.layers,
            )
        )
    rng = np.random.default_rng(0)
    ids = draw_prefixes(
        longest % 2 + 2 * rng.integers(0, longest // 2 + 1, question.strings), longest, rng, net.language
    )
    whole, at, _ = question.net.partition("@")
    standing = probe.standing(ids)
    like = probe.cloud(opened(whole, bench), ids, layer, standing).points3 if at else standing
    return probe.cloud(net, ids, layer, like)


def attention(question: BracketAttention, bench: Bench) -> AttentionMaps:
    net = opened(question.net, bench)
    net.check_length(len(question.string))
    ids = np.array(encode(question.string, net.language), np.int64)
    return AttentionMaps(question.string, probe.attention(net, ids))


def knock_out(question: BracketKnockOut, bench: Bench) -> Harm:
    """Over prefixes of the trained length that end at depths spread evenly."""
    net = opened(question.net, bench)
    longest = net.trained_length
    goals = longest % 2 + 2 * (np.arange(8) * (longest // 2 + 1) // 8)
    ids = draw_prefixes(goals, longest, np.random.default_rng(0), net.language)
    return knockout.knock_out(
        net,
        ids,
        lambda done, total: bench.progress(say("Switching components off"), done, total),
        lambda: not bench.stop(),
    )


def net_card(question: AskNetCard, _bench: Bench) -> NetCard:
    net = open_net(question.net)
    whole = question.net.partition("@")[0]
    used, curve = _history(folder_of(whole) / "recipe.json")
    along = tuple((c.examples, c.legal_mass) for c in Along().checkpoints) if whole == "two-block" else ()
    return NetCard(
        name=question.net,
        recipe=tuple(net.recipe.as_json().items()),
        command=net.recipe.command(),
        examples_used=used,
        curve=curve_columns(curve),
        checkpoints=along,
    )


def _history(path: Path) -> tuple[int, list[dict[str, float]]]:
    """How many strings a net was trained on, and its learning curve. Raises ModelUnusable."""
    about = read_json(path)
    try:
        return int(about.get("examples_used", 0)), curve_of(about.get("curve", []))
    except (TypeError, ValueError) as error:
        raise ModelUnusable(
            say("{path} is damaged ({why}). Train the model again.", path=path, why=reason(error))
        ) from error


def compare_large(question: CompareLarge, bench: Workbench) -> Comparison:
    net = opened(question.net, bench)
    strings = question.strings or tuple(large.drawn_strings(language=net.language))
    asked = LargeModel(bench.model, bench.tokenizer, bench.vocabulary, bench.info.name)
    return large.compare(
        asked,
        net,
        question.framing,
        strings,
        lambda done, total: bench.progress(say("Asking the model about brackets"), done, total),
        lambda: not bench.stop(),
    )


def list_nets(_question: ListNets, _bench: Bench) -> Nets:
    """Those whose weights are there; what cannot be opened says so when it is asked."""
    mine = sorted((cache_folder() / TRAININGS).glob("*/net/model.safetensors"))
    own = tuple(f"{MINE}{path.parent.parent.name}" for path in mine)
    return Nets(tuple(name for name in NAMES if folder_of(name).is_dir()) + own, len(Along()))


def measure_net(question: MeasureNet, bench: Bench) -> Quality:
    """On the strings that a training's learning curve is made from."""
    net = opened(question.net, bench)
    return measure(net, held_out_strings(range(net.recipe.max_pairs + 1), EVALUATION_STRINGS, net.language))


def prepare(question: PrepareNet, _bench: Bench) -> Prepared:
    """A checkpoint, and a net of one's own as it is now, are written to the cache under their names first."""
    net = open_net(question.net)  # a spoilt one is refused here, with a sentence
    if question.net in NAMES:
        return Prepared(question.net, str(folder_of(question.net)))
    folder = cache_folder() / TRAININGS / OPENED / question.net.removeprefix(MINE)
    save_folder(net.model, net.recipe, folder, {"net": question.net})
    return Prepared(question.net, str(folder))


ANSWERS: dict[type[Question], Callable[[Any, Any], Finding]] = {
    asked.ReadBrackets: read_brackets,
    asked.BracketSequences: sequences,
    asked.BracketSurface: surface,
    asked.WorstStrings: worst,
    asked.TellingFailure: telling,
    asked.DepthProbe: depth_probe,
    asked.DepthCloud: depth_cloud,
    asked.BracketAttention: attention,
    asked.BracketKnockOut: knock_out,
    asked.AskNetCard: net_card,
    asked.CompareLarge: compare_large,
    asked.TrainSlice: train_slice,
    asked.ListNets: list_nets,
    asked.MeasureNet: measure_net,
    asked.PrepareNet: prepare,
}
