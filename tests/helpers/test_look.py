"""What a test does to the application's look must be undone, or another test passes or fails for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from tests.helpers.look import Look


class Shouting(QTranslator):
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return source.upper()


def seen(app: QApplication) -> tuple[object, ...]:
    label = QLabel("text")
    label.ensurePolished()
    return (
        app.styleSheet(), app.style().objectName(), app.font(), app.palette(), app.layoutDirection(), QLocale(),
        label.font().pixelSize(), label.palette().text().color().name(), QCoreApplication.translate("a", "word"),
        app.overrideCursor(),
    )  # fmt: skip


def test_all_that_a_test_changed_is_as_it_was(qapp: QApplication) -> None:
    look, before = Look(qapp), seen(qapp)
    qapp.setStyle("Windows")
    qapp.setFont(QFont("Noto Sans", 31))
    qapp.setPalette(QPalette(QColor("#123456")))
    qapp.setStyleSheet("QLabel { font-size: 41px; color: #ff0000; }")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QLocale.setDefault(QLocale("fa"))
    qapp.installTranslator(Shouting(qapp))
    qapp.setOverrideCursor(Qt.CursorShape.WaitCursor)
    assert all(one != other for one, other in zip(seen(qapp), before, strict=True))
    look.restore()
    assert seen(qapp) == before
