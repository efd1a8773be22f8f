"""What the picture on screen loses and invents around each point, as the engine measured it, for colour and words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.labs.projections.records import KS, REACHES, AskLosses, Losses, Lost
from engine.questions import Refused
from engine.records import F32, Layout
from engine.run import Run
from viz.lab import QT_TRANSLATE_NOOP
from viz.memo import by_identity

LOST = QT_TRANSLATE_NOOP("MeaningSpace", "neighbours lost")
INVENTED = QT_TRANSLATE_NOOP("MeaningSpace", "neighbours invented")
COUNTED = tuple(str(k) for k in KS)  # choices of how many neighbours count


@dataclass(frozen=True, eq=False)
class LossReading:
    """One layout, looked at in two or three dimensions, read for one number of neighbours."""

    by: str  # LOST or INVENTED: what the colours mean
    at: int  # of KS
    flat: bool
    question: AskLosses | None = None  # to be asked
    found: Losses | None = None
    why_not: str = ""  # the engine's sentence why there is none

    @property
    def k(self) -> int:
        """How many neighbours count."""
        return KS[self.at]

    @property
    def reach(self) -> int:
        """How near a neighbour of one space has to be in the other, in ranks."""
        return REACHES[self.at]

    @property
    def picture(self) -> Lost | None:
        """What was measured of the picture on screen."""
        return None if self.found is None else self.found.two if self.flat else self.found.three

    @property
    def values(self) -> F32 | None:
        """[N] the share that the colours show, 0..1; NaN where there is none."""
        if self.picture is None:
            return None
        return column(self.picture.lost if self.by == LOST else self.picture.invented, self.at)

    @property
    def mean(self) -> float:
        """Of that share over the measured points."""
        if self.picture is None:
            return float("nan")
        return float((self.picture.mean_lost if self.by == LOST else self.picture.mean_invented)[self.at])

    @property
    def likeness(self) -> float:
        """Correlation of the share with what is shown of points that were not measured; NaN where all were."""
        return float("nan") if self.picture is None else float(self.picture.likeness[int(self.by != LOST), self.at])

    @property
    def is_whole(self) -> bool:
        """Whether every point was measured."""
        return self.found is not None and len(self.found.measured) >= self.found.n_points

    def is_measured(self, index: int) -> bool:
        """Whether the numbers of a background point are its own."""
        if self.found is None:
            return False
        at = int(np.searchsorted(self.found.measured, index))
        return at < len(self.found.measured) and int(self.found.measured[at]) == index


def loss_of(run: Run, layout: Layout, by: str, counted: str, flat: bool, asks: bool = True) -> LossReading | None:
    """The reading of a layout where the colours are to show one; it asks for what is not known where it `asks`."""
    if by not in (LOST, INVENTED):
        return None
    question = AskLosses(layout.space, layout.key)
    found = run.findings.get(question)
    at = COUNTED.index(counted) if counted in COUNTED else 1
    return LossReading(
        by, at, flat, question if asks and found is None else None, found if isinstance(found, Losses) else None,
        found.sentence if isinstance(found, Refused) else "",
    )  # fmt: skip


@by_identity(8)
def column(shares: F32, at: int) -> F32:
    """[N] one column of [N, 3], the same object each time."""
    return np.ascontiguousarray(shares[:, at])
