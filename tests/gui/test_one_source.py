"""A fact that stands in two places of the window is the same in both, whatever has just happened.

After each gesture and each answer, all such places are walked: what the map keeps (its statement, the status line), the
model (card, status line), how long the text is (strip, status line), what was changed (status line, switchboard).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.assemble import make_window
from app.controller import Controller
from app.session.engine_client import EngineClient
from app.settings import Settings
from engine import protocol
from engine.files.run_file import load_run, save_run
from engine.records import EMBEDDING, Change, Layout, Plan, Sampling, Site, Space
from engine.run import MapState, Run
from tests.helpers.fake_engine import Wire, newest, tell, tokens
from tests.helpers.runs import branched, tiny_info, tiny_vocabulary, with_map
from viz.board import told
from viz.map.paint import words
from viz.registry import all_views

PATIENCE = 10_000  # ms; a busy machine is slow, not wrong


@pytest.fixture
def controller(qtbot: QtBot, tmp_path: Path) -> Iterator[Controller]:
    window = make_window(Settings(path=tmp_path / "settings.json"), all_views())
    window.resize(1700, 1000)
    window.show()
    made = Controller(window, window.first_ui_state(), lambda deliver: cast(EngineClient, Wire(deliver)))
    yield made
    window.close()
    made.close()
    window.deleteLater()


def _pca(layout: Layout) -> Layout:
    return replace(layout, algorithm="pca", params=None, key="pca", kept3=0.24, kept2=0.094, explained=0.31)


def _umap(layout: Layout, kept: float = 0.43, key: str = "umap") -> Layout:
    return replace(layout, algorithm="umap", key=key, kept3=kept, kept2=kept / 2, kept_error=0.02)


def _saved_with_pca(path: Path) -> Path:
    """A run whose file holds a PCA map only, with its tokens placed in it."""
    run = with_map(branched())
    state = run.maps[EMBEDDING]
    (nodes,) = state.nodes.values()
    (fans,) = state.fans.values()
    run.maps = {EMBEDDING: MapState(state.background, [_pca(state.layout)], 0, {"pca": nodes}, {"pca": fans})}
    run.plan = Plan((Change(Site("head", 1, 2), 0.5),))
    save_run(run, path)
    return path


def _space_ready(controller: Controller, *, pca: bool = True) -> protocol.SpaceReady:
    """What an engine says whose cache holds a UMAP layout of the model."""
    state = with_map(branched()).maps[EMBEDDING]
    layouts = (_umap(state.layout), *((_pca(state.layout),) if pca else ()))
    asked = newest(controller, protocol.OpenSpace)
    return protocol.SpaceReady(asked.id, state.background, layouts[0], layouts)


def _load(controller: Controller, name: str = "tiny") -> None:
    controller.loader.load(name)
    info = replace(tiny_info(tiny_vocabulary()), name=name, sha256="0" * 64 if name == "tiny" else "1" * 64)
    tell(controller, protocol.Loaded(newest(controller, protocol.LoadModel).id, info, tiny_vocabulary(), 0.1))


def _host(controller: Controller, name: str) -> Any:
    return controller.window.docks.hosts[name]


def _painted(controller: Controller) -> None:
    """What is seen has been painted."""
    hosts = [host for host in controller.window.docks.hosts.values() if host.is_seen]
    deadline = QDeadlineTimer(PATIENCE)
    while any(host.is_outdated for host in hosts):
        assert not deadline.hasExpired(), "a view that is seen is never painted"
        QTest.qWait(1)  # the timers by which views are painted


def _share(text: str) -> str | None:
    found = re.search(r"keeps ([\d.]+)\s%", text)
    return found[1] if found else None


def agree(controller: Controller) -> None:
    """Walk all places where a fact stands twice."""
    _painted(controller)
    session, status, card = controller.session, controller.window.status, controller.window.controls.card
    run: Run = session.run
    frame = _host(controller, "meaning_space").view.viewport.frame
    stated = _share(" ".join(words.statement(frame))) if frame is not None else None
    assert _share(status.map.text()) == stated, "what the map keeps: status line and statement"
    if run.info is not None:
        assert status.model.text() == run.info.name, "the model of the run: status line and run"
        if session.state.has_model and not session.lacks_model:
            assert card.title.text() == status.model.text(), "the model: card and status line"
            assert status.where.text().split()[1] in card.detail.text(), "the device: status line and card"
    strip = _host(controller, "token_strip").view.painted
    length = len(strip.tokens.texts) if strip is not None and strip.tokens is not None else 0
    said = re.search(r"(\d+) tokens", status.tokens.text())
    assert (int(said[1]) if said else 0) == length == len(run), "the length of the text: status line and strip"
    changes = told(run.plan.changes)
    assert changes in status.changed.text(), "what was changed: status line and run"
    assert bool(status.changed.text()) == bool(changes), "what was changed: status line and run"
    written = _host(controller, "ablation").view
    if written is not None and changes and _host(controller, "ablation").is_seen:
        assert changes in written.trouble.text(), "what was changed: switchboard and status line"


def _open(controller: Controller, path: Path) -> None:
    assert controller.documents.show(path)


def _steps(controller: Controller, path: Path) -> list[tuple[str, Callable[[], object]]]:
    """What is done, one after the other."""
    maps, session = controller.maps, controller.session

    def begin() -> None:
        controller.player.new_run("x", Sampling(), False, 4)
        asked = newest(controller, protocol.NewRun)
        tell(
            controller,
            protocol.RunStarted(asked.id, 7, "x", 3, asked.sampling, asked.plan, asked.chat),
            tokens(7, 0, -1, 0, [3, 4, 5]),
        )

    def answer() -> None:
        maps.open(EMBEDDING)
        tell(controller, _space_ready(controller))

    return [
        ("a run with a PCA map is opened", lambda: _open(controller, path)),
        ("its model is loaded", lambda: _load(controller)),
        ("the cache holds a UMAP layout", answer),
        ("that is chosen", lambda: maps.choose(EMBEDDING, "umap")),
        ("in 2D", lambda: session.set_option("meaning_space", "dimensions", "2D")),
        ("PCA again", lambda: maps.choose(EMBEDDING, "pca")),
        ("in 3D", lambda: session.set_option("meaning_space", "dimensions", "3D")),
        ("a fit ends", lambda: maps._use(_umap(session.run.maps[EMBEDDING].layout, 0.35, "fit"))),
        (
            "what is not measured is chosen",
            lambda: maps._use(_umap(session.run.maps[EMBEDDING].layout, float("nan"), "n")),
        ),
        ("a space that is not there", lambda: session.show_space(Space("resid", 2))),
        ("back", lambda: session.show_space(EMBEDDING)),
        ("the switchboard is looked at", lambda: controller.window.docks.show_workspace("ablation")),
        ("and the map", lambda: controller.window.docks.show_workspace("explore")),
        ("a new run", begin),
        ("it grows", lambda: tell(controller, tokens(7, 3, 2, 3, [6, 7]))),
        ("the run before", controller.documents.exchange),
        ("the engine ends", lambda: tell(controller, protocol.Died(0, "It ended.", 1))),
        ("it starts again", controller.loader.restart),
        ("another model is loaded", lambda: _load(controller, "other")),
        ("a file of the first", lambda: _open(controller, path)),
    ]


def test_a_fact_that_stands_twice_is_the_same_in_both(controller: Controller, tmp_path: Path) -> None:
    path = _saved_with_pca(tmp_path / "pca.orrery")
    for said, step in _steps(controller, path):
        step()
        try:
            agree(controller)
        except AssertionError as error:
            raise AssertionError(f"after “{said}”: {error}") from error


def test_a_run_with_a_pca_map_keeps_it_where_the_cache_holds_another(controller: Controller, tmp_path: Path) -> None:
    """As reported: its header said 24 %, the status line 43 %."""
    _open(controller, _saved_with_pca(tmp_path / "pca.orrery"))
    _load(controller)
    controller.maps.open(EMBEDDING)
    tell(controller, _space_ready(controller))
    agree(controller)
    state = controller.session.run.maps[EMBEDDING]
    assert state.layout.key == "pca", "the run's tokens lie there"
    assert [layout.key for layout in state.layouts] == ["umap", "pca"]
    assert newest(controller, protocol.UseLayout).layout.key == "pca"
    assert _share(controller.window.status.map.text()) == "24"


def test_a_layout_that_only_the_file_has_stays_to_be_chosen(controller: Controller, tmp_path: Path) -> None:
    path = _saved_with_pca(tmp_path / "pca.orrery")
    _open(controller, path)
    _load(controller)
    controller.maps.open(EMBEDDING)
    tell(controller, _space_ready(controller, pca=False))
    agree(controller)
    state = controller.session.run.maps[EMBEDDING]
    assert [layout.key for layout in state.layouts] == ["umap", "pca"]
    assert state.layout.kept3 == pytest.approx(load_run(path).maps[EMBEDDING].layout.kept3)


def test_a_map_of_another_size_gives_way(controller: Controller, tmp_path: Path) -> None:
    _open(controller, _saved_with_pca(tmp_path / "pca.orrery"))
    _load(controller)
    controller.maps.open(EMBEDDING)
    ready = _space_ready(controller)
    less = replace(
        ready.background, token_ids=ready.background.token_ids[:-1], norms=ready.background.norms[:-1],
        clusters=ready.background.clusters[:-1],
    )  # fmt: skip
    layouts = tuple(
        replace(layout, points3=layout.points3[:-1], points2=layout.points2[:-1]) for layout in ready.layouts
    )
    tell(controller, protocol.SpaceReady(ready.request_id, less, layouts[0], layouts))
    assert controller.session.run.maps[EMBEDDING].layout.key == "umap"
    agree(controller)
