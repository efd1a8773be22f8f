"""What a person's Stop and Cancel end: all that can be seen to go on, or one entry of the list of what takes long.

The engine's Cancel drops whatever waits there. What it was not meant for is asked again as soon as its loss is told
(`app.session.endings`); what a person stopped is not, until a person or a change asks for it.
"""

from __future__ import annotations

from app.session.engine_client import EngineClient
from app.session.exports import Exports
from app.session.films import Films
from app.session.loader import Loader
from app.session.maps import Maps
from app.session.player import Player
from app.session.session import Session
from app.session.wanted import WORK, Wanted
from app.state import FIGURE, FILM, FIT, Key
from engine import protocol
from engine.questions import Question


class Stopping:
    """Marks what is meant, and sends the Cancel."""

    def __init__(
        self, session: Session, wanted: Wanted, client: EngineClient, player: Player, maps: Maps, loader: Loader,
        exports: Exports, films: Films,
    ) -> None:  # fmt: skip
        self._session = session
        self._wanted = wanted
        self._client = client
        self._player = player
        self._maps = maps
        self._loader = loader
        self._exports = exports
        self._films = films

    def stop_all(self) -> None:
        """An end of whatever goes on. Where nothing can be seen to, of what is computed unseen."""
        self._maps.cancel_fit()
        self._exports.cancel()
        self._films.cancel()
        live = self._wanted.live
        seen = [
            wish
            for asked, wish in live.items()
            if wish.kind in WORK or isinstance(wish.thing, Question) or asked in self._session.works
        ]
        for wish in seen or live.values():
            wish.stopped = wish.kind is not protocol.NewRun  # of that, what has been read is kept
        if live:
            self._player.end()
        self._loader.see_to_end()

    def stop(self, key: Key) -> None:
        """An end of one thing that takes long, and of nothing else."""
        wish = self._wanted.live.get(key) if isinstance(key, int) else None
        if key == FIT:
            self._maps.cancel_fit()
        elif key == FIGURE:
            self._exports.cancel()
        elif key == FILM:
            self._films.cancel()
        elif wish is not None:
            wish.stopped = wish.kind is not protocol.NewRun
            wish.then = None
            self._client.send(protocol.Cancel, only=key)
            self._loader.see_to_end()
