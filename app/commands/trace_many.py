"""`trace --prompts`: many prompts through one model, as a folder of run files or as one table, and on after a stop.

A journal says what is done, under a key of everything that its numbers depend on: the same command goes on where it was
stopped, and what was asked for differently is not taken for the same. Run files and the table are written whole.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import hashlib
import io
import json
import sys
from pathlib import Path
from typing import Any, Protocol

from app.commands.journal import Journal
from app.commands.progress import Counted
from app.commands.prompts_file import Asked, read_prompts
from app.commands.trace_table import QUANTITIES, Table, token
from app.commands.tracing import Trace
from engine.errors import DiskProblem, InputRefused, OrreryError, WorkerDied
from engine.files.run_file import save_run, writable
from engine.protocol import Loaded
from engine.records import Plan, Sampling
from engine.run import Run

JOURNAL = "orrery-trace.jsonl"
_DONE = "the same command continues from there"


class _Result(Protocol):
    """What comes of the runs."""

    what: str

    def require(self, asked: tuple[Asked, ...]) -> None:
        """Find out before the model is loaded whether it can be written. Raises OrreryError."""

    def begin(self, loaded: Loaded) -> None:
        """A model is there. Raises InputRefused where it cannot do what is asked of every prompt."""

    def has(self, one: Asked) -> bool:
        """Whether this is whole."""

    def add(self, one: Asked, run: Run, trace: Trace) -> None:
        """Take a run in, whole or not at all."""

    def finish(self, asked: tuple[Asked, ...], is_whole: bool) -> None:
        """All that could be made is there."""


def run_many(args: argparse.Namespace, sampling: Sampling, plan: Plan) -> int:
    """Do it and return the exit status: 1 where a prompt failed, 130 where it was stopped. Raises OrreryError."""
    is_table = args.out.suffix.lower() == ".csv"
    tokens = args.tokens if args.tokens is not None else (0 if is_table else 32)
    asked = read_prompts(args.prompts, tokens, sampling)
    result: _Result = _Rows(args, plan, asked) if is_table else _Runs(args, plan)
    faulty = [one for one in asked if one.fault]
    if faulty and not args.keep_going:
        raise InputRefused(f"{args.prompts.name}: {faulty[0].told(faulty[0].fault)}")
    result.require(asked)
    trace = Trace()
    made = _Made()
    try:
        result.begin(trace.load(args.model, args.device, args.dtype))
        trace.told = None
        failed = _make(args, plan, asked, result, trace, made)
    except KeyboardInterrupt:
        print(f"Stopped; {made.done:,} of {len(asked):,} {result.what} are done, and {_DONE}.", file=sys.stderr)
        return 130
    finally:
        trace.close()
    result.finish(asked, not failed)
    return _ended(asked, failed, result, args.out)


@dataclasses.dataclass
class _Made:
    """How far it is, also for whoever stops it."""

    done: int = 0


def _make(
    args: argparse.Namespace, plan: Plan, asked: tuple[Asked, ...], result: _Result, trace: Trace, made: _Made
) -> list[Asked]:
    """Make what is not there yet; those that failed. Raises OrreryError at the first one, unless --keep-going."""
    failed: list[Asked] = []
    counted, now = Counted(len(asked), result.what), 0
    waiting = [one for one in asked if one.fault or not result.has(one)]
    made.done = len(asked) - len(waiting)
    if made.done:
        print(f"{made.done:,} of {len(asked):,} {result.what} are there already.", file=sys.stderr)
    for number, one in enumerate(waiting):
        try:
            if one.fault:
                raise InputRefused(one.fault)
            run = trace.one(one.prompt, one.sampling, plan, one.tokens, args.chat, args.k)
            result.add(one, run, trace)
            made.done += 1
            now += 1
        except (WorkerDied, DiskProblem):
            raise
        except OrreryError as error:
            if not args.keep_going:
                raise type(error)(f"{args.prompts.name}: {one.told(error)}") from error
            print(one.told(error), file=sys.stderr)
            failed.append(one)
        counted.tell(len(asked) - len(waiting) + number + 1, now)
    return failed


def _ended(asked: tuple[Asked, ...], failed: list[Asked], result: _Result, out: Path) -> int:
    if failed:
        lines = ", ".join(str(one.line) for one in failed[:20]) + (", …" if len(failed) > 20 else "")
        print(
            f"{len(failed):,} of {len(asked):,} prompts failed, in lines {lines}; the others: {out}.", file=sys.stderr
        )
        return 1
    print(f"Saved {len(asked):,} {result.what} to {out}.", file=sys.stderr)
    return 0


def _key(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()


class _Common:
    """What both results' keys have in common."""

    def __init__(self, args: argparse.Namespace, plan: Plan) -> None:
        self._args, self._plan = args, plan
        self._model: tuple[str, ...] = ()

    def _know(self, loaded: Loaded) -> None:
        self._model = (loaded.info.sha256, loaded.info.revision, loaded.info.dtype)

    def _of(self, one: Asked, *further: Any) -> str:
        """The key of everything that a run's numbers depend on."""
        sampling = dataclasses.asdict(one.sampling)
        return _key(
            self._model, one.prompt, one.tokens, sampling, repr(self._plan), self._args.chat, self._args.k, *further
        )


class _Runs(_Common):
    """A folder with a run file for each prompt."""

    what = "runs"

    def __init__(self, args: argparse.Namespace, plan: Plan) -> None:
        super().__init__(args, plan)
        self._folder: Path = args.out
        if self._folder.suffix.lower() == ".orrery":
            raise InputRefused(f"With --prompts, --out names a folder or a .csv file, but it is {self._folder}.")
        if args.next or args.quantities or args.per != "prompt":
            raise InputRefused("--next, --quantities and --per are for a table: let --out end in .csv.")

    def _file(self, one: Asked) -> Path:
        return self._folder / f"{one.name}.orrery"

    def require(self, asked: tuple[Asked, ...]) -> None:
        """The folder is made where it is missing. A run file that this command did not make stays as it is."""
        try:
            self._folder.mkdir(exist_ok=True)
        except OSError as error:
            raise DiskProblem(f"The folder {self._folder} cannot be made ({error.strerror}). Name another.") from error
        writable(self._folder / JOURNAL)
        self._journal = Journal(self._folder / JOURNAL)
        self._ours = {str(entry.get("name", "")) for entry in self._journal.entries.values()}
        for one in asked:
            if not one.fault and self._file(one).exists() and one.name not in self._ours and not self._args.overwrite:
                raise InputRefused(
                    f"{self._file(one)} is there already, and was not made by this command. Name another folder, or "
                    "give --overwrite."
                )

    def begin(self, loaded: Loaded) -> None:
        self._know(loaded)

    def _key_of(self, one: Asked) -> str:
        return self._of(one, "run", one.name, self._args.no_map, self._args.logits)

    def has(self, one: Asked) -> bool:
        """The newest entry of its name is this one, and the file is there. Raises InputRefused where another is."""
        if self._args.overwrite or not self._file(one).exists():
            return False
        newest = [key for key, entry in self._journal.entries.items() if entry.get("name") == one.name][-1]
        if newest != self._key_of(one):
            raise InputRefused(
                f"{self._file(one)} was made from another prompt, model or setting. Name another folder, or give "
                "--overwrite."
            )
        return True

    def add(self, one: Asked, run: Run, trace: Trace) -> None:
        """The entry comes first: a file that is there is whole, and an entry without a file says nothing."""
        trace.complete(with_map=not self._args.no_map)
        if self._args.logits:
            run.logits = trace.logits(run)
        try:
            self._file(one).unlink(missing_ok=True)
        except OSError as error:
            raise DiskProblem(f"{self._file(one)} cannot be replaced ({error.strerror}).") from error
        self._journal.add(self._key_of(one), name=one.name, prompt=one.prompt)
        save_run(run, self._file(one))

    def finish(self, asked: tuple[Asked, ...], is_whole: bool) -> None:
        """All files are there."""


class _Rows(_Common):
    """One table."""

    what = "prompts"

    def __init__(self, args: argparse.Namespace, plan: Plan, asked: tuple[Asked, ...]) -> None:
        super().__init__(args, plan)
        chosen = [each.strip() for each in (args.quantities or ",".join(QUANTITIES)).split(",")]
        unknown = next((each for each in chosen if each not in QUANTITIES), None)
        if unknown is not None:
            raise InputRefused(f"{unknown!r} is not a quantity of a table: name some of {', '.join(QUANTITIES)}.")
        if args.logits:
            raise InputRefused("--logits are saved in run files: let --out name a folder.")
        self._table = Table(args.per, tuple(chosen), tuple(args.next), any(one.next for one in asked))
        self._out: Path = args.out

    def require(self, asked: tuple[Asked, ...]) -> None:
        """A table that this command did not begin stays as it is."""
        writable(self._out)
        part = self._out.with_name(f"{self._out.name}.part")
        if self._args.overwrite:
            part.unlink(missing_ok=True)
        elif self._out.exists() and not part.exists():
            raise InputRefused(f"{self._out} is there already. Name another file, or give --overwrite.")
        self._journal = Journal(part)

    def begin(self, loaded: Loaded) -> None:
        """Raises InputRefused where a token of --next is none of the model's."""
        self._know(loaded)
        for text in self._table.next:
            token(loaded.vocabulary, text)

    def _key_of(self, one: Asked) -> str:
        return self._of(one, "rows", dataclasses.asdict(self._table), one.next)

    def has(self, one: Asked) -> bool:
        return self._key_of(one) in self._journal.entries

    def add(self, one: Asked, run: Run, trace: Trace) -> None:
        rows = self._table.rows(run, one.next, lambda at: trace.distribution(run.path[at]).probs)
        self._journal.add(self._key_of(one), rows=rows)

    def finish(self, asked: tuple[Asked, ...], is_whole: bool) -> None:
        """Write the table; what was kept for going on goes where nothing is missing."""
        from app.whole_file import write_whole

        text = io.StringIO(newline="")
        lines = csv.writer(text)
        lines.writerow(["line", "name", *self._table.columns])
        for one in asked:
            entry = {} if one.fault else self._journal.entries.get(self._key_of(one), {})
            lines.writerows([one.line, one.name, *row] for row in entry.get("rows", ()))
        if why := write_whole(self._out, text.getvalue().encode("utf-8", "replace")):
            raise DiskProblem(f"{self._out} could not be written ({why}). Make room; {_DONE}.")
        if is_whole:
            self._journal.path.unlink(missing_ok=True)
