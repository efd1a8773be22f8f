"""Path and marks as vectors: what fades must not become solid in a PDF, whose readers show no masks of gradients."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from tests.helpers.map_stage import pixels
from tests.helpers.runs import branched
from viz.camera import Camera
from viz.map.data.frame import map_frame
from viz.map.data.settings import Settings
from viz.map.paint.pieces import marks, segments
from viz.map.paint.vectors import paint_marks, paint_segments
from viz.theme import rgb, theme
from viz.ui_state import UiState

W, H = 640.0, 480.0
MATRIX = Camera().matrix(W, H)
PRINT = theme("print")


def painted(painter: QPainter) -> None:
    frame = map_frame(branched(), UiState(), Settings(path_colour="surprisal", path_line="sentence means"))
    paint_segments(painter, segments(frame, PRINT), MATRIX, W, H)
    paint_marks(painter, marks(frame, PRINT, np.zeros(0, np.int64)), rgb(PRINT.ground), MATRIX, W, H)


def test_nothing_in_a_pdf_needs_a_soft_mask(qapp: QApplication) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painted(painter)
    painter.end()
    written = bytes(buffer.data().data())
    assert b"/ShadingType" in written  # colours do change along a piece
    assert b"/ca " in written  # and what is faint is faint
    assert b"/SMask" not in written.replace(b"/SMask /None", b"")


def test_a_glow_made_of_discs_falls_off_smoothly_to_nothing(qapp: QApplication) -> None:
    image = QImage(200, 200, QImage.Format.Format_RGBA8888)
    image.fill(QColor("white"))
    painter = QPainter(image)
    frame = map_frame(branched(), UiState(), Settings())
    every = marks(frame, PRINT, np.zeros(0, np.int64))
    row = [int(np.argmax(every.look[:, 2]))]
    one = type(every)(np.zeros((1, 3), np.float32), every.colour[row], every.look[row])
    paint_marks(painter, one, rgb(PRINT.ground), Camera().matrix(200, 200), 200, 200)
    painter.end()
    radius = float(one.look[0, 0]) / 2
    grey = pixels(image)[100, 100:, 1].astype(int)
    glow = grey[int(radius) + 2 : int(radius * 4) + 2]
    assert (np.diff(glow) >= 0).all()
    assert np.diff(glow).max() < 40
    assert glow[0] < 230
    assert grey[int(radius * 4) + 3] == 255
