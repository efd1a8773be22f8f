"""Recognising the parts of a block from the calls that were observed in one forward (see `engine.capture.probe`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from engine.capture.probe import N_PROBE, UNFIT, Call, Probe, address, attention_weights
from engine.sentences import say
from engine.shortage import pass_on


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
    several: bool = False  # attentions: which is then not looked into


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
    """D, or 0 where the blocks do not hand on states of shape [1, t, D] from one to the next, each running once."""
    widths = set()
    handed: Tensor | None = None
    for name in names:
        calls = [call for call in seen.calls if call.name == name]
        given, result = calls[0].first, calls[0].result
        if len(calls) != 1 or given is None or result is None or given.shape != result.shape:
            return 0
        if given.dim() != 3 or tuple(given.shape[:2]) != (1, N_PROBE):
            return 0
        if handed is not None and not _same(given, handed):
            return 0
        handed = result
        widths.add(int(given.shape[-1]))
    return widths.pop() if len(widths) == 1 else 0


def _same(a: Tensor, b: Tensor) -> bool:
    """Whether two states are the same numbers, wherever they lie. Not-a-number is the same as itself."""
    return a.shape == b.shape and torch.equal(a.cpu().nan_to_num(), b.cpu().nan_to_num())


def look_at_block(seen: Probe, name: str) -> SeenBlock:
    """Recognise what can be recognised in the block `name`."""
    whole = seen.of(name)
    if whole is None or whole.result is None:
        return SeenBlock(name)
    width = int(whole.result.shape[-1])
    calls = [call for call in seen.calls if call.inside(name)]
    returns = len(whole.output) if isinstance(whole.output, (tuple, list)) else None
    block = SeenBlock(name=name, returns=returns)
    attentive = [call for call in calls if attention_weights(call.output) is not None]
    for attention in attentive:
        calls = [call for call in calls if not call.inside(_child(name, attention.name))]
    if attentive:
        whole_block = [call for call in seen.calls if call.inside(name)]
        several = any(not attentive[0].inside(each.name) for each in attentive[1:])
        block = replace(block, several=True) if several else _with_attention(block, whole_block, attentive[0], width)
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
        sinks=bool((weights.float().sum(-1) < (0.999 if weights.dtype == torch.float32 else 0.99)).any()),
    )
    projection = _out_projection(calls, attention, width)
    if projection is None or projection.first is None or projection.first.shape[-1] % heads:
        return block
    return replace(
        block,
        out_projection=projection.name,
        head_dim=int(projection.first.shape[-1]) // heads,
        attention_write=_written_by(calls, projection, width),
    )


def _out_projection(calls: list[Call], attention: Call, width: int) -> Call | None:
    """The last matrix in the attention module that does not read its input, or the one after it that reads its result.

    The first rule leaves out queries, keys and values, which are all there is where the module ends with the heads'
    outputs (BERT's kind).
    """
    inside = [call for call in calls if call.inside(attention.name) and _is_projection(call, width)]
    own = [call for call in inside if call.first is None or address(call.first) != address(attention.first)]
    if own:
        return own[-1]
    after = calls[calls.index(attention) + 1 :]
    reads = (call for call in after if address(call.first) == address(attention.result))
    return next((call for call in reads if _is_projection(call, width)), None)


def _with_mlp(block: SeenBlock, outside: list[Call], width: int) -> SeenBlock:
    """`outside` are the block's calls outside attention."""
    holder = next((call for call in outside if call.name != block.name and _has_experts(call.module)), None)
    if holder is not None:
        return replace(block, experts=True, mlp_write=_written_by_experts(block, outside, holder, width))
    projections = _unmixed(block, outside, [call for call in outside if _is_projection(call, width)])
    wide = [call for call in projections if call.first is not None and call.first.shape[-1] >= width]
    # a narrow one beside a wide one is a side path: an adapter, an input per layer
    down = next(reversed(wide or projections), None)
    if down is None or down.first is None:
        return block
    return replace(
        block,
        down_projection=down.name,
        d_mlp=int(down.first.shape[-1]),
        mlp_write=_written_by(outside, down, width),
    )


def _unmixed(block: SeenBlock, outside: list[Call], projections: list[Call]) -> list[Call]:
    """Without the projections of parts that mix positions, such as a recurrence. Asked only where there are several."""
    parts = {name: _parent(outside, block.name, name) for name in {call.name for call in projections}}
    if block.attention is not None and len({id(part) for part in parts.values()}) < 2:
        return projections
    mixing = {id(part): _mixes_positions(part) for part in parts.values() if part is not None}
    return [call for call in projections if not mixing.get(id(parts[call.name]), False)]


def _parent(calls: Sequence[Call], block: str, name: str) -> Call | None:
    """The call of the module that holds `name`, None where that is the block itself."""
    parent = name.rpartition(".")[0]
    return None if parent == block else next((call for call in calls if call.name == parent), None)


def _mixes_positions(part: Call) -> bool:
    """Whether a part's output at one position depends on others: it is run again on its input backwards."""

    def backwards(value: Any) -> Any:
        along = isinstance(value, Tensor) and value.dim() >= 2 and tuple(value.shape[:2]) == (1, N_PROBE)
        return value.flip(1) if along else value

    if part.result is None:
        return True
    try:
        with torch.no_grad():
            given = {name: backwards(value) for name, value in part.kwargs.items()}
            again: Any = part.module(*(backwards(value) for value in part.args), **given)
        result = again[0] if isinstance(again, (tuple, list)) else again
        apart = (backwards(result) - part.result).float().abs().max()
    except UNFIT as error:  # whatever it needs that a second run does not have, it is no plain feed-forward part
        pass_on(error)
        return True
    return not bool(apart <= 0.02 * part.result.float().abs().max())


def _written_by_experts(block: SeenBlock, outside: list[Call], holder: Call, width: int) -> str | None:
    """What a block's feed-forward part adds, where it has experts; None where it is added in several pieces.

    Beside the part that holds the experts there may be another that serves every token. Where the two are summed
    before one norm, that norm's output is what is added.
    """
    child = _child(block.name, holder.name)
    whole = next((call for call in outside if call.name == child), holder)
    beside = [call for call in outside if _is_projection(call, width) and not call.inside(child)]
    wide = [call for call in beside if call.first is not None and call.first.shape[-1] >= width]
    if not wide:
        return _written_by(outside, whole, width)
    known = {address(call.result) for call in outside if call.name != block.name}
    later = outside[max(outside.index(whole), *(outside.index(call) for call in wide)) + 1 :]
    for call in later:
        if _is_norm(call, width) and address(call.first) not in known:
            return call.name
    return None


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
        if receives and _is_norm(call, width) and address(call.output) != address(source.result):
            return call.name
    return source.name


def _is_norm(call: Call, width: int) -> bool:
    """Whether a call is of a module without parts that has a weight, gives the model width and is no matrix."""
    leaf = not any(call.module.children()) and getattr(call.module, "weight", None) is not None
    fits = isinstance(call.output, Tensor) and call.output.shape[-1] == width
    return leaf and fits and not _is_projection(call, width)


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


def reasons(blocks: list[SeenBlock], width: int, mixing: Sequence[int] = ()) -> dict[str, str]:
    """quantity -> one sentence why it cannot be shown. `mixing` are the blocks whose heads are combined."""
    if not blocks or not width:
        sentence = say(
            "This model cannot be shown: Orrery needs a decoder made of layers that pass on one hidden state "
            "per token. Choose a decoder-only language model."
        )
        return dict.fromkeys(("resid", "attn", "neurons", "heads", "replay"), sentence)
    found: dict[str, str] = {}
    without = [index for index, block in enumerate(blocks) if block.attention is None]
    uneven = len({block.n_heads for block in blocks}) > 1
    several = [index for index, block in enumerate(blocks) if block.several]
    if several:
        found["attn"] = say(
            "{layers} several attentions each, and Orrery shows one for each layer.",
            layers=_which(several, len(blocks)),
        )
    elif without:
        found["attn"] = say(
            "{layers} no attention weights that could be read: something else mixes the positions there, or "
            "their attention is of an unknown form.",
            layers=_which(without, len(blocks)),
        )
    elif uneven:
        found["attn"] = say(
            "Attention is not shown for this model: its layers have different numbers of heads, and Orrery "
            "needs the same number in every layer. The other views still work."
        )
    if mixing:
        found["heads"] = say(
            "{layers} heads that are combined with one another before they are projected: none can be told apart "
            "or switched off.",
            layers=_which(mixing, len(blocks)),
        )
    elif "attn" in found or any(block.out_projection is None for block in blocks):
        found["heads"] = found.get("attn", say("The output of single heads could not be found in this model."))
    experts = [index for index, block in enumerate(blocks) if block.experts]
    unknown = [index for index, block in enumerate(blocks) if not block.experts and block.down_projection is None]
    if experts:
        found["neurons"] = say(
            "{layers} a mixture of experts: no one row of neurons serves every token.",
            layers=_which(experts, len(blocks)),
        )
    elif unknown:
        found["neurons"] = say(
            "{layers} an MLP of a form that Orrery does not recognise.", layers=_which(unknown, len(blocks))
        )
    elif len({block.d_mlp for block in blocks}) > 1:
        found["neurons"] = say(
            "Neurons are not shown for this model: its layers have different numbers of them, and Orrery "
            "needs the same number in every layer. The other views still work."
        )
    return found


def _which(indices: Sequence[int], total: int) -> str:
    if len(indices) == total:
        return say("The layers of this model have")
    names = ", ".join(str(index) for index in indices[:8]) + (", …" if len(indices) > 8 else "")
    if len(indices) == 1:
        return say("Layer {layer} of this model has", layer=names)
    return say("Layers {layers} of this model have", layers=names)
