"""The form of a new layout: the fields of each algorithm, what it gives, and what is said where one is missing."""

from __future__ import annotations

import importlib.util
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from pytestqt.qtbot import QtBot

from engine.records import Algorithm, PacmapParams, TsneParams, UmapParams
from viz.map.data.algorithms import FITTED, METRICS, fit_seconds, missing_package
from viz.map.input.fit_form import FitForm


@pytest.fixture
def all_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: object())


def form(qtbot: QtBot) -> FitForm:
    made = FitForm()
    qtbot.addWidget(made)
    made.show()
    return made


def choose(made: FitForm, algorithm: Algorithm) -> None:
    made.algorithm.setCurrentIndex(made.algorithm.findData(algorithm))


@pytest.mark.usefixtures("all_there")
def test_each_algorithm_has_its_own_fields_and_gives_its_own_parameters(qtbot: QtBot) -> None:
    made = form(qtbot)
    assert made.params() == UmapParams()
    assert made.n_neighbors.isVisible()
    assert not made.perplexity.isVisible()
    choose(made, "tsne")
    assert made.params() == TsneParams()
    assert made.perplexity.isVisible()
    assert not made.n_neighbors.isVisible()
    made.perplexity.setValue(12)
    made.metric_box.setCurrentText("manhattan")
    made.seed.setValue(4)
    assert made.params() == TsneParams(12.0, "manhattan", 4)
    choose(made, "pacmap")
    made.near_pairs.setValue(20)
    assert made.params() == PacmapParams(20, metric="cosine", seed=4), "a metric that it has not falls back"
    assert [made.metric_box.itemText(row) for row in range(made.metric_box.count())] == list(METRICS["pacmap"])
    assert not made.missing.isVisible()


def test_one_that_is_not_installed_stands_there_greyed_with_what_to_do(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: dict[str, Any] = {"openTSNE": None}
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: there.get(name, object()))
    made = form(qtbot)
    model = made.algorithm.model()
    assert isinstance(model, QStandardItemModel)
    enabled = [bool(model.item(row).flags() & Qt.ItemFlag.ItemIsEnabled) for row in range(len(FITTED))]
    assert enabled == [True, False, True]
    assert made.missing.isVisible()
    assert "t-SNE needs the package openTSNE" in made.missing.text()
    assert "pip install openTSNE" in made.algorithm.itemData(1, Qt.ItemDataRole.ToolTipRole)
    assert missing_package("umap") == missing_package("pca") == ""


@pytest.mark.usefixtures("all_there")
def test_the_time_is_foretold_once_the_points_are_known(qtbot: QtBot) -> None:
    made = form(qtbot)
    assert not made.estimate.isVisible()
    choose(made, "pacmap")
    made.show_points(49_152, 576)
    assert made.estimate.isVisible()
    assert "49,152 points" in made.estimate.text()
    first = made.estimate.text()
    choose(made, "tsne")
    assert made.estimate.text() != first
    assert fit_seconds("tsne", 49_152, 576) > fit_seconds("tsne", 5_000, 576) > 0
