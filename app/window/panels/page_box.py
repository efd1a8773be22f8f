"""The boxes for a figure's page: a preset, width and height with their unit, the resolution, and the text's size."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.widgets.basics import describe
from engine.errors import InputRefused
from viz.figures.page import (
    LARGEST,
    LARGEST_TEXT,
    LEAST,
    LEAST_DPI,
    LEAST_LINES,
    MM,
    MOST_DPI,
    SMALLEST_TEXT,
    UNITS,
    Page,
    page_of,
)
from viz.in_language import in_language
from viz.lab import QT_TRANSLATE_NOOP
from viz.number_boxes import DecimalBox
from viz.plain import Label

PRESETS: tuple[tuple[str, str], ...] = (
    (QT_TRANSLATE_NOOP("Export", "Slide 16:9, 1920 × 1080"), "1920x1080"),
    (QT_TRANSLATE_NOOP("Export", "Slide 16:9, 3840 × 2160"), "3840x2160"),
    (QT_TRANSLATE_NOOP("Export", "Slide 4:3, 1600 × 1200"), "1600x1200"),
    (QT_TRANSLATE_NOOP("Export", "Paper, one column, 85 mm"), "85x64mm"),
    (QT_TRANSLATE_NOOP("Export", "Paper, two columns, 174 mm"), "174x98mm"),
    (QT_TRANSLATE_NOOP("Export", "Poster, A0 across"), "1189x841mm"),
    (QT_TRANSLATE_NOOP("Export", "Square, 2048 × 2048"), "2048x2048"),
)
PX = "px"


class PageBox(QObject):
    """The boxes, which a form lays out as `rows`; `page` is what they say. `text` is what `as_text` gave before."""

    changed = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.preset = QComboBox()
        for name, size in PRESETS:
            self.preset.addItem(QCoreApplication.translate("Export", name), size)
        self.preset.addItem(self.tr("Own size"), None)
        self.width, self.height = DecimalBox(), DecimalBox()
        self._in = PX  # what these two are in
        self.unit = QComboBox()
        for unit in (PX, "mm", "in"):
            self.unit.addItem(unit, unit)
        self.dpi, self.text = DecimalBox(), DecimalBox()
        self.dpi.setDecimals(0)
        self.dpi.setRange(LEAST_DPI, MOST_DPI)
        self.dpi.setSuffix(" dpi")
        self.text.setDecimals(1)
        self.text.setRange(SMALLEST_TEXT - 0.5, LARGEST_TEXT)
        self.text.setSingleStep(0.5)
        self.text.setSuffix(" pt")
        self.text.setSpecialValueText(self.tr("as suits the size"))
        self._name_all()
        self._take(PRESETS[0][1])
        self._take_text(text)
        self.preset.activated.connect(self._take_preset)
        self.unit.activated.connect(self._take_unit)
        for box in (self.width, self.height, self.dpi, self.text):
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self._typed)

    def _name_all(self) -> None:
        describe(self.preset, self.tr("Size"))
        describe(self.width, self.tr("Width"))
        describe(self.height, self.tr("Height"))
        describe(self.unit, self.tr("Unit of width and height"))
        describe(
            self.dpi,
            self.tr("Resolution"),
            self.tr("Dots per inch: how many pixels a PNG has, and how large it is on paper"),
        )
        words = self.tr(
            "Points of ordinary text. By itself the smallest text has at least {least:g} pt on paper, and 1/{lines} of "
            "the height on a slide."
        )
        describe(self.text, self.tr("Text size"), words.format(least=LEAST, lines=LEAST_LINES))

    def rows(self) -> list[tuple[str, QWidget]]:
        """The rows of a form, with their names."""
        size = _in_a_row((self.width, 1), (Label("×"), 0), (self.height, 1), (self.unit, 0))
        return [
            (self.tr("Size"), self.preset),
            (self.tr("Width × height"), size),
            (self.tr("Resolution"), self.dpi),
            (self.tr("Text size"), self.text),
        ]

    # -- what it says --------------------------------------------------------------------------------------------

    def page(self) -> Page:
        """The page that is asked for. Raises InputRefused where it cannot be made."""
        text = self.text.value()
        return page_of(self._size(), self.dpi.value(), None if text < SMALLEST_TEXT else text)

    def as_text(self) -> str:
        """All of it, to be kept."""
        return f"{self._size()} {self.dpi.value():g} {self.text.value():g}"

    def told(self) -> str:
        """The page in pixels and on paper."""
        try:
            page = self.page()
        except InputRefused as error:
            return in_language(str(error))
        words = self.tr("{width} × {height} pixels; {wide:.1f} × {high:.1f} mm")
        mm = [side / 72 * MM for side in page.points]
        return words.format(width=page.width, height=page.height, wide=mm[0], high=mm[1])

    def _size(self) -> str:
        unit = self.unit.currentData()
        digits = 0 if unit == PX else 3
        return f"{self.width.value():.{digits}f}x{self.height.value():.{digits}f}{unit}"

    # -- what is chosen ------------------------------------------------------------------------------------------

    def _take_text(self, text: str) -> None:
        """What was kept; nothing of it where it cannot be used."""
        parts = text.split()
        try:
            size, dpi, points = parts[0], float(parts[1]), float(parts[2])
            page_of(size, dpi, points if points >= SMALLEST_TEXT else None)
            if not math.isfinite(points):
                return
        except (InputRefused, IndexError, ValueError):
            return
        self._take(size)
        self.dpi.setValue(dpi)
        self.text.setValue(points if points >= SMALLEST_TEXT else self.text.minimum())

    def _take(self, size: str) -> None:
        """Show a size such as "85x64mm"; the resolution and the text follow."""
        page = page_of(size)
        unit = PX if page.mm is None else "in" if size.endswith("in") else "mm"
        self.unit.setCurrentIndex(self.unit.findData(unit))
        self._set_range()
        sides = (page.width, page.height) if page.mm is None else (side / UNITS[unit] for side in page.mm)
        for box, side in zip((self.width, self.height), sides, strict=True):
            box.blockSignals(True)
            box.setValue(side)
            box.blockSignals(False)
        for box, value in ((self.dpi, page.dpi), (self.text, self.text.minimum())):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        index = self.preset.findData(size)
        self.preset.setCurrentIndex(index if index >= 0 else self.preset.count() - 1)

    def _set_range(self) -> None:
        unit = self._in = self.unit.currentData()
        for box in (self.width, self.height):
            box.blockSignals(True)
            box.setDecimals(0 if unit == PX else 1 if unit == "mm" else 2)
            box.setRange(1, LARGEST if unit == PX else 5000 / UNITS[unit])
            box.blockSignals(False)

    def _take_preset(self, index: int) -> None:
        size = self.preset.itemData(index)
        if size is not None:
            self._take(size)
        self.changed.emit()

    def _take_unit(self) -> None:
        """The same page in another unit: pixels at the resolution that is set."""
        before, unit = self._in, self.unit.currentData()
        sides = self.width.value(), self.height.value()
        mm = [side / self.dpi.value() * MM if before == PX else side * UNITS[before] for side in sides]
        self._set_range()
        for box, side in zip((self.width, self.height), mm, strict=True):
            box.blockSignals(True)
            box.setValue(round(side / MM * self.dpi.value()) if unit == PX else side / UNITS[unit])
            box.blockSignals(False)
        self._typed()

    def show_text(self, text: str) -> None:
        """Show a page as `as_text` has it, without telling that it is another one."""
        self.blockSignals(True)
        self._take_text(text)
        self._name_preset()
        self.blockSignals(False)

    def _typed(self) -> None:
        self._name_preset()
        self.changed.emit()

    def _name_preset(self) -> None:
        """Name the preset with these numbers, or none."""
        plain = f"{self.width.value():g}x{self.height.value():g}" + (
            "" if self.unit.currentData() == PX else self.unit.currentData()
        )
        index = self.preset.findData(plain)
        self.preset.setCurrentIndex(index if index >= 0 else self.preset.count() - 1)


def _in_a_row(*parts: tuple[QWidget, int]) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for part, stretch in parts:
        layout.addWidget(part, stretch)
    return row
