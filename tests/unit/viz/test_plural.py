"""Counted things have the right form for one and for many; what was translated stays as it is."""

from __future__ import annotations

import pytest

from viz.plural import plural


@pytest.mark.parametrize(
    ("text", "one", "many"),
    [
        ("{n} token(s)", "{n} token", "{n} tokens"),
        ("{n} branch(es) of (n) [x]", "{n} branch of (n) [x]", "{n} branches of (n) [x]"),
        ("{n} state(s) [is|are] marked and [was|were] left out", "{n} state is marked and was left out",
         "{n} states are marked and were left out"),
        ("{n} 个词元", "{n} 个词元", "{n} 个词元"),
    ],
)  # fmt: skip
def test_forms(text: str, one: str, many: str) -> None:
    assert plural(text, 1) == one
    assert [plural(text, n) for n in (0, 2, 11)] == [many] * 3
