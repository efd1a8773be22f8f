"""The numbers behind every view's picture are those of its frame, in CSV and in NPZ."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from typing import Any

import numpy as np
import pyarrow.parquet as parquet
import pytest

from engine.errors import InputRefused
from tests.helpers.runs import RUNS, with_map
from viz.figures import numbers
from viz.registry import all_views
from viz.ui_state import UiState

ABOUT = {"View": "a", "Prompt": "two\nlines"}


def _at(frame: Any, name: str) -> Any:
    """What a name means, read by hand from the frame: fields after dots, places in brackets."""
    for part in name.replace("[", ".[").split("."):
        if part.startswith("["):
            key = part[1:-1]
            if isinstance(frame, (tuple, list)):
                frame = frame[int(key)]
            else:
                frame = next(value for known, value in frame.items() if str(known) == key)
        elif part:
            frame = getattr(frame, part)
    return frame


@pytest.mark.parametrize("name", list(all_views()))
def test_every_view_s_numbers_are_its_frame_s(name: str) -> None:
    run = with_map(RUNS["branched"]())
    frame = all_views()[name].frame(run, UiState(position=5, layer=1, head=(1, 2)))
    found = numbers.numbers_of(frame)
    assert found
    for key, array in found.items():
        if "{" not in key and not isinstance(_at(frame, key), frozenset):
            np.testing.assert_array_equal(array, np.asarray(_at(frame, key)), err_msg=key)
    arrays = [field.name for field in dataclasses.fields(frame) if isinstance(getattr(frame, field.name), np.ndarray)]
    assert set(arrays) <= set(found)
    with np.load(io.BytesIO(numbers.as_npz(found, ABOUT)), allow_pickle=False) as archive:
        assert json.loads(str(archive[numbers.ABOUT])) == ABOUT
        assert set(archive.files) == {*found, numbers.ABOUT}
        for key, array in found.items():
            np.testing.assert_array_equal(archive[key], array, err_msg=key)
    if sum(array.size for array in found.values()) < 20_000:
        _compare_csv(numbers.written(".csv", found, ABOUT), found)
        _compare_parquet(numbers.written(".parquet", found, ABOUT), found)
        pasted = list(csv.reader(io.StringIO(numbers.as_tabs(found), newline=""), delimiter="\t"))
        assert pasted == [list(numbers.COLUMNS), *([str(cell) for cell in row] for row in numbers.rows_of(found))]


def _compare_csv(data: bytes, found: dict[str, numbers.Array]) -> None:
    text = data.decode("utf-8")
    assert text.startswith("# View: a\r\n# Prompt: two lines\r\nname,index,value\r\n")
    rows = list(csv.reader(io.StringIO(text.split("value\r\n", 1)[1], newline="")))
    assert len(rows) == sum(array.size for array in found.values())
    for name, index, value in rows:
        met = found[name][tuple(map(int, index.split()))]
        if met.dtype.kind == "f":
            np.testing.assert_equal(np.asarray(float(value), met.dtype), met)
        else:
            assert value == str(met.item())


def _compare_parquet(data: bytes, found: dict[str, numbers.Array]) -> None:
    table = parquet.read_table(io.BytesIO(data))
    assert json.loads(table.schema.metadata[b"about"]) == ABOUT
    rows = table.to_pylist()
    assert len(rows) == sum(array.size for array in found.values())
    for row in rows:
        index = tuple(map(int, (row["index"] or "").split()))
        met, text = found[row["name"]][index], row.get("value_text")
        value = row["value"] if text is None else text
        np.testing.assert_equal(value if value is not None else type(met.item())(), met.item())


def test_too_many_values_for_a_text_file_are_refused() -> None:
    with pytest.raises(InputRefused, match=r"1,000,001 values.*\.npz"):
        numbers.written(".csv", {"a": np.zeros(numbers.MOST + 1, np.float32)}, {})
