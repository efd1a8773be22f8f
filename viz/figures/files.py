"""Figures as files: PNG, SVG and PDF of exactly the page's size, with what made them written into them.

The file is written beside and moved into place when it is whole. The same figure gives the same bytes: dates and
numbers drawn by chance, which Qt writes into PDF, are left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QFileDevice,
    QFileInfo,
    QHashSeed,
    QIODevice,
    QMarginsF,
    QRectF,
    QSaveFile,
    QSize,
    QSizeF,
    QUuid,
)
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from engine.errors import DiskProblem, InputRefused
from engine.records import U8
from engine.run import Run
from engine.sentences import say
from viz.figures.facts import SPEC, facts
from viz.figures.legible import require_legible
from viz.figures.metadata import with_metadata, xmp
from viz.figures.page import MM, POINTS, SUFFIXES, Figure, Page
from viz.figures.picture import Picture, image, pixels_of, prepared
from viz.figures.png import write_png
from viz.ui_state import UiState

PDF_DPI = 1200
STRIPE = 2**25  # bytes of a picture that are painted at once


def save_figure(path: Path, figure: Figure, run: Run, ui: UiState, frame: Any = None, legible: bool = False) -> None:
    """Write the picture of a view as PNG, SVG or PDF, whichever `path` ends in; `frame`: as `prepared` takes it.

    `legible`: refuse one that cannot be read in its size.

    Raises:
        InputRefused: as `prepared`, or the ending is none of these, or as `require_legible`.
        DiskProblem: the file cannot be written.
        OutOfMemory: the image does not fit into memory.
    """
    suffix_of(path)
    made = prepared(figure, run, ui, frame)
    try:
        if legible:
            require_legible(made, lambda page: prepared(replace(figure, page=page), run, ui, frame))
        save_picture(path, made, facts(run, ui, figure))
    finally:
        made.close()


def suffix_of(path: Path) -> str:
    """The ending of a figure's name. Raises InputRefused where it is none of a figure's."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputRefused(
            say(
                "A figure's name must end in {suffixes}, but {name!r} does not.",
                suffixes=", ".join(SUFFIXES),
                name=path.name,
            )
        )
    return suffix


def save_picture(path: Path, picture: Picture, said: Mapping[str, str]) -> None:
    """Write a picture with its facts, whole or not at all.

    Raises:
        InputRefused: the ending is none of a figure's, or the view cannot be drawn here.
        DiskProblem: the file cannot be written. OutOfMemory: the picture does not fit into memory.
    """
    suffix = suffix_of(path)
    device = QSaveFile(str(path))
    try:
        if not device.open(QIODevice.OpenModeFlag.WriteOnly):
            raise _unwritten(device)

        def write(data: bytes) -> None:
            rest = memoryview(data)
            while rest:  # a disk that is nearly full takes a part, and says why only of the next
                taken = device.write(bytes(rest))
                if taken <= 0:
                    raise _unwritten(device)
                rest = rest[taken:]

        write_as(suffix, picture, said, write)
        if not device.commit():
            raise _unwritten(device)
    finally:
        device.cancelWriting()


def as_bytes(suffix: str, picture: Picture, said: Mapping[str, str]) -> bytes:
    """The picture as the content of a file of that ending. Raises as `save_picture`, but for the disk."""
    parts: list[bytes] = []
    write_as(suffix, picture, said, parts.append)
    return b"".join(parts)


def write_as(suffix: str, picture: Picture, said: Mapping[str, str], write: Callable[[bytes], object]) -> None:
    """Hand the content of a file of that ending to `write`, part by part."""
    page = picture.page
    if suffix == ".png":
        dots = round(page.dpi / MM * 1000)
        write_png(write, (page.width, page.height), _stripes(picture), dots, said)  # type: ignore[arg-type]
        return
    QHashSeed.setDeterministicGlobalSeed()  # in whose order fonts are written into a PDF
    try:
        write(_vectors(suffix, picture, said))
    finally:
        QHashSeed.resetRandomGlobalSeed()


def _vectors(suffix: str, picture: Picture, said: Mapping[str, str]) -> bytes:
    page, written = picture.page, QBuffer()
    written.open(QIODevice.OpenModeFlag.ReadWrite)
    painter = QPainter()
    generator = _svg(page, written, said) if suffix == ".svg" else _pdf(page, written, said)
    if not painter.begin(generator):
        raise InputRefused(say("Qt cannot paint this figure. Choose another size."))
    try:
        if isinstance(generator, QPdfWriter):  # no scale of the painter's: what a pixel is, is told by the page alone
            painter.setWindow(0, 0, page.width, page.height)
            painter.setViewport(0, 0, *(round(side / POINTS * PDF_DPI) for side in page.points))
        picture.paint(painter)
    finally:
        painter.end()  # before what it paints on goes
    data = bytes(written.data().data())
    return with_metadata(_svg_of_size(data, page), said) if suffix == ".svg" else _undated(_pdf_of_size(data, page))


def _stripes(picture: Picture) -> Iterator[U8]:
    """[rows, width, 3 or 4] uint8 from the top, so many rows at once as `STRIPE` holds."""
    page = picture.page
    rows = max(STRIPE // (4 * page.width), 1)
    for top in range(0, page.height, rows):
        high = min(rows, page.height - top)
        yield pixels_of(image(picture, top, high), picture.transparent)


def _unwritten(device: QSaveFile) -> DiskProblem:
    """Why the file cannot be written: the disk's own reason where it has one."""
    folder = Path(device.fileName()).parent
    if not QFileInfo(str(folder)).isDir():  # Path raises where the name is too long
        return DiskProblem(
            say(
                "There is no folder {folder}, so the figure could not be written there. Name another folder.",
                folder=folder,
            )
        )
    met = device.error()
    reason = "" if met == QFileDevice.FileError.NoError else device.errorString()
    can_be_full = met in (QFileDevice.FileError.WriteError, QFileDevice.FileError.ResourceError)
    filled = can_be_full and not QFileInfo(device.fileName()).isDir()
    values = {"path": device.fileName(), "why": reason or say("no reason is given")}
    if filled:
        return DiskProblem(
            say(
                "The figure could not be written to {path} ({why}). Free some space there, or name another file.",
                **values,
            )
        )
    return DiskProblem(say("The figure could not be written to {path} ({why}). Name another file.", **values))


def _svg(page: Page, device: QBuffer, said: Mapping[str, str]) -> QSvgGenerator:
    generator = QSvgGenerator()
    generator.setOutputDevice(device)
    generator.setSize(QSize(page.width, page.height))
    generator.setViewBox(QRectF(0, 0, page.width, page.height))
    generator.setResolution(96)
    generator.setTitle(f"{said['Software']}: {said['View']}")
    generator.setDescription("; ".join(f"{name}: {text}" for name, text in said.items() if name != SPEC))
    return generator


def _svg_of_size(data: bytes, page: Page) -> bytes:
    """The same picture in exactly the page's size: Qt says it from whole pixels at a whole resolution."""
    wide, high = (f"{side * MM / POINTS:.6g}mm".encode() for side in page.points)
    said = b'<svg width="' + wide + b'" height="' + high + b'"'
    return re.sub(rb'<svg width="[^"]*" height="[^"]*"', said, data, count=1)


def _pdf(page: Page, device: QBuffer, said: Mapping[str, str]) -> QPdfWriter:
    writer = QPdfWriter(device)
    wide, high = (math.ceil(side) for side in page.points)  # Qt rounds what is no whole number
    size = QPageSize(QSizeF(wide, high), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageSize(size)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(PDF_DPI)
    writer.setTitle(f"{said['View']}: {said.get('Model', '')} {said['Prompt']}".strip())
    writer.setCreator(said["Software"])
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), "\n".join(said.values()).encode("utf-8", "replace")))
    writer.setDocumentXmpMetadata(QByteArray(xmp(said)))
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


def _undated(data: bytes) -> bytes:
    """A PDF without the time it was made, which would make every file another one; no byte's place changes."""
    return re.sub(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)", lambda met: b" " * len(met.group()), data)
