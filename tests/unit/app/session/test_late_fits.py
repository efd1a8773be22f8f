"""What still comes of a fit that another one took the place of is not taken for that one's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.notice import Notice
from engine.maps.fit_messages import FitDone, FitFailed, FitProgress
from engine.maps.mapper import Mapper
from engine.protocol import OpenSpace, ShareVectors, SpaceReady, VectorsShared
from engine.records import EMBEDDING, UNEMBEDDING, Background, Layout, Sampling, Space, UmapParams
from tests.helpers.fake_engine import joined, load, newest, started, tell, tokens
from tests.helpers.runs import tiny_info, tiny_vocabulary
from viz.intents import FitLayout, ShowSpace

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


def test_a_run_of_another_model_is_put_on_no_map_of_the_loaded_one(
    controller: Controller, fits: Fits, tmp_path: Path
) -> None:
    controller.player.new_run("x", Sampling(), False, 0)
    tell(controller, started(controller, 7, 1), tokens(7, 0, -1, 0, [3]))
    of_the_first = controller.session.run.maps[EMBEDDING].background
    controller.session.run.maps.clear()
    controller.documents.save(tmp_path / "a.orrery")
    load(controller, replace(tiny_info(tiny_vocabulary()), sha256="other"))
    assert not controller.session.run.nodes
    asked = newest(controller, OpenSpace)
    assert controller.documents.open(tmp_path / "a.orrery")
    told: list[Notice] = []
    controller.session.noticed.connect(told.append)
    controller.intents.handle(ShowSpace(UNEMBEDDING))
    controller.intents.handle(FitLayout(EMBEDDING, UmapParams()))
    assert newest(controller, OpenSpace) is asked, "nothing more is asked of a model that did not make the run"
    assert not controller.maps.fitting
    assert told[-1].actions == ("get_model",)
    layout = _layout(EMBEDDING, "pca")
    tell(controller, SpaceReady(asked.id, of_the_first, layout, (layout,)))
    assert controller.session.run.maps == {}
