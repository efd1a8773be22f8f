"""The view of codes: what it asks, shows and says; made codes by the laboratory, a model's by hand."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.labkit.workbench import Bench
from engine.labs.superposition.made_codes import made_codes
from engine.labs.superposition.records import AskCodes, AskProduct, Codes, Product
from engine.questions import Refused
from engine.run import Run
from viz.intents import AskLab, Intent
from viz.labs.superposition.codes_drawing import layer_words
from viz.labs.superposition.codes_frame import codes_frame, templates_of, words_of
from viz.labs.superposition.codes_view import CodesView
from viz.theme import theme
from viz.ui_state import UiState


@pytest.fixture(scope="module")
def codes() -> Codes:
    return made_codes(AskCodes(), Bench(lambda *_: None, lambda: False))


def product(rows: int = 4) -> Product:
    """Nothing is known of the first word at the input, all of it after the last layer."""
    part = np.linspace(0, 0.5, rows)
    read = np.stack([np.linspace(0.2, 1.0, rows), np.ones(rows)])
    parts = np.stack([part, 0.9 - part, np.full(rows, 0.1)])
    return Product(
        ("red", "blue"), ("cube", "ball"), parts, parts - 0.05, parts + 0.05, np.array([1 / 3, 1 / 3, 1 / 3]), read,
        read - 0.1, read, np.full((2, rows), 0.5), np.array([0.5, 0.5]), np.linspace(0.25, 1.0, rows),
        np.zeros(rows), np.ones(rows), 0.25, 3, 4,
    )  # fmt: skip


def model_page(**more: str) -> UiState:
    ui = UiState().with_option("codes", "show", "model")
    for name, value in more.items():
        ui = ui.with_option("codes", name, value)
    return ui


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[CodesView, list[Intent]]:
    view, sent = CodesView(), list[Intent]()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(1200, 760)
    view.show()
    return view, sent


def test_made_codes_are_asked_at_once_and_a_model_only_by_a_person() -> None:
    run = Run()
    assert CodesView.wants(codes_frame(run, UiState())) == (AskLab(AskCodes()),)
    frame = codes_frame(run, model_page(place="end"))
    assert isinstance(frame.asked, AskProduct)
    assert frame.asked.at_end
    assert len(frame.asked.templates) == 5
    assert CodesView.wants(frame) == ()
    assert CodesView.figure_wants(frame) == (AskLab(frame.asked),)


def test_what_is_typed_is_parted_by_commas_and_lines() -> None:
    assert words_of(" red, blue ,,green，黑\n") == ("red", "blue", "green", "黑")
    assert templates_of("a {first}\n\n b {second} \n") == ("a {first}", "b {second}")


def test_things_beyond_the_typed_words_have_numbers() -> None:
    ui = UiState().with_option("codes", "firsts", 3).with_option("codes", "first_words", "red, blue")
    assert codes_frame(Run(), ui).first_names == ("red", "blue", "3")


@pytest.mark.parametrize("width", [1200, 700])
def test_the_codes_are_drawn_as_they_are(width: int, codes: Codes, shown: tuple[CodesView, list[Intent]]) -> None:
    view, _ = shown
    view.resize(width, 900)
    run = Run()
    run.findings[AskCodes()] = codes
    view.paint(codes_frame(run, UiState()), theme("dark"))
    drawn = [drawn for plot in view.panel.grid.plots for drawn in plot.values[0]]
    tables = {it.name: it.values for it in drawn if it.kind == "table"}
    np.testing.assert_array_equal(tables["one-hot"], np.eye(16))
    np.testing.assert_allclose(tables["superposed"], codes.vectors[2])
    np.testing.assert_allclose(tables["cosine, superposed"], codes.overlaps)
    bars = {it.name: it.values for it in drawn if it.kind == "bars"}
    np.testing.assert_allclose(bars["semi-local"], codes.shares[1])
    assert not view.bar.isVisible()
    assert "guessing 25.0" in view.notes(view.painted)  # type: ignore[arg-type]
    assert view.as_table(view.painted) is not None


def test_a_model_is_read_by_the_button(shown: tuple[CodesView, list[Intent]]) -> None:
    view, sent = shown
    run, ui = Run(), model_page()
    frame = codes_frame(run, ui)
    view.paint(frame, theme("dark"))
    assert view.bar.isVisible()
    assert "125 texts" in view.notes(frame)
    view.read.click()
    assert sent[-1] == AskLab(frame.asked, again=True)
    assert view.notes(frame) == "Reading the phrases …"
    assert not view.read.isEnabled()
    run.findings[frame.asked] = product()
    view.paint(codes_frame(run, ui), theme("dark"))
    assert view.read.isEnabled()
    assert len(view.panel.grid.plots) == 3
    said = view.notes(view.painted)  # type: ignore[arg-type]
    assert said.startswith("Most clearly after L2: both words' own effects make 90.0")
    assert "first word 0\u00a0%, second 90.0" in layer_words(product(), 0)


def test_a_refusal_stands_where_the_answer_would(shown: tuple[CodesView, list[Intent]]) -> None:
    view, _ = shown
    run, ui = Run(), model_page(first_words="red")
    run.findings[codes_frame(run, ui).asked] = Refused("There must be more words.")
    frame = codes_frame(run, ui)
    view.paint(frame, theme("dark"))
    assert view.notes(frame) == "There must be more words."
    assert view.alarms(frame)
    assert not view.has_charts(frame)
