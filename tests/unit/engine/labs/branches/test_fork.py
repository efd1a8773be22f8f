"""The tokens at a fork against what is drawn, and against a plain forward with and without a part."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import InputRefused
from engine.generation.sampling import draw
from engine.labkit import dispatch
from engine.labs.branches.fork import chances
from engine.labs.branches.records import AskFork, Fork
from engine.records import INTACT, Change, Plan, Sampling, Site
from tests.helpers.sessions import PROMPT, begun, hooks_on, plain_logits, tiny_session
from tests.helpers.workbench import bench

LAST = len(PROMPT) - 1
HEAD_OFF = Plan((Change(Site("head", 1, 2), 0.0),))


def asked(session: object, *tokens: int, sampling: Sampling = Sampling(1.0), plan: Plan | None = None) -> Fork:  # noqa: B008
    found = dispatch.answer(AskFork(LAST, tokens, sampling, plan), bench(session))  # type: ignore[arg-type]
    assert isinstance(found, Fork)
    return found


def test_without_filters_the_chance_is_the_probability_of_a_plain_forward() -> None:
    session = tiny_session()
    begun(session)
    logits = plain_logits(session.model, PROMPT)[-1].astype(np.float64)
    probs = np.exp(logits - logits.max())
    probs /= probs.sum()
    found = asked(session, 3, 50, 7)
    np.testing.assert_allclose(found.drawn, probs[[3, 50, 7]], atol=1e-6)
    assert not len(found.changed)
    assert not hooks_on(session.model)


def test_chances_are_how_often_each_token_is_drawn() -> None:
    logits = np.random.default_rng(0).normal(0, 2, 12).astype(np.float32)
    seen = np.argsort(-logits)[:2].astype(np.int32)  # the likeliest: the penalty matters
    sampling = Sampling(0.7, top_k=8, top_p=0.9, min_p=0.02, repetition_penalty=1.5)
    count = 4000
    drawn = [draw(logits, sampling, seen, position) for position in range(count)]
    often = np.bincount(drawn, minlength=12) / count
    expected = chances(logits, sampling, seen)
    assert expected.sum() == pytest.approx(1.0)
    np.testing.assert_allclose(often, expected, atol=4 * 0.5 / count**0.5)
    assert (often[expected == 0] == 0).all()
    assert (expected == 0).any()
    assert chances(logits, Sampling(0.0), seen).tolist() == np.eye(12)[int(logits.argmax())].tolist()


@pytest.mark.parametrize(("written", "asked_with"), [(INTACT, HEAD_OFF), (HEAD_OFF, INTACT)])
def test_other_interventions_are_those_of_a_run_written_with_them(written: Plan, asked_with: Plan) -> None:
    session, other = tiny_session(), tiny_session()
    begun(session, plan=written)
    begun(other, plan=asked_with)
    found = asked(session, 3, 50, plan=asked_with)
    np.testing.assert_allclose(found.changed, asked(other, 3, 50).drawn, atol=1e-6)
    assert np.abs(found.changed - found.drawn).max() > 1e-5


def test_a_token_or_node_that_is_not_there_is_refused() -> None:
    session = tiny_session()
    begun(session)
    with pytest.raises(InputRefused, match="does not exist"):
        asked(session, 10**6)
    with pytest.raises(InputRefused, match="numbered 0 to"):
        dispatch.answer(AskFork(99, (1,), Sampling()), bench(session))
