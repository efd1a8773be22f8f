"""The column at the left: model, prompt, playback, sampling, one above the other in one dock."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.settings import Settings
from app.state import RunState, Work
from app.widgets.basics import MARGIN
from app.window.dock import Dock
from app.window.panels.model_card import ModelCard
from app.window.panels.playback import PlaybackPanel, to_speed
from app.window.panels.prompt import PromptPanel
from app.window.panels.sampling import SamplingPanel
from app.window.workspaces import CONTROLS
from engine.records import ModelInfo, Sampling

NARROWEST, WIDEST = 280, 460  # pixels at normal text size; what is to spare is the map's
LARGEST = 2.0  # times normal text size from which on it grows no more than its words need: views need room beside it
SCROLL_BAR = 12


class Controls(QWidget):
    """`changed` when something worth keeping changed. `dock` is what the window docks."""

    changed = Signal()

    def __init__(self, actions: Mapping[str, QAction], settings: Settings, parent: QWidget) -> None:
        super().__init__()
        self.setObjectName("controlsBody")
        self._scale = 1.0
        self.card = ModelCard()
        self.loading = QProgressBar()
        self.loading.setTextVisible(False)
        kept = self.loading.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # nothing below moves when it comes or goes
        self.loading.setSizePolicy(kept)
        self.loading.hide()
        self.prompt = PromptPanel(actions["run_prompt"])
        self.playback = PlaybackPanel(dict(actions))
        self.sampling = SamplingPanel()
        self._lay_out()
        self._area = QScrollArea()
        self.dock = self._docked(parent)
        self._take(settings)
        self.prompt.text_changed.connect(self.changed)
        self.prompt.chat.toggled.connect(self.changed)
        self.playback.tokens_changed.connect(self.changed)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(11)
        layout.addWidget(self.card)
        layout.addWidget(self.loading)
        layout.addWidget(self.prompt)
        layout.addWidget(self.playback)
        layout.addWidget(self.sampling)
        layout.addStretch(1)

    def _docked(self, parent: QWidget) -> Dock:
        dock = Dock(self.tr("Controls"), CONTROLS, parent)
        dock.setTitleBarWidget(QWidget())
        area = self._area
        area.setObjectName("controls")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        dock.setWidget(area)
        return dock

    def show_scale(self, scale: float) -> None:
        """Give the column the width its words need at this text size."""
        self._scale = scale
        self._fit_width()

    def _fit_width(self) -> None:
        least = max(round(NARROWEST * min(self._scale, LARGEST)), self.minimumSizeHint().width() + SCROLL_BAR)
        self._area.setMinimumWidth(least)
        self._area.setMaximumWidth(max(least, round(WIDEST * self._scale)))

    def event(self, event: QEvent) -> bool:
        """Whenever the contents need another width, give the column that width."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_width()
        return done

    def _take(self, settings: Settings) -> None:
        self.prompt.set_text(settings.prompt)
        self.prompt.chat.setChecked(settings.chat)
        self.sampling.set_sampling(settings.sampling)
        self.playback.tokens.setValue(settings.n_tokens)
        self.playback.set_speed(settings.speed)

    def remember(self, settings: Settings) -> None:
        """Write the values into the settings."""
        settings.prompt = self.prompt.text()
        settings.chat = self.prompt.chat.isChecked()
        settings.sampling = self.sampling.sampling()
        settings.n_tokens = self.playback.tokens.value()
        settings.speed = to_speed(self.playback.speed.value())

    def asked(self) -> tuple[str, Sampling, bool, int]:
        """Prompt, sampling, chat and number of tokens."""
        text = self.prompt.text()
        return text, self.sampling.sampling(), self.prompt.wants_chat(), self.playback.tokens.value()

    def set_asked(self, prompt: str, sampling: Sampling, chat: bool) -> None:
        """Show what a run was asked for with; what was typed meanwhile comes back by Undo in the editor."""
        self.prompt.set_text(prompt)
        self.prompt.chat.setChecked(chat)
        self.sampling.set_sampling(sampling)
        self.changed.emit()

    def edit_prompt(self) -> None:
        """Give the prompt the keyboard."""
        self.dock.show()
        self.prompt.editor.setFocus()
        self.prompt.editor.selectAll()

    def show_state(self, state: RunState, info: ModelInfo | None, wanted: str) -> bool:
        """Follow the state; True where icons are to be drawn again."""
        self.card.show_state(state, info, wanted)
        self.prompt.show_state(state)
        return self.playback.show_state(state)

    def show_work(self, work: Work | None) -> None:
        """A thin bar under the model's card while something long runs."""
        self.loading.setVisible(work is not None)
        if work is None:
            return
        self.loading.setRange(0, 0 if work.share is None else 1000)
        if work.share is not None:
            self.loading.setValue(round(1000 * work.share))
        self.loading.setAccessibleName(work.doing)
