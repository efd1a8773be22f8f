"""`python main.py data VIEW` as a person runs it: the numbers of a run file's view, or a sentence and no file."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.files.run_file import save_run
from tests.helpers.command import main_py
from tests.helpers.runs import RUNS

NO_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture(scope="module")
def run_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("runs") / "a.orrery"
    save_run(RUNS["branched"](), path)
    return path


def test_the_attention_of_a_head_is_the_run_s(run_file: Path, tmp_path: Path) -> None:
    out, run = tmp_path / "a.npz", RUNS["branched"]()
    done = main_py("data", "attention_head", "--run", run_file, "--head", "1.2", "--out", out, without=NO_SCREEN)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    with np.load(out, allow_pickle=False) as archive:
        about = json.loads(str(archive["about"]))
        held = [archive[name] for name in archive.files if archive[name].shape == (len(run), len(run))]
    wanted = np.zeros((len(run), len(run)), np.float32)
    for position in range(len(run)):
        row = run.at(position).attn
        assert row is not None
        wanted[position, : position + 1] = row[1, 2]
    assert any(np.array_equal(np.nan_to_num(values), wanted) for values in held)
    assert not any(np.array_equal(np.nan_to_num(values), wanted[::-1]) for values in held)
    assert about["View"] == "attention_head"
    assert about["Head"] == "L1.H2"
    assert "tiny" in about["Model"]


@pytest.mark.parametrize(
    ("arguments", "name", "said"),
    [
        (("nonsense",), "a.csv", "no view 'nonsense'"),
        (("token_strip",), "a.txt", "must end in .csv, .npz or .parquet"),
        (("token_strip", "--step", "999"), "a.csv", "positions 0 to"),
        (("layers",), "a.csv", "needs the model that made the run"),
        (("token_strip",), "missing/a.csv", "does not exist"),
    ],
)
def test_what_cannot_be_had_is_one_sentence(
    run_file: Path, tmp_path: Path, arguments: tuple[str, ...], name: str, said: str
) -> None:
    done = main_py("data", *arguments, "--run", run_file, "--out", tmp_path / name, without=NO_SCREEN)
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())
