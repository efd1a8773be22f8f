"""Samples against runs with their seeds, and measures against brute force, scikit-learn and made-up groups."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from sklearn.metrics import silhouette_score
from sklearn.metrics.pairwise import cosine_distances

from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.labkit import dispatch
from engine.labs.bundles import bundle, measures
from engine.labs.bundles.records import AskBundle, Bundle
from engine.records import F32, Change, Plan, Sampling, Site
from tests.helpers.families import FAMILIES
from tests.helpers.sessions import PROMPT, begun, hooks_on, plain_logits, session_of
from tests.helpers.unusual import UNUSUAL
from tests.helpers.workbench import bench

WARM = Sampling(1.1, seed=40)
LENGTH = 6


def asked(session: Session, question: AskBundle, eos: tuple[int, ...] = ()) -> Bundle:
    workbench = bench(session)
    found = dispatch.answer(question, replace(workbench, info=replace(workbench.info, eos_ids=eos)))
    assert isinstance(found, Bundle)
    return found


def final_states(session: Session, ids: list[int]) -> F32:
    """[T, D] what the unembedding reads, by one forward of the library."""
    given: list[torch.Tensor] = []
    head = session.anatomy.unembedding
    assert head is not None
    handle = head.register_forward_pre_hook(lambda _module, args: given.append(args[0]))
    plain_logits(session.model, np.array(ids, np.int32))
    handle.remove()
    return given[0].reshape(len(ids), -1).numpy()


@pytest.mark.parametrize(("name", "plan"), [("llama", Plan()), ("mistral", Plan((Change(Site("mlp", 1), 0.0),))),
                                            ("recurrent_gemma", Plan())])  # fmt: skip
def test_each_sample_is_the_run_with_its_seed(name: str, plan: Plan) -> None:
    session = session_of({**FAMILIES, **UNUSUAL}[name]())
    begun(session, plan=plan)
    node = session.current
    found = asked(session, AskBundle(node, 5, LENGTH, WARM))
    assert hooks_on(session.model) == 0
    assert session.current == node
    for row in range(5):
        session.begin(Settings(replace(WARM, seed=WARM.seed + row), plan=plan))
        list(session.prefill(PROMPT))
        for _ in range(LENGTH):
            session.step()
        ids = session.tree.ids(session.tree.path(session.current))[len(PROMPT) :]
        assert found.token_ids[row].tolist() == ids.tolist()
    session.cool()


def test_distances_are_those_of_the_final_states_of_separate_forwards() -> None:
    session = session_of(FAMILIES["llama"]())
    begun(session)
    found = asked(session, AskBundle(session.current, 6, LENGTH, WARM))
    states = np.stack(
        [final_states(session, [*PROMPT.tolist(), *row])[len(PROMPT) :] for row in found.token_ids.tolist()]
    )
    pairs = np.triu_indices(6, 1)
    for step in range(LENGTH):
        assert found.spread[step] == pytest.approx(cosine_distances(states[:, step])[pairs].mean(), abs=1e-5)
        assert found.low[step] <= found.spread[step] <= found.high[step]
    half = found.spread.max() / 2
    assert found.parted == next(step for step in range(LENGTH) if found.spread[step] >= half)
    bits = []
    for row in found.token_ids.tolist():
        logits = plain_logits(session.model, np.array([*PROMPT.tolist(), *row], np.int32))[len(PROMPT) - 1 : -1]
        logs = logits - np.log(np.exp(logits.astype(np.float64)).sum(1, keepdims=True))
        bits.append(-logs[np.arange(LENGTH), row].sum() / np.log(2))
    np.testing.assert_allclose(found.bits, bits, rtol=1e-4)


def test_small_batches_and_another_prompt_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    session = session_of(FAMILIES["llama"]())
    begun(session)
    whole = asked(session, AskBundle(session.current, 5, LENGTH, WARM))
    monkeypatch.setattr(bundle, "ROOM", 1)
    alone = asked(session, AskBundle(session.current, 5, LENGTH, WARM))
    assert alone.token_ids.tolist() == whole.token_ids.tolist()
    monkeypatch.setattr(bundle, "encode", lambda *_args, **_values: PROMPT)
    other = asked(session, AskBundle(-1, 5, LENGTH, WARM, "typed"))
    assert other.token_ids.tolist() == whole.token_ids.tolist()
    assert other.prompt_tokens == len(PROMPT)


def test_a_sample_ends_where_its_text_does_and_greedy_ones_never_part() -> None:
    session = session_of(FAMILIES["llama"]())
    begun(session)
    question = AskBundle(session.current, 8, LENGTH, WARM)
    free = asked(session, question)
    end = int(free.token_ids[2, 1])
    found = asked(session, question, (end,))
    for row in range(8):
        ids = free.token_ids[row].tolist()
        length = ids.index(end) + 1 if end in ids else LENGTH
        assert found.lengths[row] == length
        assert found.token_ids[row].tolist() == ids[:length] + [-1] * (LENGTH - length)
    assert found.going.tolist() == [(found.lengths > step).sum() for step in range(LENGTH)]
    same = asked(session, AskBundle(session.current, 4, 3, Sampling(0.0)))
    assert len({tuple(row) for row in same.token_ids.tolist()}) == 1
    assert same.parted == -1
    assert same.groups.tolist() == [0] * 4
    assert np.isnan(same.silhouette)


def test_groups_that_are_there_are_found() -> None:
    rng = np.random.default_rng(5)
    middles = np.eye(3, 16) * 10
    member = np.array([2] * 9 + [0] * 5 + [1] * 3)
    states = (middles[member] + rng.normal(0, 0.5, (17, 16))).astype(np.float32)
    labels, typical, score = measures.groups(states)
    assert labels.tolist() == [0] * 9 + [1] * 5 + [2] * 3, "the largest first"
    apart = cosine_distances(states)
    np.testing.assert_allclose(measures.distances(states), apart, atol=1e-6)
    assert score == pytest.approx(silhouette_score(apart, labels, metric="precomputed"), abs=1e-6)
    for group, row in enumerate(typical):
        own = np.flatnonzero(labels == group)
        assert row == min(own, key=lambda at: apart[at, own].sum())


def test_the_interval_holds_the_true_spread_about_as_often_as_it_says() -> None:
    rng, held = np.random.default_rng(1), 0
    far = measures.distances(rng.normal(0, 1, (400, 6)).astype(np.float32) + 1)
    true = far.sum() / (400 * 399)
    for turn in range(60):
        few = rng.choice(400, 20, replace=False)
        _, low, high = measures.spread(far[np.ix_(few, few)], turn)
        held += low <= true <= high
    assert held >= 48, held


@pytest.mark.parametrize("changes", [{"count": 1}, {"count": 51}, {"length": 0}, {"length": 60}, {"node": -1}])
def test_what_cannot_be_drawn_is_refused(changes: dict[str, Any]) -> None:
    session = session_of(FAMILIES["llama"]())
    begun(session)
    with pytest.raises(InputRefused):
        asked(session, replace(AskBundle(session.current, 4, 3, WARM), **changes))


def test_a_stop_ends_it_and_leaves_no_hook() -> None:
    session = session_of(FAMILIES["llama"]())
    begun(session)
    with pytest.raises(Stopped):
        dispatch.answer(AskBundle(session.current, 4, 3, WARM), bench(session, stop=True))
    assert hooks_on(session.model) == 0
