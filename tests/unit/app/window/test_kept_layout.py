"""What is kept of a workspace's arrangement, and what an older or damaged one still says."""

from __future__ import annotations

import pytest

from app.settings import Settings
from app.window.docks import corrected, needed_first
from app.window.kept_layout import (
    CLOSED,
    SEEN,
    TABBED,
    KeptLayout,
    opened,
    parse,
    sealed,
)


def test_what_is_kept_is_read_as_it_was() -> None:
    kept = KeptLayout(b"\x00\xff state", {"controls": SEEN, "next_token": TABBED, "layers": CLOSED})
    again = parse(kept.text)
    assert (again.state, dict(again.marks)) == (kept.state, dict(kept.marks))
    assert again.shown == ("controls", "next_token")
    assert again.seen == ("controls",)


def test_names_without_a_mark_were_shown() -> None:
    assert parse("AAAA next_token layers").shown == ("next_token", "layers")


@pytest.mark.parametrize("damaged", ["", "*", "ü" * 9, "A", "AAAA", "AAAA *layers=9x9"])
def test_no_state_is_kept_where_it_is_damaged_or_not_sealed(damaged: str) -> None:
    assert parse(damaged).state == b""
    assert not parse(damaged).sizes


def test_whatever_is_damaged_of_it_nothing_of_it_is_used() -> None:
    text = KeptLayout(b"state of Qt", {"controls": SEEN, "layers": CLOSED}, {"controls": (200, 300)}).text
    for at, letter in enumerate(text.rpartition("#")[0]):
        other = "B" if letter != "B" else "C"
        damaged = parse(text[:at] + other + text[at + 1 :])
        assert not damaged.state
        assert not damaged.sizes


def test_the_first_picture_needs_the_views_in_front() -> None:
    files = ("meaning_space", "token_strip", "next_token", "attention_atlas", "attention_head", "layers")
    assert set(needed_first(Settings(), files)) == {"meaning_space", "token_strip", "next_token", "attention_atlas"}
    seen = KeptLayout(b"state", {"controls": SEEN, "layers": SEEN, "next_token": TABBED, "gone": SEEN})
    assert needed_first(Settings(layouts={"explore": seen.text}), files) == ("layers",)


def test_qt_is_asked_for_what_makes_up_the_difference_and_never_for_nothing() -> None:
    assert corrected(300, 300, 290) == 310
    assert corrected(310, 300, 305) == 305
    assert corrected(40, 40, 200) == 1  # a smaller window than it was: this dock was given what another one lacks


def test_what_was_sealed_is_opened_and_nothing_else() -> None:
    assert opened(sealed("a #b")) == "a #b"
    for other in ("", "AAAA", "AAAA #", sealed("AAAA")[:-1], sealed("AAAA").replace("A", "B", 1)):
        assert opened(other) is None
