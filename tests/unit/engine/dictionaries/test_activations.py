"""What is read at a hook, and the order in which it is handed on, against the whole held in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.dictionaries import activations
from engine.dictionaries.activations import GIANT, Place, Reader, Stream
from engine.dictionaries.hooks import module_of
from engine.dictionaries.records import HOOK_KINDS, Hook, HookKind, Recipe
from engine.dictionaries.texts import Pieces
from engine.errors import InputRefused
from engine.records import I32
from tests.helpers.subjects import Subject, apart, hooks, plain_forward, subject

T = 8
HOOK = Hook("resid", 0)
RECIPE = Recipe(HOOK, batch=32, context=T, seed=5)


@pytest.fixture(scope="module")
def llama() -> Subject:
    return subject("llama")


def some_pieces(n: int = 60) -> Pieces:
    draw = np.random.default_rng(1)
    return Pieces("drawn", draw.integers(0, 90, (n, T), dtype=np.int32), draw.integers(0, 90, (3, T), dtype=np.int32))


def stream_of(llama: Subject, recipe: Recipe = RECIPE, place: Place | None = None) -> Stream:
    found = Stream(Reader(llama.model, llama.anatomy, recipe.hook), some_pieces(), recipe)
    found.place = place or Place()
    return found


def batches(stream: Stream) -> Iterator[Tensor]:
    while True:
        while stream.waits():
            stream.read_some()
        yield stream.next()


@pytest.mark.parametrize("kind", HOOK_KINDS)
def test_a_reader_sees_what_a_whole_forward_has_and_ends_it_there(llama: Subject, kind: HookKind) -> None:
    last: list[int] = []
    end = llama.anatomy.blocks[-1].module.register_forward_hook(lambda *_: last.append(1))
    seen: list[Tensor] = []
    hook = Hook(kind, 0)
    reader = Reader(llama.model, llama.anatomy, hook)
    try:
        found = reader.read(llama.ids[None].numpy())
    finally:
        end.remove()
    assert not last, "the blocks above ran"
    module, side = module_of(llama.anatomy, hook)

    def before(_module: object, args: tuple[Tensor, ...]) -> None:
        seen.append(args[0].clone())

    def after(_module: object, _args: object, out: Tensor | tuple[Tensor, ...]) -> None:
        seen.append((out[0] if isinstance(out, tuple) else out).clone())

    take = module.register_forward_pre_hook(before) if side == "input" else module.register_forward_hook(after)
    try:
        with torch.no_grad():
            llama.model(input_ids=llama.ids[None], use_cache=False)
    finally:
        take.remove()
    assert apart(found, seen[0].view_as(found)) < 1e-6
    if kind == "resid":
        assert apart(found[0], plain_forward(llama).resid[1]) < 1e-5
    assert hooks(llama.model) == 0
    assert reader.tokens == llama.ids.numel()


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch, llama: Subject) -> None:
    monkeypatch.setattr(activations, "CHUNK", 20 * T * llama.anatomy.d_model)
    monkeypatch.setattr(activations, "AT_ONCE", 4 * T)


def test_batches_are_the_normalised_positions_each_once_a_pass(llama: Subject, small_chunks: None) -> None:
    stream = stream_of(llama)
    assert stream.chunks == 3
    given = batches(stream)
    first = list(islice(given, 3 * (20 * (T - 1) // 32)))
    assert stream.place == Place(1)
    raw = Reader(llama.model, llama.anatomy, HOOK).read(stream.pieces.ids)
    rows = raw[:20, 1:].reshape(-1, raw.shape[-1]).double()
    mean, scale = rows.mean(0), rows.std(0, unbiased=False)
    every = ((raw[:, 1:].reshape(-1, raw.shape[-1]) - mean) / scale).float()
    found = torch.cat(first)
    nearest = torch.cdist(found.double(), every.double()).min(1)
    assert float(nearest.values.max()) < 1e-4
    assert len(nearest.indices.unique()) == len(found), "a position came twice in a pass"
    counts = stream.counts
    assert (counts.tokens, counts.first, counts.outliers, counts.positions) == (60 * T, 60, 0, 60 * (T - 1))
    square = float(raw.double().square().sum())
    assert counts.squares == pytest.approx(square)
    assert counts.squares_left_out == pytest.approx(float(raw[:, 0].double().square().sum()), rel=1e-6)


def test_what_comes_does_not_depend_on_memory(
    llama: Subject, small_chunks: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    plenty = list(islice(batches(stream_of(llama)), 30))
    monkeypatch.setattr(activations, "KEPT", 1)
    scarce = stream_of(llama)
    assert all(torch.equal(a, b) for a, b in zip(plenty, islice(batches(scarce), 30), strict=True))
    assert scarce.bytes <= 20 * (T - 1) * llama.anatomy.d_model * 4


@pytest.mark.parametrize("at", [1, 4, 11, 12, 17])
def test_a_stream_goes_on_from_its_place(llama: Subject, small_chunks: None, at: int) -> None:
    whole = stream_of(llama)
    given = list(islice(batches(whole), 20))
    first = stream_of(llama)
    list(islice(batches(first), at))
    second = stream_of(llama, place=first.place)
    second.normal = first.normal
    assert all(torch.equal(a, b) for a, b in zip(given[at:], islice(batches(second), 20 - at), strict=True))


def test_passes_and_seeds_come_in_other_orders(llama: Subject) -> None:
    a = list(islice(batches(stream_of(llama)), 26))
    b = list(islice(batches(stream_of(llama, replace(RECIPE, seed=6))), 2))
    per_pass = 60 * (T - 1) // 32
    assert not torch.equal(a[0], a[per_pass])
    assert not torch.equal(a[0], b[0])


def test_outliers_are_left_out_and_counted(llama: Subject) -> None:
    stream = stream_of(llama)
    read = stream.reader.read

    def with_giants(ids: I32) -> Tensor:
        raw = read(ids)
        raw[0, 3] *= 1000
        return raw

    stream.reader.read = with_giants  # type: ignore[method-assign]
    found = torch.cat(list(islice(batches(stream), 10)))
    assert stream.counts.outliers == 1
    assert float(found.abs().max()) < 20
    assert stream.counts.squares_left_out / stream.counts.squares > 0.99
    assert stream.normal is not None
    raw = read(stream.pieces.ids)[:, 1:]
    assert stream.normal.longest == pytest.approx(GIANT * float(raw.norm(dim=2).median()), rel=0.01)


def test_numbers_that_are_not_finite_are_refused(llama: Subject) -> None:
    stream = stream_of(llama)
    stream.reader.read = lambda ids: torch.full((len(ids), T, llama.anatomy.d_model), float("nan"))  # type: ignore[method-assign]
    with pytest.raises(InputRefused, match="resid after L0 holds numbers that are not finite"):
        next(batches(stream))


def test_a_batch_larger_than_the_text_is_refused(llama: Subject) -> None:
    with pytest.raises(InputRefused, match="gives 420 positions to train on at once, but a batch is 5,000"):
        next(batches(stream_of(llama, replace(RECIPE, batch=5000))))
