"""Parts texts of tokens into sentences, for the means along a path and to show the sentence a state was read in.

A sentence ends at . ! ? … before a space, at the marks of other scripts, at the end of a line, and at a special token.
A closing quotation mark belongs to it, also a » after a space, as French sets it. A mark after an initial or a usual
abbreviation ends none. A token belongs to the sentence that its first letter is in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from engine.records import I32, I64, TOKEN_KINDS, U8, Background, Bools, Vocabulary
from viz.memo import by_identity

SPACE, LINE_END = "·", "↵"
MOST_CHARACTERS = 320  # of a sentence that are shown, around its word
_SPECIAL = TOKEN_KINDS.index("special")
_END = re.compile(r"[.!?…]+(?:[\"'”’»«)\]]|[ \u00a0\u202f]»(?=\s|$))*(?=\s|$)|[。！？؟।]+[」』”’）]*|\n+")
_NO_END = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e|No|Fig))\.$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Sentence:
    """A sentence around one of its tokens, each part as plain text."""

    before: str
    word: str
    after: str

    def brief(self, room: int) -> str:
        """The word in brackets with at most so many characters on either side, on one line."""
        before = self.before if len(self.before) <= room else "…" + self.before[-room:]
        after = self.after if len(self.after) <= room else self.after[:room] + "…"
        return f"{before}[{self.word}]{after}"


def starts(vocabulary: Vocabulary, token_ids: I32) -> Bools:
    """[T] whether a sentence begins with each token of one text."""
    begins = np.zeros(len(token_ids), np.bool_)
    if not len(token_ids):
        return begins
    pieces = [vocabulary.raw(i) if 0 <= i < len(vocabulary) else b"" for i in token_ids.tolist()]
    text = b"".join(pieces).decode("utf-8", "surrogateescape")
    sizes = [len(letter.encode("utf-8", "surrogateescape")) for letter in text]
    letter_at = np.concatenate([[0], np.cumsum(sizes)])  # [letters + 1] byte each begins at
    token_at = np.cumsum([0, *(len(piece) for piece in pieces)])  # [T + 1]
    ends = [match.end() for match in _END.finditer(text) if not _NO_END.search(text[: match.end()][-8:])]
    for end in ends:
        after = end + len(text[end:]) - len(text[end:].lstrip())
        if after < len(text):
            begins[int(np.searchsorted(token_at, letter_at[after], side="right")) - 1] = True
    inside = np.array([0 <= i < len(vocabulary) for i in token_ids.tolist()])
    special = np.zeros(len(token_ids), np.bool_)
    special[inside] = vocabulary.kinds[token_ids[inside]] == _SPECIAL
    begins |= special
    begins[1:] |= special[:-1]
    begins[0] = True
    return begins


@by_identity(4)
def bounds(token_ids: I32, positions: I32, data: U8, offsets: I64, kinds: U8) -> tuple[I32, I32]:
    """([N] first row, [N] row after the last) of the sentence of each point of a background of states.

    Its rows are texts one after the other, each of which begins at position 0.
    """
    vocabulary = Vocabulary(data, offsets, kinds)
    begins = np.zeros(len(token_ids), np.bool_)
    texts = [*np.flatnonzero(positions == 0).tolist(), len(token_ids)]
    if texts[0] != 0:
        texts.insert(0, 0)
    for first, last in pairwise(texts):
        begins[first:last] = starts(vocabulary, token_ids[first:last])
    rows = np.append(np.flatnonzero(begins), len(token_ids))
    which = np.cumsum(begins) - 1
    return rows[which].astype(np.int32), rows[which + 1].astype(np.int32)


def sentence_of(background: Background, vocabulary: Vocabulary | None, index: int) -> Sentence | None:
    """The sentence that a state was read in, around its token; None where points are no states."""
    ids, positions = background.token_ids, background.positions
    if vocabulary is None or positions is None or not 0 <= index < len(ids):
        return None
    first, last = bounds(ids, positions, vocabulary.data, vocabulary.offsets, vocabulary.kinds)
    return around(vocabulary, ids[int(first[index]) : int(last[index])], index - int(first[index]))


def around(vocabulary: Vocabulary, token_ids: I32, at: int) -> Sentence:
    """Token `at` of a sentence, with the whole of a letter that it is part of, between what stands before and after."""
    before, word, after = (
        _text(part)
        for part in _of_whole_letters(
            *(_bytes(vocabulary, ids) for ids in (token_ids[:at], token_ids[at : at + 1], token_ids[at + 1 :]))
        )
    )
    spaced = word[: len(word) - len(word.lstrip())]
    if word.strip():
        before, word = before + spaced, word[len(spaced) :]
    else:  # a token that is not seen is to be seen where it is marked
        word = LINE_END if b"\n" in _bytes(vocabulary, token_ids[at : at + 1]) else SPACE
    room = MOST_CHARACTERS // 2
    if len(before) > room:
        before = "… " + before[-room:].split(" ", 1)[-1]
    if len(after) > room:
        after = after[:room].rsplit(" ", 1)[0] + " …"
    return Sentence(before.lstrip(), word, after.rstrip())


def whole(vocabulary: Vocabulary | None, token_ids: I32, most: int) -> str:
    """Some tokens as plain text on one line, of at most so many characters."""
    if vocabulary is None:
        return ""
    text = _text(_bytes(vocabulary, token_ids)).strip()
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _bytes(vocabulary: Vocabulary, token_ids: I32) -> bytes:
    return b"".join(vocabulary.raw(i) for i in token_ids.tolist() if 0 <= i < len(vocabulary))


def _of_whole_letters(before: bytes, word: bytes, after: bytes) -> tuple[bytes, bytes, bytes]:
    """The same, with the bytes that a letter at either end of the word lacks moved to the word."""
    text, start, end = before + word + after, len(before), len(before) + len(word)
    while word and start and _goes_on(text, start):
        start -= 1
    while word and _goes_on(text, end):
        end += 1
    return text[:start], text[start:end], text[end:]


def _goes_on(text: bytes, at: int) -> bool:
    """Whether the letter before a byte of UTF-8 goes on with it."""
    return at < len(text) and text[at] & 0xC0 == 0x80


def _text(raw: bytes) -> str:
    return _SPACES.sub(" ", raw.decode("utf-8", "replace"))
