"""Every question that needs a model has an example: what is tried with all questions is tried with it."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

from engine import labs
from engine.questions import Question
from engine.records import EMBEDDING, Space
from tests.helpers.lab_examples import About, modules

ABOUT = About(2, (3, 4, 5), Path("one.txt"), Path("other.txt"))


@pytest.mark.parametrize("name", [info.name for info in pkgutil.iter_modules(labs.__path__)])
def test_every_question_to_the_laboratory_has_an_example(name: str) -> None:
    answers = importlib.import_module(f"engine.labs.{name}.answers").ANSWERS
    examples = modules()[name]
    asked: list[Question] = [question for _, question in examples.questions(ABOUT)]
    if hasattr(examples, "questions_on_map"):
        for space in (EMBEDDING, Space("resid", 1)):
            asked += [question for _, question in examples.questions_on_map(ABOUT, space, "key")]
    assert {type(question) for question in asked} == {kind for kind in answers if kind.about != "resources"}


def test_no_two_examples_have_one_name() -> None:
    names = [name for examples in modules().values() for name, _ in examples.questions(ABOUT)]
    assert len({*names}) == len(names)
