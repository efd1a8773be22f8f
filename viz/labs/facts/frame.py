"""What the view of edits shows: every probe before and after, and the means of each kind. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused
from engine.labs.facts.records import (
    METHODS,
    PROBE_KINDS,
    AskEdit,
    AskFactSets,
    AskMeasured,
    Edited,
    Fact,
    FactSets,
    Measured,
    Method,
    Settings,
)
from engine.questions import Question, Refused
from engine.records import F32, Vocabulary
from engine.run import Run
from viz.labs.facts import settings
from viz.labs.facts.probes import Labelled, facts_of, labelled
from viz.ui_state import Option, UiState

BOOTSTRAPS = 2000
FEWEST = 3  # probes of a kind that an interval is drawn from
F64 = npt.NDArray[np.float64]
Interval = tuple[float, float, float]  # value, 2.5 and 97.5 % of the bootstrap; the ends NaN where too few


@dataclass(frozen=True)
class Row:
    """A probe with probabilities of its answer."""

    kind: str
    prompt: str
    subject: str
    answer: str
    before: float
    after: float
    controls: tuple[float, ...]
    rank: int  # of the answer after the edit
    top: int  # the most likely token after it


@dataclass(frozen=True)
class Mean:
    """Means over the probes of a kind; `moved` of after less before, `apart` of its size, probe by probe."""

    kind: str
    n: int
    before: Interval
    after: Interval
    moved: Interval
    apart: Interval
    controls: tuple[Interval, ...]


@dataclass(frozen=True)
class FactsFrame:
    """An edit, or what it would be of."""

    facts: tuple[Fact, ...]
    asks: AskEdit | None  # None: the facts of the set are not read, or what was typed is of no use
    weaker: AskMeasured | None  # the edit at a strength below 1, once it is made
    wanted: tuple[Question, ...]
    edited: Edited | None
    measured: Measured | None  # at the strength chosen
    rows: tuple[Row, ...]
    means: tuple[Mean, ...]
    controls: tuple[str, ...]  # kinds
    refused: str
    sets_note: str
    strength: float
    log: bool
    has_relation: bool
    has_model: bool
    vocabulary: Vocabulary | None
    ui: UiState

    @property
    def following(self) -> Question | None:
        """What the button asks."""
        return self.weaker if self.edited is not None else self.asks


def facts_frame(run: Run, ui: UiState, mine: UiState) -> FactsFrame:
    """Of the fact that is typed."""

    def value(option: Option) -> str:
        return str(ui.option(settings.OWNER, option))

    sets, asked_sets, refused = sets_of(run, value(settings.PATH))
    several = value(settings.METHOD) != "rank one"
    facts: tuple[Fact, ...] = ()
    try:
        facts = facts_of(value(settings.PROMPT), value(settings.SUBJECT), value(settings.TARGET),
                         value(settings.MORE) if several else "")  # fmt: skip
    except InputRefused as error:
        refused = str(error)
    probes = labelled(facts, sets) if sets is not None else ()
    asks = question_of(run, ui, facts, probes) if probes and not refused else None
    strength = float(value(settings.STRENGTH))
    edited = run.findings.get(asks) if asks is not None else None
    if isinstance(edited, Refused):
        refused, edited = edited.sentence, None
    edited = edited if isinstance(edited, Edited) else None
    weaker = None
    measured = edited.measured if edited is not None else None
    if edited is not None and strength != 1.0:
        asking = AskMeasured(edited.edit.with_strength(strength), tuple(it.probe for it in probes))
        found = run.findings.get(asking)
        refused = found.sentence if isinstance(found, Refused) else refused
        measured = found if isinstance(found, Measured) else None
        weaker = asking if measured is None else None
    shown = edited is not None and measured is not None
    rows = _rows(probes, edited, measured) if edited is not None and measured is not None else ()
    kinds = tuple(control.kind for control in edited.controls) if shown and edited is not None else ()
    return FactsFrame(
        facts, asks, weaker, () if sets is not None or refused else (asked_sets,), edited, measured, rows,
        means_of(rows), kinds, refused, sets.note if sets is not None else "", strength,
        value(settings.SCALE) == settings.LOG, len(probes) > len(facts), run.info is not None, run.vocabulary, mine,
    )  # fmt: skip


def sets_of(run: Run, path: str) -> tuple[FactSets | None, AskFactSets, str]:
    """The facts that edits are judged by, what asks for them, and why there are none."""
    asks = AskFactSets(path.strip())
    found = run.findings.get(asks)
    refused = found.sentence if isinstance(found, Refused) else ""
    return (found if isinstance(found, FactSets) else None), asks, refused


def question_of(run: Run, ui: UiState, facts: Sequence[Fact], probes: Sequence[Labelled]) -> AskEdit:
    """The edit that is set; at the model's last layer where it has not so many."""
    method = method_of(ui)
    layer = int(ui.option(settings.OWNER, settings.LAYER))
    if run.info is not None:
        layer = min(layer, run.info.n_layers - 1)
    span = int(ui.option(settings.OWNER, settings.SPAN)) if method == "several layers" else 1
    layers = tuple(range(max(layer - span + 1, 0), layer + 1))
    return AskEdit(tuple(facts), layers, method, how(ui), tuple(it.probe for it in probes))


def method_of(ui: UiState) -> Method:
    """How facts are edited."""
    name = ui.option(settings.OWNER, settings.METHOD)
    return next(method for method in METHODS if method == name)


def how(ui: UiState) -> Settings:
    """The numbers of the optimisation."""
    steps, rate = ui.option(settings.OWNER, settings.STEPS), ui.option(settings.OWNER, settings.RATE)
    return replace(Settings(), steps=int(steps), rate=float(rate))


def _rows(probes: Sequence[Labelled], edited: Edited, measured: Measured) -> tuple[Row, ...]:
    before, after = np.exp(measured.before.astype(float)), np.exp(measured.after.astype(float))
    others = [np.exp(control.after.astype(float)) for control in edited.controls]
    return tuple(
        Row(
            it.probe.kind, it.probe.prompt, it.subject, it.probe.answer, float(before[at]), float(after[at]),
            tuple(float(other[at]) for other in others), int(measured.rank_after[at]), int(measured.top_after[at]),
        )
        for at, it in enumerate(probes)
    )  # fmt: skip


def means_of(rows: Sequence[Row]) -> tuple[Mean, ...]:
    """Of every kind that there is, in their order."""
    found = []
    for kind in PROBE_KINDS:
        some = [row for row in rows if row.kind == kind]
        if some:
            before, after = np.array([row.before for row in some]), np.array([row.after for row in some])
            others = np.array([row.controls for row in some])
            found.append(
                Mean(
                    kind, len(some), mean_of(before), mean_of(after), mean_of(after - before),
                    mean_of(np.abs(after - before)),
                    tuple(mean_of(column) for column in others.T),
                )
            )  # fmt: skip
    return tuple(found)


def mean_of(values: F64 | F32) -> Interval:
    """The mean with a 95 % interval of a bootstrap over probes."""
    mean = float(values.mean())
    if len(values) < FEWEST:
        return mean, math.nan, math.nan
    picks = np.random.default_rng(0).integers(len(values), size=(BOOTSTRAPS, len(values)))
    low, high = np.quantile(values[picks].mean(1), (0.025, 0.975))
    return mean, float(low), float(high)
