"""What every feature of a text does to a token after it: estimated by one backward pass, measured for some by zeroing.

The value is the token's log-probability in bits. Its gradient at the dictionary's hook, times a feature's direction,
times its activation, summed over positions, is the first-order change when the feature is zeroed everywhere, the error
term kept. It is measured for the strongest ones by forwards in which exactly that is done, and for as many drawn at
random among the others: the control.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.capture.edits import edit_input, edit_output
from engine.capture.intervene import intervening
from engine.capture.many import run_rows, stopping
from engine.dictionaries import shelf
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.hooks import module_of
from engine.errors import InputRefused, Stopped
from engine.labkit.subject import path_ids, token_of
from engine.labkit.workbench import Workbench
from engine.labs.features.records import AskFeatureEffects, FeatureEffects
from engine.records import F32
from engine.sentences import say

TOKENS_AT_ONCE = 2048
MOST = 200  # features that are measured, of each kind


def effects(question: AskFeatureEffects, bench: Workbench) -> FeatureEffects:
    """See the module.

    Raises:
        InputRefused: no such node, token or dictionary, or no feature is active. Stopped: a person said so.
    """
    dictionary = shelf.use(question.dictionary, bench.anatomy)
    ids = path_ids(bench, question.node)
    bench.session.cool()
    doing = say("Estimating the effect of every feature")
    bench.progress(doing, 0, 1)
    x, gradient, token, value = _gradient(bench, dictionary, ids, question.token)
    parts = contributions(dictionary, x, gradient)  # [T, n]
    estimates = -parts.sum(0)
    active = (dictionary.encode(x) > 0).any(0).nonzero()[:, 0]
    if not len(active):
        raise InputRefused(say("No feature of this dictionary is active in this text. Choose another dictionary."))
    order = active[estimates[active].abs().argsort(descending=True, stable=True)].cpu()
    bench.progress(doing, 1, 1)
    k = min(max(question.measured, 0), MOST)
    measured, others = order[:k], order[k:]
    chance = torch.Generator().manual_seed(question.seed)
    drawn = others[torch.randperm(len(others), generator=chance)[:k]]
    exact = _exact(bench, dictionary, ids, token, value, torch.cat([measured, drawn]).tolist())
    found, at = estimates.cpu().numpy(), parts.abs().argmax(0).cpu().numpy().astype(np.int32)
    return FeatureEffects(
        question.node, token, value, order.numpy().astype(np.int32), found[order.numpy()],
        at[order.numpy()], measured.numpy().astype(np.int32), exact[: len(measured)], found[measured.numpy()],
        drawn.numpy().astype(np.int32), exact[len(measured) :], found[drawn.numpy()],
    )  # fmt: skip


def contributions(dictionary: Dictionary, x: Tensor, gradient: Tensor) -> Tensor:
    """[T, n] gradient times activation of every feature at every position."""
    f = dictionary.encode(x)
    scale = dictionary.normalised(x.to(f.device))[2]
    return f * ((gradient.to(f.device).float() * scale) @ dictionary.w_dec.T)


def _gradient(bench: Workbench, dictionary: Dictionary, ids: Tensor, typed: str) -> tuple[Tensor, Tensor, int, float]:
    """What stands at the hook [T, width], the gradient of the token's log₂ probability there, the token, the value."""
    anatomy, settings = bench.anatomy, bench.session.settings
    module, side = module_of(anatomy, dictionary.info.hook)
    leaves: list[Tensor] = []

    def leaf(values: Tensor) -> Tensor:
        leaves.append(values.detach().clone().requires_grad_(True))
        return leaves[0] * 1.0  # some families write into their states, which a leaf forbids

    options: dict[str, Any] = {"use_cache": False}
    if "logits_to_keep" in inspect.signature(bench.model.forward).parameters:
        options["logits_to_keep"] = 1
    with ExitStack() as stack, torch.inference_mode(False), torch.enable_grad():
        stack.enter_context(intervening(anatomy, settings.plan, settings.means))
        stack.enter_context(stopping(anatomy, bench.stop))
        put = edit_input(module, leaf) if side == "input" else edit_output(module, lambda values, _given: leaf(values))
        stack.callback(put)
        logits = bench.model(input_ids=ids[None].to(anatomy.device), return_dict=True, **options).logits[0, -1].float()
        size = anatomy.vocab_size
        token = token_of(bench.tokenizer, typed, size, logits.detach()) if typed else int(logits.argmax())
        value = torch.log_softmax(logits, -1)[token] / math.log(2)
        gradient = torch.autograd.grad(value, leaves)[0]
    if bench.stop():
        raise Stopped
    return leaves[0].detach()[0].float(), gradient[0].float(), token, float(value.detach())


def _exact(
    bench: Workbench, dictionary: Dictionary, ids: Tensor, token: int, value: float, features: Sequence[int]
) -> F32:  # fmt: skip
    """[k] change of the token's log₂ probability when each feature alone is 0 at every position."""
    doing, at_once = say("Zeroing features one by one"), max(1, TOKENS_AT_ONCE // len(ids))
    changes: list[Tensor] = []
    for low in range(0, len(features), at_once):
        bench.progress(doing, low, len(features))
        some = features[low : low + at_once]
        logits = without(bench, dictionary, ids, some)  # [b, V]
        changes.append((torch.log_softmax(logits, -1)[:, token] / math.log(2)).cpu() - value)
    bench.progress(doing, len(features), len(features))
    return torch.cat(changes).numpy().astype(np.float32) if changes else np.empty(0, np.float32)


def without(bench: Workbench, dictionary: Dictionary, ids: Tensor, features: Sequence[int]) -> Tensor:
    """[b, V] logits after the last token; row b has `features[b]` at 0 everywhere, the error term kept."""
    anatomy, settings = bench.anatomy, bench.session.settings
    module, side = module_of(anatomy, dictionary.info.hook)

    def edit(values: Tensor) -> Tensor:
        by_row = values.view(len(features), -1, values.shape[-1])
        for row, feature in enumerate(features):
            x = by_row[row].float()
            f = dictionary.encode_some(x, torch.tensor([feature], device=dictionary.w_enc.device))  # [T, 1]
            scale = dictionary.normalised(x.to(f.device))[2]
            by_row[row] -= (f * dictionary.w_dec[feature] * scale).to(by_row)
        return values

    with ExitStack() as stack:
        stack.enter_context(intervening(anatomy, settings.plan, settings.means))
        put = edit_input(module, edit) if side == "input" else edit_output(module, lambda values, _given: edit(values))
        stack.callback(put)
        return run_rows(bench.model, anatomy, ids[None].expand(len(features), -1), rows="last", stop=bench.stop)
