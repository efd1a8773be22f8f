"""The pictures of digits as points on the map: the numbers of the very net that the view shows."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import InputRefused
from engine.labkit.own_points import needs_model, points_of
from engine.labkit.workbench import Bench
from engine.labs.digits.data import pictures
from engine.labs.digits.records import PIXEL_SPACE, TURNS, DigitsRecipe, map_from
from engine.labs.digits.records import points_of as space_of
from engine.labs.digits.train import train
from engine.records import Space

BENCH = Bench(lambda *_: None, lambda: False)
RECIPE = DigitsRecipe((6, 5), epochs=2, rate=0.01, seed=3)


@pytest.mark.parametrize("recipe", [DigitsRecipe(), RECIPE, DigitsRecipe((7,), shuffled=True)])
@pytest.mark.parametrize("layer", [-1, 0, PIXEL_SPACE])
def test_a_space_names_its_recipe_and_layer(recipe: DigitsRecipe, layer: int) -> None:
    question = map_from(space_of(recipe, layer).what)
    assert (question.recipe, question.layer) == (recipe, layer)


@pytest.mark.parametrize("what", ["", "-1/32", "-1/a/30/32/0.003/0/0", "x/32x16/30/32/0.003/0/0", "1/2/3/4/5/6/7/8"])
def test_what_names_no_points_is_refused(what: str) -> None:
    with pytest.raises(InputRefused, match="names no points"):
        points_of(Space("points", points=f"digits/{what}"), BENCH)


def test_a_layer_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputRefused, match="hidden layers"):
        points_of(space_of(RECIPE, 2), BENCH)


def test_vectors_are_the_numbers_of_the_trained_net_and_its_answers_stand_beside_them() -> None:
    weights, known = train(RECIPE, TURNS).weights.astype(np.float64), pictures()
    found = points_of(space_of(RECIPE, -1), BENCH)
    here, at, outputs = known.pixels.astype(np.float64), 0, []
    for layer, (into, out) in enumerate(((64, 6), (6, 5), (5, 10))):
        matrix = weights[at : at + into * out].reshape(out, into)
        here = here @ matrix.T + weights[at + into * out : at + (into + 1) * out]
        here = np.maximum(here, 0) if layer < 2 else here
        outputs.append(here)
        at += (into + 1) * out
    np.testing.assert_allclose(found.vectors, outputs[1], atol=1e-4)
    assert found.names == tuple(map(str, known.digits.tolist()))
    digit, read, answer = found.groups
    np.testing.assert_array_equal(digit.codes, known.digits)
    assert (read.codes == outputs[2].argmax(axis=1)).mean() > 0.999  # but for ties of rounding
    np.testing.assert_array_equal(answer.codes, read.codes != known.digits)
    plain = np.exp(outputs[2]) / np.exp(outputs[2]).sum(axis=1, keepdims=True)
    bits = -(plain * np.log2(np.maximum(plain, 1e-300))).sum(axis=1)
    np.testing.assert_allclose(found.measures[0].values, bits, atol=1e-3)
    assert not needs_model(space_of(RECIPE, -1))


def test_the_bare_pictures_are_a_control() -> None:
    found = points_of(space_of(RECIPE, PIXEL_SPACE), BENCH)
    np.testing.assert_array_equal(found.vectors, pictures().pixels)
