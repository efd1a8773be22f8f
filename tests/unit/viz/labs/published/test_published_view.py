"""The view of published dictionaries: its steps, and what each says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.dictionaries.records import DictionaryInfo, FeatureName, Hook, Scores
from engine.labs.published.records import (
    FetchPublished,
    KeepPublished,
    MeasurePublished,
    OpenPublished,
    PublishedFetched,
    PublishedKept,
    PublishedMeasured,
    PublishedOpened,
)
from engine.questions import Refused
from engine.run import Run
from tests.helpers import runs
from viz.intents import AskLab, ChooseFeature, Intent, SetOption, ShowViews
from viz.labs.published import published_view
from viz.labs.published.published_frame import published_frame
from viz.labs.published.published_view import PublishedView
from viz.labs.published.words import activation_words, normalising_words, share
from viz.theme import theme
from viz.ui_state import UiState

INFO = DictionaryInfo(
    "/a/sae", "res/layer_3", Hook("resid", 2), 4096, 768, "topk", 32, "position", "gpt2", format="OpenAI",
    note="A note.",
)  # fmt: skip
UI = UiState().with_option("published", "path", "/a/sae")
OPENING, MEASURING = OpenPublished("/a/sae"), MeasurePublished("/a/sae")
SCORES = Scores(9000, 0.7, 0.8, 0.3, 31.5, 0.1, 3.0, 3.5, 8.0, 0.4)
DEALT = Scores(9000, -0.5, -0.4, 1.5, 31.5, 0.1, 3.0, 9.0, 8.0, 6.0)


def opened(**more: Any) -> PublishedOpened:
    values: dict[str, Any] = {"why_not": "", "same_model": True, "loaded": "gpt2", "lacks_factor": False, **more}
    return PublishedOpened(INFO, **values)


def measured(factor: float = 1.0) -> PublishedMeasured:
    return PublishedMeasured("the bundled novels", 16_000, SCORES, DEALT, factor)


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[PublishedView, list[Intent]]:
    view, sent = PublishedView(), list[Intent]()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    return view, sent


def paint(view: PublishedView, run: Run, ui: UiState = UI) -> str:
    frame = published_frame(run, ui)
    view.paint(frame, theme("dark"))
    return view.notes(frame)


def test_nothing_is_asked_unasked_and_each_step_follows_the_one_before(
    shown: tuple[PublishedView, list[Intent]],
) -> None:
    view, sent = shown
    run = runs.prompted()
    assert PublishedView.wants(published_frame(run, UI)) == ()
    paint(view, run, UiState())
    assert not view.open.isEnabled()
    paint(view, run)
    assert view.open.isEnabled()
    assert not view.measure.isEnabled()
    view.open.click()
    assert sent[-1] == AskLab(OPENING, again=True)
    assert not view.open.isEnabled()  # while it is read
    run.findings[OPENING] = opened()
    said = paint(view, run)
    assert "each position is brought to mean 0" in said
    assert "the 32 largest are active (TopK)" in said
    assert "It is of gpt2, which is loaded." in said
    assert "A note." in said
    assert view.heading(published_frame(run, UI)) == "res/layer_3 (OpenAI): 4,096 features of resid after L2"
    assert not view.keep.isEnabled()
    view.measure.click()
    assert sent[-1] == AskLab(MEASURING, again=True)
    run.findings[MEASURING] = measured()
    said = paint(view, run)
    assert said.startswith("Loss recovered 90.0\u00a0%, explained variance 70.0\u00a0%, 31.5 features active")
    assert "recovers −20.0\u00a0% and explains −50.0\u00a0%" in said
    view.keep.click()
    assert sent[-1] == AskLab(KeepPublished(MEASURING), again=True)
    run.findings[KeepPublished(MEASURING)] = PublishedKept(
        DictionaryInfo("/c/copy.safetensors", "C", INFO.hook, 1, 1, "relu")
    )
    assert "A copy is kept: /c/copy.safetensors" in paint(view, run)
    assert not view.keep.isEnabled()
    view.use.click()
    assert sent[-2:] == [ChooseFeature(FeatureName("/c/copy.safetensors")), ShowViews("features", ("features",))]


def test_the_losses_are_drawn_as_they_were_measured(shown: tuple[PublishedView, list[Intent]]) -> None:
    view, _ = shown
    run = runs.prompted()
    run.findings[OPENING], run.findings[MEASURING] = opened(), measured()
    paint(view, run)
    (plot,) = view.panel.grid.plots
    (bars,) = [it for it in plot.values[0] if it.kind == "bars"]
    np.testing.assert_allclose(bars.values, [3.0, 3.5, 9.0, 8.0])
    assert view.as_table(view.painted) is not None


def test_what_does_not_fit_can_be_neither_measured_nor_used(shown: tuple[PublishedView, list[Intent]]) -> None:
    view, _ = shown
    run = runs.prompted()
    run.findings[OPENING] = opened(why_not="It reads another width.")
    assert "It reads another width." in paint(view, run)
    assert not view.measure.isEnabled()
    assert not view.use.isEnabled()
    run.findings[OPENING] = opened(same_model=False, loaded="tiny")
    assert "made on gpt2, but tiny is loaded" in paint(view, run)
    assert view.measure.isEnabled()
    run.findings[OPENING] = opened(same_model=None)
    assert "does not name its model" in paint(view, run)
    run.findings[OPENING] = Refused("It is pickled.")
    assert paint(view, run) == "It is pickled."
    assert view.alarms(published_frame(run, UI))


def test_without_its_factor_only_a_kept_copy_is_used(shown: tuple[PublishedView, list[Intent]]) -> None:
    view, _ = shown
    run = runs.prompted()
    run.findings[OPENING] = opened(lacks_factor=True)
    assert "“Measure” finds it" in paint(view, run)
    assert not view.use.isEnabled()
    run.findings[MEASURING] = measured(0.25)
    assert "“Measure” finds it" not in paint(view, run)
    run.findings[KeepPublished(MEASURING)] = PublishedKept(INFO)
    paint(view, run)
    assert view.use.isEnabled()


def test_from_the_hub(shown: tuple[PublishedView, list[Intent]]) -> None:
    view, sent = shown
    run, ui = runs.prompted(), UI.with_option("published", "source", "hub")
    paint(view, run, ui)
    assert view.fetch.isVisible()
    assert not view.browse.isVisible()
    assert not view.fetch.isEnabled()
    ui = ui.with_option("published", "repo", "a/b").with_option("published", "folder", "layer_3")
    paint(view, run, ui)
    view.fetch.click()
    question = FetchPublished("a/b", "layer_3", "main")
    assert sent[-1] == AskLab(question, again=True)
    run.findings[question] = PublishedFetched("/cache/params.npz")
    paint(view, run, ui)
    view.open.click()
    assert sent[-1] == AskLab(OpenPublished("/cache/params.npz"), again=True)


def test_browse_takes_a_folder(shown: tuple[PublishedView, list[Intent]], monkeypatch: pytest.MonkeyPatch) -> None:
    view, sent = shown
    paint(view, runs.prompted())
    monkeypatch.setattr(published_view, "open_folder", lambda *_: "/other")
    view.browse.click()
    assert sent[-1] == SetOption("published", "path", "/other")
    monkeypatch.setattr(published_view, "open_folder", lambda *_: "")
    view.browse.click()
    assert len(sent) == 1


def test_words() -> None:
    from dataclasses import replace

    kinds = {activation_words(replace(INFO, activation=kind)) for kind in ("topk", "relu", "jumprelu", "gated")}
    assert len(kinds) == 4
    ways = {normalising_words(replace(INFO, normalising=way), 1.0) for way in ("fixed", "position", "mean", "length")}
    assert len(ways) == 4
    assert "0.2500" in normalising_words(replace(INFO, normalising="fixed"), 0.25)
    assert share(float("nan")) == "–"
