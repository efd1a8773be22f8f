"""A run moved on screen while a load was under way that came to nothing: the engine follows, whatever comes between."""

from __future__ import annotations

import pytest

from engine.protocol import GoTo, UseLayout
from engine.records import Sampling
from tests.helpers.small_session import SmallSession
from viz import intents


@pytest.fixture
def it(qapp: object) -> SmallSession:
    """A run of some tokens, moved back by one while another model was loaded, which was stopped."""
    made = SmallSession(5)
    made.parts.loader.start("tiny", "cpu", "auto", None)
    made.rest()
    made.parts.player.new_run("x", Sampling(), False, 4)
    made.rest()
    made.parts.loader.load("other")
    made.parts.player.step_back()
    made.parts.stopping.stop_all()
    while not isinstance(made.engine.sent[-1], UseLayout | GoTo):
        assert made.engine.turn() or made.engine.read() or made.hear()
    return made


def check(it: SmallSession) -> None:
    it.rest()
    run = it.session.run
    assert it.engine.holds([record.token_id for record in run.nodes], run.current)


def test_also_where_a_cancel_takes_along_what_was_asked_of_it(it: SmallSession) -> None:
    it.parts.stopping.stop_all()
    check(it)
    assert it.session.run.current == len(it.session.run) - 1


def test_also_where_a_step_that_took_its_place_was_cancelled(it: SmallSession) -> None:
    before = it.session.run.current
    it.parts.player.step_back()
    it.parts.stopping.stop_all()
    check(it)
    assert it.session.run.current == before


def test_a_branch_that_took_its_place_stays(it: SmallSession) -> None:
    it.parts.stopping.stop_all()
    it.parts.intents.handle(intents.TakeToken(0, 2))
    check(it)
    run = it.session.run
    assert (run.nodes[run.current].parent, run.nodes[run.current].token_id) == (0, 2)


def test_where_nothing_was_moved_nothing_is_asked(it: SmallSession) -> None:
    check(it)
    it.parts.player.pause()
    it.parts.loader.load("other")
    it.parts.stopping.stop_all()
    it.engine.log.clear()
    check(it)
    assert not [line for line in it.engine.log if "GoTo" in line]


def test_also_where_a_new_run_that_was_asked_for_meanwhile_was_cancelled_with_it(it: SmallSession) -> None:
    before = it.session.run.current
    it.parts.player.new_run("y", Sampling(), False, 0)
    it.parts.stopping.stop_all()
    check(it)
    assert it.session.run.current == before
