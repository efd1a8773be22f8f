"""What the presenter reads of a lesson's step."""

from __future__ import annotations

from app.presenter_notes import for_class, notes_of
from app.session.lessons import Shown, plain
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


def test_the_class_reads_the_heading_and_what_to_see_and_not_the_answer() -> None:
    lesson = entries()[0].lesson
    for number, step in enumerate(lesson.steps, start=1):
        shown = Shown(lesson, number, step, {})
        views, heading, text = for_class(shown)
        assert (views, heading) == (step.state.views, step.heading)
        wanted = next((shown.of(kind) for kind in ("see", "question", "do") if shown.of(kind)), ())
        assert text == "\n".join(plain(block) for block in wanted)
        assert not any(plain(block) in text for block in shown.of("answer", "note"))
    assert for_class(None) == ((), "", "")


def test_once_it_is_revealed_the_class_reads_the_question_and_its_answer() -> None:
    lesson = entries()[0].lesson
    number, step = next((at, it) for at, it in enumerate(lesson.steps, 1) if any(b.kind == "answer" for b in it.blocks))
    shown = Shown(lesson, number, step, {}, revealed=True)
    _, heading, text = for_class(shown)
    assert heading == step.heading
    assert text.splitlines() == [plain(block) for block in shown.of("question", "answer")]


def test_without_a_lesson_there_are_none() -> None:
    assert notes_of(None) == ("", "", "")
