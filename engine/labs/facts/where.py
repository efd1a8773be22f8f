"""Where answers become readable, and where switching a sublayer off hurts: facts beside grammar, with intervals.

An item is a prompt with a right answer and a wrong one: of a fact the wrong one is another subject's answer, of
grammar the other form. Only items that the model gets right are measured. Read: the right answer's logit leads through
the logit lens. Hurt: the fall of the logit difference when attention or the MLP of one layer writes nothing, anywhere.
Intervals are the 2.5 and 97.5 % quantiles of 1,000 bootstraps over items.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.capture.many import run_rows, switched_off
from engine.capture.recorder import Recorder, Want
from engine.capture.replay import unembed
from engine.errors import InputRefused, Stopped
from engine.generation.prompt import open_ended
from engine.labkit.subject import require
from engine.labkit.workbench import Workbench
from engine.labs.facts.prefixes import answer_ids
from engine.labs.facts.records import AskWhere, FactSets, OfKind, Where
from engine.labs.facts.sets import filled
from engine.records import F32, Site
from engine.sentences import say

BOOTSTRAPS = 1000
READ = 0.75  # share of items: of two answers chance reads half, so this is midway to all
FEWEST = 4  # items of a kind that can be measured
AT_ONCE = 1024  # tokens
F64 = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Item:
    """A prompt with the first tokens of its answers."""

    ids: Tensor  # [T]
    right: int
    wrong: int


@dataclass(frozen=True)
class Numbers:
    """Of the items of one kind that the model gets right."""

    lens: F64  # [n, L+1] logit difference through the logit lens
    attention: F64  # [n, L] its fall
    mlp: F64  # [n, L]
    asked: int


def where(question: AskWhere, bench: Workbench, sets: FactSets) -> Where:
    """Both kinds.

    Raises:
        InputRefused: the model has no states, or gets too few items of a kind right. Stopped: a person said so.
    """
    require(bench.anatomy, "resid", "replay")
    chance = np.random.default_rng(question.seed)
    found: dict[str, Numbers] = {}
    notes = []
    for name, items in (("facts", _facts(bench, sets, chance)), ("grammar", _grammar(bench, sets))):
        chosen = [items[at] for at in chance.permutation(len(items))[: max(question.most, 0)]]
        numbers = _measured(bench, chosen, name)
        if len(numbers.lens) >= FEWEST:
            found[name] = numbers
        elif chosen or name == "facts":
            notes.append(
                say(
                    "Of {n} items of {name} the model gets {right} right, too few to measure.",
                    n=len(chosen), name=name, right=len(numbers.lens),
                )
            )  # fmt: skip
    if not found:
        raise InputRefused(" ".join(notes))
    draws = {name: _centres(numbers, np.random.default_rng(question.seed + 1)) for name, numbers in found.items()}
    kinds = tuple(_of_kind(name, numbers, draws[name], np.random.default_rng(2)) for name, numbers in found.items())
    nan = (float("nan"),) * 3
    if len(kinds) < 2:
        return Where(kinds, nan, nan, " ".join(notes))
    later = [_apart(draws["facts"][which], draws["grammar"][which]) for which in (0, 1)]
    return Where(kinds, later[0], later[1], " ".join(notes))


# -- the items -------------------------------------------------------------------------------------------------------


def _facts(bench: Workbench, sets: FactSets, chance: np.random.Generator) -> list[Item]:
    found = []
    for relation in sets.relations:
        n = len(relation.subjects)
        shift = 1 + int(chance.integers(max(n - 1, 1)))
        for at, subject in enumerate(relation.subjects):
            other = relation.answers[(at + shift) % n]
            item = _item(bench, filled(relation.prompt, subject), relation.answers[at], other)
            found += [item] if item is not None else []
    return found


def _grammar(bench: Workbench, sets: FactSets) -> list[Item]:
    items = (_item(bench, each.prompt, each.right, each.wrong) for each in sets.contrasts)
    return [item for item in items if item is not None]


def _item(bench: Workbench, prompt: str, right: str, wrong: str) -> Item | None:
    """None where both answers begin with the same token, or the prompt is too long."""
    one, other = (answer_ids(bench.tokenizer, answer)[0] for answer in (right, wrong))
    ids = open_ended(bench.tokenizer, prompt)
    if one == other or not 0 < len(ids) <= bench.session.context:
        return None
    return Item(torch.tensor(ids), one, other)


# -- measuring -------------------------------------------------------------------------------------------------------


def _measured(bench: Workbench, items: Sequence[Item], name: str) -> Numbers:
    anatomy = bench.anatomy
    lens, attention, mlp = list[F64](), list[F64](), list[F64]()
    has_both = all(block.attention_write is not None and block.mlp_write is not None for block in anatomy.blocks)
    for done, item in enumerate(items):
        if bench.stop():
            raise Stopped
        bench.progress(say("Measuring {name}", name=name), done, len(items))
        difference = _through_lens(bench, item)
        if not difference[-1] > 0:
            continue
        lens.append(difference)
        for part, goal in (("attention", attention), ("mlp", mlp)):
            fall = difference[-1] - _switched_off(bench, item, part) if has_both else np.full(anatomy.n_layers, np.nan)
            goal.append(fall)
    shape = (0, anatomy.n_layers)
    stacked = [np.array(each) if each else np.empty(shape) for each in (lens, attention, mlp)]
    return Numbers(stacked[0], stacked[1], stacked[2], len(items))


def _through_lens(bench: Workbench, item: Item) -> F64:
    """[L+1] logit of the right answer less that of the wrong one, of every state of the last position."""
    with Recorder(bench.model, bench.anatomy, Want(resid=True, logits="none")) as recorder:
        resid = recorder.run(item.ids).resid
    assert resid is not None  # noqa: S101  it was asked for
    logits = unembed(bench.model, bench.anatomy, resid[-1])
    found: F64 = (logits[:, item.right] - logits[:, item.wrong]).cpu().double().numpy()
    return found


def _switched_off(bench: Workbench, item: Item, part: str) -> F64:
    """[L] the logit difference with that part of one layer writing nothing."""
    layers = range(bench.anatomy.n_layers)
    step = max(1, AT_ONCE // len(item.ids))
    found = list[float]()
    for low in range(0, len(layers), step):
        some = layers[low : low + step]
        sites = [[Site("attention" if part == "attention" else "mlp", layer)] for layer in some]
        with switched_off(bench.anatomy, sites):
            logits = run_rows(bench.model, bench.anatomy, item.ids.expand(len(some), -1), stop=bench.stop)
        found += (logits[:, item.right] - logits[:, item.wrong]).tolist()
    return np.array(found)


# -- intervals -------------------------------------------------------------------------------------------------------


def _of_kind(name: str, numbers: Numbers, draws: tuple[F64, F64], chance: np.random.Generator) -> OfKind:
    read = (numbers.lens > 0).astype(float)
    picks = chance.integers(len(read), size=(BOOTSTRAPS, len(read)))
    margin = numbers.lens.mean(0) / numbers.lens[:, -1].mean()
    bands = [_band(each, picks) for each in (read, numbers.attention, numbers.mlp)]
    return OfKind(
        name, len(read), numbers.asked, *bands[0], margin.astype(np.float32), *bands[1], *bands[2],
        _interval(_crossing(read.mean(0)), draws[0]), _interval(_centre(numbers.mlp.mean(0)), draws[1]),
    )  # fmt: skip


def _band(values: F64, picks: npt.NDArray[np.int64]) -> tuple[F32, F32, F32]:
    """The mean over items [n, layers], and the interval of it."""
    means = values[picks].mean(1)
    low, high = np.quantile(means, (0.025, 0.975), axis=0)
    return values.mean(0).astype(np.float32), low.astype(np.float32), high.astype(np.float32)


def _centres(numbers: Numbers, chance: np.random.Generator) -> tuple[F64, F64]:
    """[bootstraps] of the state from which on most are read, and of the MLPs' centre."""
    picks = chance.integers(len(numbers.lens), size=(BOOTSTRAPS, len(numbers.lens)))
    read = (numbers.lens > 0).astype(float)
    of: Callable[[F64, Callable[[F64], float]], F64] = lambda values, what: np.array(  # noqa: E731
        [what(values[pick].mean(0)) for pick in picks]
    )
    return of(read, _crossing), of(numbers.mlp, _centre)


def _crossing(share: F64) -> float:
    """The first state from which on at least `READ` of the items are read, in between two where it lies there."""
    below = np.flatnonzero(share < READ)
    if not len(below):
        return 0.0
    at = int(below[-1])
    if at == len(share) - 1:
        return float(at)
    return float(at + (READ - share[at]) / (share[at + 1] - share[at]))


def _centre(falls: F64) -> float:
    """The mean layer, weighted by how much switching it off hurts; what helps weighs nothing."""
    weights = np.maximum(falls, 0)
    total = weights.sum()
    return float((np.arange(len(falls)) * weights).sum() / total) if total > 0 else float("nan")


def _interval(value: float, draws: F64) -> tuple[float, float, float]:
    good = draws[np.isfinite(draws)]
    low, high = np.quantile(good, (0.025, 0.975)) if len(good) else (np.nan, np.nan)
    return float(value), float(low), float(high)


def _apart(one: F64, other: F64) -> tuple[float, float, float]:
    gaps = one - other
    good = gaps[np.isfinite(gaps)]
    return _interval(float(good.mean()) if len(good) else float("nan"), gaps)
