"""The window's end of the engine process: starts it, sends requests, delivers answers, notices its death and silence.

No Qt and no torch here. Answers are delivered on a reader thread, one after the other; whoever takes them may block,
and by that slows the engine down (`app.session.bridge` does so). Answers to a request that a newer one of its kind
superseded are dropped on arrival, except what says which model and which run the engine holds: that is never lost. A
reader that fails, for want of memory as a rule, has lost what was on its way: the process is ended then, and that is
told.
"""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from app.session import pulse
from app.session.outgoing import Outgoing
from app.session.pulse import Pulse
from engine.process.server import MESSAGES_LOST, serve, tidy_after
from engine.process.wire import pack, receive
from engine.protocol import (
    Alive,
    Answer,
    Answering,
    Died,
    Halted,
    Loaded,
    Moved,
    NodesPlaced,
    Ping,
    Released,
    Request,
    RunStarted,
    Shutdown,
    TokensReady,
    kind_key,
)
from engine.sentences import say, together
from engine.spawn import unheard_interrupts

_PATIENCE = 0.5  # seconds given to each way of ending the process
_KEPT = say("The run so far is kept; restart the engine to continue.")
# Answers that say what the engine holds now: they are true even when what led to them has been superseded.
STATE = (RunStarted, TokensReady, Moved, Halted, NodesPlaced, Released, Loaded)


class EngineClient:
    """One engine process at a time. Every method may be called from any thread."""

    def __init__(self, on_answer: Callable[[Answer], None]) -> None:
        self._on_answer = on_answer
        self._lock = threading.Lock()
        self._ids = itertools.count(1)
        self._newest: dict[tuple[object, ...], int] = {}
        self._kinds: dict[int, tuple[object, ...]] = {}
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._outgoing: Outgoing | None = None
        self._threads: tuple[threading.Thread, ...] = ()
        self._over = threading.Event()  # nothing more comes from the process

    # -- life ----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the process. Returns at once; the first answer is a Progress."""
        ours, theirs = multiprocessing.get_context("spawn").Pipe()
        process = multiprocessing.get_context("spawn").Process(
            target=serve, args=(theirs,), name="orrery-engine", daemon=True
        )
        with unheard_interrupts():
            process.start()
        theirs.close()
        with self._lock:
            self._newest.clear()
            self._kinds.clear()
            self._process, self._connection, self._over = process, ours, threading.Event()
            self._outgoing = Outgoing(ours, on_lost=lambda error: process.kill())
            beat, over = Pulse(), self._over
            given = (process, ours, self._outgoing, beat, over)
            self._threads = (
                threading.Thread(target=self._read, args=given, name="engine answers", daemon=True),
                threading.Thread(target=self._watch, args=(beat, over), name="engine pulse", daemon=True),
            )
            for thread in self._threads:
                thread.start()

    @property
    def alive(self) -> bool:
        """Whether the process is there."""
        process = self._process
        return process is not None and process.is_alive()

    @property
    def pid(self) -> int | None:
        """The process' number."""
        return None if self._process is None else self._process.pid

    def close(self, at_once: bool = False) -> None:
        """End the process: asked first, then told, then killed. Within two seconds nothing of it is left.

        `at_once`: it is killed, since it is deep in a library and would not hear.
        """
        with self._lock:
            process, connection, outgoing = self._process, self._connection, self._outgoing
            self._process = self._connection = self._outgoing = None
        if process is None or connection is None or outgoing is None:
            return
        if at_once:
            process.kill()
        outgoing.put(pack(Shutdown(0)))
        process.join(_PATIENCE)
        for end in (process.terminate, process.kill):
            if process.is_alive():
                end()
                process.join(_PATIENCE)
        self._over.set()
        outgoing.close(_PATIENCE)
        connection.close()
        tidy_after(process.pid)
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(_PATIENCE)

    # -- requests ------------------------------------------------------------------------------------------------

    def send(self, kind: type[Request], /, **values: Any) -> int:
        """Send a request, `send(Generate, n_tokens=5)`, and return its id. It supersedes older ones of its kind.

        Where the process has gone the request is lost; that it died has been told.
        """
        with self._lock:
            request = kind(next(self._ids), **values)
            if kind is not Ping:  # there may be many, and their answers are for nobody else
                key = kind_key(request)
                self._newest[key] = request.id
                self._kinds[request.id] = key
            if self._outgoing is not None:
                self._outgoing.put(pack(request))
        return request.id

    def superseded(self, request_id: int) -> bool:
        """Whether a newer request of the same kind was sent."""
        key = self._kinds.get(request_id)
        return key is not None and self._newest[key] != request_id

    # -- answers -------------------------------------------------------------------------------------------------

    def _read(
        self, process: BaseProcess, connection: Connection, outgoing: Outgoing, beat: Pulse, over: threading.Event
    ) -> None:
        sentence = ""
        try:
            while not isinstance(answer := receive(connection), Died):
                self._deliver(answer, beat)
            sentence = answer.sentence
        except (EOFError, OSError):
            pass
        except Exception as error:  # noqa: BLE001 - whatever it was, what was on its way is lost
            sentence = _lost(type(error).__name__)
        over.set()
        with self._lock:
            expected = self._process is not process
            if not expected:
                self._process = self._connection = self._outgoing = None
        if expected:
            outgoing.close(_PATIENCE)
        else:
            self._tell_end(process, connection, outgoing, sentence)

    def _tell_end(self, process: BaseProcess, connection: Connection, outgoing: Outgoing, sentence: str) -> None:
        """The process ended by itself, or what it said can no longer be taken in: `sentence` then says so."""
        process.join(0 if sentence else 2 * _PATIENCE)
        process.kill()  # unless it has ended
        process.join(_PATIENCE)
        code = process.exitcode
        outgoing.close(_PATIENCE)
        connection.close()
        tidy_after(process.pid)
        self._on_answer(Died(0, sentence or in_words(code), code))

    def _deliver(self, answer: Answer, beat: Pulse) -> None:
        beat.heard(answer)
        if isinstance(answer, Alive):
            return
        if isinstance(answer, STATE) or not self.superseded(answer.request_id):
            beat.is_taken_in = True
            self._on_answer(answer)
            beat.is_taken_in = False

    def _watch(self, beat: Pulse, over: threading.Event) -> None:
        """Ask from time to time whether the engine is alive, and tell when it falls silent and when it no longer is."""
        while not over.wait(pulse.TURN):
            told = beat.turn()
            if told is not None:
                self._on_answer(told)
            if beat.asks():
                self.send(Ping)
        if beat.is_silent:
            self._on_answer(Answering(0))  # it is no longer there to be waited for


def _lost(error: str) -> str:
    lost = say(
        "A message between the window and the engine was lost ({error}), most often because memory ran out, so the "
        "engine was ended.",
        error=error,
    )
    return together(lost, _KEPT)


def in_words(code: int | None) -> str:
    """What an exit code of the engine means to a person."""
    if code == MESSAGES_LOST:
        return _lost(say("exit status {code}", code=MESSAGES_LOST))
    if code == -signal.SIGKILL:
        killed = say("The engine was killed from outside, most often by the system because memory ran out.")
        return together(killed, _KEPT)
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            ended = say("The engine ended by itself (signal {name}).", name=signal.Signals(-code).name)
            return together(ended, _KEPT)
    if code is None:
        return together(say("The engine ended by itself (exit status unknown)."), _KEPT)
    return together(say("The engine ended by itself (exit status {code}).", code=code), _KEPT)
