"""Views as menus list them: the program's own, then those of each laboratory together. No Qt but for the titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from viz import lab
from viz.view import View


@dataclass(frozen=True)
class ViewGroup:
    """Views that stand together in a menu; where `laboratory` is "", each by itself."""

    laboratory: str  # its folder
    title: str
    views: tuple[str, ...]  # their names, in the order given

    @property
    def is_menu(self) -> bool:
        """Whether it has a menu of its own: a laboratory with one view has none, and that stands alone."""
        return bool(self.laboratory) and len(self.views) > 1


def view_groups(views: Mapping[str, type[View]]) -> tuple[ViewGroup, ...]:
    """The views of no laboratory, then laboratories and single views by their titles."""
    found: dict[str, list[str]] = {"": []}
    for name, view in views.items():
        found.setdefault(laboratory_of(view), []).append(name)
    own = ViewGroup("", "", tuple(found.pop("")))
    labs = [ViewGroup(folder, _title(folder, names, views), tuple(names)) for folder, names in found.items()]
    return (own, *sorted(labs, key=lambda group: group.title.casefold()))


def _title(folder: str, names: Iterable[str], views: Mapping[str, type[View]]) -> str:
    """A laboratory's title, or that of its only view."""
    first, *others = names
    if not others:
        return views[first].translated_title()
    known = lab.all_labs().get(folder)
    return folder if known is None else QCoreApplication.translate("Labs", known.title)


def laboratory_of(view: type[View]) -> str:
    """The folder of the laboratory that a view belongs to; "" for one of the program's own."""
    folder, _, rest = view.__module__.removeprefix("viz.labs.").partition(".")
    return folder if rest and view.__module__.startswith("viz.labs.") else ""
