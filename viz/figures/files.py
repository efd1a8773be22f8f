"""Figures as files: PNG, SVG and PDF of exactly the page's size, with what they are of written into them.

The file is written beside and moved into place when it is whole.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QFileDevice, QFileInfo, QIODevice, QMarginsF, QRectF, QSaveFile, QSize, QSizeF
from PySide6.QtGui import QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from engine.errors import DiskProblem, InputRefused
from engine.records import Site
from engine.run import Run
from viz.board import told
from viz.figures.page import MM, POINTS, SUFFIXES, Figure, Page
from viz.figures.picture import Made, end, image, paint, prepared
from viz.ui_state import UiState

PDF_DPI = 1200


def save_figure(path: Path, figure: Figure, run: Run, ui: UiState) -> None:
    """Write the picture of a view as PNG, SVG or PDF, whichever `path` ends in.

    Raises:
        InputRefused: as `render_figure`, or the ending is none of these.
        DiskProblem: the file cannot be written.
        OutOfMemory: the image does not fit into memory.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputRefused(f"A figure's name must end in {', '.join(SUFFIXES)}, but {path.name!r} does not.")
    made = prepared(figure, run, ui)
    device = QSaveFile(str(path))
    try:
        if not device.open(QIODevice.OpenModeFlag.WriteOnly):
            raise _unwritten(device, "")
        _write(made, device, suffix, facts(run, ui, figure))
        if not device.commit():
            raise _unwritten(device, "")
    finally:
        device.cancelWriting()
        end(made.view)


def facts(run: Run, ui: UiState, figure: Figure) -> dict[str, str]:
    """What a picture says of itself: model, prompt, view, position, versions."""
    said = {"Software": "Orrery", "View": figure.view, "Theme": figure.theme, "Prompt": run.prompt}
    if run.info is not None:
        said["Model"] = f"{run.info.name} ({run.info.dtype}, {run.info.sha256[:16]})"
    if ui.position is not None:
        said["Position"] = str(ui.position)
    said["Layer"] = str(ui.layer)
    said["Head"], said["Neuron"] = str(Site("head", *ui.head)), str(Site("neuron", *ui.neuron))
    for name, plan in (("Run changed", run.plan), ("On the board", ui.plan)):
        if plan.changes:
            said[name] = told(plan.changes, len(plan.changes))
    chosen = ui.options.get(figure.view, {})
    if chosen:
        said["Options"] = ", ".join(f"{name}={value}" for name, value in sorted(chosen.items()))
    if run.versions:
        said["Versions"] = ", ".join(f"{name} {version}" for name, version in sorted(run.versions.items()))
    return said


def _write(made: Made, device: QSaveFile, suffix: str, said: Mapping[str, str]) -> None:
    if suffix == ".png":
        picture = image(made)
        dots = round(made.figure.page.dpi / MM * 1000)
        picture.setDotsPerMeterX(dots)
        picture.setDotsPerMeterY(dots)
        for name, text in said.items():
            picture.setText(name, text)
        writer = QImageWriter(device, b"png")
        if not writer.write(picture):
            raise _unwritten(device, writer.errorString())
        return
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.ReadWrite)
    page, painter = made.figure.page, QPainter()
    generator = _svg(made.figure, written, said) if suffix == ".svg" else _pdf(made.figure, written, said)
    if not painter.begin(generator):
        raise _unwritten(device, "")
    if isinstance(generator, QPdfWriter):
        wide, high = page.points
        painter.scale(wide / POINTS * PDF_DPI / page.width, high / POINTS * PDF_DPI / page.height)
    paint(made, painter)
    painter.end()
    data = bytes(written.data().data())
    exact = _svg_of_size(data, page) if suffix == ".svg" else _pdf_of_size(data, page)
    if device.write(exact) != len(exact):
        raise _unwritten(device, "")


def _unwritten(device: QSaveFile, otherwise: str) -> DiskProblem:
    """Why the file cannot be written: the disk's own reason where it has one."""
    folder = Path(device.fileName()).parent
    if not QFileInfo(str(folder)).isDir():  # Path raises where the name is too long
        return DiskProblem(
            f"There is no folder {folder}, so the figure could not be written there. Name another place."
        )
    met = device.error()
    reason = otherwise if met == QFileDevice.FileError.NoError else device.errorString()
    can_be_full = met in (QFileDevice.FileError.WriteError, QFileDevice.FileError.ResourceError)
    filled = can_be_full and not QFileInfo(device.fileName()).isDir()
    return DiskProblem(
        f"The figure could not be written to {device.fileName()} ({reason or 'no reason is given'}). "
        f"{'Free some space there, or name' if filled else 'Name'} another place."
    )


def _svg(figure: Figure, device: QBuffer, said: Mapping[str, str]) -> QSvgGenerator:
    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(QSize(figure.page.width, figure.page.height))
    generator.setViewBox(QRectF(0, 0, figure.page.width, figure.page.height))
    generator.setResolution(96)
    generator.setTitle(f"{said['Software']}: {figure.view}")
    generator.setDescription("; ".join(f"{name}: {text}" for name, text in said.items()))
    return generator


def _svg_of_size(data: bytes, page: Page) -> bytes:
    """The same picture in exactly the page's size: Qt says it from whole pixels at a whole resolution."""
    wide, high = (f"{side * MM / POINTS:.6g}mm".encode() for side in page.points)
    said = b'<svg width="' + wide + b'" height="' + high + b'"'
    return re.sub(rb'<svg width="[^"]*" height="[^"]*"', said, data, count=1)


def _pdf(figure: Figure, device: QBuffer, said: Mapping[str, str]) -> QPdfWriter:
    writer = QPdfWriter(device)
    wide, high = (math.ceil(side) for side in figure.page.points)  # Qt rounds what is no whole number
    size = QPageSize(QSizeF(wide, high), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageSize(size)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(PDF_DPI)
    writer.setTitle(f"{figure.view}: {said.get('Model', '')} {said['Prompt']}".strip())
    writer.setCreator(said["Software"])
    return writer


def _pdf_of_size(data: bytes, page: Page) -> bytes:
    """The same page cut to exactly its size, to the right and below, without a byte's place changing."""
    met = re.search(rb"/MediaBox \[([0-9. ]+)\]", data)
    if met is None:
        return data
    *_, top = (float(number) for number in met.group(1).split())
    room, (wide, high) = len(met.group(1)), page.points
    for digits in (5, 4, 3, 2):
        box = f"0 {top - high:.{digits}f} {wide:.{digits}f} {top:.0f}".encode()
        if len(box) <= room:
            return data[: met.start(1)] + box.ljust(room) + data[met.end(1) :]
    return data
