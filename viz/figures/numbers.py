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
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import InputRefused
from engine.records import Vocabulary
from engine.run import Run
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
Field = tuple[type, str]  # the class and the name of a field
Array = np.ndarray[tuple[int, ...], np.dtype[Any]]


def numbers_of(frame: Any) -> dict[str, Array]:
    """Name -> numbers, truth values or texts of a frame, in its order; single ones have no dimensions."""
    return {name: array for name, array, _ in _walk(frame, "", NOWHERE)}


def units_of(frame: Any) -> dict[str, str]:
    """Name -> what it is measured in, of the same; "" of texts."""
    return {name: _unit(array, field) for name, array, field in _walk(frame, "", NOWHERE)}


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


def as_npz(frame: Any, about: Mapping[str, str]) -> bytes:
    """An archive of a frame's arrays by their names, and `about` with their units as a JSON text; no pickles."""
    file = io.BytesIO()
    told = json.dumps(
        {**about, UNITS: {name: unit for name, unit in units_of(frame).items() if unit}}, ensure_ascii=False
    )
    arrays = {**numbers_of(frame), ABOUT: np.asarray(told)}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:  # numpy.savez takes no array called "file"
        for name, array in arrays.items():
            with archive.open(f"{name}.npy", "w", force_zip64=True) as entry:
                np.lib.format.write_array(entry, array, allow_pickle=False)
    return file.getvalue()


def rows_of(frame: Any, most: int = MOST) -> list[tuple[str, str, Cell, str]]:
    """A row of `COLUMNS` for each value: its name, its place counted from 0 ("3 5" is row 3, column 5), value, unit.

    Raises InputRefused where there are more than `most`.
    """
    numbers, units = numbers_of(frame), units_of(frame)
    count = sum(array.size for array in numbers.values())
    if count > most:
        raise InputRefused(f"These are {count:,} values, too many for a table ({most:,} at most). Save them as .npz.")
    return [
        (name, " ".join(map(str, index)), value, units[name])
        for name, array in numbers.items()
        for index, value in zip(itertools.product(*map(range, array.shape)), array.ravel().tolist(), strict=True)
    ]


def kind_of(path: Path) -> str:
    """Which of `SUFFIXES` a file's name ends in. Raises InputRefused where it is none of them."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputRefused(f"A table's name must end in {KINDS}, but {path.name!r} does not.")
    return suffix


def written(suffix: str, frame: Any, about: Mapping[str, str]) -> bytes:
    """A frame's numbers as this kind of file, one of `SUFFIXES`.

    Raises InputRefused for a table of too many values, or where the kind needs a package that is missing.
    """
    if suffix == NPZ:
        return as_npz(frame, about)
    return table_files.written(suffix, COLUMNS, rows_of(frame), about)


def as_tabs(frame: Any) -> tuple[str, int]:
    """What spreadsheets paste, and how many values that are. Raises InputRefused for more than they have rows."""
    rows = rows_of(frame, MOST_PASTED)
    return table_files.as_tabs(COLUMNS, rows), len(rows)
