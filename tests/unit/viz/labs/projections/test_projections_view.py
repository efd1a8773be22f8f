"""The layouts side by side: what is asked of which space, that numbers stand in their cells, and what is concluded."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.projections.records import KS, SHUFFLED, Agreement, AskProjections, Known, Measured, Projections
from engine.questions import Refused
from engine.records import EMBEDDING, UNEMBEDDING
from engine.run import Run
from tests.helpers.runs import no_model, one_step
from viz.intents import AskLab
from viz.labs.projections.frame import MEASURES, best, comparisons, row_shown, table_of
from viz.labs.projections.projections_view import ProjectionsView
from viz.map.faithful import VIEW
from viz.theme import theme
from viz.ui_state import UiState

F = np.float32
KEY = f"key-{EMBEDDING.key}"  # of the layout of `one_step`


def measured(key: str, dimensions: Any, kept: float) -> Measured:
    base = np.array([0.9, 0.8, 0.7], F)
    ones = np.full(3, 0.01, F)
    return Measured(key, dimensions, base, base - F(0.05), np.array([0.4, kept, np.nan], F), ones, ones, ones, 0.31)


def found(kept: float = 0.3) -> Projections:
    rows = (measured(KEY, 3, kept), measured(KEY, 2, 0.2), measured(SHUFFLED, 3, 0.001), measured(SHUFFLED, 2, 0.001))
    agreement = Agreement((KEY, "other"), 3, np.array([0.5, 0.625, 0.7], F))
    return Projections(EMBEDDING, rows, (agreement,), np.arange(30, dtype=np.int32), 90, 1200, 1.0)


def known(finding: Any = None) -> Run:
    run = one_step()
    run.findings[AskProjections(EMBEDDING, (KEY,))] = found() if finding is None else finding
    return run


@pytest.fixture
def view(qtbot: QtBot) -> ProjectionsView:
    made = ProjectionsView()
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show()
    return made


def shown(view: ProjectionsView, run: Run, ui: UiState | None = None) -> list[object]:
    sent: list[object] = []
    view.intent.connect(sent.append)
    view.paint(view.frame(run, ui or UiState()), theme("dark"))
    QApplication.processEvents()
    return sent


def test_nothing_is_measured_before_a_person_says_so(view: ProjectionsView) -> None:
    run = one_step()
    sent = shown(view, run)
    assert not ProjectionsView.wants(view.frame(run, UiState()))
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskProjections(EMBEDDING, (KEY,)), again=True)]
    assert "Measuring" in view.notes(view.frame(run, UiState()))


def test_a_space_without_a_map_and_a_window_without_a_model_say_so(view: ProjectionsView) -> None:
    shown(view, one_step(), UiState(space=UNEMBEDDING))
    assert not view.run.isEnabled()
    assert "not there yet" in view.notes(view.frame(one_step(), UiState(space=UNEMBEDDING)))
    assert "Load a model" in view.notes(view.frame(no_model(), UiState()))
    refused = view.frame(known(Refused("Show it first.")), UiState())
    assert view.notes(refused) == "Show it first."
    assert view.alarms(refused)


def test_every_number_stands_in_its_cell(view: ProjectionsView) -> None:
    shown(view, known())
    view.grab()
    plots = view.panel.grid.plots
    assert len(plots) == len(MEASURES)
    flat = UiState().with_option(VIEW, "dimensions", "2D")
    assert [row_shown(view.frame(known(), ui)) for ui in (UiState(), flat)] == [0, 1]
    for plot, values in zip(plots, (0.9, 0.85, 0.4, 0.31), strict=True):
        table = plot.values[0][0].values
        assert table.shape == ((4, 1) if values == 0.31 else (4, len(KS)))
        np.testing.assert_allclose(table[:, 0], values, rtol=1e-5)
        assert len(plot.values[2].labels) == 4
    aim: Any = plots[2].aim_at
    words = aim.words((0, 1))
    assert "30.0" in words
    assert "± 1.00" in words
    assert "3D · UMAP" in words
    assert "–" in aim.words((0, 2))
    view.setFixedWidth(round(40 * view.em))
    QApplication.processEvents()
    assert len(view.panel.grid.plots) == len(MEASURES)


def test_the_conclusion_names_the_best_and_its_control(view: ProjectionsView) -> None:
    frame = view.frame(known(), UiState())
    notes = view.notes(frame)
    assert "Most is kept by UMAP in 3D: 30.0" in notes
    assert "shuffled: 0.10" in notes
    assert "is not its true neighbour" in notes
    assert "30 of 90 points" in notes
    assert "31" in notes, "what the map itself states"
    assert "62.5" in notes
    assert "is not its true neighbour" not in view.notes(view.frame(known(found(0.8)), UiState()))
    few = replace(found(), rows=tuple(replace(row, kept=np.full(3, np.nan, F)) for row in found().rows))
    assert best(few) is None
    assert "too few points" in view.notes(view.frame(known(few), UiState()))


def test_the_numbers_are_saved_as_a_table() -> None:
    frame = ProjectionsView.frame(known(), UiState())
    table = table_of(frame, {KEY: "UMAP", SHUFFLED: "shuffled"})
    assert table is not None
    assert len(table.rows) == 4 * (3 * len(KS) + 1)
    *named, error = table.rows[2 * 4 * len(KS) + 2]
    assert named == ["UMAP", 3, "kept", 50, ""]
    assert error == pytest.approx(0.01)
    assert table_of(ProjectionsView.frame(one_step(), UiState()), {}) is None


def test_whether_three_dimensions_can_keep_half_is_told_from_the_measurements(view: ProjectionsView) -> None:
    words = ("token embeddings", 49_152)
    cases = (
        Known(*words, "umap", 3, 0.298, 0.012, 0.001), Known(*words, "umap", 3, 0.25, 0.012, 0.001),
        Known(*words, "pca", 3, 0.016, 0.003, 0.002), Known(*words, "pca", 50, 0.61, 0.01, 0.001),
        Known(*words, "umap", 10, 0.52, 0.01, 0.001), Known(*words, "pca", 10, 0.2, 0.01, 0.001),
        Known("states after L14", 5284, "tsne", 3, 0.7, 0.01, 0.01), Known("others", 9, "moon", 3, 0.2, 0.1, 0.3),
    )  # fmt: skip
    finding = replace(found(), known=cases)
    of_tokens, of_states, other = comparisons(finding)
    assert of_tokens.in_3d == (("umap", 0.298), ("pca", 0.016))
    assert of_tokens.fewest == ("umap", 10, 0.52)
    assert of_states.fewest == ("tsne", 3, 0.7)
    assert other.fewest is None
    notes = view.notes(view.frame(known(finding), UiState())).replace("\N{NO-BREAK SPACE}", " ")
    assert (
        "49,152 token embeddings of the default model, of 15 neighbours among 50 in 3D: UMAP 29.8 %, PCA 1.60 %"
        in notes
    )
    assert "the fewest dimensions tried that do are 10, by UMAP (52.0 %)" in notes
    assert "t-SNE 70.0 %" in notes
    assert (
        "moon 20.0 %. Nothing that was tried keeps half, in up to 3 dimensions: most is 20.0 %, by moon in 3." in notes
    )
    assert "shuffled at most 30.0 %" in notes
    assert "For comparison" not in view.notes(view.frame(known(), UiState()))
