"""The states that a motion in steps takes a panel through: prefixes of its run, or values of what is swept."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from engine.errors import InputRefused, in_short
from engine.run import Run
from engine.sentences import say
from viz.figures.option_text import option_of, set_option
from viz.figures.parts import head_text, part_of
from viz.figures.spec import Panel
from viz.films.spec import GENERATION, IN_STEPS, Motion
from viz.ui_state import UiState

LAYER, POSITION, HEAD = "layer", "position", "head"
WHOLE = (LAYER, POSITION, HEAD)  # what is swept beside options
MOST_STATES = 2000
_At = Callable[[int], tuple[Panel, Run]]


@dataclass(frozen=True)
class Steps:
    """So many states; `at(k)` is the panel and the run that state k shows."""

    count: int
    at: _At


def steps_of(panel: Panel, run: Run, motions: Sequence[Motion], pictures: int) -> Steps:
    """The states of a panel in a film of so many pictures; one where nothing in it goes in steps.

    Raises:
        InputRefused: the run has no such positions, layers or heads, or the option has no such values.
    """
    motion = next((each for each in motions if each.kind in IN_STEPS), None)
    if motion is None:
        return Steps(1, lambda _: (panel, run))
    if motion.kind == GENERATION:
        return _generated(panel, run, motion)
    shown = _swept(panel, run, motion, pictures)
    return Steps(len(shown), lambda index: (shown[index], run))


def _generated(panel: Panel, run: Run, motion: Motion) -> Steps:
    last = len(run) - 1 if panel.position is None else panel.position
    start = run.n_prompt - 1 if run.n_prompt - 1 < last else 0
    positions = _whole(motion, start, last, len(run), say("positions"))
    moving = replace(panel, position=None)
    return Steps(len(positions), lambda index: (moving, run.until(run.path[positions[index]])))


def _swept(panel: Panel, run: Run, motion: Motion, pictures: int) -> tuple[Panel, ...]:
    info = run.info
    if motion.of == POSITION:
        return tuple(replace(panel, position=at) for at in _whole(motion, 0, len(run) - 1, len(run), say("positions")))
    if motion.of == LAYER:
        count = 0 if info is None else info.n_layers
        return tuple(_at_layer(panel, layer) for layer in _whole(motion, 0, count - 1, count, say("layers")))
    if motion.of == HEAD:
        layer = part_of(panel.head, "head", info, "“head”")[0] if panel.head else panel.layer or 0
        count = 0 if info is None else info.n_heads
        heads = _whole(motion, 0, count - 1, count, say("heads"))
        return tuple(replace(panel, head=head_text((layer, head))) for head in heads)
    return tuple(_with_option(panel, motion.of, value) for value in values_of(panel.view, motion, pictures))


def _at_layer(panel: Panel, layer: int) -> Panel:
    space = panel.space
    if space is not None and space.kind == "resid":
        return replace(panel, layer=layer, space=replace(space, layer=layer))
    return replace(panel, layer=layer)


def _with_option(panel: Panel, name: str, value: Any) -> Panel:
    return replace(panel, options=MappingProxyType({**panel.options, name: value}))


def values_of(view: str, motion: Motion, pictures: int) -> tuple[Any, ...]:
    """The values of an option that a sweep goes through. Raises InputRefused where it cannot have them."""
    option = option_of(view, motion.of)
    if motion.values:
        return tuple(set_option(UiState(), view, motion.of, text).option(view, option) for text in motion.values)
    if option.kind == "switch":
        return False, True
    if option.kind == "choice":
        return option.choices
    if option.kind == "text":
        raise InputRefused(
            say("The option {of!r} is a text: say which ones the sweep goes through, in “values”.", of=motion.of)
        )
    first = option.low if motion.first is None else motion.first
    last = option.high if motion.last is None else motion.last
    for value in (first, last):
        if not option.low <= value <= option.high:
            raise InputRefused(
                say(
                    "The option {name!r} lies between {low:g} and {high:g}, but {value:g} was given.",
                    name=motion.of,
                    low=option.low,
                    high=option.high,
                    value=value,
                )
            )
    if option.kind == "integer":
        return _between(first, last)
    count = motion.steps or pictures
    return tuple(first + (last - first) * index / max(count - 1, 1) for index in range(count))


def _whole(motion: Motion, first: float, last: float, count: int, what: str) -> tuple[int, ...]:
    """The whole numbers of a motion, from 0 to count - 1. Raises InputRefused where there are no such."""
    first = first if motion.first is None else motion.first
    last = last if motion.last is None else motion.last
    if not (0 <= first < count and 0 <= last < count):
        there = f"{what} 0 to {count - 1}" if count else f"no {what}"
        raise InputRefused(
            say(
                "The film goes from {what} {first:g} to {last:g}, but the run has {there}.",
                what=what,
                first=first,
                last=last,
                there=there,
            )
        )
    return _between(first, last)


def _between(first: float, last: float) -> tuple[int, ...]:
    low, high = math.trunc(first), math.trunc(last)
    if (low, high) != (first, last):
        raise InputRefused(
            say(
                "“first” and “last” are whole numbers here, but {first:g} and {last:g} were given.",
                first=first,
                last=last,
            )
        )
    if abs(high - low) >= MOST_STATES:
        raise InputRefused(
            say(
                "A motion can have {most_states} steps at most, but {n} were asked for.",
                most_states=MOST_STATES,
                n=abs(high - low) + 1,
            )
        )
    return tuple(range(low, high + 1) if high >= low else range(low, high - 1, -1))


def require_sweep(view: str, motion: Motion, pictures: int) -> None:
    """Raises InputRefused where a view cannot be swept so, whatever the run."""
    if not motion.of:
        raise InputRefused(say("A sweep needs “of”: layer, position, head, or an option of the view."))
    if motion.of not in WHOLE:
        values_of(view, motion, pictures)
    elif motion.values:
        raise InputRefused(
            say("“values” are those of an option; of {of} give “first” and “last”.", of=in_short(motion.of))
        )
