"""Which run a figure of the window shows, so that its spec makes it again without the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.model_spec import spec_of
from engine.adjustable import Adjustable
from engine.records import Change
from engine.run import Run
from engine.sentences import say
from viz.board import Row
from viz.figures.parts import change_text
from viz.figures.spec import FigureSpec, Source
from viz.figures.spec_file import inside, names_a_place


def is_of(source: Source, run: Run) -> bool:
    """Whether a run is what the source, a model and its text, makes."""
    made = made_again(run)
    if made is None:
        return False
    same = made.sha256.startswith(source.sha256) if source.sha256 else source.model == made.model
    return same and _unnamed(source) == _unnamed(made)


def _unnamed(source: Source) -> Source:
    return replace(source, model="", sha256="", file_sha256="", local=False)


def of_screen(spec: FigureSpec, run: Run) -> tuple[FigureSpec, Source | None]:
    """The figure with the run on screen in place of those that a model would have to make first; the first of these."""
    sources = [spec.run, *(panel.run for panel in spec.panel)]
    others = [source for source in sources if source.model and not is_of(source, run)]
    if not others:
        return spec, None
    panels = tuple(replace(panel, run=Source()) if panel.run in others else panel for panel in spec.panel)
    return replace(spec, run=Source() if spec.run in others else spec.run, panel=panels), others[0]


def source_of(run: Run, path: Path | None, folder: Path | None) -> Source:
    """The run on screen as a spec in `folder` names it: its file where one below there holds it as it is, else the
    model and the text it is made of, where that makes it again; else its file, wherever it is."""
    digest = "" if run.info is None else run.info.sha256
    if path is not None and folder is not None and path.resolve().is_relative_to(folder.resolve()):
        return Source(file=str(path.resolve().relative_to(folder.resolve())), sha256=digest)
    if (made := made_again(run)) is not None:
        return replace(made, model=_near(made.model, folder))
    return Source(file="" if path is None else str(path), sha256=digest)


def _near(model: str, folder: Path | None) -> str:
    """A model as a spec in `folder` names it: by its place below that folder, where it lies there."""
    if folder is None or not Path(model).is_absolute() or not Path(model).is_relative_to(folder.resolve()):
        return model
    return f"./{Path(model).relative_to(folder.resolve()).as_posix()}"


def made_again(run: Run) -> Source | None:
    """The source that makes a run anew; None where something besides its settings decided it: a branch, a file."""
    info, changes = run.info, run.plan.changes
    rows = [Row.of(change) for change in changes if isinstance(change, Change | Adjustable)]
    if info is None or not run.prompt or len(run) != len(run.nodes) or len(rows) < len(changes):
        return None
    asked = run.sampling
    return Source(
        model=spec_of(info),
        sha256=info.sha256,
        prompt=run.prompt,
        tokens=len(run) - run.n_prompt,
        chat=run.chat,
        temperature=asked.temperature,
        top_k=asked.top_k,
        top_p=asked.top_p,
        min_p=asked.min_p,
        repetition_penalty=asked.repetition_penalty,
        seed=asked.seed,
        plan=tuple(change_text(row) for row in rows),
    )


def carried(spec: FigureSpec, old: Path | None, new: Path) -> FigureSpec:
    """A figure of a spec in folder `old` as one in `new` says it: both name the same files."""
    if old is None or old.resolve() == new.resolve():
        return spec

    def named(source: Source) -> Source:
        file, model = source.file, source.model
        if file:
            place = inside(old, file, True, say("The run"))
            file = str(place.relative_to(new)) if place.is_relative_to(new) else str(place)
        if names_a_place(model) and not source.local:
            model = _near(str(inside(old, model, True, say("The model"))), new)
        return replace(source, file=file, model=model)

    panels = tuple(replace(panel, run=named(panel.run)) for panel in spec.panel)
    return replace(spec, run=named(spec.run), panel=panels)


def in_place(spec: FigureSpec, folder: Path | None) -> FigureSpec:
    """A figure of the window for another program: run files by their whole place, and no run where it is on screen."""

    def named(source: Source) -> Source:
        return (
            Source(file=str(inside(folder or Path(), source.file, True, say("The run")))) if source.file else Source()
        )

    return replace(spec, run=named(spec.run), panel=tuple(replace(it, run=named(it.run)) for it in spec.panel))


def with_source(spec: FigureSpec, source: Source) -> FigureSpec:
    """The figure with the run that its panels show where they name none."""
    return spec if spec.run.is_given else replace(spec, run=source)
