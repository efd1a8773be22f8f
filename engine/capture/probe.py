"""One forward of four tokens with a hook on every module, to see what a model does instead of knowing its name.

Each module call is kept with its inputs and outputs. As all tensors stay alive until the analysis is over, equal
addresses mean the same tensor: so it is seen which module the last block's output goes into (the final norm), whether
a norm receives the bare output of a sublayer before it is added (post-norm families), and so on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from engine.capture.attention import configurations, implementation
from engine.capture.placed import device_of, tensor_of
from engine.errors import ModelUnusable
from engine.libraries.torch_inside import writes
from engine.sentences import say

N_PROBE = 4  # tokens; the fewest in which a wrong mask, window or ALiBi slope shows
_HALF = 0.15  # of the spread: root mean square of what two ways of one computation may differ by in half precision
# What a part raises that is run in a way it was not made for.
UNFIT = (LookupError, TypeError, RuntimeError, ValueError, AttributeError, AssertionError)


@dataclass(frozen=True, eq=False)
class Call:
    """One call of one module, in the order in which calls end (a parent's after its children's)."""

    name: str
    module: nn.Module
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    output: Any

    @property
    def first(self) -> Tensor | None:
        """The hidden states given to the module."""
        value = self.args[0] if self.args else self.kwargs.get("hidden_states")
        return value if isinstance(value, Tensor) else None

    @property
    def result(self) -> Tensor | None:
        """The hidden states it returned."""
        value = self.output[0] if isinstance(self.output, (tuple, list)) and self.output else self.output
        return value if isinstance(value, Tensor) else None

    def inside(self, name: str) -> bool:
        """Whether the module is `name` or lies within it."""
        return self.name == name or self.name.startswith(f"{name}.")


@dataclass
class Probe:
    """What was seen: the calls in order of their ends, and the logits."""

    calls: list[Call] = field(default_factory=list)
    logits: Tensor | None = None  # [N_PROBE, V]
    versions: list[tuple[Tensor, int]] = field(default_factory=list)  # tensors with their count of writes when seen

    def of(self, name: str) -> Call | None:
        """The first call of the module with this name."""
        return next((call for call in self.calls if call.name == name), None)

    def overwritten(self) -> set[int]:
        """Addresses of tensors that were written to in place after a module had received or returned them."""
        return {tensor.data_ptr() for tensor, version in self.versions if writes(tensor) != version}


def embedding_weight(model: PreTrainedModel) -> Tensor:
    """[V, D] the token embedding's rows."""
    weight = tensor_of(model.get_input_embeddings())
    if weight is None:
        raise ModelUnusable(say("This model's token embedding has no rows of its own to read: choose another model."))
    return weight


def probe_ids(model: PreTrainedModel, count: int = N_PROBE) -> Tensor:
    """[1, count] different ordinary token ids on the model's input device."""
    embedding: Any = model.get_input_embeddings()
    size = int(embedding.weight.shape[0])
    return torch.arange(size // 3, size // 3 + count, device=device_of(embedding))[None] % size


def observe(model: PreTrainedModel) -> Probe:
    """Run the probe under eager attention with every call kept. Hooks are gone afterwards, whatever happens."""
    seen = Probe()
    handles = []

    def watch(name: str, module: nn.Module) -> None:
        def keep(module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any], output: Any) -> None:
            seen.calls.append(Call(name, module, args, dict(kwargs), output))
            values = (*args, *kwargs.values(), *(output if isinstance(output, (tuple, list)) else (output,)))
            seen.versions.extend((value, writes(value)) for value in values if isinstance(value, Tensor))

        handles.append(module.register_forward_hook(keep, with_kwargs=True))

    try:
        for name, module in model.named_modules():
            watch(name, module)
        seen.logits = plain_logits(model, "eager")
    finally:
        for handle in handles:
            handle.remove()
    return seen


def plain_logits(model: PreTrainedModel, attention: str | None, count: int = N_PROBE) -> Tensor:
    """[count, V] logits of the probe tokens with the named attention implementation (None: as loaded)."""
    with torch.no_grad(), implementation(configurations(model), attention):
        output = model(input_ids=probe_ids(model, count), use_cache=False, return_dict=True)
    logits: Tensor = output.logits[0]
    return logits.float()


def alike(a: Tensor, b: Tensor, dtype: torch.dtype, exact: float) -> bool:
    """Whether two sets of numbers are one computation's. Not-a-number agrees with anything.

    In float32 none may differ by more than `exact` of their spread. In half precision the rounding of some thirty
    blocks moves single logits by a fifth of it and all by a twentieth (root mean square), another computation all by a
    third and more; so there the mean is looked at.
    """
    if a.shape != b.shape:
        return False
    apart, finite = difference(a.to(b.device), b).float(), b[b.isfinite()].float()
    spread = finite.std() if finite.numel() > 1 else b.new_tensor(torch.nan)
    if dtype == torch.float32 or dtype == torch.float64:
        return not bool(apart.abs().max() > exact * spread)
    return not bool(apart.pow(2).mean().sqrt() > _HALF * spread)


def difference(a: Tensor, b: Tensor) -> Tensor:
    """a - b, and 0 where the two are the same: also -inf, the logit of a token that the model forbids."""
    return torch.where(a == b, torch.zeros((), dtype=a.dtype, device=a.device), a - b)


def address(value: Tensor | None) -> int | None:
    """Where a tensor's data lie: the same for a tensor and its plain aliases."""
    return None if value is None else value.data_ptr()


def attention_weights(output: Any) -> int | None:
    """The index in a module's output at which attention weights [1, H, N_PROBE, N_PROBE] stand, None where nowhere."""
    if not isinstance(output, (tuple, list)):
        return None
    for index, value in enumerate(output):
        if (
            isinstance(value, Tensor)
            and value.dim() == 4
            and tuple(value.shape[2:]) == (N_PROBE, N_PROBE)
            and value.shape[0] == 1
        ):
            sums = value.float().sum(-1)
            if bool((value >= 0).all()) and bool((sums <= 1.01).all()):
                return index
    return None
