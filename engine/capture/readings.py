"""How the last states become logits, measured on the probe: a factor, a cap, and whether nothing else stands between.

The unembedding is one matrix; before it some families scale the normed states, after it some scale the logits and some
cap them with a tanh. The factor is the ratio of what was seen to what the matrix gives of the final norm's output; the
cap c is the one number for which c * tanh(x / c) gives what was seen. Where neither explains the logits (a layer of its
own before the matrix, as in BERT's kind), no part of a state may be read through the matrix.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from transformers import PreTrainedModel

from engine.capture.probe import Probe

_HALVINGS = 60


@dataclass(frozen=True)
class Reading:
    """What stands between the final norm and the logits."""

    scale: float = 1.0  # the matrix's result is multiplied by this
    softcap: float | None = None
    plain: bool = False  # nothing else does


def read_head(model: PreTrainedModel, seen: Probe, normed: Tensor | None) -> Reading:
    """Measure on the probe's `normed` last states [1, N_PROBE, D], None where they are not known."""
    head = model.get_output_embeddings()
    call = next((call for call in seen.calls if call.module is head), None)
    if seen.logits is None or call is None or call.first is None or call.result is None:
        return Reading()
    outputs, logits = _allowed(call.result.float().cpu()[0], seen.logits.cpu())
    close = 5e-3 if model.dtype == torch.float32 else 0.1  # of the spread
    before = None if normed is None else _factor(normed.float().cpu(), call.first.float().cpu(), close)
    if getattr(head, "bias", None) is not None and before is not None and abs(before - 1.0) > 1e-3:
        before = None  # the bias is not scaled with the states
    config = model.config.get_text_config(decoder=True)
    stated = [value for name, value in _numbers(config) if "logit" in name and "cap" in name]
    cap = next((value for value in stated if _explains(value, outputs, logits, close)), None)
    after = 1.0 if cap is not None else _factor(outputs, logits, close)
    if after is None:
        cap = _cap(outputs, logits, close)
    explained = before is not None and (after is not None or cap is not None)
    return Reading(_stated((before or 1.0) * (after or 1.0), config, model.dtype), cap, explained)


def _allowed(outputs: Tensor, logits: Tensor) -> tuple[Tensor, Tensor]:
    """Both [N_PROBE, V] without tokens that the model forbids, whose logits of -inf nothing explains. [n]"""
    allowed = logits != -math.inf
    if outputs.shape != logits.shape or not bool(allowed.any()):
        return outputs, logits
    return outputs[allowed], logits[allowed]


def _numbers(config: Any) -> list[tuple[str, float]]:
    """The numbers above 0 that a configuration states, by name."""
    values = vars(config).items()
    return [(name, float(value)) for name, value in values if isinstance(value, (int, float)) and value > 0]


def _factor(a: Tensor, b: Tensor, close: float) -> float | None:
    """The factor from `a` to `b`; None where it does not explain all of `b`."""
    size = float((a * a).sum())
    if a.shape != b.shape or not math.isfinite(size) or size == 0.0:
        return None
    factor = float((a * b).sum()) / size
    return factor if bool((a * factor - b).abs().max() <= close * b.std()) else None


def _explains(cap: float, outputs: Tensor, logits: Tensor, close: float) -> bool:
    """Whether the logits are cap * tanh(outputs / cap)."""
    left = cap * torch.tanh(outputs / cap) - logits if outputs.shape == logits.shape else torch.tensor(math.nan)
    return bool(left.abs().max() <= close * logits.std())


def _cap(outputs: Tensor, logits: Tensor, close: float) -> float | None:
    """The cap that explains the logits, by halving; None where there is none."""
    where = int(outputs.abs().argmax())
    raw, capped = float(outputs.flatten()[where].abs()), float(logits.flatten()[where].abs())
    if outputs.shape != logits.shape or not 0.0 < capped < raw < math.inf:
        return None
    low, high = capped, 1e6 * raw
    for _ in range(_HALVINGS):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if middle * math.tanh(raw / middle) < capped else (low, middle)
    return high if _explains(high, outputs, logits, close) else None


def _stated(measured: float, config: Any, dtype: torch.dtype) -> float:
    """The factor as the configuration states it (itself or its inverse), where that is what was measured."""
    near = 1e-4 if dtype == torch.float32 else 2e-2
    known = [1.0, *(number for _, value in _numbers(config) for number in (value, 1.0 / value))]
    closest = min(known, key=lambda value: abs(value - measured))
    return closest if abs(closest - measured) <= near * abs(measured) else measured
