"""The numbers behind a picture: every number of a view's frame by its name, for a file that other programs read.

A frame holds all that its view paints, so the same walk through it serves all views: `table.probs` is the field `probs`
of the field `table`. The shapes and meanings of fields stand beside them in the class of the frame.
"""

from __future__ import annotations

import dataclasses
import io
import itertools
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine import checked_json
from engine.errors import InputRefused
from engine.records import Vocabulary
from engine.run import Run
from engine.sentences import say
from viz.figures import table_files
from viz.figures.places import without_real_places
from viz.figures.table_files import CSV, PARQUET, Cell
from viz.figures.units import TRUTH, unit_of
from viz.ui_state import UiState

NPZ = ".npz"
SUFFIXES = (CSV, NPZ, PARQUET)
KINDS = f"{CSV}, {NPZ} or {PARQUET}"
COLUMNS = ("name", "index", "value", "unit")
MOST = 3_000_000  # values of a table: what a person waits for
MOST_PASTED = 1_048_575  # rows that spreadsheets have below the names of the columns
UNITS = "units"  # the key below ABOUT that names the unit of each array of an NPZ file
ABOUT = "about"  # the entry of an NPZ file that says where the numbers come from
LEFT_OUT = (Vocabulary, UiState, Run)  # neither of the picture nor numbers
NOWHERE = (object, "")
EVERY = 20_000  # rows, from one word about how far it is to the next
Tell = Callable[[int, int], object]
Field = tuple[type, str]  # the class and the name of a field
Array = np.ndarray[tuple[int, ...], np.dtype[Any]]


def _unit(array: Array, field: Field) -> str:
    kind = array.dtype.kind
    return TRUTH if kind == "b" else "" if kind in "US" else unit_of(*field)


def _walk(part: Any, name: str, field: Field) -> Iterator[tuple[str, Array, Field]]:
    if part is None or isinstance(part, LEFT_OUT):
        return
    if isinstance(part, np.ndarray):
        if part.dtype != object:
            yield name, part, field
    elif isinstance(part, str):
        yield name, np.asarray(without_real_places(part)), field
    elif isinstance(part, (bool, int, float, np.generic)):
        yield name, np.asarray(part), field
    elif dataclasses.is_dataclass(part):
        for each in dataclasses.fields(part):
            named = f"{name}.{each.name}".lstrip(".")
            yield from _walk(getattr(part, each.name), named, (type(part), each.name))
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from _walk(value, f"{name}[{key}]", field)
    elif isinstance(part, (tuple, list, frozenset)):
        yield from _of_sequence(sorted(part, key=str) if isinstance(part, frozenset) else part, name, field)


def _of_sequence(parts: Any, name: str, field: Field) -> Iterator[tuple[str, Array, Field]]:
    """One array where all are numbers, or all texts, of one kind; else each by its place."""
    if parts and len({type(part) for part in parts}) == 1 and isinstance(parts[0], (str, bool, int, float)):
        yield name, np.asarray([without_real_places(it) for it in parts] if isinstance(parts[0], str) else parts), field
        return
    for at, part in enumerate(parts):
        yield from _walk(part, f"{name}[{at}]", field)


@dataclass(frozen=True)
class Gathered:
    """The numbers of a frame by name, and what those that have a unit are measured in."""

    arrays: Mapping[str, Array]
    units: Mapping[str, str]

    @property
    def count(self) -> int:
        """How many values there are."""
        return sum(array.size for array in self.arrays.values())


def gathered(frame: Any) -> Gathered:
    """Those of a frame."""
    arrays, units = dict[str, Array](), dict[str, str]()
    for name, array, field in _walk(frame, "", NOWHERE):
        arrays[name], units[name] = array, _unit(array, field)
    return Gathered(arrays, units)


def as_npz(found: Gathered, about: Mapping[str, str], packed: bool = True) -> bytes:
    """An archive of arrays by their names, and `about` with their units as a JSON text; no pickles."""
    file = io.BytesIO()
    told = json.dumps({**about, UNITS: {name: unit for name, unit in found.units.items() if unit}}, ensure_ascii=False)
    arrays = {**found.arrays, ABOUT: np.asarray(told)}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, array in arrays.items():  # numpy.savez takes no array called "file"
            with archive.open(f"{name}.npy", "w", force_zip64=True) as entry:
                np.lib.format.write_array(entry, array, allow_pickle=False)
    return file.getvalue()


def of_npz(path: Path) -> tuple[Gathered, dict[str, str]]:
    """What `as_npz` wrote: the numbers, and what is said about them."""
    with np.load(path, allow_pickle=False) as archive:
        arrays = {name: archive[name] for name in archive.files if name != ABOUT}
        about = checked_json.parsed_object(str(archive[ABOUT]))
    units = about.pop(UNITS)
    return Gathered(arrays, {name: units.get(name, "") for name in arrays}), about


def rows_of(found: Gathered, most: int = MOST, tell: Tell = lambda *_: None) -> list[tuple[str, str, Cell, str]]:
    """A row of `COLUMNS` for each value: its name, its place counted from 0 ("3 5" is row 3, column 5), value, unit.

    `tell` is told how many rows of all are there. Raises InputRefused where there are more than `most`.
    """
    count = found.count
    if count > most:
        raise InputRefused(
            say(
                "These are {count:,} values, too many for a table ({most:,} at most). Save them as .npz.",
                count=count,
                most=most,
            )
        )
    rows: list[tuple[str, str, Cell, str]] = []
    for name, array in found.arrays.items():
        unit = found.units[name]
        places = itertools.product(*map(range, array.shape))
        for index, value in zip(places, array.ravel().tolist(), strict=True):
            if len(rows) % EVERY == 0:
                tell(len(rows), count)
            rows.append((name, " ".join(map(str, index)), value, unit))
    return rows


def kind_of(path: Path) -> str:
    """Which of `SUFFIXES` a file's name ends in. Raises InputRefused where it is none of them."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputRefused(
            say("A table's name must end in {kinds}, but {name!r} does not.", kinds=KINDS, name=path.name)
        )
    return suffix


def written(suffix: str, found: Gathered, about: Mapping[str, str], tell: Tell = lambda *_: None) -> bytes:
    """Numbers as this kind of file, one of `SUFFIXES`; `tell` as `rows_of` takes it.

    Raises InputRefused for a table of too many values, or where the kind needs a package that is missing.
    """
    if suffix == NPZ:
        return as_npz(found, about)
    return table_files.written(suffix, COLUMNS, rows_of(found, tell=tell), about)


def as_tabs(found: Gathered) -> tuple[str, int]:
    """What spreadsheets paste, and how many values that are. Raises InputRefused for more than they have rows."""
    rows = rows_of(found, MOST_PASTED)
    return table_files.as_tabs(COLUMNS, rows), len(rows)
