"""What rounds to 0 is shown without a sign, wherever a number is put into words."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import numpy as np
import pytest

import viz
from viz.charts.numbers import bits, fixed, percent, signed
from viz.charts.rulers import shares, short

ROOT = Path(viz.__file__).parent
SOURCES = [
    path for path in sorted(ROOT.rglob("*.py")) if ROOT / "figures" not in path.parents
]  # those are read by programs
_FLOATING = re.compile(r"\.(\d+|\{\})[fg]$")


@pytest.mark.parametrize("value", [-0.0, -1e-9, -0.004, np.float32(-0.004)])
def test_a_number_that_rounds_to_0_has_no_sign(value: float) -> None:
    said = {fixed(value, 2), signed(value), bits(value), percent(value * 0.1), short(value * 0.0), shares(value * 0.0)}
    assert said <= {"0.00", "0", "0\u00a0%"}


def test_a_number_that_does_not_keeps_it() -> None:
    assert (fixed(-0.006, 2), signed(-0.006), signed(0.006)) == ("−0.01", "−0.01", "+0.01")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_format_of_a_floating_number_lets_a_negative_0_through(source: Path) -> None:
    tree = ast.parse(source.read_text("utf-8"))
    specs = [node.format_spec for node in ast.walk(tree) if isinstance(node, ast.FormattedValue)]
    written = [_text(spec) for spec in specs if isinstance(spec, ast.JoinedStr)]
    lets_through = [spec for spec in written if _FLOATING.search(spec) and "z" not in spec]
    assert lets_through == [], "write z before the precision, as in z.2f: what rounds to 0 has no sign"


def _text(spec: ast.JoinedStr) -> str:
    """A format as it is written, with {} for what is computed."""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in spec.values)
