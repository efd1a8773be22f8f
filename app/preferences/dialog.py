"""The preferences: how Orrery starts, looks and computes, and what it keeps on the disk.

One window beside the other, never in its way. Each control shows a setting and changes it at once; what is changed
elsewhere (the theme by its key, say) is shown here too. A page can be put back to its defaults.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTabWidget, QVBoxLayout, QWidget

from app.preferences.pages import AppearancePage, EnginePage, GeneralPage, Page
from app.preferences.storage_page import StoragePage
from app.settings import Settings
from app.widgets.basics import bind, describe

translate = QCoreApplication.translate  # by this name its texts are collected

WIDTH, HEIGHT = 620, 560  # logical pixels at normal text size


class Preferences(QDialog):
    """One page for each kind of setting. Whoever hears `changed` sets it."""

    changed = Signal(str, object)  # setting, its new value
    removed = Signal()  # something has been taken off the disk

    def __init__(
        self, settings: Settings, models: Callable[[], Sequence[str]], load_again: QAction, window: QWidget
    ) -> None:
        """`models` are those on this computer."""
        super().__init__(window)
        self._settings = settings
        self._models = models
        self.setObjectName("preferences")
        self.setModal(False)
        self.setWindowTitle(translate("Preferences", "Preferences"))
        self.general, self.appearance = GeneralPage(), AppearancePage()
        self.engine, self.storage = EnginePage(), StoragePage()
        self.pages: tuple[Page, ...] = (self.general, self.appearance, self.engine, self.storage)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        describe(self.tabs.tabBar(), translate("Preferences", "Kinds of settings"))
        for page in self.pages:
            page.changed.connect(self._change)
            self.tabs.addTab(page.scrolled(), page.title)
        self.storage.removed.connect(self.removed)
        bind(self.engine.load_again, load_again)
        self.reset_button = QPushButton(translate("Preferences", "Reset this page"))
        describe(
            self.reset_button,
            translate("Preferences", "Reset this page"),
            translate("Preferences", "Put the settings of this page back to their defaults"),
        )
        self.reset_button.clicked.connect(self.reset_page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.reset_button, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.close)
        for button in buttons.buttons():
            button.setIcon(QIcon())
            button.setAccessibleName(button.text().replace("&", ""))
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(12)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)

    def open_in_front(self) -> None:
        """Show what is set now."""
        self.show_values()
        self.storage.look()
        self.show()
        self.raise_()
        self.activateWindow()

    def show_values(self) -> None:
        """Let every control show its setting."""
        self.general.offer_models(self._models())
        for page in self.pages:
            page.show_values(self._settings)

    def reset_page(self) -> None:
        """Put the page in front back to its defaults."""
        page = self.pages[self.tabs.currentIndex()]
        for setting in page.settings:
            self._change(setting, getattr(Settings(), setting))
        self.show_values()

    def _change(self, setting: str, value: Any) -> None:
        if getattr(self._settings, setting) != value:
            self.changed.emit(setting, value)
            self.show_values()

    # -- the window itself ---------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the text wants it, and no larger than its screen."""
        super().showEvent(event)
        if not event.spontaneous():
            scale, screen = self._settings.scale, self.screen().availableGeometry()
            self.resize(
                round(min(WIDTH * scale, 0.9 * screen.width())), round(min(HEIGHT * scale, 0.85 * screen.height()))
            )

    def changeEvent(self, event: QEvent) -> None:
        """The theme or the text size may have been changed elsewhere."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.isVisible():
            self.show_values()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is no wish to close."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)
