"""Finds the views by looking into `viz/views/`: adding a view is adding one file."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil

import viz.views
from viz.view import View


@functools.cache
def all_views() -> dict[str, type[View]]:
    """Every view by name, ordered by area and `order`. Raises ValueError where two share a name."""
    found: dict[str, type[View]] = {}
    for module_info in pkgutil.iter_modules(viz.views.__path__):
        module = importlib.import_module(f"viz.views.{module_info.name}")
        for _, member in inspect.getmembers(module, inspect.isclass):
            if issubclass(member, View) and member.__module__ == module.__name__ and member.name:
                if member.name in found:
                    raise ValueError(f"two views are called {member.name!r}")
                found[member.name] = member
    return dict(sorted(found.items(), key=lambda item: (item[1].area, item[1].order, item[0])))
