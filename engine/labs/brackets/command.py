"""`brackets`: train a small net on balanced brackets, or ask one what may follow each prefix of a string.

Progress of a training goes to standard error, one line a look; standard output keeps the answer. Interrupting a
training (Ctrl-C) ends it between two steps: the state and the best net are saved, and `--resume` goes on exactly.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import InputRefused, OrreryError
from engine.sentences import say

if TYPE_CHECKING:
    from engine.labs.brackets.records import Reading
    from engine.labs.brackets.train import Told

_NUMBERS: dict[str, tuple[type, str]] = {
    "--layers": (int, "layers of the bracket model (2)"),
    "--kinds": (int, "kinds of bracket: 1 for (), 2 for ()[] (1)"),
    "--max-pairs": (int, "pairs of brackets in the longest string trained on (20)"),
    "--examples": (int, "strings to train on"),
    "--batch": (int, "strings per step"),
    "--groups": (int, "lengths per step"),
    "--learning-rate": (float, "the highest learning rate"),
    "--warmup": (int, "steps until it is reached"),
    "--seed": (int, "seed of the initial weights and of the strings"),
    "--context": (int, "positions of the bracket model, the start token included"),
    "--evaluations": (int, "points of the learning curve"),
    "--checkpoints": (int, "checkpoints stored during the training"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `brackets train …` and `brackets probs STRING`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    train = actions.add_parser(
        "train", help="train a bracket model; interrupt it whenever you like and continue with --resume"
    )
    for option, (kind, words) in _NUMBERS.items():
        train.add_argument(option, type=kind, default=None, help=words)
    train.add_argument("--folder", type=Path, default=None, help="where the training is stored (a folder in the cache)")
    train.add_argument("--device", default="auto", help="cpu, cuda, mps or auto")
    train.add_argument("--resume", action="store_true", help="continue the training in the folder")
    train.add_argument("--pack", type=Path, default=None, help="at the end, put the stored checkpoints into this file")
    probs = actions.add_parser("probs", help="the probabilities after each prefix of a bracket string")
    probs.add_argument("string", metavar="STRING", help="brackets, for example '(()'")
    probs.add_argument(
        "--net", default="two-block", help="two-block, one-block, two-kinds, or the folder of a bracket model"
    )
    probs.add_argument("--device", default="cpu", help="cpu, cuda, mps or auto")
    probs.add_argument("--json", action="store_true", help="print one JSON object instead of a table")


def run(args: argparse.Namespace) -> int:
    """Do it and return the exit status. A failure is one sentence on standard error."""
    try:
        return _train(args) if args.action == "train" else _probs(args)
    except OrreryError as error:
        if getattr(args, "debug", False):
            raise
        print(error, file=sys.stderr)
        return 1


# -- probs -------------------------------------------------------------------------------------------------------


def _probs(args: argparse.Namespace) -> int:
    if len(args.string) > 4096 or not args.string:  # said before torch is loaded
        from engine.labs.brackets.language import encode

        encode(args.string)
    from engine.labs.brackets.bench import read
    from engine.labs.brackets.shipped import open_net
    from engine.nets.device import choose_device

    reading = read(open_net(args.net, choose_device(args.device)), args.string)
    print(json.dumps(reading.as_json()) if args.json else table(reading))
    return 0


def table(reading: Reading) -> str:
    """A reading as text: one line for each prefix, what is invalid in brackets."""
    width = max(len("prefix"), len(reading.string))
    lines = [f"{'prefix':<{width}}  depth  " + "  ".join(f"{name:>9}" for name in reading.outcomes) + "    P(invalid)"]
    for i, probs in enumerate(reading.probs):
        cells = [f"{p:9.6f}" if ok else f"[{p:.5f}]".rjust(9) for p, ok in zip(probs, reading.legal[i], strict=True)]
        mark = "  wrong" if reading.wrong[i] else ("  outside the language" if not reading.inside[i] else "")
        start = f"{reading.string[:i]:<{width}}  {reading.depth[i]:5d}"
        lines.append(f"{start}  {'  '.join(cells)}  {reading.illegal_mass[i]:12.6f}{mark}")
    return "\n".join(lines)


# -- train -------------------------------------------------------------------------------------------------------


def _train(args: argparse.Namespace) -> int:
    from engine.folders import cache_folder
    from engine.labs.brackets.recipe import Recipe
    from engine.labs.brackets.shipped import TRAININGS
    from engine.labs.brackets.train import Trainer, finished, pack_along

    folder: Path = args.folder or cache_folder() / TRAININGS / "command-line"
    given = {
        entry.name: getattr(args, entry.name)
        for entry in dataclasses.fields(Recipe)
        if getattr(args, entry.name, None) is not None
    }
    found = finished(folder)
    if args.resume:
        if given:
            raise InputRefused(
                say(
                    "A resumed training keeps its original settings, so --resume cannot be combined with {names}. "
                    "Leave those out, or start a new training without --resume.",
                    names=", ".join("--" + name.replace("_", "-") for name in given),
                )
            )
        trainer = Trainer.resume(folder, args.device)
    elif found != "none":
        raise InputRefused(
            say(
                "{folder} holds a training already. Continue it with --resume, or name another --folder.", folder=folder
            )
        )
    else:
        trainer = Trainer(Recipe(**given), folder, args.device)
    print(f"Training on {trainer.device}: {trainer.recipe.lengths}; stored in {folder}", file=sys.stderr)
    with _interruptible() as carry_on:
        done = trainer.run(tell, carry_on)
    if args.pack is not None:
        pack_along(folder, args.pack)
    state = "Trained" if done else "Stopped; continue with --resume"
    print(
        f"{state}. Best probability on valid symbols (held-out strings) {trainer.best_mass:.5f}; "
        f"the model is in {folder / 'net'}."
    )
    return 0 if done else 130


def tell(told: Told) -> None:
    """One line on standard error: after each look, and in between on a terminal, where it is rewritten."""
    line = (
        f"step {told.step:,}/{told.steps:,}  {told.examples:,} examples  loss {told.loss:.4f}  "
        f"{told.examples_per_second:,.0f} examples/s  {told.seconds_left:,.0f} s left"
    )
    if told.quality is not None:
        print(f"{line}  P(valid) {told.quality.legal_mass:.5f}", file=sys.stderr, flush=True)
    elif sys.stderr.isatty():
        print(line, end="\r", file=sys.stderr, flush=True)


class _interruptible:  # noqa: N801 - used as a function is
    """While open, Ctrl-C is remembered instead of raised; the value says whether to carry on."""

    def __enter__(self) -> Callable[[], bool]:
        import signal

        self._asked = False
        self._before = signal.signal(signal.SIGINT, self._ask)
        return lambda: not self._asked

    def _ask(self, _number: int, _frame: object) -> None:
        self._asked = True

    def __exit__(self, *_error: object) -> None:
        import signal

        signal.signal(signal.SIGINT, self._before)
