"""Counting all runs of one to six letters of the bundled text, against a dictionary in Python.

The dictionary counts the runs of six alone, of a twentieth of the text, and its time is taken twenty times; the lab
counts those of one to six of all four million characters. Processor time and the memory that the process grew by are
held to 10 s and 300 MB.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter

from engine.labkit.books import bundled
from engine.labs.ngrams.symbols import coded
from engine.labs.ngrams.tables import LONGEST, count
from tests.bench.rows import Row, at_least, at_most, main

PART = 20
SECONDS, MEGABYTES = 10.0, 300.0


def peak() -> float:
    """Megabytes that this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def measure() -> list[Row]:
    """Seconds of processor time, and megabytes."""
    text = "\n".join(book.text for book in bundled())
    before = peak()
    began = time.process_time()
    letters = coded(text, "letters")
    tables = count(letters.ids, len(letters.symbols))
    took, grew = time.process_time() - began, peak() - before
    assert int(tables.level(LONGEST).counts.sum()) == len(text) - LONGEST + 1
    some = text[: len(text) // PART]
    began = time.process_time()
    Counter(some[at : at + LONGEST] for at in range(len(some) - LONGEST + 1))
    by_dictionary = (time.process_time() - began) * PART
    speed, other = LONGEST * len(text) / took / 1e6, len(text) / by_dictionary / 1e6
    name = "n-grams of 4 M letters"
    return [
        at_least(name, speed, "M runs/s", "a dictionary of runs of six", other, 2.0),
        at_most(f"{name}, n = 1 to 6", took, "s", "the limit", SECONDS, 1.0),
        at_most(f"{name}, memory it takes", grew, "MB", "the limit", MEGABYTES, 1.0),
    ]


if __name__ == "__main__":
    main(measure)
