"""Recording a forward: three hooks per block that hand each quantity, as it appears, to one store of rows.

One hook per block (its output), one per attention module (its weights) and one per down projection (its input); what
they are handed becomes one fresh array per quantity (`engine.capture.gather`), which never aliases a live tensor.
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
from engine.capture.effects import Means
from engine.capture.gather import MOST_KEPT, KeptStates, KeptWeights, States, Weights, together
from engine.capture.intervene import intervening
from engine.capture.quirks import zero_alibi
from engine.errors import InputRefused, Stopped
from engine.records import Plan
from engine.sentences import say


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

    With `first` above 0 only blocks first..L-1 ran: index 0 of the layer axis is then that of block `first`.
    """

    start: int
    resid: Tensor | None  # [t, L+1-first, D] float32
    attn: Tensor | None  # [L-first, H, t, T] float32; exact zeros where a key is not seen
    neurons: Tensor | None  # [t, L-first, M] float32
    logits: Tensor | None  # [t, V], or [1, V] for the last row only; float32 on the model's device
    cache: Cache | None = None
    first: int = 0


class Recorder:
    """A context in which forwards are recorded. Its hooks are there from entering to leaving, however it is left.

    Raises (on entering):
        InputRefused: a quantity the model does not have, or a plan that does not fit it.
    """

    def __init__(
        self,
        model: PreTrainedModel,
        anatomy: Anatomy,
        want: Want = Want(),
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
        self._resid: States | KeptStates | None = None
        self._attn: Weights | KeptWeights | None = None
        self._neurons: States | KeptStates | None = None
        self._keeps_logits = "logits_to_keep" in inspect.signature(model.forward).parameters

    def __enter__(self) -> Self:
        for quantity in ("resid", "attn", "neurons"):
            if getattr(self.want, quantity) and quantity in self.anatomy.missing:
                raise InputRefused(self.anatomy.missing[quantity])
        with ExitStack() as stack:
            if self.want.attn:
                stack.enter_context(implementation(self.anatomy.configs, self.anatomy.attention_with_weights))
            stack.enter_context(intervening(self.anatomy, self._plan, self._means, lambda: self._start, self._first))
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
        if self._stop is not None and self._stop():
            raise Stopped
        if self._resid is not None:
            self._resid[0] = args[0] if args else kwargs["hidden_states"]

    def _leaving(self, row: int) -> Callable[[nn.Module, tuple[Any, ...], Any], None]:
        def hook(_module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
            if self._resid is not None:
                self._resid[row] = output if isinstance(output, Tensor) else output[0]
            if self._stop is not None and self._stop():
                raise Stopped

        return hook

    def _weights(self, row: int, index: int) -> Callable[[nn.Module, tuple[Any, ...], Any], None]:
        def hook(_module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
            if self._attn is not None:
                self._attn[row] = output[index]

        return hook

    def _activations(self, row: int) -> Callable[[nn.Module, tuple[Any, ...]], None]:
        def hook(_module: nn.Module, args: tuple[Any, ...]) -> None:
            if self._neurons is not None:
                self._neurons[row] = args[0]

        return hook

    # -- running -------------------------------------------------------------------------------------------------

    def run(self, input_ids: Tensor, cache: Cache | None = None) -> Captured:
        """Record one forward of `input_ids` [t], or [k, 1] for k alternatives at one place, after what `cache` holds.

        Raises:
            Stopped: `stop` said so; the cache is then in the midst of a step and must be dropped.
            InputRefused: no tokens were given.
        """
        if input_ids.numel() == 0:
            raise InputRefused(say("There are no tokens to run: give the model at least one."))
        batch = (input_ids[None] if input_ids.dim() == 1 else input_ids).to(self._device)
        self._start = 0 if cache is None else int(cache.get_seq_length())
        try:
            self._open(batch.numel(), self._start + batch.shape[1])
            with torch.inference_mode():
                logits = self._forward(batch, cache)
            resid, attn, neurons = self._close()
        finally:
            self._resid = self._attn = self._neurons = None
        return Captured(
            start=self._start,
            resid=None if resid is None else resid.transpose(0, 1),
            attn=attn,
            neurons=None if neurons is None else neurons.transpose(0, 1),
            logits=logits,
            cache=cache,
            first=self._first,
        )

    @property
    def _device(self) -> torch.device:
        return self.anatomy.device

    def _forward(self, batch: Tensor, cache: Cache | None) -> Tensor | None:
        options: dict[str, Any] = {"use_cache": False}
        if cache is not None:
            options = {"use_cache": True, "past_key_values": cache}
        if self.want.logits != "all" and self._keeps_logits:
            options["logits_to_keep"] = 1
        try:
            output = self.model(input_ids=batch, return_dict=True, **options)
        except Enough:
            return None
        if self.want.logits == "none":
            return None
        logits: Tensor = output.logits[:, -1:] if self.want.logits == "last" else output.logits
        return logits.reshape(-1, logits.shape[-1]).float()

    def _open(self, rows: int, keys: int) -> None:
        a, n = self.anatomy, self._last + 1 - self._first
        if rows <= MOST_KEPT and not a.overwrites:
            self._resid = KeptStates(n + 1, rows, a.d_model) if self.want.resid else None
            self._attn = KeptWeights(n, a.n_heads, rows, keys) if self.want.attn else None
            self._neurons = KeptStates(n, rows, a.d_mlp) if self.want.neurons else None
            return
        device = self._device
        self._resid = States(n + 1, rows, a.d_model, device) if self.want.resid else None
        self._attn = Weights(n, a.n_heads, rows, keys, device) if self.want.attn else None
        self._neurons = States(n, rows, a.d_mlp, device) if self.want.neurons else None

    def _close(self) -> list[Tensor | None]:
        """The three quantities on the host; what is small goes there in one copy."""
        found = [None if store is None else store.gathered() for store in (self._resid, self._attn, self._neurons)]
        if self._device.type == "cpu":
            return found
        if isinstance(self._resid, States):
            return [None if values is None else values.cpu() for values in found]
        return _in_one_copy(found)


def _in_one_copy(found: list[Tensor | None]) -> list[Tensor | None]:
    present = [values for values in found if values is not None]
    if not present:
        return found
    flat = torch.cat(together([values.reshape(-1) for values in present])).cpu()
    pieces = iter(flat.split([values.numel() for values in present]))
    return [None if values is None else next(pieces).view(values.shape) for values in found]


def forward(
    model: PreTrainedModel,
    anatomy: Anatomy,
    input_ids: Tensor,
    cache: Cache | None = None,
    want: Want = Want(),
    *,
    plan: Plan | None = None,
    means: Means | None = None,
    stop: Callable[[], bool] | None = None,
) -> Captured:
    """Record one forward of [t] ids (a whole prompt, or one step) after what `cache` holds; `cache` grows by them.

    Raises:
        InputRefused: see `Recorder`.
        Stopped: `stop` said so; the cache is then in the midst of a step and must be dropped.
    """
    with Recorder(model, anatomy, want, plan=plan, means=means, stop=stop) as recorder:
        return recorder.run(input_ids, cache)
