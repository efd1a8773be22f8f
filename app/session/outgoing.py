"""Requests on their way to the engine: a thread writes them, so that the window never waits for a full pipe.

An engine that is stopped, or deep in a call that hears nothing, takes nothing out of its pipe; a layout is a megabyte
and fills it at once. The order stays that in which they were put in.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection

from engine.process.wire import Packed, send


class Outgoing:
    """A queue and the thread that empties it. `on_lost` is called once where a message could not be written though
    the other end is there."""

    def __init__(self, connection: Connection, on_lost: Callable[[Exception], None]) -> None:
        self._connection = connection
        self._on_lost = on_lost
        self._waiting: queue.SimpleQueue[Packed | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="engine requests", daemon=True)
        self._thread.start()

    def put(self, packed: Packed) -> None:
        """Send this after all before it. Where the other end has gone it is lost."""
        self._waiting.put(packed)

    def close(self, patience: float) -> None:
        """End the thread, once the other end has gone."""
        self._waiting.put(None)
        if threading.current_thread() is not self._thread:
            self._thread.join(patience)

    def _run(self) -> None:
        while (packed := self._waiting.get()) is not None:
            try:
                send(self._connection, packed)
            except (OSError, ValueError):
                return  # it has gone, which the reader tells
            except Exception as error:  # noqa: BLE001 - half a message was written: nothing after it can be understood
                self._on_lost(error)
                return
