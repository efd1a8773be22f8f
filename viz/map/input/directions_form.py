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

    def __init__(
        self, name: str, selection: Callable[[], tuple[int, ...]], words: bool = True, empty: str = ""
    ) -> None:  # fmt: skip
        super().__init__()
        self._selection = selection
        self._rows: tuple[int, ...] = ()
        self.word, self.take = QLineEdit(), QToolButton()
        self.word.setAccessibleName(name)
        self.word.setMinimumWidth(LETTERS * self.word.fontMetrics().averageCharWidth())
        self.word.textEdited.connect(self._forget)
        self.word.setReadOnly(not words)
        self.word.setPlaceholderText(empty)
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
    def rows(self) -> tuple[int, ...]:
        """The points that were taken."""
        return self._rows

    @property
    def end(self) -> End:
        """What it is; "" where nothing is."""
        return self._rows or self.word.text().strip()


class DirectionsForm(QWidget):
    """Up to three axes, and a direction for the colours.

    `selection` tells the points that are selected now; `choose` is called with the axes, `colour` with the ends of the
    first one, `probe` with the points on either side (none: all others).
    """

    def __init__(
        self,
        selection: Callable[[], tuple[int, ...]],
        choose: Callable[[tuple[tuple[End, End], ...], bool], None],
        colour: Callable[[End, End], None],
        probe: Callable[[tuple[int, ...], tuple[int, ...]], None],
    ) -> None:
        super().__init__()
        self._choose, self._colour, self._probe = choose, colour, probe
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
        self.colour = QPushButton(translate("Map", "Colour along axis 1"))
        self.colour.setAccessibleName(self.colour.text())
        self.colour.clicked.connect(self._send_colour)
        column.addWidget(self.colour)
        column.addWidget(self._of_probe(selection))
        for field in self._fields():
            field.word.textChanged.connect(self._enable)
            field.word.returnPressed.connect(self._send)
        for field in (self.ones, self.others):
            field.word.textChanged.connect(self._enable)
        self._enable()

    def _of_probe(self, selection: Callable[[], tuple[int, ...]]) -> QWidget:
        """The part for a probe."""
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 6, 0, 0)
        self.ones = EndField(translate("Map", "Probe, points"), selection, False, translate("Map", "select, then ◎"))
        self.others = EndField(translate("Map", "Probe, against"), selection, False, translate("Map", "all others"))
        self.fit_probe = QPushButton(translate("Map", "Fit a probe and colour by it"))
        self.fit_probe.setAccessibleName(self.fit_probe.text())
        set_tip(
            self.fit_probe,
            translate(
                "Map",
                "A logistic regression that tells the first points from the second. What it is worth is measured on "
                "points that it was not fitted on, beside the same with shuffled labels.",
            ),
        )
        self.fit_probe.clicked.connect(self._send_probe)
        for row, (name, widget) in enumerate(
            ((translate("Map", "Probe"), self.ones), (translate("Map", "against"), self.others))
        ):
            grid.addWidget(Label(name), row, 0)
            grid.addWidget(widget, row, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.fit_probe, 2, 0, 1, 2)
        return part

    def _fields(self) -> list[EndField]:
        return [field for axis in self.axes for field in axis]

    def show_space(self, space: object) -> None:
        """Know whose points are shown."""
        if space != self._space:
            self._space = space
            for field in (*self._fields(), self.ones, self.others):
                field.forget_points()

    def chosen(self) -> tuple[tuple[End, End], ...]:
        """The axes with both ends."""
        return tuple((start.end, end.end) for start, end in self.axes if start.end and end.end)

    def _enable(self) -> None:
        half = any(bool(start.end) != bool(end.end) for start, end in self.axes)
        self.lay_out.setEnabled(bool(self.chosen()) and not half)
        self.colour.setEnabled(bool(self.axes[0][0].end and self.axes[0][1].end))
        self.fit_probe.setEnabled(bool(self.ones.end))

    def _send(self) -> None:
        if self.lay_out.isEnabled():
            self._choose(self.chosen(), self.orthogonal.isChecked())

    def _send_colour(self) -> None:
        start, end = self.axes[0]
        self._colour(start.end, end.end)

    def _send_probe(self) -> None:
        self._probe(self.ones.rows, self.others.rows)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from field to field; the menu around would take it for a step to another entry."""
        ends = [part for field in self._fields() for part in (field.word, field.take)]
        of_probe = [part for field in (self.ones, self.others) for part in (field.word, field.take)]
        fields: list[QWidget] = [*ends, self.orthogonal, self.lay_out, self.colour, *of_probe, self.fit_probe]
        open_ones = [field for field in fields if field.isEnabled()]
        at = next((i for i, field in enumerate(open_ones) if field.hasFocus()), -1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        open_ones[(at + (1 if forward else -1)) % len(open_ones)].setFocus(reason)
        return True
