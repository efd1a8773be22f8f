"""Draws the icons of a widget tree in the colours of the theme: buttons say which icon by a property."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.look import icons, style
from viz.theme import Theme


def tint(root: QWidget, theme: Theme, scale: float = 1.0) -> None:
    """Give every button under `root` that names an icon (property "iconName") that icon in the theme's colours."""
    faded = style.mix(theme.text, theme.surface, 0.6)
    for button in [*root.findChildren(QAbstractButton), *([root] if isinstance(root, QAbstractButton) else [])]:
        wanted = button.property("iconName")
        if isinstance(wanted, str) and wanted:
            quiet = button.objectName() == "flat" and not button.property("bright")
            colour = style.readable_on(theme.accent) if button.objectName() == "primary" else theme.text
            pixels = round((button.property("iconPixels") or 16) * scale)
            button.setIconSize(QSize(pixels, pixels))
            button.setIcon(icons.icon(wanted, theme.muted if quiet else colour, faded))
