"""An engine process with one of several troubles, as a file that the environment names says when the process starts.

"deaf": a prompt is read for five seconds in which nobody looks whether to stop. "lost": the third request cannot be
taken in for want of memory. "unsent": neither can the second answer be sent. "spread": a model is spread over the main
memory and the disk.
"""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from engine.process import outbox, server
from engine.protocol import Progress

WHERE = "ORRERY_TEST_TROUBLE"
DEAF_FOR = 5.0  # seconds


def serve(connection: Connection) -> None:
    """The engine process' main, with its trouble."""
    _TROUBLES[Path(os.environ[WHERE]).read_text()]()
    server.serve(connection)


def _deaf() -> None:
    from engine.process.run_service import RunService

    read = RunService.new

    def slowly(self: Any, request: Any) -> None:
        self._say(Progress(request.id, "Hearing nothing", 0, 0))
        time.sleep(DEAF_FOR)
        read(self, request)

    RunService.new = slowly  # type: ignore[method-assign]


def _lost() -> None:
    server.receive = _failing_at(3, server.receive)  # type: ignore[attr-defined]


def _unsent() -> None:
    outbox.send = _failing_at(2, outbox.send)  # type: ignore[attr-defined]


def _failing_at(call: int, function: Any) -> Any:
    calls = 0

    def short(*args: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == call:
            raise MemoryError
        return function(*args)

    return short


def _spread() -> None:
    import torch

    from engine.models import device

    device.choose = lambda *_: device.Choice("cpu", torch.float32, spread=True)
    device.room = lambda: {"cpu": 0}


_TROUBLES = {"deaf": _deaf, "lost": _lost, "unsent": _unsent, "spread": _spread}


def prepared(monkeypatch: pytest.MonkeyPatch, folder: Path, trouble: str) -> None:
    """From now on engine processes have this trouble."""
    where = folder / "trouble"
    where.write_text(trouble)
    monkeypatch.setenv(WHERE, str(where))
    monkeypatch.setattr("app.session.engine_client.serve", serve)
