"""The run a person leaves unsaved stays on the disk: closing the window asks nothing and loses nothing.

Only work is kept: a run that was asked for or changed by hand, and that no file holds as it is. The newest `MOST` lie
in the cache, named after their prompts; the menu of recent runs offers them, and one that is opened is unsaved again.
A run larger than `LARGEST` is let go: writing it would hold the closing window up.
"""

from __future__ import annotations

import datetime as dt
from itertools import islice
from pathlib import Path

from engine.errors import OrreryError
from engine.files.run_file import save_run
from engine.folders import cache_folder, made
from engine.run import Run

FOLDER = "left"  # of the cache
MOST = 3
LARGEST = 256 * 2**20  # bytes
_STAMP = "%Y-%m-%d %H.%M.%S.%f"
_STAMP_LENGTH = len("2026-01-31 23.59.59.000000")
_LETTERS = 40  # of the prompt


def leave(run: Run) -> Path | None:
    """Keep `run`; None where it is too large, or the disk takes it not: there is no window left to say so in."""
    if not run.nodes or n_bytes(run) > LARGEST:
        return None
    words = " ".join("".join(letter if letter.isalnum() else " " for letter in run.prompt).split())[:_LETTERS].strip()
    try:
        folder = made(cache_folder() / FOLDER)
        path = folder / f"{dt.datetime.now(dt.UTC).astimezone():{_STAMP}} {words}.orrery"
        save_run(run, path)
        for old in islice(left(), MOST, None):
            old.unlink(missing_ok=True)
    except (OrreryError, OSError):
        return None
    return path


def left() -> tuple[Path, ...]:
    """The runs that are kept, the newest first."""
    return tuple(sorted((cache_folder() / FOLDER).glob("*.orrery"), reverse=True))


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
