"""Figures from the window: one at a time, written once its picture is whole, and to be cancelled until then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from app.session.chosen import Chosen
from app.session.completion import Completion
from app.session.session import Session
from app.session.wanted import Wanted
from app.state import FIGURE
from engine.errors import InputRefused, OrreryError
from viz.figures.page import Figure
from viz.intents import Intent

translate = QCoreApplication.translate  # by this name its texts are collected


class Exports(QObject):
    """Completes a view's picture as a person sees it, and writes it; the live view is not touched."""

    def __init__(
        self, session: Session, wanted: Wanted, chosen: Chosen, send: Callable[[Intent], object],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._wanted, self._chosen, self._send = session, wanted, chosen, send
        self._completion: Completion | None = None

    def export(self, path: str, figure: Figure) -> None:
        """Write a view's picture, seen from where the window sees it; one that is waited for is given up for it."""
        from viz.figures.picture import view_class

        self.cancel()
        self._session.settle("figure")
        try:
            view = view_class(figure.view)
        except InputRefused as error:
            self._fail(str(error))
            return
        asked = replace(figure, camera=self._chosen.camera(figure.view))
        ui = replace(self._session.ui, theme=figure.theme)
        self._completion = made = Completion(self._session, self._wanted, self._send, view, ui, self)
        made.whole.connect(lambda: self._write(made, Path(path), asked))
        made.failed.connect(self._fail)
        doing = translate("Completion", "Completing the figure of “{view}”").format(view=view.translated_title())
        self._session.works.tell(FIGURE, doing, 0, 0)

    def cancel(self) -> None:
        """Write nothing after all. What was asked for it is answered, and stays."""
        made, self._completion = self._completion, None
        self._session.works.end(FIGURE)
        if made is not None:
            made.stop()
            made.deleteLater()

    def _write(self, made: Completion, path: Path, figure: Figure) -> None:
        from viz.figures.files import save_figure  # not before: the first window does not wait for it

        session = self._session
        self.cancel()
        try:
            save_figure(path, figure, session.run, made.ui, made.frame)
        except (OrreryError, OSError) as error:
            self._fail(str(error))
            return
        session.notice("info", translate("Controller", "The figure was saved: {path}").format(path=path))

    def _fail(self, sentence: str, actions: tuple[str, ...] = ()) -> None:
        self.cancel()
        words = translate("Completion", "The figure was not written. {why}").format(why=sentence)
        self._session.notice("error", words, actions=actions, about="figure")
