"""Where panels stand: never in one place, never outside, and all columns as wide as each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import InputRefused
from viz.figures.grid import Box, Cell, boxes, cells, columns_of
from viz.figures.spec import Panel


@pytest.mark.parametrize(
    ("count", "width", "height", "columns"),
    [(1, 1920, 1080, 1), (2, 1920, 1080, 2), (2, 85, 120, 1), (4, 1600, 1200, 2), (6, 1920, 1080, 3), (3, 174, 60, 3)],
)
def test_columns_suit_the_page(count: int, width: int, height: int, columns: int) -> None:
    assert columns_of(count, width, height) == columns


def test_panels_fill_what_is_free() -> None:
    panels = [Panel("a", row=1, column=0, across=2), Panel("b"), Panel("c"), Panel("d")]
    assert cells(panels, 2) == (Cell(0, 1, 2), Cell(0, 0), Cell(1, 0), Cell(0, 2))
    assert cells([Panel("a", column=1), Panel("b"), Panel("c", row=3)], 2) == (Cell(1, 0), Cell(0, 0), Cell(0, 3))


def test_what_cannot_stand_is_said() -> None:
    with pytest.raises(InputRefused, match="Panels 1 and 2 stand in one place"):
        cells([Panel("a", row=0, column=0), Panel("b", row=0, column=0)], 2)
    with pytest.raises(InputRefused, match="column 2, but the figure has 2"):
        cells([Panel("a", column=2)], 2)
    with pytest.raises(InputRefused, match="column 2"):
        cells([Panel("a", across=3)], 2)


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 2)), min_size=1, max_size=12), st.integers(3, 6))
def test_no_two_boxes_overlap_and_none_is_outside(spans: list[tuple[int, int]], columns: int) -> None:
    panels = [Panel("a", across=across, down=down) for across, down in spans]
    found = boxes(cells(panels, columns), columns, Box(10, 20, 900, 700), 8)
    for index, box in enumerate(found):
        assert box.x >= 10
        assert box.y >= 20
        assert box.x + box.width <= 910
        assert box.y + box.height <= 720
        for other in found[:index]:
            apart_across = box.x >= other.x + other.width or other.x >= box.x + box.width
            assert apart_across or box.y >= other.y + other.height or other.y >= box.y + box.height
    ones = {box.width for box, (across, _) in zip(found, spans, strict=True) if across == 1}
    assert not ones or max(ones) - min(ones) <= 1
