"""What a class guesses comes next, round by round; no Qt.

A round is one place of the text: the tokens that were offered on buttons, and the votes in the order they were given,
each a token (offered, or the first token of what was typed). What came is read from the run, where it goes on from
there: it is not kept twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Round:
    """One place of the text."""

    node: int  # of the run's tree: what was guessed comes after it
    offered: tuple[int, ...] = ()  # token ids, as the buttons stand
    decoys: frozenset[int] = frozenset()  # those of them that are no top candidates
    votes: tuple[int, ...] = ()  # token ids, in the order they were given
    typed: tuple[int, ...] = ()  # token ids that were typed and that the run keeps no probability of
    typed_probs: tuple[float, ...] = ()  # the model's probability of each of these
    revealed: bool = False

    def voted(self, token_id: int) -> Round:
        """With one vote more."""
        return replace(self, votes=(*self.votes, token_id))

    @property
    def undone(self) -> Round:
        """Without the last vote."""
        return replace(self, votes=self.votes[:-1])

    @property
    def choices(self) -> tuple[int, ...]:
        """What was offered, then what was typed besides, each once."""
        return tuple(dict.fromkeys((*self.offered, *self.votes)))

    def count(self, token_id: int) -> int:
        """Votes for a token."""
        return self.votes.count(token_id)


@dataclass(frozen=True)
class Guesses:
    """The rounds of a text, each place once, in the order in which they were begun."""

    rounds: tuple[Round, ...] = ()
    hides: bool = False  # what comes next is hidden everywhere until it is revealed

    @property
    def open(self) -> Round | None:
        """The round that is guessed now."""
        last = self.rounds[-1] if self.rounds else None
        return last if last is not None and not last.revealed else None

    def of(self, node: int) -> Round | None:
        """The round of a place."""
        return next((it for it in self.rounds if it.node == node), None)

    def begun(self, asked: Round) -> Guesses:
        """A round begins, and what comes next is hidden. One left with votes counts, one without is given up."""
        kept = tuple(
            replace(it, revealed=True) for it in self.rounds if (it.revealed or it.votes) and it.node != asked.node
        )
        return Guesses((*kept, asked), hides=True)

    def changed(self, to: Round) -> Guesses:
        """With a round in the place of the one of the same node."""
        return replace(self, rounds=tuple(to if it.node == to.node else it for it in self.rounds))

    @property
    def revealed(self) -> Guesses:
        """The round that is open is shown, and what comes next is hidden no more."""
        shown = () if self.open is None else (replace(self.open, revealed=True),)
        return Guesses((*(it for it in self.rounds if it is not self.open), *shown), hides=False)

    @property
    def given_up(self) -> Guesses:
        """Without the round that is open; nothing is hidden any more."""
        return Guesses(tuple(it for it in self.rounds if it.revealed), hides=False)


NO_GUESSES = Guesses()
