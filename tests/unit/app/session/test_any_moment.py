"""Engine and mapper killed at any moment: the window says so, waits for nothing, keeps the run, and goes on anew.

The suite tries each phase once; `make fuzz` a hundred moments, a real fit among them from its start to its end.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.state import Phase
from engine.files.run_file import load_run
from engine.labs.attention.records import AskAtlas, AskHeadScores
from engine.maps.fit_messages import FitAnswer
from engine.maps.mapper import Mapper
from engine.records import EMBEDDING, Sampling, Space, UmapParams
from tests.helpers.fuzz import MOMENTS, SEED, figures_of
from tests.helpers.small_session import RealSession, content
from tests.helpers.tiny_models import write_folder
from viz import intents

PATIENCE = 60.0  # seconds
GREEDY = Sampling(temperature=0)
LONG = "the cat sat on the mat " * 6
LONGEST_FIT = 12.0  # seconds, most of which it takes to import and compile

Did = Callable[[], object]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_folder(tmp_path_factory.mktemp("models") / "one", max_position_embeddings=256))


class Sessions:
    """A session with real processes, and the mapper that it has made."""

    def __init__(self, model: str, folder: Path) -> None:
        self.it = RealSession(self._make_mapper)
        self.mapper: Mapper | None = None
        self.model, self.file = model, folder / "a.orrery"

    def _make_mapper(self, answer: Callable[[FitAnswer], None]) -> Mapper:
        self.mapper = Mapper(answer)
        return self.mapper

    def wait(self, until: Callable[[], object], what: str) -> None:
        """Let Qt's events be heard until something holds."""
        end = time.monotonic() + PATIENCE
        while not until():
            session = self.it.session
            assert time.monotonic() < end, (what, self.it.parts.wanted.live, session.works.all, session.state)
            QTest.qWait(5)
            self.it.screen.paint()

    def rest(self) -> None:
        """Until nothing is asked and nothing goes on."""
        parts, session = self.it.parts, self.it.session
        self.wait(
            lambda: not parts.wanted.live and not session.works.all and session.state.phase is not Phase.STARTING,
            "it does not rest",
        )

    def begin(self) -> None:
        """A model is there, and a run of a few tokens."""
        self.it.parts.loader.start(self.model, "cpu", "auto", ("the cat", GREEDY, False, 3))
        self.wait(lambda: len(self.it.session.run) > 3, "no run")
        self.rest()


@pytest.fixture
def sessions(
    qtbot: QtBot, forked_engines: None, model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Sessions]:
    compiled = os.environ.get("NUMBA_CACHE_DIR", str(Path(os.environ["ORRERY_CACHE"]) / "numba"))
    monkeypatch.setenv("NUMBA_CACHE_DIR", compiled)
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    made = Sessions(model, tmp_path)
    made.begin()
    yield made
    made.it.close()


def phases(made: Sessions, die: random.Random) -> dict[str, Did]:
    """What may be going on, and how it is begun."""
    parts, session = made.it.parts, made.it.session
    handle, player = parts.intents.handle, parts.player
    last = session.run.current

    def save() -> None:
        player.play(30)
        parts.documents.save(made.file)

    return {
        "load": lambda: parts.loader.load(made.model),
        "prompt": lambda: player.new_run(LONG, GREEDY, False, 0),
        "generation": lambda: player.play(60),
        "lab": lambda: handle(intents.AskLab(AskHeadScores(seed=die.randrange(10**6)))),
        "another lab": lambda: handle(intents.AskLab(AskAtlas(last), True)),
        "branch": lambda: handle(intents.TakeToken(die.randrange(last), die.randint(3, 200))),
        "going back": player.step_back,
        "replay": lambda: handle(intents.AskReplay(last, 1, "attn", die.randrange(4))),
        "space": lambda: handle(intents.ShowSpace(Space("resid", die.randint(1, 2)))),
        "sharing": lambda: handle(intents.FitLayout(EMBEDDING, UmapParams())),
        "save": save,
    }


def kill_engine(made: Sessions, name: str, do: Did, delay: float) -> None:
    """Begin something, kill the engine after `delay` seconds, and see whether all is as it should be."""
    it = made.it
    pid = it.client.pid
    assert pid is not None
    do()
    QTest.qWait(round(1000 * delay))
    it.notices.clear()
    os.kill(pid, signal.SIGKILL)
    made.wait(lambda: it.session.state.phase is Phase.DEAD, f"{name}: nobody noticed")
    made.wait(lambda: not it.session.works.all, f"{name}: something goes on")
    assert any("killed from outside" in sentence for sentence in it.notices), (name, it.notices)
    assert it.parts.wanted.live == {}, name
    assert not it.parts.maps.fitting, name
    it.screen.paint()
    assert it.screen.seen == content(it.session.run), name
    check_saved(made)
    it.parts.loader.restart()
    made.wait(lambda: it.session.state.phase is Phase.IDLE and it.session.state.has_model, f"{name}: it stays away")
    made.rest()
    check_goes_on(made, name)


def check_saved(made: Sessions) -> None:
    """The run on screen can be saved, and is the same when it is opened."""
    run = made.it.session.run
    if run.nodes:
        made.it.parts.documents.save(made.file)
        assert load_run(made.file).token_ids.tolist() == run.token_ids.tolist()


def check_goes_on(made: Sessions, name: str) -> None:
    """The next token comes."""
    it = made.it
    if len(it.session.run) > 150 or not it.session.run.nodes:
        it.parts.player.new_run("the cat", GREEDY, False, 3)
        made.rest()
    run, n = it.session.run, len(it.session.run)
    it.parts.player.play(1)
    made.wait(lambda: len(run) == n + 1, f"{name}: it writes no more")
    made.rest()
    assert it.session.run is run


def kill_mapper(made: Sessions, delay: float) -> None:
    """Begin a fit, kill the mapper after `delay` seconds of it, and see whether the next one can be had."""
    it = made.it
    it.parts.intents.handle(intents.ShowSpace(EMBEDDING))
    made.rest()
    seed = 1 + figures_of("kills").tried  # else it is found in the store
    it.parts.intents.handle(intents.FitLayout(EMBEDDING, UmapParams(n_neighbors=5, seed=seed)))
    made.wait(lambda: made.mapper is not None and made.mapper.process_id, "no mapper")
    QTest.qWait(round(1000 * delay))
    assert made.mapper is not None
    pid, fitting = made.mapper.process_id, it.parts.maps.fitting
    it.notices.clear()
    if pid is not None:
        os.kill(pid, signal.SIGKILL)
    made.rest()
    assert not it.parts.maps.fitting
    done = "umap" in it.session.run.maps[EMBEDDING].layout.algorithm
    assert not fitting or done or any("mapper process ended by itself" in said for said in it.notices), it.notices
    check_goes_on(made, "fit")


def moments() -> list[tuple[str, float]]:
    """What is killed when: for `make fuzz` at random, for the suite each phase once."""
    die = random.Random(SEED)
    names = ["load", "prompt", "generation", "lab", "another lab", "branch", "going back", "replay", "space", "sharing",
             "save"]  # fmt: skip
    if not MOMENTS:
        return [(name, 0.02) for name in ("load", "generation", "lab", "space")] + [("fit", 0.3)]
    of_fits = MOMENTS // 5
    chosen = [(die.choice(names), die.random() ** 3 * 1.5) for _ in range(MOMENTS - of_fits)]
    return chosen + [("fit", die.random() * LONGEST_FIT) for _ in range(of_fits)]


@pytest.mark.timeout(0 if MOMENTS else 300)
def test_killed_at_any_moment(sessions: Sessions) -> None:
    die, figures = random.Random(SEED), figures_of("kills")
    for name, delay in moments():
        figures.tried += 1
        try:
            if name == "fit":
                kill_mapper(sessions, delay)
            else:
                kill_engine(sessions, name, phases(sessions, die)[name], delay)
        except BaseException:
            figures.crashes += 1
            raise
