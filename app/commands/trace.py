"""`trace`: run a prompt through a model without a window and save the run, by the same engine process and client.

Progress goes to standard error; standard output stays empty, so a script only looks at the exit status and the file.
"""

from __future__ import annotations

import argparse
import queue
import sys
from pathlib import Path
from typing import TypeVar

import numpy as np

from app.commands.progress import Told
from app.session.engine_client import EngineClient
from engine import protocol
from engine.errors import InputRefused, OrreryError, WorkerDied
from engine.files.run_file import save_run, writable
from engine.generation.sampling import checked
from engine.records import EMBEDDING, F32, Change, Plan, Sampling, Site
from engine.run import MapState, Run

_A = TypeVar("_A", bound=protocol.Answer)
_TWICE = "The prompt begins with {token}, which this model's tokenizer puts there by itself: leave it out to have one."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `trace` takes."""
    parser.add_argument("--model", required=True, help="a catalogue name, a hub id, a folder or a GGUF file")
    parser.add_argument("--prompt", required=True, help="the text to continue")
    parser.add_argument("--tokens", type=int, default=32, help="how many to generate (default: %(default)s)")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.orrery", help="where to save the run")
    parser.add_argument("--temperature", type=float, default=0.0, help="0 takes the likeliest token (default)")
    parser.add_argument("--top-k", type=int, default=0, help="draw from the K likeliest; 0 = all (default)")
    parser.add_argument("--top-p", type=float, default=1.0, help="draw from the fewest that reach this probability")
    parser.add_argument("--min-p", type=float, default=0.0, help="leave out what is below this share of the likeliest")
    parser.add_argument("--repetition-penalty", type=float, default=1.0, help="1 changes nothing (default)")
    parser.add_argument("--seed", type=int, default=0, help="of the draws (default: %(default)s)")
    parser.add_argument("--device", default="auto", help="cpu, cuda, mps or auto (default: %(default)s)")
    parser.add_argument("--dtype", default="auto", help="float32, bfloat16, float16 or auto (default: %(default)s)")
    parser.add_argument("--k", type=int, default=50, help="candidates kept per position (default: %(default)s)")
    parser.add_argument("--chat", action="store_true", help="put the model's chat template around the prompt")
    parser.add_argument("--logits", action="store_true", help="save all logits of the path as well")
    parser.add_argument("--no-map", action="store_true", help="leave the map of token embeddings out of the file")
    _add_interventions(parser)


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
        writable(args.out)
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
    if args.tokens < 0:
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
        raise InputRefused(f"{twice} is changed twice: give each part one scale.")
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


class Trace:
    """One run through the engine client, answer by answer."""

    def __init__(self) -> None:
        self._answers: queue.Queue[protocol.Answer] = queue.Queue(64)
        self._client = EngineClient(self._answers.put)
        self._told = Told()
        self._run = Run()

    def close(self) -> None:
        """End the engine."""
        self._client.close()

    def run(self, args: argparse.Namespace, sampling: Sampling, plan: Plan) -> Run:
        """Load, run the prompt, generate, and find the map. Raises OrreryError, WorkerDied among them."""
        self._client.start()
        load = self._client.send(protocol.LoadModel, spec=args.model, device=args.device, dtype=args.dtype)
        loaded = self._until(load, protocol.Loaded)
        self._run.info, self._run.vocabulary = loaded.info, loaded.vocabulary
        begin = self._client.send(
            protocol.NewRun, prompt=args.prompt, sampling=sampling, chat=args.chat, k=args.k, plan=plan
        )
        self._until(begin, protocol.Halted)
        go = self._client.send(protocol.Generate, n_tokens=args.tokens)
        self._until(go, protocol.Halted)
        check = self._client.send(protocol.CheckReference)
        self._run.reference = self._until(check, protocol.Referenced).reference
        if not args.no_map:
            self._find_map()
        return self._run

    def _find_map(self) -> None:
        space = self._until(self._client.send(protocol.OpenSpace, space=EMBEDDING), protocol.SpaceReady)
        state = MapState(space.background, list(space.layouts))
        state.choose(space.layout)
        self._run.maps[EMBEDDING] = state
        use = self._client.send(protocol.UseLayout, layout=space.layout)
        self._until(use, protocol.Done)  # the places come a few at a time

    def logits(self, run: Run) -> F32:
        """All logits of the path. [T, V]"""
        requests = (self._client.send(protocol.FullDistribution, node=node) for node in run.path)
        return np.stack([self._until(request, protocol.Distribution).logits for request in requests])

    # -- answers -------------------------------------------------------------------------------------------------

    def _until(self, request_id: int, kind: type[_A]) -> _A:
        """Take answers in until the one of `kind` to this request; a failure of it is raised."""
        while True:
            answer = self._answers.get()
            self._take(answer)
            if answer.request_id == request_id and isinstance(answer, kind):
                return answer

    def _take(self, answer: protocol.Answer) -> None:
        if isinstance(answer, protocol.Progress):
            self._told.tell(answer.doing, answer.done, answer.total)
        elif isinstance(answer, protocol.RunStarted):
            self._run.run_id, self._run.prompt = answer.run_id, answer.prompt
            self._run.prompt_tokens, self._run.chat = answer.prompt_tokens, answer.chat
            self._run.sampling, self._run.plan = answer.sampling, answer.plan
            if answer.typed_twice:
                print(_TWICE.format(token=answer.typed_twice), file=sys.stderr, flush=True)
        elif isinstance(answer, protocol.TokensReady):
            self._run.append(answer.tokens)
        elif isinstance(answer, protocol.NodesPlaced):
            self._run.maps[answer.space].place(answer.nodes, answer.placed)
        elif isinstance(answer, protocol.Failed):
            raise _error(answer)
        elif isinstance(answer, protocol.Died):
            raise WorkerDied(answer.sentence)


def _error(answer: protocol.Failed) -> OrreryError:
    """The failure as the error it was in the engine, its trace attached for --debug."""
    from engine import errors

    kind = getattr(errors, answer.kind, OrreryError)
    error: OrreryError = (kind if issubclass(kind, OrreryError) else OrreryError)(answer.sentence)
    error.add_note(answer.detail)
    return error
