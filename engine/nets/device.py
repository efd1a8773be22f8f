"""Where a net is trained: the device, its memory, and how many threads a tiny net is fastest with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch

from engine.errors import InputRefused, OutOfMemory
from engine.sentences import say


def choose_device(wanted: str = "auto") -> str:
    """The device to train on. Raises InputRefused where it is not there."""
    there = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if wanted == "auto":
        return next(name for name in ("cuda", "mps", "cpu") if there[name])
    if not there.get(wanted.partition(":")[0], False):
        raise InputRefused(
            say(
                "Device {wanted!r} is not there; this machine has {names}. Choose one of them, or auto.",
                wanted=wanted,
                names=", ".join(n for n in there if there[n]),
            )
        )
    return wanted


@contextmanager
def batch_fits(device: str, batch: int) -> Iterator[None]:
    """Raises OutOfMemory with a sentence where the device has too little memory for what is done meanwhile."""
    try:
        yield
    except torch.OutOfMemoryError as error:
        raise OutOfMemory(
            say(
                "{device} has too little memory for {batch} examples at once. Train with a smaller batch.",
                device=device,
                batch=batch,
            )
        ) from error


@contextmanager
def one_thread() -> Iterator[None]:
    """Torch's threads spin on tiny tensors: one is faster."""
    before = torch.get_num_threads()
    if before == 1:
        yield
        return
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
