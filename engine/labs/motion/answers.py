"""Which function answers which question about motion."""

from __future__ import annotations

from engine.labs.motion import batch, current, dimension
from engine.labs.motion.questions import AskDimension, AskFans, AskLaws, AskNormed, AskScales

ANSWERS = {
    AskScales: current.scales,
    AskNormed: current.final_states,
    AskFans: current.run_fans,
    AskLaws: batch.laws,
    AskDimension: dimension.dimensions,
}
