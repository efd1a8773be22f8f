"""Single values that readers do not expect: other types, numbers past every end, texts that break displays."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

DEEP, LONG_NUMBER, TOO_LARGE = "@deep@", "@long number@", "@too large@"
# What `json` would not write as it is meant, by the text that stands for it.
RAW = {DEEP: "[" * 50_000 + "]" * 50_000, LONG_NUMBER: "1" + "0" * 5000, TOO_LARGE: "-1e999"}

TEXTS = ("", " ", "x", "0", "NaN", "None", "é" * 50, "x" * 20_000, "\x00", "\ud800", "a\udfffb", "\u202eabc", "\u200d",
         "🤦🏽\u200d♀️", "line\nbreak\r\n", "\x1b[31mred", "<img src='/x.png'><b>", "&amp;", "%s %d {0} {x}",
         "../../etc", "/", "\\\\server\\share", "C:\\x", "ﷺ" * 30, "你好")  # fmt: skip
NUMBERS = (0, 1, -1, 2, 3, 7, 255, 2**15, 2**31 - 1, 2**31, 2**32, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1, 2**64,
           -(2**31), -(2**63), -(2**63) - 1, 10**25, 0.5, -0.0, 1.0, 1e-320, 1e300, -1e308, float("nan"), float("inf"),
           float("-inf"))  # fmt: skip
OTHERS: tuple[Any, ...] = (
    None, True, False, [], {}, [[]], [None], [[1, 2], [3]], {"": None}, {"a": {"b": [1]}}, [0] * 300, DEEP, LONG_NUMBER,
    TOO_LARGE,
)  # fmt: skip

texts = st.one_of(st.sampled_from(TEXTS), st.text(max_size=12))
numbers = st.one_of(st.sampled_from(NUMBERS), st.integers(-3, 70), st.floats())
odd_values: st.SearchStrategy[Any] = st.one_of(numbers, st.sampled_from(OTHERS), texts)


def other_than(value: Any) -> st.SearchStrategy[Any]:
    """What may stand in the place of `value`: anything, or something near to it."""
    near: list[Any] = []
    if isinstance(value, bool):
        near = [not value, int(value), str(value)]
    elif isinstance(value, (int, float)):
        near = [value + 1, value - 1, -value, value * 1000, float(value), str(value), [value], bool(value)]
    elif isinstance(value, str):
        near = [value + "x", value[:-1], value.upper(), [value], value * 3]
    elif isinstance(value, list):
        near = [
            value[:-1],
            value[1:],
            value[::-1],
            value * 2,
            [*value, None],
            dict(enumerate(map(str, value[:5]))),
            [value],
        ]
    elif isinstance(value, dict):
        near = [list(value), list(value.items())[:3], [value], {**value, "more": 1}]
    return st.one_of(st.sampled_from(near), odd_values) if near else odd_values
