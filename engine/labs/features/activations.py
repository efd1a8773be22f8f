"""What a dictionary reads of a model, piece by piece, and its features there as rows of what is not 0.

A forward ends at the dictionary's hook. A piece's first position is left out, and so are outliers: positions that are
longer than any the dictionary learnt from, of which it says nothing.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.capture.many import stopping
from engine.capture.recorder import Enough
from engine.dictionaries.dictionary import AT_ONCE, Dictionary
from engine.dictionaries.hooks import watch
from engine.dictionaries.records import Hook
from engine.labkit.workbench import Workbench
from engine.records import F32, I32

TOKENS_AT_ONCE = 2048
BUFFER = 64  # pieces among which those of one length are looked for


def read(bench: Workbench, hook: Hook, ids: Tensor) -> Tensor:
    """[B, t, width] float32 of what stands at a hook in a forward of `ids` [B, t], which ends there.

    Raises:
        InputRefused: the model has no such hook. Stopped: a person said so.
    """
    anatomy: Anatomy = bench.anatomy
    seen: list[Tensor] = []
    with ExitStack() as stack, torch.inference_mode(), suppress(Enough):
        stack.enter_context(stopping(anatomy, bench.stop))
        stack.callback(watch(anatomy, hook, lambda values: seen.append(values.detach().float().clone())))
        stack.callback(anatomy.blocks[hook.layer].module.register_forward_hook(_enough).remove)
        bench.model(input_ids=ids.to(anatomy.device), use_cache=False, return_dict=True)
    return seen[0].view(*ids.shape, -1)


def _enough(_module: Any, _args: Any, _output: Any) -> None:
    raise Enough


@dataclass(frozen=True)
class Rows:
    """Features of a piece that are not 0, in the order of the positions."""

    title: str
    ids: I32  # [t]
    counted: np.ndarray[Any, np.dtype[np.bool_]]  # [t]
    outliers: int
    at: I32  # [m] position in the piece
    features: I32  # [m]
    values: F32  # [m]


def rows(bench: Workbench, dictionary: Dictionary, pieces: Iterable[tuple[str, I32]]) -> Iterator[Rows]:
    """The rows of each piece; pieces of one length are read together. Raises as `read`."""
    waiting = iter(pieces)
    while buffer := list(itertools.islice(waiting, BUFFER)):
        by_length: dict[int, list[tuple[str, I32]]] = defaultdict(list)
        for piece in buffer:
            by_length[len(piece[1])].append(piece)
        for length, alike in by_length.items():
            step = max(1, TOKENS_AT_ONCE // length)
            for low in range(0, len(alike), step):
                yield from _batch(bench, dictionary, alike[low : low + step])


def _batch(bench: Workbench, dictionary: Dictionary, some: list[tuple[str, I32]]) -> Iterator[Rows]:
    ids = torch.from_numpy(np.stack([piece for _, piece in some]).astype(np.int64))
    every = read(bench, dictionary.info.hook, ids)  # [B, t, D]
    for (title, piece), x in zip(some, every, strict=True):
        counted, outliers = positions_that_count(dictionary, x)
        at, features, values = sparse(dictionary, x[torch.from_numpy(counted).to(x.device)])
        yield Rows(title, piece, counted, outliers, np.flatnonzero(counted).astype(np.int32)[at], features, values)


def positions_that_count(dictionary: Dictionary, x: Tensor) -> tuple[np.ndarray[Any, np.dtype[np.bool_]], int]:
    """[t] whether each position of a piece [t, D] counts, and how many outliers do not, besides the first."""
    counted = ~dictionary.left_out(x).cpu().numpy()
    counted[0] = True
    outliers = int((~counted).sum())
    counted[0] = False
    return counted, outliers


def sparse(dictionary: Dictionary, x: Tensor) -> tuple[I32, I32, F32]:
    """Row, feature and activation of what is not 0 of x [t, D], row by row; never all latents of many rows at once."""
    step = max(1, AT_ONCE // dictionary.width)
    parts = []
    with torch.inference_mode():
        for low in range(0, len(x), step):
            f = dictionary.encode(x[low : low + step])
            at, features = f.nonzero(as_tuple=True)
            parts.append((at + low, features, f[at, features]))
    if not parts:
        return np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.float32)
    at, features, values = (torch.cat(column).cpu() for column in zip(*parts, strict=True))
    return at.numpy().astype(np.int32), features.numpy().astype(np.int32), values.numpy()
