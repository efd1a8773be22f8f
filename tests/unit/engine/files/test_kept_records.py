"""Records beside a run in a file: the same when read again, and nothing else is made of what a file says."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import RunFileProblem
from engine.files.kept_records import decode, encode
from engine.files.run_file import load_run, read_beside, save_run
from engine.labs.attention.records import AskHeadPicture, HeadScores, Mix
from engine.records import EMBEDDING, AnyArray
from tests.helpers.runs import branched

QUESTION = AskHeadPicture(3, Mix(((1, 2), (0, 4)), ()))
FOUND = HeadScores(
    np.arange(24, dtype=np.float32).reshape(2, 3, 4), np.zeros((2, 3, 4), np.float32), 0, 5, 4, True, 0.5
)
BESIDE = {"findings": ((QUESTION, FOUND),), "space": EMBEDDING, "none": None, "much": math.inf, "raw": b"\xff"}


def test_records_are_the_same_when_read_again(tmp_path: Path) -> None:
    run, file = branched(), tmp_path / "a.orrery"
    save_run(run, file, BESIDE)
    found = read_beside(file)
    question, finding = found["findings"][0]
    assert question == QUESTION
    assert np.array_equal(finding.scores, FOUND.scores)
    assert finding.begins_with_bos is True
    assert not finding.scores.flags.writeable
    assert (found["space"], found["none"], found["much"], found["raw"]) == (EMBEDDING, None, math.inf, b"\xff")
    assert [it.token_id for it in load_run(file).nodes] == [it.token_id for it in run.nodes]


def test_a_run_without_them_has_none(tmp_path: Path) -> None:
    save_run(branched(), tmp_path / "a.orrery")
    assert read_beside(tmp_path / "a.orrery") is None


def test_what_a_file_has_no_place_for_is_refused() -> None:
    for value in (object(), Path("a"), {1: {2, 3}}):
        with pytest.raises(TypeError):
            encode(value, {}, "")


@pytest.mark.parametrize(
    "coded",
    [
        {"record": "os:system", "fields": {}},
        {"record": "engine.records:np", "fields": {}},
        {"record": "engine.records:read_only", "fields": {}},
        {"record": "engine.records:Mapping", "fields": {}},
        {"record": "engine.records:Nobody", "fields": {}},
        {"record": "engine.labs.nobody.records:Found", "fields": {}},
        {"record": "engine.records:Space", "fields": {"colour": 1}},
        {"array": "gone"},
        {},
    ],
)
def test_nothing_else_is_made_of_what_a_file_says(coded: Any) -> None:
    arrays: dict[str, AnyArray] = {}
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError, ImportError)):
        decode(coded, arrays.__getitem__)
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError, ImportError)):
        decode({"tuple": [coded]}, arrays.__getitem__)


def test_records_in_each_other_without_end_are_refused() -> None:
    arrays: dict[str, AnyArray] = {}
    coded: Any = 1
    for _ in range(40):
        coded = {"tuple": [coded]}
    with pytest.raises(ValueError, match="too deep"):
        decode(coded, arrays.__getitem__)


def test_damage_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.files.kept_records.encode", lambda *_: {"record": "os:system", "fields": {}})
    save_run(branched(), tmp_path / "a.orrery", BESIDE)
    with pytest.raises(RunFileProblem):
        read_beside(tmp_path / "a.orrery")
    assert load_run(tmp_path / "a.orrery").nodes
