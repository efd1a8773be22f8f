"""Makes the parts of a session and joins them: the window's signals to the session, the session's to the window.

Answers of the engine arrive by a `Bridge` on the window's thread; the run is only touched on that one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMetaObject, QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication

from app.assemble import recent_runs
from app.class_room import ClassRoom
from app.engine_share import engine_share
from app.presenter_notes import for_class, notes_of
from app.session.bridge import Bridge
from app.session.chosen import Chosen
from app.session.engine_client import EngineClient
from app.session.parts import Parts
from app.session.session import Session
from app.window import board_files, run_paths, table_files
from app.window.panels.model_picker import ModelRow
from app.window.window import MainWindow
from engine import protocol
from engine.records import LeftOut, ModelEntry
from viz.intents import SaveTable
from viz.ui_state import UiState

_T = TypeVar("_T")


class Controller(QObject):
    """One session: a window, an engine process, a mapper process when asked for, and the run on screen."""

    language_chosen = Signal()  # a person wants the window in another language

    def __init__(
        self,
        window: MainWindow,
        ui: UiState,
        make_client: Callable[[Callable[[protocol.Answer], None]], EngineClient] = EngineClient,
    ) -> None:
        super().__init__(window)
        self.window = window
        self._bridge = Bridge(self)
        self.client = make_client(self._bridge.deliver)
        self.session = Session(ui, self)
        self.parts = Parts(
            self.session, self.client, self._chosen(),
            lambda: board_files.ask_open(self.window), lambda: board_files.ask_save(self.window), parent=self,
        )  # fmt: skip
        self._name_parts()
        self._bridge.answered.connect(self.answers.handle)
        self.loader.engine_ended.connect(self._bridge.forget)
        self.parts.exports.copied.connect(lambda text: QGuiApplication.clipboard().setText(text))
        self._joints: list[QMetaObject.Connection] = []
        self._show_in(window)
        self._listen_to(window)

    def move_to(self, window: MainWindow) -> None:
        """Go on in another window, with all that is there; the one before is to be let go."""
        for joint in self._joints:
            QObject.disconnect(joint)
        self._joints.clear()
        self.class_room.deleteLater()
        self.setParent(window)
        self.window = window
        self._show_in(window)
        self._listen_to(window)
        self._tell_all()

    def _tell_all(self) -> None:
        """Tell the window what it would have heard from the beginning on."""
        session = self.session
        if session.loaded is not None:
            self.window.show_model(session.loaded)
        self._show_models(*session.listed)
        self.window.show_state(session.state)
        self.window.show_status(session.facts)
        self.window.show_works(session.works.all)
        self.window.refresh(session.run, session.ui)
        self.class_room.resume()

    def _name_parts(self) -> None:
        parts = self.parts
        self.wanted, self.maps, self.player, self.loader = parts.wanted, parts.maps, parts.player, parts.loader
        self.documents, self.boards, self.lab_desk = parts.documents, parts.boards, parts.lab_desk
        self.answers, self.intents, self.stopping = parts.answers, parts.intents, parts.stopping

    def _show_in(self, window: MainWindow) -> None:
        session, join = self.session, self._join
        join(session.changed, window.refresh)
        join(session.state_changed, window.show_state)
        join(session.facts_changed, window.show_status)
        join(session.noticed, window.show_notice)
        join(session.settled, window.notices.settle)
        join(session.works.changed, window.show_works)
        join(session.document_changed, window.show_document)
        join(session.model_wanted, window.show_wanted_model)
        join(session.model_changed, window.show_model)
        join(session.models_listed, self._show_models)
        join(session.prompt_changed, window.set_prompt)
        join(session.asked_changed, window.set_asked)
        join(session.option_changed, window.show_option)
        join(session.views_wanted, window.show_views)
        join(session.table_wanted, self._save_table)
        join(session.run_file_wanted, self._offer_run_paths)
        join(self.parts.before.leaving.left, window.document.changed)
        join(self.loader.choice_wanted, window.open_models)
        join(self.parts.lessons.step_changed, lambda shown: window.presenter.show_notes(*notes_of(shown)))
        join(self.parts.lessons.step_changed, lambda shown: window.presenter.show_step(*for_class(shown)))
        self.class_room = ClassRoom(window, self.parts.lessons, session, self)

    def _listen_to(self, window: MainWindow) -> None:
        session, player, loader, documents = self.session, self.player, self.loader, self.documents
        join = self._join
        join(window.prompt_run, player.new_run)
        join(window.play, self.parts.playback.play)
        join(window.pause, player.pause)
        join(window.step, self.parts.stepping.forward)
        join(window.step_back, self.parts.stepping.back)
        join(window.stop, self.stopping.stop_all)
        join(window.cancel, self.stopping.stop)
        join(window.sampling_changed, player.set_sampling)
        join(window.speed_changed, player.set_speed)
        join(window.model_chosen, loader.load)
        join(window.load_again, loader.load_again)
        join(window.type_it_once, player.type_it_once)
        join(window.get_model, documents.get_model)
        join(window.restart_engine, loader.restart)
        join(window.fit_again, self.maps.fit_again)
        join(window.try_again, self.lab_desk.try_again)
        join(window.check_reference, loader.check_reference)
        join(window.preference_changed, self._on_preference)
        join(window.open_file, lambda path: documents.open(Path(path)))
        join(window.save_file, lambda path: documents.save(Path(path)))
        join(window.export_figure, self.parts.exports.export)
        join(window.save_data, self._save_data)
        join(window.copy_table, self.parts.exports.copy_table)
        join(window.make_film, self.parts.films.film)
        join(window.theme_changed, lambda name: session.set_ui(theme=name))
        join(window.option_changed, session.set_option)
        join(window.intent, self.intents.handle)
        join(window.closing, self.close)

    def _join(self, signal: SignalInstance, slot: Callable[..., object] | SignalInstance) -> None:
        """Connect a signal, to be taken apart where another window takes the place of this one."""
        self._joints.append(signal.connect(slot))

    def _show_models(self, entries: Sequence[ModelEntry], left_out: Sequence[LeftOut]) -> None:
        self.window.show_models([_row(entry) for entry in entries], left_out)

    def _on_preference(self, name: str) -> None:
        """Act at once on what was chosen in the preferences."""
        if name in ("threads", "record_memory"):
            self.loader.configure()
        elif name == "still":
            self.session.set_ui(still=self.window.is_still)
        elif name == "palette":
            self.session.set_ui(palette=self.window.settings.palette)
        elif name == "storage":
            self.loader.list_models()
        elif name == "language":
            QTimer.singleShot(0, self, self.language_chosen.emit)  # after the menu or dialog that it was chosen in

    def _offer_run_paths(self) -> None:
        """Ask which run's path is to be shown on the map."""
        recent = recent_runs(self.window.settings)
        run_paths.offer(self.window, recent, lambda path: self.documents.show_path(Path(path)))

    def _save_table(self, table: SaveTable) -> None:
        """Ask where a view's numbers are to be written."""
        path = table_files.ask_save(self.window, table.name)
        if path:
            self.documents.save_table(Path(path), table)

    def _save_data(self, view: str) -> None:
        """Ask where the numbers behind a view's picture are to be written."""
        path = table_files.ask_data(self.window, view)
        if path:
            self.parts.exports.save_data(Path(path), view)

    def _chosen(self) -> Chosen:
        """What is chosen in the window, whichever that is by then."""
        return Chosen(
            asked=partial(self._in_window, MainWindow.prompt_as_asked),
            n_tokens=partial(self._in_window, MainWindow.tokens_wanted),
            model_place=partial(self._in_window, MainWindow.model_place),
            offline=lambda: self.window.settings.offline,
            engine_share=lambda: engine_share(self.window.settings),
            saved=lambda: (not self.window.isWindowModified(), self.window.document.path),
            camera=self._camera_of,
        )

    def _in_window(self, ask: Callable[[MainWindow], _T]) -> _T:
        return ask(self.window)

    def _camera_of(self, view: str) -> tuple[float, ...] | None:
        return self.window.docks.camera_of(view)

    def close(self) -> None:
        """End every process; called once the window closes. Unsaved work is kept for the next start."""
        self._bridge.close()
        self.parts.close()


def _row(entry: ModelEntry) -> ModelRow:
    return ModelRow(entry.spec, entry.what, entry.n_parameters, entry.on_disk, entry.note)
