"""Theme and text size: what a person chooses is told, what is shown from elsewhere is only drawn."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.settings import SCALES, Settings
from app.window.appearance import Appearance
from tests.helpers.windows import log
from viz import theme as themes


def test_a_chosen_theme_is_told_once_and_a_shown_one_is_not(qtbot: QtBot) -> None:
    appearance = Appearance(Settings(theme="dark"))
    drawn, chosen = log(appearance.changed), log(appearance.theme_chosen)
    appearance.choose_theme("dark")
    assert (drawn, chosen) == ([], [])
    appearance.choose_theme("light")
    appearance.show_theme("print")
    appearance.show_theme("print")
    assert (len(drawn), chosen) == (2, [("light",)])
    assert appearance.theme.name == "print"


def test_the_next_theme_comes_round(qtbot: QtBot) -> None:
    appearance = Appearance(Settings())
    seen = []
    for _ in themes.names():
        seen.append(appearance.theme.name)
        appearance.next_theme()
    assert sorted(seen) == sorted(themes.names())
    assert appearance.theme.name == seen[0]


def test_text_grows_and_shrinks_by_steps_within_its_bounds(qtbot: QtBot) -> None:
    appearance = Appearance(Settings(scale=1.04))
    appearance.change_scale(0)
    assert appearance.scale == 1.0
    appearance.change_scale(1)
    assert appearance.scale == SCALES[SCALES.index(1.0) + 1]
    appearance.change_scale(-100)
    assert appearance.scale == min(SCALES)
    appearance.change_scale(100)
    assert appearance.scale == max(SCALES)
