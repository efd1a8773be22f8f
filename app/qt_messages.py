"""Qt's own messages on standard error, as Qt writes them, but for two cases.

While Qt looks for a font that has a rare character it tells of every font that lacks it: hundreds of lines under
"qt.text.font.db", which say nothing a person could do. And where no window can be opened, Qt tells so in its own terms
and aborts: a sentence and an exit status stand instead. Everything else goes through unchanged.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

QUIET = "qt.text.font.db"
SERIOUS = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
NO_WINDOW = (
    "No window can be opened: {why}. Check DISPLAY, WAYLAND_DISPLAY and QT_QPA_PLATFORM. `trace` works without a "
    "window, and so does `figure`, with QT_QPA_PLATFORM=offscreen for all views but the map."
)


class Messages:
    """Handles Qt's messages as soon as it is made. Until `opened`, Qt may end the program because it has no screen."""

    def __init__(self) -> None:
        self._held: list[tuple[str, str]] | None = []  # as written, and bare: said before the application is there
        qInstallMessageHandler(self.handle)

    def opened(self) -> None:
        """There is an application; what Qt said on the way is written now."""
        held, self._held = self._held or [], None
        for line, _ in held:
            _write(line)

    def handle(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Write one message, or hold it back; after a fatal one Qt ends the program, unless it is ended here."""
        if context.category == QUIET and kind not in SERIOUS:
            return
        line = qFormatLogMessage(kind, context, message)
        if self._held is None:
            _write(line)
        elif kind != QtMsgType.QtFatalMsg:
            self._held.append((line, message))
        else:
            first = next((bare for _, bare in self._held), message)
            _write(NO_WINDOW.format(why=" ".join(first.partition("\n")[0].split()).removesuffix(".")))
            os._exit(1)


def _write(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
