"""From typed words to tokens and vectors, and from tokens to the words that they spell."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.capture.placed import tensor_of
from engine.errors import InputRefused
from engine.labkit.typed_words import spellings
from engine.labkit.workbench import Workbench
from engine.labs.analogies.records import Matrix, Word
from engine.records import F32, I32, Vocabulary
from engine.sentences import say


class Spelling:
    """The words of one model."""

    def __init__(self, tokenizer: Any, vocabulary: Vocabulary, n_tokens: int) -> None:
        self._tokenizer, self._vocabulary, self._n = tokenizer, vocabulary, n_tokens

    def word(self, typed: str) -> Word:
        """The tokens of a word: as after a space or without one, whichever is fewer; `#id` means that token.

        Raises:
            InputRefused: nothing was typed, or the vocabulary cannot spell it.
        """
        missing = say("A word is missing. Type one into each of the fields a, b and c.")
        return Word(typed.strip(), spellings(self._tokenizer, self._n, typed, missing)[0])

    def spell(self, word: Word) -> I32:
        """Every token that spells a word. [n]"""
        text = self._text(word.token_ids[0]) if word.typed.startswith("#") and word.is_one else _key(word.typed)
        return np.array(self._spelled.get(text, []) if text else list(word.token_ids), np.int32)

    def _text(self, token: int) -> str:
        return _key(self._vocabulary.raw(token).decode("utf-8", "replace"))

    @cached_property
    def _spelled(self) -> dict[str, list[int]]:
        """Token ids by the letters that they are."""
        found: dict[str, list[int]] = defaultdict(list)
        for token in range(min(self._n, len(self._vocabulary))):
            found[self._text(token)].append(token)
        return dict(found)


def _key(text: str) -> str:
    return text.strip(" ").casefold()


def matrix_of(bench: Workbench, matrix: Matrix) -> Tensor:
    """The model's rows [V, D] of the token embedding or the unembedding, where and as they are.

    Raises:
        InputRefused: this model has none.
    """
    anatomy = bench.anatomy
    weight = tensor_of(anatomy.embedding if matrix == "embedding" else anatomy.unembedding)
    if weight is None or weight.dim() != 2:
        raise InputRefused(
            say("This model has no {matrix} matrix with a row for each token. Choose the other one.", matrix=matrix)
        )
    return weight


def vectors_of(weight: Tensor, words: list[Word]) -> F32:
    """Each word's row of the matrix, or the mean of its tokens' rows. [n, D] float32

    Raises:
        InputRefused: they are not finite.
    """
    with torch.inference_mode():
        rows = [weight[list(word.token_ids)].float().cpu().mean(0).numpy() for word in words]
    found: F32 = np.stack(rows)
    if not np.isfinite(found).all():
        raise InputRefused(say("The rows of these words hold NaN or infinity, so they have no direction."))
    return found
