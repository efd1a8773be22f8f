"""Who says Mary, as rows to be drawn: the largest shares, the knock-outs in order, the heads looked at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.labs.two_names.records import NameKnockouts, Names
from engine.records import F32
from viz.charts.head_names import Head, head_name
from viz.lab import QT_TRANSLATE_NOOP

KNOCKS = (QT_TRANSLATE_NOOP("WhoSaysMaryView", "zero"), QT_TRANSLATE_NOOP("WhoSaysMaryView", "mean"))
LOOKED_AT = 4  # heads whose attention is shown


@dataclass(frozen=True)
class Share:
    """One part's share of the logit difference. `head` only where it is one."""

    name: str
    value: float
    head: Head | None = None


@dataclass(frozen=True)
class Knock:
    """What is left of the difference without one head."""

    head: Head
    zero: float
    mean: float


def largest_shares(found: Names, count: int) -> tuple[Share, ...]:
    """The parts with the largest amounts, those for the answer first, then those against it."""
    parts = [
        Share(head_name(layer, head), float(found.heads[layer, head]), (layer, head)) for layer, head in _all(found)
    ]
    parts += [Share(f"L{layer}.MLP", float(value)) for layer, value in enumerate(found.mlp)]
    kept = sorted((part for part in parts if np.isfinite(part.value)), key=lambda part: -abs(part.value))[:count]
    return tuple(sorted(kept, key=lambda part: -part.value))


def _all(found: Names) -> list[Head]:
    layers, heads = found.heads.shape
    return [(layer, head) for layer in range(layers) for head in range(heads)]


def knocks_in_order(found: NameKnockouts, by: str, count: int) -> tuple[Knock, ...]:
    """The heads whose knock-out changes the difference most, those that lower it most first."""
    values: F32 = found.mean if by == "mean" else found.zero
    change = np.nan_to_num(values - np.float32(found.difference), nan=0.0).ravel()
    largest = np.argsort(-np.abs(change), kind="stable")[:count]
    order = largest[np.argsort(change[largest], kind="stable")]
    heads = [divmod(int(index), values.shape[1]) for index in order]
    return tuple(Knock(head, float(found.zero[head]), float(found.mean[head])) for head in heads)


def heads_looked_at(found: Names, chosen: Head, pinned: bool) -> tuple[Head, ...]:
    """The heads with the largest shares by amount; the chosen one in the last place where it is none of them."""
    order = np.argsort(-np.abs(np.nan_to_num(found.heads, nan=0.0)).ravel(), kind="stable")
    heads = [divmod(int(index), found.heads.shape[1]) for index in order[:LOOKED_AT]]
    if pinned and chosen not in heads and chosen[0] < found.heads.shape[0] and chosen[1] < found.heads.shape[1]:
        heads[-1] = chosen
    return tuple(heads)
