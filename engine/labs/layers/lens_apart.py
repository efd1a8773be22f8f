"""How far apart two branches' logit lenses are, layer by layer, at the positions that both have."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.capture.replay import unembed
from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.layers.lens_and_writes import LOGITS_AT_ONCE, states_of
from engine.labs.layers.records import AskLensApart, LensApart
from engine.sentences import say

LEAST = -100.0  # of a log-probability: what a model forbids adds nothing, instead of 0 times infinity


def read_apart(question: AskLensApart, bench: Workbench) -> LensApart:
    """The divergence at positions `start` .. those of both nodes.

    Raises:
        InputRefused: no such node or span, or the nodes are at different positions. Stopped: a person asked for an end.
    """
    one, other = (states_of(bench, node, question.start) for node in (question.node, question.other))
    if one.shape != other.shape:
        raise InputRefused(
            say("Two branches are compared position by position, but these tokens are at different ones.")
        )
    rows, width, depth = one.shape
    bits = np.empty((rows, width), np.float32)
    step = max(1, LOGITS_AT_ONCE // (2 * bench.anatomy.vocab_size * width))  # layers at once
    for low in range(0, rows, step):
        if bench.stop():
            raise Stopped
        here = slice(low, low + step)
        both = [unembed(bench.model, bench.anatomy, states[here].reshape(-1, depth)) for states in (one, other)]
        bits[here] = _divergence(*both).reshape(-1, width).cpu().numpy()
    return LensApart(question.node, question.other, question.start, bits)


def _divergence(one: Tensor, other: Tensor) -> Tensor:
    """[n] bits, of logits [n, V] each."""
    p, q = (torch.log_softmax(logits.float(), dim=-1).clamp_min_(LEAST) for logits in (one, other))
    middle = torch.logaddexp(p, q) - np.log(2)
    nats = (p.exp() * (p - middle) + q.exp() * (q - middle)).sum(dim=-1) / 2
    bits: Tensor = nats / np.log(2)
    return bits.clamp_(0.0, 1.0)
