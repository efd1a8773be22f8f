"""A model with a run on it: prefill, step, branch, go back, look again.

The run is a tree of tokens. A step takes the logits of the current node, draws, and runs the model once on the new
token after the cached keys and values of its path; whatever part of the path is not cached is run again without being
recorded. The current node is only a number, so going anywhere costs nothing until something is generated there.
Every public method leaves the session usable when it is stopped or fails: caches are forked before they grow, and the
recorder's hooks, which stay on from one token to the next because putting them on costs time, come off in `cool`.
"""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor
from transformers import Cache, PreTrainedModel

from engine.capture.anatomy import Anatomy
from engine.capture.intervene import check_plan
from engine.capture.recorder import Captured, Recorder, Want
from engine.capture.replay import Quantity, replay_block
from engine.errors import InputRefused, ModelUnusable
from engine.generation.alternatives import after_each
from engine.generation.budget import MemoryBudget
from engine.generation.numbers import numbers, surprisal_of
from engine.generation.prefixes import Prefixes
from engine.generation.rows import LogitRows
from engine.generation.sampling import checked, draw
from engine.generation.settings import Settings, Stop, never
from engine.generation.tree import TokenTree
from engine.models.linear import step_threads
from engine.records import F32, I32, Sampling, Tokens
from engine.sentences import say

_CHUNK_LOGITS = 2**26  # logits formed at once in prefill: 256 MB
_CHUNK = 1024  # tokens run at once, at most
_NO_RECORD = Want(resid=False, attn=False, neurons=False, logits="last")


class Session:
    """One model and one run. Not for use from two threads.

    `run_ids` numbers the runs: sessions of one process share it, so that no two runs have the same number.
    """

    def __init__(
        self, model: PreTrainedModel, anatomy: Anatomy, context: int, memory_budget: int = 512 * 2**20,
        run_ids: Iterator[int] | None = None,
    ) -> None:  # fmt: skip
        self.model = model
        self.anatomy = anatomy
        self.context = context
        self.memory_budget = memory_budget
        self.run_id = 0  # none was begun
        self._run_ids = itertools.count(1) if run_ids is None else run_ids
        self.settings = Settings()
        self.tree = TokenTree()
        self.current = -1
        self.unread = False  # reading the prompt failed on the way: nothing is drawn after the half that was read
        self._budget = MemoryBudget(anatomy, memory_budget)
        self._prefixes = Prefixes(model, anatomy.caches)
        self._rows = LogitRows()
        self._totals: dict[int, float] = {}  # node -> log of the sum of exp(logits) after it
        self._stop: Stop = never
        self._hooks = ExitStack()
        self._recorder: Recorder | None = None
        self.chunk = max(16, min(_CHUNK, _CHUNK_LOGITS // max(1, anatomy.vocab_size)))

    def ease(self) -> None:
        """Let go of all that can be computed again: the keys and values of the paths walked last, and logits."""
        self.cool()
        self._prefixes.clear()
        self._rows.clear()

    # -- beginning -----------------------------------------------------------------------------------------------

    def begin(self, settings: Settings) -> int:
        """Forget the run and begin an empty one; returns its id.

        Raises:
            InputRefused: sampling, k or plan cannot be used. The old run is then still there.
        """
        self._check(settings)
        self.cool()
        self.settings = settings
        self.tree = TokenTree()
        self.current = -1
        self.unread = False
        self._budget = MemoryBudget(self.anatomy, self.memory_budget)
        self._prefixes.clear()
        self._rows.clear()
        self._totals.clear()
        self.run_id = next(self._run_ids)
        return self.run_id

    def _check(self, settings: Settings) -> None:
        checked(settings.sampling)
        if settings.k < 1:
            raise InputRefused(
                say("At least 1 candidate must be kept per position, but k = {k} was given.", k=settings.k)
            )
        check_plan(self.anatomy, settings.plan, settings.means)

    def adopt(self, settings: Settings, parents: I32, token_ids: I32, current: int) -> int:
        """Begin a run whose tree is known already. Nothing is computed until it must be.

        Raises:
            InputRefused: the tree is not one, or holds tokens this model does not have.
        """
        size = self.anatomy.vocab_size
        if len(parents) != len(token_ids) or any(not -1 <= parent < node for node, parent in enumerate(parents)):
            raise InputRefused(
                say("The run's tokens do not form a tree, so it cannot be continued: open the file again.")
            )
        if len(token_ids) and not (token_ids.min() >= 0 and token_ids.max() < size):
            raise InputRefused(
                say(
                    "The run holds token {token}, but this model's vocabulary is numbered 0 to {last}.",
                    token=token_ids.max(),
                    last=size - 1,
                )
            )
        run_id = self.begin(settings)
        for parent, token in zip(parents.tolist(), token_ids.tolist(), strict=True):
            self.tree.add(parent, token)
        self.go(current)
        return run_id

    def prefill(self, token_ids: I32, stop: Stop = never) -> Iterator[Tokens]:
        """Run the prompt's ids [t] after the current node, a chunk at a time; each chunk's records as they come.

        Raises:
            InputRefused: it does not fit into the context. Stopped: `stop` said so; the chunks so far are kept.
        """
        start = len(self.tree.path(self.current))
        self._require_room(start + len(token_ids))
        self._budget.admit(start, len(token_ids), self.chunk)
        self._stop = stop
        for low in range(0, len(token_ids), self.chunk):
            yield self._grow(token_ids[low : low + self.chunk])
        self.cool()

    def set_sampling(self, sampling: Sampling) -> None:
        """Draw with other settings from now on. Raises InputRefused."""
        self.settings = replace(self.settings, sampling=checked(sampling))

    # -- going on ------------------------------------------------------------------------------------------------

    @property
    def full(self) -> bool:
        """Whether the path to the current node fills the model's context."""
        return self.current >= 0 and self.tree.positions[self.current] + 1 >= self.context

    def step(self, stop: Stop = never) -> Tokens | None:
        """Draw the next token after the current node, run it and go there; None where it was there already.

        Raises:
            InputRefused: there is no prompt yet, or not all of it, or no room. Stopped: `stop` said so.
        """
        if self.unread:
            raise InputRefused(say("The prompt was not read to its end, so it cannot be continued: run it again."))
        self._stop = stop
        logits = self.logits_after(self.current)
        path = self.tree.path(self.current)
        token = draw(logits.cpu().numpy(), self.settings.sampling, self.tree.ids(path), len(path))
        known = self.tree.child(self.current, token)
        if known is not None:
            self.current = known
            return None
        return self._append(token)

    def branch(self, node: int, token_id: int, stop: Stop = never) -> Tokens | None:
        """Put `token_id` after `node` and go there; None where it was there already.

        Raises:
            InputRefused: no such node or token, or no room. Stopped: `stop` said so; the current node is as before.
        """
        self.tree.require(node)
        if not 0 <= token_id < self.anatomy.vocab_size:
            raise InputRefused(
                say(
                    "Token number {token_id} does not exist: this model's vocabulary is numbered 0 to {last}. Choose "
                    "a number in that range.",
                    token_id=token_id,
                    last=self.anatomy.vocab_size - 1,
                )
            )
        known = self.tree.child(node, token_id)
        if known is not None:
            self.go(known)
            return None
        before, self.current = self.current, node
        self._stop = stop
        try:
            tokens = self._append(token_id)
        except BaseException:
            self.current = before
            raise
        self.unread = False
        return tokens

    def go(self, node: int) -> None:
        """Make `node` the current one. Raises InputRefused where there is none."""
        self.tree.require(node)
        self.current, self.unread = node, False

    def _append(self, token: int) -> Tokens:
        position = len(self.tree.path(self.current))
        self._require_room(position + 1)
        self._budget.admit(position, 1, 1)
        return self._grow(np.array([token], np.int32))

    def _require_room(self, length: int) -> None:
        if length > self.context:
            raise InputRefused(
                say(
                    "This model takes at most {context:,} tokens, and {length:,} would be needed: branch earlier.",
                    context=self.context,
                    length=length,
                )
            )

    def _grow(self, token_ids: I32) -> Tokens:
        """Run `token_ids` [t] after the current node, record them, and make the last one current."""
        began = time.perf_counter()
        path = self.tree.path(self.current)
        bits = math.nan
        if path:
            row = self.logits_after(self.current)
            bits = surprisal_of(row, int(token_ids[0]), self._totals.get(self.current))
        cache = self._cache_of(path)
        want = Want("resid" not in self.anatomy.missing, self._budget.attn, self._budget.neurons, "all")
        with step_threads(self.model) if len(token_ids) == 1 else nullcontext():
            captured, logits = self._forward(path, token_ids, cache, want)
            found = numbers(logits, token_ids, self.settings.k, bits)
        resid = None if captured.resid is None else np.ascontiguousarray(captured.resid.numpy())  # [t, L+1, D]
        first, parent = len(self.tree), self.current
        nodes = [
            self.tree.add(self.current if not row else first + row - 1, int(token))
            for row, token in enumerate(token_ids)
        ]
        if resid is not None:
            self.tree.resid.update(zip(nodes, resid, strict=True))
        self._prefixes.keep(path + nodes, captured.cache)
        self._rows.keep(nodes, logits)
        self._totals[nodes[-1]] = float(found.totals[-1])
        self.current = nodes[-1]
        return Tokens(
            self.run_id, parent, first, len(path), token_ids.copy(), resid,
            None if captured.attn is None else captured.attn.numpy(),
            None if captured.neurons is None else np.ascontiguousarray(captured.neurons.numpy()),
            found.next_ids, found.next_probs, found.next_logits, found.entropy, found.surprisal,
            time.perf_counter() - began,
        )  # fmt: skip

    # -- forwards ------------------------------------------------------------------------------------------------

    def _forward(self, path: Sequence[int], token_ids: I32, cache: Cache | None, want: Want) -> tuple[Captured, Tensor]:
        """One forward of `token_ids` [t] after `path`, and its logits [t, V] (or [1, V] for the last only).

        Without a cache the whole path is run and the rows asked for are taken.
        """
        recorder = self._recording(want)
        if cache is not None:
            captured = recorder.run(torch.from_numpy(token_ids.astype(np.int64)), cache)
            return captured, _logits(captured)
        whole = np.concatenate([self.tree.ids(path), token_ids]).astype(np.int64)
        captured = recorder.run(torch.from_numpy(whole), None)
        rows = slice(-len(token_ids), None)
        part = Captured(
            len(path),
            None if captured.resid is None else captured.resid[rows],
            None if captured.attn is None else captured.attn[:, :, rows],
            None if captured.neurons is None else captured.neurons[rows],
            captured.logits,
        )
        return part, _logits(captured)[rows]

    def _recording(self, want: Want) -> Recorder:
        """The recorder with its hooks on: that of the last step where it wants the same."""
        if self._recorder is not None and self._recorder.want == want:
            return self._recorder
        self.cool()
        self._recorder = self._hooks.enter_context(
            Recorder(
                self.model,
                self.anatomy,
                want,
                plan=self.settings.plan,
                means=self.settings.means,
                stop=self._should_stop,
            )
        )
        return self._recorder

    def _should_stop(self) -> bool:
        return self._stop()

    def cool(self) -> None:
        """Take the recorder's hooks off the model: before anything else uses it, and after an error."""
        self._recorder = None
        self._hooks.close()

    def _cache_of(self, path: list[int]) -> Cache | None:
        """A cache of exactly `path` that may be grown; what is missing is run, a chunk at a time, and not recorded."""
        held, cache = self._prefixes.longest(path)
        if cache is None:
            return None
        for low in range(held, len(path), self.chunk):
            nodes = path[low : low + self.chunk]
            _, logits = self._forward(path[:low], self.tree.ids(nodes), cache, _NO_RECORD)
            self._rows.keep(nodes[-1:], logits)
        return cache

    def logits_after(self, node: int, stop: Stop | None = None) -> Tensor:
        """Logits [V] after `node`: those of its step where they are still held, else computed again.

        Raises:
            InputRefused: there is no token at all, or no such node. Stopped: `stop` said so.
        """
        if node < 0:
            raise InputRefused(say("There is no text to continue: type a prompt and run it first."))
        if stop is not None:
            self._stop = stop
        known = self._rows.get(node)
        if known is not None:
            return known
        path = self.tree.path(node)
        cache = self._cache_of(path[:-1])
        captured, logits = self._forward(path[:-1], self.tree.ids(path[-1:]), cache, _NO_RECORD)
        self._prefixes.keep(path, captured.cache)
        self._rows.keep([node], logits[-1:])
        return logits[-1]

    # -- looking again -------------------------------------------------------------------------------------------

    def states(self, node: int, layer: int, stop: Stop = never) -> Tensor:
        """`resid[:, layer]` on the path to `node`; where it was not recorded (an adopted run), run again. [T, D]"""
        path = self.tree.path(node)
        if any(known not in self.tree.resid for known in path):
            self._record_states(path, stop)
        return torch.from_numpy(np.stack([self.tree.resid[known][layer] for known in path]))

    def _record_states(self, path: list[int], stop: Stop) -> None:
        self.cool()
        self._stop = stop
        prefixes = Prefixes(self.model, self.anatomy.caches)
        cache = prefixes.longest([])[1]
        chunk = self.chunk if prefixes.can_cache else max(1, len(path))
        want = Want(resid=True, logits="last")
        for low in range(0, len(path), chunk):
            nodes = path[low : low + chunk]
            captured, _ = self._forward(path[:low], self.tree.ids(nodes), cache, want)
            if captured.resid is not None:
                self.tree.resid.update(zip(nodes, np.ascontiguousarray(captured.resid.numpy()), strict=True))
        self.cool()

    def replay(self, node: int, layer: int, quantity: str, head: int | None = None, stop: Stop = never) -> F32:
        """What the budget left out, for the path to `node`: "attn" [h, T, T] (h = H, or 1) or "neurons" [T, M].

        Raises:
            InputRefused: no such node, layer, head or quantity. Stopped: `stop` said so.
        """
        if quantity not in ("attn", "neurons"):
            raise InputRefused(
                say("Only attention and neurons can be recomputed, not {quantity!r}.", quantity=quantity)
            )
        if node < 0:
            raise InputRefused(
                say("There is no text whose inner workings could be computed: type a prompt and run it first.")
            )
        if not 0 <= layer < self.anatomy.n_layers:
            raise InputRefused(
                say(
                    "There is no layer {layer}: this model has layers 0 to {last}.",
                    layer=layer,
                    last=self.anatomy.n_layers - 1,
                )
            )
        states = self.states(node, layer, stop)
        self.cool()
        ids = torch.from_numpy(self.tree.ids(self.tree.path(node)).astype(np.int64))
        wanted: Quantity = "attn" if quantity == "attn" else "neurons"
        heads = None if head is None else (head,)
        found = replay_block(
            self.model, self.anatomy, layer, states, (wanted,), heads=heads, plan=self.settings.plan,
            means=self.settings.means, stop=stop, token_ids=ids,
        )  # fmt: skip
        values: F32 = found[wanted].numpy()
        return values

    def next_states(self, node: int, token_ids: I32, layer: int, stop: Stop = never) -> F32:
        """`resid[layer]` at each of `token_ids` [k] put after `node`, from one batched step on the shared cache. [k, D]

        Raises:
            InputRefused: no such node or no room. Stopped: `stop` said so.
        """
        return _layer(self.after_each(node, token_ids[:, None], Want(resid=True, logits="none"), stop), layer)

    def after_each(self, node: int, tokens: I32, want: Want, stop: Stop = never) -> Captured:
        """What is there at the last of each row of `tokens` [n, t] put after `node`: resid [n, L+1, D], logits [n, V].

        The rows are batches on the shared cache, each as large as memory allows (`engine.generation.alternatives`).

        Raises:
            InputRefused: no such node or no room. Stopped: `stop` said so.
        """
        path = self.tree.path(node)
        self._require_room(len(path) + tokens.shape[1])
        self._stop = stop
        cache = self._cache_of(path)
        self._prefixes.keep(path, cache)
        self.cool()
        try:
            return after_each(self._recording(want), self.tree.ids(path), tokens, cache)
        finally:
            self.cool()


def _logits(captured: Captured) -> Tensor:
    if captured.logits is None:
        raise ModelUnusable(
            say("The model gave no logits, so there is nothing to draw a token from: choose another model.")
        )
    return captured.logits


def _layer(captured: Captured, layer: int) -> F32:
    """`resid[:, layer]` of a forward. [t, D]"""
    if captured.resid is None:
        raise ModelUnusable(say("This model gives no states to show: choose another model."))
    return np.ascontiguousarray(captured.resid[:, layer].numpy())
