"""Pictures of matrices: values to colours by a table.

Cells that hold nothing are no zeros: they take a colour of their own, which no value has. Where cells are smaller than
pixels, `matrix_pyramid` makes the matrix smaller first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from engine.records import F32
from viz.charts.colours import lookup
from viz.lab import QT_TRANSLATE_NOOP
from viz.theme import rgb

Mode = Literal["linear", "square root", "log"]
MODES: tuple[Mode, ...] = ("linear", "square root", "log")
MODE_WORDS = (  # as they are shown
    QT_TRANSLATE_NOOP("Colouring", "linear"),
    QT_TRANSLATE_NOOP("Colouring", "square root"),
    QT_TRANSLATE_NOOP("Colouring", "log"),
)
U32 = npt.NDArray[np.uint32]
LOWEST = 1e-4  # of the highest value: where a logarithmic scale ends
EMPTY = 256  # index of the colour of cells that hold nothing


def mode_in_words(mode: str) -> str:
    """How values become colours, in the person's language."""
    return QCoreApplication.translate("Colouring", MODE_WORDS[MODES.index(mode)])


@dataclass(frozen=True)
class Colouring:
    """How values become colours. Signed: symmetric around 0."""

    stops: tuple[str, ...]
    empty: str  # colour of cells that hold nothing; "" leaves them transparent
    high: float
    mode: Mode = "linear"
    signed: bool = False

    @property
    def low(self) -> float:
        """The value of the first colour."""
        if self.signed:
            return -self.high
        return self.high * LOWEST if self.mode == "log" else 0.0

    def indices(self, values: F32) -> npt.NDArray[np.uint16]:
        """Colour numbers 0..255 of `values` (any shape), `EMPTY` for NaN."""
        high = max(self.high, 1e-12)
        with np.errstate(invalid="ignore", divide="ignore"):
            share = np.asarray(values / np.float32(high), dtype=np.float32)
            part: F32
            if self.signed:
                part = np.asarray((share + 1) / 2, dtype=np.float32)
            elif self.mode == "log":
                part = np.asarray(1 - np.log(np.maximum(share, LOWEST)) / np.float32(np.log(LOWEST)), dtype=np.float32)
            else:
                part = (
                    np.asarray(np.sqrt(np.maximum(share, 0)), dtype=np.float32) if self.mode == "square root" else share
                )
            steps = np.clip(part * 255 + 0.5, 0, 255)
            empty = np.isnan(steps)
        return np.where(empty, np.float32(EMPTY), steps).astype(np.uint16)

    def table(self) -> U32:
        """[257] 0xAARRGGBB of each number."""
        red, green, blue = np.round(rgb(self.empty or "#000000") * 255).astype(np.uint8)
        colours = np.vstack([lookup(self.stops), [[red, green, blue]]]).astype(np.uint32)  # [257, 3]
        table = np.asarray(0xFF000000 | colours[:, 0] << 16 | colours[:, 1] << 8 | colours[:, 2], dtype=np.uint32)
        if not self.empty:
            table[EMPTY] = 0
        return table


def image_of(values: F32, colouring: Colouring) -> QImage:
    """[rows, columns] values as an image of one pixel each."""
    pixels = np.ascontiguousarray(colouring.table()[colouring.indices(values)])
    height, width = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32).copy()
