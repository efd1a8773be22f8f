"""The fields of a figure as a whole: its page, its look, its words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.widgets.basics import describe, heading, spin
from app.window.panels.page_box import PageBox
from viz import theme as themes
from viz.figures import palettes
from viz.figures.letters import families
from viz.figures.page import SMALLEST_TEXT, THICKEST, THINNEST
from viz.figures.spec import AUTO, LETTERS, MOST_COLUMNS, FigureSpec
from viz.number_boxes import DecimalBox
from viz.text_box import TextBox

CAPTION_LINES = 5


class LookForm(QWidget):
    """`changed(spec, what)`: the figure as it is to be now, and which field was changed."""

    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._spec = FigureSpec()
        self.page = PageBox()
        self.theme, self.palette_box, self.font_box, self.letters = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.transparent = QCheckBox(self.tr("Transparent background"))
        self.lines = DecimalBox()
        self.columns = spin(0, MOST_COLUMNS, self.tr("Columns"), self.tr("Panels beside each other"))
        self.shared = QCheckBox(self.tr("Shared scales, legends and axes"))
        self.title, self.caption = QLineEdit(), TextBox()
        self.from_facts = QCheckBox(self.tr("Caption from the figure's facts"))
        self._fill()
        self._name_all()
        self._lay_out()
        self._connect()

    def _fill(self) -> None:
        for theme in themes.names():
            self.theme.addItem(QCoreApplication.translate("Themes", themes.theme(theme).title), theme)
        self.palette_box.addItem(self.tr("The theme's own"), palettes.OWN)
        for name in palettes.names():
            self.palette_box.addItem(QCoreApplication.translate("Palettes", palettes.palette(name).title), name)
        self.font_box.addItem(self.tr("The program's"), "")
        for family in families():
            self.font_box.addItem(family, family)
        shown = ("a, b, c", "A, B, C", "(a), (b), (c)", self.tr("none"))
        for words, letters in zip(shown, LETTERS, strict=True):
            self.letters.addItem(words, letters)
        self.lines.setRange(THINNEST, THICKEST)
        self.lines.setDecimals(1)
        self.lines.setSingleStep(0.1)
        self.lines.setPrefix("× ")
        self.columns.setSpecialValueText(self.tr("as suits them"))
        self.caption.setTabChangesFocus(True)

    def _name_all(self) -> None:
        describe(self.theme, self.tr("Theme"))
        describe(self.transparent, self.tr("Transparent background"))
        describe(
            self.palette_box, self.tr("Palette"),
            self.tr("Colours of data: three are safe for deficiencies of colour vision, one prints in grey"),
        )  # fmt: skip
        describe(self.font_box, self.tr("Font"))
        describe(self.lines, self.tr("Line weight"), self.tr("How thick lines are; text stays as large"))
        describe(self.letters, self.tr("Letters of the panels"))
        describe(
            self.shared, self.tr("Shared scales, legends and axes"),
            self.tr(
                "One quantity has the same limits of colour in all panels; what several of them explain alike stands "
                "once below them, and their plots stand in line"
            ),
        )  # fmt: skip
        describe(self.title, self.tr("Title"))
        describe(self.caption, self.tr("Caption"))
        describe(
            self.from_facts, self.tr("Caption from the figure's facts"),
            self.tr("Model, prompt, what is shown and how far to trust a map, kept up to date; switch it off to edit"),
        )  # fmt: skip
        for box in (self.theme, self.palette_box, self.font_box, self.letters):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        rows: list[tuple[str, list[tuple[str, QWidget]]]] = [
            (self.tr("Page"), self.page.rows()),
            (
                self.tr("Look"),
                [
                    (self.tr("Theme"), self.theme), ("", self.transparent), (self.tr("Palette"), self.palette_box),
                    (self.tr("Font"), self.font_box), (self.tr("Lines"), self.lines),
                ],
            ),
            (
                self.tr("Panels and words"),
                [
                    (self.tr("Columns"), self.columns), (self.tr("Letters"), self.letters), ("", self.shared),
                    (self.tr("Title"), self.title), (self.tr("Caption"), self.caption), ("", self.from_facts),
                ],
            ),
        ]  # fmt: skip
        for name, fields in rows:
            column.addWidget(heading(name))
            form = QFormLayout()
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            form.setVerticalSpacing(6)
            for label, field in fields:
                form.addRow(label, field)
            column.addLayout(form)
        column.addStretch(1)

    def _connect(self) -> None:
        self.page.changed.connect(self._on_page)
        for box, name in (
            (self.theme, "theme"), (self.palette_box, "palette"), (self.font_box, "font"), (self.letters, "letters"),
        ):  # fmt: skip
            box.activated.connect(lambda _index, box=box, name=name: self._set(name, box.currentData()))
        self.transparent.clicked.connect(lambda on: self._set("transparent", on))
        self.shared.clicked.connect(lambda on: self._set("shared_scales", on))
        self.lines.valueChanged.connect(lambda value: self._set("lines", round(value, 2)))
        self.columns.valueChanged.connect(lambda value: self._set("columns", value))
        self.title.textEdited.connect(lambda text: self._set("title", text))
        self.caption.textChanged.connect(self._on_caption)
        self.from_facts.clicked.connect(self._on_facts)

    def _set(self, name: str, value: object) -> None:
        self.changed.emit(replace(self._spec, **{name: value}), name)  # type: ignore[arg-type]

    def _on_page(self) -> None:
        size, dpi, points = self.page.as_text().split()
        text = "" if float(points) < SMALLEST_TEXT else f"{points}pt"
        self.changed.emit(replace(self._spec, size=size, dpi=float(dpi), text_size=text), "page")

    def _on_caption(self) -> None:
        if not self.from_facts.isChecked():
            self._set("caption", self.caption.toPlainText())

    def _on_facts(self, on: bool) -> None:
        self._set("caption", AUTO if on else self.caption.toPlainText())

    # -- showing -------------------------------------------------------------------------------------------------

    def show_spec(self, spec: FigureSpec, caption: str) -> None:
        """Show a figure; `caption` is the one that its facts give."""
        self._spec = spec
        points = spec.page.text if spec.text_size else 0.0
        self.page.show_text(f"{spec.size} {spec.page.dpi:g} {points or 0:g}")
        for box, value in (
            (self.theme, spec.theme), (self.palette_box, spec.palette), (self.font_box, spec.font),
            (self.letters, spec.letters),
        ):  # fmt: skip
            box.setCurrentIndex(max(box.findData(value), 0))
        fields = (self.lines, self.columns, self.caption)
        for field in fields:
            field.blockSignals(True)
        self.lines.setValue(spec.lines)
        self.columns.setValue(spec.columns)
        wanted = caption if spec.caption == AUTO else spec.caption
        if self.caption.toPlainText() != wanted:
            self.caption.setPlainText(wanted)
        for field in fields:
            field.blockSignals(False)
        self.transparent.setChecked(spec.transparent)
        self.shared.setChecked(spec.shared_scales)
        self.from_facts.setChecked(spec.caption == AUTO)
        self.caption.setReadOnly(spec.caption == AUTO)
        if self.title.text() != spec.title:
            self.title.setText(spec.title)
        self.caption.setFixedHeight(round(self.fontMetrics().lineSpacing() * (CAPTION_LINES + 1)))
