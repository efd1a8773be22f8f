"""The shipped nets keep what their cards claim, and the window's questions are answered from them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from engine.errors import InputRefused, ModelUnusable, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.brackets import questions as records
from engine.labs.brackets import shipped
from engine.labs.brackets.answers import ANSWERS
from engine.labs.brackets.bench import read
from engine.labs.brackets.measure import held_out_strings, measure
from engine.labs.brackets.net import Net

BENCH = cast(Workbench, SimpleNamespace(stop=lambda: False, progress=lambda *_: None))


def answer(question: Any, bench: Workbench = BENCH) -> Any:
    return ANSWERS[type(question)](question, bench)


def test_the_two_block_net_puts_999_in_1000_on_what_is_legal(two_blocks: Net) -> None:
    strings = held_out_strings(range(5, 21), 40, two_blocks.language, seed=1)  # other strings than chose the best net
    found = measure(two_blocks, strings)
    assert found.legal_mass >= 0.999
    assert found.accuracy >= 0.999
    assert np.nanmin(found.pairs_mass) >= 0.999


def test_its_failures_beyond_the_trained_lengths_are_there_to_be_seen() -> None:
    found = answer(records.TellingFailure()).readings[0]
    assert found.first_wrong == len(found.string)  # right one bracket earlier, wrong now
    sequences = answer(records.BracketSequences())
    assert sequences.first_failure is not None
    assert sequences.first_failure > 1
    assert not sequences.runs[39].right


def test_a_checkpoint_along_the_training_is_a_net_and_they_grow_better() -> None:
    along = shipped.Along()
    assert len(along) >= 18
    assert [c.step for c in along.checkpoints] == sorted(c.step for c in along.checkpoints)
    assert along.checkpoints[0].legal_mass < 0.7
    assert along.checkpoints[-1].legal_mass > 0.999
    last, whole = along.net(len(along) - 1), shipped.open_net()
    ids = np.array([[0, 0, 1, 1, 0, 1]])
    np.testing.assert_allclose(last.probabilities(ids), whole.probabilities(ids), atol=0.02)


@pytest.mark.parametrize("name", shipped.NAMES)
def test_a_card_says_how_a_net_was_made(name: str) -> None:
    card = answer(records.AskNetCard(name))
    recipe = dict(card.recipe)
    assert recipe["layers"] == (1 if name == shipped.ONE_BLOCK else 2)
    assert 0 < card.examples_used <= recipe["examples"]
    assert card.command.startswith("python main.py brackets train")
    assert len(card.curve["legal_mass"]) > 10
    assert bool(card.checkpoints) == (name == shipped.TWO_BLOCKS)


def test_all_that_ships_is_small() -> None:
    assert sum(path.stat().st_size for path in shipped.FOLDER.rglob("*") if path.is_file()) < 25e6


def test_answers_equal_the_computation_they_stand_for(two_blocks: Net) -> None:
    found = answer(records.ReadBrackets("(()"))
    np.testing.assert_array_equal(found.probs, read(two_blocks, "(()").probs)
    maps = answer(records.BracketAttention("(()"))
    assert maps.attn.shape == (2, 8, 4, 4)
    surface = answer(records.BracketSurface(longest=6, exact=True))
    assert surface.counts[6, 0] == 5
    worst = answer(records.WorstStrings(6, 0, count=3)).readings
    assert len(worst) == 3
    cloud = answer(records.DepthCloud("two-block@3", 1, strings=4, longest=10))
    assert cloud.points3.shape == (44, 3)
    with pytest.raises(InputRefused):
        answer(records.DepthCloud(layer=3))
    with pytest.raises(ModelUnusable, match="checkpoint"):
        answer(records.ReadBrackets("()", "two-block@99"))
    with pytest.raises(ModelUnusable, match="two-block or one-block"):
        answer(records.ReadBrackets("()", "three-block"))


def test_a_training_goes_on_from_slice_to_slice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path))
    numbers: dict[str, Any] = {"max_pairs": 3, "examples": 64, "batch": 8, "layers": 1, "device": "cpu"}
    first = answer(records.TrainSlice("mine", 0, seconds=0.0, **numbers))
    assert (first.step, first.done) == (0, False)
    second = answer(records.TrainSlice("mine", 1, seconds=600.0, **numbers))
    assert (second.step, second.done, second.seconds_left) == (8, True, 0.0)
    assert second.quality.legal_mass == pytest.approx(second.curve["legal_mass"][-1], abs=1e-6)
    assert answer(records.ReadBrackets("()", "mine/mine")).probs.shape == (3, 3)
    with pytest.raises(InputRefused):
        answer(records.TrainSlice("../elsewhere"))
    stopped = cast(Workbench, SimpleNamespace(stop=lambda: True, progress=lambda *_: None))
    with pytest.raises(Stopped):
        answer(records.TrainSlice("other", **numbers), stopped)
    assert answer(records.TrainSlice("other", 1, seconds=0.0, **numbers)).step == 0


def test_questions_are_known_without_torch() -> None:
    program = (
        "import sys, engine.labs.brackets.questions, engine.labs.brackets, engine.labs.brackets.command; "
        "print([m for m in ('torch', 'transformers', 'sklearn', 'PySide6') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(out.stdout.replace("'", '"')) == []
