"""Recorded runs of lessons: without what no view shows, and with the same pictures."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.session.kept_findings import half, looked_at
from app.session.lesson_recording import beside, packed, record_map, small
from app.session.recorded_run import load_recorded
from engine.errors import RunFileProblem
from engine.files.run_file import save_run
from engine.labs.projections.records import AskTrueNeighbours, TrueNeighbours
from engine.records import EMBEDDING
from engine.run import Run
from tests.helpers.runs import branched, fifty_steps
from viz.intents import AskLab
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


def test_a_recorded_run_has_the_map_of_its_model_with_its_own_places(tmp_path: Path) -> None:
    run = fifty_steps()
    chart = record_map(run, tmp_path)
    assert chart is not None
    whole, file = run.maps[EMBEDDING], tmp_path / "a-1.orrery.gz"
    file.write_bytes(packed(small(run, ("next_token",)), beside(run, {})))
    found = load_recorded(file, tmp_path)
    state = found.maps[EMBEDDING]
    assert (state.layout.key, state.layout.kept3) == (whole.layout.key, whole.layout.kept3)
    extent = np.abs(whole.layout.points3).max()
    assert np.abs(state.layout.points3 - whole.layout.points3).max() <= extent / 1000
    assert state.nodes[state.layout.key].keys() == whole.nodes[whole.layout.key].keys() != set()
    for node, place in whole.nodes[whole.layout.key].items():
        assert np.array_equal(state.nodes[state.layout.key][node][0], place[0])
    assert len(found.vocabulary or ()) == len(run.vocabulary or ())
    alone = load_recorded(file, tmp_path / "nowhere")
    assert not alone.maps  # the control: the map is in no run's own file


def test_of_what_was_found_only_what_the_views_look_at_is_kept() -> None:
    run = fifty_steps()
    view = all_views()["meaning_space"]
    ui = UiState(selection=(3,)).with_option("meaning_space", "true_lines", True)
    asked = [it.question for it in view.wants(view.frame(run, ui)) if isinstance(it, AskLab)]
    assert isinstance(asked[0], AskTrueNeighbours)
    finding = TrueNeighbours(np.array([5, 6], np.int32), np.array([0.5, 0.25], np.float32))
    run.findings = {asked[0]: finding, replace(asked[0], index=4): finding}
    assert looked_at(run, ui, ("meaning_space",)) == {asked[0]: finding}
    assert looked_at(run, UiState(), ("next_token",)) == {}


def test_what_is_not_quite_all_is_not_rounded_to_all() -> None:
    values = np.array([1, 0.9999, 0.5, 0.12345, -0.9999, np.nan], np.float32)
    found = half(values)
    assert found[0] == 1
    assert 0.9995 <= found[1] < 1
    assert np.abs(found - values)[:5].max() < 5e-4
    assert np.isnan(found[5])
