"""What is said of the four pictures of the states, from the numbers that are drawn."""

from __future__ import annotations

from engine.labs.hello_bye.records import HelloByeFound
from viz.labs.hello_bye import labels
from viz.labs.hello_bye.states_frame import Alike, MapPath, PlanePath


def said_alike(found: HelloByeFound, alike: Alike) -> str:
    """Of the cosines and their course through the blocks."""
    return labels.likeness(found, list(alike.means), alike.layer)


def said_on_map(found: HelloByeFound, path: MapPath) -> str:
    """Of the path on the map."""
    if path.of_states:
        return labels.on_state_map(found, path.points)
    return labels.on_map(found, path.points, path.frame[2])


def said_in_plane(found: HelloByeFound, path: PlanePath) -> str:
    """Of the path in the states' own plane."""
    return labels.in_plane(found, path.plane, path.layer)
