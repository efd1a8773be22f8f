"""What was asked of the engine and has not ended, in one table by request id: nothing else remembers asking.

A request ends by its answer, by a failure, by being cancelled, or with the engine; one that a newer request of its kind
superseded is wanted no more, because its answer is dropped on arrival. The exception is what begins a run: records of
runs are never dropped, so those requests stay until the engine has come to them. What the engine is about (`work`)
follows from the table, so that a phase ends with the request that began it and with no other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from app.session.engine_client import EngineClient
from app.state import Phase
from engine.protocol import AdoptRun, Generate, LoadModel, NewRun, Request

About = Literal["run", "model", "program"]  # what has to stay for an answer to be of use

_RUNS = (NewRun, AdoptRun)  # what begins a run
WORK = {LoadModel: Phase.LOADING, NewRun: Phase.PREFILLING, Generate: Phase.GENERATING}


@dataclass
class Wish:
    """One request on its way. `thing` is what it is for, `then` what follows once its run has begun."""

    kind: type[Request]
    thing: object = None
    about: About = "program"
    then: Callable[[], None] | None = None
    values: Mapping[str, Any] = field(default_factory=dict)  # it was sent with
    begun: bool = False  # its run is there
    stopped: bool = False  # a person wants it no more


class Wanted(QObject):
    """The table. `changed` is told after whatever begins or ends, `lost` after what nobody will answer."""

    changed = Signal()
    lost = Signal(object)  # a Wish that ends without any answer: what it was asked of has gone

    def __init__(self, client: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._wishes: dict[int, Wish] = {}
        self._gone = False  # there is no engine
        self._settled: set[object] = set()  # things of this run that have come, or were refused

    # -- asking --------------------------------------------------------------------------------------------------

    def send(
        self, kind: type[Request], thing: object = None, about: About = "program",
        then: Callable[[], None] | None = None, /, **values: Any,
    ) -> None:  # fmt: skip
        """Send a request and remember it until it ends. Older ones of its kind are wanted no more.

        Where the engine has gone nobody is asked, and nothing is remembered.
        """
        if self._gone:
            return
        request_id = self._client.send(kind, **values)
        self._wishes[request_id] = Wish(kind, thing, about, then, values)
        self._keep(lambda asked, wish: wish.kind in _RUNS or not self._client.superseded(asked))

    def ask(self, kind: type[Request], thing: object, /, **values: Any) -> None:
        """Send what a view may ask of the run at every frame: once, unless it was lost on the way."""
        if thing not in self._settled and not self.waits_for(thing):
            self.send(kind, thing, "run", **values)

    def send_again(self, wish: Wish) -> None:
        """Send once more what was lost on the way."""
        self.send(wish.kind, wish.thing, wish.about, wish.then, **wish.values)

    # -- what is on its way --------------------------------------------------------------------------------------

    def of(self, kind: type[Request]) -> list[Wish]:
        """What is on its way of one kind."""
        return [wish for asked, wish in self._wishes.items() if wish.kind is kind and self._is_live(asked)]

    @property
    def live(self) -> dict[int, Wish]:
        """All that is on its way, by request id."""
        return {asked: wish for asked, wish in self._wishes.items() if self._is_live(asked)}

    def waits_for(self, thing: object) -> bool:
        """Whether the answer that `thing` was asked for is still to come."""
        return any(wish.thing == thing and self._is_live(asked) for asked, wish in self._wishes.items())

    def _is_live(self, request_id: int) -> bool:
        return not self._client.superseded(request_id)

    @property
    def work(self) -> Phase | None:
        """What the engine is about; None where nothing on its way takes long."""
        return next((phase for kind, phase in WORK.items() if self.of(kind)), None)

    @property
    def run_is_going(self) -> bool:
        """Whether another run is about to take the place of the one on screen."""
        return any(not wish.begun for wish in self.of(NewRun))

    # -- endings -------------------------------------------------------------------------------------------------

    def began(self, request_id: int) -> Wish | None:
        """The run that a request asked for has begun; the request, None where it is not known."""
        wish = self._wishes.get(request_id)
        if wish is not None:
            wish.begun = True
            self._keep(lambda asked, other: other.kind not in _RUNS or asked >= request_id)
            if wish.kind is AdoptRun:
                self.end(request_id)
        return wish

    def end(self, request_id: int) -> Wish | None:
        """A request has ended; what it was, None where it is not known."""
        wish = self._wishes.pop(request_id, None)
        if wish is not None and wish.kind in _RUNS:  # the engine takes them in turn: those before are over
            self._keep(lambda asked, other: other.kind not in _RUNS or asked > request_id)
        elif wish is not None:
            self.changed.emit()
        return wish

    def settle(self, request_id: int) -> Wish | None:
        """A request has ended for this run: what it was for has come or was refused, and is not asked again."""
        wish = self.end(request_id)
        if wish is not None:
            self.refuse(wish)
        return wish

    def refuse(self, wish: Wish) -> None:
        """What a wish was for is not asked again for this run."""
        if wish.about == "run":
            self._settled.add(wish.thing)

    def end_of(self, request_id: int, kind: type[Request]) -> None:
        """A request has ended, where it was one of this kind: others say the same on their way."""
        wish = self._wishes.get(request_id)
        if wish is not None and wish.kind is kind:
            self.end(request_id)

    def unsettle(self, lost: Callable[[object], bool]) -> None:
        """What has come was let go where `lost(thing)`: it may be asked for again."""
        self._settled = {thing for thing in self._settled if not lost(thing)}

    def forget(self, *about: About) -> None:
        """What was asked about these is of no use any more."""
        self._settled.clear()
        self._lose(lambda wish: wish.about in about)

    def clear(self) -> None:
        """The engine has gone, and with it whatever it was asked."""
        self._gone = True
        self._settled.clear()
        self._lose(lambda wish: True)

    def engine_started(self) -> None:
        """There is an engine to ask."""
        self._gone = False

    def _lose(self, which: Callable[[Wish], bool]) -> None:
        lost = [wish for wish in self.live.values() if which(wish)]
        self._keep(lambda _, wish: not which(wish))
        for wish in lost:
            self.lost.emit(wish)

    def _keep(self, which: Callable[[int, Wish], bool]) -> None:
        self._wishes = {asked: wish for asked, wish in self._wishes.items() if which(asked, wish)}
        self.changed.emit()
