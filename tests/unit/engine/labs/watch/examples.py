"""Questions to the laboratory, for tests that try all of them."""

from __future__ import annotations

from engine.dictionaries import files
from engine.labs.watch.records import AskShade, AskTree, AskWatch, AskWatched, Condition, Rule
from tests.helpers.dictionaries import random_dictionary
from tests.helpers.lab_examples import About, Examples

POSITIVE = "the cat sat|a cat ran|the cat ran on|cat and mat|the cat on a mat|one cat sat"
NEGATIVE = "the dog sat|a dog ran|the dog ran on|dog and mat|the dog on a mat|one dog sat"


def questions(about: About) -> Examples:
    """One of each class, small; of a dictionary that stands beside the texts."""
    file = about.texts.with_name("watch.safetensors")
    if file.is_absolute() and not file.exists():
        files.save(file, random_dictionary())
    yield "shade", AskShade(str(file), (1, 5), about.node)
    yield "watched", AskWatched(str(file), (5,), about.node)
    rule = Rule("one", ((Condition(str(file), 1, True, 0.5),), (Condition(str(file), 5, True, 0.5),)))
    yield "watch", AskWatch(about.node, (rule,))
    yield "watch tree", AskTree(str(file), POSITIVE, NEGATIVE)
