"""What the map shows of HDBSCAN's clusters: which are asked for, coloured, named from where, and put into words."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.labs.projections.records import AskClusters, ClusterLevel, Clusters
from engine.records import EMBEDDING, I32
from engine.run import Run
from tests.helpers.runs import fifty_steps, with_map
from viz.intents import AskLab
from viz.map.data.clusters import (
    COLOURED,
    MIDDLE,
    NEAR,
    NOISE,
    OF_PICTURE,
    OF_SPACE,
    OTHERS,
    ClusterReading,
    codes_of,
    middles,
)
from viz.map.data.colouring import legend_colours
from viz.map.data.frame import MapFrame
from viz.map.meaning_space_view import MeaningSpace
from viz.map.paint import words
from viz.theme import theme
from viz.token_text import shown
from viz.ui_state import UiState


def frame(run: Run, colour: str = OF_SPACE, **chosen: Any) -> MapFrame:
    state = UiState().with_option("meaning_space", "colour", colour)
    for name, value in chosen.items():
        state = state.with_option("meaning_space", name, value)
    return MeaningSpace.frame(run, state)


def asked(shown_: MapFrame) -> list[AskClusters]:
    questions = [it.question for it in MeaningSpace.wants(shown_) if isinstance(it, AskLab)]
    return [it for it in questions if isinstance(it, AskClusters)]


def level_of(labels: I32) -> ClusterLevel:
    sizes = np.bincount(labels[labels >= 0]) if (labels >= 0).any() else np.zeros(0, np.int64)
    typical = np.full((len(sizes), 5), -1, np.int32)
    for cluster in range(len(sizes)):
        rows = np.flatnonzero(labels == cluster)[:5]
        typical[cluster, : len(rows)] = rows
    stable = np.full(len(sizes), 0.86, np.float32)
    return ClusterLevel(12, labels, sizes.astype(np.int32), typical, stable, 7, 0.93, 5, 0.01, 0.42, 0.002)


def known(counts: tuple[int, int, int] = (0, 4, 14)) -> tuple[Run, Clusters]:
    run = with_map(fifty_steps())
    n = len(run.maps[EMBEDDING].background.token_ids)
    levels = []
    for count in counts:
        labels = np.full(n, -1, np.int32)
        for cluster in range(count):
            labels[cluster * 3 : cluster * 3 + 3] = cluster
        levels.append(level_of(labels))
    found = Clusters(EMBEDDING, "space", tuple(levels), 200, n, 0.13)
    run.findings[AskClusters(EMBEDDING, "space")] = found
    return run, found


def test_the_space_s_are_asked_for_once_and_a_picture_s_for_each_picture() -> None:
    run = with_map(fifty_steps())
    key = run.maps[EMBEDDING].layout.key
    assert asked(frame(run)) == asked(frame(run, dimensions="2D")) == [AskClusters(EMBEDDING, "space")]
    assert asked(frame(run, OF_PICTURE)) == [AskClusters(EMBEDDING, "3D", key)]
    assert asked(frame(run, OF_PICTURE, dimensions="2D")) == [AskClusters(EMBEDDING, "2D", key)]
    assert asked(frame(run, "kind")) == []
    run, _ = known()
    assert asked(frame(run)) == []


def test_codes_are_the_largest_clusters_the_smaller_as_one_and_the_rest_last() -> None:
    labels = np.array([0, 1, -1, 11, COLOURED, 5], np.int32)
    assert codes_of(labels).tolist() == [0, 1, COLOURED + 1, COLOURED, COLOURED, 5]
    few = np.array([0, 1, -1, 2], np.int32)
    assert codes_of(few).tolist() == [0, 1, 3, 2]
    assert codes_of(np.full(3, -1, np.int32)).tolist() == [0, 0, 0]


@pytest.mark.parametrize(("fineness", "at"), [("coarse", 0), ("middle", 1), ("fine", 2), ("as needed", 1)])
def test_colours_names_and_numbers_are_those_of_the_level(fineness: str, at: int) -> None:
    run, found = known()
    made = frame(run, cluster_level=fineness)
    level = found.levels[at]
    assert made.colours is not None
    assert made.colours.codes is not None
    np.testing.assert_array_equal(made.colours.codes, codes_of(level.labels))
    assert made.colours.names[-1] == NOISE
    assert (made.colours.names.count(OTHERS) == 1) == (len(level.sizes) > COLOURED)
    assert len(made.colours.names) == int(made.colours.codes.max()) + 1
    for cluster in range(min(len(level.sizes), COLOURED)):
        first = int(run.maps[EMBEDDING].background.token_ids[level.typical[cluster, 0]])
        assert made.colours.names[cluster].startswith(shown(run.vocabulary, first))
        assert made.colours.names[cluster].endswith("0.86")
    said = " ".join(words.statement(made))
    assert f"{len(level.sizes)} clusters" in said
    for figure in ("13", "0.93", "has 7", "5 that hold"):
        assert figure in said


def test_what_is_in_no_cluster_has_no_cluster_s_colour() -> None:
    dark = theme("dark")
    for n in (3, COLOURED + 2):
        colours = legend_colours(dark, OF_SPACE, n)
        assert len({tuple(colour) for colour in colours.tolist()}) == n
    np.testing.assert_array_equal(legend_colours(dark, OF_SPACE, 4)[:3], legend_colours(dark, "kind", 4)[:3])


def test_the_nearer_the_finer_are_the_clusters_named_and_never_none() -> None:
    _, found = known((3, 8, 14))
    reading = ClusterReading(OF_SPACE, "coarse", None, found)
    far, between, near = MIDDLE + 1, (MIDDLE + NEAR) / 2, NEAR / 2
    assert [reading.named_at(distance) for distance in (far, between, near)] == [0, 1, 2]
    _, found = known((0, 4, 14))
    assert ClusterReading(OF_SPACE, "coarse", None, found).named_at(far) == 1
    _, found = known((0, 0, 0))
    assert ClusterReading(OF_SPACE, "coarse", None, found).named_at(far) == -1
    assert ClusterReading(OF_SPACE, "coarse").named_at(far) == -1


def test_a_name_stands_on_a_point_of_its_cluster() -> None:
    rng = np.random.default_rng(0)
    points, labels = rng.normal(size=(60, 3)).astype(np.float32), rng.integers(-1, 4, 60).astype(np.int32)
    found = middles(points, labels)
    assert len(found) == 4
    for cluster in range(4):
        own = points[labels == cluster]
        away = np.linalg.norm(own - np.median(own, axis=0), axis=1)
        np.testing.assert_array_equal(found[cluster], own[away.argmin()])
