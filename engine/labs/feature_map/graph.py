"""The graph of features around one of them, by one of three links (`engine.labs.feature_map.records`)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch.nn.functional import normalize

from engine.dictionaries import shelf
from engine.dictionaries.dictionary import Dictionary
from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.feature_map.firing import ByToken, Fired, by_token, fired_of
from engine.labs.feature_map.geometry import random_rows, turns_around
from engine.labs.feature_map.records import (
    DRAWS,
    LINKS,
    MOST_LINKS,
    MOST_NEIGHBOURS,
    AskFeatureGraph,
    FeatureGraph,
    require_feature,
)
from engine.records import F32, I32
from engine.sentences import say

F64 = npt.NDArray[np.float64]
LIKE = 20  # tokens nearest in count, of which another one is drawn


@dataclass(frozen=True)
class Around:
    """Link values of the chosen feature: out of it and into it (the same where a link has no direction)."""

    out: F64  # [n] NaN for itself
    into: F64  # [n]
    chance: float

    @property
    def strongest(self) -> F64:
        """[n] by amount, whichever way."""
        amounts = np.stack([np.abs(self.out), np.abs(self.into)])
        largest: F64 = np.nan_to_num(amounts).max(axis=0)
        return largest


def graph(question: AskFeatureGraph, bench: Workbench) -> FeatureGraph:
    """The features around one.

    Raises:
        InputRefused: there is no such feature or link, or as `fired_of`. Stopped: a person said so.
    """
    dictionary = shelf.use(question.read.dictionary, bench.anatomy)
    feature = require_feature(question.feature, dictionary.width)
    if question.link not in LINKS or not 1 <= question.most <= MOST_NEIGHBOURS or not question.least >= 0:
        raise InputRefused(
            say("{link} with {n} neighbours is not a graph.", link=str(question.link)[:40], n=question.most)
        )
    fired = None if question.link == "cosine" else fired_of(question.read, bench)
    found = around(dictionary, fired, feature, question.link, question.seed)
    strengths = found.strongest
    strengths[feature] = -1.0
    order = np.argsort(-strengths, kind="stable")[: question.most]
    order = order[(strengths[order] > 0) & (strengths[order] >= question.least)]
    features = np.concatenate([[feature], order]).astype(np.int32)
    ends, value, left_out = _links(dictionary, fired, features, question.link, strengths)
    rows = _known(dictionary, fired, features, ends)
    return FeatureGraph(
        question.link, features, ends, value, *rows, found.chance, turns_around(dictionary.w_dec, feature)[features],
        int((strengths > found.chance).sum()), 0 if fired is None else fired.positions, left_out,
    )  # fmt: skip


def around(dictionary: Dictionary, fired: Fired | None, feature: int, link: str, seed: int) -> Around:
    """The links of one feature with all others."""
    chance = np.random.default_rng(seed)
    if link == "cosine" or fired is None:
        return _by_cosine(dictionary, feature, seed)
    if link == "firing":
        return _by_firing(fired, feature, chance)
    return _by_trigger(fired, by_token(fired), feature, chance)


def _by_cosine(dictionary: Dictionary, feature: int, seed: int) -> Around:
    units = normalize(dictionary.w_dec.float(), dim=1)
    values = (units @ units[feature]).cpu().numpy().astype(np.float64)
    values[feature] = np.nan
    drawn = random_rows(DRAWS, units.shape[1], seed).to(units.device)
    largest = (normalize(drawn, dim=1) @ units.T).abs().max(dim=1).values
    return Around(values, values, float(largest.mean()))


def _by_firing(fired: Fired, feature: int, chance: np.random.Generator) -> Around:
    """Correlations; chance: the feature's activations at positions drawn anew."""
    column = fired.active[:, [feature]].toarray()[:, 0].astype(np.float64)
    moments = _moments(fired)
    values = _correlations(fired, column, moments)
    values[feature] = np.nan
    draws = []
    for _ in range(DRAWS):
        dealt = _correlations(fired, chance.permutation(column), moments)
        draws.append(np.nan_to_num(np.abs(dealt)).max(initial=0.0))
    return Around(values, values, float(np.mean(draws)))


def _moments(fired: Fired) -> tuple[F64, F64]:
    """Mean and standard deviation of each feature's activations over all positions. [n], [n]"""
    active, count = fired.active.astype(np.float64), fired.positions
    mean = np.asarray(active.sum(axis=0))[0] / count
    square = np.asarray(active.multiply(active).sum(axis=0))[0] / count
    return mean, np.sqrt(np.maximum(square - mean**2, 0))


def _correlations(fired: Fired, column: F64, moments: tuple[F64, F64]) -> F64:
    """[n] of a column of activations [T] with each feature's; NaN where one does not vary."""
    mean, deviation = moments
    both = fired.active.T @ column / fired.positions
    apart = deviation * column.std()
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(apart > 0, (both - mean * column.mean()) / apart, np.nan)


def _by_trigger(fired: Fired, tokens: ByToken, feature: int, chance: np.random.Generator) -> Around:
    sums = _sums(fired)
    own = fired.promoted[feature]
    out = _shares(tokens, _rows(tokens, own), sums)
    out[feature] = np.nan
    column = np.asarray(tokens.masses[:, [feature]].todense())[:, 0].astype(np.float64)
    known = fired.promoted >= 0
    at = np.where(known, np.searchsorted(tokens.ids, fired.promoted).clip(0, len(tokens.ids) - 1), 0)
    into = (column[at] * known).sum(axis=1) / sums[feature] if sums[feature] > 0 else np.full(len(sums), np.nan)
    into[feature] = np.nan
    draws = [
        float(np.nan_to_num(_shares(tokens, _alike(tokens, _rows(tokens, own), chance), sums)).max(initial=0.0))
        for _ in range(DRAWS)
    ]
    return Around(out, into, float(np.mean(draws)))


def _sums(fired: Fired) -> F64:
    found: F64 = np.asarray(fired.active.sum(axis=0), np.float64)[0]
    return found


def _rows(tokens: ByToken, promoted: I32) -> I32:
    """Rows of the table of tokens."""
    return np.searchsorted(tokens.ids, promoted[promoted >= 0]).astype(np.int32)


def _shares(tokens: ByToken, rows: I32, sums: F64) -> F64:
    """[n] of each feature's sum, what stands at some tokens; NaN for a feature that is never active."""
    there = np.asarray(tokens.masses[rows].sum(axis=0), np.float64)[0] if len(rows) else np.zeros_like(sums)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(sums > 0, there / sums, np.nan)


def _alike(tokens: ByToken, rows: I32, chance: np.random.Generator) -> I32:
    """Other tokens about as common as some."""
    order = np.argsort(tokens.counts, kind="stable")
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    drawn = [
        order[np.clip(place[row] + chance.integers(-LIKE // 2, LIKE // 2 + 1), 0, len(order) - 1)]
        for row in rows.tolist()
    ]
    return np.array(drawn, np.int32)


def _links(
    dictionary: Dictionary, fired: Fired | None, features: I32, link: str, strengths: F64
) -> tuple[I32, F32, int]:
    """Links among the features [m] and their values, strongest first, and how many there were besides."""
    table = _table(dictionary, fired, features, link)  # [m, m] from row to column
    least = strengths[features[1:]].min(initial=np.inf)
    amounts = np.nan_to_num(np.abs(table))
    np.fill_diagonal(amounts, 0)
    if link != "trigger":
        amounts = np.triu(amounts)
    own = np.zeros_like(amounts, bool)
    own[0], own[:, 0] = True, True
    wanted = (amounts > 0) & (amounts >= np.float64(least) * (1 - 1e-6))
    wanted |= own & (amounts > 0) & (link != "trigger")
    source, to = np.nonzero(wanted)
    order = np.argsort(-amounts[source, to], kind="stable")
    ends = np.stack([source[order], to[order]], axis=1).astype(np.int32)
    others = (ends > 0).all(axis=1)
    kept = ~others | (np.cumsum(others) <= MOST_LINKS - int((~others).sum()))
    ends, left_out = ends[kept], int((~kept).sum())
    return ends, table[ends[:, 0], ends[:, 1]].astype(np.float32), left_out


def _table(dictionary: Dictionary, fired: Fired | None, features: I32, link: str) -> F64:
    """[m, m] of a link."""
    if link == "cosine" or fired is None:
        units = normalize(dictionary.w_dec[torch.from_numpy(features.astype(np.int64))].float(), dim=1)
        return (units @ units.T).cpu().numpy().astype(np.float64)
    if link == "firing":
        return correlations(fired, features)
    tokens, sums = by_token(fired), _sums(fired)
    rows = [_shares(tokens, _rows(tokens, fired.promoted[feature]), sums)[features] for feature in features.tolist()]
    return np.stack(rows)


def correlations(fired: Fired, features: I32) -> F64:
    """[m, m] of activations over all positions; NaN where a feature does not vary."""
    values = fired.active[:, features].toarray().astype(np.float64)
    values -= values.mean(axis=0)
    norms = np.linalg.norm(values, axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: F64 = (values.T @ values) / np.outer(norms, norms)
    return found


def lifts(fired: Fired, features: I32) -> F64:
    """[m, m] P(both active) / (P(one) P(other)); NaN where a feature is never active."""
    there = (fired.active[:, features].toarray() != 0).astype(np.float64)
    alone = there.mean(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: F64 = (there.T @ there) / len(there) / np.outer(alone, alone)
    return found


def _known(dictionary: Dictionary, fired: Fired | None, features: I32, ends: I32) -> tuple[F32, F32, F32, F32]:
    """Cosine, correlation, lift and trigger share of each link, whichever it was drawn by."""
    one, other = ends[:, 0], ends[:, 1]
    cosine = _table(dictionary, None, features, "cosine")[one, other].astype(np.float32)
    if fired is None:
        unknown = np.full(len(ends), np.nan, np.float32)
        return cosine, unknown, unknown, unknown
    return (
        cosine,
        correlations(fired, features)[one, other].astype(np.float32),
        lifts(fired, features)[one, other].astype(np.float32),
        _table(dictionary, fired, features, "trigger")[one, other].astype(np.float32),
    )
