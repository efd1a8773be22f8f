"""pyqtgraph, set up once. Only modules that are loaded with the first chart import this: loading takes half a second.

Nothing outside the charts is touched: no application is made, no hook is set, and pyqtgraph's own cleaning up at exit,
which visits every object of the program, is left out. Instead charts go before the application does: Qt ends the
process when the parts of a scene outlive it.
"""

from __future__ import annotations

import atexit

import pyqtgraph as pg
import shiboken6
from PySide6.QtWidgets import QApplication

pg.setConfigOptions(antialias=True, exitCleanup=False, mouseRateLimit=0, background=None)


@atexit.register
def _let_go() -> None:
    """Delete the charts that are left when the program ends."""
    for widget in QApplication.allWidgets():
        if shiboken6.isValid(widget) and isinstance(widget, pg.GraphicsView):
            shiboken6.delete(widget)


__all__ = ["pg"]
