"""What follows from a net's weights and the pictures, computed once for each net. Pure numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.labs.digits.records import (
    DIGITS,
    F64,
    I64,
    DigitsRecipe,
    activations,
    entropy_bits,
    probabilities,
)
from engine.records import F32, U8, Bools, Frozen
from viz.labs.digits.drawing import HIGHEST_BLUR, blurred
from viz.memo import by_identity

BLURS: F64 = np.linspace(0.0, HIGHEST_BLUR, 41)  # pixels
STRONGEST = 24  # pictures


@dataclass(frozen=True)
class AlongBlur(Frozen):
    """What a net answers to pictures that are blurred more and more."""

    blurs: F64  # [B] pixels
    probs: F64  # [B, 10] of one picture
    bits: F64  # [B]


@dataclass(frozen=True)
class Held(Frozen):
    """The same over all held-out pictures."""

    accuracy: F64  # [B]
    bits: F64  # [B] mean entropy


@dataclass(frozen=True)
class NeuronFacts(Frozen):
    """What one neuron answers to, over all pictures."""

    layer: int
    neuron: int
    means: F64  # [10] mean activation by digit
    errors: F64  # [10] standard error of each
    fires: float  # share of the pictures on which it is above 0
    strongest: I64  # [k] numbers of the pictures with the largest activation
    strengths: F32  # [k]
    weights: F32  # [64] of the pixels; of a deeper layer through the layers before it, their ReLU left out
    onward: F32  # [out] its weights to the next layer
    selectivity: float  # mean on its best digit less the mean on the others, in standard deviations


def along_blur(recipe: DigitsRecipe, weights: F32, pixels: F32) -> AlongBlur:
    """One picture [64], blurred more and more."""
    rows = np.stack([blurred(pixels, float(sigma)) for sigma in BLURS])
    probs = probabilities(recipe, weights, rows)
    return AlongBlur(BLURS, probs, entropy_bits(probs))


@by_identity(4)
def held_along_blur(recipe: DigitsRecipe, weights: F32, ink: U8, digits: U8, held_out: Bools) -> Held:
    """All held-out pictures, blurred more and more."""
    pixels, truth = (ink[held_out] / np.float32(16)).astype(np.float32), digits[held_out]
    accuracy, bits = np.empty(len(BLURS)), np.empty(len(BLURS))
    for at, sigma in enumerate(BLURS):
        probs = probabilities(recipe, weights, blurred(pixels, float(sigma)))
        accuracy[at] = (probs.argmax(axis=1) == truth).mean()
        bits[at] = entropy_bits(probs).mean()
    return Held(accuracy, bits)


@by_identity(4)
def all_layers(recipe: DigitsRecipe, weights: F32, ink: U8) -> tuple[F32, ...]:
    """What each layer gives for all pictures.  # each [N, units]"""
    return tuple(activations(recipe, weights, (ink / np.float32(16)).astype(np.float32)))


@by_identity(4)
def read_by(recipe: DigitsRecipe, weights: F32, ink: U8) -> U8:
    """What the net reads in all pictures.  # [N]"""
    return np.asarray(all_layers(recipe, weights, ink)[-1].argmax(axis=1), np.uint8)


@by_identity(8)
def means_of(recipe: DigitsRecipe, weights: F32, ink: U8, digits: U8, layer: int) -> F32:
    """Mean activation of a layer's neurons by digit.  # [10, units]"""
    given = all_layers(recipe, weights, ink)[layer]
    return np.stack([given[digits == digit].mean(axis=0) for digit in range(DIGITS)])


@by_identity(8)
def neuron_facts(recipe: DigitsRecipe, weights: F32, ink: U8, digits: U8, layer: int, neuron: int) -> NeuronFacts:
    """One neuron of a hidden layer."""
    own = all_layers(recipe, weights, ink)[layer][:, neuron]
    groups = [own[digits == digit].astype(np.float64) for digit in range(DIGITS)]
    means = np.array([group.mean() for group in groups])
    errors = np.array([group.std(ddof=1) / np.sqrt(len(group)) for group in groups])
    strongest = np.argsort(-own, kind="stable")[:STRONGEST]
    best = int(means.argmax())
    others, spread = own[digits != best], float(own.std())
    matrices = [matrix for matrix, _ in recipe.architecture.split(weights)]
    through = matrices[layer][neuron].astype(np.float64)
    for matrix in matrices[:layer][::-1]:
        through = through @ matrix
    return NeuronFacts(
        layer, neuron, means, errors, float((own > 0).mean()), strongest.astype(np.int64), own[strongest],
        through.astype(np.float32), np.ascontiguousarray(matrices[layer + 1][:, neuron], np.float32),
        float((groups[best].mean() - others.mean()) / spread) if spread > 0 else 0.0,
    )  # fmt: skip


@by_identity(4)
def disputed(read: U8, rows: I64, digits: U8) -> tuple[I64, F64]:
    """Held-out pictures on which nets differ, the most divided votes first, and the entropy of the votes in bits.

    Returns: numbers of pictures [k], bits [k].
    """
    counts = np.stack([(read == digit).sum(axis=0) for digit in range(DIGITS)], axis=1)  # [m, 10]
    bits = entropy_bits(counts / len(read))
    wrong = (read != digits[rows]).mean(axis=0)
    order = np.lexsort((rows, -wrong, -bits))
    order = order[bits[order] > 0]
    return rows[order], bits[order]


@by_identity(4)
def by_digit(read: U8, rows: I64, digits: U8) -> tuple[F64, F64]:
    """Of each digit's held-out pictures: the share on which nets differ, and the mean share read wrongly. [10], [10]"""
    truth = digits[rows]
    differ = (read != read[0]).any(axis=0)
    wrong = (read != truth).mean(axis=0)
    counts = np.maximum(np.bincount(truth, minlength=DIGITS), 1)
    parts = [np.bincount(truth, values, minlength=DIGITS) / counts for values in (differ, wrong)]
    return parts[0], parts[1]
