"""A forked process is as good as a spawned one to whoever starts it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from multiprocessing.connection import Connection

import pytest


def tell(connection: Connection, name: str) -> None:
    import sys

    parent = multiprocessing.parent_process()
    connection.send((os.environ.get(name), "torch" in sys.modules, None if parent is None else parent.pid))
    connection.recv()


@pytest.mark.usefixtures("forked_engines")
def test_it_has_the_environment_of_its_start_the_libraries_and_a_parent_and_dies_as_any(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for value in ("one", "two"):  # the second comes from the same server
        monkeypatch.setenv("ORRERY_TEST", value)
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=tell, args=(theirs, "ORRERY_TEST"), daemon=True)
        process.start()
        theirs.close()
        assert ours.poll(120)
        assert ours.recv() == (value, True, os.getpid())
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join(10)
        assert process.exitcode == -signal.SIGKILL
        ours.close()
