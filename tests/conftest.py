"""What every test stands on: a screen, folders of its own, one look, the default model fetched once, and no leftovers.

Nothing a test does reaches the settings or the cache of the person who runs it, and nothing it changes of the
application reaches the next test. The default model is kept between sessions in `build/`, so that a second run takes
no network, and always comes from the place whose hash is fixed.

`make test` divides the tests among processes of pytest-xdist, each with a screen and folders of its own.
"""

from __future__ import annotations

import gc
import itertools
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.helpers import workers
from tests.helpers.leftovers import Watch
from tests.helpers.order import shuffle
from tests.helpers.screen import Screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from engine.models.load import LoadedModel
    from tests.helpers.look import Look

# The same examples in every run, and none is timed: on a busy machine the slowest of them would fail.
hypothesis.settings.register_profile("orrery", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("orrery")
workers.one_thread_each()  # here, not in a hook: the conftests of folders named on the command line import torch sooner

EVERYTHING = 50  # tests after which all garbage is collected
_numbers = itertools.count(1)  # of the tests of this process
_session = pytest.StashKey[tuple[Screen | None, Path]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option for another order."""
    parser.addoption("--shuffle", type=int, metavar="SEED", help="run files, and tests within files, in another order")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Change the order where that is asked for."""
    seed: int | None = config.getoption("shuffle")
    if seed is not None:
        shuffle(items, seed)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """How many processes `-n auto` means; 0 is this one."""
    count = workers.count()
    return count if count > 1 else 0


def pytest_configure(config: pytest.Config) -> None:
    """Give the session a screen (before Qt is touched) and folders of its own (before any test is collected)."""
    if workers.only_divides(config):
        workers.compile_once(config)
        return
    gc.disable()
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell starts what runs in its background deaf to Ctrl+C
        signal.signal(signal.SIGINT, signal.default_int_handler)
    screen = Screen() if workers.needs_screen(config) else None
    if screen is not None:
        os.environ["DISPLAY"] = screen.name
        os.environ.pop("WAYLAND_DISPLAY", None)
    root = Path(tempfile.mkdtemp(prefix="orrery-tests-"))
    os.environ["ORRERY_CACHE"] = str(root / "cache")
    os.environ["ORRERY_CONFIG"] = str(root / "config")
    config.stash[_session] = (screen, root)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take both away again."""
    _, root = config.stash.get(_session, (None, None))
    if root is not None:
        shutil.rmtree(root, ignore_errors=True)


def pytest_collection_finish() -> None:
    """Leave out of every later search for garbage what the imports left: it is most of all there is, and stays.

    The program does the same once its window is there; of many windows in one process each would stay for ever.
    """
    gc.collect()
    gc.freeze()
    gc.freeze = lambda: None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what came of what was tried very often (`make fuzz`)."""
    fuzz = sys.modules.get("tests.helpers.fuzz")
    if fuzz is not None and fuzz.SEQUENCES:
        terminalreporter.section("tried")
        for line in fuzz.told():
            terminalreporter.write_line(line)


def pytest_runtest_setup() -> None:
    """Delete the widgets that earlier tests let go: no event loop runs in between, and style sheets visit them all.

    And collect Python's garbage now and at no other time, as the program does (`app.collector`).
    """
    gc.collect(1 if next(_numbers) % EVERYTHING else 2)
    if "PySide6.QtCore" in sys.modules:
        from tests.helpers.look import delete_what_was_let_go

        delete_what_was_let_go()


@pytest.fixture(scope="session")
def default_model_folder() -> Path:
    """The default model on disk, in Hugging Face format; `load()` by its name finds it too. Do not write to it."""
    from tests.helpers.default_model import in_session_cache

    return in_session_cache()


@pytest.fixture(scope="session")
def default_model(default_model_folder: Path) -> LoadedModel:
    """The default model in memory, on the CPU in float32. Leave no hooks on it."""
    from engine.models.load import load
    from tests.helpers.default_model import NAME

    assert default_model_folder.is_dir()
    return load(NAME, device="cpu", dtype="float32")


@pytest.fixture(scope="session")
def _first_look(qapp: QApplication) -> Look:
    """How the application looked before any test."""
    from tests.helpers.look import Look

    return Look(qapp)


@pytest.fixture
def forked_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines that start at once, for tests that are not about their start."""
    from tests.helpers import forked

    forked.instead_of_spawning(monkeypatch)


@pytest.fixture(autouse=True)
def _one_look(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give the application back the look it had before any test, and the next test a folder without settings."""
    look: Look | None = request.getfixturevalue("_first_look") if "qapp" in request.fixturenames else None
    yield
    if look is not None:
        look.restore()
    shutil.rmtree(os.environ["ORRERY_CONFIG"], ignore_errors=True)


@pytest.fixture(autouse=True)
def _no_leftovers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a thread, a process or a running timer behind, and say where it began."""
    watch = Watch(monkeypatch)
    yield
    if left := watch.left():
        pytest.fail("left behind:\n" + "\n".join(left), pytrace=False)
