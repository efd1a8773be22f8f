"""Is there a law in the motion? Every measure over many texts, each beside its controls, with bootstrap intervals.

Texts are the unit: each gives one number and one of each control, and the texts are drawn with replacement. So what
two steps of one text share does not count twice.
"""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np
from scipy import stats

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.motion import fans
from engine.labs.motion.current import Trail, encoded, placed_on_map
from engine.labs.motion.questions import FEWEST, MAP, ROWS, AskLaws, Laws
from engine.labs.motion.records import (
    F64,
    GIANT,
    autocorrelation,
    determinism,
    distances_of,
    growth,
    mean,
    of_typical,
    shuffled,
    steps_of,
    walks,
)
from engine.labs.motion.texts import begun, openings, require_row, states_at
from engine.records import F32, Bools, Sampling
from engine.sentences import say, together

DRAWS = 4999
MOST_STEPS = 300
SHORTEST = 4  # points of a path


@dataclass
class Travelled:
    """One text's path."""

    trail: Trail
    states: F32  # [T, D]
    positions: np.ndarray  # [T]


def laws(question: AskLaws, bench: Workbench) -> Laws:
    """Every law over the texts.

    Raises:
        InputRefused: no such row, texts that cannot be read, or numbers out of range. Stopped: a person said so.
    """
    began = time.perf_counter()
    require_row(bench, question.row)
    if not 0 <= question.steps <= MOST_STEPS or not 2 <= question.k <= 50:
        raise InputRefused(
            say(
                "Each text can be continued by 0 to {most_steps} tokens, with fans of 2 to 50 candidates; met "
                "{steps} and {k}.",
                most_steps=MOST_STEPS,
                steps=question.steps,
                k=question.k,
            )
        )
    texts, note = openings(question.texts)
    bench.session.cool()
    with ExitStack() as stack:
        paths = _paths(question, texts, bench, stack)
        if len(paths) < len(texts):
            left = len(texts) - len(paths)
            note = together(
                note,
                say("{n} texts were shorter than {shortest} tokens and left out.", n=left, shortest=SHORTEST),
            )
        if len(paths) < 2:
            raise InputRefused(
                say(
                    "At least two texts with {shortest} tokens or more are needed for intervals, but there are {n}. "
                    "Choose more steps, or a file with more lines.",
                    shortest=SHORTEST,
                    n=len(paths),
                )
            )
        return _over(question, paths, note, bench, began)


def _over(question: AskLaws, paths: list[Travelled], note: str, bench: Workbench, began: float) -> Laws:
    """The laws of paths, standardised over all of their states that are no outliers."""
    left_out = outliers(paths, question.row)
    every = np.concatenate([path.states[~out] for path, out in zip(paths, left_out, strict=True)]).astype(np.float64)
    if len(every) < 3:
        raise InputRefused(say("Nearly all states are outliers, so there is nothing to measure. Choose another layer."))
    middle, spread = every.mean(axis=0), every.std(axis=0)
    spread = np.where(spread > 0, spread, 1)
    values, controls = np.full((2, 2, len(ROWS), len(paths)), np.nan)
    ranked = np.argsort(-np.sum([path.trail.total for path in paths], axis=0), kind="stable")
    rng = np.random.default_rng(question.seed)
    done, total, on_map = 0, sum(len(path.states) for path in paths), False
    for at, (path, out) in enumerate(zip(paths, left_out, strict=True)):
        raw = (path.states, *path.trail.ends(question.row, ranked, rng, bench, done, total))
        done += len(path.states)
        full = [((part - middle) / spread).astype(np.float32) for part in raw]
        flat = placed_on_map(bench, question.space, raw)
        for which, parts in enumerate((full, flat)):
            if parts is not None:
                on_map = on_map or which == 1
                points, fan_ends, random_ends = parts
                values[which, :, at], controls[which, :, at] = measured(
                    points, fan_ends, random_ends, path.trail.entropy, out, question.seed + at
                )
        path.trail.session.ease()
    bench.progress(say("Measuring the fans"), total, total)
    if question.space is not None and not on_map:
        note = together(note, say("The map was exchanged meanwhile, so nothing is measured on it."))
    values[MAP, ROWS.index(("entropy", "shuffled"))] = np.nan
    n_out = int(sum(out.sum() for out in left_out))
    return summed_up(question.row, values, controls, (total, n_out, every.shape[1]), on_map, note, began)


def _paths(question: AskLaws, texts: list[str], bench: Workbench, stack: ExitStack) -> list[Travelled]:
    """The path of every text that is long enough for one."""
    found = []
    for at, text in enumerate(texts):
        bench.progress(say("Writing on from each text"), at, len(texts))
        ids = encoded(bench, text, question.steps)
        sampling = Sampling(question.temperature, seed=question.seed + at)
        session = stack.enter_context(begun(bench, sampling, ids))
        trail = Trail(session, [session.current] if question.steps else session.tree.path(session.current))
        tops = [trail.look(node, question.k, bench) for node in trail.nodes]
        for _ in range(question.steps):
            if bench.stop():
                raise Stopped
            session.step(bench.stop)
            trail.nodes.append(session.current)
            tops.append(trail.look(session.current, question.k, bench))
            if int(session.tree.ids([session.current])[0]) in bench.info.eos_ids:
                break
        session.cool()
        trail.tops, trail.entropy = np.stack([top for top, _ in tops]), np.array([bits for _, bits in tops])
        if len(trail.nodes) >= SHORTEST:
            positions = np.array([session.tree.positions[node] for node in trail.nodes])
            found.append(Travelled(trail, states_at(session, trail.nodes, question.row), positions))
    return found


def outliers(paths: list[Travelled], row: int) -> list[Bools]:
    """Position 0 and states of more than 4 times the median length, in all rows but the input's."""
    if not row:
        return [np.zeros(len(path.states), bool) for path in paths]
    lengths = [np.sqrt(np.square(path.states.astype(np.float64)).sum(axis=1)) for path in paths]
    after = [length[path.positions > 0] for path, length in zip(paths, lengths, strict=True)]
    typical = float(np.median(np.concatenate(after)))
    return [
        (path.positions == 0) | (length > GIANT * typical) for path, length in zip(paths, lengths, strict=True)
    ]  # fmt: skip


def measured(points: F32, fan_ends: F32, random_ends: F32, entropy: F64, left_out: Bools, seed: int) -> tuple[F64, F64]:
    """[R] values and controls of one text, in the order of `ROWS`, around the origin."""
    kept = points.astype(np.float64)
    kept[left_out] = np.nan
    table = distances_of(kept)
    known, n = np.flatnonzero(~left_out), len(points)
    orders = shuffled(known, n, seed=seed)
    own, other = steps_of(table), steps_of(table, orders)
    walk = walks(own.length, points.shape[1], seed=seed)
    typical = float(mean(own.length))
    bits = np.where(left_out, np.nan, entropy)
    found = fans.figures(points, fan_ends, random_ends, ~left_out, seed)
    turn, turns = fans.turns(found.directions, seed)
    few = orders[:50]
    pairs: dict[tuple[str, str], tuple[object, object]] = {
        ("step", "shuffled"): (of_typical(table), mean(of_typical(table, orders))),
        ("turn", "shuffled"): (mean(own.turn), mean(mean(other.turn))),
        ("turn", "walk"): (mean(own.turn), mean(mean(walk.turn))),
        ("curvature", "shuffled"): (typical * mean(own.curvature), _bend(other.length, other.curvature)),
        ("curvature", "walk"): (typical * mean(own.curvature), _bend(walk.length, walk.curvature)),
        ("growth", "shuffled"): (growth(own.from_start), mean(growth(other.from_start))),
        ("growth", "walk"): (growth(own.from_start), mean(growth(walk.from_start))),
        ("recurrence", "shuffled"): (determinism(table), mean(determinism(table, few))),
        ("entropy", "shuffled"): (autocorrelation(bits), mean(autocorrelation(bits[orders]))),
        ("fan cosine", "mixed"): (mean(found.cosine), mean(found.cosine_mixed)),
        ("fan cosine", "random"): (mean(found.cosine), mean(found.cosine_random)),
        ("fan length", "other"): (mean(found.length), mean(found.length_other)),
        ("fan length", "mixed"): (mean(found.length), mean(found.length_mixed)),
        ("fan length", "random"): (mean(found.length), mean(found.length_random)),
        ("fan turn", "shuffled"): (turn[0], mean(turns[:, 0])),
    }
    columns = np.array([[float(np.asarray(one)), float(np.asarray(two))] for one, two in (pairs[it] for it in ROWS)])
    return columns[:, 0], columns[:, 1]


def _bend(length: F64, curvature: F64) -> float:
    """Mean over many paths of mean curvature times mean step."""
    return float(mean(mean(length) * mean(curvature)))


def summed_up(
    row: int, values: F64, controls: F64, counts: tuple[int, int, int], on_map: bool, note: str, began: float
) -> Laws:
    """The finding from the numbers of each text [2, R, N]."""
    gaps = values - controls
    shape = values.shape[:2]
    low, high, gap_low, gap_high, strict_low, strict_high = np.full((6, *shape), np.nan)
    for which, line in np.ndindex(shape):
        low[which, line], high[which, line] = interval(values[which, line], 0.95)
        gap_low[which, line], gap_high[which, line] = interval(gaps[which, line], 0.95)
        if np.isfinite(gaps[which, line]).sum() >= FEWEST:
            strict_low[which, line], strict_high[which, line] = interval(gaps[which, line], 1 - 0.05 / len(ROWS))
    known = np.isfinite(gaps)
    spread = np.full(shape, np.nan)
    for which, line in np.ndindex(shape):
        if known[which, line].sum() > 1:
            spread[which, line] = gaps[which, line][known[which, line]].std(ddof=1)
    return Laws(
        row, values, controls, mean(values), low, high, mean(controls), mean(gaps), gap_low, gap_high, strict_low,
        strict_high, spread, *counts, on_map, note, time.perf_counter() - began,
    )  # fmt: skip


def interval(values: F64, level: float) -> tuple[float, float]:
    """Percentile bootstrap interval of the mean of what is known (Efron & Tibshirani); NaN of fewer than two."""
    known = values[np.isfinite(values)]
    if len(known) < 2:
        return float("nan"), float("nan")
    if np.ptp(known) == 0:
        return float(known[0]), float(known[0])
    found = stats.bootstrap(
        (known,), np.mean, n_resamples=DRAWS, confidence_level=level, method="percentile", vectorized=True,
        rng=np.random.default_rng(0),
    ).confidence_interval  # fmt: skip
    return float(found.low), float(found.high)
