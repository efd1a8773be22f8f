"""Points that are no part of the language model, on a map of their own: what a laboratory brings, and the space of it.

**How a laboratory brings a space.** Three things, each in its own folder; no other file is edited.

1. `engine/labs/NAME/records.py` (numpy only, so that a view knows it) names the space: a function gives
   `Space("points", points="NAME/WHAT")`. WHAT is a short text of the laboratory's own, from which the vectors follow
   and by which equal spaces are equal: a recipe, a layer, a dictionary's name. It stands in specs of figures and films.
2. `engine/labs/NAME/points.py` makes the vectors: `def points(what, bench) -> Points`, below. `bench` tells progress
   and knows of a stop; it is a `Workbench`, with the model, where the module says `NEEDS_MODEL = True`. A WHAT that
   it cannot read is refused with `InputRefused`. The same WHAT has to give the same vectors.
3. `LAB` in `viz/labs/NAME/lab.py` says `points=OwnPoints(...)` (`viz.lab`): what the space is called in menus, and
   what a click on a point does (intents, such as showing this picture or that feature in a view of its own).

A view then sends `ShowSpace(space)` and `ShowViews(..., ("meaning_space",))`. From there on all is the map's: PCA at
once, UMAP, t-SNE and PaCMAP by the mapper process, faithfulness, neighbours, search by name, selection, colours by each
grouping and measure, figures and films. No tokens are placed there, and a run's file does not hold it: it is made
again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.errors import MapProblem
from engine.maps.cluster import coarse_groups
from engine.maps.spaces import SpaceVectors, norms_of
from engine.records import F32, TOKEN_KINDS, Background, Frozen, Grouping, Measure, Space, Vocabulary
from engine.sentences import say

FEWEST = 3
_WORD = TOKEN_KINDS.index("continuation")


@dataclass(frozen=True)
class Points(Frozen):
    """A named set of vectors, with what is known of each."""

    title: str  # what the points are, through `say`
    vectors: F32  # [N, D]
    names: tuple[str, ...]  # [N] as they are labelled; several may be called the same
    groups: tuple[Grouping, ...] = ()  # the first one names the map's regions and colours it by itself
    measures: tuple[Measure, ...] = ()
    note: str = ""  # one sentence for the view, through `say`


def points_space(space: Space, points: Points) -> SpaceVectors:
    """The space of what a laboratory brings; the vectors are compared by cosine, as they are.

    Raises:
        MapProblem: there are too few points, they are not finite, or what is known of them is of other points.
    """
    vectors = np.ascontiguousarray(points.vectors, np.float32)
    count = len(vectors)
    if vectors.ndim != 2 or count < FEWEST:
        raise MapProblem(say("A map needs at least {fewest} points, but {n} were given.", fewest=FEWEST, n=count))
    if not np.isfinite(vectors).all():
        raise MapProblem(say("The vectors of these points hold NaN or infinity, so there is nothing to map."))
    columns = (points.names, *(group.codes for group in points.groups), *(it.values for it in points.measures))
    if any(len(column) != count for column in columns):
        raise MapProblem(say("What is known of these points is of another number of points than {n}.", n=count))
    norms = norms_of(vectors)
    background = Background(
        space, np.arange(count, dtype=np.int32), norms, coarse_groups(vectors, norms), note=points.note,
        title=points.title, names=vocabulary_of(points.names), groups=points.groups, measures=points.measures,
        width=vectors.shape[1],
    )  # fmt: skip
    return SpaceVectors(background, vectors, fingerprint=fingerprint_of(vectors))


def fingerprint_of(vectors: F32) -> str:
    """Which vectors these are, for the keys of their layouts: no model's hash says it."""
    return hashlib.sha256(repr(vectors.shape).encode() + vectors.tobytes()).hexdigest()


def vocabulary_of(names: Sequence[str]) -> Vocabulary:
    """Names as the map reads them: "token" i is the name of point i."""
    raw = [name.encode(errors="replace") for name in names]
    offsets = np.concatenate([[0], np.cumsum([len(name) for name in raw], dtype=np.int64)])
    data = np.frombuffer(b"".join(raw), np.uint8)
    return Vocabulary(data, offsets.astype(np.int64), np.full(len(raw), _WORD, np.uint8))
