"""Recording a forward: hooks that copy each quantity, as it appears, straight into one buffer made beforehand.

One hook per block (its output), one per attention module (its weights) and one per down projection (its input) write
into views of a single flat float32 buffer on the model's device, which goes to the host in one copy at the end. So a
captured array never aliases a live tensor, and a step costs about a hundred small copies.
Attention weights exist only under the library's "eager" code, which is switched on for a forward that wants them;
otherwise the model runs as it was loaded (sdpa as a rule), whose numbers differ from eager's by float rounding.
The same hooks ask `stop` between blocks, so a cancel takes effect within one block.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Literal, Self

import torch
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle
from transformers import Cache, PreTrainedModel

from engine.capture.anatomy import Anatomy
from engine.capture.attention import implementation
from engine.capture.intervene import Means, install
from engine.capture.quirks import zero_alibi
from engine.errors import InputRefused, Stopped
from engine.records import Plan


class Enough(Exception):
    """Ends a forward after the last block that is wanted (see `engine.capture.replay`); caught by the recorder."""


@dataclass(frozen=True)
class Want:
    """What to record. A quantity the model lacks (`anatomy.missing`) is refused."""

    resid: bool = True
    attn: bool = False
    neurons: bool = False
    logits: Literal["all", "last", "none"] = "all"


@dataclass(frozen=True)
class Captured:
    """What one forward of t tokens after `start` earlier ones gave; T = start + t. All on the host but `logits`.

    With `first` above 0 only blocks first..L-1 ran: index 0 of the layer axis is then block `first` (of `resid`, its input).
    """

    start: int
    resid: Tensor | None  # [t, L+1-first, D] float32
    attn: Tensor | None  # [L-first, H, t, T] float32; exact zeros where a key is not seen
    neurons: Tensor | None  # [t, L-first, M] float32
    logits: Tensor | None  # [t, V], or [1, V] for the last row only; float32 on the model's device
    cache: Cache | None = None
    first: int = 0

    @property
    def sink_mass(self) -> Tensor | None:
        """[L, H, t] share of attention that goes to a learned sink rather than to any key (0 where there is none)."""
        return None if self.attn is None else (1.0 - self.attn.sum(-1)).clamp_min(0.0)


class Recorder:
    """A context in which forwards are recorded. Its hooks are there from entering to leaving, however it is left.

    Raises (on entering):
        InputRefused: a quantity the model does not have, or a plan that does not fit it.
    """

    def __init__(
        self,
        model: PreTrainedModel,
        anatomy: Anatomy,
        want: Want = Want(),  # noqa: B008 - frozen
        *,
        plan: Plan | None = None,
        means: Means | None = None,
        stop: Callable[[], bool] | None = None,
        first: int = 0,
        last: int | None = None,
    ) -> None:
        self.model = model
        self.anatomy = anatomy
        self.want = want
        self._plan, self._means, self._stop = plan, means, stop
        self._first = first
        self._last = anatomy.n_layers - 1 if last is None else last
        self._stack = ExitStack()
        self._start = 0
        self._resid: Tensor | None = None  # [L+1, t, D] views of the buffer at hand
        self._attn: Tensor | None = None  # [L, H, t, T]
        self._neurons: Tensor | None = None  # [L, t, M]
        self._keeps_logits = "logits_to_keep" in inspect.signature(model.forward).parameters

    def __enter__(self) -> Self:
        for quantity in ("resid", "attn", "neurons"):
            if getattr(self.want, quantity) and quantity in self.anatomy.missing:
                raise InputRefused(self.anatomy.missing[quantity])
        with ExitStack() as stack:
            if self.want.attn:
                stack.enter_context(implementation(self.anatomy.configs, "eager"))
            for handle in install(self.anatomy, self._plan, self._means, lambda: self._start, self._first):
                stack.callback(handle.remove)
            self._install(stack)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    # -- hooks ---------------------------------------------------------------------------------------------------

    def _install(self, stack: ExitStack) -> None:
        def add(handle: RemovableHandle) -> None:
            stack.callback(handle.remove)

        blocks = self.anatomy.blocks
        if self._first < len(blocks) and (self.want.resid or self._stop is not None):
            add(blocks[self._first].module.register_forward_pre_hook(self._entering, with_kwargs=True))
        for index in range(self._first, self._last + 1):
            block, row = blocks[index], index - self._first
            if self.want.resid or self._stop is not None:
                add(block.module.register_forward_hook(self._leaving(row + 1)))
            if self.want.attn and block.attention is not None:
                if self.anatomy.zero_alibi:
                    add(zero_alibi(block.attention))
                add(block.attention.register_forward_hook(self._weights(row, block.weights_index)))
            if self.want.neurons and block.down_projection is not None:
                add(block.down_projection.register_forward_pre_hook(self._activations(row)))

    def _entering(self, _module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self._ask()
        if self._resid is not None:
            states = args[0] if args else kwargs["hidden_states"]
            self._resid[0].copy_(states.reshape(self._resid.shape[1:]))

    def _leaving(self, row: int) -> Callable[[nn.Module, tuple[Any, ...], Any], None]:
        def hook(_module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
            if self._resid is not None:
                states = output if isinstance(output, Tensor) else output[0]
                self._resid[row].copy_(states.reshape(self._resid.shape[1:]))
            self._ask()

        return hook

    def _weights(self, row: int, index: int) -> Callable[[nn.Module, tuple[Any, ...], Any], None]:
        def hook(_module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
            if self._attn is None:
                return
            weights = output[index].transpose(0, 1)  # [H, B, t, S], the last S of the T keys
            goal = self._attn[row]  # [H, B * t, T]
            n_keys = weights.shape[-1]
            goal[:, :, goal.shape[-1] - n_keys :].copy_(weights.reshape(goal.shape[0], goal.shape[1], n_keys))

        return hook

    def _activations(self, row: int) -> Callable[[nn.Module, tuple[Any, ...]], None]:
        def hook(_module: nn.Module, args: tuple[Any, ...]) -> None:
            if self._neurons is not None:
                self._neurons[row].copy_(args[0].reshape(self._neurons.shape[1:]))

        return hook

    def _ask(self) -> None:
        if self._stop is not None and self._stop():
            raise Stopped

    # -- running -------------------------------------------------------------------------------------------------

    def run(self, input_ids: Tensor, cache: Cache | None = None) -> Captured:
        """Record one forward of `input_ids` [t], or [k, 1] for k alternatives at one place, after what `cache` holds.

        Raises:
            Stopped: `stop` said so.
            InputRefused: no tokens were given.
        """
        if input_ids.numel() == 0:
            raise InputRefused("There are no tokens to run: give the model at least one.")
        batch = (input_ids[None] if input_ids.dim() == 1 else input_ids).to(self.anatomy.embedding.weight.device)
        self._start = 0 if cache is None else int(cache.get_seq_length())
        flat = self._make_buffer(batch.numel(), self._start + batch.shape[1])
        try:
            logits = self._forward(batch, cache)
            resid, attn, neurons = self._to_host(flat)
        finally:
            self._resid = self._attn = self._neurons = None
        return Captured(self._start, resid, attn, neurons, logits, cache, self._first)

    def _forward(self, batch: Tensor, cache: Cache | None) -> Tensor | None:
        options: dict[str, Any] = {"past_key_values": cache, "use_cache": True} if cache is not None else {"use_cache": False}
        if self.want.logits != "all" and self._keeps_logits:
            options["logits_to_keep"] = 1
        with torch.no_grad():
            try:
                output = self.model(input_ids=batch, return_dict=True, **options)
            except Enough:
                return None
            if self.want.logits == "none":
                return None
            logits = output.logits[:, -1:] if self.want.logits == "last" else output.logits
            return logits.reshape(-1, logits.shape[-1]).float()

    def _make_buffer(self, rows: int, n_keys: int) -> Tensor:
        """One flat buffer with the three quantities as views of it."""
        a, n = self.anatomy, self._last + 1 - self._first
        shapes = {
            "_resid": (n + 1, rows, a.d_model) if self.want.resid else None,
            "_attn": (n, a.n_heads, rows, n_keys) if self.want.attn else None,
            "_neurons": (n, rows, a.d_mlp) if self.want.neurons else None,
        }
        sizes = {name: torch.Size(shape).numel() if shape else 0 for name, shape in shapes.items()}
        device = self.anatomy.embedding.weight.device
        flat = torch.empty(sum(sizes.values()), dtype=torch.float32, device=device)
        begin = 0
        for name, shape in shapes.items():
            end = begin + sizes[name]
            setattr(self, name, flat[begin:end].view(shape) if shape else None)
            begin = end
        if self._attn is not None:
            self._attn.zero_()
        return flat

    def _to_host(self, flat: Tensor) -> tuple[Tensor | None, Tensor | None, Tensor | None]:
        host = flat.cpu()
        views: list[Tensor | None] = []
        begin = 0
        for live in (self._resid, self._attn, self._neurons):
            if live is None:
                views.append(None)
                continue
            views.append(host[begin : begin + live.numel()].view(live.shape))
            begin += live.numel()
        resid, attn, neurons = views
        return (
            None if resid is None else resid.transpose(0, 1),
            attn,
            None if neurons is None else neurons.transpose(0, 1),
        )


def forward(
    model: PreTrainedModel,
    anatomy: Anatomy,
    input_ids: Tensor,
    cache: Cache | None = None,
    want: Want = Want(),  # noqa: B008 - frozen
    *,
    plan: Plan | None = None,
    means: Means | None = None,
    stop: Callable[[], bool] | None = None,
) -> Captured:
    """Record one forward of [t] ids (a whole prompt, or one step) after what `cache` holds; `cache` grows by them.

    Raises:
        InputRefused: see `Recorder`. Stopped: `stop` said so; the cache is then in the midst of a step and must be dropped.
    """
    with Recorder(model, anatomy, want, plan=plan, means=means, stop=stop) as recorder:
        return recorder.run(input_ids, cache)
