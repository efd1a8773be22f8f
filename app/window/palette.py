"""The command palette: everything that can be done, found by words or their beginnings.

Every word typed must begin a word of the command, in any order: "tok ne" finds "Show Next token". Whole words count
more than beginnings. What else a command is known by (the field's words for a view, other words for an action) finds
it too, after those that say it themselves, and then stands beside it. Letters scattered over a text find nothing:
with a hundred commands nearly any four letters would.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.widgets.popup import Popup

SHOWN = 60
FIRST_OF_CJK = "\u2e80"
BY_OTHER_WORDS, BY_GROUP = 2.0, 2.5  # how much less it counts to be found by them than by the text
ROLE_KEYS = int(Qt.ItemDataRole.UserRole) + 1
ROLE_GROUP = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True)
class Command:
    """One line of the palette."""

    text: str
    run: Callable[[], object]
    group: str = ""
    keys: str = ""
    enabled: bool = True
    words: tuple[str, ...] = ()  # what else it is known by
    aside: float = 0.0  # how much less it counts: of many that all begin alike


def beginnings(where: str) -> list[int]:
    """Where words begin in a text. Scripts without spaces between words, as Chinese, begin one with every letter."""
    return [
        i
        for i, letter in enumerate(where)
        if letter.isalnum() and (i == 0 or not where[i - 1].isalnum() or letter >= FIRST_OF_CJK)
    ]


def words_of(typed: str) -> list[str]:
    """What was typed, word by word."""
    return re.findall(r"[^\W_]+", typed.casefold())


def match(word: str, text: str) -> float | None:
    """How well one typed word finds a text; None where no word of it begins so.

    1.5 to 2 for the beginning of a word, by how much of it was typed, 3 for a whole word, and a half more where the
    text begins with it. A plural finds the singular.
    """
    where = text.casefold()
    found = [(i, len(word)) for i in beginnings(where) if where.startswith(word, i)]
    if not found and len(word) > 3 and word.endswith("s"):
        found = [(i, len(word) - 1) for i in beginnings(where) if where.startswith(word[:-1], i)]
    rated = []
    for i, length in found:
        end = i + length
        while end < len(where) and where[end].isalnum():
            end += 1
        rated.append((3.0 if end == i + length else 1.5 + 0.5 * length / (end - i)) + 0.5 * (i == 0))
    return max(rated, default=None)


def search(typed: str, commands: Sequence[Command]) -> list[Command]:
    """Commands that match, best first; equal ones keep their order, and those that cannot be done now come last."""
    wanted, rated = words_of(typed), []
    if not typed.strip():
        return sorted(commands, key=lambda command: not command.enabled)
    for index, command in enumerate(commands):
        found = _found(wanted, command) if wanted else None
        if found is not None:
            rated.append((not command.enabled, -found[0], index, found[1]))
    return [shown for *_, shown in sorted(rated, key=lambda it: it[:3])]


def _found(wanted: Sequence[str], command: Command) -> tuple[float, Command] | None:
    """How well the words find the command, and how it is shown: beside it stands the word that it was found by."""
    total, known_by = 0.0, ""
    for word in wanted:
        found = match(word, command.text)
        if found is None:
            found, by = max(((match(word, known) or 0.0, known) for known in command.words), default=(0.0, ""))
            found -= BY_OTHER_WORDS
            known_by = known_by or (by if found > -BY_OTHER_WORDS else "")
        if found <= -BY_OTHER_WORDS:
            of_group = match(word, command.group)
            if of_group is None:
                return None
            found = of_group - BY_GROUP
        total += found
    in_a_row = " ".join(wanted) in " ".join(words_of(command.text)) if len(wanted) > 1 else False
    shown = replace(command, group=f"{command.group}: {known_by}".removeprefix(": ")) if known_by else command
    return total + in_a_row - command.aside - 0.002 * len(command.text), shown


class _Line(QStyledItemDelegate):
    """A command with its group and its keys in quieter letters at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index) -> None:  # type: ignore[no-untyped-def]
        """Draw the line as the style does, then the right-hand text."""
        super().paint(painter, option, index)
        words = "   ".join(part for part in (index.data(ROLE_GROUP), index.data(ROLE_KEYS)) if part)
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(
            option.rect.adjusted(0, 0, -12, 0), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index) -> QSize:  # type: ignore[no-untyped-def]
        """At least as high as a comfortable line."""
        return QSize(120, max(30, QFontMetrics(option.font).height() + 12))


class Palette(Popup):
    """Typing filters, up and down choose, Enter runs and closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands: Sequence[Command] = ()
        self._found: list[Command] = []
        self.line = QLineEdit()
        self.line.setObjectName("finder")
        self.line.setPlaceholderText(self.tr("Find a command, a view, a workspace, a model…"))
        self.line.setAccessibleName(self.tr("Find a command"))
        self.line.textChanged.connect(self._filter)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands found"))
        self.list.setItemDelegate(_Line(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda item: self._run(self.list.row(item)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)

    def open_with(self, commands: Sequence[Command]) -> None:
        """Show these commands over the window."""
        self._commands = commands
        self.line.clear()
        self._filter("")
        self.open_centred(self.owner.window(), 640, 440)
        self.line.setFocus()

    def found(self) -> list[str]:
        """The texts listed now, best first."""
        return [command.text for command in self._found]

    def _filter(self, typed: str) -> None:
        self._found = search(typed, self._commands)[:SHOWN]
        self.list.clear()
        for command in self._found:
            item = QListWidgetItem(command.text)
            item.setData(ROLE_KEYS, command.keys)
            item.setData(ROLE_GROUP, command.group)
            if not command.enabled:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)
        if not self._found:
            nothing = QListWidgetItem(
                self.tr("No matching command. Try one word, such as “attention”, “steering” or “save”.")
            )
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _run(self, row: int) -> None:
        if 0 <= row < len(self._found) and self._found[row].enabled:
            command = self._found[row]
            self.hide()
            command.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that move in the list while the line keeps the keyboard."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if key in moves:
                row = self.list.currentRow() + moves[Qt.Key(key)]
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentRow())
                return True
        return super().eventFilter(watched, event)
