"""Texts put one after the other as a language does it: things in a list, facts about one thing, sentences.

What stands between is a text for translators like any other, written with its neighbours: Chinese puts no space after
a full stop, and parts the things of a list by another sign than the clauses of a sentence. What is parted by " · ",
by a line, or is read by no person (file names, rows of a table) needs none of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate  # by this name its texts are collected
_ENDS = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])\s*")  # of sentences
STOPS = (".", "!", "?", "…", ":", "。", "！", "？", "：")


def listed(items: Iterable[str]) -> str:
    """Things in a list: `L5.H1, L7.H2`."""
    return _one_after_another(items, translate("Joined", "{before}, {item}"))


def facts(parts: Iterable[str]) -> str:
    """What is known of one thing, in clauses: `position 3, probability 5 %`; empty ones are left out everywhere."""
    return _one_after_another(parts, translate("Joined", "{before}, {fact}"))


def clauses(parts: Iterable[str]) -> str:
    """Clauses that hold commas themselves, or stand for themselves."""
    return _one_after_another(parts, translate("Joined", "{before}; {clause}"))


def sentences(*parts: str) -> str:
    """Whole sentences one after the other."""
    return _one_after_another(parts, translate("Joined", "{before} {sentence}"))


def spoken(*parts: str) -> str:
    """Texts one after the other, each ended as a sentence, so that a voice pauses between them."""
    return sentences(*map(ended, parts))


def ended(phrase: str) -> str:
    """A phrase with the end of a sentence, where it has none."""
    if not phrase or phrase.endswith(STOPS):
        return phrase
    return translate("Joined", "{phrase}.").format(phrase=phrase)


def apart(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for sentence in _ENDS.split(text) if sentence]


def named(what: str, said: str) -> str:
    """What is said of something, after its name: `12 brackets: 5 prefixes`."""
    return translate("Joined", "{what}: {said}").format(what=what, said=said)


def _one_after_another(parts: Iterable[str], between: str) -> str:
    """All of them, every two as the text `between` has `before` and what comes after it."""
    after = between.replace("{before}", "").partition("{")[2].partition("}")[0]
    said = ""
    for part in filter(None, parts):
        said = between.format(**{"before": said, after: part}) if said else part
    return said
