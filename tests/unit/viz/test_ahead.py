"""The look-ahead tree against products of probabilities worked out one by one, and what it asks as it grows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.questions import Refused
from engine.records import EMBEDDING
from engine.run import Run
from tests.helpers.ahead import STATES, after, grown, limited
from tests.helpers.runs import grow, one_step, prompted, with_map
from viz.ahead import AT_ONCE, tree_of
from viz.ui_state import UiState


def chance(run: Run, node: int, path: tuple[int, ...]) -> float:
    """The probability of a whole continuation."""
    record, total = run.nodes[node], 1.0
    for at, token in enumerate(path):
        if at == 0:
            total *= float(record.next_probs[record.next_ids.tolist().index(token)])
        else:
            total *= float(after(run, node, path[:at])[token])
    return total


@pytest.mark.parametrize(("share", "depth", "k", "most"), [(0.6, 3, 10, 24), (0.2, 5, 3, 8), (0.99, 2, 50, 200)])
def test_each_level_holds_the_fewest_likeliest_that_reach_the_share(
    share: float, depth: int, k: int, most: int
) -> None:
    run = prompted()
    run.run_id, node = 1, run.current
    tree, _ = grown(run, limited(share=share, depth=depth, k=k, most=most))
    assert not tree.growing
    kept: list[tuple[int, ...]] = [()]
    ended = 0.0
    for level in range(1, depth + 1):
        here = [path for path in tree.paths if len(path) == level]
        all_of_them = []
        for path in kept:
            probs = after(run, node, path) if path else np.zeros(len(run.vocabulary or ()), np.float32)
            ids = np.argsort(-probs)[:k] if path else run.nodes[node].next_ids[:k]
            all_of_them += [(*path, int(token)) for token in ids]
        worth = {path: chance(run, node, path) for path in all_of_them}
        best = sorted(worth, key=lambda path: -worth[path])
        assert set(here) == set(best[: len(here)])
        sums = np.cumsum([worth[path] for path in best])
        assert len(here) == min(int(np.searchsorted(sums, share - ended - 1e-9)) + 1, most, len(best))
        assert tree.masses[level - 1] == pytest.approx(ended + sums[len(here) - 1], rel=1e-5)
        ended += sum(worth[path] for path in here if path[-1] == 0)
        kept = [path for path in here if path[-1] != 0]
    np.testing.assert_allclose(tree.mass, [chance(run, node, path) for path in tree.paths], rtol=1e-4)
    for row, path in enumerate(tree.paths):
        assert tree.paths[tree.parents[row]] == path[:-1] if len(path) > 1 else tree.parents[row] == -1
        assert [tree.paths[at] for at in tree.line(row)] == [path[: n + 1] for n in range(len(path))]


def test_a_level_is_asked_for_at_once_and_nothing_twice() -> None:
    run = prompted()
    run.run_id = 1
    wide = limited(share=0.95, most=60, k=50)
    tree, asked = grown(run, wide)
    assert all(len(question.paths) <= AT_ONCE for question in asked)
    paths = [path for question in asked for path in question.paths]
    assert len({*paths}) == len(paths)
    assert {len(path) for path in paths} == {1, 2}, "what comes after the last level is not looked at"
    for ui in (limited(share=0.1), limited(share=0.5, most=8), limited(depth=2), wide):
        assert grown(run, ui)[1] == []
    assert len(tree_of(run, limited(depth=1), run.current)) < len(tree)


def test_nothing_follows_the_end_of_the_text_and_its_mass_stays_counted() -> None:
    run = prompted()
    run.run_id = 1
    assert run.info is not None
    first = int(run.nodes[run.current].next_ids[0])
    run.info = replace(run.info, eos_ids=(first,))
    tree, _ = grown(run, limited(share=0.9, most=100))
    row = tree.paths.index((first,))
    assert tree.ends[row]
    assert row not in tree.parents
    at_last = sum(tree.mass[at] for at, path in enumerate(tree.paths) if len(path) == 3 or tree.ends[at])
    assert tree.masses[-1] == pytest.approx(at_last)


def test_what_was_seen_before_a_branch_was_taken_is_there_after_it() -> None:
    run = prompted()
    run.run_id = 1
    ui = limited(share=0.3, most=8)
    tree, _ = grown(run, ui)
    path = next(path for path in tree.paths if len(path) == 2)
    ui = replace(ui, pins=frozenset({(tree.node, (*path, 5))}))
    pinned = grown(run, ui)[0]
    assert bool(pinned.pinned[pinned.paths.index((*path, 5))]) == ((*path, 5) in pinned.paths)
    node = run.current
    grow(run, [path[0]])
    there, asked = grown(run, limited(ui, depth=1), run.current)
    assert asked == []
    assert tree_of(run, ui, run.current).masses, "the next level is known from before"
    back = tree_of(run, ui, node)
    assert back.taken[back.paths.index(path[:1])]
    assert there.node == run.current


def test_a_pin_is_kept_however_little_is_shown_and_as_the_run_goes_on() -> None:
    run = prompted()
    run.run_id = 1
    tree, _ = grown(run, limited(share=0.9, most=60))
    path = [path for path in tree.paths if len(path) == 3][-1]
    narrow = limited(share=0.05, k=1, most=4)
    assert path not in tree_of(run, narrow, run.current).paths
    pinned = replace(narrow, pins=frozenset({(run.current, path)}))
    kept = tree_of(run, pinned, run.current)
    assert kept.pinned.tolist() == [one == path for one in kept.paths]
    assert {path[:1], path[:2], path} <= {*kept.paths}
    grow(run, [path[0]])
    later, _ = grown(run, pinned)
    if path[1] in run.nodes[run.current].next_ids:
        assert path[1:2] in later.paths


def test_states_are_placed_level_by_level_to_the_last() -> None:
    run = with_map(prompted(), STATES)
    run.run_id = 1
    ui = limited(UiState(space=STATES), share=0.4, most=6)
    tree, asked = grown(run, ui)
    assert {len(question.paths[0]) for question in asked} == {1, 2, 3}
    assert all(question.layout_key == run.maps[STATES].layout.key for question in asked)
    assert all(place is not None for place in tree.place_rows)
    other = replace(run.maps[STATES].layout, key="another")
    run.maps[STATES].layouts.append(other)
    run.maps[STATES].choose(other)
    run.changed += 1
    assert tree_of(run, ui, run.current).question is not None, "another layout has other places"
    assert grown(run, replace(ui, space=EMBEDDING))[1] == [], "probabilities are the same in every space"


def test_a_file_a_generation_and_a_refusal_ask_nothing_and_say_why() -> None:
    run = prompted()
    run.run_id = 0
    tree = tree_of(run, UiState(), run.current)
    assert (tree.question, tree.growing, tree.of_file) == (None, True, True)
    assert tree.masses, "the first step is in the file"
    run.run_id = 1
    run.changed += 1
    assert tree_of(run, UiState(playing=True), run.current).question is None
    question = tree_of(run, UiState(), run.current).question
    assert question is not None
    run.findings[question] = Refused("No room.")
    run.changed += 1
    tree = tree_of(run, UiState(), run.current)
    assert (tree.question, tree.growing, tree.why_not) == (None, False, "No room.")
    assert len(tree_of(run, UiState(), -1)) == 0


def test_what_the_run_went_on_with_is_marked() -> None:
    run = prompted()
    run.run_id, node = 1, run.current
    grow(run, [int(run.nodes[node].next_ids[30])])
    first = run.nodes[run.current].token_id
    grow(run, [int(np.argsort(-after(run, node, (first,)))[20])])
    ids = (first, run.nodes[run.current].token_id)
    tree, _ = grown(run, limited(share=0.1, k=3), node)
    assert {path for path, taken in zip(tree.paths, tree.taken, strict=True) if taken} == {ids[:1], ids}
    assert tree_of(run, limited(depth=1, k=3), run.path[2]).taken.sum() <= 1
    assert len(tree_of(one_step(), UiState(), 0)) > 0
