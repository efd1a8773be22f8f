"""A sweep against trainings one by one, and laws against numbers that follow them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.dictionaries import measures
from engine.dictionaries.records import Hook, Recipe
from engine.errors import InputRefused
from engine.generation.session import Session
from engine.labs.dictionary_training import sweep, train
from engine.labs.dictionary_training.laws import FULL, against_compute, fitted
from engine.labs.dictionary_training.records import (
    PUBLISHED,
    Sweep,
    SweepDictionaries,
    SweepPoint,
    TrainDictionary,
    law,
)
from tests.helpers.sessions import hooks_on, tiny_session
from tests.helpers.workbench import bench

STEPS = 32


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    sweep.MEMORY.many = train.MEMORY.live = None
    yield
    sweep.MEMORY.many = train.MEMORY.live = None


@pytest.fixture(scope="module")
def session() -> Session:
    return tiny_session()


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    path = tmp_path / "numbers.txt"
    path.write_text(" ".join(map(str, np.random.default_rng(0).integers(0, 97, 3000))), encoding="utf-8")
    return Recipe(
        Hook("resid", 0), width=64, k=4, aux_k=8, dead_after=200, batch=64, steps=STEPS, text=str(path), context=16,
        rate=3e-3,
    )  # fmt: skip


def whole(question: SweepDictionaries, session: Session) -> Sweep:
    asked: SweepDictionaries | None = question
    found = None
    while asked is not None:
        found = sweep.sweep(asked, bench(session))
        asked = found.then
    assert found is not None
    return found


def test_each_of_a_sweep_is_the_dictionary_trained_by_itself(session: Session, recipe: Recipe) -> None:
    found = whole(SweepDictionaries(recipe, (32, 64), (2, 4), seconds=0.05), session)
    assert [(point.width, point.k, point.step) for point in found.points] == [
        (32, 2, STEPS), (32, 4, STEPS), (64, 2, STEPS), (64, 4, STEPS),
    ]  # fmt: skip
    asked: TrainDictionary | None = TrainDictionary(recipe, seconds=60)
    while asked is not None:
        asked = train.train(asked, bench(session)).then
    live = train.MEMORY.live
    assert live is not None
    last = found.points[-1]
    own = measures.explained(live.dictionary(), live.held().rows(live.dictionary()))[0]
    assert last.final == own.mse
    assert last.scores == own
    assert last.steps.tolist() == [1, 2, 4, 8, 16, 32]
    assert last.flops.tolist() == [12 * 64 * 32 * 64 * step for step in (1, 2, 4, 8, 16, 32)]
    assert (found.doing, found.problem, found.seconds_left) == ("done", "", 0.0)
    assert found.law is not None
    assert found.law.form == "power"
    assert found.compute is not None
    assert hooks_on(session.model) == 0


def test_a_wider_one_and_a_larger_k_explain_more(session: Session, recipe: Recipe) -> None:
    found = whole(SweepDictionaries(replace(recipe, steps=64), (16, 128), (2, 8), seconds=60), session)
    error = {(point.width, point.k): point.final for point in found.points}
    assert error[128, 8] < error[16, 8] < error[16, 2]
    assert error[128, 8] < error[128, 2]


@pytest.mark.parametrize(
    ("widths", "ks", "met"),
    [((8,), (9,), "k is 9, but there are only 8 latents"), ((), (4,), "These are 0 dictionaries"),
     (tuple(range(8, 20)), (1, 2, 3, 4), "These are 48 dictionaries")],
)  # fmt: skip
def test_a_sweep_that_cannot_be_is_refused(
    session: Session, recipe: Recipe, widths: tuple[int, ...], ks: tuple[int, ...], met: str
) -> None:
    with pytest.raises(InputRefused, match=met):
        sweep.sweep(SweepDictionaries(recipe, widths, ks), bench(session))


def points(numbers: dict[str, float], noise: float = 0.0) -> list[SweepPoint]:
    """Errors that follow a law, with a little chance."""
    rng = np.random.default_rng(1)
    made = []
    for width in (256, 1024, 4096, 16384, 65536):
        for k in (8, 16, 32, 64, 128):
            error = float(law(numbers, width, k)) * float(np.exp(noise * rng.normal()))
            made.append(SweepPoint(width, k, 1, np.array([1]), np.array([error]), np.array([1e9 * width])))
    return made


def test_the_law_is_the_published_formula() -> None:
    n, k = 131072.0, 32.0
    by_hand = np.exp(-0.50 + 0.26 * np.log(k) - 0.017 * np.log(n) - 0.042 * np.log(k) * np.log(n)) + np.exp(
        -1.32 - 0.085 * np.log(k)
    )
    assert float(law(PUBLISHED, n, k)) == pytest.approx(by_hand)


def test_numbers_that_follow_the_law_are_found_again() -> None:
    true = {**PUBLISHED, "a": -0.3, "bn": -0.05}
    found = fitted(points(true))
    assert found is not None
    assert (found.form, found.names) == ("full", FULL)
    assert found.residual < 1e-6
    assert np.allclose(found.at([300.0, 9000.0], 20.0), law(true, [300.0, 9000.0], 20.0), rtol=1e-5)


def test_standard_errors_say_how_far_a_fit_is_off() -> None:
    true = {"a": 0.2, "bk": -0.3, "bn": -0.15}
    made = [point for point in points(true, 0.02) if point.width <= 1024]  # two widths: the power law
    found = fitted(made)
    assert found is not None
    assert (found.form, found.names) == ("power", ("a", "bk", "bn"))
    off = np.abs(found.values - np.array([0.2, -0.3, -0.15])) / found.errors
    assert (off < 4).all()
    x = np.stack([np.ones(len(made)), np.log([p.k for p in made]), np.log([p.width for p in made])], axis=1)
    y = np.log([p.final for p in made])
    values = np.linalg.lstsq(x, y, rcond=None)[0]
    left = y - x @ values
    errors = np.sqrt(np.diag(np.linalg.inv(x.T @ x)) * (left @ left) / (len(made) - 3))
    assert np.allclose(found.values, values, atol=1e-4)
    assert np.allclose(found.errors, errors, rtol=1e-3)


def test_too_few_points_have_no_law() -> None:
    assert fitted(points(PUBLISHED)[:1]) is None
    assert fitted(points(PUBLISHED)[:5]) is None, "one width says nothing of widths"
    assert against_compute(points(PUBLISHED)[:2]) is None


def test_the_law_of_compute_is_that_of_the_lower_hull() -> None:
    steps = np.array([1, 2, 4, 8])
    flops = steps * 1e9
    best = SweepPoint(64, 4, 8, steps, 3.0 * flops**-0.2, flops)
    worse = SweepPoint(32, 4, 8, steps, 4.0 * flops**-0.2, flops)
    found = against_compute([worse, best])
    assert found is not None
    assert found.values == pytest.approx([np.log(3.0), -0.2])
    assert torch.tensor(found.errors).abs().max() < 1e-6
