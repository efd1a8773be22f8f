"""What the view of an edit at every layer shows, put together from the slices that there are. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.labs.facts.records import PROBE_KINDS, AskSweep, Sweep
from engine.questions import Question, Refused
from engine.records import F32
from engine.run import Run
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.facts import settings
from viz.labs.facts.frame import F64, Interval, how, mean_of, method_of, sets_of
from viz.labs.facts.probes import Labelled, facts_of, labelled
from viz.ui_state import Option, UiState

OWNER = "facts_sweep"
EVERY = Option(
    "every",
    QT_TRANSLATE_NOOP("FactsSweepView", "Every n-th layer"),
    "integer",
    2,
    low=1,
    high=16,
    tip=QT_TRANSLATE_NOOP("FactsSweepView", "How far apart the layers are that are edited, one after another."),
)
OPTIONS = (EVERY,)


@dataclass(frozen=True)
class KindCurve:
    """A kind's mean probability at each layer; the first value is of the model before."""

    kind: str
    n: int
    values: tuple[Interval, ...]


@dataclass(frozen=True)
class SweepFrame:
    """The layers edited so far."""

    first: AskSweep | None
    following: AskSweep | None
    wanted: tuple[Question, ...]
    title: str
    probes: tuple[Labelled, ...]
    layers: tuple[int, ...]
    values: F32  # [probes, 1 + layers] probabilities; the first column before
    curves: tuple[KindCurve, ...]
    text: tuple[float, ...]  # loss of unrelated text before, then after the edit of each layer
    kl: tuple[float, ...]
    size: tuple[float, ...]
    why_not: tuple[str, ...]  # of layers
    going: bool
    refused: str
    has_model: bool
    ui: UiState

    @property
    def text_before(self) -> float:
        """The loss of the model as it is."""
        return self.text[0] if self.text else math.nan

    @property
    def has_charts(self) -> bool:
        """Whether a layer was edited."""
        return bool(self.layers) and bool(np.isfinite(self.values[:, 1:]).any())


def sweep_frame(run: Run, ui: UiState, mine: UiState) -> SweepFrame:
    """Of the fact that is typed in the view of edits."""

    def value(option: Option) -> str:
        return str(ui.option(settings.OWNER, option))

    sets, asked_sets, refused = sets_of(run, value(settings.PATH))
    facts = facts_of(value(settings.PROMPT), value(settings.SUBJECT), value(settings.TARGET), "")
    probes = labelled(facts, sets) if sets is not None else ()
    first: AskSweep | None = None
    if probes and run.info is not None:
        method = method_of(ui)
        layers = tuple(range(0, run.info.n_layers, int(ui.option(OWNER, EVERY))))
        asked = tuple(it.probe for it in probes)
        first = AskSweep(facts[0], layers, asked, "rank one" if method == "several layers" else method, how(ui))
    slices, following, why = _slices(run, first)
    values = _values(slices, len(probes))
    return SweepFrame(
        first, following, () if sets is not None or refused else (asked_sets,),
        f"{facts[0].subject} → {facts[0].target.strip()}", probes,
        tuple(layer for it in slices for layer in it.layers), values, _curves(probes, values) if slices else (),
        (slices[0].text_before, *_of(slices, "text_after")) if slices else (), _of(slices, "next_kl"),
        _of(slices, "size"), tuple(said for it in slices for said in it.why_not), AskSweep.__name__ in ui.going,
        refused or why, run.info is not None, mine,
    )  # fmt: skip


def _slices(run: Run, first: AskSweep | None) -> tuple[list[Sweep], AskSweep | None, str]:
    """What was found, what is to be asked next, and why that is refused."""
    found: list[Sweep] = []
    asks = first
    while asks is not None:
        answer = run.findings.get(asks)
        if isinstance(answer, Refused):
            return found, asks, answer.sentence
        if not isinstance(answer, Sweep):
            return found, asks, ""
        found.append(answer)
        asks = answer.then
    return found, None, ""


def _values(slices: list[Sweep], n: int) -> F32:
    if not slices:
        return np.empty((n, 0), np.float32)
    rows = [slices[0].before[None], *(it.after for it in slices)]
    values: F32 = np.exp(np.concatenate(rows)).T.astype(np.float32)
    return np.ascontiguousarray(values)


def _of(slices: list[Sweep], name: str) -> tuple[float, ...]:
    return tuple(float(value) for it in slices for value in getattr(it, name))


def _curves(probes: tuple[Labelled, ...], values: F32) -> tuple[KindCurve, ...]:
    found = []
    for kind in PROBE_KINDS:
        rows = [at for at, it in enumerate(probes) if it.probe.kind == kind]
        if rows:
            columns: list[F64] = [column.astype(float) for column in values[rows].T]
            found.append(KindCurve(kind, len(rows), tuple(mean_of(column) for column in columns)))
    return tuple(found)
