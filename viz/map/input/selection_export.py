"""Exports the selection: asks for its distances in all dimensions, and once they are there proposes a table as a file.

It stands in the menu of the selection's panel, in that of the view, and in the palette.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction

from engine.labs.projections.records import AskApart
from viz.intents import AskLab, Intent, Say
from viz.map.data.frame import MapFrame
from viz.map.data.selection_table import Distances, question_of, table_of
from viz.map.paint.layout_words import layout_name
from viz.map.paint.words import shown_name

translate = QCoreApplication.translate  # by this name its texts are collected


class SelectionExport:
    """The action, and what it waits for. `frame` gives the frame that is shown."""

    def __init__(self, parent: QObject, frame: Callable[[], MapFrame | None], send: Callable[[Intent], None]) -> None:
        self._frame, self._send = frame, send
        self._waiting: AskApart | None = None
        self.action = QAction(translate("Map", "Export the selection (CSV, JSON)…"), parent)
        self.action.setEnabled(False)
        self.action.triggered.connect(lambda _checked=False: self.begin())

    def begin(self) -> None:
        """A person wants the file."""
        frame = self._frame()
        question = None if frame is None else question_of(frame.space, frame.selection, len(frame.points))
        if frame is None or question is None:
            return
        known = _known(frame, question)
        own = frame.space.kind == "points"  # whose distances no laboratory of a model knows
        if known.found is not None or frame.orphaned or own:  # a run of a file: nobody can be asked
            self._save(frame, known)
            return
        self._waiting = question
        self._send(AskLab(question, again=True))

    def show_frame(self, frame: MapFrame) -> None:
        """Propose the file as soon as what it lacked is there; another selection is another file."""
        self.action.setEnabled(bool(frame.selection) and frame.layout is not None)
        if self._waiting is None:
            return
        known = _known(frame, self._waiting)
        if frame.space != self._waiting.space or not frame.selection:
            self._waiting = None
        elif known.found is not None:
            self._waiting = None
            self._save(frame, known)
        elif known.why_not:
            self._waiting = None
            said = translate("Map", "The selection was not exported: {why}")
            self._send(Say(said.format(why=known.why_not)))

    def _save(self, frame: MapFrame, distances: Distances) -> None:
        if frame.layout is None or frame.background is None:
            return
        about = (
            ("space", shown_name(frame)),
            ("layout", layout_name(frame.layout)),
            ("distances", translate("Map", "1 − cosine, all dimensions")),
            ("standardised", str(frame.background.standardised)),
        )
        self._send(table_of(frame.background, frame.layout, frame.vocabulary, distances, frame.selected, about))


def _known(frame: MapFrame, question: AskApart) -> Distances:
    """What the frame has of a question's answer."""
    return next((it for it in frame.distances if it.question == question), Distances(question))
