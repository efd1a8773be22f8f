"""The mouse on the map, as other 3D viewers have it.

Left drag turns (in 2D it pans), right, middle or shift drag pans, the wheel zooms to the pointer, a double click flies
there, ctrl drag boxes, ctrl and shift (or alt, where the desktop does not take it) drag lassos; so does a plain drag
where a person has chosen that. A click without a drag means what is under it: a ray or its label takes that token, a
continuation of the look-ahead tree is taken whole (the right button pins it), a branch is returned to, a point of the
path is looked at, a background point or the name of one is selected.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from engine.records import F32
from viz import ahead_words
from viz.camera import Camera, project
from viz.charts.speech import announce
from viz.intents import Hover, Intent, Select
from viz.map.data.frame import MapFrame
from viz.map.data.keyed_outline import KeyedOutline
from viz.map.data.picking import Indices, in_box, in_lasso
from viz.map.data.pointing import Pointing
from viz.map.data.sentences import Sentence, sentence_of
from viz.map.input.dragging import Dragging
from viz.map.input.outlining import Hands, Outlining
from viz.map.input.stepping import beside, things
from viz.map.input.targets import Sight, Target, described, meaning, named_by_legend, pinning, place_of
from viz.map.paint import along_words, hover_words, loss_words, path_words
from viz.map.paint.glass import Glass
from viz.map.paint.overlay import Overlay
from viz.map.viewport import Viewport
from viz.plural import plural
from viz.token_text import shown

translate = QCoreApplication.translate  # by this name its texts are collected

HOVER_MS = 30
SLACK = 4.0  # pixels a click may move
Mode = Literal["turn", "pan", "box", "lasso"]


class MouseGlass(Glass):
    """The glass that understands the mouse. `dragging` says what a plain drag with the left button does."""

    pressed = Signal()

    def __init__(
        self,
        parent: QWidget,
        viewport: Viewport,
        overlay: Overlay,
        covered: Callable[[], Sequence[QRect]],
        send: Callable[[Intent], None],
        dragging: Callable[[], Dragging],
    ) -> None:
        super().__init__(parent, viewport, overlay, covered)
        self._send, self._dragging = send, dragging
        self.setMouseTracking(True)
        self.setAccessibleName(translate("Map", "Map"))
        self.setAccessibleDescription(
            translate("Map", "Drag to rotate, wheel to zoom, click a ray to continue the text with its token")
        )
        self._mode: Mode | None = None
        self._pressed = QPointF()
        self._last = QPointF()
        self._outline: list[tuple[float, float]] = []
        self._flew = False  # by the double click whose second release is to come
        self._looked_from: Camera | None = None  # when it was last looked what is under the pointer
        self._drifted = False  # the map moved, not the pointer
        self._at = QPointF(-1, -1)
        self._hovered = Hover()
        self._keyed: Target | None = None  # what the keyboard points at
        self.outlining = Outlining(
            Hands(viewport.size, self._keyed_place, self._count, self._show_keyed, self._choose_keyed_outline)
        )
        self._hover_timer = QTimer(self)
        self._hover_timer.setSingleShot(True)
        self._hover_timer.setInterval(HOVER_MS)
        self._hover_timer.timeout.connect(self._look_under)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and look anew what is under the pointer where the map has moved under it."""
        viewport = self.viewport
        if viewport.pointing.lines and viewport.motion.camera != self._looked_from and not self._hover_timer.isActive():
            self._drifted = True
            self._hover_timer.start()
        super().paintEvent(event)

    # -- pressing, dragging, releasing ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag or a click begins."""
        self._flew = False
        self.outlining.drop()
        self.pressed.emit()
        self._pressed = self._last = event.position()
        self._mode = self._mode_of(event)
        self._outline = [(event.position().x(), event.position().y())]
        self._point(())

    def _mode_of(self, event: QMouseEvent) -> Mode:
        keys = event.modifiers()
        if event.button() != Qt.MouseButton.LeftButton:
            return "pan"
        held = keys & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if held == Qt.KeyboardModifier.ControlModifier:
            return "box"
        if held == (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            return "lasso"
        if keys & Qt.KeyboardModifier.AltModifier:
            return "lasso"
        chosen = self._dragging()
        if held == Qt.KeyboardModifier.NoModifier and chosen != "turn":
            return chosen
        return "pan" if self.viewport.is_flat or held else "turn"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn, pan, outline, or look what is under the pointer."""
        at = event.position()
        moved = at - self._last
        if self.outlining.outline is None:
            self._at = at
        self._drifted = False
        if self._mode is None:
            if not self._hover_timer.isActive():
                self._hover_timer.start()
            return
        if (at - self._pressed).manhattanLength() <= SLACK and len(self._outline) < 2:
            return
        self._last = at
        if self._mode in ("box", "lasso"):
            self._extend(at)
            return
        move = self.viewport.turn if self._mode == "turn" else self.viewport.pan
        move(moved.x(), moved.y())
        self._outline.append((at.x(), at.y()))

    def _extend(self, at: QPointF) -> None:
        if self._mode == "box":
            x0, y0 = self._pressed.x(), self._pressed.y()
            self._outline = [(x0, y0), (at.x(), y0), (at.x(), at.y()), (x0, at.y())]
        else:
            self._outline.append((at.x(), at.y()))
        self._point((), outline=tuple(self._outline))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A drag ends, or a click is done."""
        mode, self._mode = self._mode, None
        if self._flew:  # the first release of the two has done what a click does
            self._flew = False
            return
        clicked = (event.position() - self._pressed).manhattanLength() <= SLACK and len(self._outline) < 2
        outline, self._outline = self._outline, []
        if clicked and event.button() == Qt.MouseButton.LeftButton:
            self._click(event.position())
        elif clicked and event.button() == Qt.MouseButton.RightButton and self.viewport.frame is not None:
            for intent in pinning(self.viewport.frame, self.target(event.position().x(), event.position().y())):
                self._send(intent)
        elif mode in ("box", "lasso") and len(outline) > 2:
            self._choose(mode, outline)
        self._point(())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fly to what is there."""
        self._flew = True
        frame, target = self.viewport.frame, self.target(event.position().x(), event.position().y())
        if frame is not None and target is not None:
            self.viewport.fly_to(place_of(frame, target), target.row if target.kind == "point" else None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer."""
        at = event.position()
        self.viewport.zoom(0.86 ** (event.angleDelta().y() / 120.0), at.x(), at.y())
        event.accept()

    def hideEvent(self, event: QEvent) -> None:
        """Nothing is pointed at that is not seen."""
        self._hover_timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        self._hover_timer.stop()
        self._hover(Hover())
        if self.outlining.outline is None:
            self._point(())

    # -- what a click and an outline mean ------------------------------------------------------------------------

    def target(self, x: float, y: float) -> Target | None:
        """What lies under a pixel."""
        frame = self.viewport.seen
        if frame is None or frame.layout is None:
            return None
        return Sight(frame, self.composition, self.viewport.matrix(), *self.viewport.size()).at(x, y)

    def _click(self, at: QPointF) -> None:
        frame, target = self.viewport.frame, self.target(at.x(), at.y())
        if frame is None:
            return
        category = self.overlay.statement.category_at(at.x(), at.y())
        if category >= 0 and frame.colours is not None and frame.colours.codes is not None:
            self._send(Select(tuple(np.flatnonzero(frame.colours.codes == category).tolist())))
            return
        named = self.overlay.paths.name_at(at.x(), at.y())
        if named is not None:
            self._send(named_by_legend(frame, named))
            return
        if target is None:
            if frame.selection:
                self._send(Select(()))
            return
        for intent in meaning(frame, target):
            self._send(intent)

    def _choose(self, mode: Mode, outline: Sequence[tuple[float, float]]) -> None:
        if self.viewport.frame is not None and self.viewport.frame.layout is not None:
            self._send(Select(tuple(int(i) for i in self._within(mode, outline))))

    def _within(self, mode: Mode, outline: Sequence[tuple[float, float]]) -> Indices:
        """The background points that are seen within an outline."""
        frame = self.viewport.frame
        if frame is None or len(outline) < 3:
            return np.zeros(0, np.int64)
        (width, height), matrix = self.viewport.size(), self.viewport.matrix()
        corners: F32 = np.array(outline, np.float32)
        if mode == "box":
            low, high = corners.min(axis=0), corners.max(axis=0)
            box = (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
            return in_box(matrix, frame.points, width, height, box)
        return in_lasso(matrix, frame.points, width, height, corners)

    # -- an outline that is drawn by keys --------------------------------------------------------------------------

    def _keyed_place(self) -> tuple[float, float] | None:
        return None if self._keyed is None else (self._at.x(), self._at.y())

    def _count(self, mode: Mode, outline: Sequence[tuple[float, float]]) -> int:
        return len(self._within(mode, outline))

    def _show_keyed(self, outline: KeyedOutline | None, said: tuple[str, ...]) -> None:
        """Draw it, and say what is within it."""
        if outline is None:
            self._point(())
            return
        self._at = QPointF(outline.x + outline.half_wide, outline.y + outline.half_tall)
        self._point(said, outline=outline.corners)
        announce(self.parentWidget() or self, "\n".join(said))

    def _choose_keyed_outline(self, mode: Mode, outline: Sequence[tuple[float, float]]) -> None:
        n = self._count(mode, outline)
        self._choose(mode, outline)
        said = plural(translate("Map", "{n} point(s) selected", "", n), n).format(n=f"{n:,}")
        announce(self.parentWidget() or self, said)

    # -- hover -----------------------------------------------------------------------------------------------------

    def _look_under(self) -> None:
        frame = self.viewport.frame
        if frame is None or frame.layout is None or self._mode is not None or self.outlining.outline is not None:
            return
        x, y = self._at.x(), self._at.y()
        drifted, self._drifted = self._drifted, False
        target = None if drifted and self.viewport.motion.is_moving else self.target(x, y)
        self._looked_from = self.viewport.motion.camera
        self._keyed = None
        self._tell(frame, target, x, y)

    def step_to(self, step: int) -> bool:
        """Point at the next thing that can be chosen, or the one before, by the keyboard; whether there was one."""
        frame = self.viewport.frame
        target = beside(things(frame), self._keyed, step) if frame is not None and frame.layout is not None else None
        if frame is None or target is None:
            return False
        pixels, _ = project(self.viewport.matrix(), place_of(frame, target).reshape(1, 3), *self.viewport.size())
        self._at, self._keyed = QPointF(float(pixels[0, 0]), float(pixels[0, 1])), target
        if self.outlining.go_to((self._at.x(), self._at.y())):
            return True
        self._tell(frame, target, -1, -1)
        announce(self.parentWidget() or self, "\n".join(self.viewport.pointing.lines))
        return True

    def choose_keyed(self, pins: bool = False) -> bool:
        """Do what a click on what the keyboard points at does, or a right click (`pins`); whether there was one."""
        frame, target = self.viewport.frame, self._keyed
        if frame is None or target is None or target not in things(frame):
            return False
        for intent in pinning(frame, target) if pins else meaning(frame, target):
            self._send(intent)
        return True

    def _tell(self, frame: MapFrame, target: Target | None, x: float, y: float) -> None:
        """Say what something is, and what a click on it does; (x, y): the pointer, for legends."""
        token, node, row = described(frame, target)
        point = target.row if target is not None and target.kind == "point" else None
        self._hover(Hover(token, node, point))
        if self.overlay.statement.category_at(x, y) >= 0:
            self._hover(Hover())
            self._point((translate("Map", "click to select all of these"),))
            return
        if self.overlay.paths.name_at(x, y) is not None:
            self._hover(Hover())
            self._point((translate("Map", "click to single this path out, or to show all alike again"),))
            return
        if target is not None and target.kind == "further":
            spots = frame.further.spots
            trail = frame.further.trail(int(spots.item[target.row]), int(spots.sample[target.row]))
            self._point(tuple(path_words.spot_lines(frame, target.row)), trail=trail)
            return
        if target is not None and target.kind == "mean":
            self._point(tuple(hover_words.mean_lines(frame, target.row)))
            return
        if target is not None and target.kind == "ahead":
            tree, row = frame.ahead.tree, int(frame.ahead.rows[target.row])
            said = (*ahead_words.facts(frame.vocabulary, tree, row), ahead_words.what_to_do(tree, row))
            self._point(said, trail=frame.ahead.trail(target.row))
            return
        abandoned = target is not None and target.kind == "branch"
        ray = target.row if target is not None and target.kind == "ray" else None
        lines, sentence = hover_words.hover_lines(frame, token, row, abandoned, ray), None
        if target is not None and target.kind == "point" and frame.background is not None:
            sentence = sentence_of(frame.background, frame.vocabulary, target.row)
            if frame.background.names is not None:
                lines.append(shown(frame.background.names, target.row))
            lines += hover_words.place_lines(frame.background, target.row)
            if frame.losses is not None:
                lines += loss_words.of_point(frame.losses, target.row)
            if frame.direction is not None:
                lines += along_words.of_point(frame.direction, target.row)
        self._point(tuple(lines), sentence=sentence)

    def _hover(self, over: Hover) -> None:
        if over != self._hovered:
            self._hovered = over
            self._send(over)

    def _point(
        self,
        lines: tuple[str, ...],
        outline: tuple[tuple[float, float], ...] = (),
        sentence: Sentence | None = None,
        trail: F32 | None = None,
    ) -> None:
        before = self.viewport.pointing
        x, y = self._at.x(), self._at.y()
        beside = [box.left() for box in self.covered() if box.left() > x and y < box.bottom()]
        right = float(min(beside, default=math.inf))
        made = Pointing(lines, sentence, x, y, outline, trail, before.share, right)
        if made.lines or made.outline or before.lines or before.outline:
            self.viewport.pointing = made
            self.update()
        at_rest = Qt.CursorShape.ArrowCursor if self._dragging() == "turn" else Qt.CursorShape.CrossCursor
        self.setCursor(Qt.CursorShape.PointingHandCursor if lines else at_rest)
