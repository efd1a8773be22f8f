"""Spaces: which vectors a map shows, how they are prepared, and which are left out.

Vocabulary spaces show a model's embedding or unembedding rows as they are. States of the residual stream are lopsided:
position 0 of a text is a giant (norm 23,699 against a median of 153 at block 15 of the default model) and one dimension
holds most of the variance, so every cosine is near 0.6. There the giants are left out of the fit and marked, and each
dimension is standardised over the others; new vectors go through the same standardising. A space can ask for neither.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.errors import InputRefused, MapProblem
from engine.maps.cluster import coarse_groups
from engine.maps.neighbour_table import NeighbourTable
from engine.maps.search import CosineSearch
from engine.records import F32, I32, SHORT, Background, Bools, Frozen, Space
from engine.sentences import say, together

GIANT = 4.0  # times the median norm


@dataclass(frozen=True)
class SpaceVectors(Frozen):
    """A space's background with the vectors behind it, as neighbours are searched among them.

    `vectors` is the model's own matrix for vocabulary spaces (no copy), the standardised states for `resid`.
    """

    background: Background
    vectors: F32  # [N, D]
    mean: F32 | None = None  # [D] subtracted from new vectors
    scale: F32 | None = None  # [D] new vectors are divided by it
    giant_norm: float = float("inf")  # longer ones count as left out
    fingerprint: str = ""  # of the texts behind states, where the space's name does not say which they are

    @cached_property
    def search(self) -> CosineSearch:
        """Neighbours among the vectors that are not left out."""
        return CosineSearch(self.vectors, self.background.left_out)

    @cached_property
    def neighbour_table(self) -> NeighbourTable:
        """The neighbours of many points among those that are not left out, as far as they were searched."""
        counted = self.counted
        rows = np.arange(len(self.vectors)) if counted is None else np.flatnonzero(counted)
        return NeighbourTable(self.vectors, rows)

    @property
    def counted(self) -> Bools | None:
        """True for the points a layout is fitted on [N]; None where it is all of them."""
        left_out = self.background.left_out
        return None if left_out is None else ~left_out

    def prepared(self, new: F32) -> F32:
        """New vectors [n, D] as they are compared with the background's. [n, D]

        Raises:
            InputRefused: they are of another width.
            MapProblem: they are not finite.
        """
        if new.ndim != 2 or new.shape[1] != self.vectors.shape[1]:
            raise InputRefused(
                say(
                    "This map holds vectors of {width} values, but met shape {shape}.",
                    width=self.vectors.shape[1],
                    shape=new.shape,
                )
            )
        if not np.isfinite(new).all():
            raise MapProblem(
                say("A vector with NaN or infinite values has no place on a map. The model's state overflowed.")
            )
        if self.mean is None or self.scale is None:
            return new.astype(np.float32, copy=False)
        standard: F32 = ((new - self.mean) / self.scale).astype(np.float32)
        return standard

    def are_giants(self, new: F32) -> Bools:
        """Whether each of `new` [n, D] is as long as those the fit leaves out. [n]"""
        long: Bools = norms_of(new) > self.giant_norm
        return long


def norms_of(vectors: F32) -> F32:
    """Lengths of `vectors` [N, D]. [N] float32"""
    lengths: F32 = np.sqrt(np.einsum("nd,nd->n", vectors, vectors))
    return lengths


def vocabulary_space(space: Space, matrix: F32) -> SpaceVectors:
    """The space of a model's V embedding or unembedding rows `matrix` [V, D] float32, which is kept, not copied.

    Raises:
        MapProblem: the matrix is empty or not finite.
    """
    norms = norms_of(matrix)
    groups = coarse_groups(matrix, norms)
    ids = np.arange(len(matrix), dtype=np.int32)
    return SpaceVectors(Background(space, ids, norms, groups), matrix)


@dataclass(frozen=True)
class States(Frozen):
    """Residual states of one layer over a sample text, one row per token."""

    vectors: F32  # [N, D]
    token_ids: I32  # [N]
    positions: I32  # [N] in its text
    surprisal: F32  # [N] bits, NaN at position 0
    texts: I32  # [N] index into `kinds`
    kinds: tuple[str, ...]
    sources: I32 | None = None  # [N] index into `titles`
    titles: tuple[str, ...] = ()
    part: float = 1.0  # of the tokens that were read, how much these are
    seconds: float = 0.0  # what reading the texts took
    used: str = ""  # which part of a person's own texts this is, in a sentence


def resid_space(space: Space, states: States) -> SpaceVectors:
    """The space of one layer's states: giants marked and left out, dimensions standardised over the rest.

    Raises:
        MapProblem: there are too few states, or they are not finite.
    """
    norms = norms_of(states.vectors)
    if not np.isfinite(norms).all():
        raise MapProblem(
            say("The sample text's states hold NaN or infinity, so there is nothing to map. Try dtype float32.")
        )
    giant_norm = GIANT * float(np.median(norms[states.positions > 0])) if (states.positions > 0).any() else float("inf")
    if space.outliers:
        giant_norm = float("inf")
    left_out = ((states.positions == 0) & (not space.outliers)) | (norms > giant_norm)  # [N]
    if (~left_out).sum() < 3:
        raise MapProblem(say("A map of states needs at least 3, but the sample text gave {n}.", n=(~left_out).sum()))
    mean, scale, standard = None, None, np.ascontiguousarray(states.vectors, np.float32)  # [N, D]
    if space.standardised:
        mean, scale = _statistics(states.vectors[~left_out])
        standard = ((states.vectors - mean) / scale).astype(np.float32)
    background = Background(
        space,
        states.token_ids,
        norms,
        coarse_groups(standard, norms_of(standard), ~left_out),
        states.positions,
        states.surprisal,
        states.texts,
        states.kinds,
        left_out,
        space.standardised,
        states.used or _note(space, left_out, (norms > giant_norm) & (states.positions > 0)),
        states.sources,
        states.titles,
        states.seconds,
    )
    fingerprint = "" if space.texts == SHORT else _fingerprint(states)
    return SpaceVectors(background, standard, mean, scale, giant_norm, fingerprint)


def _fingerprint(states: States) -> str:
    """Which tokens stand where: what tells the states of one text from those of another, in one model's layer."""
    digest = hashlib.sha256(np.ascontiguousarray(states.token_ids, np.int32).tobytes())
    digest.update(np.ascontiguousarray(states.positions, np.int32).tobytes())
    return digest.hexdigest()[:16]


def _statistics(rows: F32) -> tuple[F32, F32]:
    mean = rows.mean(axis=0, dtype=np.float64)  # [D]
    scale = rows.std(axis=0, dtype=np.float64)  # [D]
    return mean.astype(np.float32), np.where(scale > 0, scale, 1).astype(np.float32)


def _note(space: Space, left_out: Bools, others: Bools) -> str:
    n = int((~left_out).sum())
    said = (
        say("Each dimension is standardised over {n} states of a text.", n=n)
        if space.standardised
        else say("{n} states of a text, as the model has them.", n=n)
    )
    if space.outliers:
        return together(said, say("None is left out of the fit."))
    if not others.any():
        left = say(
            "{n} states are left out of the fit and marked: the first of each text.",
            n=left_out.sum(),
        )
    else:
        left = say(
            "{n} states are left out of the fit and marked: the first of each text, and {others} whose norm is over "
            "{times:g} times the median.",
            n=left_out.sum(),
            others=others.sum(),
            times=GIANT,
        )
    return together(said, left)
