"""A run file without attention, in the whole program: the loaded model computes what it lacks, or says why not."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.start import open_session
from app.state import Phase
from engine.files.run_file import save_run
from engine.records import F32
from main import window_parser
from tests.helpers.runs import without_attention
from tests.helpers.tiny_models import write_folder
from viz.labs.attention.attention_atlas_view import AttentionAtlasView
from viz.labs.attention.attention_head_view import AttentionHeadView

PATIENCE = 120_000
Opened = Callable[..., Controller]
V = TypeVar("V", AttentionAtlasView, AttentionHeadView)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """The program, started as the arguments say and closed at the end."""
    monkeypatch.setenv("ORRERY_CONFIG", str(tmp_path / "config"))
    sessions: list[Controller] = []

    def start(*given: str) -> Controller:
        made = open_session(window_parser().parse_args([*given], argparse.Namespace(debug=False)))
        qtbot.addWidget(made.window)
        sessions.append(made)
        return made

    yield start
    for made in sessions:
        made.window.close()
        made.close()


@pytest.fixture
def program(qtbot: QtBot, opened: Opened, tmp_path: Path) -> Controller:
    """The program with a model and its first run."""
    made = opened("--model", str(write_folder(tmp_path / "model", max_position_embeddings=128)), "--prompt", "the cat")
    qtbot.waitUntil(lambda: len(made.session.run) > 3 and made.session.state.phase is Phase.IDLE, timeout=PATIENCE)
    return made


def stripped(program: Controller, path: Path) -> list[F32]:
    """Save the run without attention; what its heads attended to, [T, T] each, by layer and head."""
    run = program.session.run
    assert run.info is not None
    known = [run.attention(layer, head) for layer in range(run.info.n_layers) for head in range(run.info.n_heads)]
    kept = run.nodes
    run.nodes = [replace(record, attn=None) for record in kept]
    save_run(run, path)
    run.nodes = kept
    return [values for values in known if values is not None]


def view_of(qtbot: QtBot, program: Controller, kind: type[V]) -> V:
    """The view in the Attention workspace, with the run on it."""
    program.window.activateWindow()
    program.window.show_workspace("attention")

    def shows(view: V) -> bool:
        return view.isVisible() and getattr(view.painted, "run_id", None) == program.session.run.run_id

    qtbot.waitUntil(lambda: any(shows(view) for view in program.window.findChildren(kind)), timeout=PATIENCE)
    return program.window.findChildren(kind)[0]


def press(qtbot: QtBot, button: QPushButton) -> None:
    """A real click on the offer, as soon as it is there."""
    qtbot.waitUntil(button.isVisible, timeout=PATIENCE)
    QApplication.processEvents()
    assert button.visibleRegion().contains(button.rect().center()), "nothing lies over it"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def sentences(program: Controller) -> list[str]:
    return [card.notice.sentence for card in program.window.notices.cards]


def test_one_click_computes_what_the_file_lacks(qtbot: QtBot, program: Controller, tmp_path: Path) -> None:
    path = tmp_path / "bare.orrery"
    known, ids = stripped(program, path), program.session.run.token_ids.tolist()
    program.documents.open(path)
    atlas = view_of(qtbot, program, AttentionAtlasView)
    press(qtbot, atlas.compute)
    qtbot.waitUntil(lambda: atlas.painted is not None and atlas.painted.atlas is not None, timeout=PATIENCE)
    assert not program.session.state.from_file
    assert program.session.run.token_ids.tolist() == ids, "nothing was written on"
    assert atlas.painted is not None
    found = atlas.painted.atlas
    assert found is not None
    n = len(ids)
    cells = found.cells.reshape(-1, *found.cells.shape[2:])
    for index, matrix in enumerate(known):
        largest = np.nan_to_num(cells[index], nan=0.0).max()
        assert largest == pytest.approx(float(matrix.max()), abs=1e-5)
        if found.bin == 1:
            rows = np.tril(np.ones((n, n), bool))
            np.testing.assert_allclose(cells[index][:n, :n][rows], matrix[rows], atol=1e-5)
    assert not atlas.compute.isVisible()
    program.documents.open(path)  # and once more, from the head's own view
    head = view_of(qtbot, program, AttentionHeadView)
    press(qtbot, head.offer)
    qtbot.waitUntil(lambda: head.painted is not None and head.painted.matrix is not None, timeout=PATIENCE)
    assert head.painted is not None
    assert head.painted.matrix is not None
    for row in range(head.painted.matrix.n):
        for column in range(row + 1):
            assert head.painted.matrix.value(row, column) == pytest.approx(float(known[0][row, column]), abs=1e-5)
    assert not head.offer.isVisible()


def test_another_models_run_is_refused_by_name(qtbot: QtBot, program: Controller, tmp_path: Path) -> None:
    path = tmp_path / "bare.orrery"
    stripped(program, path)
    of_run = program.session.run.info
    assert of_run is not None
    program.loader.load(str(write_folder(tmp_path / "other", seed=5, max_position_embeddings=128)))
    qtbot.waitUntil(
        lambda: (
            program.session.loaded is not None
            and program.session.loaded.sha256 != of_run.sha256
            and program.session.state.has_model
        ),
        timeout=PATIENCE,
    )
    qtbot.waitUntil(lambda: program.session.state.phase is Phase.IDLE, timeout=PATIENCE)
    program.documents.open(path)
    for button in (
        view_of(qtbot, program, AttentionAtlasView).compute,
        view_of(qtbot, program, AttentionHeadView).offer,
    ):
        program.window.notices.clear()
        press(qtbot, button)
        (said,) = sentences(program)
        assert of_run.name in said
        assert program.session.state.from_file
        assert button.isVisible(), "offered still: the right model may be loaded"


def test_without_a_model_the_offer_says_what_is_missing(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "bare.orrery"
    save_run(without_attention(), path)
    program = opened("--model", str(tmp_path / "nothing here"), str(path))
    qtbot.waitUntil(
        lambda: program.session.state.phase is Phase.NO_MODEL and len(program.session.run) > 3, timeout=PATIENCE
    )
    atlas, head = view_of(qtbot, program, AttentionAtlasView), view_of(qtbot, program, AttentionHeadView)
    for button in (atlas.compute, head.offer):
        program.window.notices.clear()
        press(qtbot, button)
        (said,) = sentences(program)
        assert "needs a model" in said
    assert atlas.painted is not None
    assert atlas.painted.atlas is None
