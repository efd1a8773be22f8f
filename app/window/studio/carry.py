"""A figure for other programs: as an image and as vectors at once, on the clipboard or dragged as a file."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget

from viz.figures.files import as_bytes
from viz.figures.picture import Picture, image

SVG, PDF, PNG = "image/svg+xml", "application/pdf", "image/png"
SEEN = 240  # pixels of the picture under the pointer while it is dragged


def as_image(picture: Picture, said: Mapping[str, str]) -> QMimeData:
    """Pixels alone, with the facts in them: what most programs paste. Raises as `image`."""
    data = QMimeData()
    data.setImageData(image(picture))
    data.setData(PNG, as_bytes(".png", picture, said))
    return data


def as_vectors(picture: Picture, said: Mapping[str, str]) -> QMimeData:
    """SVG and PDF, which drawing and office programs paste with letters that can be edited."""
    data = QMimeData()
    data.setData(SVG, as_bytes(".svg", picture, said))
    data.setData(PDF, as_bytes(".pdf", picture, said))
    return data


def drag(source: QWidget, picture: Picture, said: Mapping[str, str], name: str, suffix: str) -> Path:
    """Drag a figure out of the window as a file, which is kept: whoever takes it may read it later."""
    folder = Path(tempfile.mkdtemp(prefix="orrery-figure-"))
    path = folder / f"{name}{suffix}"
    path.write_bytes(as_bytes(suffix, picture, said))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    shown = image(picture)
    data.setImageData(shown)
    going = QDrag(source)
    going.setMimeData(data)
    small = shown.scaled(SEEN, SEEN, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    going.setPixmap(QPixmap.fromImage(small))
    going.exec(Qt.DropAction.CopyAction)
    return path
