"""`trace --prompts` as a person runs it: runs and tables of many prompts, faults, interruptions, and going on."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from engine.files.run_file import load_run
from tests.helpers.command import ROOT, main_py
from tests.helpers.same import difference
from tests.helpers.tiny_models import write_folder

PROMPTS = ("the cat sat", "the dog ran after the cat", "1234 and 5678")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("tiny"))


def _file(path: Path, prompts: Sequence[str] = PROMPTS) -> Path:
    path.write_text("\n".join(prompts))
    return path


def _many(folder: Path, prompts: Path, out: Path, *further: str) -> subprocess.CompletedProcess[str]:
    return main_py("trace", "--model", folder, "--prompts", prompts, "--out", out, *further)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_a_folder_holds_what_each_prompt_alone_gives(folder: Path, tmp_path: Path) -> None:
    lines = [{"prompt": PROMPTS[0], "name": "cat"}, {"prompt": PROMPTS[1], "tokens": 5, "temperature": 1.5, "seed": 3}]
    prompts = _file(tmp_path / "a.jsonl", [json.dumps(line) for line in lines])
    done = _many(folder, prompts, tmp_path / "runs", "--tokens", "18")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "2 of 2 runs" in done.stderr
    for name, further in (
        ("cat", ("--prompt", PROMPTS[0], "--tokens", "18")),
        ("002", ("--prompt", PROMPTS[1], "--tokens", "5", "--temperature", "1.5", "--seed", "3")),
    ):
        alone = tmp_path / f"{name}.orrery"
        assert main_py("trace", "--model", folder, *further, "--out", alone).returncode == 0
        many, one = load_run(tmp_path / "runs" / f"{name}.orrery"), load_run(alone)
        for part in ("prompt", "prompt_tokens", "sampling", "reference", "maps", "nodes", "info"):
            assert difference(getattr(many, part), getattr(one, part), part) is None
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "runs").glob("*.orrery")}
    again = _many(folder, prompts, tmp_path / "runs", "--tokens", "18")
    assert again.returncode == 0
    assert "2 of 2 runs are there already" in again.stderr
    assert {path: path.stat().st_mtime_ns for path in before} == before
    other = _many(folder, prompts, tmp_path / "runs", "--tokens", "17")
    assert other.returncode == 1
    assert "was made from another prompt, model or setting" in other.stderr
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_table_holds_what_plain_transformers_computes(folder: Path, tmp_path: Path) -> None:
    prompts = _file(tmp_path / "a.csv", ["prompt,next", *(f"{prompt},cat" for prompt in PROMPTS)])
    per = {}
    for each in ("prompt", "token"):
        done = _many(folder, prompts, tmp_path / f"{each}.csv", "--per", each, "--next", " the")
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        per[each] = _rows(tmp_path / f"{each}.csv")
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModelForCausalLM.from_pretrained(folder)
    cat, the = (tokenizer.encode(text, add_special_tokens=False) for text in (" cat", " the"))
    assert [len(cat), len(the)] == [1, 1]
    for number, prompt in enumerate(PROMPTS):
        ids = torch.tensor([tokenizer.encode(prompt)])
        with torch.inference_mode():
            logs = model(input_ids=ids).logits[0].double().log_softmax(-1) / np.log(2)  # [T, V]
        surprisal = -logs[:-1].gather(1, ids[0, 1:, None])[:, 0].numpy()
        entropy = -(logs.exp2() * logs).sum(-1).numpy()
        row = per["prompt"][number]
        assert (row["prompt"], int(row["prompt_tokens"])) == (prompt, ids.shape[1])
        assert float(row["surprisal_mean"]) == pytest.approx(surprisal.mean(), rel=1e-4, abs=1e-6)
        assert float(row["surprisal_sum"]) == pytest.approx(surprisal.sum(), rel=1e-4, abs=1e-6)
        assert float(row["entropy"]) == pytest.approx(entropy[-1], rel=1e-4, abs=1e-6)
        assert float(row["likeliest_probability"]) == pytest.approx(float(logs[-1].max().exp2()), rel=1e-4, abs=1e-6)
        assert float(row["p(next)"]) == pytest.approx(float(logs[-1, cat[0]].exp2()), rel=1e-4, abs=1e-6)
        assert float(row["p( the)"]) == pytest.approx(float(logs[-1, the[0]].exp2()), rel=1e-4, abs=1e-6)
        tokens = [row for row in per["token"] if int(row["line"]) == number + 2]
        assert "".join(row["token"] for row in tokens) == prompt
        assert tokens[0]["surprisal"] == ""
        for at, told in enumerate(tokens):
            assert at == 0 or float(told["surprisal"]) == pytest.approx(surprisal[at - 1], rel=1e-4, abs=1e-6)
            assert float(told["entropy"]) == pytest.approx(entropy[at], rel=1e-4, abs=1e-6)
            assert float(told["p(next)"]) == pytest.approx(float(logs[at, cat[0]].exp2()), rel=1e-4, abs=1e-6)


def test_what_fails_is_told_with_its_line_and_the_others_go_on_if_asked(folder: Path, tmp_path: Path) -> None:
    prompts = _file(tmp_path / "a.txt", [PROMPTS[0], "x " * 200, PROMPTS[2]])
    out = tmp_path / "a.csv"
    stopped = _many(folder, prompts, out)
    assert stopped.returncode == 1
    assert stopped.stderr.splitlines()[-1].startswith("a.txt: Line 2 (002): The prompt is")
    assert not out.exists()
    whole = _many(folder, prompts, out, "--keep-going")
    assert whole.returncode == 1
    assert "1 of 3 prompts are there already" in whole.stderr
    assert "1 of 3 prompts failed, in lines 2" in whole.stderr
    assert [row["line"] for row in _rows(out)] == ["1", "3"]
    _file(prompts)  # mended
    mended = _many(folder, prompts, out)
    assert mended.returncode == 0, mended.stderr
    assert [row["line"] for row in _rows(out)] == ["1", "2", "3"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.txt"]
    again = _many(folder, prompts, out)
    assert again.returncode == 1
    assert "is there already" in again.stderr
    assert _many(folder, prompts, out, "--overwrite").returncode == 0


@pytest.mark.parametrize(
    ("out", "further", "said"),
    [
        ("a.csv", ("--quantities", "surprise"), "'surprise' is not a quantity"),
        ("a.csv", ("--next", "no such token"), "'no such token' is not a single token"),
        ("a.csv", ("--logits",), "--logits are saved in run files"),
        ("a.orrery", (), "names a folder or a .csv"),
        ("a", ("--next", " the"), "are for a table"),
        ("gone/a", (), "cannot be made"),
        ("there", (), "was not made by this command"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    folder: Path, tmp_path: Path, out: str, further: tuple[str, ...], said: str
) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "001.orrery").write_text("mine")
    done = _many(folder, _file(tmp_path / "prompts.txt"), tmp_path / out, *further)
    assert done.returncode == 1
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert {path.name for path in tmp_path.iterdir()} <= {"there", "prompts.txt"}
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["001.orrery"]
    assert (tmp_path / "there" / "001.orrery").read_text() == "mine"


def test_ctrl_c_leaves_whole_files_and_the_same_command_goes_on(folder: Path, tmp_path: Path) -> None:
    count, out = 300, tmp_path / "runs"
    prompts = _file(tmp_path / "a.txt", ["the cat sat on the mat"] * count)
    given = ["trace", "--model", folder, "--prompts", prompts, "--out", out, "--no-map", "--tokens", "4"]
    command = [sys.executable, "main.py", *map(str, given)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        first = next(line for line in process.stderr if " of 300 runs" in line)  # ten percent are there
        process.send_signal(signal.SIGINT)
        said = first + process.stderr.read()
    assert process.returncode == 130, said
    assert "the same command continues from there" in said
    made = {path: path.stat().st_mtime_ns for path in out.glob("*.orrery")}
    assert 30 <= len(made) < count
    for path in made:
        load_run(path)
    assert not [path for path in out.iterdir() if path.name.startswith(".")]
    _file(prompts, ["the cat sat on the mat"] * (len(made) + 1))  # the same ones, and one that is missing
    names = {f"{number:03}.orrery" for number in range(1, len(made) + 2)}
    done = _many(folder, prompts, out, "--no-map", "--tokens", "4")
    assert done.returncode == 0, done.stderr
    assert {path: path.stat().st_mtime_ns for path in made} == made
    assert {path.name for path in out.glob("*.orrery")} == names
