"""Mean values of sites over reference texts, for interventions that replace by the mean instead of multiplying."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from typing import Any

from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle
from transformers import PreTrainedModel

from engine.capture.anatomy import Anatomy
from engine.capture.recorder import Recorder, Want
from engine.capture.sites import check_site, columns, is_input, target
from engine.errors import InputRefused
from engine.records import Site
from engine.sentences import say


def reference_means(
    model: PreTrainedModel,
    anatomy: Anatomy,
    texts: Iterable[Tensor],
    sites: Sequence[Site],
    *,
    skip: int = 0,
    stop: Callable[[], bool] | None = None,
) -> dict[Site, Tensor]:
    """The mean of each site over all positions of the texts ([T] token ids each), without the first `skip` of each.

    Returns float32 on the host: of a neuron [1], of a head [head_dim], of an attention or MLP layer [D].

    Raises:
        InputRefused: a site the model does not have, or no position is left. Stopped: `stop` said so.
    """
    for site in sites:
        check_site(anatomy, site)
    sums: dict[Site, Tensor] = {}
    count = 0
    with ExitStack() as stack:
        for site in sites:
            stack.callback(_watch(anatomy, site, sums, skip).remove)
        with Recorder(model, anatomy, Want(resid=False, logits="none"), stop=stop) as recorder:
            for ids in texts:
                if ids.numel() > skip:
                    recorder.run(ids)
                    count += ids.numel() - skip
    if not count:
        raise InputRefused(
            say("A mean needs a reference text of more than {skip} tokens, but none was given.", skip=skip)
        )
    return {site: (total / count).float().cpu() for site, total in sums.items()}


def _watch(anatomy: Anatomy, site: Site, sums: dict[Site, Tensor], skip: int) -> RemovableHandle:
    """A hook that adds a site's values, summed over positions, to `sums`."""
    where = columns(anatomy, site)

    def add(values: Tensor) -> None:
        rows = values.reshape(-1, values.shape[-1])[skip:, where].float().sum(0).cpu().double()
        sums[site] = sums[site] + rows if site in sums else rows

    def before(_module: nn.Module, args: tuple[Any, ...]) -> None:
        add(args[0])

    def after(_module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
        add(output if isinstance(output, Tensor) else output[0])

    module = target(anatomy, site)
    if is_input(site):
        return module.register_forward_pre_hook(before)
    return module.register_forward_hook(after)
