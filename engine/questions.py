"""Questions to the engine's labs and their findings: frozen records of numpy arrays, like `engine.records`.

A laboratory is one folder `engine/labs/NAME/`: its records (`records.py`, and `questions.py` where there are many) are
numpy only, so that a view may know them without knowing the laboratory; `answers.py` answers them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.records import Frozen


@dataclass(frozen=True)
class Question(Frozen):
    """Base of what a lab can be asked. Equal questions have equal findings on the same run and model.

    A subclass about the model alone says `about = "model"`; its findings outlive the run. One that needs no model at
    all (it asks about what Orrery brings along) says `about = "resources"`; its findings outlive the model too.
    """

    about: ClassVar[Literal["run", "model", "resources"]] = "run"
    gives_way: ClassVar[bool] = False  # any other request ends it where a view put it, which then puts it again
    kept: ClassVar[int] = 0  # how many of the newest findings of this class the window keeps; 0 = all

    def ends(self, older: Question) -> bool:
        """Whether asking this makes an older question of another class pointless; one of its own class always is."""
        return False


@dataclass(frozen=True)
class Finding(Frozen):
    """Base of what a lab found."""


class Calm(str):
    """A sentence that says what a person has done, and no fault: views do not show it as one."""

    __slots__ = ()


@dataclass(frozen=True)
class Watching(Question):
    """Base of questions that can be asked of every token while a run is written (`protocol.Generate.watch`)."""

    node: int = -1  # the newest one


@dataclass(frozen=True)
class Watched(Finding):
    """Base of their findings."""

    stops: bool  # no further token is to be written


@dataclass(frozen=True)
class Refused(Finding):
    """In place of a finding: why there is none, in a sentence."""

    sentence: str
