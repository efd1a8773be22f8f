"""`ngrams`: count a text's n-grams and say how well they predict, continue a text by them, or make the bundled text."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from engine.labkit.books import BUNDLED
from engine.labkit.workbench import Bench
from engine.labs.ngrams.records import ALPHABETS, METHODS, ORDERS, UNITS, AskTables, AskWritten, Source, TablesFound


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `ngrams count`, `ngrams write PROMPT` and `ngrams make-text PACKAGE`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    count = actions.add_parser("count", help="how full the tables of n = 1 to 6 are, and their bits per character")
    _of_text(count)
    count.add_argument("--method", choices=METHODS, default=METHODS[0], help="how unseen sequences get probability")
    count.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    write = actions.add_parser("write", help="continue a text by each table; what was forced is in [brackets]")
    write.add_argument("prompt", help="the text to continue")
    _of_text(write)
    write.add_argument("--length", type=int, default=160, help="characters of each continuation (160)")
    write.add_argument("--seed", type=int, default=0, help="of what is drawn (0)")
    make = actions.add_parser("make-text", help="make the bundled text from Debian's package r-cran-janeaustenr")
    make.add_argument("package", type=Path, help="the package, a .deb file")
    make.add_argument("--output", type=Path, default=BUNDLED, help="the file to write (that of this checkout)")


def _of_text(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--text", default="", metavar="FILE", help="a text file of your own (the bundled novels)")
    parser.add_argument("--unit", choices=UNITS, default=UNITS[0], help="letters or words (letters)")
    parser.add_argument("--alphabet", choices=ALPHABETS, default=ALPHABETS[0], help="what counts as a letter")


def run(arguments: argparse.Namespace) -> int:
    """Do it; the exit status. Raises InputRefused."""
    if arguments.action == "make-text":
        from engine.labs.ngrams.make_text import make_text

        data = make_text(arguments.package)
        arguments.output.parent.mkdir(parents=True, exist_ok=True)
        arguments.output.write_bytes(data)
        print(f"{arguments.output}: {len(data):,} bytes")
        return 0
    from engine.labs.ngrams import table_answers

    bench = Bench(lambda *_: None, lambda: False)
    of = Source(arguments.text, arguments.unit, arguments.alphabet)
    if arguments.action == "write":
        found = table_answers.written(AskWritten(arguments.prompt, of, arguments.length, arguments.seed), bench)
        for line in found.lines:
            pieces = zip(line.symbols, line.choices.tolist(), strict=True)
            text = "".join(f"[{piece}]" if n == 1 else piece for piece, n in pieces).replace("\n", "↵")
            print(f"n = {line.n}  {text.replace('][', '')}")
        return 0
    _print(table_answers.tables(AskTables(of, arguments.method), bench), arguments.json)
    return 0


def _print(found: TablesFound, as_json: bool) -> None:
    rows: list[dict[str, Any]] = [
        {
            "n": n, "seen": int(found.seen[at]), "possible": float(found.possible[at]), "once": int(found.once[at]),
            "forced": float(found.forced[at]), "unseen": float(found.unseen[at]), "bits": float(found.bits[at]),
            "bits_per_character": float(found.bits_per_character[at]), "perplexity": float(found.perplexity[at]),
        }
        for at, n in enumerate(ORDERS)
    ]  # fmt: skip
    if as_json:
        whole = {"titles": found.titles, "characters": found.n_characters, "held_out": found.n_held_out}
        print(json.dumps({**whole, "symbols": found.n_symbols, "tables": rows}))
        return
    print(f"{', '.join(found.titles)}: {found.n_characters:,} characters, {found.n_held_out:,} held out, "
          f"{found.n_symbols:,} different symbols")  # fmt: skip
    print(" n       seen    possible       once  forced  unseen  bits/char  perplexity")
    for row in rows:
        print(f"{row['n']:2} {row['seen']:10,} {row['possible']:11.3g} {row['once']:10,} {row['forced']:7.1%} "
              f"{row['unseen']:7.2%} {row['bits_per_character']:10.3f} {row['perplexity']:11.1f}")  # fmt: skip
    for note in found.notes:
        print(note)
