"""Finds what a laboratory's own module says about a class of its records: who answers a question, what a change does.

The class's module names the folder (`engine.labs.X.records` -> `engine.labs.X`), and a module of that folder holds a
table from class to function. So a laboratory is found by being there; only the one that is asked for is imported, and
one that cannot be imported costs only itself, and a sentence.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

from engine.errors import InputRefused
from engine.sentences import say


def table_beside(kind: type, module: str, table: str) -> Mapping[type, Any]:
    """`table` of the module called `module` in the folder of `kind`'s own module; empty where there is no such module.

    Raises:
        InputRefused: the module cannot be imported.
    """
    package = kind.__module__.rpartition(".")[0]
    name = f"{package}.{module}"
    try:
        found: Mapping[type, Any] = getattr(importlib.import_module(name), table)
    except ModuleNotFoundError as error:
        if error.name in (name, package) or not package:
            return {}
        raise _broken(package, error) from error
    except Exception as error:
        raise _broken(package, error) from error
    return found


def _broken(package: str, error: Exception) -> InputRefused:
    name = package.rpartition(".")[2]
    return InputRefused(
        say(
            "The laboratory {name!r} could not be loaded ({kind}: {error}), so it is of no use now; the others work.",
            name=name,
            kind=type(error).__name__,
            error=error,
        )
    )
