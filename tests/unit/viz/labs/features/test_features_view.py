"""The view on screen: list, page, notes, and what its gestures send."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.dictionaries.records import NO_FEATURE, FeatureName
from engine.labs.features.records import AskIndex, FeatureContrast, KeepNote, Note
from engine.labs.steering.records import FeatureChange
from engine.run import Run
from tests.helpers.features import INFO, LABELS, NAME, READS, N, contexts, index, known
from tests.helpers.neuron_views import made, paint
from tests.helpers.runs import no_model
from tests.unit.viz.labs.features.test_features_frame import ui_of
from viz import ask_path
from viz.intents import AskLab, ChooseFeature, ChooseNeuron, Intent, PutOnBoard, SetOption
from viz.labs.features.features_frame import correlation
from viz.labs.features.features_view import FeaturesView
from viz.labs.features.shading import rows_of


def shown(
    qtbot: QtBot,
    run: Run,
    width: int = 1200,
    height: int = 820,
    feature: FeatureName = NO_FEATURE,
    **options: object,
) -> tuple[FeaturesView, list[Intent]]:
    view, sent = made(FeaturesView, qtbot, width, height)
    assert isinstance(view, FeaturesView)
    paint(view, run, ui_of(feature, **options))
    QApplication.processEvents()
    return view, sent


def notes(view: FeaturesView) -> str:
    assert view.painted is not None
    return view.notes(view.painted)


def cells(view: FeaturesView, column: int) -> list[str]:
    model = view.table.sorted
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_the_list_sorts_by_what_it_shows_and_a_row_chooses_its_feature(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, known())
    assert cells(view, 0)[:3] == ["F0", "F1", "F2"]
    assert cells(view, 1)[2] == "★"
    assert cells(view, 2)[:3] == ["the", "cat, dog", "my digits"]
    assert cells(view, 3)[0] == "30.0\u00a0%"
    view.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert cells(view, 0)[0] == f"F{N - 1}"
    view.table.setCurrentIndex(view.table.sorted.index(1, 0))
    assert ChooseFeature(FeatureName(NAME, N - 2)) in sent


def test_painting_marks_the_chosen_row_and_sends_nothing(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, known(), feature=FeatureName(NAME, 5))
    assert sent == []
    row = view.table.sorted.mapToSource(view.table.currentIndex()).row()
    assert view.table.model_of.features[row] == 5


def test_the_page_shows_contexts_above_the_histogram(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, known())
    assert view.shading.isVisible()
    assert len(view.panel.grid.plots) == 1
    view.grab()
    told = [said for _, said in view.shading._boxes]
    assert len(told) >= 12
    assert "activation 1.500" in told[0]
    assert "30.0\u00a0%" in notes(view)
    assert "15.0\u00a0%" in notes(view), "what a label covers by chance"


def test_readings_stand_beside_chance_and_open_what_they_name(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, known(), page="writes")
    assert len(view.panel.grid.plots) == 4
    assert "25.0\u00a0%" in notes(view)
    view, sent = shown(qtbot, known(), page="feeds")
    assert len(view.panel.grid.plots) == 4
    view._choose_part("neurons", 1)
    view._choose_part("near", 2)
    view._choose_part("partners", 0)
    assert sent == [ChooseNeuron(1, 2), ChooseFeature(FeatureName(NAME, 6)), ChooseFeature(FeatureName(NAME, 1))]


def test_a_typed_text_is_shaded_token_by_token(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, known(), page="try", typed="the cat")
    view.grab()
    assert [said.endswith("2.500") for _, said in view.shading._boxes] == [False, True]
    assert "1 of 2 tokens" in notes(view)
    assert "2.50" in notes(view)


def test_effects_tell_their_control(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, known(), by="effect")
    assert "0.700 bits on average, 1 drawn at random 0.050" in notes(view)
    r = np.corrcoef([-0.9, 0.5, 0.1], [-1.0, 0.4, 0.05])[0, 1]
    assert f"r = {r:.2f}" in notes(view)
    assert cells(view, 3)[:2] == ["−0.900", "0.500"]


def test_a_contrast_tells_what_shuffled_texts_give(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, known(), by="contrast", a="one", b="two")
    assert view.compute.isVisible()
    view.compute.click()
    question = next(it.question for it in sent if isinstance(it, AskLab))
    run = known()
    two = np.array([1.0, -2.0], np.float32)
    found = FeatureContrast(
        "one", "two", (2, 2), (3, 3), np.array([5, 1], np.int32), two, two, np.full(2, 0.5, np.float32), 0.9
    )
    run.findings[question] = found
    paint(view, run, ui_of(by="contrast", a="one", b="two"))
    assert "differ by 3.0 standard errors" in notes(view)
    assert "by 0.9" in notes(view)
    assert cells(view, 0) == ["F5", "F1"]


def test_the_text_is_read_when_a_person_asks(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, known(made=False))
    assert view.read.isVisible()
    assert "about 65 s" in notes(view)
    view.read.click()
    assert sent == [AskLab(READS, again=True)]
    assert not view.read.isEnabled()
    run = known()
    run.findings[READS] = index()
    paint(view, run, ui_of())
    assert not view.read.isVisible()


def test_a_file_is_read_as_the_text(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask_path, "open_file", lambda *_: "mine.txt")
    view, sent = shown(qtbot, known(made=False))
    view.file.click()
    assert SetOption("features", "text", "file") in sent
    assert AskLab(AskIndex(NAME, "mine.txt", 30_000, make=True), again=True) in sent


def test_what_a_person_notes_is_kept(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, known(), feature=FeatureName(NAME, 2))
    own = view.own
    assert (own.label.text(), own.lists.text(), own.text.text()) == ("my digits", "mine", "seen in dates")
    assert own.star.isChecked()
    own.label.setFocus()
    own.label.selectAll()
    QTest.keyClicks(own.label, "years")
    QTest.keyClick(own.label, Qt.Key.Key_Return)
    own.star.click()
    kept = [it.question.note for it in sent if isinstance(it, AskLab) and isinstance(it.question, KeepNote)]
    assert kept == [
        Note(2, "years", "seen in dates", True, ("mine",)),
        Note(2, "years", "seen in dates", False, ("mine",)),
    ]


def test_the_list_is_saved_as_a_table(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, known(), by="effect")
    assert view.painted is not None
    table = view.as_table(view.painted)
    assert table is not None
    assert table.columns[:3] == ("feature", "label", "own label")
    first = dict(zip(table.columns, table.rows[0], strict=True))
    assert (first["feature"], first["label"]) == (3, LABELS[3])
    assert first["estimated"] == pytest.approx(-0.9)
    third = dict(zip(table.columns, table.rows[2], strict=True))
    assert third["measured"] == ""


def test_without_a_dictionary_there_is_a_sentence(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, no_model())
    assert view.painted is not None
    assert "Load a model" in view.instead(view.painted)
    assert not view.table.isVisible()


@pytest.mark.parametrize(("width", "height"), [(1200, 500), (420, 700), (320, 300)])
def test_list_and_page_stand_where_there_is_room(qtbot: QtBot, width: int, height: int) -> None:
    view, _ = shown(qtbot, known(), width, height)
    table, page = view.table.geometry(), view.page.geometry()
    assert not table.intersects(page)
    assert (table.right() < page.left()) == (width > 1.15 * height)


def test_contexts_are_shared_out_by_the_room_there_is() -> None:
    groups = list(contexts().groups)
    assert rows_of(groups, 200) == [12, 6, 6, 6]
    low = rows_of(groups, 30)
    assert low[0] >= max(low[1:])
    assert min(low) >= 1
    assert sum(low) * 1.62 + 4 * 1.75 <= 30
    assert rows_of(groups[:1], 30) == [12]


def test_correlation_of_what_does_not_vary_is_none() -> None:
    assert np.isnan(correlation(np.ones(4, np.float32), np.arange(4, dtype=np.float32)))


def test_the_feature_that_is_shown_can_be_switched_off(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, known(), feature=FeatureName(NAME, 2), page="writes")
    assert view.off.text() == "Switch off F2"
    view.off.click()
    (put,) = sent
    assert isinstance(put, PutOnBoard)
    largest = float(10 * np.linspace(0.3, 0.0, N).astype(np.float32)[2])
    assert put.change == FeatureChange(NAME, "abc", INFO.hook, 2, "zero", largest, 0.25, strength=0.0)
