"""Telling a lack of memory from other errors. torch's is a RuntimeError, which much else is, too."""

from __future__ import annotations


def is_out_of_memory(error: BaseException) -> bool:
    """Whether the device or the machine refused memory: CUDA's own class, or torch's plain RuntimeError on the CPU."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    said = str(error).lower()
    return isinstance(error, RuntimeError) and ("can't allocate memory" in said or "out of memory" in said)


def pass_on(error: BaseException) -> None:
    """Raise `error` again where it is a lack of memory: that says nothing of what a model can do."""
    if is_out_of_memory(error):
        raise error
