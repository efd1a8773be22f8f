"""The branch that is compared with the current one, on the map: its tokens from the last one that both share."""

from __future__ import annotations

from dataclasses import dataclass

from engine.run import Run
from viz.branches import Compared
from viz.map.data.path import NO_PATH, Path, path_of
from viz.map.data.places import Places


@dataclass(frozen=True, eq=False)
class Beside:
    """The second path. Its first point is where both part, where that has a place."""

    path: Path
    shared: int  # how many of its points are the current path's too: 1, or 0 where the last shared token has no place
    n_missing: int  # tokens of it that have no place on this map
    name: str
    current_name: str

    def __len__(self) -> int:
        return len(self.path)


NO_BESIDE = Beside(NO_PATH, 0, 0, "", "")


def beside_on(run: Run, places: Places, compared: Compared | None) -> Beside:
    """The second path of a comparison."""
    if compared is None:
        return NO_BESIDE
    nodes = compared.nodes[max(compared.fork - 1, 0) :].tolist()
    path = path_of(run, places, nodes)
    shared = int(compared.fork > 0 and len(path) > 0 and int(path.nodes[0]) == nodes[0])
    return Beside(path, shared, len(compared.own) - (len(path) - shared), compared.name, compared.current_name)


def own_rows(beside: Beside) -> slice:
    """The rows of its path that the current one does not have."""
    return slice(beside.shared, len(beside))
