"""The handwritten digits that scikit-learn brings along (Alpaydin and Kaynak 1998, UCI; 13 writers' 1,797 pictures).

They are read from its file, since importing scikit-learn takes longer than the training. A picture was made from a
bitmap of 32 x 32 dots by counting the dark ones in each 4 x 4. Of each digit three in ten are held out, by a fixed
seed.
"""

from __future__ import annotations

import csv
import functools
import gzip
import importlib.util
from pathlib import Path

import numpy as np

from engine.errors import InputRefused, reason
from engine.labs.digits.records import DIGITS, PIXELS, Pictures
from engine.sentences import say

HELD_OUT = 0.3
_FILE = Path("datasets", "data", "digits.csv.gz")


@functools.cache
def pictures() -> Pictures:
    """All of them.

    Raises:
        InputRefused: the file is not there or is damaged.
    """
    found = importlib.util.find_spec("sklearn")
    folder = Path(found.origin).parent if found is not None and found.origin else Path()
    try:
        with gzip.open(folder / _FILE, "rt", encoding="ascii") as lines:
            table = np.array([[float(value) for value in row] for row in csv.reader(lines)])  # [N, 65]
        if table.ndim != 2 or table.shape[1] != PIXELS + 1:
            raise ValueError(table.shape)
    except (OSError, EOFError, ValueError) as error:
        raise InputRefused(
            say(
                "The handwritten digits come with scikit-learn, whose file cannot be read ({why}). Install "
                "scikit-learn again.",
                why=reason(error),
            )
        ) from error
    digits = table[:, -1].astype(np.uint8)
    return Pictures(table[:, :-1].astype(np.uint8), digits, _held_out(digits))


def _held_out(
    digits: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Which are held out: the same share of every digit. [N]"""
    rng, chosen = np.random.default_rng(0), np.zeros(len(digits), np.bool_)
    for digit in range(DIGITS):
        rows = rng.permutation(np.flatnonzero(digits == digit))
        chosen[rows[: round(HELD_OUT * len(rows))]] = True
    return chosen
