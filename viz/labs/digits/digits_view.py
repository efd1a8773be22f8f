"""A small net that reads handwritten digits: train it, draw one, blur it, look at its neurons, its map and its rivals.

The net learns while its picture is on screen, a tenth of its training at a time. What it answers is computed here with
its weights, so that a drawing is read while it is drawn. The picture stands at the left of every page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.labs.digits.records import MapDigits, points_of
from engine.run import Run
from viz.charts.chart_view import ChartView
from viz.enabled import enable
from viz.intents import AskLab, Intent, SetOption, ShowSpace, ShowViews, ask_labs
from viz.joined import spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.digits import pages, settings, words
from viz.labs.digits.cloud import Cloud
from viz.labs.digits.column import Column
from viz.labs.digits.digits_frame import DigitsFrame, digits_frame
from viz.plain import set_tip
from viz.ui_state import Option, UiState

translate = QCoreApplication.translate  # by this name its texts are collected
N_PICTURES = 1797


class DigitsView(ChartView):
    """See the module."""

    name = settings.OWNER
    title = QT_TRANSLATE_NOOP("DigitsView", "Handwritten digits")
    tab = QT_TRANSLATE_NOOP("DigitsView", "Digits")
    subtitle = QT_TRANSLATE_NOOP("DigitsView", "A small model learns to read, from certain to unsure")
    keywords = (
        QT_TRANSLATE_NOOP("DigitsView", "digits"),
        QT_TRANSLATE_NOOP("DigitsView", "MNIST"),
        QT_TRANSLATE_NOOP("DigitsView", "handwriting"),
        QT_TRANSLATE_NOOP("DigitsView", "classifier"),
        QT_TRANSLATE_NOOP("DigitsView", "softmax"),
        QT_TRANSLATE_NOOP("DigitsView", "embedding"),
        QT_TRANSLATE_NOOP("DigitsView", "blur"),
        QT_TRANSLATE_NOOP("DigitsView", "training"),
    )
    area = "centre"
    order = 75
    figure_needs = "engine"
    figure_seconds = 3.0
    tip = QT_TRANSLATE_NOOP(
        "DigitsView",
        "A small model learns to read handwritten digits in about a second: draw one of your own, blur it, and see "
        "what each neuron answers to.",
    )
    options = settings.OPTIONS
    figure_lines = 760
    worked_by_audience = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: DigitsFrame | None = None
        self.side = Column(self)
        self.cloud = Cloud(self, lambda look: pages.digit_colours(look.theme), self._choose_picture)
        self._told = pages.Gestures(self._choose_picture, self._choose_blur, self._choose_neuron)
        self.controls = QWidget(self)
        self._build_controls()
        self.column.removeWidget(self.panel)
        body, right = QHBoxLayout(), QVBoxLayout()
        right.addWidget(self.controls, 0, Qt.AlignmentFlag.AlignTop)
        right.addWidget(self.panel, 1)
        right.addWidget(self.cloud, 1)
        body.addWidget(self.side, 24)
        body.addLayout(right, 76)
        self.column.addLayout(body, 1)
        self.side.drawn.connect(self._drawn)
        self.side.fitted.connect(lambda on: self._set(settings.FIT, bool(on)))
        self.side.blurred.connect(self._choose_blur)
        self.side.turned_to.connect(self._turn_to)
        self.cloud.hide()

    def _build_controls(self) -> None:
        """What belongs to single pages: layer, space and layout of the map, the button of the starts."""
        row = QHBoxLayout(self.controls)
        row.setContentsMargins(0, 0, 0, 0)
        self.new_start = QPushButton(translate("DigitsView", "Train from another start"))
        self.new_start.setAccessibleName(self.new_start.text())
        set_tip(self.new_start, translate("DigitsView", "Train again with other initial weights: the next seed"))
        self.new_start.clicked.connect(self._another_start)
        self.layers, self.spaces, self.layouts, self.dimensions = (QComboBox() for _ in range(4))
        for box, option in (
            (self.layers, settings.LAYER),
            (self.spaces, settings.SPACE),
            (self.layouts, settings.ALGORITHM),
            (self.dimensions, settings.DIMENSIONS),
        ):
            box.setAccessibleName(self.translated(option.label))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            set_tip(box, self.translated(option.tip))
            for choice in option.choices:
                box.addItem(self.translated_choice(option, choice), choice)
            box.activated.connect(lambda _at, box=box, option=option: self._choose(option, box.currentData()))
        self.to_map = QPushButton(translate("DigitsView", "Show on the large map"))
        self.to_map.setAccessibleName(self.to_map.text())
        set_tip(
            self.to_map,
            translate(
                "DigitsView",
                "Open these vectors in the meaning space: every layout there is, UMAP too, neighbours, search and "
                "selection. A click on a point there shows its picture here.",
            ),
        )
        self.to_map.clicked.connect(self._show_on_map)
        self.compare = QPushButton()
        self.compare.clicked.connect(self._compare)
        for part in (
            self.new_start,
            self.layers,
            self.spaces,
            self.layouts,
            self.dimensions,
            self.to_map,
            self.compare,
        ):
            row.addWidget(part)
        row.addStretch(1)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> DigitsFrame:
        return digits_frame(run, ui)

    @classmethod
    def wants(cls, frame: DigitsFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions, in_turn=True)

    @classmethod
    def figure_wants(cls, frame: DigitsFrame) -> Sequence[Intent]:
        if frame.page == "starts" and frame.starts is None and not frame.why_not:
            return (*cls.wants(frame), AskLab(frame.comparing))
        return cls.wants(frame)

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: DigitsFrame) -> str:
        return words.heading(frame)

    def notes(self, frame: DigitsFrame) -> str:
        return words.notes(frame)

    def alarms(self, frame: DigitsFrame) -> bool:
        return bool(frame.why_not or (frame.trained is not None and frame.trained.stopped))

    def spoken(self, frame: DigitsFrame) -> str:
        said = (words.heading(frame), words.picture(frame), words.answer(frame), words.notes(frame))
        return spoken(*(part for part in said if part))

    # -- drawing -------------------------------------------------------------------------------------------------

    def show_charts(self, frame: DigitsFrame, wanted: bool) -> None:
        self.side.show_frame(frame, self.look)
        self._show_controls(frame)
        in_space = frame.page == "map" and not frame.flat and frame.map is not None
        self.cloud.setVisible(in_space)
        if in_space:
            self.cloud.show_frame(frame, self.look)
        there = {"map": frame.map, "starts": frame.starts, "neurons": frame.neuron}.get(frame.page, frame.trained)
        super().show_charts(frame, wanted and not in_space and there is not None)

    def draw_charts(self, frame: DigitsFrame) -> None:
        draw = {
            "neurons": pages.draw_neurons, "map": pages.draw_map, "starts": pages.draw_starts,
        }.get(frame.page, pages.draw_answer)  # fmt: skip
        with self.drawing() as grid:
            draw(grid, frame, self.look, self._told)

    def _show_controls(self, frame: DigitsFrame) -> None:
        if self.still:
            self.controls.hide()
            return
        count = len(frame.recipe.hidden)
        if self.layers.count() != count:
            self.layers.clear()
            for layer in range(count):
                self.layers.addItem(translate("DigitsView", "hidden layer {layer}").format(layer=layer), layer)
        if frame.neuron is not None:
            self.layers.setCurrentIndex(frame.neuron.layer)
        shown = (
            (self.spaces, frame.space),
            (self.layouts, frame.algorithm),
            (self.dimensions, settings.DIMENSIONS.choices[not frame.flat]),
        )
        for box, data in shown:
            box.setCurrentIndex(box.findData(data))
            box.setVisible(frame.page == "map")
        self.to_map.setVisible(frame.page == "map")
        self.layers.setVisible(frame.page == "neurons" and count > 1)
        self.new_start.setVisible(frame.page in ("answer", "neurons"))
        said = translate("DigitsView", "Train {n} models from other starts").format(n=frame.comparing.count)
        self.compare.setText(said)
        self.compare.setAccessibleName(said)
        self.compare.setVisible(frame.page == "starts")
        enable(self.compare, frame.starts is None)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _choose(self, option: Option, value: Any) -> None:
        """Set one of the boxes; a map that was stopped is asked for again where it is chosen again."""
        self._set(option, value)
        frame = self.painted
        if frame is None or option not in (settings.SPACE, settings.ALGORITHM):
            return
        layer = settings.layer_of(self.spaces.currentData())
        asked = MapDigits(frame.recipe, layer, self.layouts.currentData())
        if asked in frame.refused:
            self.send(AskLab(asked, again=True))

    def _set(self, option: Option, value: Any) -> None:
        self.send(SetOption(self.name, option.name, value))

    def _drawn(self, text: str) -> None:
        self._set(settings.DRAWING, text)

    def _choose_blur(self, blur: float) -> None:
        self._set(settings.BLUR, round(blur, 2))

    def _choose_neuron(self, neuron: int) -> None:
        self._set(settings.NEURON, int(neuron))

    def _choose_picture(self, number: int) -> None:
        self._set(settings.DRAWING, "")
        self._set(settings.EXAMPLE, int(number))

    def _turn_to(self, step: int) -> None:
        frame = self.painted
        if frame is None:
            return
        if frame.bitmap is not None:
            self._set(settings.DRAWING, "")
            return
        count = len(frame.pictures.digits) if frame.pictures is not None else N_PICTURES
        self._choose_picture((frame.example + step) % count)

    def _another_start(self) -> None:
        if self.painted is not None:
            self._set(settings.SEED, (self.painted.recipe.seed + 1) % 10_000)

    def _show_on_map(self) -> None:
        frame = self.painted
        if frame is not None:
            self.send(ShowSpace(points_of(frame.recipe, settings.layer_of(frame.space))))
            self.send(ShowViews("from_scratch", ("meaning_space",)))

    def _compare(self) -> None:
        if self.painted is not None:
            self.send(AskLab(self.painted.comparing, again=True))
            enable(self.compare, False)

    def finish_figure(self) -> None:
        super().finish_figure()
        self.side.be_still()
        self.controls.hide()
