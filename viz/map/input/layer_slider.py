"""Sliding through the layers, by hand or by itself: the next layer is asked for when the points have come to rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget

from viz.map.data.frame import MapFrame
from viz.plain import set_tip

translate = QCoreApplication.translate  # by this name its texts are collected

LOOK_MS = 60  # between two looks whether the next layer may come
WIDE = 120  # logical pixels of the slider


class LayerSlider(QWidget):
    """A slider and a button that plays it. Its value is that of the layer's box."""

    def __init__(self, is_moving: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_moving = is_moving
        self._frame: MapFrame | None = None
        self.slider, self.play = QSlider(Qt.Orientation.Horizontal), QToolButton()
        self.slider.setAccessibleName(translate("Map", "Slide through the layers"))
        self.slider.setPageStep(5)
        self.slider.setMinimumWidth(WIDE)
        set_tip(
            self.slider,
            translate(
                "Map",
                "Slide through the layers. Layers that were laid out together (“Fit layout”, with AlignedUMAP's "
                "optimiser) lie over each other as they are; any other layer's layout is turned onto its neighbour's "
                "(Procrustes: rotated or mirrored as a whole). So points move only where the states do. A layer that "
                "is not there yet is computed first.",
            ),
        )
        self.play.setCheckable(True)
        self.play.setText("▶")
        self.play.setAccessibleName(translate("Map", "Play through the layers"))
        set_tip(self.play, translate("Map", "Play through the layers, from the one shown to the last"))
        self.play.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.play)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._go_on)
        self.play.toggled.connect(self._play)

    def show_frame(self, frame: MapFrame) -> None:
        """Know what is shown; another kind of space ends the playing."""
        self._frame = frame
        if frame.wanted.kind != "resid":
            self.play.setChecked(False)

    def _play(self, on: bool) -> None:
        self.play.setText("■" if on else "▶")
        if not on:
            self._timer.stop()
            return
        if self.slider.value() >= self.slider.maximum():
            self.slider.setValue(self.slider.minimum())
        self._timer.start()

    def _go_on(self) -> None:
        frame = self._frame
        if frame is None or frame.space != frame.wanted or frame.layout is None or self._is_moving():
            return
        if self.slider.value() >= self.slider.maximum():
            self.play.setChecked(False)
            return
        self.slider.setValue(self.slider.value() + 1)
