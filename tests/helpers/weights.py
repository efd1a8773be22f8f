"""Findings on the weights of the tiny model of `tests.helpers.runs`, made by numpy without an engine."""

from __future__ import annotations

import numpy as np

from engine.labs.weights.records import (
    ROLES,
    AskLayers,
    AskMatrices,
    AskPicture,
    AskSizes,
    AskSpectrum,
    Axis,
    Layers,
    Look,
    Matrices,
    MatrixName,
    Picture,
    Piece,
    Sizes,
    Spectrum,
)
from engine.records import F32, I32
from engine.run import Run
from tests.helpers.runs import HEADS, LAYERS, MLP, WIDTH, one_step

Q, DOWN, EMBEDDING = MatrixName("q", 1), MatrixName("down", 1), MatrixName("token embedding")
NONE: I32 = np.empty(0, np.int32)


def weights(rows: int, columns: int, seed: int = 0) -> F32:
    return np.random.default_rng(seed).normal(size=(rows, columns)).astype(np.float32)


def matrices(run: Run) -> Matrices:
    shapes = np.zeros((len(ROLES), LAYERS, 2), np.int32)
    assert run.vocabulary is not None
    for role, shape in (
        ("q", (WIDTH, WIDTH)),
        ("down", (WIDTH, MLP)),
        ("token embedding", (len(run.vocabulary), WIDTH)),
    ):
        shapes[ROLES.index(role)] = shape
    why = tuple("" if shapes[at].any() or role == "by name" else f"no {role} here" for at, role in enumerate(ROLES))
    return Matrices(ROLES, why, shapes, ("one.weight", "two.weight"), np.array([[4, 6], [1, 6]], np.int32), True, "f32")


def axes(name: MatrixName, rows: int, columns: int) -> tuple[Axis, Axis]:
    stream = Axis((Piece("residual", WIDTH),))
    if name.role == "q":
        return Axis((Piece("head", rows, width=WIDTH // HEADS),)), stream
    if name.role == "down":
        return stream, Axis((Piece("neuron", columns),))
    return Axis((Piece("token", rows),)), stream


def picture(
    name: MatrixName, cells: F32, spans: tuple[int, int] = (1, 1), order: tuple[I32, I32] = (NONE, NONE),
    variations: tuple[float, float] = (1.0, 1.0), not_finite: int = 0,
) -> Picture:  # fmt: skip
    rows, columns = cells.shape[0] * spans[0], cells.shape[1] * spans[1]
    control = np.random.default_rng(9).permutation(cells.ravel()).reshape(cells.shape)
    return Picture(
        f"layer.{name.role}.weight", name.layer if name.role in ("q", "down") else -1, rows, columns,
        *axes(name, rows, columns), *order, 0, 0, spans, cells, control, *variations,
        variations[0] / variations[1], 1.0, 3.0, not_finite,
    )  # fmt: skip


def sizes(values: F32) -> Sizes:
    edges = np.linspace(-4, 4, 22).astype(np.float32)
    counts = np.histogram(values, edges)[0]
    expected = np.full(21, values.size / 21, np.float32)
    return Sizes(edges, counts, expected, 0.01, 1.0, 0.0, 0.5, -3.2, 3.1, 0.004, 0.0027, 2, 0, values.size)


def spectrum(values: F32) -> Spectrum:
    found = np.linalg.svd(values, compute_uv=False).astype(np.float32)
    return Spectrum(found, found * 0.9, found * 0.91, float(found[0]), 11.6, 12.2, 5.0, 4, 6, 2, 0)


def layers(look: Look = Look()) -> Layers:  # noqa: B008 - frozen
    cells = np.stack([weights(8, 8, layer) for layer in range(LAYERS)])
    numbers = np.array([[1, 2, 4], [1, 1, 1], [0.1, 0.3, 0.2], [0, 5, 1]], np.float32)
    first, second, spreads, kurtoses = numbers
    return Layers(cells, cells[:, ::-1].copy(), (2, 2), 3.0, first, second, first / second, spreads, kurtoses)


def known(name: MatrixName = Q, look: Look = Look(window=1), *, cells: F32 | None = None, **more: object) -> Run:  # noqa: B008
    """A run of which everything that the view asks for a matrix has been found."""
    run = one_step()
    listed = matrices(run)
    if cells is None:
        cells = weights(*listed.shape(name))
    run.findings[AskMatrices()] = listed
    run.findings[AskPicture(name, look)] = picture(name, cells, **more)  # type: ignore[arg-type]
    run.findings[AskSizes(name)] = sizes(cells)
    run.findings[AskSpectrum(name)] = spectrum(cells)
    run.findings[AskLayers(name.role, Look(look.shown, look.window))] = layers()
    return run
