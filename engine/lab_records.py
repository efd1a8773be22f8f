"""Questions to the engine's labs and their findings: frozen records of numpy arrays, like `engine.records`.

A lab is one file in `engine/labs/` that answers one or more classes of question; its records stand here (or in a module
`engine/lab_records_*.py`) so that a view may know them without knowing the lab. Numpy only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.records import Frozen


@dataclass(frozen=True)
class Question(Frozen):
    """Base of what a lab can be asked. Equal questions have equal findings on the same run and model.

    A subclass about the model alone says `about = "model"`; its findings outlive the run.
    """

    about: ClassVar[Literal["run", "model"]] = "run"


@dataclass(frozen=True)
class Finding(Frozen):
    """Base of what a lab found."""
