"""Several processes share the machine and not a screen."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import psutil
import pytest

from tests.helpers import compiled, workers


def config(**values: Any) -> pytest.Config:
    return cast(pytest.Config, SimpleNamespace(option=SimpleNamespace(), **values))


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="only Linux tells which cores may be used")
@pytest.mark.parametrize(
    ("cores", "gigabytes", "count"), [(1, 64, 2), (2, 64, 3), (64, 512, workers.AT_MOST), (8, 7, 2), (8, 1, 1)]
)
def test_there_is_a_worker_more_than_cores_where_memory_reaches(
    monkeypatch: pytest.MonkeyPatch, cores: int, gigabytes: int, count: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)))
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(total=gigabytes * 2**30))
    assert workers.count() == count


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="only Linux has several screens")
@pytest.mark.parametrize(
    ("variables", "one_of_several", "needs"),
    [({}, False, True), ({"DISPLAY": ":0"}, False, False), ({"WAYLAND_DISPLAY": "x"}, False, False),
     ({"DISPLAY": ":0"}, True, True)],
)  # fmt: skip
def test_a_worker_takes_no_screen_that_another_may_use(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], one_of_several: bool, needs: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert workers.needs_screen(config(workerinput={}) if one_of_several else config()) == needs


def test_threads_are_asked_for_once_and_a_persons_own_number_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS")
    monkeypatch.setenv("MKL_NUM_THREADS", "3")
    workers.one_thread_each()
    assert (os.environ["OMP_NUM_THREADS"], os.environ["MKL_NUM_THREADS"]) == ("1", "3")


@pytest.mark.parametrize(("writes", "is_compiled", "begins"), [(True, False, 1), (True, True, 0), (False, False, 0)])
def test_libraries_are_compiled_once_where_they_are_not_yet(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, writes: bool, is_compiled: bool, begins: int
) -> None:
    begun: list[list[str]] = []
    source = tmp_path / "transformers.py"
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: SimpleNamespace(origin=str(source)))
    monkeypatch.setattr(subprocess, "run", lambda command, check: begun.append(command))
    monkeypatch.setattr(sys, "dont_write_bytecode", not writes)
    monkeypatch.setattr(compiled, "all_before", lambda *_: begun.append([]))
    if is_compiled:
        cache = Path(importlib.util.cache_from_source(str(source)))
        cache.parent.mkdir()
        cache.touch()
    workers.compile_once(config())
    assert sum(map(bool, begun)) == begins, "the libraries"
    assert ([] in begun) == writes, "and the tests, which may have changed"
