"""What a person has set in the controls and the preferences, read by the session at the moment it is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.records import Sampling

Asked = tuple[str, Sampling, bool, int]  # prompt, sampling, as a chat, number of tokens


@dataclass(frozen=True)
class Chosen:
    """One callable for each thing that is chosen outside the session."""

    asked: Callable[[], Asked]
    n_tokens: Callable[[], int]  # to generate at a time
    model_place: Callable[[], tuple[str, str]]  # device and precision
    offline: Callable[[], bool]  # never go online
    engine_share: Callable[[], Mapping[str, int]]  # threads and bytes that the engine may use
    saved: Callable[[], tuple[bool, Path | None]]  # whether a file holds the run on screen as it is, and which
    camera: Callable[[str], tuple[float, ...] | None]  # from where a view is looked at
