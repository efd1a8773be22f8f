"""Runs that a lesson is given from where its model is not there: recorded by giving it once, and kept small.

A recorded run is a run file, compressed, without what no view of the lesson shows: whether a view needs the states, the
attention or the neurons is found out by looking whether its frame is another one without them. Of the vocabulary only
the tokens that are shown stay. It holds no map: that of a vocabulary alone is larger than all else.
"""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from app.session.lesson_walk import LessonWalk
from app.whole_file import write_whole
from engine.errors import InputRefused
from engine.files.run_file import save_run
from engine.records import F32, NodeRecord, Vocabulary
from engine.run import Run
from engine.sentences import say
from viz import lab
from viz.lessons import library
from viz.lessons.lesson import Lesson, RunAsked, Step
from viz.lessons.lesson_file import read_lesson
from viz.registry import all_views
from viz.same_frame import same_frame
from viz.ui_state import UiState

HEAVY: Final = ("resid", "attn", "neurons")
LARGEST: Final = 200_000  # bytes of a file with all that is seen


def record(walk: LessonWalk, path: Path, folder: Path) -> Iterator[Path]:
    """Give a lesson's file, its gestures too, and write each of its runs; the files, as they are written.

    Raises:
        InputRefused: the lesson has faults, names no recording, or its model is not there; a file cannot be written.
    """
    lesson = read_lesson(path)
    if not lesson.head.recording:
        raise InputRefused(
            say('{path} names no recording: add “recording = "{stem}"” to its front matter.', path=path, stem=path.stem)
        )
    runs: dict[RunAsked, Run] = {}
    for walked in walk.steps(path, play=True):
        beginning = walked.step.state.run.beginning
        known = runs.get(beginning)
        if walked.step.state.run.prompt and (known is None or len(walked.run.nodes) >= len(known.nodes)):
            runs[beginning] = walked.run
    folder.mkdir(parents=True, exist_ok=True)
    for asked, file in zip(lesson.runs, library.recordings_of(lesson, folder), strict=True):
        run, named = runs[asked.beginning], views_of(lesson, asked)
        data = _packed(small(run, (*named, *views_beside(lesson, asked))))
        if len(data) > LARGEST:  # what merely stands beside the views that are spoken of has to do without
            data = _packed(small(run, named))
        _write(data, file)
        yield file


def views_of(lesson: Lesson, asked: RunAsked) -> tuple[str, ...]:
    """The views that the steps of one run speak of: in front, brought there by a gesture, or with a number said."""
    steps = _steps_of(lesson, asked)
    named = [view for step in steps for view in step.state.views]
    named += [gesture.text for step in steps for gesture in step.play if gesture.verb == "show"]
    named += [number.view for step in steps for number in step.numbers.values() if number.view]
    return tuple(view for view in dict.fromkeys(named) if view in all_views())


def views_beside(lesson: Lesson, asked: RunAsked) -> tuple[str, ...]:
    """Those that stand first in the workspaces of these steps."""
    places = [place for it in lab.all_labs().values() for place in it.places]
    named: list[str] = []
    for workspace in sorted({step.state.workspace for step in _steps_of(lesson, asked)}):
        for area, count in (("centre", 1), ("right", 2), ("bottom", 1)):
            named += lab.in_order(places, workspace, area)[:count]  # type: ignore[arg-type]
    return tuple(view for view in dict.fromkeys(named) if view in all_views())


def _steps_of(lesson: Lesson, asked: RunAsked) -> list[Step]:
    return [step for step in lesson.steps if step.state.run.beginning == asked.beginning]


def small(run: Run, views: Sequence[str]) -> Run:
    """A run without what these views do not show."""
    taken = run.snapshot()
    taken.maps, taken.findings, taken.replayed = {}, {}, {}
    taken.distribution = taken.neighbours = taken.logits = None
    for quantity in HEAVY:
        without = _without(taken, quantity)
        if not any(_differs(view, taken, without) for view in views):
            taken = without
    taken.nodes = [_halved(record) for record in taken.nodes]
    taken.vocabulary = _shown_of(taken)
    return taken


def _without(run: Run, quantity: str) -> Run:
    taken = run.snapshot()
    gone: dict[str, Any] = {quantity: None}
    taken.nodes = [replace(record, **gone) for record in run.nodes]
    taken.changed += 1
    return taken


def _differs(name: str, one: Run, other: Run) -> bool:
    view = all_views()[name]
    return not same_frame(view.frame(one, UiState()), view.frame(other, UiState()))


def _halved(record: NodeRecord) -> NodeRecord:
    """With states, attention and neurons of half the precision: on screen there are three digits of them."""
    heavy: dict[str, Any] = {name: _half(value) for name in HEAVY if (value := getattr(record, name)) is not None}
    return replace(record, **heavy)


def _half(values: F32) -> F32:
    """Rounded to half precision where that holds them; their last bits, all 0 then, take no room in the file."""
    with np.errstate(over="ignore"):
        rounded = values.astype(np.float16).astype(np.float32)
    return rounded if np.isfinite(rounded).all() else values


def _shown_of(run: Run) -> Vocabulary | None:
    """The vocabulary with the bytes of those tokens that the run names, all others empty."""
    whole = run.vocabulary
    if whole is None:
        return None
    named = _named(run.nodes)
    lengths = np.diff(whole.offsets)
    kept = np.zeros(len(whole), bool)
    kept[list(named)] = True
    offsets = np.concatenate([[0], np.cumsum(np.where(kept, lengths, 0))]).astype(whole.offsets.dtype)
    data = b"".join(whole.raw(int(token)) for token in np.flatnonzero(kept))
    return Vocabulary(np.frombuffer(data, np.uint8), offsets, whole.kinds)


def _named(nodes: Iterable[NodeRecord]) -> set[int]:
    found: set[int] = set()
    for record in nodes:
        found |= {record.token_id, *map(int, record.next_ids)}
    return found


def _packed(run: Run) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "run.orrery"
        save_run(run, plain)
        return gzip.compress(plain.read_bytes(), mtime=0)


def _write(data: bytes, file: Path) -> None:
    if why := write_whole(file, data):
        raise InputRefused(
            say(
                "The recording could not be written to {file} ({why}). Choose another folder with --out.",
                file=file,
                why=why,
            )
        )
