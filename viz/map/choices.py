"""What a person can choose about the map. Texts are translated under the view's class name."""

from __future__ import annotations

from typing import Final

from viz.map.data.colouring import CHOICES
from viz.ui_state import Option

OPTIONS: Final[tuple[Option, ...]] = (
    Option("dimensions", "Dimensions", "choice", "3D", choices=("3D", "2D"), tip="Look at the map in space or flat"),
    Option("colour", "Colour", "choice", "kind", choices=CHOICES, tip="What the colours of the points mean"),
    Option("fans", "Fans", "choice", "current", choices=("current", "all", "none"), tip="Rays to the likeliest tokens"),
    Option("fan_k", "Rays", "integer", 10, low=1, high=50, tip="How many candidates a fan shows"),
    Option("follow", "Follow", "switch", False, tip="The camera goes with the current point"),
    Option("fan_cutoff", "Least probability of a ray", "number", 0.005, low=0.0, high=0.5, step=0.005, in_bar=False),
    Option("turntable", "Turntable", "switch", False, tip="Turn the map slowly", in_bar=False),
    Option("fade", "Fade older tokens", "switch", False, in_bar=False),
    Option("landmarks", "Names of regions", "switch", True, in_bar=False),
    Option("path_labels", "Names along the path", "switch", True, in_bar=False),
    Option("branches", "Abandoned branches", "switch", True, in_bar=False),
    Option(
        "way",
        "Way through the layers",
        "switch",
        False,
        tip="The state of the token looked at after each block, as a second path",
        in_bar=False,
    ),
    Option("glow", "Nebula", "switch", True, in_bar=False),
    Option("point_size", "Size of points", "number", 1.0, low=0.3, high=4.0, step=0.1, in_bar=False),
    Option("label_size", "Size of labels", "number", 1.0, low=0.6, high=2.5, step=0.1, in_bar=False),
)
