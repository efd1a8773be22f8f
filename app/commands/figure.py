"""`python main.py figure VIEW --run FILE.orrery --out FILE.png`: a view's picture from a run file, without the model.

Views painted with QPainter need no screen: where there is none, Qt's offscreen platform is chosen. Those drawn with
OpenGL need one, and say so.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

from app import screen
from engine.errors import InputRefused, OrreryError
from viz.figures.page import Figure, Page, page_of, points_of
from viz.typed_number import plain_number


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `figure` takes."""
    parser.add_argument("view", metavar="VIEW", nargs="?", help="the view to draw, as --list names it")
    parser.add_argument("--list", action="store_true", help="list the views and their options")
    parser.add_argument("--run", metavar="FILE.orrery", type=Path, dest="run_file", help="the run to draw")
    parser.add_argument("--out", metavar="FILE", type=Path, help="where to write; ends in .png, .svg or .pdf")
    parser.add_argument(
        "--size", metavar="WxH", default="1920x1080",
        help="in pixels, or with a unit: 85mmx60mm, 3.4inx2.4in (default: %(default)s)",
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
    parser.add_argument("--step", metavar="T", type=int, help="the position to look at (default: the last)")
    parser.add_argument("--head", metavar="LAYER.HEAD", help="the head to look at, and its layer")
    parser.add_argument("--neuron", metavar="LAYER.NEURON", help="the neuron to look at")
    parser.add_argument(
        "--set", metavar="NAME=VALUE", action="append", default=[], help="one of the view's options; may be repeated"
    )


def run(args: argparse.Namespace) -> int:
    """Draw, and return the exit status. A failure is one sentence on standard error."""
    try:
        if args.list:
            _list()
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
        for option in view.options:
            values = ", ".join(option.choices) if option.choices else option.kind
            print(f"    {option.name}={option.default}  ({values})")


def _draw(args: argparse.Namespace) -> None:
    for given, wanted in ((args.view, "VIEW"), (args.run_file, "--run FILE.orrery"), (args.out, "--out FILE")):
        if given is None:
            raise InputRefused(f"`figure` needs {wanted}: figure VIEW --run FILE.orrery --out FILE.png (or --list).")
    page = _page(args)
    camera = _camera(args.camera)

    from viz.figures.files import save_figure
    from viz.figures.option_text import set_option
    from viz.figures.picture import MakesImage, view_class
    from viz.ui_state import UiState

    cls = view_class(args.view)
    ui = UiState(theme=args.theme, position=args.step)
    for assignment in args.set:
        name, equals, text = assignment.partition("=")
        if not equals:
            raise InputRefused(f"--set takes NAME=VALUE, but {assignment!r} was given.")
        ui = set_option(ui, args.view, name.strip(), text.strip())
    _choose_platform(args.view, issubclass(cls, MakesImage))

    from engine.files.run_file import load_run

    opened = load_run(args.run_file)
    if args.step is not None and not 0 <= args.step < len(opened):
        raise InputRefused(f"The run has positions 0 to {len(opened) - 1}, but --step {args.step} was given.")
    info = opened.info
    layers, heads, neurons = (info.n_layers, info.n_heads, info.d_mlp) if info else (1, 1, 1)
    head = _part("--head", args.head, "H", layers, heads)
    neuron = _part("--neuron", args.neuron, "N", layers, max(neurons, 1))
    layer = neuron[0] if args.head is None else head[0]
    space = ui.space if ui.space in opened.maps or not opened.maps else next(iter(opened.maps))

    from PySide6.QtWidgets import QApplication

    from app import qt_messages
    from viz import glyphs

    messages = qt_messages.Messages()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    messages.opened()
    glyphs.use_fonts()
    ui = replace(ui, layer=layer, head=head, neuron=neuron, space=space)
    save_figure(args.out, Figure(args.view, page, args.theme, args.transparent, camera), opened, ui)
    application.processEvents()


def _page(args: argparse.Namespace) -> Page:
    dpi = None
    if args.dpi is not None:
        try:
            dpi = float(plain_number(args.dpi))
        except ValueError:
            raise InputRefused(f"--dpi takes a number, for example 300, but {args.dpi!r} was given.") from None
    return page_of(args.size, dpi, None if args.text_size is None else points_of(args.text_size))


def _camera(text: str | None) -> tuple[float, float, float] | None:
    if text is None:
        return None
    try:
        azimuth, elevation, distance = (float(part) for part in text.split(","))
    except ValueError:
        raise InputRefused(f"--camera takes AZIMUTH,ELEVATION,DISTANCE, but {text!r} was given.") from None
    return azimuth, elevation, distance


def _part(option: str, text: str | None, letter: str, layers: int, width: int) -> tuple[int, int]:
    """Layer and number of "5.1" (or, of heads, "L5.H1")."""
    if text is None:
        return 0, 0
    layer, _, index = text.upper().removeprefix("L").replace(letter, "").partition(".")
    if not (layer.isdecimal() and index.isdecimal() and int(layer) < layers and int(index) < width):
        raise InputRefused(
            f"{option} takes LAYER.{option[2:].upper()}, from 0.0 to {layers - 1}.{width - 1} for this run, "
            f"but {text!r} was given."
        )
    return int(layer), int(index)


def _choose_platform(view: str, needs_gl: bool) -> None:
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
