"""The model goes on from the sequence, a token at a time, measured as it does: its entropy and what its heads look at.

A forward of its own with a cache of its own: the run on screen is not touched. Attention of each new row is reduced to
one number per head at once, so nothing grows with the square of the length.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import torch

from engine.capture.cache import new_cache
from engine.capture.recorder import Captured, Want, forward
from engine.errors import InputRefused
from engine.generation.sampling import checked, draw
from engine.labkit.workbench import Workbench
from engine.labs.hello_bye.records import (
    AskGoesOn,
    GoesOn,
    following_same,
    tokens_per_word,
)
from engine.records import F32, I32, Sampling
from engine.sentences import say

MOST_TOKENS = 200


def go_on(
    question: AskGoesOn,
    bench: Workbench,
    token_ids: I32,
    again: I32,
    raws_of: Callable[[I32], tuple[bytes, ...]],
    n_words: int,
    words_said: Callable[[Workbench, I32, tuple[str, ...], str], I32],
) -> GoesOn:
    """Generate after `token_ids`; `again` is the sequence with the second word said many times more.

    Raises:
        InputRefused: too many tokens, or heads that the model does not have. Stopped: a person asked for an end.
    """
    _check(question, bench, len(token_ids))
    bench.session.cool()
    line = _TimeLine(question, bench)
    ids = line.run(token_ids)
    n_prompt = len(token_ids)
    same = np.zeros(len(ids), bool)
    stable = min(n_prompt, len(again))
    fits = bool(np.array_equal(again[:stable], ids[:stable]))
    for at in range(n_prompt, min(len(ids), len(again))):
        same[at] = fits and ids[at] == again[at]
        fits = bool(same[at])
    return GoesOn(
        question=question,
        model_sha256=bench.info.sha256,
        token_ids=ids,
        raws=raws_of(ids),
        n_prompt=n_prompt,
        entropy=np.array(line.entropy, np.float32),
        actual=np.array(line.actual, np.float32),
        induction=line.induction(),
        repeats=same,
        words_repeated=_whole_words(question, bench, ids[: n_prompt + int(same.sum())], again, n_words, words_said),
        ended=line.ended,
    )


def _check(question: AskGoesOn, bench: Workbench, length: int) -> None:
    checked(Sampling(temperature=question.temperature, seed=question.seed))
    if not 1 <= question.n_tokens <= MOST_TOKENS:
        raise InputRefused(
            say(
                "1 to {most_tokens} tokens can be generated here, but {n_tokens} were asked for.",
                most_tokens=MOST_TOKENS,
                n_tokens=question.n_tokens,
            )
        )
    if length + question.n_tokens > bench.session.context:
        raise InputRefused(
            say(
                "{length} tokens and {n_tokens} more do not fit: this model takes {context}. Say the words fewer "
                "times.",
                length=length,
                n_tokens=question.n_tokens,
                context=bench.session.context,
            )
        )
    layers, heads = bench.anatomy.n_layers, bench.anatomy.n_heads
    for layer, head in question.heads:
        if not (0 <= layer < layers and 0 <= head < heads):
            raise InputRefused(
                say(
                    "There is no head L{layer}.H{head}: this model has {layers} layers of {heads} heads.",
                    layer=layer,
                    head=head,
                    layers=layers,
                    heads=heads,
                )
            )


def _whole_words(
    question: AskGoesOn, bench: Workbench, kept: I32, again: I32, n_words: int,
    words_said: Callable[[Workbench, I32, tuple[str, ...], str], I32],
) -> int:  # fmt: skip
    """How many whole words beyond the sequence's own `kept` holds, by how the longer text divides into tokens."""
    one = question.sequence
    words = (*one.words, *(one.second,) * (question.n_tokens + 1))
    of_token = words_said(bench, again, words, one.separator)
    whole = tokens_per_word(of_token)
    there = tokens_per_word(of_token[: len(kept)])
    full = [index for index, count in enumerate(there) if count == whole[index]]
    return max(0, len(full) - n_words)


class _TimeLine:
    """One generation and its measures."""

    def __init__(self, question: AskGoesOn, bench: Workbench) -> None:
        self._question, self._bench = question, bench
        self._with_attention = "attn" not in bench.anatomy.missing and bool(question.heads)
        self._want = Want(resid=False, attn=self._with_attention, logits="all")
        self._rows: list[F32] = []  # [h, T so far] of each position
        self.ids: list[int] = []
        self.entropy: list[float] = []
        self.actual: list[float] = [math.nan]
        self.ended = False

    def run(self, token_ids: I32) -> I32:
        """All ids [T], the generated ones after those given."""
        bench, question = self._bench, self._question
        ends = bench.info.eos_ids
        cache = new_cache(bench.model)
        sampling = Sampling(temperature=question.temperature, seed=question.seed)
        new = token_ids
        for done in range(question.n_tokens + 1):
            bench.progress(say("Continuing the text"), done, question.n_tokens)
            self.ids.extend(new.tolist())
            given = new if cache is not None else np.array(self.ids, np.int32)
            ids = torch.from_numpy(given.astype(np.int64))
            captured = forward(bench.model, bench.anatomy, ids, cache, self._want, stop=bench.stop)
            shares = self._take(captured, len(new))
            if done == question.n_tokens:
                break
            seen = np.array(self.ids, np.int32)
            token = draw(shares[-1], sampling, seen, len(seen))
            if token in ends:
                self.ended = True
                break
            self.actual.append(float(np.exp(shares[-1, token])))
            new = np.array([token], np.int32)
        return np.array(self.ids, np.int32)

    def _take(self, captured: Captured, count: int) -> F32:
        """Measure the last `count` positions; their log probabilities [count, V]."""
        if captured.logits is None:
            raise InputRefused(
                say("This model returned no logits, so it cannot continue the text. Choose another model.")
            )
        shares: F32 = torch.log_softmax(captured.logits[-count:].float(), dim=-1).cpu().numpy()
        self.entropy.extend((-(np.exp(shares) * np.maximum(shares, -100)).sum(-1) / np.log(2)).tolist())
        if count > 1:
            following = np.array(self.ids[1:], np.int64)
            self.actual.extend(np.exp(shares[np.arange(count - 1), following[: count - 1]]).tolist())
        if captured.attn is not None:
            layers, heads = np.array(self._question.heads).T
            matrix = captured.attn[layers, heads][:, -count:].numpy()  # [h, count, T]
            length = len(self.ids)
            self._rows.extend(matrix[:, row, : length - count + row + 1] for row in range(count))
        return shares

    def induction(self) -> F32 | None:
        """[T] mean over the heads; None where it was not measured."""
        if not self._with_attention:
            return None
        where = following_same(np.array(self.ids, np.int32))
        shares = [rows[:, where[at, : rows.shape[1]]].sum(axis=1).mean() for at, rows in enumerate(self._rows)]
        return np.array(shares, np.float32)
