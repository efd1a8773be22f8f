"""How often what is random is tried: a few times in the suite, very often by `make fuzz`, which also tells what came.

`read_or_refused` is the property of every reader: of whatever file it makes something that can be used, or refuses it
with an error of its own and a short sentence, in bounded time and memory.
"""

from __future__ import annotations

import functools
import gc
import os
import re
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import Phase as HPhase
from hypothesis import strategies as st

from engine.errors import OrreryError
from engine.sentences import LONGEST

SEQUENCES = int(os.environ.get("ORRERY_FUZZ", "0"))  # of gestures, by `make fuzz`; 0: in the suite
CASES = 10 * SEQUENCES  # files of all kinds together
MOMENTS = SEQUENCES // 100  # at which processes are killed
SEED = int(os.environ.get("ORRERY_SEED", "0"))  # of what is not drawn by Hypothesis

PART = 1000  # cases that are drawn at once
SECONDS = 20.0  # of the processor for one file
MOST_MEMORY = 2**30  # bytes that the process may grow by for one file
_TYPE_NAME = re.compile(r"\b(?!OSError\b)[A-Z][A-Za-z]+(?:Error|Exception|Warning)\b|Traceback|\bpyo3\b")

T = TypeVar("T")


@dataclass
class Figures:
    """What came of one kind of thing that was tried."""

    tried: int = 0
    taken: int = 0
    refused: int = 0
    crashes: int = 0
    hangs: int = 0
    slowest: float = 0.0  # seconds of the processor for one
    memory: int = 0  # bytes that the process grew by at most for one


FIGURES: dict[str, Figures] = {}


def figures_of(kind: str) -> Figures:
    """The figures of a kind, begun where there are none."""
    return FIGURES.setdefault(kind, Figures())


def drawn(
    few: int, share: float, *strategies: st.SearchStrategy[Any]
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """So many cases in the suite, always the same ones; by `make fuzz` a share of `CASES`, drawn anew by its seed.

    In parts: Hypothesis remembers all that it has drawn at once, files of many kilobytes.
    """
    count = max(round(CASES * share), few)
    wanted = settings(
        derandomize=not SEQUENCES, deadline=None, database=None, suppress_health_check=list(HealthCheck),
        phases=[HPhase.generate, HPhase.shrink] if SEQUENCES else [HPhase.generate],
    )  # fmt: skip

    def decorate(check: Callable[..., None]) -> Callable[[], None]:
        def tried() -> None:
            for part in range(0, count, PART):
                one = settings(wanted, max_examples=min(PART, count - part))(given(*strategies)(_again(check)))
                (seed(SEED * 10**6 + part)(one) if SEQUENCES else one)()
                gc.collect(1)

        tried.__name__, tried.__doc__ = check.__name__, check.__doc__
        return tried

    return decorate


def _again(check: Callable[..., None]) -> Callable[..., None]:
    """The same as a function of its own: Hypothesis marks what it was given to."""

    @functools.wraps(check)
    def tried(**values: Any) -> None:
        check(**values)

    return tried


class Hang(AssertionError):
    """A reader took too long, and was ended."""


class _OutOfTime(BaseException):
    """A reader takes too long. No `Exception`: it would be taken for damage of the file."""


def _raise_out_of_time(*_: object) -> None:
    raise _OutOfTime


@contextmanager
def _in_time(kind: str) -> Iterator[None]:
    """End what takes more than `SECONDS` of the processor."""
    before = signal.signal(signal.SIGPROF, _raise_out_of_time)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    except _OutOfTime:
        figures_of(kind).hangs += 1
        raise Hang(f"{kind}: no end within {SECONDS:.0f} seconds of the processor") from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _peak() -> int:
    """The most memory this process has ever had, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def read_or_refused(kind: str, read: Callable[[], T], *refusals: type[Exception]) -> T | None:
    """What `read` makes of a file and does with it, None where it refuses by one of `refusals`.

    Raises:
        AssertionError: it takes too long or too much, or its sentence is not fit for a person. Whatever else is raised
        goes through: it is the fault that is looked for.
    """
    figures = figures_of(kind)
    figures.tried += 1
    start, memory = time.process_time(), _peak()
    try:
        with _in_time(kind):
            found = read()
        figures.taken += 1
        return found
    except refusals as error:
        figures.refused += 1
        require_fit_for_a_person(error)
        return None
    except Hang:
        raise
    except BaseException:
        figures.crashes += 1
        raise
    finally:
        figures.slowest = max(figures.slowest, time.process_time() - start)
        figures.memory = max(figures.memory, _peak() - memory)
        assert _peak() - memory < MOST_MEMORY, f"{kind}: it took {(_peak() - memory) / 2**20:.0f} MiB"


def require_both(kind: str) -> None:
    """Some files were taken and some were refused: else what was drawn tried nothing."""
    assert figures_of(kind).taken > 0, kind
    assert figures_of(kind).refused > 0, kind


def require_fit_for_a_person(error: BaseException) -> None:
    """A sentence or two in words: not long, without the names of Python's errors."""
    said = str(error)
    assert isinstance(error, OrreryError), repr(error)
    assert 10 < len(said) <= LONGEST, f"{len(said)} characters: {said}"
    assert not _TYPE_NAME.search(said), said


def told() -> list[str]:
    """A line for each kind that was tried."""
    rows = [f"{'':24}{'tried':>9}{'taken':>9}{'refused':>9}{'crashes':>9}{'hangs':>7}{'slowest':>10}{'memory':>10}"]
    for kind, it in FIGURES.items():
        counts = f"{it.tried:>9,}{it.taken:>9,}{it.refused:>9,}{it.crashes:>9}{it.hangs:>7}"
        rows.append(f"{kind:24}{counts}{it.slowest:>8.2f} s{it.memory / 2**20:>6.0f} MiB")
    total: dict[str, Any] = {name: sum(getattr(it, name) for it in FIGURES.values()) for name in ("tried", "crashes")}
    hangs = sum(it.hangs for it in FIGURES.values())
    rows.append(
        f"{total['tried']:,} tried, {total['crashes']} crashes, {hangs} hangs; at most {_peak() / 2**20:.0f} MiB"
    )
    return rows
