"""A line of shaded tokens: which part of it is painted, and in which colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from viz.charts.colours import Scale
from viz.charts.shaded_line import ShadedLine, part_in_room
from viz.charts.shaded_text import PAD, draw_shaded
from viz.theme import theme

EM = 16.0


def test_the_part_of_a_line_that_has_room_is_around_its_peak() -> None:
    assert part_in_room([1.0] * 9, 4, 5.0) == (2, 7)
    assert part_in_room([1.0] * 9, 0, 3.5) == (0, 3)
    assert part_in_room([1.0] * 9, 8, 3.5) == (6, 9)
    assert part_in_room([5.0, 1.0, 5.0], 1, 2.0) == (1, 2)
    assert part_in_room([9.0], 0, 2.0) == (0, 1)


def painted(line: ShadedLine, width: int) -> QImage:
    image = QImage(width, 24, QImage.Format.Format_RGB32)
    image.fill(QColor(theme("dark").surface))
    painter = QPainter(image)
    font = QFont()
    font.setPixelSize(round(EM))
    draw_shaded(painter, QRectF(image.rect()), line, Scale(theme("dark").ramp, 0.0, 4.0), font, EM, theme("dark"))
    painter.end()
    return image


def test_each_token_has_the_colour_of_its_value_and_none_at_0(qapp: QApplication) -> None:
    font = QFont()
    font.setPixelSize(round(EM))
    wide = QFontMetricsF(font).horizontalAdvance("ab") + 2 * PAD * EM
    image = painted(ShadedLine(("ab", "ab", "ab"), (0.0, 4.0, 1.0), 1), 300)
    scale = Scale(theme("dark").ramp, 0.0, 4.0)
    at = [image.pixelColor(round(wide * (place + 1) - 3), 2).name() for place in range(3)]
    assert at == [theme("dark").surface, scale.colour(4.0).name(), scale.colour(1.0).name()]


def test_a_line_without_tokens_or_peak_paints_nothing(qapp: QApplication) -> None:
    blank = painted(ShadedLine((), (), 0), 60)
    assert painted(ShadedLine(("a",), (1.0,), 3), 60) == blank
    assert painted(ShadedLine(("a",), (1.0,), 0), 60) != blank
