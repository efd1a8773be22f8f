"""What the engine is given of the computer, and that a person's own choice comes first."""

from __future__ import annotations

from types import SimpleNamespace

import psutil
import pytest

from app.engine_share import LEAST, MOST, STEP, engine_share, memory_for_a_run
from app.settings import Settings


@pytest.mark.parametrize(
    ("gibibytes", "expected"), [(0.5, LEAST), (2, 128), (4, 256), (7.7, 480), (24, 1536), (64, MOST), (1024, MOST)]
)
def test_what_is_recorded_of_a_run_follows_the_memory_there_is(
    monkeypatch: pytest.MonkeyPatch, gibibytes: float, expected: int
) -> None:
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(total=int(gibibytes * 2**30)))
    assert memory_for_a_run() == expected
    assert expected % STEP == 0
    assert engine_share(Settings())["memory_budget"] == expected * 2**20
    assert engine_share(Settings(record_memory=96))["memory_budget"] == 96 * 2**20, "a person's own choice comes first"
