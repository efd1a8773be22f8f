"""`python main.py film SPEC.toml …`: films that specs describe, each written whole or not at all.

The pictures are those of `figure`, so a film has the same on a slow machine as on a fast one. They go to the encoder
one by one; nothing is kept.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from app.commands import figure
from app.commands.figure_specs import Runs, check_with, opengl_view, out_of
from app.commands.model_asked import add_model
from engine.errors import InputRefused, OrreryError
from viz.films.spec import FilmSpec

if TYPE_CHECKING:
    from engine.run import Run
    from viz.figures.spec import Panel
    from viz.films.stage import Part
    from viz.ui_state import UiState
    from viz.view import View

Whole = Callable[["Run", "type[View]", "UiState"], Any]  # the whole frame of a view of a run
STILL = "still"  # what is told to the window where nothing moves
NOTHING_MOVES = "every picture of this film is the same: what its motions change is not seen in these views"
_EVERY = 0.5  # seconds between two words about how far it is


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `film` takes."""
    parser.add_argument("what", metavar="SPEC.toml", nargs="+", help="specs of films")
    parser.add_argument(
        "--out", metavar="FILE", type=Path,
        help="where to write, of one film; ends in .mp4, .webm, .gif, .webp, or in nothing: a folder of PNG",
    )  # fmt: skip
    figure.add_overwrite(parser)
    parser.add_argument("--to", metavar="FOLDER", type=Path, help="where to write the films of specs")
    parser.add_argument("--run", metavar="FILE.orrery", type=Path, dest="run_file", help="the run to show")
    parser.add_argument("--size", metavar="WxH", help="in pixels, or with a unit (default: what the spec says)")
    parser.add_argument("--dpi", metavar="N", help="dots per inch")
    parser.add_argument("--fps", metavar="N", type=float, help="pictures a second (default: what the spec says)")
    parser.add_argument("--check", action="store_true", help="only name what is wrong in the specs")
    parser.add_argument("--outside", action="store_true", help="let specs name files outside their folder")
    add_model(parser)
    parser.add_argument("--follow", action="store_true", help=argparse.SUPPRESS)  # for the window, see `Told`


def run(args: argparse.Namespace) -> int:
    """Make the films, and return the exit status. A failure is one sentence on standard error."""
    from viz.films.spec_file import check_file

    try:
        if args.check:
            return check_with(check_file, args.what, args.outside, lambda films: f"{len(films.film)} films")
        args.dpi = figure.dots(args.dpi)
        jobs = jobs_of(args.what, args)
        views = [panel.view for job in jobs for panel in job.film.figure.panel]
        needs_gl = opengl_view(views)
        figure.choose_platform(needs_gl, bool(needs_gl))
        with figure.application():
            make(jobs, args)
    except OrreryError as error:
        if getattr(args, "debug", False):
            raise
        print(error, file=sys.stderr)
        return 1
    return 0


@dataclass(frozen=True)
class Job:
    """One film, where it is written, the folder that the spec's names start from, and its format."""

    film: FilmSpec
    out: Path
    folder: Path
    suffix: str


def jobs_of(names: Sequence[str], args: argparse.Namespace) -> list[Job]:
    """The films of specs. Raises OrreryError where one cannot be meant, or written where it is to be."""
    from viz.films.spec_file import read_spec

    films = [(Path(name), film) for name in names for film in read_spec(Path(name), args.outside).film]
    found = [_job(film, path, args, len(films) == 1) for path, film in films]
    for job in found:
        if [other.out for other in found].count(job.out) > 1:
            raise InputRefused(f"Two films are written to {job.out}. Give one of them another name (“out”).")
    return found


def _job(film: FilmSpec, path: Path, args: argparse.Namespace, alone: bool) -> Job:
    from viz.films import formats
    from viz.films.encoder import require_place
    from viz.films.spec_file import resized

    film = resized(film, args.size, args.dpi)
    if args.fps is not None:
        film = replace(film, fps=args.fps)
    formats.require_length(film)
    out = out_of(film.out, path, args, alone, "film")
    suffix = formats.format_of(out)
    formats.require_format(film, suffix)
    require_place(out, suffix)
    return Job(film, out, path.resolve().parent, suffix)


def make(jobs: Sequence[Job], args: argparse.Namespace) -> None:
    """Make the films, one after the other. Qt's application has to be there."""
    from app.commands.whole_frames import WholeFrames

    runs = Runs(args)
    with WholeFrames(args) as frames:
        for job in jobs:
            sources = [job.film.figure.source_of(panel) for panel in job.film.figure.panel]
            opened = [runs.of(source, job.folder).run for source in sources]
            with Told(args.follow) as told:
                moves = write(job, opened, frames.of, told)
            if not moves:
                words = STILL if args.follow else f"{job.out}: {NOTHING_MOVES}"
                print(words, file=sys.stdout if args.follow else sys.stderr)
            print(job.out, file=sys.stderr if args.follow else sys.stdout, flush=True)


def write(job: Job, runs: Sequence[Run], whole: Whole, told: Told) -> bool:
    """Make one film of the runs of its panels; whether anything moves in it. Raises OrreryError, and leaves no file."""
    from viz.figures.picture import pixels_of
    from viz.films.encoder import writing
    from viz.films.spec import AGAIN, BACK
    from viz.films.spec_file import motions_of
    from viz.films.stage import Stage
    from viz.films.timeline import moment, times

    made = job.film
    seconds = times(made)
    motions = [motions_of(made, index) for index in range(len(made.figure.panel))]
    parts = [
        part_of(made, index, panel, run, whole)
        for index, (panel, run) in enumerate(zip(made.figure.panel, runs, strict=True))
    ]
    page, clear = made.figure.page, made.figure.transparent
    stage = Stage(made.figure, parts)
    size = (page.width, page.height)
    first, moves = None, False
    try:
        with writing(job.out, job.suffix, size, made.fps, made.quality, clear, made.loop in (AGAIN, BACK)) as film:
            for number, second in enumerate(seconds):
                told.tell(number, len(seconds))
                moments = [moment(each, part.states, second) for each, part in zip(motions, parts, strict=True)]
                pixels = pixels_of(stage.picture(moments), clear)
                first = pixels if first is None else first
                moves = moves or not np.array_equal(first, pixels)
                film.add(pixels)
            told.tell(len(seconds), len(seconds))
    finally:
        stage.close()
    return moves


def part_of(made: FilmSpec, index: int, panel: Panel, run: Run, whole: Whole) -> Part:
    """A panel of a film. Its frames are computed where they are wanted: few of them are kept."""
    from functools import lru_cache

    from viz.figures.panel_state import Shown, ui_of
    from viz.figures.picture import view_class
    from viz.films.formats import pictures_of
    from viz.films.spec import FLIGHT
    from viz.films.spec_file import motions_of
    from viz.films.stage import NEAR, Part
    from viz.films.steps import steps_of

    motions = motions_of(made, index)
    steps = steps_of(panel, run, motions, pictures_of(made))
    last, of_run = steps.at(steps.count - 1)
    near = next((motion.near for motion in motions if motion.kind == FLIGHT), NEAR)

    @lru_cache(maxsize=4)
    def frame(state: int) -> Any:
        shown, here = steps.at(state)
        return whole(here, view_class(shown.view), ui_of(shown, made.figure.theme, here))

    return Part(Shown(last, of_run, ui_of(last, made.figure.theme, of_run)), steps.count, frame, near)


class Told:
    """Says how far a film is: on a terminal in one line that is written over, to the window (`follow`) a line for each.

    The window ends a film by closing the standard input, which its own end does too.
    """

    def __init__(self, follow: bool, clock: Callable[[], float] = perf_counter) -> None:
        self._follow, self._clock = follow, clock
        self._begun, self._said = clock(), float("-inf")
        self._ended = threading.Event()
        self._is_terminal = not follow and sys.stderr.isatty()

    def __enter__(self) -> Self:
        if self._follow:
            if hasattr(os, "nice"):
                os.nice(5)  # the window comes first
            threading.Thread(target=self._wait, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_terminal:
            print(file=sys.stderr)

    def _wait(self) -> None:
        sys.stdin.read()
        self._ended.set()

    def tell(self, done: int, total: int) -> None:
        """So many pictures of all are there. Raises KeyboardInterrupt where the window wants no more."""
        if self._ended.is_set():
            raise KeyboardInterrupt
        now = self._clock()
        if now - self._said < _EVERY and done < total:
            return
        self._said = now
        left = time_left(now - self._begun, done, total)
        if self._follow:
            print(f"{done} {total} {left:.1f}", flush=True)
        elif self._is_terminal:
            words = "" if done == 0 else f", {in_words(left)} left"
            print(f"\r{done} of {total} pictures{words}".ljust(60), end="", file=sys.stderr, flush=True)


def time_left(gone: float, done: int, total: int) -> float:
    """Seconds until all pictures are there, where each takes as long as those before; -1 where nobody knows yet."""
    return gone / done * (total - done) if done else -1.0


def in_words(seconds: float) -> str:
    """ "12 s", "3 min 05 s"."""
    whole = round(seconds)
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60:02d} s"
