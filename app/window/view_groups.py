"""Views as menus list them: the program's own, then those of each laboratory together. No Qt but for the titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from viz import lab
from viz.view import View

SEVERAL = 3  # single views of one workspace that stand together


@dataclass(frozen=True)
class ViewGroup:
    """Views that stand together in a menu; where `laboratory` is "", each by itself."""

    laboratory: str  # its folder; of views that a workspace holds together, the workspace's name
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
    for workspace, folders in _alike(found).items():
        found[workspace] = [name for folder in folders for name in found.pop(folder)]
    labs = [ViewGroup(folder, _title(folder, names, views), tuple(names)) for folder, names in found.items()]
    return (own, *sorted(labs, key=lambda group: group.title.casefold()))


def _alike(found: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """Laboratories with one view each that stand in one workspace and nowhere else, where these are several."""
    labs, shared = lab.all_labs(), dict[str, list[str]]()
    places = [place for it in labs.values() for place in it.places]
    for folder, names in found.items():
        where = {place.workspace for place in places if place.view == names[0]}
        if len(names) == 1 and len(where) == 1 and folder in labs:
            shared.setdefault(where.pop(), []).append(folder)
    return {workspace: folders for workspace, folders in shared.items() if len(folders) >= SEVERAL}


def _title(folder: str, names: Iterable[str], views: Mapping[str, type[View]]) -> str:
    """A laboratory's title, or that of its only view."""
    first, *others = names
    if not others:
        return views[first].translated_title()
    labs = lab.all_labs()
    if folder in labs:
        return QCoreApplication.translate("Labs", labs[folder].title)
    titles = {it.name: it.title for known in labs.values() for it in known.workspaces}
    return QCoreApplication.translate("Workspaces", titles[folder]) if folder in titles else folder


def laboratory_of(view: type[View]) -> str:
    """The folder of the laboratory that a view belongs to; "" for one of the program's own."""
    folder, _, rest = view.__module__.removeprefix("viz.labs.").partition(".")
    return folder if rest and view.__module__.startswith("viz.labs.") else ""
