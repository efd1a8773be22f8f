"""What the map asks of the engine: probabilities, a trajectory, a level of the look-ahead tree, and true fans."""

from __future__ import annotations

from viz.intents import AskDistribution, AskFan, AskLab, Intent, OpenSpace, PlaceBeside, ask_labs
from viz.map.data.frame import MapFrame


def wants(frame: MapFrame) -> tuple[Intent, ...]:
    """What this frame lacks and the run does not have."""
    if frame.space != frame.wanted:
        return ()  # it only stands in for another one, which is on its way
    losses = None if frame.losses is None else frame.losses.question
    clusters = None if frame.clusters is None else frame.clusters.question
    lines = frame.neighbour_lines.question
    direction = None if frame.direction is None else frame.direction.question
    arrows = None if frame.analogy is None else frame.analogy.question
    table = None if frame.table_rays is None else frame.table_rays.question
    labs = ask_labs(
        frame.trajectory.question, frame.ahead.tree.question, losses, clusters, lines, direction, arrows, table
    )
    distribution = (AskDistribution(frame.node),) if frame.wants_distribution else ()
    paths = ask_labs(frame.further.question, in_turn=True)
    opens = () if frame.further.opens is None else (OpenSpace(frame.further.opens),)
    return (*distribution, *labs, *paths, *opens, *_fan(frame), *_beside(frame, (*labs, *paths)))


def _beside(frame: MapFrame, asked: tuple[AskLab, ...]) -> tuple[Intent, ...]:
    """What the second map lacks, where the first does not ask the same kind of thing: the newer would end the older."""
    if frame.second is None or frame.second.layout is None:
        return ()
    kinds = {type(each.question) for each in asked}
    found = [each for each in wants(frame.second) if isinstance(each, AskLab) and type(each.question) not in kinds]
    is_behind = frame.second.n_unplaced > frame.n_unplaced
    return (*((PlaceBeside(frame.space, frame.second.layout.key),) if is_behind else ()), *found)


def _fan(frame: MapFrame) -> tuple[AskFan, ...]:
    """One fan at a time, the current one first: a newer request would supersede an older one."""
    beside = "" if frame.second is None or frame.second.layout is None else frame.second.layout.key
    wanted = frame.wanted_fans or (frame.second.wanted_fans if frame.second is not None else ())
    if not wanted:
        return ()
    node = frame.node if frame.node in wanted else max(wanted)
    return (AskFan(frame.space, node, frame.settings.fan_k, beside),)
