"""Answers on their way to the window: a thread writes them to the pipe while the next token is already being computed.

The queue is bounded in bytes. A window that does not keep up therefore slows generation down to its own pace; no record
is ever dropped.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection

from engine.process.wire import Packed, pack, send
from engine.protocol import Answer

LIMIT = 32 * 2**20  # bytes waiting; one message larger than this still passes, alone


class Outbox:
    """A bounded queue of answers and the thread that sends them.

    `on_broken` is called once, when no more can be sent: the window is gone (an OSError), or whatever else came up.
    """

    def __init__(self, connection: Connection, on_broken: Callable[[BaseException], None], limit: int = LIMIT) -> None:
        self._connection = connection
        self._on_broken = on_broken
        self._limit = limit
        self._changed = threading.Condition()
        self._waiting: deque[tuple[int, Packed]] = deque()
        self._bytes = 0
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)
        self._thread.start()

    def put(self, answer: Answer, stop: Callable[[], bool] = lambda: False) -> None:
        """Send `answer`, waiting while the window is too far behind. A stop ends the wait, not the sending."""
        packed = pack(answer)
        size = sum(memoryview(part).nbytes for part in packed)
        with self._changed:
            while self._bytes and self._bytes + size > self._limit and not (stop() or self._ended):
                self._changed.wait(0.05)
            self._waiting.append((size, packed))
            self._bytes += size
            self._changed.notify_all()

    def drain(self, seconds: float) -> None:
        """Wait until everything is sent, or so long."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or not self._bytes, seconds)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: bool(self._waiting))
                size, packed = self._waiting.popleft()
            try:
                send(self._connection, packed)
            except Exception as error:  # noqa: BLE001 - a thread that ended unseen would leave the window waiting
                with self._changed:
                    self._ended = True
                    self._changed.notify_all()
                self._on_broken(error)
                return
            del packed
            with self._changed:
                self._bytes -= size
                self._changed.notify_all()
