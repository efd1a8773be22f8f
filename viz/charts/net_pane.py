"""The net as it is: neurons with their own pictures of the plane, and lines whose width and colour are their weights.

It is painted by hand: a net is no chart of two axes. A click on a line chooses its weight, on a neuron its bias; the
arrow keys go from weight to weight, plus and minus turn the one that is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from engine.nets.records import F64, Architecture
from engine.records import F32
from viz.charts.colours import ink_on
from viz.charts.look import Look
from viz.charts.net_drawing import draw_class, draw_curve, picture_of, weight_colour
from viz.charts.net_layout import NEAR, NetLayout, lay_out
from viz.charts.net_pictures import Pictures
from viz.charts.net_words import Names, class_name, neuron_words, number, place_name, place_words
from viz.charts.painted import CENTRE
from viz.charts.speech import say_changed
from viz.plain import show_tip

translate = QCoreApplication.translate  # by this name its texts are collected

TURN = 0.1  # that plus and minus turn a weight by
WIDEST, THINNEST = 0.42, 0.05  # em of lines
LEAST = 11.0  # em of its height


@dataclass(frozen=True)
class Shown:
    """What the pane shows. `values`: of every layer, the inputs first, at the point that is pointed at.

    `also` is a second weight that is marked, after the `chosen` one; `signs` stand before the values of both.
    """

    net: Architecture
    weights: F32
    pictures: Pictures
    chosen: int = -1
    values: tuple[F64, ...] = ()
    names: Names = ()  # of the classes
    also: int = -1
    signs: tuple[str, str] = ("", "")


class NetPane(QWidget):
    """See the module."""

    chosen = Signal(int)  # the place of a weight
    turned = Signal(float)  # the chosen weight by so much
    looked_at = Signal(int, int)  # layer and unit of a neuron whose picture is wanted large; -1, -1: none

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Net", "The net: neurons and weights"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.layout_now: NetLayout | None = None
        self._shown: Shown | None = None
        self._look: Look | None = None
        self._images: tuple[object, list[list[QImage]]] = (None, [])
        self._over: tuple[int, int] | None = None

    def show_net(self, shown: Shown | None, look: Look) -> None:
        """Show a net; None: there is none."""
        self._shown, self._look = shown, look
        self.update()

    def show_values(self, values: tuple[F64, ...]) -> None:
        """Show what every neuron answers at a point; (): nothing is pointed at."""
        if self._shown is not None and self._shown.values is not values:
            self._shown = replace(self._shown, values=values)
            self.update()

    # -- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, look = self._shown, self._look
        if shown is None or look is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.layout_now = lay_out(shown.net, shown.weights, self.width(), self.height(), look.em)
            self._draw_lines(painter, shown, self.layout_now, look)
            self._draw_neurons(painter, shown, self.layout_now, look)
            self._draw_names(painter, shown, self.layout_now, look)
            self._draw_legend(painter, shown, self.layout_now, look)
        finally:
            painter.end()

    def _draw_lines(self, painter: QPainter, shown: Shown, there: NetLayout, look: Look) -> None:
        most = _largest(shown)
        for line, place in zip(there.lines.tolist(), there.places.tolist(), strict=True):
            weight = float(shown.weights[place])
            part = min(abs(weight) / most, 1.0)
            pen = QPen(weight_colour(weight, part, look), max((THINNEST + (WIDEST - THINNEST) * part) * look.em, 0.7))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QLineF(*line))
        for place, sign, ink in reversed(_marked(shown, look)):
            at = np.flatnonzero(there.places == place)
            if not len(at):
                continue
            line = QLineF(*there.lines[at[0]].tolist())
            for colour, width in ((look.theme.surface, 0.55), (ink, 0.3)):
                painter.setPen(QPen(QColor(colour), width * look.em))
                painter.drawLine(line)
            self._draw_value(painter, line.center(), sign + number(float(shown.weights[place])), ink, look)

    def _draw_value(self, painter: QPainter, where: QPointF, words: str, ink: str, look: Look) -> None:
        painter.setFont(look.font_of(0.9, bold=True))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + 0.8 * look.em
        box = QRectF(0, 0, wide, 1.5 * look.em)
        box.moveCenter(where)
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(QColor(look.theme.raised))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(look.theme.text))
        painter.drawText(box, CENTRE, words)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_neurons(self, painter: QPainter, shown: Shown, there: NetLayout, look: Look) -> None:
        images = self._pictures(shown, look)
        biases = {
            (layer + 1, unit): (place, sign, ink)
            for place, sign, ink in _marked(shown, look)
            for layer, unit, into in (place_words(shown.net, place),)
            if into < 0
        }
        for layer, middles in enumerate(there.at):
            for unit, (x, y) in enumerate(middles.tolist()):
                box = QRectF(x - there.size / 2, y - there.size / 2, there.size, there.size)
                self._draw_neuron(painter, shown, box, layer, unit, images, look)
                bias, over = biases.get((layer, unit)), self._over == (layer, unit)
                edge = bias[2] if bias is not None else look.theme.accent if over else look.theme.muted
                painter.setPen(QPen(QColor(edge), 2.4 if bias is not None or over else 1.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, 3, 3)
                if bias is not None and bias[1]:
                    place, sign, ink = bias
                    above = QPointF(box.center().x(), box.top() - 0.4 * look.em)
                    self._draw_value(painter, above, sign + number(float(shown.weights[place])), ink, look)
                if shown.values and there.size > 1.6 * look.em:
                    self._draw_small_value(painter, box, float(shown.values[layer][unit]), look)

    def _draw_neuron(
        self, painter: QPainter, shown: Shown, box: QRectF, layer: int, unit: int, images: list[list[QImage]],
        look: Look,
    ) -> None:  # fmt: skip
        last = layer == len(shown.net.sizes) - 1
        painter.setPen(Qt.PenStyle.NoPen)
        if last and shown.net.outputs > 1:
            colour = QColor(look.theme.categories[unit % len(look.theme.categories)])
            painter.setBrush(colour)
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(ink_on(colour))
            if box.height() > 0.8 * look.em:
                draw_class(painter, box, class_name(unit, shown.names), look)
            return
        painter.setBrush(QColor(look.theme.ground))
        painter.drawRoundedRect(box, 3, 3)
        if shown.net.inputs == 2:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, images[layer][unit])
            return
        values = shown.pictures.outputs.T if last else (shown.pictures.inputs, *shown.pictures.neurons)[layer]
        draw_curve(painter, box, np.asarray(values[unit], np.float64), look)

    def _draw_small_value(self, painter: QPainter, box: QRectF, value: float, look: Look) -> None:
        painter.setFont(look.font_of(0.75))
        words = f"{value:z.2f}".replace("-", "−")
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + 0.4 * look.em
        plate = QRectF(0, 0, wide, 1.1 * look.em)
        plate.moveCenter(QPointF(box.center().x(), box.bottom() - 0.1 * look.em))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme.raised))
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(QColor(look.theme.text))
        painter.drawText(plate, CENTRE, words)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_names(self, painter: QPainter, shown: Shown, there: NetLayout, look: Look) -> None:
        painter.setFont(look.font_of(0.85))
        painter.setPen(QColor(look.theme.muted))
        step, metrics = self.width() / len(there.at), QFontMetricsF(painter.font())
        named = [_layer_name(shown.net, layer) for layer in range(len(there.at))]
        if all(metrics.horizontalAdvance(words) <= step - 0.6 * look.em for words in named):  # cut they say nothing
            for words, middles in zip(named, there.at, strict=True):
                painter.drawText(QRectF(middles[0, 0] - step / 2, 0.2 * look.em, step, 1.4 * look.em), CENTRE, words)
        if there.size > look.em:
            for (x, y), name in zip(there.at[0].tolist(), "xy", strict=False):
                room = QRectF(x - there.size / 2 - 1.3 * look.em, y - look.em, 1.1 * look.em, 2 * look.em)
                painter.drawText(room, CENTRE, name)

    def _draw_legend(self, painter: QPainter, shown: Shown, there: NetLayout, look: Look) -> None:
        most = _largest(shown)
        line = QRectF(0.6 * look.em, self.height() - 1.7 * look.em, self.width() - 1.2 * look.em, 1.5 * look.em)
        painter.setFont(look.font_of(0.8))
        metrics = QFontMetricsF(painter.font())
        at = line.left()
        widths = {weight: _key_width(metrics, weight, look) for weight in (-most, -most / 3, most / 3, most)}
        if sum(widths.values()) > line.width():  # a file of vectors would show what goes over the edge, too
            widths = {weight: wide for weight, wide in widths.items() if abs(weight) == most}
        if sum(widths.values()) > line.width():
            return
        for weight in widths:
            part = abs(weight) / most
            painter.setPen(QPen(weight_colour(weight, part, look), max(WIDEST * part * look.em, 1.0)))
            painter.drawLine(QLineF(at, line.center().y(), at + 1.6 * look.em, line.center().y()))
            words = number(weight, 2)
            at += 2.1 * look.em
            painter.setPen(QColor(look.theme.muted))
            painter.drawText(QPointF(at, line.center().y() + 0.28 * look.em), words)
            at += metrics.horizontalAdvance(words) + 1.2 * look.em
        words = translate("Net", "weight of each line")
        if there.left_out:
            words = translate("Net", "weights; only the {n} strongest of {all} are drawn").format(
                n=f"{len(there.lines):,}", all=f"{len(there.lines) + there.left_out:,}"
            )
        painter.drawText(
            QRectF(at, line.top(), max(line.right() - at, 0), line.height()),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            words if metrics.horizontalAdvance(words) <= line.right() - at else "",
        )

    def _pictures(self, shown: Shown, look: Look) -> list[list[QImage]]:
        """Each neuron's picture of the plane; made anew where the net or the theme changed."""
        if shown.net.inputs != 2:
            return []
        key = (id(shown.pictures), look.theme.name)
        if self._images[0] != key:
            layers = (shown.pictures.inputs, *shown.pictures.neurons)
            made = [[picture_of(neuron, look) for neuron in layer] for layer in layers]
            made.append([QImage() for _ in range(shown.net.outputs)])
            self._images = key, made
        return self._images[1]

    # -- gestures ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None:
            self.chosen.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        there = self.layout_now
        over = there.neuron_at(event.position().x(), event.position().y()) if there is not None else None
        near = over is not None or self.place_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)
        self._look_at(over)

    def leaveEvent(self, event: QEvent) -> None:
        self._look_at(None)
        super().leaveEvent(event)

    def _look_at(self, over: tuple[int, int] | None) -> None:
        if over != self._over:
            self._over = over
            self.update()
            self.looked_at.emit(*(over if over is not None else (-1, -1)))

    def place_at(self, where: QPointF) -> int | None:
        """The weight of the line at a point, or the bias of the neuron there."""
        shown, there, look = self._shown, self.layout_now, self._look
        if shown is None or there is None or look is None:
            return None
        neuron = there.neuron_at(where.x(), where.y())
        if neuron is not None:
            return shown.net.weight_at(neuron[0] - 1, neuron[1], -1) if neuron[0] else None
        return there.line_near(where.x(), where.y(), NEAR * look.em)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = self._shown
        if (
            shown is None
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        ):
            super().keyPressEvent(event)
            return
        key, place = Qt.Key(event.key()), shown.chosen
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus) and place >= 0:
            self.turned.emit(-TURN if key == Qt.Key.Key_Minus else TURN)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._go_to(min(max(place + step, 0), shown.net.n_weights - 1) if place >= 0 else 0)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            layer = place_words(shown.net, place)[0] + (1 if key == Qt.Key.Key_Right else -1) if place >= 0 else 0
            self._go_to(shown.net.starts[min(max(layer, 0), len(shown.net.shapes) - 1)])
        else:
            super().keyPressEvent(event)

    def _go_to(self, place: int) -> None:
        shown = self._shown
        if shown is not None:
            self.chosen.emit(place)
            say_changed(self, f"{place_name(shown.net, place, shown.names)}: {number(float(shown.weights[place]))}")

    def event(self, event: QEvent) -> bool:
        """A tip says what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._shown is not None:
            where, there = QPointF(event.pos()), self.layout_now
            neuron = there.neuron_at(where.x(), where.y()) if there is not None else None
            place, (net, weights, names) = self.place_at(where), _of(self._shown)
            words = neuron_words(net, weights, *neuron, names) if neuron is not None else ""
            if not words and place is not None:
                words = f"{place_name(net, place, names)}: {number(float(weights[place]))}"
            show_tip(event.globalPos(), words, self)
            return True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        em = self._look.em if self._look is not None else 13.0
        return QSize(160, round(LEAST * em))


def _of(shown: Shown) -> tuple[Architecture, F32, Names]:
    return shown.net, shown.weights, shown.names


def _marked(shown: Shown, look: Look) -> list[tuple[int, str, str]]:
    """The weights that are marked: place, what stands before its value, colour."""
    both = ((shown.chosen, shown.signs[0], look.theme.accent), (shown.also, shown.signs[1], look.theme.path))
    return [it for it in both if it[0] >= 0]


def _key_width(metrics: QFontMetricsF, weight: float, look: Look) -> float:
    """Pixels that a line, its number and the room after it take."""
    return 3.3 * look.em + metrics.horizontalAdvance(number(weight, 2))


def _largest(shown: Shown) -> float:
    """The size of the largest weight, biases left out."""
    sizes = np.abs(shown.weights[shown.net.is_matrix()])
    return max(float(sizes.max()) if len(sizes) else 0.0, 1e-6)


def _layer_name(net: Architecture, layer: int) -> str:
    if layer == 0:
        return translate("Net", "inputs")
    if layer == len(net.sizes) - 1:
        return translate("Net", "outputs") if net.outputs > 1 else translate("Net", "output")
    return translate("Net", "hidden {n}").format(n=layer)
