"""The program's own icons: line drawings in `resources/icons`, tinted with a colour of the theme.

The files draw with `currentColor`; it is replaced by the wanted colour and the picture rendered at the sizes a screen
of 100, 150, 200 and 300 % asks for, so icons stay sharp. Rendered ones are kept per colour.
"""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.folders import RESOURCES

FOLDER = RESOURCES / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64)


def names() -> list[str]:
    """Names of all icons."""
    return sorted(path.stem for path in FOLDER.glob("*.svg"))


def path(name: str) -> Path:
    """The file of an icon. Raises KeyError naming it where there is none."""
    found = FOLDER / f"{name}.svg"
    if not found.is_file():
        raise KeyError(f"There is no icon {name!r} in {FOLDER.name}.")
    return found


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The icon in `colour` ("#rrggbb"), `size` pixels square, transparent around."""
    source = path(name).read_text("utf-8").replace("currentColor", colour)
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    return picture


@functools.lru_cache(maxsize=512)
def icon(name: str, colour: str, faded: str = "") -> QIcon:
    """The icon in `colour`, in `faded` where the control is disabled."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(pixmap(name, colour, size))
        if faded:
            made.addPixmap(pixmap(name, faded, size), QIcon.Mode.Disabled)
    return made
