"""Runs as documents: opened, saved, drawn as figures, gone back to, and the model of the one on screen.

A run file needs no model, so opening one fetches nothing. Where no model is loaded, the run's own is loaded if it is on
this disk; else a sentence says that it is not, with a button that gets it. A model that is loaded stays.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.model_spec import spec_of
from app.session import left_runs
from app.session.chosen import Chosen
from app.session.loader import Loader
from app.session.player import Player
from app.session.run_before import RunBefore
from app.session.session import Session
from app.state import Phase
from app.whole_file import write_whole
from engine.errors import InputRefused, OrreryError
from engine.files.run_file import load_run, read_text, save_run
from engine.records import EMBEDDING
from engine.run import Run
from viz.intents import SaveTable
from viz.shown_paths import ShownPath, in_short

translate = QCoreApplication.translate  # by this name its texts are collected


class Documents:
    """Opens and saves run files, and writes tables."""

    def __init__(self, session: Session, chosen: Chosen, player: Player, loader: Loader, before: RunBefore) -> None:
        self._session = session
        self._chosen = chosen
        self._player = player
        self._loader = loader
        self._before = before

    def open(self, path: Path) -> bool:
        """Show a run file and see to its model; whether it was shown."""
        shown = self.show(path)
        if shown:
            self.see_to_model(self._chosen.model_place())
        return shown

    def show(self, path: Path) -> bool:
        """Show a run file. A damaged one is told in a sentence and changes nothing; whether it was shown."""
        try:
            run = load_run(path)
        except (OrreryError, OSError) as error:
            self._session.notice("error", str(error), about="open")
            return False
        self._session.settle("open")
        is_left = left_runs.is_left(path)
        if is_left:
            self._before.leaving.opened(run, path)
        self._show(run, None if is_left else path)
        self._session.set_state(opened=True)
        return True

    def _show(self, run: Run, path: Path | None) -> None:
        """Put a run on screen that the engine does not hold; one that no file of a person's holds is unsaved work."""
        session = self._session
        self._player.give_up()
        self._before.put_aside()
        session.set_state(from_file=True, opened=False)
        session.show_run(run, path)
        space = next(iter(run.maps), EMBEDDING)
        session.set_ui(position=None, space=session.ui.space if session.ui.space in run.maps else space)
        session.asked_changed.emit(run.prompt, run.sampling, run.chat)
        session.by_hand = path is None
        session.update_facts()
        self._player.see_to_map()

    def show_recorded(self, run: Run) -> None:
        """Show a run that comes with a lesson: nobody's work, and in no file of a person's."""
        self._show(run, None)
        self._session.by_hand = False

    def show_path(self, path: Path) -> None:
        """Show the path of a run file's text on the map, beside that of the run on screen."""
        try:
            text = read_text(path)
        except (OrreryError, OSError) as error:
            self._session.notice("error", str(error), about="open")
            return
        self._session.settle("open")
        label = in_short(text.prompt) or path.name
        self._session.show_path(ShownPath("run", label, text.model, token_ids=text.token_ids, plan=text.plan))

    def exchange(self) -> None:
        """Show the run before this one, which can be returned to in the same way."""
        try:
            kept = self._before.take()
        except (OrreryError, OSError) as error:
            self._session.notice("error", str(error))
            return
        if kept is not None:
            run, path = kept
            run.run_id = 0  # as of a file: the engine holds another one by now
            run.changed += 1  # which views tell
            self._show(run, path)
            self.see_to_model(self._chosen.model_place())

    def leave(self) -> None:
        """The window closes: keep unsaved work where the next start finds it."""
        self._before.leave()
        self._before.leaving.wait()
        self._session.by_hand = False

    def save(self, path: Path) -> None:
        """Write the run to a file, whole or not at all."""
        try:
            save_run(self._session.run, path)
        except (OrreryError, OSError) as error:
            self._session.notice("error", str(error), about="save")
            return
        self._session.settle("save")
        self._before.leaving.saved(self._session.run)
        self._session.show_document(path)
        self._session.notice("info", translate("Controller", "Saved as {name}.").format(name=path.name))

    def save_table(self, path: Path, table: SaveTable) -> None:
        """Write a table as its file's name says, CSV where it says nothing, whole or not at all."""
        from viz.figures.facts import facts_of_numbers  # not before: the first window does not wait for it
        from viz.figures.table_files import written

        about = {**facts_of_numbers(self._session.run, self._session.ui, table.name), **dict(table.about)}
        try:
            data = written(path.suffix.lower(), table.columns, table.rows, about)
        except InputRefused as error:
            self._session.notice("error", str(error), about="table")
            return
        if why := write_whole(path, data):
            words = translate(
                "Controller", "The table could not be saved to {path} ({why}). Choose another folder or file name."
            )
            self._session.notice("error", words.format(path=path, why=why), about="table")
            return
        self._session.settle("table")
        self._session.notice("info", translate("Controller", "The table was saved: {path}").format(path=path))

    # -- the run's model -----------------------------------------------------------------------------------------

    def see_to_model(self, place: tuple[str, str]) -> None:
        """Load the run's model where none is loaded and it is on this disk; offer it where another one is loaded."""
        session, info = self._session, self._session.run.info
        if info is None or session.state.phase is Phase.DEAD:
            return
        if not session.state.has_model:
            self.load(spec_of(info), place, fetch=False)
        elif session.lacks_model:
            words = translate("Controller", "This run was made by {name}. Load that model to continue it.")
            session.notice("info", words.format(name=info.name), actions=("get_model",), about="run's model")

    def get_model(self) -> None:
        """A person wants the model of the run on screen, fetched where it is not on this disk."""
        info = self._session.run.info
        if info is not None:
            self.load(spec_of(info), self._chosen.model_place(), fetch=True)

    def load(self, spec: str, place: tuple[str, str], fetch: bool) -> None:
        """Load a model for the run on screen, which stays whatever comes. `place`: device and precision."""
        self._loader.load(spec, *place, fetch, for_run=True)
