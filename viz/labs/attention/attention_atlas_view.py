"""Every head of the model at once, each as a small picture of what attends to what, growing with the text.

All thumbnails lie in one image; where text is longer than a thumbnail is wide, neighbouring cells are merged by their
maximum. Heads stand by layer and number, or sorted by a score; the bar under a thumbnail is that score. The one under
the pointer is shown large beside it, with its name and all scores; a click chooses it for the other views.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from engine.labs.attention.records import AskAtlas
from engine.records import F32
from engine.run import Run
from viz.charts.atlas_grid import AtlasGrid, by_layer, in_order
from viz.charts.colours import Scale, mixed
from viz.charts.head_names import head_name
from viz.charts.heatmap import MODES, Colouring
from viz.charts.legend import draw_legend, legend_width
from viz.charts.pointed import PointedView
from viz.charts.speech import say_changed
from viz.intents import AskLab, ChooseHead, HandOver
from viz.labs.attention.atlas_sheet import AtlasSheet, SheetPlan, shown_cells
from viz.labs.attention.atlas_words import (
    atlas_facts,
    full_score,
    score_lines,
    shape_named,
)
from viz.labs.attention.attention_store import SCORES, Atlas, atlas_of
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

I64 = npt.NDArray[np.int64]
MARKED = 12.0  # pixels from which a thumbnail has a bar for its score
LARGE = 15.0  # em, side of the thumbnail under the pointer


@dataclass(frozen=True)
class AttentionAtlasFrame:
    """All heads, in the order they are shown."""

    atlas: Atlas | None
    why_not: str  # why there is nothing to show, from the model; may be empty
    order: I64  # [L * H] layer * H + head, in the order shown
    layers: int
    heads: int
    score: str  # one of SCORES
    by_score: bool
    mode: str
    without_first: bool
    chosen: tuple[int, int]
    node: int = -1  # the path's end
    run_id: int = 0

    @property
    def lacks(self) -> bool:
        """Whether rows are missing that a model could compute."""
        return self.node >= 0 and not self.why_not and (self.atlas is None or self.atlas.n_missing > 0)


class AttentionAtlasView(PointedView):
    """Thumbnails of all heads; see the module."""

    name = "attention_atlas"
    title = "All heads"
    area = "right"
    order = 30
    tip = "The attention of every head at once: hover to enlarge one, click to choose it."
    options = (
        Option("score", "Score", "choice", "induction", choices=SCORES, tip="The bar under each head, from this text."),
        Option("sorted", "Sort", "switch", False, tip="Heads with the highest score first, instead of by layer."),
        Option("scale", "Scale", "choice", "square root", choices=MODES, tip="How attention becomes colour."),
        Option(
            "first",
            "First token",
            "switch",
            True,
            tip="Off: leaves out attention to the first token, which otherwise outshines the rest.",
        ),
    )
    figure_lines = 700

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: AttentionAtlasFrame | None = None
        self._hover: int | None = None  # place in the order
        self._sheet: AtlasSheet | None = None
        self._sheet_shows: Atlas | None = None
        self._tracks: list[QRectF] = []
        self._bars: list[QRectF] = []
        self._tracks_of: tuple[object, ...] = ()
        self.compute = QPushButton(self.tr("Compute it with the loaded model"), self)
        self.compute.setAccessibleName(self.compute.text())
        self.compute.clicked.connect(self._compute)
        self.compute.hide()
        self._handed = -1  # the node of a file's run that the model was asked to take over

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> AttentionAtlasFrame:
        layers, heads = (run.info.n_layers, run.info.n_heads) if run.info else (0, 0)
        atlas = atlas_of(run)
        score = str(option_value(cls, ui, "score"))
        order = np.arange(layers * heads)
        by_score = bool(option_value(cls, ui, "sorted"))
        if by_score and atlas is not None:
            values = np.nan_to_num(atlas.scores[SCORES.index(score)].ravel(), nan=-1.0)
            order = np.argsort(-values, kind="stable")
        return AttentionAtlasFrame(
            atlas,
            (run.info.why_missing("attn") or "") if run.info else "",
            order,
            layers,
            heads,
            score,
            by_score,
            str(option_value(cls, ui, "scale")),
            not option_value(cls, ui, "first"),
            (ui.layer, ui.head),
            run.current,
            run.run_id,
        )

    def paint(self, frame: AttentionAtlasFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self.compute.setVisible(frame.lacks and not self.still)
        self._put_button()
        if frame.run_id > 0 and self._handed >= 0:
            asked, self._handed = self._handed == frame.node and frame.lacks, -1
            if asked:
                self._compute()
        if frame.atlas is not None and frame.chosen[0] < frame.layers and frame.chosen[1] < frame.heads:
            say_changed(self, self._described(frame, frame.chosen[0] * frame.heads + frame.chosen[1]))

    # -- geometry ------------------------------------------------------------------------------------------------

    def _area(self, rect: QRectF) -> QRectF:
        em = self.em
        return rect.adjusted(em * 0.6, em * 3.5, -em * 0.6, -em * 0.4)

    def grid(self, area: QRectF) -> AtlasGrid:
        """The places of all heads."""
        frame = self.painted
        if frame is None or frame.by_score:
            return in_order(area, len(frame.order) if frame else 0)
        return by_layer(area, frame.layers, frame.heads, self.em * 1.9)

    def under(self, point: QPointF) -> int | None:
        """The place in the order under a point of the widget."""
        if self.painted is None or self.painted.atlas is None:
            return None
        return self.grid(self._area(QRectF(self.rect()))).at(point)

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame = self.painted
        if frame is None:
            return
        if frame.atlas is None:
            self._draw_reason(painter, rect, frame)
            return
        grid = self.grid(self._area(rect))
        ratio = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
        sheet = self._made(frame, frame.atlas, grid, ratio)
        self._draw_header(painter, rect, frame, frame.atlas)
        self._draw_sheet(painter, frame, grid, sheet)
        self._draw_scores(painter, frame, frame.atlas, grid, sheet.plan)
        chosen = np.nonzero(frame.order == frame.chosen[0] * frame.heads + frame.chosen[1])[0]
        if len(chosen):
            painter.setPen(QPen(QColor(self.colours.accent), max(self.em * 0.17, 1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(_picture(grid, sheet.plan, int(chosen[0])).adjusted(-1, -1, 1, 1))
        self._draw_layers(painter, frame, grid)
        if self._hover is not None and not self.still and self._hover < len(frame.order):
            self._draw_large(painter, rect, grid.place(self._hover), frame, frame.atlas, int(frame.order[self._hover]))

    def _draw_sheet(self, painter: QPainter, frame: AttentionAtlasFrame, grid: AtlasGrid, sheet: AtlasSheet) -> None:
        """The thumbnails: block by block where they stand as on the sheet, else one by one."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        if frame.by_score or self.transparent or grid.folds > 1:
            for at, index in enumerate(frame.order.tolist()):
                source = sheet.plan.place(*divmod(index, frame.heads))
                painter.drawImage(_picture(grid, sheet.plan, at), sheet.image, source)
            return
        for first in range(0, frame.layers, grid.rows):
            count = min(grid.rows, frame.layers - first)
            corner = grid.place(first * frame.heads).topLeft()
            target = QRectF(corner, QSizeF(frame.heads * grid.width, count * grid.height))
            painter.drawImage(target, sheet.image, sheet.plan.block(first, count))

    def _draw_scores(
        self, painter: QPainter, frame: AttentionAtlasFrame, atlas: Atlas, grid: AtlasGrid, plan: SheetPlan
    ) -> None:
        """A bar under each thumbnail, as long as the head's score."""
        thick = grid.height * plan.below / (plan.capacity + plan.below) * 0.55
        if grid.width < MARKED or not len(frame.order):
            return
        key = (grid, plan.capacity, plan.right, plan.below)
        if key != self._tracks_of:
            pictures = [_picture(grid, plan, at) for at in range(len(frame.order))]
            self._tracks = [QRectF(p.left(), p.bottom() + thick * 0.3, p.width(), thick) for p in pictures]
            self._bars = [QRectF(track) for track in self._tracks]
            self._tracks_of = key
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(self.colours.surface, self.colours.border, 0.6))
        painter.drawRects(self._tracks)
        painter.setBrush(QColor(self.colours.fan))
        full = self._tracks[0].width()
        shares = (self._shares(frame, atlas)[frame.order] * full).tolist()
        for bar, share in zip(self._bars, shares, strict=True):
            bar.setWidth(share)
        painter.drawRects(self._bars)

    def _draw_layers(self, painter: QPainter, frame: AttentionAtlasFrame, grid: AtlasGrid) -> None:
        """The number of each layer before its row (of every fifth where rows are low)."""
        if frame.by_score:
            return
        painter.setFont(self.font_of(0.75))
        painter.setPen(QColor(self.colours.muted))
        em, right = self.em, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        every = 1 if grid.height * grid.folds >= em * 1.1 else 5
        for layer in range(0, frame.layers, every):
            row = grid.place(layer * frame.heads)  # its first line
            label = QRectF(row.left() - grid.label, row.center().y() - em, grid.label - em * 0.35, em * 2)
            painter.drawText(label, right, str(layer))

    def _made(self, frame: AttentionAtlasFrame, atlas: Atlas, grid: AtlasGrid, ratio: float) -> AtlasSheet:
        """The sheet of all thumbnails, as sharp as the places have pixels."""
        n = atlas.cells.shape[2]
        step = min(2 ** max(math.ceil(math.log2(max(n / max(grid.width * ratio, 1.0), 1))), 0), 16)
        capacity = max(-(-n // (4 * step)) * 4, 8)  # grows by four, so that most tokens change one row of pixels
        right = max(round(capacity * 0.05), 1)
        below = max(round(capacity * 0.16), 1) if grid.width >= MARKED else right
        ground, colouring = self.colours.surface, self._colouring(frame)
        plan = SheetPlan(
            frame.layers, frame.heads, step, capacity, right, below, ground, colouring, frame.without_first
        )
        if self._sheet is None or self._sheet.plan != plan:
            self._sheet, self._sheet_shows = AtlasSheet(plan), None
        if self._sheet_shows is not atlas:
            self._sheet.show(atlas)
            self._sheet_shows = atlas
        return self._sheet

    def _colouring(self, frame: AttentionAtlasFrame) -> Colouring:
        empty = mixed(self.colours.surface, self.colours.border, 0.35).name()
        mode = next(mode for mode in MODES if mode == frame.mode)
        return Colouring(self.colours.ramp, empty, 1.0, mode)

    def _shares(self, frame: AttentionAtlasFrame, atlas: Atlas) -> F32:
        """[L * H] the scores as shares of a full bar."""
        values = np.nan_to_num(
            atlas.scores[SCORES.index(frame.score)].ravel() / full_score(atlas, frame.score), nan=0.0
        )
        return np.asarray(np.clip(values, 0, 1), dtype=np.float32)

    def _draw_header(self, painter: QPainter, rect: QRectF, frame: AttentionAtlasFrame, atlas: Atlas) -> None:
        em = self.em
        painter.setFont(self.font_of(0.9))
        line = QRectF(rect.left() + em * 0.6, rect.top() + em * 0.2, rect.width() - em * 1.2, em * 1.5)
        colouring = self._colouring(frame)
        low = "0" if frame.mode != "log" else f"{colouring.low:g}"
        label = self.tr("attention, {scale}").format(scale=self.tr(frame.mode))
        named = shape_named(frame.layers, frame.heads)
        room = line.width() - QFontMetricsF(painter.font()).horizontalAdvance(named)
        for words in (label, self.tr(frame.mode), ""):  # the fullest that leaves the title its place
            if legend_width(painter.font(), words, low, "1", 80) < room:
                draw_legend(painter, line, Scale(self.colours.ramp, 0, 1), words, low, "1", self.colours, 80)
                break
        painter.setPen(QColor(self.colours.muted))
        said = QFontMetricsF(painter.font()).elidedText(
            atlas_facts(atlas, frame.score, frame.without_first), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(
            line.translated(0, em * 1.5), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), said
        )
        painter.setPen(QColor(self.colours.text))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), named)

    def _draw_large(
        self, painter: QPainter, rect: QRectF, place: QRectF, frame: AttentionAtlasFrame, atlas: Atlas, index: int
    ) -> None:
        """The head under the pointer, large, beside where it stands, with its scores."""
        em = self.em
        lines = [head_name(*divmod(index, frame.heads)), *score_lines(atlas, index)]
        side = min(em * LARGE, rect.width() - em * 1.2, rect.height() * 0.55)
        size_y = side + em * (1.35 * len(lines) + 0.8)
        left = place.right() + em * 0.6
        if left + side + em > rect.right():
            left = max(place.left() - side - em * 1.4, rect.left())
        top = min(max(place.center().y() - size_y / 2, rect.top()), max(rect.bottom() - size_y, rect.top()))
        box = QRectF(left, top, side + em * 0.8, size_y)
        painter.setPen(QPen(QColor(self.colours.text), 1.2))
        painter.setBrush(QColor(self.colours.raised))
        painter.drawRoundedRect(box, em * 0.3, em * 0.3)
        layer, head = divmod(index, frame.heads)
        values = shown_cells(atlas, frame.without_first)[layer, head]
        pixels = self._colouring(frame)
        numbers = np.ascontiguousarray(pixels.table()[pixels.indices(values)])
        n = len(numbers)
        painter.drawImage(
            QRectF(box.left() + em * 0.4, box.top() + em * 0.4, side, side),
            QImage(numbers.data, n, n, 4 * n, QImage.Format.Format_RGB32),
        )
        painter.setPen(QColor(self.colours.text))
        for row, said in enumerate(lines):
            painter.setFont(self.font_of(0.9, bold=row == 0))
            y = box.top() + side + em * (0.6 + 1.35 * row)
            painter.drawText(
                QRectF(box.left() + em * 0.4, y, side, em * 1.35), int(Qt.AlignmentFlag.AlignVCenter), said
            )

    def _described(self, frame: AttentionAtlasFrame, index: int) -> str:
        if frame.atlas is None:
            return ""
        return ", ".join([head_name(*divmod(index, frame.heads)), *score_lines(frame.atlas, index)])

    def _draw_reason(self, painter: QPainter, rect: QRectF, frame: AttentionAtlasFrame) -> None:
        """Why there is nothing."""
        said = self.tr("No attention to show yet. It appears here as tokens come.")
        if frame.node >= 0:
            said = self.tr(
                "The attention of this text is not stored: the text is long, or the file was kept without it."
            )
        said = frame.why_not or said
        painter.setFont(self.font_of())
        painter.setPen(QColor(self.colours.muted))
        inside = rect.adjusted(self.em * 2, self.em, -self.em * 2, -self.em)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), said)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _compute(self) -> None:
        """The model looks at every head; a file's run goes to it first."""
        frame = self.painted
        if frame is not None and frame.run_id <= 0:
            self._handed = frame.node
            self.send(HandOver())
        elif frame is not None:
            self.send(AskLab(AskAtlas(frame.node), again=True))

    def _put_button(self) -> None:
        size, em = self.compute.sizeHint(), round(self.em)
        if self.painted is not None and self.painted.atlas is None:
            self.compute.move((self.width() - size.width()) // 2, self.height() // 2 + 4 * em)
        else:
            self.compute.move(self.width() - size.width() - em, self.height() - size.height() - em)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_button()

    def pick(self, thing: int, point: QPointF) -> None:
        self._choose(thing)

    def _choose(self, at: int) -> None:
        if self.painted is not None:
            self.send(ChooseHead(*divmod(int(self.painted.order[at]), self.painted.heads)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        frame = self.painted
        if frame is None or frame.atlas is None:
            super().keyPressEvent(event)
            return
        chosen = frame.chosen[0] * frame.heads + frame.chosen[1]
        here = int(np.nonzero(frame.order == chosen)[0][0]) if chosen < len(frame.order) else 0
        columns = self.grid(self._area(QRectF(self.rect()))).columns if frame.by_score else frame.heads
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Home: -here,
            Qt.Key.Key_End: len(frame.order) - 1 - here,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(frame.order):
            self._choose(here + step)


def _picture(grid: AtlasGrid, plan: SheetPlan, at: int) -> QRectF:
    """Where a thumbnail itself is drawn: its place without the room to its right and below."""
    place = grid.place(at)
    wide = place.width() * plan.capacity / (plan.capacity + plan.right)
    high = place.height() * plan.capacity / (plan.capacity + plan.below)
    return QRectF(place.left(), place.top(), wide, high)
