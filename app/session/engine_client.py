"""The window's end of the engine process: starts it, sends requests, delivers answers, notices its death.

No Qt and no torch here. Answers are delivered on a reader thread, one after the other; whoever takes them may block,
and by that slows the engine down (`app.session.bridge` does so). Answers to a request that a newer one of its kind
superseded are dropped on arrival, except records: those belong to a run, carry its id, and are never lost.
"""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from engine.process.server import serve, tidy_after
from engine.process.wire import pack, receive, send
from engine.protocol import Answer, Died, Halted, Moved, Request, RunStarted, Shutdown, TokensReady, kind_key
from engine.spawn import unheard_interrupts

_PATIENCE = 0.5  # seconds given to each way of ending the process
# Answers that change the run: they are true even when the request that led to them has been superseded.
_OF_THE_RUN = (RunStarted, TokensReady, Moved, Halted)


class EngineClient:
    """One engine process at a time. Every method may be called from any thread."""

    def __init__(self, on_answer: Callable[[Answer], None]) -> None:
        self._on_answer = on_answer
        self._lock = threading.Lock()
        self._ids = itertools.count(1)
        self.oldest = 0  # the first id that this process can answer
        self._newest: dict[tuple[object, ...], int] = {}
        self._kinds: dict[int, tuple[object, ...]] = {}
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._reader: threading.Thread | None = None

    # -- life ----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the process. Returns at once; the first answer is a Progress."""
        ours, theirs = multiprocessing.get_context("spawn").Pipe()
        process = multiprocessing.get_context("spawn").Process(
            target=serve, args=(theirs,), name="orrery-engine", daemon=True
        )
        with unheard_interrupts():
            process.start()
        theirs.close()
        with self._lock:
            self._newest.clear()
            self._kinds.clear()
            self._process, self._connection = process, ours
            self._reader = threading.Thread(target=self._read, args=(process, ours), name="engine answers", daemon=True)
            self._reader.start()

    def restart(self, at_once: bool = False) -> None:
        """End the process where it still lives, and start another; a model has to be loaded again.

        `at_once`: it is not asked to end first, since it is deep in a library and would not hear that.
        """
        if at_once and self._process is not None:
            self._process.kill()
        self.close()
        self.oldest = next(self._ids)
        self.start()

    @property
    def alive(self) -> bool:
        """Whether the process is there."""
        process = self._process
        return process is not None and process.is_alive()

    @property
    def pid(self) -> int | None:
        """The process' number."""
        return None if self._process is None else self._process.pid

    def close(self) -> None:
        """End the process: asked first, then told, then killed. Within two seconds nothing of it is left."""
        with self._lock:
            process, connection = self._process, self._connection
            self._process = self._connection = None
        if process is None or connection is None:
            return
        ask = threading.Thread(target=_ask_to_end, args=(connection,), daemon=True)  # a full pipe would block
        ask.start()
        process.join(_PATIENCE)
        for end in (process.terminate, process.kill):
            if process.is_alive():
                end()
                process.join(_PATIENCE)
        connection.close()
        tidy_after(process.pid)
        reader = self._reader
        if reader is not None and reader is not threading.current_thread():
            reader.join(_PATIENCE)

    # -- requests ------------------------------------------------------------------------------------------------

    def send(self, kind: type[Request], /, **values: Any) -> int:
        """Send a request, `send(Generate, n_tokens=5)`, and return its id. It supersedes older ones of its kind.

        Where the process has gone the request is lost; that it died has been told.
        """
        with self._lock:
            request = kind(next(self._ids), **values)
            key = kind_key(request)
            self._newest[key] = request.id
            self._kinds[request.id] = key
            connection = self._connection
            if connection is not None:
                with contextlib.suppress(OSError):
                    send(connection, pack(request))
        return request.id

    def superseded(self, request_id: int) -> bool:
        """Whether a newer request of the same kind was sent."""
        key = self._kinds.get(request_id)
        return key is not None and self._newest[key] != request_id

    # -- answers -------------------------------------------------------------------------------------------------

    def _read(self, process: BaseProcess, connection: Connection) -> None:
        while True:
            try:
                answer: Answer = receive(connection)
            except (EOFError, OSError):
                break
            if isinstance(answer, _OF_THE_RUN) or not self.superseded(answer.request_id):
                self._on_answer(answer)
        with self._lock:
            expected = self._process is not process
            if not expected:
                self._process = self._connection = None
        if not expected:
            process.join(2 * _PATIENCE)
            code = process.exitcode
            connection.close()
            tidy_after(process.pid)
            self._on_answer(Died(0, in_words(code), code))


def _ask_to_end(connection: Connection) -> None:
    with contextlib.suppress(OSError, ValueError):
        send(connection, pack(Shutdown(0)))


def in_words(code: int | None) -> str:
    """What an exit code of the engine means to a person."""
    kept = "The run so far is kept; restart the engine to go on."
    if code == -signal.SIGKILL:
        return f"The engine was killed from outside, most often by the system because memory ran out. {kept}"
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"The engine ended by itself (signal {signal.Signals(-code).name}). {kept}"
    return f"The engine ended by itself (exit status {'unknown' if code is None else code}). {kept}"
