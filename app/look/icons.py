"""The program's own icons: line drawings in `resources/icons`, tinted with a colour of the theme.

The files draw with `currentColor`, which is replaced by the wanted colour. An icon is drawn when it is first painted,
at the very size and scale the screen asks for: sharp at 100, 150 and 200 %, and a start pays only for what is seen.
"""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.folders import RESOURCES

FOLDER = RESOURCES / "icons"


def names() -> list[str]:
    """Names of all icons."""
    return sorted(path.stem for path in FOLDER.glob("*.svg"))


def path(name: str) -> Path:
    """The file of an icon. Raises KeyError naming it where there is none."""
    found = FOLDER / f"{name}.svg"
    if not found.is_file():
        raise KeyError(f"There is no icon {name!r} in {FOLDER.name}.")
    return found


@functools.lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = path(name).read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(source.encode()))


class _Engine(QIconEngine):
    """Draws one icon whenever it is asked for."""

    def __init__(self, name: str, colour: str, faded: str) -> None:
        super().__init__()
        self._name, self._colour, self._faded = name, colour, faded or colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into `rect`."""
        colour = self._faded if mode is QIcon.Mode.Disabled else self._colour
        _renderer(self._name, colour).render(painter, rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The picture at `size` device pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Another engine for the same icon."""
        return _Engine(self._name, self._colour, self._faded)


@functools.lru_cache(maxsize=512)
def icon(name: str, colour: str, faded: str = "") -> QIcon:
    """The icon in `colour`, in `faded` where the control is disabled. Raises KeyError for an unknown name."""
    path(name)
    return QIcon(_Engine(name, colour, faded))
