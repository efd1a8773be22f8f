"""The handle of the mapper, a process of its own for fits of layouts; what runs there is `engine.maps.mapper_process`.

numba compiles for seconds and a fit takes a minute, with the GIL held; in a process of its own it disturbs nobody, and
cancelling is ending it. It is started by the first fit, takes one fit at a time, and ends when its pipe closes or its
parent dies. Vectors come through shared memory (`engine.maps.shared`), so ending it leaks nothing.
"""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection

from engine.maps.fit_messages import CostRequest, FitAnswer, FitFailed, FitProgress, FitRequest
from engine.maps.shared import SharedVectors
from engine.protocol import VectorsShared
from engine.records import Bools, FitJob, FitParams, UmapParams
from engine.sentences import say
from engine.spawn import unheard_interrupts


class Mapper:
    """The parent's handle. `answer` is called with each message, from a reader thread; after `cancel` with none."""

    def __init__(self, answer: Callable[[FitAnswer], None]) -> None:
        self._answer = answer
        self._lock = threading.Lock()
        self._worker: _Worker | None = None
        self._count = 0

    @property
    def process_id(self) -> int | None:
        """Of the running mapper process, None where there is none."""
        worker = self._worker
        return worker.process.pid if worker is not None else None

    @property
    def seconds_used(self) -> float | None:
        """Processor time that the running process has taken; None where there is none, or the system does not say."""
        import psutil  # when a fit runs: the window's start does not wait for it

        number = self.process_id
        if number is None:
            return None
        try:
            used = psutil.Process(number).cpu_times()
        except psutil.Error:
            return None
        return float(used.user + used.system)

    @property
    def busy(self) -> bool:
        """Whether a fit is under way."""
        worker = self._worker
        return worker is not None and worker.current is not None

    def fit(self, shared: VectorsShared, params: FitParams, left_out: Bools | None = None) -> int:
        """Begin a fit of shared vectors and return its id; whatever is under way is given up for it.

        `left_out` [n] ([layers, n] where `params.along` names several) marks vectors that are placed afterwards
        instead of fitted.
        """
        with self._lock:
            self._count += 1
            where = SharedVectors(shared.name, shared.n, shared.d)
            self._give(FitRequest(self._count, shared.space, where, params, shared.fit_key_seed, left_out))
            return self._count

    def cost(self, job: FitJob, params: UmapParams) -> int:
        """Have it estimated what a fit takes, and return the id of that; 0 where a fit is under way."""
        with self._lock:
            if self.busy:
                return 0
            self._count += 1
            self._give(CostRequest(self._count, job, params))
            return self._count

    def _give(self, request: FitRequest | CostRequest) -> None:
        if self._worker is None or not self._worker.take(request.id):
            if self._worker is not None:
                self._worker.end()
            self._worker = _Worker(self._heard, request.id)
        self._worker.send(request)

    def cancel(self) -> None:
        """Give up the fit under way by ending the process. Nothing is answered. An idle process stays."""
        with self._lock:
            worker = self._worker
            if worker is None or worker.current is None:
                return
            self._worker = None
        worker.end()

    def close(self) -> None:
        """End the process and the reader thread. A later `fit` starts new ones."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()
            worker.join()

    def _heard(self, worker: _Worker, message: FitAnswer) -> None:
        with self._lock:
            if worker is not self._worker:
                return
            if isinstance(message, FitFailed) and message.kind == "WorkerDied":
                self._worker = None
        self._answer(message)


class _Worker:
    """One mapper process with its pipe and the thread that reads it; `current` is the fit it works for.

    Whoever dies in the moment in which a fit is given to it is told as its end: the fit is taken before the reader can
    tell an end, or not at all.
    """

    def __init__(self, heard: Callable[[_Worker, FitAnswer], None], first: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self.process = context.Process(target=_main, args=(theirs,), name="orrery-mapper", daemon=True)
        self.current: int | None = first
        self._over = False
        self._lock = threading.Lock()  # of the two above
        self._heard = heard
        with unheard_interrupts():
            self.process.start()
        theirs.close()
        self._reader = threading.Thread(target=self._read, name="orrery-mapper-reader", daemon=True)
        self._reader.start()

    def take(self, fit: int) -> bool:
        """Begin to work for a fit; False where another is under way, or where the process has ended."""
        with self._lock:
            if self._over or self.current is not None or not self.process.is_alive():
                return False
            self.current = fit
            return True

    def send(self, request: FitRequest | CostRequest) -> None:
        with contextlib.suppress(OSError):  # it died just now: the reader says so
            self._pipe.send(request)

    def end(self) -> None:
        """End the process. The reader is not waited for: it may be in `answer`, waiting for the calling thread."""
        self.current = None
        self.process.kill()
        self.process.join()

    def join(self) -> None:
        """Wait for the reader thread, which ends with its process."""
        if threading.current_thread() is not self._reader:
            self._reader.join(timeout=5)

    def _read(self) -> None:
        try:
            while True:
                message = self._pipe.recv()
                if not isinstance(message, FitProgress):
                    self.current = None
                self._heard(self, message)
        except (EOFError, OSError):
            self._report_death()
        except Exception:  # noqa: BLE001 - want of memory, as a rule: what was on its way is lost, nobody would wait
            self.process.kill()
            self._report_death()
        finally:
            self._pipe.close()

    def _report_death(self) -> None:
        self.process.join()
        with self._lock:
            self._over = True
            asked, self.current = self.current, None
        if asked is not None:
            self._heard(self, FitFailed(asked, "WorkerDied", _death_sentence(self.process.exitcode)))


def _death_sentence(code: int | None) -> str:
    return say(
        "The mapper process ended by itself during the fit (exit code {code}); it may have run out of "
        "memory. The present layout stays; start the fit again, or choose fewer neighbours.",
        code=code,
    )


def _main(pipe: Connection) -> None:
    """Run the process. Its code is imported by name there, so that importing the handle never leads to umap-learn."""
    importlib.import_module("engine.maps.mapper_process").mapper_main(pipe)
