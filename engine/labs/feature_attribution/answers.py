"""Which function answers which question about the features that made a token."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from engine.capture.intervene import intervening
from engine.capture.many import run_rows
from engine.dictionaries import shelf
from engine.dictionaries.dictionary import Dictionary
from engine.errors import InputRefused
from engine.labkit.distributions import divergence, entropy, likeliest, log_probs
from engine.labkit.subject import path_ids, require
from engine.labkit.workbench import Workbench
from engine.labs.feature_attribution.graph import RowNodes, edges_of, nodes_of
from engine.labs.feature_attribution.reading import Reading, read
from engine.labs.feature_attribution.records import (
    FEATURE,
    KINDS,
    MLPS,
    MOST_DICTIONARIES,
    MOST_TOKENS,
    AskAttribution,
    AskOff,
    Attribution,
    Check,
    Node,
    Off,
    Row,
)
from engine.labs.feature_attribution.switching import check, without
from engine.labs.feature_attribution.trace import Trace, chosen_token, trace, value_of
from engine.records import F32
from engine.sentences import say

_PLACES = ("attention", "neurons", "mlp", "resid")  # of one layer, in the order in which they are computed


def attribute(question: AskAttribution, bench: Workbench) -> Attribution:
    """The graph of one token.

    Raises:
        InputRefused: no dictionary or one that does not fit, no such node or token, a text of one token or a very long
            one, or a model of which a part cannot be held. Stopped: a person said so.
    """
    began = time.perf_counter()
    dictionaries = _dictionaries(question.dictionaries, bench)
    ids = _ids(question, bench)
    if question.mlps not in MLPS or question.most < 1 or question.checked < 0:
        raise InputRefused(say("At least one node of each row must be kept. Choose 1 or more."))
    bench.session.cool()
    with torch.inference_mode(False):
        bench.progress(say("Reading the text with the attention held"), 0, 1)
        traced = trace(bench, ids, dictionaries, question.token, question.against, question.mlps)
        readings = [read(it, leaf) for it, leaf in zip(dictionaries, traced.leaves[1:], strict=True)]
        rows = [nodes_of(row, traced, it, question.most) for row, it in enumerate((None, *readings))]
        edges = edges_of(traced, (None, *readings), rows, bench.stop, bench.progress)
        strongest, random = _checks(question, bench, ids, traced, readings)
    logs = log_probs(traced.logits.detach().cpu().numpy())
    value = traced.linear_value
    return Attribution(
        node=question.node, token=traced.token, against=traced.against, value=value,
        probability=float(np.exp(logs[traced.token])), entropy=float(entropy(logs)),
        token_ids=ids.numpy().astype(np.int32), rows=_rows(dictionaries, rows, value),
        row=np.repeat(np.arange(len(rows), dtype=np.int32), [len(it.kinds) for it in rows]),
        kinds=np.concatenate([it.kinds for it in rows]), positions=np.concatenate([it.positions for it in rows]),
        features=np.concatenate([it.features for it in rows]),
        activations=np.concatenate([it.activations for it in rows]),
        largest=np.concatenate([np.zeros(len(rows[0].kinds), np.float32), *map(_largest, dictionaries, rows[1:])]),
        effects=np.concatenate([it.effects for it in rows]), direct=np.concatenate([it.direct for it in rows]),
        sources=edges.sources, targets=edges.targets, weights=edges.weights,
        carried=edges.carried, strongest=strongest, random=random,
        seconds=time.perf_counter() - began,
    )  # fmt: skip


def _largest(dictionary: Dictionary, row: RowNodes) -> F32:
    activity = shelf.load(dictionary.info.name)[1]
    if activity is None:
        return np.zeros(len(row.kinds), np.float32)
    found: F32 = np.where(row.features >= 0, activity.largest[row.features], 0).astype(np.float32)
    return found


def _dictionaries(names: Sequence[str], bench: Workbench) -> list[Dictionary]:
    """Those of the names, from the lowest place up. Raises InputRefused."""
    if not names:
        raise InputRefused(
            say(
                "No dictionary reads this model yet, so there are no features that could have made a token. Train one, "
                "or open one that was published."
            )
        )
    if len(names) > MOST_DICTIONARIES:
        raise InputRefused(
            say(
                "At most {most} dictionaries can be followed at once, not {n}. Leave some out.",
                most=MOST_DICTIONARIES,
                n=len(names),
            )
        )
    found = [shelf.use(name, bench.anatomy) for name in names]
    found.sort(key=lambda it: (it.info.hook.layer, _PLACES.index(it.info.hook.kind)))
    for one, other in itertools.pairwise(found):
        if one.info.hook == other.info.hook:
            raise InputRefused(
                say("Two of the dictionaries read {where}. Choose one of them.", where=one.info.hook.in_words)
            )
    return found


def _ids(question: AskAttribution, bench: Workbench) -> Tensor:
    """[T] the text. Raises InputRefused."""
    require(bench.anatomy, "attn")
    ids = path_ids(bench, question.node)
    if len(ids) < 2:
        raise InputRefused(
            say(
                "The text up to here is a single token, which no dictionary reads: the first token's state is an "
                "outlier. Choose a later position."
            )
        )
    if len(ids) > MOST_TOKENS:
        raise InputRefused(
            say(
                "The text up to here has {n} tokens, but at most {most} can be followed. Choose an earlier position, "
                "or a shorter prompt.",
                n=len(ids),
                most=MOST_TOKENS,
            )
        )
    return ids


def _rows(dictionaries: Sequence[Dictionary], rows: Sequence[RowNodes], value: float) -> tuple[Row, ...]:
    made = []
    for row, it in enumerate(rows):
        info = dictionaries[row - 1].info if row else None
        left = value - float(it.signed.astype(np.float64).sum())
        made.append(
            Row(info.name, info.hook, info.title, info.sha256, it.active, it.signed, it.sizes, left)
            if info is not None
            else Row("", None, "", "", 0, it.signed, it.sizes, left)
        )
    return tuple(made)


def _checks(
    question: AskAttribution, bench: Workbench, ids: Tensor, traced: Trace, readings: Sequence[Reading]
) -> tuple[Check, Check]:
    """The strongest features switched off one by one, and as many drawn from the others."""
    whole = [nodes_of(row, traced, reading, 2**31) for row, reading in enumerate(readings, 1)]
    nodes, effects = list[Node](), list[float]()
    for which, it in enumerate(whole):
        for at in np.flatnonzero(it.kinds == FEATURE).tolist():
            nodes.append(Node(which, KINDS[FEATURE], int(it.positions[at]), int(it.features[at])))
            effects.append(float(it.effects[at]))
    sizes = np.array(effects, np.float32)
    best = np.argsort(-np.abs(sizes), kind="stable")
    first, rest = best[: question.checked], best[question.checked :]
    drawn = np.sort(np.random.default_rng(question.seed).permutation(len(rest))[: question.checked])
    total = len(first) + len(drawn)
    strongest = check(bench, ids, traced, readings, [nodes[at] for at in first], sizes[first], 0, total)
    others = rest[drawn]
    random = check(bench, ids, traced, readings, [nodes[at] for at in others], sizes[others], len(first), total)
    bench.progress(say("Switching features off one by one"), total, total)
    return strongest, random


def switch_off(question: AskOff, bench: Workbench) -> Off:
    """The next token with and without some nodes.

    Raises:
        InputRefused: as `attribute`, or no node is named. Stopped: a person said so.
    """
    of = question.of
    dictionaries = _dictionaries(of.dictionaries, bench)
    ids = _ids(of, bench)
    for node in question.nodes:
        _require_node(node, dictionaries, len(ids))
    if not question.nodes:
        raise InputRefused(say("Nothing is chosen that could be switched off. Choose a node of the graph."))
    bench.session.cool()
    anatomy, settings = bench.anatomy, bench.session.settings
    with intervening(anatomy, settings.plan, settings.means):
        intact = run_rows(bench.model, anatomy, ids[None], stop=bench.stop)[0]
    changed = without(bench, ids, dictionaries, question.nodes)
    token, against = _tokens(of, bench, intact)
    both = torch.stack([intact, changed])
    numbers: F32 = both.cpu().numpy()
    logs = log_probs(numbers)
    ids_5 = np.stack([likeliest(row, 5) for row in numbers])
    return Off(
        value_of(both, token, against).cpu().numpy().astype(np.float32), question.expected,
        np.exp(logs[:, token]).astype(np.float32), float(divergence(logs[0], logs[1])), ids_5.astype(np.int32),
        np.exp(np.take_along_axis(logs, ids_5, -1)).astype(np.float32),
    )  # fmt: skip


def _tokens(of: AskAttribution, bench: Workbench, logits: Tensor) -> tuple[int, int]:
    return chosen_token(bench, of.token, logits), chosen_token(bench, of.against, logits) if of.against else -1


def _require_node(node: Node, dictionaries: Sequence[Dictionary], length: int) -> None:
    known = node.kind == "embedding" or 0 <= node.dictionary < len(dictionaries)
    if known and node.kind == "feature":
        known = 0 <= node.feature < dictionaries[node.dictionary].width
    if not known or not 0 <= node.position < length:
        raise InputRefused(say("There is no such node in the graph of this text. Choose another one."))


ANSWERS = {AskAttribution: attribute, AskOff: switch_off}
