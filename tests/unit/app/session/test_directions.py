"""A layout along chosen directions: asked of the engine, shown when it comes, and nothing where it is of no use."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from engine import protocol
from engine.records import EMBEDDING, Direction, Directions
from tests.helpers.fake_engine import joined, load, newest, rest, tell, wire
from tests.helpers.made_maps import clustered, layout_of, space_of
from viz.intents import ChooseLayout, LayAlong, PlaceBeside

AXES = (("king", (3, 4)),)


@pytest.fixture
def controller(qtbot: QtBot) -> Controller:
    """A session with a map."""
    made = joined(qtbot)
    load(made)
    rest(made)
    vectors = clustered(60)
    plain = layout_of(vectors)
    made.maps.open(EMBEDDING)
    asked = newest(made, protocol.OpenSpace)
    tell(made, protocol.SpaceReady(asked.id, space_of(vectors).background, plain, (plain,)))
    return made


def asked(controller: Controller) -> protocol.LayAlong:
    controller.intents.handle(LayAlong(EMBEDDING, AXES, orthogonal=False))
    request = newest(controller, protocol.LayAlong)
    assert isinstance(request, protocol.LayAlong)
    return request


def test_it_is_shown_when_it_comes(controller: Controller) -> None:
    request = asked(controller)
    assert (request.space, request.axes, request.orthogonal) == (EMBEDDING, AXES, False)
    tell(controller, protocol.Progress(request.id, "Laying the points out along the directions", 0, 0))
    assert [work.key for work in controller.session.works.all] == [request.id]
    plain = layout_of(clustered(60), "chosen")
    axes = (Direction("king", "", (1,), (3, 4)),)
    layout = replace(plain, algorithm="directions", params=Directions(axes, orthogonal=False))
    tell(controller, protocol.LayoutMade(request.id, layout, "The disk is full."))
    assert not controller.session.works.all
    assert controller.session.run.maps[EMBEDDING].layout.key == "chosen"
    assert newest(controller, protocol.UseLayout).layout.key == "chosen"
    assert "The disk is full." in {card.notice.sentence for card in controller.window.notices.cards}


def test_a_refusal_is_said_and_the_layout_stays(controller: Controller) -> None:
    before = controller.session.run.maps[EMBEDDING].layout
    request = asked(controller)
    tell(controller, protocol.Failed(request.id, "InputRefused", "The word does not occur."))
    assert controller.session.run.maps[EMBEDDING].layout is before
    assert not controller.session.works.all


def test_a_second_layout_is_placed_into_once_and_no_more_when_it_is_the_one_shown(controller: Controller) -> None:
    shown = controller.session.run.maps[EMBEDDING].layout
    other = replace(shown, key="other")
    controller.session.run.maps[EMBEDDING].layouts.append(other)
    for _ in range(3):  # a view asks at every frame
        controller.intents.handle(PlaceBeside(EMBEDDING, "other"))
    sent = [it for it in wire(controller).sent if isinstance(it, protocol.UseLayout)]
    assert [(it.layout.key, it.beside and it.beside.key) for it in sent][-1] == (shown.key, "other")
    assert len([it for it in sent if it.beside is not None]) == 1
    controller.intents.handle(PlaceBeside(EMBEDDING, "none such"))
    controller.intents.handle(ChooseLayout(EMBEDDING, "other"))
    assert newest(controller, protocol.UseLayout).beside is None


def test_one_map_again_ends_the_placing_into_the_second_once(controller: Controller) -> None:
    shown = controller.session.run.maps[EMBEDDING].layout
    controller.session.run.maps[EMBEDDING].layouts.append(replace(shown, key="other"))
    controller.intents.handle(PlaceBeside(EMBEDDING, "other"))
    assert newest(controller, protocol.UseLayout).beside is not None
    for _ in range(2):
        controller.intents.handle(PlaceBeside(EMBEDDING))
    assert newest(controller, protocol.UseLayout).beside is None
    assert newest(controller, protocol.UseLayout).layout.key == shown.key
    assert len([it for it in wire(controller).sent if isinstance(it, protocol.UseLayout)]) == 3
