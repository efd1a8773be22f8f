"""The glass over the projected picture: black, a still, the presenter's pointer, strokes and lens, and the notes.

It lets the mouse through to the views unless strokes are drawn, or nothing is seen of them anyway. While a pointer or
a lens is on it asks where the mouse is some thirty times a second, and does nothing otherwise. Whoever has no mouse
moves dot, lens and pen by keys: they stand where the keys took them until the mouse moves.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QCursor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from app.window.presenter.marks import Marks, Point, moved

BLANK, FREEZE, DOT, HIGHLIGHTER, MAGNIFIER, NOTES = "blank", "freeze", "dot", "highlighter", "magnifier", "notes"
TOOLS = (BLANK, FREEZE, DOT, HIGHLIGHTER, MAGNIFIER, NOTES)
RED, INK = QColor("#ff2d2d"), QColor(255, 214, 0, 150)
POINTING = frozenset({DOT, HIGHLIGHTER, MAGNIFIER})
POLL_MS, FADE_MS, LENS_MS = 30, 60, 70
ZOOM = 2.0
MIDDLE: Point = (0.5, 0.5)
OTHERS = {DOT: {MAGNIFIER}, HIGHLIGHTER: {MAGNIFIER}, MAGNIFIER: {DOT, HIGHLIGHTER}}  # a lens hides what it lies over


class Glass(QWidget):
    """`take` makes a picture of a part of what lies below (None: of all of it)."""

    changed = Signal()  # which tools are on

    def __init__(self, parent: QWidget, take: Callable[[QRect | None], QPixmap]) -> None:
        super().__init__(parent)
        self._take = take
        self.tools: frozenset[str] = frozenset()
        self.still = False  # reduced motion
        self.marks = Marks()
        self.pointer: Point | None = None
        self.pointed_from: Callable[[], Point | None] = lambda: None  # where another picture of it is pointed at
        self._keyed: Point | None = None  # where keys have taken it; None: the mouse leads
        self._mouse: tuple[QPoint, Point | None] | None = None  # where it was when they did, here and over the other
        self.pen_is_down = False  # by a key
        self.notes = ""
        self._frozen: QPixmap | None = None
        self._lens: tuple[QRectF, QPixmap, float] | None = None  # where from, what, and when it was taken
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._follow)
        self._fading = QTimer(self)
        self._fading.setInterval(FADE_MS)
        self._fading.timeout.connect(self._fade)
        self.setAccessibleName(self.tr("Pointer and marks of the presenter"))
        self._show_tools()

    # -- tools ---------------------------------------------------------------------------------------------------

    def switch(self, tool: str, on: bool | None = None) -> None:
        """Switch a tool on or off (None: the other way round). Lens and the others take each other's place."""
        wanted = tool not in self.tools if on is None else on
        self.tools = (self.tools | {tool}) - OTHERS.get(tool, set()) if wanted else self.tools - {tool}
        if tool == FREEZE:
            self._frozen = self._take(None) if wanted else None
        if not self.points:
            self.pointer = self._lens = self._keyed = None
        if HIGHLIGHTER not in self.tools and self.pen_is_down:
            self.press_by_key()  # it is lifted
        if wanted and tool in POINTING and self._pointed() is None:
            self._point_by_key(MIDDLE)
        self._show_tools()
        self.changed.emit()

    @property
    def points(self) -> bool:
        """Whether there is something to be moved by keys."""
        return bool(self.tools & POINTING)

    @property
    def hides(self) -> bool:
        """Whether nothing of what lies below is seen."""
        return bool(self.tools & {BLANK, FREEZE})

    def _show_tools(self) -> None:
        through = not self.tools & {BLANK, FREEZE, HIGHLIGHTER}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, through)
        self.setCursor(Qt.CursorShape.CrossCursor if HIGHLIGHTER in self.tools else Qt.CursorShape.ArrowCursor)
        if self.points:
            self._poll.start()
        else:
            self._poll.stop()
        self.update()

    def end(self) -> None:
        """The window closes."""
        self._poll.stop()
        self._fading.stop()

    # -- pointer, lens and strokes -------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Where the mouse is, unless keys have moved it since that moved."""
        if self._keyed is not None and self._mouse == self._mouse_now():
            self.point_at(self._keyed)
            return
        at = self._pointed()
        if self._keyed is None or at is not None:
            self._keyed = None
            self.point_at(at)

    def _mouse_now(self) -> tuple[QPoint, Point | None]:
        return QCursor.pos(), self.pointed_from()

    def _pointed(self) -> Point | None:
        """Where the mouse is: over another picture of this, or over this itself."""
        at = self.pointed_from()
        if at is None and self.isVisible() and self.window().frameGeometry().contains(QCursor.pos()):
            at = self._share(self.mapFromGlobal(QCursor.pos()).toPointF())
        return at

    def move_by_key(self, right: float, down: float) -> None:
        """Move dot, lens or pen, in shares of the height; a pen that is down draws."""
        if self.points:
            self._point_by_key(moved(self.pointer or MIDDLE, right, down, self.width() / max(self.height(), 1)))

    def _point_by_key(self, at: Point) -> None:
        self._keyed, self._mouse = at, self._mouse_now()
        if self.pen_is_down:
            self.draw_to(at)
        self.point_at(at)

    def press_by_key(self) -> None:
        """Put the pen down where it stands, or lift it."""
        if self.pen_is_down:
            self.pen_is_down = False
            self.lift()
        elif HIGHLIGHTER in self.tools:
            self.pen_is_down = True
            self.press(self.pointer or MIDDLE)
        self.update()

    def point_at(self, at: Point | None) -> None:
        """Show the dot or the lens here; None: nowhere."""
        stale = self._lens is None or time.monotonic() - self._lens[2] > LENS_MS / 1000
        if at != self.pointer or (at is not None and MAGNIFIER in self.tools and stale):
            self.pointer = at
            self._look_closer()
            self.update()

    def _look_closer(self) -> None:
        if MAGNIFIER not in self.tools or self.pointer is None or self.hides:
            self._lens = None
            return
        if self._lens is not None and time.monotonic() - self._lens[2] < LENS_MS / 1000:
            return
        half = self.radius / ZOOM
        at = self._place(self.pointer)
        of = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half).toAlignedRect().intersected(self.rect())
        self._lens = (QRectF(of), self._take(of), time.monotonic()) if not of.isEmpty() else None

    @property
    def radius(self) -> float:
        """Pixels of the lens."""
        return 0.2 * min(self.height(), self.width())

    def press(self, at: Point) -> None:
        """The highlighter is put down."""
        self.marks.press(at)
        self.update()

    def draw_to(self, at: Point) -> None:
        """It is drawn on."""
        self.marks.move(at)
        self.update()

    def lift(self) -> None:
        """It is lifted, and what it drew begins to fade."""
        self.marks.lift(time.monotonic())
        self._fading.start()

    def clear(self) -> None:
        """Take all strokes away."""
        self.marks.clear()
        self._fading.stop()
        self.update()

    def _fade(self) -> None:
        if not self.marks.fade(time.monotonic(), self.still):
            self._fading.stop()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if HIGHLIGHTER in self.tools and (at := self._share(event.position())) is not None:
            self.press(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if HIGHLIGHTER in self.tools and (at := self._share(event.position())) is not None:
            self.draw_to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.lift()

    def _share(self, at: QPointF) -> Point | None:
        if not QRectF(self.rect()).contains(at):
            return None
        return at.x() / self.width(), at.y() / self.height()

    def _place(self, at: Point) -> QPointF:
        return QPointF(at[0] * self.width(), at[1] * self.height())

    # -- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter)
        finally:
            painter.end()

    def _draw(self, painter: QPainter) -> None:
        if BLANK in self.tools:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            return
        if self._frozen is not None:
            painter.drawPixmap(self.rect(), self._frozen)
        self._draw_strokes(painter)
        if self.pointer is not None and DOT in self.tools:
            self._draw_dot(painter, self._place(self.pointer))
        elif self.pointer is not None and self._lens is not None:
            self._draw_lens(painter, self._place(self.pointer))
        elif self._keyed is not None and HIGHLIGHTER in self.tools:
            self._draw_pen(painter, self._place(self._keyed))
        if NOTES in self.tools and self.notes:
            self._draw_notes(painter)

    def _draw_strokes(self, painter: QPainter) -> None:
        now = time.monotonic()
        for stroke in self.marks.strokes:
            colour = QColor(INK)
            colour.setAlphaF(INK.alphaF() * stroke.strength(now, self.still))
            pen = QPen(colour, max(self.height() / 45, 6))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            points = [self._place(at) for at in stroke.points]
            painter.drawPolyline(QPolygonF(points if len(points) > 1 else [*points, *points]))

    def _draw_dot(self, painter: QPainter, at: QPointF) -> None:
        """Red in a white ring in a black one: it is seen on any ground."""
        size = max(self.height() / 52, 9)
        for colour, share in ((QColor("black"), 1.42), (QColor("white"), 1.26), (RED, 1.0)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(at, size * share, size * share)

    def _draw_pen(self, painter: QPainter, at: QPointF) -> None:
        """A ring where the pen stands that is moved by keys, filled while it is down."""
        size = max(self.height() / 60, 8)
        painter.setBrush(INK if self.pen_is_down else Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor("black"), 5.0), (QColor("white"), 2.5)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(at, size, size)

    def _draw_lens(self, painter: QPainter, at: QPointF) -> None:
        if self._lens is None:
            return
        of, taken, _ = self._lens
        circle = QPainterPath()
        circle.addEllipse(at, self.radius, self.radius)
        painter.save()
        painter.setClipPath(circle)
        painter.fillPath(circle, QBrush(Qt.GlobalColor.black))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        corner = at + (of.topLeft() - at) * ZOOM
        painter.drawPixmap(QRectF(corner, of.size() * ZOOM), taken, QRectF(taken.rect()))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor("black"), 9.0), (QColor("white"), 5.0)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(at, self.radius, self.radius)

    def _draw_notes(self, painter: QPainter) -> None:
        """A narrow column at the right, over what is projected."""
        wide = min(max(self.width() * 0.26, 260.0), float(self.width()))
        box = QRectF(self.width() - wide, 0, wide, self.height())
        palette = self.palette()
        ground = QColor(palette.window().color())
        ground.setAlphaF(0.94)
        painter.fillRect(box, ground)
        painter.setFont(self.font())
        painter.setPen(palette.windowText().color())
        words = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        painter.drawText(box.adjusted(16, 16, -16, -16), words, self.notes)

    def sizeHint(self) -> QSize:
        """As large as what it lies over."""
        return QSize(10, 10)
