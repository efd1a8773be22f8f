"""Further paths on runs that were made up: what an engine would find, the same for the same text."""

from __future__ import annotations

import numpy as np

from engine.labs.paths.records import AskPath, AskSamplePaths, PathPlaces, SamplePlaces
from engine.questions import Question
from engine.run import Run
from tests.helpers.runs import placed
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.settings import Settings
from viz.shown_paths import Shown, ShownBundle, ShownPath, with_shown
from viz.ui_state import UiState

TYPED = (7, 12, 3, 30)  # the tokens that any typed prompt is cut into


def answer(run: Run, question: Question) -> None:
    """What an engine would find."""
    if isinstance(question, AskPath):
        ids = question.token_ids or TYPED
        places = None
        if question.space.kind == "resid" and question.layout_key:
            places = placed(run.maps[question.space].layout, ids)
        run.findings[question] = PathPlaces(np.array(ids, np.int32), places)
    elif isinstance(question, AskSamplePaths):
        layout = run.maps[question.space].layout
        ids, flat = question.token_ids or TYPED, [token for sample in question.samples for token in sample]
        steps = max(map(len, question.samples))
        counted = [sum(len(sample) > step for sample in question.samples) for step in range(steps)]
        run.findings[question] = SamplePlaces(
            np.array(ids, np.int32), placed(layout, ids), placed(layout, flat),
            placed(layout, [question.samples[0][0]] * steps), np.array(counted, np.int32),
        )  # fmt: skip
    run.changed += 1


def shown_on(run: Run, ui: UiState, *shown: Shown, settings: Settings = Settings()) -> tuple[MapFrame, UiState]:  # noqa: B008
    """The frame with these on the map, once all that it asks for is there."""
    paths = ui.paths
    for each in shown:
        paths = with_shown(paths, each)
    ui = UiState(**{**vars(ui), "paths": paths})
    for _ in range(20):
        frame = map_frame(run, ui, settings)
        if frame.further.question is None:
            return frame, ui
        answer(run, frame.further.question)
    raise AssertionError("it asks for ever")


def bundle(run: Run, letter: str = "A", n: int = 5, steps: int = 6, prompt: str = "") -> ShownBundle:
    """Samples of some lengths in two groups."""
    rng = np.random.default_rng(ord(letter))
    samples = tuple(tuple(rng.integers(0, 40, steps - at % 3).tolist()) for at in range(n))
    groups = tuple(at % 2 for at in range(n))
    ids = () if prompt else tuple(run.token_ids.tolist())
    model = "" if run.info is None else run.info.sha256
    return ShownBundle(letter, "the text", model, samples, groups, (0, 1), prompt, ids)  # type: ignore[arg-type]


def typed(run: Run, text: str = "another text") -> ShownPath:
    """A prompt that was typed."""
    return ShownPath("prompt", text, "" if run.info is None else run.info.sha256, prompt=text)
