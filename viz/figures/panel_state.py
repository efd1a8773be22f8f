"""Between a panel of a spec and what a view is told: the state it shows, and the panel that a state makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from engine.errors import InputRefused
from engine.run import Run
from engine.sentences import say
from viz.figures.parts import board_of, head_text, neuron_text, part_of, texts_of
from viz.figures.picture import view_class
from viz.figures.spec import FigureSpec, Panel, SpaceChoice
from viz.ui_state import UiState


@dataclass(frozen=True)
class Shown:
    """What a panel shows: its run, and what its view is told of it."""

    panel: Panel
    run: Run
    ui: UiState
    frame: Any = None  # one that is whole already; None: the run's of now


def shown_panels(spec: FigureSpec, runs: Sequence[Run]) -> tuple[Shown, ...]:
    """The panels, with the run of each. Raises InputRefused where a run lacks what a panel looks at."""
    return tuple(Shown(panel, run, ui_of(panel, spec.theme, run)) for panel, run in zip(spec.panel, runs, strict=True))


def ui_of(panel: Panel, theme: str, run: Run) -> UiState:
    """What the panel's view is told of a run.

    Raises:
        InputRefused: the run has no such position, layer, head or neuron, or something in the panel cannot be read.
    """
    position, node = _within("position", panel.position, len(run)), _within("compare", panel.compare, len(run.nodes))
    info = run.info
    head = part_of(panel.head, "head", info, "“head”") if panel.head else (0, 0)
    neuron = part_of(panel.neuron, "neuron", info, "“neuron”") if panel.neuron else (0, 0)
    layer = head[0] if panel.head else neuron[0]
    if panel.layer is not None:
        layer = _within("layer", panel.layer, info.n_layers if info is not None else panel.layer + 1) or 0
    ui = UiState()
    space = panel.space.space if panel.space is not None else ui.space
    if panel.space is None and run.maps and space not in run.maps:
        space = next(iter(run.maps))
    board = board_of(panel.interventions)
    last = len(run) - 1 if position is None else position
    return replace(
        ui,
        theme=theme,
        position=position,
        compare=node,
        layer=layer,
        head=head,
        neuron=neuron,
        space=space,
        selection=panel.selection,
        board=board,
        plan=board.plan(last, info, run.n_prompt),
        options=MappingProxyType({panel.view: panel.options}) if panel.options else ui.options,
    )


def _within(name: str, value: int | None, count: int) -> int | None:
    """A number that is counted from 0, if there are so many. Raises InputRefused."""
    if value is not None and not 0 <= value < count:
        there = say("from 0 to {last}", last=count - 1) if count else say("none at all")
        raise InputRefused(say("“{name}” is {value}, but the run has {there}.", name=name, value=value, there=there))
    return value


def panel_of(view: str, ui: UiState, camera: tuple[float, ...] | None, fixed: bool = True) -> Panel:
    """The panel that shows what a view shows now. With `fixed` not, it follows the last position as the view does."""
    own = {
        option.name: value
        for option in view_class(view).options
        if (value := ui.option(view, option)) != option.default
    }
    fresh = UiState()
    return Panel(
        view=view,
        position=ui.position if fixed else None,
        compare=ui.compare,
        layer=ui.layer,
        head=head_text(ui.head),
        neuron=neuron_text(ui.neuron),
        space=None if ui.space == fresh.space else SpaceChoice.of(ui.space),
        selection=ui.selection,
        interventions=texts_of(ui.board),
        camera=() if camera is None else tuple(round(float(part), 6) for part in camera),
        options=MappingProxyType(own),
    )
