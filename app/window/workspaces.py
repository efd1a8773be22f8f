"""Named arrangements of the docks. Each says which views belong where; what a person changes in one is kept with it.

A laboratory brings the workspaces that are its own, and says where its views stand in those of others. Views are named,
not imported: one that is not there is passed over, and one that no workspace names joins the tabs of Explore.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QDockWidget, QMainWindow

from viz import lab
from viz.lab import QT_TRANSLATE_NOOP
from viz.typeface import NORMAL_TEXT
from viz.view import View

CONTROLS: Final = "controls"
LESSON: Final = "lesson"  # a dock that no view lives in, which stands beside any workspace while a lesson is given
STUDIO: Final = "studio"  # where figures are composed: a dock that no view lives in
ROOMY = 1440  # logical pixels, at normal text size, of a window that has room for a column with a lesson
LESSON_WIDTH = 430  # logical pixels of that column
LOW = 640  # logical pixels, at normal text size, of a window in which two views one above the other would both be slits


@dataclass(frozen=True)
class Workspace(lab.Workspace):
    """Which views are shown where. The first one of `right` stands alone above, the others share tabs below it."""

    centre: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    bottom: tuple[str, ...] = ()
    open: bool = False  # views that no workspace names join its tabs
    studio: bool = False  # figures are composed in it, and it has no views

    def translated(self) -> str:
        """The title in the person's language."""
        return QCoreApplication.translate("Workspaces", self.title)

    def translated_tip(self) -> str:
        """What it is for, in the person's language."""
        return QCoreApplication.translate("Workspaces", self.tip)

    def translated_keywords(self) -> tuple[str, ...]:
        """What else it is known by, in English and in the person's language."""
        return (*self.keywords, *(QCoreApplication.translate("Workspaces", word) for word in self.keywords))


_FIRST: Final = Workspace(
    "explore",
    QT_TRANSLATE_NOOP("Workspaces", "Explore"),
    QT_TRANSLATE_NOOP(
        "Workspaces", "Generate a text and follow it on the map, with the tokens that could have come next."
    ),
    order=0,
    keywords=(
        QT_TRANSLATE_NOOP("Workspaces", "start"),
        QT_TRANSLATE_NOOP("Workspaces", "embedding map"),
        QT_TRANSLATE_NOOP("Workspaces", "generate"),
    ),
    centre=("meaning_space",),
    right=("next_token",),
    bottom=("token_strip",),
    open=True,
)
_STUDIO: Final = Workspace(
    STUDIO,
    QT_TRANSLATE_NOOP("Workspaces", "Figure"),
    QT_TRANSLATE_NOOP("Workspaces", "Compose views on a page for a paper, a talk or a poster, and save or copy it."),
    order=99,
    keywords=(
        QT_TRANSLATE_NOOP("Workspaces", "figure studio"),
        QT_TRANSLATE_NOOP("Workspaces", "panels"),
        QT_TRANSLATE_NOOP("Workspaces", "export"),
        QT_TRANSLATE_NOOP("Workspaces", "paper"),
        QT_TRANSLATE_NOOP("Workspaces", "poster"),
        QT_TRANSLATE_NOOP("Workspaces", "PDF"),
    ),
    controls=False,
    studio=True,
)
_LAST: Final = Workspace(
    "figure",
    QT_TRANSLATE_NOOP("Workspaces", "Single view"),
    QT_TRANSLATE_NOOP("Workspaces", "One view, as large as the window; for talks and screenshots."),
    order=100,
    keywords=(
        QT_TRANSLATE_NOOP("Workspaces", "presentation"),
        QT_TRANSLATE_NOOP("Workspaces", "focus"),
        QT_TRANSLATE_NOOP("Workspaces", "one view"),
    ),
    controls=False,
    centre=("meaning_space",),
)


def gathered(labs: Iterable[lab.Lab]) -> tuple[Workspace, ...]:
    """The workspaces there are: the program's own and those of the laboratories, with all who have a place in them."""
    known = tuple(labs)
    stand = [place for it in known for place in it.places]
    made = [_FIRST, _STUDIO, _LAST, *(Workspace(**vars(own)) for it in known for own in it.workspaces)]
    return tuple(
        replace(
            workspace,
            centre=workspace.centre + lab.in_order(stand, workspace.name, "centre"),
            right=workspace.right + lab.in_order(stand, workspace.name, "right"),
            bottom=workspace.bottom + lab.in_order(stand, workspace.name, "bottom"),
        )
        for workspace in sorted(made, key=lambda it: it.order)
    )


WORKSPACES: Final = gathered(lab.all_labs().values())
BY_NAME: Final = {workspace.name: workspace for workspace in WORKSPACES}


@dataclass(frozen=True)
class Places:
    """Where the views that are there stand in one workspace."""

    centre: tuple[str, ...]
    right: tuple[str, ...]
    bottom: tuple[str, ...]
    controls: bool
    studio: bool = False

    @property
    def shown(self) -> tuple[str, ...]:
        """All views shown."""
        return self.centre + self.right + self.bottom


def places(workspace: Workspace, views: Mapping[str, type[View]]) -> Places:
    """Decide where each view goes; an empty centre falls back to a view made for the centre, then to any."""
    if workspace.studio:
        return Places((), (), (), workspace.controls, studio=True)
    named = {name for known in WORKSPACES for name in known.centre + known.right + known.bottom}
    centre = _there(workspace.centre, views)[: None if workspace.tabs else 1]
    right = tuple(name for name in _there(workspace.right, views) if name not in centre)
    bottom = _there(workspace.bottom, views)
    if workspace.open:
        free = [name for name in views if name not in named]
        right += tuple(name for name in free if views[name].area in ("right", "left"))
        bottom += tuple(name for name in free if views[name].area == "bottom")
        centre += tuple(name for name in free if views[name].area == "centre")
    if not centre:
        spare = [name for name in views if views[name].area == "centre"] or list(views)
        centre = tuple(spare[:1])
        right = tuple(name for name in right if name not in centre)
    return Places(centre, right, bottom, workspace.controls)


def seen_first(workspace: Workspace, files: Collection[str]) -> tuple[str, ...]:
    """The views of a workspace that are in front when it is shown as it is meant to be, of those there are."""
    groups = ((workspace.centre, 1), (workspace.right, 2), (workspace.bottom, 1))
    return tuple(name for names, n in groups for name in [name for name in names if name in files][:n])


def _there(names: Sequence[str], views: Mapping[str, type[View]]) -> tuple[str, ...]:
    return tuple(name for name in names if name in views)


def text_scale(window: QMainWindow) -> float:
    """Its text size as a multiple of the normal one."""
    return QFontInfo(window.font()).pixelSize() / NORMAL_TEXT


def is_low(window: QMainWindow) -> bool:
    """Whether the window has no room for two views one above the other, at its text size."""
    return window.height() < LOW * text_scale(window)


def key_of(name: str, window: QMainWindow, scale: float = 1.0) -> str:
    """What an arrangement of a workspace is kept under, for windows like this one and texts of this size."""
    percent = round(100 * scale)
    return name + " low" * is_low(window) + f" {percent}%" * (percent != 100)


def arrange(window: QMainWindow, docks: Mapping[str, QDockWidget], workspace: Workspace, where: Places) -> None:
    """Put the docks where the workspace wants them: controls | centre | right over a strip along the bottom.

    In a low window all of the right share tabs.

    All stand in one dock area, so that Qt gives the width to spare to the docks that want it (the map), not by shares.
    """
    for dock in docks.values():
        dock.setFloating(False)
        window.removeDockWidget(dock)
    area = Qt.DockWidgetArea.LeftDockWidgetArea
    columns: list[QDockWidget] = []
    for names in ((CONTROLS,) if where.controls else (), (STUDIO,) if where.studio else where.centre, where.right):
        if names:
            first = docks[names[0]]
            if columns:
                window.splitDockWidget(columns[-1], first, Qt.Orientation.Horizontal)
            else:
                window.addDockWidget(area, first)
                _add_bottom(window, docks, first, where.bottom)
            columns.append(first)
    _stack(window, docks, where.centre)
    split = not is_low(window)
    if split:
        _split_right(window, docks, where.right)
    else:
        _stack(window, docks, where.right)
    for name in (CONTROLS,) * where.controls + (STUDIO,) * where.studio + where.shown:
        docks[name].show()
    for names in (where.centre, where.right[1 if split else 0 :], where.bottom):
        if names:
            docks[names[0]].raise_()
    _size(window, docks, workspace, where, columns)


def _add_bottom(
    window: QMainWindow, docks: Mapping[str, QDockWidget], above: QDockWidget, names: Sequence[str]
) -> None:
    if names:
        window.splitDockWidget(above, docks[names[0]], Qt.Orientation.Vertical)
        _stack(window, docks, names)


def _stack(window: QMainWindow, docks: Mapping[str, QDockWidget], names: Sequence[str]) -> None:
    for one, other in itertools.pairwise(names):
        window.tabifyDockWidget(docks[one], docks[other])


def _split_right(window: QMainWindow, docks: Mapping[str, QDockWidget], names: Sequence[str]) -> None:
    if len(names) > 1:
        window.splitDockWidget(docks[names[0]], docks[names[1]], Qt.Orientation.Vertical)
        _stack(window, docks, names[1:])


def _size(
    window: QMainWindow,
    docks: Mapping[str, QDockWidget],
    workspace: Workspace,
    where: Places,
    columns: Sequence[QDockWidget],
) -> None:
    width, height = window.width(), window.height()
    left = min(330, max(290, round(0.18 * width))) if where.controls else 0
    left = max(left, docks[CONTROLS].minimumSizeHint().width()) if where.controls else 0
    right = max(_least_right(window), round(workspace.right_share * width)) if where.right else 0
    central = bool(where.centre) or where.studio
    widths = [left] * bool(where.controls) + [width - left - right] * central + [right] * bool(where.right)
    window.resizeDocks(list(columns), widths, Qt.Orientation.Horizontal)
    if len(where.right) > 1 and not is_low(window):
        rows = [docks[where.right[0]], docks[where.right[1]]]
        window.resizeDocks(
            rows,
            [round(workspace.upper_share * height), round((0.9 - workspace.upper_share) * height)],
            Qt.Orientation.Vertical,
        )
    if where.bottom:
        strip = _strip_height(window, workspace, tabs=len(where.bottom) > 1)
        rows = [columns[0], docks[where.bottom[0]]]
        window.resizeDocks(rows, [height - strip - 70, strip], Qt.Orientation.Vertical)


def _least_right(window: QMainWindow) -> int:
    """Pixels that the docks on the right need for their tabs and headers, as far as there is room."""
    return min(round(300 * text_scale(window)), round(0.27 * window.width()))


def grow_right(window: QMainWindow, docks: Mapping[str, QDockWidget], where: Places) -> None:
    """Give the docks on the right the width they need, at the centre's cost, where smaller text had them narrower."""
    groups = ((CONTROLS,) if where.controls else (), where.centre, where.right)
    columns = [[docks[name] for name in names if _stands(docks[name])][:1] for names in groups]
    controls, centre, right = columns
    if centre and right:
        missing = max(0, _least_right(window) - right[0].width())
        widths = [*(dock.width() for dock in controls), centre[0].width() - missing, right[0].width() + missing]
        window.resizeDocks([*controls, *centre, *right], widths, Qt.Orientation.Horizontal)


def _stands(dock: QDockWidget) -> bool:
    """Whether it is seen in its place in the window."""
    return dock.isVisible() and not dock.isFloating() and not dock.visibleRegion().isEmpty()


def _strip_height(window: QMainWindow, workspace: Workspace, tabs: bool) -> int:
    height, em = window.height(), QFontInfo(window.font()).pixelSize()
    two_rows = round(8.2 * em) + 40 + tabs * round(2.6 * em)  # of tokens, below their header and a bar
    return max(96, round(workspace.bottom_share * min(height, 1308)), min(two_rows, round(0.22 * height)))


def grow_strip(window: QMainWindow, docks: Mapping[str, QDockWidget], workspace: Workspace, where: Places) -> None:
    """Give the strip along the bottom the height it is made with, where it has less: smaller text had it so."""
    strip = _strip_height(window, workspace, tabs=False)  # which are no part of a dock
    above = next((docks[name] for name in (CONTROLS, *where.centre) if docks[name].isVisible()), None)
    for name in where.bottom:
        dock = docks[name]
        missing = strip - dock.height()
        if above is not None and missing > 0 and not dock.isFloating() and not dock.visibleRegion().isEmpty():
            window.resizeDocks([above, dock], [above.height() - missing, strip], Qt.Orientation.Vertical)


def stand_lesson(window: QMainWindow, docks: Mapping[str, QDockWidget]) -> None:
    """Let the lesson stand at the right of all else, as high as the window; among tabs with the controls where there is
    no room for a column more."""
    dock, controls = docks[LESSON], docks[CONTROLS]
    scale = text_scale(window)
    narrow = window.width() < ROOMY * scale
    window.removeDockWidget(dock)
    if narrow and controls.isVisible() and not controls.isFloating():
        window.tabifyDockWidget(controls, dock)
        dock.show()
        dock.raise_()
        return
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    wide = min(round(LESSON_WIDTH * scale), round(0.34 * window.width()))
    window.resizeDocks([dock], [wide], Qt.Orientation.Horizontal)
