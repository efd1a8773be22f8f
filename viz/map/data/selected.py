"""What several selected points are: of which kinds, and how likely it is that the next token is one of them.

A region of the map is so given a number: the model's probability of going there next.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.records import F32, TOKEN_KINDS, Background
from engine.run import Run
from viz.map.data.picking import Indices


@dataclass(frozen=True, eq=False)
class Selected:
    """Several background points, S of them."""

    order: Indices  # [S] background indices, the likeliest to come next first
    probability: F32 | None  # [S] of each; None in a space of states, where a point is a place in a sample text
    mass: float  # their sum
    whole: bool  # False: only the likeliest tokens are known, and the sum is the least it can be
    kinds: tuple[tuple[str, int], ...]  # English source texts and how many, most first; of tokens, or of texts
    node: int  # the probabilities are those after it


def selected_of(run: Run, background: Background, selection: tuple[int, ...], node: int) -> Selected | None:
    """What is selected, where that is more than one point."""
    if len(selection) < 2 or run.vocabulary is None:
        return None
    order = np.array(selection, np.int64)
    order = order[order < len(background.token_ids)]
    if background.names is not None:
        group = background.groups[0] if background.groups else None
        kinds = () if group is None else _counted(group.codes[order], group.names)
        return Selected(order, None, float("nan"), False, kinds, -1)
    if background.texts is not None:
        return Selected(
            order, None, float("nan"), False, _counted(background.texts[order], background.text_kinds), node
        )
    kinds = _counted(run.vocabulary.kinds[background.token_ids[order]], TOKEN_KINDS)
    probs, whole = _after(run, node, len(background.token_ids))
    probability = probs[order]
    falling = np.argsort(-probability, kind="stable")
    return Selected(order[falling], probability[falling], float(probability.sum(dtype=np.float64)), whole, kinds, node)


def _after(run: Run, node: int, size: int) -> tuple[F32, bool]:
    """([V] probability of each token after `node`, whether all are known)."""
    if run.distribution is not None and run.distribution[0] == node:
        return run.distribution[1][:size], True
    spread = np.zeros(size, np.float32)
    if 0 <= node < len(run.nodes):
        record = run.nodes[node]
        known = record.next_ids < size
        spread[record.next_ids[known]] = record.next_probs[known]
    return spread, False


def _counted(
    codes: np.ndarray[tuple[int, ...], np.dtype[np.generic]], names: tuple[str, ...]
) -> tuple[tuple[str, int], ...]:
    counts = np.bincount(codes.astype(np.int64), minlength=len(names))
    return tuple((names[i], int(counts[i])) for i in np.argsort(-counts, kind="stable") if counts[i] and i < len(names))
