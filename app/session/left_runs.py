"""The runs a person leaves unsaved stay on the disk: neither closing the window nor another run loses one.

Only work is kept: a run that was asked for or changed by hand, and that no file holds as it is. The newest lie in the
cache, at most `MOST` and no more than `BUDGET` bytes of them, named after their prompts; the menu of recent runs offers
them, and one that is opened is unsaved again. Of a run larger than `LARGEST`, which would hold the closing window up,
what its model can compute again is left out: attention, then neurons too. One that is larger still is not written.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from engine.errors import OrreryError
from engine.files.run_file import save_run
from engine.folders import cache_folder, made
from engine.run import Run

FOLDER = "left"  # of the cache
MOST = 20
LARGEST = 256 * 2**20  # bytes of one
BUDGET = 3 * LARGEST  # bytes of all
_STAMP = "%Y-%m-%d %H.%M.%S.%f"
_STAMP_LENGTH = len("2026-01-31 23.59.59.000000")
_LETTERS = 40  # of the prompt


def leave(run: Run) -> Path | None:
    """Keep `run`; None where it is too large, or the disk takes it not."""
    kept = _light(run) if run.nodes else None
    if kept is None:
        return None
    words = _whole_words("".join(letter if letter.isalnum() else " " for letter in run.prompt))
    try:
        folder = made(cache_folder() / FOLDER)
        path = folder / f"{dt.datetime.now(dt.UTC).astimezone():{_STAMP}} {words}.orrery"
        save_run(kept, path)
        _let_go_oldest()
    except (OrreryError, OSError):
        return None
    return path


def _whole_words(text: str) -> str:
    """The first words of `text`, no more than `_LETTERS` letters and ended by … where there were more.

    A first word longer than that is cut: scripts without spaces have no other.
    """
    words = " ".join(text.split())
    if len(words) <= _LETTERS:
        return words
    before, gap, _ = words[: _LETTERS + 1].rpartition(" ")
    return f"{before if gap else words[:_LETTERS]}…"


def _light(run: Run) -> Run | None:
    """`run`, or as much of it as `LARGEST` takes; None where that is not even what cannot be computed again."""
    taken = run
    for with_neurons in (True, False):
        if n_bytes(taken) > LARGEST:
            taken = run.snapshot()
            taken.nodes = [
                replace(node, attn=None, neurons=node.neurons if with_neurons else None) for node in run.nodes
            ]
    return taken if n_bytes(taken) <= LARGEST else None


def _let_go_oldest() -> None:
    used = 0
    for index, path in enumerate(left()):
        used += path.stat().st_size
        if index and (index >= MOST or used > BUDGET):  # the newest stays, whatever the budget
            path.unlink(missing_ok=True)


def left() -> tuple[Path, ...]:
    """The runs that are kept, the newest first."""
    there = (cache_folder() / FOLDER).glob("*.orrery")
    return tuple(sorted((path for path in there if path.is_file()), reverse=True))


def is_left(path: Path) -> bool:
    """Whether a run file is one of those kept here, and no document of a person's."""
    return path.absolute().parent == (cache_folder() / FOLDER).absolute()


def told(path: Path) -> tuple[str, dt.datetime | None]:
    """First words of the prompt, and when the run was left; None where the name does not say."""
    stamp, words = path.stem[:_STAMP_LENGTH], path.stem[_STAMP_LENGTH:].strip()
    try:
        return words, dt.datetime.strptime(stamp, _STAMP).astimezone()
    except ValueError:
        return path.stem, None


def n_bytes(run: Run) -> int:
    """About as large as the run's file will be."""
    arrays = (array for node in run.nodes for array in (node.resid, node.attn, node.neurons) if array is not None)
    return sum(array.nbytes for array in arrays)
