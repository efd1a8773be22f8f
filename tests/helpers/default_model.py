"""The default model for tests: fetched once, kept between sessions, and always from the place with a fixed hash."""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock

from engine import folders
from engine.folders import cache_folder
from engine.models import catalogue, store
from engine.models.resolve import from_place
from engine.models.words import never, silent

NAME = "SmolLM2-135M-Instruct"
KEPT = Path(__file__).resolve().parents[2] / "build" / "test-cache"


def in_session_cache() -> Path:
    """The model's folder, linked into the session's cache, so that other processes of a test find it too."""
    link = _link()
    if link is not None:
        return link
    session = os.environ["ORRERY_CACHE"]
    os.environ["ORRERY_CACHE"] = os.environ.get("ORRERY_TEST_CACHE", str(KEPT))
    try:
        folder = _kept()
    finally:
        os.environ["ORRERY_CACHE"] = session
    link = folders.models_folder() / folder.name
    link.symlink_to(folder, target_is_directory=True)
    return link


def _link() -> Path | None:
    found = store.by_key(f"catalogue:{NAME}")
    return found[0] if found else None


def _kept() -> Path:
    """The folder in the cache that outlives the session; fetched and expanded the first time, by one process alone."""
    with FileLock(folders.made(cache_folder()) / "default-model.lock"):
        return _found_or_fetched()


def _found_or_fetched() -> Path:
    entry = catalogue.find(NAME)
    assert entry is not None
    found = store.by_key(f"catalogue:{NAME}")
    if found is None:
        from_place(entry, entry.places[-1], silent, never)
        found = store.by_key(f"catalogue:{NAME}")
    assert found is not None, f"the default model is not in {cache_folder()}"
    return found[0].resolve()
