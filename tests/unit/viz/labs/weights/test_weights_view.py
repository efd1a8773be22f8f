"""The pictures on screen: tiles, what a cell says and opens, the charts below, all layers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.weights.records import AskMatrices, AskPart, AskPicture, Look, MatrixName, Part
from engine.records import U8
from engine.run import Run
from tests.helpers.charts import click, point
from tests.helpers.neuron_views import made, paint
from tests.helpers.runs import LAYERS, no_model
from tests.helpers.weights import DOWN, EMBEDDING, Q, known, picture, weights
from tests.unit.viz.labs.weights.test_weights_frame import PLAIN, ui_of
from viz import ask_path
from viz.charts.heat import colours_of
from viz.charts.heatmap import Colouring
from viz.intents import AskLab, ChooseHead, ChooseLayer, ChooseNeuron, Hover, Intent, SetOption, ShowViews
from viz.labs.weights.matrix_heat import MatrixHeat
from viz.labs.weights.tiles import Tile
from viz.labs.weights.weights_view import WeightsView
from viz.theme import theme


def shown(
    qtbot: QtBot, run: Run, width: int = 1100, height: int = 800, **options: object
) -> tuple[WeightsView, list[Intent]]:
    view, sent = made(WeightsView, qtbot, width, height)
    assert isinstance(view, WeightsView)
    paint(view, run, ui_of(**options))  # type: ignore[arg-type]
    QApplication.processEvents()
    return view, sent


def notes(view: WeightsView) -> str:
    assert view.painted is not None
    return view.notes(view.painted)


def instead(view: WeightsView) -> str:
    assert view.painted is not None
    return view.instead(view.painted)


def test_a_matrix_stands_beside_its_shuffle_with_its_charts(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, known())
    plots = view.panel.grid.plots
    assert len(plots) == 4
    heats = [item for plot in plots for item in plot.items if isinstance(item, MatrixHeat)]
    assert len(heats) == 2
    view.grab()
    assert heats[0].image.size() == heats[1].image.size()
    assert notes(view).startswith("2 of 16 singular values are larger than any of the shuffled matrix")
    assert [text for _, text in plots[0].sides["left"].ruler.marks] == ["H0", "H1", "H2", "H3"]
    plots[0].vb.show_part(0, 2, 6)
    assert plots[1].vb.viewRange()[0] == plots[0].vb.viewRange()[0], "both are zoomed together"
    grid = view.panel.grid
    beside = grid.mapTo(view, grid.mapFromScene(plots[0].vb.sceneBoundingRect().topLeft()))
    image = view.grab().toImage()
    for x, y in ((2, 40), (2, 120)):
        colour = image.pixelColor(grid.mapTo(view, grid.rect().topLeft()).x() + x, beside.y() + y)
        assert colour.name() == theme("dark").surface, "what is zoomed stays inside of its axes"


def test_another_layer_is_seen_at_the_same_place_and_another_matrix_as_a_whole(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, known())
    box = view.panel.grid.plots[0].vb
    box.show_part(0, 2, 6)
    paint(view, known(MatrixName("q", 2)), ui_of(2))
    assert box.viewRange()[0] == [2, 6]
    paint(view, known(EMBEDDING), ui_of(role="token embedding"))
    assert not view.panel.grid.plots[0].vb.is_zoomed


def test_a_low_view_has_the_pictures_alone(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, known(), 700, 320)
    assert len(view.panel.grid.plots) == 2
    view.resize(700, 900)
    QApplication.processEvents()
    assert len(view.panel.grid.plots) == 4


def test_a_cell_says_what_it_is_and_opens_its_head(qtbot: QtBot) -> None:
    cells = weights(16, 16)
    view, sent = shown(qtbot, known(cells=cells))
    point(view.panel, 0, (6, 3))
    words = view.panel.grid.plots[0].crosshair.words
    assert f"weight {cells[6, 3]:.4g}".replace("-", "−") in words
    assert "row 6: L1.H1, its dimension 2 of 4" in words
    assert "column 3: residual stream, dimension 3" in words
    assert not view.open_row.isVisibleTo(view)
    click(view.panel, 0, (6, 3))
    assert view.open_row.isVisibleTo(view)
    assert view.open_row.text() == "Open head L1.H1"
    assert not view.open_column.isVisibleTo(view)
    QTest.mouseClick(view.open_row, Qt.MouseButton.LeftButton)
    assert sent[-2:] == [ChooseHead(1, 1), ShowViews("attention", ("attention_head",))]
    point(view.panel, 1, (6, 3))
    assert view.panel.grid.plots[1].crosshair.words.startswith("shuffled\n")


def test_neurons_and_tokens_open_too(qtbot: QtBot) -> None:
    order = np.arange(16, dtype=np.int32), np.arange(24, dtype=np.int32)[::-1].copy()
    view, sent = shown(qtbot, known(DOWN, Look(window=1, columns="norm"), order=order), role="down", columns="norm")
    click(view.panel, 0, (2, 1))
    assert view.open_column.text() == "Open neuron L1.N22", "of the column that stands there"
    QTest.mouseClick(view.open_column, Qt.MouseButton.LeftButton)
    assert sent[-2:] == [ChooseNeuron(1, 22), ShowViews("ablation", ("neuron",))]
    assert "The shuffled matrix is put into order in the same way." in notes(view)
    embedding, sent = shown(qtbot, known(EMBEDDING), role="token embedding")
    assert "(tied)" in notes(embedding)
    click(embedding.panel, 0, (4, 1))
    QTest.mouseClick(embedding.open_row, Qt.MouseButton.LeftButton)
    assert sent[-2:] == [Hover(token_id=4), ShowViews("explore", ("meaning_space",))]


def test_zooming_asks_for_the_part_in_sight_once(qtbot: QtBot) -> None:
    run = known(DOWN, cells=weights(64, 128), spans=(64, 128))
    view, _ = shown(qtbot, run, role="down")
    box = view.panel.grid.plots[0].vb
    box.show_part(0, 1000, 1200)
    box.show_part(1, 500, 700)
    with qtbot.waitSignal(view.intent) as told:
        pass
    (intent,) = told.args
    assert isinstance(intent, AskLab)
    asked = intent.question
    assert isinstance(asked, AskPart)
    assert asked.spans == (1, 1)
    rows, columns = asked.bottom - asked.top, asked.right - asked.left
    run.findings[asked] = Part(weights(rows, columns), weights(rows, columns, 1))
    run.changed += 1
    paint(view, run, ui_of(role="down"))
    heat = next(item for item in view.panel.grid.plots[0].items if isinstance(item, MatrixHeat))
    view.grab()
    assert len(heat._tiles) == 2
    at = asked.top + 3, asked.left + 4
    said = view.panel.grid.plots[0].aim_at.words(at)  # type: ignore[union-attr]
    assert f"weight {weights(rows, columns)[3, 4]:.4g}".replace("-", "−") in said
    assert "the strongest of 64 × 128" in view.panel.grid.plots[0].aim_at.words((4000, 9000))  # type: ignore[union-attr]


def picture_of(tiles: tuple[Tile, ...], size: tuple[int, int], pixels: tuple[int, int], colouring: Colouring) -> U8:
    """[high, wide, 3] what `MatrixHeat` paints of the whole matrix."""
    from pyqtgraph import GraphicsView, ViewBox

    scene, box, heat = GraphicsView(), ViewBox(defaultPadding=0.0), MatrixHeat()
    scene.setCentralItem(box)
    scene.resize(*pixels)
    box.addItem(heat, ignoreBounds=True)
    box.invertY(True)
    heat.show_tiles(size, tiles, colouring)
    box.setRange(QRectF(-0.5, -0.5, size[1], size[0]), padding=0)
    scene.show()
    QApplication.processEvents()
    image = scene.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(pixels[1], pixels[0], 4)
    scene.close()
    return rows[..., 2::-1].copy()


def test_each_weight_has_its_colour_and_parts_lie_where_they_belong(qtbot: QtBot) -> None:
    colouring = Colouring(theme("dark").diverging, "#101010", 3.0, signed=True)
    cells = weights(8, 10)
    image = picture_of((Tile(cells, (1, 1)),), (8, 10), (200, 160), colouring)
    assert np.array_equal(image[10::20, 10::20], colours_of(cells, colouring)[..., :3])
    part = weights(4, 4, 1)
    image = picture_of((Tile(cells[::4, ::5], (4, 5)), Tile(part, (1, 1), 2, 3)), (8, 10), (200, 160), colouring)
    assert np.array_equal(image[50:130:20, 70:150:20], colours_of(part, colouring)[..., :3])
    assert np.array_equal(image[10, 10], colours_of(cells, colouring)[0, 0, :3])


def test_a_single_strong_weight_stays_in_sight(qtbot: QtBot) -> None:
    colouring = Colouring(("#0000ff", "#000000", "#ff0000"), "#101010", 1.0, signed=True)
    cells = np.zeros((600, 400), np.float32)
    cells[301, 203] = -1
    image = picture_of((Tile(cells, (1, 1)),), (600, 400), (100, 60), colouring)
    assert (image[..., 2] == 255).any(), "of the 24 to 40 weights of a pixel the strongest is drawn"


def test_the_slider_and_the_list_tell_what_is_set(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, known(look=Look("average", 64), variations=(1.0, 1.0)), picture="average")
    assert view.window_size.isVisibleTo(view)
    view.window_size.slider.setValue(9)
    view.layer.slider.setValue(2)
    assert sent[-2:] == [SetOption("weights", "window", 9), ChooseLayer(2)]
    assert view.layer.slider.maximum() == LAYERS - 1
    assert "what is seen here is what chance makes" in notes(view)
    paint(view, known(look=Look("average", 64)), ui_of(role="by name"))
    assert view.names.isVisibleTo(view)
    assert "Choose a matrix by its name" in instead(view)
    view.names.setCurrentText("two.weight")
    view.names.activated.emit(1)
    assert sent[-1] == SetOption("weights", "tensor", "two.weight")


def test_more_than_chance_is_said(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, known(look=Look("average", 2), variations=(4.0, 1.0)), picture="average", window=2)
    assert "vary 4.00 times as much as in the shuffled matrix: more than chance makes." in notes(view)
    sized, _ = shown(qtbot, known(look=Look("size", 2), variations=(1.1, 1.0)), picture="size", window=2)
    assert "Sizes over 2 × 2 weights vary 1.10 times" in notes(sized)
    assert "what chance makes" in notes(sized)


def test_all_layers_stand_beside_each_other(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, known(), show="layers")
    assert len(view.panel.grid.plots) == 4
    assert "heaviest tails in L1" in notes(view)
    click(view.panel, 0, 2)
    assert sent[-1] == ChooseLayer(2)
    point(view.panel, 0, 1)
    assert "L1: standard deviation 0.3, excess kurtosis 5.00" in view.panel.grid.plots[0].crosshair.words
    view.grab()


@pytest.mark.parametrize("show", ["sizes", "singular values"])
def test_a_chart_alone_and_its_numbers(qtbot: QtBot, show: str) -> None:
    view, _ = shown(qtbot, known(), show=show)
    assert len(view.panel.grid.plots) == 1
    view.grab()
    assert view.painted is not None
    table = view.as_table(view.painted)
    assert table is not None
    names = {row[1] for row in table.rows}
    assert names == (
        {"weights", "normal, of the same spread"}
        if show == "sizes"
        else {"singular values", "shuffled", "random numbers (Marchenko–Pastur)"}
    )


def test_bad_weights_and_no_weights_are_said(qtbot: QtBot) -> None:
    cells = weights(16, 16)
    cells[2, 2] = np.nan
    run = known(cells=np.where(np.isnan(cells), 0, cells).astype(np.float32))
    run.findings[AskPicture(Q, PLAIN)] = picture(Q, cells, not_finite=1)
    run.findings = {key: value for key, value in run.findings.items() if isinstance(key, (AskMatrices, AskPicture))}
    view, _ = shown(qtbot, run)
    assert "1 weight is not a finite number, left empty and left out." in notes(view)
    assert "not a finite number" in view.panel.grid.plots[0].aim_at.words((2, 2))  # type: ignore[union-attr]
    paint(view, no_model())
    assert instead(view) == "Reading the weights …"  # of the bracket model
    assert not view.opening.isHidden()


def test_a_net_s_file_is_opened(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view, sent = shown(qtbot, no_model())
    monkeypatch.setattr(ask_path, "open_file", lambda *_: "net.safetensors")
    view.opening.click()
    assert sent[-2:] == [SetOption("weights", "net_file", "net.safetensors"), SetOption("weights", "of", "file")]


def test_a_gguf_file_s_weights_are_said_to_be_expanded(qtbot: QtBot) -> None:
    run = known()
    assert run.info is not None
    run.info = replace(run.info, source="the file /models/small-Q8_0.gguf")
    view, _ = shown(qtbot, run)
    assert "from a GGUF file" in notes(view)
    plain, _ = shown(qtbot, known())
    assert "GGUF" not in notes(plain)


def test_names_of_one_row(qtbot: QtBot) -> None:
    name = MatrixName("by name", name="two.weight")
    view, _ = shown(qtbot, known(name, cells=weights(1, 6)), role="by name", tensor="two.weight")
    view.grab()
    assert "one singular value, its length" in notes(view)
    assert len(view.panel.grid.plots) == 3
