"""The view of features' links: what it asks, where features stand, what is said, chosen and saved."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.dictionaries.records import DictionaryInfo, FeatureName, Hook
from engine.labs.feature_map.records import (
    PROMOTED,
    AskDecoderGeometry,
    AskFeatureGraph,
    DecoderGeometry,
    FeatureGraph,
    FiredTogether,
    Link,
    ReadTogether,
    feature_at,
    names_from,
    points_of,
)
from engine.labs.features.records import (
    AskDictionaries,
    AskDictionary,
    AskIndex,
    AskNotes,
    Dictionaries,
    Index,
    Note,
    Notes,
    OneDictionary,
)
from engine.labs.probes.records import AskFeatureAlong
from engine.questions import Refused
from engine.records import EMBEDDING, Space
from engine.run import Run
from tests.helpers import runs
from viz.intents import AskLab, ChooseFeature, ColourAlong, Intent, SetOption, ShowSpace, ShowViews
from viz.lab import own_points
from viz.labs.feature_map.drawing import name_of, words_of
from viz.labs.feature_map.feature_map_frame import feature_map_frame, table_of
from viz.labs.feature_map.feature_map_view import FeatureMapView
from viz.labs.feature_map.graph_layout import APART_X, APART_Y, places
from viz.labs.feature_map.targets import GraphTargets, Part
from viz.theme import theme
from viz.ui_state import UiState

N = 40
INFO = DictionaryInfo("bundled:a", "A", Hook("resid", 1), N, 8, "topk", 4)
LATE = DictionaryInfo("bundled:b", "B", Hook("resid", 2), N + 2, 8, "topk", 4)
OTHER = DictionaryInfo("bundled:c", "C", Hook("neurons", 2), N, 32, "topk", 4)
READ = ReadTogether("bundled:a")
UI = UiState(feature=FeatureName("bundled:a", 3))


def graph(link: Link = "firing") -> FeatureGraph:
    ends = np.array([[0, 1], [2, 0], [1, 2], [0, 3]], np.int32)
    value = np.array([0.9, 0.5, 0.4, -0.3 if link != "trigger" else 0.3], np.float32)
    known = np.array([1, 1, 1, np.nan], np.float32)
    return FeatureGraph(
        link, np.array([3, 7, 9, 11], np.int32), ends, value, value / np.float32(2), np.float32(0.3) * known,
        np.float32(4) * known, np.float32(0.2) * known, 0.25,
        np.array([0, 0.1, 0.6, 0.1], np.float32), 3, 0 if link == "cosine" else 500, 2,
    )  # fmt: skip


def fired() -> FiredTogether:
    token = np.full(N, 5, np.int32)
    token[9] = -1
    return FiredTogether(
        "the bundled novels", 500, np.full(N, 0.02, np.float32), np.full(N, 3.5, np.float32), token,
        np.full(N, 0.5, np.float32), np.full((N, PROMOTED), 6, np.int32),
    )  # fmt: skip


def run_with(**found: FeatureGraph) -> Run:
    run = runs.prompted()
    run.findings[AskDictionary("bundled:a")] = OneDictionary(INFO, "")
    run.findings[AskDictionaries()] = Dictionaries((INFO, LATE, OTHER), ("", "", ""))
    run.findings[AskNotes("")] = Notes("", ())
    for link, finding in found.items():
        run.findings[AskFeatureGraph(READ, 3, link)] = finding  # type: ignore[arg-type]
    return run


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[FeatureMapView, list[Intent]]:
    view, sent = FeatureMapView(), list[Intent]()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    return view, sent


def linked(link: str, ui: UiState = UI) -> UiState:
    return ui.with_option("feature_map", "link", link)


def asks(run: Run, ui: UiState) -> tuple[object, ...]:
    return tuple(it.question for it in FeatureMapView.wants(feature_map_frame(run, ui)) if isinstance(it, AskLab))


def test_it_asks_for_the_dictionary_then_for_links_by_direction_and_never_reads_a_text_unasked() -> None:
    assert asks(Run(), UI) == ()
    run = runs.prompted()
    assert set(asks(run, UI)) == {AskDictionaries(), AskDictionary("bundled:a")}
    assert asks(run, UiState()) == (AskDictionaries(),)
    run = run_with()
    assert asks(run, UI) == (AskFeatureGraph(READ, 3, "cosine"),)
    assert asks(run, UiState()) == (AskFeatureGraph(READ, 0, "cosine"),)  # the first dictionary that fits
    assert asks(run, linked("firing")) == ()
    frame = feature_map_frame(run, linked("firing"))
    assert frame.waits == READ
    assert FeatureMapView.figure_wants(frame) == (AskLab(READ),)
    run.findings[READ] = fired()
    assert asks(run, linked("firing")) == (AskFeatureGraph(READ, 3, "firing"),)
    directions = UI.with_option("feature_map", "show", "directions")
    assert asks(run, directions) == (AskDecoderGeometry("bundled:a"),)


def test_the_button_reads_the_text(shown: tuple[FeatureMapView, list[Intent]]) -> None:
    view, sent = shown
    run, ui = run_with(), linked("trigger").with_option("feature_map", "tokens", 3000)
    frame = feature_map_frame(run, ui)
    view.paint(frame, theme("dark"))
    assert "3,000 tokens" in view.notes(frame)
    view.read.click()
    question = ReadTogether("bundled:a", "", 3000)
    assert sent[-1] == AskLab(question, again=True)
    assert not view.read.isEnabled()
    run.findings[question] = Refused("It cannot be read.")
    frame = feature_map_frame(run, ui)
    view.paint(frame, theme("dark"))
    assert view.notes(frame) == "It cannot be read."
    assert view.alarms(frame)
    assert view.read.isEnabled()


def test_what_is_drawn_is_the_graph_and_a_feature_is_chosen_by_a_click(
    shown: tuple[FeatureMapView, list[Intent]],
) -> None:
    view, sent = shown
    run = run_with(firing=graph())
    run.findings[READ] = fired()
    frame = feature_map_frame(run, linked("firing"))
    view.paint(frame, theme("dark"))
    (plot,) = view.panel.grid.plots
    drawn = [it for it in plot.values[0] if it.kind == "points"]
    assert frame.at is not None
    np.testing.assert_allclose(np.concatenate([it.at for it in drawn]), frame.at[[1, 2, 3, 0], 0])
    lines = [it for it in plot.values[0] if it.kind == "line"]
    assert sum(int(np.isnan(it.at).sum()) for it in lines) == 4  # a gap after each link
    said = view.notes(frame)
    assert said.startswith("3 of 39 features are linked with it more strongly than chance gives (correlation of the ")
    assert "Over 500 positions of the bundled novels" in said
    assert "2 weaker links are left out" in said
    assert plot.choose_at(plot.scene_of(Part("feature", 2)))
    assert sent[-1] == ChooseFeature(FeatureName("bundled:a", 9))
    before = len(sent)
    plot.choose_at(plot.scene_of(Part("link", 0)))
    assert len(sent) == before  # a link is only read
    table = view.as_table(frame)
    assert table is not None
    assert table.rows == table_of(frame)
    assert table.rows[1][:3] == ("F9", "F3", 0.5)


def test_every_links_number_is_said() -> None:
    run = run_with(firing=graph(), trigger=graph("trigger"))
    run.findings[READ] = fired()
    frame = feature_map_frame(run, linked("firing"))
    assert frame.graph is not None
    said = words_of(frame, frame.graph, Part("link", 1))
    assert said.splitlines()[0].startswith("F9 and F3")
    assert "correlation of the activations: 0.500 (chance: 0.250)" in said
    assert "cosine of the directions: 0.250" in said
    assert "active together 4.00 times as often as by chance" in said
    assert "4.00" not in words_of(frame, frame.graph, Part("link", 3))
    node = words_of(frame, frame.graph, Part("feature", 1))
    assert node.startswith("F7 ")
    assert "active at 2.00\u00a0% of the positions, at most 3.50" in node
    assert words_of(frame, frame.graph, Part("feature", 2)).splitlines()[0] == "F9"  # no token of its own
    frame = feature_map_frame(run, linked("trigger"))
    assert frame.graph is not None
    assert "F9 → F3" in words_of(frame, frame.graph, Part("link", 1))
    assert "50.0\u00a0%" in words_of(frame, frame.graph, Part("link", 1))


def test_a_feature_is_called_by_a_persons_label_before_the_automatic_one() -> None:
    run = run_with(cosine=graph("cosine"))
    labels = tuple("" if row == 9 else f"word{row}" for row in range(N))
    run.findings[AskIndex("bundled:a", make=True)] = Index(True, 1.0, labels=labels)
    run.findings[AskNotes("")] = Notes("", (Note(7, "of phrases"), Note(9, "", starred=True)))
    frame = feature_map_frame(run, UI)
    names = [name_of(frame, feature) for feature in (3, 7, 9)]
    assert names == ["F3 word3", "F7 of phrases", "F9"]


def test_places_do_not_lie_on_each_other_are_the_same_again_and_move_little() -> None:
    chance = np.random.default_rng(0)
    turn = np.concatenate([[0.4], chance.random(30)]).astype(np.float32)
    strength = np.concatenate([[0], np.sort(chance.random(30))[::-1]]).astype(np.float32)
    at = places(turn, strength)
    assert at.tobytes() == places(turn, strength).tobytes()
    assert at[0].tolist() == [0, 0]
    apart = np.linalg.norm((at[:, None] - at[None]) / [APART_X, APART_Y], axis=2)
    np.fill_diagonal(apart, np.inf)
    assert apart.min() > 0.9
    moved = np.linalg.norm(places(turn[:-1], strength[:-1]) - at[:-1], axis=1)  # one feature fewer
    assert np.median(moved) < 0.01
    assert moved.max() < 0.3
    nudged = places(turn, strength * np.linspace(1, 1.01, 31, dtype=np.float32))
    assert np.linalg.norm(nudged - at, axis=1).max() < 0.1
    same = places(np.zeros(4, np.float32), np.array([0, 1, 1, 1], np.float32))  # all on one place
    assert np.linalg.norm(same[1:, None] - same[None, 1:] + np.eye(3)[..., None] * 9, axis=2).min() > 0.05
    assert places(np.zeros(1, np.float32), np.zeros(1, np.float32)).tolist() == [[0, 0]]


def test_a_link_is_pointed_at_along_all_of_it() -> None:
    at, ends = np.array([[0.0, 0.0], [10.0, 0.0], [0.0, 8.0]]), np.array([[0, 1], [0, 2]], np.int32)
    targets = GraphTargets(at, ends)
    assert targets.near(0.2, 0.1, 1, 1).thing == Part("feature", 0)  # type: ignore[union-attr]
    assert targets.near(5.0, 0.3, 1, 1).thing == Part("link", 0)  # type: ignore[union-attr]
    assert targets.near(0.3, 4.0, 1, 1).thing == Part("link", 1)  # type: ignore[union-attr]
    assert targets.near(6.0, 6.0, 1, 1) is None
    order, here = [], targets.beside(None, 0, 0)
    while here is not None:
        order.append(here.thing)
        here = targets.beside(here.thing, 1, 0)
    assert order == [*(Part("feature", row) for row in range(3)), *(Part("link", row) for row in range(2))]


def test_directions_beside_random_ones(shown: tuple[FeatureMapView, list[Intent]]) -> None:
    view, _ = shown
    chance = np.random.default_rng(1)
    values = chance.random((4, N)).astype(np.float32)
    values[0, 3] = np.nan
    run, ui = run_with(), UI.with_option("feature_map", "show", "directions")
    run.findings[AskDecoderGeometry("bundled:a")] = DecoderGeometry(
        N, 8, values[0], np.zeros(N, np.int32), values[1], values[2], values[3]
    )
    frame = feature_map_frame(run, ui)
    view.paint(frame, theme("dark"))
    nearest, own = view.panel.grid.plots
    for plot, one, random in ((nearest, values[0], values[2]), (own, values[1], values[3])):
        lines = [it for it in plot.values[0] if it.kind == "line"]
        edges = np.linspace(min(np.nanmin(one), random.min()), max(np.nanmax(one), random.max()), 41)
        counts = np.histogram(one[np.isfinite(one)], edges)[0] / np.isfinite(one).sum()
        np.testing.assert_allclose(lines[0].values, counts)
        np.testing.assert_allclose(lines[1].values, np.histogram(random, edges)[0] / N)
    assert f"{np.nanmedian(values[0]):.3f}" in view.notes(frame)
    assert "leave 0.200 for each" in view.notes(frame)


def test_the_way_to_the_large_map(shown: tuple[FeatureMapView, list[Intent]]) -> None:
    view, sent = shown
    view.paint(feature_map_frame(run_with(cosine=graph("cosine")), UI), theme("dark"))
    view.to_map.click()
    assert sent[-2:] == [ShowSpace(points_of([INFO])), ShowViews("features", ("meaning_space",))]
    view.all_to_map.click()
    space = points_of([INFO, LATE])  # the neurons' one reads vectors of another width
    assert sent[-2] == ShowSpace(space)
    assert names_from(space.what) == (("bundled:a", N), ("bundled:b", N + 2))
    assert feature_at(space.what, N + 1) == FeatureName("bundled:b", 1)
    assert feature_at(space.what, 2 * N + 2) is None
    own = own_points(space)
    assert own is not None
    assert own.steps(space.what, 5) == (ChooseFeature(FeatureName("bundled:a", 5)),)


def test_the_map_is_coloured_along_the_feature(shown: tuple[FeatureMapView, list[Intent]]) -> None:
    view, sent = shown
    states = Space("resid", 2)
    for space, asked in ((states, states), (points_of([INFO]), EMBEDDING)):
        sent.clear()
        view.paint(feature_map_frame(run_with(cosine=graph("cosine")), replace(UI, space=space)), theme("dark"))
        view.colour.click()
        assert ColourAlong(AskFeatureAlong(asked, FeatureName("bundled:a", 3))) in sent
        assert SetOption("meaning_space", "colour", "direction") in sent
        assert (ShowSpace(EMBEDDING) in sent) == (space.kind == "points")


def test_without_a_dictionary_it_says_so(shown: tuple[FeatureMapView, list[Intent]]) -> None:
    view, _ = shown
    run = runs.prompted()
    run.findings[AskDictionaries()] = Dictionaries((INFO,), ("Another width.",))
    view.paint(feature_map_frame(run, UiState()), theme("dark"))
    assert "no dictionary of this model yet" in view.instead(view.painted)  # type: ignore[arg-type]
    run.findings[AskDictionary("bundled:a")] = Refused("There is none.")
    frame = feature_map_frame(run, UI)
    view.paint(frame, theme("dark"))
    assert view.notes(frame) == "There is none."
