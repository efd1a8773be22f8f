"""A question finds its laboratory by where its class stands; a laboratory that breaks costs only its own questions."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import labs
from engine.errors import InputRefused
from engine.labkit.dispatch import answer, answerer_of
from engine.labkit.workbench import Bench
from engine.labs.ablation.records import AskSweep
from engine.questions import Question
from tests.helpers.lab_examples import ROOT

BENCH = Bench(lambda *_: None, lambda: False)
RECORDS = """
from dataclasses import dataclass
from engine.questions import Finding, Question

@dataclass(frozen=True)
class AskToy(Question):
    n: int = 3

@dataclass(frozen=True)
class Toy(Finding):
    n: int

@dataclass(frozen=True)
class AskNobody(Question):
    pass
"""
ANSWERS = """
from engine.labs.toy_lab.records import AskToy, Toy

ANSWERS = {AskToy: lambda question, bench: Toy(2 * question.n)}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """One more folder beside the laboratories, with records and no answers yet."""
    made = tmp_path / "toy_lab"
    made.mkdir()
    (made / "__init__.py").write_text("", "utf-8")
    (made / "records.py").write_text(RECORDS, "utf-8")
    monkeypatch.setattr(labs, "__path__", [*labs.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    yield made
    for name in [name for name in sys.modules if name.startswith("engine.labs.toy_lab")]:
        del sys.modules[name]


def question(name: str) -> Question:
    made: Question = getattr(importlib.import_module("engine.labs.toy_lab.records"), name)()
    return made


def test_the_module_beside_the_records_answers(folder: Path) -> None:
    (folder / "answers.py").write_text(ANSWERS, "utf-8")
    assert answer(question("AskToy"), BENCH).n == 6  # type: ignore[attr-defined]


def test_what_nobody_answers_is_refused(folder: Path) -> None:
    with pytest.raises(InputRefused, match="No laboratory answers the question AskToy"):
        answer(question("AskToy"), BENCH)
    (folder / "answers.py").write_text(ANSWERS, "utf-8")
    importlib.invalidate_caches()
    with pytest.raises(InputRefused, match="No laboratory answers the question AskNobody"):
        answer(question("AskNobody"), BENCH)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("raise NameError('no such thing')", "NameError: no such thing"),
        ("import there_is_no_such_library", "there_is_no_such_library"),
        ("def (", "SyntaxError"),
        ("", "AttributeError"),
    ],
)
def test_a_laboratory_that_cannot_be_loaded_costs_its_questions_and_a_sentence(
    folder: Path, text: str, why: str
) -> None:
    (folder / "answers.py").write_text(text, "utf-8")
    with pytest.raises(InputRefused, match="The laboratory 'toy_lab' could not be loaded") as raised:
        answer(question("AskToy"), BENCH)
    assert why in str(raised.value)
    assert "the others work" in str(raised.value)
    assert callable(answerer_of(AskSweep))


def test_only_the_laboratory_that_is_asked_is_imported() -> None:
    program = (
        "import sys; from engine.labkit.dispatch import answerer_of; "
        "from engine.labs.patching.records import AskPatching; answerer_of(AskPatching); "
        "print(sorted({name.split('.')[2] for name in sys.modules if name.startswith('engine.labs.')}))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['patching']"
