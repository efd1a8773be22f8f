"""The lessons that ship: nothing is wrong with any, and both languages give the same ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from viz.lessons import library
from viz.lessons.lesson import Lesson, Step
from viz.lessons.lesson_file import check_file, told

FILES = [path for language in library.languages() for path in sorted((library.FOLDER / language).glob("*.md"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_nothing_is_wrong_with_it(path: Path) -> None:
    _, problems = check_file(path)
    assert [told(path, problem) for problem in problems] == []


def names(language: str) -> list[str]:
    return sorted(path.stem for path in (library.FOLDER / language).glob("*.md"))


def test_there_are_two_languages_with_the_same_lessons() -> None:
    assert library.languages() == ("en", "zh_CN")
    assert names("en") == names("zh_CN") != []


def told_by(step: Step) -> object:
    """All of a step that is not words."""
    kinds = [block.kind for block in step.blocks]
    shown = sorted(span.number for block in step.blocks for span in block.spans if span.number)
    options = {view: dict(chosen) for view, chosen in step.options.items()}
    return step.state, options, step.play, dict(step.numbers), step.checks, kinds.count("answer"), shown


@pytest.mark.parametrize("name", names("en"))
def test_both_languages_have_the_same_steps_states_and_numbers(name: str) -> None:
    english, chinese = (read(language, name) for language in ("en", "zh_CN"))
    same = ("format", "order", "minutes", "model", "recording")
    assert [getattr(english.head, key) for key in same] == [getattr(chinese.head, key) for key in same]
    assert len(english.steps) == len(chinese.steps)
    for one, other in zip(english.steps, chinese.steps, strict=True):
        assert told_by(one) == told_by(other), one.heading


def read(language: str, name: str) -> Lesson:
    return check_file(library.FOLDER / language / f"{name}.md")[0]


def test_each_has_its_own_place_in_the_list() -> None:
    orders = [entry.lesson.head.order for entry in library.entries("en")]
    assert all(orders)
    assert len(set(orders)) == len(orders)


def test_a_lesson_of_the_same_states_in_other_words_only_is_found_different() -> None:
    """The control: what is compared is seen when it differs."""
    steps = read("en", names("en")[0]).steps
    assert told_by(steps[0]) != told_by(steps[1])


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "en"], ids=lambda path: path.stem)
def test_what_stands_alone_begins_with_a_capital_letter(path: Path) -> None:
    lesson, _ = check_file(path)
    for step in lesson.steps:
        for block in step.blocks:
            if block.kind != "text" and block.spans and not block.spans[0].code and not block.marker:
                assert not block.spans[0].text[:1].islower(), (step.heading, block.spans[0].text)
