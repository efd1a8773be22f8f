"""Boxes for numbers, the same in every country: shown with a point, taken with a point or a comma.

Qt's own boxes follow the system's locale: where that writes a comma they drop a point that is typed, so "0.5" becomes
5 or 0 without a word, while every other number in the program is written with a point. These keep one locale whatever
the system's is, and read what is typed as `plain_number` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

from viz.typed_number import plain_number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractSpinBox as _Box
else:
    _Box = object  # a class can have one of Qt's classes below it only


def _plain_locale() -> QLocale:
    """A point before decimals, nothing between thousands."""
    locale = QLocale(QLocale.Language.C)
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator | QLocale.NumberOption.RejectGroupSeparator)
    return locale


class _Plain(_Box):
    """What both kinds do. Qt's own class comes after this one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(_plain_locale())

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:  # noqa: A002  Qt's name
        found: tuple[QValidator.State, str, int] = super().validate(plain_number(input), pos)
        return found


class WholeBox(_Plain, QSpinBox):
    """A whole number."""


class DecimalBox(_Plain, QDoubleSpinBox):
    """A number with decimals."""
