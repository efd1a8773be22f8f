"""Selecting with a box or a lasso by keyboard: what its keys do, and what is said of it while it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt

from viz.map.data.keyed_outline import FINE, STEP, KeyedOutline, Kind, Pixel
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected

MOVES = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
SIZES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Hands:
    """What drawing by key uses of the map."""

    size: Callable[[], tuple[float, float]]
    place: Callable[[], Pixel | None]  # of what the keyboard points at
    count: Callable[[Kind, tuple[Pixel, ...]], int]  # points within
    show: Callable[[KeyedOutline | None, tuple[str, ...]], None]  # over the map, and said
    take: Callable[[Kind, tuple[Pixel, ...]], None]  # select what is within


class Outlining:
    """`outline` is what is drawn now, None where nothing is."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.outline: KeyedOutline | None = None

    def begin(self, kind: Kind) -> None:
        """Draw around what the keyboard points at, or around the middle."""
        width, height = self._hands.size()
        at = self._hands.place() or (width / 2, height / 2)
        self._show(KeyedOutline.begun(kind, at, width, height))

    def drop(self) -> None:
        """Draw nothing any more, and select nothing."""
        if self.outline is not None:
            self.outline = None
            self._hands.show(None, ())

    def go_to(self, at: Pixel) -> bool:
        """Something else is pointed at: go there; whether anything is drawn."""
        if self.outline is not None:
            self._show(self.outline.around(at))
        return self.outline is not None

    def pressed(self, key: Qt.Key, shift: bool) -> bool:
        """Act on a key; False where nothing is drawn, or the key means nothing to it."""
        outline = self.outline
        if outline is None:
            return False
        if key in MOVES:
            right, down = MOVES[key]
            if shift and outline.kind == "box":
                self._show(outline.sized(STEP * right, -STEP * down))
            else:
                step = FINE if shift else STEP
                self._show(outline.moved(step * right, step * down))
        elif key in SIZES and outline.kind == "box":
            self._show(outline.sized(STEP * SIZES[key], STEP * SIZES[key]))
        elif key in TAKES:
            self.drop()
            self._hands.take(outline.kind, outline.corners)
        elif key == Qt.Key.Key_Escape:
            self.drop()
        else:
            return False
        return True

    def _show(self, outline: KeyedOutline) -> None:
        self.outline = outline
        n = self._hands.count(outline.kind, outline.corners)
        said = plural(translate("Map", "{n} point(s) within", "", n), n).format(n=f"{n:,}")
        self._hands.show(outline, (said, what_to_do(outline.kind)))


def what_to_do(kind: Kind) -> str:
    """Which keys do what."""
    if kind == "box":
        return translate("Map", "arrow keys: move · Shift + arrow keys or + / −: size · Enter: select · Esc: cancel")
    return translate("Map", "arrow keys: draw (Shift: finely) · Enter: select · Esc: cancel")
