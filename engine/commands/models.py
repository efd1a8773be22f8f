"""`models`: what there is, fetching one ahead of time, and clearing what the cache holds.

Progress goes to standard error, as one line that is rewritten on a terminal and as a line every ten percent
elsewhere, so that standard output stays clean for other programs.
"""

from __future__ import annotations

import argparse
import sys
from typing import TextIO

from engine.errors import OrreryError
from engine.models import clear, get, list_models
from engine.models.disk import in_words, size_of
from engine.models.store import NOTE, without_note

_BAR = 28  # characters
_EVERY = 10  # percent between two lines where there is no terminal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `models`, `models get NAME` and `models clear [NAME]`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    actions.add_parser("list", help="list the models (this is done when no action is named)")
    fetch = actions.add_parser("get", help="fetch a model now, to have it without network later")
    fetch.add_argument("name", metavar="NAME", help="a name from the list, a hub id, a folder or a GGUF file")
    remove = actions.add_parser("clear", help="remove a model from the cache, or all of them")
    remove.add_argument("name", metavar="NAME", nargs="?", help="the model to remove; all of them if it is left out")


def run(args: argparse.Namespace) -> int:
    """Do it and return the exit status. A failure is one sentence on standard error."""
    try:
        if args.action == "get":
            _get(args.name)
        elif args.action == "clear":
            print(f"Freed {in_words(clear(args.name))}.")
        else:
            _list()
    except OrreryError as error:
        if getattr(args, "debug", False):
            raise
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; what was fetched of large files is continued next time.", file=sys.stderr)
        return 130
    return 0


def _list() -> None:
    rows = list_models()
    width = max(len(row.name) for row in rows)
    for row in rows:
        size = f"{row.parameters / 1e6:,.0f} M" if row.parameters else ""
        state = f"on disk, {in_words(row.n_bytes)}" if row.on_disk else ("gated" if row.note else "to be fetched")
        print(f"{row.name:<{width}}  {size:>8}  {state:<18}  {row.what} ({row.licence or row.where})")
    for row in rows:
        if row.on_disk:
            print(f"\n{row.name} is in {row.folder}, from {row.where}.", end="")
    for folder in without_note():
        size = in_words(size_of(folder))
        print(f"\n{folder} ({size}) holds a model, but its note {NOTE} is damaged or missing, ", end="")
        print("so it is left out. Fetch the model again, or remove the folder.", end="")
    print("\nAny other decoder-only model: a hub id (org/name), a folder in Hugging Face format, or a GGUF file.")
    print("Gated models need their licence accepted on their page, and `hf auth login` or a token in HF_TOKEN.")


def _get(name: str) -> None:
    bar = ProgressLine(sys.stderr)
    try:
        where = get(name, bar)
    finally:
        bar.end()
    print(f"{where.name} is in {where.folder} ({in_words(size_of(where.folder))}), from {where.source}.")


class ProgressLine:
    """A progress callback that writes to a text stream."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._doing = ""
        self._percent = -_EVERY
        self._length = 0

    def __call__(self, doing: str, done: int, total: int) -> None:
        if doing != self._doing:
            self.end()
            self._doing, self._percent = doing, -_EVERY
            if not self._terminal or not total:
                self._write(doing if total == 0 else f"{doing}: {in_words(total)}")
        percent = min(100, 100 * done // total) if total else 0
        if total and percent >= self._percent + (1 if self._terminal else _EVERY):
            self._percent = percent
            self._write(self._line(done, total, percent))

    def _line(self, done: int, total: int, percent: int) -> str:
        amount = f"{in_words(done)} of {in_words(total)}" if total > 10_000 else ""
        if not self._terminal:
            return f"  {percent:3d} %  {amount}"
        filled = _BAR * percent // 100
        return f"{self._doing}  [{'#' * filled}{'.' * (_BAR - filled)}] {percent:3d} %  {amount}"

    def _write(self, text: str) -> None:
        if self._terminal:
            self._stream.write(f"\r{text:<{self._length}}")
            self._length = len(text)
        else:
            self._stream.write(f"{text}\n")
        self._stream.flush()

    def end(self) -> None:
        """Leave the line, so that what follows begins a new one."""
        if self._terminal and self._length:
            self._stream.write("\n")
            self._stream.flush()
        self._length = 0
