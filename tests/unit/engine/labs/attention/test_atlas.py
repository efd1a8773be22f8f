"""The atlas of a text that was not stored must be the one grown from stored rows."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit.dispatch import answerer_of
from engine.labkit.workbench import Workbench
from engine.labs.attention import atlas
from engine.labs.attention.records import BINS, TEXT_SCORES, AskAtlas
from engine.records import I32
from tests.helpers.sessions import begun, hooks_on, tiny_session
from viz.labs.attention import attention_store
from viz.labs.attention.attention_store import AttentionStore


def bench(session: Session, stop: bool = False) -> Workbench:
    return Workbench(session, None, None, None, lambda *_: None, lambda: stop)  # type: ignore[arg-type]


def prompt(n: int) -> I32:
    return np.random.default_rng(0).integers(3, 30, n).astype(np.int32)


@pytest.mark.parametrize("n", [1, 2, 40, 150])
def test_it_equals_the_one_grown_from_stored_rows(n: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atlas, "REPLAYED_ROWS", 16)
    session = tiny_session("llama", context=256)
    records = begun(session, prompt=prompt(n))
    store = AttentionStore(session.anatomy.n_layers, session.anatomy.n_heads)
    for tokens in records:
        assert tokens.attn is not None
        for row, token in enumerate(tokens.token_ids.tolist()):
            at = tokens.position + row
            store.add(at, token, tokens.attn[:, :, row, : at + 1])
    expected = store.atlas()
    found = atlas.answer(AskAtlas(n - 1), bench(session))
    assert (found.n, found.bin) == (n, expected.bin)
    np.testing.assert_allclose(found.cells, expected.cells, atol=1e-5)
    np.testing.assert_allclose(found.scores, expected.scores, atol=2e-4)
    if found.bin > 1:
        np.testing.assert_allclose(found.without_first, expected.without_first, atol=1e-5)
    assert hooks_on(session.model) == 0


def test_the_same_names_and_size_on_both_sides() -> None:
    assert TEXT_SCORES == attention_store.SCORES
    assert BINS == attention_store.BINS


def test_refused_stopped_and_known_to_the_registry() -> None:
    session = tiny_session()
    begun(session)
    for node in (-1, 99):
        with pytest.raises(InputRefused):
            atlas.answer(AskAtlas(node), bench(session))
    with pytest.raises(Stopped):
        atlas.answer(AskAtlas(3), bench(session, stop=True))
    assert answerer_of(AskAtlas) is atlas.answer
