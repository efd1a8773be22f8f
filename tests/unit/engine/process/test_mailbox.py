"""Who waits, who is superseded, who is stopped."""

from __future__ import annotations

import numpy as np
import pytest

from engine.labs.attention.records import AskHeadScores, AskInduction
from engine.labs.lookahead.records import AskAhead
from engine.labs.two_names.records import AskNameKnockouts, AskNames
from engine.process.mailbox import Mailbox
from engine.protocol import (
    AskLab,
    BranchAt,
    Cancel,
    FullDistribution,
    Generate,
    GoTo,
    LoadModel,
    NewRun,
    OpenSpace,
    Pause,
    Replay,
    Request,
    kind_key,
)
from engine.records import EMBEDDING, UNEMBEDDING, Space


def _taken(mailbox: Mailbox) -> list[int]:
    """The ids taken until nothing waits."""
    ids: list[int] = []
    while True:
        request = mailbox.take(0)
        if request is None and not mailbox.dropped():
            return ids
        if request is not None:
            ids.append(request.id)
            mailbox.finished()


def test_requests_are_taken_in_order() -> None:
    mailbox = Mailbox()
    for request in (NewRun(1, "a"), Generate(2, 5), FullDistribution(3, 0)):
        mailbox.put(request)
    assert _taken(mailbox) == [1, 2, 3]


def test_a_newer_request_of_a_kind_replaces_the_waiting_one() -> None:
    mailbox = Mailbox()
    mailbox.put(Replay(1, 0, 0, "attn"))
    mailbox.put(Replay(2, 0, 0, "neurons"))
    mailbox.put(Replay(3, 0, 1, "attn"))
    assert mailbox.take(0) is None  # there is news first
    assert [request.id for request in mailbox.dropped()] == [1]
    assert _taken(mailbox) == [2, 3]


def test_kinds_that_two_views_may_want_at_once_are_told_apart() -> None:
    assert kind_key(OpenSpace(1, EMBEDDING)) != kind_key(OpenSpace(2, Space("resid", 3)))
    assert kind_key(OpenSpace(1, Space("resid", 1))) == kind_key(OpenSpace(2, Space("resid", 3)))
    assert kind_key(OpenSpace(1, EMBEDDING)) != kind_key(OpenSpace(1, UNEMBEDDING))


def test_the_request_at_work_is_stopped_by_a_newer_one_of_its_kind_and_by_a_load() -> None:
    for newer in (FullDistribution(2, 1), LoadModel(2, "x"), Cancel(2)):
        mailbox = Mailbox()
        mailbox.put(FullDistribution(1, 0))
        assert mailbox.take(0) is not None
        assert not mailbox.stop_working()
        mailbox.put(newer)
        assert mailbox.stop_working()
        mailbox.finished()
        assert not mailbox.stop_working()


def test_a_new_prompt_a_branch_and_a_move_stop_a_generation_but_a_look_does_not() -> None:
    for newer, stops in (
        (NewRun(2, "a"), True),
        (BranchAt(2, 0, 1), True),
        (GoTo(2, 0), True),
        (Generate(2, 3), True),
        (Replay(2, 0, 0, "attn"), False),
        (OpenSpace(2, EMBEDDING), False),
    ):
        mailbox = Mailbox()
        mailbox.begin_generating(Generate(1, 5))
        mailbox.put(newer)
        assert mailbox.stop_generating() is stops, newer
        mailbox.end_generating()
        assert not mailbox.stop_generating()


@pytest.mark.parametrize("newer", [NewRun(2, "a"), BranchAt(2, 0, 1), Generate(2, 5), AskLab(2, AskHeadScores())])
def test_what_nobody_asked_for_gives_way_to_what_a_person_asks(newer: Request) -> None:
    for unasked in (True, False):
        mailbox = Mailbox()
        mailbox.put(AskLab(1, AskNames("A"), unasked=unasked))
        assert mailbox.take(0) is not None
        mailbox.put(newer)
        assert mailbox.stop_working() == unasked
    mailbox.put(AskLab(3, AskInduction(0), unasked=True))
    assert not mailbox.dropped(), "two views may each want something of their own accord"


@pytest.mark.parametrize(
    "newer", [Replay(2, 0, 0, "attn"), FullDistribution(2, 0), AskLab(2, AskNames("A"), unasked=True)]
)
def test_what_grows_in_the_background_gives_way_to_any_other_request(newer: Request) -> None:
    question = AskAhead(0, ((1,),), EMBEDDING)
    for waiting in (True, False):
        mailbox = Mailbox()
        mailbox.put(AskLab(1, question, unasked=True))
        assert waiting or mailbox.take(0) is not None
        mailbox.put(newer)
        assert [request.id for request in mailbox.dropped()] == [1] if waiting else mailbox.stop_working()


def test_another_sentence_ends_what_is_measured_of_the_one_before() -> None:
    mailbox = Mailbox()
    mailbox.put(AskLab(1, AskNameKnockouts("A")))
    assert mailbox.take(0) is not None
    mailbox.put(AskLab(2, AskNames("A"), unasked=True))
    assert not mailbox.stop_working(), "it is of the same sentence"
    mailbox.put(AskLab(3, AskNames("B"), unasked=True))
    assert mailbox.stop_working()


def test_what_arrived_before_the_generation_began_stops_it_too() -> None:
    mailbox = Mailbox()
    generate = Generate(1, 5)
    mailbox.put(GoTo(2, 0))
    mailbox.begin_generating(generate)
    assert mailbox.stop_generating()


def test_a_pause_ends_a_generation_and_takes_back_one_that_waits() -> None:
    mailbox = Mailbox()
    mailbox.put(NewRun(1, "a"))
    mailbox.put(Generate(2, 5))
    mailbox.put(Pause(3))
    assert [request.id for request in mailbox.dropped()] == [2]
    assert _taken(mailbox) == [1]
    mailbox.begin_generating(Generate(4, 5))
    assert not mailbox.paused()
    mailbox.put(Pause(5))
    assert mailbox.paused()


def test_cancel_drops_all_that_waits() -> None:
    mailbox = Mailbox()
    mailbox.begin_generating(Generate(1, 5))
    mailbox.put(FullDistribution(2, 0))
    mailbox.put(Cancel(3))
    assert mailbox.stop_generating()
    assert [request.id for request in mailbox.dropped()] == [2]
    mailbox.end_generating()
    assert mailbox.take(0) is None


def test_waiting_ends_at_its_time_and_at_news() -> None:
    mailbox = Mailbox()
    assert mailbox.take(0.01) is None
    mailbox.begin_generating(Generate(1, 5))
    mailbox.put(Pause(2))
    assert mailbox.take(None) is None


def test_the_ending_is_passed_on() -> None:
    mailbox = Mailbox()
    done: list[int] = []
    mailbox.on_end(lambda: done.append(1))
    mailbox.end()
    assert done == [1]
    assert np.size(done) == 1


@pytest.mark.parametrize(("stop", "paused", "cancelled"), [(Pause(2), True, False), (Cancel(2), False, True)])
def test_a_stop_that_comes_while_a_generation_is_taken_in_holds_for_it(
    stop: Request, paused: bool, cancelled: bool
) -> None:
    mailbox = Mailbox()
    generate = Generate(1, 5)
    mailbox.put(generate)
    assert mailbox.take(0) is generate
    mailbox.put(stop)
    mailbox.end_generating()  # the one before it
    mailbox.begin_generating(generate)
    mailbox.finished()
    assert mailbox.paused() is paused
    assert mailbox.stop_generating() is cancelled
    mailbox.end_generating()
    mailbox.put(Generate(3, 5))
    assert mailbox.take(0) is not None
    mailbox.begin_generating(Generate(3, 5))
    assert not mailbox.paused()
    assert not mailbox.stop_generating()


def test_what_came_to_nothing_takes_the_generation_behind_it_along_but_not_a_later_one() -> None:
    mailbox = Mailbox()
    mailbox.put(NewRun(1, "a"))
    assert mailbox.take(0) is not None
    mailbox.put(FullDistribution(2, 0))
    mailbox.put(Generate(3, 5))
    mailbox.unfollowed()
    mailbox.finished()
    assert [request.id for request in mailbox.dropped()] == [3]
    assert _taken(mailbox) == [2]
    mailbox.put(GoTo(4, 0))
    mailbox.put(BranchAt(5, 0, 1))
    mailbox.put(Generate(6, 5))
    assert mailbox.take(0) is not None
    mailbox.unfollowed()
    mailbox.finished()
    assert mailbox.dropped() == []
    assert _taken(mailbox) == [5, 6]


def test_how_long_a_stop_has_not_been_heeded_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("engine.process.mailbox.time.monotonic", lambda: now)
    mailbox = Mailbox()
    mailbox.put(FullDistribution(1, 0))
    assert mailbox.take(0) is not None
    now = 120.0
    assert mailbox.unheeded() == 0.0
    mailbox.put(Cancel(2))
    now = 123.0
    mailbox.put(Cancel(3))  # asked again: it is the first that counts
    assert mailbox.unheeded() == 3.0
    mailbox.finished()
    assert mailbox.unheeded() == 0.0


def test_one_request_is_cancelled_alone_wherever_it_is() -> None:
    mailbox = Mailbox()
    generate, working, first, second = Generate(1, 5), OpenSpace(2, EMBEDDING), FullDistribution(3, 1), GoTo(4, 1)
    mailbox.put(generate)
    assert mailbox.take(0) is generate
    mailbox.begin_generating(generate)
    mailbox.finished()
    for request in (working, first):
        mailbox.put(request)
    assert mailbox.take(0) is working
    mailbox.put(Cancel(5, only=3))
    assert (mailbox.dropped(), mailbox.stop_working(), mailbox.stop_generating()) == ([first], False, False)
    mailbox.put(Cancel(6, only=2))
    assert (mailbox.stop_working(), mailbox.stop_generating()) == (True, False)
    mailbox.put(Cancel(7, only=1))
    assert mailbox.stop_generating()
    mailbox.put(second)
    mailbox.put(Cancel(8))
    assert mailbox.dropped() == [second]
