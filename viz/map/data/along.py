"""Where points lie along a direction that a person chose, or that a probe found, as the engine told it.

The question is kept with the space it was asked in. At another layer of the same states, and of the other matrix of
tokens, its points are the same things, so it is asked there anew; elsewhere only words mean anything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from engine.labs.probes.records import Along, AlongFeature, AskAlong, AskFeatureAlong, AskProbe, Probe
from engine.questions import Refused
from engine.records import F32, Space
from engine.run import Run
from viz.lab import QT_TRANSLATE_NOOP
from viz.memo import by_identity
from viz.ui_state import UiState

DIRECTION = QT_TRANSLATE_NOOP("MeaningSpace", "direction")
NONE_CHOSEN, ELSEWHERE = "none", "elsewhere"  # why there is nothing to show; words for each stand in `along_words`
Asked = AskAlong | AskFeatureAlong | AskProbe
INSIDE = 0.99  # of the points' values lie within the colours


@dataclass(frozen=True, eq=False)
class AlongReading:
    """What the colours are to show, and as much of it as is known."""

    asked: Asked | None = None
    question: Asked | None = None  # to be asked
    found: Along | AlongFeature | Probe | None = None
    why_not: str = ""  # one of the above, or the engine's sentence


def along_of(run: Run, ui: UiState, colour: str, asks: bool) -> AlongReading | None:
    """The reading of the space shown where the colours are to show one; it asks for what is not known where it
    `asks`."""
    if colour != DIRECTION:
        return None
    if not isinstance(ui.along, (AskAlong, AskFeatureAlong, AskProbe)):
        return AlongReading(why_not=NONE_CHOSEN)
    asked = in_space(ui.along, ui.space)
    if asked is None:
        return AlongReading(why_not=ELSEWHERE)
    found = run.findings.get(asked)
    if isinstance(found, Refused):
        return AlongReading(asked, why_not=found.sentence)
    if isinstance(found, (Along, AlongFeature, Probe)):
        return AlongReading(asked, found=found)
    return AlongReading(asked, asked if asks else None)


def in_space(question: Asked, space: Space) -> Asked | None:
    """The same question of another space; None where it means nothing there."""
    if isinstance(question, AskFeatureAlong):
        return None if space.kind == "points" else replace(question, space=space)
    if isinstance(question, AskAlong) and isinstance(question.start, str) and isinstance(question.end, str):
        return replace(question, space=space)
    of_states = (question.space.kind == "resid", space.kind == "resid")
    if of_states[0] != of_states[1] or (of_states[0] and question.space.texts != space.texts):
        return None
    return replace(question, space=space)


@by_identity(4)
def scaled(values: F32) -> tuple[F32, float]:
    """([N] values in 0..1, 0.5 where they are 0, and how far either side reaches: `INSIDE` of them are within that)."""
    finite = np.abs(values[np.isfinite(values)])
    reach = max(float(np.quantile(finite, INSIDE)), 1e-6) if len(finite) else 1.0
    made = np.clip(0.5 + values / (2 * reach), 0.0, 1.0)
    return made.astype(np.float32), reach
