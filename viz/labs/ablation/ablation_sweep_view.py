"""One part over its whole scale: the followed token's probability, and how far the model is from the intact one.

The rest of the board stays as it is. Measured when a person asks, one scale after the other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.labs.ablation.records import AskSweep, Sweep
from engine.questions import Refused
from engine.records import Change, Plan
from engine.run import Run
from viz.board import Row, shown_scale
from viz.changed import here
from viz.charts.corner_button import CornerButtonView
from viz.charts.numbers import bits, nice_ceiling, percent
from viz.charts.plot import Plot
from viz.charts.speech import say_changed
from viz.intents import AskLab
from viz.theme import Theme
from viz.token_text import shown
from viz.ui_state import Option, UiState
from viz.view import option_value

WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class SweepFrame:
    """The row that is swept and what was found."""

    row: Row | None
    question: AskSweep | None
    found: Sweep | None
    token_text: str
    likeliest: tuple[str, ...]  # at each scale
    refused: str
    position: int


class AblationSweepView(CornerButtonView):
    """Two curves; see the module."""

    name = "ablation_sweep"
    title = "Over the scale"
    area = "right"
    order = 43
    tip = "What a part does to the followed token from -2 over off and intact to 10."
    figure_lines = 480
    options = (Option("row", "Row of the board", "integer", 1, low=1, high=50, tip="Which row is swept, from the top"),)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: SweepFrame | None = None
        self.button.setText(self.tr("Measure"))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> SweepFrame:
        at = here(run, ui)
        index = int(option_value(cls, ui, "row")) - 1
        row = ui.board.rows[index] if index < len(ui.board.rows) else None
        question = None
        if row is not None and at.position >= 0 and at.token >= -1 and not at.why_not:
            others = (
                change for change in ui.plan.changes if not (isinstance(change, Change) and change.site == row.site)
            )
            rest = Plan(tuple(others))
            swept = Row(row.site, 0.0, False, row.where).change(at.position)
            question = AskSweep(swept, rest, at.node, at.token)
        found = run.findings.get(question) if question is not None else None
        sweep = found if isinstance(found, Sweep) else None
        return SweepFrame(
            row, question, sweep, shown(run.vocabulary, sweep.token) if sweep is not None else "",
            tuple(shown(run.vocabulary, int(token)) for token in sweep.likeliest) if sweep is not None else (),
            found.sentence if isinstance(found, Refused) else at.why_not, at.position,
        )  # fmt: skip

    def paint(self, frame: SweepFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self.button.setEnabled(frame.question is not None and frame.found is None)
        self.place_button()
        say_changed(self, self._verdict(frame))

    def press(self) -> None:
        if self.painted is not None and self.painted.question is not None:
            self.send(AskLab(self.painted.question, again=True))

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        room = self.beside_button(rect.width() - em * 1.4)
        line = QRectF(rect.left() + em * 0.7, rect.top() + em * 0.5, room, em * 4.2)
        painter.setFont(self.font_of(0.95))
        painter.setPen(QColor(self.colours.warning if frame.refused else self.colours.text))
        painter.drawText(line, WRAPPED, self._verdict(frame))
        if frame.found is None or frame.row is None:
            return
        top = rect.top() + em * 6.4
        whole = rect.bottom() - top - em * 3.0
        two = whole > em * 14
        half = whole * 0.5 if two else whole + em * 2.6
        left, wide = rect.left() + em * 5.4, rect.width() - em * 7.0
        found, theme = frame.found, self.colours
        scale_name = self.tr("scale of {part}").format(part=frame.row.site)
        self._plot(
            painter, QRectF(left, top, wide, half - em * 2.6), found, found.probs, theme.fan,
            self.tr("probability of “{token}”").format(token=frame.token_text), "" if two else scale_name, frame.row,
        )  # fmt: skip
        if not two:
            return
        self._plot(
            painter, QRectF(left, top + half + em * 1.0, wide, half - em * 1.6), found, found.kl, theme.path,
            self.tr("KL(intact‖changed), bits"), scale_name, frame.row,
        )  # fmt: skip

    def _plot(
        self, painter: QPainter, box: QRectF, found: Sweep, values: np.ndarray[tuple[int, ...], np.dtype[np.float32]],
        colour: str, y_name: str, x_name: str, row: Row,
    ) -> None:  # fmt: skip
        if box.height() < self.em * 2:
            return
        xs = found.scales.astype(np.float64)
        top = nice_ceiling(float(np.nanmax(values)))
        plot = Plot(box, (float(xs.min()), float(xs.max())), (0.0, top), self.colours, self.em)
        painter.setFont(self.font_of(0.85))
        plot.frame(painter, x_name, y_name)
        painter.setPen(QPen(QColor(self.colours.border), 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(int(plot.x(1.0)), int(box.top()), int(plot.x(1.0)), int(box.bottom()))
        plot.line(painter, xs, values.astype(np.float64), colour, dots=True)
        if not row.mean:
            plot.limit(painter, row.scale, self.tr("now × {scale}").format(scale=shown_scale(row.scale)))

    # -- words ---------------------------------------------------------------------------------------------------

    def _verdict(self, frame: SweepFrame) -> str:
        found, row = frame.found, frame.row
        if frame.refused:
            return frame.refused
        if frame.position < 0:
            return self.tr("Write a prompt and run it; then put a part on the board.")
        if row is None:
            return self.tr("There is no such row on the board: put a part on it, or choose another row above.")
        if found is None:
            return self.tr("“Measure” tries every scale of {part} from −2 to 10.").format(part=row.site)
        best, least = int(found.probs.argmax()), int(found.probs.argmin())
        said = self.tr("“{token}” is likeliest at × {best} ({p}), least at × {least} ({q}); largest KL {kl} bits.")
        return said.format(
            token=frame.token_text, best=shown_scale(float(found.scales[best])), p=percent(float(found.probs[best])),
            least=shown_scale(float(found.scales[least])), q=percent(float(found.probs[least])),
            kl=bits(float(found.kl.max())),
        )  # fmt: skip
