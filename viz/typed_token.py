"""A token as a person types it, and back."""

from __future__ import annotations

from itertools import pairwise

from engine.records import I64, U8, Vocabulary
from viz.memo import by_identity
from viz.token_text import shown

NOT_FOUND = -2


@by_identity(2)
def _ids(data: U8, offsets: I64) -> dict[bytes, int]:
    raw, bounds = data.tobytes(), offsets.tolist()
    found: dict[bytes, int] = {}
    for token_id, (low, high) in enumerate(pairwise(bounds)):
        found.setdefault(raw[low:high], token_id)
    return found


def token_of(vocabulary: Vocabulary | None, text: str) -> int:
    """The token that `Mary`, `·Mary` or `#123` means, with a leading space first. -1: none named; -2: no such one."""
    if vocabulary is None or not text.strip():
        return -1
    if text.startswith("#") and text[1:].isdigit():
        return int(text[1:]) if int(text[1:]) < len(vocabulary) else NOT_FOUND
    ids = _ids(vocabulary.data, vocabulary.offsets)
    plain = text.replace("·", " ").replace("↵", "\n")
    for candidate in [plain] if plain.startswith(" ") else [f" {plain}", plain]:
        if candidate.encode() in ids:
            return ids[candidate.encode()]
    return NOT_FOUND


def written_token(vocabulary: Vocabulary | None, token_id: int) -> str:
    """A text that `token_of` reads as this token."""
    text = shown(vocabulary, token_id)
    return text if token_of(vocabulary, text) == token_id else f"#{token_id}"


def asked_token(token: int) -> str:
    """A token as a question to a lab takes it; "", the likeliest, where none is followed."""
    return f"#{token}" if token >= 0 else ""


def exact_token(vocabulary: Vocabulary | None, text: str) -> int:
    """The token whose bytes are these characters', leading space and all; -2: no such one."""
    if vocabulary is None:
        return NOT_FOUND
    return _ids(vocabulary.data, vocabulary.offsets).get(text.encode(), NOT_FOUND)
