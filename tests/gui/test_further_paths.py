"""Further paths in a real window: drawn, told apart without colour, pointed at, singled out, added and removed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from engine.records import Change, Plan, Site, Space
from tests.helpers.further import bundle, shown_on, typed
from tests.helpers.hosted import show
from tests.helpers.map_stage import Stage, drawn
from tests.helpers.runs import fifty_steps, with_map
from viz.camera import project
from viz.intents import RemovePath, ShowPath, ShowPathOfFile, SingleOut
from viz.map.data.frame import MapFrame
from viz.map.input.paths_form import PathsForm
from viz.map.paint.path_styles import style_of
from viz.map.paint.path_words import statement
from viz.map.paint.paths import further_marks, further_segments
from viz.map.paint.pieces import segments
from viz.shown_paths import MOST, Shown, ShownPath, Single
from viz.theme import theme

STATES = Space("resid", 2)


def on(stage: Stage, *shown: Shown) -> MapFrame:
    """These on the stage's map, at rest."""
    stage.run.run_id = 1
    _, stage.ui = shown_on(stage.run, stage.ui, *shown)
    stage.paint()
    stage.rest()
    frame = stage.view.viewport.frame
    assert frame is not None
    return frame


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot, fifty_steps())


def test_they_are_drawn_with_a_legend_and_their_names(stage: Stage) -> None:
    before = drawn(stage.view.figure_image(900, 640))
    frame = on(stage, typed(stage.run), bundle(stage.run))
    assert drawn(stage.view.figure_image(900, 640)).sum() > before.sum()
    texts = [label.text for label in stage.view.glass.composition.labels]
    assert any(text.startswith("1: ") for text in texts)
    assert "A" in texts
    rows = stage.view.overlay.paths.plan(frame, theme("dark"), *stage.view.viewport.size(), 1.0).rows
    assert [row.name for row in rows] == [None, 1, "A"]
    assert "mean of the samples' points on this map" in " ".join(statement(frame))


@pytest.mark.parametrize("name", ["dark", "light", "print"])
def test_no_two_look_alike_without_colour(name: str) -> None:
    styles = [style_of(ShownPath("prompt", "", number=number), theme(name)) for number in range(1, MOST + 1)]
    assert len({(style.period, style.strokes) for style in styles}) == MOST
    assert len({style.colour for style in styles}) == MOST
    run = fifty_steps()
    first, second = (style_of(bundle(run, letter), theme(name)) for letter in "AB")
    assert (first.strokes, first.rings) != (second.strokes, second.rings)


def test_dashes_cover_their_share_of_the_line_and_are_never_too_many(stage: Stage) -> None:
    ids = tuple(np.random.default_rng(1).integers(0, 40, 400).tolist())
    model = stage.run.info.sha256 if stage.run.info else ""
    frame = on(stage, typed(stage.run), ShownPath("run", "long", model, token_ids=ids))
    made = further_segments(frame, theme("dark"))
    dashes, points = made[0], frame.further.paths[0].line.points
    whole = np.linalg.norm(np.diff(points, axis=0), axis=1).sum()
    covered = np.linalg.norm(dashes.end - dashes.start, axis=1).sum()
    assert covered / whole == pytest.approx(0.62, abs=0.02)
    assert sum(map(len, made)) < 6000
    assert [len(marks) for marks in further_marks(frame, theme("dark"))] == [4, 400]


def test_nothing_more_is_drawn_where_there_are_none(stage: Stage) -> None:
    frame = stage.view.viewport.frame
    assert frame is not None
    assert further_segments(frame, theme("dark")) == []
    assert further_marks(frame, theme("dark")) == []
    more = on(stage, typed(stage.run))
    assert len(segments(more, theme("dark"))) > len(segments(frame, theme("dark")))


def test_a_token_is_pointed_at_and_a_click_singles_its_path_out(stage: Stage) -> None:
    frame = on(stage, bundle(stage.run, n=1))
    spots, glass = frame.further.spots, stage.view.glass
    targets = [glass.target(at.x(), at.y()) for at in map(stage.seen_at, spots.points[spots.sample == 0])]
    rows = [it.row for it in targets if it is not None and it.kind == "further" and spots.sample[it.row] == 0]
    assert rows, "one of the sample's tokens lies apart from the run's"
    stage.click(stage.seen_at(spots.points[rows[0]]))
    assert SingleOut(Single("A", 0)) in stage.sent
    stage.ui = replace(stage.ui, single=Single("A", 0))
    stage.paint()
    assert stage.view.viewport.frame is not None
    alphas = np.concatenate(
        [made.colour[:, 0, 3] for made in further_segments(stage.view.viewport.frame, theme("dark"))]
    )
    assert alphas.max() > 0.8
    assert alphas.min() < 0.2


def test_a_click_on_the_legend_singles_out_and_again_shows_all_alike(stage: Stage) -> None:
    frame = on(stage, typed(stage.run), bundle(stage.run))
    plan = stage.view.overlay.paths.plan(
        frame, theme("dark"), *stage.view.viewport.size(), stage.view.viewport.label_size
    )
    assert plan.plate is not None
    x, y = plan.plate[0] + 20, plan.rows[2].top + 6
    assert stage.view.overlay.paths.name_at(x, y) == "A"
    QTest.mouseClick(
        stage.view.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(x), round(y))
    )
    assert stage.last() == SingleOut(Single("A"))
    stage.ui = replace(stage.ui, single=Single("A"))
    stage.paint()
    QTest.mouseClick(
        stage.view.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(x), round(y))
    )
    assert stage.last() == SingleOut(None)


def test_the_camera_goes_where_the_paths_are_unless_a_person_put_it_somewhere(stage: Stage) -> None:
    home = stage.view.viewport.motion.camera
    frame = on(stage, typed(stage.run))
    camera = stage.view.viewport.motion.camera
    assert camera != home
    width, height = stage.view.viewport.size()
    lines = np.concatenate([frame.path.points, frame.further.paths[0].line.points])
    pixels, depth = project(camera.matrix(width, height), lines, width, height)
    seen = (depth > 0) & (pixels >= 0).all(axis=1) & (pixels[:, 0] <= width) & (pixels[:, 1] <= height)
    assert seen.mean() > 0.9
    stage.view.viewport.go_home()
    stage.rest()
    on(stage, bundle(stage.run))
    assert stage.view.viewport.motion.camera.distance == pytest.approx(home.distance, rel=0.3)
    stage.view.viewport.look_at_paths()
    stage.rest()
    assert stage.view.viewport.motion.camera != home


# -- adding and removing -----------------------------------------------------------------------------------------------


def form_of(qtbot: QtBot, stage: Stage) -> tuple[PathsForm, list[object]]:
    sent = list[object]()
    form = PathsForm(sent.append, lambda: None, stage.view.viewport.look_at_paths)
    qtbot.addWidget(form)
    frame = stage.view.viewport.frame
    assert frame is not None
    form.show_frame(frame)
    form.show()
    return form, sent


def test_a_prompt_this_path_and_a_file_are_added(qtbot: QtBot, stage: Stage) -> None:
    on(stage)
    form, sent = form_of(qtbot, stage)
    own = stage.view.frame(stage.run, stage.ui).own
    QTest.keyClicks(form.prompt, "a new text")
    QTest.keyClick(form.prompt, Qt.Key.Key_Return)
    assert sent.pop() == ShowPath(ShownPath("prompt", "a new text", own.model, "a new text", plan=own.plan))
    assert form.prompt.text() == ""
    form.add_prompt.click()
    assert sent == [], "nothing was typed"
    form.keep.click()
    assert sent.pop() == ShowPath(ShownPath("run", own.label, own.model, token_ids=own.token_ids))
    form.add_run.click()
    assert sent.pop() == ShowPathOfFile()
    assert not form.layer.isVisibleTo(form)
    assert not form.remove_all.isVisibleTo(form)


def test_layers_and_interventions_are_offered_on_maps_of_states(qtbot: QtBot, stage: Stage) -> None:
    with_map(stage.run, STATES)
    stage.run.plan = Plan((Change(Site("mlp", 1), 0.0),))
    other = Plan((Change(Site("mlp", 0), 0.0),))
    stage.run.changed += 1
    stage.ui = replace(stage.ui, space=STATES, plan=other)
    on(stage)
    form, sent = form_of(qtbot, stage)
    form.layer.setValue(0)
    form.add_layer.click()
    assert sent.pop() == ShowPath(ShownPath("layer", "", layer=1))
    form.without.click()
    assert sent.pop() == ShowPath(ShownPath("plan", ""))
    form.with_set.click()
    assert sent.pop() == ShowPath(ShownPath("plan", "", plan=other))


def test_what_is_there_is_listed_and_removed_and_no_more_than_there_are_looks_for(qtbot: QtBot, stage: Stage) -> None:
    on(stage, *(typed(stage.run, f"text {at}") for at in range(MOST)), bundle(stage.run))
    form, sent = form_of(qtbot, stage)
    buttons = [button for button in form.list.findChildren(QToolButton) if button.isVisibleTo(form)]
    assert len(buttons) == MOST + 1
    buttons[2].click()
    assert sent.pop() == RemovePath(3)
    buttons[-1].click()
    assert sent.pop() == RemovePath("A")
    form.remove_all.click()
    assert sent.pop() == RemovePath()
    assert not any(button.isEnabled() for button in (form.add_prompt, form.keep, form.add_run))
    show(stage.view, stage.view.frame(stage.run, replace(stage.ui, paths=())), theme("dark"))
    frame = stage.view.viewport.frame
    assert frame is not None
    form.show_frame(frame)
    assert not form.list.isVisibleTo(form)


def test_tab_goes_through_the_form(qtbot: QtBot, stage: Stage) -> None:
    on(stage, typed(stage.run))
    form, _ = form_of(qtbot, stage)
    form.prompt.setFocus()
    seen = set()
    for _ in range(9):
        form.focusNextPrevChild(True)
        seen.add(form.focusWidget())
    assert {form.look_at, form.add_prompt, form.keep, form.add_run, form.remove_all} <= seen
