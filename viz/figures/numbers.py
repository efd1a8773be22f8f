"""The numbers behind a picture: every number of a view's frame by its name, for a file that other programs read.

A frame holds all that its view paints, so the same walk through it serves all views: `table.probs` is the field `probs`
of the field `table`. The shapes and meanings of fields stand beside them in the class of the frame.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from engine.errors import InputRefused
from engine.records import Vocabulary
from engine.run import Run
from viz.ui_state import UiState

MOST = 1_000_000  # values of a text file
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


def as_csv(numbers: Mapping[str, Array], about: Mapping[str, str]) -> bytes:
    """A line for each value: its name, its place in the array counted from 0 ("3 5" is row 3, column 5), the value.

    Lines that begin with # say where the numbers come from. Raises InputRefused where there are more than `MOST`.
    """
    count = sum(array.size for array in numbers.values())
    if count > MOST:
        raise InputRefused(
            f"These are {count:,} values, too many for a text file ({MOST:,} at most). Name a file that ends in .npz."
        )
    text = io.StringIO(newline="")
    for name, said in about.items():
        text.write(f"# {name}: {' '.join(said.split())}\r\n")
    lines = csv.writer(text)
    lines.writerow(("name", "index", "value"))
    for name, array in numbers.items():
        for index, value in np.ndenumerate(array):
            lines.writerow((name, " ".join(map(str, index)), value.item() if isinstance(value, np.generic) else value))
    return text.getvalue().encode("utf-8", "replace")
