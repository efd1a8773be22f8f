"""Published dictionaries on a tiny model: what they are, how they do, and what is kept of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.dictionaries import files, shelf
from engine.dictionaries.activations import Reader
from engine.dictionaries.records import Hook, Recipe
from engine.dictionaries.texts import pieces
from engine.errors import InputRefused, Stopped
from engine.labkit.subject import of_bench
from engine.labkit.workbench import Workbench
from engine.labs.published import answers
from engine.labs.published.records import KeepPublished, MeasurePublished, OpenPublished
from tests.helpers import published as writing
from tests.helpers.sessions import tiny_session
from tests.helpers.workbench import bench

D, N = 32, 40


@pytest.fixture(scope="module")
def table() -> Workbench:
    return bench(tiny_session())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    numbers = np.random.default_rng(0).zipf(1.4, 6000) % 97
    (tmp_path / "text.txt").write_text(" ".join(map(str, numbers.tolist())), "utf-8")
    return tmp_path


def write(folder: Path, **facts: Any) -> Path:
    """One of SAELens' that reads the input of layer 1 of the tiny model."""
    made = writing.saelens("standard", **facts)
    arrays = {
        "W_enc": writing.numbers(1, D, N, scale=0.3), "W_dec": writing.numbers(2, N, D, scale=0.3),
        "b_enc": writing.numbers(4, N, scale=0.1), "b_dec": writing.numbers(3, D, scale=0.1),
    }  # fmt: skip
    said = {**(made.facts or {}), "d_in": D, "d_sae": N}
    said["metadata"] = {"model_name": "someone/Tiny", "hook_name": "blocks.1.hook_resid_pre"}
    return replace(made, arrays=arrays, facts=said).write(folder).parent


def test_what_it_is_and_how_it_stands_to_the_model(folder: Path, table: Workbench) -> None:
    found = answers.opened(OpenPublished(str(write(folder))), table)
    assert (found.info.hook, found.info.d, found.info.width) == (Hook("resid", 0), D, N)
    assert found.why_not == ""
    assert found.same_model is True  # "someone/Tiny" is the tests' "tiny"
    assert not found.lacks_factor
    other = write(folder / "b")
    (other / "cfg.json").write_text((other / "cfg.json").read_text().replace("someone/Tiny", "gpt2-small"))
    assert answers.opened(OpenPublished(str(other)), table).same_model is False
    (other / "cfg.json").write_text((other / "cfg.json").read_text().replace("gpt2-small", ""))
    assert answers.opened(OpenPublished(str(other)), table).same_model is None
    narrow = writing.saelens().write(folder / "c").parent
    assert "reads 8 numbers" in answers.opened(OpenPublished(str(narrow)), table).why_not


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("gpt2-small", "GPT2", True), ("google/gemma-2-2b", "gemma-2-2b", True), ("gemma-2-2b", "gemma-2-2b-it", False)],
)
def test_names_of_models(one: str, other: str, same: bool) -> None:
    assert (answers.plain(one) == answers.plain(other)) is same


def test_scores_are_measured_and_the_copy_keeps_them(folder: Path, table: Workbench) -> None:
    question = MeasurePublished(str(write(folder)), str(folder / "text.txt"), 3_000)
    found = answers.measured(question, table)
    assert 2_000 < found.tokens <= 3_000
    assert found.factor == 1.0
    its = found.scores
    assert its.loss < its.loss_ablated
    assert its.recovered == pytest.approx((its.loss_ablated - its.loss_spliced) / (its.loss_ablated - its.loss))
    # explained variance again, by hand, of the very positions
    cut = pieces(
        Recipe(Hook("resid", 0), text=question.text, tokens=3_000, context=answers.CONTEXT),
        of_bench(table).encode, (), 64,
    )  # fmt: skip
    ids = np.concatenate([cut.ids, cut.held])
    x = Reader(table.model, table.anatomy, Hook("resid", 0)).read(ids)[:, 1:].reshape(-1, D)
    back = shelf.load(question.path)[0].reconstruct(x)
    explained = 1 - float((x - back).square().sum() / (x - x.mean(0)).square().sum())
    assert its.explained == pytest.approx(explained, abs=1e-4)
    dealt = answers.dealt_anew(shelf.load(question.path)[0])
    control = 1 - float((x - dealt.reconstruct(x)).square().sum() / (x - x.mean(0)).square().sum())
    assert found.dealt.explained == pytest.approx(control, rel=1e-3)
    assert found.dealt.active == its.active
    kept = answers.kept(KeepPublished(question), table)
    assert kept.info.scores == its
    assert kept.info.format == "SAELens"
    assert kept.info in shelf.there_are()
    copy, activity = files.read(Path(kept.info.name))
    assert torch.equal(copy.encode(x), shelf.load(question.path)[0].encode(x))
    assert activity is not None
    np.testing.assert_allclose(activity.density, (copy.encode(x) > 0).float().mean(0).numpy(), atol=1e-6)


def test_a_factor_that_is_not_told_is_measured_and_kept(folder: Path, table: Workbench) -> None:
    path = write(folder, normalize_activations="expected_average_only_in")
    assert answers.opened(OpenPublished(str(path)), table).lacks_factor
    question = MeasurePublished(str(path), str(folder / "text.txt"), 3_000)
    found = answers.measured(question, table)
    cut = pieces(
        Recipe(Hook("resid", 0), text=question.text, tokens=3_000, context=answers.CONTEXT),
        of_bench(table).encode, (), 64,
    )  # fmt: skip
    x = Reader(table.model, table.anatomy, Hook("resid", 0)).read(cut.ids[:32])[:, 1:].reshape(-1, D)
    assert found.factor == pytest.approx(float(D**0.5 / x.norm(dim=1).mean()), rel=1e-5)
    kept = answers.kept(KeepPublished(question), table)
    copy = shelf.load(kept.info.name)[0]
    assert float((x / copy.scale).norm(dim=1).mean()) == pytest.approx(D**0.5, rel=1e-5)
    with pytest.raises(InputRefused, match="does not tell the factor"):
        shelf.load(str(path))


def test_refused_and_stopped(folder: Path, table: Workbench) -> None:
    for path in ("", "  ", str(folder / "nowhere"), "a\0b"):
        with pytest.raises(InputRefused):
            answers.opened(OpenPublished(path), table)
    narrow = str(writing.saelens().write(folder / "c").parent)
    with pytest.raises(InputRefused, match="reads 8 numbers"):
        answers.measured(MeasurePublished(narrow), table)
    path = str(write(folder))
    with pytest.raises(InputRefused, match="cannot be read"):
        answers.measured(MeasurePublished(path, tokens=10), table)
    with pytest.raises(Stopped):
        answers.measured(MeasurePublished(path, str(folder / "text.txt"), 2_500), bench(table.session, stop=True))
