"""What every test stands on: a screen, folders of its own, the default model fetched once, and no leftovers.

Nothing a test does reaches the settings or the cache of the person who runs it. The default model is kept between
sessions in `build/`, so that a second run takes no network, and always comes from the place whose hash is fixed.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.models.load import LoadedModel
from tests.helpers import default_model as stored
from tests.helpers.leftovers import Watch
from tests.helpers.screen import Screen

_session = pytest.StashKey[tuple[Screen | None, Path]]()


def pytest_configure(config: pytest.Config) -> None:
    """Give the session a screen (before Qt is touched) and folders of its own (before any test is collected)."""
    bare = sys.platform.startswith("linux") and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")
    screen = Screen() if bare else None
    if screen is not None:
        os.environ["DISPLAY"] = screen.name
    root = Path(tempfile.mkdtemp(prefix="orrery-tests-"))
    os.environ["ORRERY_CACHE"] = str(root / "cache")
    os.environ["ORRERY_CONFIG"] = str(root / "config")
    config.stash[_session] = (screen, root)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take both away again."""
    _, root = config.stash[_session]
    shutil.rmtree(root, ignore_errors=True)


def pytest_runtest_setup() -> None:
    """Delete the widgets that earlier tests let go: no event loop runs in between, and style sheets visit them all."""
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def default_model_folder() -> Path:
    """The default model on disk, in Hugging Face format; `load()` by its name finds it too. Do not write to it."""
    return stored.in_session_cache()


@pytest.fixture(scope="session")
def default_model(default_model_folder: Path) -> LoadedModel:
    """The default model in memory, on the CPU in float32. Leave no hooks on it."""
    from engine.models.load import load

    assert default_model_folder.is_dir()
    return load(stored.NAME, device="cpu", dtype="float32")


@pytest.fixture(autouse=True)
def _no_leftovers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a thread, a process or a running timer behind, and say where it began."""
    watch = Watch(monkeypatch)
    yield
    if left := watch.left():
        pytest.fail("left behind:\n" + "\n".join(left), pytrace=False)
