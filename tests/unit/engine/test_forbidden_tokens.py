"""A model that forbids tokens, with logits of -inf: everything the engine does, with p = 0 and 0 log 0 = 0.

The same model with logits of -10,000 in their place gives probabilities that are as much 0, and no infinity anywhere:
whatever is not such a logit, or its logarithm, must come out the same.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine import protocol
from engine.errors import InputRefused
from engine.labs.neurons.records import AskEffects, AskShares, AskStrongest
from engine.labs.two_names.records import AskNames, NotNames
from tests.helpers.whole_engine import Engine, apart, everything, written

LOW = -1e4
UNUSED = [*range(189, 199), *range(200, 221)]  # control characters: no text here holds one
USED = [257, 258]  # "at" and "he", which the prompts hold
ROUNDING = 1e-5
LOSSES = (".text_before", ".text_after", ".loss", ".recovered")  # of texts: numbers to which such a token adds nothing


def _all(
    folder: Path, forbidden: list[int], logit: float, monkeypatch: pytest.MonkeyPatch
) -> tuple[dict[str, Any], list[str]]:
    """All that comes of the model in `folder` with the logit of some tokens set, and what it is said to lack."""
    engine = _engine(folder, forbidden, logit, monkeypatch)
    return everything(engine, folder), [str(missing) for missing in engine.models.require().info.missing]


def _engine(folder: Path, forbidden: list[int], logit: float, monkeypatch: pytest.MonkeyPatch) -> Engine:
    from engine.models import load as loading

    load = loading.load

    def forbidding(*args: Any, **kwargs: Any) -> Any:
        loaded = load(*args, **kwargs)
        with torch.no_grad():
            loaded.model.get_output_embeddings().bias[forbidden] = logit
        return loaded

    with monkeypatch.context() as patch:
        patch.setattr(loading, "load", forbidding)
        engine = Engine()
        engine.load(folder, device="cpu", dtype="float32")
    return engine


def _low(value: Any) -> Any:
    """`value` with numbers that stand for a forbidden token as one and the same: logits, and what was made of them."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        made = object.__new__(type(value))
        for entry in dataclasses.fields(value):
            object.__setattr__(made, entry.name, _low(getattr(value, entry.name)))
        return made
    if isinstance(value, dict):
        return {name: _low(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
        return type(value)(_low(part) for part in value)
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return np.where(np.abs(value) > -LOW / 4, np.sign(value) * 1e6, value).astype(value.dtype)
    if isinstance(value, float) and abs(value) > -LOW / 4:
        return float(np.sign(value) * 1e6)
    return value


@pytest.mark.filterwarnings("error::RuntimeWarning")
def test_nothing_differs_from_a_model_that_all_but_forbids_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written("phi", tmp_path / "model")
    expected, lacks = _all(folder, UNUSED, LOW, monkeypatch)
    found, found_lacks = _all(folder, UNUSED, -torch.inf, monkeypatch)
    assert found_lacks == lacks
    assert [name for name, value in found.items() if isinstance(value, str)] == []
    assert apart(_low(expected), _low(found), ROUNDING) == []


@pytest.mark.filterwarnings("error::RuntimeWarning")
def test_nor_where_a_text_holds_them_but_for_what_they_add_to_a_loss(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written("phi", tmp_path / "model")
    expected, _ = _all(folder, USED, LOW, monkeypatch)
    found, _ = _all(folder, USED, -torch.inf, monkeypatch)
    losses = [expected.pop("lab: language"), found.pop("lab: language")]
    different = apart(_low(expected), _low(found), ROUNDING)
    assert [line for line in different if not any(loss in line for loss in LOSSES)] == []
    for name in ("loss", "rise", "curve"):
        assert np.isfinite(getattr(losses[1][0].finding, name)).all()
    assert losses[1][0].finding.loss.max() < 20 < losses[0][0].finding.loss.max()  # bits a token


def test_a_forbidden_token_that_is_asked_for_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written("phi", tmp_path / "model")
    engine = _engine(folder, [257], -torch.inf, monkeypatch)
    engine.ask(protocol.NewRun, prompt="the cat sat")
    node = engine.models.require().session.current
    for question in (
        AskEffects(node, "#257"), AskEffects(node, "#5", "#257"), AskShares(node, "#257"),
        AskStrongest(node, 257, "neuron"), AskShares(node, "at"),
    ):  # fmt: skip
        with pytest.raises(InputRefused, match="forbids that token"):
            engine.ask(protocol.AskLab, question=question)
    names = engine.ask(protocol.AskLab, question=AskNames("the cat and the dog", "t", "at"))[-1]
    assert isinstance(names, protocol.LabAnswered)
    assert isinstance(names.finding, NotNames)
    assert names.finding.field == "other"
    assert "never says 'at'" in names.finding.sentence
