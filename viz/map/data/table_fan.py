"""A table's fan beside the model's: rays to the most likely next words by counting, on a map of tokens.

A word that is one token of the model has its ray end there; of one that is several the ray ends at the longest
beginning that is a token, and is drawn and said to be that. Words of which no beginning is a token have no ray.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from engine.labs.ngrams.records import AskTableFan, TableFan
from engine.questions import Refused
from engine.records import F32, I32, Bools, Vocabulary
from engine.run import Run
from viz.map.data.places import Places
from viz.typed_token import exact_token

TAIL = 40  # tokens of the text that the table gets: more than six words
_NONE3 = np.zeros((0, 3), np.float32)


@dataclass(frozen=True, eq=False)
class TableRays:
    """What is to be shown, and as much of it as is known."""

    asked: AskTableFan
    question: AskTableFan | None = None  # to be asked
    found: TableFan | None = None
    why_not: str = ""  # the engine's sentence
    start: F32 = field(default_factory=lambda: _NONE3)  # [k, 3]
    end: F32 = field(default_factory=lambda: _NONE3)  # [k, 3]
    token_ids: I32 = field(default_factory=lambda: np.zeros(0, np.int32))  # [k]
    whole: Bools = field(default_factory=lambda: np.zeros(0, np.bool_))  # [k] the token is all of the word
    probability: F32 = field(default_factory=lambda: np.zeros(0, np.float32))  # [k]
    words: tuple[str, ...] = ()  # [k]


def table_rays(run: Run, places: Places, node: int, n: int, count: int, asks: bool) -> TableRays | None:
    """The fan of the table of `n` words after `node`, in a space of tokens; it is asked for where it `asks`."""
    if n < 1 or node < 0 or not places.is_vocabulary or run.vocabulary is None:
        return None
    question = AskTableFan(text_up_to(run, node), n=n, count=count)
    found, start = run.findings.get(question), places.of_node(node)
    if isinstance(found, Refused):
        return TableRays(question, why_not=found.sentence)
    if not isinstance(found, TableFan) or start is None:
        return TableRays(question, question if asks and found is None else None)
    tokens = [beginning(run.vocabulary, word) for word in found.words]
    rows = [row for row, (token, _) in enumerate(tokens) if 0 <= token < len(places.points)]
    ids = np.array([tokens[row][0] for row in rows], np.int32)
    return TableRays(
        question, None, found, "", np.repeat(start[0][None], len(rows), axis=0).astype(np.float32),
        places.of_tokens(ids), ids, np.array([tokens[row][1] for row in rows], np.bool_),
        found.chances[rows].astype(np.float32), tuple(found.words[row] for row in rows),
    )  # fmt: skip


def text_up_to(run: Run, node: int) -> str:
    """The end of the text up to a node."""
    if run.vocabulary is None:
        return ""
    ids = [run.nodes[at].token_id for at in run.path_to(node)[-TAIL:]]
    return b"".join(run.vocabulary.raw(token) for token in ids if 0 <= token < len(run.vocabulary)).decode(
        "utf-8", "replace"
    )


def beginning(vocabulary: Vocabulary, word: str) -> tuple[int, bool]:
    """The token of the longest beginning of a word, and whether that is all of it; (-2, False): none."""
    least = 2 if word.startswith(" ") and len(word) > 1 else 1  # a space alone is no beginning of a word
    for end in range(len(word), least - 1, -1):
        found = exact_token(vocabulary, word[:end])
        if found >= 0:
            return found, end == len(word)
    return -2, False
