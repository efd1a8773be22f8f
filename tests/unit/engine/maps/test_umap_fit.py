from __future__ import annotations

import pytest

from engine.errors import InputRefused, MapProblem
from engine.maps.umap_fit import _Epochs, checked
from engine.records import UmapParams


@pytest.mark.parametrize(
    ("params", "said"),
    [
        (UmapParams(n_neighbors=1), "2 to 200"),
        (UmapParams(min_dist=1.5), "0 to 0.99"),
        (UmapParams(metric="banana"), "cosine, euclidean"),
        (UmapParams(seed=-1), "seed"),
    ],
)
def test_parameters_out_of_range_are_refused_in_words(params: UmapParams, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        checked(params, 1000)


def test_too_few_points_are_told_in_words() -> None:
    with pytest.raises(MapProblem, match="at least 4"):
        checked(UmapParams(), 3)


def test_epochs_are_read_out_of_the_bar() -> None:
    told: list[tuple[int, int]] = []
    file = _Epochs(lambda done, total: told.append((done, total)))
    for text in ("\r0/200", "\r17/200", "\n"):
        file.write(text)
    file.flush()
    assert told == [(0, 200), (17, 200)]
