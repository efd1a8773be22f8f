"""GGUF vocabularies: the ids of llama.cpp for every splitting rule, and of `regex` where llama.cpp approximates."""

from __future__ import annotations

import importlib
import json
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from gguf import GGUFReader
from transformers import AutoTokenizer

from engine.errors import ModelUnusable
from engine.models import gguf_tokenizer
from engine.models.splitting_rules import RULES, Rule
from engine.models.vocabulary import vocabulary_of
from tests.helpers import record_splitting
from tests.helpers.gguf_vocabularies import CONTROL, NORMAL, Listed, write

# what llama.cpp's own comments call adapted: it knows capitals of ASCII only, `\\d` of ASCII only, Han without numerals
APPROXIMATED = {
    "tekken": 80, "gpt-4o": 80, "granite-embed-multi-97m": 6, "tiny_aya": 90, "youtu": 7, "kimi-k2": 85, "superbpe": 48,
    "deepseek-llm": 3, "deepseek-coder": 2,
}  # fmt: skip


@cache
def recorded() -> dict[str, Any]:
    """What llama.cpp gave."""
    return record_splitting.read()


def _label(case: dict[str, Any]) -> str:
    return f"{case['vocabulary']} {case['pre'] or ''} {case['but'] or ''}".strip()


def _tokenizer(path: Path) -> Any:
    reader = GGUFReader(path)
    gguf_tokenizer.require_known(path, reader)
    return gguf_tokenizer.read(path, reader)


def _ids(tokenizer: Any, texts: list[str]) -> list[list[int]]:
    return [list(ids) for ids in tokenizer(texts, add_special_tokens=False)["input_ids"]]


ALL = [case for case in recorded()["cases"] if case["vocabulary"] != record_splitting.DEFAULT_MODEL]


CASES = list({(case["vocabulary"], RULES.get(case["pre"] or ""), str(case["but"])): case for case in ALL}.values())


@pytest.mark.parametrize("case", CASES, ids=_label)
def test_a_file_is_read_as_llama_cpp_reads_it(case: dict[str, Any], tmp_path: Path) -> None:
    tokenizer = _tokenizer(record_splitting.file_of(recorded(), case, tmp_path / "some.gguf"))
    expected = record_splitting.ids_of(recorded(), case)
    found = _ids(tokenizer, recorded()["texts"])
    differing = [
        text for text, ours, theirs in zip(recorded()["texts"], found, expected, strict=True) if ours != theirs
    ]
    assert len(differing) == _approximated(case["pre"])


def _approximated(name: str | None) -> int:
    """On how many of the texts llama.cpp departs from a rule; those are held against `regex` below."""
    rule = RULES.get(name or "")
    return next((count for other, count in APPROXIMATED.items() if RULES[other] == rule), 0)


def test_names_of_one_rule_gave_the_same_and_none_is_left_out() -> None:
    texts = recorded()["texts"]
    assert len(texts) == len(set(texts)) > 500
    assert {case["pre"] for case in ALL} - {None} == set(RULES) - {"whitespace"}
    for case in ALL:
        (same,) = [other for other in CASES if _same(case, other)]
        assert case["rows"] == same["rows"]


def _same(case: dict[str, Any], other: dict[str, Any]) -> bool:
    rules = (RULES.get(each["pre"] or "") for each in (case, other))
    return case["vocabulary"] == other["vocabulary"] and case["but"] == other["but"] and len(set(rules)) == 1


@pytest.mark.parametrize("rule", sorted(set(RULES.values()), key=repr), ids=lambda rule: _names(rule)[0])
def test_pieces_are_those_of_another_engine_of_regular_expressions(rule: Rule) -> None:
    from tokenizers import Tokenizer

    state = {"version": "1.0", "model": {"type": "BPE", "vocab": {}, "merges": []}, "added_tokens": []}
    built = Tokenizer.from_str(json.dumps({**state, "pre_tokenizer": gguf_tokenizer.splitting(rule)}))
    for text in recorded()["texts"]:
        pieces = [text[start:end] for _, (start, end) in built.pre_tokenizer.pre_tokenize_str(text)]
        assert pieces == _cut(rule, text)


def _names(rule: Rule) -> list[str]:
    return [name for name, other in RULES.items() if other == rule]


def _cut(rule: Rule, text: str) -> list[str]:
    """The pieces by the module `regex`: what matches and what lies between, step by step."""
    engine: Any = importlib.import_module("regex")
    pieces = [text]
    for step in rule.steps:
        expression = engine.compile(step, engine.V1 | engine.MULTILINE)
        cuts = [
            [0, *(edge for match in expression.finditer(piece) for edge in match.span()), len(piece)]
            for piece in pieces
        ]
        pieces = [piece[a:b] for piece, edges in zip(pieces, cuts, strict=True) for a, b in pairwise(edges) if a < b]
    return pieces


def test_the_default_model_reads_as_llama_cpp_does_by_plain_transformers(default_model_folder: Path) -> None:
    (case,) = [case for case in recorded()["cases"] if case["vocabulary"] == record_splitting.DEFAULT_MODEL]
    tokenizer = AutoTokenizer.from_pretrained(default_model_folder)
    assert _ids(tokenizer, recorded()["texts"]) == record_splitting.ids_of(recorded(), case)
    assert _ids(tokenizer, ["Add ½ cup of"]) == [[7684, 216, 16738, 7118, 282]]


@pytest.mark.parametrize("vocabulary", ["bytes", "characters", "sentencepiece", "runs"])
def test_a_saved_tokenizer_reads_the_same_and_its_tokens_join_to_the_text(vocabulary: str, tmp_path: Path) -> None:
    case = next(case for case in CASES if case["vocabulary"] == vocabulary)
    tokenizer = _tokenizer(record_splitting.file_of(recorded(), case, tmp_path / "some.gguf"))
    tokenizer.save_pretrained(tmp_path)
    saved = AutoTokenizer.from_pretrained(tmp_path)
    ids = _ids(saved, recorded()["texts"])
    assert ids == _ids(tokenizer, recorded()["texts"])
    spelled = vocabulary_of(saved, len(saved))
    for text, some in zip(recorded()["texts"], ids, strict=True):
        joined = b"".join(map(spelled.raw, some)).decode()
        assert _bare(joined) == _bare(text) if vocabulary == "sentencepiece" else _spaced(joined) == _spaced(text)


def _spaced(text: str) -> str:
    """SentencePiece spells a space as U+2581, so one that was typed as that comes back as a space."""
    return text.replace("▁", " ")


def _bare(text: str) -> str:
    """It also puts a space before a text, and one behind every special token."""
    return _spaced(text).replace(" ", "")


def _few(**changes: Any) -> Listed:
    tokens = ["<s>", "</s>", *(chr(code) for code in range(33, 127)), "Ġ", "Ċ", "Ġa", "ab"]
    types = [CONTROL] * 2 + [NORMAL] * (len(tokens) - 2)
    return Listed("gpt2", tokens, types, [["Ġ", "a"], ["a", "b"]], **changes)


@pytest.mark.parametrize(("flag", "begins"), [(None, True), (True, True), (False, False)])
def test_a_text_begins_as_the_file_says_or_else_the_rule(flag: bool | None, begins: bool, tmp_path: Path) -> None:
    flags = {} if flag is None else {"add_bos_token": flag}
    _tokenizer(write(tmp_path / "three.gguf", _few(flags=flags), "llama-bpe")).save_pretrained(tmp_path)
    assert (AutoTokenizer.from_pretrained(tmp_path)("ab").input_ids[0] == 0) is begins
    assert _tokenizer(write(tmp_path / "two.gguf", _few(), "gpt-2"))("ab").input_ids[0] != 0


@pytest.mark.parametrize(
    ("kind", "architecture", "pre", "said"),
    [
        ("gpt2", "llama", "sparrow-3", r"names 'sparrow-3' as the rule .* not known here"),
        ("gpt2", "llama", "x" * 5000, r"names 'x+\.\.\.x+' as the rule"),
        ("gpt2", "llama", None, r"does not say by what rule .* before May 2024"),
        ("rwkv", "llama", None, r"tokenizer of the kind 'rwkv', which cannot be read"),
        ("t5", "llama", None, r"tokenizer of the kind 't5'"),
    ],
)
def test_what_cannot_be_read_right_is_refused(
    kind: str, architecture: str, pre: str | None, said: str, tmp_path: Path
) -> None:
    path = write(tmp_path / "odd.gguf", replace(_few(architecture=architecture), kind=kind), pre)
    with pytest.raises(ModelUnusable, match=said):
        gguf_tokenizer.require_known(path, GGUFReader(path))


def test_files_older_than_the_names_are_read_where_their_architecture_has_one_rule(tmp_path: Path) -> None:
    named = _tokenizer(write(tmp_path / "a.gguf", _few(architecture="qwen2"), "qwen2"))
    old = _tokenizer(write(tmp_path / "b.gguf", _few(architecture="qwen2"), None))
    assert old.backend_tokenizer.to_str() == named.backend_tokenizer.to_str()


@pytest.mark.parametrize("count", [2, 31, 32, 40, 62, 64, 95])
def test_a_run_of_spaces_is_cut_longest_first_where_the_file_defines_runs(count: int, tmp_path: Path) -> None:
    case = next(case for case in CASES if case["vocabulary"] == "runs")
    tokenizer = _tokenizer(record_splitting.file_of(recorded(), case, tmp_path / "some.gguf"))
    spelled = vocabulary_of(tokenizer, len(tokenizer))
    (ids,) = _ids(tokenizer, [f"a{' ' * count}"])
    expected = [31] * (count // 31) + ([count % 31] if count % 31 else [])
    assert [len(spelled.raw(index)) for index in ids[1:]] == expected
