"""What still comes of a fit that another one took the place of is not taken for that one's."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from engine.maps.fit_messages import FitDone, FitFailed, FitProgress
from engine.maps.mapper import Mapper
from engine.protocol import ShareVectors, SpaceReady, VectorsShared
from engine.records import EMBEDDING, UNEMBEDDING, Background, Layout, Space, UmapParams
from tests.helpers.fake_engine import joined, load, newest, tell

N = 20


class Fits:
    """What the mapper was asked to fit, in the order of its numbers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[VectorsShared] = []
        monkeypatch.setattr(Mapper, "fit", lambda _, shared, *__: self._fit(shared))
        monkeypatch.setattr(Mapper, "cancel", lambda _: None)  # too late: the fit was done

    def _fit(self, shared: VectorsShared) -> int:
        self.asked.append(shared)
        return len(self.asked)


@pytest.fixture
def fits(monkeypatch: pytest.MonkeyPatch) -> Fits:
    return Fits(monkeypatch)


@pytest.fixture
def controller(qtbot: QtBot) -> Controller:
    """A session with maps of both vocabulary spaces."""
    made = joined(qtbot)
    load(made)
    for number, space in enumerate((EMBEDDING, UNEMBEDDING)):
        background = Background(space, np.arange(N, dtype=np.int32), np.ones(N, np.float32), np.zeros(N, np.uint8))
        made.maps.open(space)
        tell(made, SpaceReady(100 + number, background, _layout(space, "pca"), (_layout(space, "pca"),)))
    return made


def _layout(space: Space, key: str) -> Layout:
    points = np.zeros((N, 3), np.float32)
    return Layout(space, "umap", UmapParams(), points, points[:, :2].copy(), "x", key, 0.1, 0.1, 0.01, N)


def ask(controller: Controller, space: Space) -> VectorsShared:
    """A person asks for a fit; what the engine will answer."""
    controller.maps.fit(space, UmapParams())
    request: Any = newest(controller, ShareVectors)
    return VectorsShared(request.id, request.space, "block", N, 4, "hash")


def from_mapper(controller: Controller, answer: object) -> None:
    """What the mapper said arrives."""
    controller.maps._bridge.answered.emit(answer)


def shown(controller: Controller, space: Space) -> str:
    return controller.session.run.maps[space].layout.key


def test_a_fit_that_was_done_as_another_was_asked_for_is_not_taken_for_that_one(
    controller: Controller, fits: Fits
) -> None:
    first = ask(controller, EMBEDDING)
    tell(controller, first)
    second = ask(controller, EMBEDDING)
    for late in (FitProgress(1, "Fitting", 1, 2), FitDone(1, _layout(EMBEDDING, "late")), FitFailed(1, "x", "Late.")):
        from_mapper(controller, late)
    assert shown(controller, EMBEDDING) == "pca"
    assert controller.maps.fitting
    assert controller.window.notices.cards == []
    tell(controller, second)
    assert fits.asked == [first, second]
    from_mapper(controller, FitDone(2, _layout(EMBEDDING, "asked for")))
    assert shown(controller, EMBEDDING) == "asked for"
    assert not controller.maps.fitting


def test_vectors_of_another_space_and_of_a_fit_that_was_given_up_are_not_fitted(
    controller: Controller, fits: Fits
) -> None:
    first = ask(controller, EMBEDDING)
    second = ask(controller, UNEMBEDDING)
    tell(controller, first)
    assert fits.asked == []
    tell(controller, second)
    assert fits.asked == [second]
    third = ask(controller, EMBEDDING)
    controller.maps.cancel_fit()
    tell(controller, third)
    assert fits.asked == [second]
    from_mapper(controller, FitDone(1, _layout(UNEMBEDDING, "late")))
    assert shown(controller, UNEMBEDDING) == "pca"
    assert not controller.maps.fitting
