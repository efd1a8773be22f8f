"""A session against plain forwards of the library: whatever was walked, each record is that of its path."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch

from engine.capture.recorder import Want, forward
from engine.errors import InputRefused, ModelUnusable, Stopped
from engine.generation.numbers import probabilities
from engine.generation.reference import check_reference
from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.records import Change, Plan, Sampling, Site, Tokens
from tests.helpers.families import FAMILIES, MIXTURES, OTHERS
from tests.helpers.sessions import (
    GREEDY,
    PROMPT,
    begun,
    exact_session,
    gathered,
    hooks_on,
    plain_logits,
    session_of,
    stepped,
    tiny_session,
)
from tests.helpers.there import there

DRAWN = Sampling(temperature=1.2, seed=11)
SLIDING = ["mistral", "gemma2", "gemma3", "qwen2-sliding"]
SOME = ["llama", "gpt2", "gpt_neox", "bloom", "falcon-alibi", "opt", "phi3", *SLIDING]


def _stop_after(count: int) -> Callable[[], bool]:
    """A stop that says so when it has been asked `count` times."""
    asked = iter(range(count))
    return lambda: next(asked, None) is None


@pytest.mark.parametrize("family", SOME)
def test_every_record_is_that_of_one_plain_forward(family: str) -> None:
    session = tiny_session(family)
    run = gathered(begun(session) + stepped(session, 6))
    session.cool()
    whole = forward(
        session.model, session.anatomy, torch.from_numpy(run.token_ids.astype(np.int64)), want=Want(True, True, True)
    )
    for name in ("resid", "neurons"):
        ours, theirs = run.stacked(name), getattr(whole, name)
        assert ours is not None
        np.testing.assert_allclose(ours, theirs.numpy(), atol=2e-4, rtol=1e-4)
    for layer in range(session.anatomy.n_layers):
        np.testing.assert_allclose(there(run.attention(layer, 1)), there(whole.attn)[layer, 1].numpy(), atol=1e-5)
    assert hooks_on(session.model) == 0


@pytest.mark.parametrize("family", [*SOME, "mixtral", "mamba"])
def test_the_numbers_are_those_of_the_plain_logits(family: str) -> None:
    session = session_of({**FAMILIES, **MIXTURES, **OTHERS}[family]())
    run = gathered(begun(session, k=20) + stepped(session, 4))
    session.cool()
    logits = plain_logits(session.model, run.token_ids).astype(np.float64)
    logs = (
        logits
        - np.log(np.exp(logits - logits.max(1, keepdims=True)).sum(1, keepdims=True))
        - logits.max(1, keepdims=True)
    )
    positions = np.arange(len(run))[:, None]
    ids = run.stacked("next_ids")
    assert ids is not None
    np.testing.assert_allclose(there(run.stacked("next_logits")), logits[positions, ids], atol=2e-4, rtol=1e-4)
    np.testing.assert_allclose(there(run.stacked("next_probs")), np.exp(logs)[positions, ids], atol=1e-4)
    np.testing.assert_allclose(run.entropy, -(np.exp(logs) * logs).sum(1) / np.log(2), atol=1e-3)
    assert np.isnan(run.surprisal[0])
    np.testing.assert_allclose(run.surprisal[1:], -logs[positions[:-1, 0], run.token_ids[1:]] / np.log(2), atol=1e-3)
    assert (run.token_ids[len(PROMPT) :] == logits.argmax(1)[len(PROMPT) - 1 : -1]).all()


def test_the_same_seed_gives_the_same_text_and_another_another() -> None:
    session = tiny_session()
    runs = [gathered(begun(session, Sampling(1.0, seed=seed)) + stepped(session, 20)) for seed in (3, 3, 4)]
    texts = [run.token_ids.tolist() for run in runs]
    assert texts[0] == texts[1] != texts[2]


def test_a_prompt_in_chunks_is_the_prompt_in_one() -> None:
    whole, chunked = exact_session(), exact_session()
    chunked.chunk = 3
    one = gathered(begun(whole))
    parts = begun(chunked)
    assert [len(part.token_ids) for part in parts] == [3, 3, 2]
    several = gathered(parts)
    for name in ("resid", "neurons", "next_probs"):
        np.testing.assert_allclose(there(several.stacked(name)), there(one.stacked(name)), atol=1e-5)
    np.testing.assert_allclose(several.surprisal, one.surprisal, atol=1e-4)
    np.testing.assert_allclose(there(several.attention(1, 2)), there(one.attention(1, 2)), atol=1e-6)


@pytest.mark.parametrize("family", ["llama", *SLIDING, "mamba"])
@pytest.mark.parametrize("node", [0, 4, 9])
def test_a_branch_is_the_run_of_its_tokens(family: str, node: int) -> None:
    session = session_of({**FAMILIES, **OTHERS}[family]())
    records = begun(session, DRAWN) + stepped(session, 6)
    branched = session.branch(node, 42)
    assert branched is not None
    records += [branched, *stepped(session, 3)]
    run = gathered(records)
    assert run.path[: node + 1] == list(range(node + 1))
    session.cool()
    fresh = session_of(session.model)
    alone = gathered(begun(fresh, DRAWN, run.token_ids))
    for name in ("resid", "next_probs"):
        np.testing.assert_allclose(there(run.stacked(name)), there(alone.stacked(name)), atol=2e-4, rtol=1e-4)
    np.testing.assert_allclose(run.surprisal, alone.surprisal, atol=1e-3)


def test_step_back_and_on_again_is_the_same_token() -> None:
    session = tiny_session()
    begun(session, DRAWN)
    stepped(session, 5)
    last = session.current
    session.go(session.tree.parents[last])
    assert session.step() is None
    assert session.current == last
    assert len(session.tree) == len(PROMPT) + 5


def test_an_abandoned_branch_is_gone_on_with() -> None:
    session = tiny_session()
    begun(session, DRAWN)
    straight = tiny_session()
    begun(straight, DRAWN)
    stepped(session, 4)
    leaf = session.current
    for token in (1, 2, 3, 4, 5, 6):  # more branches than caches are kept
        session.branch(3, token)
        stepped(session, 2)
    session.go(leaf)
    stepped(session, 3)
    stepped(straight, 7)
    assert session.tree.ids(session.tree.path(session.current)).tolist() == straight.tree.token_ids


def test_taking_a_token_that_is_there_returns_to_it() -> None:
    session = tiny_session()
    begun(session)
    assert session.branch(2, int(PROMPT[3])) is None
    assert session.current == 3


def test_a_stop_inside_prefill_leaves_no_hook_and_a_usable_session() -> None:
    session = tiny_session()
    session.chunk = 4
    session.begin(Settings(GREEDY))
    records: list[Tokens] = []
    with pytest.raises(Stopped):
        records.extend(session.prefill(PROMPT, _stop_after(7)))
    session.cool()
    assert hooks_on(session.model) == 0
    assert [len(tokens.token_ids) for tokens in records] == [4]
    records += list(session.prefill(PROMPT[4:])) + stepped(session, 3)
    fresh = tiny_session()
    expected = gathered(begun(fresh) + stepped(fresh, 3))
    assert gathered(records).token_ids.tolist() == expected.token_ids.tolist()


def test_a_stop_inside_a_step_changes_nothing() -> None:
    session, straight = tiny_session(), tiny_session()
    begun(session, DRAWN)
    begun(straight, DRAWN)
    stepped(session, 2)
    before = (session.current, len(session.tree))
    with pytest.raises(Stopped):
        session.step(_stop_after(2))
    with pytest.raises(Stopped):
        session.branch(1, 50, _stop_after(2))
    assert (session.current, len(session.tree)) == before
    stepped(session, 2)
    stepped(straight, 4)
    assert session.tree.token_ids == straight.tree.token_ids


def test_the_context_is_filled_and_not_passed() -> None:
    session = tiny_session(context=12)
    begun(session)
    stepped(session, 4)
    assert session.full
    with pytest.raises(InputRefused, match="at most 12 tokens"):
        session.step()
    with pytest.raises(InputRefused, match="at most 12 tokens"):
        begun(session, prompt=np.arange(13, dtype=np.int32))


@pytest.mark.parametrize(
    ("budget", "attn", "neurons"), [(0, False, False), (8 * 4 * 48 * 4, False, True), (2**20, True, True)]
)
def test_past_the_budget_quantities_are_left_out_and_replayed(budget: int, attn: bool, neurons: bool) -> None:
    session, rich = exact_session(budget), exact_session()
    run = gathered(begun(session))
    full = gathered(begun(rich))
    assert (run.at(-1).attn is not None, run.at(-1).neurons is not None) == (attn, neurons)
    np.testing.assert_allclose(there(run.stacked("resid")), there(full.stacked("resid")), atol=1e-5)
    values = session.replay(session.current, 2, "attn")
    np.testing.assert_allclose(values[3], there(full.attention(2, 3)), atol=1e-5)
    assert session.replay(session.current, 2, "attn", head=1).shape == (1, 8, 8)
    activations = full.stacked("neurons")
    assert activations is not None
    np.testing.assert_allclose(session.replay(session.current, 1, "neurons"), activations[:, 1], atol=1e-5)


def test_recording_ends_for_good_where_the_budget_does() -> None:
    per_token = 4 * 48 * 4
    session = tiny_session(budget=10 * per_token + 50)
    begun(session)
    after = stepped(session, 4)
    assert [tokens.neurons is not None for tokens in after] == [True, True, False, False]


def test_k_above_the_vocabulary_is_the_vocabulary() -> None:
    session = tiny_session()
    records = begun(session, k=500)
    assert records[0].next_ids.shape == (8, 97)
    np.testing.assert_allclose(records[0].next_probs.sum(1), 1, atol=1e-5)
    assert sorted(records[0].next_ids[3].tolist()) == list(range(97))


def test_settings_that_cannot_be_used_are_refused_and_the_run_stays() -> None:
    session = tiny_session()
    begun(session)
    off = Plan((Change(Site("head", 99, 0), 0.0),))
    for settings in (Settings(Sampling(-1.0)), Settings(k=0), Settings(plan=off)):
        with pytest.raises(InputRefused):
            session.begin(settings)
    assert len(session.tree) == len(PROMPT)
    for node, token in ((99, 1), (-5, 1), (2, 97), (2, -1)):
        with pytest.raises(InputRefused):
            session.branch(node, token)
    with pytest.raises(InputRefused):
        session.go(40)


def test_damaged_weights_are_told_in_a_sentence() -> None:
    session = tiny_session()
    begun(session)
    with torch.no_grad():
        session.model.get_output_embeddings().weight[5, 3] = float("nan")
    with pytest.raises(ModelUnusable, match="not finite"):
        session.step()
    session.cool()
    assert hooks_on(session.model) == 0


def test_an_adopted_run_goes_on_as_the_run_itself() -> None:
    first = tiny_session()
    records = begun(first, DRAWN) + stepped(first, 3)
    first.branch(5, 42)
    leaf = first.current
    second = tiny_session()
    tree = first.tree
    parents, tokens = np.array(tree.parents, np.int32), np.array(tree.token_ids, np.int32)
    second.adopt(Settings(DRAWN), parents, tokens, leaf)
    assert not second.tree.resid
    assert len(stepped(second, 2)) == len(stepped(first, 2)) == 2
    assert second.tree.token_ids == first.tree.token_ids
    run = gathered(records)
    np.testing.assert_allclose(second.replay(7, 1, "attn")[2], run.attention(1, 2)[:8, :8], atol=1e-5)  # type: ignore[index]
    with pytest.raises(InputRefused):
        second.adopt(Settings(), parents[::-1].copy(), tokens, leaf)
    with pytest.raises(InputRefused):
        second.adopt(Settings(), parents, tokens + 1000, leaf)


@pytest.mark.parametrize("family", ["llama", "mistral", "gpt2", "mamba"])
def test_next_states_are_those_of_single_steps(family: str) -> None:
    session = session_of({**FAMILIES, **OTHERS}[family]())
    begun(session)
    tokens = np.array([4, 50, 12], np.int32)
    states = session.next_states(session.current, tokens, 2)
    leaf = session.current
    assert hooks_on(session.model) == 0
    for row, token in enumerate(tokens):
        branched = session.branch(leaf, int(token))
        assert branched is not None
        assert branched.resid is not None
        np.testing.assert_allclose(states[row], branched.resid[0, 2], atol=1e-4)


def test_a_plan_changes_prefill_and_steps_alike() -> None:
    plan = Plan((Change(Site("mlp", 1), 0.0), Change(Site("head", 2, 1), 0.0)))
    session, fresh = tiny_session(), tiny_session()
    run = gathered(begun(session, plan=plan) + stepped(session, 4))
    again = gathered(begun(fresh, prompt=run.token_ids, plan=plan))
    intact = gathered(begun(tiny_session(), prompt=run.token_ids))
    np.testing.assert_allclose(there(run.stacked("resid")), there(again.stacked("resid")), atol=1e-4)
    assert np.abs(there(run.stacked("resid")) - there(intact.stacked("resid"))).max() > 0.1


def test_the_reference_check_agrees_and_leaves_the_run_alone() -> None:
    session = tiny_session()
    begun(session)
    found = check_reference(session, PROMPT, "float32")
    assert found.max_abs_logit_difference < 1e-3
    assert found.top1_agreement == 1.0
    assert found.n_positions == len(PROMPT)
    assert session.current == len(PROMPT) - 1
    assert hooks_on(session.model) == 0


def test_probabilities_are_a_softmax() -> None:
    session = tiny_session()
    records = begun(session)
    probs = probabilities(session.logits_after(5))
    assert probs.sum() == pytest.approx(1, abs=1e-5)
    np.testing.assert_allclose(probs[records[0].next_ids[5]], records[0].next_probs[5], atol=1e-6)


def test_nothing_can_be_done_without_a_prompt() -> None:
    session: Session = tiny_session()
    session.begin(Settings())
    for ask in (session.step, lambda: session.replay(-1, 0, "attn"), lambda: session.logits_after(-1)):
        with pytest.raises(InputRefused, match="prompt"):
            ask()
