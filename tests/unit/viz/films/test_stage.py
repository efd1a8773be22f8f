"""A film's pictures are those of figures, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from app.commands.film import part_of
from engine.records import U8
from engine.run import Run
from tests.helpers.runs import RUNS, with_map
from viz.figures.panel_state import shown_panels
from viz.figures.picture import image, pixels_of
from viz.figures.sheet import laid_out
from viz.figures.spec import FigureSpec, Panel
from viz.films.spec import FLIGHT, GENERATION, SWEEP, TURNTABLE, FilmSpec, Motion
from viz.films.spec_file import motions_of
from viz.films.stage import Stage, _through
from viz.films.timeline import moment, times
from viz.map.meaning_space_view import MeaningSpace
from viz.ui_state import UiState
from viz.view import View

pytestmark = pytest.mark.usefixtures("qapp")
MAP = Panel("meaning_space")


def frame_of(run: Run, view: type[View], ui: UiState) -> Any:
    return view.frame(run, ui)


def film(*motions: Motion, panel: Sequence[Panel] = (MAP,), size: str = "96x64", **more: Any) -> FilmSpec:
    figure = FigureSpec(size=size, theme="dark", panel=tuple(panel), **more)
    return FilmSpec(fps=6.0, motion=motions, figure=figure)


def pictures(made: FilmSpec, run: Run) -> list[U8]:
    parts = [part_of(made, index, panel, run, frame_of) for index, panel in enumerate(made.figure.panel)]
    stage = Stage(made.figure, parts)
    try:
        return [
            pixels_of(
                stage.picture([moment(motions_of(made, i), part.states, second) for i, part in enumerate(parts)]),
                made.figure.transparent,
            )
            for second in times(made)
        ]
    finally:
        stage.close()


def figure(spec: FigureSpec, run: Run) -> U8:
    sheet = laid_out(spec, shown_panels(spec, [run] * len(spec.panel)))
    try:
        return pixels_of(image(sheet), spec.transparent)
    finally:
        sheet.close()


def apart(one: U8, other: U8) -> float:
    return float(np.abs(one.astype(np.int16) - other).mean())


def turned_by(degrees: float, spec: FigureSpec, run: Run) -> tuple[float, ...]:
    """The camera of a figure of one map, turned about what it looks at, as `Panel.camera` says it."""
    sheet = laid_out(spec, shown_panels(spec, [run]))
    view = sheet.panels[0][1].view
    assert isinstance(view, MeaningSpace)
    here = view.viewport.in_size(spec.page.width, spec.page.height)
    there = replace(here, azimuth=here.azimuth + degrees)
    home = view.viewport.home(there, (spec.page.width, spec.page.height))
    sheet.close()
    return there.azimuth, there.elevation, there.distance / home.distance, *there.target


@pytest.fixture
def run() -> Run:
    return with_map(RUNS["fifty_steps"]())


@pytest.mark.parametrize("transparent", [False, True])
def test_a_turntable_shows_what_figures_from_there_show_and_its_end_joins_its_beginning(
    run: Run, transparent: bool
) -> None:
    camera = (10.0, 20.0, 1.2)
    made = film(
        Motion(TURNTABLE, seconds=2.0), panel=[replace(MAP, camera=camera)], size="192x128", transparent=transparent
    )
    seen = pictures(made, run)
    assert len(seen) == 12
    there = replace(made.figure, panel=(replace(MAP, camera=turned_by(90.0, made.figure, run)),))
    assert apart(seen[0], figure(made.figure, run)) < 0.2
    assert apart(seen[3], figure(there, run)) < 0.2
    steps = [apart(a, b) for a, b in zip(seen, [*seen[1:], seen[0]], strict=True)]
    assert min(steps) > 0.5  # every picture differs from the next, as the last one does from the first
    assert steps[-1] < 2 * max(steps[:-1])
    assert apart(seen[0], seen[6]) > 0.5


def test_the_same_film_has_the_same_pictures(run: Run) -> None:
    made = film(Motion(GENERATION, seconds=1.0, first=10, last=12), Motion(TURNTABLE, seconds=1.0), size="64x48")
    one, other = pictures(made, run), pictures(made, run)
    assert [picture.tobytes() for picture in one] == [picture.tobytes() for picture in other]


def test_a_view_without_a_camera_is_the_figure_of_each_state(run: Run) -> None:
    panel = Panel("token_strip")
    made = film(Motion(GENERATION, seconds=6.0, first=20, last=22), panel=[panel], size="320x180")
    seen = pictures(made, run)
    assert (seen[-1] == figure(made.figure, run.until(run.path[22]))).all()
    assert not (seen[0] == seen[-1]).all()


def test_bars_are_on_their_way_between_two_tokens(run: Run) -> None:
    panel = Panel("next_token")
    made = replace(film(Motion(GENERATION, seconds=1.0, first=20, last=21), panel=[panel], size="320x180"), fps=20.0)
    seen = pictures(made, run)
    changes = [apart(a, b) for a, b in pairwise(seen)]
    assert sum(change > 0 for change in changes) > 5  # they move, and do not jump
    assert apart(seen[-1], figure(made.figure, run.until(run.path[21]))) < 1.0


def test_panels_move_each_by_itself_and_words_stay(run: Run) -> None:
    panel = [MAP, Panel("layers")]
    made = film(
        Motion(TURNTABLE, seconds=1.0), Motion(SWEEP, 1, seconds=1.0, of="layer"), panel=panel, size="480x200",
        title="A film",
    )  # fmt: skip
    seen = pictures(made, run)
    left, right = [picture[30:, :230] for picture in seen], [picture[30:, 250:] for picture in seen]
    assert apart(left[0], left[3]) > 0.2
    assert apart(right[0], right[-1]) > 0.01
    assert (seen[0][:14] == seen[-1][:14]).all()


def test_a_flight_comes_near_and_goes_back(run: Run) -> None:
    made = replace(film(Motion(FLIGHT, seconds=2.0, near=0.2), size="192x128"), loop="once")
    seen = pictures(made, run)
    assert apart(seen[0], figure(made.figure, run)) < 0.2
    assert apart(seen[0], seen[5]) > 2.0
    assert apart(seen[0], seen[-1]) < 0.2


def test_two_maps_beside_each_other_both_turn() -> None:
    run = with_map(RUNS["fifty_steps"]())
    panel = replace(MAP, options={"second": "PCA"})
    seen = pictures(film(Motion(TURNTABLE, seconds=1.0), panel=[panel], size="192x96"), run)
    assert apart(seen[0], seen[3]) > 0.2


@pytest.mark.parametrize("part", [0.1, 0.25, 0.5, 0.9])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((19, 25, 39, 255), (19, 25, 39, 255)),
        ((250, 170, 90, 255), (10, 200, 250, 255)),
        ((255, 255, 255, 255), (0, 0, 0, 255)),
        ((200, 100, 50, 128), (200, 100, 50, 128)),
        ((200, 100, 50, 255), (0, 0, 0, 0)),
    ],
)
def test_one_picture_through_another_is_no_brighter_than_both(
    one: tuple[int, int, int, int], other: tuple[int, int, int, int], part: float
) -> None:
    clear = min(one[3], other[3]) < 255
    kind = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    pictures = []
    for colour in (one, other):
        picture = QImage(8, 8, kind)
        picture.fill(QColor(*colour))
        pictures.append(picture)
    colour_met = _through(pictures[0], pictures[1], part).pixelColor(3, 3)
    met = (colour_met.red(), colour_met.green(), colour_met.blue(), colour_met.alpha())
    shares = np.array([1 - part, part]) * np.array([one[3], other[3]])  # of each colour, as much as it covers
    colours = (shares @ np.array([one[:3], other[:3]])) / shares.sum()
    assert met[3] == pytest.approx(shares.sum(), abs=2)
    assert met[:3] == pytest.approx(colours, abs=4 if clear else 2)
