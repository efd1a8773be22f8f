"""A net's numbers for each picture as vectors on a map: laid out, measured and placed by `engine.maps`, as tokens are.

Three measures of neighbourhoods stand beside each other: what the map keeps of them, what a map whose points are dealt
out anew would keep, and how many of a picture's neighbours are the same digit: by the net's numbers, on the map, and by
the bare pictures.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable

import numpy as np

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Bench
from engine.labs.digits.data import pictures
from engine.labs.digits.records import (
    F64,
    I64,
    PIXEL_SPACE,
    PIXELS,
    TURNS,
    DigitsMap,
    MapDigits,
    PlacedDigit,
    PlaceDigit,
    activations,
)
from engine.labs.digits.train import moment
from engine.maps.faithfulness import TRUE_NEIGHBOURS, MapTree, layout_kept
from engine.maps.layouts import fitted_layout, pca_of
from engine.maps.place import Placer
from engine.maps.search import CosineSearch
from engine.maps.spaces import SpaceVectors, norms_of
from engine.maps.tsne_fit import fit_tsne, library_name
from engine.records import EMBEDDING, F32, Background, Layout, TsneParams
from engine.sentences import say

NO_HASH = "digits"
Told = Callable[[str, int, int], None]


def map_of(question: MapDigits, bench: Bench) -> DigitsMap:
    """The layout and its measures.

    Raises:
        InputRefused: there is no such layer, or the recipe makes no training. MapProblem: no layout could be made.
        Stopped: a person asked for an end.
    """
    began = time.perf_counter()
    vectors = _vectors(question, bench)
    layout = _laid_out(question, vectors, bench)[0]
    digits = pictures().digits
    shuffled, _ = layout_kept(vectors.search, np.random.default_rng(0).permutation(layout.points2))
    near = _nearest(vectors.search)
    return DigitsMap(
        layout.points3, layout.points2, layout.library, layout.kept3, layout.kept2, layout.kept_error, shuffled,
        layout.n_measured, layout.explained, vectors.vectors.shape[1], _alike(near, digits),
        _alike(_nearest_on(layout.points2), digits), _alike(_pixel_neighbours(), digits),
        _chance(digits), time.perf_counter() - began,
    )  # fmt: skip


def place(question: PlaceDigit, bench: Bench) -> PlacedDigit:
    """Another picture on such a map.

    Raises:
        InputRefused: it is no picture, or as `map_of`. Stopped: a person asked for an end.
    """
    pixels = np.array(question.pixels, np.float32)
    if pixels.shape != (PIXELS,) or not np.isfinite(pixels).all():
        raise InputRefused(say("A picture has {n} numbers, but {met} were given.", n=PIXELS, met=pixels.size))
    vectors = _vectors(question.map, bench)
    _, placer = _laid_out(question.map, vectors, bench)
    placed = placer.place(read(question.map, pixels[None], bench))
    return PlacedDigit(placed.points3[0], placed.points2[0], float(placed.kept3[0]), float(placed.kept2[0]))


def read(question: MapDigits, pixels: F32, bench: Bench) -> F32:
    """The vectors of pictures [n, 64] in the map's space.  # [n, D]"""
    recipe, layer = question.recipe, question.layer
    if layer == PIXEL_SPACE:
        return pixels
    count = len(recipe.hidden)
    if not -1 <= layer < count:
        raise InputRefused(
            say("This net has hidden layers 0 to {last}, but {layer} was asked for.", last=count - 1, layer=layer)
        )
    found = moment(recipe, (recipe.seed,), TURNS, bench.stop)
    return activations(recipe, found.weights[0], pixels)[layer if layer >= 0 else count - 1]


def _vectors(question: MapDigits, bench: Bench) -> SpaceVectors:
    found = np.ascontiguousarray(read(question, pictures().pixels, bench))
    ids = np.arange(len(found), dtype=np.int32)
    return SpaceVectors(Background(EMBEDDING, ids, norms_of(found), np.zeros(len(found), np.uint8)), found)


def _laid_out(question: MapDigits, vectors: SpaceVectors, bench: Bench) -> tuple[Layout, Placer]:
    known = _layouts()
    found = known.get(question)
    if found is None:
        if question.algorithm == "PCA":
            layout, fit = pca_of(vectors, NO_HASH)
            found = layout, Placer(vectors, layout, fit.project)
        else:
            params = TsneParams()
            points = fit_tsne(vectors.vectors, params, _heeding(bench))
            layout = fitted_layout(vectors, NO_HASH, params, library_name(), *points)
            found = layout, Placer(vectors, layout)
        known[question] = found
        while len(known) > 8:
            del known[next(iter(known))]
    return found


@functools.cache
def _layouts() -> dict[MapDigits, tuple[Layout, Placer]]:
    """The layouts made last."""
    return {}


def _heeding(bench: Bench) -> Told:
    """Tells the progress of a fit, which ends here where a person wants that."""

    def told(doing: str, done: int, total: int) -> None:
        if bench.stop():
            raise Stopped
        bench.progress(doing, done, total)

    return told


def _nearest(search: CosineSearch) -> I64:
    """The nearest of each vector by cosine, itself left out.  # [N, k]"""
    rows = np.arange(len(search.vectors))
    found = search.nearest_each(search.vectors, TRUE_NEIGHBOURS + 1)
    return np.stack([ids[ids != row][:TRUE_NEIGHBOURS] for row, (ids, _) in zip(rows, found, strict=True)])


@functools.cache
def _pixel_neighbours() -> I64:
    return _nearest(CosineSearch(pictures().pixels))


def _nearest_on(points: F32) -> I64:
    """The nearest of each point on a map.  # [N, k]"""
    tree, rows = MapTree(points), range(len(points))
    found = (tree.nearest(tree.points[row], TRUE_NEIGHBOURS + 1)[0] for row in rows)
    return np.stack([ids[ids != row][:TRUE_NEIGHBOURS] for row, ids in zip(rows, found, strict=True)])


def _alike(near: I64, digits: F64 | np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> float:
    """The share of neighbours that are the same digit."""
    return float((digits[near] == digits[:, None]).mean())


def _chance(digits: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> float:
    """The same, were neighbours drawn among all others."""
    counts = np.bincount(digits)
    return float((counts * (counts - 1)).sum() / (len(digits) * (len(digits) - 1)))
