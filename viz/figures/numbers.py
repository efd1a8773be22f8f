"""The numbers behind a picture: every number of a view's frame by its name, for a file that other programs read.

A frame holds all that its view paints, so the same walk through it serves all views: `table.probs` is the field `probs`
of the field `table`. The shapes and meanings of fields stand beside them in the class of the frame.
"""

from __future__ import annotations

import dataclasses
import io
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
from viz.figures.table_files import CSV, PARQUET, Cell
from viz.ui_state import UiState

NPZ = ".npz"
SUFFIXES = (CSV, NPZ, PARQUET)
KINDS = f"{CSV}, {NPZ} or {PARQUET}"
COLUMNS = ("name", "index", "value")
MOST = 1_000_000  # values of a table: what a spreadsheet takes, and a person waits for
ABOUT = "about"  # the entry of an NPZ file that says where the numbers come from
LEFT_OUT = (Vocabulary, UiState, Run)  # neither of the picture nor numbers
Array = np.ndarray[tuple[int, ...], np.dtype[Any]]


def numbers_of(frame: Any) -> dict[str, Array]:
    """Name -> numbers, truth values or texts of a frame, in its order; single ones have no dimensions."""
    return dict(_walk(frame, ""))


def _walk(part: Any, name: str) -> Iterator[tuple[str, Array]]:
    if part is None or isinstance(part, LEFT_OUT):
        return
    if isinstance(part, np.ndarray):
        if part.dtype != object:
            yield name, part
    elif isinstance(part, (str, bool, int, float, np.generic)):
        yield name, np.asarray(part)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from _walk(getattr(part, field.name), f"{name}.{field.name}".lstrip("."))
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from _walk(value, f"{name}[{key}]")
    elif isinstance(part, (tuple, list, frozenset)):
        yield from _of_sequence(sorted(part, key=str) if isinstance(part, frozenset) else part, name)


def _of_sequence(parts: Any, name: str) -> Iterator[tuple[str, Array]]:
    """One array where all are numbers, or all texts, of one kind; else each by its place."""
    if parts and len({type(part) for part in parts}) == 1 and isinstance(parts[0], (str, bool, int, float)):
        yield name, np.asarray(parts)
        return
    for at, part in enumerate(parts):
        yield from _walk(part, f"{name}[{at}]")


def as_npz(numbers: Mapping[str, Array], about: Mapping[str, str]) -> bytes:
    """An archive of NumPy arrays by their names, and `about` as a JSON text; no pickles."""
    file = io.BytesIO()
    arrays = {**numbers, ABOUT: np.asarray(json.dumps(dict(about), ensure_ascii=False))}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:  # numpy.savez takes no array called "file"
        for name, array in arrays.items():
            with archive.open(f"{name}.npy", "w", force_zip64=True) as entry:
                np.lib.format.write_array(entry, array, allow_pickle=False)
    return file.getvalue()


def rows_of(numbers: Mapping[str, Array]) -> list[tuple[str, str, Cell]]:
    """A row of `COLUMNS` for each value: its name, its place counted from 0 ("3 5" is row 3, column 5), the value.

    Raises InputRefused where there are more than `MOST`.
    """
    count = sum(array.size for array in numbers.values())
    if count > MOST:
        raise InputRefused(
            f"These are {count:,} values, too many for a table ({MOST:,} at most). Name a file that ends in .npz."
        )
    return [
        (name, " ".join(map(str, index)), value)
        for name, array in numbers.items()
        for index, value in zip(np.ndindex(array.shape), array.ravel().tolist(), strict=True)
    ]


def kind_of(path: Path) -> str:
    """Which of `SUFFIXES` a file's name ends in. Raises InputRefused where it is none of them."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputRefused(f"A table's name must end in {KINDS}, but {path.name!r} does not.")
    return suffix


def written(suffix: str, numbers: Mapping[str, Array], about: Mapping[str, str]) -> bytes:
    """The file of this kind, one of `SUFFIXES`. Raises InputRefused as `rows_of`, or for a missing package."""
    if suffix == NPZ:
        return as_npz(numbers, about)
    return table_files.written(suffix, COLUMNS, rows_of(numbers), about)


def as_tabs(numbers: Mapping[str, Array]) -> str:
    """What spreadsheets paste. Raises InputRefused as `rows_of`."""
    return table_files.as_tabs(COLUMNS, rows_of(numbers))
