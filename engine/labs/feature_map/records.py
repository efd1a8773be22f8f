"""What is asked about how a dictionary's features lie to each other, and what was found. Numpy only.

Three links between features a and b:

    "cosine"    of their decoder rows
    "firing"    correlation of their activations over a text's positions, 0 where a feature is not active
    "trigger"   of all that b's activations sum to over a text, the share that stands at tokens which a promotes: the
                `PROMOTED` tokens of the text with the largest logits of a's direction. It has a direction, a -> b.

Beside each stands what chance gives: the largest value among all features for a random direction ("cosine"), for the
chosen feature's activations put at other positions ("firing"), or for other tokens that are as common ("trigger"); the
mean of `DRAWS` draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from engine.dictionaries.records import DictionaryInfo, FeatureName
from engine.errors import InputRefused, shown
from engine.questions import Finding, Question
from engine.records import F32, I32, Space
from engine.sentences import say

Link = Literal["cosine", "firing", "trigger"]
LINKS: tuple[Link, ...] = ("cosine", "firing", "trigger")
PROMOTED: Final = 10  # tokens
DRAWS: Final = 20
MOST_NEIGHBOURS: Final = 60
MOST_LINKS: Final = 400
SAMPLE: Final = "sample"  # as a text: the bundled sample
TOKENS: Final = 20_000
FEWEST_TOKENS, MOST_TOKENS = 1_000, 2_000_000


@dataclass(frozen=True)
class AskDecoderGeometry(Question):
    """How a dictionary's decoder rows lie, beside random directions. Answer: DecoderGeometry."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 2

    dictionary: str = ""
    seed: int = 0


@dataclass(frozen=True)
class DecoderGeometry(Finding):
    """Of n features that read D numbers; rows of norm 0 are NaN."""

    n: int
    d: int
    nearest: F32  # [n] cosine of the row most like a row
    which: I32  # [n] that row
    own: F32  # [n] D_i: how much of a dimension a feature has to itself
    nearest_random: F32  # [n] of n random directions
    own_random: F32  # [n]


@dataclass(frozen=True)
class ReadTogether(Question):
    """Read a text and keep which features fire together. Answer: FiredTogether."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 2

    dictionary: str = ""
    text: str = ""  # "" = the bundled novels, `SAMPLE` = the bundled sample, else the path of a person's file
    tokens: int = TOKENS  # at most


@dataclass(frozen=True)
class FiredTogether(Finding):
    """Of each feature over the text."""

    title: str  # of the text
    positions: int  # read; first tokens are left out
    density: F32  # [n] share of the positions at which it is active
    largest: F32  # [n]
    token: I32  # [n] at which most of its activations stand; -1 of a feature that is never active
    token_share: F32  # [n] of the sum of its activations
    promoted: I32  # [n, PROMOTED] tokens of the text with the largest logits of its direction; -1 where none is known
    cut: bool = False  # the text was not read to its end: there were too many activations to keep


@dataclass(frozen=True)
class AskFeatureGraph(Question):
    """The features linked most strongly with one, and the links between them. Answer: FeatureGraph.

    Links by "firing" and "trigger" are over the text of `read`; it is read first where it is not in memory.
    """

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 6

    read: ReadTogether = ReadTogether()  # names the dictionary
    feature: int = 0
    link: Link = "cosine"
    most: int = 16  # neighbours
    least: float = 0.0  # of the link, by amount
    seed: int = 0


@dataclass(frozen=True)
class FeatureGraph(Finding):
    """m features, the chosen one first, the others by the strength of their link; e links, strongest first.

    A link between two neighbours is there where it is as strong as the weakest of the chosen feature's own.
    """

    link: Link
    features: I32  # [m]
    ends: I32  # [e, 2] into `features`: from, to; without a direction the lower first
    value: F32  # [e] of the link
    cosine: F32  # [e]
    correlation: F32  # [e] NaN where no text was read
    lift: F32  # [e] how many times as often both are active as if they knew nothing of each other; NaN as above
    share: F32  # [e] "trigger" from -> to; NaN as above
    chance: float  # the largest that chance gives, see the module
    turn: F32  # [m] 0..1: on which side of the chosen one a feature lies (`geometry.turns_around`)
    above: int  # features of the whole dictionary whose link with the chosen one is larger than chance gives
    positions: int = 0  # of the text; 0 where none was read
    left_out: int = 0  # links between neighbours: there are at most `MOST_LINKS` in all


def points_of(infos: Sequence[DictionaryInfo]) -> Space:
    """The space of the decoder rows of some dictionaries that read vectors of one width, on a map of their own."""
    return Space("points", points="feature_map/" + "\n".join(f"{it.width}:{it.name}" for it in infos))


def feature_at(what: str, number: int) -> FeatureName | None:
    """Which feature point `number` of such a space is; None where it is none."""
    for name, width in names_from(what):
        if 0 <= number < width:
            return FeatureName(name, number)
        number -= width
    return None


def names_from(what: str) -> tuple[tuple[str, int], ...]:
    """The dictionaries that such a space names, with their widths. Raises InputRefused where it names none."""
    parts = [line.partition(":") for line in what.split("\n")]
    if not all(name and width.isdecimal() and len(width) < 8 for width, _, name in parts):
        raise InputRefused(say("{what} names no features of dictionaries.", what=shown(what, 60)))
    return tuple((name, int(width)) for width, _, name in parts)


def require_feature(feature: int, width: int) -> int:
    """Raises InputRefused where there is no such feature."""
    if not 0 <= feature < width:
        raise InputRefused(
            say("There is no feature F{feature}: this dictionary has F0 to F{last}.", feature=feature, last=width - 1)
        )
    return feature
