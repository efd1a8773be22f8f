"""Interventions that a person can hold in a list and turn up and down: what a row of the list needs to know of one.

A laboratory that declares such a class needs to do nothing else to have it in the list of interventions: its name, its
one number (the *strength*, in a unit of its own) and where it acts are said here, by the record itself. Numpy only.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Self

from engine.dictionaries.records import NO_FEATURE, FeatureName
from engine.records import Frozen, Intervention, ModelInfo, Positions, reached
from engine.sentences import say


@dataclass(frozen=True)
class Dial(Frozen):
    """The range of a strength: ends of the slider, and the value that leaves the model as it is, None where none does.

    A strength may be typed beyond the ends.
    """

    low: float
    high: float
    neutral: float | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Adjustable(Intervention):
    """An intervention of one number. Subclasses are declared `@dataclass(frozen=True, eq=False)`."""

    strength: float = 1.0
    positions: Positions = None

    @property
    def label(self) -> str:
        """Its short name, such as F123."""
        raise NotImplementedError

    @property
    def description(self) -> str:
        """What it is, for a tooltip."""
        return self.label

    @property
    def effect(self) -> str:
        """What it does at its strength, such as "+ 3 × its maximum"."""
        return f"× {shown_number(self.strength)}"

    @property
    def dial(self) -> Dial:
        """The range of its strength."""
        raise NotImplementedError

    @property
    def modes(self) -> tuple[str, ...]:
        """The ways in which it can act, sentences in a fixed order; () where there is one only."""
        return ()

    @property
    def mode(self) -> int:
        """Which of them it is."""
        return 0

    def with_mode(self, mode: int) -> Self:
        """The same acting in another way."""
        if mode != self.mode:
            raise NotImplementedError
        return self

    @property
    def target(self) -> Hashable:
        """What it changes: a list holds one intervention of each target."""
        bare = self.with_strength(0.0).with_positions(None)
        return (f"{type(self).__module__}.{type(self).__qualname__}", bare)

    @property
    def feature(self) -> FeatureName:
        """The feature that it is about, which the views of features show when it is chosen."""
        return NO_FEATURE

    @property
    def is_identity(self) -> bool:
        """Whether its strength leaves the model as it is."""
        return self.strength == self.dial.neutral

    def reaches(self, length: int) -> bool:
        """Whether one of its positions is in a text of `length` tokens."""
        return super().reaches(length) and reached(self.positions, length)

    def with_strength(self, strength: float) -> Self:
        """The same with another strength."""
        return replace(self, strength=strength)

    def with_positions(self, positions: Positions) -> Self:
        """The same at other positions."""
        return replace(self, positions=positions)

    def why_not(self, info: ModelInfo) -> str:
        """Why it cannot be done to a model, in a sentence; "" where it can, as far as its facts tell."""
        if reason := info.why_missing("replay"):
            return reason
        if 0 <= self.layer < info.n_layers:
            return ""
        return say(
            "There is no layer {layer}: {name} has layers 0 to {last}.",
            layer=self.layer,
            name=info.name,
            last=info.n_layers - 1,
        )

    def __str__(self) -> str:
        return f"{self.label} {self.effect}"


def shown_number(value: float) -> str:
    """A strength with as many digits as it needs, and a true minus."""
    return f"{value:z.3g}".replace("-", "−")
