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
from engine.errors import DiskProblem, InputRefused, OrreryError
from viz.figures.numbers import KINDS, kind_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `data` takes."""
    parser.add_argument(
        "view", metavar="VIEW", nargs="?", help="the view whose numbers are wanted, as figure --list names it"
    )
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help=f"where to write; ends in {KINDS}")
    parser.add_argument("--overwrite", action="store_true", help="replace a file that is there already")
    add_looking(parser)
    parser.add_argument("--numbers", type=Path, help=argparse.SUPPRESS)  # for the window, see `_of_window`
    add_model(parser)


def run(args: argparse.Namespace) -> int:
    """Write them, and return the exit status. A failure is one sentence on standard error."""
    try:
        _of_window(args) if args.numbers is not None else _write(args)
    except OrreryError as error:
        if args.debug:
            raise
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; nothing was written.", file=sys.stderr)
        return 130
    return 0


def _of_window(args: argparse.Namespace) -> None:
    """Write numbers that the window gathered (`app.session.table_writer`), which is told how far it is."""
    from app.commands.film import Told
    from viz.figures.numbers import of_npz, written

    with Told(follow=True) as told:
        found, about = of_npz(args.numbers)
        data = written(kind_of(args.out), found, about, told.tell)
        told.tell(found.count, found.count)
        _put(args.out, data)


def _put(path: Path, data: bytes) -> None:
    from app.whole_file import write_whole

    if why := write_whole(path, data):
        raise DiskProblem(f"The numbers could not be written to {path} ({why}). Name another file.")


def _write(args: argparse.Namespace) -> None:
    from app.commands.whole_frames import WholeFrames
    from engine.files.tensor_file import require_free, require_writable
    from viz.figures.facts import facts_of_numbers
    from viz.figures.numbers import gathered, written

    if args.view is None or args.run_file is None:
        raise InputRefused("`data` needs a VIEW and --run FILE.orrery: data VIEW --run FILE.orrery --out FILE.csv.")
    kind = kind_of(args.out)
    require_writable(args.out)
    require_free(args.out, args.overwrite)
    view, ui, opened = seen(args, args.view, "print")
    choose_platform(args.view, needs_gl=False)
    with application(), WholeFrames(args) as frames:
        frame = frames.of(opened, view, ui)
    _put(args.out, written(kind, gathered(frame), facts_of_numbers(opened, ui, args.view)))
