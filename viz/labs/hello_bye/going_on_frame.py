"""What the time line of the continuation shows, and what must be asked for it: first which heads are induction heads.

Where a run that is such a sequence was continued by hand or comes from a file, its own records are shown instead.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.labs.attention.records import (
    COUNTS_AT,
    HEAD_SCORES,
    AskHeadScores,
    HeadScores,
)
from engine.labs.hello_bye.records import AskGoesOn, GoesOn, HelloByeFound
from engine.questions import Question, Refused
from engine.run import Run

MOST_HEADS = 8
FEWEST_HEADS = 3  # shown where none counts
_INDUCTION = HEAD_SCORES.index("induction")


@dataclass(frozen=True)
class Going:
    """The continuation, or what is to be asked before it is known."""

    asks: Question | None
    found: GoesOn | None
    heads: tuple[tuple[int, int], ...]
    counted: bool  # whether these heads count as induction heads (score of `COUNTS_AT` or more)
    why_not: str


def induction_heads(scores: HeadScores) -> tuple[tuple[tuple[int, int], ...], bool]:
    """The strongest induction heads on random repetitions, and whether they count as such."""
    values = scores.scores[_INDUCTION]  # [L, H]
    order = np.argsort(-np.nan_to_num(values, nan=-1.0).ravel(), kind="stable")
    counts = int((values >= COUNTS_AT).sum())
    chosen = order[: min(counts, MOST_HEADS) or FEWEST_HEADS]
    layers, heads = np.unravel_index(chosen, values.shape)
    return tuple(zip(layers.tolist(), heads.tolist(), strict=True)), counts > 0


def scores_question(run: Run) -> AskHeadScores:
    """How the heads are to be scored: as everywhere, on shorter repetitions where the model takes no longer ones."""
    usual = AskHeadScores()
    context = run.info.context if run.info else 2 * usual.length + 1
    return usual if context > 2 * usual.length else AskHeadScores(length=max((context - 1) // 2, 4))


def going(
    run: Run, found: HelloByeFound, from_run: bool, n_tokens: int, temperature: float, seed: int, may_ask: bool
) -> Going:
    """What is known about the continuation of `found`."""
    if from_run:
        return Going(None, continued_in(run, found), (), False, "")
    heads: tuple[tuple[int, int], ...] = ()
    counted = False
    if found.attn is not None:
        asked = scores_question(run)
        scores = run.findings.get(asked)
        if scores is None:
            return Going(asked if may_ask else None, None, (), False, "")
        if isinstance(scores, HeadScores):
            heads, counted = induction_heads(scores)
    question = AskGoesOn(found.question, n_tokens, heads, temperature, seed)
    answer = run.findings.get(question)
    if isinstance(answer, GoesOn):
        return Going(None, answer, heads, counted, "")
    why = answer.sentence if isinstance(answer, Refused) else ""
    return Going(question if may_ask and not why else None, None, heads, counted, why)


def continued_in(run: Run, found: HelloByeFound) -> GoesOn | None:
    """The run's own tokens after the sequence; None where there are none."""
    n = len(found.token_ids)
    ids = run.token_ids
    if len(ids) <= n or run.vocabulary is None:
        return None
    last = np.flatnonzero(found.words == found.words.max())
    begins = int(last[0]) - _separators_before(found, int(last[0]))
    cycle = ids[begins:n]  # the last word with what stands before it
    expected = np.resize(cycle, len(ids) - n)
    same = np.cumprod(ids[n:] == expected).astype(bool)
    repeats = np.concatenate([np.zeros(n, bool), same])
    known = len(run.vocabulary)
    return GoesOn(
        question=AskGoesOn(found.question, len(ids) - n),
        model_sha256=found.model_sha256,
        token_ids=ids,
        raws=tuple(run.vocabulary.raw(token) if token < known else b"" for token in ids.tolist()),
        n_prompt=n,
        entropy=run.entropy,
        actual=np.exp2(-run.surprisal).astype(np.float32),
        induction=None,
        repeats=repeats,
        words_repeated=int(same.sum()) // max(len(cycle), 1),
        ended=False,
    )


def _separators_before(found: HelloByeFound, start: int) -> int:
    """How many tokens of their own stand between a word and the one before it."""
    count = 0
    while start - count - 1 >= 0 and found.words[start - count - 1] < 0:
        count += 1
    return count
