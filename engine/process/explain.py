"""From an exception to what a person reads."""

from __future__ import annotations

import re
import traceback

from engine.errors import OrreryError, OutOfMemory
from engine.protocol import Failed

_BYTES = re.compile(r"(?:allocate|needs?) (\d[\d.]*) ?(bytes|[KMGT]i?B)")


def failed(request_id: int, error: BaseException) -> Failed:
    """The answer to a request that ended in `error`: its own sentence, or that the program is at fault."""
    detail = "".join(traceback.format_exception(error))
    if isinstance(error, OrreryError):
        return Failed(request_id, type(error).__name__, str(error), detail)
    if is_out_of_memory(error):
        return Failed(request_id, OutOfMemory.__name__, _memory_sentence(error), detail)
    first = (str(error).splitlines() or [""])[0][:300]
    return Failed(
        request_id,
        "Fault",
        f"Something went wrong inside Orrery ({type(error).__name__}: {first}). The run so far is kept; the details "
        "say more.",
        detail,
    )


def is_out_of_memory(error: BaseException) -> bool:
    """Whether the device or the machine refused memory: CUDA's own class, or torch's plain RuntimeError on the CPU."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    said = str(error).lower()
    return isinstance(error, RuntimeError) and ("can't allocate memory" in said or "out of memory" in said)


def _memory_sentence(error: BaseException) -> str:
    found = _BYTES.search(str(error))
    needed = "more memory" if found is None else _in_words(found[1], found[2])
    return (
        f"The device has too little memory for this: {needed} at once was refused. A shorter prompt, a smaller model, "
        "or bfloat16 instead of float32 needs less; the run so far is kept."
    )


def _in_words(number: str, unit: str) -> str:
    if unit != "bytes":
        return f"{number} {unit}"
    size = float(number)
    for name in ("bytes", "KiB", "MiB"):
        if size < 1024:
            return f"{size:.4g} {name}"
        size /= 1024
    return f"{size:.4g} GiB"
