"""Pictures, parts, rows and columns of heads of long texts, against the whole matrix of an eager forward."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from engine.capture import head_rows as head_rows_module
from engine.capture.head_rows import HeadRows, Way, head_rows
from engine.capture.recorder import Want, forward
from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit.dispatch import answerer_of
from engine.labkit.workbench import Workbench
from engine.labs.attention import long_heads
from engine.labs.attention.records import (
    AskHeadLine,
    AskHeadPicture,
    AskHeadWindow,
    Mix,
)
from engine.records import F32, I32
from tests.helpers.families import VOCAB
from tests.helpers.sessions import begun, hooks_on, tiny_session

ONE = Mix(((2, 1),))
MEAN = Mix(((0, 0), (0, 3), (2, 1)))
LAYER = Mix(((2, 0), (2, 1), (2, 2), (2, 3)))
DIFFERENCE = Mix(((2, 1),), ((1, 0),))
MIXES = (ONE, MEAN, LAYER, DIFFERENCE)
N = 61


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long text is one of more than 16 positions, in chunks of 8."""
    monkeypatch.setattr(long_heads, "CELLS", 16)
    monkeypatch.setattr(head_rows_module, "CHUNK_ROWS", 8)
    monkeypatch.setattr(long_heads, "REPORTED", 16)


@pytest.fixture
def session() -> Session:
    made = tiny_session("llama")
    begun(made, prompt=prompt())
    return made


def prompt() -> I32:
    return np.random.default_rng(0).integers(3, VOCAB, N).astype(np.int32)


def bench(session: Session, stop: bool = False) -> Workbench:
    return Workbench(session, None, None, None, lambda *_: None, lambda: stop)  # type: ignore[arg-type]


def whole(session: Session, mix: Mix) -> F32:
    ids = torch.from_numpy(prompt().astype(np.int64))
    attn = forward(session.model, session.anatomy, ids, want=Want(attn=True)).attn
    assert attn is not None
    plus = np.mean([attn[layer, head].numpy() for layer, head in mix.plus], axis=0)
    minus = np.mean([attn[layer, head].numpy() for layer, head in mix.minus], axis=0) if mix.minus else 0.0
    return np.asarray(plus - minus, np.float32)


@pytest.mark.parametrize("mix", MIXES)
def test_a_picture_holds_the_largest_of_each_cell(session: Session, mix: Mix) -> None:
    found, matrix = long_heads.picture(AskHeadPicture(N - 1, mix), bench(session)), whole(session, mix)
    assert (found.n, found.bin) == (N, 4)
    count = -(-N // 4)
    assert found.cells.shape == (count, count)
    for row in range(count):
        for column in range(count):
            cell = matrix[row * 4 : row * 4 + 4, column * 4 : column * 4 + 4]
            expected = cell.flat[np.abs(cell).argmax()]
            assert abs(found.cells[row, column]) == pytest.approx(abs(expected), abs=1e-5)
        rest = matrix[row * 4 : row * 4 + 4, 1:4]
        assert abs(found.without_first[row]) == pytest.approx(float(np.abs(rest).max()), abs=1e-5)
    np.testing.assert_allclose(found.row_sums, matrix.sum(1), atol=1e-5)
    np.testing.assert_allclose(found.column_sums, matrix.sum(0), atol=1e-5)
    np.testing.assert_allclose(found.first, matrix[:, 0], atol=1e-5)


@pytest.mark.parametrize("mix", MIXES)
def test_parts_rows_and_columns_are_exact(session: Session, mix: Mix) -> None:
    matrix, used = whole(session, mix), bench(session)
    for top, left, side in ((0, 0, 16), (45, 40, 16), (30, 50, 5), (50, 0, 11)):
        found = long_heads.window(AskHeadWindow(N - 1, mix, top, left, side), used)
        np.testing.assert_allclose(found.values, matrix[top : top + side, left : left + side], atol=1e-5)
    for at in (0, 7, N - 1):
        row = long_heads.line(AskHeadLine(N - 1, mix, at), used)
        np.testing.assert_allclose(row.values, matrix[at, : at + 1], atol=1e-5)
        column = long_heads.line(AskHeadLine(N - 1, mix, at, column=True), used)
        np.testing.assert_allclose(column.values, matrix[at:, at], atol=1e-5)
    assert hooks_on(session.model) == 0


def test_another_head_of_the_same_block_uses_what_is_there(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    used, made = bench(session), list[int]()

    def counted(*args: Any) -> HeadRows:
        made.append(args[2])
        return head_rows(*args)

    monkeypatch.setattr(long_heads, "head_rows", counted)
    for head in range(4):
        long_heads.picture(AskHeadPicture(N - 1, Mix(((2, head),))), used)
    assert made == [2]
    for layer in (0, 1, 3):
        long_heads.picture(AskHeadPicture(N - 1, Mix(((layer, 0),))), used)
    long_heads.picture(AskHeadPicture(N - 1, Mix(((2, 0),))), used)
    assert made == [2, 0, 1, 3, 2], "only the newest blocks are kept"


def test_a_head_is_computed_by_itself_and_a_layer_as_one(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    used, made = bench(session), list[Way | None]()

    def noted(*args: Any) -> HeadRows:
        made.append(args[-1])
        return head_rows(*args)

    monkeypatch.setattr(long_heads, "head_rows", noted)
    long_heads.picture(AskHeadPicture(N - 1, ONE), used)
    long_heads.picture(AskHeadPicture(N - 1, LAYER), used)
    assert made == [Way.ONE_BY_ONE, Way.KEPT]
    long_heads.picture(AskHeadPicture(N - 1, ONE), used)
    assert made == [Way.ONE_BY_ONE, Way.KEPT], "what is there for the whole layer serves a head of it"


def test_how_far_it_is_is_told_between_chunks(session: Session) -> None:
    told: list[tuple[int, int]] = []
    used = Workbench(session, None, None, None, lambda _, done, of: told.append((done, of)), lambda: False)  # type: ignore[arg-type]
    long_heads.picture(AskHeadPicture(N - 1, ONE), used)
    assert told == [(16, N), (32, N), (48, N), (N, N)]


def test_refused_stopped_and_known_to_the_registry(session: Session) -> None:
    used = bench(session)
    for question in (
        AskHeadPicture(-1, ONE),
        AskHeadPicture(999, ONE),
        AskHeadPicture(3, Mix(())),
        AskHeadPicture(3, Mix(((9, 9),))),
    ):
        with pytest.raises(InputRefused):
            long_heads.picture(question, used)
    for part in (AskHeadWindow(5, ONE, 9, 0, 4), AskHeadWindow(5, ONE, 0, 0, 99)):
        with pytest.raises(InputRefused):
            long_heads.window(part, used)
    with pytest.raises(InputRefused):
        long_heads.line(AskHeadLine(5, ONE, 6), used)
    with pytest.raises(Stopped):
        long_heads.picture(AskHeadPicture(N - 1, ONE), bench(session, stop=True))
    assert answerer_of(AskHeadPicture) is long_heads.picture
