"""A theme is read whole or stands aside with a sentence; it never costs the window."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.errors import InputRefused
from tests.helpers.runs import RUNS
from viz import theme as themes
from viz.figures.page import Figure, of_pixels
from viz.figures.picture import render_figure
from viz.ui_state import UiState

LIGHT = json.loads((themes.FOLDER / "light.json").read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    shutil.copytree(themes.FOLDER, tmp_path / "themes")
    monkeypatch.setattr(themes, "FOLDER", tmp_path / "themes")
    themes.theme.cache_clear()
    yield tmp_path / "themes"
    themes.theme.cache_clear()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "Expecting"),
        ("[]", "object"),
        (json.dumps({**LIGHT, "fan": "red"}), "fan is 'red'"),
        (json.dumps({**LIGHT, "ramp": ["#000000"]}), "ramp is"),
        (json.dumps({**LIGHT, "categories": "#000000"}), "categories is"),
        (json.dumps({**LIGHT, "is_dark": 1}), "is_dark is 1"),
        (json.dumps({key: value for key, value in LIGHT.items() if key != "accent"}), "accent is missing"),
    ],
)
def test_a_damaged_theme_is_a_sentence_and_other_colours(folder: Path, text: str, why: str) -> None:
    dark = themes.theme("dark")
    (folder / "light.json").write_text(text, encoding="utf-8")
    found = themes.theme("light")
    assert (found.name, found.title, found.ground, found.ramp) == ("light", "Light", dark.ground, dark.ramp)
    assert why in found.trouble
    assert dark.trouble == ""
    with pytest.raises(InputRefused, match="theme light cannot be read"):
        render_figure(Figure("next_token", of_pixels(300, 200), "light"), RUNS["one_step"](), UiState())


def test_a_theme_whose_file_is_gone_is_named_and_stood_in_for(folder: Path) -> None:
    (folder / "dark.json").unlink()
    themes.theme.cache_clear()
    assert themes.names()[0] == "dark"
    assert themes.theme("dark").ground == themes.theme("light").ground
    with pytest.raises(KeyError, match="no theme 'sepia'"):
        themes.theme("sepia")
    for path in folder.iterdir():
        path.write_text("")
    themes.theme.cache_clear()
    with pytest.raises(InputRefused, match="Install Orrery again"):
        themes.theme("dark")
