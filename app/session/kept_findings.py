"""What the views of a lesson's steps ask of laboratories by themselves, had while the lesson is given for a recording.

Only what a view shows without a button is asked for, and of what was found only what a frame of the step looks at is
kept: a run of the same model holds findings of other steps too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

import numpy as np

from app.session.lesson_walk import LessonWalk
from engine.questions import Finding, Question, Refused
from engine.records import F32
from engine.run import Run
from viz.intents import AskLab, Intent, PlaceBeside
from viz.lessons.lesson import Step
from viz.registry import all_views
from viz.same_frame import same_frame
from viz.ui_state import UiState

BELOW_ONE: Final = np.float32(1 - 2**-11)  # the largest such number of half precision
EXACT: Final = 20_000  # numbers of an array that is kept as it is; a larger one is rounded to half precision


def ask_for_views(walk: LessonWalk, step: Step) -> dict[Question, Finding]:
    """Ask what the views of a step show by themselves, and wait for it; what was found that they look at."""
    names = views_of_step(step)
    asked: set[Intent] = set()
    for name in names:
        view = all_views()[name]
        for _ in range(8):  # a view may ask for more once it has the first
            wanted = view.wants(view.frame(walk.session.run, walk.session.ui))
            fresh = [it for it in wanted if isinstance(it, AskLab | PlaceBeside) and it not in asked]
            if not fresh:
                break
            for intent in fresh:
                asked.add(intent)
                walk.handle(intent)
            walk.wait()
    return looked_at(walk.session.run, walk.session.ui, names)


def views_of_step(step: Step) -> tuple[str, ...]:
    """The views that a step shows, or says a number of."""
    shown = [gesture.text for gesture in step.play if gesture.verb in ("show", "measure")]
    numbers = [number.view for number in step.numbers.values() if number.view]
    return tuple(name for name in dict.fromkeys([*step.state.views, *shown, *numbers]) if name in all_views())


def looked_at(run: Run, ui: UiState, views: Iterable[str]) -> dict[Question, Finding]:
    """The findings that frames of these views look at."""
    found: set[Question] = set()
    for name in views:
        view, seen = all_views()[name], _Watched(run.findings)
        frame = view.frame(_with(run, seen), ui)
        found |= seen.looked_at
        for question in set(run.findings) - found if seen.walked else ():
            rest = {asked: it for asked, it in run.findings.items() if asked != question}
            if not same_frame(view.frame(_with(run, rest), ui), frame):
                found.add(question)
    return {asked: it for asked, it in run.findings.items() if asked in found and not isinstance(it, Refused)}


def _with(run: Run, findings: dict[Question, Finding]) -> Run:
    taken = run.snapshot()
    taken.findings = findings
    taken.changed += 1
    return taken


class _Watched(dict[Question, Finding]):
    """Findings that know which of them were looked at, and whether a view went through all of them."""

    def __init__(self, known: Mapping[Question, Finding]) -> None:
        super().__init__(known)
        self.looked_at: set[Any] = set()
        self.walked = False

    def get(self, key: Any, default: Any = None) -> Any:
        self.looked_at.add(key)
        return super().get(key, default)

    def __getitem__(self, key: Any) -> Any:
        self.looked_at.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.looked_at.add(key)
        return super().__contains__(key)

    def values(self) -> Any:
        self.walked = True
        return super().values()

    def items(self) -> Any:
        self.walked = True
        return super().items()

    def __iter__(self) -> Any:
        self.walked = True
        return super().__iter__()


def rounded(value: Any) -> Any:
    """A record with its large arrays of fractions at half precision, which takes less room in a compressed file."""
    if isinstance(value, np.ndarray):
        return half(value) if value.dtype == np.float32 and value.size > EXACT else value
    if isinstance(value, tuple):
        return tuple(map(rounded, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{it.name: rounded(getattr(value, it.name)) for it in fields(value) if it.init})
    return value


def half(values: F32) -> F32:
    """Rounded to half precision where that holds them; their last bits, all 0 then, take no room in the file.

    What is not quite 1 stays so: a share of 99.98 % is not said to be all.
    """
    with np.errstate(over="ignore"):
        found = values.astype(np.float16).astype(np.float32)
    found[(found == 1) & (values < 1)] = BELOW_ONE
    return found if np.array_equal(np.isfinite(found), np.isfinite(values)) else values
