"""Every shipped lesson with the default model: what it claims holds, and its recorded runs say the same numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from app.session.lesson_walk import LessonWalk, Walked
from app.session.recorded_run import MAPS
from tests.helpers.default_model import in_session_cache
from viz.lessons import facts, library
from viz.lessons.lesson import Check
from viz.lessons.measuring import measured_by
from viz.registry import all_views

LESSONS = sorted(path.stem for path in (library.FOLDER / library.ENGLISH).glob("*.md"))
RECORDED = [entry.lesson.name for entry in library.entries() if library.recordings_of(entry.lesson)]
# Lesson -> its steps with numbers that are in no recorded run: of all layers' states, which are large.
NEED_THE_MODEL: dict[str, set[int]] = {"tokens_become_numbers": {4, 6, 7}}
KEPT: dict[str, list[Walked]] = {}  # of this module: each lesson is given once
OF_RECORDING: dict[str, list[Walked]] = {}
LONGEST = 20.0  # seconds of what a step measures; longer ones are held by what was recorded, and by `check --claims`


def is_slow(view: str) -> bool:
    """Whether measuring what this view shows takes minutes."""
    return all_views()[view].figure_seconds > LONGEST


@pytest.fixture(scope="module")
def walk(qapp_of_module: QApplication) -> Iterator[LessonWalk]:
    in_session_cache()
    with LessonWalk(measures=lambda view: not is_slow(view)) as made:
        yield made


@pytest.fixture(scope="module")
def qapp_of_module() -> QApplication:
    made = QApplication.instance() or QApplication([])
    assert isinstance(made, QApplication)
    return made


def given(walk: LessonWalk, bare: LessonWalk, name: str) -> list[Walked]:
    if name not in KEPT:
        steps = walk.steps(library.FOLDER / library.ENGLISH / f"{name}.md")
        KEPT[name] = [with_recorded(it, bare, name) if any(map(is_slow, measured_by(it.step))) else it for it in steps]
    return KEPT[name]


def of_recording(bare: LessonWalk, name: str) -> list[Walked]:
    if name not in OF_RECORDING:
        OF_RECORDING[name] = list(bare.steps(library.FOLDER / library.ENGLISH / f"{name}.md"))
    return OF_RECORDING[name]


def with_recorded(walked: Walked, bare: LessonWalk, name: str) -> Walked:
    """A step with the numbers that were recorded for those that are not there."""
    known = of_recording(bare, name)[walked.number - 1].values
    values = {key: known[key] if value is None else value for key, value in walked.values.items()}
    return replace(walked, values=values)


@pytest.mark.parametrize("name", LESSONS)
def test_what_a_lesson_claims_is_so(walk: LessonWalk, bare: LessonWalk, name: str) -> None:
    wrong = [
        f"{step.step.heading}: {facts.claim(check)}, but it is {step.values[check.number]}"
        for step in given(walk, bare, name)
        for check in step.step.checks
        if not facts.holds(check, step.values)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", LESSONS)
def test_every_number_of_a_lesson_is_there(walk: LessonWalk, bare: LessonWalk, name: str) -> None:
    missing = [
        f"{step.step.heading}: {number}"
        for step in given(walk, bare, name)
        for number, value in step.values.items()
        if value is None
    ]
    assert missing == []


def test_a_claim_that_is_not_so_is_found(walk: LessonWalk, bare: LessonWalk) -> None:
    """The control."""
    values = [value for it in given(walk, bare, "one_word_at_a_time") for value in it.values.values()]
    numbers = [value for value in values if isinstance(value, float)]
    assert numbers
    assert not any(facts.holds(Check("it", at_least=value + 1e-6), {"it": value}) for value in numbers)


@pytest.fixture(scope="module")
def bare(qapp_of_module: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LessonWalk]:
    """Gives lessons on a computer that has no model."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ORRERY_CACHE", str(tmp_path_factory.mktemp("empty")))
        with LessonWalk() as made:
            yield made


@pytest.mark.parametrize("name", RECORDED)
def test_a_lesson_from_its_recorded_runs_says_the_same_numbers(walk: LessonWalk, bare: LessonWalk, name: str) -> None:
    """Those of laboratories and maps too; only the steps of `NEED_THE_MODEL` lack numbers."""
    lacking = set()
    for one, other in zip(given(walk, bare, name), of_recording(bare, name), strict=True):
        for key, number in one.step.numbers.items():
            if other.values[key] is None:
                lacking.add(one.number)
            else:
                said = facts.said(number, other.values[key])
                assert said == facts.said(number, one.values[key]), (one.step.heading, key)
    assert not bare.session.state.has_model
    assert lacking == NEED_THE_MODEL.get(name, set())


def test_recordings_are_small_and_none_is_left_over() -> None:
    wanted = {file.name for entry in library.entries() for file in library.recordings_of(entry.lesson)}
    there = {file.name: file.stat().st_size for file in library.RECORDINGS.glob("*")}
    assert set(there) == wanted
    assert all(size <= 500_000 for size in there.values()), there
    maps = [file.stat().st_size for file in MAPS.glob("*")]
    assert len(maps) == 1
    assert maps[0] <= 1_250_000
