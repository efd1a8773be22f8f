"""Other programs that make pixels of a figure's PDF and SVG, and how far two pictures are from each other.

Letters and lines are smoothed by each renderer in its own manner, so pictures are compared by the means of small
squares: what is missing, opaque, elsewhere or of another colour changes these; the rims of letters hardly do.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

from engine.records import F32

SQUARE = 8  # pixels a side


@dataclass(frozen=True)
class Renderer:
    """A program, the ending it reads, and its arguments for (file, picture, width, height, dots per inch)."""

    program: str
    suffix: str
    arguments: Callable[[str, str, int, int, float], tuple[str, ...]]

    @property
    def is_here(self) -> bool:
        """Whether it is installed."""
        return shutil.which(self.program) is not None

    def render(self, figure: Path, width: int, height: int, dpi: float) -> QImage:
        """The picture it makes of a figure, on white where the figure has no ground.

        Raises:
            subprocess.CalledProcessError: it fails. AssertionError: it writes no picture of that size.
        """
        made = figure.with_suffix(f".{self.program}.png")
        arguments = self.arguments(str(figure.with_suffix(self.suffix)), str(made), width, height, dpi)
        subprocess.run([self.program, *arguments], check=True, capture_output=True, timeout=60)
        picture = on_white(QImage(str(made)))
        assert (picture.width(), picture.height()) == (width, height), f"{made.name}: {picture.size().toTuple()}"
        return picture


RENDERERS = {
    "poppler": Renderer(
        "pdftoppm", ".pdf",
        lambda figure, made, width, height, _dpi: (
            "-png", "-singlefile", "-scale-to-x", str(width), "-scale-to-y", str(height), figure,
            made.removesuffix(".png"),
        ),
    ),
    "Ghostscript": Renderer(
        "gs", ".pdf",
        lambda figure, made, width, height, dpi: (
            "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=png16m", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4",
            f"-r{dpi:g}", f"-g{width}x{height}", f"-sOutputFile={made}", figure,
        ),
    ),
    "librsvg": Renderer(
        "rsvg-convert", ".svg",
        lambda figure, made, width, height, _dpi: ("-w", str(width), "-h", str(height), "-o", made, figure),
    ),
}  # fmt: skip


def on_white(image: QImage) -> QImage:
    """The picture on white paper."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def squares(image: QImage) -> F32:
    """[rows, columns, 3] mean red, green and blue of squares, 0..255; a rest at the right and below is left out."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    rows, columns = image.height() // SQUARE, image.width() // SQUARE
    pixels = lines[: rows * SQUARE, : columns * SQUARE * 3].reshape(rows, SQUARE, columns, SQUARE, 3)
    return np.asarray(pixels.mean(axis=(1, 3)), np.float32)


@dataclass(frozen=True)
class Distance:
    """How far two pictures are from each other, in levels of 0..255."""

    rms: float  # root mean square over all squares and colours
    worst: float  # the largest difference of a square, as the root mean square of its colours


def distance(one: QImage, other: QImage) -> Distance:
    """Between two pictures of one size."""
    squared = np.square(squares(on_white(one)) - squares(on_white(other))).mean(axis=2)  # [rows, columns]
    return Distance(float(np.sqrt(squared.mean())), float(np.sqrt(squared.max())))
