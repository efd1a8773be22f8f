"""One row of the table of what can be done (`app.window.actions`)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True)
class Row:
    """One action. `menu` "" keeps it out of the menus; `alone` shortcuts are plain keys that text fields may take."""

    id: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    tip: str = ""
    enabled: str = "always"
    group: int = 0  # a line is drawn in the menu where it changes
    checkable: bool = False
    words: tuple[str, ...] = ()  # what else the palette finds it by

    def translated(self) -> str:
        """The text in the person's language."""
        return QCoreApplication.translate("Actions", self.text)

    def translated_tip(self) -> str:
        """The tip in the person's language ("" where the text says it all)."""
        return QCoreApplication.translate("Actions", self.tip) if self.tip else ""

    def translated_words(self) -> tuple[str, ...]:
        """What else it is known by, in English and in the person's language."""
        return (*self.words, *(QCoreApplication.translate("Actions", word) for word in self.words))
