"""A laboratory's points are opened, laid out and asked about with no model, and stay when models and runs change."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from engine import protocol
from engine.files.run_file_maps import put
from engine.maps.mapper import Mapper
from engine.records import EMBEDDING, UmapParams
from tests.helpers.fake_engine import begin, joined, load, newest, tell, wire
from tests.helpers.own_points import SPACE, N, ready
from viz.intents import AskNeighbours, FitLayout, ShowSpace


def shown(controller: Controller) -> None:
    controller.intents.handle(ShowSpace(SPACE))
    tell(controller, ready(newest(controller, protocol.OpenSpace).id))


def test_they_are_shown_without_a_model(qtbot: QtBot) -> None:
    controller = joined(qtbot)
    shown(controller)
    assert controller.session.shown_map is not None
    assert len(controller.session.shown_map.layout.points3) == N
    assert not wire(controller).of(protocol.UseLayout)
    controller.intents.handle(AskNeighbours(SPACE, 3))
    assert newest(controller, protocol.FindNeighbours).index == 3


def test_a_models_space_is_not_asked_for_without_one(qtbot: QtBot) -> None:
    controller = joined(qtbot)
    controller.intents.handle(ShowSpace(EMBEDDING))
    assert not wire(controller).of(protocol.OpenSpace)


def test_they_are_fitted_by_the_mapper_without_a_model(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    fitted: list[protocol.VectorsShared] = []

    def fit(_: Mapper, shared: protocol.VectorsShared, *__: object) -> int:
        fitted.append(shared)
        return 1

    monkeypatch.setattr(Mapper, "fit", fit)
    controller = joined(qtbot)
    shown(controller)
    controller.intents.handle(FitLayout(SPACE, UmapParams()))
    asked = newest(controller, protocol.ShareVectors)
    assert asked.space == SPACE
    tell(controller, protocol.VectorsShared(asked.id, SPACE, "block", N, 6, "seed", None))
    assert [shared.name for shared in fitted] == ["block"]


def test_they_stay_when_a_run_begins_and_no_token_is_placed_on_them(qtbot: QtBot) -> None:
    controller = joined(qtbot)
    load(controller)
    shown(controller)
    begin(controller, [1, 2, 3])
    assert [request.space for request in wire(controller).of(protocol.OpenSpace)][-1] == SPACE
    used = [request.layout.space for request in wire(controller).of(protocol.UseLayout)]
    assert SPACE not in used


def test_a_runs_file_does_not_hold_them(qtbot: QtBot, tmp_path: Path) -> None:
    controller = joined(qtbot)
    shown(controller)
    entries: dict[str, object] = {}
    assert put(entries, controller.session.run.maps) == []  # type: ignore[arg-type]
    assert entries == {}
