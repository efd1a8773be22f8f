"""Sentences of the engine: plain English everywhere, and whole again in another language."""

from __future__ import annotations

import ast
import copy
import json
import pickle
import string
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine import errors
from engine.errors import InputRefused, reason
from engine.process.explain import failed
from engine.records import EMBEDDING
from engine.sentences import LONGEST, Sentence, english, listed, say, together, translated

ROOT = Path(__file__).resolve().parents[3]
GERMAN = {
    "There is no layer {layer}: {what} has {n:,}.": "{what} hat {n:,} Schichten, keine Nummer {layer}.",
    "the token embeddings": "die Einbettungen",
    "{first} {then}": "{first}{then}",
    "Wrong.": "{nothing} falsch",
}


def german(template: str) -> str:
    return GERMAN.get(template, template)


def example() -> Sentence:
    return say("There is no layer {layer}: {what} has {n:,}.", layer=np.int64(7), what=EMBEDDING.in_words, n=1200)


def test_a_sentence_is_its_english_text() -> None:
    said = example()
    assert said == "There is no layer 7: the token embeddings has 1,200."
    assert f"{said}" == said
    assert json.loads(json.dumps({"said": said})) == {"said": str(said)}
    assert hash(said) == hash("There is no layer 7: the token embeddings has 1,200.")


def test_its_values_are_put_into_another_template_and_those_that_are_sentences_with_them() -> None:
    said = translated(example(), german)
    assert said == "die Einbettungen hat 1,200 Schichten, keine Nummer 7."
    assert english(said) == example()
    assert translated(said, lambda template: template) == example()  # and back


def test_a_text_without_a_template_stays_as_it_is() -> None:
    assert translated("plain", german) == "plain"
    assert english("plain") == "plain"


def test_a_template_that_does_not_take_the_values_is_as_none() -> None:
    assert translated(say("Wrong."), german) == "Wrong."


@pytest.mark.parametrize("again", [lambda it: pickle.loads(pickle.dumps(it, 5)), copy.deepcopy])  # noqa: S301
def test_it_is_whole_after_a_pipe(again: object) -> None:
    assert callable(again)
    there = again(example())
    assert isinstance(there, Sentence)
    assert there == example()
    assert translated(there, german) == translated(example(), german)


def test_an_error_keeps_its_sentence_and_the_answer_carries_it() -> None:
    error = InputRefused(example())
    assert isinstance(str(error), Sentence)
    assert isinstance(reason(error), Sentence)
    assert isinstance(failed(1, error).sentence, Sentence)
    outer = InputRefused(say("It failed ({why}).", why=reason(error)))
    assert translated(str(outer), german).startswith("It failed (die Einbettungen hat")


def test_sentences_one_after_the_other_are_put_together_by_a_template() -> None:
    assert together("", "One.", "", "Two.", "Three.") == "One. Two. Three."
    assert translated(together("Eins.", "Zwei."), german) == "Eins.Zwei."
    assert together() == ""
    assert listed(["a", "b", "c"]) == "a, b, c"


def test_what_is_quoted_holds_no_line_and_not_too_much() -> None:
    said = say("Not {what!r}\n{more}", what="a\0b", more="x" * 5000)
    assert len(said) == LONGEST
    assert "\n" not in said


# -- that none is left without a template ------------------------------------------------------------------------

ERRORS = {name for name, it in vars(errors).items() if isinstance(it, type) and issubclass(it, errors.OrreryError)}


def raised_bare(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Errors for a person whose sentence is a text or an f-string, in which nothing can be translated."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = ast.unparse(node.func).rsplit(".", 1)[-1]
            if name in ERRORS and any(_is_text(part) for part in _parts(node.args[0])):
                yield node.lineno, ast.unparse(node)


def _parts(value: ast.expr) -> list[ast.expr]:
    if isinstance(value, ast.IfExp):
        return [*_parts(value.body), *_parts(value.orelse)]
    if isinstance(value, ast.BinOp):
        return [*_parts(value.left), *_parts(value.right)]
    return [value]


def _is_text(value: ast.expr) -> bool:
    return isinstance(value, ast.JoinedStr) or (isinstance(value, ast.Constant) and isinstance(value.value, str))


def sources() -> list[Path]:
    """What is shown in the window: commands speak English only."""
    files = [path for folder in ("engine", "viz", "app") for path in (ROOT / folder).rglob("*.py")]
    return [path for path in files if "commands" not in path.parts]


def test_every_error_for_a_person_has_a_template() -> None:
    found = {str(path.relative_to(ROOT)): list(raised_bare(ast.parse(path.read_text("utf-8")))) for path in sources()}
    assert {path: calls for path, calls in found.items() if calls} == {}


def test_every_line_of_progress_has_a_template() -> None:
    bare = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rsplit(".", 1)[-1] in ("progress", "Progress"):
                told = [part for value in node.args for part in _parts(value) if _is_text(part)]
                bare += [f"{path.relative_to(ROOT)}:{part.lineno}" for part in told if " " in ast.unparse(part)]
    assert bare == []


def test_a_bare_sentence_is_found() -> None:
    source = 'def f(n):\n raise InputRefused(f"Not {n}.")\n raise MapProblem("No." if n else say("Yes."))\n'
    assert [line for line, _ in raised_bare(ast.parse(source))] == [2, 3]


def said_in(path: Path) -> Iterator[tuple[int, str, set[str]]]:
    """Line, template and names of the values of every `say` of a file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "say" and node.args:
            text = node.args[0]
            assert isinstance(text, ast.Constant), f"{path}:{node.lineno}: a template must be written where it is said"
            spread = any(keyword.arg is None for keyword in node.keywords)
            yield node.lineno, str(text.value), set() if spread else {str(keyword.arg) for keyword in node.keywords}


def test_a_template_has_a_value_for_each_of_its_fields() -> None:
    wrong = []
    for path in sources():
        for line, template, given in said_in(path):
            fields = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
            if (given and fields != given) or not all(name.isidentifier() for name in fields):
                wrong.append(f"{path.relative_to(ROOT)}:{line} {sorted(fields ^ given)}")
    assert wrong == []
