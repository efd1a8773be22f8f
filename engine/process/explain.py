"""From an exception to what a person reads."""

from __future__ import annotations

import re
import traceback

from engine.errors import OrreryError, OutOfMemory
from engine.protocol import Failed
from engine.sentences import say, together
from engine.shortage import is_out_of_memory

_BYTES = re.compile(r"(?:allocate|needs?) (\d[\d.]*) ?(bytes|[KMGT]i?B)")


def failed(request_id: int, error: BaseException, left: str = "") -> Failed:
    """The answer to a request that ended in `error`: its own sentence, or that the program is at fault.

    `left` is said of a lack of memory: what is free now, and what would fit there.
    """
    detail = "".join(traceback.format_exception(error))
    if isinstance(error, OrreryError):
        return Failed(request_id, type(error).__name__, str(error), detail)
    if is_out_of_memory(error):
        return Failed(request_id, OutOfMemory.__name__, _memory_sentence(error, left), detail)
    first = (str(error).splitlines() or [""])[0][:300]
    return Failed(
        request_id,
        "Fault",
        say(
            "Something went wrong inside Orrery ({kind}: {error}). The run so far is kept; the details say more.",
            kind=type(error).__name__,
            error=first,
        ),
        detail,
    )


def _memory_sentence(error: BaseException, left: str) -> str:
    found = _BYTES.search(str(error))
    needed = say("more memory") if found is None else _in_words(found[1], found[2])
    return together(
        say("The device has too little memory for this: {needed} at once was refused.", needed=needed),
        left,
        say("A shorter prompt, a smaller model, or bfloat16 instead of float32 needs less; the run so far is kept."),
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
