"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.dictionaries import files
from engine.dictionaries.records import Hook
from engine.labs.published.records import KeepPublished, MeasurePublished, OpenPublished
from tests.helpers.dictionaries import random_dictionary
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class that needs a model; of a dictionary and a text that stand beside the texts."""
    path, text = about.texts.with_name("published.safetensors"), about.texts.with_name("published.txt")
    if path.is_absolute() and not path.exists():
        files.save(path, random_dictionary(hook=Hook("resid", 1)))
        text.write_text(" ".join(["the dog sees a cat and runs home"] * 400), "utf-8")
    yield "opened", OpenPublished(str(path))
    yield "measured", MeasurePublished(str(path), str(text), 2_048)
    yield "copy kept", KeepPublished(MeasurePublished(str(path), str(text), 2_048))
