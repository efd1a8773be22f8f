"""Run files of any content: opened, drawn, kept and saved again, or refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import strategies as st

from engine.errors import RunFileProblem
from engine.files.run_file import KEY, load_run, save_run
from engine.records import Change, Plan, Reference, Sampling, Site
from engine.run import Run
from tests.helpers import runs
from tests.helpers.fuzz import drawn, read_or_refused, require_both
from tests.helpers.small_session import SmallSession
from tests.helpers.strategies.tensor_files import TensorFile, tensor_files
from viz.registry import all_views
from viz.ui_state import UiState

LOOKS = (UiState(), UiState(position=3, layer=1, head=(1, 2), hover_token=4, hover_node=2))


def small_run() -> Run:
    """A prompt, a step, an abandoned branch, a plan and a map."""
    run = runs.prompted()
    runs.grow(run, [runs.likely(run)])
    run.move(len(runs.PROMPT) - 1)
    runs.grow(run, [runs.likely(run, 2)])
    run.sampling = Sampling(1.0, 3, 0.5, 0.1, 1.2, 7)
    run.plan = Plan((Change(Site("head", 1, 2), 0.5, positions=(1, 2)), Change(Site("mlp", 0), 0.0, mean=True)))
    run.name_branch(run.current, "a name")
    run.reference = Reference(1e-6, 1.0, 8, "float32")
    return runs.with_map(run)


def of(run: Run, folder: Path) -> TensorFile:
    save_run(run, folder / "valid.orrery")
    return TensorFile.of((folder / "valid.orrery").read_bytes(), KEY)


@pytest.fixture(scope="module")
def session(qapp: object) -> SmallSession:
    return SmallSession(0)


def test_any_run_file(session: SmallSession, tmp_path: Path) -> None:
    path, again = tmp_path / "a.orrery", tmp_path / "b.orrery"
    valid = [of(small_run(), tmp_path), of(runs.one_token(), tmp_path)]
    views = list(all_views().values())

    def used() -> None:
        run = load_run(path)
        save_run(run, again)
        same = load_run(again)
        assert (same.prompt, same.path, same.info, same.plan) == (run.prompt, run.path, run.info, run.plan)
        assert [node.token_id for node in same.nodes] == [node.token_id for node in run.nodes]
        for view in views:
            for ui in LOOKS:
                view.wants(view.frame(run, ui))
        assert session.parts.documents.show(path), list(session.notices)

    @drawn(60, 0.2, st.sampled_from(valid).flatmap(tensor_files))
    def check(data: bytes) -> None:
        path.write_bytes(data)
        with np.errstate(all="ignore"):
            read_or_refused("run file", used, RunFileProblem)

    path.write_bytes(valid[0].data)
    used()
    check()
    require_both("run file")
