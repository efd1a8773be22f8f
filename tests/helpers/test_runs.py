"""The made runs keep what real ones keep."""

from __future__ import annotations

import numpy as np
import pytest

from engine.run import Run
from tests.helpers.runs import PROMPT, RUNS, branched, fifty_steps, tiny_vocabulary
from tests.helpers.same import difference


@pytest.fixture(params=RUNS)
def run(request: pytest.FixtureRequest) -> Run:
    return RUNS[str(request.param)]()


def test_probabilities_fall_and_leave_a_rest(run: Run) -> None:
    for record in run.nodes:
        assert (np.diff(record.next_probs) <= 0).all()
        assert 0 < record.next_probs.sum() <= 1 + 1e-6
        assert len(set(record.next_ids.tolist())) == len(record.next_ids)
        logits = record.next_logits - record.next_logits[0]
        np.testing.assert_allclose(np.exp(logits), record.next_probs / record.next_probs[0], rtol=1e-4)


def test_attention_is_causal_and_sums_to_one(run: Run) -> None:
    for record in run.nodes:
        if record.attn is not None:
            assert record.attn.shape[-1] == record.position + 1
            np.testing.assert_allclose(record.attn.sum(axis=-1), 1, rtol=1e-5)


def test_surprisal_is_that_of_the_parents_candidates(run: Run) -> None:
    for record in run.nodes:
        if record.parent < 0:
            assert np.isnan(record.surprisal)
            continue
        parent = run.nodes[record.parent]
        rank = np.nonzero(parent.next_ids == record.token_id)[0]
        if len(rank):
            assert record.surprisal == pytest.approx(-np.log2(parent.next_probs[rank[0]]), rel=1e-4)
        else:
            assert record.surprisal >= -np.log2(parent.next_probs[-1]) - 1e-3


def test_every_token_is_in_the_vocabulary_and_on_the_map(run: Run) -> None:
    for record in run.nodes:
        assert run.vocabulary is not None
        assert record.token_id < len(run.vocabulary)
        for state in run.maps.values():
            assert record.node in state.nodes[state.layout.key]


def test_shapes_of_the_tree() -> None:
    assert len(fifty_steps()) == len(PROMPT) + 50
    assert len(branched().leaves) == 3
    assert len(RUNS["stepped_back"]().nodes[RUNS["stepped_back"]().current].children) == 1


def test_made_twice_is_the_same() -> None:
    one, other = branched(), branched()
    assert difference(one.nodes, other.nodes) is None


def test_the_prompt_reads() -> None:
    words = tiny_vocabulary()
    text = b"".join(words.raw(token) for token in PROMPT).decode()
    assert text == "The best thing about AI is its ability to"
