"""What a view says of itself where a person asks (F1): beside its tip, how it is computed, what to try, and its source.

A view's help stands in `help.py` of the folder that its file is in, as `HELP: Mapping[str, Help]` by the views' names;
it is read when it is first asked for. Texts are English source texts of the context "ViewHelp".
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from viz.view import View


@dataclass(frozen=True)
class Help:
    """All of it is plain text in whole sentences."""

    how: str  # from which numbers, by which formula, and what is approximate about it
    attempts: tuple[str, ...]  # each something to do in the view and what to look for then
    source: str  # where the idea or the definition comes from


def help_of(view: type[View]) -> Help | None:
    """The help of a view; None where its folder has none."""
    package = view.__module__.rpartition(".")[0]
    try:
        found = importlib.import_module(f"{package}.help").HELP
    except ImportError:
        return None
    help_ = found.get(view.name)
    return help_ if isinstance(help_, Help) else None
