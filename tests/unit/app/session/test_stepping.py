"""Steps back and forward: the prompt's end is stopped at, and what was stepped back from comes again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.session.stepping import RELEASED, Stepping
from engine import protocol
from engine.records import Sampling
from tests.helpers.small_session import SmallSession
from viz import intents
from viz.charts.strip_frame import strip_tokens


class Hand:
    """What presses keys, at times of its own."""

    def __init__(self, it: SmallSession) -> None:
        self.it, self.time = it, 0.0
        self.stepping = Stepping(it.session, it.parts.player, lambda: self.time)

    @property
    def length(self) -> int:
        return len(self.it.session.run)

    def back(self, after: float = 1.0) -> int:
        self.time += after
        self.stepping.back()
        self.it.rest()
        return self.length

    def forward(self) -> int:
        self.stepping.forward()
        self.it.rest()
        return self.length


@pytest.fixture
def hand(qapp: object) -> Hand:
    """At a run of a prompt and four tokens."""
    made = SmallSession(7)
    made.parts.loader.start("tiny", "cpu", "auto", ("xyz", Sampling(), False, 4))
    made.rest()
    assert len(made.session.run) == made.session.run.prompt_tokens + 4
    return Hand(made)


def to_the_prompts_end(hand: Hand) -> int:
    n = hand.it.session.run.prompt_tokens
    while hand.length > n:
        hand.back()
    return n


def test_the_prompts_end_is_stopped_at_and_a_second_press_cuts_into_it(hand: Hand) -> None:
    n = to_the_prompts_end(hand)
    assert n > 1
    assert hand.back() == n
    assert "end of the prompt" in hand.it.notices[-1]
    assert hand.back() == n - 1


def test_a_key_held_down_stays_there(hand: Hand) -> None:
    n = to_the_prompts_end(hand)
    for _ in range(20):
        assert hand.back(after=RELEASED / 10) == n
    assert hand.back(after=RELEASED) == n - 1


def test_it_is_stopped_at_again_each_time_it_is_come_to(hand: Hand) -> None:
    n = to_the_prompts_end(hand)
    assert (hand.back(), hand.back()) == (n, n - 1)
    assert hand.forward() == n
    assert hand.back() == n


def test_what_was_stepped_back_from_comes_again_prompt_and_branch_included(hand: Hand) -> None:
    run = hand.it.session.run
    other = next(token for token in range(30) if token not in [run.nodes[it].token_id for it in run.nodes[-2].children])
    hand.it.parts.intents.handle(intents.TakeToken(run.path[-2], other))
    hand.it.rest()
    path, asked = list(run.path), len(hand.it.engine.of(protocol.Generate))
    assert run.nodes[path[-1]].token_id == other
    while hand.length > 1:
        hand.back()
    while hand.length < len(path):
        hand.forward()
    assert list(run.path) == path
    assert len(hand.it.engine.of(protocol.Generate)) == asked


def test_what_would_be_drawn_otherwise_is_generated(hand: Hand) -> None:
    n = hand.back()
    asked = len(hand.it.engine.of(protocol.Generate))
    hand.it.parts.player.set_sampling(replace(hand.it.session.run.sampling, temperature=1.7))
    assert hand.forward() == n + 1
    assert len(hand.it.engine.of(protocol.Generate)) == asked + 1


def test_what_is_generated_inside_the_prompt_is_no_prompt(hand: Hand) -> None:
    session = hand.it.session
    n = session.run.prompt_tokens
    hand.it.parts.player.go_to(session.run.path[n - 2])
    hand.it.rest()
    hand.it.parts.intents.handle(intents.TakeToken(session.run.current, 1))
    hand.it.rest()
    assert len(session.run) == n
    assert strip_tokens(session.run).n_prompt == n - 1


def test_the_temperature_is_followed_at_once(hand: Hand) -> None:
    changed = hand.it.session.run.changed
    hand.it.parts.player.set_sampling(replace(hand.it.session.run.sampling, temperature=1.7))
    assert hand.it.session.run.changed > changed
    hand.it.parts.player.set_sampling(hand.it.session.run.sampling)
    assert hand.it.session.run.changed == changed + 1


def test_no_tokens_are_written_where_none_are_wanted(hand: Hand) -> None:
    asked, n = len(hand.it.engine.of(protocol.Generate)), hand.length
    hand.it.parts.player.play(0)
    hand.it.rest()
    assert (len(hand.it.engine.of(protocol.Generate)), hand.length) == (asked, n)
    assert "number of tokens is 0" in hand.it.notices[-1]
