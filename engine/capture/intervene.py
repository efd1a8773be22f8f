"""Applying a plan of interventions through hooks, on exactly the numbers DESIGN section 3 names.

- neuron: its column of the down projection's input is multiplied.
- head: its slice of the out projection's input is multiplied.
- attention, mlp: what the sublayer adds to `resid` is multiplied. In families that normalise a sublayer's output before
  adding it (Gemma 2, OLMo 2, GLM 4) that is the post-norm's output: scaling before it would change nothing.
  The projection's bias belongs to what is added.
A change with `mean` puts the reference mean there instead of multiplying. A scale of 1 installs no hook at all, so it
is bit-identical to no plan; a scale of 0 writes zeros, so that 0 times infinity is 0.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from engine.capture.anatomy import Anatomy
from engine.errors import InputRefused
from engine.records import Change, Plan, Site

Means = Mapping[Site, Tensor]  # neuron [1], head [head_dim], attention and mlp [D]; float32
Edit = Callable[[Tensor], Tensor]


def check_plan(anatomy: Anatomy, plan: Plan, means: Means | None = None) -> None:
    """Refuse a plan that names what is not there.

    Raises:
        InputRefused: a site outside the model or of a kind it does not have, a scale that is not a finite number,
            positions below 0 or none at all, or a mean that was not given.
    """
    for change in plan.changes:
        check_site(anatomy, change.site)
        if not math.isfinite(change.scale):
            raise InputRefused(
                f"The scale of {change.site} must be a finite number, not {change.scale}; 0 switches it off."
            )
        if change.positions is not None and (not change.positions or min(change.positions) < 0):
            raise InputRefused(
                f"The change of {change.site} must name positions from 0 on, or none to mean all of them."
            )
        if change.mean and (means is None or change.site not in means):
            raise InputRefused(
                f"{change.site} is to be replaced by its mean, but no reference text was run to find it."
            )


def check_site(anatomy: Anatomy, site: Site) -> None:
    """Refuse a site that the model does not have.

    Raises:
        InputRefused: with a sentence that says what there is.
    """
    if not 0 <= site.layer < anatomy.n_layers:
        raise InputRefused(f"There is no layer {site.layer}: this model has layers 0 to {anatomy.n_layers - 1}.")
    block = anatomy.blocks[site.layer]
    if site.kind == "neuron":
        if block.down_projection is None or not anatomy.d_mlp:
            raise InputRefused(anatomy.missing.get("neurons", f"Layer {site.layer} has no neurons of a known shape."))
        if not 0 <= site.index < anatomy.d_mlp:
            raise InputRefused(
                f"There is no neuron {site.index}: each layer of this model has 0 to {anatomy.d_mlp - 1}."
            )
    elif site.kind == "head":
        if block.out_projection is None:
            raise InputRefused(anatomy.missing.get("heads", f"Layer {site.layer} has no attention heads."))
        if not 0 <= site.index < anatomy.n_heads:
            raise InputRefused(
                f"There is no head {site.index}: each layer of this model has 0 to {anatomy.n_heads - 1}."
            )
    elif (block.attention_write if site.kind == "attention" else block.mlp_write) is None:
        raise InputRefused(f"Layer {site.layer} of this model has no {site.kind} part of a known shape.")


def install(
    anatomy: Anatomy, plan: Plan | None, means: Means | None, start: Callable[[], int], first: int = 0
) -> list[RemovableHandle]:
    """Put the plan's hooks on blocks `first` and up. `start` tells the position of a forward's first row.

    Raises:
        InputRefused: see `check_plan`.
    """
    if plan is None:
        return []
    check_plan(anatomy, plan, means)
    on_input: dict[nn.Module, list[Edit]] = defaultdict(list)
    on_output: dict[nn.Module, list[Edit]] = defaultdict(list)
    for change in plan.changes:
        if change.site.layer < first or (change.scale == 1.0 and not change.mean):
            continue
        module = target(anatomy, change.site)
        edits = on_input if change.site.kind in ("neuron", "head") else on_output
        edits[module].append(_edit(anatomy, change, means, start))
    handles = [module.register_forward_pre_hook(_before(edits)) for module, edits in on_input.items()]
    return handles + [module.register_forward_hook(_after(edits)) for module, edits in on_output.items()]


def target(anatomy: Anatomy, site: Site) -> nn.Module:
    """The module whose input (neuron, head) or output (attention, mlp) a site lies in."""
    block = anatomy.blocks[site.layer]
    module = {
        "neuron": block.down_projection,
        "head": block.out_projection,
        "attention": block.attention_write,
        "mlp": block.mlp_write,
    }[site.kind]
    if module is None:
        raise InputRefused(f"This model has no part of a known shape at {site}.")
    return module


def columns(anatomy: Anatomy, site: Site) -> slice:
    """The columns of the target's input or output that a site occupies."""
    if site.kind == "neuron":
        return slice(site.index, site.index + 1)
    if site.kind == "head":
        width = anatomy.blocks[site.layer].head_dim
        return slice(site.index * width, (site.index + 1) * width)
    return slice(None)


def _edit(anatomy: Anatomy, change: Change, means: Means | None, start: Callable[[], int]) -> Edit:
    where = columns(anatomy, change.site)
    mean = means[change.site] if change.mean and means is not None else None

    def edit(values: Tensor) -> Tensor:  # [..., t, width], a copy that may be written to
        rows = _rows(change.positions, start(), values.shape[-2])
        part = values[..., rows, where]
        if mean is not None:
            values[..., rows, where] = mean.to(values).expand_as(part)
        elif change.scale == 0.0:
            values[..., rows, where] = 0.0
        else:
            values[..., rows, where] = part * change.scale
        return values

    return edit


def _rows(positions: tuple[int, ...] | None, start: int, n_rows: int) -> slice | list[int]:
    """The rows of a forward beginning at `start` that hold `positions`."""
    if positions is None:
        return slice(None)
    return sorted({position - start for position in positions if start <= position < start + n_rows})


def _before(edits: list[Edit]) -> Callable[[nn.Module, tuple[Any, ...]], tuple[Any, ...]]:
    def hook(_module: nn.Module, args: tuple[Any, ...]) -> tuple[Any, ...]:
        values = args[0].clone()
        for edit in edits:
            values = edit(values)
        return (values, *args[1:])

    return hook


def _after(edits: list[Edit]) -> Callable[[nn.Module, tuple[Any, ...], Any], Any]:
    def hook(_module: nn.Module, _args: tuple[Any, ...], output: Any) -> Any:
        several = isinstance(output, tuple)
        values = (output[0] if several else output).clone()
        for edit in edits:
            values = edit(values)
        return (values, *output[1:]) if several else values

    return hook
