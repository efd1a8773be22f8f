"""`dictionary`: train a sparse dictionary on a layer of a model and write it; the bundled ones are made by it."""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from engine.dictionaries.records import HOOK_KINDS, DictionaryInfo, Hook, Recipe
from engine.errors import OrreryError
from engine.files.tensor_file import require_free, require_writable
from engine.labs.dictionary_training.records import DEFAULT

if TYPE_CHECKING:
    from engine.labkit.subject import Subject
    from engine.labs.dictionary_training.live import Live

MODEL: Final = "SmolLM2-135M-Instruct"
HELP: Final = {
    "width": "latents", "k": "latents that are active at a position", "rate": "learning rate",
    "steps": "steps", "batch": "positions a step", "seed": "of the start and of the order",
    "tokens": "tokens read, at most", "context": "tokens read together",
    "l1": "of relu: weight of the sum of activations", "text": "a text file, or `sample` (default: the bundled novels)",
}  # fmt: skip
SLICE: Final = 5.0  # seconds between two lines of progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `dictionary train --layer L --out FILE.safetensors`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    train = actions.add_parser("train", help="train a dictionary, or continue its training, and write it")
    train.add_argument("--model", default=MODEL, help="a catalogue name, a hub id, a folder or a GGUF file")
    train.add_argument("--kind", choices=HOOK_KINDS, default="resid", help="which activations (default: %(default)s)")
    train.add_argument("--layer", type=int, required=True, help="of which layer")
    train.add_argument("--activation", choices=("topk", "relu"), default="topk", help="(default: %(default)s)")
    for name, what in HELP.items():
        value = getattr(DEFAULT, name)
        shown = "" if name == "text" else f" (default: {value:,})"
        train.add_argument(f"--{name}", type=type(value), default=value, help=f"{what}{shown}")
    train.add_argument("--title", default="", help="what it is called (default: made from the settings)")
    train.add_argument("--half", action="store_true", help="write the matrices as float16")
    train.add_argument("--device", default="auto", help="cpu, cuda, mps or auto (default: %(default)s)")
    train.add_argument("--threads", type=int, default=0, help="of torch (default: as many as torch takes)")
    train.add_argument("--out", metavar="FILE.safetensors", type=Path, required=True, help="the file to write")
    train.add_argument("--overwrite", action="store_true", help="replace a file that is there already")


def run(args: argparse.Namespace) -> int:
    """Do it and return the exit status. A failure is one sentence on standard error."""
    try:
        print(_train(args))
    except OrreryError as error:
        if getattr(args, "debug", False):
            raise
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; the same command continues what was kept.", file=sys.stderr)
        return 130
    return 0


def recipe_of(args: argparse.Namespace) -> Recipe:
    """The recipe that was named."""
    given: dict[str, Any] = {name: getattr(args, name) for name in HELP}
    return replace(DEFAULT, hook=Hook(args.kind, args.layer), activation=args.activation, **given)


def _train(args: argparse.Namespace) -> str:
    require_writable(args.out.resolve())
    require_free(args.out, args.overwrite)
    import torch

    from engine.dictionaries import files
    from engine.dictionaries.training import require_recipe
    from engine.labs.dictionary_training import train

    recipe = recipe_of(args)
    require_recipe(recipe)
    if args.threads:
        torch.set_num_threads(args.threads)
    subject, sha256 = _subject(args)
    live = train.live_of(subject, recipe, sha256)
    _go_on(live, subject)
    dictionary, activity = train.scored(live, subject, args.half)
    title = args.title or train.title_of(live)
    whole = replace(dictionary, info=replace(dictionary.info, title=title))
    files.save(args.out, whole, activity, args.half)
    return summary(files.read_info(args.out, args.out.name))


def _go_on(live: Live, subject: Subject) -> None:
    from engine.nets.slices import Slice

    try:
        while not live.finished:
            live.work(subject, Slice(SLICE, lambda: False))
            now = live.curve.columns["explained"]
            explained = f", {now[-1]:.3f} of the variance of a batch" if now else ""
            print(
                f"{live.doing}: {live.stream.counts.tokens:,} of {live.stream.tokens:,} tokens read, step "
                f"{live.learner.step:,} of {live.recipe.steps:,}{explained}",
                file=sys.stderr,
            )
    finally:
        live.keep()
    if live.problem:
        print(live.problem, file=sys.stderr)


def _subject(args: argparse.Namespace) -> tuple[Subject, str]:
    from engine.capture.recognise import describe
    from engine.commands.models import ProgressLine
    from engine.labkit.subject import Subject
    from engine.models.facts import model_info
    from engine.models.load import load

    bar = ProgressLine(sys.stderr)
    try:
        loaded = load(args.model, device=args.device, dtype="float32", progress=bar)
    finally:
        bar.end()
    anatomy = describe(loaded.model)
    info = model_info(loaded, anatomy)
    subject = Subject(
        loaded.model, anatomy, loaded.tokenizer, info.name, info.n_parameters, info.context, lambda *_: None,
        lambda: False,
    )  # fmt: skip
    return subject, info.sha256


def summary(info: DictionaryInfo) -> str:
    """What was written: the recipe, and the scores one a line."""
    scores, recipe = info.scores, info.recipe
    told = ", ".join(f"{entry.name} {getattr(recipe, entry.name)}" for entry in fields(Recipe) if entry.name != "hook")
    lines = [
        f"{info.title}: {info.width:,} latents of {info.hook.key}, {info.d:,} numbers, of {info.model}",
        told,
        f"held out: {scores.positions:,} positions",
        f"explained variance {scores.explained:.4f} (of the activations themselves {scores.explained_raw:.4f})",
        f"mean square error {scores.mse:.4f}, active {scores.active:.1f}, dead {scores.dead:.4f}",
        f"loss {scores.loss:.4f} nats a token; spliced {scores.loss_spliced:.4f}; the mean {scores.loss_ablated:.4f}",
        f"loss recovered {scores.recovered:.4f}, KL {scores.kl:.4f} nats a token",
        f"sha256 {info.sha256}",
    ]
    return "\n".join(lines)
