"""What may come next after one position, as arrays: probabilities, chances of being drawn, and what was taken."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from engine.records import F32, I32, Bools, NodeRecord, Sampling, Vocabulary
from engine.run import Run
from viz.looked_at import position_of
from viz.token_text import shown, shown_in_context
from viz.tokens.odds import Odds, odds
from viz.ui_state import UiState


@dataclass(frozen=True)
class NextTokenFrame:
    """The candidates after one position. node -1: there is none yet."""

    node: int
    position: int
    after: str  # the token before, as shown
    token_ids: I32  # [n]
    texts: tuple[str, ...]  # [n]
    probs: F32  # [n] the model's own
    logits: F32  # [n]
    chances: F32 | None  # [n] of being drawn; None where not asked for
    survive: Bools | None  # [n]
    n_survivors: int
    exact: bool  # whether the chances are exact
    taken: int | None  # the token that follows on the path
    taken_text: str
    taken_prob: float
    branches: tuple[int, ...]  # tokens that follow on other branches
    n_others: int  # tokens not listed
    others: float  # their share, of what the bars show
    entropy: float  # bits
    sampling: Sampling
    hovered: int | None  # token id
    vocabulary: Vocabulary | None


def next_token_frame(run: Run, ui: UiState, count: int, as_drawn: bool) -> NextTokenFrame:
    """At most `count` candidates at the position looked at; `as_drawn` with their chances of being drawn."""
    position = position_of(run, ui)
    if position < 0:
        return _nothing(run, ui)
    record = run.at(position)
    count = min(count, len(record.next_ids))
    vocab = _vocabulary_size(run, record)
    taken = run.at(position + 1) if position + 1 < len(run) else None
    children = [run.nodes[child].token_id for child in record.children]
    chances = _chances(run, record, position, vocab) if as_drawn else None
    probs = record.next_probs[:count]
    drawn = None if chances is None else chances.chances[:count]
    return NextTokenFrame(
        node=record.node,
        position=position,
        after=shown_in_context(run.vocabulary, run.token_ids.tolist(), position),
        token_ids=record.next_ids[:count],
        texts=tuple(shown(run.vocabulary, int(token_id)) for token_id in record.next_ids[:count]),
        probs=probs,
        logits=record.next_logits[:count],
        chances=drawn,
        survive=None if chances is None else chances.survive[:count],
        n_survivors=0 if chances is None else chances.n_survivors,
        exact=chances is None or chances.exact,
        taken=None if taken is None else taken.token_id,
        taken_text="" if taken is None else shown(run.vocabulary, taken.token_id),
        taken_prob=float("nan") if taken is None else float(2.0**-taken.surprisal),
        branches=tuple(token for token in children if taken is None or token != taken.token_id),
        n_others=max(vocab - count, 0),
        others=max(1.0 - float((probs if drawn is None else drawn).sum(dtype=np.float64)), 0.0),
        entropy=record.entropy,
        sampling=run.sampling,
        hovered=ui.hover_token,
        vocabulary=run.vocabulary,
    )


def on_the_way(before: NextTokenFrame, after: NextTokenFrame, part: float) -> NextTokenFrame:
    """`after` with its bars at `part` (0..1) of the way from `before`; a token that was not listed there grows."""
    if part >= 1.0 or not len(before.token_ids):
        return after
    probs = _moved(before.token_ids, before.probs, after.token_ids, after.probs, part)
    chances = after.chances
    if before.chances is not None and after.chances is not None:
        chances = _moved(before.token_ids, before.chances, after.token_ids, after.chances, part)
    others = before.others + (after.others - before.others) * part
    return replace(after, probs=probs, chances=chances, others=others)


def _moved(ids_before: I32, before: F32, ids_after: I32, after: F32, part: float) -> F32:
    """[n] the bars of the tokens `ids_after`, from what each had before (0 where it was not listed)."""
    then = dict(zip(ids_before.tolist(), before.tolist(), strict=True))
    old = np.array([then.get(token, 0.0) for token in ids_after.tolist()], np.float32)
    return np.asarray(old + (after - old) * np.float32(part), np.float32)


def shortened(frame: NextTokenFrame, count: int) -> NextTokenFrame:
    """The frame with at most `count` candidates listed: the rest of them are among the others."""
    n = len(frame.token_ids)
    if count >= n:
        return frame
    bars = frame.probs if frame.chances is None else frame.chances
    return replace(
        frame,
        token_ids=frame.token_ids[:count],
        texts=frame.texts[:count],
        probs=frame.probs[:count],
        logits=frame.logits[:count],
        chances=None if frame.chances is None else frame.chances[:count],
        survive=None if frame.survive is None else frame.survive[:count],
        n_others=frame.n_others + n - count,
        others=frame.others + float(bars[count:].sum(dtype=np.float64)),
    )


def _vocabulary_size(run: Run, record: NodeRecord) -> int:
    """V: of the model where known, else of the vocabulary, else of what the record keeps."""
    if run.info is not None:
        return run.info.vocab_size
    return len(run.vocabulary) if run.vocabulary is not None else len(record.next_ids)


def _chances(run: Run, record: NodeRecord, position: int, vocab: int) -> Odds:
    """The odds after `record` under the run's sampling, from the whole distribution where it is there."""
    known = run.distribution is not None and run.distribution[0] == record.node
    full = run.distribution[1] if run.distribution is not None and known else None
    seen = run.token_ids[: position + 1]
    return odds(record.next_ids, record.next_logits, record.next_probs, vocab, run.sampling, seen, full)


def _nothing(run: Run, ui: UiState) -> NextTokenFrame:
    """The frame of a run without tokens."""
    ids, values = np.empty(0, np.int32), np.empty(0, np.float32)
    nan = float("nan")
    return NextTokenFrame(
        -1, -1, "", ids, (), values, values, None, None, 0, True, None, "", nan, (), 0, 0.0, nan, run.sampling,
        ui.hover_token, run.vocabulary,
    )  # fmt: skip
