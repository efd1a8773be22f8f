"""The slim strip above the map: search, space, layer, layout, and fitting a new layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QMenu, QToolButton, QWidget, QWidgetAction

from engine.labs.probes.records import AskAlong, AskProbe
from engine.records import EMBEDDING, UNEMBEDDING, Background, Space, along_of
from viz.intents import AskFitCost, CancelFit, ChooseLayout, ColourAlong, FitLayout, Intent, LayAlong, Select, ShowSpace
from viz.map.data.along import DIRECTION
from viz.map.data.frame import MapFrame
from viz.map.data.second import ONE, choices_of
from viz.map.data.series import nearest_of
from viz.map.input.directions_form import DirectionsForm, End
from viz.map.input.dragging import DragBox
from viz.map.input.elided_box import ElidedBox
from viz.map.input.fit_form import FitForm
from viz.map.input.layer_box import LayerBox
from viz.map.input.layer_slider import LayerSlider
from viz.map.input.paths_form import PathsForm
from viz.map.input.search_box import SearchBox
from viz.map.input.strip import Strip
from viz.map.input.texts_form import TextsForm
from viz.map.paint.layout_words import layout_name
from viz.map.paint.words import space_name
from viz.map.viewport import Viewport
from viz.plain import set_tip, tip

translate = QCoreApplication.translate  # by this name its texts are collected
OF_MODEL = 3  # the spaces that every model has


class Controls(Strip):
    """The strip. It shows what the frame says and sends what a person chooses."""

    def __init__(
        self,
        view: QWidget,
        viewport: Viewport,
        send: Callable[[Intent], None],
        set_option: Callable[[str, Any], None],
    ) -> None:
        super().__init__(view)
        self._send, self._set_option, self._look_at_paths = send, set_option, viewport.look_at_paths
        self.search = SearchBox(self, view, viewport, send)
        self.space = self._combo(
            translate("Map", "Space"),
            translate(
                "Map", "Which vectors the map shows: token embeddings, hidden states of a layer, or the unembedding"
            ),
        )
        self.layer = LayerBox(self)
        self.slider = LayerSlider(lambda: viewport.motion.mix < 1.0, self)
        self.layout_box = ElidedBox(
            translate(
                "Map",
                "How the vectors are laid out in 2 or 3 dimensions. New hidden states are projected on PCA exactly; on "
                "UMAP, t-SNE and PaCMAP each is placed where most of its 15 true neighbours are near, and says how "
                "many of them are. The last entries show a second layout beside it.",
            )
        )
        self.layout_box.setAccessibleName(translate("Map", "Layout"))
        self.layout_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.drag_box = DragBox(self)
        self.fit_button = QToolButton(self)
        self.directions_button = QToolButton(self)
        self.home_button = QToolButton(self)
        self._lay_out()
        self._layouts: tuple[object, ...] = ()
        self._own: tuple[tuple[str, str], ...] = ()  # spaces of laboratories that are listed
        self._space, self._shown = EMBEDDING, ""  # the space, and the key of the layout shown
        self._selection: tuple[int, ...] = ()
        self._states = Space("resid", 1)  # of the texts and prepared as was chosen last
        for name, kind in (
            (translate("Map", "Token embeddings"), "embedding"),
            (translate("Map", "Unembedding"), "unembedding"),
            (translate("Map", "Hidden states"), "resid"),
        ):
            self.space.addItem(name, kind)
        self.space.activated.connect(self._choose_space)
        self.layer.valueChanged.connect(self._choose_layer)
        self.slider.slider.valueChanged.connect(self.layer.setValue)
        self.layout_box.activated.connect(self._choose_layout)
        self.home_button.clicked.connect(viewport.go_home)

    def _combo(self, name: str, tip: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        set_tip(box, tip)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _lay_out(self) -> None:
        self.texts = TextsForm(self._choose_states, lambda: QTimer.singleShot(0, self._open_texts))
        self.texts_button = QToolButton(self)
        self.texts_button.setText(translate("Map", "Background"))
        self.texts_button.setAccessibleName(translate("Map", "Background states"))
        set_tip(self.texts_button, translate("Map", "Whose hidden states are the points, and how they are prepared"))
        self.texts_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.paths = PathsForm(self._send, self._close_paths, self._look_at_paths)
        self.paths_button = QToolButton(self)
        self.paths_button.setText(translate("Map", "Paths"))
        self.paths_button.setAccessibleName(translate("Map", "Further paths"))
        set_tip(
            self.paths_button,
            translate("Map", "Show other prompts, runs, layers or interventions as further paths beside this text's"),
        )
        self.paths_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.form = FitForm(lambda job, params: self._send(AskFitCost(job, params)))
        menu = _menu_of(self.form, self)
        self.fit_button.setText(translate("Map", "Fit layout"))
        set_tip(self.fit_button, translate("Map", "Lay the points out anew: UMAP, t-SNE or PaCMAP"))
        self.fit_button.setAccessibleName(translate("Map", "Fit a new layout"))
        self.fit_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.directions = DirectionsForm(lambda: self._selection, self._lay_along, self._colour_along, self._fit_probe)
        self.directions_button.setText(translate("Map", "Directions"))
        self.directions_button.setAccessibleName(translate("Map", "Directions as axes"))
        set_tip(
            self.directions_button,
            translate(
                "Map",
                "Choose the map's axes, or what its colours show: from a word or a selection to another, or a probe "
                "of a selection",
            ),
        )
        self.directions_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.home_button.setText(translate("Map", "Reset view"))
        self.home_button.setAccessibleName(translate("Map", "Reset view"))
        set_tip(self.home_button, translate("Map", "Show the whole map (R)"))
        buttons = (self.fit_button, self.directions_button, self.home_button, self.texts_button, self.paths_button)
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.form.fit.clicked.connect(self._fit)
        self.form.cancel.clicked.connect(self._cancel)
        self.add(self.search, translate("Map", "Search tokens"), 0, 12)
        self.add(self.space, translate("Map", "Space"), 1)
        self.add(self.layer, translate("Map", "Layer"), 2)
        self.add(self.slider, translate("Map", "Slide through the layers"), 3)
        self.add_button(self.texts_button, 6, _menu_of(self.texts, self))
        self.add(self.layout_box, translate("Map", "Layout"), 4, 18)
        self.add(self.drag_box, translate("Map", "Drag with the left button"), 7)
        self.add_button(self.paths_button, 5, _menu_of(self.paths, self))
        self.add_button(self.fit_button, 6, menu)
        self.add_button(self.directions_button, 8, _menu_of(self.directions, self))
        self.add_button(self.home_button, 3)

    def show_frame(self, frame: MapFrame) -> None:
        """Show the space, the layer and the layouts of a frame."""
        self._space = frame.space
        wanted = frame.wanted
        self.slider.show_frame(frame)
        self.paths.show_frame(frame)
        self.form.show_frame(frame)
        with (
            QSignalBlocker(self.space),
            QSignalBlocker(self.layer),
            QSignalBlocker(self.layout_box),
            QSignalBlocker(self.slider.slider),
        ):
            self.drag_box.show_flat(frame.settings.flat)
            self._list_spaces(frame)
            self.layer.set_layers(frame.n_layers)
            self.slider.slider.setRange(self.layer.minimum(), self.layer.maximum())
            for widget in (self.layer, self.slider, self.texts_button):
                self.set_wanted(widget, wanted.kind == "resid")
            if wanted.kind == "resid":
                self.layer.show_layer(wanted.layer)
                self.slider.slider.setValue(self.layer.value())
                self._states = wanted
                self.texts.show_space(wanted, frame.n_layers + 1, frame.d_model, _pace(frame.background))
            for button in (self.paths_button, self.directions_button):  # which are about tokens
                self.set_wanted(button, wanted.kind != "points")
            self._selection = frame.selection
            self.directions.show_space(frame.space)
            self._list_layouts(frame)
            if frame.layout is not None:
                self._shown = frame.layout.key
                self.layout_box.setCurrentIndex(self.layout_box.findData(frame.layout.key))
        self.layout_box.setEnabled(len(frame.layouts) > 0)

    def _list_spaces(self, frame: MapFrame) -> None:
        """The model's spaces, then those of laboratories that are there or are to be shown."""
        wanted = frame.wanted
        own = dict(frame.own_spaces)
        if wanted.kind == "points" and wanted not in own:
            own[wanted] = space_name(wanted, frame.n_layers)
        listed = tuple((title, space.points) for space, title in own.items())
        if listed != self._own:
            self._own = listed
            while self.space.count() > OF_MODEL:
                self.space.removeItem(OF_MODEL)
            for title, points in listed:
                self.space.addItem(title, points)
            self.arrange()
        self.space.setCurrentIndex(self.space.findData(wanted.points or wanted.kind))

    def _list_layouts(self, frame: MapFrame) -> None:
        """The layouts there are, then what can be shown beside the one shown."""
        split = frame.settings.second != ONE
        seconds = choices_of(frame.layouts, frame.layout)
        listed = (*(layout.key for layout in frame.layouts), split, *seconds)
        if listed == self._layouts:
            return
        self._layouts = listed
        self.layout_box.clear()
        for layout in frame.layouts:
            self.layout_box.addItem(layout_name(layout), layout.key)
            self.layout_box.setItemData(
                self.layout_box.count() - 1, tip(layout_name(layout)), Qt.ItemDataRole.ToolTipRole
            )
        if seconds or split:
            self.layout_box.insertSeparator(self.layout_box.count())
        for choice in seconds:
            name = QCoreApplication.translate("MeaningSpace", choice)
            self.layout_box.addItem(translate("Map", "Two maps: {layout} beside it").format(layout=name), (choice,))
        if split:
            self.layout_box.addItem(translate("Map", "One map"), (ONE,))
        self.arrange()

    def _choose_space(self, index: int) -> None:
        kind = self.space.itemData(index)
        if kind == "resid":
            self._send(ShowSpace(replace(self._states, layer=self.layer.last)))
        elif index >= OF_MODEL:
            self._send(ShowSpace(Space("points", points=kind)))
        else:
            self._send(ShowSpace(UNEMBEDDING if kind == "unembedding" else EMBEDDING))

    def _choose_layer(self, _: int) -> None:
        self._send(ShowSpace(replace(self._states, layer=self.layer.layer)))

    def _close_paths(self) -> None:
        for menu in (self.paths_button.menu(), self.menu):
            menu.close()

    def _open_texts(self) -> None:
        """Show the menu again, with what reading the chosen text will take."""
        if self.texts_button.isVisible():
            self.texts_button.showMenu()

    def _choose_states(self, space: Space) -> None:
        for menu in (self.texts_button.menu(), self.menu):
            menu.close()
        self._send(ShowSpace(space))

    def _choose_layout(self, index: int) -> None:
        chosen = self.layout_box.itemData(index)
        if not isinstance(chosen, tuple):
            self._shown = chosen
            self._send(ChooseLayout(self._space, chosen))
            return
        with QSignalBlocker(self.layout_box):
            self.layout_box.setCurrentIndex(self.layout_box.findData(self._shown))
        self._set_option("second", chosen[0])

    def _fit(self) -> None:
        for menu in (self.fit_button.menu(), self.menu):
            menu.close()
        params = self.form.params()
        along = along_of(params)
        self._send(FitLayout(nearest_of(self._space, along) if along else self._space, params))

    def _lay_along(self, axes: tuple[tuple[End, End], ...], orthogonal: bool) -> None:
        for menu in (self.directions_button.menu(), self.menu):
            menu.close()
        self._send(LayAlong(self._space, axes, orthogonal))

    def _colour_along(self, start: End, end: End) -> None:
        self._colour_by(AskAlong(self._space, start, end))

    def _fit_probe(self, ones: tuple[int, ...], others: tuple[int, ...]) -> None:
        self._colour_by(AskProbe(self._space, ones, others))

    def _colour_by(self, question: AskAlong | AskProbe) -> None:
        for menu in (self.directions_button.menu(), self.menu):
            menu.close()
        if self._selection:  # all but what is selected is faint, and the colours of all are to be seen
            self._send(Select(()))
        self._send(ColourAlong(question))
        self._set_option("colour", DIRECTION)

    def _cancel(self) -> None:
        self._send(CancelFit())


def _menu_of(form: QWidget, parent: QWidget) -> QMenu:
    """A menu that holds a form."""
    menu = QMenu(parent)
    action = QWidgetAction(menu)
    action.setDefaultWidget(form)
    menu.addAction(action)
    return menu


def _pace(background: Background | None) -> float:
    """Seconds that a token of the shown text took to read; 0 where nobody knows."""
    return 0.0 if background is None else background.read_seconds / max(len(background.token_ids), 1)
