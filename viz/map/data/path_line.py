"""The line that is drawn for the path: through its tokens, smoothed over the last few, or from sentence to sentence.

From one function word to the next a text goes to and fro over the whole map. A running mean of its tokens' places, or
one place for each sentence, shows where it goes. Both are means of places on the map, not places of mean vectors;
giants, which lie where they may, do not count. A running mean looks back only: what is drawn once stays as later tokens
come.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from engine.records import F32, I32, Bools, Vocabulary
from viz.lab import QT_TRANSLATE_NOOP
from viz.map.data.path import Branches, Path
from viz.map.data.sentences import starts

TOKENS, MEAN, SENTENCES = "tokens", "running mean", "sentence means"
LINES = (TOKENS, MEAN, SENTENCES)
LINES_SHOWN = (
    QT_TRANSLATE_NOOP("MeaningSpace", "token to token"),
    QT_TRANSLATE_NOOP("MeaningSpace", "running mean"),
    QT_TRANSLATE_NOOP("MeaningSpace", "sentence means"),
)
AGE, POSITION, SURPRISAL = "age", "position", "surprisal"
COLOURS = (AGE, POSITION, SURPRISAL)
COLOURS_SHOWN = (
    QT_TRANSLATE_NOOP("MeaningSpace", "prompt and age"),
    QT_TRANSLATE_NOOP("MeaningSpace", "position"),
    QT_TRANSLATE_NOOP("MeaningSpace", "surprisal"),
)
LONG, ALWAYS_FADE, NEVER_FADE = "long paths", "always", "never"
FADES = (LONG, ALWAYS_FADE, NEVER_FADE)
FADES_SHOWN = (
    QT_TRANSLATE_NOOP("MeaningSpace", "from 40 tokens"),
    QT_TRANSLATE_NOOP("MeaningSpace", "always"),
    QT_TRANSLATE_NOOP("MeaningSpace", "never"),
)
FADE_FROM = 40


@dataclass(frozen=True, eq=False)
class PathLine:
    """M points in order. Point i stands for the rows first[i] .. last[i] of the path."""

    by: str
    points: F32  # [M, 3]
    first: I32  # [M]
    last: I32  # [M]

    def __len__(self) -> int:
        return len(self.points)

    @property
    def is_mean(self) -> bool:
        """Whether its points are means, and not the tokens' own places."""
        return self.by != TOKENS

    def row_of(self, at: int) -> int:
        """The point that stands for a row of the path last; -1 where there is none."""
        found = np.flatnonzero((self.first <= at) & (at <= self.last))
        return int(found[0]) if len(found) and self.by == SENTENCES else at if 0 <= at < len(self) else -1


NO_LINE = PathLine(TOKENS, np.zeros((0, 3), np.float32), np.zeros(0, np.int32), np.zeros(0, np.int32))


@dataclass(frozen=True, eq=False)
class PathValues:
    """What colours the path: values [P] in 0..1, NaN where unknown, that run from `low` to `high`."""

    by: str
    values: F32
    low: float
    high: float

    def means(self, line: PathLine) -> F32:
        """[M] of the points of a line: the mean over what each stands for; of positions the last."""
        if not line.is_mean or self.by == POSITION:
            return self.values[line.last]
        known = np.isfinite(self.values)
        total, count = _sums(np.where(known, self.values, 0.0), line), _sums(known.astype(np.float64), line)
        return np.asarray(np.where(count > 0, total / np.maximum(count, 1.0), np.nan), np.float32)


def path_line(path: Path, by: str, window: int, vocabulary: Vocabulary | None) -> PathLine:
    """The line through a path: `by` its tokens, their running mean over `window` of them, or its sentences."""
    rows = np.arange(len(path), dtype=np.int32)
    if by == MEAN:
        return _through(path, by, np.maximum(rows - window + 1, 0), rows)
    if by == SENTENCES and vocabulary is not None:
        first = np.flatnonzero(starts(vocabulary, path.token_ids)).astype(np.int32)
        return _through(path, by, first, np.append(first[1:], len(path)).astype(np.int32) - 1)
    return PathLine(TOKENS, path.points, rows, rows)


def _through(path: Path, by: str, first: I32, last: I32) -> PathLine:
    line = PathLine(by, path.points, first, last)
    counted = (~path.left_out).astype(np.float64)
    count = _sums(counted, line)
    total = np.stack([_sums(path.points[:, axis] * counted, line) for axis in range(3)], axis=1)
    every = np.stack([_sums(path.points[:, axis], line) for axis in range(3)], axis=1)  # where there are only giants
    n = (last - first + 1)[:, None]
    means = np.where(count[:, None] > 0, total / np.maximum(count, 1.0)[:, None], every / n)
    return PathLine(by, means.astype(np.float32), first, last)


def _sums(
    values: np.ndarray[tuple[int, ...], np.dtype[np.floating]], line: PathLine
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """[M] sums of [P] values over what each point of a line stands for."""
    total = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    return np.asarray(total[line.last + 1] - total[line.first], np.float64)


def path_values(path: Path, by: str) -> PathValues | None:
    """What colours the path where that is not its age: position, or surprisal in bits."""
    if by == POSITION and len(path):
        low, high = float(path.positions[0]), float(path.positions[-1])
        values = (path.positions - low) / max(high - low, 1.0)
    elif by == SURPRISAL and len(path):
        bits = -np.log2(np.maximum(path.probability.astype(np.float64), 1e-30))
        known = bits[np.isfinite(bits)]
        low, high = 0.0, max(float(np.quantile(known, 0.98)) if len(known) else 1.0, 1.0)
        values = np.clip(bits / high, 0.0, 1.0)
    else:
        return None
    return PathValues(by, values.astype(np.float32), low, high)


def last_of(path: Path, n: int, node: int) -> Path:
    """The last n tokens up to the one looked at; all where n is 0."""
    if n <= 0 or not len(path):
        return path
    found = np.flatnonzero(path.nodes == node)
    end = int(found[0]) + 1 if len(found) else len(path)
    part = slice(max(end - n, 0), end)
    return Path(*(getattr(path, column.name)[part] for column in fields(Path)))


def that_leave(branches: Branches, parents: dict[int, int], shown: I32) -> Branches:
    """The branches that leave what is shown of the path, or one another: [B'] of `parents` by node."""
    kept = set(shown.tolist())
    keep: Bools = np.zeros(len(branches), np.bool_)
    for row, node in enumerate(branches.nodes.tolist()):  # a parent comes before its children
        if parents.get(node) in kept:
            kept.add(node)
            keep[row] = True
    return branches if keep.all() else Branches(*(getattr(branches, column.name)[keep] for column in fields(Branches)))


def fades(setting: str, n: int, line: PathLine) -> bool:
    """Whether older tokens of a path of n fade: long ones do, unless means show the whole way."""
    return setting == ALWAYS_FADE or (setting == LONG and n >= FADE_FROM and not line.is_mean)
