"""Writes text with a halo, through Qt, so that every script has its font and every label its contrast.

A label may lie on anything: on the ground, in the midst of a cluster, on the path. Its halo is nearly opaque and its
colour is chosen against the worst that can shine through, so that it keeps WCAG's 4.5:1 everywhere; a label that stands
back is mixed with its halo no further than that.

On screen a piece of text is stroked and filled once into a pixmap and then only copied: stroking sixty labels at every
turn of the map would cost more than the map. On vector painters it is drawn as outlines, as sharp as the paper.
"""

from __future__ import annotations

import functools
import math
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPaintEngine,
    QPainter,
    QPen,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from viz.charts.colours import INKS, contrast, mixed
from viz.map.data.sentences import Sentence
from viz.theme import rgb
from viz.typeface import NORMAL_TEXT, typeface  # the size is what those of labels are designed beside

LEAST_CONTRAST = 5.4  # of a text with its halo: 4.5, and what thin letters lose at their edges
PLATE = 0.82  # opacity of what lies behind statement, legend and the labels that have a plate
HALO_COVERS = 0.9  # of what lies behind, at least
_RING, _NEAR_RING = 2.1, 1.1  # pixels by which copies of the text are moved to make its halo

_RASTER = (QPaintEngine.Type.Raster, QPaintEngine.Type.OpenGL2)


def room_scale(width: float, height: float) -> float:
    """How much smaller labels and lines are drawn in a small view, and larger in one that fills a wall: 0.75 to 1.5."""
    side = math.sqrt(width * height)
    return min(max(side / 620.0, 0.75), 1.0) if side < 1400.0 else min(side / 1400.0, 1.5)


def text_scale(widget: QWidget) -> float:
    """How much larger than its normal size a person has text in the program."""
    return max(QFontInfo(widget.font()).pixelSize() / NORMAL_TEXT, 0.8)


@dataclass(frozen=True)
class Style:
    """How a text looks. `pixels` is the font's height in logical pixels."""

    pixels: float
    colour: str
    halo: str | None = None
    bold: bool = False
    spacing: float = 0.0  # extra between letters, in pixels
    opacity: float = 1.0  # less: the text stands back, as far as it stays readable

    @property
    def ink(self) -> str:
        """The colour that the text is written in."""
        return self.colour if self.halo is None else readable(self.colour, self.halo, round(1.0 - self.opacity, 2))

    def font(self, family: str = "") -> QFont:
        """The font, with Qt's fallback for what it lacks; of a family of its own where one is named."""
        font = typeface(family=family)
        font.setPixelSize(max(6, round(self.pixels)))
        font.setWeight(QFont.Weight.DemiBold if self.bold else QFont.Weight.Medium)
        if self.spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.spacing)
        return font


class TextPainter:
    """Measures and draws texts, remembering the pixmaps of the last few hundred."""

    HALO = 3.0  # width of the halo's pen

    def __init__(self, limit: int = 900) -> None:
        self._pixmaps: OrderedDict[tuple[str, Style, float], QPixmap] = OrderedDict()
        self._sizes: OrderedDict[tuple[str, float, bool, float], QSizeF] = OrderedDict()
        self._limit = limit
        self.family = ""  # of the letters; "": the program's. Set before anything is written

    def size(self, text: str, style: Style) -> QSizeF:
        """Width and height of a text in logical pixels."""
        key = (text, style.pixels, style.bold, style.spacing)
        found = self._sizes.get(key)
        if found is None:
            metrics = QFontMetricsF(style.font(self.family))
            found = QSizeF(metrics.horizontalAdvance(text), metrics.ascent() + metrics.descent())
            self._sizes[key] = found
            while len(self._sizes) > 4 * self._limit:
                self._sizes.popitem(last=False)
        return found

    def draw(self, painter: QPainter, at: QPointF, text: str, style: Style) -> None:
        """Draw a text with its top left at `at`."""
        engine = painter.paintEngine()
        if engine.type() not in _RASTER:
            _outlined(painter, at, text, style, self.family)
            return
        scale = painter.combinedTransform().m11() * painter.device().devicePixelRatioF()
        pixmap = self._pixmap(text, style, round(scale, 2))
        painter.drawPixmap(at - QPointF(self.HALO, self.HALO), pixmap)

    def _pixmap(self, text: str, style: Style, scale: float) -> QPixmap:
        key = (text, style, scale)
        found = self._pixmaps.get(key)
        if found is not None:
            self._pixmaps.move_to_end(key)
            return found
        size = self.size(text, style) + QSizeF(2 * self.HALO, 2 * self.HALO)
        pixmap = QPixmap(max(1, int(size.width() * scale) + 2), max(1, int(size.height() * scale) + 2))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        _outlined(painter, QPointF(self.HALO, self.HALO), text, style, self.family)
        painter.end()
        self._pixmaps[key] = pixmap
        while len(self._pixmaps) > self._limit:
            self._pixmaps.popitem(last=False)
        return pixmap


@functools.lru_cache(maxsize=512)
def readable(colour: str, halo: str, back: float) -> str:
    """`colour` mixed with `back` (0..1) of its halo's, but no less than 4.5:1 from what the halo lets through.

    The worst that shines through is what the halo's colour is furthest from: white behind a dark halo, black behind a
    light one. A colour that has not enough by itself is mixed with that.
    """
    far = INKS[0] if contrast(rgb(INKS[0]), rgb(halo)) > contrast(rgb(INKS[1]), rgb(halo)) else INKS[1]
    behind = rgb(halo) * np.float32(HALO_COVERS) + rgb(far) * np.float32(1 - HALO_COVERS)
    for part in np.arange(back, 0.0, -0.04).tolist():
        made = mixed(colour, halo, part).name()
        if contrast(rgb(made), behind) >= LEAST_CONTRAST:
            return made
    for part in np.arange(0.0, 1.0, 0.04).tolist():
        made = mixed(colour, far, part).name()
        if contrast(rgb(made), behind) >= LEAST_CONTRAST:
            return made
    return far


def _ring(radius: float) -> tuple[tuple[float, float], ...]:
    """Eight places around, so close that the copies leave no gap."""
    return tuple((radius * math.cos(i * math.pi / 4), radius * math.sin(i * math.pi / 4)) for i in range(8))


_HALO_COPIES = (*_ring(_RING), *_ring(_NEAR_RING)[::2])


def _outlined(painter: QPainter, at: QPointF, text: str, style: Style, family: str) -> None:
    """The halo as copies around, then the text. QTextLayout falls back to other fonts character by character."""
    painter.save()
    layout = QTextLayout(text, style.font(family))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    if style.halo is not None:
        halo = QColor(style.halo)
        halo.setAlphaF(HALO_COVERS)
        painter.setPen(QPen(halo))
        for dx, dy in _HALO_COPIES:
            layout.draw(painter, at + QPointF(dx, dy))
    painter.setPen(QPen(QColor(style.ink)))
    layout.draw(painter, at)
    painter.restore()


def marked(sentence: Sentence, style: Style, colour: str, width: float) -> QTextLayout:
    """A sentence in lines no wider than `width`, its word bold, underlined and in a colour of its own."""
    layout = QTextLayout(sentence.before + sentence.word + sentence.after, style.font())
    there = QTextLayout.FormatRange()
    there.start, there.length = _units(sentence.before), _units(sentence.word)
    look = QTextCharFormat()
    look.setForeground(QColor(colour))
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    there.format = look
    layout.setFormats([there])
    _break(layout, width)
    if layout.lineCount() == 1:  # no wider than it is, also where it stands at the right
        _break(layout, math.ceil(layout.lineAt(0).naturalTextWidth()) + 1.0)
    return layout


def _break(layout: QTextLayout, width: float) -> None:
    """Lay a text out in lines of this width."""
    y = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, y))
        y += line.height()
    layout.endLayout()


def _units(text: str) -> int:
    """The length of a text as Qt counts: in UTF-16, where an emoji takes two."""
    return len(text.encode("utf-16-le")) // 2


def wrapped(text: TextPainter, sentence: str, style: Style, width: float) -> list[str]:
    """A sentence in lines no wider than `width`, unless one word is."""
    lines = [""]
    for word in sentence.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text.size(longer, style).width() > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def rounded(painter: QPainter, box: QRectF, fill: str, opacity: float, border: str | None = None) -> None:
    """A rounded plate behind text."""
    colour = QColor(fill)
    colour.setAlphaF(opacity)
    painter.setBrush(colour)
    painter.setPen(QPen(QColor(border), 1.0) if border is not None else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, 4.0, 4.0)
