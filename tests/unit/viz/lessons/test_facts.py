"""Numbers of a lesson's text that come from a view."""

from __future__ import annotations

import numpy as np

from tests.helpers.runs import prompted
from viz.figures.numbers import gathered
from viz.lessons import facts
from viz.lessons.lesson import Number, State
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
