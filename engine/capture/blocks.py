"""Recognising the parts of a block from the calls that were observed in one forward (see `engine.capture.probe`)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from torch import Tensor, nn
from transformers import PreTrainedModel

from engine.capture.probe import Call, Probe, address, attention_weights


@dataclass(frozen=True)
class SeenBlock:
    """The parts of one block by name; None where a part was not recognised."""

    name: str
    returns: int | None = None
    attention: str | None = None
    weights_index: int = 1
    n_heads: int = 0
    head_dim: int = 0
    sinks: bool = False
    out_projection: str | None = None
    attention_write: str | None = None
    down_projection: str | None = None
    mlp_write: str | None = None
    d_mlp: int = 0
    experts: bool = False


def block_names(model: PreTrainedModel, seen: Probe) -> list[str]:
    """Names of the blocks in order: the entries, called in the forward, of the longest outermost module list."""
    called = {call.name for call in seen.calls}
    best: list[str] = []
    lists: list[str] = []
    for name, module in model.named_modules():
        if not isinstance(module, nn.ModuleList) or any(name.startswith(f"{outer}.") for outer in lists):
            continue
        lists.append(name)
        entries = [f"{name}.{index}" for index in range(len(module)) if f"{name}.{index}" in called]
        if len(entries) > len(best):
            best = entries
    return best


def state_width(seen: Probe, names: list[str]) -> int:
    """D, or 0 where the blocks do not hand on states of shape [1, t, D]."""
    widths = set()
    for name in names:
        call = seen.of(name)
        if call is None or call.first is None or call.result is None:
            return 0
        if call.first.dim() != 3 or call.first.shape != call.result.shape:
            return 0
        widths.add(int(call.first.shape[-1]))
    return widths.pop() if len(widths) == 1 else 0


def look_at_block(seen: Probe, name: str) -> SeenBlock:
    """Recognise what can be recognised in the block `name`."""
    whole = seen.of(name)
    if whole is None or whole.result is None:
        return SeenBlock(name)
    width = int(whole.result.shape[-1])
    calls = [call for call in seen.calls if call.inside(name)]
    returns = len(whole.output) if isinstance(whole.output, (tuple, list)) else None
    block = SeenBlock(name=name, returns=returns)
    attention = next((call for call in calls if attention_weights(call.output) is not None), None)
    if attention is not None:
        block = _with_attention(block, calls, attention, width)
        calls = [call for call in calls if not call.inside(_child(name, attention.name))]
    return _with_mlp(block, calls, width)


def _child(block: str, inner: str) -> str:
    """The direct child of `block` that `inner` lies in."""
    return f"{block}.{inner[len(block) + 1 :].split('.', maxsplit=1)[0]}"


def _with_attention(block: SeenBlock, calls: list[Call], attention: Call, width: int) -> SeenBlock:
    index = attention_weights(attention.output) or 0
    weights: Tensor = attention.output[index]
    heads = int(weights.shape[1])
    block = replace(
        block,
        attention=attention.name,
        weights_index=index,
        n_heads=heads,
        sinks=bool((weights.float().sum(-1) < 0.999).any()),
    )
    inside = [call for call in calls if call.inside(attention.name)]
    projection = next((call for call in reversed(inside) if _is_projection(call, width)), None)
    if projection is None or projection.first is None or projection.first.shape[-1] % heads:
        return block
    return replace(
        block,
        out_projection=projection.name,
        head_dim=int(projection.first.shape[-1]) // heads,
        attention_write=_written_by(calls, projection, width),
    )


def _with_mlp(block: SeenBlock, outside: list[Call], width: int) -> SeenBlock:
    """`outside` are the block's calls outside attention."""
    holder = next((call for call in outside if call.name != block.name and _has_experts(call.module)), None)
    if holder is not None:
        child = _child(block.name, holder.name)
        whole = next((call for call in outside if call.name == child), holder)
        return replace(block, experts=True, mlp_write=_written_by(outside, whole, width))
    projections = [call for call in outside if _is_projection(call, width)]
    mixers = {_child(block.name, call.name) for call in projections}
    if not projections or (block.attention is None and len(mixers) < 2):
        return block  # nothing, or one part only that mixes positions without attention
    down = projections[-1]
    if down.first is None:
        return block
    return replace(
        block,
        down_projection=down.name,
        d_mlp=int(down.first.shape[-1]),
        mlp_write=_written_by(outside, down, width),
    )


def _has_experts(module: nn.Module) -> bool:
    """Whether a module holds several experts: matrices stacked into one parameter, or a list of networks."""
    named = "expert" in type(module).__name__.lower()  # other mixers, too, have parameters of three axes
    stacked = named and any(parameter.dim() == 3 for parameter in module.parameters(recurse=False))
    listed = any(name == "experts" and isinstance(child, nn.ModuleList) for name, child in module.named_children())
    return listed or stacked


def _is_projection(call: Call, width: int) -> bool:
    """Whether a call is one matrix (nn.Linear, Conv1D of GPT-2, quantised ones) that writes the model width."""
    weight = getattr(call.module, "weight", None)
    if not isinstance(weight, Tensor) or isinstance(call.module, nn.Embedding) or any(call.module.children()):
        return False
    return weight.dim() == 2 and isinstance(call.output, Tensor) and call.output.shape[-1] == width


def _written_by(calls: list[Call], source: Call, width: int) -> str:
    """The module whose output is added to the states: `source`, or a norm that receives exactly its output."""
    for call in calls[calls.index(source) + 1 :]:
        receives = address(call.first) == address(source.result) and not source.inside(call.name)
        leaf = not any(call.module.children()) and getattr(call.module, "weight", None) is not None
        fits = isinstance(call.output, Tensor) and call.output.shape[-1] == width and not _is_projection(call, width)
        if receives and leaf and fits and address(call.output) != address(source.result):
            return call.name
    return source.name


def final_norm(seen: Probe, names: list[str]) -> str | None:
    """The module that receives exactly the last block's output, None where there is none."""
    last = seen.of(names[-1]) if names else None
    if last is None or last.result is None:
        return None
    for call in seen.calls[seen.calls.index(last) + 1 :]:
        same_shape = call.result is not None and call.result.shape == last.result.shape
        if same_shape and address(call.first) == address(last.result) and address(call.result) != address(last.result):
            return call.name if not any(call.module.children()) else None
    return None


def overwrites(seen: Probe, blocks: list[SeenBlock]) -> bool:
    """Whether a block's states, its attention weights or its neurons are written to in place after they were there."""
    captured: set[int | None] = set()
    for block in blocks:
        whole = seen.of(block.name)
        down = seen.of(block.down_projection) if block.down_projection else None
        attention = seen.of(block.attention) if block.attention else None
        if whole is not None:
            captured |= {address(whole.first), address(whole.result)}
        if down is not None:
            captured.add(address(down.first))
        if attention is not None:
            captured.add(address(attention.output[block.weights_index]))
    return bool(captured & seen.overwritten())


def reasons(blocks: list[SeenBlock], width: int) -> dict[str, str]:
    """quantity -> one sentence why it cannot be shown."""
    if not blocks or not width:
        sentence = "This model is not a chain of blocks that hand on one state per token, so it cannot be shown."
        return dict.fromkeys(("resid", "attn", "neurons", "heads", "replay"), sentence)
    found: dict[str, str] = {}
    without = [index for index, block in enumerate(blocks) if block.attention is None]
    uneven = len({block.n_heads for block in blocks}) > 1
    if without:
        found["attn"] = (
            f"{_which(without, len(blocks))} no attention weights: another mechanism mixes the positions there."
        )
    elif uneven:
        found["attn"] = "The blocks of this model have different numbers of heads, which one array cannot hold."
    if "attn" in found or any(block.out_projection is None for block in blocks):
        found["heads"] = found.get("attn", "The output of single heads could not be found in this model.")
    experts = [index for index, block in enumerate(blocks) if block.experts]
    unknown = [index for index, block in enumerate(blocks) if not block.experts and block.down_projection is None]
    if experts:
        found["neurons"] = (
            f"{_which(experts, len(blocks))} a mixture of experts: no one row of neurons serves every token."
        )
    elif unknown:
        found["neurons"] = f"{_which(unknown, len(blocks))} no feed-forward part of a known shape."
    elif len({block.d_mlp for block in blocks}) > 1:
        found["neurons"] = (
            "The blocks of this model have feed-forward parts of different widths, which one array cannot hold."
        )
    return found


def _which(indices: list[int], total: int) -> str:
    if len(indices) == total:
        return "The blocks of this model have"
    names = ", ".join(str(index) for index in indices[:8]) + (", …" if len(indices) > 8 else "")
    return f"Block{'s' if len(indices) > 1 else ''} {names} of this model {'have' if len(indices) > 1 else 'has'}"
