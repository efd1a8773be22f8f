"""The state on screen as a step of a lesson, in the words that a lesson is written in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import tomlkit

from engine.adjustable import Adjustable
from engine.records import Change
from engine.run import Run
from viz.board import Row
from viz.figures.parts import change_text, head_text, neuron_text, texts_of
from viz.figures.spec import SpaceChoice
from viz.figures.toml_records import as_table
from viz.lessons.lesson import FORMAT, RunAsked, State
from viz.lessons.library import default_model
from viz.registry import all_views
from viz.ui_state import UiState

FRONT = f"""+++
format = {FORMAT}
title = "A title"
order = 100
minutes = 10
about = "One sentence about it."
+++
"""


def step_text(
    run: Run, ui: UiState, workspace: str, views: Sequence[str], camera: tuple[float, ...] | None, heading: str
) -> str:
    """A step with this state, its text still to be written. `views`: those that are seen, the foremost last."""
    table = as_table(state_of(run, ui, workspace, views, camera), always=("workspace", "kind"))
    options = {view: chosen for view in views if (chosen := _chosen(view, ui))}
    if options:
        table["options"] = options
    plain = {key: value for key, value in table.items() if not isinstance(value, dict)}
    tables = {key: value for key, value in table.items() if isinstance(value, dict)}
    toml = tomlkit.dumps({**plain, **tables}).strip()
    return f"## {heading}\n```toml\n{toml}\n```\n\nSay in two or three sentences what is to be seen here.\n\nSee: …\n"


def state_of(run: Run, ui: UiState, workspace: str, views: Sequence[str], camera: tuple[float, ...] | None) -> State:
    """What is on screen, as a step names it."""
    fresh = UiState()
    return State(
        workspace=workspace,
        views=tuple(views),
        run=_run(run),
        position=ui.position,
        layer=ui.layer,
        head=head_text(ui.head) if ui.head != fresh.head else "",
        neuron=neuron_text(ui.neuron) if ui.neuron != fresh.neuron else "",
        space=SpaceChoice.of(ui.space),
        selection=ui.selection,
        compare=ui.compare,
        camera=() if camera is None else tuple(round(float(part), 4) for part in camera),
        interventions=texts_of(ui.board),
    )


def _run(run: Run) -> RunAsked:
    if not run.nodes:
        return RunAsked()
    drawn = run.sampling
    return RunAsked(
        model=run.info.name if run.info is not None and run.info.name != default_model() else "",
        prompt=run.prompt,
        tokens=max(0, len(run) - run.n_prompt),
        chat=run.chat,
        temperature=drawn.temperature,
        top_k=drawn.top_k,
        top_p=drawn.top_p,
        min_p=drawn.min_p,
        repetition_penalty=drawn.repetition_penalty,
        seed=drawn.seed,
        plan=_plan(run),
    )


def _plan(run: Run) -> tuple[str, ...]:
    """The interventions that a run was written with, as a step names them."""
    return tuple(change_text(Row.of(it)) for it in run.plan.changes if isinstance(it, Change | Adjustable))


def _chosen(view: str, ui: UiState) -> dict[str, Any]:
    """The options of a view that are not as by themselves."""
    known = all_views()
    if view not in known:
        return {}
    values = {option.name: (ui.option(view, option), option.default) for option in known[view].options}
    return {name: value for name, (value, default) in values.items() if value != default}


def appended(text: str, step: str) -> str:
    """A lesson's text with a step more; a new one begins with front matter to be filled in."""
    return f"{text.rstrip() or FRONT.rstrip()}\n\n{step}"
