"""All docks of one window: made for every registered view, arranged by workspaces, painted when they are seen.

A change asks for a repaint; a single-shot timer gathers what comes within one screen refresh, so a thousand changes
cost one painting. The views are then painted one after the other, in as many turns of the event loop, so that the map's
pictures and a person's events come between them: the views of the centre first in every turn, and one of the others,
the one that has waited longest. One that is still waiting when the next token comes is painted once, from the newest.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDockWidget, QLayout, QMainWindow, QTabBar, QWidget
from shiboken6 import isValid

from app.settings import Settings
from app.window.dock import Dock
from app.window.focus_order import stop_for
from app.window.kept_layout import (
    CLOSED,
    SEEN,
    TABBED,
    KeptLayout,
    parse,
)
from app.window.view_host import ViewHost
from app.window.workspaces import (
    BY_NAME,
    LESSON,
    WORKSPACES,
    arrange,
    grow_right,
    grow_strip,
    key_of,
    places,
    seen_first,
    stand_lesson,
)
from engine.run import Run
from viz import registry
from viz.plain import tip
from viz.theme import Theme
from viz.ui_state import UiState
from viz.view import View

REFRESH_MS = 16
STATE_VERSION = 1
BESIDE = " lesson"  # behind the name of an arrangement that has one
ROUNDS = 4  # in which docks are given their sizes; two are enough where there is room for all


class Docks(QObject):
    """`hosts` by view name; `own` are the docks that no view lives in.

    `changed(name)` when another workspace is shown, `raised` when a dock was put on top.
    """

    changed = Signal(str)
    raised = Signal()

    def __init__(
        self, window: QMainWindow, views: Mapping[str, type[View]], own: Mapping[str, Dock], settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._views: dict[str, type[View]] = {}
        self._settings = settings
        self.current = workspace_of(settings)
        self._key = self.current  # what the arrangement is kept under: that of a low window is another one
        self._is_early = False  # it was restored before the window had its real size
        self.hosts: dict[str, ViewHost] = {}
        self._own = dict(own)
        self.all: dict[str, QDockWidget] = {**own}
        self._held: frozenset[str] = frozenset()
        self._playing = False
        self.looked_at = ""  # the view that was in front before this workspace
        self.has_lesson = False  # a lesson stands beside the workspace
        self._closed = False
        self._titles: list[object] = []  # the bars of tabs, and what the tabs of each say
        self._waiting: deque[str] = deque()  # views to be painted, the one that has waited longest first
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.paint_some)
        for dock in own.values():
            dock.hide()  # until a workspace wants it
        self.add(views)

    def add(self, views: Mapping[str, type[View]]) -> dict[str, ViewHost]:
        """Make docks for those of `views` that have none; none is shown before a workspace wants it."""
        made = {name: ViewHost(view, self._window) for name, view in views.items() if name not in self.hosts}
        for host in made.values():
            host.hide()
            host.visibilityChanged.connect(self.schedule)
            host.raised.connect(self.raised)
        self._views = registry.ordered({**self._views, **views})
        self.hosts = {name: {**self.hosts, **made}[name] for name in self._views}
        self.all = {**self._own, **self.hosts}
        self.raised.emit()
        return made

    def has_place_for(self, names: Iterable[str]) -> bool:
        """Whether the workspace shown has a place for any of these views."""
        here = places(BY_NAME[self.current], self._views).shown
        kept = parse(self._kept)
        return any(name in kept.shown or (name in here and name not in kept.marks) for name in names)

    # -- painting ------------------------------------------------------------------------------------------------

    def refresh(self, run: Run, ui: UiState) -> None:
        """Have every view that is seen painted soon; the others remember."""
        self._playing = ui.playing
        for host in self.hosts.values():
            host.set_pending(run, ui)
        self.schedule()

    def schedule(self) -> None:
        """Paint from the next screen refresh on, each view once."""
        if not self._timer.isActive() and not self._closed:
            self._timer.start(REFRESH_MS)

    def paint_some(self) -> None:
        """Paint those in the centre and one of the others, and come back while any is left."""
        self._line_up()
        others = 0
        for name in list(self._waiting):
            central = self._views[name].area == "centre"
            if central or not others:
                others += not central
                self._waiting.remove(name)
                self.hosts[name].paint_pending()
        if self._waiting and not self._closed:
            self._timer.start(0)  # after the pictures of these, and whatever else has come meanwhile

    def _line_up(self) -> None:
        """Let every view that is seen and outdated wait; one that is not seen any more waits no longer."""
        self._whole_titles()
        for name, host in self.hosts.items():
            if not host.isHidden():
                host.show_tabbed(bool(self._window.tabifiedDockWidgets(host)))
            due = host.is_outdated and host.is_seen and not (self._playing and name in self._held)
            if due and name not in self._waiting:
                self._waiting.append(name)
            elif not due and name in self._waiting:
                self._waiting.remove(name)

    def stop(self) -> None:
        """Paint no more: the window closes."""
        self._timer.stop()
        self._closed = True

    def show_theme(self, theme: Theme, scale: float) -> None:
        """Give every dock its icons in the theme's colours."""
        for host in self.hosts.values():
            host.show_theme(theme, scale)
        self.schedule()

    def _whole_titles(self) -> None:
        """Tabs that do not fit are scrolled to, not cut to their first letters. Qt makes their bars at need.

        Each tells what its view shows when it is pointed at: Qt repeats the title.
        """
        bars = self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        titles: list[object] = [*bars, *([bar.tabText(index) for index in range(bar.count())] for bar in bars)]
        if titles == self._titles:
            return
        self._titles = titles
        tips = {host.windowTitle(): tip(host.tip) for host in self.hosts.values()}
        for bar in bars:
            if bar.elideMode() != Qt.TextElideMode.ElideNone:
                bar.setElideMode(Qt.TextElideMode.ElideNone)
                bar.setUsesScrollButtons(True)
                bar.setExpanding(False)
                bar.setAccessibleName(self.tr("Views beside each other"))
            for index in range(bar.count()):
                bar.setTabToolTip(index, tips.get(bar.tabText(index), ""))

    def in_front(self) -> str:
        """The view a person looks at most likely: one of the centre, else any that is seen; "" where none is."""
        seen = [name for name, host in self.hosts.items() if host.is_seen]
        return next((name for name in seen if self._views[name].area == "centre"), seen[0] if seen else "")

    def asked_about(self) -> str:
        """The view that a person means: the one with the keyboard, else under the pointer, else in front."""
        for widget in (QApplication.focusWidget(), QApplication.widgetAt(QCursor.pos())):
            inside = next((name for name, host in self.hosts.items() if widget and host.isAncestorOf(widget)), "")
            if inside:
                return inside
        return self.in_front()

    def camera_of(self, name: str) -> tuple[float, ...] | None:
        """From where a view is looked at now; None where it has no camera, or has not been seen yet."""
        view = self.hosts[name].view if name in self.hosts else None
        now = getattr(view, "camera_now", None)  # as `viz.figure.HasCamera` has it, without loading figures
        return None if now is None else tuple(now())

    def turned_camera_of(self, name: str) -> tuple[float, ...] | None:
        """As `camera_of`, where a person has turned it by hand."""
        view = self.hosts[name].view if name in self.hosts else None
        return self.camera_of(name) if getattr(view, "turned_by_hand", False) else None

    def turned_cameras(self) -> dict[str, tuple[float, ...]]:
        """From where the views are looked at that a person has turned by hand."""
        found = {name: self.turned_camera_of(name) for name in self.hosts}
        return {name: camera for name, camera in found.items() if camera is not None}

    def begin_from(self, cameras: Mapping[str, tuple[float, ...]]) -> None:
        """Look at these views from there, as soon as they have something to be looked at."""
        for name, camera in cameras.items():
            if name in self.hosts:
                self.hosts[name].begin_from(camera)

    def hold(self, names: frozenset[str]) -> None:
        """Leave these views unpainted while a text is written: a class looks at them in another window."""
        if names != self._held:
            self._held = names
            self.schedule()

    def look_from(self, name: str, camera: tuple[float, ...]) -> None:
        """Look at a view from here, where it has a camera and has been seen."""
        view = self.hosts[name].view if name in self.hosts else None
        turn = getattr(view, "set_camera", None)
        if turn is not None:
            turn(*camera)

    # -- workspaces ----------------------------------------------------------------------------------------------

    def show_view(self, name: str) -> None:
        """Bring one view to the front, wherever it is."""
        host, was_seen = self.hosts[name], self.hosts[name].is_seen
        if self._window.dockWidgetArea(host) == Qt.DockWidgetArea.NoDockWidgetArea and not host.isFloating():
            beside = next((dock for dock in self.hosts.values() if dock.isVisible() and dock is not host), None)
            if beside is None:
                self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, host)
            else:
                self._window.tabifyDockWidget(beside, host)
        host.show()
        host.raise_()
        if self._views[name].area == "centre" and not was_seen and not host.isFloating():
            self._give_room(host)
        self.schedule()

    def _give_room(self, host: QDockWidget) -> None:
        """Half of the height for a view that has come to stand above others, where it got a strip of it."""
        if (layout := self._window.layout()) is not None:
            layout.activate()
        if host.height() < 0.4 * self._window.height():
            self._window.resizeDocks([host], [self._window.height() // 2], Qt.Orientation.Vertical)

    def show_workspace(self, name: str, keep: bool = True) -> None:
        """Show a workspace as it was left, or as it is meant to be. `keep` remembers the one shown until now."""
        if keep:
            self.remember()
        self.looked_at = self.in_front() or self.looked_at
        self.current = name
        self._key = self._key_for(name)
        self._settings.workspace = name
        with self._keyboard_kept():
            if not self._restore(self._kept):
                self.reset()
            elif self._key not in self._settings.layouts:
                self._make_room()
            self._see_to_lesson()
        self.changed.emit(name)
        self.schedule()

    def reset(self) -> None:
        """Put the views of the current workspace back where they belong."""
        self._settings.layouts.pop(self._key, None)
        self._key = self._key_for(self.current)
        workspace = BY_NAME[self.current]
        with self._keyboard_kept():
            arrange(self._window, self.all, workspace, places(workspace, self._views))
            if self.has_lesson:
                self._see_to_lesson()
        self.schedule()

    @contextmanager
    def _keyboard_kept(self) -> Iterator[None]:
        """Qt takes the keyboard from what it hides while docks change places: give it back where that can be seen."""
        had: QWidget | None = self._window.focusWidget()
        yield
        if had is not None and isValid(had) and (now := stop_for(had, self._window)) is not None:
            now.setFocus()

    @property
    def _kept(self) -> str:
        """The arrangement for texts of this size; where none is kept yet, that for texts of the usual size."""
        layouts = self._settings.layouts
        without = key_of(self.current, self._window, self._settings.scale)  # a lesson beside it
        of_any = key_of(self.current, self._window)
        return layouts.get(self._key) or layouts.get(without) or layouts.get(of_any, "")

    def _key_for(self, workspace: str) -> str:
        """What an arrangement is kept under: with a lesson beside it, it is another one."""
        return key_of(workspace, self._window, self._settings.scale) + BESIDE * self.has_lesson

    def show_lesson(self, shown: bool) -> None:
        """Let the lesson stand beside the workspace, or leave it; the arrangement without it comes back as it was."""
        if shown == self.has_lesson:
            if shown:
                self._see_to_lesson()
            return
        self.remember()
        self.has_lesson = shown
        self.show_workspace(self.current, keep=False)

    def _see_to_lesson(self) -> None:
        """Qt puts away what an arrangement does not know: it stands beside those that were kept without it too."""
        dock = self.all.get(LESSON)
        if dock is None:
            return
        if not self.has_lesson:
            dock.hide()
        elif not _is_seen(dock):
            if dock.isVisible() and self._window.tabifiedDockWidgets(dock):
                dock.raise_()
            else:
                stand_lesson(self._window, self.all)

    def fit_height(self) -> None:
        """The window has its real size: show the workspace as it was left in one so high, or as it is meant to be."""
        as_made, self._key = self._key, self._key_for(self.current)
        if not self._kept:
            self.reset()
        elif self._key != as_made or self._is_early:
            self.show_workspace(self.current, keep=False)

    def fit_text(self) -> None:
        """Text has another size: show the workspace as it was left at that size; else with the room its parts need."""
        as_made, self._key = self._key, self._key_for(self.current)
        if self._key == as_made:
            return
        in_front = [dock for dock in self.all.values() if _is_seen(dock)]
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # what each part needs now
        with self._keyboard_kept():
            if self._key in self._settings.layouts:
                self._restore(self._kept)
            else:
                if not self._kept:  # there is no room any more for two views one above the other, or there is now
                    self.reset()
                self._make_room()
            for dock in in_front:  # what was being looked at still is, whichever tab was in front at that size
                if dock.isVisible() and self._window.tabifiedDockWidgets(dock):
                    dock.raise_()
        self.schedule()

    def _make_room(self) -> None:
        workspace = BY_NAME[self.current]
        if (held := self._window.layout()) is not None:
            held.activate()  # Qt tells heights only then
        where = places(workspace, self._views)
        grow_right(self._window, self.all, where)
        grow_strip(self._window, self.all, workspace, where)

    def remember(self) -> None:
        """Keep the arrangement of the current workspace in the settings."""
        marks, sizes = dict(parse(self._kept).marks), dict[str, tuple[int, int]]()
        for name, dock in self.all.items():
            seen = _is_seen(dock)
            marks[name] = CLOSED if dock.isHidden() else SEEN if seen else TABBED
            if seen and not dock.isFloating():
                sizes[name] = dock.width(), dock.height()
        state = bytes(self._window.saveState(STATE_VERSION).data())
        self._settings.layouts[self._key] = KeptLayout(state, marks, sizes).text

    def _restore(self, saved: str) -> bool:
        """Arrange the docks as they were; False where nothing usable is kept.

        Qt widens the window to the docks' widths of another day, and to the room that the docks of two arrangements
        would need while one turns into the other: past the screen. It may not.
        """
        size, held = self._window.size(), self._window.layout()
        if held is None:
            return False
        held.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        try:
            with self._keyboard_kept():
                return self._restored(parse(saved), held)
        finally:
            held.activate()
            held.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
            if not self._window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
                self._window.resize(size)

    def _restored(self, kept: KeptLayout, held: QLayout) -> bool:
        """Qt alone shows docks that it does not know.

        All are hidden first: while one arrangement turns into the other Qt would want room for the docks of both. It
        shares the room out anew all the same, so each is told its size once all are there.
        """
        if not kept.state:
            return False
        for dock in self.all.values():
            dock.hide()
        held.activate()
        if not self._given_back(QByteArray(kept.state)):
            return False
        for name, dock in self.all.items():
            dock.setVisible(name in kept.shown)
        if not any(name in self.all for name in kept.shown):
            return False
        self._show_new(kept)
        self._give_sizes(kept, held)
        return True

    def _given_back(self, state: QByteArray) -> bool:
        """Hand Qt a kept state of the docks.

        Of a window that is to be shown as large as the screen Qt would keep a copy for its real size, and end the
        program where docks changed places in between: it is told of that size later, and `fit_height` comes then.
        """
        window = self._window
        shown_as = window.windowState()
        self._is_early = not window.isVisible() and shown_as != Qt.WindowState.WindowNoState
        if not self._is_early:
            return window.restoreState(state, STATE_VERSION)
        window.setWindowState(Qt.WindowState.WindowNoState)
        try:
            return window.restoreState(state, STATE_VERSION)
        finally:
            window.setWindowState(shown_as)

    def _give_sizes(self, kept: KeptLayout, held: QLayout) -> None:
        """Give each dock its own size again. What Qt gives differs by tabs and separators, so it is told once more."""
        docks = {name: dock for name, dock in self.all.items() if name in kept.sizes and not dock.isFloating()}
        wanted = [kept.sizes[name] for name in docks]
        asked = [list(size) for size in wanted]
        for _ in range(ROUNDS):
            held.activate()
            given = [(dock.width(), dock.height()) for dock in docks.values()]
            if given == wanted:
                return
            for part, direction in ((0, Qt.Orientation.Horizontal), (1, Qt.Orientation.Vertical)):
                self._window.resizeDocks(list(docks.values()), [size[part] for size in asked], direction)
            held.activate()
            for size, dock, (width, height) in zip(asked, docks.values(), wanted, strict=True):
                size[0] = corrected(size[0], width, dock.width())
                size[1] = corrected(size[1], height, dock.height())

    def _show_new(self, kept: KeptLayout) -> None:
        """Put views that came into the program since among the tabs of those the workspace has them beside."""
        where = places(BY_NAME[self.current], self._views)
        for group in (where.centre, where.right, where.bottom):
            known = [name for name in group if name in kept.shown and not self.hosts[name].isFloating()]
            for name in group:
                if known and name not in kept.marks:
                    self._window.tabifyDockWidget(self.hosts[known[-1]], self.hosts[name])
                    self.hosts[name].show()
        for name in kept.seen:
            if name in self.all:
                self.all[name].raise_()


def corrected(asked: int, wanted: int, given: int) -> int:
    """Pixels to ask Qt for next, where it gave `given` for `asked` and a dock was `wanted` wide or high.

    In a smaller window than that of the arrangement it gives less than is wanted to some docks and more to others; it
    takes no size that is not above 0.
    """
    return max(asked + wanted - given, 1)


def workspace_of(settings: Settings) -> str:
    """The workspace shown last, or the first one."""
    return settings.workspace if settings.workspace in BY_NAME else WORKSPACES[0].name


def needed_first(settings: Settings, files: Iterable[str]) -> tuple[str, ...]:
    """Those of the views' `files` that can be seen as soon as the window is there; the others can come after it."""
    current = workspace_of(settings)
    kept = parse(settings.layouts.get(current, ""))  # how high the window will be is not known yet
    wanted = kept.seen or kept.shown or seen_first(BY_NAME[current], tuple(files))
    return tuple(name for name in wanted if name in files)


def _is_seen(dock: QDockWidget) -> bool:
    """Whether it is in front of those that it shares its place with, or has a place of its own."""
    return dock.isVisible() and not dock.visibleRegion().isEmpty()
