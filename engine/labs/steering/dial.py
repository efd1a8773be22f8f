"""From ordinary to gibberish: the text gone on with at a row of strengths, all rows in one batch.

Each row has a partner, the intact model on the very tokens that the row writes. The partner says how likely it finds
them (the perplexity that is shown), and where it looks (which a row of frozen attention takes over). Draws are a
function of seed and position alone, so all rows share their luck.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.capture.cache import new_cache
from engine.capture.edits import edit_input, edit_output
from engine.capture.effects import Effect
from engine.capture.intervene import effects_of
from engine.errors import InputRefused, Stopped
from engine.generation.sampling import checked, draw
from engine.labkit.distributions import log_probs
from engine.labkit.workbench import Workbench
from engine.labs.steering.frozen import attending_as, why_not_frozen
from engine.labs.steering.records import AskDial, DialFound, FeatureChange, SteeringVector
from engine.records import F32, I32
from engine.sentences import say

MOST_TOKENS = 200
MOST_STRENGTHS = 16
MOST_BYTES = 2**31  # of keys and values
CHUNK = 2**23  # attention weights at once


def dial(question: AskDial, bench: Workbench) -> DialFound:
    """A slice of all rows.

    Raises:
        InputRefused: no such text, numbers that cannot be used, a change that does not fit. Stopped.
    """
    _require(question)
    sampling = checked(question.sampling)
    prefix = _prefix(question, bench)
    bench.session.cool()
    why = ""
    if question.frozen:
        why = why_not_frozen(bench.model, bench.anatomy, torch.from_numpy(prefix[-32:].astype(np.int64)))
    variants = _variants(question, why)
    changes = [_changes(question, variant)[at] for variant in variants for at in range(len(question.strengths))]
    rows = len(changes)
    _require_room(bench.anatomy, rows, len(prefix) + question.n_tokens)
    frozen = np.repeat([variant == "frozen" for variant in variants], len(question.strengths))
    written = [list(row) for row in question.have] or [[] for _ in range(rows)]
    nats = [list(row) for row in question.known] or [[] for _ in range(rows)]
    until = time.monotonic() + question.seconds
    with _changed(bench.anatomy, changes, frozen) as forward:
        logits = forward(bench.model, _with(prefix, written), bench.stop)
        while len(written[0]) < question.n_tokens:
            if bench.stop():
                raise Stopped
            bench.progress(say("Generating at every strength"), len(written[0]), question.n_tokens)
            _step(logits, prefix, written, nats, sampling)
            if len(written[0]) < question.n_tokens:
                if time.monotonic() >= until:
                    break
                logits = forward(bench.model, np.array(written, np.int32)[:, -1:], bench.stop)
    done = len(written[0]) >= question.n_tokens
    if done:
        bench.progress(say("Generating at every strength"), question.n_tokens, question.n_tokens)
    return _found(question, variants, written, nats, prefix, why, done, bench.info.eos_ids)


# -- what is asked -------------------------------------------------------------------------------------------------


def _require(question: AskDial) -> None:
    if not 1 <= question.n_tokens <= MOST_TOKENS:
        raise InputRefused(
            say("Each text can have 1 to {most} tokens, not {n}.", most=MOST_TOKENS, n=question.n_tokens)
        )
    good = 1 <= len(question.strengths) <= MOST_STRENGTHS and all(np.isfinite(question.strengths))
    if not good:
        raise InputRefused(
            say(
                "Give 1 to {most} strengths, each a finite number, not {n}.",
                most=MOST_STRENGTHS,
                n=len(question.strengths),
            )
        )


def _prefix(question: AskDial, bench: Workbench) -> I32:
    tree = bench.session.tree
    tree.require(question.node)
    if question.node < 0:
        raise InputRefused(say("There is no text to continue. Type a prompt and run it first."))
    ids: I32 = tree.ids(tree.path(question.node))
    if len(ids) + question.n_tokens > bench.info.context:
        raise InputRefused(
            say(
                "The text has {n} tokens, and this model reads {context} at most: no room for {more} more. Choose an "
                "earlier position, or fewer tokens.",
                n=len(ids),
                context=bench.info.context,
                more=question.n_tokens,
            )
        )
    return ids


def _require_room(anatomy: Anatomy, rows: int, length: int) -> None:
    room = 2 * rows * length * anatomy.n_layers * 2 * anatomy.n_kv_heads * anatomy.head_dim * 4
    if room > MOST_BYTES:
        raise InputRefused(
            say(
                "{rows} texts of {length} tokens at once would take {gb:.1f} GB. Choose fewer strengths or tokens, or "
                "an earlier position.",
                rows=rows,
                length=length,
                gb=room / 1e9,
            )
        )


def _variants(question: AskDial, why_not: str) -> tuple[str, ...]:
    frozen = ("frozen",) if question.frozen and not why_not else ()
    return ("changed", *frozen, *(("random",) if question.control is not None else ()))


def _changes(question: AskDial, variant: str) -> list[FeatureChange | SteeringVector]:
    change = question.control if variant == "random" and question.control is not None else question.change
    return [change.with_strength(strength).with_positions(question.change.positions) for strength in question.strengths]


# -- forwards ------------------------------------------------------------------------------------------------------

Forward = Callable[[Any, I32, Callable[[], bool]], F32]  # model, tokens [R, t] to go on with -> logits [2R, V]


@contextmanager
def _changed(
    anatomy: Anatomy, changes: Sequence[FeatureChange | SteeringVector], frozen: np.ndarray[Any, Any]
) -> Iterator[Forward]:
    """A way to go on with R texts at once, each by the intact model and by the changed one; hooks end with it."""
    n, state = len(changes), _Batch(anatomy)
    with ExitStack() as stack:
        for (module, side), entries in _by_module(changes, anatomy).items():
            edit = _edit(entries, n, state)
            if side == "input":
                stack.callback(edit_input(module, partial(_of_input, edit)))
            else:
                stack.callback(edit_output(module, edit))
        if frozen.any():
            partners = np.concatenate([np.arange(n), np.where(frozen, np.arange(n), np.arange(n) + n)])
            stack.enter_context(attending_as(anatomy, torch.from_numpy(partners)))
        yield state.run


def _of_input(edit: Callable[[Tensor, Tensor], Tensor], values: Tensor) -> Tensor:
    return edit(values, values)


def _by_module(
    changes: Sequence[FeatureChange | SteeringVector], anatomy: Anatomy
) -> dict[tuple[Any, str], list[tuple[int, Effect]]]:
    found: dict[tuple[Any, str], list[tuple[int, Effect]]] = {}
    for row, change in enumerate(changes):
        for effect in effects_of(type(change))(change, anatomy, None):
            if not change.is_identity:
                found.setdefault((effect.module, effect.side), []).append((row, effect))
    return found


def _edit(entries: list[tuple[int, Effect]], n: int, state: _Batch) -> Callable[[Tensor, Tensor], Tensor]:
    def edit(values: Tensor, given: Tensor) -> Tensor:
        for row, effect in entries:
            at = slice(n + row, n + row + 1)
            values[at] = effect.edit(values[at].clone(), given[at], state.start)
        return values

    return edit


class _Batch:
    """The batch's cache, and where its next tokens stand."""

    def __init__(self, anatomy: Anatomy) -> None:
        self.anatomy = anatomy
        self.start = 0  # position of the first token of the forward that runs
        self._cache: Any = None
        self._begun = False
        self._ids = np.zeros((0, 0), np.int32)

    def run(self, model: Any, ids: I32, stop: Callable[[], bool]) -> F32:
        """Logits [2R, V] after these further tokens [R, t]."""
        if not self._begun:
            self._cache = new_cache(model) if self.anatomy.caches else None
            self._begun = True
            self._ids = ids[:, :0]
        before, self._ids = self._ids.shape[1], np.concatenate([self._ids, ids], axis=1)
        if self._cache is None:  # every step is a whole forward
            return self._forward(model, self._ids, 0)
        step = max(1, CHUNK // (2 * len(ids) * max(self.anatomy.n_heads, 1) * self._ids.shape[1]))
        for at in range(before, self._ids.shape[1], step):
            if stop():
                raise Stopped
            logits = self._forward(model, self._ids[:, at : min(at + step, self._ids.shape[1])], at)
        return logits

    def _forward(self, model: Any, ids: I32, start: int) -> F32:
        self.start = start
        batch = torch.from_numpy(np.concatenate([ids, ids]).astype(np.int64)).to(self.anatomy.device)
        options = {"use_cache": False} if self._cache is None else {"use_cache": True, "past_key_values": self._cache}
        with torch.inference_mode():
            logits: F32 = model(input_ids=batch, return_dict=True, **options).logits[:, -1].float().cpu().numpy()
        return logits


def _with(prefix: I32, written: list[list[int]]) -> I32:
    """[R, T + n]"""
    return np.stack([np.concatenate([prefix, np.array(row, np.int32)]) for row in written]).astype(np.int32)


def _step(logits: F32, prefix: I32, written: list[list[int]], nats: list[list[float]], sampling: Any) -> None:
    """Draw a token for every row, and note how unlikely the intact model found it."""
    intact, changed = np.split(logits, 2)
    known = log_probs(intact)
    position = len(prefix) + len(written[0])
    for row, text in enumerate(written):
        seen = np.concatenate([prefix, np.array(text, np.int32)])
        token = draw(changed[row], sampling, seen, position)
        text.append(token)
        nats[row].append(-float(known[row, token]))


# -- what is found -------------------------------------------------------------------------------------------------


def _found(
    question: AskDial, variants: tuple[str, ...], written: list[list[int]], nats: list[list[float]], prefix: I32,
    why: str, done: bool, ends: tuple[int, ...],
) -> DialFound:  # fmt: skip
    shape = (len(variants), len(question.strengths), len(written[0]))
    ids = np.array(written, np.int32).reshape(shape)
    costs = np.array(nats, np.float32).reshape(shape)
    over = np.cumsum(np.isin(ids, ends), axis=-1) - np.isin(ids, ends) > 0  # after the end of a text
    ids, costs = np.where(over, -1, ids).astype(np.int32), np.where(over, np.nan, costs).astype(np.float32)
    perplexity = np.exp(np.nanmean(costs, axis=-1)).astype(np.float32)
    flat = ids.reshape(-1, shape[-1])
    distinct = np.array([len(set(row[row >= 0].tolist())) / max(int((row >= 0).sum()), 1) for row in flat], np.float32)
    going_on = replace(question, have=tuple(tuple(row) for row in written), known=tuple(tuple(row) for row in nats))
    return DialFound(
        replace(question, have=(), known=()), variants, np.array(question.strengths, np.float32), ids, costs,
        perplexity, distinct.reshape(shape[:2]), prefix, why, done, None if done else going_on,
    )  # fmt: skip
