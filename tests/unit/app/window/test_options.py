"""Options go round: shown, changed, told, kept; and what no longer fits is dropped."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from app.window.option_bar import Control, OptionBar
from app.window.saved_options import fits, valid_options
from tests.helpers.toy_views import TOYS, ToyView
from viz.map.meaning_space_view import MeaningSpace
from viz.registry import all_views
from viz.ui_state import Option, UiState
from viz.view import View

OTHER: dict[str, Any] = {"on": True, "colour": "norm", "count": 7, "cut": 0.25, "find": "the", "deep": False}


@pytest.mark.parametrize("option", ToyView.options, ids=lambda option: option.name)
def test_a_control_shows_its_value_and_tells_changes_only(qtbot: QtBot, option: Any) -> None:
    told: list[tuple[str, Any]] = []
    control = Control(ToyView, option, lambda name, value: told.append((name, value)), True)
    qtbot.addWidget(control)
    assert control.value() == option.default
    control.set_value(OTHER[option.name])
    assert control.value() == OTHER[option.name]
    assert told == []
    inner = control.control
    assert inner.accessibleName() == option.label
    if isinstance(inner, QCheckBox):
        inner.click()
    elif isinstance(inner, QComboBox):
        inner.setCurrentIndex(0)
        inner.activated.emit(0)
    elif isinstance(inner, QLineEdit):
        inner.setText("a")
    elif isinstance(inner, QSpinBox):
        inner.stepUp()
    else:
        inner.stepBy(1)  # type: ignore[attr-defined]
    assert told == [(option.name, control.value())]
    assert fits(option, told[0][1])


def test_the_bar_shows_what_fits_and_no_half_controls(qtbot: QtBot) -> None:
    bar = OptionBar(ToyView)
    qtbot.addWidget(bar)
    assert [control.option.name for control in bar.controls] == ["on", "colour", "count", "cut", "find"]
    bar.show()
    for width in (2000, 400, 200, 20):
        bar.resize(width, 30)
        shown = [not control.isHidden() for control in bar.controls]
        assert shown == sorted(shown, reverse=True)
        assert all(control.geometry().right() < width for control in bar.controls if not control.isHidden())
    bar.resize(2000, 30)
    assert all(not control.isHidden() for control in bar.controls)


def test_the_bar_follows_the_state(qtbot: QtBot) -> None:
    bar = OptionBar(ToyView)
    qtbot.addWidget(bar)
    ui = UiState()
    for name, value in OTHER.items():
        ui = ui.with_option("toy", name, value)
    bar.show_ui(ToyView, ui)
    assert {control.option.name: control.value() for control in bar.controls} == {
        name: value for name, value in OTHER.items() if name != "deep"
    }


def test_only_kept_values_that_still_fit_are_used() -> None:
    kept: dict[str, dict[str, Any]] = {
        "toy": {"count": 99, "colour": "gone", "on": 1, "cut": float("nan"), "find": 3, "deep": False, "old": 1},
        "gone": {"x": 1},
    }
    assert valid_options(TOYS, kept) == {"toy": {"deep": False}}
    assert valid_options(TOYS, {"toy": OTHER}) == {"toy": OTHER}


def test_a_choice_is_kept_by_its_value_and_read_in_other_words(qtbot: QtBot) -> None:
    words = Option("what", "Compare with", "choice", "a", choices=("a", "b"), shown=("modified model", "another seed"))
    told: list[tuple[str, Any]] = []
    control = Control(ToyView, words, lambda name, value: told.append((name, value)), True)
    qtbot.addWidget(control)
    box = control.control
    assert isinstance(box, QComboBox)
    assert [box.itemText(at) for at in range(2)] == ["modified model", "another seed"]
    control.set_value("b")  # as an earlier version kept it
    assert box.currentText() == "another seed"
    box.activated.emit(0)
    assert told == [("what", "a")]
    assert fits(words, "b")
    assert not fits(words, "another seed")


def test_a_least_value_that_stands_for_something_else_is_shown_in_words(qtbot: QtBot) -> None:
    last = next(option for option in MeaningSpace.options if option.name == "last_n")
    told: list[tuple[str, Any]] = []
    control = Control(MeaningSpace, last, lambda name, value: told.append((name, value)), True)
    qtbot.addWidget(control)
    box = control.control
    assert isinstance(box, QSpinBox)
    assert (box.text(), control.value()) == ("all", 0)
    box.stepUp()
    assert (box.text(), told) == ("10", [("last_n", 10)])
    box.lineEdit().setText("0")  # as its tip has it
    box.interpretText()
    assert (box.text(), told[-1]) == ("all", ("last_n", 0))


def test_no_option_explains_its_least_number_in_the_tip_only() -> None:
    """A "-1" or "0" that means the newest, all or none says so where it is read."""
    for view in all_views().values():
        for option in view.options:
            if option.kind in ("integer", "number"):
                told = re.search(rf"(?<![\d.]){re.escape(f'{option.low:g}')}(?: |:)(?:is|shows|means|=)?", option.tip)
                assert bool(told) == bool(option.least), (view.name, option.name)
                assert option.low != -1 or option.least, (view.name, option.name)


def test_what_takes_long_to_compute_is_not_taken_up_at_the_next_start() -> None:
    slow = Option("colour", "Colour", "choice", "kind", choices=("kind", "lost"), costly=("lost",))

    class Slow(View):
        name = "slow"
        options = (slow,)

    views: dict[str, type[View]] = {"slow": Slow}
    assert valid_options(views, {"slow": {"colour": "lost"}}) == {}
    assert valid_options(views, {"slow": {"colour": "kind"}}) == {"slow": {"colour": "kind"}}
    assert fits(slow, "lost")  # a person may choose it all the same
