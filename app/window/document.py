"""Which file the run on screen is kept in, the window's title for it, and what may be dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from engine.run import Run
from viz import ask_path

SUFFIX = ".orrery"
NOTHING = (0, 0)  # of a run that no file holds


def dropped(data: QMimeData) -> list[tuple[str, str]]:
    """What can be opened of what is dragged: ("run" or "model", path) each."""
    found = []
    for url in data.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() == SUFFIX:
            found.append(("run", str(path)))
        elif url.isLocalFile() and (path.suffix.lower() == ".gguf" or (path / "config.json").is_file()):
            found.append(("model", str(path)))
    return found


def take_copy(event: QDropEvent) -> None:
    """Agree to a drop as a copy, whatever was proposed: after a move the other program may delete its file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


class Document(QObject):
    """Opens, saves and names the document. `ask_open` and `ask_save` are the two questions it asks."""

    open_asked = Signal(str)
    save_asked = Signal(str)
    changed = Signal()  # another file, or none, or the file as it is now

    def __init__(self, window: QWidget, remember: Callable[[str], object]) -> None:
        """`window` shows the title; `remember` is told the path of every file that was opened or saved."""
        super().__init__(window)
        self._window = window
        self._remember = remember
        self.path: Path | None = None
        self._saved = NOTHING
        self._has_nodes = False
        self.ask_open: Callable[[], str] = self._ask_open
        self.ask_save: Callable[[str], str] = self._ask_save
        self._show_title()

    def open(self, path: str = "") -> None:
        """Open a run file; asks which where none is given."""
        chosen = path or self.ask_open()
        if chosen:
            self.open_asked.emit(chosen)

    def save(self) -> None:
        """Save where it was saved before."""
        if self.path is None:
            self.save_as()
        else:
            self.save_asked.emit(str(self.path))

    def save_as(self) -> None:
        """Ask where to save, and save there."""
        chosen = self.ask_save(str(self.path or Path.home() / f"run{SUFFIX}"))
        if chosen:
            path = Path(chosen)
            self.save_asked.emit(str(path if path.suffix else path.with_suffix(SUFFIX)))

    def show_document(self, path: Path | None, run: Run) -> None:
        """The run is kept in `path` as it is now; None: in no file yet."""
        self.path = path
        self._saved = run.written if path is not None else NOTHING
        self._has_nodes = bool(run.nodes)
        if path is not None:
            self._remember(str(path.absolute()))
        self._show_title()
        self.run_changed(run)
        self.changed.emit()

    def go_on(self, before: Document) -> None:
        """Show the document of the window before this one, kept in the same file, as far as it is kept."""
        self.path, self._saved, self._has_nodes = before.path, before._saved, before._has_nodes
        self._show_title()
        self.changed.emit()

    def run_changed(self, run: Run) -> None:
        """Mark the document unsaved when the run has grown, or a branch was named, since it was saved."""
        unsaved = run.written != self._saved
        if unsaved != self._window.isWindowModified():
            self._window.setWindowModified(unsaved)
        if bool(run.nodes) != self._has_nodes:
            self._has_nodes = bool(run.nodes)
            self._show_title()

    def _show_title(self) -> None:
        if self.path is not None:
            name = self.path.name.replace("[*]", "[*][*]")  # Qt puts the mark of what is unsaved there
            self._window.setWindowTitle(f"{name}[*] — Orrery")
            self._window.setWindowFilePath(str(self.path))
        else:
            words = self.tr("unsaved run") + "[*] — " if self._has_nodes else "[*]"
            self._window.setWindowTitle(f"{words}Orrery")

    def _ask_open(self) -> str:
        kinds = self.tr("Orrery runs (*.orrery)")
        return ask_path.open_file(self._window, self.tr("Open a run"), kinds)

    def _ask_save(self, suggested: str) -> str:
        kinds = self.tr("Orrery runs (*.orrery)")
        return ask_path.save_file(self._window, self.tr("Save the run"), suggested, kinds)[0]
