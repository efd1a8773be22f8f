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
from engine.capture.edits import InputEdit, OutputEdit, edit_input, edit_output
from engine.capture.replay import detour
from engine.capture.sites import check_site, columns, is_input, target
from engine.errors import Stopped
from engine.records import Site

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
            goal = on_input if is_input(site) else on_output
            goal[target(anatomy, site)].append((row, columns(anatomy, site)))
    with ExitStack() as stack:
        for module, where in on_input.items():
            stack.callback(edit_input(module, _zeroing(where, len(sites))))
        for module, where in on_output.items():
            stack.callback(edit_output(module, _of_output(_zeroing(where, len(sites)))))
        yield


def _of_output(edit: InputEdit) -> OutputEdit:
    return lambda values, _given: edit(values)


def _zeroing(where: Sequence[tuple[int, slice]], n_rows: int) -> InputEdit:
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
