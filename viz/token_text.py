"""How a token is written on screen, so that a person can read it and two different tokens never look alike by accident.

A token is bytes. Where they are text they are shown as text, with what the eye cannot see made visible: a space at
an edge as `·`, a newline as `↵`, a tab as `⇥`, controls by their control pictures, other unseen characters by number.
Bytes that are no text by themselves are hexadecimal, unless neighbouring tokens complete them to a character: then
the first token shows the character and the others a mark of continuation. Right-to-left pieces stand in a bidi
isolate, so that they do not rearrange what stands beside them.

Only a token that is not valid UTF-8 by itself can share a character with a neighbour, so everything else is decoded
once per vocabulary and looked up afterwards.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Sequence

from engine.records import TOKEN_KINDS, Vocabulary

CONTINUED = "⋯"  # this token only carries on a character that an earlier one began
EMPTY = "∅"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
END_OF_ISOLATE = "\u2069"
_SPECIAL = TOKEN_KINDS.index("special")
_drawn: list[Callable[[str], bool]] = []  # whether a character can be drawn; empty: all can
_JOINERS = "\u200c\u200d"  # drawn by what stands on both sides of them


class _Text:
    """One vocabulary's tokens in writing, filled as they are asked for. Equal only to itself, so it can key a cache."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.known: list[str | None] = [None] * len(vocabulary)

    def is_special(self, token_id: int) -> bool:
        return int(self.vocabulary.kinds[token_id]) == _SPECIAL

    def shown(self, token_id: int) -> str:
        text = self.known[token_id]
        if text is None:
            text = self.known[token_id] = self._written(token_id)
        return text

    def _written(self, token_id: int) -> str:
        raw = self.vocabulary.raw(token_id)
        return raw.decode("utf-8", "replace") if self.is_special(token_id) else written(raw)

    def is_fragment(self, token_id: int) -> bool:
        """Whether the token is not text by itself, so that its neighbours decide what it shows."""
        if not 0 <= token_id < len(self.known) or self.is_special(token_id):
            return False
        return not is_utf8(self.vocabulary.raw(token_id))


class _Same:
    """Wraps a vocabulary (not hashable) as a key that is equal by identity; holds it, so that the id stays its own."""

    __slots__ = ("vocabulary",)

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __hash__(self) -> int:
        return id(self.vocabulary)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.vocabulary is self.vocabulary


@functools.lru_cache(maxsize=4)
def _text_of(key: _Same) -> _Text:
    return _Text(key.vocabulary)


def drawn_by(can: Callable[[str], bool] | None) -> None:
    """Write the code point of every character that cannot be drawn on this machine (None: there is none).

    Set once, when the program knows its fonts: a token is written alike everywhere, so it is no view's choice.
    """
    _drawn[:] = [] if can is None else [can]
    _text_of.cache_clear()


def is_utf8(raw: bytes) -> bool:
    """Whether bytes are text by themselves."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def shown(vocabulary: Vocabulary | None, token_id: int) -> str:
    """The token as a person can read it; `#id` where there is no vocabulary or it ends before `token_id`."""
    if vocabulary is None or not 0 <= token_id < len(vocabulary):
        return f"#{token_id}"
    return _text_of(_Same(vocabulary)).shown(int(token_id))


def shown_all(vocabulary: Vocabulary | None, token_ids: Sequence[int]) -> list[str]:
    """Every token of a text, byte fragments joined to their characters where neighbours complete them."""
    if vocabulary is None:
        return [f"#{int(token_id)}" for token_id in token_ids]
    text = _text_of(_Same(vocabulary))
    ids = [int(token_id) for token_id in token_ids]
    result = [shown(vocabulary, token_id) for token_id in ids]
    i = 0
    while i < len(ids):
        end = i
        while end < len(ids) and text.is_fragment(ids[end]):
            end += 1
        if end - i > 1:
            result[i:end] = joined([vocabulary.raw(token_id) for token_id in ids[i:end]])
        i = max(end, i + 1)
    return result


def shown_in_context(vocabulary: Vocabulary | None, token_ids: Sequence[int], i: int) -> str:
    """Token `i` of a text as `shown_all` writes it, looking only at the fragments around it."""
    if vocabulary is None:
        return f"#{int(token_ids[i])}"
    text = _text_of(_Same(vocabulary))
    i = range(len(token_ids))[i]
    first = last = i
    while first > 0 and text.is_fragment(int(token_ids[first - 1])) and text.is_fragment(int(token_ids[i])):
        first -= 1
    while (
        last + 1 < len(token_ids) and text.is_fragment(int(token_ids[last + 1])) and text.is_fragment(int(token_ids[i]))
    ):
        last += 1
    return shown_all(vocabulary, [int(token_id) for token_id in token_ids[first : last + 1]])[i - first]


def plain_text(vocabulary: Vocabulary | None, token_ids: Sequence[int]) -> str:
    """The tokens' bytes read as one text; what is no UTF-8 becomes U+FFFD, special tokens stand by name."""
    if vocabulary is None:
        return " ".join(f"#{int(token_id)}" for token_id in token_ids)
    known = [int(token_id) for token_id in token_ids if 0 <= int(token_id) < len(vocabulary)]
    return b"".join(vocabulary.raw(token_id) for token_id in known).decode("utf-8", "replace")


# -- writing bytes -----------------------------------------------------------------------------------------------


def written(raw: bytes) -> str:
    """Bytes as visible text, those that are no UTF-8 in hexadecimal: `⟨E2 80⟩`."""
    if not raw:
        return EMPTY
    return _visible(raw.decode("utf-8", "surrogateescape"))


def joined(pieces: Sequence[bytes]) -> list[str]:
    """What each of some consecutive fragments shows: a character on the fragment it begins in, marks on the rest."""
    text = b"".join(pieces).decode("utf-8", "surrogateescape")
    owner = [index for index, piece in enumerate(pieces) for _ in piece]  # of each byte
    shares = [""] * len(pieces)
    begun_earlier = [False] * len(pieces)
    at = 0
    for character in text:
        size = 1 if _is_escaped(character) else len(character.encode("utf-8"))
        shares[owner[at]] += character
        for byte in range(at + 1, at + size):
            if owner[byte] != owner[at]:
                begun_earlier[owner[byte]] = True
        at += size
    return [
        (CONTINUED if carried else "") + (_visible(share) if share else "") or EMPTY
        for share, carried in zip(shares, begun_earlier, strict=True)
    ]


def isolated(text: str) -> str:
    """`text` in a right-to-left isolate where it holds right-to-left letters, unchanged otherwise."""
    if any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text):
        return f"{RIGHT_TO_LEFT_ISOLATE}{text}{END_OF_ISOLATE}"
    return text


def _visible(text: str) -> str:
    """Text with unseen characters made visible; bytes that `surrogateescape` let through become hexadecimal."""
    if text.isascii() and text.isprintable():
        return _dotted(text)
    parts: list[str] = []
    escaped: list[int] = []
    for index, character in enumerate(text):
        if _is_escaped(character):
            escaped.append(ord(character) - 0xDC00)
            continue
        parts.append(_hexadecimal(escaped))
        escaped = []
        inside = 0 < index < len(text) - 1
        parts.append(character if character == " " or (inside and character in _JOINERS) else _one(character))
    parts.append(_hexadecimal(escaped))
    written_text = _dotted("".join(parts))
    if unicodedata.category(text[0]) in ("Mn", "Mc", "Me") and not written_text.startswith("⟨"):
        written_text = "◌" + written_text
    return isolated(written_text)


def _is_escaped(character: str) -> bool:
    return "\udc80" <= character <= "\udcff"


def _hexadecimal(escaped: Sequence[int]) -> str:
    return f"⟨{bytes(escaped).hex(' ').upper()}⟩" if escaped else ""


def _dotted(text: str) -> str:
    """Spaces at both edges as `·`."""
    middle = text.strip(" ")
    if not middle:
        return "·" * len(text)
    before = len(text) - len(text.lstrip(" "))
    return "·" * before + middle + "·" * (len(text) - before - len(middle))


def _one(character: str) -> str:
    """One character in a form that can be seen."""
    code = ord(character)
    named = {"\n": "↵", "\t": "⇥", "\x7f": "␡"}.get(character)
    if named:
        return named
    if code < 0x20:
        return chr(0x2400 + code)
    unseen = unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co", "Zl", "Zp", "Zs")
    if unseen or 0xFE00 <= code <= 0xFE0F or (code > 0xFF and _drawn and not _drawn[0](character)):
        return f"⟨U+{code:04X}⟩"
    return character
