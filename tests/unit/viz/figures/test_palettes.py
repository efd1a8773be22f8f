"""Palettes: categories and scales stay apart as people with a deficiency of colour vision see them, and in grey."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from engine.errors import InputRefused
from engine.records import F32
from tests.helpers import colour_vision
from viz.charts.colours import contrast, luminance
from viz.figures import palettes
from viz.theme import along, rgb
from viz.theme import names as theme_names

SAFE = [name for name in palettes.names() if name not in ("grey", *palettes.ONE_DEFICIENCY)]
APART = 15.0  # CIEDE2000 of any two categories, for whom a palette is made and for everybody else
# Machado, Oliveira and Fernandes (2009), severity 1: what dichromats see of linear RGB.
SEEN = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def as_seen(colour: str, by: str) -> F32:
    """[3] L*a*b* of a colour as it is seen."""
    value = rgb(colour).astype(float)
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    if by in SEEN:
        linear = np.clip(np.array(SEEN[by]) @ linear, 0, 1)
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ linear
    f = np.cbrt(xyz / np.array([0.9505, 1.0, 1.089]))
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])], np.float32)


def nearest(colours: tuple[str, ...], by: str) -> float:
    return min(
        float(np.linalg.norm(as_seen(one, by) - as_seen(other, by)))
        for one, other in itertools.combinations(colours, 2)
    )


def test_there_are_three_safe_ones_and_one_in_grey() -> None:
    assert len(SAFE) == 3
    assert palettes.palette("grey").grey


@pytest.mark.parametrize("theme", ["print", "light", "dark"])
@pytest.mark.parametrize("name", SAFE)
def test_the_first_categories_stay_apart_for_everybody(name: str, theme: str) -> None:
    """The first five, of which most figures need no more; a green and a pink that do not are the control."""
    made = palettes.coloured(theme, name)
    for by in ("everybody", *SEEN):
        assert nearest(made.categories[:5], by) > 8, by
    control = ("#00a080", "#e00080")
    assert nearest(control, "deuteranopia") < 8 < nearest(control, "everybody")


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("name", palettes.ONE_DEFICIENCY)
def test_all_categories_and_signs_stay_apart_for_whom_a_palette_is_made(name: str, theme: str) -> None:
    """The theme's own colours, some of which do not, are the control."""
    made, own = palettes.coloured(theme, name), palettes.coloured(theme, palettes.OWN)
    assert palettes.palette(name).made_for == name
    assert len(set(made.categories)) == len(made.categories) == len(own.categories)
    for by in ("none", name):
        assert colour_vision.closest(made.categories, by)[0] >= APART
        assert colour_vision.closest((made.good, made.warning, made.error), by)[0] >= 0.8 * APART
    for sign in (made.good, made.warning, made.error):
        assert min(contrast(rgb(sign), rgb(ground)) for ground in (made.ground, made.surface, made.raised)) >= 4.5
    assert min(contrast(rgb(it), rgb(made.ground)) for it in made.categories) >= 3.0
    assert colour_vision.closest(own.categories, name)[0] < 8


def test_differences_of_colour_are_as_published() -> None:
    """Pairs of the data of Sharma, Wu and Dalal (2005)."""
    pairs = [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ]
    for one, other, known in pairs:
        assert colour_vision.difference(np.array(one), np.array(other)) == pytest.approx(known, abs=1e-4)


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("name", palettes.names())
def test_marks_are_seen_on_the_ground(name: str, theme: str) -> None:
    made = palettes.coloured(theme, name)
    for colour in (*made.categories, made.path, made.fan):
        assert contrast(rgb(colour), rgb(made.ground)) >= 1.99


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("name", palettes.names())
def test_more_is_further_from_the_ground(name: str, theme: str) -> None:
    made = palettes.coloured(theme, name)
    shades = [luminance(colour) for colour in along(made.ramp, np.linspace(0, 1, 17, dtype=np.float32))]
    steps = np.diff(shades)
    assert (steps > 0).all() if made.is_dark else (steps < 0).all()


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("name", [*SAFE, *palettes.ONE_DEFICIENCY])
def test_zero_is_in_the_middle_of_signed_values_and_the_signs_differ(name: str, theme: str) -> None:
    made = palettes.coloured(theme, name)
    low, zero, high = along(made.diverging, np.array([0, 0.5, 1], np.float32))
    assert contrast(zero, rgb(made.ground)) < 1.6
    assert min(contrast(low, zero), contrast(high, zero)) > 2.0
    for by in SEEN if name in SAFE else (name,):
        assert nearest((made.diverging[0], made.diverging[-1]), by) > 15


@pytest.mark.parametrize("theme", theme_names())
def test_grey_is_grey(theme: str) -> None:
    made = palettes.coloured(theme, "grey")
    for colour in (*made.categories, *made.ramp, *made.diverging, made.accent, made.path, made.error, made.ground):
        assert colour[1:3] == colour[3:5] == colour[5:7]
    assert abs(luminance(rgb(palettes.grey_of("#3366cc"))) - luminance(rgb("#3366cc"))) < 0.005


def test_the_themes_own_is_left_alone_and_others_are_refused() -> None:
    assert palettes.coloured("dark", palettes.OWN).categories[0] == "#6db6ff"
    with pytest.raises(InputRefused, match="no palette 'sepia'; there are okabe-ito"):
        palettes.coloured("dark", "sepia")
