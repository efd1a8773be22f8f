"""A drawing of 32 x 32 dots, and what becomes of it: fitted into its square, counted into 8 x 8, blurred. Pure numpy.

The pictures of the data set were made so (Alpaydin and Kaynak 1998): a digit's bitmap, as high as its square, then the
dark dots of each 4 x 4 counted, 0 to 16.
"""

from __future__ import annotations

import functools

import numpy as np

from engine.labs.digits.records import PIXELS, SIDE
from engine.records import F32, Bools

DOTS = 32
BLOCK = DOTS // SIDE
BRUSH = 2.4  # dots of its radius
LETTERS = DOTS * DOTS // 4  # of a drawing as it is written
HIGHEST_BLUR = 4.0  # pixels
THICK = 3.2  # dots of half a stroke that was enlarged: of 2.4 to 4 the one by which small digits are read best
MOST_ENLARGED = 8.0  # what is smaller is a dot


def empty() -> Bools:
    """Nothing drawn.  # [32, 32]"""
    return np.zeros((DOTS, DOTS), np.bool_)


def written(bitmap: Bools) -> str:
    """A drawing as hexadecimal digits, row by row; "" where nothing is drawn."""
    return np.packbits(bitmap).tobytes().hex() if bitmap.any() else ""


def read(text: str) -> Bools | None:
    """The drawing that was written so; None where it is none.  # [32, 32]"""
    if len(text) != LETTERS:
        return None
    try:
        packed = np.frombuffer(bytes.fromhex(text), np.uint8)
    except ValueError:
        return None
    if len(packed) != DOTS * DOTS // 8:
        return None
    bitmap: Bools = np.unpackbits(packed).reshape(DOTS, DOTS).astype(np.bool_)
    return bitmap if bitmap.any() else None


def stroke(bitmap: Bools, start: tuple[float, float], end: tuple[float, float], ink: bool = True) -> Bools:
    """A drawing with a stroke of the brush from one point (x, y in dots) to another, or without it.  # [32, 32]"""
    y, x = np.mgrid[0:DOTS, 0:DOTS] + 0.5
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    part = np.clip(((x - start[0]) * dx + (y - start[1]) * dy) / length, 0, 1) if length else np.zeros_like(x)
    near = np.hypot(x - start[0] - part * dx, y - start[1] - part * dy) <= BRUSH
    return np.asarray(bitmap | near if ink else bitmap & ~near)


def block(bitmap: Bools, row: int, column: int) -> Bools:
    """A drawing with one pixel's 4 x 4 dots filled, or cleared where they are full.  # [32, 32]"""
    found = bitmap.copy()
    part = (slice(row * BLOCK, (row + 1) * BLOCK), slice(column * BLOCK, (column + 1) * BLOCK))
    found[part] = not found[part].all()
    return found


def of_pixels(pixels: F32) -> Bools:
    """A drawing whose counts are a picture's: of each 4 x 4 dots as many as that, from the middle.  # [32, 32]"""
    distance = np.hypot(*(np.mgrid[0:BLOCK, 0:BLOCK] - (BLOCK - 1) / 2)).ravel()
    rank = np.argsort(np.argsort(distance, kind="stable"), kind="stable").reshape(BLOCK, BLOCK)
    counts = np.round(pixels.reshape(SIDE, SIDE) * BLOCK * BLOCK)
    return np.asarray(np.tile(rank, (SIDE, SIDE)) < counts.repeat(BLOCK, 0).repeat(BLOCK, 1))


def fitted(bitmap: Bools) -> Bools:
    """The drawing as high as its square and in the middle, as the data's pictures are.  # [32, 32]

    A small drawing is enlarged and its strokes are not: as thick as the enlargement makes them, a small 7 is a blob.
    """
    rows, columns = np.flatnonzero(bitmap.any(axis=1)), np.flatnonzero(bitmap.any(axis=0))
    if not len(rows):
        return bitmap
    part = bitmap[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    size = max(part.shape)
    scale = (DOTS - 2 * THICK) / max(size - 2 * BRUSH, 1.0)  # of the middles of the strokes
    if BRUSH * scale > THICK and scale <= MOST_ENLARGED:
        thinned = _eroded(_scaled(part, scale), BRUSH * scale - THICK)
        if _holds(thinned, part):
            return _in_the_middle(thinned)
    return _in_the_middle(_scaled(part, DOTS / size))


def _scaled(part: Bools, scale: float) -> Bools:
    high, wide = part.shape
    down, along = max(round(high * scale), 1), max(round(wide * scale), 1)
    ys = np.minimum(((np.arange(down) + 0.5) / scale).astype(int), high - 1)
    xs = np.minimum(((np.arange(along) + 0.5) / scale).astype(int), wide - 1)
    return part[np.ix_(ys, xs)]


def _eroded(part: Bools, radius: float) -> Bools:
    """Without its edge: what is at least so far from every dot that is not drawn."""
    reach = int(np.ceil(radius))
    wide = np.pad(part, reach)
    found = part.copy()
    high, along = part.shape
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            if 0 < down * down + right * right <= radius * radius:
                found &= wide[reach + down : reach + down + high, reach + right : reach + right + along]
    return found


def _holds(thinned: Bools, part: Bools) -> bool:
    """Whether what is left of an enlarged drawing still has its form: its extent, and most of its lines."""
    high = int(thinned.any(axis=1).sum())
    return 2 * high >= thinned.shape[0] and 2 * int(thinned.sum()) >= int(part.sum())


def _in_the_middle(part: Bools) -> Bools:
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    part = part[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1][:DOTS, :DOTS]
    found = empty()
    top, left = (DOTS - part.shape[0]) // 2, (DOTS - part.shape[1]) // 2
    found[top : top + part.shape[0], left : left + part.shape[1]] = part
    return found


def counted(bitmap: Bools) -> F32:
    """The share of dark dots in each 4 x 4.  # [64]"""
    blocks = bitmap.reshape(SIDE, BLOCK, SIDE, BLOCK).mean(axis=(1, 3))
    return np.asarray(blocks, np.float32).reshape(PIXELS)


@functools.lru_cache(maxsize=256)
def _kernel(sigma: float) -> F32:
    """What a Gaussian blur along one axis does, the picture mirrored at its edges.  # [8, 8]"""
    if sigma <= 0:
        return np.eye(SIDE, dtype=np.float32)
    at = np.arange(SIDE)
    turns = 2 * SIDE * np.arange(-6, 7)[:, None, None]
    apart = at[:, None] - at[None, :]
    mirrored = at[:, None] + at[None, :] + 1
    weights = np.exp(-0.5 * ((apart + turns) / sigma) ** 2) + np.exp(-0.5 * ((mirrored + turns) / sigma) ** 2)
    whole = weights.sum(axis=0)
    kernel = np.asarray(whole / whole.sum(axis=1, keepdims=True), np.float32)
    kernel.flags.writeable = False
    return kernel


def blurred(pixels: F32, sigma: float) -> F32:
    """Pictures [..., 64] blurred by a Gaussian of so many pixels; the ink in all stays the same.  # [..., 64]"""
    kernel = _kernel(round(float(sigma), 4))
    squares = pixels.reshape(*pixels.shape[:-1], SIDE, SIDE)
    return np.asarray(kernel @ squares @ kernel.T, np.float32).reshape(pixels.shape)
