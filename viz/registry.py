"""Finds the views by looking into `viz/views/`: adding a view is adding one file, named as its view is.

A file that cannot be loaded costs its own view and a sentence, never the program. The files of a few views can be
loaded first, so that a window need not wait for those it does not show.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

import viz.views
from viz.view import View

Views = dict[str, type[View]]


def all_views() -> Views:
    """Every view by name, ordered by area and `order`."""
    return views_in(files())


def views_in(names: Iterable[str]) -> Views:
    """The views of these files of `viz/views/`, ordered by area and `order`; a file that is not there has none."""
    there = set(files())
    return ordered({name: view for file in names if file in there for name, view in _loaded(file)[0].items()})


def ordered(views: Mapping[str, type[View]]) -> Views:
    """Views in the order in which they are shown."""
    return dict(sorted(views.items(), key=lambda item: (item[1].area, item[1].order, item[0])))


def problems() -> tuple[str, ...]:
    """A sentence for every file that has been looked at and gives no view."""
    return tuple(sentence for file in files() if (sentence := _loaded(file)[1]))


@functools.cache
def files() -> tuple[str, ...]:
    """The names of the files, without their endings."""
    return tuple(info.name for info in pkgutil.iter_modules(viz.views.__path__))


@functools.cache
def _loaded(file: str) -> tuple[Views, str]:
    """The views of one file, and a sentence where it has none."""
    try:
        module = importlib.import_module(f"viz.views.{file}")
    except Exception as error:  # noqa: BLE001  whatever is wrong with a view's file stays with it
        return {}, QCoreApplication.translate(
            "Registry", "The view in viz/views/{file}.py is missing, because its file could not be loaded: {error}"
        ).format(file=file, error=f"{type(error).__name__}: {error}")
    found: Views = {}
    for _, member in inspect.getmembers(module, inspect.isclass):
        if issubclass(member, View) and member.__module__ == module.__name__ and member.name:
            found[member.name] = member
    if found and file not in found:
        return found, QCoreApplication.translate(
            "Registry", "The view in viz/views/{file}.py is called {name}; a file must be named as its view is."
        ).format(file=file, name=", ".join(found))
    return found, ""
