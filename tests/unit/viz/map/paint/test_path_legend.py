"""The legend of further paths stands on what is written below it, and gives way where there is no room."""

from __future__ import annotations

import pytest

from tests.helpers.further import bundle, shown_on
from tests.helpers.runs import fifty_steps
from viz.map.paint.overlay import Overlay
from viz.map.paint.path_legend import LOWEST, MARGIN
from viz.theme import theme
from viz.ui_state import UiState

pytestmark = pytest.mark.usefixtures("qapp")
SIZES = ((560.0, 280.0), (700.0, 420.0), (1200.0, 800.0))


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("size", [1.0, 2.0])
def test_it_lies_on_nothing_that_is_written(width: float, height: float, size: float) -> None:
    run = fifty_steps()
    frame, _ = shown_on(run, UiState(), bundle(run, "A"), bundle(run, "B", prompt="Once"))
    overlay, look = Overlay(), theme("dark")
    written = overlay.statement.plan(frame, look, width, height, size).boxes
    plate = overlay.paths.plan(frame, look, width, height, size, written).plate
    if plate is None:
        assert height < 800 or size > 1
        return
    assert plate[1] >= 0
    for box in written:
        assert box[2] <= plate[0] or box[0] >= plate[2] or box[3] <= plate[1] or box[1] >= plate[3]


def test_it_stands_at_the_lower_edge_where_nothing_is_in_its_way() -> None:
    run = fifty_steps()
    frame, _ = shown_on(run, UiState(), bundle(run, "A"))
    paths, look = Overlay().paths, theme("dark")
    plate = paths.plan(frame, look, 1200.0, 800.0, 1.0).plate
    assert plate is not None
    assert plate[3] == pytest.approx(800.0 - MARGIN - LOWEST + 4.0)
    below = (900.0, 740.0, 1200.0, 800.0)
    raised = paths.plan(frame, look, 1200.0, 800.0, 1.0, (below,)).plate
    assert raised is not None
    assert raised[3] <= below[1]
    assert paths.plan(frame, look, 205.0, 580.0, 1.0).plate is None  # names of six letters over the middle of the map
    assert paths.plan(frame, look, 1200.0, 800.0, 1.0, ((0.0, 10.0, 1200.0, 800.0),)).plate is None
