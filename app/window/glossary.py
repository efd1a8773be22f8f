"""Finds the glossary's terms: by what is typed, and where they stand in a text of the window."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.window.glossary_terms import TERMS, Term


def terms() -> list[Term]:
    """Every term in the person's language, in the order of the table."""
    return [term.translated() for term in TERMS]


def matching(typed: str) -> list[Term]:
    """Those in whose texts every typed word occurs; all of them where nothing is typed."""
    wanted = typed.casefold().split()
    return [term for term in terms() if all(word in " ".join(term.texts).casefold() for word in wanted)]


def occurrences(text: str) -> Iterator[tuple[int, int, Term]]:
    """Where terms stand in a text of the window, in order: from, to, and which. Of several the longest is meant."""
    by_form = {form.strip().casefold(): term for term in terms() for form in term.words.split(",") if form.strip()}
    forms = sorted(by_form, key=len, reverse=True)
    if not forms:
        return
    for match in re.finditer("|".join(_pattern(form) for form in forms), text, re.IGNORECASE):
        yield match.start(), match.end(), by_form[match.group().casefold()]


def _pattern(form: str) -> str:
    """A form as a whole word where its writing has spaces between words."""
    first, last = (r"(?<![^\W_])" if _is_latin(form[0]) else "", r"(?![^\W_])" if _is_latin(form[-1]) else "")
    return f"{first}{re.escape(form)}{last}"


def _is_latin(letter: str) -> bool:
    return letter.isalnum() and ord(letter) < 0x2E80
