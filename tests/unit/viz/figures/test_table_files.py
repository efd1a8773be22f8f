"""Tables as files: what is read back is what was written, with its kind and what is said about it."""

from __future__ import annotations

import csv
import io
import json
import sys

import pyarrow.parquet as parquet
import pytest

from engine.errors import InputRefused
from viz.figures.table_files import Cell, as_csv, as_json, as_parquet, as_tabs

COLUMNS = ("a", "b")
ROWS = (('x,"\n\t', 0.5), ("你好", ""), ("", float("nan")))
ABOUT = {"space": "two\nlines"}


def test_every_kind_of_file_reads_back_as_what_was_written() -> None:
    text = as_csv(COLUMNS, ROWS, ABOUT)
    assert text.startswith("# space: two lines\r\n")
    wanted = [["a", "b"], ['x,"\n\t', "0.5"], ["你好", ""], ["", "nan"]]
    assert list(csv.reader(text.splitlines(keepends=True)[1:])) == wanted
    assert list(csv.reader(io.StringIO(as_tabs(COLUMNS, ROWS), newline=""), delimiter="\t")) == wanted
    assert json.loads(as_json(COLUMNS, ROWS, ABOUT)) == {
        "about": ABOUT,
        "rows": [{"a": 'x,"\n\t', "b": 0.5}, {"a": "你好", "b": None}, {"a": None, "b": None}],
    }
    table = parquet.read_table(io.BytesIO(as_parquet(COLUMNS, ROWS, ABOUT)))
    assert json.loads(table.schema.metadata[b"about"]) == ABOUT
    assert table["a"].to_pylist() == ['x,"\n\t', "你好", None]
    assert table["b"].to_pylist()[:2] == [0.5, None]
    assert str(table["b"].to_pylist()[2]) == "nan"


def test_a_column_of_parquet_has_one_type() -> None:
    large = 2**53 + 1
    rows: list[tuple[Cell, ...]] = [(1, True, 0.5), (2, False, "text \ud800"), (3, True, large)]
    table = parquet.read_table(io.BytesIO(as_parquet(("whole", "truth", "mixed"), rows, {})))
    assert {field.name: str(field.type) for field in table.schema} == {
        "whole": "int64", "truth": "bool", "mixed": "double", "mixed_text": "string",
    }  # fmt: skip
    assert table["mixed"].to_pylist() == [0.5, None, None]
    assert table["mixed_text"].to_pylist() == [None, "text ?", str(large)]


def test_without_its_package_parquet_is_refused_with_the_name_of_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputRefused, match=r"pyarrow, which is not installed.*\.csv.*extra \"parquet\""):
        as_parquet(COLUMNS, ROWS, ABOUT)
