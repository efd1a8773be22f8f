"""Whether the system's settings ask programs for less motion.

Qt tells it by the durations of its own animations where the desktop's plugin reads the setting; where there is none,
the files of GTK and KDE and the parameter of Windows say it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication, QStyle

FILES = (  # below the configuration folder: file, key, and the value that asks for none
    ("gtk-4.0/settings.ini", "Settings/gtk-enable-animations", ("0", "false")),
    ("gtk-3.0/settings.ini", "Settings/gtk-enable-animations", ("0", "false")),
    ("kdeglobals", "KDE/AnimationDurationFactor", ("0",)),
)
GET_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION


def wants_less_motion(folder: Path | None = None) -> bool:
    """Whether it does; `folder`: where the desktop's files are."""
    style = QApplication.style()
    hints = (QStyle.StyleHint.SH_Widget_Animation_Duration, QStyle.StyleHint.SH_Widget_Animate)
    if any(style.styleHint(hint) == 0 for hint in hints):
        return True
    if sys.platform == "win32":
        return not _animates_on_windows()
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.GenericConfigLocation)
    folder = folder or Path(places[0])
    return any(_says(folder / name, key, values) for name, key, values in FILES)


def _says(file: Path, key: str, values: tuple[str, ...]) -> bool:
    if not file.is_file():
        return False
    found = str(QSettings(str(file), QSettings.Format.IniFormat).value(key, "")).strip().lower()
    return found in values


def _animates_on_windows() -> bool:
    import ctypes

    on = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(GET_ANIMATION, 0, ctypes.byref(on), 0)  # type: ignore[attr-defined]
    return bool(on.value)
