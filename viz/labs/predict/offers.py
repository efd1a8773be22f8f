"""Which tokens stand on the buttons: the model's likeliest, and decoys among them, shuffled. No Qt.

Decoys are plausible and unlikely: drawn by a seed from the candidates that the run keeps below the likeliest ones,
from rank `FROM` on, each less likely than every one of those offered, and written as those are (a word's start, or not)
where there are enough such.
"""

from __future__ import annotations

import numpy as np

from engine.records import I32, NodeRecord, Vocabulary
from viz.guesses import Round
from viz.token_text import shown

FROM = 15  # the rank (from 0) from which decoys are drawn


def round_at(record: NodeRecord, vocabulary: Vocabulary | None, top: int, decoys: int, seed: int) -> Round:
    """A round after a node: `top` candidates and as many decoys, fewer of each where the run keeps fewer."""
    rng = np.random.default_rng([seed, record.node])
    likeliest = [int(token) for token in record.next_ids[:top]]
    drawn = _decoys(record, vocabulary, likeliest, decoys, rng)
    offered = [*likeliest, *drawn]
    order = rng.permutation(len(offered))
    return Round(record.node, tuple(offered[i] for i in order), frozenset(drawn))


def _decoys(
    record: NodeRecord, vocabulary: Vocabulary | None, likeliest: list[int], n: int, rng: np.random.Generator
) -> list[int]:
    """Token ids of decoys."""
    start = min(FROM, max(len(likeliest), len(record.next_ids) - 2 * n))
    below: I32 = record.next_ids[max(start, len(likeliest)) :]
    looks = _look(vocabulary, likeliest[0]) if likeliest else ""
    alike = [int(token) for token in below if _look(vocabulary, int(token)) == looks]
    pool = alike if len(alike) >= n else [int(token) for token in below]
    picked = rng.permutation(len(pool))[:n].tolist()
    return [pool[i] for i in picked]


def _look(vocabulary: Vocabulary | None, token_id: int) -> str:
    """How a token is written: a word after a space, letters that continue it, or anything else."""
    text = shown(vocabulary, token_id)
    if text[:1] == "·" and text[1:].isalpha():
        return "word"
    return "letters" if text.isalpha() else "other"
