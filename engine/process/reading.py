"""The reading of a text, window by window: one that was stopped goes on where it was.

The states of all layers come from one run, so a reading serves whichever layer is asked for: also the next one that is
chosen while it is under way. Up to `IN_MEMORY` bytes are held in memory, more in a file without a name in the cache's
folder, which the system takes back when this process ends however it ends; where the disk has no room for that, nothing
is held, and each layer costs a run.
"""

from __future__ import annotations

import math
import shutil
import tempfile
from collections.abc import Callable

import numpy as np

from engine.folders import cache_folder, made
from engine.records import F32, I32

IN_MEMORY = 512 * 2**20  # bytes of states held; more go to a file
ON_DISK = 16 * 2**30  # bytes of that file at most, and half of what is free

Forward = Callable[[I32], tuple[F32, F32]]  # ids [t] -> states of all layers [t, L+1, D], surprisal [t] in bits


class Reading:
    """What has been read of one text. `layers` [L+1, N, D] is None where there is no room."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.layers: F32 | None = None
        self.seconds = 0.0  # taken until it was stopped
        self._windows: list[tuple[I32, F32]] = []  # ids [t] and surprisal [t] of each that was read
        self._at = self._start = 0  # the window that is next, and its first token
        self.known = 0  # tokens that were read before this time

    def begin(self, shape: tuple[int, int, int]) -> None:
        """Go through the text from its beginning; all of it is [L+1, N, D]."""
        self._at = self._start = 0
        if self.layers is None or self.layers.shape != shape:
            self.layers = room_for(shape)
            self._windows, self.seconds = [], 0.0
        self.known = sum(len(ids) for ids, _ in self._windows)

    def read(self, ids: I32, row: int, forward: Forward) -> tuple[F32, F32]:
        """The next window's states after one layer [t, D], and surprisal [t]; run only where it was not read before."""
        here = slice(self._start, self._start + len(ids))
        if self.layers is not None and self._knows(ids):
            states, surprisal = np.array(self.layers[row, here]), self._windows[self._at][1]
        else:
            resid, surprisal = forward(ids)
            states = np.ascontiguousarray(resid[:, row])
            del self._windows[self._at :]
            if self.layers is not None:
                self.layers[:, here] = resid.transpose(1, 0, 2)
                self._windows.append((ids, surprisal))
        self._at, self._start = self._at + 1, here.stop
        return states, surprisal

    def _knows(self, ids: I32) -> bool:
        """Whether the next window was read, and the text has not changed since."""
        return self._at < len(self._windows) and np.array_equal(self._windows[self._at][0], ids)


def room_for(shape: tuple[int, int, int]) -> F32 | None:
    """An array [L+1, N, D] in memory or in a file, None where there is no room for it."""
    size = math.prod(shape) * 4
    if size <= IN_MEMORY:
        return np.empty(shape, np.float32)
    try:
        folder = made(cache_folder())
        if size > min(ON_DISK, shutil.disk_usage(folder).free // 2):
            return None
        with tempfile.TemporaryFile(dir=folder) as file:
            return np.memmap(file, np.float32, "w+", shape=shape)  # holds the file open by itself
    except Exception:  # noqa: BLE001 - whatever a disk meets: each layer then costs a run
        return None
