"""What the keys of a 3D viewer do on the map: arrows turn (or pan in 2D), + and - zoom, letters switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from viz.intents import Select, SetOption
from viz.map.data.frame import MapFrame
from viz.map.input.mouse import Dragging

if TYPE_CHECKING:
    from viz.map.meaning_space_view import MeaningSpace

TURNS = {
    Qt.Key.Key_Left: (14, 0),
    Qt.Key.Key_Right: (-14, 0),
    Qt.Key.Key_Up: (0, 14),
    Qt.Key.Key_Down: (0, -14),
}  # logical pixels of a drag that does the same
ZOOMS = {Qt.Key.Key_Plus: 0.86, Qt.Key.Key_Equal: 0.86, Qt.Key.Key_Minus: 1 / 0.86}
DRAGS: dict[Qt.Key, Dragging] = {Qt.Key.Key_B: "box", Qt.Key.Key_L: "lasso"}


def pressed(view: MeaningSpace, event: QKeyEvent) -> bool:
    """Act on a key; False where it means nothing here."""
    frame = view.shown
    if frame is None or event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    key = Qt.Key(event.key())
    return (
        _moved(view, frame, key) or _switched(view, frame, key) or (key == Qt.Key.Key_Escape and _let_go(view, frame))
    )


def _moved(view: MeaningSpace, frame: MapFrame, key: Qt.Key) -> bool:
    """Keys that move the camera."""
    width, height = view.view_size()
    if key in TURNS:
        dx, dy = TURNS[key]
        camera = view.motion.destination
        flat = frame.settings.flat
        view.move_camera(camera.panned(dx * 3, dy * 3, height) if flat else camera.turned(-dx, dy))
    elif key in ZOOMS:
        view.zoom(ZOOMS[key], width / 2, height / 2)
    elif key == Qt.Key.Key_R:
        view.go_home()
    else:
        return False
    return True


def _switched(view: MeaningSpace, frame: MapFrame, key: Qt.Key) -> bool:
    """Keys that change what is shown, and what a drag does."""
    if key == Qt.Key.Key_T:
        view.send(SetOption(view.name, "turntable", not frame.settings.turntable))
    elif key == Qt.Key.Key_F:
        view.send(SetOption(view.name, "follow", not frame.settings.follow))
    elif key in (Qt.Key.Key_2, Qt.Key.Key_3):
        view.send(SetOption(view.name, "dimensions", "2D" if key == Qt.Key.Key_2 else "3D"))
    elif key in DRAGS:
        wanted = DRAGS[key]
        view.controls.set_dragging("turn" if view.controls.dragging == wanted else wanted)
    elif key == Qt.Key.Key_Slash:
        view.controls.search.setFocus()
    else:
        return False
    return True


def _let_go(view: MeaningSpace, frame: MapFrame) -> bool:
    """Escape: first the selection goes, then a drag turns the map again."""
    if frame.selection:
        view.send(Select(()))
    elif view.controls.dragging != "turn":
        view.controls.set_dragging("turn")
    else:
        return False
    return True
