"""What every view must bear and keep, whoever wrote it: a new file `NAME_view.py` is tested by being there."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.look import style
from tests.helpers.runs import RUNS
from tests.helpers.same import difference
from viz.figures import picture
from viz.figures.page import Figure, of_pixels
from viz.figures.picture import render_figure
from viz.intents import AskDistribution, AskFan, AskLab, AskNeighbours, AskReplay, GoOn, Intent
from viz.registry import all_views
from viz.same_frame import same_frame
from viz.theme import names as theme_names
from viz.theme import theme
from viz.ui_state import UiState
from viz.view import View

VIEWS = list(all_views())
CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
QUESTIONS = (AskDistribution, AskFan, AskLab, AskNeighbours, AskReplay, GoOn)


@pytest.fixture(params=VIEWS)
def cls(request: pytest.FixtureRequest) -> type[View]:
    return all_views()[str(request.param)]


@pytest.fixture
def view(cls: type[View], qtbot: QtBot) -> Iterator[View]:
    made = cls()
    qtbot.addWidget(made)
    made.resize(420, 360)
    yield made
    made.close()


def pixels(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """[height, width, 4] uint8."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4).copy()


def n_drawn(image: QImage) -> int:
    """How many pixels differ from the commonest colour."""
    flat = pixels(image).reshape(-1, 4).view(np.uint32).ravel()
    _, counts = np.unique(flat, return_counts=True)
    return int(flat.size - counts.max())


def test_says_what_it_is(cls: type[View]) -> None:
    assert cls.name.isidentifier()
    assert cls.title
    assert cls.tip
    assert cls.area in ("centre", "left", "right", "bottom")
    names = [option.name for option in cls.options]
    assert len(set(names)) == len(names)
    for option in cls.options:
        assert option.label
        if option.kind == "choice":
            assert option.default in option.choices
            assert len(option.shown) in (0, len(option.choices))
            assert len({option.text_of(choice) for choice in option.choices}) == len(option.choices)
        if option.kind in ("integer", "number"):
            assert option.low <= option.default <= option.high


@pytest.mark.parametrize("made", RUNS)
def test_bears_every_run(view: View, made: str, qtbot: QtBot) -> None:
    cls, run = type(view), RUNS[made]()
    view.show()
    for ui in (UiState(), UiState(position=3, layer=1, head=(1, 2), hover_token=4, hover_node=2, compare=10)):
        before = run.changed
        view.paint(cls.frame(run, ui), theme("dark"))
        assert run.changed == before
        QApplication.processEvents()
    view.grab()


def test_grows_with_the_run(view: View) -> None:
    cls = type(view)
    view.show()
    for made in ("no_model", "empty", "prompted", "one_step", "fifty_steps", "branched", "stepped_back", "empty"):
        view.paint(cls.frame(RUNS[made](), UiState()), theme("dark"))
        QApplication.processEvents()


@pytest.mark.parametrize("name", theme_names())
def test_bears_every_theme(view: View, name: str) -> None:
    view.show()
    view.paint(type(view).frame(RUNS["one_step"](), UiState(theme=name)), theme(name))
    view.grab()


@pytest.mark.parametrize("made", RUNS)
def test_same_input_gives_the_same_frame(cls: type[View], made: str) -> None:
    ui = UiState(position=3, layer=1, head=(1, 1))
    one, again, other = RUNS[made](), RUNS[made](), RUNS["branched"]()
    first = cls.frame(one, ui)
    cls.frame(other, UiState())  # a look at another run in between leaves no trace
    assert difference(first, cls.frame(one, ui)) is None
    assert difference(first, cls.frame(again, ui)) is None
    assert same_frame(first, cls.frame(one, ui))  # so the dock does not paint it again


@pytest.mark.parametrize("made", RUNS)
def test_what_it_wants_follows_from_the_frame_alone(cls: type[View], made: str) -> None:
    for ui in (UiState(), UiState(position=3, layer=1, head=(1, 2))):
        run, again = RUNS[made](), RUNS[made]()
        frame, before = cls.frame(run, ui), run.changed
        wanted = tuple(cls.wants(frame))
        assert all(isinstance(intent, Intent) for intent in wanted)
        assert wanted == tuple(cls.wants(frame)) == tuple(cls.wants(cls.frame(again, ui)))
        assert run.changed == before
        assert difference(frame, cls.frame(again, ui)) is None


def test_painting_asks_nothing(view: View) -> None:
    sent: list[object] = []
    view.intent.connect(sent.append)
    view.show()
    for made in RUNS:
        for ui in (UiState(), UiState(position=3, layer=1, head=(1, 2), hover_token=4, hover_node=2)):
            view.paint(type(view).frame(RUNS[made](), ui), theme("dark"))
            QApplication.processEvents()
    assert not [intent for intent in sent if isinstance(intent, QUESTIONS)]


def test_every_value_of_every_option(view: View) -> None:
    cls, run = type(view), RUNS["branched"]()
    view.show()
    for option in cls.options:
        values = {
            "choice": option.choices,
            "switch": (False, True),
            "text": ("", "a"),
            "integer": (int(option.low), int(option.high)),
            "number": (option.low, option.high),
        }[option.kind]
        for value in values:
            view.paint(cls.frame(run, UiState().with_option(cls.name, option.name, value)), theme("dark"))
            view.grab()


@pytest.mark.parametrize("made", ["no_model", "empty", "bare", "branched"])
def test_the_picture_is_not_blank(cls: type[View], made: str, qapp: QApplication) -> None:
    image = render_figure(Figure(cls.name, of_pixels(640, 360), "dark"), RUNS[made](), UiState())
    assert n_drawn(image) > 100


@pytest.mark.parametrize(("width", "height"), [(641, 357), (333, 777)])
def test_figure_at_an_odd_size(cls: type[View], width: int, height: int, qapp: QApplication) -> None:
    made = picture.prepared(Figure(cls.name, of_pixels(width, height), "print"), RUNS["branched"](), UiState())
    drawn = picture.image(made)
    assert (drawn.width(), drawn.height()) == (width, height)
    assert n_drawn(drawn) > 100
    QApplication.processEvents()  # what the studio shows is painted before, and what it writes after
    assert picture.image(made) == drawn
    made.close()


def test_a_transparent_figure_has_a_transparent_ground(cls: type[View], qapp: QApplication) -> None:
    image = render_figure(
        Figure(cls.name, of_pixels(640, 360), "light", transparent=True), RUNS["branched"](), UiState()
    )
    alpha = pixels(image)[..., 3]
    assert (alpha == 0).mean() > 0.05
    assert (alpha > 100).any()  # thin letters of a small type are nowhere quite opaque


def test_a_figure_has_its_own_theme_s_text_whatever_the_window_wears(cls: type[View], qapp: QApplication) -> None:
    worn = qapp.styleSheet()
    try:
        pictures = []
        for colour in ("#ff0000", "#00ff00"):
            with style.nothing_collected():
                qapp.setStyleSheet(f"QLabel {{ color: {colour}; }}")
            pictures.append(
                pixels(render_figure(Figure(cls.name, of_pixels(640, 360), "light"), RUNS["branched"](), UiState()))
            )
        assert np.array_equal(pictures[0], pictures[1])
    finally:
        with style.nothing_collected():
            qapp.setStyleSheet(worn)


def test_a_figure_leaves_no_widget_behind(cls: type[View], qapp: QApplication) -> None:
    gc.collect()
    there = sum(type(widget) is cls for widget in qapp.allWidgets())
    render_figure(Figure(cls.name, of_pixels(300, 200), "light"), RUNS["one_step"](), UiState())
    assert sum(type(widget) is cls for widget in qapp.allWidgets()) == there


def test_a_figure_leaves_the_live_view_alone(view: View, qtbot: QtBot) -> None:
    cls, run = type(view), RUNS["one_step"]()
    view.show()
    qtbot.waitExposed(view)
    view.paint(cls.frame(run, UiState()), theme("dark"))
    size = view.size()
    render_figure(Figure(cls.name, of_pixels(300, 200), "print"), run, UiState())
    assert view.size() == size
    assert view.isVisible()


def test_controls_have_names_and_the_keyboard_reaches_the_view(view: View) -> None:
    assert view.accessibleName()
    view.paint(type(view).frame(RUNS["branched"](), UiState()), theme("dark"))
    controls = [child for child in view.findChildren(QWidget) if isinstance(child, CONTROLS)]
    nameless = [child for child in controls if not _belongs_to_qt(child) and not _spoken(child)]
    assert not nameless, [type(child).__name__ for child in nameless]
    for table in view.findChildren(QTableView):
        shown = [column for column in range(table.model().columnCount()) if not table.isColumnHidden(column)]
        assert all(table.model().headerData(column, Qt.Orientation.Horizontal) for column in shown)


def test_a_file_dropped_on_it_is_dropped_on_the_window(view: View) -> None:
    view.paint(type(view).frame(RUNS["branched"](), UiState()), theme("dark"))
    takers = [child for child in view.findChildren(QWidget) if child.acceptDrops() and not _belongs_to_qt(child)]
    texts = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
    assert not [type(child).__name__ for child in takers if not isinstance(child, texts)]


def test_closes_cleanly(cls: type[View], qapp: QApplication) -> None:
    before = set(QApplication.topLevelWidgets())
    view = cls()
    view.resize(300, 200)
    view.show()
    view.paint(cls.frame(RUNS["one_step"](), UiState()), theme("dark"))
    QApplication.processEvents()
    view.close()
    assert not [timer for timer in view.findChildren(QTimer) if timer.isActive()]
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = {widget for widget in QApplication.topLevelWidgets() if widget not in before and widget.isVisible()}
    assert not left


def test_what_it_sends_are_intents(view: View) -> None:
    sent: list[object] = []
    view.intent.connect(sent.append)
    view.show()
    for made in RUNS:
        view.paint(type(view).frame(RUNS[made](), UiState()), theme("dark"))
        QApplication.processEvents()
    assert all(isinstance(intent, Intent) for intent in sent)


def _spoken(widget: QWidget) -> bool:
    """Whether a screen reader has something to say."""
    if widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()):
        return True
    labels = widget.window().findChildren(QLabel)
    return any(label.buddy() is widget for label in labels)


def _belongs_to_qt(widget: QWidget) -> bool:
    """Parts that Qt makes inside a larger control: a list's scroll bars, a spin box's line."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QAbstractScrollArea, QAbstractSpinBox, QComboBox)) and not isinstance(widget, QComboBox):
            return True
        if parent.objectName().startswith("qt_scrollarea"):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QHeaderView)
