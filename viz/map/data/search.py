"""Finds tokens by what is typed: the exact token first, then those that begin with it, then those that hold it.

Ids sort within each group, so common tokens come first; of several that are the same but for case and a space before
them, the one as it was typed and at a word's start does. The vocabulary is put into lower case once and remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from engine.records import I64, U8, Vocabulary
from viz.memo import by_identity


@by_identity(2)
def _texts(data: U8, offsets: I64) -> list[str]:
    raw = data.tobytes()
    bounds = offsets.tolist()
    return [raw[a:b].decode("utf-8", "replace").lower() for a, b in pairwise(bounds)]


def found(vocabulary: Vocabulary, query: str, limit: int = 5000, by_number: bool = True) -> list[int]:
    """Ids of at most `limit` tokens that match. A number also finds the token of that id (`by_number`), "#123" only
    that one.

    Spaces and newlines may be typed as they are shown, as · and ↵. A query of nothing else finds the tokens that are
    nothing else: every word's start holds a space.
    """
    if not query:
        return []
    if query.startswith("#") and query[1:].isdecimal():
        return _of_id(vocabulary, query[1:])
    wanted = _typed(query).lower()
    bare = wanted if wanted != wanted.lstrip() or not wanted.strip() else wanted.strip()
    groups: tuple[list[int], list[int], list[int]] = ([], [], [])
    blank = not bare.strip()
    for token_id, text in enumerate(_texts(vocabulary.data, vocabulary.offsets)):
        if bare in text and text and not (blank and text.strip()):
            groups[_rank(text, bare)].append(token_id)
    typed = _typed(query).strip()
    groups[0].sort(key=lambda token_id: _unlike(vocabulary.raw(token_id).decode("utf-8", "replace"), typed))
    numbered = _of_id(vocabulary, query) if by_number and query.isdecimal() else []
    return list(dict.fromkeys([*groups[0], *numbered, *groups[1], *groups[2]]))[:limit]


def _typed(query: str) -> str:
    return query.replace("·", " ").replace("↵", "\n").replace("⇥", "\t")


def _of_id(vocabulary: Vocabulary, number: str) -> list[int]:
    return [int(number)] if len(number) < 10 and int(number) < len(vocabulary) else []


def _unlike(text: str, typed: str) -> tuple[bool, bool]:
    return text.strip() != typed, not text.startswith(" ")


def _rank(text: str, bare: str) -> int:
    own = text if bare != bare.lstrip() or not bare.strip() else text.strip()
    if own == bare:
        return 0
    return 1 if own.startswith(bare) else 2


def in_background(token_ids: Sequence[int], wanted: Sequence[int], limit: int = 5000) -> list[int]:
    """Background indices whose token is among `wanted`, in the order of `wanted`."""
    order = {token: rank for rank, token in enumerate(wanted)}
    rows = [(order[token], i) for i, token in enumerate(token_ids) if token in order]
    rows.sort()
    return [i for _, i in rows[:limit]]
