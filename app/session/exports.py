"""What leaves the window: figures and the numbers behind them, one at a time, written once the picture is whole.

Until then each can be cancelled; the live view is not touched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.notice import About
from app.session.chosen import Chosen
from app.session.completion import Completion
from app.session.session import Session
from app.session.wanted import Wanted
from app.state import FIGURE
from app.whole_file import write_whole
from engine.errors import DiskProblem, InputRefused, OrreryError
from viz.figures.page import Figure
from viz.in_language import in_language
from viz.intents import Intent
from viz.plural import plural
from viz.ui_state import UiState

if TYPE_CHECKING:
    from app.session.table_writer import TableWriter
    from viz.figures.numbers import Gathered

AT_ONCE = 30_000  # values of a table that nobody waits for
translate = QCoreApplication.translate  # by this name its texts are collected


class Exports(QObject):
    """Completes a view's picture as a person sees it, and writes it or its numbers."""

    copied = Signal(str)  # a table as tab-separated text, for the clipboard

    def __init__(
        self, session: Session, wanted: Wanted, chosen: Chosen, send: Callable[[Intent], object],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._wanted, self._chosen, self._send = session, wanted, chosen, send
        self._completion: Completion | None = None
        self._writer: TableWriter | None = None
        self._doing = ""

    def export(self, path: str, figure: Figure) -> None:
        """Write a view's picture, seen from where the window sees it; one that is waited for is given up for it."""
        asked = replace(figure, camera=self._chosen.camera(figure.view))
        self._complete(
            figure.view,
            replace(self._session.ui, theme=figure.theme),
            translate("Completion", "Completing the figure of “{view}”"),
            translate("Completion", "The figure was not written. {why}"),
            "figure",
            lambda made: self._write_figure(made, Path(path), asked),
        )

    def save_data(self, path: Path, view: str) -> None:
        """Write the numbers behind a view's picture as the file's name says; what is waited for is given up for it."""
        self._complete(
            view,
            self._session.ui,
            translate("Completion", "Completing the numbers of “{view}”"),
            translate("Completion", "The data were not saved. {why}"),
            "table",
            lambda made: self._write_data(made, path, view),
        )

    def copy_table(self, view: str) -> None:
        """Tell the same numbers as tab-separated text by `copied`; what is waited for is given up for it."""
        self._complete(
            view,
            self._session.ui,
            translate("Completion", "Completing the numbers of “{view}”"),
            translate("Completion", "The table was not copied. {why}"),
            "table",
            self._copy,
        )

    def cancel(self) -> None:
        """Write nothing after all. What was asked for it is answered, and stays."""
        made, self._completion = self._completion, None
        self._session.works.end(FIGURE)
        if made is not None:
            made.stop()
            made.deleteLater()
        if self._writer is not None:
            self._writer.cancel()

    def close(self) -> None:
        """End what is being written, and wait for it."""
        self.cancel()
        if self._writer is not None:
            self._writer.close()

    def _complete(
        self, name: str, ui: UiState, doing: str, failed: str, about: About, use: Callable[[Completion], str]
    ) -> None:
        """Complete a view's picture, then `use` it, which tells what was done in a sentence; "": that goes on."""
        from viz.figures.picture import view_class

        def fail(sentence: str, actions: tuple[str, ...] = ()) -> None:
            self.cancel()
            self._session.notice("error", failed.format(why=sentence), actions=actions, about=about)

        def end() -> None:
            self.cancel()
            try:
                done = use(made)
            except (OrreryError, OSError) as error:
                fail(in_language(str(error)))
                return
            if done:
                self._session.notice("info", done)

        self.cancel()
        self._session.settle(about)
        try:
            view = view_class(name)
        except InputRefused as error:
            fail(in_language(str(error)))
            return
        if ui.hides_next and view.gives_next_away:
            fail(translate("Completion", "It is hidden until the class has guessed what comes next."))
            return
        self._completion = made = Completion(self._session, self._wanted, self._send, view, ui, self)
        made.whole.connect(end)
        made.failed.connect(fail)
        self._session.works.tell(FIGURE, doing.format(view=view.translated_title()), 0, 0)

    def _write_figure(self, made: Completion, path: Path, figure: Figure) -> str:
        from viz.figures.files import save_figure  # not before: the first window does not wait for it

        save_figure(path, figure, self._session.run, made.ui, made.frame, legible=True)
        return translate("Controller", "The figure was saved: {path}").format(path=path)

    def _write_data(self, made: Completion, path: Path, view: str) -> str:
        from viz.figures.facts import facts_of_numbers
        from viz.figures.numbers import gathered, kind_of, written

        about, found = facts_of_numbers(self._session.run, made.ui, view), gathered(made.frame)
        if found.count > AT_ONCE:
            self._write_large(path, found, about, made)
            return ""
        if why := write_whole(path, written(kind_of(path), found, about)):
            words = translate("Completion", "{path}: {why}. Choose another folder or file name.")
            raise DiskProblem(words.format(path=path, why=why))
        return translate("Completion", "The data were saved: {path}").format(path=path)

    def _write_large(self, path: Path, found: Gathered, about: Mapping[str, str], made: Completion) -> None:
        """Have a process write what the window would stand still for."""
        from app.session.table_writer import TableWriter

        if self._writer is None:
            self._writer = TableWriter(self)
            self._writer.told.connect(lambda done, total: self._session.works.tell(FIGURE, self._doing, done, total))
            self._writer.written.connect(self._wrote)
            self._writer.failed.connect(self._not_written)
        self._doing = translate("Completion", "Saving the numbers of “{view}”").format(view=made.title)
        self._session.works.tell(FIGURE, self._doing, 0, 0)
        self._writer.write(path, found, about)

    def _wrote(self, path: str) -> None:
        self._session.works.end(FIGURE)
        self._session.notice("info", translate("Completion", "The data were saved: {path}").format(path=path))

    def _not_written(self, why: str) -> None:
        self._session.works.end(FIGURE)
        words = translate("Completion", "The data were not saved. {why}").format(why=why)
        self._session.notice("error", words, about="table")

    def _copy(self, made: Completion) -> str:
        from viz.figures.numbers import as_tabs, gathered

        text, n = as_tabs(gathered(made.frame))
        self.copied.emit(text)
        words = translate("Completion", "The table is on the clipboard: {n} value(s), parted by tabs.", "", n)
        return plural(words, n).format(n=f"{n:,}")
