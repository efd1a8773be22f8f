"""An analogy on the map: a parallelogram of a, b, c and b - a + c, the last of which lies where it was placed.

In the full space the arrows from a to b and from c to b - a + c are parallel, and so are its two other sides. On the
map each end lies where it lies, so the angles between them say how much of the parallel a picture keeps; arrows between
points that have nothing to do with it are the control.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from engine.labs.analogies.records import INPUTS, Arrows, AskArrows
from engine.questions import Refused
from engine.records import F32
from engine.run import Run
from viz.map.data.places import Places
from viz.memo import by_identity
from viz.ui_state import UiState

PAIRS = 400  # of points that have nothing to do with it
A, B, C, TARGET, EXPECTED = range(5)  # rows of the places
_NONE3 = np.zeros((0, 3), np.float32)


@dataclass(frozen=True, eq=False)
class AnalogyArrows:
    """What is to be shown, and as much of it as is known."""

    asked: AskArrows
    question: AskArrows | None = None  # to be asked
    found: Arrows | None = None
    why_not: str = ""  # the engine's sentence
    points: F32 = field(default_factory=lambda: _NONE3)  # [4 or 5, 3] by A, B, C, TARGET, EXPECTED
    angle: float = float("nan")  # degrees between a -> b and c -> target on this map
    other_angle: float = float("nan")  # the same of the other two sides, a -> c and b -> target
    chance: float = float("nan")  # the mean of that between a -> b and an arrow between two points drawn at random
    expected_angle: float = float("nan")  # between a -> b and c -> the expected word on this map

    @property
    def formula(self) -> str:
        """b - a + c in words."""
        return f"{self.asked.b} − {self.asked.a} + {self.asked.c}"


def analogy_on(run: Run, ui: UiState, places: Places, asks: bool) -> AnalogyArrows | None:
    """The analogy that is to be shown, where the map is of its vectors; it asks for places where it `asks`."""
    if not isinstance(ui.analogy, AskArrows) or places.state.background.space.kind != ui.analogy.matrix:
        return None
    asked = replace(ui.analogy, layout_key=places.state.layout.key)
    found = run.findings.get(asked)
    if isinstance(found, Refused):
        return AnalogyArrows(asked, why_not=found.sentence)
    if not isinstance(found, Arrows):
        return AnalogyArrows(asked, asked if asks else None)
    points = _points(found, places)
    has_expected = len(points) > EXPECTED
    return AnalogyArrows(
        asked, None, found, "", points, between(points[B] - points[A], points[TARGET] - points[C]),
        between(points[C] - points[A], points[TARGET] - points[B]),
        by_chance(places.points, points),
        between(points[B] - points[A], points[EXPECTED] - points[C]) if has_expected else float("nan"),
    )  # fmt: skip


def _points(found: Arrows, places: Places) -> F32:
    """[4 or 5, 3]: a word of one token lies on its point, all else where it was placed."""
    made = places.placed(found.placed).astype(np.float32)
    rows = [*range(INPUTS), *([EXPECTED] if len(found.words) > INPUTS else [])]
    for row, word in zip(rows, found.words, strict=True):
        if word.is_one and word.token_ids[0] < len(places.points):
            made[row] = places.points[word.token_ids[0]]
    return made


def between(one: F32, other: F32) -> float:
    """Degrees between two vectors, 0..180; NaN where one has no length."""
    lengths = float(np.linalg.norm(one)) * float(np.linalg.norm(other))
    if lengths < 1e-12:
        return float("nan")
    return float(np.degrees(np.arccos(np.clip(np.float64(one @ other) / lengths, -1.0, 1.0))))


@by_identity(4)
def by_chance(points: F32, arrows: F32) -> float:
    """The mean angle between a -> b and arrows between `PAIRS` pairs of points [N, 3] drawn at random."""
    rng = np.random.default_rng(0)
    pairs = points[rng.integers(0, len(points), (PAIRS, 2))]
    found = [between(arrows[B] - arrows[A], end - start) for start, end in pairs]
    finite = [angle for angle in found if np.isfinite(angle)]
    return float(np.mean(finite)) if finite else float("nan")
