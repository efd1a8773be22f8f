"""Running part of a model from stored states: one block, the blocks from l on, or the head alone.

The model's own forward prepares masks, positions and rotary tables as always; the blocks that are not to run hand on
what they get, the first of them the stored states, and the forward is ended after the last block that is wanted. So a
block meets exactly what it meets in a whole forward, whatever the family. Attention of a long text is replayed in
chunks of query rows against a cache, with keys of width one standing in for the blocks that do not run, so that no
array of H * T * T is formed unless it is asked for.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Literal

import torch
from torch import Tensor, nn
from transformers import Cache, PreTrainedModel

from engine.capture.anatomy import Anatomy
from engine.capture.cache import key_cache
from engine.capture.effects import Means
from engine.capture.placed import fitting
from engine.capture.recorder import Captured, Enough, Recorder, Want
from engine.errors import InputRefused
from engine.libraries.transformers_inside import take_layers_below
from engine.records import Plan
from engine.sentences import say

CHUNK_BYTES = 64 * 2**20  # of attention weights formed at once
Quantity = Literal["attn", "neurons"]


@contextmanager
def detour(anatomy: Anatomy, states: Tensor, first: int, last: int, cache: Cache | None) -> Iterator[None]:
    """Blocks below `first` are passed over, block `first` receives `states` [B, t, D], and nothing runs after `last`.

    With `first` = L all blocks are passed over and the head receives `states`.
    """
    with ExitStack() as stack:
        for index in range(first):
            stack.enter_context(_passed_over(anatomy, index, states if index == 0 else None, cache))
        if first == 0:
            stack.callback(
                anatomy.blocks[0]
                .module.register_forward_pre_hook(_given(states), prepend=True, with_kwargs=True)
                .remove
            )
        if last < anatomy.n_layers - 1:

            def enough(_module: nn.Module, _args: tuple[Any, ...], _output: Any) -> None:
                raise Enough

            stack.callback(anatomy.blocks[last].module.register_forward_hook(enough).remove)
        yield


def _given(states: Tensor) -> Callable[..., tuple[tuple[Any, ...], dict[str, Any]]]:
    def hook(
        _module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[tuple[Any, ...], dict[str, Any]]:
        if args:
            return (states, *args[1:]), kwargs
        return args, {**kwargs, "hidden_states": states}

    return hook


@contextmanager
def _passed_over(anatomy: Anatomy, index: int, states: Tensor | None, cache: Cache | None) -> Iterator[None]:
    """Block `index` hands on what it gets (or `states`), and marks its place in the cache."""
    block = anatomy.blocks[index]

    def hand_on(*args: Any, **kwargs: Any) -> Any:
        handed = states if states is not None else (args[0] if args else kwargs["hidden_states"])
        if cache is not None:
            _mark(cache, index, handed)
        return handed if block.returns is None else (handed, *([None] * (block.returns - 1)))

    own = block.module.__dict__.get("forward")  # set where accelerate moves the block between devices
    block.module.forward = hand_on
    try:
        yield
    finally:
        if own is None:
            del block.module.forward
        else:
            block.module.forward = own


def _mark(cache: Cache, index: int, like: Tensor) -> None:
    """Let the cache count rows for a block that does not run, with keys and values of one number each."""
    empty = like.new_zeros(like.shape[0], 1, like.shape[1], 1)
    cache.update(empty, empty, index)


def replay_block(
    model: PreTrainedModel,
    anatomy: Anatomy,
    layer: int,
    states: Tensor,
    want: tuple[Quantity, ...] = ("attn", "neurons"),
    *,
    rows: slice | None = None,
    heads: tuple[int, ...] | None = None,
    plan: Plan | None = None,
    means: Means | None = None,
    stop: Callable[[], bool] | None = None,
    token_ids: Tensor | None = None,
    chunk_bytes: int = CHUNK_BYTES,
) -> dict[Quantity, Tensor]:
    """Compute again, from `resid[:, layer]` [T, D], what block `layer` did.

    Returns: "attn" [h, r, T] and "neurons" [r, M], float32 on the host, for the asked heads (all) and query rows (all).

    Raises:
        InputRefused: the model has no such layer, head or quantity. Stopped: `stop` said so.
    """
    _check(anatomy, layer, states)
    for quantity in (*want, "replay"):
        if quantity in anatomy.missing:
            raise InputRefused(anatomy.missing[quantity])
    chosen = tuple(range(anatomy.n_heads)) if heads is None else heads
    if "attn" in want and any(not 0 <= head < anatomy.n_heads for head in chosen):
        raise InputRefused(
            say(
                "There is no head {most}: each layer of this model has 0 to {last}.",
                most=max(chosen),
                last=anatomy.n_heads - 1,
            )
        )
    length = states.shape[0]
    begin, end, _ = (rows or slice(None)).indices(length)
    found = _empty(anatomy, want, len(chosen), max(0, end - begin), length)
    step = length if "attn" not in want else max(1, chunk_bytes // (4 * max(1, anatomy.n_heads) * length))
    cache = key_cache(model) if anatomy.caches else None
    if cache is None:
        step = length
    for low, high in _chunks(begin, end, step, cache is not None):
        wanted = high > begin
        part = Want(resid=False, attn="attn" in want and wanted, neurons="neurons" in want and wanted, logits="none")
        with Recorder(model, anatomy, part, plan=plan, means=means, stop=stop, first=layer, last=layer) as recorder:
            got = _run(recorder, states[low:high], low, layer, layer, cache, token_ids)
        _put(found, got, chosen, low, high, begin, end)
    return found


def _empty(
    anatomy: Anatomy, want: tuple[Quantity, ...], n_heads: int, n_rows: int, length: int
) -> dict[Quantity, Tensor]:
    found: dict[Quantity, Tensor] = {}
    if "attn" in want:
        found["attn"] = torch.zeros(n_heads, n_rows, length)
    if "neurons" in want:
        found["neurons"] = torch.empty(n_rows, anatomy.d_mlp)
    return found


def _chunks(begin: int, end: int, step: int, cached: bool) -> Iterator[tuple[int, int]]:
    """Row ranges to run: those before `begin` at once (only their keys are needed), then `step` rows at a time."""
    if not cached:
        if end > begin:
            yield 0, end
        return
    if begin and end > begin:
        yield 0, begin
    for low in range(begin, end, step):
        yield low, min(low + step, end)


def _put(
    found: dict[Quantity, Tensor], got: Captured, heads: tuple[int, ...], low: int, high: int, begin: int, end: int
) -> None:
    """Copy a chunk's rows low..high-1 to their place in the result, whose first row is `begin`."""
    skipped = max(0, begin - low)
    goal = slice(max(low, begin) - begin, high - begin)
    if got.attn is not None:
        found["attn"][:, goal, :high] = got.attn[0, list(heads), skipped:]
    if got.neurons is not None:
        found["neurons"][goal] = got.neurons[skipped:, 0]


def _run(
    recorder: Recorder, states: Tensor, low: int, first: int, last: int, cache: Cache | None, token_ids: Tensor | None
) -> Captured:
    """One recorded forward in which only blocks first..last run, on `states` [t, D] of positions low.. on."""
    anatomy = recorder.anatomy
    given = states.to(device=anatomy.device, dtype=anatomy.dtype)[None]  # [1, t, D]
    count = states.shape[0]
    ids = torch.zeros(count, dtype=torch.long) if token_ids is None else token_ids[low : low + count]
    with torch.inference_mode(), detour(anatomy, given, first, last, cache):
        captured = recorder.run(ids, cache)
        if cache is not None:
            for index in range(last + 1, anatomy.n_layers):
                _mark(cache, index, given)
    return captured


def resume(
    model: PreTrainedModel,
    anatomy: Anatomy,
    layer: int,
    states: Tensor,
    want: Want = Want(),  # noqa: B008 - frozen
    *,
    plan: Plan | None = None,
    means: Means | None = None,
    stop: Callable[[], bool] | None = None,
    below: Cache | None = None,
    token_ids: Tensor | None = None,
) -> Captured:
    """Run blocks layer..L-1 and the head from `resid[:, layer]` [T, D], as after an intervention there or above.

    The result's layer axis begins at `layer` (`first`). With `below`, the intact run's cache of exactly these T
    positions, the result holds a cache to generate from: blocks below `layer` as in `below`, the others as they came
    (none for models of which a block keeps another state than keys and values).

    Raises:
        InputRefused: no such layer, a plan that changes a block below it, or a quantity the model lacks.
        Stopped: `stop` said so.
    """
    _check(anatomy, layer, states, head=True)
    lowest = plan.lowest_layer if plan is not None else None
    if lowest is not None and lowest < layer:
        raise InputRefused(
            say(
                "The interventions change layer {lowest}, so the run must be recomputed from there, not from "
                "layer {layer}.",
                lowest=lowest,
                layer=layer,
            )
        )
    if below is not None and below.get_seq_length() != states.shape[0]:
        raise InputRefused(
            say(
                "Orrery lost track of this run (an internal error). Run the prompt again. To be reported: "
                "{cached} positions cached, {given} states given.",
                cached=below.get_seq_length(),
                given=states.shape[0],
            )
        )
    cache = key_cache(model) if below is not None and anatomy.caches else None
    last = anatomy.n_layers - 1
    part = want if layer < anatomy.n_layers else Want(resid=False, logits=want.logits)  # only the head runs
    with Recorder(model, anatomy, part, plan=plan, means=means, stop=stop, first=layer) as recorder:
        captured = _run(recorder, states, 0, layer, last, cache, token_ids)
    if want.resid and captured.resid is None:
        captured = dataclasses.replace(captured, resid=states[:, None].float().cpu().clone())
    if cache is not None and below is not None:
        take_layers_below(cache, below, layer)
    return captured


def unembed(model: PreTrainedModel, anatomy: Anatomy, states: Tensor) -> Tensor:
    """[n, V] float32 logits of states [n, D] before the final norm: the model's norm, projection, bias, scale and cap.

    Each state is run as a text of one token, so nothing grows with n squared. On the model's device.

    Raises:
        InputRefused: the states have another width than the model.
    """
    _check(anatomy, 0, states)
    given = states.to(device=anatomy.device, dtype=anatomy.dtype)[:, None]  # [n, 1, D]
    ids = torch.zeros(len(states), 1, dtype=torch.long, device=anatomy.device)
    with torch.inference_mode(), detour(anatomy, given, anatomy.n_layers, anatomy.n_layers - 1, None):
        output = model(input_ids=ids, use_cache=False, return_dict=True)
        logits: Tensor = output.logits[:, 0]
        return logits.float()


def final_norm(anatomy: Anatomy, states: Tensor) -> Tensor:
    """[n, D] states after the final norm; the states themselves where the model has none."""
    if anatomy.final_norm is None:
        return states
    given = fitting(states, anatomy.final_norm)
    with torch.inference_mode():
        result: Tensor = anatomy.final_norm(given)
    return result


def _check(anatomy: Anatomy, layer: int, states: Tensor, *, head: bool = False) -> None:
    if "replay" in anatomy.missing:
        raise InputRefused(anatomy.missing["replay"])
    top = anatomy.n_layers if head else anatomy.n_layers - 1
    if not 0 <= layer <= top:
        raise InputRefused(
            say("There is no layer {layer}: this model has layers 0 to {last}.", layer=layer, last=anatomy.n_layers - 1)
        )
    if states.dim() != 2 or states.shape[-1] != anatomy.d_model or not len(states):
        raise InputRefused(
            say(
                "States of shape [T, {d_model}] were expected, but {shape} was met.",
                d_model=anatomy.d_model,
                shape=list(states.shape),
            )
        )
