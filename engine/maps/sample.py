"""The bundled sample text as residual states: the background of `resid` spaces.

The text (some 20,000 tokens in several kinds and languages, written for Orrery) lies in `resources/sample`; a quarter
of it is marked as the short sample, for whatever has no minute to spare. The model comes in as two callables, so
nothing here knows torch and a test passes lambdas.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine import checked_json
from engine.errors import MapProblem, reason
from engine.folders import RESOURCES
from engine.maps.spaces import States
from engine.records import F32, I32
from engine.sentences import say

SAMPLE_FOLDER = RESOURCES / "sample"
WINDOW = 512  # tokens run through the model at once; a longer text begins again at position 0

Encode = Callable[[str], Sequence[int]]
Forward = Callable[[I32], tuple[F32, F32]]  # ids [t] -> states of the layer [t, D], surprisal [t] in bits
Told = Callable[[int, int], None]  # tokens done, tokens in all


@dataclass(frozen=True)
class SampleText:
    """One text and what it is: "prose", "code", "French", …"""

    kind: str
    title: str
    text: str


def sample_texts(folder: Path = SAMPLE_FOLDER, whole: bool = False) -> tuple[SampleText, ...]:
    """The bundled texts of the short sample, or all of them, in the order of their index.

    Raises:
        MapProblem: a file of the sample is missing or damaged.
    """
    try:
        entries = checked_json.read_object(folder / "index.json")["texts"]
        if not all(isinstance(entry[name], str) for entry in entries for name in ("kind", "title", "file")):
            raise TypeError("a text's kind, title or file is not a word")
        return tuple(
            SampleText(entry["kind"], entry["title"], (folder / entry["file"]).read_text(encoding="utf-8"))
            for entry in entries
            if whole or not entry.get("only_in_whole", False)
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MapProblem(
            say(
                "The sample text in {folder} cannot be read ({why}). Install Orrery again.",
                folder=folder,
                why=reason(error),
            )
        ) from error


def sample_states(
    forward: Forward,
    encode: Encode,
    texts: Sequence[SampleText] | None = None,
    window: int = WINDOW,
    told: Told = lambda done, total: None,
    most: int | None = None,
) -> States:
    """Run the texts through `forward`, window by window, and gather one row per token.

    Where the texts hold more than `most` tokens each gives its beginning: as much as all others, or all it has.
    `told` is called before each window and may raise `engine.errors.Stopped`.

    Raises:
        MapProblem: the texts encode to nothing.
    """
    chosen = sample_texts() if texts is None else texts
    kinds = tuple(dict.fromkeys(text.kind for text in chosen))
    encoded = [encode(text.text) for text in chosen]
    shares = fair_shares([len(ids) for ids in encoded], most)
    pieces = [
        (row, ids)
        for row, (all_ids, n) in enumerate(zip(encoded, shares, strict=True))
        for ids in _windows(all_ids[:n], window)
    ]
    total = sum(len(ids) for _, ids in pieces)
    if total == 0:
        raise MapProblem(say("The sample text gave no tokens, so this space has no background. Check the tokenizer."))
    done, rows = 0, []
    for row, ids in pieces:
        told(done, total)
        states, surprisal = forward(ids)
        rows.append((states, ids, np.arange(len(ids), dtype=np.int32), surprisal, np.full(len(ids), row, np.int32)))
        done += len(ids)
    told(done, total)
    vectors, token_ids, positions, bits, which = (np.concatenate(column) for column in zip(*rows, strict=True))
    kind_of = np.array([kinds.index(text.kind) for text in chosen], np.int32)
    return States(
        vectors.astype(np.float32, copy=False),
        token_ids,
        positions,
        bits.astype(np.float32),
        kind_of[which],
        kinds,
        which,
        tuple(text.title for text in chosen),
        total / sum(len(ids) for ids in encoded),
    )


def fair_shares(sizes: Sequence[int], most: int | None) -> list[int]:
    """How much of each size is taken, `most` in all: equal shares, and what the small ones leave goes to the others."""
    if most is None or sum(sizes) <= most:
        return list(sizes)
    left, shares = most, [0] * len(sizes)
    for rank, row in enumerate(sorted(range(len(sizes)), key=lambda i: sizes[i])):
        shares[row] = min(sizes[row], left // (len(sizes) - rank))
        left -= shares[row]
    return shares


def _windows(ids: Sequence[int], window: int) -> list[I32]:
    whole = np.asarray(ids, np.int32)
    return [whole[start : start + window] for start in range(0, len(whole), window)]
