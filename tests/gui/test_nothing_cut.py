"""Buttons, labels and painted text of all views, on small and large screens and with large text.

None is cut or lies over another, in the window and in that which a class looks at, where no half rows end a list.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import translation
from app.assemble import make_window
from app.look import style
from app.settings import Settings
from app.translation import CHINESE
from app.widgets.basics import ElidedLabel
from app.window.presenter.audience import Audience
from app.window.workspaces import WORKSPACES, places
from tests.helpers.look import delete_what_was_let_go
from tests.helpers.painted_text import wrong
from tests.helpers.runs import RUNS
from viz.charts.chips_view import ChipsView
from viz.registry import all_views
from viz.theme import theme
from viz.ui_state import UiState
from viz.wrapping_row import WrappingRow

PROJECTED = ("next_token", "attention_text", "head_table")
LAPTOP, PROJECTOR = QSize(1280, 690), QSize(1920, 1040)
SPARE = 1  # pixel, lost to rounding
FRAME = 2  # pixels around letters that are typed
CONTROLS = (QAbstractButton, QLabel, QComboBox, QAbstractSpinBox, QLineEdit, QSlider)
COMPOUND = (QAbstractSpinBox, QComboBox, QLineEdit)


def lacks(part: QWidget) -> str:
    """What a control needs and does not have; "" where it is whole."""
    needed = part.sizeHint()
    if isinstance(part, QLabel) and not isinstance(part, ElidedLabel) and part.text():
        if part.wordWrap():
            needed = QSize(0, part.heightForWidth(part.width()))
    elif isinstance(part, COMPOUND):
        needed = QSize(0, part.fontMetrics().height() + FRAME)
    elif not isinstance(part, QAbstractButton) or not part.text():
        return ""
    whole = part.size() + QSize(SPARE, SPARE)
    return "" if needed.boundedTo(whole) == needed else f"{part.size().toTuple()} of {needed.toTuple()}"


def named(part: QWidget) -> str:
    text = part.text() if isinstance(part, QLabel | QAbstractButton) else part.accessibleName()
    return f"{type(part).__name__} {text!r:.40}"


def faults(view: QWidget) -> list[str]:
    """What is cut in a view, and what lies over something else."""
    parts = [part for part in view.findChildren(QWidget) if isinstance(part, CONTROLS) and part.isVisible()]
    parts = [part for part in parts if not isinstance(part.parent(), COMPOUND) and part.window() is view.window()]
    found = [f"{named(part)}: {why}" for part in parts if (why := lacks(part))]
    at = {part: QRect(part.mapTo(view, QPoint(0, 0)), part.size()) for part in parts}
    for one, other in itertools.combinations(parts, 2):
        both = at[one].intersected(at[other])
        if min(both.width(), both.height()) > SPARE and not one.isAncestorOf(other) and not other.isAncestorOf(one):
            found.append(f"{named(one)} and {named(other)} share {both.size().toTuple()}")
    return found


@pytest.fixture(params=["en", CHINESE])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """The window's language, English again afterwards."""
    assert translation.install(qapp, request.param) == ""
    yield
    delete_what_was_let_go()  # else every part of the window is told
    translation.install(qapp, "en")


@pytest.mark.parametrize(
    ("size", "scale"), [(LAPTOP, 1.0), (LAPTOP, 2.0), (LAPTOP, 2.5), (PROJECTOR, 1.5)], ids=lambda it: str(it)[-12:]
)
def test_no_control_of_any_view_is_cut_or_lies_over_another(
    qtbot: QtBot, language: None, size: QSize, scale: float
) -> None:
    window = make_window(Settings(scale=scale))
    window.resize(size)
    window.show()
    window.refresh(RUNS["fifty_steps"](), window.first_ui_state())
    met: dict[str, list[str]] = {}
    for workspace in WORKSPACES:
        window.show_workspace(workspace.name)
        window.docks.reset()
        for name in places(workspace, window.views).shown:
            host = window.docks.hosts[name]
            window.docks.show_view(name)
            qtbot.waitUntil(lambda host=host: host.view is not None and not host.is_outdated)  # type: ignore[misc]
            for _ in range(3):
                QApplication.processEvents()
            if host.view is not None and (found := [*faults(host.view), *wrong(host.view)]):
                met[f"{workspace.name}: {name}"] = found
    bar = window.header.bar
    grown = window.size()
    unseen = [it.text() for it in bar.actions() if not bar.rect().contains(bar.actionGeometry(it))]
    window.close()
    window.deleteLater()
    assert met == {}
    assert unseen == []
    assert grown == size, "it has not grown past the screen's edge"


def half_shown(view: QWidget) -> list[str]:
    """Rows of lists and tables, and chips, of which the end of the view shows a part."""
    found = []
    for listed in (part for part in view.findChildren(QAbstractItemView) if part.isVisible()):
        port = listed.viewport()
        index = listed.indexAt(QPoint(4, port.height() - 1))
        box = listed.visualRect(index)
        if index.isValid() and box.top() > 0 and box.bottom() >= port.height() and _is_written(listed, box):
            found.append(f"row {index.row()} of {listed.accessibleName()}")
    if isinstance(view, ChipsView) and (row := view.row()) is not None:
        image, ground = view.grab().toImage(), QColor(view.colours.surface)
        for position in range(len(row.texts)):
            chip = view.chip_rect(position)
            middle = QPoint(round(chip.center().x()), round(chip.top() + 6))
            is_whole = chip.bottom() <= view.height()
            if not is_whole and view.rect().contains(middle) and image.pixelColor(middle) != ground:
                found.append(f"chip {position}")
    return found


def _is_written(listed: QAbstractItemView, box: QRect) -> bool:
    """Whether anything is painted where a row lies."""
    image = listed.viewport().grab(box.intersected(listed.viewport().rect())).toImage()
    seen = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())}
    return len(seen) > 1


@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(1920, 1080)], ids=["1280x720", "1920x1080"])
def test_nothing_that_is_projected_is_cut_and_no_list_ends_with_half_a_row(
    qtbot: QtBot, language: None, size: QSize
) -> None:
    style.apply(theme("dark"), 1.0)
    met: dict[str, list[str]] = {}
    for names, letters in itertools.product((PROJECTED, PROJECTED[::-1]), (1.0, 1.75, 2.5)):
        audience = Audience()
        qtbot.addWidget(audience)
        audience.resize(size)
        audience.show_views(all_views(), names, True)
        audience.show_style(theme("dark"), letters)
        audience.show()
        audience.refresh(RUNS["fifty_steps"](), UiState(position=40))
        qtbot.waitUntil(lambda audience=audience: not any(part.is_outdated for part in audience.parts))  # type: ignore[misc]
        for _ in range(3):
            QApplication.processEvents()
        assert {part.view_class.name for part in audience.parts} == set(names)
        places_of: list[tuple[QWidget | None, QWidget]] = [(part.view, part) for part in audience.parts]
        places_of.append((audience.text, audience))
        for view, place in places_of:
            assert view is not None
            beyond = ["is higher than its place"] * (view.height() > place.height())
            if found := [*faults(view), *wrong(view), *half_shown(view), *beyond]:
                met[f"{names[0]} {letters}: {view.objectName()}"] = found
        audience.close()
    assert met == {}


def test_a_cut_button_and_two_controls_at_one_place_are_seen(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QPushButton

    view = QWidget()
    qtbot.addWidget(view)
    one, other = QPushButton("a button of many words", view), QLabel("words", view)
    view.show()
    one.setGeometry(0, 0, 40, 30)
    other.setGeometry(10, 5, 200, 40)
    assert len(faults(view)) == 2
    one.setGeometry(0, 0, 400, 60)
    other.setGeometry(0, 100, 200, 40)
    assert faults(view) == []


def test_a_row_goes_on_below_where_there_is_no_room(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QPushButton

    row = WrappingRow(6)
    qtbot.addWidget(row)
    line = QLineEdit()
    line.setMinimumWidth(50)
    row.add(line, fills=True)
    for words in ("one button", "another one", "a third"):
        row.add(QPushButton(words))
    high = row.sizeHint().height()
    row.resize(row.sizeHint().width() + 100, high)
    row.show()
    buttons = row.findChildren(QPushButton)
    assert len({part.y() for part in buttons}) == 1
    assert buttons[-1].geometry().right() == row.width() - 1, "the field takes what is left"
    narrow = row.minimumSizeHint().width()
    assert row.heightForWidth(narrow) > 2 * high
    row.resize(narrow, row.heightForWidth(narrow))
    assert faults(row) == []
    assert len({part.y() for part in buttons}) > 1
    for part in buttons:
        part.hide()
    QApplication.processEvents()
    assert row.heightForWidth(narrow) <= high
