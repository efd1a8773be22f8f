"""How the next token is drawn. Every control is bounded, so a value out of range cannot be given."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSlider, QToolButton, QWidget

from app.widgets.basics import (
    column,
    describe,
    flat_button,
    heading,
    muted,
    spin,
)
from engine.records import Sampling
from viz.number_boxes import DecimalBox
from viz.plain import Label

MAX_SEED = 2**31 - 1


def _decimal(low: float, high: float, step: float, accessible: str, tip: str) -> DecimalBox:
    box = DecimalBox()
    box.setRange(low, high)
    box.setSingleStep(step)
    box.setDecimals(2)
    box.setKeyboardTracking(False)
    describe(box, accessible, tip)
    return box


class SamplingPanel(QWidget):
    """`changed(Sampling)` whenever a person changes one value; `set_sampling` does not send it."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        tip = self.tr("0: always the most likely token. 1: the model's own probabilities. Above 1: more random.")
        self.temperature = _decimal(0.0, 2.0, 0.05, self.tr("Temperature"), tip)
        self.temperature.setObjectName("narrow")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 200)
        self.slider.setPageStep(10)
        describe(self.slider, self.tr("Temperature"), tip)
        self.greedy = muted()
        self.top_k = spin(
            0, 1_000_000, self.tr("Top-k"), self.tr("Only draw from the k most likely tokens; 0 = from all.")
        )
        self.top_k.setSpecialValueText(self.tr("all"))
        self.top_p = _decimal(
            0.01,
            1.0,
            0.05,
            self.tr("Top-p"),
            self.tr("Only draw from the smallest set of most likely tokens whose probabilities add up to this."),
        )
        self.min_p = _decimal(
            0.0,
            0.99,
            0.01,
            self.tr("Min-p"),
            self.tr("Only draw tokens at least this fraction as likely as the most likely one."),
        )
        self.penalty = _decimal(
            0.5,
            2.0,
            0.05,
            self.tr("Repetition penalty"),
            self.tr("Above 1: tokens that occurred before become less likely."),
        )
        self.seed = spin(
            0, MAX_SEED, self.tr("Seed"), self.tr("The same seed draws the same tokens on the same computer.")
        )
        self.dice: QToolButton = flat_button("dice", self.tr("Draw a new seed"))
        self._lay_out()
        self._connect()
        self.set_sampling(Sampling())

    def _lay_out(self) -> None:
        layout = column(self, 6)
        title = QHBoxLayout()
        title.addWidget(heading(self.tr("Sampling")))
        title.addStretch(1)
        title.addWidget(self.greedy)
        layout.addLayout(title)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self.tr("Temperature")))
        row.addWidget(self.slider, 1)
        row.addWidget(self.temperature)
        layout.addLayout(row)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        cells = (
            (self.tr("Top-k"), self.top_k, 0, 0, 1),
            (self.tr("Top-p"), self.top_p, 0, 2, 1),
            (self.tr("Min-p"), self.min_p, 1, 0, 1),
            (self.tr("Repetition penalty"), self.penalty, 2, 0, 3),
        )
        for text, control, down, across, wide in cells:
            label = Label(text)
            label.setBuddy(control)
            grid.addWidget(label, down, across, 1, wide)
            grid.addWidget(control, down, across + wide)
        seed = QHBoxLayout()
        seed.setSpacing(4)
        seed.addWidget(self.seed, 1)
        seed.addWidget(self.dice)
        grid.addWidget(Label(self.tr("Seed")), 3, 0)
        grid.addLayout(seed, 3, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        layout.addLayout(grid)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(lambda value: self.temperature.setValue(value / 100))
        self.temperature.valueChanged.connect(self._on_change)
        for box in (self.top_p, self.min_p, self.penalty):
            box.valueChanged.connect(self._on_change)
        for whole in (self.top_k, self.seed):
            whole.valueChanged.connect(self._on_change)
        self.dice.clicked.connect(self.draw_seed)

    def draw_seed(self) -> None:
        """Choose another seed by chance."""
        self.seed.setValue(secrets.randbelow(MAX_SEED))

    def sampling(self) -> Sampling:
        """The values as they stand."""
        return Sampling(
            temperature=round(self.temperature.value(), 4),
            top_k=self.top_k.value(),
            top_p=round(self.top_p.value(), 4),
            min_p=round(self.min_p.value(), 4),
            repetition_penalty=round(self.penalty.value(), 4),
            seed=self.seed.value(),
        )

    def set_sampling(self, sampling: Sampling) -> None:
        """Show other values without sending `changed`."""
        self._quiet = True
        self.temperature.setValue(sampling.temperature)
        self.top_k.setValue(sampling.top_k)
        self.top_p.setValue(sampling.top_p)
        self.min_p.setValue(sampling.min_p)
        self.penalty.setValue(sampling.repetition_penalty)
        self.seed.setValue(min(sampling.seed, MAX_SEED))
        self._quiet = False
        self._follow()

    def _follow(self) -> None:
        """The slider beside its number, and at 0 the word for it; what greedy choice ignores is disabled."""
        quiet, self._quiet = self._quiet, True
        self.slider.setValue(round(self.temperature.value() * 100))
        self._quiet = quiet
        greedy = self.temperature.value() == 0
        self.greedy.setText(self.tr("greedy: always the most likely token") if greedy else "")
        for control in (self.top_k, self.top_p, self.min_p, self.seed, self.dice):
            control.setEnabled(not greedy)

    def _on_change(self) -> None:
        if not self._quiet:
            self._follow()
            self.changed.emit(self.sampling())
