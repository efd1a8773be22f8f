"""t-SNE and PaCMAP: what is refused, what a seed does, and that their layouts are the libraries' own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine.errors import InputRefused, MapProblem
from engine.maps import pacmap_fit, tsne_fit
from engine.maps.faithfulness import layout_kept
from engine.maps.fits import fit_layout, library_of
from engine.maps.knn import exact_neighbours
from engine.maps.pacmap_fit import _Iterations, _mirrored, pairs_of_each
from engine.maps.pca import pca_layout
from engine.maps.search import CosineSearch
from engine.records import F32, FitParams, PacmapParams, TsneParams
from tests.helpers.made_maps import clustered

N = 240

# One set of vectors, each fit made once for all tests here: compiling and arranging take seconds.
_MADE: dict[FitParams, tuple[F32, F32]] = {}


def needs(package: str) -> Any:
    return pytest.importorskip(package, reason=f"the optional package {package} is not installed")


def laid_out(params: FitParams) -> tuple[F32, F32]:
    needs("openTSNE" if isinstance(params, TsneParams) else "pacmap")
    if params not in _MADE:
        _MADE[params] = fit_layout(clustered(N), params, lambda *_: None)
    return _MADE[params]


@pytest.mark.parametrize(
    ("check", "params", "said"),
    [
        (tsne_fit.checked, TsneParams(perplexity=1), "2 to 100"),
        (tsne_fit.checked, TsneParams(metric="banana"), "cosine, euclidean"),
        (tsne_fit.checked, TsneParams(seed=-1), "seed"),
        (pacmap_fit.checked, PacmapParams(n_neighbors=1), "2 to 200"),
        (pacmap_fit.checked, PacmapParams(mn_ratio=0), "0.1 to 5"),
        (pacmap_fit.checked, PacmapParams(fp_ratio=0.1), "0.5 to 20"),
        (pacmap_fit.checked, PacmapParams(metric="manhattan"), "cosine, euclidean"),
    ],
)
def test_parameters_out_of_range_are_refused_in_words(check: Callable[..., Any], params: FitParams, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        check(params, 1000)


def test_too_few_points_are_told_in_words() -> None:
    with pytest.raises(MapProblem, match="at least 12"):
        tsne_fit.checked(TsneParams(), 11)
    with pytest.raises(MapProblem, match="at least 12"):
        pacmap_fit.checked(PacmapParams(), 11)
    with pytest.raises(MapProblem, match=r"at least 91 points.*Choose 29 or less"):
        tsne_fit.checked(TsneParams(perplexity=30), 90)
    tsne_fit.checked(TsneParams(perplexity=29), 90)


@pytest.mark.parametrize(("params", "package"), [(TsneParams(), "openTSNE"), (PacmapParams(), "pacmap")])
def test_a_package_that_is_not_there_is_told_in_words(
    params: FitParams, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)  # as where it cannot be imported
    with pytest.raises(MapProblem, match=f"pip install {package}"):
        fit_layout(clustered(N), params, lambda *_: None)


@pytest.mark.parametrize("params", [TsneParams(perplexity=10), PacmapParams()])
def test_a_layout_keeps_neighbours_and_lies_in_the_unit_ball(params: FitParams) -> None:
    points3, points2 = laid_out(params)
    assert (points3.shape, points2.shape) == ((N, 3), (N, 2))
    search = CosineSearch(clustered(N))
    chance = layout_kept(search, np.random.default_rng(0).permutation(points3))[0]
    for points in (points3, points2):
        assert (np.linalg.norm(points, axis=1) <= 1 + 1e-5).mean() >= 0.97
        assert layout_kept(search, points)[0] > chance + 0.3
    assert library_of(params).split()[0] in ("openTSNE", "PaCMAP")


@pytest.mark.parametrize("params", [TsneParams(perplexity=10), PacmapParams()])
def test_axes_run_as_in_the_pca_layout(params: FitParams) -> None:
    start = pca_layout(clustered(N))
    for points, like in zip(laid_out(params), (start.points3, start.points2), strict=True):
        first = np.corrcoef(points[:, 0], like[:, 0])[0, 1]
        assert first > 0.3


@pytest.mark.parametrize(("one", "other"), [
    (TsneParams(perplexity=10), TsneParams(perplexity=10, seed=1)), (PacmapParams(), PacmapParams(seed=1)),
])  # fmt: skip
def test_a_seed_repeats_and_another_differs(one: FitParams, other: FitParams) -> None:
    first = laid_out(one)
    again = fit_layout(clustered(N), one, lambda *_: None)
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert not np.array_equal(first[0], laid_out(other)[0])


def test_stages_are_told_to_their_ends() -> None:
    needs("openTSNE")
    needs("pacmap")
    for params, total in ((TsneParams(perplexity=5), 750), (PacmapParams(n_neighbors=5), pacmap_fit.ITERATIONS)):
        told: list[tuple[str, int, int]] = []
        fit_layout(clustered(60), params, lambda *said: told.append(said))  # noqa: B023
        for dimensions in (3, 2):
            done = [(at, of) for stage, at, of in told if stage == f"Arranging in {dimensions}D"]
            assert done == sorted(done)
            assert done[-1] == (total, total)


def test_t_sne_is_openTSNE_s_own_from_the_same_neighbours_and_start() -> None:
    open_tsne = needs("openTSNE")
    vectors, params = clustered(N), TsneParams(perplexity=10, metric="euclidean")
    start = tsne_fit._small(pca_layout(vectors).points2, 0)
    from openTSNE.affinity import PerplexityBasedNN
    from openTSNE.nearest_neighbors import PrecomputedNeighbors
    from sklearn.neighbors import NearestNeighbors

    distances, near = NearestNeighbors(n_neighbors=30).fit(vectors).kneighbors()  # openTSNE's own compiles for minutes
    affinities = PerplexityBasedNN(perplexity=10, knn_index=PrecomputedNeighbors(near, distances))
    theirs = open_tsne.TSNE(initialization=start, random_state=0, n_jobs=1).fit(affinities=affinities)
    ours = fit_layout(vectors, params, lambda *_: None)[1]
    away = np.asarray(theirs, np.float32)
    both = [np.linalg.norm(it[:, None] - it, axis=2)[np.triu_indices(N, 1)] for it in (ours, away)]
    assert np.corrcoef(*both)[0, 1] > 0.99


def test_pacmap_s_near_pairs_are_its_own_from_the_same_neighbours() -> None:
    needs("pacmap")
    from pacmap.pacmap import sample_neighbors_pair, scale_dist

    from engine.libraries.pacmap_inside import near_pairs

    vectors = clustered(N)
    found, distances = exact_neighbours(vectors, 61, "euclidean")
    pairs = near_pairs(vectors, np.ascontiguousarray(found[:, 1:]), np.ascontiguousarray(distances[:, 1:]), 10)
    assert np.array_equal(pairs[:, 0], np.repeat(np.arange(N), 10))
    for row in range(0, N, 7):  # the formula of the paper, one point at a time
        near, far = found[row, 1:], distances[row, 1:].astype(np.float64)
        sigma = distances[:, 4:7].mean(axis=1).astype(np.float64)
        scaled = far**2 / sigma[row] / sigma[near]
        assert set(pairs[pairs[:, 0] == row, 1]) == set(near[np.argsort(scaled, kind="stable")[:10]])
    assert scale_dist.__module__ == sample_neighbors_pair.__module__


def test_a_small_space_has_as_many_pairs_as_its_points_allow() -> None:
    needs("pacmap")
    assert pairs_of_each(PacmapParams(), 1000) == 10
    assert pairs_of_each(PacmapParams(), 20) == 5
    points3, _ = fit_layout(clustered(12), PacmapParams(), lambda *_: None)
    assert points3.shape == (12, 3)
    assert np.isfinite(points3).all()


def test_iterations_are_read_out_of_what_is_printed() -> None:
    told: list[tuple[int, int]] = []
    said = _Iterations(lambda done, total: told.append((done, total)))
    for text in ("Finding pairs", "Iteration:  120, Loss: 3.000000", "\n"):
        said.write(text)
    assert told == [(120, 450)]


def test_mirroring_moves_no_point_from_another() -> None:
    points = np.random.default_rng(0).normal(size=(50, 3)).astype(np.float32)
    turned = _mirrored(points * np.array([1, -1, 1], np.float32), points)
    np.testing.assert_allclose(turned, points - points.mean(axis=0), atol=1e-5)
