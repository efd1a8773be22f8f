"""Reads a recorded run of a lesson: a run file, compressed."""

from __future__ import annotations

import tempfile
import zlib
from pathlib import Path
from typing import Final

from engine.errors import RunFileProblem, reason
from engine.files.run_file import load_run
from engine.run import Run
from engine.sentences import say

MOST_BYTES: Final = 64 * 2**20  # of one, decompressed


def load_recorded(path: Path) -> Run:
    """The run. Raises RunFileProblem: it is not there, damaged, or too large."""
    try:
        inflating = zlib.decompressobj(wbits=31)
        data = inflating.decompress(path.read_bytes(), MOST_BYTES)
    except (OSError, zlib.error) as error:
        raise RunFileProblem(
            say("The recorded run {name} cannot be read ({why}).", name=path.name, why=reason(error))
        ) from error
    if not inflating.eof:
        raise RunFileProblem(say("The recorded run {name} is cut short, or too large.", name=path.name))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "run.orrery"
        plain.write_bytes(data)
        return load_run(plain)
