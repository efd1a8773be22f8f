"""Running text of the Hello/Bye views: titles and sentences beside charts, as large as fits, cut where it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from viz.joined import apart, sentences
from viz.labs.hello_bye.panels import Panel
from viz.theme import Theme

CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
WRAP = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
NOTE = 0.75  # em of small print
READABLE = 0.72  # em below which text is left out rather than made smaller


translate = QCoreApplication.translate  # by this name its texts are collected


@dataclass(frozen=True)
class Brush:
    """What drawing needs of a view."""

    painter: QPainter
    theme: Theme
    em: float
    font_of: Callable[[float, bool], QFont]

    def write(self, rect: QRectF, flags: int, text: str, size: float, colour: str, bold: bool = False) -> None:
        """One piece of text."""
        self.painter.setFont(self.font_of(size, bold))
        self.painter.setPen(QColor(colour))
        self.painter.drawText(rect, flags, text)


def draw_message(brush: Brush, title: str, text: str, rect: QRectF) -> None:
    """In place of pictures: the view's name in large letters, and why there is nothing."""
    em, theme = brush.em, brush.theme
    room = rect.adjusted(em * 2, em * 0.5, -em * 2, -em * 0.5)
    size = 2.2 if rect.height() > em * 9 else 1.0
    high = height_of(brush, text, room.width(), 1.1) + em * (size + 0.8)
    top = max(room.top(), room.center().y() - high / 2)
    brush.write(QRectF(room.left(), top, room.width(), em * size * 1.3), CENTRE, title, size, theme.text, bold=True)
    below = QRectF(room.left(), top + em * size * 1.4, room.width(), room.bottom() - top - em * size * 1.4)
    flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
    brush.write(below, flags, text, 1.1, theme.muted)


def draw_text(brush: Brush, panel: Panel, label: QRectF, slider: QRectF, low: float = 0.0) -> None:
    """Title and sentences of a panel, from the top of `label` down; free stay the place of a slider beside or under the
    title (empty for none) and `low` at the bottom.

    The sentence comes first: what the colours leave out is said at length only where both fit.
    """
    em = brush.em
    beside = not slider.isEmpty() and slider.left() > label.left()
    title = QRectF(label.topLeft(), QSizeF((slider.left() if beside else label.right()) - label.left(), em * 1.35))
    draw_title(brush, f"{panel.number}  {panel.title}", title)
    room = label.adjusted(0, em * 1.45, 0, -low)
    if not slider.isEmpty() and not beside:
        room.setTop(slider.bottom() + em * 0.15)
    note = _bars_said() if panel.kind == "next" else panel.beyond
    needed = height_of(brush, note, label.width(), NOTE) if note else 0.0
    if needed and height_of(brush, panel.sentence, label.width(), READABLE) + needed <= room.height():
        where = QRectF(room.left(), room.bottom() - needed, room.width(), needed)
        brush.write(where, WRAP, note, NOTE, brush.theme.muted)
        room.setBottom(room.bottom() - needed)
    write_fitting(brush, panel.sentence, room, brush.theme.text)


def draw_title(brush: Brush, text: str, line: QRectF, largest: float = 0.95) -> None:
    """A title in bold, smaller where it would not fit, elided where it never does."""
    size = largest
    while size > READABLE and QFontMetricsF(brush.font_of(size, True)).horizontalAdvance(text) > line.width():
        size -= 0.05
    metrics = QFontMetricsF(brush.font_of(size, True))
    said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    brush.write(line, LEFT, said, size, brush.theme.text, bold=True)


def height_of(brush: Brush, text: str, width: float, size: float) -> float:
    """Room that wrapped text needs."""
    metrics = QFontMetricsF(brush.font_of(size, False))
    return metrics.boundingRect(QRectF(0, 0, width, 10000), WRAP, text).height()


def write_fitting(brush: Brush, text: str, room: QRectF, colour: str, largest: float = 1.0) -> None:
    """Wrapped text as large as the room allows; where even small text does not fit, its end is left out."""
    said, size = fitting(brush, text, room, largest)
    brush.write(room, WRAP, said, size, colour)


def fitting(brush: Brush, text: str, room: QRectF, largest: float) -> tuple[str, float]:
    """What of `text` fits, and how large: all of it, whole sentences, as many words of the first as fit, or nothing."""

    def fits(said: str, size: float) -> bool:
        return height_of(brush, said, room.width(), size) <= room.height()

    size = largest
    while size > READABLE and not fits(text, size):
        size -= 0.05
    said, whole = text, apart(text)
    while not fits(said, size) and len(whole) > 1:
        whole.pop()
        said = sentences(*whole, "…")
    while not fits(said, size) and " " in said.removesuffix(" …"):
        said = f"{said.removesuffix(' …').rpartition(' ')[0]} …"
    return said if fits(said, size) else "", size


def _bars_said() -> str:
    return translate(
        "HelloBye",
        "Bar: probability that the word is repeated. Line at the switch: probability of the token that follows. "
        "Below: the most likely next token, ↻ where that is the repetition.",
    )
