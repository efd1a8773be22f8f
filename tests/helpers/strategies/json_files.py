"""JSON files: a valid one in which a few values are exchanged, missing or added, and its bytes damaged now and then."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st

from tests.helpers.strategies.raw_bytes import damaged_bytes, raw
from tests.helpers.strategies.values import RAW, odd_values, other_than, texts

_MANY = 8  # entries of a list or dictionary, of which only some are damaged

Path = tuple[Any, ...]


def written(value: Any, *, ascii_only: bool = True) -> bytes:
    """As text, with what Python's writer would not write."""
    text = json.dumps(value, ensure_ascii=ascii_only, default=str)
    for name, meant in RAW.items():
        text = text.replace(json.dumps(name), meant)
    return text.encode("utf-8", "surrogatepass")


def paths(value: Any, so_far: Path = ()) -> list[Path]:
    """Where something stands in `value`; of long lists the first and the last entries."""
    keys: list[Any] = (
        list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    )
    if len(keys) > 2 * _MANY:
        keys = [*keys[:_MANY], *keys[-2:]]
    found = [] if not so_far else [so_far]
    for key in keys:
        found += paths(value[key], (*so_far, key))
    return found


@st.composite
def damaged(draw: st.DrawFn, valid: Any, most: int = 3) -> Any:
    """`valid` with one to `most` changes."""
    value = copy.deepcopy(valid)
    for _ in range(draw(st.integers(1, most))):
        there = paths(value)
        if not there:
            return copy.deepcopy(draw(odd_values))
        *before, last = draw(st.sampled_from(there))
        holder = value
        for step in before:
            holder = holder[step]
        _change(draw, holder, last)
    return value


def _change(draw: st.DrawFn, holder: Any, key: Any) -> None:
    what = draw(st.sampled_from(("other", "other", "other", "other", "gone", "more", "renamed", "swapped")))
    if what == "gone":
        del holder[key]
    elif what == "more" and isinstance(holder, dict):
        holder[draw(texts)] = copy.deepcopy(draw(odd_values))
    elif what == "more":
        holder.insert(key, copy.deepcopy(draw(odd_values)))
    elif what == "renamed" and isinstance(holder, dict):
        holder[draw(texts)] = holder.pop(key)
    elif what == "swapped":
        other = draw(st.sampled_from(list(holder) if isinstance(holder, dict) else list(range(len(holder)))))
        holder[key], holder[other] = holder[other], holder[key]
    else:
        holder[key] = copy.deepcopy(draw(other_than(holder[key])))


def json_files(valid: Any, most: int = 3) -> st.SearchStrategy[bytes]:
    """Files like that of `valid`."""
    changed = st.builds(
        lambda value, ascii_only: written(value, ascii_only=ascii_only), damaged(valid, most), st.booleans()
    )
    return st.one_of(changed, changed, changed, changed, damaged_bytes(written(valid)), raw)
