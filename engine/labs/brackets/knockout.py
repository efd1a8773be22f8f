"""Which heads and neurons the counting hangs on: each is switched off by itself and the harm is measured.

The harm is how much probability moves onto illegal outcomes, averaged over every prefix of the strings given. Rows of a
batch have different parts off, so all 1,040 parts of the two-block net take a few dozen forwards.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import torch

from engine.errors import Stopped
from engine.labs.brackets.language import legal_sets
from engine.labs.brackets.net import Net
from engine.labs.brackets.records import Harm
from engine.labs.brackets.states import inputs, scaled_rows

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

TOKENS_AT_ONCE = 16_384


def knock_out(
    net: Net,
    ids: I64,
    report: Callable[[int, int], None] = lambda done, total: None,
    carry_on: Callable[[], bool] = lambda: True,
) -> Harm:
    """Switch off every head and every neuron in turn, over rows `ids` [B, n]. `report` is told parts done and all.

    Raises:
        Stopped: `carry_on` said no.
    """
    config = net.model.config
    width = {"head": int(config.n_head), "neuron": net.recipe.mlp}
    legal = torch.from_numpy(legal_sets(ids, net.language))  # [B, n + 1, O]
    intact = _illegal(net, ids, legal, 1)[0]
    harm = {part: np.zeros((int(config.n_layer), size)) for part, size in width.items()}
    total = sum(grid.size for grid in harm.values())
    at_once = max(1, TOKENS_AT_ONCE // (ids.shape[0] * (ids.shape[1] + 1)))
    done = 0
    for part, grid in harm.items():
        for layer in range(len(grid)):
            for first in range(0, width[part], at_once):
                if not carry_on():
                    raise Stopped
                parts = range(first, min(first + at_once, width[part]))
                scales = torch.ones(len(parts), width[part])
                scales[torch.arange(len(parts)), torch.tensor(parts)] = 0.0
                with scaled_rows(net, layer, part, scales.repeat_interleave(len(ids), dim=0).to(net.model.device)):
                    grid[layer, parts.start : parts.stop] = _illegal(net, ids, legal, len(parts)) - intact
                done += len(parts)
                report(done, total)
    return Harm(float(intact), harm["head"], harm["neuron"], int(np.prod(legal.shape[:2])))


def _illegal(net: Net, ids: I64, legal: torch.Tensor, times: int) -> F64:
    """Mean illegal mass of `times` copies of the rows, run as one batch.  # [times]"""
    with torch.inference_mode():
        logits = net.model(input_ids=inputs(net, ids).repeat(times, 1), use_cache=False).logits
        probs = torch.softmax(logits.float(), dim=-1)[..., list(net.language.outcomes)].cpu().double()
        mass = (probs.view(times, *legal.shape) * legal).sum(dim=-1)
    found: F64 = 1.0 - mass.mean(dim=(1, 2)).numpy()
    return found
