"""Figures as files: what is in them, that vectors stay vectors, and what is said where one cannot be made."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt, QXmlStreamReader
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.look import style
from engine.errors import DiskProblem, InputRefused, OrreryError
from tests.helpers.runs import HEADS, RUNS
from viz.charts.chart_grid import ChartGrid
from viz.charts.sorted_table import SortedTable
from viz.figures.files import save_figure
from viz.figures.option_text import set_option
from viz.figures.page import SUFFIXES, Figure, Page, of_pixels, page_of, paper
from viz.figures.picture import MakesImage, prepared, render_figure, view_class
from viz.registry import all_views
from viz.theme import theme as theme_called
from viz.tokens.next_token_frame import next_token_frame, shortened
from viz.tokens.next_token_view import NextTokenView
from viz.ui_state import UiState
from viz.view import View
from viz.visuals.gl_errors import GlUnavailable

pytestmark = pytest.mark.usefixtures("qapp")
PAINTED = "next_token"


def save(path: Path, view: str = PAINTED, width: int = 480, height: int = 270, theme: str = "print") -> None:
    save_figure(path, Figure(view, of_pixels(width, height), theme), RUNS["branched"](), UiState(position=8))


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
    small = render_figure(Figure(PAINTED, of_pixels(480, 270), "light"), run, ui)
    large = render_figure(Figure(PAINTED, of_pixels(960, 540), "light"), run, ui)
    small, large = (image.scaled(48, 27, mode=Qt.TransformationMode.SmoothTransformation) for image in (small, large))
    differing = sum(
        abs(small.pixelColor(x, y).lightness() - large.pixelColor(x, y).lightness()) > 60
        for x in range(48)
        for y in range(27)
    )
    assert differing < 48 * 27 * 0.04


@pytest.mark.parametrize("page", [of_pixels(1920, 1080), of_pixels(700, 1400), paper(85, 60), paper(174, 98)], ids=str)
@pytest.mark.parametrize("view", list(all_views()))
def test_no_text_is_smaller_than_the_page_allows(view: str, page: Page, tmp_path: Path) -> None:
    """What is written in the SVG itself; of text in pictures nothing can be known."""
    if issubclass(view_class(view), MakesImage):
        pytest.skip("needs OpenGL")
    save_figure(tmp_path / "a.svg", Figure(view, page), RUNS["fifty_steps"](), UiState())
    sizes = written_sizes((tmp_path / "a.svg").read_text("utf-8"))
    least = 6 / 72 * page.dpi if page.is_paper else math.sqrt(page.width * page.height * 9 / 16) / 45
    assert sizes
    assert min(sizes) >= 0.98 * least


def written_sizes(svg: str) -> list[float]:
    """Units of height of each text of an SVG of Qt's: its font's size, times what the group around it enlarges."""
    found, transform = [], 1.0
    for tag in re.findall(r"<(?:g|text)\b[^>]*>(?:[^<]*</text>)?", svg):
        size = re.search(r'font-size="([0-9.]+)(px|pt)?"', tag)
        matrix = re.search(r'transform="matrix\(([^)]*)\)"', tag)
        if matrix is not None:
            a, b, c, d, *_ = (float(number) for number in matrix.group(1).split(","))
            transform = math.sqrt(abs(a * d - b * c))
        if tag.startswith("<text") and size is not None and not tag.endswith("></text>"):
            found.append(float(size.group(1)) * transform)
    return found


def test_text_has_the_size_that_was_asked_for(tmp_path: Path) -> None:
    for points in (8.0, 16.0):
        page = paper(120, 90, 300, points)
        save_figure(tmp_path / "a.svg", Figure("layers", page), RUNS["branched"](), UiState(position=8))
        sizes = written_sizes((tmp_path / "a.svg").read_text("utf-8"))
        assert any(size == pytest.approx(points / 72 * 300, rel=0.02) for size in sizes)


PAGES = (paper(85, 60, 300, 8.0), paper(174, 98, 300, 8.0), Page(1920, 1080, text=12.0))


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("count", [10, 50])
def test_a_narrow_figure_lists_fewer_candidates_rather_than_smaller_ones(
    page: Page, count: int, tmp_path: Path
) -> None:
    run, ui = RUNS["branched"](), UiState(position=8).with_option(PAINTED, "count", count)
    save_figure(tmp_path / "a.svg", Figure(PAINTED, page), run, ui)
    svg = (tmp_path / "a.svg").read_text("utf-8")
    assert page.text is not None
    wanted = page.text * page.pixels_of_point
    sizes = written_sizes(svg)
    assert wanted / max(sizes) == pytest.approx(1 / 1.05, rel=0.03)  # of the heading
    assert sum(size == pytest.approx(wanted, rel=0.02) for size in sizes) > len(sizes) / 2
    listed = [float(share) for share in re.findall(r">([0-9.]+)\u00a0%</text>", svg)][1:]  # the first is the axis' end
    assert sum(listed) == pytest.approx(100, abs=1)  # all others are what is not listed


def test_what_a_narrow_figure_does_not_list_is_among_the_others() -> None:
    whole = next_token_frame(RUNS["branched"](), UiState(position=8), 50, as_drawn=False)
    assert shortened(whole, 50) is whole
    short = shortened(whole, 7)
    assert short.token_ids.tolist() == whole.token_ids[:7].tolist()
    assert short.n_others + 7 == whole.n_others + 50
    assert short.others + short.probs.sum() == pytest.approx(1.0, abs=1e-5)
    drawn = next_token_frame(RUNS["branched"](), UiState(position=8), 50, as_drawn=True)
    assert drawn.chances is not None
    assert shortened(drawn, 7).others == pytest.approx(1 - float(drawn.chances[:7].sum()), abs=1e-5)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("page", PAGES, ids=str)
def test_rows_of_a_table_are_as_high_as_its_own_text_asks_for(page: Page, scale: float) -> None:
    try:
        style.apply(theme_called("light"), scale)
        made = prepared(Figure("head_table", page), RUNS["branched"](), UiState())
        table = made.view.findChild(SortedTable)
        assert isinstance(table, SortedTable)
        text = QFontInfo(table.font()).pixelSize()
        assert text == QFontInfo(made.view.font()).pixelSize()
        assert 1.45 * text < table.rowHeight(0) < 2.3 * text
        made.close()
    finally:
        style.apply(theme_called("dark"), 1.0)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_figure_of_all_heads_says_which_they_are(page: Page, tmp_path: Path) -> None:
    save_figure(tmp_path / "a.svg", Figure("attention_atlas", page), RUNS["branched"](), UiState())
    named = re.findall(r">(H[0-9]+)</text>", (tmp_path / "a.svg").read_text("utf-8"))
    assert set(named) == {f"H{head}" for head in range(HEADS)}
    assert len(named) % HEADS == 0  # above each block of layers


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("view", ["motion"])
def test_nothing_of_a_chart_lies_beyond_the_page(view: str, page: Page) -> None:
    made = prepared(Figure(view, page), RUNS["branched"](), UiState())
    grids = [grid for grid in made.view.findChildren(ChartGrid) if grid.isVisibleTo(made.view)]
    assert grids
    for grid in grids:
        for plot in grid.plots:
            assert plot.sceneBoundingRect().right() <= grid.width()
    made.close()


@pytest.mark.parametrize("view", [PAINTED, "layers", "logit_lens", "token_strip", "head_table"])
def test_a_figure_is_the_same_whatever_the_windows_text_size(view: str) -> None:
    run, ui = RUNS["branched"](), UiState(position=8)
    figure = Figure(view, of_pixels(480, 270), "light")
    try:
        style.apply(theme_called("light"), 1.0)
        usual = render_figure(figure, run, ui)
        style.apply(theme_called("light"), 2.0)
        assert render_figure(figure, run, ui) == usual
    finally:
        style.apply(theme_called("dark"), 1.0)


@pytest.mark.parametrize("size", ["85mmx60mm", "3.37inx2.1in", "174.3x100.7mm", "640x360"])
def test_files_of_vectors_have_exactly_the_pages_size(size: str, tmp_path: Path) -> None:
    page = page_of(size)
    figure = Figure(PAINTED, page)
    for suffix in SUFFIXES:
        save_figure(tmp_path / f"a{suffix}", figure, RUNS["one_step"](), UiState())
    wide, high = page.points
    svg = re.search(r'<svg width="([0-9.]+)mm" height="([0-9.]+)mm"', (tmp_path / "a.svg").read_text("utf-8"))
    assert svg is not None
    assert [float(side) / 25.4 * 72 for side in svg.groups()] == pytest.approx([wide, high], rel=1e-4)
    data = (tmp_path / "a.pdf").read_bytes()
    box = re.search(rb"/MediaBox \[([0-9. ]+)\]", data)
    assert box is not None
    left, bottom, right, top = (float(number) for number in box.group(1).split())
    assert (right - left, top - bottom) == pytest.approx((wide, high), abs=0.01)
    start = re.search(rb"startxref\s+([0-9]+)", data)
    assert start is not None
    assert data[int(start.group(1)) :].startswith(b"xref")  # no byte has moved
    picture = QImage(str(tmp_path / "a.png"))
    assert picture.width() / picture.dotsPerMeterX() * 1000 / 25.4 * 72 == pytest.approx(wide, rel=0.01)


@pytest.mark.parametrize(
    ("figure", "names"),
    [
        (("nonsense", 100, 100, "dark"), "token_strip"),
        ((PAINTED, 100, 100, "sepia"), "print"),
        ((PAINTED, 5, 100, "dark"), "5x100"),
        ((PAINTED, 100, 99999, "dark"), "100x99999"),
        ((PAINTED, 0, 100, "dark"), "0x100"),
    ],
)
def test_what_cannot_be_made_is_said(figure: tuple[str, int, int, str], names: str) -> None:
    view, width, height, theme = figure
    with pytest.raises(InputRefused, match=names):
        render_figure(Figure(view, of_pixels(width, height), theme), RUNS["one_step"](), UiState())


def test_a_machine_without_opengl_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(self: View, width: int, height: int, transparent: bool) -> QImage:
        raise GlUnavailable("There is no OpenGL.")

    monkeypatch.setattr(view_class("meaning_space"), "figure_image", fails)
    with pytest.raises(InputRefused, match="There is no OpenGL"):
        render_figure(Figure("meaning_space", of_pixels(100, 100), "dark"), RUNS["one_step"](), UiState())


def test_a_painted_view_has_no_camera() -> None:
    with pytest.raises(InputRefused, match="no camera"):
        render_figure(Figure(PAINTED, of_pixels(100, 100), "dark", camera=(0, 0, 1)), RUNS["one_step"](), UiState())


def test_refuses_other_endings_and_places(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=r"\.png, \.svg, \.pdf"):
        save(tmp_path / "a.jpeg")
    for suffix in SUFFIXES:
        with pytest.raises(DiskProblem, match="could not be written"):
            save(tmp_path / "missing" / f"a{suffix}")
        (tmp_path / f"folder{suffix}").mkdir()
        for place in (Path("/proc/a"), tmp_path / "folder", tmp_path / ("a" * 300), tmp_path / ("a" * 300) / "a"):
            with pytest.raises(DiskProblem, match=r"[).] Name another (file|folder)\.") as met:
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
        render_figure(Figure(PAINTED, of_pixels(100, 100), "dark"), RUNS["one_step"](), UiState())
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
    picture = render_figure(Figure(view, of_pixels(320, 180), "dark"), RUNS["branched"](), UiState(position=8))
    shades = [picture.pixelColor(x, y).lightness() for x in range(0, 320, 5) for y in range(0, 180, 5)]
    assert sum(shade > 200 for shade in shades) < 0.25 * len(shades)
