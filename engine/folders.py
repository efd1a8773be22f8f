"""Where Orrery keeps what it can make again (cache) and what a person chose (settings).

platformdirs names the folders; `ORRERY_CACHE` and `ORRERY_CONFIG` override them, which is how tests and a
machine with a small home disk point elsewhere. Nothing is created at import.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

import platformdirs

from engine.errors import DiskProblem
from engine.sentences import say

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def cache_folder() -> Path:
    """The folder of models, expanded weights and fitted maps (not created here)."""
    named = os.environ.get("ORRERY_CACHE")
    return Path(named) if named else Path(platformdirs.user_cache_dir("orrery", appauthor=False))


def config_folder() -> Path:
    """The folder of settings and saved window layouts (not created here)."""
    named = os.environ.get("ORRERY_CONFIG")
    return Path(named) if named else Path(platformdirs.user_config_dir("orrery", appauthor=False))


def made(folder: Path) -> Path:
    """Return `folder`, created where it was missing.

    Raises:
        DiskProblem: the folder cannot be created or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DiskProblem(
            say(
                "Orrery needs to write to {folder}, but that failed ({why}). {remedy}",
                folder=folder,
                why=error.strerror or error,
                remedy=remedy(error),
            )
        ) from error
    if not os.access(folder, os.W_OK):
        raise DiskProblem(
            say(
                "Orrery needs to write to {folder}, but it is read-only. Allow writing there, or set the "
                "environment variable ORRERY_CACHE to another folder.",
                folder=folder,
            )
        )
    return folder


def remedy(error: OSError, variable: str = "ORRERY_CACHE") -> str:
    """What a person can do about it, by what was wrong; `variable` names the folder for files of this kind."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return say(
            "Free some room on that disk, or set the environment variable {variable} to a folder on another one.",
            variable=variable,
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return say(
            "Allow writing there, or set the environment variable {variable} to a folder you can write to.",
            variable=variable,
        )
    if error.errno == errno.ENAMETOOLONG:
        return say("Set the environment variable {variable} to a folder with a shorter path.", variable=variable)
    return say(
        "No files can be stored there. Set the environment variable {variable} to a folder on a disk.",
        variable=variable,
    )


def elsewhere(error: OSError) -> str:
    """The same about a file whose place a person named; the sentence goes on after it."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return say("Free some room there, or choose another folder")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return say("Choose a folder that you can write to")
    return say("Choose another folder")


def models_folder() -> Path:
    """The folder of all cached models, created where missing. Raises DiskProblem."""
    return made(cache_folder() / "models")
