"""The test bench: what a net says after every prefix of a string, beside what the language allows.

Where a prefix has left the language nothing is legal after it: all mass there counts as illegal, and no choice could be
right, so the first wrong position is looked for only while the string is still in the language.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from engine.labs.brackets.language import START, depths, encode, legal_sets, text_of
from engine.labs.brackets.net import Net
from engine.labs.brackets.records import Reading

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]


def read(net: Net, string: str) -> Reading:
    """Put one typed string to a net.

    Raises:
        InputRefused: nothing was typed, another character, or more brackets than the context holds.
    """
    net.check_length(len(string))
    ids = np.array([encode(string, net.language, net.longest)], np.int64)  # [1, n]
    return _reading(net, ids)


def read_prefix(net: Net, ids: I64) -> Reading:
    """The same for token ids, which may be none at all.  # [n]"""
    return _reading(net, ids[None])


def _reading(net: Net, ids: I64) -> Reading:
    return Reading(
        string=text_of(ids[0]),
        outcomes=net.language.names,
        probs=net.probabilities(ids)[0],
        legal=legal_sets(ids, net.language)[0],
        depth=depths(ids)[0],
        trained_length=net.trained_length,
    )


def ragged(net: Net, rows: Sequence[npt.NDArray[np.integer]]) -> list[F64]:
    """`Net.probabilities` for strings of different lengths in one batch, each [n_i + 1, O].

    Shorter rows are filled up on the right, where a causal net cannot see it from the positions that are kept.
    """
    if not rows:
        return []
    longest = max(len(row) for row in rows)
    ids = np.full((len(rows), longest), START, np.int64)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = row
    probs = net.probabilities(ids)
    return [probs[i, : len(row) + 1] for i, row in enumerate(rows)]
