"""The theme and the text size of a window, kept in its settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.settings import SCALES, Settings
from viz import theme as themes
from viz.figures import palettes
from viz.theme import Theme


class Appearance(QObject):
    """`changed` when everything is to be drawn anew; `theme_chosen` when a person chose another theme."""

    changed = Signal()
    theme_chosen = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def theme(self) -> Theme:
        """The theme shown, in the colours of the palette that was chosen."""
        return palettes.worn(self._settings.theme, self._settings.palette)

    @property
    def scale(self) -> float:
        """The text size as a multiple of the normal one."""
        return self._settings.scale

    def choose_theme(self, name: str) -> None:
        """A person wants another theme."""
        if name != self._settings.theme:
            self.show_theme(name)
            self.theme_chosen.emit(name)

    def show_theme(self, name: str) -> None:
        """Draw everything in a theme."""
        if name != self._settings.theme:
            self._settings.theme = name
            self.changed.emit()

    def next_theme(self) -> None:
        """The theme after the one shown."""
        known = themes.names()
        self.choose_theme(known[(known.index(self._settings.theme) + 1) % len(known)])

    def change_scale(self, steps: int) -> None:
        """Larger or smaller text, up to a projector's."""
        nearest = min(range(len(SCALES)), key=lambda index: abs(SCALES[index] - self._settings.scale))
        self.set_scale(SCALES[max(0, min(nearest + steps, len(SCALES) - 1))])

    def set_palette(self, name: str) -> None:
        """Data in other colours, in every theme."""
        self._settings.palette = name
        self.changed.emit()

    def set_scale(self, scale: float) -> None:
        """Text at this multiple of its normal size."""
        self._settings.scale = scale
        self.changed.emit()
