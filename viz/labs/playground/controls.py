"""The row above the net: train, step, rewind; points of one's own; nets as files; and the weight that is turned."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap, QValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSlider, QWidget

from engine.errors import in_short
from engine.labs.playground.records import MOST_CLASSES
from viz.charts.net_words import class_name, place_name, short_name
from viz.enabled import enable
from viz.labs.playground.playground_frame import PlaygroundFrame
from viz.number_boxes import DecimalBox
from viz.plain import Label, set_tip
from viz.theme import Theme
from viz.typed_line import TypedLine
from viz.typed_number import plain_number
from viz.wrapping_row import WrappingRow

translate = QCoreApplication.translate  # by this name its texts are collected

REACH = 5.0  # of the slider, where no weight is larger
FARTHEST = 1e6  # that the slider reaches
LARGEST = 1e30  # that is typed: far within float32
PLAIN = 1e5  # below which a weight is shown with three decimals, above in powers of ten
FINE = 100  # steps of the slider per 1


class Controls(QWidget):
    """Shows what can be done and tells what a person does; keeps nothing itself."""

    pen_chosen = Signal(int)
    typed = Signal(str, str)  # the name of an option, and its text

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 2)
        row = WrappingRow(8, self)
        outer.addWidget(row)
        self.train = _button(translate("Playground", "Train"), translate("Playground", "Train the net, and watch it"))
        self.train.setObjectName("primary")
        self.step = _button(translate("Playground", "Step"), translate("Playground", "One step of training"))
        self.rewind = _button(
            translate("Playground", "Rewind"), translate("Playground", "Back to the same initial weights")
        )
        self.fresh = _button(
            translate("Playground", "New start"), translate("Playground", "Other initial weights: the next seed")
        )
        self.pen = QComboBox()
        self.pen.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.pen.setAccessibleName(translate("Playground", "Class of the next point"))
        set_tip(self.pen, translate("Playground", "Class of the next point that you click into the plane"))
        for index in range(MOST_CLASSES):
            self.pen.addItem(translate("Playground", "class {name}").format(name=class_name(index)))
        self.pen.activated.connect(self.pen_chosen)
        self.undo = _button(
            translate("Playground", "Undo point"), translate("Playground", "Take the point drawn last away")
        )
        self.clear = _button(translate("Playground", "Clear"), translate("Playground", "Take all own points away"))
        self.csv = _button(
            translate("Playground", "Open CSV…"), translate("Playground", "Read own points from a CSV file")
        )
        self.open = _button(translate("Playground", "Open net…"), translate("Playground", "Open a net that was saved"))
        self.save = _button(
            translate("Playground", "Save net…"),
            translate("Playground", "Save the net: its weights, or a program of ten lines in PyTorch or NumPy"),
        )
        self.formula = _button(
            translate("Playground", "Formula"), translate("Playground", "Show the whole net as a formula")
        )
        self.formula.setCheckable(True)
        self.hidden = TypedLine(
            translate("Playground", "Hidden layers"),
            translate(
                "Playground",
                "Neurons of each hidden layer, such as 4, 4. Up to 8 layers of up to 64 neurons; empty for none.",
            ),
            9,
        )
        self.rate = TypedLine(
            translate("Playground", "Learning rate"),
            translate("Playground", "How large each step is, such as 0.03 or 1e-3; it may be changed while it trains."),
            5,
        )
        self.hidden.told.connect(lambda text: self.typed.emit("hidden", text))
        self.rate.told.connect(lambda text: self.typed.emit("rate", text))
        for part in (self.train, self.step, self.rewind, self.fresh, self.hidden, self.rate, self.pen, self.undo,
                     self.clear, self.csv, self.open, self.save, self.formula):  # fmt: skip
            row.add(part)

    def show_frame(self, frame: PlaygroundFrame, theme: Theme) -> None:
        """Show a moment without telling it."""
        going, can = frame.going, frame.following is not None
        words = translate("Playground", "Pause") if going else translate("Playground", "Train")
        self.train.setText(words)
        self.train.setAccessibleName(words)
        live = {self.train: going or can, self.step: can and not going, self.fresh: frame.net is not None,
                self.rewind: frame.turn >= 0 or bool(frame.turned)}  # fmt: skip
        if any(part.hasFocus() and not on for part, on in live.items()):  # a line of text would be Qt's choice
            heir = next((part for part, on in live.items() if on), None)
            if heir is not None:
                heir.setEnabled(True)
                heir.setFocus()
        for part, on in live.items():
            part.setEnabled(on)
        for part in (self.undo, self.clear, self.csv):
            part.setVisible(frame.own)
        self.pen.setVisible(frame.own and not frame.data.is_function)
        with QSignalBlocker(self.pen):
            self.pen.setCurrentIndex(frame.pen)
        for index in range(MOST_CLASSES):
            name = class_name(index, frame.data.names)
            self.pen.setItemText(index, translate("Playground", "class {name}").format(name=in_short(name, 24)))
            self.pen.setItemIcon(index, _swatch(theme.categories[index % len(theme.categories)]))
        enable(self.undo, len(frame.data.rows) > 0)
        enable(self.clear, len(frame.data.rows) > 0)
        enable(self.save, frame.net is not None and frame.there is not None)
        for line, text in zip((self.hidden, self.rate), frame.typed, strict=True):
            line.show_text(text)
        with QSignalBlocker(self.formula):
            self.formula.setChecked(bool(frame.formula))


class WeightRow(QWidget):
    """The weight that is chosen, and what turns it."""

    turned = Signal(float)  # to this value

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.name = Label()
        self.name.setWordWrap(True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setMinimumWidth(120)
        self.box = _WeightBox()
        for part in (self.slider, self.box):
            part.setAccessibleName(translate("Playground", "Value of the chosen weight"))
            set_tip(part, translate("Playground", "Turn the chosen weight by hand; the pictures follow"))
        self.slider.valueChanged.connect(lambda value: self.turned.emit(value / FINE))
        self.box.valueChanged.connect(self.turned)
        row.addWidget(self.name, 3)
        row.addWidget(self.slider, 3)
        row.addWidget(self.box)

    def show_frame(self, frame: PlaygroundFrame) -> None:
        """Show the chosen weight without telling it."""
        chosen = frame.net is not None and frame.weights is not None and frame.chosen >= 0
        for part in (self.slider, self.box):
            part.setEnabled(chosen and frame.moment < 0)  # what is past stays as it was
        if not chosen or frame.net is None or frame.weights is None:
            with QSignalBlocker(self.box):
                self.box.show_none()
            self.name.setText(translate("Playground", "Click a line or a neuron to turn its weight by hand."))
            return
        self.name.setText(short_name(frame.net, frame.chosen, frame.data.names))
        set_tip(self.name, place_name(frame.net, frame.chosen, frame.data.names))
        value = float(frame.weights[frame.chosen])
        with QSignalBlocker(self.slider), QSignalBlocker(self.box):
            reach = (
                min(max(REACH, 1.5 * abs(value)), FARTHEST)
                if not self.slider.isSliderDown()
                else self.slider.maximum() / FINE
            )
            self.slider.setRange(-round(reach * FINE), round(reach * FINE))
            self.slider.setValue(round(min(max(value, -reach), reach) * FINE))
            if not self.box.lineEdit().isModified():
                self.box.setValue(value)


class _WeightBox(DecimalBox):
    """A weight of any size: three decimals, or four digits and a power of ten where it is large."""

    def __init__(self) -> None:
        super().__init__()
        self.setDecimals(3)
        self.setRange(-LARGEST, LARGEST)
        self.setSingleStep(0.1)
        self.setKeyboardTracking(False)
        self._fit()

    def show_none(self) -> None:
        """No weight is chosen: no number stands there, not that of one chosen before."""
        self.clear()
        self.lineEdit().setModified(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Room for the longest number, which is not at the ends of its range."""
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("−99999.999") + 4 * self.fontMetrics().height())

    def textFromValue(self, val: float) -> str:
        return f"{val:z.3f}" if abs(val) < PLAIN else f"{val:z.4g}"

    def valueFromText(self, text: str) -> float:
        return _number_of(text) or 0.0

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:  # noqa: A002  Qt's name
        value = _number_of(input)
        if value is not None and abs(value) <= LARGEST:
            return QValidator.State.Acceptable, input, pos
        typed = set(plain_number(input).lower()) <= set("0123456789.e+-")
        return (QValidator.State.Intermediate if typed else QValidator.State.Invalid), input, pos


def _number_of(text: str) -> float | None:
    try:
        value = float(plain_number(text))
    except ValueError:
        return None
    return value if isfinite(value) else None


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text)
    set_tip(button, tip)
    return button


def _swatch(colour: str) -> QIcon:
    square = QPixmap(QSize(12, 12))
    square.fill(QColor(colour))
    return QIcon(square)
