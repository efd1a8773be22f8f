"""A figure exported in the window waits until it is whole, can be cancelled until then, or is refused in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.session.exports import Exports
from app.state import FIGURE
from engine.files.run_file import save_run
from engine.protocol import UseLayout
from engine.records import Space
from engine.run import Run
from tests.helpers.runs import RUNS, with_map
from tests.helpers.small_session import RealSession
from tests.helpers.tiny_models import write_folder
from viz.figures.page import Figure, of_pixels
from viz.guesses import Guesses, Round
from viz.intents import LayAlong, OpenSpace, ShowSpace
from viz.labs.layers.layers_view import LayersView

LAYERS = Figure("layers", of_pixels(640, 400), "print")
MAP = Figure("meaning_space", of_pixels(640, 400), "print")
STATES = Space("resid", 1)
AXES = (((3, 4), (5, 6)),)
PATIENCE = 60_000  # milliseconds


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("tiny"))


@pytest.fixture
def it(qtbot: QtBot, forked_engines: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RealSession]:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    made = RealSession()
    yield made
    made.close()


def _running(it: RealSession, folder: Path, qtbot: QtBot) -> Run:
    """A run of the tiny model on screen, which no view has asked anything about."""
    it.parts.loader.start(str(folder), "cpu", "auto", None)
    qtbot.waitUntil(lambda: it.session.model_is_ready, timeout=PATIENCE)
    it.parts.player.start_run("the cat sat", 0, it.session.ui.plan)
    qtbot.waitUntil(lambda: len(it.session.run) > 0 and it.session.run.run_id > 0, timeout=PATIENCE)
    return it.session.run


def _export(it: RealSession, out: Path) -> Exports:
    it.parts.exports.export(str(out), LAYERS)
    return it.parts.exports


def test_it_waits_for_what_it_shows_also_of_a_run_from_a_file(
    it: RealSession, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    run, out = _running(it, folder, qtbot), tmp_path / "a.svg"
    save_run(run, tmp_path / "a.orrery")
    assert it.parts.documents.show(tmp_path / "a.orrery")
    shown = it.session.run
    assert not len(LayersView.frame(shown, it.session.ui).attention)
    _export(it, out)
    assert not out.exists()
    assert FIGURE in it.session.works
    qtbot.waitUntil(lambda: FIGURE not in it.session.works, timeout=PATIENCE)
    assert out.exists(), it.notices
    assert len(LayersView.frame(shown, it.session.ui).attention)
    assert str(out) in it.notices[-1]


def test_what_a_class_guesses_is_not_exported(it: RealSession, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    run = _running(it, folder, qtbot)
    it.session.set_ui(guesses=Guesses().begun(Round(run.current, (1, 2))))
    path = tmp_path / "next.png"
    it.parts.exports.export(str(path), Figure("next_token", of_pixels(640, 400), "print"))
    assert "hidden until" in it.notices[-1]
    it.session.set_ui(guesses=it.session.ui.guesses.revealed)
    it.parts.exports.export(str(path), Figure("next_token", of_pixels(640, 400), "print"))
    qtbot.waitUntil(path.exists, timeout=PATIENCE)


def test_cancelled_it_writes_nothing(it: RealSession, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    run, out = _running(it, folder, qtbot), tmp_path / "a.svg"
    _export(it, out)
    it.parts.stopping.stop(FIGURE)
    assert FIGURE not in it.session.works
    _export(it, tmp_path / "b.svg")  # what was asked for the first is there, or comes
    qtbot.waitUntil((tmp_path / "b.svg").exists, timeout=PATIENCE)
    assert it.session.run is run
    assert not out.exists()


@pytest.mark.parametrize("newer", [False, True])
def test_without_the_runs_model_or_with_another_run_it_is_refused(
    it: RealSession, folder: Path, tmp_path: Path, qtbot: QtBot, newer: bool
) -> None:
    out = tmp_path / "a.svg"
    if newer:
        _running(it, folder, qtbot)
        _export(it, out)
    foreign = RUNS["branched"]()
    save_run(foreign, tmp_path / "b.orrery")
    if not newer:
        it.parts.loader.start(str(folder), "cpu", "auto", None)
        qtbot.waitUntil(lambda: it.session.model_is_ready, timeout=PATIENCE)
    assert it.parts.documents.show(tmp_path / "b.orrery")
    if not newer:
        _export(it, out)
    qtbot.waitUntil(lambda: FIGURE not in it.session.works, timeout=PATIENCE)
    said = "Another run took its place" if newer else "only its model can compute (tiny). Load that model"
    assert any(said in notice for notice in it.notices), it.notices
    assert not out.exists()


def test_data_wait_for_what_the_view_lacks_and_are_the_frame_s(
    it: RealSession, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    run, out = _running(it, folder, qtbot), tmp_path / "a.npz"
    assert not len(LayersView.frame(run, it.session.ui).attention)
    it.parts.exports.save_data(out, "layers")
    assert not out.exists()
    qtbot.waitUntil(lambda: FIGURE not in it.session.works, timeout=PATIENCE)
    frame = LayersView.frame(run, it.session.ui)
    assert len(frame.attention)
    with np.load(out, allow_pickle=False) as archive:
        np.testing.assert_array_equal(archive["attention"], frame.attention)
        assert json.loads(str(archive["about"]))["Prompt"] == run.prompt
    assert str(out) in it.notices[-1]
    told: list[str] = []
    it.parts.exports.copied.connect(told.append)
    it.parts.exports.copy_table("layers")
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    lines = [line.split("\t") for line in told[0].splitlines()]
    assert lines[0][:3] == ["name", "index", "value"]
    values = [float(line[2]) for line in lines if line[0] == "attention"]
    np.testing.assert_array_equal(np.asarray(values, frame.attention.dtype), frame.attention.ravel())


def test_data_of_a_kind_that_is_none_or_at_no_place_are_refused(
    it: RealSession, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    _running(it, folder, qtbot)
    for path, said in ((tmp_path / "a.xls", "must end in .csv"), (tmp_path / "no" / "a.csv", "Choose another folder")):
        it.parts.exports.save_data(path, "token_strip")
        qtbot.waitUntil(lambda: FIGURE not in it.session.works, timeout=PATIENCE)
        assert "The data were not saved." in it.notices[-1]
        assert said in it.notices[-1]
        assert not path.exists()


def test_a_figure_of_two_maps_has_the_run_in_both_and_no_token_is_placed_into_the_second_afterwards(
    it: RealSession, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    run, out = _running(it, folder, qtbot), tmp_path / "a.svg"
    for intent in (ShowSpace(STATES), OpenSpace(STATES)):
        it.parts.intents.handle(intent)
    qtbot.waitUntil(lambda: STATES in run.maps, timeout=PATIENCE)
    it.parts.intents.handle(LayAlong(STATES, AXES, orthogonal=True))
    qtbot.waitUntil(lambda: run.maps[STATES].layout.algorithm == "directions", timeout=PATIENCE)
    it.session.set_option("meaning_space", "second", "PCA")
    it.parts.exports.export(str(out), MAP)
    qtbot.waitUntil(lambda: FIGURE not in it.session.works, timeout=PATIENCE)
    assert out.exists(), it.notices
    pca = next(layout for layout in run.maps[STATES].layouts if layout.algorithm == "pca")
    assert run.maps[STATES].nodes[pca.key].keys() == set(range(len(run.nodes)))
    qtbot.waitUntil(lambda: not it.parts.wanted.of(UseLayout), timeout=PATIENCE)
    before = set(run.path)
    it.parts.player.branch(run.current, 7, (8,))
    there = run.maps[STATES].nodes[run.maps[STATES].layout.key]
    qtbot.waitUntil(lambda: len(run.path) == len(before) + 2 and set(run.path) <= there.keys(), timeout=PATIENCE)
    assert run.maps[STATES].nodes[pca.key].keys() == before


# -- large tables ------------------------------------------------------------------------------------------------


def _shown(it: RealSession, folder: Path, qtbot: QtBot) -> None:
    """A run of a file on screen, whose numbers of the next token are whole."""
    it.parts.loader.start(str(folder), "cpu", "auto", None)
    qtbot.waitUntil(lambda: it.session.model_is_ready, timeout=PATIENCE)
    it.session.show_run(with_map(RUNS["fifty_steps"]()))


def _all_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table is one that nobody waits for."""
    monkeypatch.setattr("app.session.exports.AT_ONCE", 0)


@pytest.mark.parametrize("suffix", [".csv", ".npz", ".parquet"])
def test_a_large_table_is_written_meanwhile_and_is_the_same(
    it: RealSession, folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    _shown(it, folder, qtbot)
    at_once, large = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    it.parts.exports.save_data(at_once, "next_token")
    qtbot.waitUntil(at_once.exists, timeout=PATIENCE)
    _all_large(monkeypatch)
    it.parts.exports.save_data(large, "next_token")
    qtbot.waitUntil(lambda: any("Saving" in work.doing for work in it.session.works.all), timeout=PATIENCE)
    assert not large.exists()  # nobody has waited for it
    qtbot.waitUntil(lambda: FIGURE not in it.session.works, timeout=PATIENCE)
    assert large.exists(), it.notices
    if suffix == ".npz":
        with np.load(large, allow_pickle=False) as found, np.load(at_once, allow_pickle=False) as wanted:
            assert found.files == wanted.files
            assert all(
                np.array_equal(found[name], wanted[name], equal_nan=found[name].dtype.kind == "f")
                for name in found.files
            )
    else:
        assert large.read_bytes() == at_once.read_bytes()
    assert str(large) in it.notices[-1]
    assert sorted(path.name for path in tmp_path.glob("*b*.*")) == [large.name]


def test_a_large_table_is_cancelled_without_a_half_file(
    it: RealSession, folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _shown(it, folder, qtbot)
    _all_large(monkeypatch)
    tables = tmp_path / "tables"
    tables.mkdir()
    older = tables / "a.csv"
    older.write_text("older")
    it.parts.exports.save_data(older, "next_token")
    qtbot.waitUntil(lambda: any("Saving" in work.doing for work in it.session.works.all), timeout=PATIENCE)
    it.parts.stopping.stop(FIGURE)
    assert FIGURE not in it.session.works
    it.parts.exports.close()
    assert [(path.name, path.read_text()) for path in tables.iterdir()] == [("a.csv", "older")]


def test_a_large_table_that_cannot_be_written_is_told(
    it: RealSession, folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _shown(it, folder, qtbot)
    _all_large(monkeypatch)
    it.parts.exports.save_data(tmp_path / "missing" / "a.csv", "next_token")
    qtbot.waitUntil(lambda: bool(it.notices), timeout=PATIENCE)
    assert FIGURE not in it.session.works
    assert "The data were not saved." in it.notices[-1]
    assert "missing" in it.notices[-1]
