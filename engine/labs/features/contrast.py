"""Which features tell two sets of texts apart: chosen on one half of the texts, measured on the other.

A text's number is the mean activation over its positions that count. Features are ranked on the first half by the
difference of the sets' means in standard errors (Welch's t), and the difference and its standard error are told of the
second half, which chose nothing. The control shuffles the texts between the sets and does the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.dictionaries import shelf
from engine.dictionaries.dictionary import Dictionary
from engine.errors import InputRefused, Stopped, in_short
from engine.folders import RESOURCES
from engine.labkit.subject import of_bench
from engine.labkit.text_lines import read_lines
from engine.labkit.workbench import Workbench
from engine.labs.features.activations import rows
from engine.labs.features.records import AskFeatureContrast, FeatureContrast
from engine.sentences import say, together

FEWEST = 4  # texts of a set: two to choose on, two to measure on
LONGEST = 256  # tokens of a text that are read
MOST_NUMBERS = 2**25  # means that are kept: 256 MB
SHUFFLES = 20
FIRST = 10
BETWEEN = "|"
F64 = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True)
class TextSet:
    """A named list of texts."""

    name: str
    texts: tuple[str, ...]
    note: str = ""


def contrast(question: AskFeatureContrast, bench: Workbench) -> FeatureContrast:
    """See the module.

    Raises:
        InputRefused: a set has too few texts, cannot be read, or no such dictionary. Stopped: a person said so.
    """
    dictionary = shelf.use(question.dictionary, bench.anatomy)
    most = MOST_NUMBERS // dictionary.width
    sets = text_set(question.a, most), text_set(question.b, most)
    total = sum(len(it.texts) for it in sets)
    means_a = _means(bench, dictionary, sets[0], 0, total)
    means_b = _means(bench, dictionary, sets[1], len(sets[0].texts), total)
    chance = np.random.default_rng(question.seed)
    a, b = (it[chance.permutation(len(it))] for it in (means_a, means_b))
    features, chosen, measured, errors = halves(a, b, question.count)
    shuffled = [_shuffled(a, b, chance) for _ in range(SHUFFLES)]
    return FeatureContrast(
        sets[0].name, sets[1].name, _sizes(len(a)), _sizes(len(b)), features.astype(np.int32),
        chosen.astype(np.float32), measured.astype(np.float32), errors.astype(np.float32), float(np.mean(shuffled)),
        together(sets[0].note, sets[1].note),
    )  # fmt: skip


def _sizes(n: int) -> tuple[int, int]:
    return n // 2, n - n // 2


def text_set(typed: str, most: int = 100_000) -> TextSet:
    """A bundled set by its name, the lines of a file, or what was typed: lines, or texts parted by |.

    Raises:
        InputRefused: a file cannot be read, or there are too few texts.
    """
    name, note = typed.strip(), ""
    bundled = RESOURCES / "contrast" / f"{name}.txt"
    if name.isidentifier() and bundled.is_file():
        texts = read_lines(bundled)[0]
    elif "\n" not in name and BETWEEN not in name and name and (_is_file(name) or len(name.split()) == 1):
        path = Path(name).expanduser()
        texts, note = read_lines(path, say("type a text on each line"))
        name = path.name
    else:
        texts = [line.strip() for line in name.replace(BETWEEN, "\n").splitlines() if line.strip()]
        name = in_short(texts[0], 30) if texts else ""
    if len(texts) < FEWEST:
        raise InputRefused(
            say(
                "A set of {n} texts is too small: {fewest} are needed to choose on some and measure on others. Type "
                "one text on each line, or part them by |.",
                n=len(texts),
                fewest=FEWEST,
            )
        )
    if len(texts) > most:
        note = together(note, say("Of {name} the first {most:,} texts were read.", name=name, most=most))
    return TextSet(name, tuple(texts[:most]), note)


def _is_file(name: str) -> bool:
    try:
        return Path(name).expanduser().is_file()
    except (OSError, ValueError):
        return False


def _means(bench: Workbench, dictionary: Dictionary, texts: TextSet, done: int, total: int) -> F64:
    """[texts, n] mean activations. Raises InputRefused where a text is a single token."""
    subject, found, pieces = of_bench(bench), np.zeros((len(texts.texts), dictionary.width)), []
    for row, text in enumerate(texts.texts):
        ids = subject.encode(text)[: min(LONGEST, subject.context)]
        if len(ids) < 2:
            raise InputRefused(
                say("{text!r} is a single token, and the first one does not count.", text=in_short(text, 40))
            )
        pieces.append((str(row), np.array(ids, np.int32)))
    for n, it in enumerate(rows(bench, dictionary, pieces)):
        if bench.stop():
            raise Stopped
        bench.progress(say("Reading the features of each text"), done + n, total)
        sums = np.bincount(it.features, it.values.astype(np.float64), dictionary.width)
        found[int(it.title)] = sums / max(int(it.counted.sum()), 1)
    return found


def halves(a: F64, b: F64, count: int) -> tuple[Any, F64, F64, F64]:
    """Features by |t| on the first halves, their difference there, and difference and standard error on the second."""
    (first_a, last_a), (first_b, last_b) = (np.split(it, [len(it) // 2]) for it in (a, b))
    difference, error = _welch(first_a, first_b)
    t = np.divide(np.abs(difference), error, out=np.zeros_like(error), where=error > 0)
    order = np.argsort(-t, kind="stable")[:count]
    order = order[t[order] > 0]
    measured, errors = _welch(last_a[:, order], last_b[:, order])
    return order, difference[order], measured, errors


def _welch(a: F64, b: F64) -> tuple[F64, F64]:
    """Difference of the means [n] and its standard error."""
    error = np.sqrt(a.var(0, ddof=1) / len(a) + b.var(0, ddof=1) / len(b))
    return a.mean(0) - b.mean(0), error


def _shuffled(a: F64, b: F64, chance: np.random.Generator) -> float:
    """Mean |t| on the second half of the first features, texts shuffled between the sets."""
    every = np.concatenate([a, b])[chance.permutation(len(a) + len(b))]
    _, _, measured, errors = halves(every[: len(a)], every[len(a) :], FIRST)
    usable = errors > 0
    return float(np.mean(np.abs(measured[usable]) / errors[usable])) if usable.any() else 0.0
