"""Makes the parts of a session and joins them: the window's signals to the session, the session's to the window.

Answers of the engine arrive by a `Bridge` on the window's thread; the run is only touched on that one thread.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.assemble import recent_runs
from app.class_room import ClassRoom
from app.engine_share import engine_share
from app.presenter_notes import notes_of
from app.session.bridge import Bridge
from app.session.chosen import Chosen
from app.session.engine_client import EngineClient
from app.session.parts import Parts
from app.session.session import Session
from app.window import board_files, run_paths, table_files
from app.window.panels.model_picker import ModelRow
from app.window.window import MainWindow
from engine import protocol
from engine.records import ModelEntry
from viz.intents import SaveTable
from viz.ui_state import UiState


class Controller(QObject):
    """One session: a window, an engine process, a mapper process when asked for, and the run on screen."""

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
            self.session, self.client, _chosen_in(window),
            lambda: board_files.ask_open(window), lambda: board_files.ask_save(window), parent=self,
        )  # fmt: skip
        self._name_parts()
        self._bridge.answered.connect(self.answers.handle)
        self.loader.engine_ended.connect(self._bridge.forget)
        self._show_in(window)
        self._listen_to(window)

    def _name_parts(self) -> None:
        parts = self.parts
        self.wanted, self.maps, self.player, self.loader = parts.wanted, parts.maps, parts.player, parts.loader
        self.documents, self.boards, self.lab_desk = parts.documents, parts.boards, parts.lab_desk
        self.answers, self.intents, self.stopping = parts.answers, parts.intents, parts.stopping

    def _show_in(self, window: MainWindow) -> None:
        session = self.session
        session.changed.connect(window.refresh)
        session.state_changed.connect(window.show_state)
        session.facts_changed.connect(window.show_status)
        session.noticed.connect(window.show_notice)
        session.settled.connect(window.notices.settle)
        session.works.changed.connect(window.show_works)
        session.document_changed.connect(window.show_document)
        session.model_wanted.connect(window.show_wanted_model)
        session.model_changed.connect(window.show_model)
        session.models_listed.connect(
            lambda entries, left_out: window.show_models([_row(entry) for entry in entries], left_out)
        )
        session.prompt_changed.connect(window.set_prompt)
        session.asked_changed.connect(window.set_asked)
        session.option_changed.connect(window.show_option)
        session.views_wanted.connect(window.show_views)
        session.table_wanted.connect(self._save_table)
        session.run_file_wanted.connect(self._offer_run_paths)
        self.parts.before.leaving.left.connect(window.document.changed)
        self.loader.choice_wanted.connect(window.open_models)
        self.parts.lessons.step_changed.connect(lambda shown: window.presenter.show_notes(*notes_of(shown)))
        self.class_room = ClassRoom(window, self.parts.lessons, session, self)

    def _listen_to(self, window: MainWindow) -> None:
        session, player, loader, documents = self.session, self.player, self.loader, self.documents
        window.prompt_run.connect(player.new_run)
        window.play.connect(self.parts.playback.play)
        window.pause.connect(player.pause)
        window.step.connect(self.parts.stepping.forward)
        window.step_back.connect(self.parts.stepping.back)
        window.stop.connect(self.stopping.stop_all)
        window.cancel.connect(self.stopping.stop)
        window.sampling_changed.connect(player.set_sampling)
        window.speed_changed.connect(player.set_speed)
        window.model_chosen.connect(loader.load)
        window.load_again.connect(loader.load_again)
        window.type_it_once.connect(player.type_it_once)
        window.get_model.connect(documents.get_model)
        window.restart_engine.connect(loader.restart)
        window.fit_again.connect(self.maps.fit_again)
        window.try_again.connect(self.lab_desk.try_again)
        window.check_reference.connect(loader.check_reference)
        window.preference_changed.connect(self._on_preference)
        window.open_file.connect(lambda path: documents.open(Path(path)))
        window.save_file.connect(lambda path: documents.save(Path(path)))
        window.export_figure.connect(self.parts.exports.export)
        window.save_data.connect(self._save_data)
        window.copy_table.connect(self.parts.exports.copy_table)
        self.parts.exports.copied.connect(lambda text: QGuiApplication.clipboard().setText(text))
        window.make_film.connect(self.parts.films.film)
        window.theme_changed.connect(lambda name: session.set_ui(theme=name))
        window.option_changed.connect(session.set_option)
        window.intent.connect(self.intents.handle)
        window.closing.connect(self.close)

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

    def close(self) -> None:
        """End every process; called once the window closes. Unsaved work is kept for the next start."""
        self._bridge.close()
        self.parts.close()


def _chosen_in(window: MainWindow) -> Chosen:
    return Chosen(
        asked=window.prompt_as_asked,
        n_tokens=window.tokens_wanted,
        model_place=window.model_place,
        offline=lambda: window.settings.offline,
        engine_share=lambda: engine_share(window.settings),
        saved=lambda: (not window.isWindowModified(), window.document.path),
        camera=window.docks.camera_of,
    )


def _row(entry: ModelEntry) -> ModelRow:
    return ModelRow(entry.spec, entry.what, entry.n_parameters, entry.on_disk, entry.note)
