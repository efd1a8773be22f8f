"""The window: docks of views, the controls at the left, a header and a status line. It knows no engine and no model.

Everything a person does leaves by a signal; everything to be shown comes in by a method. What each action of the table
does, and what menus and palette offer, is joined in `app.assemble`. Settings are kept a second after a change and when
the window closes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QTabWidget, QWidget

from app.look import icons, style
from app.look.system_motion import wants_less_motion
from app.look.tint import tint
from app.notice import Notice
from app.settings import LAST, NONE, Settings
from app.state import Phase, RunState, StatusFacts, Work
from app.window.action_set import ActionSet
from app.window.appearance import Appearance
from app.window.controls import Controls
from app.window.dock import kept_from_shortcuts
from app.window.docks import Docks
from app.window.document import Document, dropped, take_copy
from app.window.focus import FocusWatch
from app.window.focus_order import bring_into_sight, next_region, next_stop
from app.window.header import Header
from app.window.lessons_dock import LessonsDock
from app.window.opengl import expect_opengl
from app.window.palette import Palette
from app.window.panels.export import ExportPanel
from app.window.panels.film import FilmPanel
from app.window.panels.model_picker import ModelPicker, ModelRow
from app.window.panels.notices import Notices
from app.window.presenter.presenter import Presenter, TopRow
from app.window.saved_options import valid_options
from app.window.settings_saver import SettingsSaver
from app.window.status_line import StatusLine
from app.window.studio.dock import StudioDock
from app.window.view_host import ViewHost
from app.window.workspaces import CONTROLS, LESSON, STUDIO
from engine.records import LeftOut, ModelInfo, Sampling
from engine.run import Run
from viz import registry
from viz.ui_state import UiState
from viz.view import View

if TYPE_CHECKING:
    from app.window.studio.studio import Around


class MainWindow(QMainWindow):
    """The one window of a session."""

    prompt_run = Signal(str, object, bool, int)  # prompt, Sampling, chat, tokens
    play = Signal(int)
    pause = Signal()
    step = Signal()
    step_back = Signal()
    stop = Signal()
    cancel = Signal(object)  # key of a Work
    sampling_changed = Signal(object)  # Sampling
    speed_changed = Signal(object)  # float | None
    model_chosen = Signal(str, str, str)  # spec, device, dtype
    open_file = Signal(str)
    save_file = Signal(str)
    export_figure = Signal(str, object)  # path, Figure
    save_data = Signal(str)  # of a view
    copy_table = Signal(str)  # of a view
    help_asked = Signal(str)  # about a view
    make_film = Signal(str, object)  # path, FilmSpec
    intent = Signal(object)
    get_model = Signal()
    load_again = Signal()
    type_it_once = Signal()
    preference_changed = Signal(str)  # name of a setting that the session must act on
    restart_engine = Signal()
    fit_again = Signal()
    try_again = Signal()
    check_reference = Signal()
    theme_changed = Signal(str)
    option_changed = Signal(str, str, object)  # view, option, value
    views_added = Signal(object)  # docks of views that have come later, by name
    lesson_asked = Signal(str)  # one of the session's: next, back, play, again, reveal, close, get_model
    lesson_kept = Signal()  # the state on screen is to be kept as a step
    closing = Signal()

    def __init__(self, settings: Settings, views: Mapping[str, type[View]] | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.views = dict(registry.all_views() if views is None else views)
        self.state = RunState()
        self.info: ModelInfo | None = None
        self.models: Sequence[ModelRow] = ()
        self._run = Run()
        self._ui = self.first_ui_state()
        self._wanted_model = settings.model
        self._closed = False
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setAnimated(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setDockNestingEnabled(True)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.appearance = Appearance(settings, self)
        style.apply(self.appearance.theme, settings.scale)
        expect_opengl(self)
        self._build()
        self._connect()
        self.apply_style()
        self.show_state(self.state)
        self.saver.place_window()
        self.docks.show_workspace(self.docks.current, keep=False)

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.actions_made = ActionSet(self)
        self.focus_watch = FocusWatch(self)
        self.document = Document(self, self.settings.remember)
        self.controls = Controls(self.actions_made.by_id, self.settings, self)
        self.saver = SettingsSaver(self, self.settings, self.controls)
        self.studio = StudioDock(self.settings.figure_looks, self._around_studio, self)
        self.lessons = LessonsDock(self.actions_made.by_id, self)
        own = {CONTROLS: self.controls.dock, STUDIO: self.studio, LESSON: self.lessons}
        self.docks = Docks(self, self.views, own, self.settings)
        self.header = Header(self.actions_made, self)
        self.top = TopRow(self.header, self)
        self.setMenuWidget(self.top)
        made = self.actions_made.by_id
        self.presenter = Presenter(self, self.top, self.docks, self.appearance, self.settings.presenter, made)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.notices = Notices(self, self.actions_made.by_id)
        self.notices.kept_free = lambda: self.lessons.taken_right(self.width())
        self.palette_popup = Palette(self)
        self.picker = ModelPicker(self)
        self.picker.set_choice(self.settings.device, self.settings.dtype)
        self.export_panel: ExportPanel | None = None
        self.film_panel: FilmPanel | None = None

    def _connect(self) -> None:
        controls = self.controls
        self.appearance.changed.connect(self._on_appearance)
        self.appearance.changed.connect(self.saver.save_soon)
        self.appearance.theme_chosen.connect(self._on_theme)
        controls.sampling.changed.connect(self._on_sampling)
        controls.playback.speed_changed.connect(self._on_speed)
        controls.changed.connect(self.saver.save_soon)
        controls.card.clicked.connect(self.open_models)
        controls.dock.key_unused.connect(self.actions_made.trigger_by_keys)
        self.picker.chosen.connect(self._on_model)
        self.status.check_reference.connect(self.actions_made.by_id["check_reference"].trigger)
        self.status.cancel.connect(self.cancel)
        self.header.workspace_chosen.connect(self.show_workspace)
        self.docks.changed.connect(self.header.show_workspace)
        self.docks.raised.connect(self.notices.reposition)
        self.document.open_asked.connect(self.open_file)
        self.document.save_asked.connect(self.save_file)
        self.saver.failed.connect(self.show_notice)
        self.saver.succeeded.connect(lambda: self.notices.settle("settings"))
        self._connect_hosts(self.docks.hosts)
        self.studio.intent.connect(self.intent)
        self.studio.noticed.connect(self.show_notice)
        self.studio.kept_changed.connect(self.saver.save_soon)
        self.studio.key_unused.connect(self.actions_made.trigger_by_keys)
        self.presenter.intent.connect(self.intent)
        self.presenter.noticed.connect(self.show_notice)
        self.presenter.kept_changed.connect(self.saver.save_soon)
        self.lessons.key_unused.connect(self.actions_made.trigger_by_keys)

    def _connect_hosts(self, hosts: Mapping[str, ViewHost]) -> None:
        for host in hosts.values():
            host.intent.connect(self.intent)
            host.option_changed.connect(self._on_option)
            host.export_asked.connect(self.show_export)
            host.data_asked.connect(self.save_data)
            host.copy_asked.connect(self.copy_table)
            host.help_asked.connect(self.help_asked)
            host.read_asked.connect(self.read_table)
            host.key_unused.connect(self.actions_made.trigger_by_keys)

    def add_views(self, views: Mapping[str, type[View]]) -> None:
        """Take in views that the first picture did not need, where the workspace wants them, with their options."""
        if self._closed:
            return
        made = self.docks.add(views)
        self.views = registry.ordered({**self.views, **views})
        self._connect_hosts(made)
        self.views_added.emit(made)
        for host in made.values():
            host.show_theme(self.appearance.theme, self.appearance.scale)
        if self.docks.has_place_for(made):
            self.docks.show_workspace(self.docks.current, keep=False)
        for sentence in registry.problems():
            self.show_notice(Notice("warning", sentence))
        self.refresh(self._run, replace(self._ui, options=self.first_ui_state().options))

    def put_below_header(self, widget: QWidget) -> None:
        """Let something stand between the header and the docks, as wide as the window."""
        self.top.add(widget)
        tint(widget, self.appearance.theme)

    @property
    def is_still(self) -> bool:
        """Whether nothing is to fly or grow: a person chose that, or their system asks for it."""
        return self.settings.still or wants_less_motion()

    # -- what is asked of the window -----------------------------------------------------------------------------

    def first_ui_state(self) -> UiState:
        """What is chosen at the start: the theme and the views' options as they were left."""
        ui = UiState(theme=self.settings.theme, palette=self.settings.palette, still=self.is_still)
        for view, options in valid_options(self.views, self.settings.options).items():
            for name, value in options.items():
                ui = ui.with_option(view, name, value)
        return ui

    def prompt_as_asked(self) -> tuple[str, Sampling, bool, int]:
        """Prompt, sampling, chat and number of tokens as they stand in the controls."""
        return self.controls.asked()

    def tokens_wanted(self) -> int:
        """How many tokens are to be generated at a time."""
        return self.controls.playback.tokens.value()

    def model_at_start(self) -> str | None:
        """What the engine is asked for first; "" is the default model, None is no model."""
        chosen = self.settings.start_model
        return self.settings.model if chosen == LAST else None if chosen == NONE else chosen

    def model_place(self) -> tuple[str, str]:
        """The device and the precision that models are loaded with."""
        return self.settings.device, self.settings.dtype

    def set_prompt(self, text: str) -> None:
        """Put another prompt into the editor."""
        self.controls.prompt.set_text(text)

    def set_asked(self, prompt: str, sampling: Sampling, chat: bool) -> None:
        """Show in the controls what a run was asked for with."""
        self.controls.set_asked(prompt, sampling, chat)

    def run_prompt(self) -> None:
        """Ask for a new run from the prompt."""
        self.prompt_run.emit(*self.controls.asked())

    def play_or_pause(self) -> None:
        """Go on, or pause where it is going on."""
        if self.state.phase is Phase.GENERATING:
            self.pause.emit()
        else:
            self.play.emit(self.tokens_wanted())

    def change_setting(self, name: str, value: Any) -> None:
        """Change a setting, and let the window and the session act on it."""
        if name == "theme":
            self.appearance.choose_theme(value)
        elif name == "scale":
            self.appearance.set_scale(value)
        elif name == "palette":
            self._ui = replace(self._ui, palette=value)
            self.appearance.set_palette(value)
            self.docks.refresh(self._run, self._ui)
        else:
            setattr(self.settings, name, value)
        if name in ("device", "dtype"):
            self.picker.set_choice(*self.model_place())
        self.saver.save_soon()
        self.preference_changed.emit(name)

    # -- what is to be shown -------------------------------------------------------------------------------------

    def refresh(self, run: Run, ui: UiState) -> None:
        """Have the views that are seen painted from `run` and `ui`, at most once a screen refresh."""
        self._run, self._ui = run, ui
        self.appearance.show_theme(ui.theme)
        self.docks.refresh(run, ui)
        self.studio.refresh(run, ui)
        self.presenter.refresh(run, ui)
        self.document.run_changed(run)

    def show_state(self, state: RunState) -> None:
        """Enable what can be done now."""
        self.state = state
        self.actions_made.show_state(state)
        self.status.show_state(state)
        if self.controls.show_state(state, self.info, self._wanted_model):
            tint(self.controls.playback, self.appearance.theme, self.appearance.scale)

    def show_model(self, info: ModelInfo | None) -> None:
        """Say which model is loaded."""
        self.info = info
        self.controls.card.show_state(self.state, info, self._wanted_model)

    def show_models(self, rows: Sequence[ModelRow], left_out: Sequence[LeftOut] = ()) -> None:
        """Offer these models in the picker and the palette; the picker says which folders are left out."""
        self.models = tuple(rows)
        self.picker.set_rows(self.models, left_out)

    def show_wanted_model(self, spec: str) -> None:
        """Say which model is being loaded."""
        self._wanted_model = spec
        self.controls.card.show_state(self.state, self.info, spec)

    def show_status(self, facts: StatusFacts) -> None:
        """Show the facts of the status line."""
        self.status.show_facts(facts)

    def show_works(self, works: Sequence[Work]) -> None:
        """Show how far each thing is that takes long."""
        self.status.progress.show_works(works)
        self.status.fold()
        self.controls.show_work(works[0] if works else None)

    def show_notice(self, notice: Notice) -> None:
        """Show a sentence without stopping anybody."""
        self.notices.add(notice, self.appearance.theme, self.appearance.scale)

    def show_document(self, path: Path | None, run: Run) -> None:
        """Say which file the run is kept in, None where in none; it counts as saved as it is now."""
        self.document.show_document(path, run)
        self.saver.save_soon()

    def show_option(self, view: str, name: str, value: object) -> None:
        """Remember an option that a view itself changed; its control follows with the next refresh."""
        self.settings.options.setdefault(view, {})[name] = value
        self.saver.save_soon()

    def show_export(self, view: str = "") -> None:
        """Open the panel that asks for a figure."""
        if self.export_panel is None:
            self.export_panel = ExportPanel(self.views, self.settings.figure, self)
            self.export_panel.chosen.connect(self.saver.save_soon)
            self.export_panel.asked.connect(self.export_figure)
        name = view or self.docks.in_front()
        self.export_panel.open_for(name, self._ui.theme, str(Path.home() / f"{name or 'figure'}.png"))

    def read_table(self, view: str = "") -> None:
        """Open the numbers behind a view's picture as a table: of the view with the keyboard where none is named."""
        from app.window.numbers_of import numbers_of  # when it is wanted: the first picture does not wait for it

        name = view or self.docks.asked_about()
        if name:
            numbers_of(self.docks.hosts[name], self).show()

    def show_film(self) -> None:
        """Open the panel that asks for a film."""
        if self.film_panel is None:
            self.film_panel = FilmPanel(self.views, self.settings.figure, self, self.studio.composition)
            self.film_panel.chosen.connect(self.saver.save_soon)
            self.film_panel.asked.connect(self.make_film)
        self.film_panel.open_for(self.docks.in_front())

    def _around_studio(self) -> Around:
        from app.window.studio.studio import Around

        return Around(
            self.docks.camera_of,
            lambda: self.docks.looked_at,
            lambda: None if self.isWindowModified() else self.document.path,
        )

    def open_models(self) -> None:
        """Open the model picker under the model's card, or at the header where the controls are hidden."""
        self.picker.open_at(self.controls.card if self.controls.card.isVisible() else self.header)

    def show_lessons(self) -> None:
        """Offer the lessons in their dock, beside the views."""
        self.docks.show_lesson(True)
        self.lessons.show_list()

    def show_lesson(self, shown: object) -> None:
        """Show a step of a lesson beside the views; None: no lesson any more."""
        if shown is None:
            self.docks.show_lesson(False)
            return
        self.lessons.show_step(shown)
        self.docks.show_lesson(True)
        self.notices.reposition()

    def look_from(self, camera: tuple[float, ...]) -> None:
        """Look at the map from here, where it is there."""
        self.docks.look_from("meaning_space", camera)

    def show_workspace(self, name: str) -> None:
        """Show a named arrangement of the views."""
        self.docks.show_workspace(name)
        self.saver.save_soon()

    def show_views(self, workspace: str, names: Sequence[str]) -> None:
        """Bring these views to the front; where they are not in sight, in a workspace that has them."""
        hosts = [self.docks.hosts[name] for name in names if name in self.docks.hosts]
        if self.docks.current != workspace and not (hosts and all(host.is_seen for host in hosts)):
            self.show_workspace(workspace)
        for name in names:
            if name in self.docks.hosts:
                self.docks.show_view(name)

    # -- look ----------------------------------------------------------------------------------------------------

    def apply_style(self) -> None:
        """Draw everything in the theme and the text size of the settings."""
        theme, scale = self.appearance.theme, self.appearance.scale
        style.apply(theme, scale)
        self.setWindowIcon(QIcon(icons.icon("orrery", theme.accent)))
        self.actions_made.show_theme(theme)
        for part in (self.top, self.controls.dock):
            tint(part, theme, scale)
        self.docks.show_theme(theme, scale)
        self.controls.show_scale(scale)
        self.presenter.show_style()
        self.lessons.show_look(theme, scale)
        self.notices.tell_theme(theme, scale)
        self.header.fold()

    # -- what controls tell --------------------------------------------------------------------------------------

    def _on_appearance(self) -> None:
        self.docks.remember()  # as they stood with texts of their size until now
        self.apply_style()
        self.docks.fit_text()

    def _on_theme(self, name: str) -> None:
        self._ui = replace(self._ui, theme=name)
        self.docks.refresh(self._run, self._ui)
        self.presenter.refresh(self._run, self._ui)
        self.theme_changed.emit(name)

    def _on_sampling(self, sampling: Sampling) -> None:
        self.sampling_changed.emit(sampling)
        self.saver.save_soon()

    def _on_speed(self, speed: float | None) -> None:
        self.speed_changed.emit(speed)
        self.saver.save_soon()

    def _on_model(self, spec: str, device: str, dtype: str) -> None:
        self.settings.model, self.settings.device, self.settings.dtype = spec, device, dtype
        self.show_wanted_model(spec)
        self.model_chosen.emit(spec, device, dtype)
        self.saver.save_soon()

    def _on_option(self, view: str, name: str, value: object) -> None:
        self.show_option(view, name, value)
        self._ui = self._ui.with_option(view, name, value)
        self.docks.refresh(self._run, self._ui)
        self.presenter.refresh(self._run, self._ui)
        self.option_changed.emit(view, name, value)

    # -- the window itself ---------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leave a plain key to a control with the keyboard, also where it stands in no dock."""
        return kept_from_shortcuts(event) or super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt's hook for Tab: through what can be seen, in the order in which one reads."""
        return self._go_to(next_stop(self, forward), forward)

    def go_to_region(self, forward: bool) -> None:
        """Give the keyboard to the next part of the window: a dock, the tabs of docks, the header."""
        self._go_to(next_region(self, forward), forward)

    def _go_to(self, part: QWidget | None, forward: bool) -> bool:
        if part is None:
            return False
        bring_into_sight(part)
        self.focus_watch.go_to(part, forward)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out for the real size, and say what the settings had to say."""
        super().showEvent(event)
        self.setFocus()
        if not event.spontaneous():  # it is spontaneous when it comes back after it was minimised
            QTimer.singleShot(0, self, self.docks.fit_height)
        self.docks.refresh(self._run, self._ui)
        self.presenter.refresh(self._run, self._ui)
        if self.settings.problem:
            self.show_notice(Notice("warning", self.settings.problem))
            self.settings.problem = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the notices where they belong."""
        super().resizeEvent(event)
        self.notices.reposition()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take run files, model folders and GGUF files."""
        if dropped(event.mimeData()):
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        for kind, path in dropped(event.mimeData())[:1]:
            take_copy(event)
            if kind == "run":
                self.open_file.emit(path)
            else:
                self.picker.choose(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the arrangement, let the session end its processes, and go."""
        if self.retire():
            self.closing.emit()
        super().closeEvent(event)

    def retire(self) -> bool:
        """Keep the arrangement and stop, for the end or for another window in its place; False where that was done."""
        if self._closed:
            return False
        self._closed = True
        self.docks.remember()
        self.saver.save_last()
        self.presenter.end()
        self.docks.stop()
        self.studio.end()
        self.notices.clear()
        for panel in (self.export_panel, self.film_panel):
            if panel is not None:
                panel.close()
        return True
