"""An engine process in which a card runs out of memory when the test says so.

The test puts a file where the environment says; as long as it is there, the second block's feed-forward part of a
llama of two raises what CUDA raises (or any block's, or what reads the weights, as the file says). So the fault comes
in the midst of a forward, when the first block's keys have grown already.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from engine.process import server

WHERE = "ORRERY_TEST_FAULT"
SAID = "CUDA out of memory. Tried to allocate 20.00 GiB. GPU 0 has a total capacity of 24.00 GiB."


def serve(connection: Connection) -> None:
    """The engine process' main, with the faults in place."""
    import torch
    from transformers import AutoModelForCausalLM
    from transformers.models.llama.modeling_llama import LlamaMLP

    where = Path(os.environ[WHERE])
    feed_forward, read = LlamaMLP.forward, AutoModelForCausalLM.from_pretrained
    calls = 0

    def failing(self: Any, states: Any) -> Any:
        nonlocal calls
        calls += 1
        what = where.read_text() if where.exists() else ""
        if what == "block" or (what == "forward" and calls % 2 == 0):
            raise torch.OutOfMemoryError(SAID)
        return feed_forward(self, states)  # type: ignore[no-untyped-call]

    def failing_to_read(*args: Any, **kwargs: Any) -> Any:
        if where.exists() and where.read_text() == "load":
            raise torch.OutOfMemoryError(SAID)
        return read(*args, **kwargs)

    LlamaMLP.forward = failing  # type: ignore[method-assign]
    AutoModelForCausalLM.from_pretrained = failing_to_read  # type: ignore[method-assign]
    server.serve(connection)


class Faults:
    """Whether memory is short."""

    def __init__(self, where: Path) -> None:
        self._where = where

    @contextmanager
    def during(self, what: str) -> Iterator[None]:
        """Memory is short for "forward", a single "block" or a "load" while this lasts."""
        self._where.write_text(what)
        try:
            yield
        finally:
            self._where.unlink()


def prepared(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Faults:
    """From now on engine processes can be short of memory."""
    where = folder / "fault"
    monkeypatch.setenv(WHERE, str(where))
    monkeypatch.setattr("app.session.engine_client.serve", serve)
    return Faults(where)
