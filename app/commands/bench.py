"""`python main.py bench`: every benchmark of `tests/bench/` in a process of its own, as one table.

A process each, because a torch import, a numba compile or a GL context of one would colour the figures of the next.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from engine import checked_json

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "tests" / "bench"
NOT_BENCHMARKS = {"__init__", "rows", "window_child", "vectors", "keep"}


def names() -> list[str]:
    """The benchmarks there are."""
    return sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in NOT_BENCHMARKS)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `bench` takes."""
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which to run (default: all): {', '.join(names())}")


def run(args: argparse.Namespace) -> int:
    """Run the named benchmarks and print the table; 1 where one broke or missed its limit."""
    unknown = sorted(set(args.names) - set(names()))
    if unknown:
        print(f"There is no benchmark {unknown[0]!r}; there are {', '.join(names())}.", file=sys.stderr)
        return 1
    from tests.bench.rows import Row, table

    rows: list[Row] = []
    broken: list[str] = []
    for name in args.names or names():
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        command = [sys.executable, "-m", f"tests.bench.{name}", "--json"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
        rows += [Row(**checked_json.parsed_object(line)) for line in lines]
        if done.returncode != 0:
            broken.append(
                f"{name}: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'no reason given'}"
            )
    print(table(rows))
    for line in broken:
        print(f"This benchmark could not run: {line}", file=sys.stderr)
    return 1 if broken or not all(row.passed for row in rows) else 0
