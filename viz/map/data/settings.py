"""The map's options as its frame uses them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """Each by its name in `viz.map.choices`; `flat` is its dimensions, `still` the person's wish for no motion."""

    flat: bool = False
    colour: str = "kind"
    fans: str = "current"
    fan_k: int = 10
    fan_cutoff: float = 0.01
    follow: bool = False
    turntable: bool = False
    still: bool = False
    fade: bool = False
    landmarks: bool = True
    path_labels: bool = True
    branches: bool = True
    glow: bool = True
    point_size: float = 1.0
    label_size: float = 1.0
    way: bool = False  # the trajectory through the layers
