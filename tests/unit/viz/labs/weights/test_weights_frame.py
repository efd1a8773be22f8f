"""What is asked, what a part in sight needs, what rows and columns mean, what a table holds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.labkit.dispatch import answer
from engine.labkit.workbench import Bench
from engine.labs.weights.records import (
    AskLayers,
    AskMatrices,
    AskNetMatrices,
    AskNetPicture,
    AskNetSizes,
    AskPart,
    AskPicture,
    AskSizes,
    AskSpectrum,
    Axis,
    Look,
    Matrices,
    MatrixName,
    Part,
    Piece,
)
from engine.questions import Refused
from engine.run import Run
from tests.helpers.runs import no_model, one_step
from tests.helpers.weights import DOWN, EMBEDDING, Q, known, matrices, weights
from viz.labs.weights import weights_frame as data
from viz.labs.weights.charts import best_across, mosaic
from viz.labs.weights.meanings import group_ends, meaning
from viz.labs.weights.table import table_of
from viz.labs.weights.tiles import Tile
from viz.labs.weights.weights_frame import WeightsFrame, wanted
from viz.labs.weights.weights_view import WeightsView
from viz.ui_state import UiState

PLAIN = Look(window=1)


def ui_of(layer: int = 1, **options: object) -> UiState:
    ui = UiState(layer=layer)
    for name, value in options.items():
        ui = ui.with_option("weights", name, value)
    return ui


def frame_of(run: Run, layer: int = 1, **options: object) -> WeightsFrame:
    return WeightsView.frame(run, ui_of(layer, **options))


def test_the_list_is_asked_first_and_then_what_is_shown() -> None:
    assert wanted(frame_of(no_model())) == (AskNetMatrices(),)  # of the bracket model, in a language model's place
    run = one_step()
    assert wanted(frame_of(run)) == (AskMatrices(),)
    run.findings[AskMatrices()] = matrices(run)
    assert wanted(frame_of(run)) == (AskPicture(Q, PLAIN), AskSizes(Q))
    complete = known()
    del complete.findings[AskSpectrum(Q)]
    assert wanted(frame_of(complete)) == (AskSpectrum(Q),), "what takes longest comes last"
    assert wanted(frame_of(run, show="layers", picture="average")) == (AskLayers("q", Look("average", 64)),)
    assert wanted(frame_of(run, show="sizes")) == (AskSizes(Q),)
    assert wanted(frame_of(run, show="singular values", layer=0)) == (AskSpectrum(MatrixName("q", 0)),)
    assert wanted(frame_of(known())) == ()


def test_small_nets_are_asked_about_by_their_names() -> None:
    run, net = Run(), "one-block"
    assert wanted(frame_of(run, of=net)) == (AskNetMatrices(net),)
    listed = answer(AskNetMatrices(net), Bench(lambda *_: None, lambda: False))
    assert isinstance(listed, Matrices)
    run.findings[AskNetMatrices(net)] = listed
    frame = frame_of(run, of=net)
    first = MatrixName("by name", 0, "transformer.h.0.attn.c_attn.weight")
    assert frame.chosen.matrix == first
    assert frame.shape == listed.shape(first) == tuple(listed.name_shapes[listed.names.index(first.name)])
    assert wanted(frame) == (AskNetPicture(first, PLAIN, net=net), AskNetSizes(first, net=net))
    loaded = one_step()
    loaded.findings.update(run.findings)
    assert frame_of(loaded, of=net).chosen.matrix == first
    assert frame_of(loaded).chosen.matrix.role == "q"  # the control: the language model's
    assert not frame_of(loaded, of="file").has_model
    assert wanted(frame_of(loaded, of="file")) == ()
    assert wanted(frame_of(loaded, of="file", net_file="a.safetensors")) == (AskNetMatrices("a.safetensors"),)


def test_a_layer_beyond_the_last_is_the_last() -> None:
    assert frame_of(one_step(), layer=99).chosen.matrix == MatrixName("q", 2)
    assert frame_of(one_step(), layer=2, role="token embedding").chosen.matrix == EMBEDDING


def test_what_the_model_lacks_is_said_and_not_asked() -> None:
    run = one_step()
    run.findings[AskMatrices()] = matrices(run)
    frame = frame_of(run, role="gate")
    assert frame.why_not == "no gate here"
    assert wanted(frame) == ()
    run.findings[AskPicture(Q, PLAIN)] = Refused("It was refused.")
    assert frame_of(run).why_not == "It was refused."
    assert wanted(frame_of(run)) == ()


def test_what_takes_long_waits_for_the_button(monkeypatch: pytest.MonkeyPatch) -> None:
    run = one_step()
    run.findings[AskMatrices()] = matrices(run)
    monkeypatch.setattr(data, "QUICK_SPECTRUM", 10.0)
    frame = frame_of(run)
    assert AskSpectrum(Q) not in wanted(frame)
    assert WeightsView.begins(frame) == AskSpectrum(Q)
    assert AskPicture(Q, PLAIN) in wanted(frame)
    monkeypatch.setattr(data, "QUICK_LAYERS", 10)
    of_layers = frame_of(run, show="layers")
    assert wanted(of_layers) == ()
    assert WeightsView.begins(of_layers) == AskLayers("q", PLAIN)
    assert WeightsView.figure_wants(of_layers)[0].question == AskLayers("q", PLAIN)  # type: ignore[attr-defined]


def test_the_sharpest_cells_come_last() -> None:
    run = known(DOWN, cells=weights(4, 6), spans=(4, 4))
    for span in (2, 1):
        asked = AskPart(DOWN, PLAIN, 0, (span, span), 4, 12, 8, 20)
        run.findings[asked] = Part(weights(8 // span, 12 // span, span), weights(8 // span, 12 // span, 5))
    run.findings[AskPart(Q, PLAIN, 0, (1, 1), 0, 2, 0, 2)] = Part(weights(2, 2), weights(2, 2))  # of another matrix
    frame = frame_of(run, role="down")
    whole, half, one = frame.tiles(False)
    assert (whole.spans, half.spans, one.spans) == ((4, 4), (2, 2), (1, 1))
    assert (one.top, one.left, one.ends) == (4, 8, (12, 20))
    assert one.value(5, 9) == pytest.approx(float(weights(8, 12, 1)[1, 1]))
    assert one.value(3, 9) is None
    assert half.value(11, 19) == pytest.approx(float(weights(4, 6, 2)[3, 5]))
    assert np.array_equal(frame.tiles(True)[2].cells, weights(8, 12, 5))


def large_frame() -> WeightsFrame:
    return frame_of(known(DOWN, cells=weights(64, 128), spans=(64, 128)), role="down")  # of 4096 x 16384


def test_a_part_is_asked_for_as_sharp_as_the_screen() -> None:
    frame = large_frame()
    assert frame.sharper((0, 0, 16384, 4096), (60, 30)) is None, "the whole is as sharp as so few pixels are"
    asked = frame.sharper((4000, 1000, 5000, 1500), (500, 500))
    assert asked is not None
    assert asked.spans == (1, 2), "a pixel spans one row and two columns"
    assert asked.left <= 4000 - 100
    assert asked.right >= 5000 + 100
    assert asked.top <= 1000 - 50
    assert asked.bottom >= 1500 + 50
    assert asked.top % asked.spans[0] == asked.left % asked.spans[1] == 0
    assert (asked.bottom - asked.top) * (asked.right - asked.left) / 2 < 4 * 500 * 500
    cells = weights((asked.bottom - asked.top), (asked.right - asked.left) // 2)
    there = replace(frame, parts=((asked, Part(cells, cells)),))
    assert there.sharper((4020, 1010, 5020, 1510), (500, 500)) is None, "a small move is in it"
    assert there.sharper((4000, 1000, 4100, 1050), (500, 500)) != asked, "closer, single weights are asked for"
    edge = frame.sharper((-50, -20, 300, 200), (400, 400))
    assert edge is not None
    assert (edge.top, edge.left) == (0, 0)
    assert frame.sharper((20000, 0, 30000, 10), (400, 400)) is None, "nothing is there"


def test_rows_and_columns_mean_something() -> None:
    heads = Axis((Piece("head", 12, width=3),))
    assert (meaning(heads, 7).number, meaning(heads, 7).within, meaning(heads, 7).readers) == (2, 1, (2, 2))
    groups = Axis((Piece("kv head", 6, width=3, shared=4),))
    assert (meaning(groups, 4).number, meaning(groups, 4).readers) == (1, (4, 7))
    fused = Axis((Piece("head", 6, width=3, part="q"), Piece("head", 6, width=3, part="k")))
    assert (meaning(fused, 8).part, meaning(fused, 8).number, meaning(fused, 8).within) == ("k", 0, 2)
    assert group_ends(fused) == (3.0, 6.0, 9.0)
    assert meaning(Axis((Piece("position", 5, first=-2),)), 1).number == -1
    assert meaning(Axis((Piece("neuron", 5),)), 4) == meaning(Axis((Piece("neuron", 9),)), 4)
    assert meaning(heads, 99).kind == "plain"


def test_a_table_has_each_weight_with_its_stored_place() -> None:
    order = np.arange(16, dtype=np.int32)[::-1].copy(), np.arange(16, dtype=np.int32)
    cells = weights(16, 16)
    frame = frame_of(known(Q, PLAIN, cells=cells, order=order))
    table = table_of(frame, None)
    assert table is not None
    assert len(table.rows) == 256
    assert table.rows[1] == (15, "head", 3, 1, 1, "residual", 1, 1, float(cells[0, 1]),
                             float(frame.tiles(True)[0].cells[0, 1]))  # fmt: skip
    seen = table_of(frame, (2.0, 0.0, 4.0, 3.0))
    assert seen is not None
    assert {row[4] for row in seen.rows} == {2, 3}
    assert dict(table.about)["matrix"] == "layer.q.weight"


def test_a_table_too_long_is_of_coarser_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viz.labs.weights.table.MOST", 40)
    cells = weights(16, 16)
    table = table_of(frame_of(known(Q, PLAIN, cells=cells)), None)
    assert table is not None
    assert len(table.rows) <= 40
    strongest = max(abs(float(row[8])) for row in table.rows)
    assert strongest == pytest.approx(float(np.abs(cells).max()))


def test_small_pictures_stand_beside_each_other() -> None:
    cells = np.arange(5 * 4 * 6, dtype=np.float32).reshape(5, 4, 6)
    table, step = mosaic(cells, 3)
    assert step == (5, 7)
    assert np.array_equal(table[5:9, 7:13], cells[4])
    assert np.isnan(table[4]).all()
    assert np.isnan(table[5:, 14:]).all()
    assert best_across(12, (10, 10), 3.0) == 6
    assert best_across(1, (10, 10), 3.0) == 1


def test_a_tile_knows_where_it_ends() -> None:
    tile = Tile(weights(2, 3), (4, 2), 8, 6)
    assert tile.ends == (16, 12)
    assert tile.value(16, 6) is None
