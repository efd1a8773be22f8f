"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.dictionaries import files
from engine.dictionaries.records import Hook
from engine.labs.published.records import MeasurePublished, OpenPublished
from tests.helpers.dictionaries import random_dictionary
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class that changes nothing outside."""
    path = about.texts.parent / "published.safetensors"
    files.save(path, random_dictionary(hook=Hook("resid", 1)))
    text = about.texts.parent / "published.txt"
    text.write_text(" ".join(["the dog sees a cat and runs home"] * 400), "utf-8")
    yield "opened", OpenPublished(str(path))
    yield "measured", MeasurePublished(str(path), str(text), 2_048)
