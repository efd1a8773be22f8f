"""What is measured of a model against plain forwards of it, and what is refused."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit import dispatch
from engine.labs.motion import batch, current
from engine.labs.motion.questions import (
    FULL,
    MAP,
    ROWS,
    AskDimension,
    AskFans,
    AskLaws,
    AskNormed,
    AskScales,
    Dimension,
    Fans,
    Laws,
    Normed,
    Scales,
)
from engine.labs.motion.texts import openings
from engine.questions import Question
from engine.records import EMBEDDING, F32, Placed, Space
from tests.helpers.sessions import PROMPT, begun, hooks_on, tiny_session
from tests.helpers.workbench import bench

LINES = "5 17 60 33\n8 71 22 9 40\n11 12 13\n90 2 44 60 7 8\n"


@pytest.fixture(scope="module")
def session() -> Session:
    made = tiny_session()
    begun(made)
    plain_states(made, PROMPT)  # transformers puts hooks of its own on the first time that it is asked for states
    return made


@pytest.fixture(autouse=True)
def no_hook_remains(session: Session) -> Iterator[None]:
    before = hooks_on(session.model)
    yield
    session.cool()
    assert hooks_on(session.model) == before


def asked(question: Question, session: Session, **more: Any) -> Any:
    on = replace(bench(session), **more)
    return dispatch.answer(question, on)


def plain_states(session: Session, ids: Any) -> F32:
    """[L+1, T, D] of one uncached forward: rows 0 to L - 1, and those after the final norm."""
    with torch.inference_mode():
        found = session.model(torch.tensor([list(ids)]), use_cache=False, output_hidden_states=True).hidden_states
    return np.stack([part[0].float().numpy() for part in found])


def test_scales_are_those_of_plain_forwards_of_the_openings(session: Session) -> None:
    found = asked(AskScales(), session)
    assert isinstance(found, Scales)
    layers = session.anatomy.n_layers
    every = [plain_states(session, bench(session).tokenizer(text)["input_ids"]) for text in openings("")[0]]
    for row, plain in ((0, 0), (2, 2), (layers + 1, layers)):
        states = np.concatenate([part[plain] if not row else part[plain][1:] for part in every])
        assert np.isnan(found.longest[row]) if not row else np.linalg.norm(states, axis=1).max() <= found.longest[row]
        np.testing.assert_allclose(found.mean[row], states.mean(0), atol=1e-5)
        np.testing.assert_allclose(found.spread[row], states.std(0), rtol=1e-3, atol=1e-6)
    assert found.mean.shape == (layers + 2, session.anatomy.d_model)


def test_states_after_the_final_norm(session: Session) -> None:
    found = asked(AskNormed(session.current), session)
    assert isinstance(found, Normed)
    np.testing.assert_allclose(found.states, plain_states(session, PROMPT)[-1], atol=1e-5)


@pytest.mark.parametrize("row", [0, 2, -1])
def test_fans_are_those_of_a_forward_for_each_candidate(session: Session, row: int) -> None:
    layers = session.anatomy.n_layers
    plain, row = (row, row) if row >= 0 else (layers, layers + 1)
    found = asked(AskFans(session.current, row, k=3), session)
    assert isinstance(found, Fans)
    scales = asked(AskScales(), session)
    at = 5
    with torch.inference_mode():
        logits = session.model(torch.tensor([PROMPT[: at + 1].tolist()]), use_cache=False).logits[0, -1]
    ends = [
        (plain_states(session, [*PROMPT[: at + 1], token])[plain][-1] - scales.mean[row]) / scales.spread[row]
        for token in logits.topk(3).indices.tolist()
    ]
    point = (plain_states(session, PROMPT)[plain][at] - scales.mean[row]) / scales.spread[row]
    cosines = [a @ b / np.linalg.norm(a) / np.linalg.norm(b) for a, b in itertools.combinations(ends, 2)]
    assert found.cosine[FULL, at] == pytest.approx(np.mean(cosines), abs=1e-3)
    towards = [(end - point) / np.linalg.norm(end - point) for end in ends]
    assert found.length[FULL, at] == pytest.approx(np.linalg.norm(np.mean(towards, axis=0)), abs=1e-3)
    assert np.isnan(found.cosine[FULL, 0]) == (row > 0)  # position 0 is an outlier, but for token embeddings
    assert np.isnan(found.cosine[MAP]).all()


def test_token_embeddings_are_looked_up_where_nothing_is_added_to_them(session: Session) -> None:
    path = session.tree.path(session.current)
    for one, is_table in ((session, True), (tiny_session("gpt2"), False)):  # gpt2 adds positions
        if one is not session:
            begun(one)
        trail = current.Trail(one, path)
        table = trail._table(0)
        assert (table is not None) == is_table
        if table is not None:
            np.testing.assert_allclose(table[PROMPT], plain_states(one, PROMPT)[0], atol=1e-5)


def test_random_tokens_are_others_of_about_the_same_frequency() -> None:
    rng = np.random.default_rng(0)
    ranked = rng.permutation(500)
    place = np.argsort(ranked)
    tokens = np.array([ranked[0], ranked[250], ranked[499]] * 30, np.int32)
    found = current.alike(tokens, ranked, place, rng)
    assert (found != tokens).all()
    assert (np.abs(place[found] - place[tokens]) <= current.NEAR_IN_FREQUENCY).all()
    assert len(set(found.tolist())) > 40
    assert current.alike(np.zeros(1, np.int32), np.array([0]), np.array([0]), rng).tolist() == [0]


def on_a_map(_space: Space, vectors: F32) -> Placed:
    """The first three values as places."""
    points = np.ascontiguousarray(vectors[:, :3])
    none = np.zeros(len(vectors), np.float32)
    return Placed("key", points, points[:, :2].copy(), none, none, np.zeros(len(vectors), bool))


def test_laws_are_means_over_texts_of_what_each_path_gives(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "texts.txt"
    file.write_text(LINES, "utf-8")
    info = replace(bench(session).info, eos_ids=())
    question = AskLaws(2, EMBEDDING, str(file), steps=6, k=3, temperature=0.0)
    found = asked(question, session, info=info, place=on_a_map)
    assert isinstance(found, Laws)
    assert found.values.shape == (2, len(ROWS), 4)
    assert found.n_steps == 4 * 7
    paths = []
    for line in LINES.splitlines():
        ids = [int(word) for word in line.split()]
        for _ in range(6):
            with torch.inference_mode():
                ids.append(int(session.model(torch.tensor([ids]), use_cache=False).logits[0, -1].argmax()))
        paths.append(plain_states(session, ids)[2][-7:])
    every = np.concatenate(paths)
    turn = ROWS.index(("turn", "shuffled"))
    standard = [(path - every.mean(0)) / every.std(0) for path in paths]
    for which, points in ((FULL, standard), (MAP, [path[:, :3] for path in paths])):
        for text, path in enumerate(points):
            moves = np.diff(path, axis=0)
            units = moves / np.linalg.norm(moves, axis=1, keepdims=True)
            angles = np.degrees(np.arccos(np.clip((units[1:] * units[:-1]).sum(1), -1, 1)))
            assert found.values[which, turn, text] == pytest.approx(angles.mean(), abs=0.05)
        assert found.mean[which, turn] == pytest.approx(found.values[which, turn].mean())
        gaps = found.values[which, turn] - found.controls[which, turn]
        assert found.gap[which, turn] == pytest.approx(gaps.mean())
        assert gaps.min() <= found.gap_low[which, turn] <= gaps.mean() <= found.gap_high[which, turn] <= gaps.max()
        assert np.isnan(found.strict_low[which, turn])  # four texts decide nothing
    entropy = ROWS.index(("entropy", "shuffled"))
    assert np.isfinite(found.values[FULL, entropy]).all()
    assert np.isnan(found.values[MAP, entropy]).all()
    walk = ROWS.index(("turn", "walk"))
    assert found.control[FULL, walk] == pytest.approx(90, abs=3)


def test_texts_themselves_are_the_paths_where_nothing_is_generated(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "texts.txt"
    file.write_text(LINES, "utf-8")
    found = asked(AskLaws(1, None, str(file), steps=0, k=2), session)
    assert found.values.shape[2] == 3  # one line has three tokens
    assert found.n_left_out >= 3  # their first positions
    assert "1 texts were shorter than 4 tokens" in found.note
    assert not found.on_map


def test_dimensions_are_measured_after_every_layer(session: Session) -> None:
    found = asked(AskDimension(n_states=60), session)
    assert isinstance(found, Dimension)
    rows, width = session.anatomy.n_layers + 2, session.anatomy.d_model
    assert found.ratio.shape == (2, rows)
    assert found.true[-1] == width
    assert found.n_states == 60
    assert (found.control_ratio[-1] > 5) and found.control_ratio[-1] < width  # noqa: PT018


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (AskFans(0, 99), "row 99"),
        (AskFans(0, 1, k=1), "2 to 50 candidates"),
        (AskFans(-1, 1), "Type a prompt"),
        (AskLaws(99), "row 99"),
        (AskLaws(1, steps=9999), "0 to 300"),
        (AskLaws(1, texts="no such file.txt"), "cannot be read"),
        (AskDimension(n_states=3), "50 to"),
        (AskDimension(texts="{one}"), "At least 50 states"),
        (AskLaws(1, texts="{one}", k=2), "At least two texts"),
    ],
)
def test_what_cannot_be_measured_is_refused_in_a_sentence(
    session: Session, question: Any, says: str, tmp_path: Path
) -> None:
    one = tmp_path / "one.txt"
    one.write_text("5 17 60", "utf-8")
    if getattr(question, "texts", "") == "{one}":
        question = replace(question, texts=str(one))
    with pytest.raises(InputRefused, match=says):
        asked(question, session)


@pytest.mark.parametrize("question", [AskScales(), AskFans(3, 1), AskLaws(1), AskDimension()])
def test_a_stop_ends_it_and_takes_the_hooks_off(question: Question) -> None:
    other = tiny_session()  # whose scales are not known yet
    begun(other)
    with pytest.raises(Stopped):
        asked(question, other, stop=lambda: True)
    assert not hooks_on(other.model)


def test_a_model_without_states_says_so(session: Session) -> None:
    anatomy = replace(session.anatomy, missing={"resid": "This model shows no states."})
    other = Session(session.model, anatomy, 64)
    with pytest.raises(InputRefused, match="shows no states"):
        asked(AskScales(), other)


def test_intervals_are_those_of_means_of_texts_drawn_with_replacement() -> None:
    values = np.random.default_rng(0).normal(3, 1, 25)
    drawn = values[np.random.default_rng(1).integers(0, 25, (20_000, 25))].mean(axis=1)
    for level in (0.95, 0.99):
        low, high = batch.interval(np.concatenate([values, [np.nan]]), level)
        ends = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2])
        np.testing.assert_allclose([low, high], ends, atol=0.04)
    assert batch.interval(np.full(4, 2.0), 0.95) == (2.0, 2.0)
    assert np.isnan(batch.interval(np.array([1.0]), 0.95)).all()


def test_a_verdict_takes_ten_texts() -> None:
    rng = np.random.default_rng(2)
    for n, decides in ((9, False), (10, True)):
        controls = rng.normal(size=(2, len(ROWS), n))
        found = batch.summed_up(1, controls + 2, controls, (100, 0, 5), True, "", 0.0)
        assert np.isfinite(found.strict_low).all() == decides
        assert (found.gap_low > 1.99).all()
