"""`python main.py figure VIEW --run FILE.orrery --out FILE.png`: a view's picture from a run file.

What the file does not hold is computed by the run's model, or the one of --model; many views need none.
`figure SPEC.toml …` makes what specs describe, and so does a picture made by one (`app.commands.figure_specs`).
Views painted with QPainter need no screen: where there is none, Qt's offscreen platform is chosen. Those drawn with
OpenGL need one, and say so.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app import screen
from app.commands import figure_specs
from app.commands.model_asked import add_model
from engine.errors import InputRefused, OrreryError
from viz.figures.page import Figure, Page, page_of, points_of
from viz.typed_number import plain_number

if TYPE_CHECKING:
    from engine.run import Run
    from viz.ui_state import UiState
    from viz.view import View


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `figure` takes."""
    parser.add_argument(
        "what", metavar="VIEW|SPEC.toml", nargs="*",
        help="the view to draw, as --list names it; or specs of whole figures, or a picture made by one",
    )  # fmt: skip
    parser.add_argument("--list", action="store_true", help="list the views and their options")
    parser.add_argument("--out", metavar="FILE", type=Path, help="where to write; ends in .png, .svg or .pdf")
    add_overwrite(parser)
    parser.add_argument(
        "--size", metavar="WxH",
        help="in pixels, or with a unit: 85mmx60mm, 3.4inx2.4in (default: 1920x1080, or what the spec says)",
    )  # fmt: skip
    parser.add_argument(
        "--dpi", metavar="N", help="dots per inch (default: 192 for a size in pixels, 300 for one with a unit)"
    )
    parser.add_argument(
        "--text-size", metavar="PT", help="of ordinary text in points, such as 8pt (default: as suits the size)"
    )
    parser.add_argument("--theme", default="print", help="dark, light or print (default: %(default)s)")
    parser.add_argument("--transparent", action="store_true", help="leave the background out")
    parser.add_argument("--camera", metavar="AZ,EL,DIST", help="where to look from: degrees, degrees, distance")
    add_looking(parser)
    _add_specs(parser)


def add_overwrite(parser: argparse.ArgumentParser) -> None:
    """Declare that a file which is there already is replaced. What a spec names itself is made again without it."""
    parser.add_argument("--overwrite", action="store_true", help="replace the file of --out where it is there already")


def add_looking(parser: argparse.ArgumentParser, required: bool = False) -> None:
    """Declare which run is looked at, and where in it."""
    parser.add_argument(
        "--run", metavar="FILE.orrery", type=Path, dest="run_file", required=required, help="the run to look at"
    )
    parser.add_argument("--step", metavar="T", type=int, help="the position to look at (default: the last)")
    parser.add_argument("--head", metavar="LAYER.HEAD", help="the head to look at, and its layer")
    parser.add_argument("--neuron", metavar="LAYER.NEURON", help="the neuron to look at")
    parser.add_argument(
        "--set", metavar="NAME=VALUE", action="append", default=[], help="one of the view's options; may be repeated"
    )


def _add_specs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="only name what is wrong in the specs")
    parser.add_argument("--to", metavar="FOLDER", type=Path, help="where to write the figures of specs")
    parser.add_argument("--outside", action="store_true", help="let specs name files outside their folder")
    add_model(parser)


def run(args: argparse.Namespace) -> int:
    """Draw, and return the exit status. A failure is one sentence on standard error."""
    try:
        if args.list:
            _list()
        elif args.what and figure_specs.is_spec(args.what[0]):
            return _make(args)
        else:
            _draw(args)
    except OrreryError as error:
        if getattr(args, "debug", False):
            raise
        print(error, file=sys.stderr)
        return 1
    return 0


def _list() -> None:
    from viz.registry import all_views

    for name, view in all_views().items():
        print(f"{name:<18} {view.tip or view.title}")
        print(f"    needs {_needs(view)}")
        for option in view.options:
            values = ", ".join(option.choices) if option.choices else option.kind
            print(f"    {option.name}={option.default}  ({values})")


def _needs(view: type[View]) -> str:
    """What a figure of a view takes beside the run file, in words."""
    if view.figure_needs == "run":
        return "the run file alone"
    about = f"about {view.figure_seconds:.2g} s with SmolLM2-135M on two cores"
    return f"no model, but computes: {about}" if view.figure_needs == "engine" else f"the run's model: {about}"


def _make(args: argparse.Namespace) -> int:
    """The figures of specs, or only what is wrong with these."""
    if args.check:
        return figure_specs.check(args.what, args.outside)
    args.dpi = dots(args.dpi)
    jobs = figure_specs.jobs(args.what, args)
    needs_gl = figure_specs.needs_opengl(jobs)
    choose_platform(needs_gl, bool(needs_gl))
    with application():
        figure_specs.make(jobs, args)
    return 0


@contextmanager
def application() -> Iterator[None]:
    """Qt's application, with what it says heard and the program's letters."""
    from PySide6.QtWidgets import QApplication

    from app import qt_messages
    from viz import glyphs

    messages = qt_messages.Messages()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    messages.opened()
    glyphs.use_fonts()
    yield
    application.processEvents()


def _draw(args: argparse.Namespace) -> None:
    view: str = args.what[0] if len(args.what) == 1 else ""
    for given, wanted in ((view or None, "one VIEW"), (args.run_file, "--run FILE.orrery"), (args.out, "--out FILE")):
        if given is None:
            raise InputRefused(f"`figure` needs {wanted}: figure VIEW --run FILE.orrery --out FILE.png (or --list).")
    page = _page(args)
    camera = _camera(args.camera)

    from engine.files.tensor_file import require_free, require_writable
    from viz.figures.files import save_figure, suffix_of
    from viz.figures.picture import MakesImage

    cls, ui, opened = seen(args, view, args.theme)
    choose_platform(view, issubclass(cls, MakesImage))
    figure = Figure(view, page, args.theme, args.transparent, camera)
    suffix_of(args.out)
    require_free(args.out, args.overwrite)
    require_writable(args.out)
    with application():
        from app.commands.whole_frames import WholeFrames

        with WholeFrames(args) as frames:
            save_figure(args.out, figure, opened, ui, frames.of(opened, cls, ui), legible=True)


def seen(args: argparse.Namespace, view: str, theme: str) -> tuple[type[View], UiState, Run]:
    """The view, what it is told, and the run, as the arguments say. Raises InputRefused."""
    from engine.files.run_file import load_run
    from viz.figures.option_text import set_option
    from viz.figures.parts import part_of
    from viz.figures.picture import view_class
    from viz.ui_state import UiState

    cls = view_class(view)
    ui = UiState(theme=theme, position=args.step)
    for assignment in args.set:
        name, equals, text = assignment.partition("=")
        if not equals:
            raise InputRefused(f"--set takes NAME=VALUE, but {assignment!r} was given.")
        ui = set_option(ui, view, name.strip(), text.strip())
    opened = load_run(args.run_file)
    if args.step is not None and not 0 <= args.step < len(opened):
        raise InputRefused(f"The run has positions 0 to {len(opened) - 1}, but --step {args.step} was given.")
    info = opened.info
    head = (0, 0) if args.head is None else part_of(args.head, "head", info, "--head")
    neuron = (0, 0) if args.neuron is None else part_of(args.neuron, "neuron", info, "--neuron")
    layer = neuron[0] if args.head is None else head[0]
    space = ui.space if ui.space in opened.maps or not opened.maps else next(iter(opened.maps))

    return cls, replace(ui, layer=layer, head=head, neuron=neuron, space=space), opened


def _page(args: argparse.Namespace) -> Page:
    text = None if args.text_size is None else points_of(args.text_size)
    return page_of(args.size or "1920x1080", dots(args.dpi), text)


def dots(text: str | None) -> float | None:
    """The number that --dpi says. Raises InputRefused."""
    if text is None:
        return None
    try:
        return float(plain_number(text))
    except ValueError:
        raise InputRefused(f"--dpi takes a number, for example 300, but {text!r} was given.") from None


def _camera(text: str | None) -> tuple[float, float, float] | None:
    if text is None:
        return None
    try:
        azimuth, elevation, distance = (float(part) for part in text.split(","))
    except ValueError:
        raise InputRefused(f"--camera takes AZIMUTH,ELEVATION,DISTANCE, but {text!r} was given.") from None
    return azimuth, elevation, distance


def choose_platform(view: str, needs_gl: bool) -> None:
    """On a machine without a screen, paint off screen where that is possible.

    Raises:
        InputRefused: the view needs OpenGL, which Qt's offscreen platform has not.
    """
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    if asked not in ("offscreen", "minimal") and screen.there_is_one():
        return
    if needs_gl:
        raise InputRefused(
            f"The view {view!r} is drawn with OpenGL, which needs a screen, and there is none here. "
            "Run it on a virtual one: xvfb-run -a -s '-screen 0 1920x1080x24 +extension GLX' before the command."
        )
    if not asked:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
