"""What the map asks of the engine, each thing once: all probabilities after a node, and the true ends of its fans."""

from __future__ import annotations

from engine.records import Space
from viz.intents import AskDistribution, AskFan, AskLab, Intent
from viz.map.data.frame import MapFrame

FanKey = tuple[int, int, Space, str, int]  # run, node, space, layout, rays


class Asking:
    """Remembers what has been asked for."""

    def __init__(self) -> None:
        self._asked: set[object] = set()
        self._fan: FanKey | None = None

    def of(self, frame: MapFrame) -> list[Intent]:
        """What this frame wants, the run does not have, and has not been asked for yet."""
        wanted: list[Intent] = []
        if frame.wants_distribution and ("p", frame.run_id, frame.node) not in self._asked:
            self._asked.add(("p", frame.run_id, frame.node))
            wanted.append(AskDistribution(frame.node))
        if frame.trajectory.question is not None:
            wanted.append(AskLab(frame.trajectory.question))
        return wanted + self._fans(frame)

    def _fans(self, frame: MapFrame) -> list[Intent]:
        """One fan at a time, the current one first: a newer request would supersede an older one."""
        layout = frame.layout.key if frame.layout is not None else ""
        if self._fan is not None and self._fan[1] in frame.wanted_fans and self._fan[3] == layout:
            if frame.node not in frame.wanted_fans or self._fan[1] == frame.node:
                return []  # still under way, and nothing is more urgent
            self._asked.discard(self._fan)
        for node in sorted(frame.wanted_fans, key=lambda node: (node != frame.node, -node)):
            key = (frame.run_id, node, frame.space, layout, frame.settings.fan_k)
            if key not in self._asked:
                self._asked.add(key)
                self._fan = key
                return [AskFan(frame.space, node, frame.settings.fan_k)]
        return []
