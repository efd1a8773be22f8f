"""One forward of the held model in which every dictionary's place is cut: gradients between rows, and to the token.

What stands at a dictionary's place goes on as a new leaf, so a gradient of anything above by that leaf is by the ways
that pass no dictionary in between. Gradients by all ways are put together from these, from the highest row down.
"""

from __future__ import annotations

import functools
import inspect
import math
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from engine.capture.edits import InputEdit, OutputEdit, edit_input, edit_output
from engine.capture.intervene import intervening
from engine.capture.many import run_rows, stopping
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.hooks import module_of
from engine.labkit.subject import token_of
from engine.labkit.workbench import Workbench
from engine.labs.feature_attribution import held
from engine.labs.feature_attribution.records import Mlps

EMBEDDINGS = 0  # row of the embeddings; dictionary i is row i + 1


@dataclass
class Trace:
    """The graph of one forward. Row r's state is `leaves[r]` [T, width]; `values[r]` is the same before the cut."""

    leaves: list[Tensor]
    values: list[Tensor | None]  # None of the embeddings
    logits: Tensor  # [V] after the last position
    entering: dict[int, Tensor]  # layer -> [T, D] what enters the block, of those with a dictionary
    value: Tensor  # the number that is explained
    token: int
    against: int
    direct: list[Tensor]  # [T, width] a row, gradient of the value by ways that pass no row above
    total: list[Tensor]  # [T, width] a row, by all ways

    @property
    def linear_value(self) -> float:
        """What the effects of a row add up to: the value as a linear function of the logits, at these."""
        (slope,) = torch.autograd.grad(self.value, self.logits, retain_graph=True)
        known = slope != 0  # a token that the model forbids has a logit of -inf and no slope
        slope, logits = (each[known].cpu().double() for each in (slope, self.logits.detach()))
        return float((slope * logits).sum())

    def back(self, row: int, gradient: Tensor) -> list[Tensor]:
        """[T, width] of each row below: gradient of what stands at `row`, weighted with `gradient` [T, width]."""
        below, value = self.leaves[:row], self.values[row]
        if value is None or not value.requires_grad:
            return [torch.zeros_like(leaf, dtype=torch.float32) for leaf in below]
        weights = gradient.to(value).view_as(value)
        return _filled(torch.autograd.grad(value, below, weights, retain_graph=True, allow_unused=True), below)


def _filled(found: Sequence[Tensor | None], leaves: Sequence[Tensor]) -> list[Tensor]:
    return [
        torch.zeros_like(leaf, dtype=torch.float32) if it is None else it.float().view(leaf.shape)
        for it, leaf in zip(found, leaves, strict=True)
    ]


def trace(
    bench: Workbench, ids: Tensor, dictionaries: Sequence[Dictionary], token: str, against: str, mlps: Mlps
) -> Trace:
    """Run the text `ids` [T] once under the run's plan. `dictionaries` stand from the lowest place up.

    Raises:
        InputRefused: a part that cannot be held, or no such token. Stopped: a person said so.
    """
    anatomy, settings = bench.anatomy, bench.session.settings
    gated: list[bool | None] = [None] * anatomy.n_layers
    with ExitStack() as stack:
        stack.enter_context(intervening(anatomy, settings.plan, settings.means))
        if mlps == "gates":
            gated = held.which_are_gated(anatomy, lambda: run_rows(bench.model, anatomy, ids[None], stop=bench.stop))
            held.require_gates(gated)
        stack.enter_context(torch.inference_mode(False))
        stack.enter_context(torch.enable_grad())
        stack.enter_context(held.held(anatomy, mlps, gated))
        stack.enter_context(stopping(anatomy, bench.stop))
        cuts = _Cuts(anatomy.blocks[0].module)
        cuts.install(stack, bench, dictionaries)
        logits = _last_logits(bench.model, ids[None].to(anatomy.device))
        chosen, other = (
            chosen_token(bench, typed, logits) if typed or first else -1
            for typed, first in ((token, True), (against, False))
        )
        value = value_of(logits, chosen, other)
        leaves = cuts.leaves
        direct = _filled(torch.autograd.grad(value, leaves, retain_graph=True, allow_unused=True), leaves)
    made = Trace(
        leaves, cuts.values, logits, cuts.entering, value, chosen, other, direct, [it.clone() for it in direct]
    )
    for row in range(len(leaves) - 1, 0, -1):
        for below, more in enumerate(made.back(row, made.total[row])):
            made.total[below] += more
    return made


def value_of(logits: Tensor, token: int, against: int) -> Tensor:
    """The number that is explained, from `logits` [..., V]: log2 of the probability, or a difference of two logits."""
    if against >= 0:
        return logits[..., token] - logits[..., against]
    return torch.log_softmax(logits, -1)[..., token] / math.log(2)


def _last_logits(model: Any, batch: Tensor) -> Tensor:
    options: dict[str, Any] = {"use_cache": False}
    if "logits_to_keep" in inspect.signature(model.forward).parameters:
        options["logits_to_keep"] = 1
    logits: Tensor = model(input_ids=batch, return_dict=True, **options).logits[0, -1]
    return logits.float()


def chosen_token(bench: Workbench, typed: str, logits: Tensor) -> int:
    if not typed:
        return int(logits.argmax())
    return token_of(bench.tokenizer, typed, bench.anatomy.vocab_size, logits.detach())


def output_edit(edit: InputEdit) -> OutputEdit:
    """The same edit of what a module returns."""
    return lambda values, _given: edit(values)


class _Cuts:
    """Hooks that put a leaf in the place of the embeddings and of what each dictionary reads."""

    def __init__(self, first: nn.Module) -> None:
        self._first = first
        self._cut: dict[int, tuple[Tensor | None, Tensor]] = {}
        self.entering: dict[int, Tensor] = {}

    @property
    def leaves(self) -> list[Tensor]:
        """[T, width] a row."""
        return [self._cut[row][1] for row in sorted(self._cut)]

    @property
    def values(self) -> list[Tensor | None]:
        """The same before each cut."""
        return [self._cut[row][0] for row in sorted(self._cut)]

    def _put(self, row: int, values: Tensor) -> Tensor:
        """A leaf in the place of `values`; some families write into what they are given, which a leaf forbids."""
        leaf = values.detach().reshape(-1, values.shape[-1]).clone().requires_grad_(True)
        self._cut[row] = (values if row else None, leaf)
        return (leaf * 1.0).view_as(values)

    def install(self, stack: ExitStack, bench: Workbench, dictionaries: Sequence[Dictionary]) -> None:
        """Until `stack` closes."""

        def first(
            _module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]
        ) -> tuple[tuple[Any, ...], dict[str, Any]]:
            given = self._put(EMBEDDINGS, args[0] if args else kwargs["hidden_states"])
            return ((given, *args[1:]), kwargs) if args else (args, {**kwargs, "hidden_states": given})

        stack.callback(self._first.register_forward_pre_hook(first, with_kwargs=True).remove)
        for row, dictionary in enumerate(dictionaries, 1):
            hook = dictionary.info.hook
            block = bench.anatomy.blocks[hook.layer].module
            stack.callback(block.register_forward_pre_hook(self._keep(hook.layer), with_kwargs=True).remove)
            module, side = module_of(bench.anatomy, hook)
            put = functools.partial(self._put, row)
            stack.callback(edit_input(module, put) if side == "input" else edit_output(module, output_edit(put)))

    def _keep(self, layer: int) -> Any:
        def hook(_module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
            given: Tensor = args[0] if args else kwargs["hidden_states"]
            self.entering[layer] = given.detach().reshape(-1, given.shape[-1]).clone()

        return hook
