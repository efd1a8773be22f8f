"""What the view of where facts and grammar lie says: what was found, and whether an interval tells them apart."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.labs.facts.records import OfKind, Where
from viz.charts.numbers import fixed
from viz.joined import sentences
from viz.labs.facts.where_drawing import name_of

translate = QCoreApplication.translate  # by this name its texts are collected
Three = tuple[float, float, float]


def notes(found: Where) -> str:
    """The centres of both kinds, then the differences and what they say."""
    said = [_kind(kind) for kind in found.kinds]
    if len(found.kinds) == 2:
        said += [_verdict(found.later_mlp, mlp=True), _verdict(found.later_read, mlp=False)]
    control = translate(
        "Facts",
        "Only items that the model gets right are measured; a fact is held against another subject's answer, grammar "
        "against the other form.",
    )
    return sentences(*said, control, *([found.note] if found.note else []))


def _kind(kind: OfKind) -> str:
    return translate(
        "Facts",
        "{kind} ({n} of {asked} right): three quarters are read from state {read} on ({one} to {two}), and the "
        "MLPs that matter lie around L{mlp} ({three} to {four}).",
    ).format(
        kind=name_of(kind.name).capitalize(), n=kind.n, asked=kind.asked, read=fixed(kind.centre_read[0], 1),
        one=fixed(kind.centre_read[1], 1), two=fixed(kind.centre_read[2], 1), mlp=fixed(kind.centre_mlp[0], 1),
        three=fixed(kind.centre_mlp[1], 1), four=fixed(kind.centre_mlp[2], 1),
    )  # fmt: skip


def _verdict(apart: Three, *, mlp: bool) -> str:
    value, low, high = apart
    if not math.isfinite(low):
        return ""
    what = translate("Facts", "the MLPs") if mlp else translate("Facts", "reading")
    numbers = {"what": what, "value": fixed(abs(value), 1), "low": fixed(low, 1), "high": fixed(high, 1)}
    if low > 0:
        return translate(
            "Facts", "By {what}, facts lie {value} layers later than grammar (95 % interval {low} to {high})."
        ).format(**numbers)
    if high < 0:
        return translate(
            "Facts", "By {what}, facts lie {value} layers earlier than grammar (95 % interval {low} to {high})."
        ).format(**numbers)
    return translate(
        "Facts",
        "By {what}, facts are not shown to lie later than grammar: the interval of the difference, {low} to {high} "
        "layers, holds 0.",
    ).format(**numbers)
