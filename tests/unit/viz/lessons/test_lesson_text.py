"""The text of a step: what is allowed in it, in both languages."""

from __future__ import annotations

import pytest

from viz.lessons.lesson import Span
from viz.lessons.markdown import blocks_of, spans_of


def blocks(text: str) -> list[tuple[str, str, str]]:
    told: list[str] = []
    found = blocks_of(list(enumerate(text.splitlines(), start=1)), lambda line, said: told.append(said))
    assert told == []
    return [(it.kind, it.marker, "".join(span.text or f"{{{span.number}}}" for span in it.spans)) for it in found]


def spans(text: str) -> tuple[Span, ...]:
    told: list[str] = []
    found = spans_of(text, 1, lambda line, said: told.append(said))
    assert told == []
    return found


def test_marks_and_numbers() -> None:
    assert spans("a **b** *c* `d {e}` {f}") == (
        Span("a "), Span("b", bold=True), Span(" "), Span("c", italic=True), Span(" "), Span("d ", code=True),
        Span("", code=True, number="e"), Span(" "), Span("", number="f"),
    )  # fmt: skip
    assert spans(r"2 \* 3 \{x\} \`y") == (Span("2 * 3 {x} `y"),)


def test_marks_beside_chinese_characters_need_no_spaces() -> None:
    assert spans("切成**词元**：片段") == (Span("切成"), Span("词元", bold=True), Span("：片段"))


def test_lines_of_a_paragraph_are_joined_as_the_language_has_it() -> None:
    assert blocks("one\ntwo") == [("text", "", "one two")]
    assert blocks("第一行，\n第二行\nGPT 好") == [("text", "", "第一行，第二行 GPT 好")]


def test_keywords_begin_paragraphs_and_lists_belong_to_them() -> None:
    found = blocks("Do: First this:\n- press\n- look\n\nSee: {n}\n\n1. one\n2) two")
    assert found == [
        ("do", "", "First this:"), ("do", "•", "press"), ("do", "•", "look"), ("see", "", "{n}"),
        ("text", "1.", "one"), ("text", "2.", "two"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["3 < 4 and 5 > 4", "a_b", "x * y", "50 %", "“quoted”"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    if "*" in text:
        told: list[str] = []
        spans_of(text, 1, lambda line, said: told.append(said))
        assert len(told) == 1  # an asterisk is a mark: it is written \*
    else:
        assert blocks(text) == [("text", "", text)]
