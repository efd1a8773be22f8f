"""Are a language model's states of phrases of two words a product: the sum of what each word adds?

Every pair of words is put into every template and read by the model; one state is kept of each row of `resid`. Then, by
row: how the variance between phrases splits into two main effects and their interaction (a two-way table without
repetition, for each template), whether a linear probe reads a word in combinations that it never met, and whether the
sum of two effects finds the state of a combination that was left out of both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from scipy import stats

from engine.errors import InputRefused, Stopped, shown
from engine.generation.prompt import open_ended
from engine.labkit.intervals import wilson
from engine.labs.superposition.held_out import folds, read_held_out
from engine.labs.superposition.records import F64, I64, AskProduct, Product
from engine.records import F32
from engine.sentences import say

if TYPE_CHECKING:
    from engine.labkit.workbench import Workbench

FEWEST, MOST = 2, 12  # words of a kind
MOST_TEXTS = 600
FIRST, SECOND = "{first}", "{second}"


def product(question: AskProduct, bench: Workbench) -> Product:
    """The finding.

    Raises:
        InputRefused: too few or many words, a template without a place for one, or a model without states.
        Stopped: a person asked for an end.
    """
    check(question)
    states = recorded(question, bench)  # [R, T, N, D]
    k, s = len(question.firsts), len(question.seconds)
    found = [_of_row(row, k, s, question.seed, bench, at, len(states)) for at, row in enumerate(states)]
    parts = np.array([it[0] for it in found]).T  # [3, R]
    bounds = np.array([it[1] for it in found])  # [R, 3, 2]
    read, dealt, matched = (np.array([it[at] for it in found]).T for at in (2, 3, 4))
    n = k * s
    between = [[wilson(float(share * n), n) for share in row] for row in (*read, matched)]  # [3][R]
    ends = np.array(between)  # [3, R, 2]
    return Product(
        question.firsts, question.seconds, parts, bounds[:, :, 0].T, bounds[:, :, 1].T,
        np.array([k - 1, s - 1, (k - 1) * (s - 1)]) / (n - 1), read, ends[:2, :, 0], ends[:2, :, 1], dealt,
        np.array([1 / k, 1 / s]), matched, ends[2, :, 0], ends[2, :, 1], 1 / n, len(question.templates), n,
    )  # fmt: skip


def check(question: AskProduct) -> None:
    """Raises InputRefused where the words or the templates make no table."""
    for kind, words in ((FIRST, question.firsts), (SECOND, question.seconds)):
        if not FEWEST <= len(words) <= MOST:
            raise InputRefused(
                say(
                    "There must be {fewest} to {most} words for {kind}, parted by commas, but there are {n}.",
                    fewest=FEWEST,
                    most=MOST,
                    kind=kind,
                    n=len(words),
                )
            )
        twice = next((word for word in words if words.count(word) > 1), None)
        if twice is not None:
            raise InputRefused(say("{word} is there twice. Name each word once.", word=shown(twice)))
    if not question.templates:
        raise InputRefused(say("There is no template. Type one with {{first}} and {{second}} in it."))
    for template in question.templates:
        if template.count(FIRST) != 1 or template.count(SECOND) != 1:
            raise InputRefused(
                say(
                    "{template} must hold {{first}} and {{second}} once each: that is where the words are put.",
                    template=shown(template),
                )
            )
    n = len(question.firsts) * len(question.seconds) * len(question.templates)
    if n > MOST_TEXTS:
        raise InputRefused(
            say("That makes {n} texts, but at most {most} are read. Take fewer words or templates.", n=n,
                most=MOST_TEXTS)
        )  # fmt: skip


def phrase(template: str, first: str, second: str) -> tuple[str, str]:
    """The whole text, and its part up to the end of the later word."""
    at, marks = max((template.index(FIRST), FIRST), (template.index(SECOND), SECOND))
    before = template[: at + len(marks)]
    return tuple(text.replace(FIRST, first).replace(SECOND, second) for text in (template, before))  # type: ignore[return-value]


def recorded(question: AskProduct, bench: Workbench) -> F32:
    """The states of all phrases, each dimension standardised over them, each template's mean taken away.

    [R, T, N, D] with R = L + 1 rows of `resid`.
    """
    from engine.capture.recorder import Recorder, Want

    bench.session.cool()
    doing, done = say("Reading the phrases"), 0
    total = len(question.templates) * len(question.firsts) * len(question.seconds)
    kept: list[F32] = []
    want = Want(resid=True, logits="none")
    with torch.inference_mode(), Recorder(bench.model, bench.anatomy, want, stop=bench.stop) as recorder:
        for template in question.templates:
            for first in question.firsts:
                for second in question.seconds:
                    if bench.stop():
                        raise Stopped
                    ids, at = _tokens(question, template, first, second, bench)
                    states = recorder.run(torch.tensor(ids)).resid
                    if states is None:
                        raise InputRefused(say("This model has no states to read. Choose another model."))
                    kept.append(states[at].float().cpu().numpy())
                    done += 1
                    bench.progress(doing, done, total)
    rows = np.stack(kept, axis=1)  # [R, T * N, D]
    return standardised(rows, len(question.templates))


def _tokens(question: AskProduct, template: str, first: str, second: str, bench: Workbench) -> tuple[list[int], int]:
    whole, before = phrase(template, first, second)
    ids = open_ended(bench.tokenizer, whole)
    part = open_ended(bench.tokenizer, before)
    if question.at_end:
        return ids, len(ids) - 1
    if ids[: len(part)] != part:
        raise InputRefused(
            say(
                "In {text} the model's tokens go across the end of the word, so no state stands for it. Put a space or "
                "a full stop behind it.",
                text=shown(whole),
            )
        )
    return ids, len(part) - 1


def standardised(rows: F32, templates: int) -> F32:
    """Each dimension of each row [R, T * N, D] with mean 0 in every template and spread 1.  # [R, T, N, D]"""
    table = rows.reshape(len(rows), templates, -1, rows.shape[-1]).astype(np.float64)
    table -= table.mean(axis=2, keepdims=True)
    spread = np.sqrt(np.square(table).mean(axis=(1, 2), keepdims=True))
    floor = 1e-6 * np.sqrt(np.square(rows, dtype=np.float64).mean(axis=1))[:, None, None, :]  # what rounding leaves
    there = spread > np.maximum(floor, 1e-12)
    return np.where(there, table / np.where(there, spread, 1.0), 0.0).astype(np.float32)


# -- one row of the residual stream ----------------------------------------------------------------------------------


def _of_row(
    points: F32, k: int, s: int, seed: int, bench: Workbench, at: int, rows: int
) -> tuple[F64, F64, list[float], list[float], float]:
    """Shares of variance [3], their intervals [3, 2], what probes read [2], with dealt words [2], and matches."""
    if bench.stop():
        raise Stopped
    bench.progress(say("Fitting probes"), at, rows)
    shares = np.stack([variance_parts(table, k, s) for table in points])  # [T, 3]
    known = shares[np.isfinite(shares).all(axis=1)]
    parts = known.mean(axis=0) if len(known) else np.full(3, np.nan)
    labels = np.divmod(np.arange(k * s), s)
    rng = np.random.default_rng((seed, 1))
    read = [probed(points, each, folds(k, s)) for each in labels]
    dealt = [probed(points, rng.permutation(each), folds(k, s)) for each in labels]
    return parts, interval(known), read, dealt, matches(points, k, s)


def variance_parts(table: F32, k: int, s: int) -> F64:
    """Shares of the sum of squares of phrases [k * s, D] around their mean: first, second, interaction.  # [3]"""
    cells = table.astype(np.float64).reshape(k, s, -1)
    cells = cells - cells.mean(axis=(0, 1))
    total = float(np.square(cells).sum())
    if total <= 0:
        return np.full(3, np.nan)
    first = s * float(np.square(cells.mean(axis=1)).sum())
    second = k * float(np.square(cells.mean(axis=0)).sum())
    return np.array([first, second, total - first - second]) / total


def interval(shares: F64) -> F64:
    """95 % interval of the mean over templates [T, 3] (Student's t); NaN of fewer than two.  # [3, 2]"""
    if len(shares) < 2:
        return np.full((3, 2), np.nan)
    half = stats.t.ppf(0.975, len(shares) - 1) * shares.std(axis=0, ddof=1) / np.sqrt(len(shares))
    mean = shares.mean(axis=0)
    return np.asarray(np.clip(np.stack([mean - half, mean + half], axis=1), 0.0, 1.0))


def probed(points: F32, labels: I64, fold: I64) -> float:
    """Share of phrases whose label a probe reads that has met neither of them in any template. [T, N, D]"""
    flat = points.reshape(-1, points.shape[-1])
    each, held = np.tile(labels, len(points)), np.tile(fold, len(points))
    if not np.any(flat):
        return 1 / len(np.unique(labels))  # all alike: nothing can be read
    return float((read_held_out(flat, each, held) == each).mean())


def matches(points: F32, k: int, s: int) -> float:
    """Share of phrases that are the nearest of all to the sum of their words' effects in the other phrases.

    Of a phrase that is left out, the first word's effect is the mean over the other second words, and the reverse.
    States are means over templates.
    """
    cells = points.astype(np.float64).mean(axis=0).reshape(k, s, -1)
    if not np.any(cells):
        return 1 / (k * s)
    flat, right = cells.reshape(k * s, -1), 0
    for at in range(k * s):
        row, column = divmod(at, s)
        others = np.ones((k, s), bool)
        others[row, column] = False
        middle = cells[others].mean(axis=0)
        first = cells[row, others[row]].mean(axis=0)
        second = cells[others[:, column], column].mean(axis=0)
        away = np.linalg.norm(flat - (first + second - middle), axis=1)
        right += int(np.argmin(away)) == at
    return right / (k * s)
