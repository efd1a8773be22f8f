"""What the engine does with each request, one at a time, on the process' main thread.

A generation is not one long request: between two tokens whatever waits is served (an attention matrix somebody looks
at, a fan, a layout), so that nothing in the window hangs while the model writes.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from typing import Any

from engine import protocol
from engine.errors import Stopped
from engine.libraries import rust_panics
from engine.models.leftovers import clear_leftovers
from engine.process.explain import failed
from engine.process.generator import Generator
from engine.process.lab_service import LabService
from engine.process.mailbox import Mailbox
from engine.process.maps_service import MapsService
from engine.process.model_service import ModelService
from engine.process.outbox import Outbox
from engine.process.run_service import RunService
from engine.shortage import is_out_of_memory

_IDLE = 0.4  # seconds without a request after which the reference check runs by itself


class Worker:
    """Takes requests from the mailbox, hands each to its service, and keeps a generation going in between."""

    def __init__(self, mailbox: Mailbox, outbox: Outbox) -> None:
        self._mailbox = mailbox
        self._outbox = outbox
        self._models = ModelService(self._say, mailbox.stop_working)
        self._maps = MapsService(self._models, self._say, mailbox.stop_working)
        self._runs = RunService(self._models, self._maps, self._say, mailbox.stop_working)
        self._labs = LabService(self._models, self._maps, self._say)
        self._generation: Generator | None = None
        mailbox.on_end(self._maps.close)
        self._handlers: dict[type, Callable[[Any], None]] = {
            protocol.LoadModel: self._load,
            protocol.Configure: self._models.configure,
            protocol.CheckReference: self._models.check,
            protocol.NewRun: self._runs.new,
            protocol.AdoptRun: self._runs.adopt,
            protocol.Generate: self._generate,
            protocol.SetSpeed: self._set_speed,
            protocol.SetWatch: self._set_watch,
            protocol.BranchAt: self._runs.branch,
            protocol.GoTo: self._runs.go,
            protocol.Replay: self._runs.replay,
            protocol.FullDistribution: self._runs.distribution,
            protocol.OpenSpace: self._maps.open,
            protocol.ShareVectors: self._maps.share,
            protocol.LayAlong: self._maps.lay_along,
            protocol.HoldLayouts: self._maps.hold,
            protocol.UseLayout: self._maps.use,
            protocol.TrueFan: self._maps.fan,
            protocol.FindNeighbours: self._maps.neighbours,
            protocol.AskLab: self._labs.ask,
            protocol.ListModels: self._labs.models,
        }

    def _say(self, answer: protocol.Answer) -> None:
        self._outbox.put(answer, self._interrupted)

    def _interrupted(self) -> bool:
        return self._mailbox.stop_working() or self._mailbox.stop_generating()

    def run(self) -> None:
        """Work for ever: the process ends from the reader thread."""
        clear_leftovers()
        while True:
            self.turn()

    def turn(self) -> None:
        """Wait for something to do, and do one thing."""
        request = self._mailbox.take(self._patience())
        for dropped in self._mailbox.dropped():
            self._refuse(dropped)
        if request is not None:
            self._handle(request)
        elif self._generation is None:
            self._do_what_is_left()
        if self._generation is not None and (self._reason_to_stop() is not None or self._generation.due()):
            self._continue(self._generation)

    def _patience(self) -> float | None:
        if self._generation is not None:
            return self._generation.wait()
        if self._maps.is_behind:
            return 0.0
        return _IDLE if self._models.check_due else None

    def _do_what_is_left(self) -> None:
        """Nothing is asked for: what was put off."""
        if self._maps.is_behind:
            self._guarded(self._maps.catch_up, 0)
        elif self._models.check_due:
            self._mailbox.be_idle()
            self._guarded(lambda: self._models.check_loaded(self._mailbox.disturbed), 0)

    def _refuse(self, request: protocol.Request) -> None:
        """Say that a request was dropped before it was begun."""
        if isinstance(request, protocol.Generate):
            self._say(protocol.Halted(request.id, self._models.run_id, "cancelled", 0, 0.0))
        else:
            self._say(protocol.CancelledAnswer(request.id))

    def _handle(self, request: protocol.Request) -> None:
        if self._generation is not None and self._mailbox.stop_generating():
            self._halt("cancelled")
        self._models.cool()
        if not self._guarded(lambda: self._handlers[type(request)](request), request.id):
            self._mailbox.unfollowed()
        self._mailbox.finished()

    def _guarded(self, work: Callable[[], None], request_id: int) -> bool:
        """Do `work`; a stop and a failure become answers. True when it ended well."""
        try:
            with rust_panics.raised_as(RuntimeError):
                work()
            return True
        except Stopped:
            self._models.cool()
            self._say(protocol.CancelledAnswer(request_id))
        except Exception as error:  # noqa: BLE001 - a process that serves must say what failed, and go on
            self._fail(request_id, error)
        return False

    def _fail(self, request_id: int, error: Exception) -> None:
        """Say what failed. Where memory did, what can be computed again is let go first, so that less then fits."""
        self._models.cool()
        left = ""
        if is_out_of_memory(error):
            with contextlib.suppress(Exception):  # a device that has failed may refuse to say what is free
                left = self._models.ease(error)
        self._say(failed(request_id, error, left))

    def _load(self, request: protocol.LoadModel) -> None:
        self._maps.forget()
        self._models.load(request)

    # -- generating ----------------------------------------------------------------------------------------------

    def _generate(self, request: protocol.Generate) -> None:
        if self._generation is not None:
            self._halt("cancelled")
        generation = Generator(
            request, self._models.require(), self._say, self._mailbox.stop_generating,
            lambda: self._maps.bench(request.id, True),
        )  # fmt: skip
        self._mailbox.begin_generating(request)
        self._generation = generation

    def _set_speed(self, request: protocol.SetSpeed) -> None:
        if self._generation is not None:
            self._generation.limit(request.tokens_per_second)

    def _set_watch(self, request: protocol.SetWatch) -> None:
        if self._generation is not None:
            self._generation.watch = request.watch

    def _continue(self, generation: Generator) -> None:
        """One token more, or the end."""
        why = self._reason_to_stop() or generation.reason_to_stop()
        if why is not None:
            self._halt(why)
            return
        before = time.perf_counter()
        try:
            with rust_panics.raised_as(RuntimeError):
                self._maps.place_new(generation.request.id, generation.step())
        except Stopped:
            self._halt("cancelled")
            return
        except Exception as error:  # noqa: BLE001 - as in `_guarded`
            self._end_generation()
            self._fail(generation.request.id, error)
            return
        generation.timed(before)

    def _reason_to_stop(self) -> protocol.Why | None:
        if self._mailbox.stop_generating():
            return "cancelled"
        return "paused" if self._mailbox.paused() else None

    def _halt(self, why: protocol.Why) -> None:
        generation = self._generation
        if generation is not None:
            self._end_generation()
            self._say(
                protocol.Halted(generation.request.id, self._models.run_id, why, generation.made, generation.seconds)
            )

    def _end_generation(self) -> None:
        self._generation = None
        self._mailbox.end_generating()
        self._models.cool()
