"""Failures in the Rust half of a library (tokenizers, safetensors) that are not what they would be in Python.

A broken assumption in Rust arrives as `pyo3_runtime.PanicException`, which derives from `BaseException`, so that
`except Exception` lets it by and it ends the thread it meets. A damaged tokenizer.json is enough for one: one whose
normalizer holds a table that cannot be parsed, for instance. The class cannot be imported; each library has its own.
And what the system refuses (a full disk) arrives as the library's own error, which has the system's number in its words
only.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def raised_as(make: Callable[[str], Exception]) -> Iterator[None]:
    """While open, a panic becomes the exception that `make` makes of what it says."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise make(str(error)) from error


_PANICKED = re.compile(rb"\n?thread '[^'\n]*'[^\n]* panicked at ")
_alone = threading.RLock()  # there is one standard error for all threads


@contextmanager
def unprinted() -> Iterator[None]:
    """While open, what Rust itself writes to standard error of a panic is kept from there: it is said otherwise.

    For short calls: what others write meanwhile comes when it closes.
    """
    with _alone, tempfile.TemporaryFile() as written:
        if sys.stderr is not None:
            sys.stderr.flush()
        try:
            kept = os.dup(2)
        except OSError:  # there is none
            yield
            return
        os.dup2(written.fileno(), 2)
        try:
            yield
        finally:
            if sys.stderr is not None:
                sys.stderr.flush()
            os.dup2(kept, 2)
            os.close(kept)
            written.seek(0)
            os.write(2, _PANICKED.split(written.read(), maxsplit=1)[0])


def system_error(error: BaseException) -> OSError | None:
    """What the system refused, as Python would have raised it: "… (os error 28)" is Rust's way to say so. None: not."""
    found = re.search(r"\(os error (\d{1,5})\)", str(error))
    return None if found is None else OSError(int(found[1]), os.strerror(int(found[1])))
