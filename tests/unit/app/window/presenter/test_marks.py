"""Strokes of the highlighter, what is kept of a choice, and the clock."""

from __future__ import annotations

import pytest

from app.window.presenter.choice import SCALES, Choice
from app.window.presenter.clock import elapsed
from app.window.presenter.marks import FADE, STAY, Marks, moved


def test_a_stroke_stays_then_fades_and_is_forgotten() -> None:
    marks = Marks()
    marks.press((0.1, 0.2))
    marks.move((0.3, 0.2))
    assert marks.strokes[0].points == [(0.1, 0.2), (0.3, 0.2)]
    assert marks.fade(1e6)
    assert marks.strokes[0].strength(1e6) == 1.0
    marks.lift(now=10.0)
    marks.move((0.9, 0.9))  # it is not down
    assert len(marks.strokes[0].points) == 2
    at = [marks.strokes[0].strength(10.0 + STAY + share * FADE) for share in (0.0, 0.25, 0.5, 1.0)]
    assert at == pytest.approx([1.0, 0.75, 0.5, 0.0])
    assert not marks.fade(10.0 + STAY + FADE)
    assert marks.strokes == []


def test_with_reduced_motion_a_stroke_goes_at_once() -> None:
    marks = Marks()
    marks.press((0.5, 0.5))
    marks.lift(now=0.0)
    assert marks.strokes[0].strength(STAY - 0.01, still=True) == 1.0
    assert marks.strokes[0].strength(STAY + 0.01, still=True) == 0.0


def test_a_key_moves_as_far_in_both_directions_and_not_out_of_the_picture() -> None:
    assert moved((0.5, 0.5), 0.1, 0.0, aspect=2.0) == pytest.approx((0.55, 0.5))
    assert moved((0.5, 0.5), 0.0, -0.1, aspect=2.0) == pytest.approx((0.5, 0.4))
    assert moved((0.01, 0.99), -0.1, 0.1, aspect=2.0) == (0.0, 1.0)


def test_clearing_takes_every_stroke() -> None:
    marks = Marks()
    marks.press((0.5, 0.5))
    marks.press((0.1, 0.5))
    marks.clear()
    assert marks.strokes == []


def test_a_choice_is_kept_and_read_again() -> None:
    kept: dict[str, str] = {}
    chosen = Choice(("meaning_space", "next_token"), text=False, follow=False, scale=2.0, screen="HDMI-1")
    chosen.keep(kept)
    assert Choice.read(kept) == chosen
    assert Choice.read({}) == Choice()


@pytest.mark.parametrize("scale", ["", "nan", "inf", "-3", "a lot", "1e99"])
def test_a_size_of_letters_that_is_none_becomes_one(scale: str) -> None:
    assert Choice.read({"scale": scale}).scale in SCALES


def test_no_more_views_are_read_than_there_is_room_for() -> None:
    assert Choice.read({"views": "a,b,,c,d,e"}).views == ("a", "b", "c", "d")


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "0:00"), (65.9, "1:05"), (3599, "59:59"), (3661, "1:01:01"), (-5, "0:00")]
)
def test_elapsed_time_is_told_in_minutes(seconds: float, told: str) -> None:
    assert elapsed(seconds) == told
