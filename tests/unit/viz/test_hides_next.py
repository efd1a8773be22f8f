"""While a class guesses no view shows what comes next: nothing of its frame depends on what the model expects there."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QTextItem
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.presenter.projected import Projected
from app.window.view_host import ViewHost
from engine.run import Run
from tests.helpers.runs import fifty_steps, grow
from viz.figures.numbers import gathered
from viz.guesses import Guesses, Round
from viz.paint_device import LikeScreen, TextOnly
from viz.registry import all_views
from viz.same_frame import same_frame
from viz.token_text import shown
from viz.ui_state import UiState

VIEWS = all_views()
OPEN = [name for name, view in VIEWS.items() if not view.gives_next_away and name != "predict"]
SURELY = (  # that are made to show what comes next
    "next_token", "lookahead", "branches", "logit_lens", "ablation", "compare", "bundles", "hello_bye", "neurons",
)  # fmt: skip
Change = Callable[[Run], Run]


def hidden(run: Run) -> UiState:
    """The state while what comes after `run` is guessed."""
    return UiState(guesses=Guesses().begun(Round(run.current, (1, 2, 3))))


def otherwise(run: Run) -> Run:
    """The same text, by a model that expects something else after it."""
    other = copy.deepcopy(run)
    record = other.nodes[other.current]
    logits = (record.next_logits * 0.5).astype(np.float32)
    probs = np.asarray(np.exp(logits) / np.exp(logits).sum() * 0.9, np.float32)
    other.nodes[other.current] = replace(
        record, next_ids=record.next_ids[::-1].copy(), next_logits=logits, next_probs=probs
    )
    assert other.vocabulary is not None
    other.distribution = (record.node, np.full(len(other.vocabulary), 1 / len(other.vocabulary), np.float32))
    other.changed += 1
    return other


def on_a_way(run: Run) -> Run:
    """The same text, which has gone on once already, and where one was led back."""
    other = copy.deepcopy(run)
    here = other.current
    grow(other, (7, 8), seed=3)
    other.move(here)
    return other


def seen(name: str, run: Run, ui: UiState) -> object:
    """What a view shows of a run; of the map not whether all probabilities are known, and how many nodes there are."""
    frame = VIEWS[name].frame(run, ui)
    return replace(frame, n_unplaced=0, drawn_exact=False) if name == "meaning_space" else frame


def test_those_that_are_made_to_show_it_are_hidden_as_a_whole() -> None:
    assert all(VIEWS[name].gives_next_away for name in SURELY)


@pytest.mark.parametrize("name", OPEN)
@pytest.mark.parametrize("change", [otherwise, on_a_way])
def test_nothing_that_is_shown_depends_on_what_comes_next(name: str, change: Change) -> None:
    run = fifty_steps()
    other, ui = change(run), hidden(run)
    for state in (ui, replace(ui, selection=(3, 5, 8)), replace(ui, hover_token=4)):
        assert same_frame(seen(name, run, state), seen(name, other, state))


@pytest.mark.parametrize(
    ("name", "change"), [("meaning_space", otherwise), ("token_strip", on_a_way), ("next_token", otherwise)]
)
def test_what_is_not_hidden_does(name: str, change: Change) -> None:
    run = fifty_steps()
    assert not same_frame(seen(name, run, UiState()), seen(name, change(run), UiState()))


def test_the_map_has_no_ray_and_no_tree_and_is_not_coloured_by_what_comes(qtbot: QtBot) -> None:
    run = fifty_steps()
    ui = hidden(run)
    for option, value in (("fans", "all"), ("ahead", True), ("colour", "probability")):
        ui = ui.with_option("meaning_space", option, value)
    frame = VIEWS["meaning_space"].frame(run, ui)
    assert len(frame.fan.token_ids) == 0
    assert len(frame.ahead.tree) == 0
    assert frame.colours.by == "kind"
    assert not VIEWS["meaning_space"].wants(frame)  # nothing of it is asked for either
    shown_again = VIEWS["meaning_space"].frame(run, replace(ui, guesses=ui.guesses.revealed))
    assert len(shown_again.ahead.tree) > 0


class Listening(TextOnly):
    """Keeps what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def drawTextItem(self, at: object, item: QTextItem) -> None:
        self.texts.append(item.text())


def painted(widget: ViewHost | Projected) -> str:
    """All texts that are painted in a widget."""
    engine = Listening()
    widget.render(LikeScreen(widget.size(), engine))
    return " ".join(engine.texts)


def secret(run: Run) -> list[str]:
    """The likeliest next tokens by name, of those that stand nowhere in the text."""
    record = run.nodes[run.current]
    written = "".join(shown(run.vocabulary, node.token_id) for node in run.nodes)
    names = [shown(run.vocabulary, int(token)) for token in record.next_ids[:12]]
    return [name for name in names if name.strip("·") not in written and len(name.strip("·")) > 2]


@pytest.mark.parametrize("make", [ViewHost, Projected])
@pytest.mark.parametrize("name", [it for it in VIEWS if it not in ("meaning_space", "predict")])
def test_no_name_of_what_comes_next_is_painted(name: str, make: type[ViewHost | Projected], qtbot: QtBot) -> None:
    """In its dock and on the projector: also where the view has shown it just before."""
    run = fifty_steps()
    names = secret(run)
    assert names
    host = make(VIEWS[name])
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    for ui in (UiState(), hidden(run)):
        host.set_pending(run, ui)
        host.paint_pending()
        QApplication.processEvents()
    said = painted(host)
    assert [it for it in names if it in said] == []
    if VIEWS[name].gives_next_away:
        assert "Hidden while" in said
    host.close()


def test_the_names_are_found_where_they_are_not_hidden(qtbot: QtBot) -> None:
    run = fifty_steps()
    host = ViewHost(VIEWS["next_token"])
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    host.set_pending(run, UiState())
    host.paint_pending()
    QApplication.processEvents()
    said = painted(host)
    assert [it for it in secret(run) if it in said]


def test_predict_first_has_the_tokens_on_its_buttons_and_no_number_of_the_model() -> None:
    run = fifty_steps()
    view = VIEWS["predict"]
    before = view.frame(run, UiState()).before
    assert before is not None
    ui = UiState(guesses=Guesses().begun(before))
    frame, other = view.frame(run, ui), view.frame(otherwise(run), ui)
    assert list(frame.token_ids) == list(before.offered)
    assert same_frame(replace(frame, before=None), replace(other, before=None))
    assert not len(frame.probs)
    names = gathered(frame).arrays
    assert not any(array.size for name, array in names.items() if "prob" in name and name != "guessed_probability")
