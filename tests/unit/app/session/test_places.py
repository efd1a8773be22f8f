"""A run's tokens lie on every map that is shown, whatever has happened to engine and run since the map was made."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.files.run_file import save_run
from engine.records import EMBEDDING, Sampling, Space
from tests.helpers.small_session import SmallSession
from viz.intents import ShowSpace

STATES = (Space("resid", 2), Space("resid", 3))


@pytest.fixture
def it(qapp: object) -> SmallSession:
    """A run with maps of the embeddings and of two layers, the last of which is shown."""
    made = SmallSession(5)
    made.parts.loader.start("tiny", "cpu", "auto", ("x", Sampling(), False, 3))
    made.rest()
    for space in STATES:
        made.parts.intents.handle(ShowSpace(space))
        made.rest()
    return made


def check_all_maps(it: SmallSession) -> None:
    for space in (STATES[0], EMBEDDING, STATES[1]):
        it.parts.intents.handle(ShowSpace(space))
        it.parts.player.play(1)
        it.rest()
        shown = it.session.shown_map
        assert shown is not None
        assert sorted(shown.nodes[shown.layout.key]) == list(range(len(it.session.run.nodes))), space


def test_after_a_run_was_taken_over_from_a_file(it: SmallSession, tmp_path: Path) -> None:
    run = it.session.run
    for state in run.maps.values():
        state.nodes.clear()  # as of a run that was saved before it was placed
    save_run(run, tmp_path / "a.orrery")
    assert it.parts.documents.open(tmp_path / "a.orrery")
    it.parts.player.play(1)
    it.rest()
    check_all_maps(it)


def test_after_a_run_from_a_file_that_has_fewer_maps(it: SmallSession, tmp_path: Path) -> None:
    """Of what the engine placed meanwhile into maps that this run and those begun after it do not have."""
    run, shown = it.session.run, it.session.ui.space
    it.parts.intents.handle(ShowSpace(EMBEDDING))
    it.rest()
    for space in STATES:
        del run.maps[space]
    save_run(run, tmp_path / "a.orrery")
    assert it.parts.documents.open(tmp_path / "a.orrery")
    it.parts.player.new_run("y", Sampling(), False, 2)
    it.rest()
    it.parts.intents.handle(ShowSpace(shown))
    it.rest()
    there = it.session.shown_map
    assert there is not None
    assert sorted(there.nodes[there.layout.key]) == list(range(len(it.session.run.nodes)))
    check_all_maps(it)


def test_after_a_load_that_was_stopped(it: SmallSession) -> None:
    it.parts.loader.load("other")
    it.engine.turn()
    it.parts.stopping.stop_all()
    it.rest()
    assert it.session.loaded is not None
    assert it.session.loaded.name == "tiny"
    check_all_maps(it)


def test_after_a_restart_and_after_a_cancel(it: SmallSession) -> None:
    it.parts.loader.restart()
    it.rest()
    it.parts.player.play(2)
    it.rest()
    check_all_maps(it)
    it.parts.intents.handle(ShowSpace(EMBEDDING))
    it.parts.stopping.stop_all()  # which drops what has just been asked
    it.rest()
    check_all_maps(it)
