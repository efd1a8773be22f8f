"""Where a bracket net fails: errors over (length, depth), as three surfaces of cells with their counts.

Length runs to the right and depth upwards; only cells of equal parity exist, so each stands two lengths wide. Cells
that were not met are hatched; right of the dashed slope no string trained on goes, since a prefix of depth d needs d
brackets more. A click on a cell shows its worst strings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.labs.brackets.questions import BracketSurface
from engine.labs.brackets.records import Surface
from engine.questions import Refused
from engine.run import Run
from viz.charts.colours import Scale, ink_on, mixed
from viz.charts.heatmap import Colouring, image_of
from viz.charts.lab_view import cut
from viz.charts.legend import draw_legend, legend_width
from viz.charts.numbers import percent
from viz.charts.plot import CENTRE, LEFT, RIGHT
from viz.charts.pointed import PointedView
from viz.charts.rulers import ticks
from viz.charts.speech import say_changed
from viz.intents import Intent, ask_labs
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets.heading import draw_heading, draw_instead
from viz.labs.brackets.same_frame import same_frame
from viz.labs.brackets.words import net_words
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

F64 = npt.NDArray[np.float64]
BY = ("random prefixes", "all up to 14")
NAMES = ("end_illegal", "close_illegal", "wrong")


@dataclass(frozen=True)
class ErrorFrame:
    """The surface, and which of its cells is looked at."""

    net: str
    question: BracketSurface
    surface: Surface | None
    why_not: str
    cell: tuple[int, int] | None  # length, depth
    deepest: int  # depths 0 to this one are shown

    @property
    def rows(self) -> int:
        """How many depths are shown."""
        return 0 if self.surface is None else min(self.deepest + 1, len(self.surface.counts))


class BracketsErrorView(PointedView):
    """The surfaces; see the module."""

    name = "brackets_error"
    title = "Error surface"
    area = "right"
    order = 60
    tip = "Where the bracket net fails, by length and depth. Click a cell to see its worst strings."
    options = (
        Option(
            "by", "By", "choice", BY[0], choices=BY, tip="Random prefixes, or every one there is up to 14 brackets."
        ),
        Option("longest", "Length", "integer", 60, low=4, high=120, step=4, tip="The longest prefix looked at."),
        Option("deepest", "Depth", "integer", 10, low=2, high=120, step=2, tip="The deepest prefix shown."),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: ErrorFrame | None = None
        self._hover: tuple[int, int] | None = None
        self._images: dict[int, tuple[Surface, tuple[str, int], QImage]] = {}

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> ErrorFrame:
        exact, net = option_value(cls, ui, "by") == BY[1], choice.net_of(ui)
        longest = 14 if exact else int(option_value(cls, ui, "longest"))
        question = BracketSurface(net, longest=longest, exact=exact)
        found = run.findings.get(question)
        why = found.sentence if isinstance(found, Refused) else ""
        deepest = int(option_value(cls, ui, "deepest"))
        surface = found if isinstance(found, Surface) else None
        return ErrorFrame(net, question, surface, why, choice.cell_of(ui), deepest)

    @classmethod
    def wants(cls, frame: ErrorFrame) -> Sequence[Intent]:
        return ask_labs(frame.question) if frame.surface is None and not frame.why_not else ()

    def paint(self, frame: ErrorFrame, theme: Theme) -> None:
        if theme is self.colours and same_frame(frame, self.painted):
            return
        super().paint(frame, theme)
        say_changed(self, f"{self._basis(frame)} {self._facts(frame)}")

    # -- geometry ------------------------------------------------------------------------------------------------

    def _panels(self, rect: QRectF) -> list[QRectF]:
        """The insides of the three surfaces: below each other, or beside each other where the view is flat."""
        em = self.em
        body = rect.adjusted(em * 0.6, em * 4.6, -em * 0.6, -em * 0.4)
        flat = body.width() > body.height() * 1.6
        panels = []
        for k in range(3):
            if flat:
                wide = body.width() / 3
                cut = QRectF(body.left() + k * wide, body.top(), wide, body.height())
            else:
                high = body.height() / 3
                cut = QRectF(body.left(), body.top() + k * high, body.width(), high)
            panels.append(cut.adjusted(em * 2.6, em * 1.5, -em * 0.8, -em * (2.5 if flat or k == 2 else 1.4)))
        return panels

    @staticmethod
    def _cell_rect(panel: QRectF, frame: ErrorFrame, length: int, depth: int) -> QRectF:
        n = 1 if frame.surface is None else len(frame.surface.counts)
        wide, high = panel.width() / n, panel.height() / max(frame.rows, 1)
        return QRectF(panel.left() + length * wide, panel.bottom() - (depth + 1) * high, wide, high)

    def under(self, point: QPointF) -> tuple[int, int] | None:
        """(length, depth) under a point, where prefixes were met."""
        frame = self.painted
        if frame is None or frame.surface is None:
            return None
        n = len(frame.surface.counts)
        for panel in self._panels(QRectF(self.rect())):
            if panel.contains(point):
                length = min(int((point.x() - panel.left()) / panel.width() * n), n - 1)
                rows = frame.rows
                depth = min(int((panel.bottom() - point.y()) / panel.height() * rows), rows - 1)
                near = [(length, depth), (length, depth - 1), (length, depth + 1), (length - 1, depth)]
                return next((at for at in near if min(at) >= 0 and max(at) < n and frame.surface.counts[at]), None)
        return None

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        line = draw_heading(self, painter, rect, self._basis(frame))
        painter.setFont(self.font_of(0.9))
        painter.setPen(QColor(self.colours.muted))
        painter.drawText(line.translated(0, em * 1.4), LEFT, cut(painter, self._facts(frame), line.width()))
        if frame.surface is None:
            draw_instead(self, painter, rect, frame.why_not or self.tr("Putting thousands of prefixes to the net …"))
            return
        words = self.tr("mean over the prefixes")
        legend = line.translated(0, em * 2.8)
        draw_legend(painter, legend, Scale(self.colours.ramp, 0, 1), words, "0", "1", self.colours)
        room = legend.width() - legend_width(painter.font(), words, "0", "1", 90.0) - em
        painter.setPen(QColor(self.colours.warning))
        painter.drawText(legend, LEFT, cut(painter, self.tr("dashed: no string trained on goes further"), room))
        panels = self._panels(rect)
        titles = self._titles(panels[0].width() < em * 22)
        for k, panel in enumerate(panels):
            self._draw_panel(painter, panel, frame, frame.surface, k, titles[k])

    def _titles(self, narrow: bool) -> tuple[str, str, str]:
        """What each surface shows; in few words where there is little room."""
        if narrow:
            return self.tr("End, illegal"), self.tr("closing, illegal"), self.tr("likeliest illegal")
        return (
            self.tr("probability of End where it is illegal"),
            self.tr("probability of closing where it is illegal"),
            self.tr("share of prefixes whose likeliest outcome is illegal"),
        )

    def _draw_panel(
        self, painter: QPainter, panel: QRectF, frame: ErrorFrame, surface: Surface, k: int, title: str
    ) -> None:
        em, n = self.em, len(surface.counts)
        painter.fillRect(
            panel, QBrush(mixed(self.colours.surface, self.colours.border, 0.8), Qt.BrushStyle.BDiagPattern)
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(panel, self._image(surface, k, frame.rows))
        self._draw_counts(painter, panel, frame, surface, k)
        painter.setFont(self.font_of(0.85))
        painter.setPen(QColor(self.colours.text))
        above = QRectF(panel.left() - em * 2.2, panel.top() - em * 1.4, panel.width() + em * 2.2, em * 1.3)
        painter.drawText(above, LEFT, cut(painter, title, above.width()))
        painter.setPen(QColor(self.colours.muted))
        for value in ticks(0, frame.rows - 1, max(2, int(panel.height() / (em * 2)))):
            y = panel.bottom() - (value + 0.5) / frame.rows * panel.height()
            painter.drawText(QRectF(panel.left() - em * 2.6, y - em, em * 2.3, em * 2), RIGHT, f"{value:g}")
        for value in ticks(0, n - 1, max(2, int(panel.width() / (em * 4)))):
            x = panel.left() + (value + 0.5) / n * panel.width()
            painter.drawText(QRectF(x - em * 2, panel.bottom(), em * 4, em * 1.2), CENTRE, f"{value:g}")
        if panel.bottom() + em * 2.2 < self._bottom(panel):
            below = QRectF(panel.left(), panel.bottom() + em * 1.1, panel.width(), em * 1.2)
            wide = panel.width() > em * 18
            words = self.tr("brackets so far → (depth upwards)") if wide else self.tr("brackets →")
            painter.drawText(below, CENTRE, words)
        self._draw_trained(painter, panel, frame, surface)
        self._mark(painter, panel, frame, frame.cell, self.colours.accent)
        self._mark(painter, panel, frame, None if self.still else self._hover, self.colours.path)

    def _draw_counts(self, painter: QPainter, panel: QRectF, frame: ErrorFrame, surface: Surface, k: int) -> None:
        """How many prefixes each cell stands for, where there is room to say so."""
        n, values = len(surface.counts), getattr(surface, NAMES[k])
        wide, high = 2 * panel.width() / n, panel.height() / frame.rows
        size = min(0.75, 0.8 * high / self.em)
        painter.setFont(self.font_of(size))
        most = f"{int(surface.counts.max())}"
        if size < 0.7 or QFontMetricsF(painter.font()).horizontalAdvance(most) > wide * 0.96:
            return
        scale = Scale(self.colours.ramp, 0.0, 1.0)
        for length, depth in np.argwhere((surface.counts > 0) & np.isfinite(values)).tolist():
            if depth < frame.rows:
                cell = self._cell_rect(panel, frame, length, depth)
                painter.setPen(ink_on(scale.colour(float(values[length, depth]))))
                box = QRectF(cell.left(), cell.top(), min(wide, panel.right() - cell.left()), high)
                painter.drawText(box, CENTRE, f"{int(surface.counts[length, depth])}")

    def _draw_trained(self, painter: QPainter, panel: QRectF, frame: ErrorFrame, surface: Surface) -> None:
        """A prefix of a trained string has as many brackets left as it is deep: the limit is a slope."""
        n, rows = len(surface.counts), frame.rows
        painter.setPen(QPen(QColor(self.colours.warning), max(self.em * 0.12, 1.4), Qt.PenStyle.DashLine))
        ends = []
        for depth in (-0.5, rows - 0.5):
            x = panel.left() + (surface.trained_length - depth + 1.0) / n * panel.width()
            ends.append(QPointF(x, panel.bottom() - (depth + 0.5) / rows * panel.height()))
        painter.save()
        painter.setClipRect(panel)
        painter.drawLine(ends[0], ends[1])
        painter.restore()

    def _bottom(self, panel: QRectF) -> float:
        """Where the room below a panel ends: only the lowest have room for words."""
        last = self._panels(QRectF(0, 0, max(self.width(), 1), max(self.height(), 1)))[2]
        return panel.bottom() + self.em * 3 if panel.bottom() >= last.bottom() - 1 else panel.bottom()

    def _mark(
        self, painter: QPainter, panel: QRectF, frame: ErrorFrame, cell: tuple[int, int] | None, colour: str
    ) -> None:
        if cell is None or frame.surface is None or cell[0] >= len(frame.surface.counts) or cell[1] >= frame.rows:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), max(self.em * 0.16, 2.0)))
        painter.drawRect(self._cell_rect(panel, frame, *cell).adjusted(-1.5, -1.5, 1.5, 1.5))

    def _image(self, surface: Surface, k: int, rows: int) -> QImage:
        """The cells as an image, deep ones above; cells of the other parity take their neighbour's colour."""
        known = self._images.get(k)
        if known is None or known[0] is not surface or known[1] != (self.colours.name, rows):
            values = np.asarray(getattr(surface, NAMES[k]), np.float32)  # [length, depth]
            shown = np.where(np.isfinite(values), values, np.float32(np.nan)).T  # [depth, length]
            beside = np.full_like(shown, np.nan)
            beside[:, 1:] = shown[:, :-1]
            shown = np.where(np.isfinite(shown), shown, beside)[:rows][::-1]
            picture = image_of(np.ascontiguousarray(shown), Colouring(self.colours.ramp, "", 1.0))
            known = (surface, (self.colours.name, rows), picture)
            self._images[k] = known
        return known[2]

    # -- words ---------------------------------------------------------------------------------------------------

    def _basis(self, frame: ErrorFrame) -> str:
        if frame.surface is None:
            return net_words(frame.net)
        counts = int(frame.surface.counts.sum())
        how = self.tr("every legal prefix") if frame.surface.exact else self.tr("random prefixes")
        return self.tr("{net}: {n} prefixes up to {longest} brackets, {how}").format(
            net=net_words(frame.net), n=f"{counts:,}", longest=len(frame.surface.counts) - 1, how=how
        )

    def _facts(self, frame: ErrorFrame) -> str:
        """The cell pointed at or chosen, else what holds within and beyond the trained length."""
        surface = frame.surface
        if surface is None:
            return ""
        cell = self._hover or frame.cell
        if cell is not None and max(cell) < len(surface.counts) and surface.counts[cell]:
            parts = [self.tr("{n} brackets, depth {d}: {count} prefixes").format(
                n=cell[0], d=cell[1], count=f"{int(surface.counts[cell]):,}")]  # fmt: skip
            for value, words in (
                (surface.end_illegal[cell], self.tr("End {p}")),
                (surface.close_illegal[cell], self.tr("closing {p}")),
                (surface.wrong[cell], self.tr("wrong {p}")),
            ):
                if np.isfinite(value):
                    parts.append(words.format(p=percent(float(value))))
            return " · ".join(parts)
        within, beyond = self._shares(surface)
        said = self.tr("wrong: {p} of prefixes of strings up to {n} brackets (trained)").format(
            p=percent(within), n=surface.trained_length
        )
        if np.isfinite(beyond):
            said += self.tr(", {p} beyond").format(p=percent(beyond))
        return said

    @staticmethod
    def _shares(surface: Surface) -> tuple[float, float]:
        """Share of wrong prefixes that strings of the trained lengths begin with, and of all others."""
        n = len(surface.counts)
        reached = np.add.outer(np.arange(n), np.arange(n)) <= surface.trained_length  # [length, depth]
        wrong = np.nan_to_num(surface.wrong) * surface.counts
        parts = []
        for where in (reached, ~reached):
            count = surface.counts[where].sum()
            parts.append(float(wrong[where].sum() / count) if count else float("nan"))
        return parts[0], parts[1]

    # -- gestures ------------------------------------------------------------------------------------------------

    def pick(self, thing: tuple[int, int], point: QPointF) -> None:
        self.send(choice.choose(choice.CELL, f"{thing[0]},{thing[1]}"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-2, 0), Qt.Key.Key_Right: (2, 0), Qt.Key.Key_Up: (0, 2), Qt.Key.Key_Down: (0, -2),
        }  # fmt: skip
        step, frame = steps.get(Qt.Key(event.key())), self.painted
        if step is None or frame is None or frame.surface is None:
            super().keyPressEvent(event)
            return
        at = frame.cell or (frame.surface.trained_length, 0)
        cell = (at[0] + step[0], at[1] + step[1])
        if min(cell) >= 0 and max(cell) < len(frame.surface.counts) and frame.surface.counts[cell]:
            self.send(choice.choose(choice.CELL, f"{cell[0]},{cell[1]}"))
