"""What the model itself, nothing held, does without some nodes: the check of every effect.

A node is switched off by taking its part off the state where it stands; what its dictionary does not explain stays.
Several together: features have no activation in the changed run, whatever that would have been.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

import numpy as np
import torch
from torch import Tensor

from engine.capture.edits import edit_input, edit_output
from engine.capture.intervene import intervening
from engine.capture.many import run_rows
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.hooks import module_of
from engine.labkit.workbench import Workbench
from engine.labs.feature_attribution.reading import Reading, unread
from engine.labs.feature_attribution.records import Check, Node
from engine.labs.feature_attribution.trace import Trace, output_edit, value_of
from engine.records import F32
from engine.sentences import say

TOKENS_AT_ONCE = 2048  # of a batch of versions of one text


def check(
    bench: Workbench, ids: Tensor, trace: Trace, readings: Sequence[Reading], nodes: Sequence[Node], effects: F32,
    done: int, total: int,
) -> Check:  # fmt: skip
    """Each feature off by itself. `effects` [n] as they were attributed; `done` of `total` tells the progress."""
    measured = np.zeros(len(nodes), np.float32)
    before = float(trace.value.detach())
    for which, reading in enumerate(readings):
        mine = [at for at, node in enumerate(nodes) if node.dictionary == which]
        at_once = max(1, TOKENS_AT_ONCE // len(ids))
        for low in range(0, len(mine), at_once):
            bench.progress(say("Switching features off one by one"), done, total)
            some = mine[low : low + at_once]
            logits = _without(bench, ids, trace, reading, [nodes[at] for at in some])
            measured[some] = (value_of(logits, trace.token, trace.against).cpu().numpy() - before).astype(np.float32)
            done += len(some)
    return Check(-effects, measured, tuple(nodes))


def _without(bench: Workbench, ids: Tensor, trace: Trace, reading: Reading, nodes: Sequence[Node]) -> Tensor:
    """[b, V] logits after the text, row by row without one of the features."""
    hook = reading.dictionary.info.hook
    anatomy, settings = bench.anatomy, bench.session.settings
    parts = torch.stack([reading.part(node.position, node.feature) for node in nodes])  # [b, D]
    rows, at = torch.arange(len(nodes)), torch.tensor([node.position for node in nodes])

    def edit(values: Tensor) -> Tensor:
        by_row = values.view(len(nodes), -1, values.shape[-1])
        by_row[rows, at] = (by_row[rows, at].float() - parts.to(by_row.device)).to(by_row.dtype)
        return values

    states = None
    first = 0
    if "replay" not in anatomy.missing:
        first = hook.layer
        states = trace.entering[first][None].expand(len(nodes), -1, -1)
    module, side = module_of(anatomy, hook)
    with ExitStack() as stack:
        stack.enter_context(intervening(anatomy, settings.plan, settings.means, first=first))
        stack.callback(edit_input(module, edit) if side == "input" else edit_output(module, output_edit(edit)))
        return run_rows(bench.model, anatomy, ids[None].expand(len(nodes), -1), states, first, "last", bench.stop)


# -- several together --------------------------------------------------------------------------------------------


def without(bench: Workbench, ids: Tensor, dictionaries: Sequence[Dictionary], nodes: Sequence[Node]) -> Tensor:
    """[V] logits after the text without all of `nodes`."""
    anatomy, settings = bench.anatomy, bench.session.settings
    with ExitStack() as stack:
        stack.enter_context(intervening(anatomy, settings.plan, settings.means))
        for which, dictionary in enumerate(dictionaries):
            mine = [node for node in nodes if node.dictionary == which]
            if mine:
                stack.enter_context(_taking_off(bench, dictionary, mine))
        embedded = [node.position for node in nodes if node.kind == "embedding"]
        if embedded:
            stack.callback(_embeddings_off(bench, embedded))
        return run_rows(bench.model, anatomy, ids[None], None, 0, "last", bench.stop)[0]


@contextmanager
def _taking_off(bench: Workbench, dictionary: Dictionary, nodes: Sequence[Node]) -> Iterator[None]:
    module, side = module_of(bench.anatomy, dictionary.info.hook)

    def edit(values: Tensor) -> Tensor:
        flat = values.view(-1, values.shape[-1])
        for position in sorted({node.position for node in nodes}):
            here = [node for node in nodes if node.position == position]
            flat[position] = _left(dictionary, flat[position].clone(), here).to(flat)
        return values

    put = edit_input(module, edit) if side == "input" else edit_output(module, output_edit(edit))
    try:
        yield
    finally:
        put()


def _left(dictionary: Dictionary, x: Tensor, nodes: Sequence[Node]) -> Tensor:
    """[D] a state x without nodes that all stand at its position."""
    given = x[None].to(dictionary.w_enc.device).float()
    _, mean, scale = dictionary.normalised(given)
    f = dictionary.encode(given)
    constant = dictionary.b_dec * scale + mean
    left = given.clone()
    if bool(unread(dictionary, given, nodes[0].position)[0]):  # all of it is error there
        return torch.zeros_like(given[0]) if any(node.kind == "error" for node in nodes) else given[0]
    for node in nodes:
        if node.kind == "feature":
            left -= f[0, node.feature] * dictionary.w_dec[node.feature] * scale
        elif node.kind == "constant":
            left -= constant
        else:
            left -= given - (f @ dictionary.w_dec) * scale - constant
    return left[0]


def _embeddings_off(bench: Workbench, positions: Sequence[int]) -> Callable[[], None]:
    def edit(states: Tensor) -> Tensor:
        states[..., list(positions), :] = 0.0
        return states

    return edit_input(bench.anatomy.blocks[0].module, edit)
