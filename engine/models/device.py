"""Which device a model goes to and in which precision, by what is there and what is free.

cuda before mps before cpu. bfloat16 where the device computes fast in it (cuda with compute capability 8 or more),
float32 elsewhere; a model that does not fit the main memory in float32 is taken in bfloat16 rather than refused.
A model larger than every single graphics card is spread by accelerate over all cards and the main memory, whose part
is copied to a card whenever it is its turn. Where the cards would hold too little of it to be worth that, main memory
takes it alone; where mps has too little room, main memory does, too.
"""

from __future__ import annotations

import gc
import traceback
from dataclasses import dataclass

import psutil
import torch

from engine.errors import InputRefused, OutOfMemory
from engine.models import catalogue
from engine.models.disk import in_words
from engine.sentences import say, together

DTYPES = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}
_OVERHEAD = 1.05  # buffers beside the weights
_WORKING = 256 * 2**20  # bytes for activations of a short text
_WORTH = 0.25  # of a model: less than this on the cards is not worth spreading it, unless it fits nowhere else


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


def cards() -> list[str]:
    """cuda's devices by name: "cuda:0", "cuda:1"."""
    return [f"cuda:{index}" for index in range(torch.cuda.device_count())]


def room() -> dict[int | str, int]:
    """Bytes of a model that each card, by its number, and the main memory can take, as accelerate wants to be told."""
    places: list[tuple[int | str, str]] = [*enumerate(cards()), ("cpu", "cpu")]
    return {place: max(0, free_bytes(device) - _WORKING) for place, device in places}


def needed(n_parameters: int, dtype: torch.dtype) -> int:
    """Bytes that a model of this size takes while it runs."""
    return int(n_parameters * dtype.itemsize * _OVERHEAD) + _WORKING


def choose(device: str, dtype: str, n_parameters: int) -> Choice:
    """Choose, or check what a person chose.

    Raises:
        InputRefused: the device or dtype is unknown, or not on this machine.
        OutOfMemory: it fits nowhere; the sentence says what would.
    """
    first = _device(device)
    for kind in dict.fromkeys([first, "cpu"] if device == "auto" else [first]):
        precision = _dtype(dtype, kind)
        options = [precision]
        if dtype == "auto" and precision is torch.float32:
            options.append(torch.bfloat16)
        for option in options:
            found = _placed(kind, option, needed(n_parameters, option), device == "auto")
            if found is not None:
                return found
    option = torch.bfloat16 if dtype == "auto" else _dtype(dtype, first)
    raise OutOfMemory(too_large(needed(n_parameters, option), first, option))


def _placed(device: str, dtype: torch.dtype, n_bytes: int, free_choice: bool) -> Choice | None:
    """Where a model of this size goes on a kind of device, or on the one named; None where it does not fit."""
    several = cards() if device == "cuda" else []
    if n_bytes <= free_bytes(device):
        return Choice(device, dtype)
    other = next((card for card in several if n_bytes <= free_bytes(card)), None)
    if other is not None:
        return Choice(other, dtype)
    if torch.device(device).type != "cuda":
        return None
    on_cards = sum(bytes_ for place, bytes_ in room().items() if place != "cpu")
    if free_choice and on_cards < _WORTH * n_bytes <= _WORTH * free_bytes("cpu"):
        return None  # the main memory alone is the next to be asked
    return Choice(device, dtype, spread=True) if n_bytes <= sum(room().values()) else None


def _device(asked: str) -> str:
    if asked == "auto":
        return available()[0]
    try:
        kind = torch.device(asked).type
    except RuntimeError as error:
        raise InputRefused(
            say("{asked!r} is not a device: expected auto, {available}.", asked=asked, available=", ".join(available()))
        ) from error
    if kind not in available():
        raise InputRefused(
            say(
                "This machine has no {kind} device that PyTorch can use: choose {available}.",
                kind=kind,
                available=" or ".join(available()),
            )
        )
    return asked


def _dtype(asked: str, device: str) -> torch.dtype:
    if asked in DTYPES:
        return DTYPES[asked]
    if asked != "auto":
        raise InputRefused(
            say("{asked!r} is not a precision: expected auto, {dtypes}.", asked=asked, dtypes=", ".join(DTYPES))
        )
    fast = torch.device(device).type == "cuda" and torch.cuda.get_device_capability(torch.device(device)) >= (8, 0)
    return torch.bfloat16 if fast else torch.float32


def give_back(error: BaseException | None = None) -> None:
    """Free what nobody refers to any more, on the cards, too; what a failed call had in hand goes with it."""
    if error is not None:
        traceback.clear_frames(error.__traceback__)
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    elif torch.backends.mps.is_available():
        torch.mps.empty_cache()


def smaller(dtype: str, n_parameters: int) -> list[str]:
    """Up to three models of the catalogue that are smaller than one of this size, and would fit in its place."""
    itemsize = DTYPES[dtype].itemsize
    return catalogue.that_fit(n_parameters * itemsize, itemsize)[:3]


def too_large(n_bytes: int, device: str, dtype: torch.dtype) -> str:
    """The sentence for too little memory: how much was needed, how much was free, what would fit."""
    free = free_bytes(device)
    fitting = catalogue.that_fit(free - _WORKING, dtype.itemsize)[:3]
    offer = (
        say("What would fit: {models}.", models=", ".join(fitting))
        if fitting
        else say("Close other programs and try again.")
    )
    needs = {"needed": in_words(n_bytes), "device": device, "dtype": str(dtype).removeprefix("torch.")}
    if torch.device(device).type == "cuda":
        lack = say(
            "The model needs {needed} on {device} in {dtype}, but {free} are free there, and {all} on all GPUs and in "
            "main memory together.",
            free=in_words(free),
            all=in_words(sum(room().values())),
            **needs,
        )
    else:
        lack = say(
            "The model needs {needed} on {device} in {dtype}, but {free} are free.", free=in_words(free), **needs
        )
    return together(lack, offer)
