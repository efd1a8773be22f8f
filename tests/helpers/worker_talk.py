"""The engine's worker in the test's own process, a turn at a time: what comes between two turns is up to the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from engine import protocol
from engine.process.mailbox import Mailbox
from engine.process.model_service import Model
from engine.process.outbox import Outbox
from engine.process.worker import Worker

_A = TypeVar("_A", bound=protocol.Answer)


class WorkerTalk:
    """A worker whose answers are kept; `heard` is called with each before anything else happens."""

    def __init__(self) -> None:
        self.answers: list[protocol.Answer] = []
        self.heard: Callable[[protocol.Answer], None] = lambda answer: None
        self.mailbox = Mailbox()
        self.worker = Worker(self.mailbox, cast(Outbox, self))
        self.worker._patience = lambda: 0.0  # type: ignore[method-assign]  # a turn without anything to do ends
        self._id = 0

    def put(self, answer: protocol.Answer, stop: Callable[[], bool]) -> None:
        """In the outbox' place."""
        self.answers.append(answer)
        self.heard(answer)

    def send(self, kind: type[protocol.Request], /, **values: Any) -> int:
        """Ask; nothing is done before the next turn."""
        self._id += 1
        self.mailbox.put(kind(self._id, **values))
        return self._id

    def turn(self, count: int = 1) -> None:
        """Let the worker do `count` things."""
        for _ in range(count):
            self.worker.turn()

    def ask(self, kind: type[protocol.Request], /, **values: Any) -> list[protocol.Answer]:
        """Ask, take one turn, and return what came of it."""
        before = len(self.answers)
        self.send(kind, **values)
        self.turn()
        return self.answers[before:]

    def of(self, kind: type[_A], request_id: int | None = None) -> list[_A]:
        """The answers of a class so far (to one request)."""
        found = [answer for answer in self.answers if isinstance(answer, kind)]
        return [answer for answer in found if request_id is None or answer.request_id == request_id]

    @property
    def model(self) -> Model:
        """The model that is loaded."""
        return self.worker._models.require()


def loaded(folder: Path) -> WorkerTalk:
    """A worker with the model in `folder`, its reference check done."""
    talk = WorkerTalk()
    talk.ask(protocol.LoadModel, spec=str(folder), device="cpu")
    while talk.worker._models.check_due:
        talk.turn()
    return talk
