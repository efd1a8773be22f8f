"""Reads a recorded run of a lesson: a run file, compressed, and beside it what laboratories found for its steps.

The map of a model's vocabulary is the same for each of its runs, and larger than all else, so it comes once: as a
recorded run of its own, with the whole vocabulary. A run keeps only the places of its own tokens on it.
"""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from engine.errors import OrreryError, RunFileProblem, reason
from engine.files.run_file import load_run, read_beside
from engine.questions import Finding, Question
from engine.records import ModelInfo
from engine.run import MapState, Run
from engine.sentences import say

MOST_BYTES: Final = 64 * 2**20  # of one, decompressed
MAPS: Final = Path(__file__).resolve().parents[2] / "resources" / "lessons" / "maps"


def load_recorded(path: Path, maps: Path = MAPS) -> Run:
    """The run, on the map of its model where that ships. Raises RunFileProblem: not there, damaged, or too large."""
    run, beside = _read(path)
    try:
        _put_beside(run, beside)
        _put_on_map(run, beside, maps)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise _unreadable(path, error) from error
    return run


def map_file(info: ModelInfo, folder: Path = MAPS) -> Path:
    """Where the map of a model's vocabulary is."""
    return folder / f"{info.sha256[:16]}.orrery.gz"


def _read(path: Path) -> tuple[Run, Mapping[str, Any]]:
    try:
        inflating = zlib.decompressobj(wbits=31)
        data = inflating.decompress(path.read_bytes(), MOST_BYTES)
    except (OSError, zlib.error) as error:
        raise _unreadable(path, error) from error
    if not inflating.eof:
        raise RunFileProblem(say("The recorded run {name} is cut short, or too large.", name=path.name))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "run.orrery"
        plain.write_bytes(data)
        return load_run(plain), read_beside(plain) or {}


def _unreadable(path: Path, error: Exception) -> RunFileProblem:
    return RunFileProblem(say("The recorded run {name} cannot be read ({why}).", name=path.name, why=reason(error)))


def _put_beside(run: Run, beside: Mapping[str, Any]) -> None:
    for question, finding in beside.get("findings", ()):
        if not isinstance(question, Question) or not isinstance(finding, Finding):
            raise TypeError("its findings are none")
        run.findings[question] = finding


def _put_on_map(run: Run, beside: Mapping[str, Any], folder: Path) -> None:
    """Give a run the map of its model, and its own tokens their places there. Without the file it has no map."""
    if run.info is None or run.maps:
        return
    shared = _shared_map(map_file(run.info, folder))
    if shared is None or shared.info is None or shared.info.sha256 != run.info.sha256:
        return
    run.vocabulary = shared.vocabulary
    for space, state in shared.maps.items():
        run.maps[space] = MapState(state.background, list(state.layouts), state.chosen)
    for space, nodes, placed in beside.get("places", ()):
        if space in run.maps and max(nodes, default=0) < len(run.nodes):
            run.maps[space].place(nodes.tolist(), placed)


@lru_cache(maxsize=1)
def _shared_map(path: Path) -> Run | None:
    try:
        return _read(path)[0]
    except OrreryError:
        return None
