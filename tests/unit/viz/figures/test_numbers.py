"""The numbers behind every view's picture are those of its frame, in CSV and in NPZ."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as parquet
import pytest

from engine.errors import InputRefused
from engine.labs.layers.records import Lens
from tests.helpers.numeric_fields import numeric_fields
from tests.helpers.runs import RUNS, with_map
from viz.figures import numbers
from viz.figures.units import by_field, unit_of
from viz.map.data.fans import Fan
from viz.registry import all_views
from viz.tokens.next_token_frame import NextTokenFrame
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
    gathered = numbers.gathered(frame)
    found = dict(gathered.arrays)
    assert found
    for key, array in found.items():
        if "{" not in key and not isinstance(_at(frame, key), frozenset):
            np.testing.assert_array_equal(array, np.asarray(_at(frame, key)), err_msg=key)
    arrays = [field.name for field in dataclasses.fields(frame) if isinstance(getattr(frame, field.name), np.ndarray)]
    assert set(arrays) <= set(found)
    with np.load(io.BytesIO(numbers.as_npz(gathered, ABOUT)), allow_pickle=False) as archive:
        told = json.loads(str(archive[numbers.ABOUT]))
        units = told.pop(numbers.UNITS)
        assert told == ABOUT
        assert units.keys() == {key for key, array in found.items() if array.dtype.kind not in "US"}
        assert set(archive.files) == {*found, numbers.ABOUT}
        for key, array in found.items():
            np.testing.assert_array_equal(archive[key], array, err_msg=key)
    if sum(array.size for array in found.values()) < 20_000:
        _compare_csv(numbers.written(".csv", gathered, ABOUT), found, units)
        _compare_parquet(numbers.written(".parquet", gathered, ABOUT), found)
        pasted = list(csv.reader(io.StringIO(numbers.as_tabs(gathered)[0], newline=""), delimiter="\t"))
        assert pasted == [list(numbers.COLUMNS), *([str(cell) for cell in row] for row in numbers.rows_of(gathered))]


def _compare_csv(data: bytes, found: dict[str, numbers.Array], units: dict[str, str]) -> None:
    text = data.decode("utf-8")
    assert text.startswith("# View: a\r\n# Prompt: two lines\r\nname,index,value,unit\r\n")
    rows = list(csv.reader(io.StringIO(text.split("unit\r\n", 1)[1], newline="")))
    assert len(rows) == sum(array.size for array in found.values())
    for name, index, value, unit in rows:
        assert unit == units.get(name, "")
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


@dataclasses.dataclass(frozen=True)
class Large:
    probs: np.ndarray[tuple[int, ...], np.dtype[np.float32]]


def test_too_many_values_for_a_table_are_refused() -> None:
    with pytest.raises(InputRefused, match=r"3,000,001 values.*\.npz"):
        numbers.written(".csv", numbers.gathered(Large(np.zeros(numbers.MOST + 1, np.float32))), {})
    with pytest.raises(InputRefused, match=r"1,048,576 values.*\.npz"):
        numbers.as_tabs(numbers.gathered(Large(np.zeros(numbers.MOST_PASTED + 1, np.float32))))


def test_no_field_of_numbers_of_any_frame_is_without_a_unit() -> None:
    fields = numeric_fields()
    assert len(fields) > 1000
    assert sorted(f"{owner.__name__}.{name}" for owner, name in fields if not unit_of(owner, name)) == []
    known = {name for _, name in fields} | {
        f"{each.__name__}.{name}" for owner, name in fields for each in owner.__mro__
    }
    assert sorted(set(by_field()) - known) == [], "of no frame"


def test_a_class_s_own_unit_comes_before_that_of_the_name() -> None:
    assert unit_of(Lens, "start") == "position (from 0)"
    assert unit_of(Fan, "start") == "coordinate on the map"
    assert unit_of(NextTokenFrame, "probs") == "probability (0 to 1)"
    assert unit_of(NextTokenFrame, "entropy") == "bits"
    assert unit_of(NextTokenFrame, "unheard_of") == ""


def test_numbers_kept_for_another_process_are_the_same(tmp_path: Path) -> None:
    frame = all_views()["next_token"].frame(with_map(RUNS["branched"]()), UiState())
    found = numbers.gathered(frame)
    (tmp_path / "a.npz").write_bytes(numbers.as_npz(found, ABOUT, packed=False))
    again, about = numbers.of_npz(tmp_path / "a.npz")
    assert about == ABOUT
    assert again.units == found.units
    assert list(again.arrays) == list(found.arrays)
    assert numbers.written(".csv", again, about) == numbers.written(".csv", found, ABOUT)


def test_how_many_rows_are_there_is_told_from_the_first_on() -> None:
    told: list[tuple[int, int]] = []
    numbers.rows_of(numbers.gathered(Large(np.zeros(45_000, np.float32))), tell=lambda *so_far: told.append(so_far))
    assert told == [(0, 45_000), (20_000, 45_000), (40_000, 45_000)]
