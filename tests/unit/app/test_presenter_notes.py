"""What the presenter reads of a lesson's step."""

from __future__ import annotations

from app.presenter_notes import notes_of
from app.session.lessons import Shown
from viz.lessons.library import entries


def test_notes_are_those_of_the_step_with_its_number_and_the_next_heading() -> None:
    lesson = entries()[0].lesson
    first, second = lesson.steps[:2]
    heading, text, following = notes_of(Shown(lesson, 1, first, {}))
    assert heading == f"{first.heading}  (step 1 of {len(lesson.steps)})"
    assert following == second.heading
    kinds = [block.kind for block in first.blocks if block.kind != "text"]
    assert len(text.splitlines()) == len(kinds) > 0
    assert text.startswith("Do: ") == (kinds[0] == "do")
    assert notes_of(Shown(lesson, len(lesson.steps), lesson.steps[-1], {}))[2] == ""


def test_without_a_lesson_there_are_none() -> None:
    assert notes_of(None) == ("", "", "")
