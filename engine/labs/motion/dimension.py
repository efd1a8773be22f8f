"""How many dimensions the states of a layer take: two measures, each with what it says of Gaussian clouds.

Participation ratio (sum of l)^2 / sum of l^2 of the covariance's eigenvalues l: linear, and lowered by few points.
TwoNN (Facco et al., Sci. Rep. 7, 12140, 2017): the ratio mu of the distances to the second and first neighbour of
each point follows 1 - mu^-d, so d is the slope of -log(1 - F(mu)) over log mu, the largest tenth left out. It
saturates: of n points in many dimensions it finds far fewer, so it is read beside Gaussian clouds of n points.
"""

from __future__ import annotations

import time

import numpy as np
from scipy import stats

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.motion.current import encoded
from engine.labs.motion.questions import AskDimension, Dimension
from engine.labs.motion.records import F64, GIANT
from engine.labs.motion.texts import all_rows, begun, long_texts, require_row
from engine.records import F32, I32, AnyArray, Sampling
from engine.sentences import say, together

GROUPS = 10  # of texts, for the jackknife
BYTES = 2**29  # of states held at once
TRUE = (2, 5, 10, 20, 50, 100, 200, 500)
DRAWS = 300
FEWEST, MOST = 50, 20_000
DISCARDED = 0.1  # of the largest ratios


def dimensions(question: AskDimension, bench: Workbench) -> Dimension:
    """Both measures for every row of states.

    Raises:
        InputRefused: texts that cannot be read, or too few states. Stopped: a person said so.
    """
    began = time.perf_counter()
    require_row(bench, 0)
    if not FEWEST <= question.n_states <= MOST:
        raise InputRefused(
            say(
                "The dimension is measured of {fewest} to {most:,} states, not {n_states}.",
                fewest=FEWEST,
                most=MOST,
                n_states=question.n_states,
            )
        )
    texts, note = long_texts(question.texts)
    anatomy = bench.anatomy
    room = max(FEWEST, BYTES // (4 * (anatomy.n_layers + 2) * anatomy.d_model))
    wanted = min(question.n_states, room)
    if wanted < question.n_states:
        note = together(note, say("Memory holds {wanted:,} states of this model at once.", wanted=wanted))
    rows, positions, groups = _states(bench, texts, wanted)
    after = np.flatnonzero(positions > 0)
    rng = np.random.default_rng(question.seed)
    chosen = np.sort(rng.permutation(after)[:wanted])
    if len(chosen) < FEWEST:
        raise InputRefused(
            say(
                "At least {fewest} states are needed, but the texts gave {n}. Choose a file with more text.",
                fewest=FEWEST,
                n=len(chosen),
            )
        )
    n_rows, width = rows.shape[1:]
    ratio, error, nearest, low, high = np.full((5, 2, n_rows), np.nan)
    n_out = 0
    for row in range(n_rows):
        bench.progress(say("Measuring the dimension of each layer"), row, n_rows)
        if bench.stop():
            raise Stopped
        states, out = _without_giants(rows[chosen, row].astype(np.float64), row)
        n_out += int(out.sum())
        of = groups[chosen][~out]
        deviation = states.std(axis=0)
        for which, cloud in enumerate((states, (states - states.mean(axis=0)) / np.where(deviation > 0, deviation, 1))):
            ratio[which, row], error[which, row] = participation_with_error(cloud, of)
            nearest[which, row], low[which, row], high[which, row] = two_nn_with_interval(neighbour_ratios(cloud))
    true = np.array([*(d for d in TRUE if d < width), width], np.int32)
    of_nearest, of_ratio = _controls(true, len(chosen), rng, bench)
    bench.progress(say("Measuring the dimension of each layer"), n_rows, n_rows)
    return Dimension(
        ratio, error, nearest, low, high, true, of_nearest, of_ratio, len(chosen), n_out, width, note,
        time.perf_counter() - began,
    )  # fmt: skip


def _states(bench: Workbench, texts: list[str], wanted: int) -> tuple[F32, I32, I32]:
    """[n, L+2, D] states of all rows, with their positions [n] and texts [n]; as many of each text."""
    bench.session.cool()
    each = max(2, -(-wanted // len(texts)) + 1)
    rows, positions, groups = [], [], []
    for at, text in enumerate(texts):
        bench.progress(say("Reading the texts"), at, len(texts))
        if bench.stop():
            raise Stopped
        ids = encoded(bench, text, 0)[:each]
        with begun(bench, Sampling(), ids) as session:
            rows.append(all_rows(session, session.tree.path(session.current)))
        positions.append(np.arange(len(ids), dtype=np.int32))
        groups.append(np.full(len(ids), at, np.int32))
    return np.concatenate(rows), np.concatenate(positions), np.concatenate(groups)


def _without_giants(states: F64, row: int) -> tuple[F64, AnyArray]:
    """The states that are no outliers, and which are; in the input (row 0) none is."""
    lengths = np.sqrt(np.square(states).sum(axis=1))
    out = lengths > GIANT * np.median(lengths) if row else np.zeros(len(states), bool)
    return states[~out], out


def participation(states: F64) -> float:
    """The participation ratio of [n, D]; NaN where nothing varies."""
    centred = states - states.mean(axis=0)
    small = centred @ centred.T if len(centred) < centred.shape[1] else centred.T @ centred
    power = float(np.square(small).sum())
    return float(np.trace(small)) ** 2 / power if power > 0 else float("nan")


def participation_with_error(states: F64, texts: AnyArray) -> tuple[float, float]:
    """The ratio, and its jackknife standard error over groups of texts left out in turn."""
    names = np.unique(texts)
    groups = [part for part in np.array_split(names, min(GROUPS, len(names))) if len(part)]
    whole = participation(states)
    if len(groups) < 2:
        return whole, float("nan")
    without = np.array([participation(states[~np.isin(texts, part)]) for part in groups])
    n = len(groups)
    return whole, float(np.sqrt((n - 1) / n * np.square(without - without.mean()).sum()))


def neighbour_ratios(states: F64) -> F64:
    """[m] distance to the second neighbour by that to the first; points that lie on others are counted once."""
    from sklearn.neighbors import NearestNeighbors

    different = np.unique(states, axis=0)
    if len(different) < 3:
        return np.empty(0)
    distances, _ = NearestNeighbors(n_neighbors=3, algorithm="brute").fit(different).kneighbors(different)
    first, second = distances[:, 1], distances[:, 2]
    return np.asarray((second / np.where(first > 0, first, 1))[first > 0], np.float64)


def two_nn(ratios: AnyArray, axis: int = -1) -> AnyArray:
    """The dimension that ratios [..., m] tell of; NaN of fewer than ten."""
    ordered = np.sort(np.moveaxis(np.asarray(ratios), axis, -1), axis=-1)
    n = ordered.shape[-1]
    if n < 10:
        return np.full(ordered.shape[:-1], np.nan)
    kept = int(n * (1 - DISCARDED))
    x = np.log(ordered[..., :kept])
    y = -np.log(1 - np.arange(1, kept + 1) / n)
    power = np.square(x).sum(axis=-1)
    return np.asarray(np.where(power > 0, (x * y).sum(axis=-1) / np.where(power > 0, power, 1), np.nan))


def two_nn_with_interval(ratios: F64) -> tuple[float, float, float]:
    """The dimension, and a 95 % percentile bootstrap interval over points with their neighbours held fixed."""
    value = float(two_nn(ratios))
    if not np.isfinite(value):
        return value, float("nan"), float("nan")
    found = stats.bootstrap(
        (ratios,), two_nn, n_resamples=DRAWS, method="percentile", vectorized=True, rng=np.random.default_rng(0)
    ).confidence_interval
    return value, float(found.low), float(found.high)


def _controls(true: I32, n: int, rng: np.random.Generator, bench: Workbench) -> tuple[F64, F64]:
    """What both measures say of n points of a Gaussian in each of `true` dimensions."""
    nearest, ratio = np.empty(len(true)), np.empty(len(true))
    for at, dimension in enumerate(true.tolist()):
        bench.progress(say("Measuring Gaussian clouds"), at, len(true))
        if bench.stop():
            raise Stopped
        cloud = rng.normal(size=(n, dimension))
        nearest[at], ratio[at] = float(two_nn(neighbour_ratios(cloud))), participation(cloud)
    return nearest, ratio
