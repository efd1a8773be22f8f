"""The text of a step: paragraphs and lists with **bold**, *italic*, `code` and {numbers}; nothing else is text.

A few lines of our own and no Markdown library: what is allowed is small, marks beside Chinese characters work (the
standard wants spaces there), and what is not allowed is told with its line instead of being shown as it happens to be.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from engine.sentences import say
from viz.lessons.lesson import Block, Kind, Span

KEYWORDS: dict[str, Kind] = {
    "Do:": "do", "See:": "see", "Question:": "question", "Answer:": "answer", "Note:": "note"
}  # fmt: skip
Tell = Callable[[int, str], object]  # a line, and what is wrong there
_ITEM = re.compile(r"(?:([-*+])|(\d{1,3})[.)])\s+(.*)")
_REFUSED = (
    (
        re.compile(r"\s*#"),
        say("A heading inside a step is not allowed: begin another step with “## ”, or make it bold."),
    ),
    (
        re.compile(r"\s*(```|~~~)"),
        say("A fenced block is only allowed right below a step's heading, and holds its state."),
    ),
    (re.compile(r"\s*>"), say("A quotation is not allowed: write a paragraph.")),
    (re.compile(r"\s*\|"), say("A table is not allowed: a view shows it, or a list says it.")),
    (re.compile(r"\s*([-*_])(\s*\1){2,}\s*$"), say("A line is not allowed: begin another step.")),
)
_INLINE_REFUSED = (
    (re.compile(r"!\[[^\]]*\]\("), say("A picture is not allowed: name a view in the step's state.")),
    (re.compile(r"\[[^\]]*\]\([^)]*\)"), say("A link is not allowed: lessons are given without a network.")),
    (re.compile(r"</?[A-Za-z][^>]*>"), say("HTML is not allowed: text is plain, with **bold**, *italic* and `code`.")),
)
_NUMBER = re.compile(r"\{(\w+)\}")
_ESCAPED = "\\*`{}#-_<>[]|"


def blocks_of(lines: Sequence[tuple[int, str]], tell: Tell) -> tuple[Block, ...]:
    """The paragraphs of (line number, line); what is not allowed is told, and left out."""
    found: list[Block] = []
    for paragraph in _paragraphs(lines):
        found += _blocks(paragraph, tell)
    return tuple(found)


def _paragraphs(lines: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    paragraph: list[tuple[int, str]] = []
    for number, line in lines:
        if line.strip():
            paragraph.append((number, line.rstrip()))
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _blocks(paragraph: list[tuple[int, str]], tell: Tell) -> list[Block]:
    kind: Kind = "text"
    pieces: list[tuple[int, str, str]] = []  # line, marker, text
    for at, (number, line) in enumerate(paragraph):
        text = line.strip()
        if at == 0 and (word := next((word for word in KEYWORDS if text.startswith(word)), "")):
            kind, text = KEYWORDS[word], text.removeprefix(word).strip()
        elif word := next((word for word in KEYWORDS if text.startswith(word)), ""):
            tell(number, say("“{word}” begins a paragraph of its own: put an empty line before it.", word=word))
        if sentence := next((sentence for form, sentence in _REFUSED if form.match(line)), ""):
            tell(number, sentence)
            continue
        if item := _ITEM.fullmatch(text):
            pieces.append((number, "•" if item[1] else f"{item[2]}.", item[3]))
        elif pieces:
            first, marker, before = pieces[-1]
            pieces[-1] = (first, marker, _joined(before, text))
        else:
            pieces.append((number, "", text))
    made = [(Block(kind, spans_of(text, number, tell), marker)) for number, marker, text in pieces if text]
    if not made and pieces:
        tell(pieces[0][0], say("This paragraph says nothing."))
    return made


def _joined(before: str, after: str) -> str:
    """Two lines of one paragraph: between Chinese characters and their punctuation stands no space."""
    if not before:
        return after
    wide = all(unicodedata.east_asian_width(letter) in "WF" for letter in (before[-1], after[0]))
    return before + ("" if wide else " ") + after


def spans_of(text: str, line: int, tell: Tell) -> tuple[Span, ...]:
    """The pieces of one paragraph."""
    for form, sentence in _INLINE_REFUSED:
        if form.search(re.sub(r"`[^`]*`", "", text)):
            tell(line, sentence)
    return _Inline(text, line, tell).spans()


class _Inline:
    """One reading of a paragraph, from its first character to its last."""

    def __init__(self, text: str, line: int, tell: Tell) -> None:
        self._text, self._line, self._tell = text, line, tell
        self._spans: list[Span] = []
        self._plain = ""
        self._bold = self._italic = False

    def spans(self) -> tuple[Span, ...]:
        """Its pieces; a mark that is not ended is told."""
        at = 0
        while at < len(self._text):
            at = self._take(at)
        self._flush()
        if self._bold or self._italic:
            mark = "**" if self._bold else "*"
            self._tell(self._line, say("What begins with “{mark}” is not ended in its paragraph.", mark=mark))
        return tuple(self._spans)

    def _take(self, at: int) -> int:
        """Take what stands at `at`; where the next begins."""
        text = self._text
        if text[at] == "\\" and text[at + 1 : at + 2] and text[at + 1] in _ESCAPED:
            self._plain += text[at + 1]
            return at + 2
        if text[at] == "`" and (end := text.find("`", at + 1)) > 0:
            self._flush()
            self._spans += _code(text[at + 1 : end], self._bold, self._italic)
            return end + 1
        if text[at] == "*":
            return self._turn(at)
        if met := _NUMBER.match(text, at):
            self._flush()
            self._spans.append(Span("", self._bold, self._italic, number=met[1]))
            return met.end()
        if text[at] in "`{}":
            said = say("“{mark}” stands alone: write \\{mark} where the character itself is meant.", mark=text[at])
            self._tell(self._line, said)
        self._plain += text[at]
        return at + 1

    def _turn(self, at: int) -> int:
        """Begin or end bold or italic."""
        self._flush()
        if self._text.startswith("**", at):
            self._bold = not self._bold
            return at + 2
        self._italic = not self._italic
        return at + 1

    def _flush(self) -> None:
        if self._plain:
            self._spans.append(Span(self._plain, self._bold, self._italic))
            self._plain = ""


def _code(text: str, bold: bool, italic: bool) -> Iterator[Span]:
    """Code, in which numbers are shown too."""
    at = 0
    for met in _NUMBER.finditer(text):
        if met.start() > at:
            yield Span(text[at : met.start()], bold, italic, True)
        yield Span("", bold, italic, True, met[1])
        at = met.end()
    if text[at:]:
        yield Span(text[at:], bold, italic, True)
