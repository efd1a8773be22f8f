"""Each thing that takes long has one entry, which says how long it goes on and ends with what it was for."""

from __future__ import annotations

import pytest

from app.controller import Controller
from app.session.works import Works
from app.state import FIT, Work
from engine import protocol
from engine.labs.attention.records import AskHeadScores
from engine.records import EMBEDDING, UmapParams
from tests.helpers.fake_engine import begin, load, newest, rest, tell, wire
from tests.helpers.made_maps import clustered, layout_of, space_of
from viz import intents


def keys(controller: Controller) -> list[object]:
    return [work.key for work in controller.session.works.all]


def test_the_time_left_is_that_of_the_stage_and_said_once_it_means_something() -> None:
    now = [0.0]
    works = Works(clock=lambda: now[0])

    def left(done: int, at: float, doing: str = "a") -> float | None:
        now[0] = at
        works.tell(1, doing, done, 100)
        return works.all[0].seconds_left

    assert left(10, 0.0) is None
    assert left(20, 1.0) is None, "too soon"
    assert left(30, 4.0) == pytest.approx(4.0 / 20 * 70)
    assert left(0, 5.0, "b") is None, "another stage"
    assert left(1, 9.0, "b") is None, "too little of it"
    assert left(50, 10.0, "b") == pytest.approx(5.0)
    assert Work(1, "a", 150, 100).share == 1.0
    assert Work(1, "a", 5, 0).share is None


def test_a_fit_keeps_its_entry_whatever_the_engine_answers(controller: Controller) -> None:
    begin(controller, [3, 4])
    rest(controller)
    controller.intents.handle(intents.FitLayout(EMBEDDING, UmapParams()))
    asked = newest(controller, protocol.OpenSpace)
    tell(controller, protocol.Progress(asked.id, "Sampling states", 1, 2, "tokens"))
    assert keys(controller) == [FIT, asked.id]
    tell(controller, protocol.ModelsListed(99, ()), protocol.Done(98), protocol.CancelledAnswer(97))
    assert keys(controller) == [FIT, asked.id]
    controller.window.cancel.emit(FIT)
    assert keys(controller) == [asked.id]
    assert not controller.maps.fitting


def test_stop_ends_what_takes_long_whatever_it_is(controller: Controller) -> None:
    load(controller)
    rest(controller)
    stop = controller.window.actions_made.by_id["stop"]
    assert not stop.isEnabled()
    controller.intents.handle(intents.AskLab(AskHeadScores(), again=True))
    asked = newest(controller, protocol.AskLab)
    tell(controller, protocol.Progress(asked.id, "Scoring heads", 1, 270))
    assert stop.isEnabled()
    stop.trigger()
    assert newest(controller, protocol.Cancel).id > asked.id
    tell(controller, protocol.CancelledAnswer(asked.id))
    assert controller.session.state.has_stopped
    assert not stop.isEnabled()
    controller.intents.handle(intents.FitLayout(EMBEDDING, UmapParams()))
    tell(controller, protocol.Progress(0, "Starting the engine", 0, 0))
    stop.trigger()
    assert not controller.maps.fitting
    assert not stop.isEnabled(), "the start of an engine cannot be stopped"


def test_one_entry_is_cancelled_and_nothing_else(controller: Controller) -> None:
    load(controller)
    opened = newest(controller, protocol.OpenSpace)
    tell(controller, protocol.Progress(opened.id, "Sampling states", 1, 2, "tokens"))
    controller.intents.handle(intents.FitLayout(EMBEDDING, UmapParams()))
    controller.window.cancel.emit(opened.id)
    assert newest(controller, protocol.Cancel).only == opened.id
    tell(controller, protocol.CancelledAnswer(opened.id))
    assert keys(controller) == [FIT]
    assert len(wire(controller).of(protocol.OpenSpace)) == 1, "what a person has stopped is not asked again by itself"
    assert "Choose it again" in controller.window.notices.cards[-1].notice.sentence


def test_a_map_that_comes_without_a_run_is_painted(controller: Controller) -> None:
    load(controller)
    before = controller.session.run.changed
    space, layout = space_of(clustered(90)), layout_of(clustered(90))
    opened = newest(controller, protocol.OpenSpace)
    tell(controller, protocol.SpaceReady(opened.id, space.background, layout, (layout,)))
    assert controller.session.run.changed > before, "a dock paints what has changed, and nothing else"
    assert keys(controller) == []
