"""Which function answers which question about facts."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from engine.errors import InputRefused
from engine.labkit.subject import require
from engine.labkit.workbench import Bench, Workbench
from engine.labs.facts import sets
from engine.labs.facts.controls import controls
from engine.labs.facts.covariance import Covariances, Held
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
from engine.records import F32, Plan
from engine.sentences import say

_HELD: WeakKeyDictionary[Any, Held] = WeakKeyDictionary()  # by the model itself


def edit(question: AskEdit, bench: Workbench) -> Edited:
    """An edit, tried on its probes. Raises InputRefused as `make`; Stopped."""
    began = time.perf_counter()
    _ready(bench, question.facts)
    probing = Probing(bench, question.probes)
    made = make(bench, question.facts, question.layers, question.method, question.settings, _covariances(bench))
    bench.progress(say("Trying the edit on its probes"), 0, 1)
    measured = probing.measure(Plan((made.edit,)))
    against = controls(made, probing, question.settings.seed)
    old = tuple(fact.was or _said(bench, fact) for fact in question.facts)
    seconds = time.perf_counter() - began
    return Edited(made.edit, made.losses, old, made.key_norms, made.size, made.tokens, measured, seconds, against)


def measure(question: AskMeasured, bench: Workbench) -> Measured:
    """Probes of an edit that is there. Raises InputRefused where it is of another model; Stopped."""
    _ready(bench, ())
    return Probing(bench, question.probes).measure(Plan((question.edit,)))


def sweep(question: AskSweep, bench: Workbench) -> Sweep:
    """A slice of the edits. Raises InputRefused for a fact that cannot be edited at all; Stopped."""
    began = time.perf_counter()
    _ready(bench, (question.fact,))
    if not 0 <= question.at < len(question.layers):
        raise InputRefused(say("Choose at least one layer to edit."))
    probing = Probing(bench, question.probes)
    if question.method != "fine-tuning":
        _covariances(bench).make_ready(question.layers)
    rows, numbers, why = list[F32](), list[tuple[float, float, float]](), list[str]()
    n = len(question.layers)
    for at in range(question.at, n):
        if rows and time.perf_counter() - began >= question.seconds:
            break
        bench.progress(say("Editing at layer {layer}", layer=question.layers[at]), at, n)
        row, three, refused = _at_layer(question, bench, question.layers[at], probing)
        rows.append(row)
        numbers.append(three)
        why.append(refused)
    end = question.at + len(rows)
    text, kl, size = np.array(numbers, np.float32).T
    return Sweep(
        question.layers[question.at : end], question.probes, probing.before[0], np.stack(rows), probing.text_before,
        text.copy(), kl.copy(), size.copy(), tuple(why), time.perf_counter() - began,
        replace(question, at=end) if end < n else None,
    )  # fmt: skip


def _at_layer(
    question: AskSweep, bench: Workbench, layer: int, probing: Probing
) -> tuple[F32, tuple[float, float, float], str]:
    """Of one layer: the probes after, then loss, KL and size; NaN and why where it was refused."""
    try:
        made = make(bench, (question.fact,), (layer,), question.method, question.settings, _covariances(bench))
    except InputRefused as error:
        nan = float("nan")
        return np.full(len(question.probes), nan, np.float32), (nan, nan, nan), str(error)
    found = probing.measure(Plan((made.edit,)))
    return found.after, (found.text_after, found.next_kl, float(made.size[0])), ""


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
    return Covariances(bench, _HELD.setdefault(bench.model, Held()))


ANSWERS = {AskEdit: edit, AskMeasured: measure, AskSweep: sweep, AskFactSets: fact_sets, AskWhere: lies}
