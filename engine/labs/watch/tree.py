"""A decision tree (scikit-learn's) over features that tells two sets of texts apart, as a rule that can be read.

A text's number for a feature is its largest or mean activation over its positions, the first one and outliers left
out. Precision and recall are of texts that the tree was not trained on; the control is a tree of the same kind trained
on shuffled labels and scored on the same texts.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from engine.capture.many import run_rows
from engine.dictionaries import hooks, shelf
from engine.dictionaries.dictionary import Dictionary
from engine.errors import InputRefused, Stopped, in_short
from engine.labkit.intervals import wilson
from engine.labkit.subject import Subject, of_bench
from engine.labkit.text_lines import read_lines
from engine.labkit.workbench import Workbench
from engine.labs.watch.records import DEEPEST, AskTree, Condition, Rule, Score, Tree
from engine.records import F32
from engine.sentences import say, together

FEWEST = 6  # texts of each set
MOST_TEXTS = 400  # of each set
LONGEST = 256  # tokens of a text that are read
BETWEEN = "|"
Bools = np.ndarray[tuple[int], np.dtype[np.bool_]]


def tree(question: AskTree, bench: Workbench) -> Tree:
    """See the module.

    Raises:
        InputRefused: a set cannot be read or has too few texts, no such dictionary, or a depth out of range. Stopped.
    """
    began = time.perf_counter()
    if not 1 <= question.depth <= DEEPEST or not 0.1 <= question.held_out <= 0.9:
        raise InputRefused(say("The tree's depth must be 1 to {most}, not {n}.", most=DEEPEST, n=question.depth))
    dictionary = shelf.use(question.dictionary, bench.anatomy)
    texts, notes = zip(*(texts_of(it) for it in (question.positive, question.negative)), strict=True)
    subject = of_bench(bench)
    read = _read(subject, dictionary, [*texts[0], *texts[1]], question.reading)
    labels = np.arange(len(read)) < len(texts[0])
    chance = np.random.default_rng(question.seed)
    held = _held_out(labels, question.held_out, chance)
    made = fitted(read[~held], labels[~held], question)
    shuffled = labels[~held][chance.permutation(int((~held).sum()))]
    other = fitted(read[~held], shuffled, question)
    ways = ways_of(made, question.dictionary)
    return Tree(
        Rule(say("tree"), ways, so_far=question.reading == "max"), question.reading, int(made.get_depth()),
        int(made.get_n_leaves()), (int(labels[~held].sum()), int((~labels[~held]).sum())),
        scored(made.predict(read[held]).astype(bool), labels[held]),
        scored(other.predict(read[held]).astype(bool), labels[held]), time.perf_counter() - began, together(*notes),
    )  # fmt: skip


def fitted(read: F32, labels: Bools, question: AskTree) -> Any:
    """scikit-learn's tree."""
    from sklearn.tree import DecisionTreeClassifier

    made = DecisionTreeClassifier(max_depth=question.depth, min_samples_leaf=2, random_state=question.seed)
    return made.fit(read, labels)


def ways_of(made: Any, dictionary: str) -> tuple[tuple[Condition, ...], ...]:
    """The paths of a tree to the leaves where most texts were positive."""
    nodes = made.tree_
    positive = list(made.classes_).index(True) if True in made.classes_ else -1
    found: list[tuple[Condition, ...]] = []

    def walk(node: int, way: tuple[Condition, ...]) -> None:
        left, right = int(nodes.children_left[node]), int(nodes.children_right[node])
        if left == right:
            values = nodes.value[node][0]
            if positive >= 0 and int(np.argmax(values)) == positive and way:
                found.append(way)
            return
        feature, value = int(nodes.feature[node]), float(nodes.threshold[node])
        walk(left, (*way, Condition(dictionary, feature, False, value)))
        walk(right, (*way, Condition(dictionary, feature, True, value)))

    walk(0, ())
    return tuple(found)


def scored(marked: Bools, labels: Bools) -> Score:
    """Precision and recall of what was marked, with Wilson's intervals."""
    right, positive, n = int((marked & labels).sum()), int(labels.sum()), int(marked.sum())
    return Score(
        right, positive, n, len(labels), (right / n if n else float("nan"), *wilson(right, n)),
        (right / positive if positive else float("nan"), *wilson(right, positive)),
    )  # fmt: skip


def _held_out(labels: Bools, share: float, chance: np.random.Generator) -> Bools:
    """The same share of both sets."""
    held = np.zeros(len(labels), bool)
    for label in (True, False):
        mine = chance.permutation(np.flatnonzero(labels == label))
        held[mine[: max(1, round(share * len(mine)))]] = True
    return held


def texts_of(typed: str) -> tuple[list[str], str]:
    """The texts of a folder's files (one each), the lines of a file, or what was typed with | between texts.

    Raises:
        InputRefused: they cannot be read, or are too few.
    """
    name, note = typed.strip(), ""
    path = Path(name).expanduser() if name and BETWEEN not in name and "\n" not in name else None
    if path is not None and _there(path, folder=True):
        files = sorted(it for it in path.iterdir() if it.is_file() and it.suffix.lower() in (".txt", ".md", ""))
        texts = [" ".join(read_lines(it)[0]) for it in files[:MOST_TEXTS]]
    elif path is not None and (_there(path, folder=False) or len(name.split()) == 1):
        texts, note = read_lines(path, say("a folder of them, or type texts with | between them"))
    else:
        texts = [line.strip() for line in name.replace(BETWEEN, "\n").splitlines() if line.strip()]
    if len(texts) < FEWEST:
        raise InputRefused(
            say(
                "A set of {n} texts is too small to train on some and hold others out: {fewest} are needed. Name a "
                "folder or a file of more, or type them with | between.",
                n=len(texts),
                fewest=FEWEST,
            )
        )
    if len(texts) > MOST_TEXTS:
        note = together(
            note, say("Of {name} the first {most} texts were read.", name=in_short(name, 40), most=MOST_TEXTS)
        )
    return texts[:MOST_TEXTS], note


def _there(path: Path, folder: bool) -> bool:
    try:
        return path.is_dir() if folder else path.is_file()
    except (OSError, ValueError):
        return False


def _read(subject: Subject, dictionary: Dictionary, texts: Sequence[str], reading: str) -> F32:
    """[texts, n] the largest or mean activation of every feature. Raises InputRefused for a text of one token."""
    found = np.zeros((len(texts), dictionary.width), np.float32)
    for row, text in enumerate(texts):
        if subject.stop():
            raise Stopped
        subject.progress(say("Reading the features of each text"), row, len(texts))
        ids = subject.encode(text)[: min(LONGEST, subject.context)]
        kept: list[torch.Tensor] = []
        remove = hooks.watch(subject.anatomy, dictionary.info.hook, kept.append)
        try:
            run_rows(subject.model, subject.anatomy, torch.tensor([ids]), stop=subject.stop)
        finally:
            remove()
        states = kept[0].reshape(-1, kept[0].shape[-1])[1:]
        states = states[~dictionary.left_out(states).to(states.device)]
        if not len(states):
            raise InputRefused(
                say("{text!r} is a single token, and the first one does not count.", text=in_short(text, 40))
            )
        f = dictionary.encode(states)
        found[row] = (f.amax(0) if reading == "max" else f.mean(0)).cpu().numpy()
    subject.progress(say("Reading the features of each text"), len(texts), len(texts))
    return found
