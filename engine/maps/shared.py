"""Vectors in shared memory, so that 100 MB of them reach the mapper without a copy through a pipe.

Exactly one process owns a block: the one that made it, which also unlinks it. Others attach for as long as they read.
On Python before 3.13 attaching registers with the resource tracker as well; all of Orrery's processes are spawned from
one and share its tracker, where a name counts once, so the owner's unlink settles it. If an owner ends without that
(killed, or in the midst of making the block), whoever started it calls `discard(block_name(pid))`: the name follows
from the owner's process number, so that nobody has to have been told it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.shared_memory import SharedMemory
from typing import Self

import numpy as np

from engine.errors import MapProblem
from engine.libraries.multiprocessing_inside import close_when_possible
from engine.records import F32, Frozen
from engine.sentences import say


@dataclass(frozen=True)
class SharedVectors(Frozen):
    """Where float32 vectors [n, d] lie: the name of a shared memory block and their shape."""

    name: str
    n: int
    d: int


def block_name(pid: int) -> str:
    """The name of the one block that the process `pid` keeps for others."""
    return f"orrery-{pid}"


class SharedBlock:
    """An owned block holding a copy of `vectors` [n, d]; it lives until `close`.

    Without a `name` it has one of its own; a block of the same name that a process of another day left is replaced.
    `more` gives as many further vectors of the same shape as `count` says besides the first, which lie behind them.
    """

    def __init__(self, vectors: F32, name: str | None = None, more: Iterable[F32] = (), count: int = 1) -> None:
        rows, d = vectors.shape
        n = rows * count
        if name is not None:
            discard(name)
        try:
            self._memory: SharedMemory | None = SharedMemory(name=name, create=True, size=max(1, n * d * 4))
        except OSError as error:
            raise MapProblem(
                say(
                    "Fitting this map needs {size:.0f} MiB of shared memory, but the system refused ({why}). Close "
                    "other programs, or enlarge /dev/shm.",
                    size=n * d * 4 / 2**20,
                    why=error.strerror or error,
                )
            ) from error
        self.where = SharedVectors(self._memory.name, n, d)
        try:
            whole = np.ndarray((count, rows, d), np.float32, self._memory.buf)
            for at, part in enumerate(itertools.chain([vectors], more)):
                whole[at] = part
            del whole
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Release the memory. May be called again."""
        memory, self._memory = self._memory, None
        if memory is not None:
            memory.close()
            _unlink(memory)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def attached(where: SharedVectors) -> Iterator[F32]:
    """The vectors [n, d] of another process' block, read-only; not to be kept past the `with`.

    Raises:
        MapProblem: the block is gone.
    """
    try:
        memory = SharedMemory(name=where.name)
    except (OSError, ValueError) as error:
        raise MapProblem(say("The vectors to be mapped are no longer shared. Open the space again.")) from error
    vectors = np.ndarray((where.n, where.d), np.float32, memory.buf)
    vectors.flags.writeable = False
    try:
        yield vectors
    finally:
        del vectors
        close_when_possible(memory)


def discard(name: str) -> None:
    """Unlink a block whose owner was killed. Nothing happens where it is gone already."""
    try:
        memory = SharedMemory(name=name)
    except (OSError, ValueError):
        return
    memory.close()
    _unlink(memory)


def _unlink(memory: SharedMemory) -> None:
    try:
        memory.unlink()
    except FileNotFoundError:
        return
