"""The fitting view under a person's hands: dragging, adding, removing, taking back, files, degrees and formulas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from engine.labkit.workbench import Bench
from engine.labs.fitting.formulas import answer
from engine.questions import Refused
from tests.helpers.charts import at, click, point
from tests.helpers.mouse import move
from tests.helpers.runs import RUNS
from viz.intents import AskLab, SaveTable, Say, SetOption
from viz.labs.fitting.fitting_view import FittingView
from viz.labs.fitting.frame import FittingChoice, FittingFrame, fitting_frame
from viz.labs.fitting.points import read_points
from viz.labs.fitting.targets import ALONG
from viz.theme import theme
from viz.ui_state import UiState

DEGREES, FORMULAS = "degree of the polynomial", "held-out error (RMSE)"


class Hands:
    """A view, and what the window does about what it sends: an option that is set is painted."""

    def __init__(self, qtbot: QtBot) -> None:
        self.view, self.ui, self.sent, self.run = FittingView(), UiState(), list[object](), RUNS["no_model"]()
        qtbot.addWidget(self.view)
        self.view.intent.connect(self.take)
        self.view.resize(1200, 760)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.paint()

    def take(self, intent: object) -> None:
        self.sent.append(intent)
        if isinstance(intent, SetOption):
            self.set(intent.name, intent.value)

    def set(self, name: str, value: object) -> None:
        self.ui = self.ui.with_option("fitting", name, value)
        self.paint()

    def paint(self) -> None:
        self.view.paint(FittingView.frame(self.run, self.ui), theme("dark"))
        QApplication.processEvents()

    @property
    def frame(self) -> FittingFrame:
        assert self.view.painted is not None
        return self.view.painted

    @property
    def y(self) -> list[float]:
        assert self.frame.points is not None
        return [float(y) for y in self.frame.points.y]

    def chart(self, name: str) -> int:
        """The number of the chart whose horizontal axis is called so."""
        return [it.sides["bottom"].ruler.name for it in self.view.panel.grid.plots].index(name)

    def press(self, button: QPushButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view.panel.grid, key, held)

    def drag(self, thing: int, by: QPoint) -> None:
        here, viewport = at(self.view.panel, 0, thing), self.view.panel.grid.viewport()
        move(viewport, here)
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=here)
        for part in range(1, 6):
            move(viewport, here + by * part / 5, Qt.MouseButton.LeftButton)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=here + by)
        QApplication.processEvents()


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    made = Hands(qtbot)
    yield made
    made.view.close()


def test_the_first_picture_is_a_line_through_the_tower_and_says_how_far_off_it_is(hands: Hands) -> None:
    assert hands.view.heading(hands.frame) == "y = 1.052 + 0.04465 x"
    said = hands.view.notes(hands.frame)
    assert "Error on these points 0.0889, on held-out points 0.137 (RMSE, 5 folds)." in said
    assert "At x = 73.3 it predicts 4.325" in said
    assert "True there: 3.866." in said
    picture = hands.view.panel.grid.plots[0]
    assert picture.sides["left"].ruler.name == "time in s"


def test_a_point_is_dragged_and_the_curve_goes_with_it(hands: Hands) -> None:
    before = hands.y
    slope = hands.frame.curve.coefficients[1] if hands.frame.curve else 0
    hands.drag(7, QPoint(0, 120))
    assert hands.frame.choice.data == "own"
    assert hands.y[:7] == before[:7]
    assert hands.y[7] < before[7] - 0.3
    assert hands.frame.curve is not None
    assert hands.frame.curve.coefficients[1] < slope
    assert len(hands.frame.truth), "the true curve stays beside points that come from it"
    assert hands.view.panel.grid.plots[0].crosshair.words.startswith("point 8")
    hands.press(hands.view.undo)
    assert hands.y == before
    assert hands.frame.choice.data == "tower"
    hands.press(hands.view.redo)
    assert hands.y[7] < before[7] - 0.3


def test_a_drag_beside_the_points_moves_none(hands: Hands) -> None:
    hands.drag(0, QPoint(0, 0))
    before, viewport = hands.y, hands.view.panel.grid.viewport()
    here = at(hands.view.panel, 0, 3) + QPoint(0, 90)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=here)
    move(viewport, here + QPoint(0, 60), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=here + QPoint(0, 60))
    assert hands.y == before


def test_points_are_chosen_moved_added_and_removed_by_keys(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Right)
    assert hands.view.removing.isEnabled()
    before = hands.y
    hands.key(Qt.Key.Key_PageUp)
    hands.key(Qt.Key.Key_PageUp)
    assert hands.y[0] > before[0]
    assert hands.y[1:] == before[1:]
    x = hands.frame.points.x[0] if hands.frame.points else 0.0
    hands.key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    assert hands.frame.points is not None
    assert hands.frame.points.x[0] < x
    hands.key(Qt.Key.Key_Delete)
    assert len(hands.y) == 7
    hands.key(Qt.Key.Key_Insert)
    assert len(hands.y) == 8
    for _ in range(5):
        hands.press(hands.view.undo)
    assert hands.y == before
    assert not hands.view.undo.isEnabled()


def test_a_click_adds_a_point_only_while_that_is_on(hands: Hands) -> None:
    panel = hands.view.panel
    here = at(panel, 0, 3) + QPoint(20, 90)
    QTest.mouseClick(panel.grid.viewport(), Qt.MouseButton.LeftButton, pos=here)
    assert len(hands.y) == 8
    assert float(hands.frame.choice.at) == pytest.approx(hands.frame.at)  # where is predicted instead
    QTest.qWait(QApplication.doubleClickInterval() + 20)
    hands.press(hands.view.adding)
    here = at(panel, 0, 3) + QPoint(20, 90)
    place = panel.grid.plots[0].vb.mapSceneToView(panel.grid.mapToScene(here))
    move(panel.grid.viewport(), here)
    assert panel.grid.plots[0].crosshair.words.startswith("click: a point at x")
    QTest.mouseClick(panel.grid.viewport(), Qt.MouseButton.LeftButton, pos=here)
    assert hands.frame.points is not None
    assert len(hands.frame.points) == 9
    assert hands.frame.points.x[8] == pytest.approx(place.x(), rel=1e-4)
    assert hands.frame.points.y[8] == pytest.approx(place.y(), rel=1e-4)


def test_the_curve_tells_its_values_under_the_pointer(hands: Hands) -> None:
    point(hands.view.panel, 0, (ALONG, 290))
    x, y = hands.frame.grid[290], hands.frame.curve.y[290] if hands.frame.curve else 0
    shown = hands.view.panel.grid.plots[0].crosshair.words
    assert shown.startswith(f"x {x:.4g}: fit {y:.4g}\n90\u00a0% of the refits:")
    assert "true curve" in shown


def test_a_click_on_a_degree_fits_it(hands: Hands) -> None:
    click(hands.view.panel, hands.chart(DEGREES), 4)
    assert hands.sent[-1] == SetOption("fitting", "degree", 4)
    hands.set("family", "root")
    click(hands.view.panel, hands.chart(DEGREES), 3)
    assert hands.sent[-2:] == [SetOption("fitting", "family", "polynomial"), SetOption("fitting", "degree", 3)]
    assert "on held-out points" in hands.view.panel.grid.plots[hands.chart(DEGREES)].crosshair.words


def test_new_noise_is_another_seed(hands: Hands) -> None:
    before = hands.y
    hands.press(hands.view.again)
    assert hands.frame.choice.seed == 1
    assert hands.y != before


def test_files_are_read_or_said_to_be_wrong(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "good.csv").write_text("h,t\n1,1\n2,4\n3,\n4,16\n")
    hands.view.open_points(tmp_path / "good.csv")
    assert hands.y == [1, 4, 16]
    assert hands.view.panel.grid.plots[0].sides["left"].ruler.name == "t"
    assert not len(hands.frame.truth)
    (tmp_path / "bad.csv").write_text("1,2\nx,4\n")
    hands.view.open_points(tmp_path / "bad.csv")
    assert isinstance(hands.sent[-1], Say)
    assert "Row 2 has “x” where a number is expected" in hands.sent[-1].sentence
    assert hands.y == [1, 4, 16]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"degree": 8}, "but there are only 8 different x"),
        ({"data": "own", "points": "1, 2; 1, 3; 1, 4"}, "All points have the same x"),
        ({"data": "own", "points": "1, 2; 1, 3; 2, 4", "degree": 2}, "only 2 different x"),
        ({"data": "own", "points": ""}, "There are no points here"),
        ({"data": "own", "points": "a, b; 1, ?"}, "No row has two numbers"),
        ({"data": "own", "points": "0, 2; 1, 3; 2, 4", "family": "inverse_sine"}, "The term 1/x has no value at x = 0"),
        ({"family": "terms", "terms": "1, sin("}, "“sin(” cannot be fitted as a term"),
        ({"family": "terms", "terms": ""}, "No terms are given"),
        ({"family": "terms", "terms": "x, 2*x"}, "do not tell the 2 coefficients apart"),
        ({"n": 2, "family": "terms", "terms": "1, x, x^2"}, "There are 3 coefficients and only 2 points"),
    ],
)
def test_what_cannot_be_fitted_is_a_sentence(hands: Hands, options: dict[str, object], said: str) -> None:
    for name, value in options.items():
        hands.ui = hands.ui.with_option("fitting", name, value)
    hands.paint()
    assert said in hands.view.notes(hands.frame)
    assert hands.view.alarms(hands.frame)
    assert hands.frame.curve is None
    hands.view.grab()


@pytest.mark.parametrize(
    "choice",
    [
        FittingChoice(data="own", points="-1e100, 1e100; 1e100, -1e100; 0, 3"),
        FittingChoice(data="own", points="1, 1e-300; 2, 2e-300; 3, 1e-300", degree=2),
        FittingChoice(data="own", points="5, 3"),
        FittingChoice(data="own", points="5, 3", degree=0, folds=50),
        FittingChoice(data="step", n=1000, degree=40, noise=0.0),
        FittingChoice(data="tower", n=2, degree=1, fold=2),
        FittingChoice(fold=20, at="1e300", beyond=0.0),
        FittingChoice(family="terms", terms="1, exp(x)", data="own", points="1, 2; 900, 3; 5, 4"),
    ],
)
def test_the_limits_of_numbers_make_a_picture_or_a_sentence(hands: Hands, choice: FittingChoice) -> None:
    frame = fitting_frame(choice)
    assert (frame.curve is None) == bool(frame.problem)
    hands.view.paint(frame, theme("light"))
    hands.view.grab()


def test_a_fold_is_held_out_of_the_picture(hands: Hands) -> None:
    whole = hands.frame.curve
    hands.set("fold", 2)
    assert len(hands.frame.held) == 2
    assert whole is not None
    assert hands.frame.curve is not None
    assert not np.array_equal(whole.y, hands.frame.curve.y)
    seen = np.setdiff1d(np.arange(8), hands.frame.held)
    points = hands.frame.points
    assert points is not None
    expected = np.polyval(np.polyfit(points.x[seen], points.y[seen], 1), points.x[list(hands.frame.held)])
    off = points.y[list(hands.frame.held)] - expected
    assert hands.frame.fold_error == pytest.approx(np.sqrt(np.mean(off**2)))
    assert "Fold 2 of 5 is held out" in hands.view.notes(hands.frame)


def test_formulas_are_asked_for_compared_and_chosen(hands: Hands) -> None:
    hands.press(hands.view.searching)
    question = hands.frame.question
    assert question is not None
    assert hands.sent == [AskLab(question, again=True)]
    hands.run.findings[question] = answer(question, Bench(lambda *_: None, lambda: False))
    hands.paint()
    assert "Of 231 formulas 22 predict held-out points within one standard error" in hands.view.notes(hands.frame)
    assert len(hands.frame.alike) == 12
    assert not hands.view.searching.isEnabled()
    chart = hands.view.panel.grid.plots[hands.chart(FORMULAS)]
    row = next(at for at, label in enumerate(chart.sides["left"].ruler.labels) if label == "a x + b √x")
    click(hands.view.panel, hands.chart(FORMULAS), row)
    assert (hands.frame.choice.family, hands.frame.choice.terms) == ("terms", "x, sqrt(x)")
    assert hands.frame.curve is not None
    assert hands.frame.formulas is not None
    assert hands.frame.curve.at_y == pytest.approx(hands.frame.formulas.predicted[row])
    hands.run.findings[question] = Refused("No.")
    hands.paint()
    assert "No." in hands.view.notes(hands.frame)


def test_numbers_and_program_can_be_taken_along(hands: Hands) -> None:
    hands.press(hands.view.copying)
    assert "def curve(x):" in QGuiApplication.clipboard().text()
    table = hands.view.as_table(hands.frame)
    assert isinstance(table, SaveTable)
    assert {"points", "fit", "residual", "held-out points"} <= {row[1] for row in table.rows}


def test_own_points_as_they_are_kept_are_read_back(hands: Hands) -> None:
    hands.drag(2, QPoint(30, -40))
    again = read_points(hands.frame.choice.points)
    assert hands.frame.points is not None
    np.testing.assert_array_equal(again.x, hands.frame.points.x)
    assert again.x_name == "height in m"


@pytest.mark.parametrize("size", [(1500, 800), (1000, 460), (420, 900), (420, 380)])
def test_it_is_laid_out_in_any_room(hands: Hands, size: tuple[int, int]) -> None:
    question = hands.frame.question
    assert question is not None
    hands.run.findings[question] = answer(question, Bench(lambda *_: None, lambda: False))
    hands.paint()
    hands.view.resize(*size)
    QApplication.processEvents()
    names = {plot.sides["bottom"].ruler.name for plot in hands.view.panel.grid.plots}
    assert {"height in m", FORMULAS} <= names


def test_the_place_of_the_prediction_is_typed(hands: Hands) -> None:
    hands.view.place.setText("100")
    QTest.keyClick(hands.view.place, Qt.Key.Key_Return)
    assert hands.sent[-1] == SetOption("fitting", "at", "100")
    assert hands.frame.at == 100
    assert hands.frame.curve is not None
    assert "At x = 100 it predicts 5.517" in hands.view.notes(hands.frame)
    hands.set("at", "")
    assert hands.frame.at == pytest.approx(73.3)


def test_what_rounding_leaves_is_no_error(hands: Hands) -> None:
    hands.set("degree", 7)
    assert "Error on these points 0 (RMSE)" in hands.view.notes(hands.frame)
    residuals = hands.view.panel.grid.plots[2].sides["left"].ruler
    assert residuals.name == "residual"
    assert residuals.high > 1e-7


def test_it_is_said_where_the_formula_is_no_sum_of_powers(hands: Hands) -> None:
    hands.set("degree", 3)
    assert "u" not in hands.view.heading(hands.frame)
    assert "Chebyshev" not in hands.view.notes(hands.frame)
    hands.set("degree", 7)
    assert "T₇(u)" in hands.view.heading(hands.frame)
    assert "Chebyshev polynomials T₁(u) = u" in hands.view.notes(hands.frame)
