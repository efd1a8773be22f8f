"""The state on screen as a step: reading it gives the state, and so does entering it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.records import EMBEDDING, Change, Plan, Sampling, Site, Space
from engine.run import Run
from tests.helpers.runs import fifty_steps
from viz.board import Board, Row
from viz.lessons.kept_step import appended, state_of, step_text
from viz.lessons.lesson_file import lesson_of
from viz.ui_state import UiState


@pytest.fixture
def run() -> Run:
    made = fifty_steps()
    made.prompt, made.prompt_tokens = 'Say "this"\nand that \\', 3
    made.sampling = Sampling(0.5, 4, 0.9, 0.1, 1.2, 7)
    made.plan = Plan((Change(Site("head", 0, 1), 0.25), Change(Site("mlp", 1), mean=True, positions=(1, 2))))
    return made


UI = replace(
    UiState(), position=2, layer=1, head=(1, 1), neuron=(0, 2), space=Space("resid", 1), selection=(4, 5),
    board=Board().put(Row(Site("neuron", 0, 3), -1.5, where="last")),
).with_option("next_token", "count", 30)  # fmt: skip


def test_a_step_that_was_kept_says_the_state(run: Run) -> None:
    text = appended("", step_text(run, UI, "explore", ("token_strip", "next_token"), (10.0, 20.0, 1.5), "Kept"))
    lesson, problems = lesson_of(text, "kept")
    assert problems == ()
    step = lesson.steps[0]
    assert step.state == state_of(run, UI, "explore", ("token_strip", "next_token"), (10.0, 20.0, 1.5))
    assert (step.heading, dict(step.options["next_token"])) == ("Kept", {"count": 30})
    assert (step.state.run.prompt, step.state.run.tokens) == (run.prompt, len(run) - 3)
    assert step.state.run.sampling == run.sampling
    assert step.state.interventions == ("L0.N3=-1.5 @ last",)


def test_a_step_added_to_a_lesson_is_its_last(run: Run) -> None:
    first = appended("", step_text(run, UiState(), "explore", (), None, "One"))
    both, problems = lesson_of(appended(first, step_text(run, UI, "attention", (), None, "Two")), "kept")
    assert problems == ()
    assert [step.heading for step in both.steps] == ["One", "Two"]
    assert both.steps[1].state.workspace == "attention"


def test_without_a_run_there_is_none_in_the_step() -> None:
    lesson, problems = lesson_of(appended("", step_text(Run(), UiState(), "explore", (), None, "Empty")), "kept")
    assert problems == ()
    assert lesson.steps[0].state.run.prompt == ""
    assert lesson.steps[0].state.space is not None
    assert lesson.steps[0].state.space.space == EMBEDDING
