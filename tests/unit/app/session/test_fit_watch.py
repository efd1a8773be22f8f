"""A fit whose process neither speaks nor computes is told of and can be begun anew; one that computes is left alone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.session import pulse
from app.session.fit_watch import ABOUT, LEAST
from engine.maps.fit_messages import FitDone, FitProgress
from engine.maps.mapper import Mapper
from engine.protocol import ShareVectors, SpaceReady, VectorsShared
from engine.records import EMBEDDING, Background, Layout, UmapParams
from tests.helpers.fake_engine import joined, load, newest, tell, wire

TURNS = int(pulse.LIMIT / pulse.TURN)
N = 20


class Process:
    """The mapper's process, as the window sees it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.used: float | None = 3.0
        self.asked = 0
        monkeypatch.setattr(Mapper, "fit", self._fit)
        monkeypatch.setattr(Mapper, "cancel", lambda _: None)
        monkeypatch.setattr(Mapper, "seconds_used", property(lambda _: self.used))

    def _fit(self, *_: object) -> int:
        self.asked += 1
        return self.asked


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Process:
    return Process(monkeypatch)


@pytest.fixture
def fitting(qtbot: QtBot, process: Process) -> Iterator[Controller]:
    """A session in which the mapper has begun a fit."""
    made = joined(qtbot)
    load(made)
    points = np.zeros((N, 3), np.float32)
    flat = points[:, :2].copy()
    layout = Layout(EMBEDDING, "umap", UmapParams(), points, flat, "x", "pca", 0.1, 0.1, 0.01, N)
    background = Background(EMBEDDING, np.arange(N, dtype=np.int32), np.ones(N, np.float32), np.zeros(N, np.uint8))
    made.maps.open(EMBEDDING)
    tell(made, SpaceReady(100, background, layout, (layout,)))
    made.maps.fit(EMBEDDING, UmapParams())
    share(made)
    yield made
    made.maps.close()


def share(controller: Controller) -> None:
    """The vectors that were asked for last are there."""
    tell(controller, VectorsShared(newest(controller, ShareVectors).id, EMBEDDING, "block", N, 4, "hash"))


def pass_turns(controller: Controller, turns: int) -> None:
    for _ in range(turns):
        controller.maps._watch.turn()


def told(controller: Controller) -> list[tuple[str, ...]]:
    """What is offered beside each notice about a silent fit."""
    return [card.notice.actions for card in controller.window.notices.cards if card.notice.about == ABOUT]


def test_a_process_that_stands_still_is_told_of_after_the_limit_and_only_once(fitting: Controller) -> None:
    pass_turns(fitting, TURNS - 1)
    assert told(fitting) == []
    pass_turns(fitting, 3)
    assert told(fitting) == [("fit_again",)]


def test_computing_and_speaking_are_signs_of_life(fitting: Controller, process: Process) -> None:
    for _ in range(3 * TURNS):
        process.used = (process.used or 0.0) + LEAST
        pass_turns(fitting, 1)
    for _ in range(3):
        pass_turns(fitting, TURNS - 1)
        fitting.maps._bridge.answered.emit(FitProgress(1, "arranging in 3D", 1, 9))
    process.used = None  # the system does not say
    pass_turns(fitting, 2 * TURNS)
    assert told(fitting) == []


def test_what_was_said_goes_as_the_process_goes_on(fitting: Controller, process: Process) -> None:
    pass_turns(fitting, TURNS)
    assert len(told(fitting)) == 1
    process.used = 3.0 + LEAST
    pass_turns(fitting, 1)
    assert told(fitting) == []
    pass_turns(fitting, TURNS)
    assert len(told(fitting)) == 1
    fitting.maps._bridge.answered.emit(FitDone(1, fitting.session.run.maps[EMBEDDING].layout))
    assert told(fitting) == []
    assert not fitting.maps._watch._timer.isActive()


def test_the_fit_is_begun_anew_where_that_is_chosen(fitting: Controller, process: Process) -> None:
    again = fitting.window.actions_made.by_id["fit_again"]
    pass_turns(fitting, TURNS)
    again.trigger()
    assert told(fitting) == []
    assert [request.space for request in wire(fitting).of(ShareVectors)] == [EMBEDDING, EMBEDDING]
    share(fitting)
    assert process.asked == 2
    fitting.maps.cancel_fit()
    assert not again.isEnabled()
