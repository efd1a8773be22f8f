"""A hidden state is named by the layer it leaves, everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.records import Space
from viz.map.paint.words import space_name
from viz.state_names import layer_of, row_after, state_name, state_place, state_tick

ROOT = Path(__file__).parents[3]


def test_row_0_is_the_input_and_row_l_plus_1_leaves_layer_l() -> None:
    rows = 4  # of three layers
    assert [state_tick(row, rows) for row in range(rows)] == ["input", "L0", "L1", "output"]
    assert [state_tick(row) for row in range(rows)] == ["input", "L0", "L1", "L2"]
    assert [state_name(row, rows) for row in range(rows)] == [
        "input", "after L0", "after L1", "after L2 (the last)"
    ]  # fmt: skip
    assert [state_place(row) for row in range(rows)] == ["at the input", "after L0", "after L1", "after L2"]


@pytest.mark.parametrize("layer", range(5))
def test_a_layer_and_the_state_after_it_are_each_others(layer: int) -> None:
    assert layer_of(row_after(layer)) == layer
    assert state_name(row_after(layer)) == f"after L{layer}"
    assert Space("resid", row_after(layer)).in_words == f"states after L{layer}"
    assert space_name(Space("resid", row_after(layer)), 9) == f"Hidden states: after L{layer}"
    assert layer_of(0) == 0
    assert Space("resid").in_words == "states at the input"


def test_no_text_counts_states_in_a_way_of_its_own() -> None:
    """Words such as "before block 3" or "after layer {n}" are made in one file only."""
    own = re.compile(r'"[^"\n]*\b(?:before|after|enters|entering) (?:block|layer) ?[{\d][^"\n]*"', re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}: {text}"
        for folder in ("app", "viz")
        for path in (ROOT / folder).rglob("*.py")
        for text in own.findall(re.sub(r'""".*?"""', "", path.read_text(encoding="utf-8"), flags=re.DOTALL))
    ]
    assert found == []
