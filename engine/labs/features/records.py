"""What is asked of dictionaries and their features, and what was found. Numpy only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.dictionaries.records import DictionaryInfo
from engine.questions import Finding, Question


@dataclass(frozen=True)
class AskDictionaries(Question):
    """Which dictionaries there are: those that come along, and those that were trained here."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    again: int = 0  # another number asks anew: one may have come


@dataclass(frozen=True)
class Dictionaries(Finding):
    """`why_not` says of each why it is of no use with the loaded model, "" of one that is."""

    infos: tuple[DictionaryInfo, ...]
    why_not: tuple[str, ...]


@dataclass(frozen=True)
class AskDictionary(Question):
    """One dictionary by its name, which may be the path of a file."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    name: str = ""


@dataclass(frozen=True)
class OneDictionary(Finding):
    """It, and why it is of no use with the loaded model, "" where it is."""

    info: DictionaryInfo
    why_not: str
