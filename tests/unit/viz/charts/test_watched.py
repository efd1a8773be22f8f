"""Rules along the path, as the watch and the token strip share them, and the flags of the strip."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from pytestqt.qtbot import QtBot

from engine.dictionaries.records import DictionaryInfo, FeatureName, Hook
from engine.labs.features.records import AskDictionaries, Dictionaries
from engine.labs.watch.records import AskWatch, AskWatched, Shade
from engine.run import Run
from tests.helpers.runs import branched, grow
from viz.charts.watched import watched
from viz.intents import AskLab, StopWhen
from viz.labs.watch.watch_view import WatchView
from viz.theme import theme
from viz.tokens.token_strip_view import TokenStripView
from viz.ui_state import UiState

LOW = DictionaryInfo("low", "Low", Hook("resid", 0), 48, 32, "topk", 5)
RULES = "loud: L0.F3 > 1 and L0.F4 <= 0; ever so far: L0.F4 > 1"
UI = UiState(feature=FeatureName("low", 3)).with_option("watch", "rules", RULES)


def tell(run: Run, first: int, values: list[tuple[float, float]], left_out: tuple[int, ...] = ()) -> None:
    nodes = np.array(run.path[first : first + len(values)], np.int32)
    at = np.isin(np.arange(first, first + len(values)), left_out)
    run.findings[AskWatched("low", (3, 4), int(nodes[-1]), first)] = Shade(nodes, np.array(values, np.float32), at)
    run.changed += 1


def begun() -> Run:
    run = branched()
    run.run_id = 3
    run.findings[AskDictionaries()] = Dictionaries((LOW,), ("",))
    run.changed += 1
    return run


def known() -> Run:
    """F3 is 2 at even positions, F4 is 3 at position 3 alone; position 2 is left out."""
    run = begun()
    n = len(run)
    tell(run, 0, [(2.0 * (at % 2 == 0), 3.0 * (at == 3)) for at in range(n)], (2,))
    return run


def test_marks_are_those_of_a_loop_by_hand() -> None:
    run = known()
    found, n = watched(run, UI), len(run)
    assert np.flatnonzero(found.marks[0]).tolist() == [at for at in range(4, n) if at % 2 == 0]
    assert np.flatnonzero(found.marks[1]).tolist() == list(range(3, n))


def test_what_has_just_come_is_asked_and_marked_by_no_rule_before_it_is_known() -> None:
    run = known()
    n = len(run)
    grow(run, (1, 2))
    found = watched(run, UI)
    assert found.questions == (AskWatched("low", (3, 4), run.path[-1], n),)
    assert not found.marks[:, n:].any()
    assert found.marks[1, n - 1]
    tell(run, n, [(0.0, 0.0), (2.0, 0.0)])
    after = watched(run, UI)
    assert after.questions == ()
    assert after.marks[:, n:].tolist() == [[False, True], [True, True]]


def test_the_watch_and_the_strip_show_one_and_the_same() -> None:
    run = known()
    strip = TokenStripView.frame(run, UI)
    assert strip.watched is watched(run, UI)
    assert strip.watched is watched(run, replace(UI, position=1))
    assert WatchView.frame(run, UI).marks is strip.watched.marks
    wanted = TokenStripView.wants(TokenStripView.frame(begun(), UI))
    assert wanted == (AskLab(AskWatched("low", (3, 4), begun().path[-1], 0), in_turn=True),)
    assert TokenStripView.frame(run, UiState()).watched is None


def test_the_strip_sees_to_the_stop_where_the_watch_is_out_of_sight() -> None:
    run = known()
    on = UI.with_option("watch", "stop", True)
    (wanted,) = TokenStripView.wants(TokenStripView.frame(run, on))
    assert wanted == StopWhen(AskWatch(rules=watched(run, on).rules))
    assert WatchView.wants(WatchView.frame(run, on)) == (wanted,)
    there = replace(on, watch=wanted.watch)
    assert TokenStripView.wants(TokenStripView.frame(run, there)) == ()
    off = replace(UI, watch=wanted.watch)
    assert TokenStripView.wants(TokenStripView.frame(run, off)) == (StopWhen(None),)
    assert TokenStripView.figure_wants(TokenStripView.frame(run, off)) == ()


def test_a_flag_in_its_rules_colour_stands_on_every_token_that_is_marked(qtbot: QtBot) -> None:
    run, view = known(), TokenStripView()
    qtbot.addWidget(view)
    view.paint(TokenStripView.frame(run, UI), theme("dark"))
    colours = [it.lower() for it in theme("dark").categories]
    flags = [[it.name() for it in view.look(at).flags] for at in range(6)]
    assert flags == [[], [], [], colours[1:2], colours[:2], colours[1:2]]
    assert view.look(4).key != replace(view.look(4), flags=()).key
    assert "marked by loud" in view._described(4)
    assert "ever" in view._described(4)
    assert "marked" not in view._described(1)


def test_a_flag_is_painted_in_its_colour(qtbot: QtBot) -> None:
    run, view = known(), TokenStripView()
    qtbot.addWidget(view)
    view.resize(900, 200)
    view.show()
    view.paint(TokenStripView.frame(run, UI), theme("dark"))
    chip = view.chip_rect(3)
    colour = theme("dark").categories[1].lower()

    def has_colour() -> bool:
        picture = view.grab().toImage()
        ratio = picture.devicePixelRatio()
        area = [
            (round(x * ratio), round(y * ratio))
            for x in range(int(chip.left()) - 2, int(chip.left()) + 12)
            for y in range(int(chip.top()) - 6, int(chip.top()) + 8)
        ]
        return any(picture.pixelColor(x, y).name() == colour for x, y in area)

    assert has_colour()
    view.paint(TokenStripView.frame(run, UiState(feature=FeatureName("low", 3))), theme("dark"))
    assert not has_colour()
