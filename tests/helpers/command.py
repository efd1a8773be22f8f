"""`main.py` as a person runs it: a process of its own with its exit status and what it wrote, though not a fresh one.

It is forked from the process that has the libraries (`tests.helpers.forked`), and so is the engine that it starts: what
takes seconds of imports otherwise takes none. A test about the start itself spawns Python anew.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from multiprocessing.context import BaseContext
from pathlib import Path

from tests.helpers.forked import context

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240.0  # seconds


def main_py(*arguments: str | Path, without: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    """Run the command from the project's folder, `without` some variables of the environment, and wait for its end."""
    given = [str(part) for part in arguments]
    with tempfile.TemporaryDirectory() as folder:
        process = context().Process(target=_run, args=(given, folder, tuple(without)))
        process.start()
        process.join(PATIENCE)
        late = process.exitcode is None
        if late:
            process.kill()
            process.join()
        out, err = ((Path(folder) / name).read_text(encoding="utf-8") for name in ("1", "2"))
        assert not late, f"{given} did not end: {out}{err}"
        assert process.exitcode is not None
        return subprocess.CompletedProcess(given, process.exitcode, out, err)


def _run(arguments: Sequence[str], folder: str, without: Sequence[str]) -> None:
    for number in (1, 2):
        os.dup2(os.open(Path(folder) / str(number), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - as long as the process
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115
    for name in without:
        os.environ.pop(name, None)
    os.chdir(ROOT)
    sys.argv = ["main.py", *arguments]
    ask = multiprocessing.get_context

    def forks(method: str | None = None) -> BaseContext:
        return ask("fork" if method == "spawn" else method)

    multiprocessing.get_context = forks  # type: ignore[assignment]
    import main

    sys.exit(main.guarded())
