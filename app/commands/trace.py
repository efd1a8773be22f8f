"""`trace`: run a prompt through a model without a window and save the run, by the same engine process and client.

A file of prompts is `app.commands.trace_many`'s. Progress goes to standard error; standard output stays empty, so a
script only looks at the exit status and the file.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.commands.trace_many import run_many
from app.commands.trace_table import PER, QUANTITIES
from app.commands.tracing import Trace
from engine.errors import InputRefused, OrreryError
from engine.files.run_file import save_run, writable
from engine.files.tensor_file import require_free
from engine.generation.sampling import checked
from engine.records import Change, Plan, Sampling, Site


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `trace` takes."""
    parser.add_argument("--model", required=True, help="a catalogue name, a hub id, a folder or a GGUF file")
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("--prompt", help="the text to continue")
    given.add_argument(
        "--prompts", type=Path, metavar="FILE", help="many: one a line, or a .csv, .tsv or .jsonl with a column prompt"
    )
    parser.add_argument("--tokens", type=int, help="how many to generate (default: 32, for a table 0)")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE.orrery",
        help="where to save the run; of --prompts a folder for the runs, or a .csv file for a table",
    )  # fmt: skip
    parser.add_argument("--temperature", type=float, default=0.0, help="0: always the most likely token (default)")
    parser.add_argument("--top-k", type=int, default=0, help="draw from the K most likely; 0 = all (default)")
    parser.add_argument("--top-p", type=float, default=1.0, help="draw from the fewest that reach this probability")
    parser.add_argument(
        "--min-p",
        type=float,
        default=0.0,
        help="only draw tokens at least this fraction as likely as the most likely one",
    )
    parser.add_argument("--repetition-penalty", type=float, default=1.0, help="1 changes nothing (default)")
    parser.add_argument("--seed", type=int, default=0, help="of the draws (default: %(default)s)")
    parser.add_argument("--device", default="auto", help="cpu, cuda, mps or auto (default: %(default)s)")
    parser.add_argument("--dtype", default="auto", help="float32, bfloat16, float16 or auto (default: %(default)s)")
    parser.add_argument("--k", type=int, default=50, help="candidates kept per position (default: %(default)s)")
    parser.add_argument("--chat", action="store_true", help="put the model's chat template around the prompt")
    parser.add_argument("--logits", action="store_true", help="save all logits of the path as well")
    parser.add_argument("--no-map", action="store_true", help="leave the map of token embeddings out of the file")
    parser.add_argument(
        "--overwrite", action="store_true", help="replace what is there already; of --prompts make all of it again"
    )
    _add_interventions(parser)
    many = parser.add_argument_group("with --prompts")
    many.add_argument(
        "--quantities", metavar="LIST", help=f"of a table: some of {', '.join(QUANTITIES)} (default: all)"
    )
    many.add_argument("--per", choices=PER, default="prompt", help="of a table: a row for each (default: %(default)s)")
    many.add_argument(
        "--next", action="append", default=[], metavar="TOKEN", help="of a table: the probability of this next token"
    )
    many.add_argument("--keep-going", action="store_true", help="after a prompt that fails, continue with the others")


def _add_interventions(parser: argparse.ArgumentParser) -> None:
    for option, form, what in (
        ("--scale", "L.N=S", "neuron N of layer L by S, as 10.100=0"),
        ("--scale-head", "L.H=S", "head H of layer L by S, as 5.1=0"),
        ("--scale-attention", "L=S", "layer L's attention by S, as 3=0"),
        ("--scale-mlp", "L=S", "layer L's MLP by S, as 3=0"),
    ):
        parser.add_argument(option, action="append", default=[], metavar=form, help=f"multiply {what}")
    parser.add_argument("--mean", action="store_true", help="replace by the mean over a text instead; S is not used")


def run(args: argparse.Namespace) -> int:
    """Do it and return the exit status. A failure is one sentence on standard error."""
    try:
        plan, sampling = plan_of(args), sampling_of(args)
        _require_counts(args)
        if args.prompts is not None:
            return run_many(args, sampling, plan)
        args.tokens = 32 if args.tokens is None else args.tokens
        writable(args.out)
        require_free(args.out, args.overwrite)
        trace = Trace()
        try:
            run = trace.run(args, sampling, plan)
            if args.logits:
                run.logits = trace.logits(run)
            save_run(run, args.out)
        finally:
            trace.close()
    except OrreryError as error:
        if args.debug:
            raise
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; nothing was saved.", file=sys.stderr)
        return 130
    print(f"Saved {len(run)} tokens to {args.out}.", file=sys.stderr)
    return 0


def sampling_of(args: argparse.Namespace) -> Sampling:
    """The sampling that the arguments name. Raises InputRefused, before anything is loaded, where one is wrong."""
    sampling = Sampling(args.temperature, args.top_k, args.top_p, args.min_p, args.repetition_penalty, args.seed)
    return checked(sampling)


def _require_counts(args: argparse.Namespace) -> None:
    if not args.model.strip():
        raise InputRefused("No model is named: give a name from `models`, a hub id, a folder or a GGUF file.")
    if args.tokens is not None and args.tokens < 0:
        raise InputRefused(f"The number of tokens must be 0 or more, but --tokens {args.tokens} was given.")
    if args.k < 1:
        raise InputRefused(f"At least 1 candidate must be kept per position, but --k {args.k} was given.")


def plan_of(args: argparse.Namespace) -> Plan:
    """The interventions that the arguments name. Raises InputRefused where one cannot be read."""
    changes = [_change("neuron", text, args.mean) for text in args.scale]
    changes += [_change("head", text, args.mean) for text in args.scale_head]
    changes += [_change("attention", text, args.mean) for text in args.scale_attention]
    changes += [_change("mlp", text, args.mean) for text in args.scale_mlp]
    sites = [change.site for change in changes]
    twice = next((site for site in sites if sites.count(site) > 1), None)
    if twice is not None:
        raise InputRefused(f"{twice} is changed twice: give each component one scale.")
    return Plan(tuple(changes))


def _change(kind: str, text: str, mean: bool) -> Change:
    example = "10.100=0" if kind in ("neuron", "head") else "3=0"
    place, equals, scale = text.partition("=")
    layer, dot, index = place.partition(".")
    try:
        if bool(dot) != (kind in ("neuron", "head")) or not (scale or (mean and not equals)):
            raise ValueError
        return Change(Site(kind, int(layer), int(index) if dot else 0), float(scale or "0"), mean)  # type: ignore[arg-type]
    except ValueError as error:
        what = {"neuron": "a neuron", "head": "a head", "attention": "a layer's attention", "mlp": "a layer's MLP"}[
            kind
        ]
        raise InputRefused(f"A change of {what} is written like {example}, but {text!r} was given.") from error
