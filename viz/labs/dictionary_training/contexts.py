"""A few features as they form: where each is most active now, its tokens shaded; painted by hand below the charts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from viz.charts.colours import Scale
from viz.charts.legend import draw_legend, legend_width
from viz.charts.look import Look
from viz.charts.numbers import percent
from viz.charts.painted import LEFT, cut
from viz.charts.painted_part import PaintedPart
from viz.charts.shaded_text import draw_shaded
from viz.joined import ended, listed, named, sentences
from viz.labs.dictionary_training.training_frame import SHOWN, Shaded
from viz.labs.dictionary_training.words import number

translate = QCoreApplication.translate  # by this name its texts are collected
LINE = 1.5  # em of a line
SIZE = 0.85  # em of the type of tokens
WIDE = 56  # em from which on features stand in two columns
BETWEEN = 0.35  # em between two features
GAP = 1.6  # em between columns


class Contexts(PaintedPart):
    """See the module."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self._paint)
        self._shown: tuple[tuple[Shaded, ...], Look] | None = None
        self.setAccessibleName(translate("DictionaryTraining", "Features as they form"))

    def show_features(self, features: Sequence[Shaded], look: Look, width: float, most: float) -> None:
        """Show these, in `width` pixels, as many as go into `most` pixels of height; nothing where there are none."""
        columns, each = self._columns(width, look.em), (1 + SHOWN) * LINE + BETWEEN
        rows = min(-(-len(features) // columns), max(int((most / look.em - LINE) / each), 1))
        features = features[: rows * columns]
        self._shown = (tuple(features), look) if features else None
        self.show_at((LINE + rows * each) * look.em if features else 0.0)
        self.setAccessibleDescription("\n".join(map(spoken, features)))

    @staticmethod
    def _columns(width: float, em: float) -> int:
        return 2 if width >= WIDE * em else 1

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        if self._shown is None:
            return
        features, look = self._shown
        em, columns = look.em, self._columns(rect.width(), look.em)
        self._draw_title(painter, QRectF(rect.left(), rect.top(), rect.width(), LINE * em), look)
        wide = (rect.width() - (columns - 1) * GAP * em) / columns
        each = ((1 + SHOWN) * LINE + BETWEEN) * em
        for at, feature in enumerate(features):
            left = rect.left() + (at % columns) * (wide + GAP * em)
            top = rect.top() + LINE * em + (at // columns) * each
            self._draw_feature(painter, QRectF(left, top, wide, each), feature, look)

    @staticmethod
    def _draw_title(painter: QPainter, line: QRectF, look: Look) -> None:
        painter.setFont(look.font_of(0.85))
        low, high = "0", translate("DictionaryTraining", "its largest")
        label = translate("DictionaryTraining", "activation")
        room = line.width() - legend_width(painter.font(), label, low, high, 5 * look.em) - 1.7 * look.em
        if room > 8 * look.em:
            inner = line.adjusted(0, 0, -0.7 * look.em, 0)
            draw_legend(painter, inner, Scale(look.theme.ramp, 0, 1), label, low, high, look.theme, 5 * look.em)
        else:
            room = line.width()
        painter.setFont(look.font_of(0.9, bold=True))
        painter.setPen(QColor(look.theme.text))
        said = translate("DictionaryTraining", "Where a few features are most active now, held out")
        painter.drawText(QRectF(line.left(), line.top(), room, line.height()), LEFT, cut(painter, said, room))

    @staticmethod
    def _draw_feature(painter: QPainter, box: QRectF, feature: Shaded, look: Look) -> None:
        em, theme = look.em, look.theme
        line = QRectF(box.left(), box.top(), box.width(), LINE * em)
        name = f"F{feature.feature}"
        painter.setFont(look.font_of(SIZE, bold=True))
        painter.setPen(QColor(theme.accent))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(name) + 0.6 * em
        painter.drawText(QRectF(line.left(), line.top(), wide, line.height()), LEFT, name)
        painter.setFont(look.font_of(SIZE))
        painter.setPen(QColor(theme.muted))
        rest = QRectF(line.left() + wide, line.top(), line.width() - wide, line.height())
        painter.drawText(rest, LEFT, cut(painter, about(feature), rest.width()))
        scale = Scale(theme.ramp, 0.0, max(feature.largest, 1e-9))
        for at, context in enumerate(feature.lines[:SHOWN]):
            here = line.translated(0, (at + 1) * LINE * em).adjusted(0, 0.08 * em, 0, -0.08 * em)
            draw_shaded(painter, here, context, scale, look.font_of(SIZE), em, theme)


def about(feature: Shaded) -> str:
    """How often and how strongly a feature is active."""
    if not feature.lines:
        return translate("DictionaryTraining", "is not active on any held-out position")
    return translate("DictionaryTraining", "active on {share} of positions, at most {largest}").format(
        share=percent(feature.density), largest=number(feature.largest)
    )


def spoken(feature: Shaded) -> str:
    """A feature as a screen reader says it."""
    peaks = listed(line.tokens[line.at] for line in feature.lines if 0 <= line.at < len(line.tokens))
    return sentences(named(f"F{feature.feature}", ended(about(feature))), peaks)
