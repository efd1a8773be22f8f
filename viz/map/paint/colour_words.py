"""What the colours of the background mean, in words: headings, categories and ends of the legend."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from viz.charts.numbers import with_percent
from viz.map.data.along import DIRECTION
from viz.map.data.clusters import NOISE, OF_PICTURE, OF_SPACE
from viz.map.data.clusters import OTHERS as SMALLER
from viz.map.data.colouring import OTHERS, OWN_GROUPS, OWN_MEASURES, Colouring
from viz.map.data.losses import INVENTED, LOST
from viz.map.paint import along_words, loss_words

translate = QCoreApplication.translate  # by this name its texts are collected


def quantity(colouring: str) -> str:
    """What only points of the hidden states have, in words."""
    words = {
        "position": translate("Map", "position in its text"),
        "surprisal": translate("Map", "surprisal (bits)"),
        "text": translate("Map", "text kind"),
        "next token": translate("Map", "next token in its text"),
        "source text": translate("Map", "source text"),
        **{each: QCoreApplication.translate("MeaningSpace", each) for each in (*OWN_GROUPS, *OWN_MEASURES)},
    }
    return words.get(colouring, colouring)


def colour_title(by: Colouring) -> str:
    """The heading of the legend."""
    if by.title:
        return by.title
    if by.direction is not None:
        return along_words.title(by.direction)
    if by.by in (LOST, INVENTED):
        return loss_words.title(by.by, by.k)
    return {
        "kind": translate("Map", "token kind"),
        "id": translate("Map", "token id (lower = often more frequent)"),
        "norm": translate("Map", "vector norm"),
        "cluster": translate("Map", "cluster (k-means)"),
        "probability": translate("Map", "probability of being the next token"),
        "position": translate("Map", "position in its text"),
        "surprisal": translate("Map", "surprisal (bits)"),
        "text": translate("Map", "text kind"),
        "next token": translate("Map", "next token in its text"),
        "source text": translate("Map", "source text"),
        OF_SPACE: translate("Map", "clusters of the space, stability"),
        OF_PICTURE: translate("Map", "clusters of this picture, stability"),
    }[by.by]


def category_name(by: Colouring, i: int) -> str:
    """A category in words."""
    name = by.names[i]
    if by.by == "kind":
        return QCoreApplication.translate("token_kinds", name)
    if by.by in (OF_SPACE, OF_PICTURE) and name in (NOISE, SMALLER):
        return translate("Map", name)
    if name == OTHERS and i == len(by.names) - 1:
        return translate("Map", name)
    return translate("Map", name) if by.by == "text" else name


def ends(by: Colouring) -> tuple[str, str]:
    """The legend's words for the low and the high end of a ramp."""
    if by.logarithmic:
        return with_percent("≤ 0.0001"), with_percent("100")
    if by.by in (LOST, INVENTED):
        return with_percent("0"), with_percent("100")
    if by.by == DIRECTION:
        return f"{by.low:+z.2f}", f"{by.high:+z.2f}"
    if by.by in ("id", "position"):
        return f"{by.low:z,.0f}", f"{by.high:z,.0f}"
    return f"{by.low:z.2f}", f"{by.high:z.2f}"
