"""What a picture says of itself: model, text, view, position, versions, and the spec that makes it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from engine.records import Site
from engine.run import Run
from viz.board import told
from viz.figures.page import Figure, of_pixels
from viz.figures.panel_state import Shown
from viz.figures.places import name_of, without_places
from viz.figures.spec import FigureSpec
from viz.figures.spec_file import text_of
from viz.ui_state import UiState

SPEC: Final = "Spec"


def facts_of(spec: FigureSpec, shown: Sequence[Shown]) -> dict[str, str]:
    """Of a whole figure: those of its first panel, the views of all, and its spec."""
    first = shown[0]
    said = facts(first.run, first.ui, Figure(first.panel.view, spec.page, spec.theme))
    said["View"] = ", ".join(each.panel.view for each in shown)
    for name, text in (("Title", spec.title), ("Caption", spec.caption), ("Palette", spec.palette)):
        if text:
            said[name] = text
    return {**said, SPEC: text_of(without_places(spec))}


def facts(run: Run, ui: UiState, figure: Figure) -> dict[str, str]:
    """Of one view of one run; names of letters and spaces only."""
    said = {"Software": "Orrery", "View": figure.view, "Theme": figure.theme, "Prompt": run.prompt}
    if run.info is not None:
        said["Model"] = f"{run.info.name} ({run.info.dtype}, {run.info.sha256[:16]})"
    if ui.position is not None:
        said["Position"] = str(ui.position)
    said["Layer"] = str(ui.layer)
    said["Head"], said["Neuron"] = str(Site("head", *ui.head)), str(Site("neuron", *ui.neuron))
    for name, plan in (("Run changed", run.plan), ("On the board", ui.plan)):
        if plan.changes:
            said[name] = told(plan.changes, len(plan.changes))
    chosen = ui.options.get(figure.view, {})
    if chosen:
        said["Options"] = ", ".join(f"{name}={name_of(value)}" for name, value in sorted(chosen.items()))
    if run.versions:
        said["Versions"] = ", ".join(f"{name} {version}" for name, version in sorted(run.versions.items()))
    return said


def facts_of_numbers(run: Run, ui: UiState, view: str) -> dict[str, str]:
    """Of the numbers behind a view: those of its picture which are not about looks, and the seed."""
    said = facts(run, ui, Figure(view, of_pixels(640, 360), "print"))
    del said["Theme"]
    return {**said, "Seed": str(run.sampling.seed)}
