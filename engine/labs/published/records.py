"""What is asked of a published dictionary and what was found. Numpy only.

Nothing that its files claim of its quality is shown: loss recovered and the rest are measured on the loaded model, and
beside them the same dictionary with its decoder's rows dealt anew among its latents, which is as sparse and as large,
but means nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from engine.dictionaries.records import DictionaryInfo, Scores
from engine.questions import Finding, Question

TOKENS: Final = 4_096
FEWEST_TOKENS, MOST_TOKENS = 1_024, 1_000_000


@dataclass(frozen=True)
class AboutPublished(Question):
    """Base of this laboratory's questions."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 4


@dataclass(frozen=True)
class OpenPublished(AboutPublished):
    """Read a dictionary by the path of its folder or file. Answer: PublishedOpened."""

    path: str = ""


@dataclass(frozen=True)
class PublishedOpened(Finding):
    """It, and how it stands to the loaded model."""

    info: DictionaryInfo
    why_not: str  # why it is of no use with the loaded model, "" where it is
    same_model: bool | None  # whether it names the loaded model; None: it names none
    loaded: str  # name of the loaded model
    lacks_factor: bool  # activations are scaled by a factor that its files do not tell: it is measured first


@dataclass(frozen=True)
class MeasurePublished(AboutPublished):
    """Measure it on text, in the loaded model. Answer: PublishedMeasured."""

    path: str = ""
    text: str = ""  # "" = the bundled novels, "sample" = the bundled sample, else the path of a person's file
    tokens: int = TOKENS  # at most


@dataclass(frozen=True)
class PublishedMeasured(Finding):
    """Scores of the dictionary, and of the control."""

    title: str  # of the text
    tokens: int
    scores: Scores
    dealt: Scores  # with the decoder's rows dealt anew
    factor: float  # by which activations are scaled: told by its files, or measured; 1 where there is none


@dataclass(frozen=True)
class KeepPublished(AboutPublished):
    """Keep it as a file of Orrery's, with the scores that were measured. Answer: PublishedKept."""

    measured: MeasurePublished = MeasurePublished()
    attempt: int = 0  # another number keeps another copy


@dataclass(frozen=True)
class PublishedKept(Finding):
    """The copy, by its own name."""

    info: DictionaryInfo


@dataclass(frozen=True)
class FetchPublished(AboutPublished):
    """Bring a dictionary from the hub. Answer: PublishedFetched."""

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"

    repo: str = ""
    folder: str = ""  # or file, in the repository; "" where there is only one
    revision: str = "main"


@dataclass(frozen=True)
class PublishedFetched(Finding):
    """Where it lies now."""

    path: str
