"""Figures as files: what is in them, that vectors stay vectors, and what is said where one cannot be made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QXmlStreamReader
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from engine.errors import DiskProblem, InputRefused, OrreryError
from tests.helpers.runs import RUNS
from viz.figure import SUFFIXES, Figure, logical_size, render_figure, save_figure, set_option, view_class
from viz.registry import all_views
from viz.tokens.next_token_view import NextTokenView
from viz.ui_state import UiState
from viz.view import View
from viz.visuals.gl_errors import GlUnavailable

pytestmark = pytest.mark.usefixtures("qapp")
PAINTED = "next_token"


def save(path: Path, view: str = PAINTED, width: int = 480, height: int = 270, theme: str = "print") -> None:
    save_figure(path, view, RUNS["branched"](), UiState(position=8), width, height, theme)


def test_png_has_size_and_facts(tmp_path: Path) -> None:
    save(tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (480, 270)
    assert image.text("Software") == "Orrery"
    assert image.text("View") == PAINTED
    assert image.text("Model").startswith("tiny")
    assert image.text("Prompt") == "The best thing about AI is its ability to"
    assert image.text("Position") == "8"


@pytest.mark.parametrize("view", ["next_token", "token_strip"])
def test_svg_is_vectors_with_the_text_in_it(tmp_path: Path, view: str) -> None:
    save(tmp_path / "a.svg", view)
    data = (tmp_path / "a.svg").read_bytes()
    assert b"<image" not in data
    assert "世界".encode() in data
    assert QSvgRenderer(QByteArray(data)).isValid()
    reader = QXmlStreamReader(data.decode())
    while not reader.atEnd():
        reader.readNext()
    assert not reader.hasError()


def test_pdf_is_a_pdf_without_pixels(tmp_path: Path) -> None:
    save(tmp_path / "a.pdf")
    data = (tmp_path / "a.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/Subtype /Image" not in data


def test_a_figure_twice_as_large_is_the_same_picture() -> None:
    run, ui = RUNS["branched"](), UiState(position=8)
    small = render_figure(PAINTED, run, ui, 480, 270, "light")
    large = render_figure(PAINTED, run, ui, 960, 540, "light").scaled(48, 27)
    small = small.scaled(48, 27)
    differing = sum(
        abs(small.pixelColor(x, y).lightness() - large.pixelColor(x, y).lightness()) > 60
        for x in range(48)
        for y in range(27)
    )
    assert differing < 48 * 27 * 0.04


def test_text_keeps_its_proportion_at_any_shape() -> None:
    view = NextTokenView()
    wide = logical_size(view, Figure(PAINTED, 1920, 1080))
    assert wide[1] == pytest.approx(view.figure_lines)
    for width, height in ((3840, 2160), (500, 2000), (64, 64)):
        logical_width, logical_height, scale = logical_size(view, Figure(PAINTED, width, height))
        assert logical_width * scale == pytest.approx(width)
        assert logical_height * scale == pytest.approx(height)
        assert logical_width * logical_height == pytest.approx(wide[0] * wide[1])


@pytest.mark.parametrize(
    ("figure", "names"),
    [
        (("nonsense", 100, 100, "dark"), "token_strip"),
        ((PAINTED, 100, 100, "sepia"), "print"),
        ((PAINTED, 5, 100, "dark"), "5x100"),
        ((PAINTED, 100, 99999, "dark"), "100x99999"),
    ],
)
def test_what_cannot_be_made_is_said(figure: tuple[str, int, int, str], names: str) -> None:
    view, width, height, theme = figure
    with pytest.raises(InputRefused, match=names):
        render_figure(view, RUNS["one_step"](), UiState(), width, height, theme)


def test_a_machine_without_opengl_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(self: View, width: int, height: int, transparent: bool) -> QImage:
        raise GlUnavailable("There is no OpenGL.")

    monkeypatch.setattr(view_class("meaning_space"), "figure_image", fails)
    with pytest.raises(InputRefused, match="There is no OpenGL"):
        render_figure("meaning_space", RUNS["one_step"](), UiState(), 100, 100, "dark")


def test_a_painted_view_has_no_camera() -> None:
    with pytest.raises(InputRefused, match="no camera"):
        render_figure(PAINTED, RUNS["one_step"](), UiState(), 100, 100, "dark", camera=(0, 0, 1))


def test_refuses_other_endings_and_places(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=r"\.png, \.svg, \.pdf"):
        save(tmp_path / "a.jpeg")
    for suffix in SUFFIXES:
        with pytest.raises(DiskProblem, match="could not be written"):
            save(tmp_path / "missing" / f"a{suffix}")
        (tmp_path / f"folder{suffix}").mkdir()
        for place in (Path("/proc/a"), tmp_path / "folder", tmp_path / ("a" * 300), tmp_path / ("a" * 300) / "a"):
            with pytest.raises(DiskProblem, match=r"[).] Name another place") as met:
                save(place.with_name(f"{place.name}{suffix}"))
            assert "space" not in str(met.value)


def test_an_error_leaves_an_older_figure_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    save(path)
    before = path.read_bytes()
    with pytest.raises(OrreryError):
        save(path, theme="sepia")
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.png"]


def test_no_view_is_left_over(qapp: QApplication) -> None:
    before = len(qapp.topLevelWidgets())
    for _ in range(3):
        render_figure(PAINTED, RUNS["one_step"](), UiState(), 100, 100, "dark")
    QApplication.sendPostedEvents()
    qapp.processEvents()
    assert len(qapp.topLevelWidgets()) <= before + 3
    assert not [widget for widget in qapp.topLevelWidgets() if isinstance(widget, NextTokenView) and widget.isVisible()]


def test_options_from_text() -> None:
    ui = set_option(UiState(), PAINTED, "count", "30")
    ui = set_option(ui, PAINTED, "drawn", "on")
    assert ui.options[PAINTED] == {"count": 30, "drawn": True}
    ui = set_option(UiState(), "token_strip", "colour", "entropy")
    assert ui.options["token_strip"]["colour"] == "entropy"


@pytest.mark.parametrize(
    ("view", "name", "text", "said"),
    [
        (PAINTED, "count", "many", "is a number"),
        (PAINTED, "count", "5000", "between 10 and 50"),
        (PAINTED, "drawn", "perhaps", "on or off"),
        (PAINTED, "colour", "red", "it has count, drawn"),
        ("token_strip", "colour", "red", "one of surprisal"),
        ("nonsense", "colour", "red", "no view 'nonsense'"),
    ],
)
def test_options_that_cannot_be(view: str, name: str, text: str, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        set_option(UiState(), view, name, text)


def test_view_class_names_the_views() -> None:
    assert view_class(PAINTED) is NextTokenView


@pytest.mark.parametrize("view", list(all_views()))
def test_a_dark_figure_has_no_white_panels(view: str) -> None:
    picture = render_figure(view, RUNS["branched"](), UiState(position=8), 320, 180, "dark")
    shades = [picture.pixelColor(x, y).lightness() for x in range(0, 320, 5) for y in range(0, 180, 5)]
    assert sum(shade > 200 for shade in shades) < 0.25 * len(shades)
