"""The brackets workspace in the whole program: one click shows a failure, and a person can find out why."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.start import open_session
from app.state import Phase
from engine.labs.brackets.questions import ReadBrackets, TrainSlice
from engine.labs.brackets.records import Trained
from engine.questions import Refused
from main import window_parser
from tests.helpers import charts
from tests.helpers.mouse import move
from tests.helpers.tiny_models import write_folder
from viz.labs.brackets.brackets_error_view import BracketsErrorView
from viz.labs.brackets.brackets_strings_view import BracketsStringsView
from viz.labs.brackets.brackets_training_view import BracketsTrainingView
from viz.labs.brackets.brackets_view import BracketsView
from viz.labs.brackets.brackets_why_view import BracketsWhyView
from viz.labs.brackets.training_frame import (
    EXAMPLES,
    LAYERS,
    OWNER,
    PAIRS,
)
from viz.view import View

PATIENCE = 120_000


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Controller]:
    """The program with a tiny model, in the workspace it opens with."""
    monkeypatch.setenv("ORRERY_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    folder = write_folder(tmp_path / "model", max_position_embeddings=128)
    arguments = ["--model", str(folder), "--prompt", "the cat"]
    made = open_session(window_parser().parse_args(arguments, argparse.Namespace(debug=False)))
    qtbot.addWidget(made.window)
    made.window.resize(1600, 900)
    try:
        qtbot.waitUntil(lambda: len(made.session.run) > 2 and made.session.state.phase is Phase.IDLE, timeout=PATIENCE)
        QTest.mouseClick(made.window.header.buttons["brackets"], Qt.MouseButton.LeftButton)
        yield made
    finally:
        made.window.close()
        made.close()


def view_of(program: Controller, kind: type[View]) -> View:
    host = program.window.docks.hosts[kind.name]
    assert host.view is not None
    return host.view


def bench_of(qtbot: QtBot, program: Controller) -> BracketsView:
    """The bench once it shows a reading."""
    host = program.window.docks.hosts[BracketsView.name]
    qtbot.waitUntil(lambda: host.view is not None, timeout=PATIENCE)
    bench = host.view
    assert isinstance(bench, BracketsView)
    qtbot.waitUntil(lambda: bench.painted is not None and bench.painted.shown.reading is not None, timeout=PATIENCE)
    return bench


def test_one_click_shows_the_net_wrong_where_it_was_right_one_bracket_earlier(
    qtbot: QtBot, program: Controller
) -> None:
    bench = bench_of(qtbot, program)
    frame = bench.painted
    assert frame is not None
    reading = frame.shown.reading
    assert reading is not None
    assert reading.wrong[frame.at]
    assert not reading.wrong[: frame.at].any()
    assert "wrong after" in bench.accessibleDescription()


def test_a_cell_leads_to_its_strings_and_a_string_to_the_bench(qtbot: QtBot, program: Controller) -> None:
    bench = bench_of(qtbot, program)
    surface = view_of(program, BracketsErrorView)
    assert isinstance(surface, BracketsErrorView)
    qtbot.waitUntil(lambda: surface.painted is not None and surface.painted.surface is not None, timeout=PATIENCE)
    chosen = (49, 1)
    charts.click(surface.panel, 0, chosen)
    strings = view_of(program, BracketsStringsView)
    assert isinstance(strings, BracketsStringsView)
    qtbot.waitUntil(
        lambda: strings.painted is not None and strings.painted.cell == chosen and bool(strings.painted.readings),
        timeout=PATIENCE,
    )
    listed = strings.painted
    assert listed is not None
    wanted = listed.readings[1].string
    QTest.mouseClick(
        strings, Qt.MouseButton.LeftButton, pos=strings.row_rect(QRectF(strings.rect()), 1).center().toPoint()
    )
    qtbot.waitUntil(
        lambda: (
            bench.painted is not None
            and bench.painted.shown.reading is not None
            and bench.painted.shown.reading.string == wanted
        ),
        timeout=PATIENCE,
    )
    assert bench.controls.line.text() == wanted


def test_other_characters_are_refused_in_the_bench(qtbot: QtBot, program: Controller) -> None:
    bench = bench_of(qtbot, program)
    QTest.keyClicks(bench.controls.line, "(x")
    qtbot.waitUntil(lambda: isinstance(program.session.run.findings.get(ReadBrackets("(x")), Refused), timeout=PATIENCE)
    qtbot.waitUntil(lambda: "character 2" in bench.accessibleDescription(), timeout=PATIENCE)
    assert program.session.state.phase is Phase.IDLE


def test_open_in_every_view_makes_the_net_the_model(qtbot: QtBot, program: Controller) -> None:
    bench = bench_of(qtbot, program)
    QTest.keyClicks(bench.controls.line, "(()")
    qtbot.waitUntil(
        lambda: (
            bench.painted is not None
            and bench.painted.shown.reading is not None
            and bench.painted.shown.reading.string == "(()"
        ),
        timeout=PATIENCE,
    )
    QTest.mouseClick(bench.controls.open_everywhere, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: (
            program.session.run.info is not None
            and program.session.run.info.name == "two-block"
            and len(program.session.run) == 4
        ),
        timeout=PATIENCE,
    )
    reading = bench.painted.shown.reading if bench.painted else None
    assert reading is not None  # what was found out about the net outlived the model
    record = program.session.run.at(3)
    by_token = dict(zip(record.next_ids.tolist(), record.next_probs.tolist(), strict=True))
    assert by_token[0] == pytest.approx(reading.probs[3, 0], abs=1e-5)
    assert record.attn is not None


def test_a_training_starts_pauses_and_goes_on_exactly(qtbot: QtBot, program: Controller) -> None:
    for option, value in ((LAYERS, 1), (PAIRS, 4), (EXAMPLES, 200_000)):
        program.session.set_option(OWNER, option.name, value)
    program.window.docks.show_view(BracketsTrainingView.name)
    host = program.window.docks.hosts[BracketsTrainingView.name]
    qtbot.waitUntil(lambda: host.view is not None, timeout=PATIENCE)
    view = host.view
    assert isinstance(view, BracketsTrainingView)
    qtbot.waitUntil(lambda: view.painted is not None, timeout=PATIENCE)

    def told() -> list[Trained]:
        return [
            it
            for asked, it in program.session.run.findings.items()
            if isinstance(asked, TrainSlice) and isinstance(it, Trained)
        ]

    QTest.mouseClick(view.controls.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(told()) >= 2, timeout=PATIENCE)
    QTest.mouseClick(view.controls.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: not program.session.ui.going and view.painted is not None and not view.painted.going, timeout=PATIENCE
    )
    paused = max(found.step for found in told())
    before = len(told())
    qtbot.waitUntil(view.controls.start.isEnabled, timeout=PATIENCE)
    QTest.mouseClick(view.controls.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(told()) > before + 1, timeout=PATIENCE)
    QTest.mouseClick(view.controls.stop, Qt.MouseButton.LeftButton)
    steps = [found.step for found in told()]
    assert steps == sorted(steps)
    assert steps[-1] > paused
    assert program.session.ui.options["brackets"]["net"].startswith("mine/1block")


def test_why_it_fails_is_found_out(qtbot: QtBot, program: Controller) -> None:
    program.window.docks.show_view(BracketsWhyView.name)
    host = program.window.docks.hosts[BracketsWhyView.name]
    qtbot.waitUntil(
        lambda: host.view is not None and host.view.painted is not None and not host.view.painted.questions,  # type: ignore[attr-defined]
        timeout=PATIENCE,
    )
    view = host.view
    assert isinstance(view, BracketsWhyView)
    assert "linear probe reads the depth" in view.accessibleDescription()
    view.grab()
    pane = view.pane
    box, before = pane.cloud_box, pane.camera
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    move(pane, (box.center() + box.center() * 0.1).toPoint(), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert pane.camera != before
