"""What several selected points are said to be, against sums by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine.records import EMBEDDING, TOKEN_KINDS
from tests.helpers.runs import fifty_steps
from viz.map.data.frame import map_frame
from viz.map.data.settings import Settings
from viz.map.input.selection_panel import kinds_in_words, mass_in_words
from viz.map.paint.hover_words import place_in_text
from viz.ui_state import UiState


def test_the_probability_of_a_region_is_the_sum_of_its_tokens() -> None:
    run = fifty_steps()
    rng = np.random.default_rng(0)
    size = len(run.maps[EMBEDDING].background.token_ids)
    probs = rng.dirichlet(np.full(size, 0.1)).astype(np.float32)
    run.distribution = (run.current, probs)
    chosen = tuple(range(3, size, 7))
    made = map_frame(run, UiState(selection=chosen), Settings()).selected
    assert made is not None
    assert made.whole
    assert made.mass == pytest.approx(math.fsum(float(probs[i]) for i in chosen))
    assert sorted(made.order.tolist()) == list(chosen)
    assert made.probability is not None
    assert (np.diff(made.probability) <= 0).all()
    np.testing.assert_array_equal(made.probability, probs[made.order])


def test_where_only_the_likeliest_are_known_it_is_the_least_it_can_be(qapp: QApplication) -> None:
    run = fifty_steps()
    run.distribution = None
    here = run.nodes[run.current]
    chosen = (int(here.next_ids[0]), int(here.next_ids[2]))
    frame = map_frame(run, UiState(selection=chosen), Settings())
    assert frame.wants_distribution
    assert frame.selected is not None
    assert frame.selected.mass == pytest.approx(float(here.next_probs[0] + here.next_probs[2]))
    assert "them: at least " in mass_in_words(frame, frame.selected)
    run.distribution = (run.current, np.full(len(frame.points), 1e-3, np.float32))
    later = map_frame(run, UiState(selection=chosen), Settings())
    assert later.selected is not None
    assert not later.wants_distribution
    assert mass_in_words(later, later.selected).endswith(" 0.2\u00a0%")


def test_the_kinds_are_counted(qapp: QApplication) -> None:
    run = fifty_steps()
    assert run.vocabulary is not None
    chosen = tuple(range(len(run.vocabulary)))
    made = map_frame(run, UiState(selection=chosen), Settings()).selected
    assert made is not None
    by_hand = {name: int((run.vocabulary.kinds == i).sum()) for i, name in enumerate(TOKEN_KINDS)}
    assert dict(made.kinds) == {name: n for name, n in by_hand.items() if n}
    counts = [n for _, n in made.kinds]
    assert counts == sorted(counts, reverse=True)
    assert made.kinds[0][0] in kinds_in_words(made).replace("\u00a0", " ")


def test_one_point_and_none_are_no_selection_to_sum_up() -> None:
    run = fifty_steps()
    for selection in ((), (3,)):
        frame = map_frame(run, UiState(selection=selection), Settings())
        assert frame.selected is None
        assert not frame.wants_distribution


def test_in_a_space_of_states_there_is_nothing_to_sum(qapp: QApplication) -> None:
    run = fifty_steps()
    state = run.maps[EMBEDDING]
    n = len(state.background.token_ids)
    texts = (np.arange(n) % 2).astype(np.int32)
    positions = np.arange(n, dtype=np.int32)
    state.background = replace(state.background, texts=texts, text_kinds=("prose", "code"), positions=positions)
    frame = map_frame(run, UiState(selection=(0, 1, 2)), Settings())
    assert frame.selected is not None
    assert frame.selected.probability is None
    assert frame.selected.kinds == (("prose", 2), ("code", 1))
    assert frame.background is not None
    assert place_in_text(frame.background, 1) == "code, position 1"
    assert not frame.wants_distribution
