"""The run as a tree: what is appended is found again, on whatever branch."""

from __future__ import annotations

import numpy as np
import pytest

from engine.run import Run
from tests.helpers.runs import RUNS
from tests.helpers.sessions import PROMPT, begun, gathered, stepped, tiny_session


@pytest.fixture
def run() -> Run:
    session = tiny_session()
    records = begun(session) + stepped(session, 3)
    branched = session.branch(4, 50)
    assert branched is not None
    return gathered([*records, branched, *stepped(session, 1)])


def test_the_active_path_is_that_of_the_last_append(run: Run) -> None:
    assert run.path == [0, 1, 2, 3, 4, 11, 12]
    assert run.token_ids[:5].tolist() == PROMPT[:5].tolist()
    assert run.token_ids[5] == 50
    assert run.leaves == [10, 12]
    assert run.nodes[4].children == [5, 11]


def test_where_a_path_leaves_the_prompt_fewer_of_its_tokens_are_the_prompts(run: Run) -> None:
    run.prompt_tokens = len(PROMPT)
    assert run.n_prompt == 5, "the branch goes off after node 4"
    run.move(10)
    assert run.n_prompt == run.prompt_in(range(11)) == len(PROMPT)
    run.move(2)
    assert run.n_prompt == 3


def test_moving_changes_the_path_and_nothing_else(run: Run) -> None:
    before = run.changed
    run.move(10)
    assert run.path == list(range(11))
    assert len(run) == 11
    assert run.changed > before
    run.move(-1)
    assert len(run) == 0
    assert run.stacked("resid") is None
    with pytest.raises(IndexError):
        run.move(13)


def test_attention_rows_of_a_path_sum_to_one_and_look_back_only(run: Run) -> None:
    matrix = run.attention(1, 2)
    assert matrix is not None
    np.testing.assert_allclose(matrix.sum(1), 1, atol=1e-5)
    assert not np.triu(matrix, 1).any()


def test_probability_is_that_of_the_candidates(run: Run) -> None:
    before = run.at(-2)
    column = np.flatnonzero(before.next_ids == run.at(-1).token_id)
    assert run.probability(-1) == pytest.approx(float(before.next_probs[column[0]]), rel=1e-3)


def test_records_that_do_not_follow_are_refused(run: Run) -> None:
    session = tiny_session()
    with pytest.raises(ValueError, match="cannot follow"):
        run.append(begun(session)[0])


def test_a_run_until_a_node_is_the_run_that_was_there_then() -> None:
    whole = RUNS["branched"]()
    end = whole.path[-2]
    then = whole.until(end)
    assert then.path == whole.path_to(end)
    assert len(then.nodes) == end + 1
    assert all(child <= end for record in then.nodes for child in record.children)
    assert len(whole.nodes) > len(then.nodes)  # which is untouched
    assert whole.nodes[end].children
    assert then.surprisal.tolist()[1:] == whole.surprisal.tolist()[1:-1]
    with pytest.raises(IndexError):
        whole.until(len(whole.nodes))
