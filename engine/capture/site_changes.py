"""What a `Change` of a site does: its columns are multiplied, or replaced by their reference mean.

A scale of 0 writes zeros, so that 0 times infinity is 0.
"""

from __future__ import annotations

import math

from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.capture.effects import Effect, Means, are_positions, rows_of
from engine.capture.sites import check_site, columns, is_input, target
from engine.errors import InputRefused
from engine.records import Change
from engine.sentences import say


def effects(change: Change, anatomy: Anatomy, means: Means | None) -> list[Effect]:
    """The one edit that makes the change.

    Raises:
        InputRefused: a site outside the model or of a kind it does not have, a scale that is not a finite number,
            positions below 0 or none at all, or a mean that was not given.
    """
    _check(change, anatomy, means)
    where = columns(anatomy, change.site)
    mean = means[change.site] if change.mean and means is not None else None

    def edit(values: Tensor, _given: Tensor, start: int) -> Tensor:
        rows = rows_of(change.positions, start, values.shape[-2])
        part = values[..., rows, where]
        if mean is not None:
            values[..., rows, where] = mean.to(values).expand_as(part)
        elif change.scale == 0.0:
            values[..., rows, where] = 0.0
        else:
            values[..., rows, where] = part * change.scale
        return values

    module = target(anatomy, change.site)
    return [Effect(change.layer, module, "input" if is_input(change.site) else "output", edit)]


def _check(change: Change, anatomy: Anatomy, means: Means | None) -> None:
    check_site(anatomy, change.site)
    if not math.isfinite(change.scale):
        raise InputRefused(
            say(
                "The scale of {site} must be a finite number, not {scale}; 0 switches it off.",
                site=change.site,
                scale=change.scale,
            )
        )
    if not are_positions(change.positions):
        raise InputRefused(
            say("The change of {site} must name positions from 0 on, or none to mean all of them.", site=change.site)
        )
    if change.mean and (means is None or change.site not in means):
        raise InputRefused(
            say("{site} is to be replaced by its mean, but no reference text was run to find it.", site=change.site)
        )
