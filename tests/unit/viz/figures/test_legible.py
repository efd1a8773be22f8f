"""What cannot be read in its size is refused with a size that would do; and figures are as large as their page."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from engine.errors import InputRefused
from engine.run import Run
from tests.helpers.runs import RUNS
from viz.ahead import AheadTree
from viz.charts.chart_view import ChartView
from viz.charts.chart_words import prefixes
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.rulers import Ruler, categories
from viz.figures.legible import faults, require_legible, unreadable, written
from viz.figures.page import Figure, Page, of_pixels, paper
from viz.figures.picture import Made, prepared
from viz.labs.lookahead.lookahead_frame import LookaheadFrame, fewer
from viz.labs.lookahead.lookahead_view import LookaheadView
from viz.ui_state import UiState

pytestmark = pytest.mark.usefixtures("qapp")
PAGE = QSize(300, 100)
NOTES = "One short sentence. " + "A longer one that says quite a lot about what is drawn below it. " * 6


def found(draw: Callable[[QPainter], None]) -> tuple[str, ...]:
    return faults(written(PAGE, draw))


def test_text_beside_text_is_well_and_over_it_is_not() -> None:
    def beside(painter: QPainter) -> None:
        painter.drawText(10, 40, "one")
        painter.drawText(100, 40, "two")
        painter.drawText(10, 60, "three")

    def over(painter: QPainter) -> None:
        beside(painter)
        painter.drawText(104, 42, "four")

    assert found(beside) == ()
    assert found(over) == ("four",)


def test_text_beyond_the_page_or_cut_is_told_and_what_is_never_seen_is_not() -> None:
    def beyond(painter: QPainter) -> None:
        painter.drawText(280, 40, "reaches out")

    def cut(painter: QPainter) -> None:
        painter.setClipRect(QRectF(0, 0, 30, 100))
        painter.drawText(10, 40, "longer than that")
        painter.drawText(120, 40, "not there at all")

    assert found(beyond) == ("reaches out",)
    assert found(cut) == ("longer than that",)


def test_a_text_over_itself_is_its_halo_and_turned_text_has_its_own_box() -> None:
    def draw(painter: QPainter) -> None:
        painter.drawText(10, 40, "halo")
        painter.drawText(10, 40, "halo")
        painter.translate(100, 80)
        painter.rotate(-90)
        painter.drawText(0, 0, "upwards")
        painter.drawText(0, 20, "beside it")

    assert found(draw) == ()


class Chart(ChartView):
    """A chart below a heading and notes."""

    name = "demo"
    title = "Demonstration"

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> str:
        return NOTES

    def heading(self, frame: str) -> str:
        return "A heading that is rather long for a narrow column of a paper, and is not to be cut in a figure"

    def notes(self, frame: str) -> str:
        return frame

    def draw_charts(self, frame: str) -> None:
        with self.drawing() as grid:
            for row in range(3):
                plot = grid.plot(row, 0)
                plot.show_axes(Ruler(0, 100, "x"), Ruler(0, 100, "y"))
                plot.line([0, 100], [0, 100], self.colours.path)


@pytest.fixture
def chart(monkeypatch: pytest.MonkeyPatch) -> Callable[[Page], Made]:
    monkeypatch.setattr("viz.figures.picture.view_class", lambda name: Chart)
    return lambda page: prepared(Figure("demo", page), RUNS["prompted"](), UiState())


@pytest.mark.parametrize("page", [paper(174, 98), paper(120, 120), of_pixels(1920, 1080)], ids=str)
def test_a_figure_is_as_large_as_its_page_however_much_is_said(chart: Callable[[Page], Made], page: Page) -> None:
    made = chart(page)
    view = made.view
    assert view.size() == QSize(math.ceil(page.width / made.unit), math.ceil(page.height / made.unit))
    assert isinstance(view, ChartView)
    grid = view.panels[0].grid
    assert grid.mapTo(view, grid.rect().bottomRight()).y() < view.height()
    made.close()


def test_words_of_a_figure_are_whole_and_leave_room_for_the_chart(chart: Callable[[Page], Made]) -> None:
    made = chart(paper(85, 90))
    texts = [it.text for it in written(QSize(made.page.width, made.page.height), made.paint)]
    assert not any(text.endswith("…") for text in texts)
    assert any(text.startswith("One short sentence.") for text in texts)
    said = " ".join(texts)
    assert "A longer one" not in said or said.count("below it.") == said.count("A longer one")
    made.close()
    large = chart(paper(300, 300))
    assert (
        " ".join(it.text for it in written(QSize(large.page.width, large.page.height), large.paint)).count("below it.")
        == 6
    )
    large.close()


def test_parts_of_notes_are_left_out_from_the_end() -> None:
    assert list(prefixes("One. Two · three\nFour")) == [
        "One. Two · three\nFour",
        "One. Two · three",
        "One. Two",
        "One.",
    ]
    assert list(prefixes("0.5 of 3")) == ["0.5 of 3"]


def test_what_has_no_room_is_refused_with_a_size_that_would_do(chart: Callable[[Page], Made]) -> None:
    small = chart(paper(85, 40))
    assert unreadable(small)
    with pytest.raises(InputRefused) as told:
        require_legible(small, chart)
    small.close()
    met = re.search(r"about (\d+) mm x (\d+) mm", str(told.value))
    assert met is not None, told.value
    wide, high = (float(number) for number in met.groups())
    assert wide / high == pytest.approx(85 / 40, rel=0.05)
    enough = chart(paper(wide, high))
    assert unreadable(enough) == ()
    require_legible(enough, chart)
    enough.close()


@pytest.mark.parametrize("page", [of_pixels(320, 150), paper(85, 40, text_size=4.0)], ids=str)
def test_pixels_and_text_sizes_that_were_asked_for_are_kept_to(chart: Callable[[Page], Made], page: Page) -> None:
    made = chart(page)
    require_legible(made, chart)
    made.close()


def test_a_look_ahead_leaves_out_what_has_no_room_and_says_so(qapp: QApplication) -> None:
    run = RUNS["fifty_steps"]()
    frame = LookaheadView.frame(run, UiState())
    assert len(frame.tree) > 4
    left = fewer(frame, 1, 3)
    assert len(left.tree) == len(left.texts) == 3
    assert set(left.tree.paths) <= set(frame.tree.paths)
    assert sorted(left.tree.mass.tolist()) == sorted(frame.tree.mass[frame.tree.levels == 1].tolist())[-3:]
    assert fewer(frame, 9, 10**6).tree.paths == frame.tree.paths
    view = LookaheadView()
    for page, all_fit in ((paper(85, 30), False), (paper(85, 60), True)):
        made = prepared(Figure("lookahead", page), run, UiState(), frame)
        said = " ".join(it.text for it in written(QSize(page.width, page.height), made.paint))
        assert ("There is room for the" in said) is not all_fit
        assert unreadable(made) == ()
        made.close()
    view.close()


def test_a_child_keeps_its_parent_where_others_are_left_out() -> None:
    paths = ((1,), (2,), (1, 3), (2, 4), (2, 5))
    tree = AheadTree(
        paths=paths, parents=np.array([-1, -1, 0, 1, 1], np.int32), mass=np.array([0.5, 0.4, 0.1, 0.3, 0.05]),
        chance=np.ones(5, np.float32), ends=np.zeros(5, np.bool_), pinned=np.zeros(5, np.bool_),
        taken=np.zeros(5, np.bool_),
    )  # fmt: skip
    some = fewer(LookaheadFrame(tree, tree.limits, texts=("1", "2", "3", "4", "5")), 2, 3)
    assert some.tree.paths == ((1,), (2,), (2, 4))
    assert some.tree.parents.tolist() == [-1, -1, 1]
    assert some.texts == ("1", "2", "4")


def test_a_colour_bar_stays_on_its_line_above_the_axis_of_a_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    class Barred(Chart):
        def draw_charts(self, frame: str) -> None:
            colouring = Colouring(self.colours.ramp, "", 1.0)
            with self.drawing() as grid:
                grid.words(0, 0, "Left", bold=True)
                grid.colour_bar(1, 0, Bar(colouring, "a quantity with quite a long name", least=4.0))
                plot = grid.plot(2, 0)
                plot.show_axes(categories(("A", "B"), far=True), categories(("C", "D"), down=True))
                plot.heat(np.zeros((2, 2), np.float32), colouring)
                grid.words(0, 1, "Right", bold=True)
                grid.plot(1, 1, 2).show_axes(Ruler(0, 1), Ruler(0, 1))

    monkeypatch.setattr("viz.figures.picture.view_class", lambda name: Barred)
    for page in (of_pixels(1920, 1080), paper(174, 98)):
        made = prepared(Figure("demo", page), RUNS["prompted"](), UiState())
        boxes = {it.text: it.box for it in written(QSize(page.width, page.height), made.paint)}
        assert boxes["a quantity with quite a long name"].bottom() < boxes["A"].top()
        assert boxes["Left"].bottom() < boxes["a quantity with quite a long name"].top()
        made.close()
