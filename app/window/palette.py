"""The command palette: everything that can be done, found by a few letters.

A command matches when the typed letters occur in it in order; letters at the beginnings of words and next to each
other count more, long gaps count less, so that "mw" finds "Model: gpt2-medium" after "Meaning space: move west". What
else a command is known by finds it too, and then stands beside it.
"""

from __future__ import annotations

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


def score(typed: str, text: str) -> float | None:
    """How well `typed` finds `text`, higher is better; None where its letters are not all there in order."""
    wanted, where = [letter for letter in typed.casefold() if not letter.isspace()], text.casefold()
    if not wanted:
        return 0.0
    total, at, last = 0.0, -1, -2
    for letter in wanted:
        starts = [i for i in range(at + 1, len(where)) if where[i] == letter and (i == 0 or not where[i - 1].isalnum())]
        following = at + 1 if at + 1 < len(where) and where[at + 1] == letter else -1
        place = following if following >= 0 and last >= 0 else (starts[0] if starts else where.find(letter, at + 1))
        if place < 0:
            return score_loosely(wanted, where)
        total += 3.0 if place == last + 1 else 2.0 if place in starts else 1.0 - 0.01 * (place - at)
        last = at = place
    return total + 2.0 * where.startswith("".join(wanted)) - 0.002 * len(where)


def score_loosely(wanted: Sequence[str], where: str) -> float | None:
    """The plain subsequence, for when a jump to a word's beginning led past a letter."""
    at, total = -1, 0.0
    for letter in wanted:
        place = where.find(letter, at + 1)
        if place < 0:
            return None
        total += 0.5 - 0.01 * (place - at)
        at = place
    return total - 0.002 * len(where)


def search(typed: str, commands: Sequence[Command]) -> list[Command]:
    """Commands that match, best first; equal ones keep their order, and those that cannot be done now come last."""
    rated = []
    for index, command in enumerate(commands):
        found, shown = _found(typed, command)
        if found is not None:
            rated.append((not command.enabled, -found, index, shown))
    return [shown for *_, shown in sorted(rated, key=lambda it: it[:3])]


def _found(typed: str, command: Command) -> tuple[float | None, Command]:
    """How well the text finds the command, by its words, its group or what else it is known by; and how it is shown."""
    found = score(typed, command.text)
    if found is not None:
        return found, command
    word = next((word for word in command.words if begins_a_word(typed, word)), "")
    if word:
        return (score(typed, word) or 0.0) - 1.0, replace(command, group=f"{command.group}: {word}")
    found = score(typed, f"{command.group} {command.text}") if command.group else None
    return (None if found is None else found - 1.0), command


def begins_a_word(typed: str, text: str) -> bool:
    """Whether `typed`, two letters at least, stands in `text` from the beginning of a word on."""
    wanted, where = typed.strip().casefold(), text.casefold()
    starts = (i for i in range(len(where)) if i == 0 or not where[i - 1].isalnum())
    return len(wanted) > 1 and any(where.startswith(wanted, i) for i in starts)


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
            nothing = QListWidgetItem(self.tr("Nothing has these letters in this order."))
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
