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
from dataclasses import replace
from multiprocessing.connection import Connection

import numpy as np

from engine.errors import DiskProblem, OrreryError
from engine.folders import cache_folder
from engine.maps.fit_cost import FitCosts
from engine.maps.fit_messages import (
    CostKnown,
    CostRequest,
    FitDone,
    FitFailed,
    FitProgress,
    FitRequest,
)
from engine.maps.fits import fit_layout, library_of
from engine.maps.fitting import Told
from engine.maps.joint_fit import as_one, fit_jointly
from engine.maps.layouts import fitted_layout
from engine.maps.shared import attached
from engine.maps.spaces import SpaceVectors, norms_of
from engine.maps.store import LayoutStore
from engine.records import F32, Background, Bools, Layout, Space, UmapParams
from engine.sentences import say


def mapper_main(pipe: Connection) -> None:
    """The process: answer fit requests until the pipe closes."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _be_modest()
    costs = FitCosts()
    while True:
        try:
            request = pipe.recv()
        except (EOFError, OSError):
            return
        with contextlib.suppress(OSError):  # where the parent went, the next recv ends this process
            pipe.send(_cost(request, costs) if isinstance(request, CostRequest) else _fit(request, pipe))


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


def _cost(request: CostRequest, costs: FitCosts) -> CostKnown | FitFailed:
    try:
        return CostKnown(request.id, request.job, costs.of(request.job, request.params))
    except Exception as fault:  # noqa: BLE001  # told with its trace: the process goes on
        return FitFailed(
            request.id, "Fault", say("What the fit takes is not known: {fault}.", fault=fault), traceback.format_exc()
        )


def _fit(request: FitRequest, pipe: Connection) -> FitDone | FitFailed:
    def told(stage: str, done: int, total: int) -> None:
        with contextlib.suppress(OSError):
            pipe.send(FitProgress(request.id, stage, done, total))

    try:
        with attached(request.vectors) as vectors:
            layouts = _laid_out(request, vectors, told)
        notes = [_stored(request.model_hash, layout) for layout in layouts]
        shown = next(layout for layout in layouts if layout.space == request.space)
        others = tuple(layout for layout in layouts if layout is not shown)
        return FitDone(request.id, shown, next((note for note in notes if note), ""), others)
    except MemoryError:
        need = request.vectors.n * request.vectors.d * 4 * 3 / 2**30
        return FitFailed(
            request.id,
            "OutOfMemory",
            say("The fit needs about {need:.1f} GiB of memory. Close other programs.", need=need),
        )
    except OrreryError as error:
        return FitFailed(request.id, type(error).__name__, str(error))
    except Exception as fault:  # noqa: BLE001  # told with its trace: the process goes on
        return FitFailed(request.id, "Fault", say("The fit failed: {fault}.", fault=fault), traceback.format_exc())


def _laid_out(request: FitRequest, vectors: F32, told: Told) -> list[Layout]:
    """The layout asked for; where it goes along several layers, those of all of them."""
    params, left_out = request.params, request.left_out
    if not isinstance(params, UmapParams) or not params.along:
        fitted = vectors if left_out is None else vectors[~left_out]
        points = fit_layout(fitted, params, told)
        told(say("Measuring"), 0, 0)
        return [_layout(request, request.space, vectors, left_out, *points)]
    told = as_one(told)
    layers = np.split(vectors, len(params.along))
    left_out = np.zeros((len(layers), len(layers[0])), np.bool_) if left_out is None else left_out
    made = []
    for at, points in enumerate(fit_jointly(layers, left_out, params, told)):
        told(say("Measuring"), at, len(layers))
        space = replace(request.space, layer=params.along[at])
        made.append(_layout(request, space, layers[at], left_out[at], *points))
    return made


def _layout(
    request: FitRequest, space: Space, vectors: F32, left_out: Bools | None, points3: F32, points2: F32
) -> Layout:
    ids, groups = np.arange(len(vectors), dtype=np.int32), np.zeros(len(vectors), np.uint8)
    background = Background(space, ids, norms_of(vectors), groups, left_out=left_out)
    own = SpaceVectors(background, vectors)
    return fitted_layout(own, request.model_hash, request.params, library_of(request.params), points3, points2)


def _stored(model_hash: str, layout: Layout) -> str:
    try:
        LayoutStore().save(model_hash, layout)
    except DiskProblem as problem:
        return str(problem)
    return ""
