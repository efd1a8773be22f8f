"""The panel for figures: pages in any unit, what is kept, and no file replaced that nobody meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.window.panels.export import ExportPanel
from viz.figures.page import Figure, Page, of_pixels, paper
from viz.registry import all_views

Open = Callable[[], tuple[ExportPanel, list[tuple[str, Figure]]]]


@pytest.fixture
def kept() -> dict[str, str]:
    return {}


@pytest.fixture
def opened(qtbot: QtBot, kept: dict[str, str]) -> Open:
    """Makes panels that keep their choices in one place; nobody is asked before a file is replaced: it stays."""
    window = QWidget()
    qtbot.addWidget(window)

    def one() -> tuple[ExportPanel, list[tuple[str, Figure]]]:
        panel = ExportPanel(all_views(), kept, window)
        panel.ask_replace = lambda path: False
        asked: list[tuple[str, Figure]] = []
        panel.asked.connect(lambda path, figure: asked.append((path, figure)))
        panel.open_for("next_token", "dark", "figure.png")
        return panel, asked

    return one


def choose(panel: ExportPanel, text: str) -> None:
    """A preset by its size."""
    index = panel.page.preset.findData(text)
    panel.page.preset.setCurrentIndex(index)
    panel.page.preset.activated.emit(index)


def test_a_file_that_is_there_is_replaced_only_when_somebody_says_so(opened: Open, tmp_path: Path) -> None:
    panel, asked = opened()
    there = tmp_path / "there.svg"
    there.touch()
    panel.path.setText(str(there))
    assert "asked before" in panel.hint.text()
    questions = list[str]()

    def refuse(path: str) -> bool:
        questions.append(path)
        return False

    panel.ask_replace = refuse
    panel.button.click()
    assert (asked, questions) == ([], [str(there)])
    panel.ask_replace = lambda path: True
    panel.button.click()
    assert len(asked) == 1


def test_another_view_in_the_file_of_one_is_asked_about_again(opened: Open, tmp_path: Path) -> None:
    """The name was typed for one view; that it stays in the field does not mean it for the next."""
    panel, asked = opened()
    path = tmp_path / "mine.svg"
    panel.path.setText(str(path))
    panel.button.click()
    path.touch()  # drawn
    panel.button.click()  # the same view again, perhaps larger
    assert len(asked) == 2
    panel.view.setCurrentIndex(panel.view.findData("layers"))
    panel.button.click()
    assert len(asked) == 2
    panel.view.setCurrentIndex(panel.view.findData("next_token"))
    panel.button.click()
    assert len(asked) == 3


def test_the_dialog_that_chose_a_file_has_asked(opened: Open, tmp_path: Path) -> None:
    panel, asked = opened()
    there = tmp_path / "there.svg"
    there.touch()
    panel.ask_path = lambda suggested: str(there)
    panel.browse.click()
    assert "will be replaced" in panel.hint.text()
    panel.button.click()
    panel.view.setCurrentIndex(panel.view.findData("layers"))
    panel.button.click()
    assert [figure.view for _, figure in asked] == ["next_token"]


def test_what_was_chosen_last_is_there_again(opened: Open, kept: dict[str, str]) -> None:
    panel, asked = opened()
    assert panel.theme.currentData() == "dark"  # the window's
    choose(panel, "85x64mm")
    panel.page.text.setValue(9.0)
    panel.theme.setCurrentIndex(panel.theme.findData("print"))
    panel.transparent.setChecked(True)
    panel.button.click()
    panel, again = opened()
    panel.button.click()
    assert again == asked
    assert again[0][1] == Figure("next_token", paper(85, 64, 300, 9.0), "print", True)
    assert all(isinstance(text, str) for text in kept.values())


@pytest.mark.parametrize("text", ["", "nonsense", "85x64mm", "85x64mm 300 nan nan", "5x5 192 8", "-1x-1mm 0 0"])
def test_what_was_kept_and_is_nothing_is_left_out(text: str, kept: dict[str, str], opened: Open) -> None:
    kept["page"] = text
    panel, _ = opened()
    assert panel.figure().page == of_pixels(1920, 1080)


def test_another_unit_is_the_same_page(opened: Open) -> None:
    panel, _ = opened()
    choose(panel, "85x64mm")
    for unit, width in (("px", 1004), ("in", 3.35), ("mm", 85.0)):
        index = panel.page.unit.findData(unit)
        panel.page.unit.setCurrentIndex(index)
        panel.page.unit.activated.emit(index)
        assert panel.page.width.value() == pytest.approx(width, rel=0.002)
    assert panel.figure().page.dpi == 300


def test_a_page_that_cannot_be_made_is_said_before_it_is_asked_for(opened: Open) -> None:
    panel, _ = opened()
    choose(panel, "1189x841mm")
    assert panel.button.isEnabled()
    panel.page.dpi.setValue(1200)
    assert not panel.button.isEnabled()
    assert "32768" in panel.hint.text()
    panel.page.dpi.setValue(150)
    assert panel.figure().page == Page(7022, 4967, 150.0, (1189.0, 841.0))
    assert "1189.0 × 841.0 mm" in panel.hint.text()


def test_a_proposed_name_is_the_view_s_and_a_name_of_one_s_own_stays(opened: Open, tmp_path: Path) -> None:
    panel, _ = opened()
    panel.open_for("layers", "dark", "layers.png")
    assert panel.path.text() == "layers.png"
    panel.view.setCurrentIndex(panel.view.findData("next_token"))
    panel.view.activated.emit(panel.view.currentIndex())
    assert panel.path.text() == "next_token.png"
    mine = tmp_path / "mine.svg"
    panel.path.setText(str(mine))
    panel.open_for("layers", "dark", "layers.png")
    assert panel.path.text() == str(mine)
    panel.button.click()
    panel.open_for("layers", "dark", "layers.png")
    assert panel.path.text() == str(mine)
    panel.open_for("next_token", "dark", "next_token.png")
    assert panel.path.text() == str(tmp_path / "next_token.svg")
