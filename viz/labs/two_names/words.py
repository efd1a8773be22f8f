"""The sentences of "Who says Mary", made from the numbers. All translatable."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.two_names.records import NameKnockouts, Names
from viz.charts.numbers import percent, signed

CLOSES = 1e-3


translate = QCoreApplication.translate  # by this name its texts are collected


def verdict(found: Names, answer: str, other: str, first: str) -> str:
    """What the model says: both probabilities and the difference."""
    said = translate("TwoNames", "{answer} {p}, {other} {q}: logit difference {difference}").format(
        answer=answer, p=percent(found.answer_prob), other=other, q=percent(found.other_prob),
        difference=signed(found.difference),
    )  # fmt: skip
    if found.first in (found.answer, found.other):
        return said
    return f"{said} · " + translate("TwoNames", "the most likely token is {first}").format(first=first)


def sum_line(found: Names) -> str:
    """The parts as a sum beside the model's own difference."""
    embedding, heads, mlps, biases, rest = found.sums
    parts = [
        translate("TwoNames", "embedding {value}").format(value=signed(embedding)),
        translate("TwoNames", "heads {value}").format(value=signed(heads)),
        translate("TwoNames", "MLPs {value}").format(value=signed(mlps)),
        translate("TwoNames", "biases {value}").format(value=signed(biases)),
    ]
    if abs(rest) >= CLOSES:
        parts.append(translate("TwoNames", "other parts of layers {value}").format(value=signed(rest)))
    return " ".join([*_joined(parts), "=", signed(found.total)])


def _joined(parts: list[str]) -> list[str]:
    return [part if at == 0 else f"  {part}" for at, part in enumerate(parts)]


def closing(found: Names) -> str:
    """How well the sum closes, and what was held fixed."""
    gap = abs(found.total - found.difference)
    closes = (
        translate("TwoNames", "the model's logit difference is {value}; the contributions sum to it within {gap}")
        if gap <= CLOSES
        else translate(
            "TwoNames",
            "the model's logit difference is {value}; the contributions miss it by {gap}, which is more than "
            "rounding explains: part of this model is not covered",
        )
    )
    said = closes.format(value=signed(found.difference), gap=f"{gap:.0e}".replace("e-0", "e-"))
    held = translate("TwoNames", "the final norm's scale is held fixed")
    if found.capped:
        held += " · " + translate("TwoNames", "before the model's cap on logits, which is not linear")
    return f"{said} · {held}"


def knock_line(found: NameKnockouts) -> str:
    """What the knock-outs were, and the strongest of them."""
    order = int(np.nanargmin(found.mean)) if np.isfinite(found.mean).any() else 0
    layer, head = divmod(order, found.mean.shape[1])
    return translate("TwoNames", "without L{layer}.H{head} {value} ({how})").format(
        layer=layer, head=head, value=signed(float(found.mean[layer, head])), how=mean_of(found)
    )


def mean_of(found: NameKnockouts) -> str:
    """What a head was set to, in words."""
    if not found.draws:
        return translate("TwoNames", "mean over the sample text")
    return translate("TwoNames", "mean over {n} sentences with three other names").format(n=found.draws)
