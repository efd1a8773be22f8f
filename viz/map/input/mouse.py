"""The glass over the map: it paints what is written and understands the mouse, as other 3D viewers do.

Left drag turns (in 2D it pans), right, middle or shift drag pans, the wheel zooms to the pointer, a double click flies
there, ctrl drag boxes, ctrl and shift (or alt, where the desktop does not take it) drag lassos; so does a plain drag
where a person has chosen that. A click without a drag means what is under it: a ray or its label takes that token, a
branch is returned to, a point of the path is looked at, a background point or the name of one is selected.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from engine.records import F32
from viz.camera import Camera
from viz.intents import AskNeighbours, Hover, Intent, LookAt, ReturnTo, Select, TakeToken
from viz.map.data.frame import MapFrame
from viz.map.data.picking import (
    in_box,
    in_lasso,
    nearest,
    nearest_segment,
)
from viz.map.paint import words
from viz.map.paint.labels import Composition
from viz.map.paint.overlay import Pointing

if TYPE_CHECKING:
    from viz.map.meaning_space_view import MeaningSpace

HOVER_MS = 30
SLACK = 4.0  # pixels a click may move
Mode = Literal["turn", "pan", "box", "lasso"]
Dragging = Literal["turn", "box", "lasso"]


@dataclass(frozen=True)
class Target:
    """What lies under a pixel."""

    kind: Literal["ray", "branch", "path", "point"]
    row: int  # in the fan, the branches, the path or the background


class Glass(QWidget):
    """Transparent, over the canvas. Belongs to one view, which it asks for everything."""

    def __init__(self, view: MeaningSpace, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setMouseTracking(True)
        self.setAccessibleName(words.tr("Map"))
        self.setAccessibleDescription(words.tr("Drag to turn, wheel to zoom, click a ray to take its token"))
        self.composition = Composition(())
        self._mode: Mode | None = None
        self._pressed = QPointF()
        self._last = QPointF()
        self._outline: list[tuple[float, float]] = []
        self._flew = False  # by the double click whose second release is to come
        self._looked_from: Camera | None = None  # when it was last looked what is under the pointer
        self._drifted = False  # the map moved, not the pointer
        self._at = QPointF(-1, -1)
        self._hovered: tuple[int | None, int | None] = (None, None)
        self._hover_timer = QTimer(self)
        self._hover_timer.setSingleShot(True)
        self._hover_timer.setInterval(HOVER_MS)
        self._hover_timer.timeout.connect(self._look_under)

    # -- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Compose and paint the labels for the camera as it is now."""
        view = self.view
        seen = view.seen
        if seen is None or view.theme is None:
            return
        width, height = view.view_size()
        if view.pointing.lines and view.motion.camera != self._looked_from and not self._hover_timer.isActive():
            self._drifted = True
            self._hover_timer.start()
        args = (seen, view.theme, view.motion.camera, width, height, view.label_size)
        boxes = [panel.geometry() for panel in view.panels if panel.isVisible()]
        covered = [(box.left(), box.top(), box.right(), box.bottom()) for box in boxes]
        self.composition = view.overlay.compose(*args, covered, view.pointing.share < 1.0)
        painter = QPainter(self)
        frame, theme, camera = args[:3]
        if view.canvas is None:  # nothing below has drawn the ground
            painter.fillRect(self.rect(), QColor(theme.ground))
        view.overlay.paint(
            painter,
            frame,
            theme,
            camera,
            self.composition,
            width,
            height,
            view.label_size,
            view.pointing,
            view.motion.pulse,
        )
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The stage changed its size: fit everything to it."""
        if event.type() == QEvent.Type.Resize:
            self.view.arrange()
        return False

    # -- mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag or a click begins."""
        self._flew = False
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = self._last = event.position()
        self._mode = self._mode_of(event)
        self._outline = [(event.position().x(), event.position().y())]
        self._point(())

    def _mode_of(self, event: QMouseEvent) -> Mode:
        keys = event.modifiers()
        if event.button() == Qt.MouseButton.LeftButton:
            held = keys & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
            if held == Qt.KeyboardModifier.ControlModifier:
                return "box"
            if held == (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
                return "lasso"
            if keys & Qt.KeyboardModifier.AltModifier:
                return "lasso"
            if held == Qt.KeyboardModifier.NoModifier and self.dragging != "turn":
                return self.dragging
            flat = self.view.shown is not None and self.view.shown.settings.flat
            return "pan" if flat or held else "turn"
        return "pan"

    @property
    def dragging(self) -> Dragging:
        """What a plain drag with the left button does."""
        return self.view.controls.dragging

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn, pan, outline, or look what is under the pointer."""
        at = event.position()
        moved = at - self._last
        view = self.view
        self._at, self._drifted = at, False
        if self._mode is None:
            if not self._hover_timer.isActive():
                self._hover_timer.start()
            return
        if (at - self._pressed).manhattanLength() <= SLACK and len(self._outline) < 2:
            return
        self._last = at
        camera = view.motion.destination
        if self._mode == "turn":
            view.move_camera(camera.turned(moved.x(), moved.y()))
        elif self._mode == "pan":
            view.move_camera(camera.panned(moved.x(), moved.y(), view.view_size()[1]))
        else:
            self._extend(at)
        if self._mode in ("turn", "pan"):
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
        elif mode in ("box", "lasso") and len(outline) > 2:
            self._choose(mode, outline)
        self._point(())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fly to what is there."""
        self._flew = True
        frame, target = self.view.shown, self.target(event.position().x(), event.position().y())
        if frame is None or target is None:
            return
        places = {"ray": frame.fan.end, "branch": frame.branches.end, "path": frame.path.points, "point": frame.points}
        self.view.fly_to(places[target.kind][target.row])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer."""
        at = event.position()
        self.view.zoom(0.86 ** (event.angleDelta().y() / 120.0), at.x(), at.y())
        event.accept()

    def hideEvent(self, event: QEvent) -> None:
        """Nothing is pointed at that is not seen."""
        self._hover_timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        self._hover_timer.stop()
        self._hover(None, None)
        self._point(())

    # -- what is under a pixel -------------------------------------------------------------------------------------

    def target(self, x: float, y: float) -> Target | None:
        """Label, ray, point of the path, branch or background point under a pixel, in this order."""
        frame = self.view.seen
        if frame is None or frame.layout is None:
            return None
        width, height = self.view.view_size()
        matrix = self.view.motion.camera.matrix(width, height)
        label = self.composition.at(x, y)
        if label is not None:
            found = _of_label(frame, label.kind, label.node, label.token_id)
            if found is not None:
                return found
        row = nearest(matrix, frame.fan.end, width, height, x, y, 8.0)
        if row is not None:
            return Target("ray", row)
        row = _on_path(frame, matrix, width, height, x, y)
        if row is not None:
            return Target("path", row)
        row = nearest(matrix, frame.branches.end, width, height, x, y, 8.0)
        if row is not None:
            return Target("branch", row)
        row = nearest_segment(matrix, frame.fan.start, frame.fan.end, width, height, x, y, 5.0)
        if row is not None:
            return Target("ray", row)
        row = nearest(matrix, frame.points, width, height, x, y, 7.0)
        if row is not None:
            return Target("point", row)
        row = nearest_segment(matrix, frame.branches.start, frame.branches.end, width, height, x, y, 5.0)
        if row is not None:
            return Target("branch", row)
        name = self.composition.name_at(x, y)
        return Target("point", name.index) if name is not None else None

    def _click(self, at: QPointF) -> None:
        frame, target = self.view.shown, self.target(at.x(), at.y())
        if frame is None:
            return
        category = self.view.overlay.notes.category_at(at.x(), at.y())
        if category >= 0 and frame.colours is not None and frame.colours.codes is not None:
            self.view.send(Select(tuple(np.flatnonzero(frame.colours.codes == category).tolist())))
            return
        if target is None:
            if frame.selection:
                self.view.send(Select(()))
            return
        for intent in meaning(frame, target):
            self.view.send(intent)

    def _choose(self, mode: str, outline: list[tuple[float, float]]) -> None:
        frame = self.view.shown
        if frame is None or frame.layout is None:
            return
        width, height = self.view.view_size()
        matrix = self.view.motion.camera.matrix(width, height)
        corners: F32 = np.array(outline, np.float32)
        if mode == "box":
            low, high = corners.min(axis=0), corners.max(axis=0)
            box = (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
            found = in_box(matrix, frame.points, width, height, box)
        else:
            found = in_lasso(matrix, frame.points, width, height, corners)
        self.view.send(Select(tuple(int(i) for i in found)))

    # -- hover -----------------------------------------------------------------------------------------------------

    def _look_under(self) -> None:
        frame = self.view.shown
        if frame is None or frame.layout is None or self._mode is not None:
            return
        x, y = self._at.x(), self._at.y()
        drifted, self._drifted = self._drifted, False
        target = None if drifted and self.view.motion.is_moving else self.target(x, y)
        self._looked_from = self.view.motion.camera
        token, node, row = described(frame, target)
        self._hover(token, node)
        if self.view.overlay.notes.category_at(x, y) >= 0:
            self._hover(None, None)
            self._point((words.tr("click: select all of these"),))
            return
        abandoned = target is not None and target.kind == "branch"
        ray = target.row if target is not None and target.kind == "ray" else None
        self._point(tuple(words.hover_lines(frame, token, row, abandoned, ray)))

    def _hover(self, token: int | None, node: int | None) -> None:
        if (token, node) != self._hovered:
            self._hovered = (token, node)
            self.view.send(Hover(token, node))

    def _point(self, lines: tuple[str, ...], outline: tuple[tuple[float, float], ...] = ()) -> None:
        before = self.view.pointing
        x, y = self._at.x(), self._at.y()
        boxes = [panel.geometry() for panel in self.view.panels if panel.isVisible()]
        beside = [box.left() for box in boxes if box.left() > x and y < box.bottom()]
        right = float(min(beside, default=math.inf))
        made = Pointing(lines, self._at.x(), self._at.y(), outline, before.share, right)
        if made.lines or made.outline or before.lines or before.outline:
            self.view.pointing = made
            self.update()
        at_rest = Qt.CursorShape.ArrowCursor if self.dragging == "turn" else Qt.CursorShape.CrossCursor
        self.setCursor(Qt.CursorShape.PointingHandCursor if lines else at_rest)


def _on_path(frame: MapFrame, matrix: F32, width: float, height: float, x: float, y: float) -> int | None:
    """The point of the path under a pixel; where several share a place, the current one, else the latest."""
    row = nearest(matrix, frame.path.points, width, height, x, y, 9.0)
    if row is None:
        return None
    same = np.flatnonzero((frame.path.points == frame.path.points[row]).all(axis=1))
    return frame.current if frame.current in same else int(same[-1])


def _of_label(frame: MapFrame, kind: str, node: int, token: int) -> Target | None:
    if kind == "fan":
        rows = np.flatnonzero((frame.fan.nodes == node) & (frame.fan.token_ids == token))
        return Target("ray", int(rows[0])) if len(rows) else None
    rows = np.flatnonzero(frame.path.nodes == node)
    return Target("path", int(rows[0])) if len(rows) else None


def meaning(frame: MapFrame, target: Target) -> list[Intent]:
    """What a click on something asks the app to do."""
    if target.kind == "ray":
        return [TakeToken(int(frame.fan.nodes[target.row]), int(frame.fan.token_ids[target.row]))]
    if target.kind == "branch":
        return [ReturnTo(int(frame.branches.nodes[target.row]))]
    if target.kind == "path":
        return [LookAt(int(frame.path.positions[target.row]))]
    return [Select((target.row,)), AskNeighbours(frame.space, target.row)]


def described(frame: MapFrame, target: Target | None) -> tuple[int | None, int | None, int | None]:
    """(token id, node, row of the path) of what is under the pointer."""
    if target is None or frame.background is None:
        return None, None, None
    if target.kind == "ray":
        return int(frame.fan.token_ids[target.row]), None, None
    if target.kind == "branch":
        return int(frame.branches.token_ids[target.row]), int(frame.branches.nodes[target.row]), None
    if target.kind == "path":
        return int(frame.path.token_ids[target.row]), int(frame.path.nodes[target.row]), target.row
    return int(frame.background.token_ids[target.row]), None, None
