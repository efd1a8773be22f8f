"""The first token of what a person types; no Qt."""

from __future__ import annotations

from engine.records import Vocabulary
from viz.typed_token import NOT_FOUND, exact_token, token_of


def first_token(vocabulary: Vocabulary | None, text: str) -> tuple[int, bool]:
    """Token id and whether it is all of the text. A word of several tokens has its longest beginning that is a token,
    with a leading space first; -2 where it has none.

    The tokenizer's own cut of a rare word can begin with a shorter piece: the window has no tokenizer.
    """
    found = token_of(vocabulary, text)
    if found >= 0:
        return found, True
    plain = text.strip().replace("·", " ").replace("↵", "\n")
    for written in (f" {plain}", plain):
        for end in range(len(written) - 1, 1 if written.startswith(" ") else 0, -1):
            found = exact_token(vocabulary, written[:end])
            if found >= 0:
                return found, False
    return NOT_FOUND, False
