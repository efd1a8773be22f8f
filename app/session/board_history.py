"""Edits of the board of interventions, and the way back: what was there before is kept, and files hold a whole set.

Every edit goes through `edit`, whoever makes it. A drag of a slider is one edit however many steps it took: edits that
share a gesture replace each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.session.session import Session
from app.whole_file import write_whole
from engine import checked_json
from engine.adjustable import Adjustable
from engine.dictionaries.records import NO_FEATURE
from engine.errors import InputRefused, JsonProblem
from engine.records import Change
from engine.sentences import say
from viz.board import Board, Row, Subject, Where
from viz.board_file import from_json, to_json
from viz.in_language import in_language
from viz.joined import listed, sentences

translate = QCoreApplication.translate  # by this name its texts are collected

SUFFIX = ".json"
LARGEST = 2**20  # bytes of a file that is read
STEPS = 200  # edits that can be taken back


class BoardHistory:
    """The board's history. `ask_open` and `ask_save` ask a person for a file; "" is none."""

    def __init__(self, session: Session, ask_open: Callable[[], str], ask_save: Callable[[], str]) -> None:
        self._session = session
        self._past: list[Board] = []
        self._future: list[Board] = []
        self._gesture = ""
        self.ask_open = ask_open
        self.ask_save = ask_save

    # -- edits ---------------------------------------------------------------------------------------------------

    def edit(self, board: Board, gesture: str = "") -> None:
        """Make `board` the board; it can be undone, together with the edits before it of the same gesture."""
        before = self._session.ui.board
        if board == before:
            return
        if not gesture or gesture != self._gesture:
            self._past = [*self._past[-STEPS + 1 :], before]
        self._gesture = gesture
        self._future.clear()
        self._show(board)

    def put(self, change: Change | Adjustable, where: Where = None) -> None:
        """Add one change, or put it in the place of the one of the same target; it is switched on.

        `where` are its positions where the change itself names none.
        """
        row = Row.of(change)
        self.edit(self._session.ui.board.put(row if where is None else replace(row, where=where)))
        self._session.notice(
            "info", translate("Boards", "{site} is in the list of interventions.").format(site=in_language(row.label))
        )

    def undo(self) -> None:
        """Take the last edit back."""
        if self._past:
            self._future.append(self._session.ui.board)
            self._gesture = ""
            self._show(self._past.pop())

    def redo(self) -> None:
        """Make it again."""
        if self._future:
            self._past.append(self._session.ui.board)
            self._gesture = ""
            self._show(self._future.pop())

    def _show(self, board: Board) -> None:
        """Make it the board; a component that has come to it is the one that every view shows."""
        before = self._session.ui.board
        come = [row.subject for row in board.rows if before.index(row.target) < 0]
        if len(come) == 1:
            self._choose(come[0])
        self._session.set_state(can_undo=bool(self._past), can_redo=bool(self._future))
        self._session.set_ui(board=board)

    def _choose(self, subject: Subject) -> None:
        chosen: dict[str, Any] = {}
        if isinstance(subject, Adjustable):
            chosen = {} if subject.feature == NO_FEATURE else {"feature": subject.feature}
        elif subject.kind in ("head", "neuron"):
            chosen = {subject.kind: (subject.layer, subject.index)}
        self._session.set_ui(layer=subject.layer, **chosen)

    # -- files ---------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write the board to a file that a person names."""
        path = self.ask_save()
        if not path:
            return
        info = self._session.run.info or self._session.loaded
        target = Path(path) if Path(path).suffix else Path(path).with_suffix(SUFFIX)
        if why := write_whole(target, to_json(self._session.ui.board, info.name if info else "").encode()):
            words = translate(
                "Boards",
                "The list of interventions could not be saved to {path} ({why}). Choose another folder or file name.",
            )
            self._session.notice("error", words.format(path=target, why=why), about="board")
            return
        self._session.settle("board")
        self._session.notice(
            "info", translate("Boards", "The list of interventions was saved: {path}").format(path=target)
        )

    def load(self) -> None:
        """Read a board from a file that a person names; a damaged one is told in a sentence and changes nothing."""
        path = self.ask_open()
        if not path:
            return
        try:
            board, model = from_json(_text_of(Path(path)))
        except (InputRefused, OSError) as error:
            self._session.notice("error", str(error), about="board")
            return
        self._session.settle("board")
        self.edit(board)
        self._warn(board, model)

    def _warn(self, board: Board, model: str) -> None:
        """Say so where the set was made for another model, and which rows this one has no part for."""
        info = self._session.run.info or self._session.loaded
        if info is None or (model in ("", info.name) and not any(row.why_not(info) for row in board.rows)):
            return
        strange = [str(in_language(row.label)) for row in board.rows if row.why_not(info)]
        said = translate(
            "Boards", "This list of interventions was made for {other}, but the loaded model is {name}."
        ).format(other=model, name=info.name)
        if strange:
            left_out = translate("Boards", "This model has no {sites}, so these rows were left out.")
            said = sentences(said, left_out.format(sites=listed(strange[:5])))
        self._session.notice("warning", said, about="board")


def _text_of(path: Path) -> str:
    """The file's text. Raises InputRefused where it is too large or not UTF-8, OSError where it cannot be read."""
    try:
        return checked_json.content(path, LARGEST).decode("utf-8-sig")
    except JsonProblem as error:
        raise InputRefused(
            say("{name} is not a list of interventions: {error}. Choose another file.", name=path.name, error=error)
        ) from error
    except UnicodeDecodeError as error:
        raise InputRefused(
            say("{name} is not a list of interventions: it is not text in UTF-8. Choose another file.", name=path.name)
        ) from error
