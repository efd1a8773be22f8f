"""Lists and sentences as a language writes them: English by itself, Chinese by its translated signs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from viz import joined
from viz.charts.numbers import percent

CHINESE = {
    "{before}, {item}": "{before}、{item}",
    "{before}, {fact}": "{before}，{fact}",
    "{before}; {clause}": "{before}；{clause}",
    "{before} {sentence}": "{before}{sentence}",
    "{phrase}.": "{phrase}。",
    "{what}: {said}": "{what}：{said}",
    "{number}\u00a0%": "{number}%",
}


class Chinese(QTranslator):
    """The signs of another language."""

    def translate(self, context: str, text: str, comment: str | None = None, n: int = -1) -> str:
        return CHINESE.get(text, "") if context in ("Joined", "Numbers") else ""

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def chinese(qapp: QCoreApplication) -> Iterator[None]:
    spoken = Chinese()
    qapp.installTranslator(spoken)
    yield
    qapp.removeTranslator(spoken)


def test_english_needs_no_translation() -> None:
    assert joined.listed(["a", "b", "c"]) == "a, b, c"
    assert joined.facts(["position 3", "", "probability 5 %"]) == "position 3, probability 5 %"
    assert joined.clauses(["one, two", "three"]) == "one, two; three"
    assert joined.sentences("It ends.", "", "It begins.") == "It ends. It begins."
    assert joined.named("12 brackets", "5 prefixes") == "12 brackets: 5 prefixes"
    assert joined.spoken("A title", "A sentence.", "Another") == "A title. A sentence. Another."
    assert joined.listed([]) == joined.sentences() == joined.spoken("") == ""
    assert percent(0.3) == "30.0\u00a0%"


@pytest.mark.usefixtures("chinese")
def test_another_language_has_its_own_signs() -> None:
    assert joined.listed(["巴黎", "罗马"]) == "巴黎、罗马"
    assert joined.facts(["位置 3", "概率 5%"]) == "位置 3，概率 5%"
    assert joined.clauses(["一", "二"]) == "一；二"
    assert joined.sentences("到此结束。", "又开始。") == "到此结束。又开始。"
    assert joined.named("12 个括号", "5 个前缀") == "12 个括号：5 个前缀"
    assert joined.spoken("标题", "一句话。", "又一句") == "标题。一句话。又一句。"
    assert percent(0.3) == "30.0%"


def test_what_is_joined_may_hold_braces() -> None:
    """Tokens are any text."""
    assert joined.listed(["{before}", "{0}", "}{"]) == "{before}, {0}, }{"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("R is 0.95. It ends.", ["R is 0.95.", "It ends."]),
        ("在 L5.H1 之后。相似度 0.95。", ["在 L5.H1 之后。", "相似度 0.95。"]),
        ("No end", ["No end"]),
        ("", []),
    ],
)
def test_a_text_is_taken_apart_at_the_ends_of_its_sentences(text: str, parts: list[str]) -> None:
    assert joined.apart(text) == parts
    assert all(joined.ended(part).endswith((".", "。")) for part in parts)
