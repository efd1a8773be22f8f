"""Layers that are laid out together: what is asked of engine and mapper, and what each layer is then shown in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from engine.maps.fit_messages import CostKnown, FitDone
from engine.maps.mapper import Mapper
from engine.protocol import HoldLayouts, OpenSpace, ShareVectors, SpaceReady, VectorsShared
from engine.records import Background, Bools, FitCost, FitJob, Layout, LayoutParams, Space, UmapParams
from tests.helpers.fake_engine import joined, load, newest, tell, wire
from viz.intents import AskFitCost, FitLayout, ShowSpace

N = 20
ALONG = UmapParams(along=(0, 2))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the mapper was asked, in the order of its numbers."""
    made: list[Any] = []

    def take(*what: Any) -> int:
        made.append(what)
        return len(made)

    def fit(_: Mapper, shared: VectorsShared, params: UmapParams, left_out: Bools | None = None) -> int:
        return take(shared, params, left_out)

    monkeypatch.setattr(Mapper, "fit", fit)
    monkeypatch.setattr(Mapper, "cost", lambda _, job, params: take(job, params))
    monkeypatch.setattr(Mapper, "cancel", lambda _: None)
    return made


@pytest.fixture
def controller(qtbot: QtBot) -> Controller:
    """States of the input and of layer 0 are open, each as PCA; those of layer 0 are on screen."""
    made = joined(qtbot)
    load(made)
    for layer in (0, 1):
        made.intents.handle(ShowSpace(Space("resid", layer)))
        opened(made, layer, _layout(layer, "pca"))
    return made


def opened(controller: Controller, layer: int, *layouts: Layout) -> None:
    space = Space("resid", layer)
    ids = np.arange(N, dtype=np.int32)
    background = Background(space, ids, np.ones(N, np.float32), np.zeros(N, np.uint8), ids, texts=ids * 0)
    tell(controller, SpaceReady(newest(controller, OpenSpace).id, background, layouts[0], layouts))


def _layout(layer: int, algorithm: Any, params: UmapParams | None = None) -> Layout:
    points = np.full((N, 3), layer, np.float32)
    key = f"{algorithm}{layer}{params}"
    return Layout(Space("resid", layer), algorithm, params, points, points[:, :2].copy(), "x", key, 0.1, 0.1, 0.01, N)


def fitted(controller: Controller) -> None:
    """The input and layer 1 were laid out together."""
    controller.intents.handle(FitLayout(Space("resid", 0), ALONG))
    request = newest(controller, ShareVectors)
    assert request.layers == (0, 2)
    left_out = np.zeros((2, N), bool)
    tell(controller, VectorsShared(request.id, request.space, "block", 2 * N, 4, "hash", left_out))
    done = FitDone(1, _layout(0, "umap", ALONG), "", (_layout(2, "umap", ALONG),))
    controller.maps._bridge.answered.emit(done)


def shown(controller: Controller, layer: int) -> LayoutParams | None:
    return controller.session.run.maps[Space("resid", layer)].layout.params


def test_all_layers_are_shared_and_what_is_left_out_of_each_goes_with_them(
    controller: Controller, asked: list[Any]
) -> None:
    fitted(controller)
    _, params, left_out = asked[0]
    assert params == ALONG
    assert left_out.shape == (2, N)
    assert shown(controller, 0) == ALONG


def test_a_layer_between_that_was_open_is_opened_anew_and_shown_in_its_own_layout(
    controller: Controller, asked: list[Any]
) -> None:
    before = len(wire(controller).of(OpenSpace))
    fitted(controller)
    requests = wire(controller).of(OpenSpace)[before:]
    assert [request.space.layer for request in requests] == [1]  # the one on screen
    opened(controller, 1, _layout(1, "umap", ALONG), _layout(1, "pca"))
    assert shown(controller, 1) == ALONG


def test_layouts_that_the_disk_had_no_room_for_are_said_and_handed_to_the_engine(
    controller: Controller, asked: list[Any]
) -> None:
    fitted(controller)
    assert not wire(controller).of(HoldLayouts)  # they are on the disk
    controller.intents.handle(FitLayout(Space("resid", 0), ALONG))
    request = newest(controller, ShareVectors)
    tell(controller, VectorsShared(request.id, request.space, "block", 2 * N, 4, "hash", np.zeros((2, N), bool)))
    both = _layout(0, "umap", ALONG), _layout(2, "umap", ALONG)
    controller.maps._bridge.answered.emit(FitDone(len(asked), both[0], "There is no room.", both[1:]))
    (held,) = wire(controller).of(HoldLayouts)
    assert {layout.key for layout in held.layouts} == {layout.key for layout in both}
    assert "There is no room." in {card.notice.sentence for card in controller.window.notices.cards}


def test_sliding_keeps_to_the_way_of_laying_out(controller: Controller, asked: list[Any]) -> None:
    fitted(controller)
    opened(controller, 1, _layout(1, "umap", ALONG), _layout(1, "pca"))
    controller.maps.choose(Space("resid", 1), _layout(1, "pca").key)
    controller.intents.handle(ShowSpace(Space("resid", 0)))
    assert shown(controller, 0) is None  # PCA, as a person chose
    controller.maps.choose(Space("resid", 0), _layout(0, "umap", ALONG).key)
    controller.intents.handle(ShowSpace(Space("resid", 1)))
    assert shown(controller, 1) == ALONG
    controller.intents.handle(ShowSpace(Space("resid", 2)))
    newer = replace(_layout(2, "umap", UmapParams(seed=3)))
    opened(controller, 2, newer, _layout(2, "umap", ALONG), _layout(2, "pca"))
    assert shown(controller, 2) == ALONG


def test_what_a_fit_takes_is_asked_for_once(controller: Controller, asked: list[Any]) -> None:
    job = FitJob(N, 4, 2)
    for _ in range(2):
        controller.intents.handle(AskFitCost(job, UmapParams()))
    assert asked == [(job, UmapParams())]
    cost = FitCost(12.0, 10**6)
    controller.maps._bridge.answered.emit(CostKnown(1, job, cost))
    assert controller.session.run.fit_costs == {(job, UmapParams()): cost}
    controller.intents.handle(AskFitCost(job, UmapParams(seed=5)))  # a seed changes nothing
    assert len(asked) == 1
    assert not controller.maps.fitting
