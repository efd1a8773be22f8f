"""The rounds as a table for other programs: one row for each that was revealed and went on."""

from __future__ import annotations

from viz.labs.predict.predict_frame import PredictFrame
from viz.token_text import shown

COLUMNS = (
    "node", "offered", "votes", "token_that_came", "token_id", "class_bits", "model_bits", "bits_without_votes",
    "probability_of_guesses", "class_hit", "model_hit", "chance_hit", "bits_of_letters_table",
)  # fmt: skip
Cell = str | int | float


def rows(frame: PredictFrame) -> tuple[tuple[Cell, ...], ...]:
    """One row of `COLUMNS` for each round with a score."""
    found: list[tuple[Cell, ...]] = []
    for it in frame.rounds:
        played = frame.guesses.of(it.node)
        if played is None:
            continue
        offered = " ".join(shown(frame.vocabulary, token) for token in played.offered)
        votes = " ".join(
            f"{shown(frame.vocabulary, token)}:{played.count(token)}" for token in dict.fromkeys(played.votes)
        )
        found.append((
            it.node, offered, votes, shown(frame.vocabulary, it.token_id), it.token_id, it.class_bits, it.model_bits,
            it.chance_bits, it.guess_probability, int(it.class_hit), int(it.model_hit), it.chance_hit,
            it.table_bits,
        ))  # fmt: skip
    return tuple(found)
