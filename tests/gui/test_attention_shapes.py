"""Every attention view beside models of unusual shape (one head, 64 heads, one block), with no, one and some tokens."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
import torch
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labkit.workbench import Workbench
from engine.run import Run
from tests.helpers.answered import answered, run_of, workbench
from tests.helpers.charts import click
from tests.helpers.map_stage import pixels
from viz.intents import ChooseHead, Intent
from viz.labs.attention.attention_atlas_view import AttentionAtlasView
from viz.labs.attention.attention_head_view import AttentionHeadView
from viz.labs.attention.attention_text_view import AttentionTextView
from viz.labs.attention.head_scores_view import HeadScoresView
from viz.labs.attention.head_table_view import HeadTableView
from viz.labs.layers.logit_lens_view import LogitLensView
from viz.registry import all_views
from viz.ui_state import UiState

VIEWS = (
    "attention_atlas", "attention_head", "attention_text", "head_table", "head_scores", "induction", "who_says_mary",
    "logit_lens", "layers", "hello_bye", "hello_bye_heads", "hello_bye_states", "hello_bye_goes_on",
)  # fmt: skip
SHAPES: dict[str, dict[str, int]] = {
    "one head": {"num_hidden_layers": 1, "num_attention_heads": 1, "num_key_value_heads": 1},
    "six blocks of one head": {"num_hidden_layers": 6, "num_attention_heads": 1, "num_key_value_heads": 1},
    "64 heads": {"num_hidden_layers": 2, "num_attention_heads": 64, "num_key_value_heads": 16, "hidden_size": 128},
}
TEXTS = {"empty": "", "one token": "the", "some tokens": "the cat sat on the mat and the dog ran after the cat"}
REPEATED = 4  # position of the second "the"


@cache
def bench_of(shape: str) -> Workbench:
    with TemporaryDirectory() as folder:
        return workbench(Path(folder), max_position_embeddings=256, **SHAPES[shape])


@pytest.fixture(params=SHAPES)
def shape(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def settings_for(shape: str) -> UiState:
    """The last head of the last layer, a token that stood before, and two names this tokenizer has tokens for."""
    heads, layers = SHAPES[shape]["num_attention_heads"], SHAPES[shape]["num_hidden_layers"]
    ui = UiState(layer=layers - 1, head=(layers - 1, heads - 1), position=REPEATED)
    for name, value in (("sentence", "the cat ran after the dog and the"), ("answer", "cat"), ("other", "dog")):
        ui = ui.with_option("who_says_mary", name, value)
    return ui


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", VIEWS)
def test_it_shows_what_there_is(qtbot: QtBot, shape: str, name: str, text: str) -> None:
    bench = bench_of(shape)
    view: Any = all_views()[name]()
    qtbot.addWidget(view)
    view.resize(760, 520)
    view.show()
    qtbot.waitExposed(view)
    refused = answered(view, run_of(bench, TEXTS[text], 6 if text == "some tokens" else 0), settings_for(shape), bench)
    QApplication.processEvents()
    assert refused == []
    picture = pixels(view.grab().toImage()).reshape(-1, 4)
    assert (np.abs(picture[:, :3].astype(int) - picture[0, :3]).sum(1) > 60).sum() > 100, "something is written there"


def test_every_thumbnail_is_a_head(qtbot: QtBot, shape: str) -> None:
    bench, view, sent = bench_of(shape), AttentionAtlasView(), list[Intent]()
    qtbot.addWidget(view)
    view.resize(640, 420)
    view.show()
    view.intent.connect(sent.append)
    answered(view, run_of(bench, TEXTS["some tokens"], 6), UiState(), bench)
    QApplication.processEvents()
    for layer in range(bench.info.n_layers):
        for head in (0, bench.info.n_heads // 2, bench.info.n_heads - 1):
            click(view.panel, 0, layer * bench.info.n_heads + head)
            assert sent[-1] == ChooseHead(layer, head)


def text_run(shape: str) -> tuple[Workbench, Run]:
    return bench_of(shape), run_of(bench_of(shape), TEXTS["some tokens"], 6)


def test_numbers_are_those_of_the_model(shape: str, qtbot: QtBot) -> None:
    """Of the last head of the last layer, in every view that writes them."""
    bench, run = text_run(shape)
    ui = settings_for(shape)
    attn = run.at(REPEATED).attn
    assert attn is not None
    row = attn[ui.head]
    matrix = AttentionHeadView.frame(run, ui).matrix
    assert matrix is not None
    assert [matrix.value(REPEATED, key) for key in range(REPEATED + 1)] == pytest.approx(row.tolist())
    np.testing.assert_allclose(AttentionTextView.frame(run, ui).weights[0, : REPEATED + 1], row)
    rows = [run.at(position).attn for position in range(len(run))]
    first = np.mean([values[(*ui.head, 0)] for values in rows[1:] if values is not None])
    table = HeadTableView.frame(run, ui)
    assert table.scores.shape[1:] == (bench.info.n_layers, bench.info.n_heads)
    assert table.scores[(3, *ui.head)] == pytest.approx(first, abs=1e-6)  # "first"
    scores = HeadScoresView()
    qtbot.addWidget(scores)
    answered(scores, run, ui, bench)
    assert [type(question).__name__ for question in run.findings] == ["AskHeadScores"]


def test_the_lens_is_the_norm_and_the_unembedding(shape: str, qtbot: QtBot) -> None:
    bench, run = text_run(shape)
    view = LogitLensView()
    qtbot.addWidget(view)
    answered(view, run, settings_for(shape), bench)
    table = LogitLensView.frame(run, settings_for(shape)).table
    assert table.known[REPEATED]
    assert table.difference < 1e-5
    resid = run.at(REPEATED).resid
    assert resid is not None
    with torch.inference_mode():
        probs = bench.model.lm_head(bench.model.model.norm(torch.tensor(resid))).softmax(-1)  # [L + 1, V]
    for row in range(bench.info.n_layers + 1):
        assert table.probs[row, REPEATED, 0] == pytest.approx(float(probs[row].max()), abs=1e-5)
        assert table.probs[row, REPEATED, 0] == pytest.approx(float(probs[row, table.ids[row, REPEATED, 0]]), abs=1e-5)
        assert table.entropy[row, REPEATED] == pytest.approx(float(-(probs[row] * probs[row].log2()).sum()), abs=1e-3)
        final = int(run.at(REPEATED).next_ids[0])
        assert table.final_rank[row, REPEATED] == int((probs[row] > probs[row, final]).sum())
