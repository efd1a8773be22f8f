"""Panels of a figure with shared scales: one limit, one legend, plots in line; and none of it without being asked."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from engine.records import F32
from tests.helpers.runs import RUNS
from viz.charts.chart_view import ChartView
from viz.charts.common import quantity
from viz.charts.heat_part import HeatPart
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar, Key
from viz.figures.files import as_bytes
from viz.figures.legends import Explains, Legend, common_of, in_common
from viz.figures.panel_state import shown_panels
from viz.figures.picture import Made, image
from viz.figures.sheet import Sheet, laid_out
from viz.figures.spec import FigureSpec, Panel
from viz.figures.spec_file import check_file, text_of

pytestmark = pytest.mark.usefixtures("qapp")
MEAN = {"show": "mean of the layer", "first": False}  # whose highest values differ from layer to layer
HEADS = tuple(Panel("attention_head", head=head, options=MEAN) for head in ("L0.H0", "L1.H0"))
TWO = FigureSpec(size="174x80mm", dpi=150, shared_scales=True, panel=HEADS)
SAID = {"Software": "Orrery", "View": "two", "Prompt": ""}
RAMP = Colouring(("#ffffff", "#000000"), "", 1.0)


def sheet_of(spec: FigureSpec) -> Sheet:
    return laid_out(spec, shown_panels(spec, [RUNS["branched"]()] * len(spec.panel)))


def limits(sheet: Sheet) -> list[float]:
    return [bar.colouring.high for _, made in sheet.panels for bar in chart(made).panel.grid.bars]


def chart(made: Made) -> ChartView:
    assert isinstance(made.view, ChartView)
    return made.view


def darkest(sheet: Sheet, index: int) -> float:
    """The lightness, 0 to 255, of the darkest cell of a panel: its highest value."""
    grid = chart(sheet.panels[index][1]).panel.grid
    (part,) = (item for item in grid.scene().items() if isinstance(item, HeatPart))
    box, made = sheet.panels[index]
    place = part.mapRectToScene(part.boundingRect()).translated(grid.mapTo(made.view, grid.rect().topLeft()))
    whole = image(sheet).copy(
        round(box.x + place.x() * made.unit) + 4, round(box.y + place.y() * made.unit) + 4,
        round(place.width() * made.unit) - 8, round(place.height() * made.unit) - 8,
    )  # fmt: skip
    grey = whole.convertToFormat(whole.Format.Format_Grayscale8)
    return float(min(grey.pixelColor(x, y).red() for x in range(grey.width()) for y in range(grey.height())))


def edges(sheet: Sheet) -> list[QRectF]:
    """Where the plots of each panel are on the page."""
    found = []
    for box, made in sheet.panels:
        grid = chart(made).panel.grid
        whole = grid.plot_edges().translated(grid.mapTo(made.view, grid.rect().topLeft()))
        found.append(QRectF(box.x + whole.x() * made.unit, box.y + whole.y() * made.unit,
                            whole.width() * made.unit, whole.height() * made.unit))  # fmt: skip
    return found


def test_colours_mean_the_same_in_all_panels_and_are_explained_once() -> None:
    alone, together = sheet_of(replace(TWO, shared_scales=False)), sheet_of(TWO)
    own = limits(alone)
    assert own[0] != own[1]  # the control: by themselves they differ
    assert limits(together) == [max(own)] * 2
    assert darkest(alone, 0) < 60 < 90 < darkest(together, 0)  # half as high as the highest of the other
    assert darkest(alone, 1) == darkest(together, 1)
    assert len(together.legends) == 1
    assert alone.legends == ()
    texts = re.findall(r">([^<>]+)</text>", as_bytes(".svg", together, SAID).decode())
    assert texts.count("attention, square root") == 1
    assert "square root" not in texts  # of a panel by itself
    assert re.findall(r">([^<>]+)</text>", as_bytes(".svg", alone, SAID).decode()).count("square root") == 2
    alone.close()
    together.close()


def test_a_legend_lies_below_all_panels_and_on_the_page() -> None:
    sheet = sheet_of(replace(TWO, caption="Below it."))
    (legend,), page = sheet.legends, sheet.page
    assert legend.y >= max(box.y + box.height for box, _ in sheet.panels)
    assert legend.y + 1.6 * legend.font.pixelSize() <= min(
        words.y for words in sheet.words if "Below it." in words.lines
    )
    assert legend.x + legend.width <= page.width
    assert legend.font.pixelSize() >= page.least_text
    line = image(sheet).convertToFormat(image(sheet).Format.Format_RGB888)
    row = round(legend.y + 0.8 * legend.font.pixelSize())
    assert len({line.pixel(x, row) for x in range(round(legend.x), round(legend.x + legend.width))}) > 20  # its ramp
    sheet.close()


def test_entries_that_panels_have_alike_are_drawn_once_and_name_their_panels() -> None:
    key = (Key("attention", "#ff0000", "box"),)
    bar = Bar(RAMP, "p")
    said = [Explains((bar,), (key,)), Explains((), (key,)), Explains((bar,))]
    assert in_common(said) == (Legend((0, 2), bar=bar), Legend((0, 1), entries=key))
    assert common_of(1, in_common(said)).legends == {key}
    assert not common_of(1, in_common(said)).limits
    assert common_of(2, in_common(said)).limits == {quantity(bar): 1.0}


@pytest.mark.parametrize(
    "other",
    [
        Bar(replace(RAMP, high=2.0), "p"),
        Bar(RAMP, "q"),
        Bar(replace(RAMP, mode="log"), "p"),
        Bar(RAMP, "p", ends=("a", "b")),
        Bar(replace(RAMP, signed=True), "p"),
        Bar(replace(RAMP, stops=("#000000", "#ffffff")), "p"),
    ],
)
def test_bars_that_do_not_mean_the_same_stay_each_in_its_panel(other: Bar) -> None:
    assert in_common([Explains((Bar(RAMP, "p"),)), Explains((other,))]) == ()


def test_one_panel_has_its_legend_to_itself() -> None:
    assert in_common([Explains((Bar(RAMP, "p"),)), Explains()]) == ()


def test_limits_that_views_leave_free_become_the_widest() -> None:
    bars = [Bar(replace(RAMP, high=high), "p", free=True) for high in (0.5, 2.0, 1.0)]
    (legend,) = in_common([Explains((bar,)) for bar in bars])
    assert legend.bar is not None
    assert legend.bar.colouring.high == 2.0
    assert legend.bar.said_at_ends == ("0", "2")


def test_plots_of_a_column_and_of_a_row_stand_in_line() -> None:
    panels = (Panel("attention_atlas"), HEADS[0], HEADS[1], Panel("attention_atlas"))
    spec = replace(TWO, size="300x260mm", dpi=100, columns=2, panel=panels)
    found: dict[bool, F32] = {}
    for shared in (False, True):
        sheet = sheet_of(replace(spec, shared_scales=shared))
        found[shared] = np.array([(it.left(), it.top(), it.right(), it.bottom()) for it in edges(sheet)], np.float32)
        sheet.close()
    a, b, c, d = found[True]

    def apart(one: F32, other: F32, sides: tuple[int, ...]) -> float:
        return max(abs(float(one[side] - other[side])) for side in sides)

    assert max(apart(a, c, (0, 2)), apart(b, d, (0, 2)), apart(a, b, (1, 3)), apart(c, d, (1, 3))) < 4  # pixels
    e, f, g, h = found[False]
    assert max(apart(e, g, (0, 2)), apart(f, h, (0, 2)), apart(e, f, (1, 3)), apart(g, h, (1, 3))) > 20  # the control


def test_a_spec_knows_the_key_and_the_nearest_right_one(tmp_path: Path) -> None:
    place = tmp_path / "s.toml"
    place.write_text(text_of(TWO), encoding="utf-8")
    spec, problems = check_file(place)
    assert (problems, spec.figure[0].shared_scales) == ((), True)
    place.write_text(text_of(TWO).replace("shared_scales", "shared_scale"), encoding="utf-8")
    (problem,) = check_file(place)[1]
    assert "“shared_scales”" in problem.sentence
