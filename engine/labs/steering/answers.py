"""Which function answers which question about steering."""

from __future__ import annotations

from engine.labs.steering.dial import dial
from engine.labs.steering.records import AskDial, AskFeatureSteering, AskVectorSteering
from engine.labs.steering.vectors import feature_steering, vector_steering

ANSWERS = {AskFeatureSteering: feature_steering, AskVectorSteering: vector_steering, AskDial: dial}
