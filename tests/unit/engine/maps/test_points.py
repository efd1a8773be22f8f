"""Points that a laboratory brings become a space like any other, and what does not fit is refused in a sentence."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import InputRefused, MapProblem
from engine.labkit.own_points import needs_model, points_of
from engine.labkit.workbench import Bench
from engine.maps.layouts import pca_of
from engine.maps.points import Points, fingerprint_of, points_space
from engine.records import Grouping, Measure, Space
from tests.helpers.made_maps import clustered

SPACE = Space("points", points="digits/some of them")
BENCH = Bench(lambda *_: None, lambda: False)


def made(n: int = 60, /, **changes: object) -> Points:
    vectors = clustered(n, 8)
    codes = (np.arange(n) % 3).astype(np.uint8)
    facts: dict[str, object] = {
        "title": "things", "vectors": vectors, "names": tuple(f"thing {i}" for i in range(n)),
        "groups": (Grouping("third", codes, ("a", "b", "c")),),
        "measures": (Measure("size", np.linalg.norm(vectors, axis=1).astype(np.float32)),),
    }  # fmt: skip
    return Points(**(facts | changes))  # type: ignore[arg-type]


def test_the_background_holds_what_is_known_of_each_point() -> None:
    points = made()
    space = points_space(SPACE, points)
    background = space.background
    assert background.names is not None
    assert [background.names.raw(i).decode() for i in (0, 59)] == ["thing 0", "thing 59"]
    assert background.token_ids.tolist() == list(range(60))
    assert (background.title, background.width) == ("things", 8)
    np.testing.assert_allclose(background.norms, points.measures[0].values, rtol=1e-6)
    assert space.counted is None


def test_neighbours_are_those_by_cosine() -> None:
    points = made()
    space = points_space(SPACE, points)
    unit = points.vectors / np.linalg.norm(points.vectors, axis=1, keepdims=True)
    by_hand = np.argsort(-(unit @ unit[7]), kind="stable")[:5]
    found, _ = space.search.nearest(space.vectors[7], 5)
    assert sorted(found.tolist()) == sorted(by_hand.tolist())


def test_other_vectors_have_other_keys_and_equal_ones_the_same() -> None:
    one, other = points_space(SPACE, made()), points_space(SPACE, made(vectors=clustered(60, 8, seed=1)))
    keys = [
        pca_of(space, space.fingerprint, measure=False)[0].key for space in (one, other, points_space(SPACE, made()))
    ]
    assert keys[0] == keys[2] != keys[1]
    flat = np.arange(6, dtype=np.float32)
    assert fingerprint_of(flat.reshape(2, 3)) != fingerprint_of(flat.reshape(3, 2))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"vectors": np.zeros((2, 3), np.float32), "names": ("a", "b"), "groups": (), "measures": ()}, "at least 3"),
        ({"vectors": np.full((60, 8), np.nan, np.float32)}, "NaN"),
        ({"names": ("a",)}, "another number of points"),
        ({"measures": (Measure("size", np.zeros(3, np.float32)),)}, "another number of points"),
    ],
)
def test_what_does_not_fit_is_refused(changes: dict[str, object], why: str) -> None:
    with pytest.raises(MapProblem, match=why):
        points_space(SPACE, made(60, **changes))


@pytest.mark.parametrize("named", ["nobody/x", "../digits/x", "", "os.path/x"])
def test_points_that_no_laboratory_brings_are_refused(named: str) -> None:
    with pytest.raises(InputRefused, match="No laboratory brings points"):
        points_of(Space("points", points=named), BENCH)


def test_a_laboratory_without_points_brings_none() -> None:
    with pytest.raises(InputRefused, match="No laboratory brings points"):
        needs_model(Space("points", points="ngrams/x"))


def test_spaces_of_other_points_have_other_names() -> None:
    assert SPACE.key != Space("points", points="digits/others").key
    assert (SPACE.lab, SPACE.what) == ("digits", "some of them")
    assert not SPACE.is_vocabulary
