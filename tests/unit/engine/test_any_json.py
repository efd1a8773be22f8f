"""Any text as JSON: values that can be written again as they are, or part of a sentence."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from engine import checked_json
from engine.errors import JsonProblem
from tests.helpers.fuzz import drawn, read_or_refused
from tests.helpers.strategies.json_files import json_files
from tests.helpers.strategies.raw_bytes import raw
from tests.helpers.strategies.values import texts

WHOLE = {"a": [1, 2.5, "x", None, {"b": [[], {}], "c": "é🙂"}], "d": True, "\ud83d\ude42": -7}


def used(data: bytes | str) -> None:
    for spare in (False, True):
        found = checked_json.parsed(data, spare_numbers=spare)
        again = json.dumps(found, ensure_ascii=False, allow_nan=False).encode("utf-8")
        assert checked_json.parsed(again) == found


@drawn(40, 0.05, st.one_of(json_files(WHOLE), json_files(WHOLE), raw, texts, texts.map(json.dumps)))
def test_any_json(data: bytes | str) -> None:
    read_or_refused("json", lambda: used(data), JsonProblem)


def test_halves_of_characters_are_replaced() -> None:
    assert checked_json.parsed(r'{"a\ud800": ["\udfff", "x\ud83d\ude42", "\ud83d"]}') == {
        "a\ufffd": ["\ufffd", "x🙂", "\ufffd"]
    }
