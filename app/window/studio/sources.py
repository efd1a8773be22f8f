"""Which run a figure of the window shows, so that its spec makes it again without the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.run import Run
from viz.board import Row
from viz.figures.parts import change_text
from viz.figures.spec import FigureSpec, Source


def source_of(run: Run, path: Path | None, folder: Path | None) -> Source:
    """The run on screen as a spec in `folder` names it: its file where one below there holds it as it is, else the
    model and the text it is made of, where that makes it again; else its file, wherever it is."""
    digest = "" if run.info is None else run.info.sha256
    if path is not None and folder is not None and path.resolve().is_relative_to(folder.resolve()):
        return Source(file=str(path.resolve().relative_to(folder.resolve())), sha256=digest)
    if (made := made_again(run)) is not None:
        return made
    return Source(file="" if path is None else str(path), sha256=digest)


def made_again(run: Run) -> Source | None:
    """The source that makes a run anew; None where something besides its settings decided it: a branch, a file."""
    info, changes = run.info, run.plan.changes
    plain = len(changes) == len(run.plan.site_changes)
    if info is None or not run.prompt or len(run) != len(run.nodes) or not plain:
        return None
    rows = [Row(change.site, change.scale, change.mean, change.positions) for change in run.plan.site_changes]
    asked = run.sampling
    return Source(
        model=info.name,
        sha256=info.sha256,
        prompt=run.prompt,
        tokens=max(len(run) - run.prompt_tokens, 0),
        chat=run.chat,
        temperature=asked.temperature,
        top_k=asked.top_k,
        top_p=asked.top_p,
        min_p=asked.min_p,
        repetition_penalty=asked.repetition_penalty,
        seed=asked.seed,
        plan=tuple(change_text(row) for row in rows),
    )


def with_source(spec: FigureSpec, source: Source) -> FigureSpec:
    """The figure with the run that its panels show where they name none."""
    return spec if spec.run.is_given else replace(spec, run=source)
