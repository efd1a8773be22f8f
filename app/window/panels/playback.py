"""Run, pause, step, back, stop; how many tokens, and how fast for people who want to watch them come."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget

from app.settings import MAX_SPEED
from app.state import Phase, RunState
from app.widgets.basics import (
    bind,
    column,
    describe,
    heading,
    muted,
    spin,
)
from viz.plain import Label

MIN_SPEED = 0.5  # tokens per second
NO_LIMIT = 100  # the slider's right end


def to_speed(value: int) -> float | None:
    """Tokens per second at a place of the slider; None at its right end."""
    if value >= NO_LIMIT:
        return None
    return float(MIN_SPEED * (MAX_SPEED / MIN_SPEED) ** (value / (NO_LIMIT - 1)))


def to_place(speed: float | None) -> int:
    """The place of the slider for a speed."""
    if speed is None:
        return NO_LIMIT
    part = math.log(max(speed, MIN_SPEED) / MIN_SPEED) / math.log(MAX_SPEED / MIN_SPEED)
    return min(NO_LIMIT - 1, round(part * (NO_LIMIT - 1)))


class PlaybackPanel(QWidget):
    """`speed_changed(float | None)`; the buttons do what the actions of their names do."""

    speed_changed = Signal(object)
    tokens_changed = Signal(int)

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        transport = QHBoxLayout()
        transport.setSpacing(6)
        for identifier in ("step_back", "play", "step", "stop"):
            button = self._button(identifier, actions[identifier])
            transport.addWidget(button, 2 if identifier == "play" else 1)
        self.tokens = spin(
            0,
            100_000,
            self.tr("Number of tokens"),
            self.tr("How many tokens are generated at a time; with 0 the prompt is read and nothing is written"),
        )
        self.tokens.setObjectName("narrow")
        self.tokens.valueChanged.connect(self.tokens_changed)
        self.speed = QSlider(Qt.Orientation.Horizontal)
        self.speed.setRange(0, NO_LIMIT)
        self.speed.setValue(NO_LIMIT)
        describe(
            self.speed, self.tr("Speed limit"), self.tr("Slow down to watch every token appear; right end = no limit")
        )
        self.speed_text = muted()
        self.speed_text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.speed.valueChanged.connect(self._on_speed)
        layout = column(self, 6)
        title = QHBoxLayout()
        title.addWidget(heading(self.tr("Playback")))
        title.addStretch(1)
        title.addWidget(self.tokens)
        title.addWidget(muted(self.tr("tokens")))
        layout.addLayout(title)
        layout.addLayout(transport)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self.tr("Speed")))
        row.addWidget(self.speed, 1)
        row.addWidget(self.speed_text)
        layout.addLayout(row)
        self._say_speed()

    def _button(self, identifier: str, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setObjectName("transport")
        button.setProperty("iconName", "back" if identifier == "step_back" else identifier)
        button.setProperty("bright", True)
        button.setProperty("iconPixels", 20)
        policy = button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        button.setSizePolicy(policy)
        describe(button, action.text())
        bind(button, action)
        self.buttons[identifier] = button
        return button

    def show_state(self, state: RunState) -> bool:
        """Show whether it plays; True where the play button's icon is another one now."""
        wanted = "pause" if state.phase is Phase.GENERATING else "play"
        button = self.buttons["play"]
        if button.property("iconName") == wanted:
            return False
        button.setProperty("iconName", wanted)
        button.setAccessibleName(self.tr("Pause") if wanted == "pause" else self.tr("Play"))
        return True

    def set_speed(self, speed: float | None) -> None:
        """Show a speed limit without sending it."""
        self.speed.blockSignals(True)
        self.speed.setValue(to_place(speed))
        self.speed.blockSignals(False)
        self._say_speed()

    def _on_speed(self) -> None:
        self._say_speed()
        self.speed_changed.emit(to_speed(self.speed.value()))

    def _say_speed(self) -> None:
        speed = to_speed(self.speed.value())
        self.speed_text.setText(self.tr("no limit") if speed is None else self.tr("{n:.2g} tok/s").format(n=speed))
        width = self.speed_text.fontMetrics().horizontalAdvance(self.tr("{n:.2g} tok/s").format(n=0.55))
        self.speed_text.setMinimumWidth(width)
