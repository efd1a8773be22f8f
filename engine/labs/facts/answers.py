"""Which function answers which question about facts."""

from __future__ import annotations

import time
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from engine.errors import InputRefused
from engine.labkit.subject import require
from engine.labkit.workbench import Bench, Workbench
from engine.labs.facts import sets
from engine.labs.facts.covariance import Covariances
from engine.labs.facts.make import make
from engine.labs.facts.prefixes import rows_of, subject_end
from engine.labs.facts.records import (
    AskEdit,
    AskFactSets,
    AskMeasured,
    AskSweep,
    AskWhere,
    Edited,
    Fact,
    FactSets,
    Measured,
    Sweep,
    Where,
)
from engine.labs.facts.scoring import Probing
from engine.labs.facts.value import run_plain
from engine.labs.facts.where import where
from engine.records import Plan
from engine.sentences import say

_COVARIANCES: WeakKeyDictionary[Any, Covariances] = WeakKeyDictionary()  # by the model itself


def edit(question: AskEdit, bench: Workbench) -> Edited:
    """An edit, tried on its probes. Raises InputRefused as `make`; Stopped."""
    began = time.perf_counter()
    _ready(bench, question.facts)
    probing = Probing(bench, question.probes)
    made = make(bench, question.facts, question.layers, question.method, question.settings, _covariances(bench))
    measured = probing.measure(Plan((made.edit,)))
    old = tuple(fact.was or _said(bench, fact) for fact in question.facts)
    seconds = time.perf_counter() - began
    return Edited(made.edit, made.losses, old, made.key_norms, made.size, made.tokens, measured, seconds)


def measure(question: AskMeasured, bench: Workbench) -> Measured:
    """Probes of an edit that is there. Raises InputRefused where it is of another model; Stopped."""
    _ready(bench, ())
    return Probing(bench, question.probes).measure(Plan((question.edit,)))


def sweep(question: AskSweep, bench: Workbench) -> Sweep:
    """The edit at one layer after another. Raises InputRefused for a fact that cannot be edited at all; Stopped."""
    began = time.perf_counter()
    _ready(bench, (question.fact,))
    if not question.layers:
        raise InputRefused(say("Choose at least one layer to edit."))
    probing = Probing(bench, question.probes)
    if question.method != "fine-tuning":
        _covariances(bench).make_ready(question.layers)
    n, nan = len(question.layers), float("nan")
    after = np.full((n, len(question.probes)), nan, np.float32)
    numbers = np.full((3, n), nan, np.float32)
    why = [""] * n
    for at, layer in enumerate(question.layers):
        bench.progress(say("Editing at layer {layer}", layer=layer), at, n)
        try:
            made = make(
                bench, (question.fact,), (layer,), question.method, question.settings, _covariances(bench)
            )  # fmt: skip
        except InputRefused as error:
            why[at] = str(error)
            continue
        found = probing.measure(Plan((made.edit,)))
        after[at] = found.after
        numbers[:, at] = found.text_after, found.next_kl, made.size[0]
    return Sweep(
        question.layers, question.probes, probing.before[0], after, probing.text_before, numbers[0], numbers[1],
        numbers[2], tuple(why),
        time.perf_counter() - began,
    )  # fmt: skip


def fact_sets(question: AskFactSets, _bench: Bench) -> FactSets:
    """What can be edited. Raises InputRefused for a file that holds no facts."""
    return sets.read(question.path)


def lies(question: AskWhere, bench: Workbench) -> Where:
    """Where facts and grammar are read and lost. Raises InputRefused; Stopped."""
    found = sets.read(question.path)
    if question.path:
        found = FactSets(found.relations, sets.bundled().contrasts, found.note)
    bench.session.cool()
    return where(question, bench, found)


def _ready(bench: Workbench, facts: tuple[Fact, ...]) -> None:
    require(bench.anatomy, "replay", "neurons")
    bench.session.cool()
    for fact in facts:
        subject_end(bench.tokenizer, fact.prompt, fact.subject)


def _said(bench: Workbench, fact: Fact) -> str:
    """The model's own answer: its most likely next token."""
    rows = rows_of(bench.tokenizer, fact, ("",), "", bench.session.context)
    token = int(run_plain(bench, rows)[0, rows.lengths[0] - 1].argmax())
    return str(bench.tokenizer.decode([token])).strip()


def _covariances(bench: Workbench) -> Covariances:
    held = _COVARIANCES.get(bench.model)
    if held is None:
        held = _COVARIANCES[bench.model] = Covariances(bench)
    held.use(bench)
    return held


ANSWERS = {AskEdit: edit, AskMeasured: measure, AskSweep: sweep, AskFactSets: fact_sets, AskWhere: lies}
