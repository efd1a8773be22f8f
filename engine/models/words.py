"""Small things that all of the package shares: the progress callback, the stop question, the hash of a file."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from pathlib import Path

from engine.errors import Stopped

Progress = Callable[[str, int, int], None]  # (doing in words, bytes done, bytes in all or 0)
Stop = Callable[[], bool]

CHUNK = 4 * 2**20


def silent(doing: str, done: int, total: int) -> None:
    """A progress that is not shown."""


def never() -> bool:
    """A stop that is not asked for."""
    return False


def quieten() -> None:
    """Take off the libraries' own progress bars and warnings: what matters of them is told in Orrery's words."""
    from transformers.utils import logging as of_transformers

    of_transformers.disable_progress_bar()
    of_transformers.set_verbosity_error()
    logging.getLogger("accelerate").setLevel(logging.ERROR)  # it says of every model that it spreads where it went


def check(stop: Stop) -> None:
    """Raise Stopped if a person asked for the end."""
    if stop():
        raise Stopped


def sha256_of(path: Path, doing: str, progress: Progress = silent, stop: Stop = never) -> str:
    """The file's SHA-256 in hexadecimal. Raises Stopped."""
    total, done, digest = path.stat().st_size, 0, hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            check(stop)
            digest.update(chunk)
            done += len(chunk)
            progress(doing, done, total)
    return digest.hexdigest()
