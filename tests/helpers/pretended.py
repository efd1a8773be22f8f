"""A device that is not there: its tensors lie in main memory, but mix, convert and refuse as a graphics card's do.

A tensor of the pretended device is a wrapper subclass that says it is on "cuda:0" (or "cuda:1", "mps:0") and holds an
ordinary tensor. A dispatch mode runs every operator on what is held, after it has looked for what a card refuses:
tensors of two devices in one operator (single numbers and indices of the processor excepted), a random generator of
another device, float64 on mps, and any way to NumPy but through `.cpu()`. So whatever of the engine would stop on a
card for one of these reasons stops here, on any machine. What it cannot show: kernels that a device lacks, their
rounding, the order in which work ends, and how much memory there is.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple
from unittest import mock

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode

GIB = 2**30
_aten = torch.ops.aten
_BETWEEN = {_aten._to_copy.default, _aten.copy_.default}  # these take tensors of two devices
_INDEXED = {_aten.index.Tensor, _aten.index_put.default, _aten.index_put_.default, _aten._unsafe_index.Tensor}
_WIDE = (torch.float64, torch.complex128)
_HOLDERS = (tuple, list, dict)
_NAMES = (str, torch.device)  # what a device may be given by


class _Kind(NamedTuple):
    """What is to be known of an operator; some are run a hundred thousand times."""

    between: bool
    indexed: bool
    numbers: bool  # whether single numbers of the processor may be among its tensors
    operator: Any  # kept, so that nothing else is ever known by its `id`


_KINDS: dict[int, _Kind] = {}


def _kind(func: Any) -> _Kind:
    known = _KINDS.get(id(func))
    if known is None:
        indexed = func in _INDEXED
        numbers = indexed or torch.Tag.pointwise in getattr(func, "tags", ())
        known = _KINDS[id(func)] = _Kind(func in _BETWEEN, indexed, numbers, func)
    return known


def tree_map(change: Callable[[Any], Any], value: Any) -> Any:
    """`value` with every leaf of its lists, tuples and dictionaries changed."""
    kind = type(value)
    if kind is tuple or kind is list:
        return kind([tree_map(change, part) if type(part) in _HOLDERS else change(part) for part in value])
    return {name: tree_map(change, part) for name, part in value.items()} if kind is dict else change(value)


def tree_leaves(value: Any) -> list[Any]:
    """What lists, tuples and dictionaries hold."""
    found: list[Any] = []
    _gather(value, found)
    return found


def _gather(value: Any, found: list[Any]) -> None:
    kind = type(value)
    if kind not in _HOLDERS:
        found.append(value)
        return
    for part in value.values() if kind is dict else value:
        if type(part) in _HOLDERS:
            _gather(part, found)
        else:
            found.append(part)


_NOWHERE = torch.device("meta")


class Pretended(Tensor):
    """A tensor that says it lies on another device."""

    held: Tensor
    _where: torch.device

    __torch_function__ = torch._C._disabled_torch_function_impl  # type: ignore[assignment]

    @staticmethod
    def __new__(cls, held: Tensor, device: torch.device | None = None, requires_grad: bool = False) -> Any:
        if device is None:  # accelerate makes a parameter by the class of the one before
            return nn.Parameter(held, requires_grad)
        if device.type == "mps" and held.dtype in _WIDE:
            raise TypeError("Cannot convert a MPS Tensor to float64 dtype: the MPS framework doesn't support float64.")
        if held.is_inference() == torch.is_inference_mode_enabled():
            made = cls._wrapper_of(held)
        else:  # a view of what was made outside is none of that mode's
            with torch.inference_mode(held.is_inference()):
                made = cls._wrapper_of(held)
        made.held, made._where = held, device
        return made

    @classmethod
    def _wrapper_of(cls, held: Tensor) -> Any:
        return Tensor._make_wrapper_subclass(
            cls, held.shape, held.stride(), held.storage_offset(), dtype=held.dtype, device=_NOWHERE
        )

    def __init__(self, *_args: Any, **_kwargs: Any) -> None:
        """All is done in `__new__`, as for every wrapper subclass."""

    def __repr__(self) -> str:  # type: ignore[override]
        return f"Pretended({self.held!r}, {self.device})"

    @property
    def device(self) -> torch.device:  # type: ignore[override]
        """Where it says it lies. To the library's own C++ it lies on "meta", the device that every build knows."""
        return self._where

    @property
    def is_meta(self) -> bool:  # type: ignore[override]
        return False

    @property
    def is_cuda(self) -> bool:  # type: ignore[override]
        return self._where.type == "cuda"

    @property
    def is_mps(self) -> bool:  # type: ignore[override]
        return self._where.type == "mps"

    def data_ptr(self) -> int:
        """Where what is held lies: equal for aliases, as on a card."""
        return self.held.data_ptr()

    def __getitem__(self, index: Any) -> Tensor:
        return super().__getitem__(_listed(index, self.device))

    def __setitem__(self, index: Any, value: Any) -> None:
        super().__setitem__(_listed(index, self.device), value)

    def to(self, *args: Any, **kwargs: Any) -> Tensor:
        return _to(self, *args, **kwargs)

    def cpu(self, *_args: Any, **_kwargs: Any) -> Tensor:
        return _to(self, "cpu")

    def cuda(self, *_args: Any, **_kwargs: Any) -> Tensor:
        return _to(self, "cuda:0")

    def type_as(self, other: Tensor) -> Tensor:
        return _to(self, other)

    def __deepcopy__(self, _memo: Any) -> Pretended:
        return Pretended(self.held.clone(), self.device)

    def tolist(self) -> Any:
        """Allowed on a card, too."""
        return self.held.tolist()

    def numpy(self, *, force: bool = False) -> Any:
        """As a card refuses it."""
        raise TypeError(
            f"can't convert {self.device} device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host "
            "memory first."
        )

    def __array__(self, *_args: Any, **_kwargs: Any) -> Any:
        return self.numpy()

    @classmethod
    def __torch_dispatch__(  # type: ignore[override]
        cls, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        return _run(func, args, dict(kwargs or {}))


class _Operators(TorchDispatchMode):
    """Runs every operator; those without a tensor of the device, too, since some make one."""

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        return _run(func, args, dict(kwargs or {}))


_wrapped: Any = _Operators.__torch_dispatch__
setattr(_Operators, "__torch_dispatch__", _wrapped.__wrapped__)  # noqa: B010  its base class adds what compiling needs


class _Calls(TorchFunctionMode):
    """What the library's own C++ would ask the device for: its number, its kernel of attention, a copy to it."""

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), given: Mapping[str, Any] | None = None
    ) -> Any:
        if func is torch.device:  # accelerate numbers cards
            return func("cuda", *args) if isinstance(args[0], int) else _in_full(func(*args, **(given or {})))
        leaves = tree_leaves((args, given)) if given else tree_leaves(args)
        kwargs: dict[str, Any] = dict(given or {})
        if any(isinstance(leaf, _NAMES) for leaf in leaves):
            args, kwargs = tree_map(_in_full, args), tree_map(_in_full, kwargs)
        inside = next((leaf._where for leaf in leaves if isinstance(leaf, Pretended)), None)
        if isinstance(kwargs.get("device"), int):
            kwargs["device"] = torch.device("cuda", kwargs["device"])
        if func is Tensor.cuda:
            return _to(args[0], "cuda:0")
        if func is Tensor.to:
            return _to(*args, **kwargs)
        if func is scaled_dot_product_attention and inside is not None:
            if not any(tensor.requires_grad for tensor in args[:3]):
                return _run(func, args, kwargs)
            func = _in_parts
        if func in (torch.tensor, torch.as_tensor) and _is_pretended(kwargs.get("device")):
            return _to(func(*args, **{**kwargs, "device": None}), kwargs["device"])
        _INSIDE.append(inside)
        try:
            return func(*args, **kwargs)
        finally:
            _INSIDE.pop()


def _in_parts(query: Tensor, key: Tensor, value: Tensor, attn_mask: Any = None, **kwargs: Any) -> Tensor:
    """Attention as operators of which each has its gradient."""
    if attn_mask is not None and attn_mask.dtype == torch.bool:
        attn_mask = torch.zeros_like(attn_mask, dtype=query.dtype).masked_fill(~attn_mask, -torch.inf)
    result: Tensor = _aten._scaled_dot_product_attention_math.default(query, key, value, attn_mask, **kwargs)[0]
    return result


_INSIDE: list[torch.device | None] = []  # the device of the call at work, for what it makes on "meta" in between


def _to(value: Tensor, *args: Any, copy: bool = False, **kwargs: Any) -> Tensor:
    """`Tensor.to`, which gives back the very tensor where nothing is to be done."""
    other = args[0] if args and isinstance(args[0], Tensor) else kwargs.pop("other", None)
    if other is not None:
        device, dtype = other.device, other.dtype
    else:
        named: list[Any] = [torch.device("cuda", arg) if type(arg) is int else _in_full(arg) for arg in args]
        device, dtype, _, _ = torch._C._nn._parse_to(*named, **kwargs)
    device, dtype = device or value.device, dtype or value.dtype
    if device == value.device and dtype == value.dtype and not copy:
        return value
    if device.type == "meta":
        return _aten._to_copy.default(_bare(value), dtype=dtype, device=device)  # type: ignore[no-any-return]
    if device != value.device and torch.is_grad_enabled() and value.requires_grad:
        return _to(_Moved.apply(value, device), dtype)  # type: ignore[no-untyped-call]
    return _aten._to_copy.default(value, dtype=dtype, device=device)  # type: ignore[no-any-return]


class _Moved(torch.autograd.Function):
    """A copy to another device whose gradient goes back to the first, which C++ would not know."""

    @staticmethod
    def forward(ctx: Any, value: Tensor, device: torch.device) -> Tensor:
        ctx.source = value.device
        return _aten._to_copy.default(value, device=device)  # type: ignore[no-any-return]

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None]:
        return _to(gradient, ctx.source), None


def _listed(index: Any, device: torch.device) -> Any:
    """Lists in an index as tensors, as they become on a card; on "meta" their numbers would be lost."""
    if isinstance(index, tuple):
        return tuple(_listed(part, device) for part in index)
    return _to(torch.tensor(index), device) if isinstance(index, (list, range, np.ndarray)) else index


def _in_full(value: Any) -> Any:
    """ "cuda" as "cuda:0", its full name."""
    if type(value) is torch.device and value.type in ("cuda", "mps"):
        return torch.device(value.type, value.index or 0)
    return f"{value}:0" if type(value) is str and value in ("cuda", "mps") else value


def _is_pretended(device: Any) -> bool:
    return device is not None and torch.device(device).type in ("cuda", "mps")


def _bare(value: Any) -> Any:
    return value.held if isinstance(value, Pretended) else value


def _run(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """One operator on what is held; the result is where a card would have it."""
    leaves = tree_leaves((args, kwargs)) if kwargs else tree_leaves(args)
    on_device = [leaf for leaf in leaves if isinstance(leaf, Pretended)]
    asked = kwargs.get("device")
    made_inside = on_device or (_INSIDE and _INSIDE[-1])
    if asked is not None and torch.device(asked).type == "meta" and made_inside:
        asked = kwargs["device"] = on_device[0]._where if on_device else _INSIDE[-1]
    pretended_is_asked = _is_pretended(asked)
    if not on_device and not pretended_is_asked:
        return func(*args, **kwargs)
    kind = _kind(func)
    if not kind.between:
        _require_one_device(kind, args, kwargs, leaves, on_device)
    goal = torch.device(asked) if asked is not None else args[0].device if kind.between else on_device[0]._where
    _require_generator(func, kwargs.get("generator"), goal)
    given = tree_map(_bare, kwargs)
    if pretended_is_asked:
        given["device"] = torch.device("cpu")
    given.pop("pin_memory", None)
    bare = tree_map(_bare, args)
    if func is _aten.histc.default:  # a card counts whole numbers, too
        bare = (bare[0].float(), *bare[1:])
    result = func(*bare, **given)
    wrappers = {id(leaf.held): leaf for leaf in on_device}
    if func is _aten._to_copy.default and any(result is leaf.held for leaf in on_device):
        result = result.clone()

    def wrapped(value: Any) -> Any:
        if not isinstance(value, Tensor):
            return value
        if id(value) in wrappers:
            return wrappers[id(value)]
        known = any(leaf is value for leaf in leaves)
        return value if known or goal.type in ("cpu", "meta") else Pretended(value, goal)

    return tree_map(wrapped, result)


def _require_one_device(
    kind: _Kind, args: tuple[Any, ...], kwargs: dict[str, Any], leaves: list[Any], on_device: list[Pretended]
) -> None:
    """As a card refuses it."""
    if kind.indexed:
        if not isinstance(args[0], Pretended):
            raise RuntimeError("indices should be either on cpu or on the same device as the indexed tensor (cpu)")
        leaves = tree_leaves((args[0], args[2:], [index for index in args[1] if isinstance(index, Pretended)]))
    tensors = [leaf for leaf in leaves if isinstance(leaf, Tensor)]
    devices = {leaf.device for leaf in tensors if not (kind.numbers and leaf.device.type == "cpu" and leaf.dim() == 0)}
    if len(devices) > 1 or (on_device and kind.indexed and args[0].device not in devices):
        raise RuntimeError(
            f"Expected all tensors to be on the same device, but found at least two devices, "
            f"{' and '.join(sorted(map(str, devices)))}! (when calling {kind.operator})"
        )


def _require_generator(func: Any, generator: torch.Generator | None, goal: torch.device) -> None:
    if generator is not None and generator.device.type != goal.type:
        raise RuntimeError(f"Expected a '{goal.type}' device type for generator but found '{generator.device.type}'")


@contextmanager
def pretended(
    kind: str = "cuda",
    *,
    count: int = 1,
    free: int = 8 * GIB,
    capability: tuple[int, int] = (8, 0),
) -> Iterator[None]:
    """A machine with `count` devices of a kind ("cuda" or "mps"), each with `free` bytes, while this lasts."""
    cuda = kind == "cuda"
    instead = {
        (torch.cuda, "is_available"): lambda: cuda,
        (torch.cuda, "is_initialized"): lambda: False,
        (torch.cuda, "device_count"): lambda: count if cuda else 0,
        (torch.cuda, "get_device_capability"): lambda *_: capability,
        (torch.cuda, "mem_get_info"): lambda *_: (free, free),
        (torch.cuda, "current_device"): lambda: 0,
        (torch.cuda, "empty_cache"): lambda: None,
        (torch.cuda, "synchronize"): lambda *_: None,
        (torch.cuda, "_lazy_init"): lambda: None,
        (torch.backends.mps, "is_available"): lambda: not cuda,
        (torch.mps, "recommended_max_memory"): lambda: free,
        (torch.mps, "current_allocated_memory"): lambda: 0,
        (torch.mps, "empty_cache"): lambda: None,
    }
    with ExitStack() as stack:
        for (module, name), value in instead.items():
            stack.enter_context(mock.patch.object(module, name, value))
        # modes are a thread's own: the weights are to be read on this one
        stack.enter_context(mock.patch.dict(os.environ, {"HF_DEACTIVATE_ASYNC_LOAD": "1"}))
        stack.enter_context(_Operators())  # type: ignore[no-untyped-call]
        stack.enter_context(_Calls())
        yield
