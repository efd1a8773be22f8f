"""Axes of the map chosen by hand: from one word or selection to another, in the menu of a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from viz.plain import Label, set_tip
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected

AXES = 3
LETTERS = 12  # of a field
WIDE = 52  # average letters of the words below the fields

End = str | tuple[int, ...]


class EndField(QWidget):
    """One end of an axis: a word that is typed, or the points that were selected when its button was pressed."""

    def __init__(self, name: str, selection: Callable[[], tuple[int, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self._rows: tuple[int, ...] = ()
        self.word, self.take = QLineEdit(), QToolButton()
        self.word.setAccessibleName(name)
        self.word.setMinimumWidth(LETTERS * self.word.fontMetrics().averageCharWidth())
        self.word.textEdited.connect(self._forget)
        self.take.setText("◎")
        self.take.setAccessibleName(translate("Map", "{end}: the selected points").format(end=name))
        set_tip(self.take, translate("Map", "Take the mean of the points that are selected on the map"))
        self.take.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.take.clicked.connect(self._take)
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.word, 0, 0)
        row.addWidget(self.take, 0, 1)

    def _forget(self) -> None:
        self._rows = ()

    def _take(self) -> None:
        rows = self._selection()
        if rows:
            self._rows, n = rows, len(rows)
            self.word.setText(plural(translate("Map", "{n} selected point(s)", "", n), n).format(n=f"{n:,}"))

    def forget_points(self) -> None:
        """Other points are shown: those that were taken are none of them."""
        if self._rows:
            self._rows = ()
            self.word.clear()

    @property
    def end(self) -> End:
        """What it is; "" where nothing is."""
        return self._rows or self.word.text().strip()


class DirectionsForm(QWidget):
    """Up to three axes. `selection` tells the points that are selected now, `choose` is called with the axes."""

    def __init__(
        self,
        selection: Callable[[], tuple[int, ...]],
        choose: Callable[[tuple[tuple[End, End], ...], bool], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self._space: object = None
        column = QVBoxLayout(self)
        grid = QGridLayout()
        for place, head in ((1, translate("Map", "from")), (2, translate("Map", "to"))):
            grid.addWidget(Label(head), 0, place)
        self.axes: list[tuple[EndField, EndField]] = []
        for at in range(AXES):
            name = translate("Map", "Axis {n}").format(n=at + 1)
            fields = tuple(
                EndField(said.format(axis=name), selection)
                for said in (translate("Map", "{axis}, from"), translate("Map", "{axis}, to"))
            )
            grid.addWidget(Label(name), at + 1, 0)
            for place, field in enumerate(fields):
                grid.addWidget(field, at + 1, place + 1)
            self.axes.append((fields[0], fields[1]))
        column.addLayout(grid)
        self.orthogonal = QCheckBox(translate("Map", "Orthogonal axes"))
        set_tip(
            self.orthogonal,
            translate(
                "Map",
                "Each axis is turned at right angles to those before it (Gram-Schmidt). Without this, axes that are "
                "alike show the same twice.",
            ),
        )
        self.orthogonal.setChecked(True)
        column.addWidget(self.orthogonal)
        self.words = Label(
            translate(
                "Map",
                "Type words, or select points and press ◎. A word of several tokens is the mean of their vectors; "
                "among hidden states a word is the mean of its states in the text, at its last token. Axes left empty "
                "are the largest principal components of the rest. The layout is linear: new points are placed "
                "exactly, and each axis states its share of the variance.",
            )
        )
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(WIDE * self.words.fontMetrics().averageCharWidth())
        column.addWidget(self.words)
        self.lay_out = QPushButton(translate("Map", "Lay out along these axes"))
        self.lay_out.setObjectName("primary")
        self.lay_out.setAccessibleName(self.lay_out.text())
        self.lay_out.clicked.connect(self._send)
        column.addWidget(self.lay_out)
        for field in self._fields():
            field.word.textChanged.connect(self._enable)
            field.word.returnPressed.connect(self._send)
        self._enable()

    def _fields(self) -> list[EndField]:
        return [field for axis in self.axes for field in axis]

    def show_space(self, space: object) -> None:
        """Know whose points are shown."""
        if space != self._space:
            self._space = space
            for field in self._fields():
                field.forget_points()

    def chosen(self) -> tuple[tuple[End, End], ...]:
        """The axes with both ends."""
        return tuple((start.end, end.end) for start, end in self.axes if start.end and end.end)

    def _enable(self) -> None:
        half = any(bool(start.end) != bool(end.end) for start, end in self.axes)
        self.lay_out.setEnabled(bool(self.chosen()) and not half)

    def _send(self) -> None:
        if self.lay_out.isEnabled():
            self._choose(self.chosen(), self.orthogonal.isChecked())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from field to field; the menu around would take it for a step to another entry."""
        ends = [part for field in self._fields() for part in (field.word, field.take)]
        fields: list[QWidget] = [*ends, self.orthogonal, self.lay_out]
        open_ones = [field for field in fields if field.isEnabled()]
        at = next((i for i, field in enumerate(open_ones) if field.hasFocus()), -1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        open_ones[(at + (1 if forward else -1)) % len(open_ones)].setFocus(reason)
        return True
