"""Which device a model goes to and in which precision, by what is there and what is free.

cuda before mps before cpu. bfloat16 where the device computes fast in it (cuda with compute capability 8 or more),
float32 elsewhere; a model that does not fit the main memory in float32 is taken in bfloat16 rather than refused.
A model larger than one device is spread by accelerate over all devices and the main memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import psutil
import torch

from engine.errors import InputRefused, OutOfMemory
from engine.models import catalogue
from engine.models.disk import in_words

DTYPES = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}
_OVERHEAD = 1.05  # buffers beside the weights
_WORKING = 256 * 2**20  # bytes for activations of a short text


@dataclass(frozen=True)
class Choice:
    """Where a model goes. `spread`: over several devices, by accelerate."""

    device: str
    dtype: torch.dtype
    spread: bool = False

    @property
    def dtype_name(self) -> str:
        """ "float32" and so on."""
        return str(self.dtype).removeprefix("torch.")


def available() -> list[str]:
    """The kinds of device this machine has, the fastest first."""
    kinds = ["cuda"] if torch.cuda.is_available() else []
    if torch.backends.mps.is_available():
        kinds.append("mps")
    return [*kinds, "cpu"]


def free_bytes(device: str) -> int:
    """Memory that is free on a device now."""
    kind = torch.device(device).type
    if kind == "cuda":
        return int(torch.cuda.mem_get_info(torch.device(device))[0])
    if kind == "mps":
        return int(torch.mps.recommended_max_memory() - torch.mps.current_allocated_memory())
    return int(psutil.virtual_memory().available)


def all_free_bytes(device: str) -> int:
    """Memory that is free on all devices of this kind and in main memory."""
    if torch.device(device).type != "cuda":
        return free_bytes("cpu")
    return sum(free_bytes(f"cuda:{index}") for index in range(torch.cuda.device_count())) + free_bytes("cpu")


def needed(n_parameters: int, dtype: torch.dtype) -> int:
    """Bytes that a model of this size takes while it runs."""
    return int(n_parameters * dtype.itemsize * _OVERHEAD) + _WORKING


def choose(device: str, dtype: str, n_parameters: int) -> Choice:
    """Choose, or check what a person chose.

    Raises:
        InputRefused: the device or dtype is unknown, or not on this machine.
        OutOfMemory: it fits nowhere; the sentence says what would.
    """
    device = _device(device)
    precision = _dtype(dtype, device)
    options = [precision]
    if dtype == "auto" and precision is torch.float32:
        options.append(torch.bfloat16)
    for option in options:
        fits: Literal["one", "all", "no"] = _fits(device, needed(n_parameters, option))
        if fits != "no":
            return Choice(device, option, spread=fits == "all")
    raise OutOfMemory(too_large(needed(n_parameters, options[-1]), device, options[-1]))


def _device(asked: str) -> str:
    if asked == "auto":
        return available()[0]
    try:
        kind = torch.device(asked).type
    except RuntimeError as error:
        raise InputRefused(f"{asked!r} is no device: expected auto, {', '.join(available())}.") from error
    if kind not in available():
        raise InputRefused(
            f"This machine has no {kind} device that PyTorch can use: choose {' or '.join(available())}."
        )
    return asked


def _dtype(asked: str, device: str) -> torch.dtype:
    if asked in DTYPES:
        return DTYPES[asked]
    if asked != "auto":
        raise InputRefused(f"{asked!r} is no precision: expected auto, {', '.join(DTYPES)}.")
    fast = torch.device(device).type == "cuda" and torch.cuda.get_device_capability(torch.device(device)) >= (8, 0)
    return torch.bfloat16 if fast else torch.float32


def _fits(device: str, n_bytes: int) -> Literal["one", "all", "no"]:
    if n_bytes <= free_bytes(device):
        return "one"
    return "all" if device.startswith("cuda") and n_bytes <= all_free_bytes(device) else "no"


def too_large(n_bytes: int, device: str, dtype: torch.dtype) -> str:
    """The sentence for too little memory: how much was needed, how much was free, what would fit."""
    free = free_bytes(device)
    fitting = catalogue.that_fit(free - _WORKING, dtype.itemsize)[:3]
    offer = f" What would fit: {', '.join(fitting)}." if fitting else " Close other programs and try again."
    return (
        f"The model needs {in_words(n_bytes)} on {device} in {str(dtype).removeprefix('torch.')}, "
        f"but {in_words(free)} are free.{offer}"
    )
