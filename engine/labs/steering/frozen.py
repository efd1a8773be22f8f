"""Attention frozen: some rows of a batch attend as their partners do, whose states are those of the intact model.

Queries and keys decide where is looked at, values what is brought from there. So a row is given its partner's queries
and keys and keeps its own values; the family's own code does the rest, whatever it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn

from engine.capture.anatomy import Anatomy
from engine.capture.attention import implementation
from engine.capture.probe import UNFIT
from engine.errors import InputRefused
from engine.libraries.transformers_inside import eager_attention, eager_mask, register_attention
from engine.sentences import say
from engine.shortage import pass_on

NAME = "orrery_frozen"
_AS = "orrery_attends_as"  # attribute of an attention module while it is frozen: [B] whose queries and keys a row takes
CLOSE = 1e-2  # logits: how near the family's own code must come


def _attend(module: nn.Module, query: Tensor, key: Tensor, value: Tensor, mask: Any, **more: Any) -> Any:
    rows: Tensor | None = module.__dict__.get(_AS)
    if rows is not None:
        query, key = query[rows], key[rows]
    return eager_attention(module)(module, query, key, value, mask, **more)


register_attention(NAME, _attend, eager_mask)


@contextmanager
def attending_as(anatomy: Anatomy, rows: Tensor) -> Iterator[None]:
    """In forwards of a batch, row b looks where row `rows[b]` looks.

    Raises:
        InputRefused: Orrery does not recognise the attention of one of the model's blocks.
    """
    modules = [block.attention for block in anatomy.blocks]
    if any(module is None for module in modules) or not modules:
        raise InputRefused(
            say("Attention cannot be frozen: Orrery does not recognise it in every layer of this model.")
        )
    try:
        for module in modules:
            module.__dict__[_AS] = rows.to(anatomy.device)
        with implementation(anatomy.configs, NAME):
            yield
    finally:
        for module in modules:
            module.__dict__.pop(_AS, None)


def why_not_frozen(model: Any, anatomy: Anatomy, ids: Tensor) -> str:
    """Why a model's attention cannot be frozen, "" where it can: with nothing changed it gives the model's own logits.

    `ids` [t] is the text that this is tried on.
    """
    sentence = say("Attention cannot be frozen in this model: its attention works in a way of its own.")
    batch = ids[None].repeat(2, 1).to(anatomy.device)
    try:
        with torch.inference_mode():
            own = model(input_ids=batch[:1], use_cache=False).logits[0, -1].float()
            with attending_as(anatomy, torch.tensor([0, 0])):
                frozen = model(input_ids=batch, use_cache=False).logits[:, -1].float()
    except InputRefused as error:
        return str(error)
    except UNFIT as error:
        pass_on(error)
        return sentence
    known = own > -math.inf  # a token that the model forbids has a logit of -inf in both
    own, frozen = own[known], frozen[:, known]
    near = float((frozen - own).abs().max()) <= CLOSE * max(1.0, float(own.abs().max()))
    return "" if near else sentence
