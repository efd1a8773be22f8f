"""Runs as documents: opened, saved, drawn as figures, put aside for another, and the model of the one on screen.

A run file needs no model, so opening one fetches nothing. Where no model is loaded, the run's own is loaded if it is on
this disk; else a sentence says that it is not, with a button that gets it. A model that is loaded stays.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.notice import Notice
from app.session import left_runs
from app.state import Phase
from engine.errors import OrreryError
from engine.files.run_file import load_run, save_run
from engine.protocol import Failed, Loaded
from engine.records import EMBEDDING, ModelInfo
from engine.run import Run

if TYPE_CHECKING:
    from app.controller import Controller

LARGEST_ASIDE = 96 * 2**20  # bytes of a run that stays at hand: the window's memory is not for the engine's work
OF_A_FOLDER = "the folder "  # begins the source of a model that was given as a folder


def _tr(text: str) -> str:
    return QCoreApplication.translate("Controller", text)


def spec_of(info: ModelInfo) -> str:
    """What the engine is asked for to load a run's model again."""
    folder = info.source.removeprefix(OF_A_FOLDER)
    return folder if folder != info.source else info.name


class RunFiles:
    """Opens and saves run files, and writes figures, for one controller."""

    def __init__(self, on: Controller) -> None:
        self._on = on
        self._loading: int | None = None  # id of the LoadModel that is for the run on screen
        self._before: tuple[Run, Path | None] | None = None  # and the file that holds it as it is
        self.by_hand = False  # the run on screen was asked for or changed by a person

    def open(self, path: Path) -> bool:
        """Show a run file. A damaged one is told in a sentence and changes nothing; whether it was shown."""
        on = self._on
        try:
            run = load_run(path)
        except (OrreryError, OSError) as error:
            on.notice("error", str(error))
            return False
        self._show(run, None if left_runs.is_left(path) else path)
        on.set_state(opened=True)
        return True

    def _show(self, run: Run, path: Path | None) -> None:
        """Put a run on screen that the engine does not hold; one that no file of a person's holds is unsaved work."""
        on = self._on
        on.play_when_loaded = None  # it would take the place of what is shown
        on.cancel()
        self.put_aside()
        on.show_run(run)
        space = next(iter(run.maps), EMBEDDING)
        on.set_ui(position=None, space=on.ui.space if on.ui.space in run.maps else space)
        on.set_state(has_run=bool(run.nodes), from_file=True, opened=False)
        self.by_hand = path is None
        on.window.show_document(path, run)
        on.update_facts()

    def put_aside(self) -> None:
        """The run on screen gives way to another: it is kept at hand, until the next one gives way."""
        on = self._on
        if on.run.nodes and left_runs.n_bytes(on.run) <= LARGEST_ASIDE:
            saved = not on.window.isWindowModified()
            self._before = (on.run, on.window.document.path if saved else None)
            on.set_state(has_before=True)

    def exchange(self) -> None:
        """Show the run before this one, which can be returned to in the same way."""
        if self._before is not None:
            run, path = self._before
            run.run_id = 0  # as of a file: the engine holds another one by now
            self._show(run, path)
            self.see_to_model(self._on.window.model_place())

    def leave(self) -> None:
        """The window closes: keep unsaved work where the next start finds it."""
        if self.by_hand and self._on.window.isWindowModified():
            left_runs.leave(self._on.run)
        self.by_hand = False

    def save(self, path: Path) -> None:
        """Write the run to a file, whole or not at all."""
        on = self._on
        try:
            save_run(on.run, path)
        except (OrreryError, OSError) as error:
            on.notice("error", str(error))
            return
        on.window.show_document(path, on.run)
        on.notice("info", _tr("Saved as {name}.").format(name=path.name))

    def export(self, view: str, path: str, size: tuple[int, int], theme: str, transparent: bool) -> None:
        """Write a view's picture, seen from where the window sees it; a fresh instance draws it."""
        from viz.figure import save_figure

        on = self._on
        camera = on.window.docks.camera_of(view)
        try:
            save_figure(Path(path), view, on.run, replace(on.ui, theme=theme), *size, theme, transparent, camera)
        except (OrreryError, OSError) as error:
            on.notice("error", str(error))
            return
        on.notice("info", _tr("The figure is written: {path}").format(path=path))

    # -- the run's model -----------------------------------------------------------------------------------------

    @property
    def lacks_model(self) -> bool:
        """Whether the run on screen was made by a model that is not the one that is loaded."""
        info, loaded = self._on.run.info, self._on.loaded if self._on.state.has_model else None
        return bool(self._on.run.nodes) and info is not None and (loaded is None or loaded.sha256 != info.sha256)

    def see_to_model(self, place: tuple[str, str]) -> None:
        """Load the run's model where none is loaded and it is on this disk; offer it where another one is loaded."""
        info = self._on.run.info
        if info is None or self._on.state.phase is Phase.DEAD:
            return
        if not self._on.state.has_model:
            self.load(spec_of(info), place, fetch=False)
        elif self.lacks_model:
            self._offer(_tr("This run was made by {name}: load that model to go on from it.").format(name=info.name))

    def get_model(self) -> None:
        """A person wants the model of the run on screen, fetched where it is not on this disk."""
        info = self._on.run.info
        if info is not None:
            self.load(spec_of(info), self._on.window.model_place(), fetch=True)

    def load(self, spec: str, place: tuple[str, str], fetch: bool) -> None:
        """Load a model for the run on screen, which stays whatever comes. `place`: device and precision."""
        self._on.load_model(spec, *place, fetch)
        self._loading = self._on.loading

    def keeps(self, answer: Loaded) -> bool:
        """Whether the run on screen stays with this model: it was made by it, or the model was loaded for it."""
        info = self._on.run.info
        return bool(self._on.run.nodes) and (self.is_foreign(answer) or self._is_of(answer, info))

    @staticmethod
    def _is_of(answer: Loaded, info: ModelInfo | None) -> bool:
        return info is not None and info.sha256 == answer.info.sha256

    def is_foreign(self, answer: Loaded) -> bool:
        """Whether a model that was loaded for the run on screen is not the one that made it."""
        info = self._on.run.info
        return answer.request_id == self._loading and bool(self._on.run.nodes) and not self._is_of(answer, info)

    def tell_foreign(self) -> None:
        """Say that the model that came is another one."""
        info = self._on.run.info
        words = _tr(
            "The model that is loaded is not the one that made this run, {name}: its weights differ. "
            "The run can be looked at, but not gone on from."
        )
        self._on.notice("warning", words.format(name=info.name if info else ""))

    def not_here(self, answer: Failed) -> None:
        """Say that a model is not on this disk, and offer what can be done: to get the run's, or to choose one."""
        info = self._on.run.info
        offline = self._on.window.settings.offline
        if answer.request_id != self._loading or info is None or offline:
            words = _tr("{sentence} The preferences say never to go online.") if offline else "{sentence}"
            actions = ("preferences", "models") if offline else ("models",)
            sentence = words.format(sentence=answer.sentence)
            self._on.window.show_notice(Notice("info", sentence, actions=actions))
            return
        words = _tr(
            "{name}, which made this run, is not on this disk. All that was recorded can be looked at; "
            "going on from it needs the model."
        )
        self._offer(words.format(name=info.name))

    def _offer(self, sentence: str) -> None:
        self._on.window.show_notice(Notice("info", sentence, actions=("get_model",)))
