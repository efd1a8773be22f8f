"""Several continuations of one place at once: batches on a cache that all of them share.

A cache that is repeated is a view as long as nothing is added to it; the first step makes a copy of it for each row. So
a batch has as many rows as `ROOM` holds copies of.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor
from transformers import Cache

from engine.capture.recorder import Captured, Recorder
from engine.libraries.transformers_inside import fork, n_bytes, repeated
from engine.records import I32

ROOM = 256 * 2**20  # bytes of the copies of a cache in one batch
MOST = 64  # rows of one batch


def after_each(recorder: Recorder, path: I32, tokens: I32, cache: Cache | None) -> Captured:
    """What the recorder's want is at the last of each row of `tokens` [n, t] after `path` [T], which `cache` holds.

    Without a cache each row is a whole forward. Captured: resid [n, L+1, D], logits [n, V].

    Raises:
        Stopped: the recorder's stop said so.
    """
    parts = list(_batches(recorder, path, tokens, cache))
    resid = [part.resid for part in parts if part.resid is not None]
    logits = [part.logits for part in parts if part.logits is not None]
    return Captured(len(path), torch.cat(resid) if resid else None, None, None, torch.cat(logits) if logits else None)


def _batches(recorder: Recorder, path: I32, tokens: I32, cache: Cache | None) -> Iterator[Captured]:
    n, t = tokens.shape
    if cache is None:
        for row in tokens:
            whole = recorder.run(_ids(np.concatenate([path, row])))
            yield _last(whole, 1, len(path) + t)
        return
    at_once = max(1, min(MOST, ROOM // max(1, n_bytes(cache)))) if len(path) else MOST
    for low in range(0, n, at_once):
        some = tokens[low : low + at_once]
        own = repeated(cache, len(some)) if len(path) else fork(cache)
        yield _last(recorder.run(_ids(some), own), len(some), t)


def _ids(tokens: I32) -> Tensor:
    return torch.from_numpy(tokens.astype(np.int64))


def _last(captured: Captured, n: int, t: int) -> Captured:
    """Only the last of each of n rows of t tokens."""
    resid, logits = captured.resid, captured.logits
    if resid is not None:
        resid = resid.reshape(n, t, *resid.shape[1:])[:, -1]
    if logits is not None:
        logits = logits.reshape(n, -1, logits.shape[-1])[:, -1]
    return Captured(captured.start, resid, None, None, logits)
