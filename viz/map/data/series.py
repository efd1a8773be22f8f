"""Which layers are laid out together: evenly spaced ones from the input to the last, few or many of them."""

from __future__ import annotations

from dataclasses import replace

from engine.records import NORMED, LayoutParams, Space, along_of, layers_around

FEW = (7, 16)  # layers, and then all of them


def series_of(n_layers: int, count: int) -> tuple[int, ...]:
    """At most `count` states of a model of `n_layers`, evenly spaced, the input (0) and the last among them."""
    last = max(n_layers, 1)
    steps = min(max(count - 1, 1), last)
    return tuple(dict.fromkeys((2 * step * last + steps) // (2 * steps) for step in range(steps + 1)))


def choices_of(n_layers: int) -> tuple[tuple[int, ...], ...]:
    """What can be laid out together, the fewest first; nothing where there is one state only."""
    if n_layers < 1:
        return ()
    return tuple(dict.fromkeys(series_of(n_layers, count) for count in (*FEW, n_layers + 1)))


def nearest_of(space: Space, along: tuple[int, ...]) -> Space:
    """The space of the layer among `along` that is nearest to that of `space`."""
    at = max(along) if space.layer == NORMED else space.layer
    return replace(space, layer=min(along, key=lambda layer: abs(layer - at)))


def ends_of(space: Space, params: LayoutParams | None) -> tuple[int, ...]:
    """The layers laid out together that a layout lies between: its own alone where it is one of them, () alone."""
    along = along_of(params)
    if not along:
        return ()
    at = max(along) if space.layer == NORMED else space.layer
    lower, upper = layers_around(at, along)
    return (lower,) if lower == upper else (lower, upper)
