"""The table `heads` writes, and what it says when it cannot."""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np
import pytest

from engine.errors import InputRefused
from engine.labs.attention import command
from engine.labs.attention.records import HEAD_SCORES, HeadScores


def found() -> HeadScores:
    scores = np.linspace(0, 1, 5 * 3 * 2, dtype=np.float32).reshape(5, 3, 2)
    return HeadScores(scores, np.full_like(scores, 0.01), 7, 50, 8, True, 1.5)


def test_one_row_per_head_with_the_named_columns(tmp_path: Path) -> None:
    command.write(tmp_path / "a.csv", found())
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["layer", "head", "previous", "duplicate", "induction", "first", "current"]
    assert [(int(row["layer"]), int(row["head"])) for row in rows] == [(i, j) for i in range(3) for j in range(2)]
    read = np.array([[float(row[name]) for row in rows] for name in HEAD_SCORES]).reshape(5, 3, 2)
    np.testing.assert_allclose(read, found().scores, atol=1e-6)


def test_summary_names_the_strongest_head_of_each_kind() -> None:
    said = command.summary(found())
    assert "seed 7" in said
    assert said.count("strongest L2.H1") == 5


def test_a_folder_that_is_not_there_is_told_before_anything_is_loaded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(argparse.Namespace(out=tmp_path / "no" / "a.csv", debug=False)) == 1
    assert "no does not exist. Create it" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="cannot be written"):
        command.write(tmp_path, found())
