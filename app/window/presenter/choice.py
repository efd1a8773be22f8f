"""What is projected, how large its letters are and on which display: chosen in a popup, kept in the settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.widgets.basics import describe, heading, muted
from app.widgets.popup import Popup
from app.window.presenter.audience import MOST
from app.window.view_groups import view_groups
from viz.plain import caption
from viz.plural import plural
from viz.view import View

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5)
VIEWS, TEXT, FOLLOW, SCALE, SCREEN = "views", "text", "follow", "scale", "screen"  # what is kept
translate = QCoreApplication.translate  # by this name its texts are collected


@dataclass(frozen=True)
class Choice:
    """What a person chose. `screen` "": another one than the first window's, where there is one.

    `follow`: while a lesson is given, its step's heading is projected, and the step's views instead of `views`.
    """

    views: tuple[str, ...] = ()
    text: bool = True
    follow: bool = True
    scale: float = 1.75
    screen: str = ""

    @classmethod
    def read(cls, kept: Mapping[str, str]) -> Choice:
        """From the settings, whatever stands in them."""
        try:
            scale = float(kept.get(SCALE, "1.75"))
        except ValueError:
            scale = 1.75
        views = tuple(name for name in kept.get(VIEWS, "").split(",") if name)[:MOST]
        nearest = min(SCALES, key=lambda it: abs(it - scale)) if scale == scale else 1.75
        text, follow = (kept.get(name, "yes") == "yes" for name in (TEXT, FOLLOW))
        return cls(views, text, follow, nearest, kept.get(SCREEN, ""))

    def keep(self, kept: dict[str, str]) -> None:
        """Into the settings."""
        kept.update({VIEWS: ",".join(self.views), TEXT: "yes" if self.text else "no",
                     FOLLOW: "yes" if self.follow else "no",
                     SCALE: str(self.scale), SCREEN: self.screen})  # fmt: skip


class ChoicePopup(Popup):
    """Check boxes of the views by laboratory, and two lists. At most `MOST` views can be ticked."""

    chosen = Signal(object)  # Choice

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = Choice()
        self.boxes: dict[str, QCheckBox] = {}
        self.text = QCheckBox(self.tr("The text so far, in large letters"))
        self.follow = QCheckBox(self.tr("Heading and views of a lesson's step"))
        self.scale = QComboBox()
        for scale in SCALES:
            self.scale.addItem(f"{round(100 * scale)}\N{NO-BREAK SPACE}%", scale)
        self.screen_box = QComboBox()
        self.hint = muted(plural(self.tr("Up to {n} view(s) at once.", "", MOST), MOST).format(n=MOST))
        describe(self.text, self.text.text())
        describe(
            self.follow, self.follow.text(),
            self.tr("While a lesson is given: what its step shows, instead of the views ticked below"),
        )  # fmt: skip
        describe(self.scale, self.tr("Size of projected letters"))
        describe(self.screen_box, self.tr("Display of the projector"))
        self._lay_out()
        self.text.toggled.connect(self._on_choice)
        self.follow.toggled.connect(self._on_choice)
        self.scale.activated.connect(self._on_choice)
        self.screen_box.activated.connect(self._on_choice)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        for name, box in ((self.tr("Letters"), self.scale), (self.tr("Display"), self.screen_box)):
            row = QHBoxLayout()
            row.addWidget(muted(name), 1)
            row.addWidget(box, 2)
            column.addLayout(row)
        column.addWidget(self.text)
        column.addWidget(self.follow)
        column.addWidget(self.hint)
        self._inside = QWidget()
        self._inside.setObjectName("panel")
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        scrolled = QScrollArea()
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(self._inside)
        column.addWidget(scrolled, 1)

    def offer(self, views: Mapping[str, type[View]], screens: Sequence[QScreen], choice: Choice) -> None:
        """List these views and displays, with what is chosen of them."""
        if list(self.boxes) != list(views):
            self._list_views(views)
        self.screen_box.clear()
        self.screen_box.addItem(self.tr("Another than this window's"), "")
        for screen in screens:
            size = screen.geometry().size()
            self.screen_box.addItem(f"{screen.name()}  ({size.width()} × {size.height()})", screen.name())
        self.show_choice(choice)

    def _list_views(self, views: Mapping[str, type[View]]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.boxes = {}
        for group in view_groups(views):
            if group.title:
                self._list.addWidget(heading(group.title))
            for name in group.views:
                box = self.boxes[name] = QCheckBox(caption(views[name].translated_title()))
                describe(box, views[name].translated_title(), views[name].translated(views[name].tip))
                box.toggled.connect(self._on_choice)
                self._list.addWidget(box)
        self._list.addStretch(1)

    def show_choice(self, choice: Choice) -> None:
        """Show what is chosen, and let no more be ticked than there is room for."""
        self.choice = choice
        controls = (*self.boxes.values(), self.text, self.follow)
        for control in controls:
            control.blockSignals(True)
        for name, box in self.boxes.items():
            box.setChecked(name in choice.views)
            box.setEnabled(name in choice.views or len(choice.views) < MOST)
        self.text.setChecked(choice.text)
        self.follow.setChecked(choice.follow)
        for control in controls:
            control.blockSignals(False)
        self.scale.setCurrentIndex(SCALES.index(choice.scale))
        self.screen_box.setCurrentIndex(max(self.screen_box.findData(choice.screen), 0))

    def _on_choice(self) -> None:
        ticked = [name for name, box in self.boxes.items() if box.isChecked()]
        before = [name for name in self.choice.views if name in ticked or name not in self.boxes]
        views = (*before, *(name for name in ticked if name not in before))  # in the order in which they were ticked
        choice = replace(
            self.choice, views=tuple(views)[:MOST], text=self.text.isChecked(),
            follow=self.follow.isChecked(), scale=float(self.scale.currentData()),
            screen=str(self.screen_box.currentData()),
        )  # fmt: skip
        if choice != self.choice:
            self.show_choice(choice)
            self.chosen.emit(choice)
