"""What the window asked and the engine has not yet done, and the flags that stop what it is doing.

One thread reads the pipe and puts requests here; another takes them. A newer request supersedes a waiting one of its
`kind_key`; `Cancel` and `Pause` never wait in line but set flags the working thread looks at between blocks and
tokens; and a request that makes the running one pointless (a new prompt while the old is being continued) stops it.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections import deque
from collections.abc import Callable

from engine.protocol import (
    AdoptRun,
    AskLab,
    BranchAt,
    Cancel,
    Generate,
    GoTo,
    LoadModel,
    NewRun,
    Pause,
    Request,
    kind_key,
)

_BEFORE = frozenset({NewRun, AdoptRun, BranchAt, GoTo})  # what a generation may wait for, to go on from there
_RUN = _BEFORE | {Generate}
# What a newly arrived request ends at once, besides older ones of its own kind.
_ENDS: dict[type[Request], frozenset[type[Request]]] = {
    LoadModel: frozenset(),  # ends everything: see `_makes_pointless`
    NewRun: _RUN,
    AdoptRun: _RUN,
    BranchAt: frozenset({Generate}),
    GoTo: frozenset({Generate}),
}


def _makes_pointless(newer: Request, older: Request) -> bool:
    if isinstance(newer, LoadModel) and isinstance(older, AskLab) and older.question.about == "resources":
        return False  # it has nothing to do with the model
    if isinstance(newer, LoadModel) or kind_key(newer) == kind_key(older):
        return True
    if isinstance(older, AskLab):
        if isinstance(newer, AskLab) and newer.question.ends(older.question):
            return True
        if older.unasked and older.question.gives_way:
            return True
        if older.unasked and (type(newer) in _RUN or (isinstance(newer, AskLab) and not newer.unasked)):
            return True  # a person waits for the newer one; a view puts the older one again where it still wants it
    return type(older) in _ENDS.get(type(newer), frozenset())


class Mailbox:
    """Waiting requests, the one at work, and whether it should stop. All methods may be called from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: deque[Request] = deque()
        self._dropped: deque[Request] = deque()
        self._working: Request | None = None
        self._generating: Request | None = None
        self._stop_working = False
        self._pause_working = False  # the request at work is a Generate that is to be paused as soon as it has begun
        self._stop_generating = False
        self._pause = False
        self._stop_asked = 0.0  # when, in monotonic seconds
        self._disturbed = False
        self._endings: list[Callable[[], None]] = []

    def on_end(self, work: Callable[[], None]) -> None:
        """Have `work` done when the process ends, on the thread that ends it."""
        self._endings.append(work)

    def end(self) -> None:
        """The process is about to end."""
        for work in self._endings:
            work()

    def put(self, request: Request) -> None:
        """Take in a request from the window."""
        with self._changed:
            self._disturbed = True
            if isinstance(request, Pause):
                self._pause = self._generating is not None
                self._pause_working = isinstance(self._working, Generate)
                self._drop([waiting for waiting in self._waiting if isinstance(waiting, Generate)])
            elif isinstance(request, Cancel):
                self._cancel(request.only)
            else:
                self._supersede(request)
                self._waiting.append(request)
            self._changed.notify_all()

    def _drop(self, requests: list[Request]) -> None:
        for request in requests:
            self._waiting.remove(request)
            self._dropped.append(request)

    def _cancel(self, only: int) -> None:
        """Stop one request, wherever it is; 0: all of them."""
        self._drop([waiting for waiting in self._waiting if only in (0, waiting.id)])
        self._ask_to_stop(
            self._working is not None and only in (0, self._working.id),
            self._generating is not None and only in (0, self._generating.id),
        )

    def _ask_to_stop(self, working: bool, generating: bool) -> None:
        if not (self._stop_working or self._stop_generating):
            self._stop_asked = time.monotonic()
        self._stop_working |= working
        self._stop_generating |= generating

    def _supersede(self, newer: Request) -> None:
        self._drop([request for request in self._waiting if _makes_pointless(newer, request)])
        working, generating = self._working, self._generating
        self._ask_to_stop(
            working is not None and _makes_pointless(newer, working),
            generating is not None and _makes_pointless(newer, generating),
        )

    def take(self, timeout: float | None = None) -> Request | None:
        """The oldest waiting request, now being worked at; None after `timeout` seconds, or at once when there is news
        (a drop, a pause, a stop) for the caller to look at."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._dropped or self._halting, timeout)
            if not self._waiting or self._dropped:
                return None
            self._working = self._waiting.popleft()
            self._stop_working = self._pause_working = False
            return self._working

    @property
    def _halting(self) -> bool:
        return self._generating is not None and (self._stop_generating or self._pause)

    def dropped(self) -> list[Request]:
        """Requests dropped before they were begun, since the last call."""
        with self._changed:
            gone = list(self._dropped)
            self._dropped.clear()
            return gone

    def finished(self) -> None:
        """The request taken last is done."""
        with self._changed:
            self._working = None
            self._stop_working = self._pause_working = False

    def unfollowed(self) -> None:
        """The request taken last came to nothing: a generation that waits to go on from it is dropped."""
        with self._changed:
            if type(self._working) in _BEFORE:
                followers = itertools.takewhile(lambda waiting: type(waiting) not in _BEFORE, self._waiting)
                self._drop([waiting for waiting in followers if isinstance(waiting, Generate)])

    def begin_generating(self, request: Request) -> None:
        """A generation goes on, token by token, while further requests are taken in between.

        A Cancel or a Pause that came while its request was being taken in holds for it.
        """
        with self._changed:
            self._generating = request
            self._stop_generating = self._stop_working or any(
                _makes_pointless(newer, request) for newer in self._waiting
            )
            self._pause = self._pause_working

    def end_generating(self) -> None:
        with self._changed:
            self._generating = None
            self._stop_generating = self._pause = False

    def stop_working(self) -> bool:
        """Whether the request at work should end at the next block."""
        return self._stop_working

    def be_idle(self) -> None:
        """Nothing is asked for: what is done now of one's own accord is to end as soon as anything is."""
        with self._changed:
            self._disturbed = bool(self._waiting or self._dropped)

    def disturbed(self) -> bool:
        """Whether anything at all, a Cancel too, was asked for since `be_idle`."""
        return self._disturbed

    def stop_generating(self) -> bool:
        """Whether the generation should end at the next block."""
        return self._stop_generating

    def unheeded(self) -> float:
        """Seconds for which a stop has been asked for that is not heeded yet; 0 where none is."""
        with self._changed:
            asked = self._stop_working or self._stop_generating
            return time.monotonic() - self._stop_asked if asked else 0.0

    def paused(self) -> bool:
        """Whether the generation should end after the token at hand."""
        return self._pause
