"""What the map asks of the engine: probabilities, a trajectory, a level of the look-ahead tree, and true fans."""

from __future__ import annotations

from viz.intents import AskDistribution, AskFan, Intent, OpenSpace, ask_labs
from viz.map.data.frame import MapFrame


def wants(frame: MapFrame) -> tuple[Intent, ...]:
    """What this frame lacks and the run does not have."""
    if frame.space != frame.wanted:
        return ()  # it only stands in for another one, which is on its way
    losses = None if frame.losses is None else frame.losses.question
    clusters = None if frame.clusters is None else frame.clusters.question
    lines = frame.neighbour_lines.question
    labs = ask_labs(frame.trajectory.question, frame.ahead.tree.question, losses, clusters, lines)
    distribution = (AskDistribution(frame.node),) if frame.wants_distribution else ()
    paths = ask_labs(frame.further.question, in_turn=True)
    opens = () if frame.further.opens is None else (OpenSpace(frame.further.opens),)
    return (*distribution, *labs, *paths, *opens, *_fan(frame))


def _fan(frame: MapFrame) -> tuple[AskFan, ...]:
    """One fan at a time, the current one first: a newer request would supersede an older one."""
    if not frame.wanted_fans:
        return ()
    node = frame.node if frame.node in frame.wanted_fans else max(frame.wanted_fans)
    return (AskFan(frame.space, node, frame.settings.fan_k),)
