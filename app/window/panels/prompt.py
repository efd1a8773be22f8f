"""The prompt: a text whose field grows with it, run with Ctrl+Enter, with or without the model's chat template."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from app.state import RunState
from app.widgets.basics import (
    bind,
    column,
    describe,
    heading,
)
from viz.growing_text import GrowingText
from viz.plain import set_tip

LEAST, MOST = 3, 12  # lines of the prompt that are shown


class PromptPanel(QWidget):
    """`text_changed` while it is typed. The button does what the action `run_prompt` does."""

    text_changed = Signal()

    def __init__(self, run: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._without_template = False  # the model loaded has none
        self.editor = GrowingText(LEAST, MOST, enter_ends=False)
        self.editor.setObjectName("prompt")
        self.editor.setPlaceholderText(self.tr("Type a text for the model to continue"))
        self.editor.textChanged.connect(self.text_changed)
        describe(self.editor, self.tr("Prompt"), self.tr("The text that the model continues"))
        self.chat = QCheckBox(self.tr("Chat template"))
        describe(
            self.chat,
            self.tr("Chat template"),
            self.tr("Put the prompt into the format of a conversation that this model was trained on"),
        )
        self.chat.setEnabled(False)
        self.button = QPushButton(self.tr("Run"))
        self.button.setObjectName("primary")
        self.button.setProperty("iconName", "send")
        describe(self.button, self.tr("Run the prompt"))
        bind(self.button, run)
        layout = column(self, 6)
        layout.addWidget(heading(self.tr("Prompt")))
        layout.addWidget(self.editor)
        row = QHBoxLayout()
        row.addWidget(self.chat)
        row.addStretch(1)
        row.addWidget(self.button)
        layout.addLayout(row)

    def text(self) -> str:
        """The prompt as it stands."""
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Put `text` into the editor, the cursor at its end; Undo there brings back what it takes the place of."""
        if text != self.text():
            self.editor.setText(text)

    def wants_chat(self) -> bool:
        """Whether the chat template is to be applied, as far as is known before a model is loaded."""
        return self.chat.isChecked() and not self._without_template

    def show_state(self, state: RunState) -> None:
        """Offer the chat template where the model has one."""
        self.chat.setEnabled(state.has_chat_template)
        self._without_template = state.has_model and not state.has_chat_template
        if self._without_template:
            tip = self.tr("This model has no chat template")
        else:
            tip = self.tr("Put the prompt into the format of a conversation that this model was trained on")
        set_tip(self.chat, tip)
