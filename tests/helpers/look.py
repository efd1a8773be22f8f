"""What a test may change of the one application: style, style sheet, font, palette, direction, language, cursor."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.look.style import nothing_collected


def delete_what_was_let_go() -> None:
    """Delete the widgets that were told to go later: no event loop runs between tests."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Look:
    """Remembers how the application looks now, and gives it that look again."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._style = app.style().objectName()
        self._sheet = app.styleSheet()
        self._font = QFont(app.font())
        self._palette = QPalette(app.palette())
        self._direction = app.layoutDirection()
        self._locale = QLocale()

    def restore(self) -> None:
        """Undo what was changed. What was not changed costs nothing: a style sheet visits every widget there is.

        So the windows that the test has let go are deleted first: a whole one has 2,700 widgets, and a second's work.
        """
        delete_what_was_let_go()
        with nothing_collected():
            self._restore(self._app)

    def _restore(self, app: QApplication) -> None:
        for translator in app.findChildren(QTranslator):  # one without the application as its parent leaves by itself
            app.removeTranslator(translator)
            translator.deleteLater()
        while app.overrideCursor() is not None:
            app.restoreOverrideCursor()
        if app.styleSheet() != self._sheet:
            app.setStyleSheet(self._sheet)
        if app.style().objectName() != self._style:
            app.setStyle(self._style)
        if app.font() != self._font:
            app.setFont(self._font)
        if app.palette() != self._palette:
            app.setPalette(self._palette)
        if app.layoutDirection() != self._direction:
            app.setLayoutDirection(self._direction)
        if QLocale() != self._locale:
            QLocale.setDefault(self._locale)
