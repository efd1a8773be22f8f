"""What an axis says: its range, its round numbers or the names of its categories. Plain values, known without Qt."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from viz.charts.numbers import with_percent


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round values from `low` to `high`, at most about `most` of them."""
    if not math.isfinite(low + high) or high <= low:
        return [low] if math.isfinite(low) else []
    rough = (high - low) / max(most, 1)
    base = 10.0 ** math.floor(math.log10(rough))
    step = next(base * m for m in (1, 2, 5, 10) if base * m >= rough * (1 - 1e-9))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(i * step, 12) for i in range(first, last + 1)]


def short(value: float) -> str:
    """A tick's number: `1.2M`, `40k`, `0.5`, with a true minus."""
    for size, letter in ((1e6, "M"), (1e3, "k")):
        if abs(value) >= size:
            return f"{value / size:zg}{letter}".replace("-", "−")
    return f"{value:zg}".replace("-", "−")


def shares(value: float) -> str:
    """A tick's share of 1 as percent, without digits that say nothing: `50 %`, `2.5 %`."""
    return with_percent(f"{100 * value:z.4g}".replace("-", "−"))


def log_marks(low: float, high: float) -> tuple[tuple[float, str], ...]:
    """The marks of an axis of logarithms to base 10: 1, 2 and 5 of the powers of ten in sight, 1 alone of many."""
    found = [
        (power + math.log10(step), f"{step * 10.0**power:z,.{max(-power, 0)}f}")
        for power in range(math.floor(low), math.ceil(high) + 1)
        for step in ((1, 2, 5) if high - low < 2.5 else (1,))
    ]
    return tuple(it for it in found if low <= it[0] <= high)


@dataclass(frozen=True)
class Ruler:
    """One axis. With `labels` it has categories 0, 1, 2 …, each from half a step before its number to half after."""

    low: float = 0.0
    high: float = 1.0
    name: str = ""
    numbers: Callable[[float], str] = short
    whole: bool = False  # only whole numbers are ticks
    marks: tuple[tuple[float, str], ...] = ()  # ticks of its own, instead of round numbers
    labels: tuple[str, ...] = ()
    under: tuple[str, ...] = ()  # a second, smaller line below each label
    chosen: int | None = None  # the category that stands out, and is never left out
    marked: frozenset[int] = frozenset()  # categories in the accent's colour, never left out either
    at_start: bool = False  # labels begin where their category does, instead of standing in its middle
    least: float = 0.0  # em of room that a vertical axis takes at least, so that charts of several panels align
    turned: bool = False  # the labels of a horizontal axis are written upwards
    smallest: float = 0.64  # em of the type of stacked or turned labels that stand close, before some are left out
    widest: float = 9.0  # em of a label of a vertical axis or of a turned one
    clear: bool = False  # labels are in the text's colour: they are what is to be read
    quiet: frozenset[int] = frozenset()  # categories whose labels are muted all the same
    down: bool = False  # a vertical axis that grows downwards
    lines: bool = True  # faint lines across at the ticks
    far: bool = False  # on the other side: above instead of below, right instead of left
    hidden: bool = False
    fixed: bool = False  # neither zoomed nor moved

    @property
    def is_categories(self) -> bool:
        return bool(self.labels)


def categories(labels: tuple[str, ...], name: str = "", **more: object) -> Ruler:
    """A ruler of categories; `more` as in `Ruler`."""
    return Ruler(-0.5, len(labels) - 0.5, name, labels=labels, lines=False, **more)  # type: ignore[arg-type]


def shown_labels(
    n: int, low: float, high: float, every: int, chosen: int | None, marked: frozenset[int] = frozenset()
) -> list[int]:
    """The categories in sight that are named: every so many, always the chosen and marked, and none that touches them.

    Of marked ones that would touch each other the first is named, and the chosen one goes before all.
    """
    first, last = max(math.ceil(low), 0), min(math.floor(high), n - 1)
    kept: list[int] = []
    for at in ([] if chosen is None else [chosen]) + sorted(marked):
        if first <= at <= last and all(abs(at - other) >= every for other in kept):
            kept.append(at)
    named = [at for at in range(first, last + 1) if at % every == 0]
    return sorted({*kept, *(at for at in named if all(abs(at - other) >= every for other in kept))})
