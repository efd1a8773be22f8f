"""Recognises where the parts of a model are, by its modules and by trial."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from engine.capture import blocks as looking
from engine.capture import step, trial
from engine.capture.anatomy import Anatomy, Block, PositionScheme
from engine.capture.attention import configurations, loaded_implementation
from engine.capture.placed import is_same, tensor_of
from engine.capture.probe import Call, Probe, embedding_weight, observe, probe_ids
from engine.capture.quirks import Agreement, attention_agreement
from engine.capture.readings import read_head
from engine.errors import ModelUnusable
from engine.sentences import say


def describe(model: PreTrainedModel) -> Anatomy:
    """Look at a model. Unknown shapes degrade: parts are None and `missing` says so; nothing is raised for them.

    Raises:
        ModelUnusable: what the model says of a token depends on those after it, so it cannot generate.
    """
    seen = observe(model)
    found = _recognised(model, seen)
    if "resid" in found.missing or not (reason := trial.replay_fails(model, found, seen)):
        return found
    return replace(found, missing={**found.missing, "replay": reason})


def _recognised(model: PreTrainedModel, seen: Probe) -> Anatomy:
    """The anatomy before blocks were tried by themselves."""
    names = looking.block_names(model, seen)
    width = looking.state_width(seen, names)
    seen_blocks = [looking.look_at_block(seen, name) for name in names]
    if not trial.continues_texts(model, seen, seen_blocks):
        raise ModelUnusable(
            say(
                "{kind} does not continue texts token by token: what it says of a token depends on those that "
                "follow, or it gives no logits for some. Choose a decoder-only language model.",
                kind=type(model).__name__,
            )
        )
    mixing = trial.mixing_heads(model, seen_blocks) if width else []
    seen_blocks = [replace(block, out_projection=None) if n in mixing else block for n, block in enumerate(seen_blocks)]
    missing = looking.reasons(seen_blocks, width, mixing)
    agreement = attention_agreement(model, seen, seen_blocks) if "attn" not in missing else None
    if agreement is not None and agreement.reason:
        missing["attn"] = agreement.reason
    first = next((block for block in seen_blocks if block.n_heads), None)
    config = model.config.get_text_config(decoder=True)
    heads = first.n_heads if first else 0
    norm = looking.final_norm(seen, names)
    last = [call for call in seen.calls if names and call.name == (norm or names[-1])]
    reading = read_head(model, seen, last[-1].result if last else None)
    return Anatomy(
        n_layers=len(names),
        n_heads=heads,
        n_kv_heads=_n_kv_heads(config, heads),
        head_dim=first.head_dim if first else 0,
        d_model=width,
        d_mlp=0 if "neurons" in missing or not seen_blocks else seen_blocks[0].d_mlp,
        vocab_size=0 if seen.logits is None else int(seen.logits.shape[-1]),
        position_scheme=_position_scheme(model, seen, names),
        tied=_tied(model),
        embedding_scale=_embedding_scale(model, seen, names),
        logit_softcap=reading.softcap,
        logit_scale=reading.scale,
        plain_head=reading.plain,
        caches=trial.caches(model, seen),
        sinks=any(block.sinks for block in seen_blocks),
        attention_as_loaded=loaded_implementation(model),
        attention_with_weights=step.NAME if "attn" not in missing and _may_step(model, agreement) else "eager",
        missing=missing,
        blocks=tuple(_block(model, block) for block in seen_blocks),
        final_norm=_module(model, norm),
        embedding=model.get_input_embeddings(),
        position_table=_module(model, _position_table(model, seen, names)),
        unembedding=model.get_output_embeddings(),
        configs=configurations(model),
        zero_alibi=agreement is not None and agreement.zero_alibi,
        overwrites=looking.overwrites(seen, seen_blocks),
    )


def _may_step(model: PreTrainedModel, agreement: Agreement | None) -> bool:
    mended = agreement is not None and agreement.zero_alibi
    return not mended and step.step_agrees(model)


def _module(model: nn.Module, name: str | None) -> nn.Module | None:
    return None if name is None else model.get_submodule(name)


def _block(model: nn.Module, seen: looking.SeenBlock) -> Block:
    return Block(
        module=model.get_submodule(seen.name),
        returns=seen.returns,
        attention=_module(model, seen.attention),
        weights_index=seen.weights_index,
        out_projection=_module(model, seen.out_projection),
        head_dim=seen.head_dim,
        attention_write=_module(model, seen.attention_write),
        down_projection=_module(model, seen.down_projection),
        mlp_write=_module(model, seen.mlp_write),
    )


def _n_kv_heads(config: Any, heads: int) -> int:
    if getattr(config, "multi_query", False) and not getattr(config, "new_decoder_architecture", False):
        return 1
    for name in ("num_key_value_heads", "num_kv_heads"):
        value = getattr(config, name, None)
        if isinstance(value, int) and value > 0:
            return min(value, heads) if heads else value
    return heads


def _tied(model: PreTrainedModel) -> bool:
    return is_same(model.get_output_embeddings(), model.get_input_embeddings())


def _before_blocks(seen: Probe, names: list[str]) -> list[Call]:
    """The calls that end before the first block's first part is called."""
    for index, call in enumerate(seen.calls):
        if names and call.inside(names[0]):
            return seen.calls[:index]
    return []


def _position_table(model: PreTrainedModel, seen: Probe, names: list[str]) -> str | None:
    """The table, other than the tokens', of which the probe takes as many rows in a row as it has tokens."""
    embedding, given = model.get_input_embeddings(), int(probe_ids(model)[0, 0])
    for call in _before_blocks(seen, names):
        rows = call.result
        if not isinstance(call.module, nn.Embedding) or call.module is embedding or rows is None or rows.dim() < 2:
            continue
        weight, taken = tensor_of(call.module), rows.reshape(-1, rows.shape[-1])  # [t, D]
        if weight is None:
            continue
        taken = taken.to(weight.device)
        begins = (weight == taken[0]).all(-1).nonzero().flatten().tolist() if rows.shape[-1] == weight.shape[1] else []
        if any(torch.equal(weight[start : start + len(taken)], taken) for start in begins if start != given):
            return call.name
    return None


def _position_scheme(model: PreTrainedModel, seen: Probe, names: list[str]) -> PositionScheme:
    if _position_table(model, seen, names) is not None:
        return "learned"
    first = seen.of(names[0]) if names else None
    if first is not None and any(isinstance(first.kwargs.get(name), Tensor) for name in ("alibi", "position_bias")):
        return "alibi"
    rotary = any("rotary" in type(call.module).__name__.lower() for call in seen.calls)
    if rotary or any(getattr(call.module, "rotary_dim", None) for call in seen.calls):
        return "rotary"
    return "other"


def _embedding_scale(model: PreTrainedModel, seen: Probe, names: list[str]) -> float:
    """The factor between the embedding's rows and block 0's input; 1.0 where they are not proportional."""
    first = seen.of(names[0]) if names else None
    embedded = next((call for call in seen.calls if call.module is model.get_input_embeddings()), None)
    if first is None or first.first is None or embedded is None or not embedded.args:
        return 1.0
    weight = embedding_weight(model)
    rows = weight[embedded.args[0][0].to(weight.device)].float()  # [N_PROBE, D]
    entering = first.first[0].float().to(rows.device)
    if rows.shape != entering.shape:
        return 1.0
    scale = float((rows * entering).sum() / (rows * rows).sum())
    return scale if bool(torch.allclose(rows * scale, entering, rtol=1e-2, atol=1e-4)) else 1.0
