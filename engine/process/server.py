"""The engine process' main: life at once, then torch.

The first answer leaves before torch is imported, so the window knows within a tenth of a second that the process is
there. A reader thread takes requests off the pipe whatever the working thread is doing; when the pipe ends, so does
the process, in the midst of whatever it does: no engine outlives its window.
"""

from __future__ import annotations

import importlib
import os
import signal
import threading
from multiprocessing.connection import Connection
from pathlib import Path

from engine.process.mailbox import Mailbox
from engine.process.outbox import Outbox
from engine.process.wire import receive
from engine.protocol import Progress, Request, Shutdown


def serve(connection: Connection) -> None:
    """Answer the requests that come through `connection` until it ends or Shutdown comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the window's to handle
    _name_process("orrery-engine")
    mailbox = Mailbox()
    outbox = Outbox(connection, on_broken=lambda: os._exit(0))
    outbox.put(Progress(0, "Starting the engine", 0, 0))
    threading.Thread(target=_read, args=(connection, mailbox), name="inbox", daemon=True).start()
    _be_quiet()
    worker = importlib.import_module("engine.process.worker")  # imports torch: the window imports this file, not that
    worker.Worker(mailbox, outbox).run()


def tidy_after(pid: int | None) -> None:
    """For whoever started the process: give back the shared memory that it had no time to give back itself.

    It would stay until the system is started anew.
    """
    from engine.maps.shared import block_name, discard  # whoever starts a process does not wait for it

    if pid is not None:
        discard(block_name(pid))


def _read(connection: Connection, mailbox: Mailbox) -> None:
    try:
        while True:
            request: Request = receive(connection)
            if isinstance(request, Shutdown):
                break
            mailbox.put(request)
    except (EOFError, OSError):
        pass  # the window is gone
    mailbox.end()
    os._exit(0)


def _be_quiet() -> None:
    """No bars and warnings of libraries on the terminal of whoever started Orrery: progress is told in answers."""
    os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
    os.environ["TRANSFORMERS_VERBOSITY"] = "error"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    os.environ["RUST_BACKTRACE"] = "0"
    importlib.import_module("transformers.utils.logging").disable_progress_bar()


def _name_process(name: str) -> None:
    """Show `name` in process lists, where the system has a place for it."""
    place = Path("/proc/self/comm")
    if place.exists():
        place.write_text(name[:15])
