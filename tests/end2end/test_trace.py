"""`trace` as a person runs it: a process, its exit status, one sentence when it fails, and the file it leaves."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file
from transformers import PreTrainedTokenizerFast

from engine.files.run_file import load_run
from engine.records import EMBEDDING, Site
from engine.run import Run
from tests.helpers.command import ROOT, main_py
from tests.helpers.there import there
from tests.helpers.tiny_models import write_folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("tiny"))


def _traced(folder: Path, out: Path, *further: str) -> Run:
    done = main_py("trace", "--model", folder, "--prompt", "the cat sat", "--tokens", "6", "--out", out, *further)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    return load_run(out)


def test_a_begin_of_text_that_is_typed_and_added_is_told(tmp_path: Path) -> None:
    folder, begin = write_folder(tmp_path / "begins"), "<|endoftext|>"
    adds = PreTrainedTokenizerFast.from_pretrained(folder, add_bos_token=True, add_eos_token=True)
    adds.save_pretrained(folder)
    for prompt, twice in ((f"{begin}the cat", True), ("the cat", False)):
        out = tmp_path / f"{twice}.orrery"
        done = main_py("trace", "--model", folder, "--prompt", prompt, "--tokens", "1", "--out", out)
        assert done.returncode == 0, done.stderr
        assert (f"The prompt begins with {begin}, which" in done.stderr) is twice
        run = load_run(out)
        ids = run.token_ids[: run.prompt_tokens].tolist()
        assert [index for index, token in enumerate(ids) if token == 0] == list(range(1 + twice))


def test_a_run_is_traced_and_opened_without_the_model(folder: Path, tmp_path: Path) -> None:
    run = _traced(folder, tmp_path / "a.orrery", "--logits")
    assert run.info is not None
    assert run.prompt == "the cat sat"
    assert len(run) <= run.prompt_tokens + 6
    assert run.at(-1).resid is not None
    logits = run.logits
    assert logits is not None
    assert logits.shape == (len(run), run.info.vocab_size)
    np.testing.assert_array_equal(
        np.take_along_axis(logits, there(run.stacked("next_ids")), 1), there(run.stacked("next_logits"))
    )
    assert run.token_ids[run.prompt_tokens :].tolist() == logits.argmax(1)[run.prompt_tokens - 1 : -1].tolist()
    assert run.reference is not None
    assert run.reference.max_abs_logit_difference < 1e-4
    assert set(run.maps[EMBEDDING].nodes[run.maps[EMBEDDING].layout.key]) == set(run.path)


def test_a_long_text_is_placed_on_the_map_to_its_end(folder: Path, tmp_path: Path) -> None:
    run = _traced(folder, tmp_path / "a.orrery", "--prompt", "the cat sat on the mat " * 4, "--tokens", "12")
    assert len(run) > 32  # a few are placed at a time
    assert set(run.maps[EMBEDDING].nodes[run.maps[EMBEDDING].layout.key]) == set(run.path)


def test_a_fresh_process_traces_the_same(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.orrery"
    arguments = ("trace", "--model", folder, "--prompt", "the cat sat", "--tokens", "6", "--no-map", "--out", out)
    command = [sys.executable, "main.py", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    again = _traced(folder, tmp_path / "b.orrery", "--no-map")
    assert load_run(out).token_ids.tolist() == again.token_ids.tolist()


def test_the_same_seed_gives_the_same_run(folder: Path, tmp_path: Path) -> None:
    drawn = ("--temperature", "1.2", "--seed", "5", "--no-map")
    runs = [_traced(folder, tmp_path / f"{name}.orrery", *drawn) for name in "ab"]
    assert runs[0].token_ids.tolist() == runs[1].token_ids.tolist()
    np.testing.assert_array_equal(runs[0].stacked("resid"), runs[1].stacked("resid"))


def test_interventions_act_and_are_kept(folder: Path, tmp_path: Path) -> None:
    off = ("--scale", "0.5=0", "--scale-head", "1.2=0", "--scale-mlp", "1=0.5", "--scale-attention", "0=0", "--no-map")
    run = _traced(folder, tmp_path / "a.orrery", *off)
    sites = [change.site for change in run.plan.site_changes]
    assert sites == [Site("neuron", 0, 5), Site("head", 1, 2), Site("attention", 0), Site("mlp", 1)]
    neurons = run.stacked("neurons")
    assert neurons is not None
    assert run.plan.site_changes[3].scale == 0.5
    intact = _traced(folder, tmp_path / "b.orrery", "--no-map")
    assert np.abs(run.at(0).resid - intact.at(0).resid).max() > 1e-3  # type: ignore[operator]


@pytest.mark.parametrize(
    ("further", "said"),
    [
        (["--model", "no/such/folder"], "no/such/folder"),
        (["--model", " "], "No model is named"),
        (["--prompt", "x" * 100_000], "at most 64"),
        (["--temperature", "-1"], "temperature"),
        (["--top-p", "1.5"], "top-p"),
        (["--k", "0"], "--k 0"),
        (["--scale-head", "9.1=0"], "layer 9"),
        (["--scale-head", "nonsense"], "nonsense"),
        (["--scale", "0.5="], "is written like"),
        (["--scale", "0.5=nan"], "finite number"),
        (["--scale", "0.5=0", "--scale", "0.5=2"], "changed twice"),
        (["--out", "/no/such/folder/a.orrery"], "/no/such/folder"),
    ],
)
def test_a_failure_is_one_sentence_and_a_status(folder: Path, tmp_path: Path, further: list[str], said: str) -> None:
    given = {"--model": str(folder), "--prompt": "the cat", "--tokens": "2", "--out": str(tmp_path / "a.orrery")}
    kept = (part for name, value in given.items() if name not in further for part in (name, value))
    done = main_py("trace", *kept, *further)
    assert done.returncode == 1
    assert done.stdout == ""
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "a.orrery").exists()


def test_damaged_weights_are_told(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "tiny")
    weights = load_file(folder / "model.safetensors")
    weights["model.norm.weight"] = np.full_like(weights["model.norm.weight"], np.nan)
    save_file(weights, folder / "model.safetensors", {"format": "pt"})
    done = main_py("trace", "--model", folder, "--prompt", "the", "--tokens", "1", "--out", tmp_path / "a.orrery")
    assert done.returncode == 1
    assert "finite" in done.stderr.splitlines()[-1]


def test_debug_shows_the_trace(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.orrery"
    done = main_py("trace", "--model", folder, "--prompt", "the", "--top-p", "2", "--out", out, "--debug")
    assert done.returncode == 1
    assert "Traceback" in done.stderr


def test_wrong_usage_has_status_2() -> None:
    assert main_py("trace").returncode == 2
    assert main_py("--nonsense").returncode == 2


def test_help_is_there_at_once_and_imports_nothing_heavy() -> None:
    began = time.monotonic()
    done = subprocess.run([sys.executable, "main.py", "--help"], cwd=ROOT, capture_output=True, text=True, check=False)
    took = time.monotonic() - began
    bare = time.monotonic()
    subprocess.run([sys.executable, "-c", "import argparse"], check=True)
    assert done.returncode == 0
    assert "trace" in done.stdout
    assert took <= 5 * (time.monotonic() - bare) + 1
    probe = "import sys, main; print(sorted({'torch', 'numpy', 'PySide6'} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, cwd=ROOT, check=True)
    assert loaded.stdout.strip() == "[]"
