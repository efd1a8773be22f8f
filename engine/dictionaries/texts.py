"""A text as pieces of equally many tokens, each read by the model from position 0; some are held out.

A text is cut at blanks into spans, which are taken in an order drawn by the seed and turned into tokens until there are
as many as the recipe wants: so a long text is not read whole, and what is read comes from all over it. A span's tokens
make whole pieces; what is left over at its end, less than a piece, is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.dictionaries.records import Recipe
from engine.errors import InputRefused, Stopped, in_short
from engine.labkit.books import books
from engine.maps.sample import sample_texts
from engine.records import I32
from engine.sentences import say

SAMPLE: Final = "sample"  # as Recipe.text
PIECES_A_SPAN: Final = 12
LETTERS_A_TOKEN: Final = 4.5  # about; more or fewer make a span of more or fewer pieces
HELD_OUT: Final = 64  # pieces at most, and a sixteenth of all
FEWEST: Final = 8  # pieces
Encode = Callable[[str], Sequence[int]]  # without what is put before a text


@dataclass(frozen=True)
class Pieces:
    """Token ids [P, t], in the order in which they are read; those held out stand apart."""

    title: str
    ids: I32  # [P, t] to train on
    held: I32  # [H, t]

    @property
    def context(self) -> int:
        """Tokens of a piece."""
        return int(self.ids.shape[1])


def title_of(text: str) -> str:
    """A recipe's text, for people."""
    if not text:
        return say("the bundled novels")
    return say("the bundled sample") if text == SAMPLE else in_short(text.replace("\\", "/").rsplit("/", 1)[-1])


def whole_text(text: str) -> str:
    """All of it. Raises InputRefused as `books` does, MapProblem where the bundled sample is damaged."""
    if text == SAMPLE:
        return "\n".join(each.text for each in sample_texts(whole=True))
    return "\n".join(book.text for book in books(text))


def pieces(
    recipe: Recipe,
    encode: Encode,
    before: Sequence[int] = (),
    longest: int = 2**31,
    stop: Callable[[], bool] = lambda: False,
) -> Pieces:
    """The pieces of a recipe's text. `before`: what is put before each; `longest`: tokens that the model reads at once.

    Raises:
        InputRefused: the text cannot be read, or is too short for some pieces. Stopped: `stop` said so.
    """
    context = min(recipe.context, longest)
    own = context - len(before)
    if own < 1:
        raise InputRefused(say("A piece of {n} tokens holds no text. Choose a larger context.", n=recipe.context))
    found = _ids(recipe, whole_text(recipe.text), encode, own, stop)
    if len(found) < FEWEST:
        raise InputRefused(
            say(
                "The text {title} gives {n} pieces of {context:,} tokens, but {fewest} at least are needed. Name a "
                "longer text, or choose a smaller context.",
                title=title_of(recipe.text),
                n=len(found),
                context=context,
                fewest=FEWEST,
            )
        )
    ids = np.empty((len(found), context), np.int32)
    ids[:, : len(before)], ids[:, len(before) :] = np.asarray(before, np.int32), found
    ids = ids[np.random.default_rng((recipe.seed, 2)).permutation(len(ids))]
    held = max(1, min(HELD_OUT, len(ids) // 16))
    return Pieces(title_of(recipe.text), np.ascontiguousarray(ids[held:]), np.ascontiguousarray(ids[:held]))


def _ids(recipe: Recipe, text: str, encode: Encode, own: int, stop: Callable[[], bool]) -> I32:
    """[P, own], of as many spans as make the recipe's tokens."""
    cuts = spans(text, int(own * PIECES_A_SPAN * LETTERS_A_TOKEN))
    wanted = max(FEWEST, recipe.tokens // own)
    rows: list[I32] = []
    for at in np.random.default_rng((recipe.seed, 1)).permutation(len(cuts)):
        if stop():
            raise Stopped
        ids = np.asarray(encode(text[slice(*cuts[at])]), np.int32)
        whole = len(ids) // own
        rows.append(ids[: whole * own].reshape(whole, own))
        if sum(map(len, rows)) >= wanted:
            break
    return np.concatenate(rows)[:wanted] if rows else np.empty((0, own), np.int32)


def spans(text: str, letters: int) -> list[tuple[int, int]]:
    """Where a text is cut: about so many letters each, at a blank where one is near."""
    found, at = [], 0
    while at < len(text):
        end = min(at + letters, len(text))
        if end < len(text):
            blank = max(text.rfind(" ", at + letters // 2, end), text.rfind("\n", at + letters // 2, end))
            end = blank if blank > at else end
        found.append((at, end))
        at = end
    return found
