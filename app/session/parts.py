"""The parts of a session, made and joined: what asks the engine, what hears it, and what each intent is handed to.

No window is needed: whoever has one (`app.controller`) connects its signals to these parts, and a test plays both ends
at a hundred sequences a second.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.session import answers, intents
from app.session.answers import Answers
from app.session.asking import Asking
from app.session.board_history import BoardHistory
from app.session.chosen import Chosen
from app.session.documents import Documents
from app.session.endings import Endings
from app.session.engine_client import EngineClient
from app.session.exports import Exports
from app.session.films import Films
from app.session.intents import Intents
from app.session.lab_desk import LabDesk
from app.session.lesson_gestures import Hands, LessonGestures
from app.session.lesson_steps import Around, LessonSteps
from app.session.lesson_views import LessonViews
from app.session.lessons import Lessons
from app.session.loader import Loader
from app.session.maps import MakeMapper, Maps
from app.session.player import Player
from app.session.recorded_playback import RecordedPlayback
from app.session.run_before import RunBefore
from app.session.session import Session
from app.session.stepping import Stepping
from app.session.stopping import Stopping
from app.session.wanted import Wanted
from engine.maps.mapper import Mapper

AskPath = Callable[[], str]  # "" is none


class Parts(QObject):
    """Everything about one session that needs neither a window nor the engine's inside."""

    def __init__(
        self, session: Session, client: EngineClient, chosen: Chosen, ask_open: AskPath, ask_save: AskPath,
        make_mapper: MakeMapper = Mapper, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.session = session
        self.client = client
        self.wanted = wanted = Wanted(client, self)
        self.before = before = RunBefore(session, chosen, self)
        self.maps = Maps(session, wanted, make_mapper, self)
        self.player = Player(session, wanted, client, chosen, self.maps, before)
        self.playback = RecordedPlayback(session, self.player, self)
        self.stepping = Stepping(session, self.player, recorded=self.playback.forward)
        self.loader = Loader(session, wanted, client, chosen, self.player, self.maps, before, self)
        self.documents = Documents(session, chosen, self.player, self.loader, before)
        self.boards = BoardHistory(session, ask_open, ask_save)
        self.lab_desk = LabDesk(session, wanted)
        self.asking = Asking(session, wanted)
        self.intents = Intents(session, self._intents(chosen))
        self.exports = Exports(session, wanted, chosen, self.intents.handle, self)
        self.films = Films(session, chosen, self)
        self.lessons = self._lessons(chosen)
        self.stopping = Stopping(session, wanted, client, self.player, self.maps, self.loader, self.exports, self.films)
        self.answers = Answers(self._answers())
        wanted.changed.connect(self._follow_wanted)
        session.run_replaced.connect(lambda: wanted.forget("run"))

    def _answers(self) -> answers.Table:
        endings = Endings(self.session, self.wanted, self.player, self.loader, self.lab_desk, self.maps)
        return answers.table_of(self.session, self.player, self.loader, self.maps, self.asking, self.lab_desk, endings)

    def _intents(self, chosen: Chosen) -> intents.Table:
        return intents.table_of(
            self.session, chosen, self.player, self.loader, self.documents, self.maps, self.asking, self.lab_desk,
            self.boards,
        )  # fmt: skip

    def _lessons(self, chosen: Chosen) -> Lessons:
        handle, session, wanted = self.intents.handle, self.session, self.wanted
        around = Around(wanted, self.player, self.loader, self.documents, self.before, chosen.model_place)
        hands = Hands(wanted, handle, self.stepping.forward, self.stepping.back, self.playback.play)
        gestures = LessonGestures(session, hands, lambda: self.playback.is_playing, self)
        self.playback.ended.connect(gestures.look_again)
        return Lessons(
            session, LessonSteps(session, around, self), gestures,
            LessonViews(session, self.maps, self.boards, handle), self,
        )  # fmt: skip

    def _follow_wanted(self) -> None:
        """What the engine is about, and what takes long there, follows from what was asked of it."""
        self.session.set_work(self.wanted.work)
        live = self.wanted.live
        self.session.works.keep(lambda key: not isinstance(key, int) or key in live)

    def close(self) -> None:
        """End every process. Unsaved work is kept for the next start."""
        self.exports.cancel()
        self.films.close()
        self.exports.close()
        self.documents.leave()
        self.loader.close()
        self.maps.close()
        self.client.close()
