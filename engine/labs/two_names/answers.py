"""Who says Mary: what each head, MLP and bias adds to the logit difference of two names.

One forward with hooks keeps, at the last position, what enters and leaves each block and its parts. A head's write is
its slice of the output projection's input sent through that projection alone, less what the projection gives for
zeros; so it holds for any projection that is linear. A norm after it (Gemma 2, OLMo 2) is linear at its own scale, a
factor on what is added (Granite) is found from the block. What none of this explains is told as the rest.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from engine.capture.anatomy import Anatomy, Block
from engine.capture.norms import Readout, norm_of, readout
from engine.capture.placed import fitting
from engine.capture.recorder import Recorder, Want
from engine.capture.replay import final_norm
from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.two_names import knockout
from engine.labs.two_names.prompts import Asked, forbidden, read
from engine.labs.two_names.records import (
    AskNameKnockouts,
    AskNames,
    Names,
    NotNames,
)
from engine.records import F32
from engine.sentences import say

CLOSE = 1e-3  # of the largest amount: what rounding may leave between a part and its explanation
_CLOSE_IN_HALF = 2e-2  # the same in half precision, where each head's write is rounded to 8 bits


def answer(question: AskNames, bench: Workbench) -> Names | NotNames:
    """The shares of the logit difference of the intact model.

    Raises:
        InputRefused: a model without attention, or with a head of another form. Stopped: a person asked for an end.
    """
    began, anatomy = time.perf_counter(), bench.anatomy
    asked = read(question.sentence, question.answer, question.other, bench)
    if isinstance(asked, NotNames):
        return asked
    head = readout(anatomy)
    bench.session.cool()
    bench.progress(say("Measuring the contribution of every head"), 0, 1)
    watch = _Watch(anatomy)
    want = Want(resid=False, attn=True, logits="last")
    with ExitStack() as stack:
        watch.install(stack)
        recorder = stack.enter_context(Recorder(bench.model, anatomy, want, stop=bench.stop))
        captured = recorder.run(asked.ids)
    if captured.logits is None or captured.attn is None:
        raise InputRefused(say("This model returned no logits, so there is no logit difference. Choose another model."))
    logits = captured.logits[-1].cpu()
    never = forbidden(asked, logits, question.answer, question.other)
    if never is not None:
        return never
    probs = torch.softmax(logits, -1)
    last = watch.leaving[anatomy.n_layers - 1]
    along = ((head.direction(asked.answer) - head.direction(asked.other)) / head.norm.apart(last)).double()
    rows = [_shares(watch, layer, along) for layer in range(anatomy.n_layers)]
    capped = anatomy.logit_softcap is not None
    bench.progress(say("Measuring the contribution of every head"), 1, 1)
    return Names(
        asked.ids.numpy().astype(np.int32), asked.answer, asked.other, asked.answer_at, asked.other_at,
        _before_cap(anatomy, head, last, asked) if capped else float(logits[asked.answer] - logits[asked.other]),
        float(probs[asked.answer]), float(probs[asked.other]), int(logits.argmax()),
        float(watch.entering[0].double() @ along), np.stack([row[0] for row in rows]),
        np.array([row[1] for row in rows], np.float32), np.array([row[2] for row in rows], np.float32),
        np.array([row[3] for row in rows], np.float32),
        head.constant(asked.answer) - head.constant(asked.other), captured.attn[:, :, -1].numpy().copy(), capped,
        time.perf_counter() - began,
    )  # fmt: skip


def _before_cap(anatomy: Anatomy, head: Readout, last: Tensor, asked: Asked) -> float:
    """The model's own norm and unembedding on the last state, without the cap."""
    normed = final_norm(anatomy, last[None])[0].float().cpu()
    rows = head.weight[[asked.answer, asked.other]].float().cpu() @ normed  # [2]
    if head.bias is not None:
        rows = rows + head.bias[[asked.answer, asked.other]]
    return float(rows[0] - rows[1]) * head.logit_scale


def _shares(watch: _Watch, layer: int, along: Tensor) -> tuple[F32, float, float, float]:
    """What a layer's heads [H], its attention's constants, its MLP and the rest of the block add."""
    added = watch.leaving[layer] - watch.entering[layer]
    attention, mlp = watch.attention.get(layer), watch.mlp.get(layer)
    close = _close(watch.anatomy)
    factor = _factor(added, attention, mlp, close)
    heads, bias = _head_writes(watch, layer)

    def share(written: Tensor | None) -> float:
        return 0.0 if written is None else factor * float(written.double() @ along)

    shares = np.array([share(head) for head in heads], np.float32) if heads is not None else None
    if shares is None:
        shares = np.full(watch.anatomy.n_heads, np.nan, np.float32)
    of_bias, of_mlp = share(bias), share(mlp)
    rest = float(added.double() @ along) - float(np.nansum(shares.astype(np.float64))) - of_bias - of_mlp
    return shares, of_bias, of_mlp, rest


def _close(anatomy: Anatomy) -> float:
    return CLOSE if anatomy.dtype in (torch.float32, torch.float64) else _CLOSE_IN_HALF


def _factor(added: Tensor, attention: Tensor | None, mlp: Tensor | None, close: float) -> float:
    """What both parts are multiplied by before they are added; 1 where no factor explains the block."""
    if attention is None or mlp is None:
        return 1.0
    parts = (attention + mlp).double()
    factor = float((parts @ added.double()) / (parts @ parts).clamp_min(1e-30))
    explains = torch.allclose(parts * factor, added.double(), rtol=close, atol=close * float(added.abs().max()))
    return factor if explains and abs(factor - 1.0) > close else 1.0


def _head_writes(watch: _Watch, layer: int) -> tuple[Tensor | None, Tensor | None]:
    """[H, D] what each head adds and [D] what attention adds besides; None where they cannot be told apart."""
    anatomy, given = watch.anatomy, watch.mixed.get(layer)
    block, written = anatomy.blocks[layer], watch.attention.get(layer)
    if given is None or written is None or block.out_projection is None:
        return None, written
    heads, width = anatomy.n_heads, block.head_dim
    rows = torch.zeros(heads + 1, len(given))
    for head in range(heads):
        rows[head, head * width : (head + 1) * width] = given[head * width : (head + 1) * width]
    projected = _project(block.out_projection, rows)  # [H + 1, D]
    bias = projected[-1]
    parts = projected[:-1] - bias
    whole = parts.sum(0) + bias
    if _agree(whole, written, _close(anatomy)):
        return parts, bias
    return _after_norm(anatomy, block, parts, bias, whole, written)


def _after_norm(
    anatomy: Anatomy, block: Block, parts: Tensor, bias: Tensor, whole: Tensor, written: Tensor
) -> tuple[Tensor | None, Tensor | None]:
    """The same where a norm stands between the projection and the stream."""
    norm = norm_of(block.attention_write, anatomy.d_model)
    if norm is None:
        return None, written
    scale = norm.apart(whole)
    heads = norm.gain * norm.centred(parts) / scale
    constant = norm.gain * norm.centred(bias) / scale + norm.shift
    return (heads, constant) if _agree(heads.sum(0) + constant, written, _close(anatomy)) else (None, written)


def _agree(one: Tensor, other: Tensor, close: float) -> bool:
    return bool(torch.allclose(one, other, rtol=10 * close, atol=close * float(other.abs().max())))


def _project(module: nn.Module, rows: Tensor) -> Tensor:
    with torch.inference_mode():
        result: Tensor = module(fitting(rows, module))
    return result.float().cpu().clone()


class _Watch:
    """What entered and left each block and each part at the last position; float32 on the host."""

    def __init__(self, anatomy: Anatomy) -> None:
        self.anatomy = anatomy
        self.entering: dict[int, Tensor] = {}  # [D]
        self.leaving: dict[int, Tensor] = {}
        self.mixed: dict[int, Tensor] = {}  # [H * head_dim] all heads' outputs, before the output projection
        self.attention: dict[int, Tensor] = {}  # [D]
        self.mlp: dict[int, Tensor] = {}

    def install(self, stack: ExitStack) -> None:
        """Hooks on every block until `stack` closes."""
        for layer, block in enumerate(self.anatomy.blocks):
            for module, goal in ((block.module, self.entering), (block.out_projection, self.mixed)):
                if module is not None:
                    stack.callback(module.register_forward_pre_hook(_given(goal, layer), with_kwargs=True).remove)
            for module, goal in (
                (block.module, self.leaving), (block.attention_write, self.attention), (block.mlp_write, self.mlp),
            ):  # fmt: skip
                if module is not None:
                    stack.callback(module.register_forward_hook(_returned(goal, layer)).remove)


def _last(states: Tensor) -> Tensor:
    return states.detach().reshape(-1, states.shape[-1])[-1].float().cpu().clone()


def _given(goal: dict[int, Tensor], layer: int) -> Callable[[nn.Module, tuple[Any, ...], dict[str, Any]], None]:
    def hook(_module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        goal[layer] = _last(args[0] if args else kwargs["hidden_states"])

    return hook


def _returned(goal: dict[int, Tensor], layer: int) -> Callable[[nn.Module, tuple[Any, ...], Any], None]:
    def hook(_module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
        goal[layer] = _last(output if isinstance(output, Tensor) else output[0])

    return hook


ANSWERS = {AskNames: answer, AskNameKnockouts: knockout.answer}
