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
from engine.capture.probe import Probe, plain_logits


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
    loaded = plain_logits(model, None)
    tolerance = 1e-3 if model.dtype == torch.float32 else 0.1  # of the logits' spread
    if any(isinstance(call.kwargs.get("alibi"), Tensor) for call in seen.calls):
        mended = _mended_logits(model, blocks)
        nearer = (mended - loaded).pow(2).sum() < 0.5 * (seen.logits - loaded).pow(2).sum()  # half precision hides more
        if bool(nearer) and _close(mended, loaded, tolerance):
            return Agreement(zero_alibi=True)
    if _close(seen.logits, loaded, tolerance):
        return Agreement()
    worst = float((seen.logits - loaded).abs().max())
    return Agreement(
        reason="The attention weights this model reports belong to another computation than the one it runs "
        f"(its logits differ by {worst:.2g}), so they are not shown."
    )


def _mended_logits(model: PreTrainedModel, blocks: list[SeenBlock]) -> Tensor:
    """[N_PROBE, V] of the eager code with the attention modules' ALiBi at zero."""
    handles = [zero_alibi(model.get_submodule(block.attention)) for block in blocks if block.attention]
    try:
        return plain_logits(model, "eager")
    finally:
        for handle in handles:
            handle.remove()


def _close(a: Tensor, b: Tensor, tolerance: float) -> bool:
    """Whether two sets of logits agree to a share of their spread. Not-a-number agrees with anything."""
    return not bool((a - b).abs().max() > tolerance * b.std())
