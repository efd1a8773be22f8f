"""The rounds of a class: begun, voted in, undone, revealed, kept."""

from __future__ import annotations

from viz.guesses import Guesses, Round


def test_a_round_is_guessed_undone_revealed_and_kept() -> None:
    guesses = Guesses().begun(Round(3, (1, 2)))
    assert guesses.hides
    asked = guesses.open
    assert asked is not None
    voted = guesses.changed(asked.voted(2).voted(9).voted(2))
    assert voted.open is not None
    assert voted.open.votes == (2, 9, 2)
    assert voted.open.choices == (1, 2, 9)
    undone = voted.changed(voted.open.undone)
    assert undone.open is not None
    assert undone.open.votes == (2, 9)
    shown = undone.revealed
    assert not shown.hides
    assert shown.open is None
    assert shown.of(3) == Round(3, (1, 2), votes=(2, 9), revealed=True)
    again = shown.begun(Round(4, (5, 6)))
    assert [it.node for it in again.rounds] == [3, 4]
    assert [it.node for it in again.given_up.rounds] == [3]
    assert not again.given_up.hides


def test_undoing_where_there_is_no_vote_changes_nothing() -> None:
    assert Round(3, (1, 2)).undone == Round(3, (1, 2))


def test_a_round_that_the_text_goes_past_counts_where_anybody_voted() -> None:
    for votes, kept in (((2,), [3, 4]), ((), [4])):
        left = Guesses().begun(Round(3, (1, 2), votes=votes))
        assert [it.node for it in left.begun(Round(4, (5, 6))).rounds] == kept
