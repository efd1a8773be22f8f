"""What comes after continuations against separate plain forwards, for caches of every kind."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.errors import InputRefused, Stopped
from engine.generation import alternatives
from engine.generation.session import Session
from engine.labkit import dispatch
from engine.labs.lookahead import ahead
from engine.labs.lookahead.records import CANDIDATES, Ahead, AskAhead
from engine.records import EMBEDDING, F32, Change, Placed, Plan, Site, Space
from tests.helpers.families import FAMILIES, OTHERS
from tests.helpers.sessions import PROMPT, begun, hooks_on, plain_logits, session_of, stepped, tiny_session
from tests.helpers.unusual import UNUSUAL
from tests.helpers.workbench import bench

KINDS = {**FAMILIES, **OTHERS, **UNUSUAL}
# plain keys; sliding windows of two makes; states that are overwritten; no cache at all
SOME = ["llama", "gpt2", "mistral", "gemma3", "mamba", "qwen3_next", "recurrent_gemma"]
PATHS = ((4, 50), (4, 12), (50, 4), (7, 7), (30, 81))
LAYER = 2


def asked(session: Session, question: AskAhead, seen: list[F32] | None = None) -> Ahead:
    """The answer, with a map that keeps the vectors it is given."""

    def place(_space: Space, vectors: F32) -> Placed:
        none = np.zeros(len(vectors), np.float32)
        if seen is not None:
            seen.append(vectors)
        return Placed("key", vectors[:, :3].copy(), vectors[:, :2].copy(), none, none, none > 0)

    workbench = bench(session)
    object.__setattr__(workbench, "place", place)
    found = dispatch.answer(question, workbench)
    assert isinstance(found, Ahead)
    return found


def plainly(session: Session, ids: list[int]) -> tuple[F32, F32]:
    """([V] probabilities after `ids`, [D] what leaves block LAYER - 1 at the last) of one forward of the library."""
    left: list[torch.Tensor] = []

    def keep(_module: object, _given: object, output: torch.Tensor | tuple[torch.Tensor, ...]) -> None:
        left.append(output if isinstance(output, torch.Tensor) else output[0])

    handle = session.anatomy.blocks[LAYER - 1].module.register_forward_hook(keep)
    logits = plain_logits(session.model, np.array(ids, np.int32))[-1]
    handle.remove()
    return torch.softmax(torch.from_numpy(logits), 0).numpy(), left[0].reshape(len(ids), -1)[-1].float().numpy()


@pytest.mark.parametrize("name", SOME)
def test_probabilities_and_states_are_those_of_separate_forwards(name: str) -> None:
    session = session_of(KINDS[name]())
    begun(session)
    node, before = session.current, plain_logits(session.model, PROMPT)[-1]
    states: list[F32] = []
    found = asked(session, AskAhead(node, PATHS, Space("resid", LAYER), "key"), states)
    assert hooks_on(session.model) == 0
    assert found.ids.shape == found.probs.shape == (len(PATHS), CANDIDATES)
    for row, path in enumerate(PATHS):
        probs, state = plainly(session, [*PROMPT.tolist(), *path])
        assert set(found.ids[row].tolist()) == set(np.argsort(-probs)[:CANDIDATES].tolist())
        np.testing.assert_allclose(found.probs[row], probs[found.ids[row]], atol=1e-5)
        np.testing.assert_allclose(states[0][row], state, atol=1e-5 * max(1.0, float(np.abs(state).max())))
    assert session.current == node
    np.testing.assert_allclose(session.logits_after(node).numpy(), before, atol=2e-4)


def test_small_batches_give_the_same_and_the_run_goes_on_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    session, other = tiny_session("mistral"), tiny_session("mistral")
    begun(session)
    begun(other)
    question = AskAhead(session.current, PATHS, EMBEDDING)
    whole = asked(session, question)
    monkeypatch.setattr(alternatives, "ROOM", 1)  # one row at a time: memory is short
    alone = asked(session, question)
    np.testing.assert_allclose(alone.probs, whole.probs, atol=1e-6)
    stepped(session, 3)
    stepped(other, 3)
    assert session.tree.token_ids == other.tree.token_ids


def test_the_runs_own_interventions_hold_ahead() -> None:
    plan = Plan((Change(Site("mlp", 1), 0.0), Change(Site("head", 2, 1), 0.0, positions=(len(PROMPT) + 1,))))
    session, fresh = tiny_session(), tiny_session()
    begun(session, plan=plan)
    found = asked(session, AskAhead(session.current, PATHS, EMBEDDING))
    for row, path in enumerate(PATHS):
        begun(fresh, prompt=np.array([*PROMPT, *path], np.int32), plan=plan)
        logits = fresh.logits_after(fresh.current).numpy().astype(np.float64)
        probs = np.exp(logits - logits.max())
        np.testing.assert_allclose(found.probs[row], (probs / probs.sum())[found.ids[row]], atol=1e-5)
    fresh.cool()


def test_one_candidate_a_small_vocabulary_and_no_text_before() -> None:
    session = tiny_session()
    begun(session, prompt=PROMPT[:1])
    one = asked(session, AskAhead(0, ((9,),), EMBEDDING))
    probs, _ = plainly(session, [int(PROMPT[0]), 9])
    np.testing.assert_allclose(one.probs[0], np.sort(probs)[::-1][:CANDIDATES], atol=1e-5)
    nothing = asked(session, AskAhead(-1, ((9,), (4,)), EMBEDDING))
    probs, _ = plainly(session, [4])
    np.testing.assert_allclose(nothing.probs[1], np.sort(probs)[::-1][:CANDIDATES], atol=1e-5)


def test_more_candidates_than_there_are_tokens_are_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    session = tiny_session()
    begun(session)
    monkeypatch.setattr(ahead, "CANDIDATES", 10**4)
    found = asked(session, AskAhead(session.current, PATHS, EMBEDDING))
    assert found.ids.shape == (len(PATHS), session.anatomy.vocab_size)
    np.testing.assert_allclose(found.probs.sum(axis=1), 1, atol=1e-5)


def test_another_layout_in_use_gives_no_places() -> None:
    session = tiny_session()
    begun(session)
    assert asked(session, AskAhead(session.current, PATHS, Space("resid", LAYER), "other")).placed is None
    assert asked(session, AskAhead(session.current, PATHS, EMBEDDING, "key")).placed is None


@pytest.mark.parametrize(
    ("node", "paths", "said"),
    [
        (7, ((1,), (1, 2)), "equally long"),
        (7, ((),), "equally long"),
        (7, ((10**6,),), "does not exist"),
        (99, ((1,),), "numbered 0 to"),
        (7, (tuple(range(60)),), "at most 64 tokens"),
    ],
)
def test_what_cannot_be_looked_at_is_refused(node: int, paths: tuple[tuple[int, ...], ...], said: str) -> None:
    session = tiny_session()
    begun(session)
    with pytest.raises(InputRefused, match=said):
        asked(session, AskAhead(node, paths, EMBEDDING))


def test_a_stop_leaves_the_session_as_it_was() -> None:
    session = tiny_session()
    begun(session)
    with pytest.raises(Stopped):
        dispatch.answer(AskAhead(session.current, PATHS, EMBEDDING), bench(session, stop=True))
    assert hooks_on(session.model) == 0
    assert asked(session, AskAhead(session.current, PATHS, EMBEDDING)).probs.shape[0] == len(PATHS)
