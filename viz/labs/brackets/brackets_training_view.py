"""Train a bracket net and watch it learn: loss, legal mass, accuracy by depth and length, its states and its attention.

A training goes on in the engine, a slice of seconds at a time, and is saved after each, so that pausing and going on
change nothing. Its name is its recipe: the same recipe goes on where it was. Before a training is begun, the view shows
the stored checkpoints of the shipped net in the same way; the slider goes along either.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QHideEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.brackets.questions import ListNets
from engine.labs.brackets.records import Cloud, Quality
from engine.records import F32
from engine.run import Run
from viz.charts.legend import draw_legend
from viz.charts.plot import CENTRE, LEFT, Key, Plot, draw_key
from viz.charts.speech import say_changed
from viz.intents import AskLab, GoOn, Intent, Rest, SetOption, ask_labs
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets import training_frame as data
from viz.labs.brackets import training_words as words
from viz.labs.brackets.head_grid import draw_heads, grid_height
from viz.labs.brackets.state_cloud import depth_scale, draw_cloud, standing
from viz.labs.brackets.state_cloud_base import CloudView
from viz.labs.brackets.training_controls import TrainingControls
from viz.labs.brackets.training_frame import TrainingFrame, training_frame
from viz.theme import Theme
from viz.ui_state import UiState

STEPS, STEP_MS = 8, 40  # of a morph from one moment to the next


class BracketsTrainingView(CloudView):
    """The training; see the module."""

    name = data.OWNER
    title = "Train it here"
    area = "centre"
    order = 61
    tip = "Train a small net on brackets and watch it learn, or go along the training of the shipped one."
    options = data.OPTIONS
    figure_lines = 700

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: TrainingFrame | None = None
        self._from: F32 | None = None  # where the points of the cloud come from
        self._mix = 1.0
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._morph)
        self.controls = TrainingControls(self)
        self.controls.start.clicked.connect(self._start)
        self.controls.pause.clicked.connect(self._pause)
        self.controls.stop.clicked.connect(self._stop)
        self.controls.moment_chosen.connect(lambda moment: self.send(SetOption(self.name, data.MOMENT.name, moment)))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> TrainingFrame:
        return training_frame(run, ui)

    @classmethod
    def wants(cls, frame: TrainingFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions)

    def paint(self, frame: TrainingFrame, theme: Theme) -> None:
        before = self.painted
        super().paint(frame, theme)
        if not self.still:
            self._begin_morph(before, frame)
        self.controls.show_frame(frame)
        say_changed(self, words.state_words(frame))

    def _begin_morph(self, before: TrainingFrame | None, frame: TrainingFrame) -> None:
        """The points move from where they lay to where they lie now, where it is the same strings."""
        old, new = before.cloud if before is not None else None, frame.cloud
        if new is None or old is None or old is new or old.points3.shape != new.points3.shape:
            return
        if not np.array_equal(old.depth, new.depth):
            return
        self._from, self._mix = self._points(old), 0.0
        if self.isVisible():
            self._timer.start()

    def _morph(self) -> None:
        self._mix = min(1.0, self._mix + 1.0 / STEPS)
        if self._mix >= 1.0:
            self._timer.stop()
        self.update_cloud()

    def _points(self, cloud: Cloud) -> F32:
        """Where the points are seen now."""
        end = standing(cloud)
        if self._from is None or self._mix >= 1.0 or self._from.shape != end.shape or self.still:
            return end
        eased = self._mix * self._mix * (3 - 2 * self._mix)
        return np.asarray(self._from + (end - self._from) * np.float32(eased), np.float32)

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        top = 0.0 if self.still else float(self.controls.height())
        inside = rect.adjusted(em, top + em * 0.4, -em, -em * 0.6)
        painter.setPen(QColor(self.colours.text))
        painter.setFont(self.font_of(1.2, bold=True))
        self._say(painter, QRectF(inside.left(), inside.top(), inside.width(), em * 1.7), words.state_words(frame))
        painter.setFont(self.font_of(0.95))
        painter.setPen(QColor(self.colours.error if frame.why_not else self.colours.muted))
        second = QRectF(inside.left(), inside.top() + em * 1.8, inside.width(), em * 1.5)
        self._say(painter, second, frame.why_not or words.speed_words(frame))
        body = inside.adjusted(0, em * 4.0, 0, 0)
        left = QRectF(body.left(), body.top(), body.width() * 0.46, body.height())
        third = left.height() / 3
        self._draw_loss(painter, QRectF(left.left(), left.top(), left.width(), third), frame)
        self._draw_mass(painter, QRectF(left.left(), left.top() + third, left.width(), third), frame)
        self._draw_quality(painter, QRectF(left.left(), left.top() + 2 * third, left.width(), third), frame)
        right = QRectF(left.right() + em * 1.5, body.top(), body.right() - left.right() - em * 1.5, body.height())
        self._draw_states(painter, right, frame)

    def _say(self, painter: QPainter, line: QRectF, text: str) -> None:
        fitted = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, LEFT, fitted)

    def _plot(self, where: QRectF, xs: tuple[float, float], ys: tuple[float, float]) -> Plot:
        em = self.em
        return Plot(where.adjusted(em * 4.6, em * 2.9, -em * 0.8, -em * 2.7), xs, ys, self.colours, em)

    def _draw_loss(self, painter: QPainter, where: QRectF, frame: TrainingFrame) -> None:
        """Loss of single steps, and on held-out strings."""
        em, colours = self.em, self.colours
        painter.setFont(self.font_of(0.85))
        curve, most = frame.curve, frame.span
        values = [v for v in (frame.losses[:, 1], curve.get("held_out_loss", np.empty(0))) if len(v)]
        high = max((float(np.nanmax(v)) for v in values), default=1.5)
        plot = self._plot(where, (0.0, most), (min((float(np.nanmin(v)) for v in values), default=0.0) * 0.95, high))
        keys = (Key(self.tr("each step"), colours.muted, 0), Key(self.tr("held-out strings"), colours.path, 0))
        draw_key(painter, QRectF(plot.box.left(), where.top(), where.width(), em * 1.4), keys, colours, em)
        plot.frame(painter, self.tr("examples"), self.tr("loss, nats a token"))
        plot.line(painter, frame.losses[:, 0], frame.losses[:, 1], colours.muted, width=0.07)
        if "examples" in curve:
            plot.line(painter, curve["examples"], curve["held_out_loss"], colours.path)
        self._here(painter, plot, frame)

    def _draw_mass(self, painter: QPainter, where: QRectF, frame: TrainingFrame) -> None:
        """Illegal probability on a logarithmic scale: legal mass is what is missing to 1."""
        painter.setFont(self.font_of(0.85))
        curve = frame.curve
        plot = self._plot(where, (0.0, frame.span), (-4.5, 0.0))
        marks = [(-4.0, "0.01 %"), (-3.0, "0.1 %"), (-2.0, "1 %"), (-1.0, "10 %"), (0.0, "100 %")]
        keys = (
            Key(self.tr("illegal probability"), self.colours.error, 0),
            Key(self.tr("wrong likeliest outcome"), self.colours.warning, 1),
        )
        head = QRectF(plot.box.left(), where.top(), where.width(), self.em * 1.4)
        draw_key(painter, head, keys, self.colours, self.em)
        plot.frame(painter, self.tr("examples"), self.tr("on held-out strings, logarithmic (1 − legal mass)"), marks)
        if "examples" in curve:
            for key, name in zip(keys, ("legal_mass", "accuracy"), strict=True):
                logged = np.log10(np.maximum(1.0 - curve[name], 10**-4.5))
                plot.line(painter, curve["examples"], logged, key.colour, key.dash)
        self._here(painter, plot, frame)

    def _here(self, painter: QPainter, plot: Plot, frame: TrainingFrame) -> None:
        """The moment looked at."""
        if frame.examples > 0 or frame.moment >= 0:
            plot.line(painter, [frame.examples] * 2, list(plot.ys), self.colours.accent, 0, width=0.1)

    def _draw_quality(self, painter: QPainter, where: QRectF, frame: TrainingFrame) -> None:
        """How often the likeliest outcome is legal, by depth and by length."""
        quality, em = frame.quality, self.em
        painter.setFont(self.font_of(0.85))
        if quality is None:
            painter.setPen(QColor(self.colours.muted))
            painter.drawText(where, CENTRE, self.tr("Measuring on held-out strings …"))
            return
        half = where.width() / 2
        self._by(painter, QRectF(where.left(), where.top(), half, where.height()), quality, True)
        self._by(painter, QRectF(where.left() + half, where.top(), half, where.height()), quality, False)
        painter.setFont(self.font_of(0.85))
        keys = (Key(self.tr("legal mass"), self.colours.good, 0), Key(self.tr("accuracy"), self.colours.warning, 1))
        draw_key(painter, QRectF(where.left() + em * 4.6, where.top(), where.width(), em * 1.4), keys, self.colours, em)

    def _by(self, painter: QPainter, where: QRectF, quality: Quality, depth: bool) -> None:
        count = quality.depth_count if depth else quality.pairs_count
        mass = quality.depth_mass if depth else quality.pairs_mass
        right = quality.depth_accuracy if depth else quality.pairs_accuracy
        xs = np.flatnonzero(count > 0)
        if not len(xs):
            return
        low = float(min(np.nanmin(mass[xs]), np.nanmin(right[xs])))
        floor = next((f for f in (0.99, 0.9, 0.5) if low >= f), 0.0)
        plot = self._plot(where, (0.0, float(max(int(xs.max()), 1))), (floor, 1.0))
        name = self.tr("depth") if depth else self.tr("pairs in the string")
        plot.frame(painter, name, self.tr("by depth") if depth else self.tr("by length"))
        plot.line(painter, xs.astype(np.float64), mass[xs], self.colours.good, 0)
        plot.line(painter, xs.astype(np.float64), right[xs], self.colours.warning, 1)

    def _draw_states(self, painter: QPainter, where: QRectF, frame: TrainingFrame) -> None:
        """The states of the last layer now, over the attention of every head."""
        em, cloud = self.em, frame.cloud
        painter.setFont(self.font_of(0.9))
        painter.setPen(QColor(self.colours.text))
        if cloud is None:
            painter.drawText(where, CENTRE, frame.why_not or self.tr("Placing the states …"))
            return
        self._say(painter, QRectF(where.left(), where.top(), where.width(), em * 1.4), words.cloud_words(frame))
        line = QRectF(where.left(), where.top() + em * 1.4, where.width(), em * 1.4)
        scale = depth_scale(cloud, self.colours)
        draw_legend(painter, line, scale, self.tr("depth, square root"), "0", f"{int(cloud.depth.max())}", self.colours)
        attn = frame.attention
        heads = 0.0 if attn is None else min(grid_height(attn.attn, where.width(), em * 0.85), where.height() * 0.5)
        self.cloud_box = QRectF(where.left(), where.top() + em * 3.0, where.width(), where.height() - em * 4.6 - heads)
        self.draw_points(painter)
        if attn is None:
            return
        below = QRectF(where.left(), self.cloud_box.bottom() + em * 0.4, where.width(), em * 1.4)
        painter.setFont(self.font_of(0.9))
        painter.setPen(QColor(self.colours.text))
        self._say(painter, below, words.attention_words(frame))
        grid = QRectF(where.left(), below.bottom(), where.width(), where.bottom() - below.bottom())
        draw_heads(painter, grid, attn.attn, self.colours, self.font_of(0.75), em * 0.85)

    def draw_points(self, painter: QPainter) -> None:
        frame = self.painted
        if frame is None or frame.cloud is None:
            return
        cloud, trained = frame.cloud, frame.trained_length or int(frame.cloud.length.max())
        draw_cloud(painter, self.cloud_box, self._points(cloud), cloud, self.camera, trained, self.colours, self.em)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        if self.painted is not None:
            self.send(SetOption(self.name, data.MOMENT.name, -1))
            self.send(GoOn(self.painted.next_slice))

    def _pause(self) -> None:
        if self.painted is not None:
            self.send(Rest(type(self.painted.next_slice)))

    def _stop(self) -> None:
        """End it, and put the best net so far to the test."""
        frame = self.painted
        if frame is None:
            return
        self._pause()
        if frame.mine:
            self.send(AskLab(ListNets(turn=frame.next_slice.turn + 1)))
            self.send(choice.choose(choice.NET, f"mine/{frame.next_slice.name}"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.controls.setGeometry(0, 0, self.width(), self.controls.sizeHint().height())

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        self._mix = 1.0
        super().hideEvent(event)
