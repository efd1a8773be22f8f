"""Recorded runs of lessons: without what no view shows, and with the same pictures."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from app.session.lesson_recording import small
from app.session.recorded_run import load_recorded
from engine.errors import RunFileProblem
from engine.files.run_file import save_run
from engine.run import Run
from tests.helpers.runs import branched, fifty_steps
from viz.registry import all_views
from viz.same_frame import same_frame
from viz.token_text import shown
from viz.ui_state import UiState


def test_what_no_view_shows_is_left_out() -> None:
    run = fifty_steps()
    taken = small(run, ("next_token", "token_strip"))
    assert all(record.resid is record.attn is record.neurons is None for record in taken.nodes)
    assert not taken.maps
    assert run.nodes[3].resid is not None  # the run itself is as it was
    for name in ("next_token", "token_strip"):
        view = all_views()[name]
        assert same_frame(view.frame(taken, UiState()), view.frame(_without_maps(run), UiState())), name


def test_what_a_view_shows_stays_and_says_the_same() -> None:
    run = fifty_steps()
    taken = small(run, ("attention_head",))
    attn, before = taken.nodes[20].attn, run.nodes[20].attn
    assert attn is not None
    assert before is not None
    assert taken.nodes[20].neurons is None
    assert np.abs(attn - before).max() < 5e-4


def test_names_of_all_tokens_that_are_shown_stay() -> None:
    run = branched()
    taken = small(run, ("next_token",))
    for record in run.nodes:
        for token in (record.token_id, *map(int, record.next_ids)):
            assert shown(taken.vocabulary, token) == shown(run.vocabulary, token)


def test_a_recorded_run_is_read_whole_or_told_to_be_damaged(tmp_path: Path) -> None:
    run, plain, file = small(branched(), ("next_token",)), tmp_path / "a.orrery", tmp_path / "a-1.orrery.gz"
    save_run(run, plain)
    data = gzip.compress(plain.read_bytes())
    file.write_bytes(data)
    assert [it.token_id for it in load_recorded(file).nodes] == [it.token_id for it in run.nodes]
    for damaged in (data[: len(data) // 2], b"nothing", b"", gzip.compress(b"nothing")):
        file.write_bytes(damaged)
        with pytest.raises(RunFileProblem):
            load_recorded(file)
    with pytest.raises(RunFileProblem):
        load_recorded(tmp_path / "gone")


def _without_maps(run: Run) -> Run:
    run.maps = {}
    return run
