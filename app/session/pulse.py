"""Whether an engine answers: told of every sign of life and of every turn of a clock, it says when that changes.

Time is counted in turns of the window's own clock, so that a computer that slept, or a window that was stopped itself,
takes no engine for a silent one. Two things are silence: nothing has been heard, not even the answer to a Ping, which
a thread of its own gives whatever the engine does; or what the engine does has been asked to stop and goes on.
"""

from __future__ import annotations

from engine.protocol import Alive, Answer, Answering, Silent
from engine.sentences import say, together

TURN = 2.0  # seconds
LIMIT = 10.0  # seconds of silence
_WAIT = say("Wait, or restart it; the run so far is kept.")


class Pulse:
    """Of one engine. `heard` and `turn` may be called from two threads."""

    def __init__(self) -> None:
        self._quiet = 0  # turns
        self._unheeded = 0.0  # seconds
        self._heard = False
        self._asked = False
        self.is_silent = False  # as was told last
        self.is_taken_in = False  # an answer is just being taken in, which may last: the engine is not to blame

    def heard(self, answer: Answer) -> None:
        """The engine has said something."""
        if isinstance(answer, Alive):
            self._asked, self._unheeded = False, answer.unheeded
        else:
            self._unheeded = 0.0
        self._heard = True

    def turn(self) -> Answer | None:
        """A turn has passed; what is to be told, None where nothing has changed."""
        self._quiet = 0 if self._heard or self.is_taken_in else self._quiet + 1
        self._heard = False
        why = self._why()
        if (why is not None) == self.is_silent:
            return None
        self.is_silent = why is not None
        return Answering(0) if why is None else Silent(0, why)

    def asks(self) -> bool:
        """Whether the engine should be asked now whether it is alive: never while it owes an answer to that."""
        asks, self._asked = not self._asked, True
        return asks

    def _why(self) -> str | None:
        if self._quiet * TURN >= LIMIT:
            silent = say(
                "The engine has not answered for {seconds:.0f} seconds: it may be busy with something large, or hang.",
                seconds=LIMIT,
            )
            return together(silent, _WAIT)
        if self._unheeded >= LIMIT:
            deaf = say("The engine was asked to stop {seconds:.0f} seconds ago and has not done so yet.", seconds=LIMIT)
            return together(deaf, _WAIT)
        return None
