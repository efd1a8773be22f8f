"""A presentation while it goes on: the window for the audience, the presenter's panel, and what joins them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QWidget

from app.look.tint import tint
from app.notice import Notice
from app.window.focus import by_click
from app.window.presenter.audience import Audience
from app.window.presenter.choice import Choice, ChoicePopup
from app.window.presenter.glass import BLANK, DOT, FREEZE, HIGHLIGHTER, MAGNIFIER, NOTES, POINTING, TOOLS
from app.window.presenter.mirror import Mirror
from app.window.presenter.panel import ANSWER, BACK, CHOOSE, CLEAR, END, FULL, NEXT, PresenterPanel
from engine.run import Run
from viz.theme import Theme
from viz.ui_state import UiState
from viz.view import View

EVERYWHERE = {"PgDown": NEXT, "PgUp": BACK, "B": BLANK, ".": BLANK}
LEAVE, PEN = "leave", "pen"
OF_TOOLS = {"F": FREEZE, "D": DOT, "H": HIGHLIGHTER, "C": CLEAR, "M": MAGNIFIER, "N": NOTES, "A": ANSWER}
# the keys of the audience's window alone: those of the first are for playback and its views
THERE = {"Right": NEXT, "Space": NEXT, "Left": BACK, "F11": FULL, "Esc": LEAVE, **OF_TOOLS}
MOVES = {"Right": (1, 0), "Left": (-1, 0), "Up": (0, -1), "Down": (0, 1)}
FAR, NEAR = 0.03, 0.005  # of the window's height, that a key moves dot, lens and pen; with Shift
# while one of these is on, instead of the above; in the first window where the small picture has the keyboard
WHILE_POINTING = {**{f"{held}{key}": f"{held}{key}" for held in ("", "Shift+") for key in MOVES},
                  "Return": PEN, "Enter": PEN, "Esc": LEAVE}  # fmt: skip

FOLLOWED = 2  # views of a step that are projected at once: more are too small for the last row
TURN_MS = 50  # between two looks at how the presenter has turned a map


@dataclass(frozen=True)
class Around:
    """What a presentation uses of the window. `go` is called with True for the next step, False for the one before."""

    views: Callable[[], Mapping[str, type[View]]]
    first_choice: Callable[[], tuple[str, ...]]  # what is projected where nobody has chosen yet
    go: Callable[[bool], object]
    notice: Callable[[Notice], object]
    camera: Callable[[str], tuple[float, ...] | None]  # of a view that was turned by hand in its dock
    reveal: Callable[[], object]  # the answer of the lesson's step
    screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens


class Presentation(QObject):
    """See the module. `kept` are the settings of it, changed in place."""

    intent = Signal(object)
    ended = Signal()
    kept_changed = Signal()
    seen_changed = Signal()  # which views the class sees

    def __init__(self, window: QWidget, kept: dict[str, str], around: Around) -> None:
        super().__init__(window)
        self._window, self._kept, self._around = window, kept, around
        self.choice = Choice.read(kept)
        if not set(self.choice.views) & set(around.views()):
            self.choice = replace(self.choice, views=around.first_choice())
        self._display = ""  # the name of that which the audience's window fills or stands on: Qt deletes its screens
        self._theme: Theme | None = None
        self.audience = Audience()
        self.mirror = Mirror(self.audience.picture)
        self.panel = PresenterPanel(self.mirror, window)
        self.popup = ChoicePopup(self.panel)
        self._shortcuts = [
            *(self._shortcut(keys, name, window) for keys, name in EVERYWHERE.items()),
            *(self._shortcut(keys, name, self.audience) for keys, name in (EVERYWHERE | THERE).items()),
        ]
        self._pointing = [self._shortcut(keys, name, self.audience) for keys, name in WHILE_POINTING.items()]
        self._here = [it for it in self._shortcuts if it.key().toString() in WHILE_POINTING]  # they give way to those
        self._deeds: dict[str, Callable[[], object]] = {
            NEXT: lambda: around.go(True), BACK: lambda: around.go(False), CLEAR: self.audience.glass.clear,
            PEN: self.audience.glass.press_by_key, ANSWER: around.reveal, FULL: self._turn_full, LEAVE: self._leave,
            CHOOSE: self._open_choice, END: self.audience.close,
        }  # fmt: skip
        self._step: tuple[str, ...] = ()  # the views of the step of a lesson that is given
        self._cameras: dict[str, tuple[float, ...]] = {}  # from where each view is seen in its dock
        self._turning = QTimer(self)
        self._turning.setInterval(TURN_MS)
        self._turning.timeout.connect(self._turn)
        self._connect()

    def _shortcut(self, keys: str, name: str, on: QWidget) -> QShortcut:
        made = QShortcut(QKeySequence(keys), on)
        made.activated.connect(lambda: self.do(name))
        return made

    def _connect(self) -> None:
        glass, mirror = self.audience.glass, self.mirror
        self.audience.intent.connect(self.intent)
        self.audience.closed.connect(self.ended)
        self.audience.painted.connect(mirror.schedule)
        glass.changed.connect(self._on_tools)
        glass.pointed_from = lambda: mirror.pointed
        mirror.pressed.connect(lambda at: glass.press(at) if HIGHLIGHTER in glass.tools else None)
        mirror.moved.connect(lambda at: glass.draw_to(at) if HIGHLIGHTER in glass.tools else None)
        mirror.released.connect(glass.lift)
        mirror.wants = lambda keys: keys in OF_TOOLS or (glass.points and keys in WHILE_POINTING)
        mirror.do = lambda keys: self.do({**OF_TOOLS, **WHILE_POINTING}[keys])
        self.panel.asked.connect(self._press)
        self.popup.chosen.connect(self.choose)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self.on_screen_removed)

    # -- what is shown -------------------------------------------------------------------------------------------

    def begin(self, run: Run, ui: UiState) -> None:
        """Show the window for the audience: it fills another display where there is one, else it is a window."""
        self._show_views()
        self.audience.refresh(run, ui)
        screen, alone = self._wanted_screen()
        self._stand_on(screen, full=not alone)
        self._turning.start()
        self.panel.clock.begin()
        self._on_tools()

    def refresh(self, run: Run, ui: UiState) -> None:
        """What is on screen has changed."""
        self.audience.refresh(run, ui)

    def _turn(self) -> None:
        """Turn what the class sees as the presenter turns it in the first window."""
        for part in self.audience.parts if self.audience.is_seen else ():
            name = part.view_class.name
            camera = self._around.camera(name)
            if camera is not None and camera != self._cameras.get(name) and part.look_from(camera):
                self._cameras[name] = camera

    def show_style(self, theme: Theme, scale: float) -> None:
        """The colours, and the size of the first window's letters: the audience's are chosen apart from these."""
        self._theme = theme
        self.audience.show_style(theme, self.choice.scale)
        tint(self.panel, theme, scale)
        self.panel.fit()

    def show_notes(self, heading: str, text: str, next_heading: str) -> None:
        """The notes of the step of a lesson that is shown, and what comes after it."""
        self.panel.show_notes(heading, text, next_heading)
        self.audience.glass.notes = "\n\n".join(it for it in (heading, text) if it)
        self.audience.glass.update()

    def show_step(self, views: Sequence[str], heading: str, text: str) -> None:
        """A lesson shows another step, with these views and words for the class; without a heading none is given."""
        self.audience.caption.show_step(heading, text)
        if self._step != tuple(views):
            self._step = tuple(views)
            self._show_views()

    @property
    def _wanted_views(self) -> tuple[str, ...]:
        """The views of the step of a lesson that is followed, the foremost largest; else those chosen."""
        there = self._around.views()
        of_step = [name for name in reversed(self._step) if name in there] if self.choice.follow else []
        if self.choice.text and len(of_step) > 1:
            of_step = [name for name in of_step if name != "token_strip"]  # the text stands below already
        return tuple(of_step[:FOLLOWED]) or self.choice.views

    def choose(self, choice: Choice) -> None:
        """Project something else, elsewhere or in other letters."""
        before, self.choice = self.choice, choice
        choice.keep(self._kept)
        self.kept_changed.emit()
        self._show_views()
        if choice.scale != before.scale and self._theme is not None:
            self.audience.show_style(self._theme, choice.scale)
        if choice.screen != before.screen:
            screen, _ = self._wanted_screen()
            self._stand_on(screen, full=self.audience.isFullScreen())

    def _show_views(self) -> None:
        self.audience.show_views(self._around.views(), self._wanted_views, self.choice.text)
        self.audience.caption.allow(self.choice.follow)
        self._say_projected()

    def _say_projected(self) -> None:
        titles = [part.view_class.translated_title() for part in self.audience.parts]
        if self.choice.text:
            titles.append(self.tr("Text"))
        self.panel.show_projected(tuple(titles), self._display)
        self.seen_changed.emit()

    # -- what is done --------------------------------------------------------------------------------------------

    def _press(self, name: str) -> None:
        """A button of the panel; who switched a pointer on by key moves it by key, on the small picture."""
        self.do(name)
        button = self.panel.buttons[name]
        if name in POINTING & self.audience.glass.tools and button.hasFocus() and not by_click(button):
            self.mirror.setFocus(Qt.FocusReason.TabFocusReason)

    def do(self, name: str) -> None:
        """What a key or a button means."""
        glass = self.audience.glass
        key = name.removeprefix("Shift+")
        if key in MOVES:
            far = FAR if key == name else NEAR
            glass.move_by_key(far * MOVES[key][0], far * MOVES[key][1])
            return
        if name in TOOLS:
            glass.switch(name)
        else:
            self._deeds[name]()
        self._on_tools()

    def _turn_full(self) -> None:
        self._stand_on(self._wanted_screen()[0], full=not self.audience.isFullScreen())

    def _leave(self) -> None:
        """Put away what points; where nothing does, leave the full screen."""
        glass = self.audience.glass
        if glass.points:
            for tool in POINTING & glass.tools:
                glass.switch(tool, on=False)
        elif self.audience.isFullScreen():
            self._stand_on(self._present_screen(), full=False)

    def _open_choice(self) -> None:
        self.popup.offer(self._around.views(), self._around.screens(), self.choice)
        button = self.panel.buttons[CHOOSE]
        em = self.panel.fontMetrics().height()
        self.popup.open_under(button, max(380, 24 * em), 34 * em)

    def _on_tools(self) -> None:
        for shortcut in (*self._pointing, *self._here):
            shortcut.setEnabled(self.audience.glass.points == (shortcut in self._pointing))
        self.panel.show_tools(self.audience.glass.tools, self.audience.isFullScreen())
        self.mirror.schedule()
        self.seen_changed.emit()

    # -- displays ------------------------------------------------------------------------------------------------

    def _wanted_screen(self) -> tuple[QScreen, bool]:
        """The display to stand on, and whether it is the first window's own."""
        screens, own = list(self._around.screens()), self._window.screen()
        named = [screen for screen in screens if screen.name() == self.choice.screen]
        others = [screen for screen in screens if screen is not own]
        found = (named or others or [own])[0]
        return found, found is own

    def _present_screen(self) -> QScreen:
        """The display that the audience's window is on; where it is gone, the one wanted."""
        there = [screen for screen in self._around.screens() if screen.name() == self._display]
        return there[0] if there else self._wanted_screen()[0]

    def _stand_on(self, screen: QScreen, full: bool) -> None:
        self._display = screen.name()
        if full:
            self.audience.show_full(screen)
        else:
            self.audience.show_window(screen)
        self._say_projected()
        self._on_tools()

    def on_screen_removed(self, gone: QScreen) -> None:
        """The display that the class looked at is there no more: go on in a window on one that is."""
        if gone.name() != self._display:
            return
        left = [screen for screen in self._around.screens() if screen.name() != gone.name()] or [self._window.screen()]
        name = gone.name()
        self._stand_on(left[0], full=False)
        told = self.tr(
            "The display {gone} is gone. What was projected is in a window on {display} now, and goes on; “Full "
            "screen” fills a display again."
        ).format(gone=name, display=left[0].name())
        self.panel.projected.setText(told)  # the window may lie over the notice
        self._around.notice(Notice("warning", told))

    @property
    def projects(self) -> frozenset[str]:
        """The views that the class sees now."""
        return self.audience.projects

    def end(self) -> None:
        """Give all of it back."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.disconnect(self.on_screen_removed)
        for shortcut in (*self._shortcuts, *self._pointing):
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._turning.stop()
        self.panel.clock.stop()
        self.mirror.stop()
        self.popup.close()
        self.audience.blockSignals(True)
        self.audience.close()
        self.panel.hide()
        self.panel.deleteLater()
        self.audience.deleteLater()
        self.deleteLater()
