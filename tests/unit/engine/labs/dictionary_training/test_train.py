"""A training in slices: what it tells, that it goes on bit by bit from memory and file, and what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.dictionaries import files, measures, shelf
from engine.dictionaries.records import Hook, Recipe
from engine.errors import DiskProblem, InputRefused, ModelUnusable, Stopped
from engine.generation.session import Session
from engine.labkit.subject import of_bench
from engine.labkit.workbench import Workbench
from engine.labs.dictionary_training import kept, sweep, train
from engine.labs.dictionary_training.answers import ANSWERS
from engine.labs.dictionary_training.live import LOOKS, Live
from engine.labs.dictionary_training.records import (
    AskCost,
    AskTrainings,
    Cost,
    DictionaryTrained,
    DiscardTraining,
    SaveDictionary,
    TrainDictionary,
    Trainings,
)
from tests.helpers.sessions import hooks_on, tiny_session
from tests.helpers.workbench import bench

STEPS = 12


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    train.MEMORY.live = None
    yield tmp_path / "cache"
    train.MEMORY.live = None


@pytest.fixture(scope="module")
def session() -> Session:
    return tiny_session()


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    path = tmp_path / "numbers.txt"
    drawn = np.random.default_rng(0).integers(0, 97, 3000)
    path.write_text(" ".join(map(str, drawn)), encoding="utf-8")
    return Recipe(
        Hook("resid", 0), width=64, k=4, aux_k=8, dead_after=200, batch=64, steps=STEPS, text=str(path), context=16,
        rate=3e-3,
    )  # fmt: skip


def whole(question: TrainDictionary, at: Workbench, most: int = 10_000) -> tuple[DictionaryTrained, int]:
    """The training, gone on with to its end; and in how many slices."""
    asked: TrainDictionary | None = question
    found, slices = None, 0
    while asked is not None and slices < most:
        found = train.train(asked, at)
        asked, slices = found.then, slices + 1
    assert found is not None
    return found, slices


def weights() -> dict[str, torch.Tensor]:
    live = train.MEMORY.live
    assert live is not None
    return live.learner.state()


def test_a_training_reads_learns_and_is_done(session: Session, recipe: Recipe) -> None:
    found, _ = whole(TrainDictionary(recipe, seconds=60), bench(session))
    assert (found.doing, found.step, found.done, found.problem) == ("done", STEPS, True, "")
    assert found.curve.step.tolist() == list(range(STEPS))
    assert found.held_out.step.tolist() == sorted({round(share * STEPS) for share in LOOKS})
    assert found.held_out.explained[-1] > found.held_out.explained[0]
    text = found.text
    assert text.read == text.tokens == text.first * 16
    assert text.positions == text.read - text.first - text.outliers
    assert found.seconds_left == 0
    assert found.kept_at == STEPS
    assert found.densities is not None
    assert int(found.densities.counts.sum()) + found.densities.dead == 64
    assert hooks_on(session.model) == 0


def test_progress_counts_tokens_as_they_are_read_and_then_steps(session: Session, recipe: Recipe) -> None:
    told: list[tuple[str, int, int]] = []
    at = replace(bench(session), progress=lambda *each: told.append(each))
    found, _ = whole(TrainDictionary(recipe, seconds=60), at)
    live = train.MEMORY.live
    assert live is not None
    read = [(done, total) for doing, done, total in told if doing == "Reading activations"]
    assert read[0] == (0, found.text.tokens + live.pieces.held.size)
    assert [done for done, _ in read] == sorted(done for done, _ in read)
    assert read[-1][0] >= found.text.tokens
    assert [(done, total) for doing, done, total in told if doing == "Training the dictionary"] == [
        (step, STEPS) for step in range(STEPS)
    ]


def test_what_is_told_is_what_is_measured_by_itself(session: Session, recipe: Recipe) -> None:
    found, _ = whole(TrainDictionary(recipe, seconds=60), bench(session))
    live = train.MEMORY.live
    assert live is not None
    dictionary = live.dictionary()
    scores, _ = measures.measured(session.model, session.anatomy, dictionary, live.pieces.held)
    assert found.held_out.explained[-1] == pytest.approx(scores.explained)
    assert found.held_out.dead[-1] == scores.dead
    assert found.text.held_out == scores.positions
    raw = live.held().raw
    f = dictionary.encode(raw.reshape(-1, raw.shape[-1])).view(*raw.shape[:2], -1)
    f[:, 0] = 0
    assert len(found.forming) == 6
    for each in found.forming:
        own = f[..., each.feature].numpy()
        assert each.largest == own.max() > 0
        assert each.density == pytest.approx((own > 0).sum() / scores.positions)
        peaks = [context.activations[context.peak] for context in each.contexts]
        assert peaks == sorted(peaks, reverse=True)
        assert peaks[0] == own.max()
        piece = int(own.max(1).argmax())
        low = max(0, int(own[piece].argmax()) - 8)
        context = each.contexts[0]
        assert np.array_equal(context.token_ids, live.pieces.held[piece, low : low + len(context.token_ids)])
        assert np.array_equal(context.activations, own[piece, low : low + len(context.token_ids)])


def test_geometry_is_the_nearest_other_row(session: Session, recipe: Recipe) -> None:
    found, _ = whole(TrainDictionary(recipe, seconds=60), bench(session))
    live = train.MEMORY.live
    assert live is not None
    rows = torch.nn.functional.normalize(live.learner.w_dec, dim=1)
    cosines = rows @ rows.T - 2 * torch.eye(len(rows))
    nearest = cosines.max(1).values.numpy()
    geometry = found.geometry
    assert geometry is not None
    assert geometry.median == pytest.approx(float(np.median(nearest)), abs=1e-6)
    assert np.allclose(geometry.share, np.histogram(nearest, geometry.edges)[0] / 64)
    assert geometry.random.sum() == pytest.approx(1)


def test_slices_pauses_and_a_restart_change_no_bit(session: Session, recipe: Recipe, cache: Path) -> None:
    at = bench(session)
    found, slices = whole(TrainDictionary(recipe, seconds=60), at)
    due = weights()
    train.forget(recipe, at.info.sha256)
    again, more = whole(TrainDictionary(recipe, seconds=0.0001), at)
    assert more > slices
    assert all(torch.equal(value, due[name]) for name, value in weights().items())
    train.forget(recipe, at.info.sha256)
    part, _ = whole(TrainDictionary(recipe, seconds=0.0001), at, most=more // 2)
    assert 0 < part.step < STEPS
    live = train.MEMORY.live
    assert live is not None
    live.keep()
    train.MEMORY.live = None  # another process
    last, _ = whole(TrainDictionary(recipe, seconds=60), at)
    assert last.begun_at == part.step
    assert all(torch.equal(value, due[name]) for name, value in weights().items())
    for name in ("explained", "mse", "dead", "kl", "recovered", "loss_spliced"):
        assert np.array_equal(getattr(last.held_out, name), getattr(found.held_out, name)), name
    assert np.array_equal(last.curve.explained, again.curve.explained)
    assert (last.text.read, last.text.outliers, last.text.positions) == (
        found.text.read, found.text.outliers, found.text.positions,
    )  # fmt: skip
    assert [each.feature for each in last.forming] == [each.feature for each in found.forming]


def test_a_stop_loses_nothing(session: Session, recipe: Recipe) -> None:
    at = bench(session)
    whole(TrainDictionary(recipe, seconds=60), at)
    due = weights()
    train.forget(recipe, at.info.sha256)
    told = iter([False] * 14 + [True] * 3 + [False] * 100_000)
    stopping = replace(at, stop=lambda: next(told))
    with pytest.raises(Stopped):
        whole(TrainDictionary(recipe, seconds=60), stopping)
    assert hooks_on(session.model) == 0
    whole(TrainDictionary(recipe, seconds=60), at)
    assert all(torch.equal(value, due[name]) for name, value in weights().items())


def test_fresh_begins_anew_and_its_next_slices_go_on(session: Session, recipe: Recipe) -> None:
    at = bench(session)
    whole(TrainDictionary(recipe, seconds=60), at)
    found = train.train(TrainDictionary(recipe, fresh=True, attempt=1, seconds=0.0001), at)
    assert found.step == 0
    assert found.then is not None
    assert not found.then.fresh
    assert not kept.path_of(recipe, at.info.sha256).is_file()


def test_other_features_are_watched_on_demand(session: Session, recipe: Recipe) -> None:
    found, _ = whole(TrainDictionary(recipe, seconds=60, watch=(3, 9, 900)), bench(session))
    assert [each.feature for each in found.forming] == [3, 9]


def test_a_full_disk_is_said_and_training_goes_on(
    session: Session, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise DiskProblem("The disk is full.")

    monkeypatch.setattr(kept, "write", full)
    found, _ = whole(TrainDictionary(recipe, seconds=60), bench(session))
    assert found.doing == "done"
    assert found.kept_at == -1
    assert "The disk is full. The training continues in memory" in found.problem
    monkeypatch.undo()
    monkeypatch.setenv("ORRERY_CACHE", str(Path(recipe.text).parent / "cache"))
    live = train.MEMORY.live
    assert live is not None
    live.keep()
    assert (live.problem, live.kept_at) == ("", STEPS)


def test_a_rate_at_which_numbers_overflow_ends_it_in_a_sentence(session: Session, recipe: Recipe) -> None:
    relu = replace(recipe, activation="relu", rate=10.0, l1=100.0, steps=2000)
    live = Live(of_bench(bench(session)), relu, "x")
    live.learner.b_dec.fill_(1e38)  # so high that a square is infinite
    train.MEMORY.live = live
    found, _ = whole(
        TrainDictionary(relu, seconds=60), replace(bench(session), info=replace(bench(session).info, sha256="x"))
    )
    assert found.done
    assert "at a rate of 10 the numbers overflow" in found.problem
    assert found.kept_at == -1


@pytest.mark.parametrize("harm", ["cut", "step", "place", "mean"])
def test_a_damaged_file_is_refused_and_fresh_begins_anew(session: Session, recipe: Recipe, harm: str) -> None:
    at = bench(session)
    whole(TrainDictionary(recipe, seconds=60), at)
    path = kept.path_of(recipe, at.info.sha256)
    found = kept.read(path)
    numbers = {name: it for name, it in found.numbers.items() if name not in ("format", "recipe", "torch")}
    if harm == "cut":
        path.write_bytes(path.read_bytes()[:5000])
    elif harm == "step":
        kept.write(path, recipe, found.tensors, {**numbers, "step": STEPS + 1})
    elif harm == "place":
        kept.write(path, recipe, found.tensors, {**numbers, "place": [0, 99, 0]})
    else:
        kept.write(path, recipe, {**found.tensors, "mean": torch.full((32,), float("nan"))}, numbers)
    train.MEMORY.live = None
    with pytest.raises(ModelUnusable, match=r"safetensors"):
        train.train(TrainDictionary(recipe), at)
    assert train.train(TrainDictionary(recipe, fresh=True, seconds=0.0001), at).step == 0


def test_trainings_that_were_begun_are_listed_and_forgotten(session: Session, recipe: Recipe) -> None:
    at = bench(session)
    assert train.trainings(AskTrainings(), at).begun == ()
    found, _ = whole(TrainDictionary(recipe, seconds=60), at)
    other = replace(at, info=replace(at.info, sha256="another model"))
    (kept.folder() / "broken.safetensors").write_bytes(b"no")
    begun = train.trainings(AskTrainings(), at).begun
    assert [(each.recipe, each.step) for each in begun] == [(recipe, STEPS)]
    assert begun[0].explained == found.held_out.explained[-1]
    assert train.trainings(AskTrainings(), other) == Trainings(())
    assert sweep.discard(DiscardTraining(recipe), at).there_was
    assert not sweep.discard(DiscardTraining(recipe, 1), at).there_was
    assert train.trainings(AskTrainings(again=1), at).begun == ()


def test_old_files_make_room(session: Session, recipe: Recipe) -> None:
    whole(TrainDictionary(recipe, seconds=60), bench(session))
    live = train.MEMORY.live
    assert live is not None
    for seed in range(1, kept.MOST + 3):
        live.recipe = replace(recipe, seed=seed)
        live.keep()
    assert len(kept.newest_first()) == kept.MOST


def test_a_saved_dictionary_is_what_was_trained_and_says_how_good_it_is(session: Session, recipe: Recipe) -> None:
    at = bench(session)
    whole(TrainDictionary(recipe, seconds=60), at)
    live = train.MEMORY.live
    assert live is not None
    saved = train.save(SaveDictionary(recipe, "My own"), at).info
    dictionary, activity = files.read(Path(saved.name))
    assert torch.equal(dictionary.w_enc, live.learner.w_enc)
    scores, measured = measures.measured(session.model, session.anatomy, dictionary, live.pieces.held)
    assert (saved.title, saved.scores, saved.longest) == ("My own", scores, live.dictionary().info.longest)
    assert activity is not None
    assert np.array_equal(activity.largest, measured.largest)
    assert saved.recipe == recipe
    assert [info.title for info in shelf.there_are() if info.model == saved.model] == ["My own"]
    second = train.save(SaveDictionary(recipe, "My own"), at).info
    assert second.name != saved.name
    train.forget(recipe, at.info.sha256)
    with pytest.raises(InputRefused, match="Nothing was trained yet"):
        train.save(SaveDictionary(recipe), at)


def test_half_precision_is_measured_as_it_is_written(session: Session, recipe: Recipe, tmp_path: Path) -> None:
    whole(TrainDictionary(recipe, seconds=60), bench(session))
    live = train.MEMORY.live
    assert live is not None
    dictionary, activity = train.scored(live, of_bench(bench(session)), half=True)
    files.save(tmp_path / "half.safetensors", dictionary, activity, half=True)
    again = files.read(tmp_path / "half.safetensors")[0]
    assert torch.equal(again.w_dec, dictionary.w_dec)
    assert again.info.scores == dictionary.info.scores


def test_a_cost_counts_what_will_be_read_and_held(session: Session, recipe: Recipe) -> None:
    found = ANSWERS[AskCost](AskCost(recipe), bench(session))
    assert isinstance(found, Cost)
    assert 0.3 < found.tokens / 3000 < 1.1  # a token of this text is a number with a blank, three letters
    assert found.passes == pytest.approx(STEPS * 64 / found.positions)
    assert found.bytes_file == 12 * (2 * 64 * 32 + 64 + 32)
    assert min(found.seconds_reading, found.seconds_training, found.seconds_measuring) > 0


@pytest.mark.parametrize(
    ("changed", "met"),
    [
        ({"k": 65}, "k is 65, but there are only 64 latents"),
        ({"hook": Hook("resid", 9)}, "There is no layer 9"),
        ({"text": "/nowhere/at.all"}, "cannot be read"),
        ({"width": 131_072, "batch": 65_536, "k": 4}, "needs 34.4 GB of memory|GB are free"),
    ],
)
def test_what_cannot_be_trained_is_refused_in_a_sentence(
    session: Session, recipe: Recipe, changed: dict[str, Any], met: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.labs.dictionary_training.cost.free_bytes", lambda _: 10**9)
    with pytest.raises(InputRefused, match=met):
        ANSWERS[AskCost](AskCost(replace(recipe, **changed)), bench(session))
