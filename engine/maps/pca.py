"""PCA: the layout that is there at once, and the frame UMAP starts from.

Up to `DENSE_WIDTH` dimensions the covariance is gathered in chunks (no centred copy of the vectors is made) and
decomposed exactly; wider vectors take a block power iteration on the data itself, whose cost grows with the few axes
asked for instead of with the square of the width. Axes have a fixed sign (largest loading positive), so that the same
vectors give the same picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import MapProblem
from engine.maps.scaling import unit_ball
from engine.records import F32, Bools, Frozen
from engine.sentences import say

F64 = npt.NDArray[np.float64]

DENSE_WIDTH = 1536
CHUNK = 8192
LARGEST = 1e15  # of a number, so that the sum of all their squares is one in float32
_POWER_STEPS = 12
_SPARE_AXES = 12


@dataclass(frozen=True)
class Axes(Frozen):
    """Principal axes of a set of vectors."""

    mean: F32  # [D]
    axes: F32  # [D, k] columns of length 1; of PCA orthogonal, by falling variance
    variances: F32  # [k]
    total: float  # variance over all D axes

    def project(self, vectors: F32) -> F32:
        """Coordinates of `vectors` [n, D] along the axes. [n, k] float32"""
        out = np.empty((len(vectors), self.axes.shape[1]), np.float32)  # [n, k]
        for start, chunk in _chunks(vectors):
            out[start : start + len(chunk)] = (chunk - self.mean) @ self.axes
        return out


def principal_axes(vectors: F32, k: int, counted: Bools | None = None) -> Axes:
    """The k axes of largest variance of `vectors` [N, D] (of the `counted` rows [N] only).

    Raises:
        MapProblem: there are no vectors, or some are not finite or so large that their squares are not.
    """
    rows = vectors if counted is None else vectors[counted]
    if rows.ndim != 2 or rows.size == 0:
        raise MapProblem(
            say("A map needs at least one vector, but was given an array of shape {shape}.", shape=vectors.shape)
        )
    mean = rows.mean(axis=0, dtype=np.float64).astype(np.float32)  # [D]
    if not np.isfinite(mean).all():
        raise MapProblem(
            say(
                "This map cannot be made: some of the model's vectors hold NaN or infinity, so its weights are "
                "damaged. Get the model again from its source."
            )
        )
    if max(float(rows.max()), -float(rows.min())) > LARGEST:
        raise MapProblem(
            say(
                "This map cannot be made: some of the model's vectors are so large that their length overflows. "
                "Load the model in float32 and open the map again."
            )
        )
    k = min(k, rows.shape[1])
    found = _dense(rows, mean, k) if rows.shape[1] <= DENSE_WIDTH else _power(rows, mean, k)
    axes, variances, total = found
    return Axes(mean, _signed(axes).astype(np.float32), variances.astype(np.float32), total)


@dataclass(frozen=True)
class PcaFit(Frozen):
    """A PCA layout together with the linear map that made it, so that new vectors can be projected the same way."""

    points3: F32  # [N, 3]
    points2: F32  # [N, 2]
    explained: float  # share of variance in three axes
    axes: Axes
    shift3: F32  # [3]
    divide3: float
    shift2: F32  # [2]
    divide2: float

    @property
    def shares(self) -> tuple[float, ...]:
        """The share of variance along each axis."""
        return tuple(float(it / self.axes.total) if self.axes.total > 0 else 0.0 for it in self.axes.variances)

    def project(self, vector: F32) -> tuple[F32, F32]:
        """Places of one vector [D]: ([3], [2]) float32. Summed in float64, so independent of any batch."""
        centred = vector.astype(np.float64) - self.axes.mean  # [D]
        along = (self.axes.axes.T * centred).sum(axis=1)  # [k]
        along = np.pad(along, (0, 3 - len(along)))  # [3]
        three = (along - self.shift3) / self.divide3
        two = (along[:2] - self.shift2) / self.divide2
        return three.astype(np.float32), two.astype(np.float32)


def pca_layout(vectors: F32, counted: Bools | None = None) -> PcaFit:
    """Fit on the `counted` rows of `vectors` [N, D], project all, and scale to the unit ball."""
    axes = principal_axes(vectors, 3, counted)
    explained = float(axes.variances.sum() / axes.total) if axes.total > 0 else 1.0
    return fit_along(vectors, axes, counted, explained)


def fit_along(vectors: F32, axes: Axes, counted: Bools | None, explained: float) -> PcaFit:
    """The layout of `vectors` [N, D] along at most three axes, scaled to the unit ball of the `counted` rows [N]."""
    along = axes.project(vectors)  # [N, k]
    along = np.pad(along, ((0, 0), (0, 3 - along.shape[1])))  # [N, 3]
    points3, shift3, divide3 = unit_ball(along, counted)
    points2, shift2, divide2 = unit_ball(along[:, :2], counted)
    return PcaFit(points3, points2, explained, axes, shift3, divide3, shift2, divide2)


def _chunks(vectors: F32) -> Iterator[tuple[int, F32]]:
    for start in range(0, len(vectors), CHUNK):
        yield start, vectors[start : start + CHUNK]


def _dense(rows: F32, mean: F32, k: int) -> tuple[F32, F32, float]:
    width = rows.shape[1]
    covariance = np.zeros((width, width))  # [D, D]
    for _, chunk in _chunks(rows):
        centred = chunk - mean  # [c, D]
        covariance += centred.T @ centred
    covariance /= len(rows)
    values, vectors = np.linalg.eigh(covariance)  # [D], [D, D] by rising value
    return (vectors[:, ::-1][:, :k], np.maximum(values[::-1][:k], 0), float(np.trace(covariance)))


def _power(rows: F32, mean: F32, k: int) -> tuple[F32, F32, float]:
    width = min(k + _SPARE_AXES, *rows.shape)
    start = np.random.default_rng(0).standard_normal((rows.shape[1], width))  # [D, w]
    axes = np.linalg.qr(start)[0].astype(np.float32)
    for _ in range(_POWER_STEPS):
        axes = np.linalg.qr(_covariance_times(rows, mean, axes))[0].astype(np.float32)
    small = axes.T.astype(np.float64) @ _covariance_times(rows, mean, axes)  # [w, w]
    values, turn = np.linalg.eigh((small + small.T) / 2)
    order = np.argsort(-values)[:k]
    total = sum(float(np.square(chunk - mean, dtype=np.float64).sum()) for _, chunk in _chunks(rows)) / len(rows)
    return (axes @ turn)[:, order], np.maximum(values[order], 0), total


def _covariance_times(rows: F32, mean: F32, axes: F32) -> F64:
    product = np.zeros(axes.shape)  # [D, w]
    for _, chunk in _chunks(rows):
        centred = chunk - mean  # [c, D]
        product += centred.T @ (centred @ axes)
    return product / len(rows)


def _signed(axes: F32) -> F32:
    largest = np.abs(axes).argmax(axis=0)  # [k]
    signs = np.sign(axes[largest, np.arange(axes.shape[1])])
    return axes * np.where(signs == 0, 1, signs)
