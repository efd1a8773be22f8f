"""`python main.py data VIEW --run FILE.orrery --out FILE.csv`: the numbers behind a view's picture, as CSV or NPZ.

They are those of the frame that `figure` draws with the same options, whole in the same way.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.commands.figure import add_looking, application, choose_platform, seen
from engine.errors import DiskProblem, InputRefused, OrreryError
from viz.figures.page import Figure, of_pixels

SUFFIXES = (".csv", ".npz")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `data` takes."""
    parser.add_argument("view", metavar="VIEW", help="the view whose numbers are wanted, as figure --list names it")
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help="where to write; ends in .csv or .npz")
    add_looking(parser, required=True)
    parser.add_argument("--model", help="what computes what a run does not hold (default: the run's own, if here)")
    parser.add_argument("--device", default="auto", help="of a model: cpu, cuda, mps or auto (default: %(default)s)")
    parser.add_argument("--dtype", default="auto", help="of a model: float32, bfloat16, float16 or auto")


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
    suffix = args.out.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputRefused(f"A table's name must end in {' or '.join(SUFFIXES)}, but {args.out.name!r} does not.")

    from app.commands.whole_frames import WholeFrames
    from app.whole_file import write_whole
    from engine.files.tensor_file import require_writable
    from viz.figures.facts import facts
    from viz.figures.numbers import as_csv, as_npz, numbers_of

    require_writable(args.out)
    view, ui, opened = seen(args, args.view, "print")
    choose_platform(args.view, needs_gl=False)
    with application(), WholeFrames(args) as frames:
        frame = frames.of(opened, view, ui)
    about = facts(opened, ui, Figure(args.view, of_pixels(640, 360), "print"))
    del about["Theme"]  # numbers have none
    about["Seed"] = str(opened.sampling.seed)
    data = (as_csv if suffix == ".csv" else as_npz)(numbers_of(frame), about)
    if why := write_whole(args.out, data):
        raise DiskProblem(f"The numbers could not be written to {args.out} ({why}). Name another place.")
