"""`python main.py data VIEW --run FILE.orrery --out FILE.csv`: the numbers behind a view's picture, as CSV, NPZ or
Parquet.

They are those of the frame that `figure` draws with the same options, whole in the same way.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.commands.figure import add_looking, application, choose_platform, seen
from app.commands.model_asked import add_model
from engine.errors import DiskProblem, OrreryError
from viz.figures.numbers import KINDS, kind_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `data` takes."""
    parser.add_argument("view", metavar="VIEW", help="the view whose numbers are wanted, as figure --list names it")
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help=f"where to write; ends in {KINDS}")
    add_looking(parser, required=True)
    add_model(parser)


def run(args: argparse.Namespace) -> int:
    """Write them, and return the exit status. A failure is one sentence on standard error."""
    try:
        _write(args)
    except OrreryError as error:
        if args.debug:
            raise
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; nothing was written.", file=sys.stderr)
        return 130
    return 0


def _write(args: argparse.Namespace) -> None:
    from app.commands.whole_frames import WholeFrames
    from app.whole_file import write_whole
    from engine.files.tensor_file import require_writable
    from viz.figures.facts import facts_of_numbers
    from viz.figures.numbers import written

    kind = kind_of(args.out)
    require_writable(args.out)
    view, ui, opened = seen(args, args.view, "print")
    choose_platform(args.view, needs_gl=False)
    with application(), WholeFrames(args) as frames:
        frame = frames.of(opened, view, ui)
    data = written(kind, frame, facts_of_numbers(opened, ui, args.view))
    if why := write_whole(args.out, data):
        raise DiskProblem(f"The numbers could not be written to {args.out} ({why}). Name another file.")
