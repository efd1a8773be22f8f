"""Finds tokens by what is typed: the exact token first, then those that begin with it, then those that hold it.

Ids sort within each group, so common tokens come first; of several that are the same but for case and a space before
them, the one as it was typed and at a word's start does. The vocabulary is put into lower case once and remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from engine.records import I64, U8, Vocabulary
from viz.map.memo import by_identity


@by_identity(2)
def _texts(data: U8, offsets: I64) -> list[str]:
    raw = data.tobytes()
    bounds = offsets.tolist()
    return [raw[a:b].decode("utf-8", "replace").lower() for a, b in pairwise(bounds)]


def found(vocabulary: Vocabulary, query: str, limit: int = 60) -> list[int]:
    """Ids of at most `limit` tokens that match; "#123" finds by id, a leading · means a space."""
    wanted = query.lower().replace("·", " ")
    if query.startswith("#") and query[1:].isdigit():
        token_id = int(query[1:])
        return [token_id] if token_id < len(vocabulary) else []
    if not wanted.strip():
        return []
    texts = _texts(vocabulary.data, vocabulary.offsets)
    bare = wanted if wanted != wanted.lstrip() else wanted.strip()
    groups: tuple[list[int], list[int], list[int]] = ([], [], [])
    for token_id, text in enumerate(texts):
        if bare in text:
            groups[_rank(text, bare)].append(token_id)
    typed = query.replace("·", " ").strip()
    groups[0].sort(key=lambda token_id: _unlike(vocabulary.raw(token_id).decode("utf-8", "replace"), typed))
    return [*groups[0], *groups[1], *groups[2]][:limit]


def _unlike(text: str, typed: str) -> tuple[bool, bool]:
    return text.strip() != typed, not text.startswith(" ")


def _rank(text: str, bare: str) -> int:
    own = text if bare.startswith(" ") else text.strip()
    if own == bare:
        return 0
    return 1 if own.startswith(bare) else 2


def in_background(token_ids: Sequence[int], wanted: Sequence[int], limit: int = 400) -> list[int]:
    """Background indices whose token is among `wanted`, in the order of `wanted`."""
    order = {token: rank for rank, token in enumerate(wanted)}
    rows = [(order[token], i) for i, token in enumerate(token_ids) if token in order]
    rows.sort()
    return [i for _, i in rows[:limit]]
