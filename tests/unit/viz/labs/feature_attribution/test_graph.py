"""What of an attribution is shown, what stands together, and where."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.dictionaries.records import Hook
from engine.labs.feature_attribution.records import TOKEN, Attribution
from tests.unit.viz.labs.feature_attribution.made import attribution, run_with_dictionaries
from viz.feature_names import feature_name
from viz.labs.feature_attribution import groups
from viz.labs.feature_attribution.graph import graph_of, places_of


@pytest.fixture
def found() -> Attribution:
    run = run_with_dictionaries()
    return attribution(run, run.path[2])


def test_each_row_is_pruned_by_its_own_share(found: Attribution) -> None:
    half = graph_of(found, 0.5, {})
    assert [node.members for node in half.nodes] == [(0,), (2,), (4,), (5,)]  # 1.2 of 2, 0.6 + 0.4 of 2, 0.5 of 1
    assert half.held == pytest.approx((0.6, 0.5, 0.5))
    whole = graph_of(found, 1.0, {})
    assert len(whole.nodes) == 7
    assert whole.held == pytest.approx((0.75, 0.65, 0.8))  # what was not kept is not shown


def test_a_larger_share_shows_what_a_smaller_one_does(found: Attribution) -> None:
    shown = [{node.members for node in graph_of(found, share, {}).nodes} for share in np.linspace(0.05, 1, 20)]
    assert all(less <= more for less, more in itertools.pairwise(shown))


def test_edges_between_shown_nodes_alone(found: Attribution) -> None:
    graph = graph_of(found, 1.0, {})
    order = [node.members[0] for node in graph.nodes]
    ends = {
        (order[source], target if target == TOKEN else order[target]): carried
        for source, target, carried in zip(
            graph.sources.tolist(), graph.targets.tolist(), graph.carried.tolist(), strict=True
        )
    }
    due = dict(
        zip(zip(found.sources.tolist(), found.targets.tolist(), strict=True), found.carried.tolist(), strict=True)
    )
    assert ends == due
    assert graph.edges_held == pytest.approx(1)
    half = graph_of(found, 0.5, {})
    assert len(half.nodes) == 4
    assert 0.5 <= half.edges_held <= 1
    assert set(half.sources.tolist()) == {0, 1, 2, 3}  # the way on from every node is drawn


def test_features_of_a_group_stand_as_one(found: Attribution) -> None:
    graph = graph_of(found, 1.0, groups.read("both: L0.F3 L0.F9; late: L2.mlp.F5"))
    both = next(node for node in graph.nodes if node.group == "both")
    assert both.members == (2, 3)
    assert both.effect == pytest.approx(0.9)
    assert both.direct == pytest.approx(0.2)
    assert np.isnan(both.activation)
    at = graph.nodes.index(both)
    late = next(at for at, node in enumerate(graph.nodes) if node.group == "late")
    edge = np.flatnonzero((graph.sources == at) & (graph.targets == late))
    assert graph.carried[edge] == pytest.approx([0.6])  # 0.35 + 0.25
    assert np.isnan(graph.weights[edge]).all()


def test_nodes_of_a_cell_stand_above_each_other_and_rows_above_rows(found: Attribution) -> None:
    graph = graph_of(found, 1.0, {})
    places = places_of(graph, 3)
    assert graph.columns == (1, 2)
    for at, node in enumerate(graph.nodes):
        assert places.xs[at] == graph.columns.index(node.position)
        assert places.edges[node.row] < places.ys[at] < places.edges[node.row + 1]
    spots = {(float(x), float(y)) for x, y in zip(places.xs, places.ys, strict=True)}
    assert len(spots) == len(graph.nodes)
    strong, weak = (next(at for at, node in enumerate(graph.nodes) if node.feature == it) for it in (3, 9))
    assert places.ys[strong] < places.ys[weak]
    assert places.token[1] > places.ys.max()
    again = places_of(graph_of(found, 1.0, {}), 3)
    np.testing.assert_array_equal(places.ys, again.ys)


def test_groups_are_kept_as_a_line_that_can_be_typed() -> None:
    text = "capitals: L12.F3 L24.F70; France: L2.mlp.F9"
    found = groups.read(text)
    assert found == {"capitals": ("L12.F3", "L24.F70"), "France": ("L2.mlp.F9",)}
    assert groups.written(found) == text
    moved = groups.put(found, "France", ("L12.F3",))
    assert groups.written(moved) == "capitals: L24.F70; France: L2.mlp.F9 L12.F3"
    assert groups.put(moved, "", ("L24.F70",)) == {"France": ("L2.mlp.F9", "L12.F3")}
    assert groups.group_of(moved, "L12.F3") == "France"
    assert groups.group_of(moved, "L12.F4") == ""
    assert feature_name(Hook("neurons", 4), 7) == "L4.neurons.F7"
    assert groups.put({}, "a;b: c", ("L0.F1",)) == {"a b c": ("L0.F1",)}


@given(st.text())
def test_any_line_is_read_and_written_again(text: str) -> None:
    found = groups.read(text)
    assert groups.read(groups.written(found)) == found
