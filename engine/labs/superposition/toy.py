"""The toy model: many starts trained at once on the same examples, in numpy, with gradients by hand.

All starts and the control without ReLU are one array, so that a step of eight small models costs little more than of
one. Examples of a step come from a generator seeded by (seed, step) alone: whoever goes on from a kept state gets
what an uninterrupted training would have got, bit by bit.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

import numpy as np

from engine.errors import InputRefused, ModelUnusable
from engine.labkit.dimensionality import dimensionality
from engine.labs.superposition.geometry import arrangement
from engine.labs.superposition.records import F64, Arrangement, ToyRecipe
from engine.nets.adam import advance, falling
from engine.records import F32
from engine.sentences import say

MOMENTS = 40  # that a training is shown at
FASTER = 1.5  # moments lie at steps * (moment / MOMENTS) ^ FASTER: closer where it moves most
HELD_OUT = 4096  # examples, fewer where there are many features
NUMBERS = 20_000  # weights of all starts together, at most
_RANGES: dict[str, tuple[float, float]] = {
    "features": (2, 100), "dimensions": (1, 50), "density": (0.001, 1.0), "decay": (0.01, 1.0), "starts": (1, 32),
    "steps": (1, 100_000), "rate": (1e-9, 1e12), "batch": (1, 8192), "seed": (0, 2**31 - 1),
}  # fmt: skip


def check(recipe: ToyRecipe) -> None:
    """Raises InputRefused where a number is outside of its range, or all are too much together."""
    for name, (low, high) in _RANGES.items():
        value = getattr(recipe, name)
        if not low <= value <= high:
            raise InputRefused(
                say("{name} must be between {low:g} and {high:g}, but is {value:g}.", name=name, low=low, high=high,
                    value=value)
            )  # fmt: skip
    numbers = recipe.features * recipe.dimensions * (recipe.starts + 1)
    if numbers > NUMBERS:
        raise InputRefused(
            say(
                "{features} features in {dimensions} dimensions from {starts} starts are {numbers:,} weights, but at "
                "most {most:,} are trained at once. Choose fewer of one of them.",
                features=recipe.features,
                dimensions=recipe.dimensions,
                starts=recipe.starts,
                numbers=numbers,
                most=NUMBERS,
            )
        )


def step_at(recipe: ToyRecipe, moment: int) -> int:
    """After how many steps a moment is."""
    return round(float(recipe.steps * min(moment / MOMENTS, 1.0) ** FASTER))


def moments(recipe: ToyRecipe) -> list[int]:
    """The moments that differ, from 0 to the last: a short training has fewer."""
    found = [0]
    for moment in range(1, MOMENTS + 1):
        if step_at(recipe, moment) > step_at(recipe, found[-1]):
            found.append(moment)
    return found


def examples(recipe: ToyRecipe, count: int, *stream: int) -> F32:
    """Features of so many examples; `stream` names the generator.  # [count, n] 0..1"""
    rng = np.random.default_rng((recipe.seed, *stream))
    size = (count, recipe.features)
    return rng.random(size, np.float32) * (rng.random(size, np.float32) < recipe.density)


@dataclass
class Toy:
    """S + 1 models and what Adam remembers of their gradients."""

    recipe: ToyRecipe
    step: int
    weights: F32  # [S + 1, m, n]
    biases: F32  # [S + 1, 1, n]
    means: list[F32]  # of the gradients, as the two above
    squares: list[F32]

    @property
    def finite(self) -> bool:
        """Whether all weights are numbers still, and so is what Adam remembers: past that they would stand still."""
        return all(bool(np.isfinite(it).all()) for it in (self.weights, self.biases, *self.squares))

    def train(self, last: int) -> None:
        """Go on to step `last`, or until a weight is no number any more."""
        with np.errstate(over="ignore", invalid="ignore"):
            while self.step < last and self.finite:
                self._advance(examples(self.recipe, self.recipe.batch, 1, self.step))

    def _advance(self, x: F32) -> None:
        recipe = self.recipe
        weights = self.weights
        hidden = x @ weights.transpose(0, 2, 1)  # [S + 1, batch, m]
        answers = hidden @ weights + self.biases  # [S + 1, batch, n]
        active = answers > 0
        active[-1] = True  # the control has no ReLU
        scale = np.asarray(recipe.importance * (2.0 / x.size), np.float32)
        slope = np.where(active, answers - x, 0) * scale
        towards = (slope @ weights.transpose(0, 2, 1)).transpose(0, 2, 1) @ x + hidden.transpose(0, 2, 1) @ slope
        gradients = [towards, slope.sum(axis=1, keepdims=True)]
        rate = falling(recipe.rate, self.step, recipe.steps)
        advance([self.weights, self.biases], gradients, self.means, self.squares, self.step, rate)
        self.step += 1

    def losses(self) -> F64:
        """Of held-out examples, the same for all starts; the control's is exact.  # [S + 1]"""
        recipe = self.recipe
        x = examples(recipe, max(512, min(HELD_OUT, 200_000 // recipe.features)), 2)
        importance = recipe.importance.astype(np.float32)
        found = np.empty(len(self.weights))
        with np.errstate(over="ignore", invalid="ignore"):
            for at, (weights, bias) in enumerate(zip(self.weights[:-1], self.biases[:-1], strict=True)):
                answers = np.maximum(x @ weights.T @ weights + bias, 0)
                found[at] = np.mean(np.square(answers - x) * importance, dtype=np.float64)
            found[-1] = linear_loss(recipe, self.weights[-1], self.biases[-1, 0])
        return found

    # -- between two slices ------------------------------------------------------------------------------------------

    def packed(self) -> bytes:
        """All that goes on with it."""
        kept = io.BytesIO()
        np.savez(
            kept,
            step=np.int64(self.step),
            weights=self.weights,
            biases=self.biases,
            mean0=self.means[0],
            mean1=self.means[1],
            square0=self.squares[0],
            square1=self.squares[1],
        )
        return kept.getvalue()


def begun(recipe: ToyRecipe) -> Toy:
    """Untrained models: Glorot's normal weights, biases 0; the control begins where the first start does."""
    check(recipe)
    rng = np.random.default_rng((recipe.seed, 0))
    n, m = recipe.features, recipe.dimensions
    weights = np.empty((recipe.starts + 1, m, n), np.float32)
    weights[:-1] = rng.standard_normal((recipe.starts, m, n)) * np.sqrt(2 / (n + m))
    weights[-1] = weights[0]
    biases = np.zeros((recipe.starts + 1, 1, n), np.float32)
    both = (weights, biases)
    return Toy(recipe, 0, *both, [np.zeros_like(it) for it in both], [np.zeros_like(it) for it in both])


def unpacked(recipe: ToyRecipe, state: bytes) -> Toy:
    """Models as they were packed. Raises ModelUnusable where the state is not one of this recipe."""
    check(recipe)
    fresh = begun(replace(recipe))
    try:
        with np.load(io.BytesIO(state), allow_pickle=False) as kept:
            parts = {name: kept[name] for name in kept.files}
        made = Toy(
            recipe, int(parts["step"]), parts["weights"], parts["biases"], [parts["mean0"], parts["mean1"]],
            [parts["square0"], parts["square1"]],
        )  # fmt: skip
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise ModelUnusable(say("What was kept of this training is damaged. Rewind it and start again.")) from error
    if made.weights.shape != fresh.weights.shape or made.biases.shape != fresh.biases.shape:
        raise ModelUnusable(say("What was kept of this training is damaged. Rewind it and start again."))
    return made


# -- what is known without training ----------------------------------------------------------------------------------


def variance(density: float) -> float:
    """Of a feature: E[x^2] - E[x]^2."""
    return density / 3 - density**2 / 4


def linear_loss(recipe: ToyRecipe, weights: F32, bias: F32) -> float:
    """The expected loss of x -> W^T W x + b with W [m, n] and b [n]: features are independent, of one variance."""
    wide = weights.astype(np.float64)
    off = wide.T @ wide - np.eye(recipe.features)  # [n, n]
    spread = variance(recipe.density) * np.square(off).sum(axis=1)
    shifted = np.square(off.sum(axis=1) * recipe.density / 2 + bias)
    return float(np.mean(recipe.importance * (spread + shifted)))


def least_linear_loss(recipe: ToyRecipe) -> float:
    """The least loss of x -> W^T W x + b, that of principal component analysis.

    Features are independent and of one variance, so the bias takes the means, and the best projection keeps the m most
    important features whole: what is left is the variance of the others times their importance.
    """
    left = np.sort(recipe.importance)[: max(recipe.features - recipe.dimensions, 0)]
    return variance(recipe.density) * float(left.sum()) / recipe.features


def empty_loss(recipe: ToyRecipe) -> float:
    """The loss of a model that answers every feature's mean."""
    return variance(recipe.density) * float(recipe.importance.mean())


def described(weights: F32) -> tuple[F64, F64, tuple[Arrangement, ...]]:
    """Squared lengths [S + 1, n], D_i [S + 1, n] and arrangements [S + 1] of models [S + 1, m, n]."""
    lengths = np.square(weights.astype(np.float64)).sum(axis=1)
    shares = np.stack([dimensionality(it.T) for it in weights])
    return lengths, shares, tuple(arrangement(it) for it in weights)
