"""Does the computation that shows its attention weights agree with the one the model was loaded with?

Attention weights come from the library's eager code. In transformers 5.23 that code adds ALiBi twice in Falcon: once
in the mask and once in the attention module, where the default (sdpa) adds it once; its logits differ by a third of
their spread. Zeroing the attention module's `alibi` argument brings the two together. Whether a model needs it is
measured, not looked up; where the two disagree for another reason, attention is not shown at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle
from transformers import PreTrainedModel

from engine.capture.attention import loaded_implementation
from engine.capture.blocks import SeenBlock
from engine.capture.probe import Probe, alike, difference, plain_logits
from engine.sentences import say

_EXACT = 1e-3  # of the logits' spread
_FAR = 48  # tokens in which ALiBi, which grows with distance, shows above the rounding of half precision


@dataclass(frozen=True)
class Agreement:
    """Whether eager attention computes what the model computes, and with which mending."""

    zero_alibi: bool = False
    reason: str = ""  # why attention cannot be shown, empty where it can


def zero_alibi(module: nn.Module) -> RemovableHandle:
    """A hook that gives an attention module an `alibi` of zeros (the mask already holds it)."""

    def zero(_module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        alibi = kwargs.get("alibi")
        return args, ({**kwargs, "alibi": torch.zeros_like(alibi)} if isinstance(alibi, Tensor) else kwargs)

    return module.register_forward_pre_hook(zero, with_kwargs=True)


def attention_agreement(model: PreTrainedModel, seen: Probe, blocks: list[SeenBlock]) -> Agreement:
    """Compare the eager logits of the probe with the loaded implementation's, mending what can be mended."""
    if loaded_implementation(model) == "eager" or seen.logits is None:
        return Agreement()
    if any(isinstance(call.kwargs.get("alibi"), Tensor) for call in seen.calls):
        mended = _mended_logits(model, blocks)
        loaded, eager = (plain_logits(model, name, _FAR) for name in (None, "eager"))
        nearer = (mended - loaded).pow(2).sum() < 0.5 * (eager - loaded).pow(2).sum()
        if bool(nearer) and alike(mended, loaded, model.dtype, _EXACT):
            return Agreement(zero_alibi=True)
    loaded = plain_logits(model, None)
    if alike(seen.logits, loaded, model.dtype, _EXACT):
        return Agreement()
    worst = float(difference(seen.logits, loaded).abs().max())
    return Agreement(
        reason=say(
            "The attention weights this model reports belong to another computation than the one it runs "
            "(its logits differ by {worst:.2g}), so they are not shown.",
            worst=worst,
        )
    )


def _mended_logits(model: PreTrainedModel, blocks: list[SeenBlock]) -> Tensor:
    """[_FAR, V] of the eager code with the attention modules' ALiBi at zero."""
    handles = [zero_alibi(model.get_submodule(block.attention)) for block in blocks if block.attention]
    try:
        return plain_logits(model, "eager", _FAR)
    finally:
        for handle in handles:
            handle.remove()
