"""Every picture of README is made by the spec in `resources/figures`, which is whole and makes them with the model."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import main
from tests.helpers.command import ROOT
from tests.helpers.default_model import in_session_cache
from viz.figures.spec_file import check_file, read_spec, text_of

SPEC = ROOT / "resources" / "figures" / "readme.toml"
QUICK = ("attention.png", "brackets.png")  # the others take longer; `ORRERY_PICTURES=all` makes all
ALL = os.environ.get("ORRERY_PICTURES") == "all"
SIZE = "480x270"


def test_the_spec_is_whole_and_has_every_picture_of_readme() -> None:
    assert check_file(SPEC)[1] == ()
    shown = re.findall(
        r"!\[[^]]*\]\(resources/pictures/([^)]+\.png)\)", (ROOT / "README.md").read_text(encoding="utf-8")
    )
    assert {figure.out for figure in read_spec(SPEC).figure} == set(shown)
    assert {path.name for path in (ROOT / "resources" / "pictures").glob("*.png")} == set(shown)


@pytest.mark.timeout(0 if ALL else 300)
@pytest.mark.usefixtures("qapp")
def test_pictures_of_readme_are_made_from_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    in_session_cache()
    figures = [replace(it, size=SIZE, text_size="3pt") for it in read_spec(SPEC).figure if ALL or it.out in QUICK]
    (tmp_path / "s.toml").write_text(text_of(*figures), encoding="utf-8")
    status = main.main(["figure", str(tmp_path / "s.toml")])
    assert (status, capsys.readouterr().err) == (0, "")
    for figure in figures:
        picture = QImage(str(tmp_path / figure.out))
        assert (picture.width(), picture.height()) == (480, 270)
        assert picture.text("Model").startswith(figure.run.model)
        assert figure.run.model or figure.out == "brackets.png", "which shows models of its own"
        shades = {picture.pixel(x, y) for x in range(0, 480, 7) for y in range(0, 270, 7)}
        assert len(shades) > 20, figure.out
