"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.labs.features.records import AskDictionaries, AskNotes
from tests.helpers.lab_examples import About, Examples


def questions(_about: About) -> Examples:
    """Those that need no dictionary; the others are tried with one in this folder."""
    yield "dictionaries", AskDictionaries()
    yield "notes", AskNotes("none")
