"""JSON from files: what would fail later and elsewhere is refused at the door, in part of a sentence."""

from __future__ import annotations

import ast
import json
import os
from pathlib import Path
from typing import Any

import pytest

from engine import checked_json
from engine.errors import InputRefused, JsonProblem, OrreryError, in_short, reason, shown
from engine.sentences import LONGEST

ROOT = Path(__file__).resolve().parents[3]
DEEP = 200_000


@pytest.mark.parametrize(
    "value",
    [None, True, 0, -(2**63), 2**64 - 1, 1.5, 1e-320, "", "über 你好 🙂", [], {}, [[{"a": [1, 2.5, None]}]]],
)
def test_what_python_writes_is_read_as_it_was(value: Any) -> None:
    text = json.dumps(value)
    assert checked_json.parsed(text) == value
    assert checked_json.parsed(text.encode()) == value
    assert checked_json.parsed(b"\xef\xbb\xbf" + text.encode()) == value, (
        "a mark of UTF-8 at the beginning is passed over"
    )
    assert type(checked_json.parsed(text)) is type(value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("NaN", "NaN is not finite"),
        ('{"a": [1, -Infinity]}', "-Infinity is not finite"),
        ('{"a": Infinity}', "Infinity is not finite"),
        ("[1e999]", "1e999 is not finite"),
        ("[-1" + "0" * 400 + ".0]", "is not finite"),
        (str(2**64), "does not fit into 64 bits"),
        (f"[{-(2**63) - 1}]", "does not fit into 64 bits"),
        ('{"seed": 1' + "0" * 400 + "}", "does not fit into 64 bits"),
        ("9" * 10_000, "does not fit into 64 bits"),  # which `int` itself refuses
        ("[" * DEEP + "]" * DEEP, "nested more than 64 deep"),
        ('{"a":' * DEEP + "1" + "}" * DEEP, "nested more than 64 deep"),
        ("[" * 65 + "]" * 65, "nested more than 64 deep"),
        ("", "line 1, column 1"),
        ('{"a": 1', "line 1, column 8"),
        ("[1,\n2,]", "line 2, column 3"),
        (b"\xff\xfe\x00", "not text in UTF-8 at byte 0"),
        (b'{"a": "\xe4"}', "not text in UTF-8 at byte 7"),
    ],
)
def test_what_breaks_elsewhere_is_refused_in_a_few_words(text: str | bytes, said: str) -> None:
    with pytest.raises(JsonProblem) as met:
        checked_json.parsed(text)
    assert said in str(met.value)
    assert len(str(met.value)) < 200


def test_depth_is_counted_not_met_by_chance() -> None:
    assert checked_json.parsed("[" * 64 + "]" * 64) is not None
    wide = "[" + ",".join(["[[1]]"] * 1000) + "]"
    assert len(checked_json.parsed(wide)) == 1000


def test_a_number_that_is_not_taken_may_stay_as_its_text() -> None:
    text = '{"a": NaN, "b": [1e999, 2.5, 7], "c": 1' + "0" * 400 + "}"
    found = checked_json.parsed(text, spare_numbers=True)
    assert (found["a"], found["b"]) == ("NaN", ["1e999", 2.5, 7])
    assert found["c"].startswith("1000")
    json.dumps(found, allow_nan=False)


def test_files_are_read_up_to_a_size_and_only_where_they_are_files(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": 1}', "utf-8")
    assert checked_json.read_object(path) == {"a": 1}
    assert checked_json.read(path, 8) == {"a": 1}
    with pytest.raises(JsonProblem, match="larger than"):
        checked_json.read(path, 7)
    with pytest.raises(JsonProblem, match="larger than"):
        checked_json.parsed("[1, 2, 3]", 5)
    with pytest.raises(FileNotFoundError):
        checked_json.read(tmp_path / "none.json")
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(JsonProblem, match="not a file"):
        checked_json.read(tmp_path / "pipe.json")
    with pytest.raises(JsonProblem, match="not a file"):
        checked_json.read(tmp_path)


@pytest.mark.parametrize("text", ["[1, 2]", "3", '"' + "x" * 10_000 + '"'])
def test_an_object_is_asked_for_where_one_is_needed(text: str) -> None:
    with pytest.raises(JsonProblem, match="an object was expected") as met:
        checked_json.parsed_object(text)
    assert len(str(met.value)) < 200


def test_metadata_that_is_not_there_is_told() -> None:
    assert checked_json.metadata_object({"orrery": "{}"}, "orrery") == {}
    for metadata in (None, {}, {"other": "{}"}):
        with pytest.raises(JsonProblem, match="'orrery'"):
            checked_json.metadata_object(metadata, "orrery")


@pytest.mark.parametrize(
    "value", ["x" * 10_000, ["y" * 10_000] * 100, {"a": "z" * 10_000}, 10**4000, {1: [[[[[[[]]]]]]]}]
)
def test_a_value_is_quoted_shortened(value: object) -> None:
    assert len(shown(value, 80)) <= 80
    assert len(in_short(value, 80)) <= 80
    assert shown("short") == "'short'"
    assert in_short("two\nlines") == "two lines"


def test_no_sentence_is_longer_than_a_person_reads() -> None:
    assert str(InputRefused("as it is")) == "as it is"
    sentence = str(OrreryError("begin " + "x" * 100_000 + " end"))
    assert len(sentence) == LONGEST
    assert sentence.startswith("begin")
    assert sentence.endswith("end")


_OTHERS = ("json", "simplejson", "orjson", "ujson")


def _is_read(node: ast.AST) -> bool:
    """Whether JSON is read here past the guarded reader: by `json.load`, `json.loads`, a decoder or another library."""
    if isinstance(node, ast.Attribute):
        return (getattr(node.value, "id", ""), node.attr) in {("json", "load"), ("json", "loads")} or (
            node.attr == "JSONDecoder"
        )
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").split(".")[0] in _OTHERS
    return isinstance(node, ast.Import) and any(
        each.name in _OTHERS and (each.asname or each.name != "json") for each in node.names
    )


def _reads(path: Path) -> list[str]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return [f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}" for node in nodes if _is_read(node)]


def test_all_json_is_read_by_the_guarded_reader() -> None:
    guarded = ROOT / "engine" / "checked_json.py"
    files = [ROOT / "main.py", *(path for top in ("engine", "viz", "app") for path in (ROOT / top).rglob("*.py"))]
    assert [line for path in files if path != guarded for line in _reads(path)] == []
    assert len(_reads(guarded)) == 1, "the guarded reader itself is what this test would find"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyError("nodes"), "'nodes' is missing"),
        (TypeError("'int' object is not iterable"), "'int' object is not iterable"),
        (ValueError("field x:\n    TypeError: expected int"), "field x: expected int"),
        (ValueError("json.decoder.JSONDecodeError: no"), "no"),
        (ValueError(), "for a reason that was not told"),
    ],
)
def test_the_reason_of_an_error_is_in_words(error: Exception, said: str) -> None:
    assert reason(error) == said


def test_a_sentence_is_one_line_whatever_it_quotes() -> None:
    assert str(OrreryError("It says a\nb\x00\u2028c.")) == "It says a b c."
