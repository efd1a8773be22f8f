"""Engine processes that need not import the model's libraries: they are forked from a process that has done so.

The program spawns its engine, which then imports torch and transformers for as long as it takes; a tiny model is loaded
in a hundredth of that. Here the standard library's fork server imports them once for all tests of a session. Nothing of
a test is in it: a process gets the environment that the test has when it starts it, and dies, is killed and is told
apart as any other.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Mapping
from multiprocessing.context import BaseContext, ForkServerContext
from multiprocessing.process import BaseProcess
from typing import Any

import pytest

PRELOADED = "tests.helpers.forked_imports"


class Forked(ForkServerContext):
    """The fork server in the place of spawning."""

    def Process(  # type: ignore[override]
        self, *, target: Callable[..., object], args: Iterable[Any] = (), name: str | None = None, daemon: bool = False
    ) -> BaseProcess:
        """A process that runs `target` in the environment of now."""
        return super().Process(target=_run, args=(dict(os.environ), target, args), name=name, daemon=daemon)


def _run(environment: Mapping[str, str], target: Callable[..., object], args: Iterable[Any]) -> None:
    os.environ.clear()
    os.environ.update(environment)
    target(*args)


def context() -> Forked:
    """The fork server's, with the libraries."""
    forked = Forked()
    forked.set_forkserver_preload([PRELOADED])
    return forked


def instead_of_spawning(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on whoever asks for spawned processes gets forked ones."""
    ask, forked = multiprocessing.get_context, context()

    def asked(method: str | None = None) -> BaseContext:
        return forked if method == "spawn" else ask(method)

    monkeypatch.setattr(multiprocessing, "get_context", asked)
