"""Numbers are shown with a point and taken with a point or a comma, whatever the system's locale is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.preferences.pages import Page
from app.settings import Settings
from app.window.option_bar import Control
from app.window.panels.sampling import SamplingPanel
from engine.errors import InputRefused
from tests.helpers.toy_views import ToyView
from viz.board import scale_of
from viz.map.input.fit_form import FitForm
from viz.number_boxes import DecimalBox, WholeBox
from viz.typed_number import plain_number

ROOT = Path(__file__).parents[4]
LOCALES = ("de_DE", "fr_FR", "en_US", "fa_IR", "de_CH")  # comma, comma and narrow spaces, point, own digits, ’


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> Iterator[QLocale]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield QLocale()
    QLocale.setDefault(before)


def typed(box: QAbstractSpinBox, text: str) -> None:
    """Type over what stands there, key by key, and leave the box."""
    line = box.lineEdit()
    line.selectAll()
    for sign in text:
        if sign.isascii():
            QTest.keyClicks(line, sign)
        else:
            line.insert(sign)
    QTest.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["0.5", "0,5", "0٫5", "۰٫۵"])
def test_a_decimal_is_taken_however_it_is_written(qtbot: QtBot, locale: QLocale, text: str) -> None:
    box = DecimalBox()
    qtbot.addWidget(box)
    box.setRange(-2.0, 2.0)
    typed(box, text)
    assert box.value() == 0.5
    assert box.text() == "0.50"
    typed(box, "-1,25")
    assert (box.value(), box.text()) == (-1.25, "-1.25")


def test_a_whole_number_has_nothing_between_its_digits(qtbot: QtBot, locale: QLocale) -> None:
    box = WholeBox()
    qtbot.addWidget(box)
    box.setRange(0, 1_000_000)
    box.setValue(123_456)
    assert box.text() == "123456"
    typed(box, "65432")
    assert box.value() == 65432


def test_every_box_of_the_window_is_one_of_these(qtbot: QtBot, locale: QLocale) -> None:
    """Sampling, options, the form of a fit: a person types 0,5 and 0.5 into each, and both are 0.5."""
    cut = next(option for option in ToyView.options if option.kind == "number")
    page = Page()
    widgets: tuple[QWidget, ...] = (
        SamplingPanel(), FitForm(), page, Control(ToyView, cut, lambda *_: None, in_bar=True)
    )  # fmt: skip
    page.number("threads", "Threads", "", 0, 64)
    decimals = 0
    for widget in widgets:
        qtbot.addWidget(widget)
        for box in widget.findChildren(QAbstractSpinBox):
            assert isinstance(box, (WholeBox, DecimalBox))
            if isinstance(box, DecimalBox):
                decimals += 1
                for text in ("0,75", "0.75"):
                    box.setValue(box.minimum())
                    typed(box, text)
                    assert box.value() == 0.75, box.accessibleName()
                    assert "," not in box.text()
    assert decimals == 4 + 3 + 1
    assert Settings().threads in range(65)


def test_no_other_box_for_numbers_is_made_anywhere() -> None:
    """Qt's own would follow the system's locale."""
    own = {QSpinBox.__name__, QDoubleSpinBox.__name__, "QDoubleValidator", "QIntValidator"}
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in [*(ROOT / "app").rglob("*.py"), *(ROOT / "viz").rglob("*.py")]
        if path.name != "number_boxes.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in own
    ]
    assert found == []


@pytest.mark.parametrize(("text", "value"), [("0,5", 0.5), ("×0.5", 0.5), ("−1,5", -1.5), ("٢", 2.0)])
def test_a_scale_is_read_the_same_way(text: str, value: float) -> None:
    assert scale_of(text) == value


def test_what_is_no_number_stays_none() -> None:
    assert plain_number("1,5 dogs") == "1.5 dogs"
    with pytest.raises(InputRefused):
        scale_of("1,000,5")
