"""Numbers as people type them: with a point or a comma before decimals, a true minus, digits of any script."""

from __future__ import annotations

import unicodedata

_SIGNS = {",": ".", "٫": ".", "，": ".", "−": "-"}


def plain_number(text: str) -> str:
    """The same text, sign by sign, as Python writes numbers; what belongs to no number is left as it is."""
    return "".join(_plain(sign) for sign in text)


def _plain(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    return _SIGNS.get(sign, sign) if digit is None else str(digit)
