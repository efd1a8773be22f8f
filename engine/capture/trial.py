"""Short trials of what the engine does to a model, beside the look at it: what fails one is left out, not shown wrong.

- Heads: every head's output is made larger by a factor of its own, inside the library's attention, and seen to arrive
  in its own columns of the out projection's input. Differential attention, which sums heads in pairs, does not pass.
- Replay: the last block and the head are run from stored states. Models whose blocks share keys and values, or hand
  on more than their states, do not pass.
- Order: no attention looks ahead, or a shorter text gives the same logits. A model that fails cannot generate.
- Cache: two runs are done in pieces, taking turns. Families that keep a state in their modules, that want a cache of
  their own, or whose pieces do not compute what a whole forward does, do not pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from engine.capture.attention import configurations, implementation
from engine.capture.blocks import SeenBlock
from engine.capture.cache import new_cache
from engine.capture.probe import N_PROBE, UNFIT, Probe, alike, probe_ids
from engine.libraries.transformers_inside import (
    eager_attention,
    eager_mask,
    holds_only_keys,
    keeps_state_in_modules,
    register_attention,
)
from engine.sentences import say
from engine.shortage import pass_on

NAME = "orrery_heads"
_FACTORS = "orrery_factors"  # attribute of an attention module while its heads are tried


class _Reached(Exception):
    """Ends a forward at the out projection."""


# -- heads -----------------------------------------------------------------------------------------------------------


def _enlarged(module: nn.Module, *args: Any, **kwargs: Any) -> tuple[Tensor, Tensor]:
    """The module's own eager attention, each head's output [B, t, H, head_dim] times its factor."""
    output, weights = eager_attention(module)(module, *args, **kwargs)
    factors: Tensor | None = module.__dict__.get(_FACTORS)
    return (output if factors is None else output * factors.to(output)[:, None]), weights


register_attention(NAME, _enlarged, eager_mask)


def mixing_heads(model: PreTrainedModel, blocks: Sequence[SeenBlock]) -> list[int]:
    """Blocks whose out projection is not given one slice per head. One block of each kind of attention is tried."""
    kinds: dict[type[nn.Module], bool] = {}
    found: list[int] = []
    for index, block in enumerate(blocks):
        if block.attention is None or block.out_projection is None:
            continue
        kind = type(model.get_submodule(block.attention))
        if kind not in kinds:
            kinds[kind] = _apart(model, block)
        if not kinds[kind]:
            found.append(index)
    return found


def _apart(model: PreTrainedModel, block: SeenBlock) -> bool:
    """Whether each head's factor arrives in its slice alone; True where the attention cannot be reached."""
    heads = block.n_heads
    factors = 1 + torch.arange(1, heads + 1) / heads  # [H] in (1, 2]
    try:
        before, after = (_mixed(model, block, each) for each in (torch.ones(heads), factors))
    except UNFIT as error:  # attention of its own
        pass_on(error)
        return True
    expected = before.unflatten(-1, (heads, -1)) * factors[:, None]  # [t, H, head_dim]
    expected = expected.flatten(1)
    if not bool((after - before).abs().max() > 0):
        return True  # the attention never asked for the function: its own code runs
    common = (after * expected).sum(-1, keepdim=True) / expected.pow(2).sum(-1, keepdim=True)  # of a norm in between
    tolerance = 1e-3 if model.dtype == torch.float32 else 0.05
    return bool((after - common * expected).abs().max() <= tolerance * after.abs().max())


def _mixed(model: PreTrainedModel, block: SeenBlock, factors: Tensor) -> Tensor:
    """[t, H * head_dim] what the out projection of `block` is given."""
    attention, projection = (model.get_submodule(str(name)) for name in (block.attention, block.out_projection))
    found: list[Tensor] = []

    def reach(_module: nn.Module, args: tuple[Any, ...]) -> None:
        found.append(args[0].detach().float().cpu().reshape(-1, args[0].shape[-1]))
        raise _Reached

    handle = projection.register_forward_pre_hook(reach)
    attention.__dict__[_FACTORS] = factors
    try:
        with torch.no_grad(), implementation(configurations(model), NAME), suppress(_Reached):
            model(input_ids=probe_ids(model), use_cache=False, return_dict=True)
    finally:
        del attention.__dict__[_FACTORS]
        handle.remove()
    return found[0]


# -- replay ----------------------------------------------------------------------------------------------------------


def replay_fails(model: PreTrainedModel, anatomy: Any, seen: Probe) -> str:
    """Why blocks cannot be run from stored states; empty where the last block and the head can.

    `anatomy` is the `Anatomy` so far.
    """
    from engine.capture.replay import replay_block, resume, unembed

    ids, last = probe_ids(model)[0], anatomy.n_layers - 1
    try:
        entering, leaving, attn, logits = _of_last_block(model, anatomy, seen)
        rest = resume(model, anatomy, last, entering, token_ids=ids).logits
        read = unembed(model, anatomy, leaving)
        alike = rest is not None and _close(model, rest, logits) and _close(model, read, logits)
        if attn is not None:
            later = replay_block(model, anatomy, last, entering, ("attn",), rows=slice(1, None), token_ids=ids)["attn"]
            alike = alike and _close(model, later, attn[:, 1:])
    except UNFIT as error:  # whatever a block misses of those before it
        pass_on(error)
        return say(
            "A block of this model needs more from the blocks before it than the states they hand on, so no "
            "block can be run by itself."
        )
    if alike:
        return ""
    return say("A block of this model run by itself gives other numbers than in the whole model, so none is run so.")


def _of_last_block(model: PreTrainedModel, anatomy: Any, seen: Probe) -> tuple[Tensor, Tensor, Tensor | None, Tensor]:
    """Of the probe: the states entering and leaving the last block [t, D], its weights [H, t, t], and the logits.

    As they were seen, unless they were overwritten since or the attention was mended.
    """
    from engine.capture.recorder import Want, forward

    block, has_weights = anatomy.blocks[-1], "attn" not in anatomy.missing
    whole = next(call for call in seen.calls if call.module is block.module)
    if seen.logits is None or whole.first is None or whole.result is None or anatomy.overwrites or anatomy.zero_alibi:
        got = forward(model, anatomy, probe_ids(model)[0], want=Want(attn=has_weights))
        if got.resid is None or got.logits is None:
            raise ValueError("no states")
        return got.resid[:, -2], got.resid[:, -1], None if got.attn is None else got.attn[-1], got.logits
    weights: Tensor | None = None
    if has_weights:
        output = next(call.output for call in seen.calls if call.module is block.attention)
        weights = output[block.weights_index][0].float().cpu()
    return whole.first[0], whole.result[0], weights, seen.logits


def _close(model: PreTrainedModel, a: Tensor, b: Tensor) -> bool:
    return alike(a, b, model.dtype, 0.01)


# -- order -----------------------------------------------------------------------------------------------------------


def continues_texts(model: PreTrainedModel, seen: Probe, blocks: Sequence[SeenBlock]) -> bool:
    """Whether each token's logits rest on it and those before it alone.

    Seen in the attention weights where every block has them and none looks ahead (columns may stand for other things
    than tokens), else tried on the probe without its last token.
    """
    if seen.logits is None or seen.logits.shape[0] != N_PROBE:
        return False
    calls = [(seen.of(block.attention), block.weights_index) for block in blocks if block.attention is not None]
    ahead = any(call is not None and bool((call.output[index].triu(1) > 1e-3).any()) for call, index in calls)
    if len(calls) == len(blocks) > 0 and not ahead:
        return True
    try:
        with torch.no_grad(), implementation(configurations(model), "eager"):
            shorter = model(input_ids=probe_ids(model)[:, :-1], use_cache=False, return_dict=True).logits[0]
    except UNFIT as error:
        pass_on(error)
        return False
    return _close(model, shorter.float(), seen.logits[:-1])


# -- cache -----------------------------------------------------------------------------------------------------------


def caches(model: PreTrainedModel, seen: Probe) -> bool:
    """Whether a run may go on from a cache, in pieces and steps. Plain keys and values are taken at their word."""
    try:
        cache = new_cache(model)
        if cache is None or seen.logits is None:
            return False
        if holds_only_keys(cache) and not keeps_state_in_modules(model):
            return True
        with torch.no_grad(), implementation(configurations(model), "eager"):
            return _continue(model, seen.logits)
    except UNFIT as error:  # a cache of another kind is refused in any way
        pass_on(error)
        return False


def _continue(model: PreTrainedModel, logits: Tensor) -> bool:
    """Whether two runs of the probe, each in two pieces and taking turns, give its logits [N_PROBE, V]."""
    ids = probe_ids(model)
    a, b = new_cache(model), new_cache(model)
    rows: dict[int, list[Tensor]] = {id(a): [], id(b): []}
    for cache, piece in ((a, ids[:, :2]), (b, ids[:, :3]), (a, ids[:, 2:]), (b, ids[:, 3:])):
        result = model(input_ids=piece, past_key_values=cache, use_cache=True, return_dict=True).logits[0]
        rows[id(cache)].append(result.float())
    counted = a is not None and int(a.get_seq_length()) == ids.shape[1]
    return counted and all(_close(model, torch.cat(found), logits) for found in rows.values())
