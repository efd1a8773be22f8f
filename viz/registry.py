"""Finds the views by their files, `NAME_view.py` anywhere below `viz/`: adding a view is adding one file.

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

import viz
from viz import lab
from viz.joined import listed
from viz.view import View

Views = dict[str, type[View]]
ENDING = "_view"


def all_views() -> Views:
    """Every view by name, ordered by area and `order`."""
    return views_in(files())


def views_in(names: Iterable[str]) -> Views:
    """The views of these names' files, ordered by area and `order`; a file that is not there has none."""
    there = files()
    return ordered({name: view for file in names if file in there for name, view in _loaded(there[file])[0].items()})


def ordered(views: Mapping[str, type[View]]) -> Views:
    """Views in the order in which they are shown."""
    return dict(sorted(views.items(), key=lambda item: (item[1].area, item[1].order, item[0])))


def problems() -> tuple[str, ...]:
    """A sentence for every file that has been looked at and gives no view, or says nothing of its laboratory."""
    told = QCoreApplication.translate(
        "Registry",
        "The description of a laboratory is missing because {file} could not be loaded: {error}. "
        "The laboratory's views still work.",
    )
    of_labs = (told.format(file=file, error=error) for file, error in lab.broken().items())
    return (*(sentence for module in files().values() if (sentence := _loaded(module)[1])), *of_labs)


def forget() -> None:
    """Look for the files anew the next time: one has come or changed."""
    files.cache_clear()
    _loaded.cache_clear()
    lab.forget()


@functools.cache
def files() -> Mapping[str, str]:
    """The modules that hold views, by the names that their views should have; nothing of them is imported."""
    return dict(sorted(_below(viz.__path__, "viz")))


def _below(folders: Iterable[str], package: str) -> list[tuple[str, str]]:
    """(name, module) of every view's file in a package and those in it; packages are not imported, only walked."""
    found: list[tuple[str, str]] = []
    for info in pkgutil.iter_modules(folders):
        module = f"{package}.{info.name}"
        if info.ispkg:
            found += _below([f"{folder}/{info.name}" for folder in folders], module)
        elif info.name.endswith(ENDING):
            found.append((info.name.removesuffix(ENDING), module))
    return found


@functools.cache
def _loaded(module_name: str) -> tuple[Views, str]:
    """The views of one file, and a sentence where it has none."""
    file = f"{module_name.replace('.', '/')}.py"
    try:
        module = importlib.import_module(module_name)
    except Exception as error:  # noqa: BLE001  whatever is wrong with a view's file stays with it
        return {}, QCoreApplication.translate(
            "Registry", "The view in {file} is missing, because its file could not be loaded: {error}"
        ).format(file=file, error=f"{type(error).__name__}: {error}")
    found: Views = {}
    for _, member in inspect.getmembers(module, inspect.isclass):
        if issubclass(member, View) and member.__module__ == module.__name__ and member.name:
            found[member.name] = member
    asked = module_name.rpartition(".")[2].removesuffix(ENDING)
    if found and asked not in found:
        return found, QCoreApplication.translate(
            "Registry", "The view in {file} is called {name}; a file must be named NAME_view.py as its view is."
        ).format(file=file, name=listed(found))
    return found, ""
