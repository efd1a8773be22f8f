"""`heads`: score every head of a model on repeated random tokens and write a table of them."""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

import numpy as np

from engine.errors import InputRefused, OrreryError
from engine.files.tensor_file import require_free, require_writable
from engine.labs.attention.records import (
    COUNTS_AT,
    HEAD_SCORES,
    AskHeadScores,
    HeadScores,
)
from engine.sentences import say

COLUMNS = ("layer", "head", *HEAD_SCORES)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `heads --model M --out FILE.csv`."""
    parser.add_argument(
        "--model", default="SmolLM2-135M-Instruct", help="a catalogue name, a hub id, a folder or a GGUF file"
    )
    parser.add_argument("--seed", type=int, default=0, help="seed of the random tokens (default: %(default)s)")
    parser.add_argument(
        "--length",
        type=int,
        default=50,
        help="random tokens in a sequence, which is then repeated (default: %(default)s)",
    )
    parser.add_argument("--batches", type=int, default=2, help="batches of four sequences each (default: %(default)s)")
    parser.add_argument("--device", default="auto", help="cpu, cuda, mps or auto (default: %(default)s)")
    parser.add_argument("--dtype", default="auto", help="float32, bfloat16, float16 or auto (default: %(default)s)")
    parser.add_argument("--out", metavar="FILE.csv", type=Path, required=True, help="the table to write")
    parser.add_argument("--overwrite", action="store_true", help="replace a file that is there already")


def run(args: argparse.Namespace) -> int:
    """Do it and return the exit status. A failure is one sentence on standard error."""
    try:
        found = _scored(args)
        write(args.out, found)
    except OrreryError as error:
        if getattr(args, "debug", False):
            raise
        print(error, file=sys.stderr)
        return 1
    print(summary(found))
    return 0


def _scored(args: argparse.Namespace) -> HeadScores:
    require_writable(args.out.resolve())
    require_free(args.out, args.overwrite)
    from engine.capture.recognise import describe
    from engine.commands.models import ProgressLine
    from engine.labs.attention.head_scores import score
    from engine.models.facts import context_of
    from engine.models.load import load

    bar = ProgressLine(sys.stderr)
    try:
        loaded = load(args.model, device=args.device, dtype=args.dtype, progress=bar)
        context = context_of(loaded.model.config.get_text_config(decoder=True))
        question = AskHeadScores(seed=args.seed, length=args.length, batches=args.batches)
        return score(
            loaded.model, describe(loaded.model), loaded.vocabulary, loaded.tokenizer.bos_token_id,
            context, question, lambda *_: None, lambda: False,
        )  # fmt: skip
    finally:
        bar.end()


def write(path: Path, found: HeadScores) -> None:
    """One row per head, layer by layer.

    Raises:
        InputRefused: the file cannot be written.
    """
    _, layers, heads = found.scores.shape
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(COLUMNS)
            for layer in range(layers):
                for head in range(heads):
                    table.writerow([layer, head, *(f"{value:.6f}" for value in found.scores[:, layer, head])])
    except OSError as error:
        raise InputRefused(
            say("{path} cannot be written ({why}). Name another file.", path=path, why=error.strerror)
        ) from error


def summary(found: HeadScores) -> str:
    """What the scores rest on, and the strongest head of each kind."""
    start = "BOS and " if found.begins_with_bos else ""
    basis = f"{found.sequences} sequences of {start}{found.length} random tokens, repeated once, seed {found.seed}"
    lines = [f"{basis}, {found.seconds:.1f} s."]
    for name, values, errors in zip(HEAD_SCORES, found.scores, found.errors, strict=True):
        best = np.unravel_index(int(np.nanargmax(values)), values.shape)
        count = int((values >= COUNTS_AT).sum())
        lines.append(
            f"{name:<10} {count:4d} heads at {COUNTS_AT} or more; strongest L{best[0]}.H{best[1]} "
            f"at {values[best]:.3f} ± {errors[best]:.3f}"
        )
    return "\n".join(lines)
