"""Places states in a layout a few at a time, so that it can be told how far it is, and stopped."""

from __future__ import annotations

import numpy as np

from engine.capture.normed import as_shown
from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.records import F32, Placed, Space
from engine.sentences import say

AT_ONCE = 16


class Placing:
    """Into the layout with a key, of a space of states."""

    def __init__(self, bench: Workbench, space: Space, layout_key: str) -> None:
        self._bench, self._space, self._key = bench, space, layout_key

    def shown(self, states: F32) -> F32:
        """[n, D] states as the model has them, as the space shows them."""
        return as_shown(self._bench.anatomy, states, self._space.layer)

    def place(self, vectors: F32, doing: str = say("Placing further paths on the map")) -> Placed:
        """n places of [n, D] vectors as the space shows them.

        Raises:
            InputRefused: the map or its layout is there no more. Stopped: a stop was asked for.
        """
        parts = []
        for low in range(0, max(len(vectors), 1), AT_ONCE):
            if self._bench.stop():
                raise Stopped
            self._bench.progress(doing, low, len(vectors))
            found = self._bench.place_into(self._space, self._key, vectors[low : low + AT_ONCE])
            if found is None:
                raise InputRefused(say("The layout of this map is there no more. Choose the map or its layout again."))
            parts.append(found)
        columns = ("points3", "points2", "kept3", "kept2", "left_out")
        return Placed(self._key, *(np.concatenate([getattr(part, name) for part in parts]) for name in columns))
