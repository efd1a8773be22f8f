"""Why a Hello/Bye view has nothing to draw, in the reader's language: frames know no Qt, and so no language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from viz.labs.hello_bye.frame import Shown


def reason(what: Shown) -> str:
    """The sentence of `Shown.why_not`; what the engine says stays as it is."""
    return QCoreApplication.translate("HelloBye", what.why_not) if what.why_not else ""
