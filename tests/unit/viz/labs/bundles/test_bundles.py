"""The view of bundles: what it asks, what it says of two bundles, and its tables."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.labs.bundles.records import AskBundle, Bundle
from engine.run import Run
from tests.helpers.runs import prompted
from viz.intents import AskLab, SaveTable, ShowPath, ShowViews
from viz.labs.bundles.bundles_frame import COLUMNS, BundlesFrame, table
from viz.labs.bundles.bundles_view import BundlesView
from viz.shown_paths import ShownBundle
from viz.theme import theme
from viz.ui_state import UiState


def made(question: AskBundle) -> Bundle:
    """A bundle of two groups, one sample of which ends early."""
    n, length = question.count, question.length
    ids = (np.arange(n * length).reshape(n, length) % 40 + 3).astype(np.int32)
    ids[1, 2:] = -1
    lengths = np.full(n, length, np.int32)
    lengths[1] = 2
    spread = np.linspace(0.05, 0.4, length).astype(np.float32)
    groups = (np.arange(n) % 3 == 2).astype(np.int32)
    return Bundle(
        ids, lengths, np.ones(n, np.float32), spread, spread - np.float32(0.02), spread + np.float32(0.02),
        np.array([n if step < 2 else n - 1 for step in range(length)], np.int32), int(np.argmax(spread >= 0.2)),
        groups, np.array([3, 2], np.int32), 0.4, 9, 1.0,
    )  # fmt: skip


def framed(run: Run, **options: object) -> BundlesFrame:
    ui = UiState()
    for name, value in {"count": 8, "length": 10, **options}.items():
        ui = ui.with_option("bundles", name, value)
    return BundlesView.frame(run, ui)


def answered(run: Run, **options: object) -> BundlesFrame:
    for question in framed(run, **options).questions:
        if question is not None:
            run.findings[question] = made(question)
    run.changed += 1
    return framed(run, **options)


def test_b_is_another_prompt_or_another_temperature_and_else_is_not_there() -> None:
    run = prompted()
    run.run_id = 1
    first, second = framed(run).questions
    assert first == AskBundle(run.current, 8, 10, run.sampling)
    assert second is None
    assert framed(run, temperature_b="0,5").questions[1] == replace(
        first, sampling=replace(run.sampling, temperature=0.5)
    )
    assert framed(run, prompt_b="Once").questions[1] == replace(first, prompt="Once")
    for bad in ("warm", "-1", "nan", "inf"):
        frame = framed(run, temperature_b=bad)
        assert frame.bad_temperature
        assert frame.questions[1] is None


def test_buttons_ask_and_words_say_what_was_found(qtbot: QtBot) -> None:
    run = prompted()
    run.run_id = 1
    view, sent = BundlesView(), list[object]()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.intent.connect(sent.append)
    frame = framed(run, temperature_b="1.5")
    view.paint(frame, theme("dark"))
    assert not BundlesView.wants(frame), "nothing is drawn unasked"
    view.draw_a.click()
    view.draw_b.click()
    assert sent == [AskLab(question, again=True) for question in frame.questions if question is not None]
    frame = answered(run, temperature_b="1.5")
    view.paint(frame, theme("light"))
    said = view.notes(frame)
    assert "B: 8 samples at temperature 1.5, seeds 0 to 7." in said
    assert f"They part after {made(frame.questions[0]).parted + 1} tokens" in said  # type: ignore[arg-type]
    assert "6 × “" in said
    assert "2 × “" in said
    assert view.panel.grid.plots[0].values[0], "both lines are there"


def test_both_are_shown_on_the_map_with_the_text_they_continue(qtbot: QtBot) -> None:
    run = prompted()
    run.run_id = 1
    view, sent = BundlesView(), list[object]()
    qtbot.addWidget(view)
    view.intent.connect(sent.append)
    view.paint(framed(run, prompt_b="Once"), theme("dark"))
    assert not view.show_map.isEnabled()
    view.paint(answered(run, prompt_b="Once"), theme("dark"))
    view.show_map.click()
    first, second = (it.path for it in sent if isinstance(it, ShowPath))
    assert isinstance(first, ShownBundle)
    assert isinstance(second, ShownBundle)
    assert (first.letter, first.token_ids, first.prompt) == ("A", tuple(run.token_ids.tolist()), "")
    assert (second.letter, second.token_ids, second.prompt, second.label) == ("B", (), "Once", "Once")
    assert [len(sample) for sample in first.samples] == [10, 2, *[10] * 6]
    assert len(first.groups) == 8
    assert isinstance(sent[-1], ShowViews)


def test_the_table_has_every_sample_of_both() -> None:
    run = prompted()
    run.run_id = 1
    frame = answered(run, prompt_b="Once")
    rows = table(frame)
    assert len(rows) == 16
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert [row[0] for row in rows] == ["A"] * 8 + ["B"] * 8
    assert [row[2] for row in rows[:8]] == list(range(8))
    assert rows[1][5] == 2
    assert sum(int(row[4]) for row in rows) == 4


@pytest.mark.parametrize("held", [True, False])
def test_a_file_lacks_what_the_model_can_draw(held: bool, qtbot: QtBot) -> None:
    run = prompted()
    run.run_id = int(held)
    frame = framed(run)
    assert BundlesView.lacks(frame) is not held
    view, sent = BundlesView(), list[object]()
    qtbot.addWidget(view)
    view.intent.connect(sent.append)
    view.paint(frame, theme("dark"))
    assert view.draw_a.isEnabled() is held
    view.actions()[-1].trigger()
    assert not [it for it in sent if isinstance(it, SaveTable)], "there is nothing to save yet"
