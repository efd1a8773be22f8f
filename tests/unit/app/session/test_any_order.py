"""Gestures and answers in any order: nothing stays wanted, no gesture dies, and the engine has what is on screen.

A machine of Hypothesis draws gestures, and between any two of them how far the engine, its pipe and the window get. The
suite runs a few dozen sequences; `make fuzz` runs ten thousand.
"""

from __future__ import annotations

import gc
import itertools
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, note, seed, settings
from hypothesis import Phase as HPhase
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QCoreApplication

from app.session import left_runs, run_before
from app.state import Phase
from engine.files.run_file import save_run
from engine.labs.attention.records import AskAtlas, AskHeadScores
from engine.records import EMBEDDING, Sampling, Space, UmapParams
from engine.run import Run
from tests.helpers.fuzz import SEED, SEQUENCES, figures_of
from tests.helpers.small_session import SmallSession, content
from viz import intents
from viz.ui_state import UiState

STATES = (EMBEDDING, Space("resid", 2), Space("resid", 3))
MODELS = st.sampled_from(("tiny", "other"))
BIG = st.integers(0, 10**6)

COLLECT_EVERY = 50  # sequences: no garbage is collected within a test
PART = 1000  # sequences that Hypothesis draws at once: it remembers all of them
PARTS = max(1, SEQUENCES // PART)
SETTINGS = settings(
    max_examples=min(SEQUENCES, PART) or 40, derandomize=not SEQUENCES, stateful_step_count=50, deadline=None,
    database=None, suppress_health_check=list(HealthCheck), phases=[HPhase.generate], report_multiple_bugs=False,
)  # fmt: skip


def wants(run: Run, ui: UiState) -> list[intents.Intent]:
    """What views of heads, neurons, fans, tokens and laboratories ask at every frame, each for what it lacks."""
    if not run.nodes or run.info is None:
        return []
    node = run.current
    asked: list[intents.Intent] = [
        intents.AskReplay(node, layer, "attn", head)
        for layer, head in ((0, 1), (2, 3), (1, 0))
        if (node, layer, "attn", head) not in run.replayed
    ]
    if (node, 1, "neurons", None) not in run.replayed:
        asked.append(intents.AskReplay(node, 1, "neurons", None))
    state = run.maps.get(ui.space)
    if state is not None and node not in state.fans.get(state.layout.key, {}):
        asked.append(intents.AskFan(ui.space, node, 2))
    if run.distribution is None or run.distribution[0] != node:
        asked.append(intents.AskDistribution(node))
    questions = (AskAtlas(node), AskHeadScores(seed=0))
    return [*asked, *(intents.AskLab(question) for question in questions if question not in run.findings)]


class Gestures(RuleBasedStateMachine):
    """One window's session, from its start on."""

    numbers = itertools.count(1)

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="orrery-order-"))
        self.patch = pytest.MonkeyPatch()
        self.patch.setenv("ORRERY_CACHE", str(self.folder))
        self.prompts = 0
        self.untouched: tuple[Run, int, object] | None = None  # a run that no engine holds, and what it held

    @initialize(seed=st.integers(0, 10**6), model=st.sampled_from((None, "tiny")), all_are_large=st.booleans())
    def start(self, seed: int, model: str | None, all_are_large: bool) -> None:
        self.try_all = seed % 4 == 0  # gestures at the end, which takes as long as the sequence
        self.patch.setattr(run_before, "LARGEST", 0 if all_are_large else 2**20)
        self.it = SmallSession(seed)
        self.parts, self.session, self.engine = self.it.parts, self.it.session, self.it.engine
        self.parts.loader.start(model, "cpu", "auto", ("x", Sampling(), False, 3))

    # -- gestures ------------------------------------------------------------------------------------------------

    def a_node(self, number: int) -> int:
        return number % len(self.session.run.nodes)

    def has_nodes(self) -> bool:
        return bool(self.session.run.nodes)

    @rule(n_tokens=st.integers(0, 5))
    def run(self, n_tokens: int) -> None:
        self.prompts += 1
        self.parts.player.new_run(f"prompt {self.prompts}", Sampling(), False, n_tokens)

    @rule(n_tokens=st.integers(1, 5))
    def play(self, n_tokens: int) -> None:
        self.parts.player.play(n_tokens)

    @rule()
    def pause(self) -> None:
        self.parts.player.pause()

    @rule()
    def step_back(self) -> None:
        self.parts.player.step_back()

    @precondition(has_nodes)
    @rule(number=BIG, token_id=st.integers(3, 6))
    def branch(self, number: int, token_id: int) -> None:
        self.parts.intents.handle(intents.TakeToken(self.a_node(number), token_id))

    @precondition(has_nodes)
    @rule(number=BIG, to_leaf=st.booleans())
    def go_to(self, number: int, to_leaf: bool) -> None:
        self.parts.intents.handle(intents.ReturnTo(self.a_node(number), to_leaf=to_leaf))

    @precondition(has_nodes)
    @rule(number=BIG, n_tokens=st.integers(0, 3))
    def write_on(self, number: int, n_tokens: int) -> None:
        self.parts.player.write_on(self.a_node(number), n_tokens, self.session.ui.plan)

    @precondition(has_nodes)
    @rule()
    def save(self) -> None:
        save_run(self.session.run, self.folder / "a.orrery")

    @precondition(lambda it: (it.folder / "a.orrery").exists())
    @rule()
    def open(self) -> None:
        assert self.parts.documents.open(self.folder / "a.orrery"), self.it.notices

    @rule()
    def open_left(self) -> None:
        self.wait_for_disk()
        for kept in left_runs.left()[:1]:
            assert self.parts.documents.open(kept)

    @rule()
    def exchange(self) -> None:
        self.wait_for_disk()
        self.parts.documents.exchange()

    def wait_for_disk(self) -> None:
        """What is written on another thread is written now: the same steps have the same consequences."""
        self.parts.before.leaving.wait()
        QCoreApplication.sendPostedEvents()

    @rule()
    def hand_over(self) -> None:
        self.parts.player.hand_over()

    @rule(model=MODELS)
    def load(self, model: str) -> None:
        self.parts.loader.load(model)

    @rule()
    def get_model(self) -> None:
        self.parts.documents.get_model()

    @rule()
    def restart(self) -> None:
        self.parts.loader.restart()

    @rule()
    def kill(self) -> None:
        self.engine.kill()

    @rule(seed=st.integers(1, 3), again=st.booleans())
    def lab(self, seed: int, again: bool) -> None:
        self.parts.intents.handle(intents.AskLab(AskHeadScores(seed=seed), again))

    @rule(space=st.sampled_from(STATES))
    def space(self, space: Space) -> None:
        self.parts.intents.handle(intents.ShowSpace(space))

    @rule(number=st.integers(1, 3))
    def fit(self, number: int) -> None:
        self.parts.intents.handle(intents.FitLayout(self.session.ui.space, UmapParams(n_neighbors=number + 1)))

    @rule()
    def fit_gets_on(self) -> None:
        if self.it.mapper is not None:
            self.it.mapper.tell()

    @rule()
    def fit_ends(self) -> None:
        if self.it.mapper is not None:
            self.it.mapper.end()

    @rule(speed=st.sampled_from((None, 0.5, 30.0)))
    def speed(self, speed: float | None) -> None:
        self.parts.player.set_speed(speed)

    @rule()
    def check(self) -> None:
        self.parts.loader.check_reference()

    @rule()
    def cancel(self) -> None:
        self.parts.stopping.stop_all()

    @precondition(lambda it: it.session.works.all)
    @rule(number=BIG)
    def cancel_one(self, number: int) -> None:
        works = self.session.works.all
        self.parts.stopping.stop(works[number % len(works)].key)

    @rule()
    def cancel_and_see(self) -> None:
        """Whatever is gone on with when a person cancels ends at the next block, all of it."""
        self.parts.player.when_loaded = None  # a load that is done already would have it begun
        self.parts.stopping.stop_all()
        for _ in range(3):
            self.engine.turn()
        while self.engine.read() or self.it.hear():
            pass
        assert not self.session.state.busy
        assert not [work for work in self.session.works.all if work.can_cancel], self.session.works.all

    @rule(views=st.booleans())
    def look(self, views: bool) -> None:
        self.it.screen.wants = wants if views else lambda run, ui: []

    @rule(count=st.integers(1, 2))
    def trouble(self, count: int) -> None:
        self.engine.trouble += count

    # -- and what happens meanwhile ------------------------------------------------------------------------------

    @rule(turns=st.integers(1, 9))
    def work(self, turns: int) -> None:
        for _ in range(turns):
            self.engine.turn()

    @rule(count=st.integers(1, 9))
    def carry(self, count: int) -> None:
        for _ in range(count):
            self.engine.read()

    @rule(count=st.integers(1, 9))
    def hear(self, count: int) -> None:
        for _ in range(count):
            self.it.hear()
            self.check_records()

    @rule()
    def paint(self) -> None:
        self.it.screen.paint()

    @rule(turns=st.integers(1, 6))
    def go_on(self, turns: int) -> None:
        for _ in range(turns):
            self.engine.turn()
            while self.engine.read() or self.it.hear():
                self.check_records()
            self.it.screen.paint()

    @rule()
    def rest(self) -> None:
        self.it.rest()
        self.check_at_rest()

    # -- what holds ----------------------------------------------------------------------------------------------

    @invariant()
    def check_records(self) -> None:
        """No record reaches the wrong run."""
        if not hasattr(self, "it"):
            return
        run = self.session.run
        held = self.engine.trees.get(run.run_id) if not self.session.state.from_file else None
        if held is not None:
            ids, parents = [node.token_id for node in run.nodes], [node.parent for node in run.nodes]
            assert (held.ids[: len(ids)], held.parents[: len(ids)]) == (ids, parents)
        tokens = [(node.token_id, node.parent) for node in run.nodes]
        if run.run_id == 0 and self.untouched is not None and self.untouched[:2] == (run, 0):
            assert tokens == self.untouched[2]
        self.untouched = (run, run.run_id, tokens)

    def check_at_rest(self) -> None:
        """What holds when nothing is going on."""
        session, run = self.session, self.session.run
        state = session.state
        assert state.phase in ((Phase.IDLE,) if state.has_model else (Phase.NO_MODEL, Phase.DEAD))
        assert self.parts.wanted.live == {}
        assert not self.parts.maps.fitting
        assert session.works.all == ()
        assert self.it.screen.seen == content(run)
        if state.has_model and not state.from_file and run.nodes:
            assert self.engine.holds([record.token_id for record in run.nodes], run.current)

    # -- at last -------------------------------------------------------------------------------------------------

    def teardown(self) -> None:
        figures = figures_of("sequences of gestures")
        figures.tried += 1
        try:
            if hasattr(self, "it"):
                self.it.rest()
                self.check_at_rest()
                self.engine.trouble = 0
                self.check_alive()
                self.parts.close()
        except (AssertionError, ValueError, IndexError, KeyError):
            figures.crashes += 1
            note("\n".join(self.engine.log))
            raise
        finally:
            if hasattr(self, "it"):
                self.it.let_go()
            self.patch.undo()
            shutil.rmtree(self.folder, ignore_errors=True)
            if next(self.numbers) % COLLECT_EVERY == 0:
                gc.collect()

    def done(self, gesture: Any, *values: Any) -> None:
        """Do one thing, and let it have all its consequences."""
        gesture(*values)
        self.it.rest()
        self.check_at_rest()

    def check_alive(self) -> None:
        """No gesture is dead: each of them has its effect at once (tried at the end of every fourth sequence)."""
        session, player, handle = self.session, self.parts.player, self.parts.intents.handle
        self.it.screen.wants = wants
        if not session.state.has_model or session.lacks_model:
            self.done(self.parts.loader.load, session.run.info.name if session.run.info else "tiny")
        self.done(player.new_run, "last", Sampling(), False, 2)
        assert session.run.prompt == "last", self.it.notices
        self.done(handle, intents.ShowSpace(session.ui.space))  # it may have been refused
        run = session.run
        for n_tokens in (1, 3):
            n = len(run)
            self.done(player.play, n_tokens)
            assert (session.run, len(run)) == (run, n + n_tokens)
        self.check_views()
        if not self.try_all:
            return
        before = run.nodes[run.current].parent
        self.done(player.step_back)
        assert run.current == before
        self.done(handle, intents.TakeToken(before, 2))
        assert (run.nodes[run.current].parent, run.nodes[run.current].token_id) == (before, 2)
        self.done(handle, intents.ReturnTo(0, to_leaf=False))
        assert run.current == 0
        for space in reversed(STATES):
            self.done(handle, intents.ShowSpace(space))
            self.check_views()
        self.done(handle, intents.FitLayout(session.ui.space, UmapParams()))
        assert "umap" in run.maps[session.ui.space].layout.key
        self.check_views()
        self.done(handle, intents.AskLab(AskHeadScores(seed=9)))
        assert AskHeadScores(seed=9) in run.findings
        save_run(run, self.folder / "last.orrery")
        self.done(player.new_run, "another", Sampling(), False, 0)
        self.wait_for_disk()
        self.done(self.parts.documents.exchange)
        assert (session.run.prompt, session.run.token_ids.tolist()) == ("last", run.token_ids.tolist())
        self.done(self.parts.documents.open, self.folder / "last.orrery")
        n = len(session.run)
        self.done(player.play, 2)
        assert (session.run.prompt, len(session.run)) == ("last", n + 2)
        self.done(player.play, 1)
        assert len(session.run) == n + 3
        for space in STATES:
            self.done(handle, intents.ShowSpace(space))
            self.check_views()

    def check_views(self) -> None:
        """Whatever views want of the run on screen has come."""
        run, shown = self.session.run, self.session.shown_map
        assert wants(run, self.session.ui) == []
        assert shown is not None
        assert sorted(shown.nodes[shown.layout.key]) == list(range(len(run.nodes)))


@pytest.mark.timeout(0 if SEQUENCES else 300)
@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_the_order_it_comes_to_rest_and_goes_on(qapp: object, part: int) -> None:
    drawn = seed(SEED * PART + part)(Gestures) if SEQUENCES else Gestures
    run_state_machine_as_test(drawn, settings=SETTINGS)
