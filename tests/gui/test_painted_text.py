"""Text that charts, maps and chips paint can be read: enough contrast to what it lies on, in every theme.

Whether it is cut or lies over other text is held in `test_nothing_cut`, beside buttons and labels.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.look import style
from tests.helpers.painted_text import painted, too_faint, wrong
from tests.helpers.runs import RUNS
from viz.figures.palettes import ONE_DEFICIENCY, OWN, worn
from viz.registry import all_views
from viz.ui_state import UiState

MAP = "meaning_space"  # its letters have halos, and are held in the tests of its text
LEAST = 300  # texts that are looked at in one theme


@pytest.mark.parametrize(("name", "palette"), [("dark", OWN), ("light", ONE_DEFICIENCY[0]), ("print", OWN)])
def test_painted_text_has_contrast_to_what_it_lies_on(qtbot: QtBot, name: str, palette: str) -> None:
    shown, run = worn(name, palette), RUNS["fifty_steps"]()
    style.apply(shown, 1.0)
    met, n = {}, 0
    for view, cls in all_views().items():
        if view == MAP:
            continue
        made = cls()
        qtbot.addWidget(made)
        made.resize(900, 600)
        made.show()
        made.paint(cls.frame(run, UiState(theme=name, palette=palette, position=40)), shown)
        QApplication.processEvents()
        n += len(painted(made))
        if found := too_faint(made):
            met[view] = found
        made.close()
    assert met == {}
    assert n > LEAST


class Written(QWidget):
    """Three texts: one that can be read, one that is too faint, and one that lies over the first and is cut."""

    def __init__(self, all_three: bool) -> None:
        super().__init__()
        self.all_three = all_three

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#ffffff"))
        painter.setPen(QColor("#333333"))
        painter.drawText(QRectF(10, 10, 150, 20), Qt.AlignmentFlag.AlignLeft, "can be read")
        if self.all_three:
            painter.drawText(QRectF(30, 12, 150, 20), Qt.AlignmentFlag.AlignLeft, "lies over it")
            painter.drawText(QRectF(170, 60, 150, 20), Qt.AlignmentFlag.AlignLeft, "is cut at the edge")
            painter.setPen(QColor("#aaaaaa"))
            painter.drawText(QRectF(10, 60, 150, 20), Qt.AlignmentFlag.AlignLeft, "too faint")
        painter.end()


def test_faint_cut_and_covered_text_is_seen(qtbot: QtBot) -> None:
    for all_three, faint, cut in ((False, [], ()), (True, [["too faint"]], ("is cut at the edge", "lies over it"))):
        view = Written(all_three)
        qtbot.addWidget(view)
        view.resize(200, 100)
        view.show()
        qtbot.waitExposed(view)
        assert list(too_faint(view).values()) == faint
        assert tuple(sorted(wrong(view))) == cut
