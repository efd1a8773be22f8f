"""Further paths and bundles of samples as arrays: their lines, what the pointer finds of them, and how they move.

How they come to be is told in `viz.map.data.paths`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from engine.questions import Question
from engine.records import F32, I32, Bools, Space
from viz.shown_paths import Name, Shown, ShownBundle, ShownPath, name_of

_NONE3 = np.zeros((0, 3), np.float32)
_NONE = np.zeros(0, np.int32)
_NO = np.zeros(0, np.bool_)
_NO_SHARES = np.zeros(0, np.float32)

# why a path is not there, or not whole; words for each stand in `viz.map.paint.path_words`
WAITING, OTHER_MODEL, NO_ENGINE, SAME_EVERYWHERE, NO_MAP = "waiting", "other model", "no engine", "same", "no map"


@dataclass(frozen=True, eq=False)
class Line:
    """P tokens in order with their places."""

    token_ids: I32 = field(default_factory=lambda: _NONE)  # [P]
    points: F32 = field(default_factory=lambda: _NONE3)  # [P, 3]
    kept: F32 = field(default_factory=lambda: _NO_SHARES)  # [P] share of 15 neighbours kept, NaN where not measured
    left_out: Bools = field(default_factory=lambda: _NO)  # [P]
    first: int = 0  # position of the first

    def __len__(self) -> int:
        return len(self.points)


NOTHING = Line()


@dataclass(frozen=True, eq=False)
class FurtherPath:
    """A path that is to be shown, and as much of it as is known."""

    shown: ShownPath
    line: Line = NOTHING
    why: str = ""  # one of the above, or the engine's sentence


@dataclass(frozen=True, eq=False)
class Mean:
    """The mean path of a bundle, for as many steps as there is one."""

    points: F32 = field(default_factory=lambda: _NONE3)  # [M, 3]
    counted: I32 = field(default_factory=lambda: _NONE)  # [M] samples
    spread: F32 = field(default_factory=lambda: _NO_SHARES)  # [M] median distance of their places from it
    kept: F32 = field(default_factory=lambda: _NO_SHARES)  # [M] NaN where it is the mean of places
    of_places: bool = False  # not of the states in the full space

    def __len__(self) -> int:
        return len(self.points)


@dataclass(frozen=True, eq=False)
class FurtherBundle:
    """Samples of one text. Each begins at the last token of the text before, where that has a place."""

    shown: ShownBundle
    before: Line = NOTHING
    samples: tuple[Line, ...] = ()
    mean: Mean = field(default_factory=Mean)
    why: str = ""

    @property
    def fork(self) -> F32:
        """[1, 3] where all samples begin, or none."""
        return self.before.points[-1:]


@dataclass(frozen=True, eq=False)
class Spots:
    """Every token of all of these, for the pointer: Q places."""

    points: F32 = field(default_factory=lambda: _NONE3)  # [Q, 3]
    item: I32 = field(default_factory=lambda: _NONE)  # [Q] row among the paths, then the bundles
    sample: I32 = field(default_factory=lambda: _NONE)  # [Q] -1: of a path, or of a bundle's text before; -2: its mean
    row: I32 = field(default_factory=lambda: _NONE)  # [Q] in that line


@dataclass(frozen=True, eq=False)
class Further:
    """All that is shown besides the run's own paths."""

    paths: tuple[FurtherPath, ...] = ()
    bundles: tuple[FurtherBundle, ...] = ()
    spots: Spots = field(default_factory=Spots)
    question: Question | None = None  # the next thing to be asked
    opens: Space | None = None  # a layer whose map is to be made ready

    def __len__(self) -> int:
        return len(self.paths) + len(self.bundles)

    def name(self, item: int) -> Name:
        """What the path or bundle in this row is singled out by."""
        return name_of(self.paths[item].shown if item < len(self.paths) else self.bundles[item - len(self.paths)].shown)

    def line(self, item: int, sample: int) -> Line:
        """A path, the text before a bundle, or one of its samples."""
        if item < len(self.paths):
            return self.paths[item].line
        bundle = self.bundles[item - len(self.paths)]
        return bundle.before if sample < 0 else bundle.samples[sample]

    @property
    def has_lines(self) -> bool:
        """Whether anything of it is there."""
        return len(self.spots.points) > 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them."""
        of_bundles = (line for bundle in self.bundles for line in (bundle.before, *bundle.samples))
        return (*(path.line for path in self.paths), *of_bundles)

    def trail(self, item: int, sample: int) -> F32:
        """[m, 3] the places along one of them, a sample's from where it begins."""
        if sample == -2:
            return self.bundles[item - len(self.paths)].mean.points
        points = self.line(item, sample).points
        if sample < 0:
            return points
        return np.concatenate([self.bundles[item - len(self.paths)].fork, points])


NO_FURTHER = Further()


def stacked(samples: Sequence[Line]) -> F32:
    """[n, T, 3] the places of samples step by step, NaN where a sample has ended or is an outlier."""
    longest = max((len(sample) for sample in samples), default=0)
    made = np.full((len(samples), longest, 3), np.nan, np.float32)
    for at, sample in enumerate(samples):
        made[at, : len(sample)] = np.where(sample.left_out[:, None], np.nan, sample.points)
    return made


def mean_of(points: F32, samples: Sequence[Line], kept: F32, of_places: bool) -> Mean:
    """A mean path with how far half of the samples' places are from it at most; outliers do not count."""
    if not len(points):
        return Mean(of_places=of_places)
    away = np.sqrt(((stacked(samples)[:, : len(points)] - points) ** 2).sum(axis=2))  # [n, M]
    counted = np.isfinite(away).sum(axis=0).astype(np.int32)
    away[:, counted == 0] = 0.0
    spread = np.nanmedian(away, axis=0).astype(np.float32)
    return Mean(np.asarray(points, np.float32), counted, spread, kept, of_places)


def smoothed(path: FurtherPath, window: int) -> FurtherPath:
    return replace(path, line=running_mean(path.line, window))


def smoothed_bundle(bundle: FurtherBundle, window: int) -> FurtherBundle:
    """Each sample goes on from the text before it, whose last tokens are in its first means; so does the mean path, and
    its spread is that of these lines."""
    whole = running_mean(bundle.before, window)
    samples = tuple(running_mean(sample, window, bundle.before) for sample in bundle.samples)
    mean, n = bundle.mean, len(bundle.mean)
    through = Line(np.zeros(n, np.int32), mean.points, mean.kept, np.zeros(n, np.bool_))
    points = running_mean(through, window, bundle.before).points
    return replace(bundle, before=whole, samples=samples, mean=mean_of(points, samples, mean.kept, mean.of_places))


def running_mean(line: Line, window: int, before: Line = NOTHING) -> Line:
    """A line through the means of the places of the last `window` tokens, outliers left out; `before` precedes it."""
    if not len(line):
        return line
    n = len(before)
    points = np.concatenate([before.points, line.points]).astype(np.float64)
    counted = (~np.concatenate([before.left_out, line.left_out])).astype(np.float64)
    total = np.concatenate([np.zeros((1, 3)), np.cumsum(points * counted[:, None], axis=0)])
    count = np.concatenate([[0.0], np.cumsum(counted)])
    last = np.arange(n, n + len(line)) + 1
    first = np.maximum(last - window, 0)
    known = count[last] - count[first]
    means = (total[last] - total[first]) / np.maximum(known, 1.0)[:, None]
    return replace(line, points=np.where(known[:, None] > 0, means, line.points).astype(np.float32))


def spots_of(paths: Sequence[FurtherPath], bundles: Sequence[FurtherBundle]) -> Spots:
    def lines() -> Iterator[tuple[F32, int, int]]:
        for item, path in enumerate(paths):
            yield path.line.points, item, -1
        for item, bundle in enumerate(bundles, start=len(paths)):
            yield bundle.before.points, item, -1
            yield from ((sample.points, item, at) for at, sample in enumerate(bundle.samples))
            yield bundle.mean.points, item, -2

    found = list(lines())
    sizes = [len(points) for points, *_ in found]
    return Spots(
        np.concatenate([_NONE3, *(points for points, *_ in found)]),
        np.repeat(np.array([item for _, item, _ in found], np.int32), sizes),
        np.repeat(np.array([sample for *_, sample in found], np.int32), sizes),
        np.concatenate([_NONE, *(np.arange(n, dtype=np.int32) for n in sizes)]),
    )


def between(before: Further, after: Further, part: float) -> Further:
    """`after` with its places moved back towards `before`, of what is the same in both."""
    if not len(after):
        return after
    both: tuple[FurtherPath | FurtherBundle, ...] = (*before.paths, *before.bundles)
    old: dict[Shown, FurtherPath | FurtherBundle] = {it.shown: it for it in both}
    paths, bundles = list[FurtherPath](), list[FurtherBundle]()
    for path in after.paths:
        was = old.get(path.shown)
        line = _moved(was.line, path.line, part) if isinstance(was, FurtherPath) else path.line
        paths.append(replace(path, line=line))
    for bundle in after.bundles:
        was = old.get(bundle.shown)
        bundles.append(_moved_bundle(was, bundle, part) if isinstance(was, FurtherBundle) else bundle)
    return replace(after, paths=tuple(paths), bundles=tuple(bundles), spots=spots_of(paths, bundles))


def _moved_bundle(before: FurtherBundle, after: FurtherBundle, part: float) -> FurtherBundle:
    if len(before.samples) != len(after.samples):
        return after
    samples = tuple(_moved(one, other, part) for one, other in zip(before.samples, after.samples, strict=True))
    mean = replace(after.mean, points=_mixed(before.mean.points, after.mean.points, part))
    return replace(after, before=_moved(before.before, after.before, part), samples=samples, mean=mean)


def _moved(before: Line, after: Line, part: float) -> Line:
    return replace(after, points=_mixed(before.points, after.points, part))


def _mixed(start: F32, end: F32, part: float) -> F32:
    if len(start) != len(end):
        return end
    return np.asarray(start + (end - start) * np.float32(part), np.float32)
