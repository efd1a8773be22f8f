"""A laboratory's points on the map: named, coloured and pointed at by what it knows of them, with no run upon them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.records import EMBEDDING
from engine.run import Run
from tests.helpers import runs
from tests.helpers.own_points import SPACE, WIDTH, N, with_points
from viz import registry
from viz.figures.whole import needs_model
from viz.intents import AskLab, AskNeighbours, OpenSpace, Select, SetOption
from viz.map.data.colouring import OWN_GROUPS, OWN_MEASURES
from viz.map.data.frame import MapFrame
from viz.map.data.search import found
from viz.map.data.selection_table import Distances, question_of, table_of
from viz.map.input.targets import Target, described, meaning
from viz.map.meaning_space_view import MeaningSpace
from viz.map.paint.hover_words import place_lines
from viz.map.paint.words import statement
from viz.ui_state import UiState

UI = UiState(space=SPACE)


def frame_of(run: Run | None = None, ui: UiState = UI, **options: object) -> MapFrame:
    for name, value in options.items():
        ui = ui.with_option("meaning_space", name, value)
    return MeaningSpace.frame(with_points(runs.no_model() if run is None else run), ui)


@pytest.mark.parametrize("run", [runs.no_model, runs.empty, runs.branched], ids=["no model", "empty", "branched"])
def test_only_the_points_are_shown_whatever_the_run_is(run: object) -> None:
    frame = frame_of(run())  # type: ignore[operator]
    assert len(frame.points) == N
    assert (len(frame.path), len(frame.fan), frame.node, frame.n_unplaced) == (0, 0, -1, 0)
    assert frame.d_model == WIDTH
    assert not frame.is_vocabulary
    assert MeaningSpace.wants(frame) == ()
    assert MeaningSpace.figure_wants(frame) == ()


def test_regions_are_named_by_the_first_grouping_and_lie_on_points_of_it() -> None:
    frame = frame_of()
    assert frame.regions.shape == (3, 3)
    for code, middle in enumerate(frame.regions):
        at = int(np.linalg.norm(frame.points - middle, axis=1).argmin())
        np.testing.assert_allclose(frame.points[at], middle, atol=1e-6)
        assert at // 10 == code


@pytest.mark.parametrize(
    ("chosen", "by", "title"),
    [
        ("kind", OWN_GROUPS[0], "letter"),
        (OWN_GROUPS[1], OWN_GROUPS[1], "half"), (OWN_GROUPS[2], OWN_GROUPS[0], "letter"),
        (OWN_MEASURES[0], OWN_MEASURES[0], "size"), ("surprisal", OWN_GROUPS[0], "letter"),
        ("neighbours lost", OWN_GROUPS[0], "letter"),
    ],
)  # fmt: skip
def test_colours_are_what_the_laboratory_knows(chosen: str, by: str, title: str) -> None:
    frame = frame_of(colour=chosen)
    assert frame.colours is not None
    assert (frame.colours.by, frame.colours.title) == (by, title)
    assert not [asked for asked in MeaningSpace.wants(frame) if isinstance(asked, AskLab)]


def test_a_measure_runs_from_its_least_to_its_greatest_and_a_missing_one_counts_as_least() -> None:
    frame = frame_of(colour=OWN_MEASURES[0])
    assert frame.colours is not None
    assert frame.colours.values is not None
    known = np.delete(np.arange(N, dtype=np.float64), 4)
    low, high = np.quantile(known, (0.01, 0.99))
    assert (frame.colours.low, frame.colours.high) == pytest.approx((low, high))
    by_hand = np.clip((np.arange(N) - low) / (high - low), 0, 1)
    by_hand[4] = 0
    np.testing.assert_allclose(frame.colours.values, by_hand, atol=1e-6)


def test_models_points_have_no_such_colours() -> None:
    frame = MeaningSpace.frame(
        runs.with_map(runs.branched()), UiState().with_option("meaning_space", "colour", "group")
    )
    assert frame.colours is not None
    assert frame.colours.by == "cluster"
    assert any("no group" in line for line in statement(frame))


def test_the_statement_says_what_they_are_and_how_much_the_map_keeps() -> None:
    frame = frame_of()
    said = statement(frame)
    assert said[0].startswith("thirty things")
    assert "30 points" in said[1]
    assert "Made up." in said
    assert frame.layout is not None
    assert f"{100 * frame.layout.kept3:.0f}" in said[1]


def test_pointing_tells_all_that_is_known_and_no_other_view_of_a_token() -> None:
    frame = frame_of()
    assert frame.background is not None
    assert place_lines(frame.background, 13) == ["point 13", "letter: b", "half: y", "size: 13"]
    assert place_lines(frame.background, 4)[-1] == "size: –"
    assert described(frame, Target("point", 13)) == (None, None, None)


def test_a_click_selects_asks_for_neighbours_and_does_what_its_laboratory_says() -> None:
    asked = meaning(frame_of(), Target("point", 13))
    assert asked[:2] == [Select((13,)), AskNeighbours(SPACE, 13)]
    assert SetOption("digits", "example", 13) in asked


def test_typing_a_name_finds_all_that_are_called_so_and_none_by_its_number() -> None:
    frame = frame_of()
    assert frame.vocabulary is not None
    assert sorted(found(frame.vocabulary, "b", by_number=False)) == list(range(10, 20))
    assert found(frame.vocabulary, "3", by_number=False) == []
    assert found(frame.vocabulary, "#3", by_number=False) == [3]


def test_a_selection_is_written_with_groups_and_measures() -> None:
    frame = frame_of(ui=replace(UI, selection=(13, 4)))
    question = question_of(SPACE, frame.selection, N)
    assert question is not None
    assert frame.background is not None
    assert frame.layout is not None
    table = table_of(frame.background, frame.layout, frame.vocabulary, Distances(question), frame.selected, ())
    assert table.columns[:6] == ("point", "name", "vector norm", "letter", "half", "size")
    norm = float(f"{float(frame.background.norms[13]):.7g}")
    assert table.rows[0][:6] == (13, "b", norm, "b", "y", 13.0)
    assert table.rows[1][5] == ""
    assert frame.selected is not None
    assert dict(frame.selected.kinds) == {"a": 1, "b": 1}


@pytest.mark.parametrize("name", sorted(registry.all_views()))
def test_every_view_has_its_frame_while_they_are_shown(name: str) -> None:
    run, cls = with_points(runs.with_map(runs.branched())), registry.all_views()[name]
    frame = cls.frame(run, replace(UI, selection=(3, 20)))
    for asked in cls.wants(frame):
        assert getattr(getattr(asked, "question", None), "space", None) != SPACE


def test_a_figure_of_them_needs_an_engine_and_no_model() -> None:
    fresh = MeaningSpace.frame(runs.no_model(), UI)
    wanted = MeaningSpace.figure_wants(fresh)
    assert wanted == (OpenSpace(SPACE, places=True),)
    assert not needs_model(wanted)
    assert needs_model((OpenSpace(EMBEDDING, places=True),))
