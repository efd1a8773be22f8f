"""One program at a time fetches or expands a model: a second one waits, and then finds it there.

Without this, two programs that fetch the same model write to the same partial file, and one of them finds it gone. The
lock is a file beside the models, which the system lets go of when its owner ends, however it ends.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from filelock import FileLock, Timeout

from engine import folders
from engine.models import store
from engine.models.words import Progress, Stop, check
from engine.sentences import say

_LOOK_EVERY = 0.1  # seconds between two looks whether it is free, and whether a person asked for the end


@contextlib.contextmanager
def alone(name: str, progress: Progress, stop: Stop) -> Iterator[None]:
    """Hold the lock on the model `name`.

    Raises:
        DiskProblem: the cache cannot be written to. Stopped: a person asked for the end while another held it.
    """
    lock = FileLock(folders.models_folder() / f".{store.slug(name)}.lock")
    waiting = False
    while True:
        check(stop)
        try:
            lock.acquire(timeout=_LOOK_EVERY)
            break
        except Timeout:
            if not waiting:
                progress(say("Waiting for another program that fetches {name}", name=name), 0, 0)
            waiting = True
        except NotImplementedError:
            break  # a file system without locks
    try:
        yield
    finally:
        lock.release()
