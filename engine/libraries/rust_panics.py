"""Failures in the Rust half of a library (tokenizers, safetensors) that are no `Exception` in Python.

A broken assumption in Rust arrives as `pyo3_runtime.PanicException`, which derives from `BaseException`, so that
`except Exception` lets it by and it ends the thread it meets. A damaged tokenizer.json is enough for one: one whose
normalizer holds a table that cannot be parsed, for instance. The class cannot be imported; each library has its own.
"""

from __future__ import annotations

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
