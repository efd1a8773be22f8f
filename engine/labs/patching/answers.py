"""Where something is decided: activations of one run put into another, place by place.

A state at (row of `resid`, position) is put in by resuming at that block from the other run's states, a whole row of
positions as one batch; what leaves the last block, by a hook on it. What attention or an MLP writes is put in by a
hook, batch row b changing position b alone; a window puts in several layers at once and begins at its lowest.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from engine.capture.edits import edit_output
from engine.capture.many import run_rows
from engine.errors import InputRefused, Stopped
from engine.generation.prompt import encode
from engine.labkit.subject import require, token_of
from engine.labkit.workbench import Workbench
from engine.labs.patching.records import (
    PARTS,
    AskPatching,
    AskTracing,
    Part,
    Picture,
)
from engine.sentences import say

TOKENS_AT_ONCE = 2048


def patch(question: AskPatching, bench: Workbench) -> Picture:
    """Places x positions of the recovered share of the logit difference.

    Raises:
        InputRefused: prompts of different lengths, equal ones, a part the model lacks. Stopped: a person said so.
    """
    began = time.perf_counter()
    runner = _Runner(bench, question.part)
    a, b = (runner.ids_of(prompt) for prompt in (question.a, question.b))
    differs = _compared(bench, a, b)
    clean, spoiled = runner.record(a[None]), runner.record(b[None])
    answers = [
        token_of(bench.tokenizer, typed, bench.anatomy.vocab_size, kept.logits[0])
        if typed else int(kept.logits[0].argmax())
        for typed, kept in ((question.answer_a, clean), (question.answer_b, spoiled))
    ]  # fmt: skip
    if answers[0] == answers[1]:
        raise InputRefused(
            say("Both answers are the same token, so there is no difference to recover. Name two others.")
        )
    difference = _difference(*answers)
    at_a, at_b = float(difference(clean.logits)[0]), float(difference(spoiled.logits)[0])
    if abs(at_a - at_b) < 1e-6:
        raise InputRefused(
            say("Both prompts have the same logit difference, so there is nothing to recover. Name other answers.")
        )
    places, count = runner.n_places, len(a)
    values = np.full((places, count), np.nan, np.float32)
    first = int(differs[0])
    for place in range(places):
        bench.progress(say("Patching layer by layer"), place, places)
        found = runner.put_in(clean, spoiled, place, (place,), range(first, count), difference)
        values[place, first:] = (found[:, 0] - at_b) / (at_a - at_b)
    bench.progress(say("Patching layer by layer"), places, places)
    return Picture(
        "patching", question.part, b.numpy().astype(np.int32), a.numpy().astype(np.int32), differs, values, answers[0],
        answers[1], at_a, at_b, 1, 1, time.perf_counter() - began,
    )  # fmt: skip


def _difference(one: int, other: int) -> Callable[[Tensor], Tensor]:
    return lambda logits: logits[:, one] - logits[:, other]


def _compared(bench: Workbench, a: Tensor, b: Tensor) -> Any:
    if len(a) != len(b):
        raise InputRefused(
            say(
                "Both prompts must have the same number of tokens, but A has {a} and B has {b}. Replace a word "
                "by one that is as many tokens long.",
                a=len(a),
                b=len(b),
            )
        )
    differs = torch.nonzero(a != b)[:, 0]
    if not len(differs):
        raise InputRefused(
            say("Both prompts are the same, so there is nothing to recover. Change a word in one of them.")
        )
    return differs.numpy().astype(np.int32)


def trace(question: AskTracing, bench: Workbench) -> Picture:
    """Places x positions of the answer's probability with one place restored under noise, mean over draws.

    Raises:
        InputRefused: the subject is not in the prompt, no draws or noise, a part the model lacks. Stopped.
    """
    began, anatomy = time.perf_counter(), bench.anatomy
    _check(question)
    runner = _Runner(bench, question.part)
    ids = runner.ids_of(question.prompt)
    subject = subject_positions(bench.tokenizer, question.prompt, question.subject, ids)
    clean = runner.record(ids[None])
    logits, size = clean.logits[0], anatomy.vocab_size
    answer = token_of(bench.tokenizer, question.answer, size, logits) if question.answer else int(logits.argmax())

    def probability(logits: Tensor) -> Tensor:
        return torch.softmax(logits, -1)[:, answer]

    noisy = clean.states[0].expand(question.draws, -1, -1).clone()  # [draws, T, D]
    generator = torch.Generator().manual_seed(question.seed)
    shape = (question.draws, len(subject), anatomy.d_model)
    spread = question.noise * float(anatomy.embedding_weight.float().std()) * abs(anatomy.embedding_scale)
    noisy[:, subject] += (torch.randn(shape, generator=generator) * spread).to(noisy)
    spoiled = runner.record(ids[None].expand(question.draws, -1), noisy)
    low = float(probability(spoiled.logits).mean())
    places, count, first = runner.n_places, len(ids), int(subject[0])
    window = 1 if question.part == "state" else question.window or max(1, min(10, places // 3))
    values = np.full((places, count), np.nan, np.float32)
    for place in range(places):
        bench.progress(say("Restoring layer by layer"), place, places)
        begin = max(0, place - window // 2)
        members = tuple(range(begin, min(places, begin + window)))
        found = runner.put_in(clean, spoiled, begin, members, range(first, count), probability)
        values[place, first:] = found.mean(1)
    bench.progress(say("Restoring layer by layer"), places, places)
    return Picture(
        "tracing", question.part, ids.numpy().astype(np.int32), np.empty(0, np.int32), subject.numpy().astype(np.int32),
        values, answer, -1, float(probability(clean.logits)[0]), low, window, question.draws,
        time.perf_counter() - began,
    )  # fmt: skip


def _check(question: AskTracing) -> None:
    if question.draws < 1:
        raise InputRefused(
            say("Noise must be drawn at least once, not {draws} times. Choose 1 or more draws.", draws=question.draws)
        )
    if not question.noise > 0:
        raise InputRefused(
            say("The noise must be above 0, not {noise:g}. Choose about 3 standard deviations.", noise=question.noise)
        )
    if question.window < 0:
        raise InputRefused(
            say("The window must be 0 layers (automatic) or more, not {window}.", window=question.window)
        )


def subject_positions(tokenizer: Any, prompt: str, subject: str, ids: Tensor) -> Tensor:
    """Positions of the tokens that hold the subject's last occurrence in the prompt.

    Raises:
        InputRefused: the subject is not in the prompt, or the tokenizer does not tell where its tokens lie.
    """
    at = prompt.rfind(subject) if subject else -1
    if at < 0:
        raise InputRefused(
            say(
                "The subject {subject!r} is not in the prompt. Type words exactly as they stand in it.", subject=subject
            )
        )
    try:
        offsets = tokenizer(prompt, return_offsets_mapping=True, verbose=False)["offset_mapping"]
    except (NotImplementedError, KeyError) as error:
        raise InputRefused(
            say(
                "Causal tracing needs to know which tokens hold the subject, but this model's tokenizer does not "
                "report that. Choose another model."
            )
        ) from error
    end = at + len(subject)
    inside = [row for row, (low, high) in enumerate(offsets) if low < end and high > at and high > low]
    if not inside or inside[-1] >= len(ids):
        raise InputRefused(
            say(
                "No token of the prompt holds the subject {subject!r}. Type other words of the prompt.", subject=subject
            )
        )
    return torch.tensor(inside)


class _Kept:
    """What one recorded batch gave."""

    def __init__(self) -> None:
        self.states: dict[int, Tensor] = {}  # row of `resid` -> [B, T, D]
        self.written: dict[int, Tensor] = {}  # layer -> [B, T, D] that the part writes
        self.logits = torch.empty(0)  # [B, V]
        self.ids = torch.empty(0)  # [B, T]


class _Runner:
    """Runs of the intact model with one part of it recorded or put in."""

    def __init__(self, bench: Workbench, part: Part) -> None:
        if part not in PARTS:
            raise InputRefused(
                say("The component must be one of {parts}, not {part!r}.", parts=", ".join(PARTS), part=part)
            )
        require(bench.anatomy, "replay", "resid")
        bench.session.cool()
        self._bench, self._anatomy, self._part = bench, bench.anatomy, part
        if part != "state" and any(self._module(layer) is None for layer in range(self._anatomy.n_layers)):
            raise InputRefused(
                say("Orrery does not recognise the {part} of every layer of this model. Choose another one.", part=part)
            )

    @property
    def n_places(self) -> int:
        """States there are, or layers with the part."""
        return self._anatomy.n_layers + (1 if self._part == "state" else 0)

    def ids_of(self, prompt: str) -> Tensor:
        """[T] token ids."""
        size, context = self._anatomy.vocab_size, self._bench.session.context
        ids = encode(self._bench.tokenizer, prompt, chat=False, context=context, vocab_size=size)
        return torch.from_numpy(ids.astype(np.int64))

    def _module(self, layer: int) -> nn.Module | None:
        block = self._anatomy.blocks[layer]
        return block.attention_write if self._part == "attention" else block.mlp_write

    def record(self, ids: Tensor, states: Tensor | None = None) -> _Kept:
        """Run a batch [B, T], from `states` [B, T, D] at block 0 where given, and keep every place."""
        kept = _Kept()
        kept.ids = ids
        with ExitStack() as stack:
            for layer, block in enumerate(self._anatomy.blocks):
                hook = _entering(kept.states, layer)
                stack.callback(block.module.register_forward_pre_hook(hook, with_kwargs=True).remove)
                module = self._module(layer) if self._part != "state" else None
                if module is not None:
                    stack.callback(module.register_forward_hook(_leaving(kept.written, layer)).remove)
            last = len(self._anatomy.blocks) - 1
            leaving = _leaving(kept.states, last + 1)
            stack.callback(self._anatomy.blocks[last].module.register_forward_hook(leaving).remove)
            kept.logits = run_rows(self._bench.model, self._anatomy, ids, states, 0, "last", self._bench.stop)
        return kept

    def put_in(
        self,
        source: _Kept,
        goal: _Kept,
        begin: int,
        layers: Sequence[int],
        positions: range,
        measure: Callable[[Tensor], Tensor],
    ) -> Any:
        """[positions, B of goal]: `measure` of the goal's runs with `source`'s values at one position each.

        Blocks run from `begin` on; what leaves the last one is put in while that one runs.
        """
        draws, length = goal.ids.shape
        leaves = begin == self._anatomy.n_layers
        begin = begin - 1 if leaves else begin
        at_once = max(1, TOKENS_AT_ONCE // (draws * length))
        found = []
        for low in range(0, len(positions), at_once):
            if self._bench.stop():
                raise Stopped
            some = positions[low : low + at_once]
            states = goal.states[begin].repeat(len(some), 1, 1)  # [p * draws, T, D]
            rows = torch.arange(len(states))
            at = torch.tensor([position for position in some for _ in range(draws)])
            with ExitStack() as stack:
                if leaves:
                    module = self._anatomy.blocks[begin].module
                    stack.enter_context(_putting(module, source.states[begin + 1], rows, at))
                elif self._part == "state":
                    states[rows, at] = source.states[begin][0, at].to(states)
                else:
                    for layer in layers:
                        stack.enter_context(_putting(self._writer(layer), source.written[layer], rows, at))
                ids = goal.ids.repeat(len(some), 1)
                logits = run_rows(self._bench.model, self._anatomy, ids, states, begin, "last", self._bench.stop)
            found.append(measure(logits).reshape(len(some), draws).cpu())
        return torch.cat(found).numpy()

    def _writer(self, layer: int) -> nn.Module:
        module = self._module(layer)
        if module is None:
            raise InputRefused(
                say(
                    "Orrery does not recognise the {part} of layer {layer}. Choose another component.",
                    part=self._part,
                    layer=layer,
                )
            )
        return module


@contextmanager
def _putting(module: nn.Module, values: Tensor, rows: Tensor, at: Tensor) -> Iterator[None]:
    """While open, row b of what `module` returns is `values` [1, T, D] at position `at[b]`."""

    def edit(returned: Tensor, _given: Tensor) -> Tensor:
        by_row = returned.view(len(rows), -1, returned.shape[-1])
        by_row[rows, at] = values[0, at].to(by_row)
        return returned

    remove = edit_output(module, edit)
    try:
        yield
    finally:
        remove()


def _entering(goal: dict[int, Tensor], layer: int) -> Callable[..., None]:
    def hook(_module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        goal[layer] = (args[0] if args else kwargs["hidden_states"]).detach().clone()

    return hook


def _leaving(goal: dict[int, Tensor], layer: int) -> Callable[..., None]:
    def hook(_module: nn.Module, args: tuple[Any, ...], output: Any) -> None:
        values = output if isinstance(output, Tensor) else output[0]
        if values.dim() == 2:
            values = values[None]
        goal[layer] = values.detach().clone()

    return hook


ANSWERS = {AskPatching: patch, AskTracing: trace}
