"""What the nets of the playground learn from, and what was found out about them; numpy only.

Every set is decided by its plain values. The net sees inputs within -1 and 1: sets of one's own are scaled to that, and
the scaling is kept, so that axes, formulas and exported nets speak in a person's own units.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused, shown
from engine.nets.numbers import require_number
from engine.nets.records import Architecture, Curve, Examples, Recipe, require_one_of
from engine.nets.sets import FUNCTIONS, REGIONS, function_of, region_of, sampled
from engine.questions import Finding, Question
from engine.records import F32, Frozen
from engine.sentences import say

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

OWN_POINTS: Final = "own points"
OWN_FUNCTION: Final = "own function"
KINDS: Final = ("attractors", *REGIONS, *FUNCTIONS, OWN_POINTS, OWN_FUNCTION)
OF_FUNCTIONS: Final = (*FUNCTIONS, OWN_FUNCTION)
MOST_CLASSES, MOST_ROWS = 10, 5_000
DRAWN_WITHIN = 1.3  # what is shown of the plane, and a little more
FARTHEST: Final = 1.25  # that an attractor can be moved from the middle
SPARED = 20  # points of one's own below which none is held out
_TRIES = 40  # places tried for each attractor: the one farthest from the others is taken


@dataclass(frozen=True)
class DataSet:
    """A data set by its name and numbers; `rows` are one's own: float64 [n, columns] as bytes."""

    kind: str = "attractors"
    attractors: int = 3
    samples: int = 300
    noise: float = 0.0
    seed: int = 0
    held_out: float = 0.25  # share of the examples that is not trained on
    rows: bytes = b""  # of one's own: x, y, class; or x, value
    names: tuple[str, ...] = ()  # what a file calls the classes
    places: tuple[tuple[float, float], ...] = ()  # of the attractors, where they were moved; none: by the seed

    def __post_init__(self) -> None:
        require_one_of("data", self.kind, KINDS)
        require_number("attractors", self.attractors, 2, MOST_CLASSES)
        require_number("samples", self.samples, 4, MOST_ROWS)
        require_number("noise", self.noise, 0.0, 10.0)
        require_number("seed", self.seed, 0, 2**31 - 1)
        require_number("held-out share", self.held_out, 0.0, 0.9)
        if not all(isinstance(name, str) for name in self.names):
            raise InputRefused(say("The names of the classes should be words, but {met} was met.",
                                   met=shown(self.names, 40)))  # fmt: skip
        for place in self.places:
            if len(place) != 2:
                raise InputRefused(say("Each point should be 2 numbers, but {met} was met.", met=shown(place, 40)))
            for value in place:
                require_number("place of a point", value, -FARTHEST, FARTHEST)

    @property
    def is_function(self) -> bool:
        """Whether the net learns values over x, and not classes over a plane."""
        return self.kind in OF_FUNCTIONS

    @property
    def table(self) -> F64:
        """One's own rows.  # [n, 2 or 3]"""
        columns = 2 if self.is_function else 3
        return np.frombuffer(self.rows, np.float64).reshape(-1, columns)


@dataclass(frozen=True)
class Scaling(Frozen):
    """Own units = centre + half * what the net sees."""

    centre: F64 = field(default_factory=lambda: np.zeros(1))  # [columns]
    half: F64 = field(default_factory=lambda: np.ones(1))  # [columns]

    def seen(self, own: npt.NDArray[np.number]) -> F64:
        """As the net sees it."""
        return np.asarray((own - self.centre) / self.half)

    def own(self, seen: npt.NDArray[np.number]) -> F64:
        """In a person's units."""
        return np.asarray(self.centre + self.half * seen)


@dataclass(frozen=True)
class Made(Frozen):
    """A data set's examples as the net sees them, and what they are made from."""

    train: Examples
    held_out: Examples
    is_function: bool
    classes: int  # 0 for a function
    places: F64  # [n, 2] of attractors; none for other sets
    inputs: Scaling
    outputs: Scaling

    @property
    def n_inputs(self) -> int:
        return int(self.train.inputs.shape[1])

    @property
    def n_outputs(self) -> int:
        return 1 if self.is_function else max(self.classes, 2)

    @property
    def loss(self) -> str:
        return "squared_error" if self.is_function else "cross_entropy"


def made(data: DataSet) -> Made:
    """The examples. Raises InputRefused: one's own rows are too few, or of one class only."""
    rng = np.random.default_rng((data.seed, KINDS.index(data.kind)))
    if data.kind in (OWN_POINTS, OWN_FUNCTION):
        return _own(data, rng)
    if data.is_function:
        xs = np.sort(rng.uniform(-1, 1, data.samples))
        ys = function_of(data.kind, xs) + data.noise * rng.normal(size=len(xs))
        return _split(data, rng, xs[:, None], ys[:, None], 0)
    points, classes = _attractors(data, rng) if data.kind == "attractors" else _sampled(data, rng)
    return _split(data, rng, points, classes, _n_classes(data))


def attractors_of(data: DataSet) -> F64:
    """Where the attractors lie: where they were moved, else far from each other.  # [attractors, 2]"""
    if len(data.places) == data.attractors:
        return np.array(data.places, np.float64)
    rng = np.random.default_rng((data.seed, data.attractors, 77))
    found = [rng.uniform(-0.8, 0.8, 2)]
    for _ in range(1, data.attractors):
        tries = rng.uniform(-0.8, 0.8, (_TRIES, 2))
        away = np.linalg.norm(tries[:, None] - np.stack(found)[None], axis=2).min(axis=1)
        found.append(tries[int(np.argmax(away))])
    return np.stack(found)


def nearest(places: F64, points: npt.NDArray[np.floating]) -> I64:
    """The number of the nearest place to each point [..., 2], by their distance.  # [...]"""
    away = ((points[..., None, :] - places) ** 2).sum(axis=-1)
    return np.asarray(away.argmin(axis=-1), np.int64)


def true_classes(data: DataSet, points: npt.NDArray[np.floating]) -> I64 | None:
    """The true class of each point [..., 2] of the plane; None for sets that say nothing between their points."""
    if data.kind == "attractors":
        return nearest(attractors_of(data), points)
    return region_of(data.kind, points)


def true_values(data: DataSet, xs: npt.NDArray[np.floating]) -> F64 | None:
    """The value of the function at xs [...]; None for a function that is known by its points only."""
    return function_of(data.kind, xs) if data.kind in FUNCTIONS else None


def _n_classes(data: DataSet) -> int:
    return data.attractors if data.kind == "attractors" else 2


def _attractors(data: DataSet, rng: np.random.Generator) -> tuple[F64, I64]:
    points = rng.uniform(-1, 1, (data.samples, 2))
    return points + data.noise * rng.normal(size=points.shape), nearest(attractors_of(data), points)


def _sampled(data: DataSet, rng: np.random.Generator) -> tuple[F64, I64]:
    return sampled(data.kind, data.samples, data.noise, rng)


def _own(data: DataSet, rng: np.random.Generator) -> Made:
    table = data.table
    if len(table) > MOST_ROWS:
        raise InputRefused(
            say("These are {n:,} points, but {most:,} at most can be used. Leave some out.", n=len(table),
                most=MOST_ROWS)
        )  # fmt: skip
    if not np.isfinite(table).all():
        raise InputRefused(say("The points hold values that are not finite numbers. Take those rows out."))
    if data.is_function:
        if len(table) < 2:
            raise InputRefused(
                say("Two points at least are needed. Click into the chart to draw them, or open a CSV file.")
            )
        inputs, outputs = _scaling(table[:, :1]), _scaling(table[:, 1:])
        return _split(data, rng, inputs.seen(table[:, :1]), outputs.seen(table[:, 1:]), 0, inputs, outputs)
    classes = table[:, 2].astype(np.int64)
    if len(np.unique(classes)) < 2:
        raise InputRefused(
            say(
                "Points of two classes at least are needed. Click into the plane to draw some of each, or open a CSV "
                "file."
            )
        )
    if classes.min() < 0 or classes.max() >= MOST_CLASSES or (table[:, 2] != classes).any():
        raise InputRefused(
            say("Classes must be whole numbers from 0 to {last}, but {met} was met.", last=MOST_CLASSES - 1,
                met=f"{table[(table[:, 2] != classes) | (classes < 0) | (classes >= MOST_CLASSES), 2][0]:g}")
        )  # fmt: skip
    inputs = _scaling(table[:, :2])
    return _split(data, rng, inputs.seen(table[:, :2]), classes, int(classes.max()) + 1, inputs)


def _scaling(values: F64) -> Scaling:
    """What brings each column within -1 and 1; none where it lies about there, as points drawn by hand do."""
    low, high = values.min(axis=0), values.max(axis=0)
    fits = (np.abs(values).max(axis=0) <= DRAWN_WITHIN) & ((high - low >= 0.5) | (len(values) < SPARED))
    half = np.where(high > low, (high - low) / 2, 1.0)
    return Scaling(np.where(fits, 0.0, (low + high) / 2), np.where(fits, 1.0, half))


def _split(
    data: DataSet, rng: np.random.Generator, points: F64, targets: I64 | F64, classes: int,
    inputs: Scaling | None = None, outputs: Scaling | None = None,
) -> Made:  # fmt: skip
    """Part of the examples is held out, drawn at random; at least one is trained on."""
    order = rng.permutation(len(points))
    held = min(round(data.held_out * len(points)), len(points) - 1)
    if data.kind in (OWN_POINTS, OWN_FUNCTION) and len(points) < SPARED:
        held = 0  # of a few points drawn by hand none can be spared
    kept, left = np.sort(order[held:]), np.sort(order[:held])
    xs = points.astype(np.float32)
    wanted: I64 | F32 = targets.astype(np.int64) if classes else targets.astype(np.float32)
    return Made(
        train=Examples(xs[kept], wanted[kept]), held_out=Examples(xs[left], wanted[left]),
        is_function=data.is_function, classes=classes,
        places=attractors_of(data) if data.kind == "attractors" else np.empty((0, 2)),
        inputs=inputs or Scaling(np.zeros(points.shape[1]), np.ones(points.shape[1])), outputs=outputs or Scaling(),
    )  # fmt: skip


def share_right(answers: npt.NDArray[np.generic], truth: npt.NDArray[np.generic]) -> npt.NDArray[np.float64]:
    """The share of points whose class is the true one: [..., N] and [N] -> [...]."""
    return np.asarray((answers == truth).mean(axis=-1))


# -- findings ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class NetTrained(Finding):
    """Where a training stands."""

    step: int
    weights: F32  # [nets, n_weights]
    curve: Curve
    broke_at: I64  # [nets] the step at which a net's numbers were no longer finite, -1: never
    steps_per_second: float
    done: bool
    then: Question | None  # what goes on with it
    state: bytes = b""  # what goes on from here, also where it is done
    past_steps: I64 = field(default_factory=lambda: np.empty(0, np.int64))  # [H] of moments that were kept, rising
    past: F32 = field(default_factory=lambda: np.empty((0, 0), np.float32))  # [H, n_weights] of the one net then


@dataclass(frozen=True)
class Widths(Finding):
    """Each start's result: the share of the plane (or of held-out points) that is right, or the error of a function."""

    widths: I64  # [W]
    right: F64  # [W, starts] share right; NaN for a function
    loss: F64  # [W, starts] on the examples trained on
    of_plane: bool  # the truth is known everywhere in the plane


@dataclass(frozen=True)
class PointsRead(Finding):
    """The rows of a file, and what was left out, in a sentence."""

    rows: bytes  # as DataSet.rows
    n: int
    names: tuple[str, ...]  # of the columns used
    classes: tuple[str, ...]  # what the file calls them
    note: str


@dataclass(frozen=True)
class NetSaved(Finding):
    """Where it was written."""

    path: str
    format: str


@dataclass(frozen=True)
class NetOpened(Finding):
    """What the file holds."""

    data: DataSet
    architecture: Architecture
    recipe: Recipe
    weights: F32  # [n_weights]
    step: int


def weights_in(data: bytes) -> F32:
    """The row of weights that a question carries.  # [n_weights]"""
    return np.frombuffer(data, np.float32)
