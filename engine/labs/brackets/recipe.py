"""What makes a bracket net: every number that decides its weights, as plain values that go into a json file."""

from __future__ import annotations

import dataclasses
import json
import math
from dataclasses import dataclass
from typing import Any

from engine.errors import InputRefused
from engine.labs.brackets.batches import Lengths
from engine.labs.brackets.language import Language
from engine.nets.numbers import recipe_of, require_number
from engine.sentences import say

# Ends of the numbers: past them nothing fits into memory, or a training has no end. Whole where both ends are.
_RANGES: dict[str, tuple[float, float]] = {
    "layers": (1, 256), "kinds": (1, 2), "max_pairs": (1, 2048), "examples": (1, 10**12), "batch": (1, 2**20),
    "groups": (1, 2**12), "warmup": (0, 10**12), "seed": (0, 2**63 - 1), "width": (1, 2**14), "heads": (1, 2**10),
    "mlp": (1, 2**16), "context": (3, 2**13), "evaluations": (1, 10**5), "checkpoints": (0, 10**5),
    "learning_rate": (1e-12, 1e6), "weight_decay": (0.0, 1e6), "clip": (1e-12, 1e12),
}  # fmt: skip


@dataclass(frozen=True)
class Recipe:
    """The recipe of one training. The net is a GPT-2 of width 128 with 8 heads and an MLP of 512, as Wolfram's."""

    layers: int = 2
    kinds: int = 1  # kinds of bracket: 1 = (), 2 = ()[]
    max_pairs: int = 20  # longest string trained on: 40 brackets
    examples: int = 1_000_000
    batch: int = 128  # strings a step
    groups: int = 4  # lengths a step
    learning_rate: float = 1e-3  # peak, reached after the warm-up, then a cosine down to a hundredth of it
    warmup: int = 100  # steps
    weight_decay: float = 0.01
    betas: tuple[float, float] = (0.9, 0.99)
    clip: float = 1.0  # largest norm of the gradient
    seed: int = 0
    width: int = 128
    heads: int = 8
    mlp: int = 512
    context: int = 128  # positions, the start token included; those past 2 * max_pairs + 1 are never trained
    evaluations: int = 60  # points of the learning curve
    checkpoints: int = 20  # sets of weights kept along the way

    def __post_init__(self) -> None:
        Language(self.kinds)
        for name, (low, high) in _RANGES.items():
            require_number(name, getattr(self, name), low, high)
        require_number("betas", len(self.betas), 2, 2)
        for name, value in (("beta 1", self.betas[0]), ("beta 2", self.betas[1])):
            require_number(name, value, 0.0, 1 - 1e-9)
        if self.batch < self.groups:
            raise InputRefused(
                say(
                    "batch must be {groups} or more, but is {batch}. Choose a larger one.",
                    groups=self.groups,
                    batch=self.batch,
                )
            )
        if self.width % self.heads:
            raise InputRefused(
                say(
                    "A width of {width} cannot be shared by {heads} heads. Choose a multiple.",
                    width=self.width,
                    heads=self.heads,
                )
            )
        if 2 * self.max_pairs + 1 > self.context:
            raise InputRefused(
                say(
                    "Strings of {max_pairs} brackets and a start token do not fit into a context of {context}. "
                    "Choose at most {pairs} pairs, or a longer context.",
                    max_pairs=2 * self.max_pairs,
                    context=self.context,
                    pairs=(self.context - 1) // 2,
                )
            )
        if self.batch % self.groups:
            raise InputRefused(
                say(
                    "A batch of {batch} cannot be shared by {groups} groups. Choose a multiple.",
                    batch=self.batch,
                    groups=self.groups,
                )
            )

    @property
    def n_weights(self) -> int:
        """How many numbers the blocks of its net hold at least."""
        return self.layers * self.width * (4 * self.width + 2 * self.mlp)

    @property
    def language(self) -> Language:
        return Language(self.kinds)

    @property
    def lengths(self) -> Lengths:
        return Lengths(self.max_pairs)

    @property
    def steps(self) -> int:
        """Optimizer steps in all."""
        return math.ceil(self.examples / self.batch)

    def rate(self, step: int) -> float:
        """The learning rate of a step, counted from 0."""
        if step < self.warmup:
            return self.learning_rate * (step + 1) / self.warmup
        part = (step - self.warmup) / max(1, self.steps - self.warmup)
        return self.learning_rate * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, part))))

    def evaluation_steps(self) -> frozenset[int]:
        """Steps after which the held-out strings are looked at: evenly spread, the first and the last among them."""
        count = min(self.evaluations, self.steps)
        return frozenset(round(i * self.steps / count) for i in range(count + 1))

    def checkpoint_steps(self) -> frozenset[int]:
        """Steps after which weights are kept: 0, then spread evenly in the logarithm, since most happens early."""
        if self.checkpoints < 2:
            return frozenset({self.steps})
        first = max(1.0, self.steps / 300)
        grid = (first * (self.steps / first) ** (i / max(1, self.checkpoints - 2)) for i in range(self.checkpoints - 1))
        return frozenset({0, self.steps, *(round(step) for step in grid)})

    def as_json(self) -> dict[str, Any]:
        """Plain values, with the distribution of lengths said in words."""
        return {**dataclasses.asdict(self), "lengths": str(self.lengths)}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Recipe:
        """The recipe that `as_json` wrote. Raises InputRefused for values that make none."""
        return recipe_of(cls, values)

    def command(self) -> str:
        """The command line that makes the same net again."""
        plain = Recipe()
        words = ["python", "main.py", "brackets", "train"]
        for name, option in OPTIONS.items():
            if getattr(self, name) != getattr(plain, name):
                words += [option, json.dumps(getattr(self, name))]
        return " ".join(words)


OPTIONS = {
    "layers": "--layers",
    "kinds": "--kinds",
    "max_pairs": "--max-pairs",
    "examples": "--examples",
    "batch": "--batch",
    "groups": "--groups",
    "learning_rate": "--learning-rate",
    "warmup": "--warmup",
    "seed": "--seed",
    "context": "--context",
    "evaluations": "--evaluations",
    "checkpoints": "--checkpoints",
}
