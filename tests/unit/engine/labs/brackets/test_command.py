"""`brackets` on the command line: its JSON, its sentences, an interrupted training gone on with."""

from __future__ import annotations

import argparse
import json
import signal
from pathlib import Path

import pytest
import torch

from engine.labs.brackets import command
from engine.labs.brackets.net import Net
from tests.helpers.bracket_language import legal_after


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(words))


def test_probs_prints_every_prefix_from_the_empty_one_on(capsys: pytest.CaptureFixture[str], two_blocks: Net) -> None:
    assert run("probs", "(()", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["string"] == "(()"
    assert [row["prefix"] for row in said["prefixes"]] == ["", "(", "((", "(()"]
    with torch.no_grad():
        logits = two_blocks.model(torch.tensor([[3, 0, 0, 1]])).logits[0]
    for row, expected in zip(said["prefixes"], torch.softmax(logits, dim=-1).tolist(), strict=True):
        assert list(row["probs"]) == ["(", ")", "End"]
        assert list(row["probs"].values()) == pytest.approx(expected[:3], abs=1e-6)
        assert tuple(row["legal"]) == legal_after(row["prefix"])


def test_probs_as_a_table_marks_what_is_illegal(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("probs", "())") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 5
    assert "[" in lines[2]
    assert lines[4].endswith("outside the language")


@pytest.mark.parametrize(
    ("string", "words"),
    [("", "no bracket"), ("(x)", "'x'"), ("(" * 10_000, "10,000"), ("(" * 128, "127 at most"), ("[]", "'['")],
)
def test_bad_input_is_one_sentence_and_status_1(capsys: pytest.CaptureFixture[str], string: str, words: str) -> None:
    assert run("probs", string, "--json") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert "Traceback" not in said.err


def test_a_spoilt_net_is_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "recipe.json").write_text("{}")
    assert run("probs", "()", "--net", str(tmp_path)) == 1
    assert "recipe" in capsys.readouterr().err


def test_an_interrupted_training_is_gone_on_with(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = ["--max-pairs", "3", "--examples", "64", "--batch", "8", "--layers", "1", "--device", "cpu"]
    where = ["--folder", str(tmp_path)]
    told = command.tell

    def interrupting(one: object) -> None:
        told(one)  # type: ignore[arg-type]
        signal.raise_signal(signal.SIGINT)

    with monkeypatch.context() as patch:
        patch.setattr(command, "tell", interrupting)
        assert run("train", *small, *where) == 130
    assert "--resume" in capsys.readouterr().out
    assert run("train", *small, *where) == 1  # would overwrite it
    assert run("train", "--resume", "--seed", "5", *where) == 1  # another recipe
    assert run("train", "--resume", "--device", "cpu", "--pack", str(tmp_path / "along.safetensors"), *where) == 0
    assert "Trained" in capsys.readouterr().out
    assert (tmp_path / "along.safetensors").exists()
    assert run("probs", "()", "--net", str(tmp_path / "net")) == 0
