"""The status line: the facts a careful person wants in sight, and the progress of what takes long."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from app.state import Phase, RunState, StatusFacts
from app.widgets.basics import describe
from app.window.panels.progress import Progress
from viz.charts.numbers import with_percent
from viz.map.faithful import percent
from viz.plain import Label, set_tip
from viz.plural import plural

SHORT = {"float32": "f32", "bfloat16": "bf16", "float16": "f16"}


class StatusLine(QStatusBar):
    """`SmolLM2-135M · cpu f32 · 27 tok/s · |Δlogit| vs reference 2e-6 · map keeps 31 % of neighbours`."""

    check_reference = Signal()
    cancel = Signal(object)  # key of a Work

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.model = Label()
        self.model.setObjectName("statusMain")
        self.where, self.speed, self.tokens, self.map, self.recorded = (Label() for _ in range(5))
        self.changed = Label()
        self.changed.setObjectName("statusWarning")
        self.reference = QPushButton()
        self.reference.setObjectName("link")
        self.reference.clicked.connect(self.check_reference)
        describe(self.reference, self.tr("Check against a full forward pass"))
        self.progress = Progress()
        self.progress.cancel.connect(self.cancel)
        self.phase = Label()
        for widget in (
            self.model,
            self.changed,
            self.where,
            self.tokens,
            self.speed,
            self.reference,
            self.map,
            self.recorded,
        ):
            self.addWidget(widget)
        self._by_importance = (
            self.model,
            self.changed,
            self.where,
            self.speed,
            self.reference,
            self.map,
            self.tokens,
            self.recorded,
        )
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self.phase)
        self.setContentsMargins(8, 0, 8, 0)
        describe(self, self.tr("Status line"))
        self.show_facts(StatusFacts())

    def show_state(self, state: RunState) -> None:
        """Say what the engine is about."""
        words = {
            Phase.STARTING: self.tr("starting"),
            Phase.NO_MODEL: self.tr("no model"),
            Phase.LOADING: self.tr("loading"),
            Phase.IDLE: self.tr("ready"),
            Phase.PREFILLING: self.tr("reading the prompt"),
            Phase.GENERATING: self.tr("generating"),
            Phase.DEAD: self.tr("engine ended"),
        }
        text = words[state.phase]
        if state.from_file and state.opened:
            of_file = self.tr("from a file")
            text = of_file if state.phase is Phase.IDLE else f"{text} · {of_file}"
        self.phase.setText(text)

    def show_facts(self, facts: StatusFacts) -> None:
        """Show what is known; what is not takes no room."""
        where = " ".join(part for part in (facts.device, SHORT.get(facts.dtype or "", facts.dtype)) if part)
        self._put(self.model, facts.model or "", self.tr("The model of this run"))
        changed = self.tr("modified: {what}").format(what=facts.changed) if facts.changed else ""
        self._put(
            self.changed,
            changed,
            self.tr("This run was generated with interventions; every view shows the modified model"),
        )
        self._put(self.where, where and f"·  {where}", self.tr("Device and precision of the model"))
        tokens = (
            plural(self.tr("{n} token(s)", "", facts.n_tokens), facts.n_tokens).format(n=facts.n_tokens)
            if facts.n_tokens
            else ""
        )
        self._put(self.tokens, tokens and f"·  {tokens}", self._length(facts.n_tokens))
        pace = facts.tokens_per_second
        shown = "" if pace is None else f"{pace:z,.0f}" if pace >= 100 else f"{pace:z.3g}"
        speed = shown and self.tr("{n} tok/s").format(n=shown)
        self._put(self.speed, speed and f"·  {speed}", self.tr("Tokens per second, while everything is recorded"))
        self._show_reference(facts)
        kept = (
            "" if facts.kept is None else self.tr("map keeps {share} of neighbours").format(share=percent(facts.kept))
        )
        error = 0.0 if facts.kept_error is None else 100 * facts.kept_error
        tip = self.tr(
            "How many of a point's 15 nearest neighbours (in all dimensions, by cosine similarity) are among the 50 "
            "nearest on this map: the mean over up to 500 of its points, drawn at random. Standard error {e}. "
            "They are points that the map was made from, not ones kept aside."
        ).format(e=with_percent(f"{error:.1f}"))
        self._put(
            self.map, kept and (f"·  {kept}" if facts.model else kept), tip
        )  # points may be there without a model
        where = self.tr("Preferences, Engine, Memory of a run: how much is kept before that")
        self._put(self.recorded, facts.recorded and f"·  {facts.recorded}", f"{facts.recorded}\n{where}")
        self.fold()

    def _length(self, n: int) -> str:
        """What the number of tokens means, and how their positions are counted."""
        return self.tr("Number of tokens on the path shown; their positions count from 0 to {last}").format(last=n - 1)

    def _show_reference(self, facts: StatusFacts) -> None:
        difference = facts.max_logit_difference
        if facts.model is None:
            self.reference.setText("")
            return
        if difference is None:
            self.reference.setText(self.tr("·  check against a full forward pass"))
            tip = self.tr("Compare the logits computed step by step with those of one full forward pass")
        else:
            self.reference.setText(
                self.tr("·  step by step vs full pass: |Δlogit| {d:.0e}").format(d=difference).replace("e-0", "e-")
            )
            tip = self.tr(
                "Largest difference between the logits computed step by step and those of one full forward pass over "
                "the same tokens; the top prediction agrees at {a} of the positions. Click to check again."
            ).format(a=with_percent(f"{100 * (facts.top1_agreement or 0.0):.1f}"))
        describe(self.reference, self.reference.text().strip("· "), tip)

    def minimumSizeHint(self) -> QSize:
        """Never what keeps a window wide."""
        return QSize(120, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit, the least important first."""
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Show the facts that fit beside the progress and the phase."""
        room = self.width() - 40
        room -= self.phase.sizeHint().width()
        room -= self.progress.fit(room)
        for part in self._by_importance:
            known = bool(part.text())
            room -= part.sizeHint().width() + 8 if known else 0
            part.setVisible(known and room >= 0)

    @staticmethod
    def _put(label: QLabel, text: str, tip: str) -> None:
        label.setText(text)
        set_tip(label, tip)

    def text(self) -> str:
        """The facts as one line, as a person reads them."""
        parts = (self.model, self.changed, self.where, self.tokens, self.speed, self.reference, self.map, self.recorded)
        return " ".join(part.text() for part in parts if not part.isHidden())
