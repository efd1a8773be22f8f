"""A model's activations at a hook, read piece by piece and handed on in shuffled batches under a memory budget.

The text is read in chunks of `CHUNK` numbers; of these as many stay in memory as `KEPT` bytes hold, the others are
read again in the next pass. Which pieces make a chunk never changes, the order of chunks and of the positions in one is
drawn anew in each pass from the seed, the pass and the chunk: so a place in the stream is three numbers, and what comes
after it does not depend on what was kept in memory.

Left out are the first positions of a piece, where a begin-of-text token or nothing else stands before, and outliers:
positions longer than `GIANT` times the median length, as on the maps. Of the rest of the first chunk the mean and the
standard deviation of each number are taken; all that is handed on is centred and scaled by these.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.capture.recorder import Enough
from engine.dictionaries.hooks import watch, width_of
from engine.dictionaries.records import Hook, Recipe
from engine.dictionaries.texts import Pieces
from engine.errors import InputRefused
from engine.records import I32
from engine.sentences import say

AT_ONCE: Final = 1024  # tokens in a forward
CHUNK: Final = 2**24  # numbers of a chunk: 64 MB
KEPT: Final = 512 * 2**20  # bytes of chunks kept in memory
GIANT: Final = 4.0  # times the median length


class Reader:
    """Reads what stands at a hook; blocks above it do not run."""

    def __init__(self, model: Any, anatomy: Anatomy, hook: Hook) -> None:
        self._lent: tuple[Any, Anatomy] | None = (model, anatomy)
        self.hook, self.width = hook, width_of(anatomy, hook)
        self.tokens, self.seconds = 0, 0.0  # read until now

    def let_go(self) -> None:
        """Hold the model no longer; it is to be lent again before the next reading."""
        self._lent = None

    def lend(self, model: Any, anatomy: Anatomy) -> None:
        """The same model again."""
        self._lent = (model, anatomy)

    def read(self, ids: I32) -> Tensor:
        """[b, t, width] float32 of token ids [b, t], on the model's device."""
        assert self._lent is not None  # noqa: S101  by the caller
        model, anatomy = self._lent
        began, found = time.perf_counter(), []

        def see(values: Tensor) -> None:
            found.append(values.float())
            raise Enough

        end = watch(anatomy, self.hook, see)
        try:
            with torch.inference_mode():
                model(input_ids=torch.from_numpy(ids.astype(np.int64)).to(anatomy.device), use_cache=False)
        except Enough:
            pass
        finally:
            end()
        self.tokens += ids.size
        self.seconds += time.perf_counter() - began
        return found[0].clone()  # one that may be written to, outside of inference mode too

    @property
    def speed(self) -> float:
        """Tokens a second; NaN before the first."""
        return self.tokens / self.seconds if self.seconds else float("nan")


def _squared(values: Tensor) -> float:
    """The sum of squares, exact enough where a device knows no float64: added up on the host."""
    squares = values.square()
    return float((squares.sum(-1) if squares.dim() > 1 else squares).cpu().double().sum())


@dataclass(frozen=True)
class Normal:
    """What activations are centred and scaled by, and from which length on a position is an outlier."""

    mean: Tensor  # [d]
    scale: Tensor  # [d]
    longest: float


@dataclass
class Counts:
    """Of what has been read for the first time."""

    tokens: int = 0
    positions: int = 0
    first: int = 0
    outliers: int = 0
    squares: float = 0.0  # summed over all numbers
    squares_left_out: float = 0.0


@dataclass(frozen=True)
class Place:
    """What comes next: the row of a chunk, which is the n-th one of a pass."""

    turn: int = 0
    nth: int = 0
    row: int = 0


@dataclass
class _Reading:
    """A chunk on its way."""

    chunk: int
    parts: list[Tensor] = field(default_factory=list)  # [b, t, d]
    pieces: int = 0


class Stream:
    """Batches of normalised activations of a recipe's text, from a place on."""

    def __init__(
        self, reader: Reader, pieces: Pieces, recipe: Recipe, first: int = 1, normal: Normal | None = None
    ) -> None:
        self.reader, self.pieces, self.recipe, self.first = reader, pieces, recipe, max(1, first)
        self.normal = normal
        self.counts = Counts()
        self.place = Place()
        per = max(CHUNK // (pieces.context * reader.width), -(-2 * recipe.batch // pieces.context), 1)
        n = -(-len(pieces.ids) // per)
        self._bounds = [len(pieces.ids) * at // n for at in range(n + 1)]
        self._kept: dict[int, Tensor] = {}  # chunk -> [rows, d], normalised
        self._seen: set[int] = set()
        self._reading: _Reading | None = None
        self._order: tuple[tuple[int, int], Tensor] | None = None  # (pass, chunk) and its rows in order

    # -- what it is ------------------------------------------------------------------------------------------------

    @property
    def chunks(self) -> int:
        """Parts that the text is read in."""
        return len(self._bounds) - 1

    @property
    def chunk(self) -> int:
        """Which part the next batch comes from."""
        if self.place.turn == 0:
            return self.place.nth
        order = np.random.default_rng((self.recipe.seed, 3, self.place.turn)).permutation(self.chunks)
        return int(order[self.place.nth])

    @property
    def bytes(self) -> int:
        """Of activations in memory."""
        return sum(rows.numel() * rows.element_size() for rows in self._kept.values())

    @property
    def read(self) -> int:
        """Tokens that have gone through the model for the first time."""
        at = self._reading
        return self.counts.tokens + (at.pieces * self.pieces.context if at and at.chunk not in self._seen else 0)

    @property
    def in_memory(self) -> int:
        """Positions in memory."""
        return sum(map(len, self._kept.values()))

    @property
    def tokens(self) -> int:
        """To train on, in all."""
        return int(self.pieces.ids.size)

    @property
    def seen(self) -> int:
        """Chunks that were read and counted."""
        return len(self._seen)

    def forget(self) -> None:
        """Keep nothing in memory; what comes next is read again."""
        self._kept.clear()
        self._order = None

    def go_on_counting(self, counts: Any, seen: int) -> None:
        """What had been read before. Raises TypeError or ValueError where these are no such numbers."""
        self.counts = Counts(**counts)
        if not all(type(it) in (int, float) and it >= 0 for it in vars(self.counts).values()):
            raise ValueError("its counts are not what they were")
        self._seen = set(range(min(seen, self.chunks)))  # in the first pass they come one after the other

    # -- reading ---------------------------------------------------------------------------------------------------

    def waits(self) -> bool:
        """Whether something has to be read before the next batch."""
        return self.chunk not in self._kept

    def read_some(self) -> None:
        """One forward towards the next batch. Raises InputRefused where what is read cannot be trained on."""
        chunk = self.chunk
        if self._reading is None or self._reading.chunk != chunk:
            self._reading = _Reading(chunk)
            self._make_room()
        at = self._reading
        low, high = self._bounds[chunk] + at.pieces, self._bounds[chunk + 1]
        some = max(1, AT_ONCE // self.pieces.context)
        at.parts.append(self.reader.read(self.pieces.ids[low : min(low + some, high)]))
        at.pieces += len(at.parts[-1])
        if low + some >= high:
            self._reading = None  # whatever comes of it: what is refused is read anew when it is asked for again
            self._take(chunk, torch.cat(at.parts))

    def _make_room(self) -> None:
        """Chunks stay as long as they are within the budget with one more."""
        sizes = [rows.numel() * rows.element_size() for rows in self._kept.values()]
        for chunk in list(self._kept):
            if sizes and sum(sizes) + max(sizes) > KEPT:
                sizes.remove(self._kept.pop(chunk).numel() * 4)

    def _take(self, chunk: int, raw: Tensor) -> None:
        flat = raw[:, self.first :].reshape(-1, raw.shape[-1])
        norms = torch.linalg.vector_norm(flat, dim=1)
        if not bool(torch.isfinite(norms).all()):
            raise InputRefused(
                say(
                    "{what} holds numbers that are not finite (NaN), so nothing can be learnt from it. Load the model "
                    "with dtype float32, or choose another layer.",
                    what=self.recipe.hook.in_words,
                )
            )
        if self.normal is None:
            self.normal = _normal(flat, norms)
        kept = norms <= self.normal.longest
        if chunk not in self._seen:
            self._count(raw, norms, kept)
        rows = flat[kept].sub_(self.normal.mean).div_(self.normal.scale)
        if len(rows) < self.recipe.batch:
            raise InputRefused(
                say(
                    "The text gives {n:,} positions to train on at once, but a batch is {batch:,}. Choose a smaller "
                    "batch, or a longer text.",
                    n=len(rows),
                    batch=self.recipe.batch,
                )
            )
        self._kept[chunk] = rows

    def _count(self, raw: Tensor, norms: Tensor, kept: Tensor) -> None:
        self._seen.add(self.chunk)
        now, squares = self.counts, _squared(raw)
        now.tokens += raw.shape[0] * raw.shape[1]
        now.first += raw.shape[0] * self.first
        now.outliers += int((~kept).sum())
        now.positions += int(kept.sum())
        now.squares += squares
        now.squares_left_out += squares - _squared(norms[kept])

    # -- batches ---------------------------------------------------------------------------------------------------

    def next(self) -> Tensor:
        """The next batch [B, d]; `waits` must say no."""
        chunk, batch = self.chunk, self.recipe.batch
        rows = self._kept[chunk]
        which = self._rows_in_order(chunk, len(rows))[self.place.row : self.place.row + batch]
        found = rows[which]
        at = Place(self.place.turn, self.place.nth, self.place.row + batch)
        if at.row + batch > len(rows):  # what is left is less than a batch: others are left over in the next pass
            at = Place(at.turn, at.nth + 1)
        self.place = at if at.nth < self.chunks else Place(at.turn + 1)
        return found

    def _rows_in_order(self, chunk: int, n: int) -> Tensor:
        key = self.place.turn, chunk
        if self._order is None or self._order[0] != key:
            drawn = np.random.default_rng((self.recipe.seed, 4, *key)).permutation(n)
            self._order = key, torch.from_numpy(drawn).to(self._kept[chunk].device)
        return self._order[1]


def _normal(flat: Tensor, norms: Tensor) -> Normal:
    """Of the first chunk's positions [r, d]."""
    longest = GIANT * float(norms.median())
    rows = flat[norms <= longest].cpu().double()
    mean, scale = rows.mean(0), rows.std(0, unbiased=False)
    scale = torch.where(scale > 0, scale, torch.ones_like(scale))
    return Normal(mean.float().to(flat.device), scale.float().to(flat.device), longest)
