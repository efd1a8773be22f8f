"""The default model's token embeddings, and some of them held out, as the map benchmarks use them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.maps.make_bundled import TENSOR, embedding_rows
from engine.models.catalogue import default_name
from engine.models.resolve import resolve
from engine.records import F32, I64

HELD_OUT = 500


@dataclass(frozen=True)
class Split:
    """Rows a layout is fitted on, and rows it never saw."""

    kept: F32  # [V - 500, D]
    held_out: F32  # [500, D]


def default_split(model: str | None = None) -> Split:
    """The embeddings of `model` (the default one where None), 500 of them held out by seed 0."""
    vectors = embedding_rows(resolve(model or default_name()).folder, TENSOR)
    chosen: I64 = np.sort(np.random.default_rng(0).choice(len(vectors), HELD_OUT, replace=False))
    return Split(np.delete(vectors, chosen, axis=0), vectors[chosen])
