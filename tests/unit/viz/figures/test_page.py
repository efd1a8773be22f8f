"""Sizes of figures as people write them."""

from __future__ import annotations

import pytest

from engine.errors import InputRefused
from viz.figures.page import Page, of_pixels, page_of, paper, points_of


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("1920x1080", Page(1920, 1080, 192.0)),
        (" 1920 × 1080 px", Page(1920, 1080, 192.0)),
        ("85mmx60mm", Page(1004, 709, 300.0, (85.0, 60.0))),
        ("85x60mm", Page(1004, 709, 300.0, (85.0, 60.0))),
        ("8,5cm X 6cm", Page(1004, 709, 300.0, (85.0, 60.0))),
        ("2in x 1in", Page(600, 300, 300.0, (50.8, 25.4))),
        ("1in x 25.4mm", Page(300, 300, 300.0, (25.4, 25.4))),
    ],
)
def test_sizes_are_read(text: str, page: Page) -> None:
    assert page_of(text) == page


def test_a_resolution_makes_other_pixels_of_the_same_page() -> None:
    assert page_of("85mmx60mm", 600).width == 2008
    assert page_of("85mmx60mm", 600).points == page_of("85mmx60mm").points
    assert page_of("960x540", 96).points == of_pixels(1920, 1080).points


@pytest.mark.parametrize(
    ("text", "dpi", "points", "said"),
    [
        ("nonsense", None, None, "'nonsense'"),
        ("1920", None, None, "WIDTHxHEIGHT"),
        ("-5x100", None, None, "'-5x100'"),
        ("0x100", None, None, "0x100"),
        ("100000x100000", None, None, "32768"),
        ("10.5x20", None, None, "whole pixels"),
        ("85mmx600px", None, None, "not in both"),
        ("5000mmx5000mm", None, None, "5000 mm x 5000 mm at 300 dpi"),
        ("0mmx60mm", None, None, "0 mm"),
        ("85mmx60mm", 0, None, "10 to 2400 dots"),
        ("85mmx60mm", 99999, None, "99999"),
        ("85mmx60mm", None, 0.5, "2 to 200 points"),
        ("٨٥mmx60mm", None, None, "85mmx60mm"),
    ],
)
def test_what_is_no_page_is_said(text: str, dpi: float | None, points: float | None, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        page_of(text, dpi, points)


def test_the_least_text_is_six_points_on_paper_and_a_forty_fifth_of_a_slide() -> None:
    assert paper(85, 60, 300).least_text == pytest.approx(25)
    assert of_pixels(1920, 1080).least_text == pytest.approx(24)
    assert of_pixels(1080, 1920).least_text == pytest.approx(24)
    assert paper(85, 60, 300, 8.0).least_text == 0  # ordinary text is then as large as was asked for


@pytest.mark.parametrize(("text", "points"), [("8pt", 8.0), ("8", 8.0), ("7,5 pt", 7.5), ("25.4mm", 72.0)])
def test_text_sizes_are_read(text: str, points: float) -> None:
    assert points_of(text) == pytest.approx(points)


@pytest.mark.parametrize("text", ["large", "-8pt", "8px", ""])
def test_what_is_no_text_size_is_said(text: str) -> None:
    with pytest.raises(InputRefused, match="8pt"):
        points_of(text)
