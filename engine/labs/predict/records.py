"""The score of a class that votes on the next token. Numpy only, and no question: what it needs the run holds.

The class's distribution over the next token is add-one smoothed: with n votes, m tokens offered or voted for, and V
tokens in the vocabulary,

    p(t) = (votes(t) + 1) / (n + m + 1)            for each of the m tokens,
    p(t) = 1 / ((n + m + 1) (V - m))               for each of the V - m others.

Its log loss on the token that came, -log2 p, stands beside the model's own surprisal of that token, and beside that of
a class without an opinion (the same formula with no votes): what the choice of buttons alone gives away. The bits that
a table of letters gives the token's characters, after all those before them, are told beside these where they are
known.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Ids = Sequence[int]  # token ids: those offered, each once, or the votes, one for each


@dataclass(frozen=True)
class Scored:
    """One round that has been revealed and has gone on."""

    node: int
    n_votes: int
    token_id: int  # that came
    class_bits: float  # log loss of the votes
    model_bits: float  # surprisal of the model
    chance_bits: float  # log loss without votes
    guess_probability: float  # mean over the votes of the probability that the model gave them; NaN without votes
    class_hit: bool  # the most voted token came; with a tie none is most voted
    model_hit: bool  # the model's likeliest came
    chance_hit: float  # how often a blind press of a button would have hit
    table_bits: float = math.nan  # of the token's letters by a table of letters; NaN: not known, or not in it


@dataclass(frozen=True)
class Total:
    """Means over some rounds."""

    n: int
    class_bits: float
    model_bits: float
    chance_bits: float
    guess_probability: float
    class_hits: int
    model_hits: int
    chance_hits: float
    table_bits: float = math.nan  # NaN where one of the rounds has none


def share_of(offered: Ids, votes: Ids, token_id: int, n_vocabulary: int) -> float:
    """The class's probability of a token, as in the module's formula."""
    choices, n = {*offered, *votes}, len(votes)
    m = len(choices)
    if token_id in choices:
        return (list(votes).count(token_id) + 1) / (n + m + 1)
    return 1.0 / ((n + m + 1) * max(n_vocabulary - m, 1))


def bits_of(offered: Ids, votes: Ids, token_id: int, n_vocabulary: int) -> float:
    """The class's log loss on a token; without votes that of the buttons alone."""
    return -math.log2(share_of(offered, votes, token_id, n_vocabulary))


def most_voted(votes: Ids) -> int | None:
    """The token with more votes than any other; None without votes and where two have as many."""
    ranked = sorted({token: list(votes).count(token) for token in votes}.items(), key=lambda it: -it[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def guess_probability(votes: Ids, probabilities: Mapping[int, float]) -> float:
    """Mean over the votes of the model's probability of each; NaN without votes, or where one of them is unknown."""
    if not votes:
        return math.nan
    return sum(probabilities.get(token, math.nan) for token in votes) / len(votes)


def total(rounds: Sequence[Scored]) -> Total | None:
    """Means over the rounds, None where there are none. The guesses' probability is over rounds that have one."""
    if not rounds:
        return None
    n = len(rounds)
    given = [it.guess_probability for it in rounds if not math.isnan(it.guess_probability)]
    return Total(
        n,
        sum(it.class_bits for it in rounds) / n,
        sum(it.model_bits for it in rounds) / n,
        sum(it.chance_bits for it in rounds) / n,
        sum(given) / len(given) if given else math.nan,
        sum(it.class_hit for it in rounds),
        sum(it.model_hit for it in rounds),
        sum(it.chance_hit for it in rounds),
        sum(it.table_bits for it in rounds) / n,
    )
