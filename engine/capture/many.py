"""Many versions of one text as one batch: each row has other parts switched off, or another state put in.

All rows begin at the same block from stored states (`engine.capture.replay.detour`), so a batch costs what the blocks
above it cost. Rows are padded on the right where texts differ in length: attention looks back only, so what stands
before the padding is not touched by it, and no mask is needed.
"""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, Literal

import torch
from torch import Tensor, nn

from engine.capture.anatomy import Anatomy
from engine.capture.intervene import check_site, columns, install, target
from engine.capture.replay import detour
from engine.errors import Stopped
from engine.records import Plan, Site

Edit = Callable[[Tensor], Tensor]  # [B, T, width], a copy that may be written to
Stop = Callable[[], bool]


def run_rows(
    model: Any,
    anatomy: Anatomy,
    ids: Tensor,
    states: Tensor | None = None,
    first: int = 0,
    rows: Literal["last", "all"] = "last",
    stop: Stop | None = None,
) -> Tensor:
    """Logits of a batch: [B, V] after the last position, or [B, T, V]. On the model's device, float32.

    `ids` is [B, T]; with `states` [B, T, D] only blocks `first`..L-1 run, from these.

    Raises:
        Stopped: `stop` said so.
    """
    options: dict[str, Any] = {"use_cache": False}
    if rows == "last" and "logits_to_keep" in inspect.signature(model.forward).parameters:
        options["logits_to_keep"] = 1
    with ExitStack() as stack:
        stack.enter_context(torch.inference_mode())
        if stop is not None:
            stack.enter_context(stopping(anatomy, stop, first))
        if states is not None:
            given = states.to(device=anatomy.device, dtype=anatomy.dtype)
            stack.enter_context(detour(anatomy, given, first, anatomy.n_layers - 1, None))
        logits: Tensor = model(input_ids=ids.to(anatomy.device), return_dict=True, **options).logits
        return logits[:, -1].float() if rows == "last" else logits.float()


@contextmanager
def stopping(anatomy: Anatomy, stop: Stop, first: int = 0) -> Iterator[None]:
    """Ask `stop` before every block from `first` on. Raises Stopped where it says so."""

    def look(_module: nn.Module, _args: tuple[Any, ...]) -> None:
        if stop():
            raise Stopped

    with ExitStack() as stack:
        for block in anatomy.blocks[first:]:
            stack.callback(block.module.register_forward_pre_hook(look).remove)
        yield


@contextmanager
def switched_off(anatomy: Anatomy, sites: Sequence[Sequence[Site]]) -> Iterator[None]:
    """Row b of the batch runs with every one of `sites[b]` at zero, at all positions.

    Raises:
        InputRefused: a site the model does not have.
    """
    on_input: dict[nn.Module, list[tuple[int, slice]]] = defaultdict(list)
    on_output: dict[nn.Module, list[tuple[int, slice]]] = defaultdict(list)
    for row, group in enumerate(sites):
        for site in group:
            check_site(anatomy, site)
            goal = on_input if site.kind in ("neuron", "head") else on_output
            goal[target(anatomy, site)].append((row, columns(anatomy, site)))
    with ExitStack() as stack:
        for module, where in on_input.items():
            stack.callback(edit_input(module, _zeroing(where, len(sites))))
        for module, where in on_output.items():
            stack.callback(edit_output(module, _zeroing(where, len(sites))))
        yield


def _zeroing(where: Sequence[tuple[int, slice]], n_rows: int) -> Edit:
    if all(part.stop is not None and part.stop - part.start == 1 for _, part in where):
        rows = torch.tensor([row for row, _ in where])
        indices = torch.tensor([part.start for _, part in where])

        def neurons(values: Tensor) -> Tensor:
            values.view(n_rows, -1, values.shape[-1])[rows.to(values.device), :, indices.to(values.device)] = 0.0
            return values

        return neurons

    def parts(values: Tensor) -> Tensor:
        by_row = values.view(n_rows, -1, values.shape[-1])
        for row, part in where:
            by_row[row, :, part] = 0.0
        return values

    return parts


def edit_input(module: nn.Module, edit: Edit) -> Callable[[], None]:
    """Change what a module is given; returns how to end that."""

    def hook(_module: nn.Module, args: tuple[Any, ...]) -> tuple[Any, ...]:
        return (edit(args[0].clone()), *args[1:])

    return module.register_forward_pre_hook(hook).remove


def edit_output(module: nn.Module, edit: Edit) -> Callable[[], None]:
    """Change what a module returns (the first of several); returns how to end that."""

    def hook(_module: nn.Module, _args: tuple[Any, ...], output: Any) -> Any:
        several = isinstance(output, tuple)
        values = edit((output[0] if several else output).clone())
        return (values, *output[1:]) if several else values

    return module.register_forward_hook(hook).remove


@contextmanager
def under(anatomy: Anatomy, plan: Plan, means: Any, first: int = 0) -> Iterator[None]:
    """A run's own plan, on blocks `first` and up."""
    with ExitStack() as stack:
        for handle in install(anatomy, plan, means, lambda: 0, first):
            stack.callback(handle.remove)
        yield
