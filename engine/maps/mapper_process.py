"""What runs in the mapper process: it answers fit requests until its pipe closes or its parent dies.

It yields to the window and the engine (lowest useful priority) and keeps compiled code in Orrery's cache, so that only
the first start on a machine compiles.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
import traceback
from multiprocessing.connection import Connection

import numpy as np

from engine.errors import DiskProblem, OrreryError
from engine.folders import cache_folder
from engine.maps.fit_messages import (
    FitDone,
    FitFailed,
    FitProgress,
    FitRequest,
)
from engine.maps.layouts import umap_of
from engine.maps.shared import attached
from engine.maps.spaces import SpaceVectors, norms_of
from engine.maps.store import LayoutStore
from engine.maps.umap_fit import Told, fit_umap, library_name
from engine.records import F32, Background, Layout


def mapper_main(pipe: Connection) -> None:
    """The process: answer fit requests until the pipe closes."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _be_modest()
    while True:
        try:
            request = pipe.recv()
        except (EOFError, OSError):
            return
        with contextlib.suppress(OSError):  # where the parent went, the next recv ends this process
            pipe.send(_fit(request, pipe))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _be_modest() -> None:
    """Yield to the window and the engine, and keep compiled code in Orrery's cache."""
    os.environ.setdefault("NUMBA_CACHE_DIR", str(cache_folder() / "numba"))
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(10)


def _fit(request: FitRequest, pipe: Connection) -> FitDone | FitFailed:
    def told(stage: str, done: int, total: int) -> None:
        with contextlib.suppress(OSError):
            pipe.send(FitProgress(request.id, stage, done, total))

    try:
        with attached(request.vectors) as vectors:
            layout = _laid_out(request, vectors, told)
        return FitDone(request.id, layout, _stored(request.model_hash, layout))
    except MemoryError:
        need = request.vectors.n * request.vectors.d * 4 * 3 / 2**30
        return FitFailed(
            request.id, "OutOfMemory", f"The fit needs about {need:.1f} GiB of memory. Close other programs."
        )
    except OrreryError as error:
        return FitFailed(request.id, type(error).__name__, str(error))
    except Exception as fault:  # noqa: BLE001  # told with its trace: the process goes on
        return FitFailed(request.id, "Fault", f"The fit failed: {fault}.", traceback.format_exc())


def _laid_out(request: FitRequest, vectors: F32, told: Told) -> Layout:
    fitted = vectors if request.left_out is None else vectors[~request.left_out]
    points3, points2 = fit_umap(fitted, request.params, told)
    told("measuring", 0, 0)
    ids = np.arange(len(vectors), dtype=np.int32)
    groups = np.zeros(len(vectors), np.uint8)
    background = Background(request.space, ids, norms_of(vectors), groups, left_out=request.left_out)
    space = SpaceVectors(background, vectors)
    return umap_of(space, request.model_hash, request.params, library_name(), points3, points2)


def _stored(model_hash: str, layout: Layout) -> str:
    try:
        LayoutStore().save(model_hash, layout)
    except DiskProblem as problem:
        return str(problem)
    return ""
