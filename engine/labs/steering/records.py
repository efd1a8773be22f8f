"""What steers a model, as interventions that the list of interventions holds, and what is asked of them. Numpy only.

The strength of a change of a feature is counted in the feature's own largest activation over a text, that of a vector
in the vector's own length; both are told besides as a share of the length that a state has where they act.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal, Self

from engine.adjustable import Adjustable, Dial, shown_number
from engine.dictionaries.records import FeatureName, Hook
from engine.errors import in_short
from engine.questions import Finding, Question
from engine.records import F32, I32, ModelInfo, Sampling
from engine.sentences import say

Way = Literal["add", "clamp", "multiply", "zero"]
WAYS: tuple[Way, ...] = ("add", "clamp", "multiply", "zero")
LONGEST_TITLE = 24
STRENGTHS = (0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 10.0)
VECTOR_STRENGTHS = (0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 4.0)  # a difference of means is long
# What a row of the dial was written with: the change, the change while attention looks where the intact model looks,
# and as much of a random direction.
VARIANTS = ("changed", "frozen", "random")
FRAMES = ("This is about {}", "I was thinking of {}", "They told us of {}", "It all came down to {}")


_NAME = re.compile(r"^.*[/\\\\]|\.safetensors$")  # what is left out of a dictionary's name for people


def in_norms(share: float, strength: float) -> str:
    """A strength as a share of the state's length, "" where that is not known."""
    if share <= 0:
        return ""
    return say("{share:.2g} × the state's norm", share=abs(share * strength))


@dataclass(frozen=True, eq=False)
class FeatureChange(Adjustable):
    """A feature of a dictionary has another activation; what the dictionary does not explain stays as it is.

    With `control` the same amounts go along a random direction of the same length, drawn with that seed.
    """

    dictionary: str  # its name, as questions name it
    sha256: str  # of the dictionary's numbers
    hook: Hook
    index: int
    way: Way = "add"
    largest: float = 0.0  # the feature's largest activation over a text: the unit of the strength
    share: float = 0.0  # length of the direction at that activation, as a share of the median state's; 0 = not known
    control: int = 0

    @property
    def layer(self) -> int:
        """The block at which its dictionary reads."""
        return self.hook.layer

    @property
    def label(self) -> str:
        """F123."""
        return say("{feature} control", feature=f"F{self.index}") if self.control else f"F{self.index}"

    @property
    def description(self) -> str:
        """Which feature it is."""
        return say(
            "Feature {index} of the dictionary {name}: {hook}",
            index=self.index,
            name=in_short(_NAME.sub("", self.dictionary), 60),
            hook=self.hook.in_words,
        )

    @property
    def effect(self) -> str:
        """In both units."""
        if self.way in ("multiply", "zero"):
            return f"× {shown_number(0.0 if self.way == 'zero' else self.strength)}"
        sign = "=" if self.way == "clamp" else "−" if self.strength < 0 else "+"
        amount = shown_number(self.strength if self.way == "clamp" else abs(self.strength))
        norms = in_norms(self.share, self.strength)
        if not norms:
            return say("{sign} {amount} × its maximum", sign=sign, amount=amount)
        return say("{sign} {amount} × its maximum ({norms})", sign=sign, amount=amount, norms=norms)

    @property
    def dial(self) -> Dial:
        """Ten times its maximum is gibberish in a small model, two to four keep its grammar."""
        if self.way == "zero":
            return Dial(0.0, 0.0)
        return Dial(-2.0, 10.0, {"add": 0.0, "multiply": 1.0, "clamp": None}[self.way])

    @property
    def modes(self) -> tuple[str, ...]:
        """The ways in which its activation can be changed."""
        return (say("add"), say("clamp"), say("multiply"), say("zero"))

    @property
    def mode(self) -> int:
        """Which of them it is."""
        return WAYS.index(self.way)

    def with_mode(self, mode: int) -> Self:
        """The same feature changed in another way."""
        return replace(self, way=WAYS[mode])

    @property
    def target(self) -> Hashable:
        """The feature, however it is changed."""
        return ("feature", self.sha256 or self.dictionary, self.index, self.control)

    @property
    def feature(self) -> FeatureName:
        """The feature."""
        return FeatureName(self.dictionary, self.index)


@dataclass(frozen=True, eq=False)
class SteeringVector(Adjustable):
    """A vector added to what stands at a hook: a difference of means, or a random one of the same length."""

    hook: Hook
    vector: F32  # [D] in the units of what stands there
    title: str
    share: float = 0.0  # its length as a share of the median state's; 0 = not known

    @property
    def layer(self) -> int:
        """The block it is added after."""
        return self.hook.layer

    @property
    def label(self) -> str:
        """What it was made of."""
        return in_short(self.title, LONGEST_TITLE)

    @property
    def description(self) -> str:
        """What it was made of, and where it is added."""
        return say("The steering vector {title}, added at {hook}", title=self.title, hook=self.hook.in_words)

    @property
    def effect(self) -> str:
        """In both units."""
        sign, norms = "−" if self.strength < 0 else "+", in_norms(self.share, self.strength)
        amount = shown_number(abs(self.strength))
        if not norms:
            return say("{sign} {amount} × its length", sign=sign, amount=amount)
        return say("{sign} {amount} × its length ({norms})", sign=sign, amount=amount, norms=norms)

    @property
    def dial(self) -> Dial:
        """Either way."""
        return Dial(-4.0, 4.0, 0.0)

    def why_not(self, info: ModelInfo) -> str:
        """Also where it has another width than the model."""
        width = info.d_mlp if self.hook.kind == "neurons" else info.d_model
        if (reason := super().why_not(info)) or len(self.vector) == width:
            return reason
        return say(
            "The vector {title} has {n:,} numbers, but {what} has {width:,} in {name}: make it again with this model.",
            title=self.label,
            n=len(self.vector),
            what=self.hook.in_words,
            width=width,
            name=info.name,
        )


# -- questions -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AskFeatureSteering(Question):
    """A feature as a change that can be made. Answer: Steering."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 24

    feature: FeatureName
    way: Way = "add"


@dataclass(frozen=True)
class AskVectorSteering(Question):
    """The mean state of some texts less that of others, as a vector that can be added. Answer: Steering.

    A text's state is the mean over its positions, the first one and giants left out. `words`: what is given are words,
    each is put into `FRAMES`, and its state is that of its last token there.
    """

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 12

    layer: int
    texts: tuple[str, ...]
    others: tuple[str, ...]
    words: bool = False
    seed: int = 1  # of the random vector that it is compared with


@dataclass(frozen=True)
class Steering(Finding):
    """A change of strength 1, and its control: as much along a random direction."""

    change: FeatureChange | SteeringVector
    control: FeatureChange | SteeringVector
    length: float  # of what a strength of 1 adds, in the model's own units
    state: float  # the median length of what stands there over the sample texts, first positions left out
    positions: int  # of the sample that this was measured over
    halves: float = float("nan")  # cosine of the vectors that the two halves of the texts give
    note: str = ""  # what the screen has to say besides, a sentence


@dataclass(frozen=True)
class AskDial(Question):
    """The text after `node` gone on with, for a row of strengths. Answers in slices: each finding has what goes on."""

    kept: ClassVar[int] = 6

    change: FeatureChange | SteeringVector  # its strength is not used; positions as they are
    control: FeatureChange | SteeringVector | None
    node: int
    strengths: tuple[float, ...] = STRENGTHS
    n_tokens: int = 24
    sampling: Sampling = field(default_factory=Sampling)
    frozen: bool = True  # also with attention frozen
    have: tuple[tuple[int, ...], ...] = ()  # tokens that each row wrote in the slices before
    known: tuple[tuple[float, ...], ...] = ()  # and their nats under the intact model
    seconds: float = 3.0  # of a slice


@dataclass(frozen=True)
class DialFound(Finding):
    """What was written so far: S strengths in V variants (of `VARIANTS`), N tokens each."""

    asked: AskDial  # the question of the first slice
    variants: tuple[str, ...]
    strengths: F32  # [S]
    token_ids: I32  # [V, S, N] -1 after the end of a text
    nats: F32  # [V, S, N] -log p of each token under the intact model, NaN after the end
    perplexity: F32  # [V, S] of the written tokens under the intact model
    distinct: F32  # [V, S] share of the written tokens that are different ones
    prefix: I32  # [T] the text gone on from
    why_not_frozen: str  # "" where attention can be frozen
    done: bool
    then: AskDial | None
