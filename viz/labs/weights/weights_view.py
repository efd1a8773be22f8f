"""The weights of a model as pictures: any matrix, its moving averages, its sizes, its singular values, all layers.

Beside each picture stands the same of the same weights shuffled, in the same colours and put into order in the same
way: smoothing and sorting find patterns in noise too. The whole is drawn coarse; as a person zooms, the part in sight
is asked for as sharp as the screen, so no matrix is sent as a whole.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.weights.records import (
    OF_LAYERS,
    AskSpectrum,
    Picture,
    about_net,
)
from engine.questions import Question
from engine.run import Run
from viz import ask_path
from viz.charts.aim import Cells
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import with_percent
from viz.charts.rulers import short
from viz.enabled import enable
from viz.intents import (
    ChooseLayer,
    Intent,
    SaveTable,
    SetOption,
    ask_labs,
)
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.weights import charts, controls, doors, words
from viz.labs.weights.choice import chosen_of
from viz.labs.weights.meanings import group_ends
from viz.labs.weights.options import FILE, OPTIONS
from viz.labs.weights.table import table_of
from viz.labs.weights.tiles import Tile
from viz.labs.weights.weights_frame import (
    LAYERS,
    MATRIX,
    SIZES,
    SPECTRUM,
    WeightsFrame,
    wanted,
    weights_frame,
)
from viz.plain import caption
from viz.theme import Theme
from viz.ui_state import UiState
from viz.view import option_value, own_options

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

TALL = 34  # em of height from which on sizes and singular values stand below the pictures
SETTLED_MS = 70  # after which a part that was zoomed to is asked for
Cell = tuple[int, int]


class WeightsView(LabChartView):
    """The pictures; see the module."""

    name = "weights"
    title = QT_TRANSLATE_NOOP("WeightsView", "Weights as pictures")
    tab = QT_TRANSLATE_NOOP("WeightsView", "Weights")
    subtitle = QT_TRANSLATE_NOOP("WeightsView", "Each beside what chance makes")
    keywords = (
        QT_TRANSLATE_NOOP("WeightsView", "weight matrix"),
        QT_TRANSLATE_NOOP("WeightsView", "moving average"),
        QT_TRANSLATE_NOOP("WeightsView", "singular values"),
        QT_TRANSLATE_NOOP("WeightsView", "effective rank"),
        QT_TRANSLATE_NOOP("WeightsView", "kurtosis"),
        QT_TRANSLATE_NOOP("WeightsView", "Marchenko–Pastur"),
        QT_TRANSLATE_NOOP("WeightsView", "heatmap"),
    )
    area = "centre"
    order = 66
    figure_needs = "model"
    figure_seconds = 3.0
    tip = QT_TRANSLATE_NOOP(
        "WeightsView",
        "Any matrix of the model as a picture, beside the same weights shuffled: what is in both is chance. Zoom in "
        "for single weights, click one for its neuron or head.",
    )
    options = OPTIONS
    figure_lines = 680

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: WeightsFrame | None = None
        self.cell: Cell | None = None  # chosen, in places of the picture
        self._cell_of: object = None  # what it was chosen in
        self._size = 0, 0  # of the matrix drawn last
        self._seen: tuple[tuple[float, float, float, float], tuple[float, float]] | None = None
        self.layer = controls.layer_slider(self)
        self.window_size = controls.window_slider(self)
        self.names = controls.Names(self)
        for widget in (self.layer, self.window_size):
            self.bar.row.add(widget)
        self.bar.row.add(self.names)
        self.opening = self.bar.button(self.tr("Open net…"), self._open_net)
        self.compute = self.bar.button(self.tr("Compute"), self._compute)
        self.open_row = self.bar.button(self.tr("Open"), lambda: self._open(True))
        self.open_column = self.bar.button(self.tr("Open"), lambda: self._open(False))
        self.layer.chosen.connect(lambda value: self.send(ChooseLayer(value)))
        self.window_size.chosen.connect(lambda value: self.send(SetOption(self.name, "window", value)))
        self.names.named.connect(lambda text: self.send(SetOption(self.name, "tensor", text)))
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._ask_part)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> WeightsFrame:
        chosen = chosen_of(run, ui.layer, lambda name: option_value(cls, ui, name))
        return weights_frame(run, own_options(cls, ui), chosen)

    @classmethod
    def wants(cls, frame: WeightsFrame) -> Sequence[Intent]:
        return ask_labs(*wanted(frame))

    @classmethod
    def begins(cls, frame: WeightsFrame) -> Question | None:
        if frame.matrices is None or frame.why_not:
            return None
        if frame.found is None and frame.needs_button:
            return frame.question
        waits = frame.chosen.show == MATRIX and frame.spectrum is None and frame.spectrum_needs_button
        asked = about_net(AskSpectrum(frame.chosen.matrix, frame.chosen.seed), frame.chosen.net)
        return asked if waits and not frame.why_no_spectrum else None

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self, frame: WeightsFrame, theme: Theme) -> None:
        key = (frame.chosen.matrix, frame.chosen.look, frame.chosen.show)
        if key != self._cell_of:
            self.cell, self._cell_of = None, key
        if frame.found is not None or frame.why_not:
            self.bar.waiting = None
        super().paint(frame, theme)
        self._show_controls(frame)

    def _show_controls(self, frame: WeightsFrame) -> None:
        chosen = frame.chosen
        of_layer = chosen.matrix.role in OF_LAYERS
        self.layer.setVisible(of_layer and frame.n_layers > 1)
        self.layer.show_value(chosen.matrix.layer, 0, frame.n_layers - 1, f"L{chosen.matrix.layer}")
        smooth = chosen.look.shown != "value" and chosen.show in (MATRIX, LAYERS)
        self.window_size.setVisible(smooth)
        size = chosen.look.window
        self.window_size.show_value(size, *controls.WINDOWS, f"{size} × {size}")
        self.names.setVisible(chosen.matrix.role == "by name" and frame.matrices is not None)
        self.names.show_names(frame.matrices.names if frame.matrices else (), chosen.matrix.name)
        begins = self.begins(frame)
        self.compute.setVisible(begins is not None)
        enable(self.compute, begins is not None and self.bar.waiting != begins)
        self.opening.setVisible(bool(frame.chosen.net) or frame.chosen.needs_file)
        self._show_doors(frame)
        self.bar.show_fields(frame.ui)

    def _show_doors(self, frame: WeightsFrame) -> None:
        """What can be opened of the row and the column of the chosen cell."""
        for button, is_row in ((self.open_row, True), (self.open_column, False)):
            name = doors.said(frame, self.cell, is_row)
            button.setVisible(bool(name))
            button.setText(caption(name))
            button.setAccessibleName(name or self.tr("Open"))

    def _open(self, is_row: bool) -> None:
        for intent in doors.opened(self.painted, self.cell, is_row) if self.painted is not None else ():
            self.send(intent)

    def _open_net(self) -> None:
        path = ask_path.open_file(self, self.tr("Open a net"), self.tr("Nets (*.safetensors);;All files (*)"))
        if path:
            self.send(SetOption(self.name, "net_file", path))
            self.send(SetOption(self.name, "of", FILE))

    def _compute(self) -> None:
        question = self.begins(self.painted) if self.painted is not None else None
        if question is not None:
            self.ask(question)
            self._show_controls(cast(WeightsFrame, self.painted))

    # -- drawing -------------------------------------------------------------------------------------------------

    def has_charts(self, frame: WeightsFrame) -> bool:
        return frame.found is not None

    def draw_charts(self, frame: WeightsFrame) -> None:
        with self.drawing() as grid:
            pictures = frame.chosen.show in (MATRIX, LAYERS)
            grid.share(
                rows={1: 0 if pictures else 1, 2: 5 if pictures else 0, 4: 3 if pictures and self.is_tall else 0},
                columns={0: 1, 1: 1 if pictures else 0},
            )
            if frame.chosen.show == SIZES and frame.sizes is not None:
                charts.draw_sizes(grid, (0, 0, 1), frame.sizes, self.colours)
            elif frame.chosen.show == SPECTRUM and frame.spectrum is not None:
                charts.draw_spectrum(grid, (0, 0, 1), frame.spectrum, self.colours)
            elif frame.chosen.show == LAYERS and frame.layers is not None:
                self._draw_layers(grid, frame)
            elif frame.picture is not None:
                self._draw_pictures(grid, frame, frame.picture)

    @property
    def is_tall(self) -> bool:
        """Whether there is room for charts below the pictures."""
        return self.height() > TALL * self.em

    def resizeEvent(self, event: QResizeEvent) -> None:
        tall = self.is_tall
        super().resizeEvent(event)
        if self.painted is not None and tall != getattr(self, "_was_tall", tall):
            self.redraw()
        self._was_tall = tall

    def _draw_pictures(self, grid: ChartGrid, frame: WeightsFrame, picture: Picture) -> None:
        colouring = self._colour_bar(grid, frame, picture.scale)
        sides = (False, True) if frame.chosen.control else (False,)
        plots = [self._draw_picture(grid, frame, picture, colouring, control) for control in sides]
        grid.link(plots, x=True, y=True)
        if (picture.rows, picture.columns) != self._size:  # what was zoomed to was a place of another matrix
            self._size = picture.rows, picture.columns
            plots[0].view_all()
        plots[0].moved(self._moved)
        if not self.is_tall:
            return
        columns = 1 if len(sides) == 2 else 2
        if frame.sizes is not None:
            charts.draw_sizes(grid, (3, 0, 1), frame.sizes, self.colours)
        if frame.spectrum is not None and len(frame.spectrum.values) > 1:
            charts.draw_spectrum(grid, (3, 1 if frame.sizes is not None else 0, columns), frame.spectrum, self.colours)

    def _colour_bar(self, grid: ChartGrid, frame: WeightsFrame, scale: float) -> Colouring:
        colouring = Colouring(self.colours.diverging, self.colours.raised, scale, signed=True)
        shown = frame.chosen.look.shown
        label = {
            "value": self.tr("weight; the colours end at 3 root mean squares"),
            "average": self.tr("average of the weights around; the colours end at 3 root mean squares"),
            "size": self.tr("size of the weights around, against the usual one"),
        }[shown]
        name = {"value": self.tr("weight"), "average": self.tr("average weight"), "size": self.tr("size")}[shown]
        numbers = (lambda value: with_percent(f"{100 * value:+z.0f}".replace("-", "−"))) if shown == "size" else _three
        bar = Bar(colouring, label, numbers, name=name, free=True)
        return grid.colour_bar(0, 0, bar, columns=2)

    def _titles(self, grid: ChartGrid, row: int, frame: WeightsFrame) -> None:
        """What stands in the left and in the right picture."""
        if frame.chosen.control:
            grid.words(
                row,
                0,
                self.tr("the net's weights") if frame.chosen.net else self.tr("the model's weights"),
                size=0.9,
                bold=True,
            )
            text = self.tr("the same weights shuffled (seed {seed})").format(seed=frame.chosen.seed)
            grid.words(row, 1, text, size=0.9, bold=True)

    def _draw_picture(
        self, grid: ChartGrid, frame: WeightsFrame, picture: Picture, colouring: Colouring, control: bool
    ) -> Plot:
        from viz.labs.weights.matrix_heat import MatrixHeat

        if not control:
            self._titles(grid, 1, frame)
        plot = grid.plot(2, 1 if control else 0, 1, 1 if frame.chosen.control else 2)
        rows, columns, look = picture.rows, picture.columns, frame.chosen.look
        plot.show_axes(
            charts.axis_of(picture.column_axis, columns, look.columns, False),
            charts.axis_of(picture.row_axis, rows, look.rows, True),
        )
        lines = tuple(
            group_ends(axis) if order in ("stored", "role") else ()
            for axis, order in ((picture.row_axis, look.rows), (picture.column_axis, look.columns))
        )
        tiles = frame.tiles(control)
        heat = plot.item(MatrixHeat)
        heat.show_tiles((rows, columns), tiles, colouring, (lines[0], lines[1]), self.colours.border)
        if self.cell is not None and not self.still:
            plot.cell(*self.cell)
        plot.aim(
            Cells(rows, columns, cross=True),
            (lambda cell: self.tr("shuffled\n{value}").format(value=self._value(frame, tiles, cell)))
            if control
            else (lambda cell: words.cell_words(frame, picture, tiles, cell)),
            choose=self._choose, chosen=self.cell, browse=True,
        )  # fmt: skip
        return plot

    def _value(self, frame: WeightsFrame, tiles: tuple[Tile, ...], cell: Cell) -> str:
        """The shuffled matrix at a cell: its rows and columns mean nothing."""
        for tile in reversed(tiles):
            value = tile.value(*cell)
            if value is not None and frame.picture is not None:
                return words.value_words(frame, frame.picture, value, tile.spans)
        return ""

    def _draw_layers(self, grid: ChartGrid, frame: WeightsFrame) -> None:
        layers = frame.layers
        if layers is None:
            return
        colouring = self._colour_bar(grid, frame, layers.scale)
        self._titles(grid, 1, frame)
        both, chosen = frame.chosen.control, frame.chosen.matrix.layer
        wide, high = self.width() / (2 if both else 1), self.height() * (0.5 if self.is_tall else 0.8)
        plots = []
        for column, cells in enumerate((layers.cells, layers.control) if both else (layers.cells,)):
            plot = grid.plot(2, column, 1, 1 if both else 2)
            small = charts.Small(cells, wide / max(high, 1.0), chosen)
            small.draw(plot, colouring, self.tr("shuffled") if column else self.tr("weights"), self.colours)
            plot.aim(
                small, lambda layer: words.layer_words(frame, layer),
                choose=lambda layer: self.send(ChooseLayer(layer)), chosen=chosen,
            )  # fmt: skip
            plots.append(plot)
        grid.link(plots, x=True, y=True)
        if self.is_tall:
            ratio = frame.chosen.look.shown != "value"
            below = [
                charts.draw_by_layer(grid, (4, 0), layers, chosen, ratio, self.colours),
                charts.draw_kurtoses(grid, (4, 1), layers, chosen, self.colours),
            ]
            grid.link(below)

    # -- words ---------------------------------------------------------------------------------------------------

    def instead(self, frame: WeightsFrame) -> str:
        if not frame.has_model:
            return self.tr("Choose the net's file: “Open net…”.")
        if frame.why_not:
            return frame.why_not
        if frame.chosen.matrix.role == "by name" and not frame.chosen.matrix.name and not frame.chosen.net:
            return self.tr("Choose a matrix by its name above.")
        if frame.found is not None:
            return ""
        if frame.needs_button and self.bar.waiting is None:
            return self.tr("This takes longer than some seconds with so many weights. “Compute” begins it.")
        return self.tr("Reading the weights …")

    def heading(self, frame: WeightsFrame) -> str:
        return words.heading(frame)

    def notes(self, frame: WeightsFrame) -> str:
        return words.notes(frame)

    def as_table(self, frame: WeightsFrame) -> SaveTable | None:
        if frame.chosen.show != MATRIX:
            return super().as_table(frame)
        return table_of(frame, self._seen[0] if self._seen is not None else None)

    def has_numbers(self, frame: WeightsFrame) -> bool:
        return frame.found is not None

    # -- gestures ------------------------------------------------------------------------------------------------

    def _choose(self, cell: Cell) -> None:
        self.cell = cell
        if self.painted is not None:
            self.redraw()
            self._show_doors(self.painted)

    def _moved(self) -> None:
        """Another part is in sight: ask for it when it rests."""
        plot = self.panel.grid.plots[0]
        (left, right), (top, bottom) = plot.vb.viewRange()
        ratio = self.devicePixelRatioF()
        self._seen = (
            (left + 0.5, top + 0.5, right + 0.5, bottom + 0.5), (plot.vb.width() * ratio, plot.vb.height() * ratio),
        )  # fmt: skip
        if self.isVisible() and not self.still:
            self._settled.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._settled.stop()
        super().hideEvent(event)

    def _ask_part(self) -> None:
        frame = self.painted
        if frame is None or self._seen is None or self.still or frame.chosen.show != MATRIX:
            return
        for intent in ask_labs(frame.sharper(*self._seen)):
            self.send(intent)


def _three(value: float) -> str:
    """A number with three digits that carry meaning."""
    return short(float(f"{value:z.3g}")) if math.isfinite(value) else "–"
