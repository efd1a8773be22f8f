"""The test bench of a bracket net: type any string, and see after each bracket what the net expects next.

Nothing typed, it shows the shortest string it was found to fail on though it was right one bracket earlier: the two
places stand beside each other below. Other views of the workspace follow the string and the net chosen here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.brackets.questions import ListNets, PrepareNet
from engine.labs.brackets.records import Prepared, Reading
from engine.questions import Question
from engine.run import Run
from viz.charts.painted import LEFT
from viz.charts.speech import say_changed
from viz.intents import AskLab, Intent, LookAt, OpenModel, StartRun, ask_labs
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets.bars import (
    Columns,
    Entry,
    draw_card,
    draw_columns,
    draw_legend_of,
    lay_out,
    lowest,
)
from viz.labs.brackets.bench_controls import BenchControls
from viz.labs.brackets.pointed import PointedView
from viz.labs.brackets.words import Words
from viz.theme import Theme
from viz.ui_state import UiState

WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


VERDICT, HINT, LEGEND = 4.0, 2.8, 3.6  # em of the lines above the columns, with what lies between and around


def _cards(reading: Reading) -> float:
    """Em of the cards below the columns."""
    return 2.4 * len(reading.outcomes) + 2.6


@dataclass(frozen=True)
class BracketsFrame:
    """The string as the net reads it, and which prefix is looked at."""

    shown: choice.Shown
    at: int  # the prefix looked at
    nets: tuple[str, ...]
    whole: str  # the net, its checkpoint aside
    checkpoint: int  # -1 is the finished net
    checkpoints: int
    questions: tuple[Question, ...]  # to be asked
    prepared: Prepared | None
    loaded: bool


class BracketsView(PointedView):
    """The bench; see the module."""

    name = "brackets"
    title = QT_TRANSLATE_NOOP("BracketsView", "Brackets: try a string")
    tab = QT_TRANSLATE_NOOP("BracketsView", "Try a string")
    subtitle = QT_TRANSLATE_NOOP("BracketsView", "What may come next?")
    keywords = (
        QT_TRANSLATE_NOOP("BracketsView", "balanced parentheses"),
        QT_TRANSLATE_NOOP("BracketsView", "Dyck language"),
        QT_TRANSLATE_NOOP("BracketsView", "toy model"),
        QT_TRANSLATE_NOOP("BracketsView", "length generalisation"),
        QT_TRANSLATE_NOOP("BracketsView", "balanced brackets"),
    )
    area = "centre"
    order = 60
    figure_needs = "engine"
    figure_seconds = 1.0
    tip = QT_TRANSLATE_NOOP(
        "BracketsView",
        "Type brackets and see, after each one, what the small model expects next and whether that is allowed.",
    )
    options = choice.OPTIONS
    figure_lines = 640

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: BracketsFrame | None = None
        self._opening: tuple[str, str] | None = None  # net and string, until its folder is ready
        self.columns: Columns | None = None
        self._hover: int | None = None
        self.controls = BenchControls(self)
        self.controls.typed.connect(self._type)
        self.controls.net_chosen.connect(self._choose_net)
        self.controls.checkpoint_chosen.connect(lambda index: self.send(choice.choose(choice.CHECKPOINT, index)))
        self.controls.open_everywhere.clicked.connect(self._open)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> BracketsFrame:
        shown, nets = choice.shown(run, ui), choice.nets_known(run)
        asked = [] if any(isinstance(it, ListNets) for it in run.findings) else [ListNets()]
        questions = (*asked, *((shown.question,) if shown.question else ()))
        at = int(choice.chosen(ui, choice.AT))
        if shown.reading is not None:
            last = len(shown.reading.probs) - 1
            first = shown.reading.first_wrong
            at = min(at, last) if at >= 0 else last if first is None else first
        prepared = run.findings.get(PrepareNet(shown.net))
        whole = choice.whole_net(ui)
        return BracketsFrame(
            shown, at, nets.names, whole, int(choice.chosen(ui, choice.CHECKPOINT)) if whole == choice.MAIN else -1,
            nets.checkpoints, questions, prepared if isinstance(prepared, Prepared) else None,
            choice.is_loaded(run, shown.net),
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: BracketsFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions)

    def paint(self, frame: BracketsFrame, theme: Theme) -> None:
        before = self.painted
        super().paint(frame, theme)
        if not self.still:
            self._finish_opening(frame)
        if before is None or before.shown.reading is not frame.shown.reading:
            self._hover = None
            self.updateGeometry()
        self.controls.show_choice(
            frame.shown.typed, frame.whole, frame.nets, frame.checkpoint, frame.checkpoints, frame.loaded
        )
        self.controls.open_everywhere.setEnabled(frame.shown.reading is not None)
        self._place_controls()
        words = Words(frame.shown)
        say_changed(self, sentences(words.verdict(frame.at), words.after(frame.at)))

    # -- painting ------------------------------------------------------------------------------------------------

    def _inside(self, rect: QRectF) -> QRectF:
        top = 0.0 if self.still else float(self.controls.height())
        return rect.adjusted(self.em, top + self.em * 0.5, -self.em, -self.em * 0.6)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        inside, words = self._inside(rect), Words(frame.shown)
        at = frame.at if self._hover is None else self._hover
        painter.setFont(self.font_of(1.45, bold=True))
        painter.setPen(QColor(self.colours.text))
        verdict = QRectF(inside.left(), inside.top(), inside.width(), em * VERDICT)
        used = painter.boundingRect(verdict, WRAPPED, words.verdict(frame.at))
        painter.drawText(verdict, WRAPPED, words.verdict(frame.at))
        painter.setFont(self.font_of(0.95))
        painter.setPen(QColor(self.colours.muted))
        line = QRectF(inside.left(), used.bottom() + em * 0.2, inside.width(), em * HINT)
        hint = painter.boundingRect(line, WRAPPED, words.hint())
        painter.drawText(line, WRAPPED, words.hint())
        reading = frame.shown.reading
        if reading is None:
            return
        line = QRectF(line.left(), min(hint.bottom(), line.bottom()) - em * 1.5, line.width(), em * 1.5)
        entries = [Entry(name, words.outcome(name)) for name in reading.outcomes]
        legend = line.translated(0, em * 1.7)
        entries.insert(0, Entry("", self.tr("invalid here, Start included (hatched)")))  # the last are left out
        draw_legend_of(painter, legend, entries, self.colours, self.font_of(0.9), em)
        cards = em * _cards(reading)
        body = QRectF(inside.left(), legend.bottom() + em * 0.6, inside.width(), 0)
        body.setBottom(max(inside.bottom() - cards, body.top() + em * lowest(reading)))
        self.columns = lay_out(body, reading, em)
        draw_columns(painter, self.columns, reading, self.colours, self.font(), em)
        self._draw_marks(painter, self.columns, frame, at)
        below = QRectF(inside.left(), body.bottom() + em * 1.0, inside.width(), inside.bottom() - body.bottom() - em)
        self._draw_cards(painter, below, frame, words, at)

    def _draw_marks(self, painter: QPainter, columns: Columns, frame: BracketsFrame, at: int) -> None:
        """The trained length, the first wrong place, and the place looked at."""
        reading, em, colours = frame.shown.reading, self.em, self.colours
        if reading is None:
            return
        painter.setFont(self.font_of(0.85))
        if reading.trained_length < columns.count:
            x = columns.column(reading.trained_length, columns.ruler).right()
            painter.setPen(QPen(QColor(colours.warning), max(em * 0.1, 1.2), Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, columns.ruler.top()), QPointF(x, columns.rows.bottom()))
            said = self.tr("trained up to {n}").format(n=reading.trained_length)
            wide = QFontMetricsF(painter.font()).horizontalAdvance(said) + em * 0.5
            left = x - wide if x + wide > self._inside(QRectF(self.rect())).right() else x + em * 0.3
            painter.drawText(QRectF(left, columns.ruler.top(), wide, em * 1.3), LEFT, said)
        first = reading.first_wrong
        if first is not None:
            column = columns.column(first, columns.bars)
            tip = QPointF(column.center().x(), columns.bars.top() - em * 0.05)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.error))
            painter.drawPolygon(
                QPolygonF([tip, tip + QPointF(-em * 0.4, -em * 0.55), tip + QPointF(em * 0.4, -em * 0.55)])
            )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent), max(em * 0.16, 2.0)))
        whole = columns.column(at, columns.letters.united(columns.rows))
        painter.drawRoundedRect(whole.adjusted(0, 0, 0, em * 0.2), 2, 2)

    def _draw_cards(self, painter: QPainter, below: QRectF, frame: BracketsFrame, words: Words, at: int) -> None:
        """One bracket earlier, and here."""
        reading, em = frame.shown.reading, self.em
        if reading is None:
            return
        gap, pair = em * 2.0, at > 0
        wide = (below.width() - gap) / 2
        for index, prefix in enumerate((at - 1, at) if pair else (at,)):
            left = below.left() + index * (wide + gap)
            head = QRectF(left, below.top(), wide, em * 1.7)
            wrong = bool(reading.wrong[prefix]) or not reading.inside[prefix]
            painter.setFont(self.font_of(1.05, bold=True))
            painter.setPen(QColor(self.colours.error if wrong else self.colours.good))
            metrics = QFontMetricsF(painter.font())
            earlier = pair and index == 0
            said = words.card(prefix, earlier)
            if metrics.horizontalAdvance(said) > head.width():
                said = words.card(prefix, earlier, brief=True)
            painter.drawText(head, LEFT, metrics.elidedText(said, Qt.TextElideMode.ElideRight, head.width()))
            card = QRectF(left, head.bottom() + em * 0.2, wide, below.bottom() - head.bottom() - em * 0.2)
            draw_card(painter, card, reading, prefix, self.colours, self.font(), em)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _type(self, text: str) -> None:
        self.send(choice.choose(choice.AT, -1))
        self.send(choice.choose(choice.STRING, text))

    def _choose_net(self, net: str) -> None:
        self.send(choice.choose(choice.AT, -1))
        self.send(choice.choose(choice.NET, net))

    def _open(self) -> None:
        frame = self.painted
        if frame is None or frame.shown.reading is None:
            return
        self._opening = (frame.shown.net, frame.shown.reading.string)
        self.send(AskLab(PrepareNet(frame.shown.net), again=True))

    def _finish_opening(self, frame: BracketsFrame) -> None:
        """Once the folder of the net is known, everything else shows the string."""
        if self._opening is None or frame.prepared is None:
            return
        net, string = self._opening
        self._opening = None
        if net == frame.prepared.net:
            self.send(StartRun(string) if frame.loaded else OpenModel(frame.prepared.folder, string))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_controls()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_controls()
        return done

    def _place_controls(self) -> None:
        self.controls.setGeometry(0, 0, self.width(), self.controls.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """What words, columns and cards can be told apart in, below each other."""
        reading = None if self.painted is None else self.painted.shown.reading
        if reading is None or self.still:
            return super().minimumSizeHint()
        words = VERDICT + HINT + LEGEND + lowest(reading) + _cards(reading)
        return QSize(super().minimumSizeHint().width(), round(self.controls.sizeHint().height() + self.em * words))

    def under(self, point: QPointF) -> int | None:
        """The prefix under a point."""
        return self.columns.at(point) if self.columns is not None else None

    def pick(self, thing: int, point: QPointF) -> None:
        self._look_at(thing)

    def _look_at(self, prefix: int) -> None:
        """In the other views too, where they show the same net: the start token is their position 0."""
        self.send(choice.choose(choice.AT, prefix))
        if self.painted is not None and self.painted.loaded:
            self.send(LookAt(prefix))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        frame = self.painted
        if step is None or frame is None or frame.shown.reading is None:
            super().keyPressEvent(event)
            return
        self._look_at(min(max(frame.at + step, 0), len(frame.shown.reading.probs) - 1))
