"""How often a function is called: what is not to be done twice is counted, not timed."""

from __future__ import annotations

from typing import Any

import pytest


def counted(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> list[tuple[Any, ...]]:
    """The arguments of each call of `owner.name` from now on; it still does what it does."""
    calls: list[tuple[Any, ...]] = []
    done = getattr(owner, name)

    def called(*args: Any, **kwargs: Any) -> Any:
        calls.append(args)
        return done(*args, **kwargs)

    monkeypatch.setattr(owner, name, called)
    return calls
