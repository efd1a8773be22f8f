"""The map's options as its frame uses them."""

from __future__ import annotations

from dataclasses import dataclass

from viz.map.data.clusters import AUTO
from viz.map.data.path_line import AGE, LONG, TOKENS
from viz.map.data.second import ONE


@dataclass(frozen=True)
class Settings:
    """Each by its name in `viz.map.choices`; `flat` is its dimensions, `still` the person's wish for no motion."""

    flat: bool = False
    second: str = ONE  # the algorithm of a second layout that is shown beside the first
    linked: bool = True  # the two are looked at from the same side
    colour: str = "kind"
    loss_k: str = "15"  # neighbours that count where the colours show what the picture loses
    fans: str = "current"
    fan_k: int = 10
    fan_cutoff: float = 0.01
    fan_drawn: bool = False  # rays as likely as their tokens are to be drawn, by temperature, penalty and filters
    ahead: bool = False
    ahead_share: float = 0.6
    ahead_depth: int = 3
    ahead_k: int = 10
    ahead_most: int = 24
    follow: bool = False
    turntable: bool = False
    still: bool = False
    fade: str = LONG
    path_line: str = TOKENS
    path_window: int = 12  # tokens of a running mean
    path_colour: str = AGE
    last_n: int = 0  # tokens of the path that are shown, 0: all
    landmarks: bool = True
    path_labels: bool = True
    branches: bool = True
    quiet: str = "hidden states"  # where the background beside the path is quiet: there, in "all spaces", "nowhere"
    glow: bool = True
    point_size: float = 1.0
    label_size: float = 1.0
    cluster_level: str = AUTO
    density: bool = False  # lines around the densest points, as they are seen
    true_lines: bool = False  # from the point pointed at or selected to its true neighbours
    way: bool = False  # the trajectory through the layers
    table_fan: int = 0  # words of the table whose fan stands beside the model's, 0: none
