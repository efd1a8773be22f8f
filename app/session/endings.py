"""What follows where a request ends without what was asked for: it failed, was cancelled, or the engine has gone."""

from __future__ import annotations

from app.session.lab_desk import LabDesk
from app.session.loader import Loader
from app.session.maps import Maps
from app.session.player import Player
from app.session.session import Session
from app.session.wanted import Wanted, Wish
from app.state import ENGINE
from engine import protocol
from engine.questions import Question
from engine.records import Layout, Space

_MOVES = (protocol.GoTo, protocol.BranchAt)
_NEVER_MEANT = (protocol.ListModels, protocol.Configure)  # by a Cancel


class Endings:
    """Each ending goes to the part that asked."""

    def __init__(
        self, session: Session, wanted: Wanted, player: Player, loader: Loader, desk: LabDesk, maps: Maps
    ) -> None:
        self._session = session
        self._wanted = wanted
        self._player = player
        self._loader = loader
        self._desk = desk
        self._maps = maps
        self._is_silent = False  # as was said

    def on_failed(self, answer: protocol.Failed) -> None:
        """Something could not be done: say so, unless it is said already where it was asked."""
        self._session.works.end(ENGINE)
        wish = self._wanted.settle(answer.request_id)
        if wish is None or not self._is_told(wish, answer):
            self._session.notice("error", answer.sentence, answer.detail, about="run" if _makes_a_run(wish) else "")
        if _makes_a_run(wish):
            self._player.follow()

    def _is_told(self, wish: Wish, answer: protocol.Failed) -> bool:
        """Tell the part that asked; whether a person knows by that."""
        if isinstance(wish.thing, Question):
            return self._desk.on_refused(wish.thing, answer.sentence) and answer.kind == "InputRefused"
        if wish.kind is protocol.LoadModel:
            self._loader.on_failed(wish.thing, answer)
            return True
        if wish.kind is protocol.NewRun:
            self._player.on_unread(wish)
        elif wish.kind is protocol.ShareVectors:
            self._maps.on_not_shared(wish.thing)
        elif isinstance(wish.thing, Space):
            self._maps.on_refused(wish.thing)
        elif isinstance(wish.thing, Layout):
            self._maps.on_layout_lost(wish.thing, again=False)
        return False

    def on_cancelled(self, answer: protocol.CancelledAnswer) -> None:
        """A request was stopped, or dropped before it was begun."""
        self._session.works.end(ENGINE)
        wish = self._wanted.end(answer.request_id)
        if wish is None:
            return
        if isinstance(wish.thing, Question):
            self._desk.on_ended(wish.thing, wish.stopped)
        elif wish.kind is protocol.LoadModel:
            self._loader.on_stopped()
        elif wish.kind in _NEVER_MEANT:
            self._wanted.send_again(wish)
        elif wish.kind in _MOVES:
            self._player.follow()
            self._session.touch()
        elif wish.stopped:
            self._on_stopped(wish)
        else:
            self._on_lost(wish)
        if _makes_a_run(wish):
            self._player.follow()  # the run before it stays, and may have been moved

    def _on_stopped(self, wish: Wish) -> None:
        """A person wanted it no more."""
        self._wanted.refuse(wish)
        if isinstance(wish.thing, Space):
            self._maps.on_stopped(wish.thing)
        elif isinstance(wish.thing, Layout):
            self._maps.on_layout_lost(wish.thing, again=True)
        elif wish.kind is protocol.ShareVectors:
            self._maps.on_not_shared(wish.thing)

    def _on_lost(self, wish: Wish) -> None:
        """A Cancel that was meant for something else took it, or something newer came between."""
        if isinstance(wish.thing, Space):
            self._maps.on_space_lost(wish.thing)
        elif isinstance(wish.thing, Layout):
            self._maps.on_layout_lost(wish.thing, again=True)
        elif wish.kind is protocol.ShareVectors:
            self._maps.on_sharing_lost(wish.thing)
        else:
            self._session.touch()  # views ask again for what they still want

    def on_progress(self, answer: protocol.Progress) -> None:
        """Something is so far: it has an entry as long as it is wanted."""
        works = self._session.works
        if answer.request_id == 0:
            works.tell(ENGINE, answer.doing, answer.done, answer.total, answer.unit, can_cancel=False)
        elif answer.request_id in self._wanted.live:
            works.end(ENGINE)
            works.tell(answer.request_id, answer.doing, answer.done, answer.total, answer.unit)

    def on_done(self, answer: protocol.Done) -> None:
        """A request has ended well and had nothing to say."""
        self._wanted.end(answer.request_id)

    def on_died(self, answer: protocol.Died) -> None:
        """The engine has ended by itself."""
        self._loader.on_died()
        self._is_silent = False
        self._session.notice("error", answer.sentence, actions=("restart_engine",), about="engine")

    def on_silent(self, answer: protocol.Silent) -> None:
        """The engine has not answered for a while; it is said until it does, or until there is another one."""
        self._is_silent = True
        self._session.notice("warning", answer.sentence, actions=("restart_engine",), about="engine")

    def on_answering(self, _: protocol.Answering) -> None:
        """It answers again."""
        if self._is_silent:
            self._is_silent = False
            self._session.settle("engine")


def _makes_a_run(wish: Wish | None) -> bool:
    return wish is not None and wish.kind in (protocol.NewRun, protocol.Generate)
