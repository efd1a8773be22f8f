"""Every view's PDF and SVG show in other programs what its PNG shows: poppler, Ghostscript and librsvg draw them.

The frames are those of a tiny model, its labs answered. In the suite every view is drawn by poppler, some of each kind
by the others, and answers that take seconds are left out; `ORRERY_RENDERERS=all` draws all of them by all, answered.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from engine.errors import InputRefused
from engine.labkit.dispatch import answer
from engine.labkit.workbench import Workbench
from engine.run import Run
from tests.helpers.answered import run_of, workbench
from tests.helpers.renderers import RENDERERS, SQUARE, Distance, distance
from tests.helpers.runs import with_map
from viz.figures.facts import facts
from viz.figures.files import save_picture
from viz.figures.page import SUFFIXES, Figure, paper
from viz.figures.picture import prepared
from viz.figures.whole import wanted_if_held
from viz.intents import AskLab
from viz.registry import all_views
from viz.ui_state import UiState

pytestmark = pytest.mark.usefixtures("qapp")
ALL = os.environ.get("ORRERY_RENDERERS") == "all"
VIEWS = list(all_views())
EACH_KIND = ("meaning_space", "attention_head", "hello_bye", "brackets", "token_strip", "head_table")
SLOW = frozenset(
    ("brackets_training", "brackets_why", "brackets_error", "brackets_lesson", "laws_of_motion", "intrinsic_dimension",
     "language_neuron", "redundancy", "brackets_strings", "brackets_sequences", "brackets_large", "bundles", "motion")
)  # fmt: skip
DPI = 100.0
UI = UiState(theme="print", layer=1, head=(1, 1), position=8)
MOST = Distance(rms=9.0, worst=60.0)  # levels of 255: thin lines and letters differ by up to this
ROUNDS = 8  # of questions that follow from answers


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    return workbench(tmp_path_factory.mktemp("model"), max_position_embeddings=256)


@pytest.fixture(scope="module")
def run(bench: Workbench) -> Run:
    return with_map(run_of(bench, "The best thing about AI is its ability to learn"))


@pytest.fixture(scope="module")
def pictures(run: Run, bench: Workbench, tmp_path_factory: pytest.TempPathFactory) -> Pictures:
    return Pictures(run, bench, tmp_path_factory.mktemp("pictures"))


class Pictures:
    """The figures of views, each made when it is first asked for, without their endings."""

    def __init__(self, run: Run, bench: Workbench, folder: Path) -> None:
        self._run, self._bench, self._folder = run, bench, folder

    def of(self, view: str) -> tuple[QImage, Path]:
        """The PNG of a view, and where that and its files of vectors are."""
        place = self._folder / f"{view}.png"
        if not place.exists():
            if ALL or view not in SLOW:
                self._answer(view)
            figure = Figure(view, paper(85, 60, DPI), UI.theme)
            made = prepared(figure, self._run, UI)
            try:
                for suffix in SUFFIXES:
                    save_picture(place.with_suffix(suffix), made, facts(self._run, UI, figure))
            finally:
                made.close()
        return QImage(str(place)), place

    def _answer(self, view: str) -> None:
        """What the view asks of its laboratory; where that refuses, the picture says so."""
        for _ in range(ROUNDS):
            wanted = wanted_if_held(all_views()[view], self._run, UI)
            asked = [intent.question for intent in wanted if isinstance(intent, AskLab)]
            new = [question for question in asked if question not in self._run.findings]
            for question in new:
                try:
                    self._run.findings[question] = answer(question, self._bench)
                except InputRefused:
                    return
                self._run.changed += 1
            if not new:
                return


def is_within(found: Distance, most: Distance) -> bool:
    return found.rms <= most.rms and found.worst <= most.worst


CASES = [
    (view, renderer) for view in VIEWS for renderer in RENDERERS if ALL or renderer == "poppler" or view in EACH_KIND
]


@pytest.mark.parametrize(("view", "renderer"), CASES)
def test_vectors_agree_with_the_pixels(view: str, renderer: str, pictures: Pictures) -> None:
    program = RENDERERS[renderer]
    if not program.is_here:
        pytest.skip(f"{program.program} is not installed")
    png, place = pictures.of(view)
    found = distance(png, program.render(place, png.width(), png.height(), DPI))
    assert is_within(found, MOST), f"{view} by {renderer}: {found}"


@pytest.mark.parametrize("view", VIEWS if ALL else EACH_KIND)
def test_another_picture_does_not_agree(view: str, pictures: Pictures) -> None:
    """The control: a picture of another view, and this one with a part missing or something opaque on it."""
    png, _ = pictures.of(view)
    other, _ = pictures.of("next_token" if view != "next_token" else "layers")
    assert not is_within(distance(png, other), MOST)
    dark = png.copy()
    painter = QPainter(dark)
    painter.fillRect(10 * SQUARE, 10 * SQUARE, 4 * SQUARE, 4 * SQUARE, QColor("#0060c0"))
    painter.end()
    assert not is_within(distance(png, dark), MOST)


def test_the_same_picture_agrees_exactly(pictures: Pictures) -> None:
    png, _ = pictures.of("token_strip")
    assert distance(png, png) == Distance(0.0, 0.0)
    assert is_within(MOST, MOST)
    assert not is_within(replace(MOST, rms=MOST.rms + 1), MOST)
    assert not is_within(replace(MOST, worst=MOST.worst + 1), MOST)
