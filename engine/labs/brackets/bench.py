"""The test bench: what a net says after every prefix of a string, beside what the language allows.

Where a prefix has left the language nothing is legal after it: all mass there counts as illegal, and no choice could be
right, so the first wrong position is looked for only while the string is still in the language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.labs.brackets.language import START, depths, encode, legal_sets, text_of
from engine.labs.brackets.net import Net
from engine.records import Bools, Frozen

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Reading(Frozen):
    """One string read by a net; prefix i is the first i brackets, i = 0..n."""

    string: str
    outcomes: tuple[str, ...]  # names of the columns
    probs: F64  # [n + 1, O]
    legal: Bools  # [n + 1, O]
    depth: I64  # [n + 1] below 0 where too many were closed
    trained_length: int  # brackets; prefixes beyond were never trained on

    @property
    def inside(self) -> Bools:
        """Whether each prefix can still be completed.  # [n + 1]"""
        return np.asarray(self.legal.any(axis=1))

    @property
    def illegal_mass(self) -> F64:
        """Probability on what may not come next, the start token's included.  # [n + 1]"""
        mass: F64 = 1.0 - (self.probs * self.legal).sum(axis=1)
        return np.clip(mass, 0.0, 1.0)

    @property
    def wrong(self) -> Bools:
        """Where the likeliest outcome is illegal and a legal one exists.  # [n + 1]"""
        chosen = self.probs.argmax(axis=1)
        return np.asarray(self.inside & ~self.legal[np.arange(len(chosen)), chosen])

    @property
    def first_wrong(self) -> int | None:
        """The shortest prefix after which the net is wrong, None where it never is."""
        where = np.flatnonzero(self.wrong)
        return int(where[0]) if len(where) else None

    @property
    def left_at(self) -> int | None:
        """The shortest prefix that is outside the language, None where there is none."""
        where = np.flatnonzero(~self.inside)
        return int(where[0]) if len(where) else None

    def as_json(self) -> dict[str, Any]:
        """What `brackets probs --json` prints."""
        return {
            "string": self.string,
            "prefixes": [
                {
                    "prefix": self.string[:i],
                    "probs": dict(zip(self.outcomes, map(float, self.probs[i]), strict=True)),
                    "legal": [name for name, ok in zip(self.outcomes, self.legal[i], strict=True) if ok],
                }
                for i in range(len(self.probs))
            ],
        }


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
