"""The states that a space shows, out of whole columns of the residual stream: a layer's, or the last after the norm."""

from __future__ import annotations

import numpy as np
import torch

from engine.capture.anatomy import Anatomy
from engine.capture.replay import final_norm
from engine.records import F32, NORMED

AT_ONCE = 4096


def row_of(layer: int, n_layers: int) -> int:
    """The row of `resid` that a space's layer is read from."""
    return n_layers if layer == NORMED else layer


def as_shown(anatomy: Anatomy, states: F32, layer: int) -> F32:
    """`states` [n, D] of row `row_of(layer)` as a space of that layer shows them. [n, D]"""
    if layer != NORMED or anatomy.final_norm is None:
        return states
    given = (torch.from_numpy(np.array(states[low : low + AT_ONCE])) for low in range(0, len(states), AT_ONCE))
    parts = [final_norm(anatomy, part).float().cpu().numpy() for part in given]
    return np.concatenate(parts) if parts else states
