"""Base of views made of charts: words above, a panel of charts, and words instead where there is nothing to show."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from engine.questions import Calm
from viz.charts.chart_panel import ChartPanel
from viz.charts.chart_words import HIGH, ChartWords, prefixes
from viz.charts.common import Common
from viz.charts.look import Look, em_of
from viz.charts.speech import say_changed
from viz.charts.tables import COLUMNS, rows_of
from viz.intents import SaveTable, Say
from viz.joined import spoken
from viz.theme import Theme
from viz.theme import theme as theme_called
from viz.view import View

SAVE_NUMBERS = "save_numbers"  # name of the action
WORDS = 0.18  # of a figure's height at most for its heading and notes
ROOMY = 24  # em of height from which on notes take more than one line
MOST_WORDS = 0.34  # of the height that they take then
ALONE = 1000  # how much more of the height words take that stand in the place of charts than what holds these
LEAST = QSize(160, 80)  # logical pixels that words and charts do with


class ChartView(View):
    """Subclass and write `heading`, `notes`, `instead` and `draw_charts`; `painted` and `colours` are the newest."""

    figure_lines: ClassVar[int] = 540  # logical height a figure is laid out at: small = large text
    least_plot: ClassVar[float] = 1.2  # em of the sides of its plots: below, a figure on paper is refused

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: Any = None
        self.colours: Theme = theme_called("dark")
        self.transparent = False
        self.still = False
        self.column = QVBoxLayout(self)
        self._heading, self._notes = ChartWords(self, 1.0, bold=True), ChartWords(self, 0.9)
        self._instead = ChartWords(self)
        self.panel = ChartPanel(self, self.translated_title())
        for part in (self._heading, self._notes, self._instead):
            self.column.addWidget(part)
        self.column.addWidget(self.panel, 1)
        self.setFocusProxy(self.panel)
        save = self._save = QAction(QCoreApplication.translate("ChartView", "Save the numbers as a table (CSV)…"), self)
        save.setObjectName(SAVE_NUMBERS)
        save.triggered.connect(lambda _checked=False: self._save_numbers())
        self.addAction(save)

    # -- what a subclass says ------------------------------------------------------------------------------------

    def heading(self, frame: Any) -> str:
        """What is shown, on one line in bold; "" for none."""
        return ""

    def notes(self, frame: Any) -> str:
        """What there is to say about it."""
        return ""

    def alarms(self, frame: Any) -> bool:
        """Whether the notes say that something went wrong."""
        return False

    def instead(self, frame: Any) -> str:
        """Why there is nothing to draw; "" where there is something."""
        return ""

    def nothing_to_see(self, frame: Any) -> str:
        return self.instead(frame)

    def draw_charts(self, frame: Any) -> None:
        """Draw the frame: `with self.drawing() as grid: …`."""
        raise TypeError(f"{type(self).__name__} must define draw_charts(frame)")

    def as_table(self, frame: Any) -> SaveTable | None:
        """The numbers of the frame painted last, as a file is to hold them; None where there are none, or too many."""
        rows = rows_of(plot.values for plot in self.panel.grid.plots) if self.panel.has_charts else ()
        return SaveTable(self.name, COLUMNS, rows) if rows else None

    def has_numbers(self, frame: Any) -> bool:
        """Whether there is anything for such a file."""
        return self.panel.has_charts and any(plot.values[0] for plot in self.panel.grid.plots)

    def _save_numbers(self) -> None:
        found = self.as_table(self.painted) if self.painted is not None else None
        words = QCoreApplication.translate("ChartView", "There are no numbers here that can be saved as a table.")
        self.send(found or Say(words))

    def spoken(self, frame: Any) -> str:
        """What a screen reader says of the view."""
        return self.instead(frame) or spoken(self.heading(frame), self.notes(frame))

    # -- beside other panels of a figure -------------------------------------------------------------------------

    @property
    def panels(self) -> list[ChartPanel]:
        """What holds charts in it and is seen."""
        return [it for it in self.findChildren(ChartPanel) if it.has_charts and it.isVisibleTo(self)]

    def share(self, common: Common) -> None:
        """Draw again with what it has in common with other panels."""
        for panel in self.findChildren(ChartPanel):
            panel.common = common
        self.redraw()

    # -- painting ------------------------------------------------------------------------------------------------

    @property
    def em(self) -> float:
        """Pixel height of the view's font."""
        return em_of(self)

    @property
    def look(self) -> Look:
        """Theme and type as charts take them."""
        return Look(self.colours, self.font(), self.em, self.still)

    def drawing(self) -> Any:
        """The grid of charts, to be drawn on anew, as a context."""
        return self.panel.drawing(self.colours, self.still)

    def paint(self, frame: Any, theme: Theme) -> None:
        if theme is not self.colours:
            self.update()  # the ground too, on which nothing else may have changed
        self.painted, self.colours = frame, theme
        self.redraw()

    def redraw(self) -> None:
        """Draw the newest frame again: after something of the view's own has changed, or its type has."""
        if self.painted is None:
            return
        frame, look, em = self.painted, self.look, self.em
        instead = self.instead(frame)
        self.column.setContentsMargins(round(0.6 * em), round(0.3 * em), round(0.6 * em), round(0.3 * em))
        self.column.setSpacing(round(0.15 * em))
        self._heading.show_words(self.heading(frame), look, wraps=self.still)
        notes = "" if instead else self._fitting(self.notes(frame))
        self._show_notes(notes, self._notes_wrap(notes))
        self._instead.show_words(instead, look, muted=True, centred=True)
        self.column.setStretchFactor(self._instead, ALONE if instead else 0)
        self.show_charts(frame, not instead)
        self._give_keyboard(self.panel.has_charts and self.panel.isVisibleTo(self))
        self._save.setEnabled(not instead and self.has_numbers(frame))
        said = self.spoken(frame)
        self.panel.say(said)
        say_changed(self, spoken(said, *(panel.told for panel in self.panels)))

    def _notes_wrap(self, notes: str) -> bool:
        """Whether notes may take as many lines as they need: charts have most of the height."""
        if self.still or not notes:
            return True
        lines = self._notes.lines_at(notes, self.look, round(self.width() - 1.2 * self.em))
        high = self._seen_height()
        return high >= ROOMY * self.em and lines * HIGH * 0.9 * self.em <= MOST_WORDS * high

    def _show_notes(self, text: str, wraps: bool) -> None:
        calm = isinstance(self.notes(self.painted), Calm) or isinstance(text, Calm)
        colour = self.colours.error if self.alarms(self.painted) and not calm else ""
        self._notes.show_words(text, self.look, muted=True, wraps=wraps, colour=colour)

    def _fitting(self, notes: str) -> str:
        """As many whole parts of the notes, from the first, as a figure has room for: none is cut, the others left out.

        On screen the rest of what is cut is the tip of the words.
        """
        if not self.still or not notes:
            return notes
        width = round(self.width() - 1.2 * self.em)
        heading = self._heading.lines_at(self._heading.text, self.look, width) if self._heading.text else 0
        room = max(int(WORDS * self.height() / (HIGH * self.em)) - heading, 1)
        return next((part for part in prefixes(notes) if self._notes.lines_at(part, self.look, width) <= room), "")

    def show_charts(self, frame: Any, wanted: bool) -> None:
        """Draw the charts, or hide what holds them."""
        self.panel.setVisible(wanted)
        if wanted:
            self.draw_charts(frame)

    def _give_keyboard(self, to_charts: bool) -> None:
        """To the charts; to the view itself where words stand in their place, which are to be reached as well."""
        if to_charts != (self.focusProxy() is None):
            return
        had = self.hasFocus()
        self.setFocusProxy(self.panel if to_charts else None)  # type: ignore[arg-type]  # None takes it away
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if to_charts else Qt.FocusPolicy.TabFocus)
        if had:
            self.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the theme, whatever the window around it has."""
        if not self.transparent:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self.colours.surface))
            painter.end()

    def finish_figure(self) -> None:
        self.still = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.painted is not None:
            wraps = self._notes_wrap(self._notes.text)
            if wraps != self._notes.wraps:
                self._show_notes(self._notes.text, wraps)

    def _seen_height(self) -> int:
        """Pixels of it that are seen at a time: a dock that is lower than the view scrolls it."""
        around = self.parentWidget()
        while around is not None and not around.isWindow():
            if isinstance(around, QAbstractScrollArea):
                return min(self.height(), around.viewport().height())
            around = around.parentWidget()
        return self.height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.panel.take_key(event):
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """What charts can be read in, words on a line each, and fields and buttons, which would lie over each other."""
        held = [self.column.itemAt(index) for index in range(self.column.count())]
        parts = [part for item in held if item is not None and (part := item.widget()) is not None]
        charts = [part for part in parts if isinstance(part, ChartPanel) and not part.isHidden()]
        fixed = [part for part in parts if not part.isHidden() and not isinstance(part, (ChartWords, ChartPanel))]
        drawn = any(part.has_charts for part in charts) and not self.still
        if not fixed and not drawn:
            words = 0 if self.still or self._instead.isHidden() else self.column.minimumSize().height()
            return LEAST.expandedTo(QSize(0, words))
        needed = LEAST.height() + sum(part.minimumSizeHint().height() for part in fixed)
        least = self.column.minimumSize()  # of large text
        return QSize(max(LEAST.width(), least.width()), max(needed, least.height()))
