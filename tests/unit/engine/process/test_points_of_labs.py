"""A laboratory's points are opened, measured, shared and searched without any model."""

from __future__ import annotations

import numpy as np
import pytest

from engine import protocol
from engine.errors import InputRefused
from engine.labs.digits.records import DigitsRecipe, points_of
from engine.maps.shared import SharedVectors, attached
from engine.process.maps_service import MapsService
from engine.process.model_service import ModelService
from engine.records import EMBEDDING, Directions, Space

SPACE = points_of(DigitsRecipe((6, 5), epochs=2), -1)


class Service:
    """The maps, without a model, and what they answered."""

    def __init__(self) -> None:
        self.said: list[protocol.Answer] = []
        self.maps = MapsService(ModelService(self.said.append, lambda: False), self.said.append, lambda: False)

    def opened(self) -> protocol.SpaceReady:
        self.maps.open(protocol.OpenSpace(1, SPACE))
        answer = self.said[-1]
        assert isinstance(answer, protocol.SpaceReady)
        return answer


def test_points_are_opened_without_a_model_and_their_pca_is_measured() -> None:
    ready = Service().opened()
    assert ready.layout.algorithm == "pca"
    assert 0.3 < ready.layout.kept3 <= 1.0
    assert len(ready.background.token_ids) == len(ready.layout.points3) == 1797
    assert ready.background.groups[0].names == tuple("0123456789")


def test_a_models_space_still_needs_a_model() -> None:
    with pytest.raises(InputRefused, match="No model is loaded"):
        Service().maps.open(protocol.OpenSpace(1, EMBEDDING))


def test_the_mapper_is_given_the_very_vectors_under_a_key_of_theirs() -> None:
    service = Service()
    service.opened()
    try:
        service.maps.share(protocol.ShareVectors(2, SPACE))
        shared = service.said[-1]
        assert isinstance(shared, protocol.VectorsShared)
        with attached(SharedVectors(shared.name, shared.n, shared.d)) as vectors:
            held, _ = service.maps.layouts_of(SPACE)
            assert held is not None
            np.testing.assert_array_equal(vectors, held.vectors)
        assert shared.fit_key_seed == held.fingerprint
    finally:
        service.maps.close()


def test_neighbours_are_those_of_a_brute_force() -> None:
    service = Service()
    service.opened()
    service.maps.neighbours(protocol.FindNeighbours(2, SPACE, 11))
    found = service.said[-1]
    assert isinstance(found, protocol.NeighboursFound)
    held, _ = service.maps.layouts_of(SPACE)
    assert held is not None
    lengths = np.linalg.norm(held.vectors.astype(np.float64), axis=1)
    cosines = held.vectors.astype(np.float64) @ held.vectors[11] / np.maximum(lengths * lengths[11], 1e-300)
    cosines[11] = -2
    np.testing.assert_allclose(found.neighbours.cosine, np.sort(cosines)[::-1][:15], atol=1e-5)


def test_no_token_is_placed_on_them() -> None:
    service = Service()
    ready = service.opened()
    service.maps.use(protocol.UseLayout(2, ready.layout))
    assert isinstance(service.said[-1], protocol.Done)
    service.maps.place_new(3, None)
    assert isinstance(service.said[-1], protocol.Done)


def test_they_are_laid_along_a_direction_between_selections_and_never_between_words() -> None:
    service = Service()
    ready = service.opened()
    ones, sevens = (tuple(np.flatnonzero(ready.background.groups[0].codes == it).tolist()) for it in (1, 7))
    service.maps.lay_along(protocol.LayAlong(2, SPACE, ((ones, sevens),)))
    made = service.said[-1]
    assert isinstance(made, protocol.LayoutMade)
    assert isinstance(made.layout.params, Directions)
    along = made.layout.points3[:, 0]
    assert along[list(sevens)].mean() > along[list(ones)].mean()
    with pytest.raises(InputRefused, match="have no words"):
        service.maps.lay_along(protocol.LayAlong(3, SPACE, (("one", "seven"),)))


def test_a_space_that_no_laboratory_brings_is_refused() -> None:
    with pytest.raises(InputRefused, match="No laboratory brings points"):
        Service().maps.open(protocol.OpenSpace(1, Space("points", points="nobody/x")))
