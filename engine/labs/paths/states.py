"""The states of texts that are no part of the run, with interventions, by plain forwards in its own chunks.

A text alone is read exactly as a run reads its prompt, chunk by chunk on a cache, so that its places are the run's.
Samples share the text before them: its keys and values are computed once and repeated for each sample of a batch. A
model that keeps anything else from token to token (a recurrence) runs each sample whole: rows of a batch are padded on
the right, and nothing looks that way.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from engine.capture.cache import key_cache, new_cache
from engine.capture.recorder import Captured, Recorder, Want
from engine.errors import InputRefused, ModelUnusable
from engine.generation.prompt import encode
from engine.labkit.subject import require
from engine.labkit.workbench import Workbench
from engine.libraries.transformers_inside import n_bytes, repeated
from engine.records import F32, I32, Plan
from engine.sentences import say

ROOM = 256 * 2**20  # bytes of the states, or of the keys and values, of one batch
READING = say("Reading the texts of further paths")


def tokens_of(bench: Workbench, prompt: str, chat: bool, token_ids: tuple[int, ...], more: int = 0) -> I32:
    """[T] the tokens of a text after which there is room for `more`.

    Raises:
        InputRefused: it cannot be read, holds a token that the model does not have, or is too long.
    """
    size, context = bench.anatomy.vocab_size, bench.session.context
    if not token_ids:
        found = encode(bench.tokenizer, prompt, chat=chat, context=context, vocab_size=size, stop=bench.stop)
    else:
        found = checked(token_ids, size)
    if len(found) + more > context:
        raise InputRefused(
            say(
                "This model takes at most {context:,} tokens, and this path has {n:,}: show a shorter one.",
                context=context,
                n=len(found) + more,
            )
        )
    return found


def checked(token_ids: Sequence[int], size: int) -> I32:
    """The same as an array. Raises InputRefused where the model has no such token."""
    if not all(0 <= token < size for token in token_ids):
        raise InputRefused(
            say("A token of this path does not exist: this model's are numbered 0 to {last}.", last=size - 1)
        )
    return np.array(token_ids, np.int32)


class States:
    """Reads texts with one plan and keeps row `row` of their residual streams."""

    def __init__(self, bench: Workbench, plan: Plan, row: int) -> None:
        require(bench.anatomy, "resid")
        self._bench, self._row = bench, row
        self._plan, self._means = plan, bench.means(plan)
        self._chunk = bench.session.chunk

    def _recorder(self) -> Recorder:
        bench, want = self._bench, Want(resid=True, logits="none")
        bench.session.cool()
        return Recorder(bench.model, bench.anatomy, want, plan=self._plan, means=self._means, stop=bench.stop)

    def of_text(self, ids: I32) -> F32:
        """[T, D] the states after each token of a text. Raises Stopped."""
        bench = self._bench
        cache = new_cache(bench.model) if bench.anatomy.caches else None
        chunk = self._chunk if cache is not None else max(1, len(ids))
        parts = []
        with self._recorder() as recorder:
            for low in range(0, len(ids), chunk):
                bench.progress(READING, low, len(ids))
                parts.append(self._states(recorder.run(_ids(ids[low : low + chunk]), cache)))
        return np.concatenate(parts)

    def of_samples(self, before: I32, samples: Sequence[I32]) -> tuple[F32, list[F32]]:
        """([t, D] states of the text before, [n, D] those of each sample's n tokens). Raises Stopped."""
        cache = key_cache(self._bench.model) if self._bench.anatomy.caches else None
        if cache is None:
            return self.of_text(before), self._whole(before, samples)
        found = list[F32]()
        with self._recorder() as recorder:
            chunks = [before[low : low + self._chunk] for low in range(0, len(before), self._chunk)]
            parts = [self._states(recorder.run(_ids(chunk), cache)) for chunk in chunks]
            longest = max(len(sample) for sample in samples)
            copies = n_bytes(cache) * (1 + longest / len(before))
            for low, high in _batches(len(samples), max(copies, self._bytes(longest))):
                self._bench.progress(READING, low, len(samples))
                rows = samples[low:high]
                captured = recorder.run(_ids(_padded(rows)), repeated(cache, len(rows)))
                found += self._rows(captured, rows)
        return np.concatenate(parts), found

    def _whole(self, before: I32, samples: Sequence[I32]) -> list[F32]:
        """The same, each row with the text before it."""
        found = list[F32]()
        longest = len(before) + max(len(sample) for sample in samples)
        with self._recorder() as recorder:
            for low, high in _batches(len(samples), self._bytes(longest)):
                self._bench.progress(READING, low, len(samples))
                rows = [np.concatenate([before, sample]) for sample in samples[low:high]]
                found += [row[len(before) :] for row in self._rows(recorder.run(_ids(_padded(rows))), rows)]
        return found

    def _bytes(self, length: int) -> float:
        """Of the states of all layers of a row of so many tokens."""
        return 4.0 * length * (self._bench.anatomy.n_layers + 1) * self._bench.anatomy.d_model

    def _rows(self, captured: Captured, rows: Sequence[I32]) -> list[F32]:
        """The states of each row, without its padding."""
        states = self._states(captured)
        whole = states.reshape(len(rows), -1, states.shape[-1])
        return [np.ascontiguousarray(whole[at, : len(row)]) for at, row in enumerate(rows)]

    def _states(self, captured: Captured) -> F32:
        if captured.resid is None:
            raise ModelUnusable(say("This model gives no states to show: choose another model."))
        return np.ascontiguousarray(captured.resid[:, self._row].numpy())


def _batches(n: int, size: float) -> list[tuple[int, int]]:
    """Ranges of n rows of `size` bytes each, so many at once as there is room for."""
    at_once = max(1, int(ROOM // max(1.0, size)))
    return [(low, min(low + at_once, n)) for low in range(0, n, at_once)]


def _padded(rows: Sequence[I32]) -> I32:
    """[n, t] rows of token ids, with zeros behind those that are shorter."""
    made = np.zeros((len(rows), max(len(row) for row in rows)), np.int32)
    for at, row in enumerate(rows):
        made[at, : len(row)] = row
    return made


def _ids(tokens: I32) -> Tensor:
    return torch.from_numpy(tokens.astype(np.int64))
