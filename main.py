"""Orrery's command line. Only arguments are dealt with here; the rest is imported once it is known to be wanted."""

from __future__ import annotations

import argparse
import importlib
import os
import re
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from viz import lab

COMMANDS = {  # name: (module with add_arguments and run, what it does)
    "models": ("engine.commands.models", "list, download and delete models"),
    "trace": ("app.commands.trace", "run a prompt without a window and save the run"),
    "data": ("app.commands.data", "save the numbers behind a view of a saved run as CSV, NPZ or Parquet"),
    "figure": ("app.commands.figure", "save a view of a saved run as a picture"),
    "film": ("app.commands.film", "save a figure that moves as a film"),
    "lesson": ("app.commands.lesson", "list, check and record lessons"),
    **{command.name: (command.module, command.what) for command in lab.commands()},
    "bench": ("app.commands.bench", "measure speed and size on this machine"),
}


_NEGATIVE_LIST = re.compile(r"-[\d.]+(,-?[\d.]+)+")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window; returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    given = [argument for argument in given if argument != "--debug"]
    if given and given[0] in COMMANDS:
        module, what = COMMANDS[given[0]]
        command = importlib.import_module(module)
        parser = argparse.ArgumentParser(prog=f"main.py {given[0]}", description=f"Orrery: {what}.")
        command.add_arguments(parser)
        parser.add_argument("--debug", action="store_true", help="show the trace of an error")
        args = parser.parse_args(with_negatives(given[1:]), argparse.Namespace(debug=debug))
        return int(command.run(args))
    args = window_parser().parse_args(given, argparse.Namespace(debug=debug))
    if args.file is not None and not os.path.exists(args.file):  # noqa: PTH110 - Path.exists raises for some names
        kind = "" if args.file.suffix else " and no command of that name (--help lists them)"
        print(f"There is no file {args.file}{kind}.", file=sys.stderr)
        for file, why in lab.broken().items():
            print(f"The commands of {file} are missing, because it could not be loaded: {why}", file=sys.stderr)
        return 1
    return int(importlib.import_module("app.start").run(args))


def with_negatives(given: Sequence[str]) -> list[str]:
    """Tie a value such as -30,20,1.2 to the option before it: argparse takes it for an option of its own."""
    joined: list[str] = []
    for argument in given:
        if joined and joined[-1].startswith("--") and "=" not in joined[-1] and _NEGATIVE_LIST.fullmatch(argument):
            joined[-1] = f"{joined[-1]}={argument}"
        else:
            joined.append(argument)
    return joined


def window_parser() -> argparse.ArgumentParser:
    """The arguments of the window, and where help names the commands."""
    rows = "\n".join(f"  {name:<15} {what}" for name, (_, what) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="Orrery shows a language model at work. Without a command the window opens.",
        epilog=f"commands (main.py COMMAND --help tells more):\n{rows}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE.orrery", type=Path, nargs="?", help="a saved run to open")
    parser.add_argument("--model", help="a catalogue name, a hub id, a folder or a GGUF file")
    parser.add_argument("--prompt", help="the text to continue")
    parser.add_argument("--device", help="cpu, cuda, mps or auto (default: what was chosen in the window)")
    parser.add_argument("--dtype", help="float32, bfloat16, float16 or auto (default: what was chosen in the window)")
    parser.add_argument("--language", metavar="LANGUAGE", help="en or zh_CN (default: what was chosen in the window)")
    parser.add_argument("--debug", action="store_true", help="show the trace of an error")
    return parser


def guarded() -> int:
    """`main`, ended by Ctrl+C with one word, whenever that comes."""

    def stop(_number: int, frame: FrameType | None) -> None:
        if _importing(frame):  # nothing is begun yet, and some modules make another error of it, or die of it
            print("Stopped.", file=sys.stderr, flush=True)
            os._exit(130)
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where a script has it ignored
        signal.signal(signal.SIGINT, stop)
    try:
        return told()
    except KeyboardInterrupt:
        if "--debug" in sys.argv:
            raise
        print("Stopped.", file=sys.stderr)
        return 130


def _importing(frame: FrameType | None) -> bool:
    while frame is not None and frame.f_code.co_filename != "<frozen importlib._bootstrap>":
        frame = frame.f_back
    return frame is not None


def told() -> int:
    """`main`, quiet where whoever reads the output has had enough of it (`main.py figure --list | head`).

    A system library that Qt lacks is one sentence, not a trace.
    """
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nor may Python's end complain
        return 1
    except ImportError as error:
        library, _, rest = str(error).partition(": ")
        if not rest.startswith("cannot open shared object file") or "--debug" in sys.argv:
            raise
        print(
            f"The system library {library} is missing. `sh .ci/system-libraries window` says what to install.",
            file=sys.stderr,
        )
        return 1
    return status


if __name__ == "__main__":
    sys.exit(guarded())
