"""Runs that a lesson is given from where its model is not there: recorded by giving it once, and kept small.

A recorded run is a run file, compressed, without what no view of the lesson shows: whether a view needs the states, the
attention or the neurons is found out by looking whether its frame is another one without them. Of the vocabulary only
the tokens that are shown stay. The map of the vocabulary is larger than all else, and the same for every run of a
model: it is written once. Beside each run lie its tokens' places on it, and what was found for the views of its steps.
"""

from __future__ import annotations

import gzip
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from app.session.kept_findings import ask_for_views, half, rounded
from app.session.lesson_walk import LessonWalk
from app.session.recorded_run import map_file
from app.whole_file import write_whole
from engine.errors import InputRefused
from engine.files.kept_records import encode
from engine.files.run_file import save_run
from engine.questions import Finding, Question
from engine.records import EMBEDDING, F32, AnyArray, NodeRecord, Placed, Vocabulary
from engine.run import MapState, Run
from engine.sentences import say
from viz import lab
from viz.lessons import library
from viz.lessons.lesson import Lesson, RunAsked, Step
from viz.lessons.lesson_file import read_lesson
from viz.registry import all_views
from viz.same_frame import same_frame
from viz.ui_state import UiState

HEAVY: Final = ("resid", "attn", "neurons")
STEPS: Final = 1024  # of a map's places, from its middle to its edge
LARGEST: Final = 200_000  # bytes of a file with all that is seen
MOST: Final = 400_000  # with what is spoken of


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
    findings: dict[RunAsked, dict[Question, Finding]] = {}
    for walked in walk.steps(path, play=True):
        beginning = walked.step.state.run.beginning
        findings.setdefault(beginning, {}).update(ask_for_views(walk, walked.step))
        known = runs.get(beginning)
        if walked.step.state.run.prompt and (known is None or len(walked.run.nodes) >= len(known.nodes)):
            runs[beginning] = walked.run
    folder.mkdir(parents=True, exist_ok=True)
    for asked, file in zip(lesson.runs, library.recordings_of(lesson, folder), strict=True):
        run, named = runs[asked.beginning], views_of(lesson, asked)
        found = beside(run, findings[asked.beginning])
        data = packed(small(run, (*named, *views_beside(lesson, asked))), found)
        if len(data) > LARGEST:  # what merely stands beside the views that are spoken of has to do without
            data = _spoken_of(run, named, found)
        _write(data, file)
        yield file


def _spoken_of(run: Run, named: Sequence[str], found: object) -> bytes:
    """What these views show, without as much of what is heavy as makes the file too large."""
    taken = small(run, named)
    data = packed(taken, found)
    for quantity in ("neurons", "resid", "attn"):
        if len(data) <= MOST:
            break
        taken = _without(taken, quantity)
        data = packed(taken, found)
    return data


def record_map(run: Run, folder: Path) -> Path | None:
    """Write the map of the vocabulary of a run's model, for all recorded runs; None where the run has none."""
    state = run.maps.get(EMBEDDING)
    if state is None or run.info is None or not run.nodes:
        return None
    taken = run.snapshot()
    bare: dict[str, Any] = dict.fromkeys(HEAVY)
    taken.nodes = [replace(run.nodes[0], children=[], **bare)]
    taken.move(0)
    taken.prompt, taken.prompt_tokens, taken.names = "", 1, {}
    taken.findings, taken.replayed = {}, {}
    taken.distribution = taken.neighbours = taken.logits = None
    kept = [
        layout for layout in state.layouts if layout in (state.layouts[0], state.layout) or layout.algorithm == "pca"
    ]
    layouts = [replace(it, points3=_stepped(it.points3), points2=_stepped(it.points2)) for it in kept]
    background = replace(state.background, norms=half(state.background.norms))
    taken.maps = {EMBEDDING: MapState(background, layouts)}
    folder.mkdir(parents=True, exist_ok=True)
    file = map_file(run.info, folder)
    _write(packed(taken), file)
    return file


def _stepped(points: F32) -> F32:
    """Places in steps of the file's own precision near the edge of the map: those near its middle take less room."""
    extent = float(np.abs(points).max()) or 1.0
    step = np.float32(extent / STEPS)
    return (np.round(points / step) * step).astype(np.float32)


def beside(run: Run, found: Mapping[Question, Finding]) -> dict[str, Any]:
    """What is kept beside a run: what was found, and the places of its tokens on the map of its vocabulary."""
    places = []
    state = run.maps.get(EMBEDDING)
    for layout in state.layouts if state is not None else []:
        rows = state.nodes.get(layout.key, {}) if state is not None else {}
        if rows:
            columns = list(zip(*rows.values(), strict=True))
            placed = Placed(
                layout.key, np.stack(columns[0]), np.stack(columns[1]), np.array(columns[2], np.float32),
                np.array(columns[3], np.float32), np.array(columns[4], bool),
            )  # fmt: skip
            places.append((EMBEDDING, np.array(list(rows), np.int32), placed))
    kept = ((asked, finding if _has_room(finding) else _without_heavy(finding)) for asked, finding in _rounded(found))
    return {"findings": tuple(filter(_has_room, kept)), "places": tuple(places)}


def _rounded(found: Mapping[Question, Finding]) -> Iterator[tuple[Question, Finding]]:
    return ((asked, rounded(finding)) for asked, finding in found.items())


def _has_room(value: object) -> bool:
    """Whether a record is small, and of a kind that a file has a place for; else a step needs the model for it."""
    arrays: dict[str, AnyArray] = {}
    try:
        encode(value, arrays, "")
    except TypeError:
        return False
    return sum(len(zlib.compress(np.ascontiguousarray(it).tobytes())) for it in arrays.values()) <= LARGEST


def _without_heavy(finding: Finding) -> Finding:
    """A finding without the states, attention and neurons that it can do without: views say that they lack."""
    gone: dict[str, Any] = {it.name: None for it in fields(finding) if it.name in HEAVY and "None" in str(it.type)}
    return replace(finding, **gone)


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
    heavy: dict[str, Any] = {name: half(value) for name in HEAVY if (value := getattr(record, name)) is not None}
    return replace(record, **heavy)


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


def packed(run: Run, kept: object = None) -> bytes:
    """A run and the records kept beside it, as the bytes of a compressed run file."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "run.orrery"
        save_run(run, plain, kept)
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
