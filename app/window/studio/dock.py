"""The dock that figures are composed in; the studio itself is made when it is first seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.window.dock import Dock
from app.window.workspaces import STUDIO
from engine.run import Run
from viz.ui_state import UiState

if TYPE_CHECKING:
    from app.window.studio.studio import Around, Studio
    from viz.figures.spec import FigureSpec


class StudioDock(Dock):
    """`around` is called when the studio is made. The signals are the studio's."""

    intent = Signal(object)
    noticed = Signal(object)
    kept_changed = Signal()

    def __init__(
        self,
        kept: dict[str, str],
        around: Callable[[], Around],
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("Figure"), STUDIO, parent)
        self._kept, self._around = kept, around
        self._pending: tuple[Run, UiState] | None = None
        self.studio: Studio | None = None
        self.setTitleBarWidget(QWidget())

    def refresh(self, run: Run, ui: UiState) -> None:
        """The run on screen, and what is chosen in it."""
        self._pending = run, ui
        if self.studio is not None:
            self.studio.refresh(run, ui)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the studio, the first time."""
        self.made()
        super().showEvent(event)

    def composition(self) -> FigureSpec | None:
        """The figure as a film takes it; None where none is composed."""
        return self.studio.composition() if self.studio is not None and self.studio.spec.panel else None

    def made(self) -> Studio:
        """The studio."""
        if self.studio is None:
            from app.window.studio.studio import (
                Studio,  # and all that figures take, which the first picture does not wait for
            )

            self.studio = Studio(self._kept, self._around())
            self.studio.intent.connect(self.intent)
            self.studio.noticed.connect(self.noticed)
            self.studio.kept_changed.connect(self.kept_changed)
            self.setWidget(self.studio)
            if self._pending is not None:
                self.studio.refresh(*self._pending)
        return self.studio

    def end(self) -> None:
        """The window closes."""
        if self.studio is not None:
            self.studio.end()
