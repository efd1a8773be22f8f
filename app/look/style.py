"""The look of the window, made from a theme and a text size: one palette and one style sheet.

Calm surfaces, one accent for what is chosen or focused, hit areas of at least 28 pixels, a visible ring on whatever
has the keyboard. Colours come from the theme only; the mixes below are the few in-between shades a window needs.
"""

from __future__ import annotations

import functools
import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.look.style_sheet import TEMPLATE
from engine.folders import RESOURCES
from viz.charts.colours import contrast
from viz.theme import Theme, rgb
from viz.typeface import typeface

EDGE = 3.0  # contrast of a control's edge to what is around it (WCAG 2.2, 1.4.11)
_NO_RULES = "/* none */"


def mix(first: str, second: str, part: float) -> str:
    """The colour `part` of the way from `first` to `second` ("#rrggbb" both)."""
    one, two = QColor(first), QColor(second)
    return QColor(
        round(one.red() + (two.red() - one.red()) * part),
        round(one.green() + (two.green() - one.green()) * part),
        round(one.blue() + (two.blue() - one.blue()) * part),
    ).name()


def readable_on(colour: str) -> str:
    """Black or white, whichever reads better on `colour`."""
    shade = QColor(colour)
    return "#0b0f1a" if 0.299 * shade.red() + 0.587 * shade.green() + 0.114 * shade.blue() > 140 else "#ffffff"


def palette(theme: Theme) -> QPalette:
    """The palette that widgets without a rule in the style sheet, and views that paint themselves, use."""
    made = QPalette()
    role = QPalette.ColorRole
    roles = {
        role.Window: theme.surface,
        role.Base: theme.ground,
        role.AlternateBase: theme.raised,
        role.Button: theme.raised,
        role.Text: theme.text,
        role.WindowText: theme.text,
        role.ButtonText: theme.text,
        role.BrightText: theme.accent,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: readable_on(theme.accent),
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Link: theme.path,
        role.Mid: theme.border,
        role.Dark: theme.border,
        role.Light: theme.raised,
        role.Accent: theme.accent,
    }
    for name, colour in roles.items():
        made.setColor(name, QColor(colour))
    faded = QColor(mix(theme.text, theme.surface, 0.6))
    for name in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, faded)
    return made


def apply(theme: Theme, scale: float) -> None:
    """Give the whole program this look. Fusion underneath, so that it is the same everywhere.

    Once there is a sheet there always is one, and Qt's style stays the same object: layouts of charts keep its address
    and go on asking it for distances, where a style that was replaced meanwhile ended the program.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication must be there before a window can be given its look")
    if not app.styleSheet():
        with nothing_collected():
            app.setStyle("Fusion")
    text = sheet(theme, scale)
    if text == app.styleSheet():
        return
    with nothing_collected():
        app.setStyleSheet(_NO_RULES)  # widgets that a style sheet has polished would keep the old font
        app.setFont(typeface(scale))
        app.setPalette(palette(theme))
        app.setStyleSheet(text)


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Keep Python from collecting garbage meanwhile.

    Qt goes through a list of all widgets here and tells each, and what listens runs Python. A widget that waits in a
    cycle for the collector would be deleted while it stands in that list, and the process end.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def sheet(theme: Theme, scale: float) -> str:
    """The style sheet: `TEMPLATE` with colours and sizes filled in ("@name" each)."""
    values = _colours(theme) | _sizes(scale)
    text = TEMPLATE
    for name in sorted(values, key=len, reverse=True):
        text = text.replace(f"@{name}", values[name])
    return text


def _colours(theme: Theme) -> dict[str, str]:
    dark_on_accent = readable_on(theme.accent) != "#ffffff"
    return {
        "ground": theme.ground,
        "surface": theme.surface,
        "raised": theme.raised,
        "border": theme.border,
        "edge": _edge(theme),
        "text": theme.text,
        "muted": theme.muted,
        "path": theme.path,
        "accent": theme.accent,
        "onaccent": readable_on(theme.accent),
        "hover": mix(theme.raised, theme.text, 0.08),
        "pressed": mix(theme.raised, theme.text, 0.16),
        "field": mix(theme.ground, theme.surface, 0.35),
        "tint": mix(theme.surface, theme.accent, 0.16),
        "soft": mix(theme.border, theme.surface, 0.45),
        "warm": mix(theme.accent, theme.text, 0.15),
        "faded": mix(theme.text, theme.surface, 0.6),
        "chrome": mix(theme.surface, theme.ground, 0.55),
        "warning": theme.warning,
        "error": theme.error,
        "good": theme.good,
        "controls": (RESOURCES / "icons" / "controls").as_posix(),
        "check": "check_on_light" if dark_on_accent else "check_on_dark",
    }


@functools.cache
def _edge(theme: Theme) -> str:
    """Of fields, that are known by it: the border's colour, nearer to the text's until it is seen on what is around."""
    around = (theme.surface, mix(theme.ground, theme.surface, 0.35), theme.ground)
    steps = (mix(theme.border, theme.text, step / 20) for step in range(21))
    return next(it for it in steps if all(contrast(rgb(it), rgb(below)) >= EDGE for below in around))


def _sizes(scale: float) -> dict[str, str]:
    def pixels(size: float) -> str:
        return f"{max(1, round(size * scale))}px"

    return {
        "px11": pixels(11),
        "px12": pixels(12),
        "px13": pixels(13),
        "px15": pixels(15),
        "px18": pixels(18),
        "px40": pixels(40),
        "hit": pixels(20),  # with 4 px padding above and below: 28 px high
        "bighit": pixels(28),
        "slider": pixels(16),
        "box": pixels(16),
        "spin": pixels(40),
        "narrow": pixels(46),
        "arrow": pixels(12),
    }
