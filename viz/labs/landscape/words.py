"""What the loss landscape says of losses and starts."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.labs.landscape.records import Landscape
from viz.labs.landscape.landscape_frame import LandscapeFrame
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected


def short(value: float) -> str:
    """A loss in three digits."""
    return f"{value:z.3g}".replace("-", "−") if math.isfinite(value) else "–"


def start_name(start: int) -> str:
    """A start by its number."""
    return translate("LandscapeView", "start {n}").format(n=start)


def start_ends(frame: LandscapeFrame, start: int) -> str:
    """A start, the loss at its end, and whether that is a minimum."""
    found, minima = frame.found, frame.minima
    if found is None or minima is None or start >= len(minima):
        return start_name(start)
    if minima[start] < 0:
        return translate("LandscapeView", "start {n}: broke off").format(n=start)
    loss = short(float(found.path_loss[start, -1]))
    if minima[start]:
        return translate("LandscapeView", "start {n}: {loss}, minimum").format(n=start, loss=loss)
    return translate("LandscapeView", "start {n}: {loss}").format(n=start, loss=loss)


def centre_words(found: Landscape) -> str:
    """What is said where the training broke off that fixes the other weights."""
    if found.centre_broke_at < 0:
        return ""
    return translate(
        "LandscapeView",
        "The training that fixes the other weights broke off at step {step}: the numbers overflow (NaN), so they "
        "are those of its start. Choose a lower learning rate.",
    ).format(step=f"{found.centre_broke_at:,}")


def broken_words(found: Landscape) -> str:
    """What is said of descents that broke off."""
    broken = int((found.broke_at >= 0).sum())
    if not broken:
        return ""
    said = translate(
        "LandscapeView",
        "{n} descent(s) broke off, the first at step {step}: the numbers overflow (NaN). Choose a lower learning rate.",
        "",
        broken,
    )
    return plural(said, broken).format(n=broken, step=f"{int(found.broke_at[found.broke_at >= 0].min()):,}")
