"""What the keys of a 3D viewer do on the map: arrows turn (or pan in 2D), + and - zoom, letters switch.

J and K go through what a click would choose, Enter chooses it, P pins it. B and L begin a box and a lasso, which the
arrow keys move and draw, and Enter takes (`outlining`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from viz.intents import Intent, Select, ShowAnalogy
from viz.map.data.frame import MapFrame
from viz.map.data.keyed_outline import Kind
from viz.map.input.dragging import DragBox
from viz.map.input.outlining import TAKES, Outlining
from viz.map.viewport import Viewport

TURNS = {
    Qt.Key.Key_Left: (14, 0),
    Qt.Key.Key_Right: (-14, 0),
    Qt.Key.Key_Up: (0, 14),
    Qt.Key.Key_Down: (0, -14),
}  # logical pixels of a drag that does the same
ZOOMS = {Qt.Key.Key_Plus: 0.86, Qt.Key.Key_Equal: 0.86, Qt.Key.Key_Minus: 1 / 0.86}
STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
DRAGS: dict[Qt.Key, Kind] = {Qt.Key.Key_B: "box", Qt.Key.Key_L: "lasso"}


@dataclass(frozen=True)
class Keys:
    """The keys of one view: what they act on."""

    viewport: Viewport
    drag_box: DragBox
    send: Callable[[Intent], None]
    set_option: Callable[[str, Any], None]
    search: Callable[[], None]  # puts the keyboard into the search box
    step_to: Callable[[int], bool]  # the next thing that can be chosen (1), or the one before (-1)
    choose: Callable[[bool], bool]  # it; True: pin it
    outlining: Outlining

    def pressed(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it means nothing here."""
        frame = self.viewport.frame
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if frame is None or held:
            return False
        key = Qt.Key(event.key())
        return (
            self._outlined(key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            or self._moved(key)
            or self._chosen(key)
            or self._switched(frame, key)
            or (key == Qt.Key.Key_Escape and self._let_go(frame))
        )

    def _outlined(self, key: Qt.Key, shift: bool) -> bool:
        """Keys that draw a box or a lasso; once it is taken or dropped they turn the map again."""
        dragging = self.drag_box.dragging
        if self.outlining.pressed(key, shift):
            if self.outlining.outline is None:
                self.drag_box.choose("turn")
            return True
        if dragging != "turn" and key in TAKES:
            self.outlining.begin(dragging)
            return True
        return False

    def _moved(self, key: Qt.Key) -> bool:
        """Keys that move the camera."""
        viewport = self.viewport
        if key in TURNS:
            dx, dy = TURNS[key]
            if viewport.is_flat:
                viewport.pan(dx * 3, dy * 3)
            else:
                viewport.turn(-dx, dy)
        elif key in ZOOMS:
            width, height = viewport.size()
            viewport.zoom(ZOOMS[key], width / 2, height / 2)
        elif key == Qt.Key.Key_R:
            viewport.go_home()
        else:
            return False
        return True

    def _chosen(self, key: Qt.Key) -> bool:
        """Keys that go through what a click would choose, and choose it."""
        if key in STEPS:
            return self.step_to(STEPS[key])
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_P):
            return self.choose(key == Qt.Key.Key_P)
        return False

    def _switched(self, frame: MapFrame, key: Qt.Key) -> bool:
        """Keys that change what is shown, and what a drag does."""
        if key == Qt.Key.Key_T:
            self.set_option("turntable", not frame.settings.turntable)
        elif key == Qt.Key.Key_F:
            self.set_option("follow", not frame.settings.follow)
        elif key == Qt.Key.Key_D:
            self.set_option("density", not frame.settings.density)
        elif key == Qt.Key.Key_N:
            self.set_option("true_lines", not frame.settings.true_lines)
        elif key in (Qt.Key.Key_2, Qt.Key.Key_3):
            self.set_option("dimensions", "2D" if key == Qt.Key.Key_2 else "3D")
        elif key in DRAGS:
            self._drag(frame, DRAGS[key])
        elif key == Qt.Key.Key_Slash:
            self.search()
        else:
            return False
        return True

    def _drag(self, frame: MapFrame, wanted: Kind) -> None:
        """Have a drag outline what is selected, and begin an outline for the keys; or neither any more."""
        begins = self.drag_box.dragging != wanted
        self.drag_box.choose(wanted if begins else "turn")
        if begins and frame.layout is not None:
            self.outlining.begin(wanted)
        else:
            self.outlining.drop()

    def _let_go(self, frame: MapFrame) -> bool:
        """Escape: first the selection goes, then an analogy's arrows, then a drag turns the map again."""
        if frame.selection:
            self.send(Select(()))
        elif frame.analogy is not None:
            self.send(ShowAnalogy(None))
        elif self.drag_box.dragging != "turn":
            self.drag_box.choose("turn")
        else:
            return False
        return True
