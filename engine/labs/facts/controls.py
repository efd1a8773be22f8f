"""Changes of the same matrices that an edit is held against: what does the mere size of a change do?

same size     every line reads a random direction of the same norm; of a fine-tuned matrix, its numbers in another order
same value    the random direction is scaled so that the fact's own key reads 1, as it does in the edit: the same value
              is written at the subject, by a direction that knows nothing of which keys the layer uses otherwise
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.labs.facts.make import Made
from engine.labs.facts.records import Control, ControlKind, Edit, MatrixEdit
from engine.labs.facts.scoring import Probing
from engine.records import F32, Plan

SEED = 1  # of the directions, beside an edit's own


def changes(made: Made, seed: int) -> tuple[tuple[ControlKind, Edit, float], ...]:
    """Each control with its size as a multiple of the edit's."""
    chance = np.random.default_rng((SEED, seed))
    edit = made.edit
    if isinstance(edit, MatrixEdit):
        dealt: F32 = chance.permutation(edit.delta.reshape(-1)).reshape(edit.delta.shape)
        return (("same size", replace(edit, delta=dealt), 1.0),)
    drawn: F32 = chance.standard_normal(edit.read.shape).astype(np.float32)
    norms = np.linalg.norm(edit.read, axis=-1, keepdims=True)
    random: F32 = drawn * (norms / np.linalg.norm(drawn, axis=-1, keepdims=True))
    found: list[tuple[ControlKind, Edit, float]] = [("same size", replace(edit, read=random), 1.0)]
    if made.key is not None:
        reads = float(random[0, 0] @ made.key)
        if reads:
            found.append(("same value", replace(edit, read=random / np.float32(reads)), 1 / abs(reads)))
    return tuple(found)


def controls(made: Made, probing: Probing, seed: int) -> tuple[Control, ...]:
    """What they do to the probes. Raises Stopped."""
    found = []
    for kind, edit, size in changes(made, seed):
        measured = probing.measure(Plan((edit,)))
        found.append(Control(kind, size, measured.after, measured.text_after, measured.next_kl))
    return tuple(found)
