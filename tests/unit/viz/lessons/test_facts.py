"""Numbers of a lesson's text that come from a view."""

from __future__ import annotations

import numpy as np

from tests.helpers.runs import prompted
from viz.charts.numbers import NOT_THERE
from viz.figures.numbers import gathered
from viz.lessons import facts
from viz.lessons.lesson import Check, Number, State
from viz.registry import all_views
from viz.ui_state import UiState


def test_a_cell_that_is_not_computed_yet_is_not_there_rather_than_no_number() -> None:
    run, ui = prompted(), UiState()
    table = gathered(all_views()["logit_lens"].frame(run, ui)).arrays["table.final_probs"]
    unknown, known = (np.argwhere(which) for which in (np.isnan(table), ~np.isnan(table)))
    assert len(unknown)
    assert len(known)

    def value(at: list[int]) -> object:
        number = Number(view="logit_lens", name="table.final_probs", index=tuple(at))
        return facts.value_of(number, run, State(), ui)

    assert value(unknown[0].tolist()) is None
    assert value(known[0].tolist()) == table[tuple(known[0])]


def test_sums_differences_and_ratios_are_of_numbers_that_are_there() -> None:
    values = {"a": 0.75, "b": 0.5, "none": None, "word": "cat", "zero": 0.0}
    assert facts.derived(Number(sum=("a", "b", "b")), values) == 1.75
    assert facts.derived(Number(difference=("b", "a")), values) == -0.25
    assert facts.derived(Number(ratio=("a", "b")), values) == 1.5
    assert facts.derived(Number(sum=("a", "none")), values) is None
    assert facts.derived(Number(difference=("a", "word")), values) is None
    assert facts.said(Number(ratio=("a", "zero")), facts.derived(Number(ratio=("a", "zero")), values)) == NOT_THERE
    assert facts.said(Number(difference=("a", "b"), format="points"), 0.25) == "25"


def test_a_claim_may_compare_two_numbers() -> None:
    values = {"a": 0.75, "b": 0.5, "none": None, "word": "cat"}
    assert facts.holds(Check("a", more_than="b"), values)
    assert facts.holds(Check("b", less_than="a", at_least=0.4), values)
    assert not facts.holds(Check("b", more_than="a"), values)
    assert not facts.holds(Check("a", more_than="a"), values)
    for missing in ("none", "word", "other"):
        assert not facts.holds(Check("a", more_than=missing), values)
        assert not facts.holds(Check(missing, less_than="a"), values)
    assert facts.claim(Check("a", at_least=0.5, more_than="b")) == "a is at least 0.5 and more than b"


def test_counts_are_marked_in_thousands_and_a_token_s_number_is_not() -> None:
    assert facts.said(Number(format="count"), 49151.0) == "49,151"
    assert facts.said(Number(format="id"), 49151.0) == "49151"
