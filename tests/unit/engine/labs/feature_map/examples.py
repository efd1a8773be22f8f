"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.dictionaries import files
from engine.dictionaries.records import Hook
from engine.labs.feature_map.records import AskDecoderGeometry, AskFeatureGraph, ReadTogether
from tests.helpers.dictionaries import random_dictionary
from tests.helpers.lab_examples import About, Examples


def questions(about: About) -> Examples:
    """One of each class, small; of a dictionary and a text that stand beside the texts."""
    path, text = about.texts.with_name("feature_map.safetensors"), about.texts.with_name("feature_map.txt")
    if path.is_absolute() and not path.exists():
        files.save(path, random_dictionary(hook=Hook("resid", 1)))
        text.write_text(" ".join(["the dog sees a cat and runs home"] * 400), "utf-8")
    read = ReadTogether(str(path), str(text), 1_000)
    yield "geometry", AskDecoderGeometry(str(path))
    yield "fired", read
    for link in ("cosine", "firing", "trigger"):
        yield link, AskFeatureGraph(read, 3, link, 8)
