"""Reads every layer's state as if it were the last one (the logit lens), and measures what each part writes.

The lens runs the model's own final norm and unembedding on states, a bounded number of rows at a time, so that its
memory is that of 2^24 logits however long the text or large the vocabulary. What parts write is measured by hooks in
one forward over the text, in chunks against a cache, each tensor reduced to its lengths as it appears.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from engine.capture.cache import key_cache
from engine.capture.intervene import intervening
from engine.capture.recorder import Enough
from engine.capture.replay import unembed
from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.layers.records import (
    CANDIDATES,
    AskLens,
    AskWrites,
    Lens,
    Writes,
)
from engine.sentences import say

LOGITS_AT_ONCE = 2**24  # 64 MB of float32
CHUNK = 256  # positions of a forward


def read_layers(question: AskLens, bench: Workbench) -> Lens:
    """The lens on positions `start` .. that of `node`.

    Raises:
        InputRefused: no such node or span. Stopped: a person asked for an end.
    """
    return _read(bench, question, states_of(bench, question.node, question.start))


def states_of(bench: Workbench, node: int, start: int) -> Tensor:
    """[L+1, W, D] every layer's state at positions `start` .. that of `node`. Raises as `read_layers` does."""
    session = bench.session
    path = _path(bench, node)
    if not 0 <= start < len(path):
        raise InputRefused(
            say("Positions 0 to {last} can be read, but {start} was asked for.", last=len(path) - 1, start=start)
        )
    session.states(node, 0, bench.stop)  # recorded again where they are not there
    session.cool()
    states = np.stack([session.tree.resid[node] for node in path[start:]])  # [W, L+1, D]
    return torch.from_numpy(states).transpose(0, 1)


def _read(bench: Workbench, question: AskLens, states: Tensor) -> Lens:
    """`states` [L+1, W, D], from the last layer down, since every row is compared with the last one's choice."""
    rows, width, depth = states.shape
    vocab_size = bench.anatomy.vocab_size
    k = min(CANDIDATES, vocab_size)
    ids, probs = np.empty((rows, width, k), np.int32), np.empty((rows, width, k), np.float32)
    entropy, final_probs = np.empty((rows, width), np.float32), np.empty((rows, width), np.float32)
    final_rank = np.empty((rows, width), np.int32)
    final: Tensor | None = None  # [W]
    step = max(1, LOGITS_AT_ONCE // (vocab_size * width))  # layers at once
    for high in range(rows, 0, -step):
        if bench.stop():
            raise Stopped
        low = max(0, high - step)
        logits = unembed(bench.model, bench.anatomy, states[low:high].reshape(-1, depth))
        logits = logits.reshape(high - low, width, vocab_size)
        if final is None:
            final = logits[-1].argmax(dim=-1)
        here = slice(low, high)
        shares = torch.log_softmax(logits, dim=-1)
        best = shares.topk(k, dim=-1)
        ids[here], probs[here] = best.indices.cpu().numpy(), best.values.exp().cpu().numpy()
        chosen = final.expand(high - low, width)[..., None]
        at = shares.gather(-1, chosen)  # [l, W, 1]
        final_probs[here] = at[..., 0].exp().cpu().numpy()
        final_rank[here] = (shares > at).sum(dim=-1).cpu().numpy()
        powers = shares.exp()
        entropy[here] = -(powers.mul_(shares.clamp_min_(-100.0)).sum(dim=-1) / np.log(2)).cpu().numpy()
    return Lens(question.node, question.start, ids, probs, entropy, final_rank, final_probs)


def measure_writes(question: AskWrites, bench: Workbench) -> Writes:
    """What attention and MLP add to the residual stream up to `node`, under the run's plan.

    Raises:
        InputRefused: no such node. Stopped: a person asked for an end.
    """
    if "resid" in bench.anatomy.missing:
        raise InputRefused(bench.anatomy.missing["resid"])
    session = bench.session
    path = _path(bench, question.node)
    session.cool()
    ids = torch.from_numpy(session.tree.ids(path).astype(np.int64))[None].to(bench.anatomy.device)
    watch = _Watch(bench)
    cache = key_cache(bench.model)
    step = CHUNK if cache is not None else len(path)
    options: dict[str, Any] = {"use_cache": False} if cache is None else {"use_cache": True, "past_key_values": cache}
    with ExitStack() as stack, torch.inference_mode():
        plan, means = session.settings.plan, session.settings.means
        stack.enter_context(intervening(bench.anatomy, plan, means, lambda: watch.start))
        watch.install(stack)
        for low in range(0, len(path), step):
            bench.progress(say("Measuring what each layer adds"), low, len(path))
            watch.start = low
            with suppress(Enough):
                bench.model(input_ids=ids[:, low : low + step], return_dict=True, **options)
    bench.progress(say("Measuring what each layer adds"), len(path), len(path))
    return watch.found(question.node)


def _path(bench: Workbench, node: int) -> list[int]:
    bench.session.tree.require(node)
    if node < 0:
        raise InputRefused(say("There is no text whose layers could be read. Type a prompt and run it first."))
    return bench.session.tree.path(node)


class _Watch:
    """Hooks that reduce what each part of each block writes to its lengths."""

    def __init__(self, bench: Workbench) -> None:
        self._anatomy, self._stop = bench.anatomy, bench.stop
        self.start = 0
        n = bench.anatomy.n_layers
        names = ("attention", "mlp", "both", "remainder", "stream")
        self._lengths: dict[str, list[list[Tensor]]] = {name: [[] for _ in range(n + 1)] for name in names}
        self._entering = torch.empty(0)
        self._parts: dict[str, Tensor] = {}

    def install(self, stack: ExitStack) -> None:
        """Put the hooks on every block until `stack` closes."""
        for layer, block in enumerate(self._anatomy.blocks):
            handles = [block.module.register_forward_pre_hook(self._enter(layer), with_kwargs=True)]
            for name, module in (("attention", block.attention_write), ("mlp", block.mlp_write)):
                if module is not None:
                    handles.append(module.register_forward_hook(self._part(name)))
            handles.append(block.module.register_forward_hook(self._leave(layer)))
            for handle in handles:
                stack.callback(handle.remove)

    def _enter(self, layer: int) -> Callable[[nn.Module, tuple[Any, ...], dict[str, Any]], None]:
        def hook(_module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
            if self._stop():
                raise Stopped
            states: Tensor = args[0] if args else kwargs["hidden_states"]
            self._entering = states[0].float().clone()  # some families add to it in place
            self._parts = {}
            if layer == 0:
                self._lengths["stream"][0].append(_length(self._entering))

        return hook

    def _part(self, name: str) -> Callable[[nn.Module, tuple[Any, ...], Any], None]:
        def hook(_module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
            values: Tensor = output[0] if isinstance(output, tuple) else output
            self._parts[name] = values.reshape(-1, values.shape[-1]).float().clone()

        return hook

    def _leave(self, layer: int) -> Callable[[nn.Module, tuple[Any, ...], Any], None]:
        def hook(_module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
            leaving = (output if isinstance(output, Tensor) else output[0])[0].float()
            added = leaving - self._entering.to(leaving.device)  # the block before may run elsewhere
            rest = added.clone()
            for name, written in self._parts.items():
                self._lengths[name][layer].append(_length(written))
                rest -= written
            self._lengths["both"][layer].append(_length(added))
            self._lengths["remainder"][layer].append(_length(rest))
            self._lengths["stream"][layer + 1].append(_length(leaving))
            if layer == self._anatomy.n_layers - 1:
                raise Enough

        return hook

    def found(self, node: int) -> Writes:
        """Everything measured so far."""
        n = self._anatomy.n_layers
        length = sum(len(part) for part in self._lengths["stream"][0])
        empty = torch.full((length,), float("nan"))

        def table(name: str, rows: int) -> Any:
            return torch.stack([torch.cat(row) if row else empty for row in self._lengths[name][:rows]]).numpy()

        both, remainder = table("both", n), table("remainder", n)
        return Writes(node, table("attention", n), table("mlp", n), both, remainder, table("stream", n + 1))


def _length(states: Tensor) -> Tensor:
    """[t] Euclidean lengths of [t, D], on the host."""
    lengths: Tensor = torch.linalg.vector_norm(states, dim=-1)
    return lengths.cpu()
