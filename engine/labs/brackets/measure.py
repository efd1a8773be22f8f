"""How right a net is on held-out strings: legal mass and legal choice, by depth and by length, in one batched pass.

Legal mass at a prefix is the probability the net puts on what may come next; the choice is legal where its likeliest
outcome may come next. Both are averaged over every prefix of every string, the empty and the whole one included.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.labs.brackets.batches import draw_split
from engine.labs.brackets.language import Language, depths, legal_sets
from engine.labs.brackets.net import Net
from engine.labs.brackets.records import Quality

EVALUATION_SEED = 20_230_214  # of the held-out strings, apart from any training's


def held_out_strings(
    pairs: range, each: int, language: Language, seed: int = EVALUATION_SEED
) -> dict[int, npt.NDArray[np.int64]]:
    """`each` strings never trained on for each number of pairs (below 5 pairs: any strings)."""
    rng = np.random.default_rng(seed)
    return {n: draw_split(each, n, rng, language, held=True) for n in pairs}


def measure(net: Net, strings: dict[int, npt.NDArray[np.int64]]) -> Quality:
    """Put strings to a net, one batch for each length."""
    most = max(strings)
    by_depth, by_pairs = np.zeros((3, most + 1)), np.zeros((3, most + 1))
    loss = tokens = 0.0
    end = net.language.outcomes.index(2)
    for pairs, ids in strings.items():
        probs = net.probabilities(ids)  # [B, 2n + 1, O]
        legal = legal_sets(ids, net.language)  # [B, 2n + 1, O]
        depth = depths(ids)  # [B, 2n + 1]
        mass = (probs * legal).sum(axis=-1)
        right = np.take_along_axis(legal, probs.argmax(axis=-1)[..., None], axis=-1)[..., 0]
        columns = np.full(depth.shape, end)
        columns[:, :-1] = np.argmax(ids[..., None] == np.array(net.language.outcomes), axis=-1)
        loss -= float(np.log(np.maximum(np.take_along_axis(probs, columns[..., None], axis=-1), 1e-30)).sum())
        tokens += depth.size
        for row, weight in enumerate((np.ones(depth.shape), mass, right)):
            by_depth[row] += np.bincount(depth.ravel(), weight.ravel().astype(float), minlength=most + 1)
            by_pairs[row, pairs] += weight.sum()
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = by_depth[1:] / by_depth[0], by_pairs[1:] / by_pairs[0]
    return Quality(
        loss=loss / tokens,
        legal_mass=float(by_pairs[1].sum() / tokens),
        accuracy=float(by_pairs[2].sum() / tokens),
        depth_count=by_depth[0].astype(np.int64),
        depth_mass=shares[0][0],
        depth_accuracy=shares[0][1],
        pairs_count=by_pairs[0].astype(np.int64),
        pairs_mass=shares[1][0],
        pairs_accuracy=shares[1][1],
    )
