"""From where a figure can be seen: the numbers of a camera, checked."""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.errors import InputRefused
from engine.sentences import say

NEAREST = 0.001  # distance of the camera, as a share of the one that frames everything
NUMBERS = (3, 6)  # with what is looked at, where that is not the middle


def require_camera(camera: Sequence[float]) -> None:
    """Raises InputRefused where these are no azimuth, elevation and distance, with or without x, y, z."""
    if len(camera) not in NUMBERS or not all(math.isfinite(part) for part in camera):
        raise InputRefused(say("A camera is three numbers: azimuth and elevation in degrees, and a distance."))
    if not NEAREST <= camera[2] <= 1 / NEAREST:
        raise InputRefused(
            say(
                "The camera's distance is a share of the one that frames all, {nearest} to {furthest:.0f}, but "
                "{distance:g} was given.",
                nearest=NEAREST,
                furthest=1 / NEAREST,
                distance=camera[2],
            )
        )
