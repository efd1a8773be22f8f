"""A tokenizer small enough for models of 97 tokens: a token a letter."""

from __future__ import annotations

import numpy as np

from engine.records import TOKEN_KINDS, Vocabulary


class Letters:
    """A tokenizer of printable ASCII, a token a letter; `whole` words are one token with the space before them."""

    bos_token_id = None

    def __init__(self, whole: tuple[str, ...] = ()) -> None:
        self.pieces = [chr(32 + index) for index in range(95 - len(whole))] + [f" {word}" for word in whole]

    def __call__(self, text: str, add_special_tokens: bool = True, verbose: bool = True) -> dict[str, list[int]]:
        ids, at = [], 0
        while at < len(text):
            fits = [piece for piece in self.pieces if text.startswith(piece, at)]
            piece = max(fits, key=len)
            ids.append(self.pieces.index(piece))
            at += len(piece)
        return {"input_ids": ids}

    def vocabulary(self) -> Vocabulary:
        raws = [piece.encode() for piece in self.pieces]
        kinds = [TOKEN_KINDS.index("word start") if len(raw) > 1 else TOKEN_KINDS.index("continuation") for raw in raws]
        return Vocabulary(
            np.frombuffer(b"".join(raws), np.uint8).copy(),
            np.cumsum([0, *(len(raw) for raw in raws)]).astype(np.int64),
            np.array(kinds, np.uint8),
        )


class WholeWords(Letters):
    """As Letters, and a whole word is one token at the very beginning, too."""

    def __call__(self, text: str, add_special_tokens: bool = True, verbose: bool = True) -> dict[str, list[int]]:
        spaced = super().__call__(f" {text}")["input_ids"]
        return {"input_ids": spaced if self.pieces[spaced[0]] != " " else spaced[1:]}
