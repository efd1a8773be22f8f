"""What the atlas says: what its bars and cells are, and a head's scores in words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from viz.charts.numbers import bits, percent
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.attention.attention_store import SCORES, Atlas

translate = QCoreApplication.translate  # by this name its texts are collected


SCORE_NAMES = {  # English source text of the context "Scores", by what is kept of a choice
    "previous": QT_TRANSLATE_NOOP("Scores", "previous token"),
    "duplicate": QT_TRANSLATE_NOOP("Scores", "duplicate token"),
    "induction": QT_TRANSLATE_NOOP("Scores", "induction"),
    "first": QT_TRANSLATE_NOOP("Scores", "first token"),
    "current": QT_TRANSLATE_NOOP("Scores", "same position"),
    "entropy": QT_TRANSLATE_NOOP("Scores", "entropy"),
    "distance": QT_TRANSLATE_NOOP("Scores", "distance"),
}


def score_name(score: str) -> str:
    """A score in words."""
    return QCoreApplication.translate("Scores", SCORE_NAMES[score])


def score_names(scores: Sequence[str]) -> tuple[str, ...]:
    """The source texts of several, as the choices of an option."""
    return tuple(SCORE_NAMES[score] for score in scores)


def shape_named(layers: int, heads: int) -> str:
    """How many layers of how many heads."""
    first = (
        translate("AttentionAtlasView", "1 layer")
        if layers == 1
        else translate("AttentionAtlasView", "{n} layers").format(n=layers)
    )
    return f"{first} × " + (
        translate("AttentionAtlasView", "1 head")
        if heads == 1
        else translate("AttentionAtlasView", "{n} heads").format(n=heads)
    )


def full_score(atlas: Atlas, score: str) -> float:
    """The score of a full bar: 1 for shares of attention, the largest there is for entropy and distance."""
    if score not in ("entropy", "distance"):
        return 1.0
    return max(float(np.nanmax(atlas.scores[SCORES.index(score)], initial=0.0)), 1e-9)


def atlas_facts(atlas: Atlas, score: str, without_first: bool) -> str:
    """What is shown, in a line."""
    facts = [
        translate("AttentionAtlasView", "bar: {score} on this text, 0 to {full}").format(
            score=score_name(score), full=number(score, full_score(atlas, score))
        )
    ]
    if without_first:
        facts.append(translate("AttentionAtlasView", "without the first token (attention sink)"))
    if atlas.bin > 1:
        facts.append(
            translate(
                "AttentionAtlasView", "zoomed out: each cell shows the strongest weight among {n} × {n} tokens"
            ).format(n=atlas.bin)
        )
    if atlas.n_missing:
        facts.append(
            translate("AttentionAtlasView", "{n} of {all} positions are not stored").format(
                n=atlas.n_missing, all=atlas.n_rows
            )
        )
    return " · ".join(facts)


def number(score: str, value: float) -> str:
    """A score with its unit."""
    if score == "entropy":
        return QCoreApplication.translate("Scores", "{n} bits").format(n=bits(value))
    return f"{value:z.1f}" if score == "distance" else percent(value)


def score_lines(atlas: Atlas, index: int) -> list[str]:
    """The scores of one head (layer * H + head) in words."""
    values = [(name, float(atlas.scores[i].flat[index])) for i, name in enumerate(SCORES)]
    return [f"{score_name(name)}: {number(name, value)}" for name, value in values if np.isfinite(value)]
