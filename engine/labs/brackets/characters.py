"""The probability of the next CHARACTER from a model that predicts tokens, several of which merge brackets.

After "((" a model may go on with the token ")", or "))", or "))))"; and it may have read "((" as one token or as two.
So the text is followed through every way of cutting it into tokens ("hypotheses"): with s the characters so far,

    P(s) = sum over hypotheses h that end at a character k < |s| of
           p(h) * sum over tokens t whose text begins with s[k:] of p(t | h),

each cutting counted once, at the token that reaches past s. The probability that c comes next is P(s + c) / P(s).
This is exact, apart from hypotheses of less than a hundred-thousandth of P(s), or beyond the 48 likeliest, which are
left out; their share is reported. Only tokens that begin with one of the characters asked for are looked at, in sorted
order, so that "begins with" is a range.
"""

from __future__ import annotations

import copy
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from engine.capture.placed import device_of
from engine.errors import InputRefused
from engine.generation.prompt import open_ended
from engine.records import Vocabulary
from engine.sentences import say

F64 = npt.NDArray[np.float64]

AT_MOST = 48  # hypotheses that end at one character
AT_LEAST = 1e-5  # share of P(s) below which a hypothesis is left out


@dataclass(frozen=True)
class LargeModel:
    """What is asked: a model in evaluation mode with its tokenizer and the bytes of its tokens."""

    model: Any
    tokenizer: Any
    vocabulary: Vocabulary
    name: str


@dataclass(frozen=True)
class Hypothesis:
    """One way of cutting the characters so far into tokens, ending exactly at the last one."""

    tokens: tuple[int, ...]
    prob: float  # of these tokens after the framing


@dataclass(frozen=True)
class _State:
    """What is known after a prefix: its hypotheses and what each expects of the tokens looked at."""

    hypotheses: tuple[Hypothesis, ...]
    next_probs: F64  # [h, R] of the tokens looked at
    end_prob: float  # sum over hypotheses of p(h) * p(end of text | h)
    left_out: float  # share of P(prefix) in hypotheses that were left out


class CharacterReader:
    """Reads a model character by character after a fixed framing. Prefixes read before are remembered."""

    def __init__(self, loaded: LargeModel, before: str, characters: str) -> None:
        """`characters`: all that may stand in a prefix or be asked for.

        Raises:
            InputRefused: the framing is longer than the model's context, or the model has no token to begin with.
        """
        self._model = loaded.model
        self._device = device_of(loaded.model.get_input_embeddings())  # a spread model's first weights may be elsewhere
        self._framing = _framing_ids(loaded, before)
        self._ends = _end_ids(loaded)
        raw = ((loaded.vocabulary.raw(i), i) for i in range(len(loaded.vocabulary)) if i not in self._ends)
        wanted = tuple(character.encode() for character in characters)
        special = loaded.vocabulary.kinds == _SPECIAL
        looked_at = sorted((text, i) for text, i in raw if text.startswith(wanted) and not special[i])
        self._texts = [text for text, _ in looked_at]  # [R] sorted
        self._ids = np.array([i for _, i in looked_at], np.int64)  # [R]
        self._cache: Any = None
        self._known: dict[str, _State] = {}

    @property
    def merged(self) -> list[str]:
        """Tokens of two characters or more that are made of the characters looked at alone, shortest first."""
        alone = {text[:1] for text in self._texts}
        whole = (text for text in self._texts if len(text) > 1 and all(bytes((b,)) in alone for b in text))
        return [text.decode() for text in sorted(whole, key=lambda text: (len(text), text))]

    def next_characters(self, prefix: str, characters: Sequence[str]) -> tuple[F64, float, float]:
        """P(c | prefix) for each character, P(the model ends the text), and the share of P(prefix) left out.

        The first two are not numbers (NaN) after a prefix that the model gives no probability at all.
        """
        total, after = 0.0, np.zeros(len(characters))
        for k in range(len(prefix) + 1):
            state = self._state(prefix[:k])
            weights = np.array([hypothesis.prob for hypothesis in state.hypotheses])
            expected = weights @ state.next_probs if len(weights) else np.zeros(len(self._texts))  # [R]
            rest = prefix[k:]
            after += [expected[self._range(rest + character)].sum() for character in characters]
            total += weights.sum() if not rest else expected[self._range(rest)].sum() - self._exact(expected, rest)
        state = self._state(prefix)
        if not total > 0:
            return np.full(len(characters), np.nan), float("nan"), state.left_out
        return after / total, state.end_prob / total, state.left_out

    # -- hypotheses ------------------------------------------------------------------------------------------------

    def _state(self, prefix: str) -> _State:
        if prefix not in self._known:
            self._known[prefix] = self._new_state(prefix)
        return self._known[prefix]

    def _new_state(self, prefix: str) -> _State:
        found = [Hypothesis((), 1.0)] if not prefix else self._extended(prefix)
        found.sort(key=lambda hypothesis: -hypothesis.prob)
        mass = self._mass(prefix, sum(hypothesis.prob for hypothesis in found))
        kept = tuple(hypothesis for hypothesis in found[:AT_MOST] if hypothesis.prob >= AT_LEAST * mass)
        lost = sum(hypothesis.prob for hypothesis in found) - sum(hypothesis.prob for hypothesis in kept)
        if not kept:
            return _State((), np.zeros((0, len(self._texts))), 0.0, lost / mass if mass else 0.0)
        probs = self._distribution([hypothesis.tokens for hypothesis in kept])  # [h, V]
        end = sum(hypothesis.prob * probs[i, self._ends].sum() for i, hypothesis in enumerate(kept))
        return _State(kept, probs[:, self._ids], float(end), lost / mass if mass else 0.0)

    def _extended(self, prefix: str) -> list[Hypothesis]:
        """Every hypothesis that a token can bring exactly to the end of `prefix`."""
        found: dict[tuple[int, ...], float] = {}
        for k in range(len(prefix)):
            state, rest = self._state(prefix[:k]), prefix[k:].encode()
            for column in range(bisect_left(self._texts, rest), len(self._texts)):
                if self._texts[column] != rest:
                    break
                for row, hypothesis in enumerate(state.hypotheses):
                    tokens = (*hypothesis.tokens, int(self._ids[column]))
                    found[tokens] = hypothesis.prob * float(state.next_probs[row, column])
        return [Hypothesis(tokens, prob) for tokens, prob in found.items()]

    def _mass(self, prefix: str, ending_here: float) -> float:
        """P(prefix): what ends exactly here, and what reaches past it."""
        mass = ending_here
        for k in range(len(prefix)):
            state, rest = self._state(prefix[:k]), prefix[k:]
            for row, hypothesis in enumerate(state.hypotheses):
                past = state.next_probs[row, self._range(rest)].sum() - self._exact(state.next_probs[row], rest)
                mass += hypothesis.prob * float(past)
        return mass

    def _range(self, start: str) -> slice:
        """The tokens whose text begins with `start`."""
        first = start.encode()
        return slice(bisect_left(self._texts, first), bisect_left(self._texts, first + b"\xff"))

    def _exact(self, values: F64, text: str) -> float:
        """The sum over the tokens whose text is `text`."""
        first = bisect_left(self._texts, text.encode())
        last = bisect_left(self._texts, text.encode() + b"\x00")
        return float(values[first:last].sum())

    # -- the model -------------------------------------------------------------------------------------------------

    def _distribution(self, paths: list[tuple[int, ...]]) -> F64:
        """Probabilities of the next token after the framing and each path, the framing computed once.  # [h, V]"""
        if self._cache is None:
            self._start()
        if paths == [()]:
            return self._first
        longest = max(len(path) for path in paths)
        ids = torch.tensor([path + path[-1:] * (longest - len(path)) for path in paths], device=self._device)
        cache = copy.deepcopy(self._cache)
        cache.batch_repeat_interleave(len(paths))
        with torch.inference_mode():
            logits = self._model(input_ids=ids, past_key_values=cache, use_cache=True).logits
            last = torch.tensor([len(path) - 1 for path in paths], device=logits.device)
            probs = torch.softmax(logits[torch.arange(len(paths), device=logits.device), last].float(), dim=-1)
        return np.asarray(probs.cpu().numpy().astype(np.float64))

    def _start(self) -> None:
        ids = torch.tensor([self._framing], device=self._device)
        with torch.inference_mode():
            out = self._model(input_ids=ids, use_cache=True)
            self._cache = out.past_key_values
            first = torch.softmax(out.logits[:, -1].float(), dim=-1)
            self._first: F64 = first.cpu().numpy().astype(np.float64)  # [1, V]


_SPECIAL = 8  # index of "special" in engine.records.TOKEN_KINDS


def _framing_ids(loaded: LargeModel, before: str) -> list[int]:
    ids = open_ended(loaded.tokenizer, before) if before else []
    if not ids:
        start = loaded.tokenizer.bos_token_id
        start = loaded.tokenizer.eos_token_id if start is None else start
        if start is None:
            raise InputRefused(
                say("This model has no token to begin a text with. Choose a prompt style that has some words.")
            )
        ids = [int(start)]
    context = getattr(loaded.model.config, "max_position_embeddings", None)
    if context is not None and len(ids) >= context:
        raise InputRefused(
            say(
                "The prompt style is {n} tokens long, but this model reads {context}. Choose a shorter one.",
                n=len(ids),
                context=context,
            )
        )
    return ids


def _end_ids(loaded: LargeModel) -> list[int]:
    """Tokens that end a text."""
    named = getattr(loaded.model.generation_config, "eos_token_id", None)
    ids = {loaded.tokenizer.eos_token_id, *(named if isinstance(named, (list, tuple)) else (named,))}
    return sorted(int(i) for i in ids if i is not None)
