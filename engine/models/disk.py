"""Room on the disk: asked for before anything large is written, and told in numbers when it runs out anyway.

Files grow under a temporary name beside their place and are renamed once whole, so a half-written file is
never taken for a model.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from engine.errors import DiskProblem, OrreryError
from engine.folders import remedy
from engine.libraries.rust_panics import system_error
from engine.sentences import say, together

MARGIN = 256 * 2**20  # bytes left free for everything else on the disk
_FULL = {errno.ENOSPC, errno.EDQUOT}


def in_words(n_bytes: int) -> str:
    """A size as a person reads it: "98.4 MB", "1.6 GB" (decimal units, as disks are sold)."""
    size = float(n_bytes)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"


def need(folder: Path, n_bytes: int, purpose: str) -> None:
    """Make sure that `n_bytes` fit into `folder`, which exists.

    Raises:
        DiskProblem: too little is free; the sentence has both numbers.
    """
    usage = shutil.disk_usage(folder)
    free = usage.free
    if not usage.total:  # a folder of the system, as /proc is
        raise DiskProblem(
            say(
                "{purpose} needs {n_bytes} on a disk, but {folder} is not on one. Set the environment variable "
                "ORRERY_CACHE to a folder on a disk.",
                purpose=purpose,
                n_bytes=in_words(n_bytes),
                folder=folder,
            )
        )
    if free < n_bytes + MARGIN:
        raise DiskProblem(
            say(
                "{purpose} needs {n_bytes} on the disk of {folder}, but {free} are free. Free some room, or set "
                "the environment variable ORRERY_CACHE to a folder on another disk.",
                purpose=purpose,
                n_bytes=in_words(n_bytes + MARGIN),
                folder=folder,
                free=in_words(free),
            )
        )


def is_full(error: BaseException) -> bool:
    """Whether the disk had no room, or the person's share of it."""
    return isinstance(error, OSError) and error.errno in _FULL


@contextlib.contextmanager
def telling(folder: Path, purpose: str, so_far: str = "") -> Iterator[None]:
    """Turn what the file system refuses into a DiskProblem, also where a library written in Rust met it.

    `so_far`: what becomes of what was written before the disk was full, in a sentence.
    """
    try:
        yield
    except OSError as error:
        raise _refused(folder, purpose, so_far, error) from error
    except Exception as error:
        met = system_error(error)
        if met is None or isinstance(error, OrreryError):
            raise
        raise _refused(folder, purpose, so_far, met) from error


def _refused(folder: Path, purpose: str, so_far: str, error: OSError) -> DiskProblem:
    if is_full(error):
        return DiskProblem(
            together(
                say(
                    "{purpose} stopped because the disk of {folder} is full ({free} free). Free some room and try "
                    "again.",
                    purpose=purpose,
                    folder=folder,
                    free=in_words(shutil.disk_usage(folder).free),
                ),
                so_far,
            )
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return DiskProblem(
            say(
                "{purpose} needs to write to {folder}, but that is not allowed ({why}). {remedy}",
                purpose=purpose,
                folder=folder,
                why=error.strerror,
                remedy=remedy(error),
            )
        )
    return DiskProblem(
        say(
            "{purpose} stopped because {folder} cannot be written to ({why}). {remedy}",
            purpose=purpose,
            folder=folder,
            why=error.strerror or error,
            remedy=remedy(error),
        )
    )


def size_of(folder: Path) -> int:
    """Bytes of all files below `folder` (of the file itself, if it is one)."""
    if folder.is_file():
        return folder.stat().st_size
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def write_whole(path: Path, text: str) -> None:
    """Write a small text file so that it is there whole or not at all."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with telling(path.parent, say("Writing notes on the models")):
        try:
            part.write_text(text, "utf-8")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)  # where the disk was full
