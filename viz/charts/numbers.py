"""Numbers as a person reads them: as many digits as carry meaning, the unit after a space that does not break.

What rounds to 0 has no sign: a format's `z` (PEP 682) makes 0.00 of what would be -0.00.
"""

from __future__ import annotations

import math

NBSP = "\u00a0"
NOT_THERE = "–"


def percent(share: float) -> str:
    """A share of 0..1 as percent: `45.1 %`, `4.52 %`; `< 0.01 %` and `> 99.9 %` instead of a false 0 or 100."""
    value = 100 * share
    if not math.isfinite(value):
        return NOT_THERE
    if value >= 99.95 and share < 1:
        return with_percent(f">{NBSP}99.9")
    if 0 < value < 0.005:
        return with_percent(f"<{NBSP}0.01")
    digits = 1 if value >= 9.995 else 2
    return with_percent(f"{value:z.{digits}f}" if 0 < value < 100 else f"{value:z.0f}")


def with_percent(number: str) -> str:
    """A number with its percent sign as a language writes it: `45 %`, whose space does not break, or `45%`."""
    from PySide6.QtCore import QCoreApplication  # here: frames, which know no Qt, take other functions of this module

    return QCoreApplication.translate("Numbers", "{number}\u00a0%").format(number=number)


def bits(value: float) -> str:
    """Bits with one decimal, two below one."""
    if not math.isfinite(value):
        return NOT_THERE
    return f"{value:z.{1 if abs(value) >= 0.95 else 2}f}"


def signed(value: float) -> str:
    """A logit or a difference, its sign there (a true minus) unless it rounds to 0."""
    if not math.isfinite(value):
        return NOT_THERE
    said = f"{value:+z.2f}".replace("-", "−")
    return "0.00" if said == "+0.00" else said


def fixed(value: float, digits: int) -> str:
    """A number with so many decimals (a true minus)."""
    if not math.isfinite(value):
        return NOT_THERE
    return f"{value:z.{digits}f}".replace("-", "−")


def nice_ceiling(value: float) -> float:
    """The smallest of 1, 2, 4, 5, 8 times a power of ten that is at least `value`; 1 for what is not above 0."""
    if not math.isfinite(value) or value <= 0:
        return 1.0
    base = 10.0 ** math.floor(math.log10(value))
    return next((step * base for step in (1, 2, 4, 5, 8) if step * base >= value * (1 - 1e-9)), 10 * base)
