"""Draws many continuations at once, one batch on one prefix, and measures how they part.

The prefix is run once; its cache is then repeated for each sample and grows with them. Where a model's cache cannot be
used each sample is a whole forward at every step.
"""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from engine.capture.cache import new_cache
from engine.capture.recorder import Captured, Recorder, Want
from engine.capture.replay import final_norm
from engine.errors import InputRefused, ModelUnusable, Stopped
from engine.generation.numbers import surprisal_of
from engine.generation.prompt import encode
from engine.generation.sampling import checked, draw
from engine.labkit.subject import path_ids, require
from engine.labkit.workbench import Workbench
from engine.labs.bundles.measures import distances, groups, parted_at, spread
from engine.labs.bundles.records import LONGEST, MOST, AskBundle, Bundle
from engine.libraries.transformers_inside import n_bytes, repeated
from engine.records import F32, I32
from engine.sentences import say

ROOM = 2**30  # bytes of keys and values of one batch


def answer(question: AskBundle, bench: Workbench) -> Bundle:
    """The samples and what they are apart.

    Raises:
        InputRefused: no text, no room, or numbers that cannot be used. Stopped: a person said so.
    """
    began = time.perf_counter()
    require(bench.anatomy, "resid")
    checked(question.sampling)
    if not (2 <= question.count <= MOST and 1 <= question.length <= LONGEST):
        raise InputRefused(say("Draw 2 to {most} samples of 1 to {longest} tokens each.", most=MOST, longest=LONGEST))
    prefix = _prefix(question, bench)
    if len(prefix) + question.length > bench.session.context:
        raise InputRefused(
            say(
                "This model takes at most {context:,} tokens, and {n:,} would be needed: draw shorter samples.",
                context=bench.session.context,
                n=len(prefix) + question.length,
            )
        )
    bench.session.cool()
    batches = _Drawing(question, bench, prefix)
    batches.run()
    ids, lengths, states = batches.ids, batches.lengths, batches.states
    steps = [spread(distances(states[lengths > step, step])) for step in range(question.length)]
    values: F32 = np.array(steps, np.float32).reshape(-1, 3).T
    means = np.stack([states[row, :n].mean(0) for row, n in enumerate(lengths.tolist())])
    of_group, typical, silhouette = groups(means)
    return Bundle(
        ids, lengths, batches.bits, values[0].copy(), values[1].copy(), values[2].copy(),
        np.array([(lengths > step).sum() for step in range(question.length)], np.int32), parted_at(values[0]),
        of_group, typical, silhouette, len(prefix), time.perf_counter() - began,
    )  # fmt: skip


def _prefix(question: AskBundle, bench: Workbench) -> I32:
    """[t] the text that all samples begin with."""
    if not question.prompt:
        return path_ids(bench, question.node).numpy().astype(np.int32)
    anatomy, context = bench.anatomy, bench.session.context
    return encode(bench.tokenizer, question.prompt, chat=False, context=context, vocab_size=anatomy.vocab_size)


class _Drawing:
    """All samples of a question, as many at once as there is room for."""

    def __init__(self, question: AskBundle, bench: Workbench, prefix: I32) -> None:
        n, length = question.count, question.length
        self._question, self._bench, self._prefix = question, bench, prefix
        self._ends = frozenset(bench.info.eos_ids)
        self.ids = np.full((n, length), -1, np.int32)
        self.lengths = np.zeros(n, np.int32)
        self.ended = np.zeros(n, np.bool_)
        self.bits = np.zeros(n, np.float32)
        self.states = np.zeros((n, length, bench.anatomy.d_model), np.float32)  # after the final norm

    def run(self) -> None:
        """Draw them."""
        bench, settings = self._bench, self._bench.session.settings
        want = Want(resid=True, logits="last")
        with Recorder(
            bench.model, bench.anatomy, want, plan=settings.plan, means=settings.means, stop=bench.stop
        ) as recorder:
            cache = new_cache(bench.model) if bench.anatomy.caches else None
            before = recorder.run(torch.from_numpy(self._prefix.astype(np.int64)), cache)
            at_once = self._question.count
            if cache is not None:
                whole = n_bytes(cache) * (1 + self._question.length / len(self._prefix))
                at_once = max(1, min(at_once, int(ROOM // max(1.0, whole))))
            for low in range(0, self._question.count, at_once):
                rows = range(low, min(low + at_once, self._question.count))
                self._batch(recorder, before, rows)

    def _batch(self, recorder: Recorder, before: Captured, rows: range) -> None:
        cache = None if before.cache is None else repeated(before.cache, len(rows))
        logits = _logits(before).expand(len(rows), -1)  # [n, V]
        total, length = self._question.count, self._question.length
        for step in range(length):
            if self._bench.stop():
                raise Stopped
            done = rows.start * length + step * len(rows)
            self._bench.progress(say("Drawing continuations"), done, total * length)
            going = [at for at, row in enumerate(rows) if not self.ended[row]]
            if not going:
                return
            self._draw(logits, rows, going, step)
            tokens = np.maximum(self.ids[rows.start : rows.stop, step], 0)  # what has ended goes on unheeded
            if cache is not None:
                captured = recorder.run(torch.from_numpy(tokens.astype(np.int64))[:, None], cache)
                logits, states = _logits(captured), _last_states(captured, len(rows))
            else:
                wholes = [recorder.run(self._line(row, step)) for row in rows]
                logits = torch.cat([_logits(whole) for whole in wholes])
                states = torch.cat([_last_states(whole, 1) for whole in wholes])
            normed = final_norm(self._bench.anatomy, states).float().cpu().numpy()
            for at in going:
                self.states[rows[at], step] = normed[at]

    def _line(self, row: int, step: int) -> Tensor:
        """[t + step + 1] a sample with the text before it."""
        ids = np.concatenate([self._prefix, np.maximum(self.ids[row, : step + 1], 0)])
        return torch.from_numpy(ids.astype(np.int64))

    def _draw(self, logits: Tensor, rows: range, going: list[int], step: int) -> None:
        sampling, position = self._question.sampling, len(self._prefix) + step
        host: F32 = logits.float().cpu().numpy()
        for at in going:
            row = rows[at]
            own = replace(sampling, seed=(sampling.seed + row) % 2**64)
            seen = np.concatenate([self._prefix, self.ids[row, :step]])
            token = draw(host[at], own, seen, position)
            self.ids[row, step] = token
            self.bits[row] += surprisal_of(logits[at], token)
            self.lengths[row] += 1
            self.ended[row] = token in self._ends


def _logits(captured: Captured) -> Tensor:
    if captured.logits is None:
        raise ModelUnusable(
            say("The model gave no logits, so there is nothing to draw a token from: choose another model.")
        )
    return captured.logits


def _last_states(captured: Captured, n: int) -> Tensor:
    """[n, D] what leaves the last block at the last token of each row."""
    if captured.resid is None:
        raise ModelUnusable(say("This model gives no states, so nothing can be measured: choose another model."))
    resid = captured.resid  # [n * t, L+1, D]
    return resid.reshape(n, -1, *resid.shape[1:])[:, -1, -1]
