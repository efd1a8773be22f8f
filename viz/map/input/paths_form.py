"""Further paths on the map: what can be added, and what is there, in the menu of a button."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from viz.intents import Intent, RemovePath, ShowPath, ShowPathOfFile
from viz.map.data.frame import MapFrame
from viz.map.data.further import FurtherBundle, FurtherPath
from viz.map.data.paths import OwnText
from viz.map.input.layer_box import LayerBox
from viz.map.paint import path_words
from viz.plain import Label, caption, set_tip
from viz.shown_paths import MOST, Shown, ShownPath, in_short, name_of

translate = QCoreApplication.translate  # by this name its texts are collected

LISTED = 44  # characters of a name in the list
WIDE = 300  # logical pixels of the line that a prompt is typed into


class PathsForm(QWidget):
    """The choices; `done` is called once one was made, to close the menu, and `look` to bring all paths into view."""

    def __init__(
        self,
        send: Callable[[Intent], None],
        done: Callable[[], None],
        look: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._send, self._done, self._look = send, done, look
        self._own = OwnText()
        self._listed: tuple[tuple[Shown, str], ...] | None = None
        self.prompt, self.layer = QLineEdit(), LayerBox()
        self.add_prompt = _button(translate("Map", "Add"), translate("Map", "Add this prompt's path"))
        self.add_layer = _button(translate("Map", "Add"), translate("Map", "Add the path after this layer"))
        self.keep = _button(translate("Map", "Keep this run's path"))
        self.add_run = _button(translate("Map", "Add a saved run…"))
        self.without = _button(translate("Map", "This text without interventions"))
        self.with_set = _button(translate("Map", "This text with the interventions that are set"))
        self.look_at = _button(translate("Map", "Look at the paths"))
        self.remove_all = _button(translate("Map", "Remove all"), translate("Map", "Remove all further paths"))
        self._name()
        self._lay_out()
        self._join()

    def _name(self) -> None:
        self.prompt.setAccessibleName(translate("Map", "Another prompt"))
        self.prompt.setPlaceholderText(translate("Map", "type another prompt"))
        self.prompt.setMinimumWidth(WIDE)
        for widget, tip in (
            (
                self.prompt,
                translate(
                    "Map",
                    "Its tokens as a second path on this map, read with the interventions of the run on screen.",
                ),
            ),
            (
                self.keep,
                translate("Map", "The path of this text stays on the map when another run begins."),
            ),
            (self.add_run, translate("Map", "The path of a run that was saved, or left unsaved, beside this one.")),
            (
                self.layer,
                translate("Map", "The path of this text after another layer, in that layer's own map laid over this."),
            ),
        ):
            set_tip(widget, tip)

    def _lay_out(self) -> None:
        self.form = QFormLayout(self)
        self.form.addRow(translate("Map", "Prompt"), _row(self.prompt, self.add_prompt))
        self.layer_row = _row(self.layer, self.add_layer)
        self.form.addRow(translate("Map", "This text after layer"), self.layer_row)
        self.form.addRow(_row(self.keep, self.add_run))
        self.form.addRow(self.without)
        self.form.addRow(self.with_set)
        self.list = QWidget()
        self.rows = QVBoxLayout(self.list)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(2)
        self.form.addRow(self.list)
        self.last_row = _row(self.look_at, self.remove_all)
        self.form.addRow(self.last_row)

    def _join(self) -> None:
        self.prompt.returnPressed.connect(self._add_prompt)
        self.add_prompt.clicked.connect(self._add_prompt)
        self.add_layer.clicked.connect(self._add_layer)
        self.keep.clicked.connect(self._keep)
        self.add_run.clicked.connect(self._ask_for_run)
        self.without.clicked.connect(lambda: self._show(ShownPath("plan", "")))
        self.with_set.clicked.connect(lambda: self._show(ShownPath("plan", "", plan=self._own.set_plan)))
        self.look_at.clicked.connect(self._look_at)
        self.remove_all.clicked.connect(lambda: self._remove(None))

    def show_frame(self, frame: MapFrame) -> None:
        """Show what is there, and what can be added."""
        own, further = frame.own, frame.further
        self._own = own
        self.layer.set_layers(frame.n_layers)
        is_states = frame.wanted.kind == "resid"
        self.form.setRowVisible(self.layer_row, is_states)
        self.form.setRowVisible(self.without, is_states and bool(own.plan.changes))
        self.form.setRowVisible(self.with_set, is_states and bool(own.set_plan.changes) and own.set_plan != own.plan)
        n_paths = len(further.paths)
        for button in (self.add_prompt, self.add_run):
            button.setEnabled(frame.layout is not None and n_paths < MOST)
        for button in (self.add_layer, self.keep, self.without, self.with_set):
            button.setEnabled(bool(own.token_ids) and frame.layout is not None and n_paths < MOST)
        shown: tuple[FurtherPath | FurtherBundle, ...] = (*further.paths, *further.bundles)
        listed = tuple((each.shown, path_words.why_in_words(each.why)) for each in shown)
        if listed != self._listed:
            self._listed = listed
            self._fill(listed, frame.n_layers)

    def _fill(self, listed: tuple[tuple[Shown, str], ...], n_layers: int) -> None:
        """Name each of them, with a button that removes it."""
        while self.rows.count():
            item = self.rows.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for shown, why in listed:
            text = path_words.named(shown, n_layers)
            short = text if len(text) <= LISTED else f"{text[: LISTED - 1].rstrip()}…"
            label = Label(f"{short} – {why}" if why else short)
            label.setWordWrap(bool(why))
            set_tip(label, text)
            remove = QToolButton()
            remove.setText("×")
            remove.setAutoRaise(True)
            remove.setAccessibleName(translate("Map", "Remove {path}").format(path=short))
            remove.clicked.connect(functools.partial(self._remove, name_of(shown)))
            self.rows.addWidget(_row(label, remove))
        self.form.setRowVisible(self.list, bool(listed))
        self.form.setRowVisible(self.last_row, bool(listed))
        self.adjustSize()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from field to field; the menu around would take it for a step to another entry."""
        fields = [it for it in self.findChildren(QWidget) if it.focusPolicy() & Qt.FocusPolicy.TabFocus]
        fields = [it for it in fields if it.isVisibleTo(self) and it.isEnabled() and it.focusProxy() is None]
        now = self.focusWidget()
        if fields:
            at = next((i for i, field in enumerate(fields) if field is now), -1)
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            fields[(at + (1 if forward else -1)) % len(fields)].setFocus(reason)
        return True

    # -- what is chosen ---------------------------------------------------------------------------------------------

    def _add_prompt(self) -> None:
        text, own = self.prompt.text(), self._own
        if text and self.add_prompt.isEnabled():
            self.prompt.clear()
            self._show(ShownPath("prompt", in_short(text), own.model, prompt=text, chat=own.chat, plan=own.plan))

    def _add_layer(self) -> None:
        self._show(ShownPath("layer", "", layer=self.layer.layer))

    def _keep(self) -> None:
        own = self._own
        self._show(ShownPath("run", own.label, own.model, token_ids=own.token_ids, plan=own.plan))

    def _ask_for_run(self) -> None:
        self._done()
        self._send(ShowPathOfFile())

    def _look_at(self) -> None:
        self._done()
        self._look()

    def _show(self, path: ShownPath) -> None:
        self._done()
        self._send(ShowPath(path))

    def _remove(self, name: int | str | None, _checked: bool = False) -> None:
        self._send(RemovePath(name))


def _button(text: str, name: str = "") -> QPushButton:
    made = QPushButton(caption(text))
    made.setAccessibleName(name or text)
    made.setAutoDefault(False)
    return made


def _row(*widgets: QWidget) -> QWidget:
    """Widgets side by side, the first as wide as there is room."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    for index, widget in enumerate(widgets):
        line.addWidget(widget, 0 if index else 1)
    return holder
