"""Counted things in words, in every language's own forms: "1 token", "3 tokens".

A text that counts is translated with its number: `plural(translate("Context", "{n} token(s)", "", n), n)`, so that the
collector of texts asks a translator for all forms of the language. English, which has no file of translations, has
its two written in the text itself: `(s)` and `(es)` for what is added where there is not exactly one, `[is|are]` for
what differs.
"""

from __future__ import annotations

import re

_ADDED = re.compile(r"\((s|es)\)")
_DIFFERS = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")


def plural(text: str, n: float) -> str:
    """The text as it is for `n` things; a translated one has its form already."""
    one = n == 1
    return _DIFFERS.sub(r"\1" if one else r"\2", _ADDED.sub("" if one else r"\1", text))
