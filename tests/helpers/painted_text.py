"""What a view paints as text, and where: letters that charts, maps and chips draw, which no label or button holds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from viz.charts.colours import contrast
from viz.figures.legible import Written, faults, written
from viz.theme import rgb

OTHERS = (  # they are measured by their size hints, or scroll what they hold
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit,
    QTextEdit, QOpenGLWidget,
)  # fmt: skip

PAGES = ("brackets_lesson",)  # views of running text that scroll themselves
OF_TEXT, OF_LARGE = 4.5, 3.0  # contrast
LARGE = 32.0  # logical pixels of a line of 24 pixel type
COPIES = 40  # texts painted after a copy of a halo, within which the text itself is
NEAR = 5.0  # logical pixels between them


def painters(view: QWidget) -> list[QWidget]:
    """The view and what in it is seen and paints by hand."""
    found = [part for part in (view, *view.findChildren(QWidget)) if part.isVisible() and not part.size().isEmpty()]
    return [part for part in found if part.window() is view.window() and not _is_other(part, view)]


def _is_other(part: QWidget | None, view: QWidget) -> bool:
    while part is not None and part is not view:
        if _is_scrolled(part) or isinstance(part, OTHERS) or part.metaObject().className().startswith("Canvas"):
            return True
        part = part.parentWidget()
    return False


def _is_scrolled(part: QWidget) -> bool:
    """Whether it shows a part of something larger, which a bar goes on to."""
    if not isinstance(part, QAbstractScrollArea) or isinstance(part, QGraphicsView):
        return False
    return part.verticalScrollBar().maximum() > 0 or part.horizontalScrollBar().maximum() > 0


def painted(view: QWidget) -> list[Written]:
    """Every text that is painted in it, where it lies in the view, and the part of its widget that it may lie in."""
    texts: list[Written] = []
    for part in painters(view):
        corner = part.mapTo(view, QPoint(0, 0))

        def draw(painter: QPainter, part: QWidget = part) -> None:
            QWidget.render(part, painter, QPoint(0, 0), QRegion(), QWidget.RenderFlag(0))

        for text in written(part.size(), draw):
            moved = replace(text, box=text.box.translated(corner), seen=text.seen.translated(corner))
            texts.append(moved)
    seen = [it for it in texts if it.box.intersects(QRectF(view.rect()))]
    after = [seen[at + 1 : at + 1 + COPIES] for at in range(len(seen))]
    return [it for it, later in zip(seen, after, strict=True) if not any(_halo_of(it, other) for other in later)]


def _halo_of(one: Written, other: Written) -> bool:
    """Whether a text is one of the copies around another that make its halo, and are painted before it."""
    return one.text == other.text and (one.box.center() - other.box.center()).manhattanLength() < NEAR


def wrong(view: QWidget) -> tuple[str, ...]:
    """The texts that are cut by their widget or lie over others; of a page that scrolls itself a line may be cut."""
    return () if view.objectName() in PAGES else faults(painted(view))


def too_faint(view: QWidget) -> dict[tuple[str, str], list[str]]:
    """Texts that have not enough contrast (WCAG 2.2, 1.4.3) to the commonest colour where they lie: (letters, ground).

    Of letters that are not quite opaque, and of those under something else, nothing is known.
    """
    image, found = view.grab().toImage(), dict[tuple[str, str], list[str]]()
    for text in painted(view):
        ground = _commonest(image, text.box)
        if not text.colour or not ground or ground == text.colour:
            continue
        least = OF_LARGE if text.pixels >= LARGE else OF_TEXT
        if contrast(rgb(text.colour), rgb(ground)) < least:
            found.setdefault((text.colour, ground), []).append(text.text)
    return found


def _commonest(image: QImage, box: QRectF) -> str:
    """The commonest colour in and around a box of letters, which cover less than half of it; "" outside."""
    room = box.toAlignedRect().adjusted(-2, -3, 2, 3).intersected(image.rect())
    if room.isEmpty():
        return ""
    part = image.copy(room).convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(part.constBits(), np.uint32).reshape(part.height(), part.bytesPerLine() // 4)
    colours, counts = np.unique(rows[:, : part.width()] & 0xFFFFFF, return_counts=True)
    return f"#{int(colours[np.argmax(counts)]):06x}"
