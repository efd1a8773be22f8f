"""`python main.py figure SPEC.toml …`: the figures that specs describe, each written whole or not at all.

All specs are checked before anything is loaded or written. A run is opened, or made with its model, once for all the
panels that show it.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app.commands.tracing import Trace
from app.commands.whole_frames import WholeFrames
from engine.errors import InputRefused, in_short, reason
from engine.files.run_file import library_versions, load_run
from engine.files.tensor_file import require_free, require_writable
from viz.figures.facts import facts_of
from viz.figures.files import save_picture, suffix_of
from viz.figures.legible import require_legible
from viz.figures.metadata import spec_in
from viz.figures.page import SUFFIXES
from viz.figures.panel_state import Shown, shown_panels
from viz.figures.parts import run_plan_of
from viz.figures.picture import Made, MakesImage, prepared, view_class
from viz.figures.sheet import laid_out
from viz.figures.spec import FigureSpec, Source, Spec
from viz.figures.spec_file import check_file, inside, names_a_place, spec_of_text, told
from viz.figures.toml_records import Problem

if TYPE_CHECKING:
    from engine.run import Run

_S = TypeVar("_S")


@dataclass(frozen=True)
class Job:
    """One figure, where it is written, and the folder that the spec's names start from."""

    spec: FigureSpec
    out: Path
    folder: Path


def is_spec(name: str) -> bool:
    """Whether what a command is given is a spec, or a picture that holds one; else it is a view's name."""
    return Path(name).suffix.lower() in (".toml", *SUFFIXES)


def check(names: Sequence[str], outside: bool) -> int:
    """Name all that is wrong in specs of figures, and return the exit status."""
    return check_with(check_file, names, outside, lambda spec: f"{len(spec.figure)} figures")


def check_with(
    read: Callable[[Path, bool], tuple[_S, tuple[Problem, ...]]], names: Sequence[str], outside: bool,
    holds: Callable[[_S], str],
) -> int:  # fmt: skip
    """Name all that is wrong in specs, and return the exit status; `holds` says what is in one."""
    wrong = 0
    for name in names:
        spec, problems = read(Path(name), outside)
        wrong += len(problems)
        for problem in problems:
            print(told(Path(name), problem))
        if not problems:
            print(f"{name}: nothing is wrong ({holds(spec)}).")
    return 1 if wrong else 0


def jobs(names: Sequence[str], args: argparse.Namespace) -> list[Job]:
    """The figures of specs. Raises InputRefused where one cannot be meant, or has nowhere to be written."""
    found = [
        _job(figure, Path(name), args, len(names) == len(spec.figure) == 1)
        for name in names
        for spec in [_spec(Path(name), args.outside)]
        for figure in spec.figure
    ]
    places = [job.out for job in found]
    for job in found:
        if places.count(job.out) > 1:
            raise InputRefused(f"Two figures are written to {job.out}. Give one of them another name (“out”).")
    return found


def _spec(path: Path, outside: bool) -> Spec:
    if path.suffix.lower() != ".toml":
        return spec_of_text(spec_in(path), path.resolve().parent, outside)
    spec, problems = check_file(path, outside)
    for problem in problems[:-1]:
        print(told(path, problem), file=sys.stderr)
    if problems:
        raise InputRefused(told(path, problems[-1]))
    return spec


def _job(figure: FigureSpec, path: Path, args: argparse.Namespace, alone: bool) -> Job:
    folder = path.resolve().parent
    figure = replace(figure, size=args.size or figure.size)
    if args.dpi is not None:
        figure = replace(figure, dpi=args.dpi)
    figure.page  # noqa: B018 - raises where it cannot be made
    out = out_of(figure.out, path, args, alone, "figure")
    suffix_of(out)
    require_writable(out)  # now, not after the work
    return Job(figure, out, folder)


def out_of(named: str, path: Path, args: argparse.Namespace, alone: bool, what: str) -> Path:
    """Where what a spec calls `named` is written, a figure or a film. Raises InputRefused where that is not said."""
    if args.out is not None:
        if not alone:
            raise InputRefused(f"--out names one file, but there are several {what}s: name a folder with --to.")
        require_free(args.out, args.overwrite)
        return Path(args.out)
    if not named:
        raise InputRefused(f"{path}: a {what} does not say where it is written: add “out”, or give --out.")
    if args.to is not None:
        return Path(args.to / Path(named).name)
    if path.suffix.lower() != ".toml":
        raise InputRefused(f"{path} is a picture: say where the one made again is written, with --out.")
    return inside(path.resolve().parent, named, args.outside, f"The {what}")


def needs_opengl(found: Sequence[Job]) -> str:
    """A view among those of the figures that is drawn with OpenGL; "" for none."""
    return opengl_view([panel.view for job in found for panel in job.spec.panel])


def opengl_view(views: Sequence[str]) -> str:
    """A view among these that is drawn with OpenGL; "" for none."""
    return next((view for view in views if issubclass(view_class(view), MakesImage)), "")


def make(found: Sequence[Job], args: argparse.Namespace) -> None:
    """Make the figures, one after the other. Qt's application has to be there."""
    runs = Runs(args)
    with WholeFrames(args) as frames:
        for job in found:
            sources = [job.spec.source_of(panel) for panel in job.spec.panel]
            opened = [runs.of(source, job.folder) for source in sources]
            spec = _completed(job.spec, opened)
            shown = [
                replace(each, frame=frames.of(each.run, view_class(each.panel.view), each.ui))
                for each in shown_panels(spec, [each.run for each in opened])
            ]
            sheet = laid_out(spec, shown)
            try:
                if sheet.is_one_view:
                    _require_legible(sheet.panels[0][1], shown[0])
                save_picture(job.out, sheet, facts_of(spec, shown))
            finally:
                sheet.close()
            print(job.out, flush=True)


def _require_legible(made: Made, shown: Shown) -> None:
    """Raises InputRefused where a figure of one view cannot be read in its size."""
    figure = made.figure
    require_legible(made, lambda page: prepared(replace(figure, page=page), shown.run, shown.ui, shown.frame))


@dataclass(frozen=True)
class Opened:
    """A run, and what is known of it beside what its source says."""

    run: Run
    source: Source


class Runs:
    """The runs that sources name, each opened or made once."""

    def __init__(self, args: argparse.Namespace) -> None:
        self._args = args
        self._known: dict[tuple[Source, Path], Opened] = {}

    def of(self, source: Source, folder: Path) -> Opened:
        """The run of a source. Raises OrreryError where it cannot be had, InputRefused where it is of another model."""
        if (source, folder) not in self._known:
            opened = self._opened(source, folder)
            self._require_model(source, opened.run)
            self._known[source, folder] = opened
        return self._known[source, folder]

    def _opened(self, source: Source, folder: Path) -> Opened:
        if self._args.run_file is not None:
            return _from_file(self._args.run_file, source)
        if source.file and source.local and not (folder / source.file).is_file():
            raise InputRefused(
                f"The figure shows the run file {in_short(source.file)!r} of who made it, whose place is not written "
                "into pictures. Name the file with --run."
            )
        if source.file:
            return _from_file(inside(folder, source.file, True, "The run"), source)
        if source.model:
            return self._made(self._placed(source), folder)
        from engine.run import Run

        return Opened(Run(), source)

    def _placed(self, source: Source) -> Source:
        """With the place of a model on the disk of who made the figure. Raises InputRefused where it is not told."""
        if not source.local:
            return source
        if self._args.model is None:
            raise InputRefused(
                f"The figure was made with the model {in_short(source.model)!r} ({in_short(source.sha256, 16)}) from a "
                "folder or a file, whose place is not written into pictures. Name it with --model."
            )
        place = Path(self._args.model).expanduser()
        return replace(source, model=str(place.resolve()) if place.exists() else self._args.model, local=False)

    def _made(self, source: Source, folder: Path) -> Opened:
        """Run a model on a text, as `trace` does."""
        place = inside(folder, source.model, True, "The model") if names_a_place(source.model) else source.model
        asked = argparse.Namespace(
            model=str(place), prompt=source.prompt, tokens=source.tokens, chat=source.chat,
            device=self._args.device, dtype=self._args.dtype, k=50, no_map=False,
        )  # fmt: skip
        trace = Trace()
        try:
            run = trace.run(asked, source.sampling, run_plan_of(source.plan))
        finally:
            trace.close()
        run.versions = library_versions()
        return Opened(run, source)

    @staticmethod
    def _require_model(source: Source, run: Run) -> None:
        met = "" if run.info is None else run.info.sha256
        if source.sha256 and not met.startswith(source.sha256):
            name = "no model at all" if run.info is None else f"{run.info.name} ({met[:16]})"
            raise InputRefused(
                f"The figure was made with a model whose weights are {in_short(source.sha256, 16)}, but this run is of "
                f"{name}. Name the run of that model, or leave “sha256” out to make it with this one."
            )


def _from_file(path: Path, source: Source) -> Opened:
    run, digest = load_run(path), hashlib.sha256()
    try:
        with path.open("rb") as file:
            while part := file.read(2**22):
                digest.update(part)
    except OSError as error:
        raise InputRefused(f"{path} cannot be read ({reason(error)}).") from error
    return Opened(run, replace(source, file_sha256=digest.hexdigest()))


def _completed(spec: FigureSpec, opened: Sequence[Opened]) -> FigureSpec:
    """The spec with what is needed to make the same picture again: hashes of runs and models, and versions."""
    sources = [
        replace(each.source, sha256=each.run.info.sha256 if each.run.info is not None else "") for each in opened
    ]
    same = all(source == sources[0] for source in sources)
    panels = tuple(
        replace(panel, run=Source() if same else source) for panel, source in zip(spec.panel, sources, strict=True)
    )
    versions = {name: version for each in opened for name, version in sorted(each.run.versions.items())}
    return replace(spec, run=sources[0] if same else Source(), panel=panels, versions=versions)
