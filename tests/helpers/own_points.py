"""A laboratory's points on a map of their own, made up: thirty in three groups, in a run of a small model."""

from __future__ import annotations

import numpy as np

from engine.maps.layouts import pca_of
from engine.maps.points import Points, points_space
from engine.protocol import SpaceReady
from engine.records import Grouping, Measure, Space
from engine.run import MapState, Run
from tests.helpers.made_maps import clustered

SPACE = Space("points", points="digits/-1/6x5/2/32/0.003/0/0")
N, WIDTH = 30, 6


def ready(request_id: int = 0) -> SpaceReady:
    """What the engine answers when they are opened."""
    codes = (np.arange(N) // 10).astype(np.uint8)
    points = Points(
        "thirty things", clustered(N, WIDTH), tuple("abc"[code] for code in codes),
        (Grouping("letter", codes, ("a", "b", "c")), Grouping("half", (np.arange(N) % 2).astype(np.uint8), ("x", "y"))),
        (Measure("size", np.where(np.arange(N) == 4, np.nan, np.arange(N)).astype(np.float32)),), "Made up.",
    )  # fmt: skip
    vectors = points_space(SPACE, points)
    layout, _ = pca_of(vectors, vectors.fingerprint)
    return SpaceReady(request_id, vectors.background, layout, (layout,))


def with_points(run: Run) -> Run:
    """The run with a map of them."""
    answer = ready()
    run.maps[SPACE] = MapState(answer.background, list(answer.layouts))
    return run
