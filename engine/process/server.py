"""The engine process' main: life at once, then torch.

The first answer leaves before torch is imported, so the window knows within a tenth of a second that the process is
there. A reader thread takes requests off the pipe whatever the working thread is doing; when the pipe ends, so does
the process, in the midst of whatever it does: no engine outlives its window.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import threading
from multiprocessing.connection import Connection
from pathlib import Path

from engine import spilling
from engine.process.mailbox import Mailbox
from engine.process.outbox import Outbox
from engine.process.wire import receive
from engine.protocol import Alive, Died, Ping, Progress, Request, Shutdown
from engine.sentences import say

_PATIENCE = 5.0  # seconds in which the window may hear why there will be no engine
MESSAGES_LOST = 74  # exit status of an engine that could not take in or send a message, for want of memory as a rule


def serve(connection: Connection) -> None:
    """Answer the requests that come through `connection` until it ends or Shutdown comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the window's to handle
    _name_process("orrery-engine")
    mailbox = Mailbox()
    outbox = Outbox(connection, on_broken=lambda error: _end(mailbox, error))
    mailbox.on_end(lambda: spilling.clear(os.getpid()))
    outbox.put(Progress(0, say("Starting the engine"), 0, 0))
    threading.Thread(target=_read, args=(connection, mailbox, outbox), name="inbox", daemon=True).start()
    try:
        _be_quiet()
        worker = importlib.import_module("engine.process.worker")  # with torch, so the window imports this file only
    except (AttributeError, ImportError) as error:
        outbox.put(Died(0, _not_started(error), None))
        outbox.drain(_PATIENCE)
        mailbox.end()
        return
    try:
        worker.Worker(mailbox, outbox).run()
    finally:
        mailbox.end()


def _not_started(error: AttributeError | ImportError) -> str:
    """Why the engine cannot be: libraries are missing, or others than it was made with. Raises its own faults."""
    from engine.libraries.changed import changed, not_imported

    why = not_imported(error) if isinstance(error, ImportError) else changed("transformers", error)
    return say("The engine could not start. {why}", why=why)


def tidy_after(pid: int | None) -> None:
    """For whoever started the process: give back what it had no time to give back itself.

    Its shared memory would stay until the system is started anew, and weights that it spilled on the disk for good.
    """
    from engine.maps.shared import block_name, discard  # whoever starts a process does not wait for it

    if pid is not None:
        discard(block_name(pid))
        spilling.clear(pid)


def _read(connection: Connection, mailbox: Mailbox, outbox: Outbox) -> None:
    try:
        while True:
            request: Request = receive(connection)
            if isinstance(request, Shutdown):
                break
            if isinstance(request, Ping):
                outbox.put(Alive(request.id, mailbox.unheeded()), stop=lambda: True)  # a full pipe makes nobody deaf
            else:
                mailbox.put(request)
        _end(mailbox, None)
    except BaseException as error:  # noqa: BLE001 - an engine that hears nothing any more must not live on
        _end(mailbox, error)


def _end(mailbox: Mailbox, error: BaseException | None) -> None:
    """End the process: well, where the window is gone, and with a status of its own where messages were lost."""
    with contextlib.suppress(Exception):
        mailbox.end()
    os._exit(0 if error is None or isinstance(error, EOFError | OSError) else MESSAGES_LOST)


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
