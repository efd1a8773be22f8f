"""Talking to an engine process in a test: every answer is kept, and waited for by what it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence, Sized
from types import TracebackType
from typing import Any, Self, TypeVar

from app.session.engine_client import EngineClient
from engine import protocol
from engine.errors import in_short
from engine.protocol import Answer, Request
from engine.run import Run

_A = TypeVar("_A", bound=Answer)
PATIENCE = 120.0  # seconds; a busy machine imports torch slowly


def told(answers: Sequence[Answer]) -> str:
    """Answers in a line: their class, and of what they hold only what is short; arrays are named."""
    return ", ".join(
        f"{type(answer).__name__}({', '.join(f'{name}={_brief(value)}' for name, value in vars(answer).items())})"
        for answer in answers
    )


def _brief(value: object) -> str:
    if isinstance(value, str):
        return repr(in_short(value, 200))
    if value is None or isinstance(value, (bool, int, float)):
        return repr(value)
    return f"{type(value).__name__} of {len(value)}" if isinstance(value, Sized) else type(value).__name__


class Talk:
    """An engine client whose answers are kept in `answers` and grow `run`."""

    def __init__(self, slow: Callable[[Answer], None] = lambda answer: None) -> None:
        self.answers: list[Answer] = []
        self.run = Run()
        self.adopts = False  # the next run to start is the one at hand, which the engine takes over
        self._slow = slow
        self._changed = threading.Condition(threading.RLock())
        self.client = EngineClient(self._take)

    def _take(self, answer: Answer) -> None:
        self._slow(answer)
        with self._changed:
            self.answers.append(answer)
            if isinstance(answer, protocol.TokensReady):
                self.run.append(answer.tokens)
            elif isinstance(answer, protocol.RunStarted):
                self.run = self.run if self.adopts else Run()
                self.adopts = False
            elif isinstance(answer, protocol.Moved):
                self.run.move(answer.node)
            self._changed.notify_all()

    def until(self, found: Callable[[], Any]) -> Any:
        """Wait until `found` gives something, and return that."""
        with self._changed:
            assert self._changed.wait_for(found, PATIENCE), f"no such answer among {told(self.answers[-20:])}"
            return found()

    def reply(self, kind: type[_A], request_id: int) -> _A:
        """The answer of a class to a request; a Failed that was not asked for is told at once."""

        def found() -> Answer | None:
            mine = [answer for answer in self.answers if answer.request_id == request_id]
            of_kind = [answer for answer in mine if isinstance(answer, kind)]
            ended = [answer for answer in self.answers if isinstance(answer, protocol.Died)]
            failed = [answer for answer in mine if isinstance(answer, protocol.Failed)]
            candidates: list[Answer] = [*of_kind, *failed, *ended]
            return next(iter(candidates), None)

        answer = self.until(found)
        assert isinstance(answer, kind), told([answer])
        return answer

    def ask(self, answer: type[_A], request: type[Request], /, **values: Any) -> _A:
        """Send a request and wait for its answer of a class."""
        return self.reply(answer, self.client.send(request, **values))

    def of(self, kind: type[_A]) -> list[_A]:
        """All answers of a class so far."""
        with self._changed:
            return [answer for answer in self.answers if isinstance(answer, kind)]

    def of_died(self) -> list[protocol.Died]:
        """Whether and how the process ended by itself. For use inside `until`, which holds the lock."""
        return [answer for answer in self.answers if isinstance(answer, protocol.Died)]

    def __enter__(self) -> Self:
        self.client.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.client.close()
