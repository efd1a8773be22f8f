"""Charts by their gestures: what is pointed at, chosen, zoomed and told, by the mouse and by the keyboard."""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from pyqtgraph import BarGraphItem
from PySide6.QtCore import QBuffer, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.records import F32
from tests.helpers.charts import DemoView, at, click, point
from tests.helpers.counted import counted
from tests.helpers.mouse import leave, wheel
from viz.charts.aim import Rows
from viz.charts.axes import Axis
from viz.charts.chart_words import ChartWords
from viz.charts.hatching import hatched
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.look import Look
from viz.charts.plots import Plot
from viz.charts.rows import BarRow
from viz.charts.rulers import Ruler, categories
from viz.theme import theme

LINE, BARS, CLOUD, TABLE_AT = range(4)
SCALE = Colouring(("#000000", "#ffffff"), "", 1.0)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DemoView]:
    made = DemoView()
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    made.paint("one", theme("dark"))
    yield made
    made.close()


def plots(view: DemoView) -> list[Plot]:
    return view.panel.grid.plots


def test_the_crosshair_tells_exact_values(view: DemoView) -> None:
    for plot, thing, words in (
        (LINE, 3, "x 30\nsquare 9"),
        (BARS, 1, "L1\npart 50\u00a0%"),
        (CLOUD, 1, "0.5\n−0.5"),
        (TABLE_AT, (2, 3), "L2 · d\nvalue 11"),
    ):
        point(view.panel, plot, thing)
        assert plots(view)[plot].crosshair.words == words
        assert plots(view)[plot].crosshair.isVisible()


def test_the_crosshair_goes_with_the_pointer(view: DemoView) -> None:
    point(view.panel, LINE, 3)
    point(view.panel, BARS, 1)
    assert plots(view)[LINE].crosshair.spot is None
    leave(view.panel.grid)
    assert plots(view)[BARS].crosshair.spot is None


def test_a_view_is_told_what_is_pointed_at_and_chosen(view: DemoView) -> None:
    told: list[object] = []
    with view.drawing() as grid:
        plot = grid.plot(1, 1)
        plot.show_axes(Ruler(), categories(("a", "b", "c"), down=True))
        plot.aim(Rows(3), "row {}".format, point=told.append, choose=lambda row: told.append(("chose", row)), chosen=1)
    assert len(plots(view)) == 1
    point(view.panel, 0, 2)
    assert plots(view)[0].crosshair.words == "row 2"
    click(view.panel, 0, 0)
    leave(view.panel.grid)
    assert told == [2, 0, ("chose", 0), None]
    told.clear()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
    assert told == [("chose", 2), ("chose", 0)]


def test_keys_that_mean_nothing_go_to_the_window(view: DemoView) -> None:
    passed: list[int] = []
    view.keyPressEvent = lambda event: passed.append(event.key())  # type: ignore[method-assign]
    QTest.keyClick(view.panel.grid, Qt.Key.Key_Space)
    assert passed == [Qt.Key.Key_Space]


def test_wheel_keys_and_double_click_zoom_and_show_all(view: DemoView) -> None:
    plot = plots(view)[LINE]
    whole = plot.vb.viewRange()
    assert np.allclose(whole, [[0, 100], [0, 100]])
    where = at(view.panel, LINE, 5)
    wheel(view.panel.grid.viewport(), where, 2)
    (left, right), _ = plot.vb.viewRange()
    assert 0 < left < 50 < right < 100
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert np.allclose(plot.vb.viewRange(), whole)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert plot.vb.is_zoomed
    before = plot.vb.viewRange()[0]
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert plot.vb.viewRange()[0][0] > before[0]
    QTest.mouseDClick(view.panel.grid.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseRelease(view.panel.grid.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert not plot.vb.is_zoomed


def test_nobody_gets_past_the_ends(view: DemoView) -> None:
    plot = plots(view)[LINE]
    for _ in range(9):
        plot.vb.move(1.0, 1.0)
        plot.vb.zoom(1.5)
    (left, right), (low, high) = plot.vb.viewRange()
    assert left >= -1e-9
    assert low >= -1e-9
    assert right <= 100 + 1e-9
    assert high <= 100 + 1e-9


def test_a_drag_moves_what_is_zoomed(view: DemoView) -> None:
    plot, port = plots(view)[LINE], view.panel.grid.viewport()
    for _ in range(4):
        plot.vb.zoom(0.8)
    before, start = plot.vb.viewRange()[0][0], at(view.panel, LINE, 5)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for step in (10, 20, 30):
        QTest.mouseMove(port, start + QPoint(step, 0))
        from tests.helpers.mouse import move

        move(port, start + QPoint(step, 0), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 0))
    assert plot.vb.viewRange()[0][0] < before


def test_a_zoom_outlives_new_values_and_a_longer_range_and_ends_with_another(view: DemoView) -> None:
    plot = plots(view)[LINE]
    plot.vb.zoom(0.5)
    zoomed = plot.vb.viewRange()
    view.redraw()
    assert plots(view)[LINE] is plot
    assert np.allclose(plot.vb.viewRange(), zoomed)
    with view.drawing() as grid:
        grid.plot(1, 0).show_axes(Ruler(0, 120), Ruler(0, 100))
    assert np.allclose(plot.vb.viewRange(), zoomed)
    with view.drawing() as grid:
        grid.plot(1, 0).show_axes(Ruler(0, 7), Ruler(0, 100))
    assert np.allclose(plot.vb.viewRange(), [[0, 7], [0, 100]])


def test_a_low_plot_keeps_its_room_below_the_name_of_its_axis(view: DemoView) -> None:
    with view.drawing() as grid:
        for row in (0, 1, 2):
            grid.plot(row, 0).show_axes(Ruler(0, 10, "x"), Ruler(0, 10, "y"))
    grid = view.panel.grid
    em = grid.plots[0]._known_look().em
    view.panel.setFixedHeight(round(grid.least_height()))
    QApplication.processEvents()
    assert min(plot.vb.height() for plot in grid.plots) >= 3.0 * em - 1


def test_linked_plots_move_together(view: DemoView) -> None:
    with view.drawing() as grid:
        for row in (0, 1):
            grid.plot(row, 0).show_axes(Ruler(0, 10, "x"), Ruler(0, 10.0 ** (5 * row), "y"))
        grid.link(grid.plots)
    one, other = plots(view)
    one.vb.zoom(0.5)
    assert np.allclose(other.vb.viewRange()[0], one.vb.viewRange()[0])
    other.view_all()
    assert np.allclose(one.vb.viewRange()[0], [0, 10])
    lefts = [plot.vb.sceneBoundingRect().left() for plot in (one, other)]
    assert lefts[0] == pytest.approx(lefts[1])


def test_what_is_not_drawn_again_goes(view: DemoView) -> None:
    assert len(plots(view)) == 4
    kept = plots(view)[LINE]
    with view.drawing() as grid:
        grid.plot(1, 0).show_axes(Ruler(), Ruler())
    assert plots(view) == [kept]
    assert kept.items == []
    assert kept.aim_at is None


def test_the_menu_is_ours(view: DemoView) -> None:
    offered = QAction("Export a figure", view)
    view.addAction(offered)
    menu = view.panel.grid.menu()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["View all", "Save the numbers as a table (CSV)…", "Export a figure"]
    plots(view)[LINE].vb.zoom(0.5)
    menu.actions()[0].trigger()
    assert not plots(view)[LINE].vb.is_zoomed


def test_a_chart_has_a_name_for_those_who_listen(view: DemoView) -> None:
    assert view.panel.grid.accessibleName() == "Demonstration"
    said = view.accessibleDescription()
    assert said.startswith("A heading with <b>signs</b> & such. square: 11 values, highest 100 at 100, lowest 0 at 0.")
    assert said.endswith("value: 3 × 4 cells. Largest: 11 at row L2, column d.")
    assert view.panel.grid.accessibleDescription() == said
    assert view.panel.grid.focusPolicy() == Qt.FocusPolicy.StrongFocus


class Watched(DemoView):
    """Tells what of its ground is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.rects.append(event.rect())
        super().paintEvent(event)


def test_another_theme_paints_the_whole_ground_anew(qtbot: QtBot) -> None:
    view = Watched()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.paint("one", theme("dark"))
    view.show()
    qtbot.waitExposed(view)
    QApplication.processEvents()
    view.rects.clear()
    view.paint("one", theme("light"))
    qtbot.waitUntil(lambda: view.rect() in view.rects)
    view.close()


def test_a_larger_type_takes_more_room(view: DemoView) -> None:
    before = plots(view)[LINE].vb.sceneBoundingRect().width()
    font = view.font()
    font.setPixelSize(30)
    view.setFont(font)
    assert plots(view)[LINE].vb.sceneBoundingRect().width() < before


def test_a_table_smaller_than_pixels_keeps_its_strongest_cells(view: DemoView) -> None:
    values = np.zeros((2000, 2000), np.float32)
    values[777, 1234] = 1.0
    from viz.charts.heat import Heat
    from viz.charts.heatmap import Colouring

    with view.drawing() as grid:
        plot = grid.plot(0, 0)
        plot.show_axes(Ruler(-0.5, 1999.5), Ruler(-0.5, 1999.5, down=True))
        plot.heat(values, Colouring(("#000000", "#ffffff"), "", 1.0))
    view.grab()  # how large cells are is known when they are painted
    (heat,) = (item for item in plots(view)[0].items if isinstance(item, Heat))
    assert heat.image.width() <= plot.vb.width(), "every cell of the picture has a pixel"
    assert heat.image.height() <= plot.vb.height()
    assert (
        heat.image.pixelColor(1234 * heat.image.width() // 2000, 777 * heat.image.height() // 2000).name() == "#ffffff"
    )


def test_words_of_a_cell_may_be_strong_by_what_numpy_compared(view: DemoView) -> None:
    from viz.charts.heatmap import Colouring

    values = np.array([[0.0, 1.0]], np.float32)
    with view.drawing() as grid:
        plot = grid.plot(0, 0)
        plot.show_axes(Ruler(-0.5, 1.5), Ruler(-0.5, 0.5, down=True))
        plot.heat(
            values, Colouring(("#000000", "#ffffff"), "", 1.0), write=lambda row, at: ("W", values[row, at] > 0.5)
        )
    view.grab()  # what fails while it is painted is written, and fails the test


def test_arrow_keys_may_only_point_and_enter_chooses(view: DemoView) -> None:
    told: list[object] = []
    with view.drawing() as grid:
        plot = grid.plot(1, 1)
        plot.show_axes(Ruler(), categories(("a", "b", "c"), down=True))
        plot.aim(Rows(3), "row {}".format, point=told.append, choose=lambda row: told.append(("chose", row)),
                 chosen=1, browse=True)  # fmt: skip
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert told == []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert told == [2, 1, 0, ("chose", 0)]


@pytest.mark.parametrize("size", [(900, 300), (400, 700)])
def test_a_square_plot_is_square_and_its_neighbours_stand_in_line(view: DemoView, size: tuple[int, int]) -> None:
    view.resize(*size)
    with view.drawing() as grid:
        middle = grid.plot(0, 0)
        middle.show_axes(
            categories(("one", "another"), far=True, turned=True), categories(("one", "another"), down=True)
        )
        right, below = grid.plot(0, 1), grid.plot(1, 0)
        right.show_axes(Ruler(far=True), Ruler(-0.5, 1.5, down=True, hidden=True))
        below.show_axes(Ruler(-0.5, 1.5, hidden=True), Ruler())
        right.setFixedWidth(40)
        below.setFixedHeight(40)
        grid.square(middle)
    inside, beside, under = (plot.vb.sceneBoundingRect() for plot in (middle, right, below))
    assert inside.width() == pytest.approx(inside.height(), abs=2)
    assert (beside.top(), beside.bottom()) == pytest.approx((inside.top(), inside.bottom()), abs=1)
    assert (under.left(), under.right()) == pytest.approx((inside.left(), inside.right()), abs=1)
    view.resize(620, 410)
    inside = middle.vb.sceneBoundingRect()
    assert inside.width() == pytest.approx(inside.height(), abs=2)


def test_charts_of_several_panels_stand_in_line(qtbot: QtBot) -> None:
    lefts = []
    for numbers in (("1", "22"), ("a long label", "b")):
        view = DemoView()
        qtbot.addWidget(view)
        view.resize(500, 300)
        view.show()
        view.paint("one", theme("dark"))
        with view.drawing() as grid:
            plot = grid.plot(0, 0)
            plot.show_axes(Ruler(), categories(numbers, least=8.0))
        lefts.append(plot.vb.sceneBoundingRect().left())
    assert lefts[0] == lefts[1] >= 8 * view.em


def test_quiet_labels_are_muted_among_clear_ones(view: DemoView) -> None:
    with view.drawing() as grid:
        labels = categories(("mm", "mm"), clear=True, quiet=frozenset({1}))
        grid.plot(0, 0).show_axes(labels, Ruler(hidden=True))
    QApplication.processEvents()
    grid, box = view.panel.grid, plots(view)[0].vb
    picture = QImage(grid.size(), QImage.Format.Format_RGB32)
    picture.fill(QColor(theme("dark").surface))
    painter = QPainter(picture)
    grid.draw_vectors(painter, QRectF(grid.rect()))
    painter.end()

    def brightest(column: int) -> int:
        middle = grid.mapFromScene(box.mapViewToScene(QPointF(column, 0)))
        xs, ys = range(middle.x() - 20, middle.x() + 20), range(middle.y(), grid.height())
        return max(picture.pixelColor(x, y).lightness() for x in xs for y in ys)

    muted, text = (QColor(colour).lightness() for colour in (theme("dark").muted, theme("dark").text))
    assert theme("dark").is_dark
    assert 100 < brightest(1) <= muted < brightest(0) <= text


@pytest.mark.parametrize("smallest", [0.64, 0.8])
def test_labels_that_stand_close_are_as_small_as_may_be(view: DemoView, smallest: float) -> None:
    with view.drawing() as grid:
        labels = categories(("label",) * 200, down=True, smallest=smallest)
        grid.plot(0, 0).show_axes(Ruler(hidden=True), labels)
    said, generator = QBuffer(), QSvgGenerator()
    generator.setOutputDevice(said)
    generator.setResolution(96)
    painter = QPainter(generator)
    view.panel.grid.draw_vectors(painter, QRectF(view.panel.grid.rect()))
    painter.end()
    sizes = {float(size) for size in re.findall(rb'font-size="([0-9.]+)"[^>]*>[^<]*<text', said.data().data())}
    assert sizes == {max(round(view.em * smallest), 6)}


@pytest.mark.parametrize("left", [False, True])
def test_a_colour_bar_stands_at_the_side_it_is_put_to(view: DemoView, left: bool) -> None:
    bar = Bar(Colouring(("#000000", "#ffffff"), "", 1.0), "value")
    with view.drawing() as grid:
        if left:
            grid.colour_bar(0, 0, bar, side=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        else:
            grid.colour_bar(0, 0, bar)
        grid.plot(1, 0).show_axes(Ruler(), Ruler())
    (item,) = [item for item in grid.scene().items() if isinstance(item, BarRow)]
    where = item.sceneBoundingRect()
    assert where.width() < grid.width() / 2
    assert (where.left() < 20) == left
    assert (where.right() > grid.width() - 20) != left


def test_a_card_goes_out_of_sight_with_what_it_tells_of(view: DemoView) -> None:
    point(view.panel, LINE, 1)
    line = plots(view)[LINE]
    line.vb.show_part(0, 50.0, 90.0)
    with_card = view.grab().toImage()
    assert line.crosshair.words
    line.crosshair.leave()
    assert view.grab().toImage() == with_card


def test_of_a_large_table_the_part_in_sight_is_taken_as_sharp_as_the_screen(view: DemoView) -> None:
    from viz.charts.heat_part import HeatPart
    from viz.charts.matrix_pyramid import Pyramid

    class Table:
        n, pyramid = 2048, Pyramid(np.random.default_rng(0).random((2048, 2048), np.float32))

        def cut(self, left: float, top: float, width: float, pixels: float) -> tuple[F32, int, int, int]:
            return self.pyramid.cut(left, top, width, width, pixels)

    table, seen = Table(), list[tuple[float, ...]]()
    with view.drawing() as grid:
        plot = grid.plot(0, 0)
        plot.show_axes(Ruler(-0.5, 2047.5), Ruler(-0.5, 2047.5, down=True))
        part = plot.item(HeatPart)
        part.show_parts(table, Colouring(("#000000", "#ffffff"), "", 1.0), lambda *told: seen.append(told))
    view.grab()
    assert seen[-1][:3] == pytest.approx((0, 0, 2048))
    assert len(part.cells) < 1400
    plot.vb.setRange(xRange=(99.5, 199.5), yRange=(299.5, 399.5), padding=0)
    view.grab()
    assert seen[-1][:3] == pytest.approx((100, 300, 100))
    np.testing.assert_array_equal(part.cells[:100, :100], table.pyramid.values[300:400, 100:200])


def test_a_plot_that_goes_is_let_go_after_the_event(view: DemoView, qtbot: QtBot) -> None:
    gone = weakref.ref(plots(view)[LINE])
    with view.drawing() as grid:
        grid.plot(5, 0).show_axes(Ruler(), Ruler())
    assert gone() is not None, "Qt may be going through the items that it holds"
    assert len(plots(view)) == 1

    def is_gone() -> bool:
        gc.collect()
        return gone() is None

    qtbot.waitUntil(is_gone)


def test_what_is_not_shown_is_not_built(view: DemoView) -> None:
    def made() -> set[QWidget]:
        return {widget for widget in QApplication.allWidgets() if type(widget) is not QWidget}  # a layout has one each

    before = made()
    with view.drawing() as grid:
        grid.colour_bar(0, 0, Bar(SCALE, "value"))
        plot = grid.plot(6, 0)
        plot.show_axes(Ruler(far=True), Ruler(hidden=True))
    assert made() <= before, "no menu, no form"
    assert set(plot.sides) == {"top"}
    assert plot.items == []


def test_an_axis_that_is_hidden_later_gives_its_room_back(view: DemoView) -> None:
    def width(ruler: Ruler) -> float:
        with view.drawing() as grid:
            plot = grid.plot(1, 0)
            plot.show_axes(Ruler(), ruler)
        return float(plot.vb.width())

    with_axis, without = width(Ruler()), width(Ruler(hidden=True))
    assert without > with_axis + 5
    assert width(Ruler()) == with_axis


def test_the_part_in_sight_is_told_once_however_often_it_is_laid_out(view: DemoView) -> None:
    told: list[tuple[float, float]] = []

    def draw(label: str) -> Plot:
        with view.drawing() as grid:
            plot: Plot = grid.plot(0, 0)
            plot.show_axes(Ruler(), categories((label, "b"), down=True))
            grid.square(plot)
            plot.moved(lambda: told.append((plot.vb.width(), plot.vb.height())))
        return plot

    view.resize(400, 800)
    plot = draw("a")
    view.grab()
    told.clear()
    assert draw("a") is plot
    view.grab()
    assert told == [], "nothing is new"
    draw("a much longer name")
    assert told == [(plot.vb.width(), plot.vb.height())]
    view.resize(300, 700)
    assert told[1:] == [(plot.vb.width(), plot.vb.height())]
    plot.vb.zoom(0.5)
    assert len(told) == 3


def test_charts_drawn_first_on_screen_are_laid_out_for_their_size_at_once(qtbot: QtBot) -> None:
    fresh = DemoView()
    qtbot.addWidget(fresh)
    fresh.resize(500, 400)
    fresh.show()
    qtbot.waitExposed(fresh)
    fresh.paint("one", theme("dark"))
    grid = fresh.panel.grid
    assert not grid.isVisible(), "Qt shows it after the event"
    laid_out = [plot.vb.sceneBoundingRect() for plot in grid.plots]
    qtbot.waitUntil(grid.isVisible)
    QApplication.processEvents()
    assert [plot.vb.sceneBoundingRect() for plot in grid.plots] == laid_out


def test_another_choice_measures_no_labels(view: DemoView, monkeypatch: pytest.MonkeyPatch) -> None:
    measured = counted(monkeypatch, Axis, "_needed")

    def draw(chosen: int, *names: str) -> int:
        """How many axes are measured."""
        measured.clear()
        with view.drawing() as grid:
            rows, columns = (categories(names, chosen=chosen, marked=frozenset({chosen})) for _ in range(2))
            grid.plot(0, 0).show_axes(columns, replace(rows, down=True))
        return len(measured)

    assert draw(0, "a", "b") == 2
    assert draw(1, "a", "b") == 0
    assert draw(1, "a", "a much longer name") == 2
    font = view.font()
    font.setPixelSize(2 * font.pixelSize() if font.pixelSize() > 0 else 30)
    view.setFont(font)
    assert draw(1, "a", "a much longer name") == 2


def test_bars_work_out_their_bounds_once_for_a_zoom(view: DemoView, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch, BarGraphItem, "boundingRect")
    plot = plots(view)[BARS]
    view.grab()
    asked.clear()
    for _ in range(3):
        view.grab()
    assert asked == []
    plot.vb.zoom(0.5)
    view.grab()
    assert len(asked) == 1
    (bars,) = (item for item in plot.items if isinstance(item, BarGraphItem))
    assert bars.boundingRect() == BarGraphItem.boundingRect(bars)
    plot.begin(view.look)
    plot.bars([0.0, 1.0], [0.3, 0.4], "#ff0000", across=True)
    assert bars.boundingRect().height() < 2.5


def test_a_hatching_is_as_dense_everywhere_and_stays_in_its_box() -> None:
    box, step = QRectF(10, 20, 40, 30), 4.0
    lines = hatched(box, step)
    assert [line.x1() + line.y1() for line in lines] == pytest.approx(np.arange(32, 100, step))
    for line in lines:
        assert line.x2() + line.y2() == pytest.approx(line.x1() + line.y1())
        assert line.length() > 0
        assert box.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(line.p1())
        assert box.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(line.p2())
        assert (line.x1() == box.left()) or (line.y1() == box.bottom())
        assert (line.x2() == box.right()) or (line.y2() == box.top())


def test_charts_stand_on_the_ground_of_the_theme_whatever_the_window_wears(view: DemoView, qapp: QApplication) -> None:
    with view.drawing() as grid:
        grid.plot(0, 0).show_axes(Ruler(hidden=True), Ruler(hidden=True))
    picture = view.grab().toImage()
    middle = view.panel.geometry().center()
    assert picture.pixelColor(middle).name() == theme("dark").surface


def test_words_that_are_said_already_are_not_painted_again(qtbot: QtBot) -> None:
    painted: list[str] = []

    class Words(ChartWords):
        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(self.text)

    words = Words()
    qtbot.addWidget(words)
    look = Look(theme("dark"), words.font(), 12.0)
    words.show_words("one", look)
    qtbot.waitExposed(words)
    qtbot.waitUntil(lambda: bool(painted))
    painted.clear()
    words.show_words("one", look)
    QApplication.processEvents()
    assert painted == []
    words.show_words("two", look)
    qtbot.waitUntil(lambda: painted == ["two"])
    words.hide()
    words.show_words("two", look)
    assert words.isVisible()
    words.show_words("", look)
    assert not words.isVisible()


def test_ctrl_and_an_arrow_go_to_the_plot_on_that_side(view: DemoView) -> None:
    grid = view.panel.grid
    line, bars, cloud, table = grid.plots
    grid.setFocus()
    first = grid.keyboard_plot
    went = [first]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(grid, key, Qt.KeyboardModifier.ControlModifier)
        went.append(grid.keyboard_plot)
    row = {line: (0, 0), bars: (0, 1), cloud: (1, 0), table: (1, 1)}
    places = [row[plot] for plot in went if plot is not None]
    assert places[0] in row.values()
    assert places[-1][0] == 0
    assert len(set(places)) == 4
    assert places[-1] == places[-2], "there is none further up"
    resting = [plot for plot in grid.plots if plot.crosshair.spot is not None]
    assert resting == [grid.keyboard_plot]
