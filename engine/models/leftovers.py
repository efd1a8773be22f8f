"""What a program that was killed left half-made in the cache is removed when the next one starts.

Nothing is taken from under somebody at work: an expansion belongs to whoever holds the lock of its model (the system
lets go of it when its holder ends, however it ends), and what is named after a process goes when that process has gone.
Partial files of the hub stay: a later attempt continues them.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from engine.folders import cache_folder

_EXPANSION = re.compile(r"\.part-(?!hub-|wheel-)(?P<slug>.+)-[a-z0-9_]{8}")
_MEMBER = re.compile(r"\.part-(?P<slug>.+)-[0-9a-f]{12}\.gguf\.part")  # of a wheel, half unpacked
_WHEEL = re.compile(r"\.part-wheel-(?P<process>\d+)-\w+")
_SPREAD = re.compile(r"(?P<process>\d+)-\w+")
_NOTE = re.compile(r".*\.(?P<process>\d+)\.part")
_MAP = re.compile(r"\.part-(?P<process>\d+)-\w+")
_UNFINISHED_MAP = 3600.0  # seconds after which a map that was begun to be written is no longer, whoever began it


def clear_leftovers() -> None:
    """Remove them; what cannot be removed stays, and is tried again at the next start."""
    models = cache_folder() / "models"
    for path in _entries(models):
        if (found := _EXPANSION.fullmatch(path.name) or _MEMBER.fullmatch(path.name)) is not None:
            with _unused(models, found["slug"]) as unused:
                if unused:
                    _remove(path)
        else:
            _remove_of_the_gone(path, _WHEEL.fullmatch(path.name) or _NOTE.fullmatch(path.name))
    for path in _entries(cache_folder() / "spread"):
        _remove_of_the_gone(path, _SPREAD.fullmatch(path.name))
    for folder in _entries(cache_folder() / "maps"):
        for path in _entries(folder):
            if path.name.startswith(".part-"):
                _remove_of_the_gone(path, _MAP.fullmatch(path.name))
                if _age(path) > _UNFINISHED_MAP:
                    _remove(path)


def _remove_of_the_gone(path: Path, named: re.Match[str] | None) -> None:
    """Remove what is named after a process that has gone."""
    if named is not None and not psutil.pid_exists(int(named["process"][:9])):
        _remove(path)


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


@contextlib.contextmanager
def _unused(models: Path, slug: str) -> Iterator[bool]:
    """Whether nobody fetches or expands the model of this name; nobody begins to while this is open."""
    lock = FileLock(models / f".{slug}.lock")
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError, NotImplementedError):
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()
