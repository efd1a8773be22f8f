"""What a run is begun with, and how its owner asks it to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from engine.capture.effects import Means
from engine.records import Plan, Sampling

Stop = Callable[[], bool]


def never() -> bool:
    """A stop nobody asks for."""
    return False


@dataclass(frozen=True)
class Settings:
    """What a run was begun with."""

    sampling: Sampling = field(default_factory=Sampling)
    k: int = 50
    plan: Plan = field(default_factory=Plan)
    means: Means | None = None
