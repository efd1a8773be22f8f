"""Controls of a view's options, made from their declarations: as many as fit in the dock's bar, all in its panel.

A control shows the value in `UiState` and tells the change; it keeps nothing itself, so the bar and the panel may both
show the same option.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.widgets.basics import describe
from app.widgets.popup import Popup
from viz.growing_text import GrowingText
from viz.number_boxes import DecimalBox, WholeBox
from viz.plain import Label
from viz.ui_state import Option, UiState
from viz.view import View

BETWEEN = 14  # logical pixels between two controls
Changed = Callable[[str, Any], None]


class Control(QWidget):
    """One option: its label where the bar needs one, and the control its kind asks for."""

    def __init__(self, view: type[View], option: Option, changed: Changed, in_bar: bool) -> None:
        super().__init__()
        self._in_bar = in_bar
        self.option = option
        self._view = view
        self._changed = changed
        self._quiet = False
        label = view.translated(option.label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.control = self._make(label)
        describe(self.control, label, view.translated(option.tip))
        if in_bar and option.kind not in ("switch", "text"):
            words = Label(label)
            words.setObjectName("muted")
            words.setBuddy(self.control)
            row.addWidget(words)
        row.addWidget(self.control)
        self.set_value(option.default)

    def _make(self, label: str) -> QWidget:
        kind = self.option.kind
        if kind == "switch":
            return self._switch(label)
        if kind == "choice":
            return self._choice()
        return self._text(label) if kind == "text" else self._number()

    def _text(self, label: str) -> QLineEdit | GrowingText:
        if self.option.long and not self._in_bar:
            grows = GrowingText()
            grows.setPlaceholderText(label)
            grows.setMinimumWidth(360)
            grows.textChanged.connect(lambda: self._tell(grows.text()))
            return grows
        line = QLineEdit()
        line.setPlaceholderText(label)
        line.setMinimumWidth(110)
        line.setClearButtonEnabled(True)
        for button in line.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the line"))
        line.textChanged.connect(self._tell)
        return line

    def _switch(self, label: str) -> QCheckBox:
        box = QCheckBox(label)
        box.toggled.connect(self._tell)
        return box

    def _choice(self) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for choice in self.option.choices:
            box.addItem(self._view.translated_choice(self.option, choice), choice)
        box.activated.connect(lambda index: self._tell(box.itemData(index)))
        return box

    def _number(self) -> WholeBox | DecimalBox:
        option = self.option
        box: WholeBox | DecimalBox
        if option.kind == "integer":
            box = WholeBox()
            box.setRange(int(option.low), int(option.high))
            box.setSingleStep(max(1, int(option.step)))
        else:
            box = DecimalBox()
            digits = 2 if option.step >= 0.01 else 3 if option.step >= 0.001 else 4
            box.setDecimals(digits)
            box.setRange(option.low, option.high)
            box.setSingleStep(option.step)
        box.setSpecialValueText(self._view.translated(option.least) if option.least else "")
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._tell)
        return box

    def _tell(self, value: Any) -> None:
        if not self._quiet:
            self._changed(self.option.name, value)

    def set_value(self, value: Any) -> None:
        """Show a value without telling it. One of the wrong kind (from an old settings file) is left alone."""
        self._quiet = True
        control = self.control
        if isinstance(control, QCheckBox):
            control.setChecked(bool(value))
        elif isinstance(control, QComboBox):
            index = control.findData(value)
            control.setCurrentIndex(max(0, index))
        elif isinstance(control, (QLineEdit, GrowingText)):
            if control.text() != str(value):
                control.setText(str(value))
        elif isinstance(control, WholeBox) and isinstance(value, (int, float)):
            control.setValue(int(value))
        elif isinstance(control, DecimalBox) and isinstance(value, (int, float)):
            control.setValue(float(value))
        self._quiet = False

    def value(self) -> Any:
        """The value shown."""
        control = self.control
        if isinstance(control, QCheckBox):
            return control.isChecked()
        if isinstance(control, QComboBox):
            return control.currentData()
        if isinstance(control, (QLineEdit, GrowingText)):
            return control.text()
        if isinstance(control, (WholeBox, DecimalBox)):
            return control.value()
        raise TypeError(f"an option cannot be shown by a {type(control).__name__}")


class OptionBar(QWidget):
    """The options declared for the bar, in their order, as many as fit; the dock's panel has the others."""

    changed = Signal(str, object)

    def __init__(self, view: type[View], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.controls = [Control(view, option, self.changed.emit, True) for option in view.options if option.in_bar]
        for control in self.controls:
            control.setParent(self)

    def sizeHint(self) -> QSize:
        """As wide as it is given, as high as its controls."""
        return QSize(0, max((control.sizeHint().height() for control in self.controls), default=0))

    def wanted_width(self) -> int:
        """The room that all controls would take."""
        return sum(control.sizeHint().width() + BETWEEN for control in self.controls)

    def event(self, event: QEvent) -> bool:
        """Show the controls that fit, from the left, and tell the dock's bar where they need another size."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.arrange()
            if event.type() == QEvent.Type.LayoutRequest:
                self.updateGeometry()
        return done

    def arrange(self) -> None:
        """Lay the controls out; one that does not fit is hidden, and so are those after it."""
        left, fits = 0, True
        for control in self.controls:
            width, height = control.sizeHint().width(), control.sizeHint().height()
            fits = fits and left + width <= self.width()
            control.setVisible(fits)
            if fits:
                control.setGeometry(left, (self.height() - height) // 2, width, height)
                left += width + BETWEEN

    def show_ui(self, view: type[View], ui: UiState) -> None:
        """Show the values in `ui`."""
        for control in self.controls:
            control.set_value(ui.option(view.name, control.option))


class OptionPanel(Popup):
    """All options of a view, one to a line; those for which the window has no room are scrolled to."""

    changed = Signal(str, object)

    def __init__(self, view: type[View], parent: QWidget) -> None:
        super().__init__(parent)
        self.controls = [Control(view, option, self.changed.emit, False) for option in view.options]
        self._rows = QWidget()
        self._rows.setObjectName("optionRows")
        layout = QFormLayout(self._rows)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setHorizontalSpacing(14)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for control in self.controls:
            label = "" if control.option.kind == "switch" else view.translated(control.option.label)
            layout.addRow(label, control)
        area = QScrollArea()
        area.setObjectName("optionArea")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._rows)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(area)

    def show_ui(self, view: type[View], ui: UiState) -> None:
        """Show the values in `ui`."""
        for control in self.controls:
            control.set_value(ui.option(view.name, control.option))

    def open_below(self, anchor: QWidget) -> None:
        """Show under the button that asked for it."""
        hint = self._rows.sizeHint()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.open_under(anchor, max(260, hint.width() + bar + 2), hint.height() + 2)
