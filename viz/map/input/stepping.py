"""What the keyboard goes through on the map: all that a click would mean something on, the most wanted first."""

from __future__ import annotations

import numpy as np

from viz.map.data.frame import MapFrame
from viz.map.input.targets import Target


def things(frame: MapFrame) -> tuple[Target, ...]:
    """The rays that begin here by their probability, the look-ahead tree, branches, the path from here back, names."""
    fan = frame.fan
    here = np.flatnonzero(fan.nodes == frame.node)
    rays = here[np.argsort(-fan.probability[here], kind="stable")].tolist()
    current = frame.current if frame.current >= 0 else len(frame.path) - 1
    path = [*range(current, -1, -1), *range(len(frame.path) - 1, current, -1)]
    return (
        *(Target("ray", row) for row in rays),
        *(Target("ahead", row) for row in range(len(frame.ahead))),
        *(Target("branch", row) for row in range(len(frame.branches.nodes))),
        *(Target("path", row) for row in path),
        *(Target("point", int(row)) for row in frame.landmarks),
    )


def beside(targets: tuple[Target, ...], now: Target | None, step: int) -> Target | None:
    """The next of these (`step` 1), or the one before (-1); the first where there was none, or it has gone."""
    if not targets:
        return None
    return targets[(targets.index(now) + step) % len(targets)] if now in targets else targets[0 if step > 0 else -1]
