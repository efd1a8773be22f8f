"""What takes long, in the status line: an entry for each thing, with its share, the time left and its own Cancel.

Where there is no room for all of it, bars become short and go, words are cut, and at last only the newest entries are
left, with a number for the others; their tips still say everything.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from app.state import Key, Work
from app.widgets.basics import describe, muted
from viz.charts.numbers import with_percent
from viz.plain import set_tip

# How an entry is shown, the roomiest first: (length of its bar in pixels, letters of what is done, is time left said)
_SIZES = ((180, 60, True), (90, 40, True), (60, 24, True), (0, 24, True), (0, 14, True), (0, 14, False))
_SPACE = 6  # pixels between the parts of an entry
_BETWEEN = 16  # pixels between two entries
_SHARE = 0.7  # of the line, which the facts need too: only where entries would go do they take more


def told(work: Work, doing: str | None = None, with_left: bool = True) -> str:
    """What is done (`doing` in place of it, where given), how far it is, and for how long it will go on."""
    left = _left(work.seconds_left) if with_left else ""
    return " · ".join(part for part in (work.doing if doing is None else doing, _amount(work), left) if part)


def _amount(work: Work) -> str:
    if work.unit == "bytes" and work.total >= 1e6:
        return f"{work.done / 1e6:,.0f} / {work.total / 1e6:,.0f} MB"
    return "" if work.share is None else with_percent(f"{100 * work.share:.0f}")


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < 90:
        words = QCoreApplication.translate("Progress", "about {n} s left")
        return words.format(n=max(1, round(seconds) if seconds < 10 else 5 * round(seconds / 5)))
    return QCoreApplication.translate("Progress", "about {n} min left").format(n=round(seconds / 60))


class ProgressEntry(QWidget):
    """One thing."""

    cancel = Signal(object)  # its key

    def __init__(self, key: Key, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = muted()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.button = QPushButton(self.tr("Cancel"))
        self.button.setObjectName("link")
        self.button.clicked.connect(lambda: self.cancel.emit(key))
        self._work = Work(key, "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACE)
        for widget in (self.text, self.bar, self.button):
            row.addWidget(widget)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_work(self, work: Work) -> None:
        """Show how far it is."""
        self._work = work
        self.bar.setRange(0, 0 if work.share is None else 1000)
        if work.share is not None:
            self.bar.setValue(round(1000 * work.share))
        self.bar.setAccessibleName(told(work))
        set_tip(self, told(work))
        self.button.setVisible(work.can_cancel)
        stops = self.tr("Stop this: {what}").format(what=work.doing)
        describe(self.button, self.tr("Cancel: {what}").format(what=work.doing), stops)

    def show_size(self, bar: int, letters: int, with_left: bool) -> int:
        """Take only so much room; how many pixels that are."""
        metrics = self.text.fontMetrics()
        doing = metrics.elidedText(self._work.doing, Qt.TextElideMode.ElideRight, metrics.averageCharWidth() * letters)
        self.text.setText(told(self._work, doing, with_left))
        self.bar.setFixedWidth(bar or 1)
        self.bar.setVisible(bar > 0)
        parts = [self.text.sizeHint().width()]
        parts += [bar] if bar else []
        parts += [self.button.sizeHint().width()] if self._work.can_cancel else []
        return sum(parts) + _SPACE * (len(parts) - 1)


class Progress(QWidget):
    """All of them, in the order in which they began. Invisible while nothing takes long."""

    cancel = Signal(object)  # key of a Work

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: dict[Key, ProgressEntry] = {}
        self.others = muted()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 8, 0)
        self._row.setSpacing(_BETWEEN)
        self._row.addWidget(self.others)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._works: tuple[Work, ...] = ()
        self.hide()

    def show_works(self, works: Sequence[Work]) -> None:
        """Show these."""
        self._works = tuple(works)
        for key in [key for key in self.entries if all(work.key != key for work in works)]:
            entry = self.entries.pop(key)
            self._row.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        for work in works:
            if work.key not in self.entries:
                entry = self.entries[work.key] = ProgressEntry(work.key, self)
                entry.cancel.connect(self.cancel)
                self._row.addWidget(entry)
            self.entries[work.key].show_work(work)
        self.setVisible(bool(works))

    def fit(self, width: int) -> int:
        """Show as much as fits into so many pixels: all entries where that can be, at least the newest.

        How many pixels it takes.
        """
        every = len(self._works)
        tries = [(every, size, round(_SHARE * width)) for size in _SIZES]
        tries += [(count, _SIZES[-1], width) for count in range(every, 0, -1)]
        taken = 0
        for count, size, room in tries:
            taken = self._show(count, *size)
            if taken <= room:
                break
        return taken

    def _show(self, count: int, bar: int, letters: int, with_left: bool) -> int:
        """The newest `count` entries, of one size; how many pixels they take."""
        unseen, seen = self._works[: len(self._works) - count], self._works[len(self._works) - count :]
        self.others.setText(self.tr("+{n} more").format(n=len(unseen)))
        set_tip(self.others, "\n".join(told(work) for work in unseen))
        widths = [self.entries[work.key].show_size(bar, letters, with_left) for work in seen]
        widths += [self.others.sizeHint().width()] if unseen else []
        self.others.setVisible(bool(unseen))
        for work in self._works:
            self.entries[work.key].setVisible(work in seen)
        return sum(widths) + _BETWEEN * (len(widths) - 1) + 8 if widths else 0
