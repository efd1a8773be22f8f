"""How one picture of the map is taken."""

from __future__ import annotations

from dataclasses import dataclass

from viz.camera import Camera


@dataclass(frozen=True)
class Shot:
    """One picture's circumstances."""

    camera: Camera
    width: int  # physical pixels
    height: int
    scale: float  # physical pixels of a logical one
    mix: float = 1.0  # of the way from the layout before to this one
    now: float = 1e6  # how much of the path has appeared
    transparent: bool = False
    share: float = 1.0  # of the points that are drawn
    hurried: bool = False  # in a movement: what is soft may come a picture or two late
    keep: bool = False  # the background for the next picture, which may see it from the same place
    lines: bool = True  # False: the background alone, where path and fans are written as vectors
