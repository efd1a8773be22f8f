"""What the keys of a 3D viewer do on the map: arrows turn (or pan in 2D), + and - zoom, letters switch.

J and K go through what a click would choose, Enter chooses it, P pins it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from viz.intents import Intent, Select, ShowAnalogy
from viz.map.data.frame import MapFrame
from viz.map.input.dragging import DragBox, Dragging
from viz.map.viewport import Viewport

TURNS = {
    Qt.Key.Key_Left: (14, 0),
    Qt.Key.Key_Right: (-14, 0),
    Qt.Key.Key_Up: (0, 14),
    Qt.Key.Key_Down: (0, -14),
}  # logical pixels of a drag that does the same
ZOOMS = {Qt.Key.Key_Plus: 0.86, Qt.Key.Key_Equal: 0.86, Qt.Key.Key_Minus: 1 / 0.86}
STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
DRAGS: dict[Qt.Key, Dragging] = {Qt.Key.Key_B: "box", Qt.Key.Key_L: "lasso"}


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

    def pressed(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it means nothing here."""
        frame = self.viewport.frame
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if frame is None or held:
            return False
        key = Qt.Key(event.key())
        return (
            self._moved(key)
            or self._chosen(key)
            or self._switched(frame, key)
            or (key == Qt.Key.Key_Escape and self._let_go(frame))
        )

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
            wanted = DRAGS[key]
            self.drag_box.choose("turn" if self.drag_box.dragging == wanted else wanted)
        elif key == Qt.Key.Key_Slash:
            self.search()
        else:
            return False
        return True

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
