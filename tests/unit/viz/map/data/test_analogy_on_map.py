"""An analogy's arrows on the map: where they end, what angle they keep, and what chance gives."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.labs.analogies.records import Arrows, AskArrows, Word
from engine.records import EMBEDDING, F32, Placed, Space
from engine.run import Run
from tests.helpers.runs import fifty_steps
from viz.intents import AskLab
from viz.map.asking import wants
from viz.map.data.analogy import AnalogyArrows, between
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.settings import Settings
from viz.map.paint import words
from viz.ui_state import UiState

ASKED = AskArrows()
IDS = (3, 4, 5, 6)  # of man, woman, king, queen


def finding(run: Run, raw: F32, several: bool = False) -> AskArrows:
    """What the engine says where b - a + c lies at `raw` [3] in the layout; `several`: c has two tokens."""
    layout = run.maps[EMBEDDING].layout
    places = np.concatenate([layout.points3[list(IDS[:3])] + (0.5 if several else 0), raw[None], layout.points3[[6]]])
    share = np.zeros(5, np.float32)
    placed = Placed(layout.key, places.astype(np.float32), places[:, :2].astype(np.float32), share, share, share > 1)
    names = ("man", "woman", "king", "queen")
    found = tuple(
        Word(name, (token, 9) if several and name == "king" else (token,))
        for name, token in zip(names, IDS, strict=True)
    )
    question = replace(ASKED, layout_key=layout.key)
    run.findings[question] = Arrows(found, placed, 63.0)
    run.changed += 1
    return question


def shown(run: Run, flat: bool = False, space: Space = EMBEDDING) -> tuple[MapFrame, AnalogyArrows]:
    frame = map_frame(run, UiState(analogy=ASKED, space=space), Settings(flat=flat))
    assert frame.analogy is not None
    return frame, frame.analogy


@pytest.mark.parametrize("flat", [False, True])
def test_a_linear_layout_keeps_the_parallel_and_says_so(flat: bool) -> None:
    run = fifty_steps()
    points = run.maps[EMBEDDING].layout.points3
    finding(run, points[4] - points[3] + points[5])
    frame, arrows = shown(run, flat)
    assert arrows.angle == pytest.approx(0, abs=0.1)
    assert arrows.other_angle == pytest.approx(0, abs=0.1)
    np.testing.assert_allclose(arrows.points[[0, 1, 2, 4]], frame.points[list(IDS)], atol=1e-5)
    assert 80 < arrows.chance < 100  # directions that have nothing to do with it
    said = " ".join(words.statement(frame))
    for part in ("parallel in all dimensions (0°)", "woman − man + king stand 0° apart", "63° from man → woman"):
        assert part in said


def test_the_angle_is_that_of_the_places_in_3d_and_in_2d() -> None:
    run = fifty_steps()
    raw = np.array([4.0, -3.0, 2.0], np.float32)
    finding(run, raw)
    points = run.maps[EMBEDDING].layout.points3
    for flat, n in ((False, 3), (True, 2)):
        _, arrows = shown(run, flat)
        one, other = (points[4] - points[3])[:n], (raw - points[5])[:n]
        cosine = one @ other / np.linalg.norm(one) / np.linalg.norm(other)
        assert arrows.angle == pytest.approx(np.degrees(np.arccos(cosine)), abs=0.05)  # turning keeps angles
        one, other = (points[5] - points[3])[:n], (raw - points[4])[:n]
        cosine = one @ other / np.linalg.norm(one) / np.linalg.norm(other)
        assert arrows.other_angle == pytest.approx(np.degrees(np.arccos(cosine)), abs=0.05)
        one = (points[4] - points[3])[:n]
        real = (points[6] - points[5])[:n]
        cosine = one @ real / np.linalg.norm(one) / np.linalg.norm(real)
        assert arrows.expected_angle == pytest.approx(np.degrees(np.arccos(cosine)), abs=0.05)


def test_a_word_of_several_tokens_lies_where_it_was_placed() -> None:
    run = fifty_steps()
    finding(run, np.zeros(3, np.float32), several=True)
    frame, arrows = shown(run)
    assert frame.pose is not None
    raw = run.maps[EMBEDDING].layout.points3[5] + 0.5
    np.testing.assert_allclose(arrows.points[2], frame.pose.apply(raw)[0], atol=1e-5)
    np.testing.assert_allclose(arrows.points[0], frame.points[3], atol=1e-5)


def test_it_is_asked_for_in_each_layout_and_shown_in_no_other_space() -> None:
    run = fifty_steps()
    frame, arrows = shown(run)
    wanted = [it.question for it in wants(frame) if isinstance(it, AskLab)]
    assert wanted == [replace(ASKED, layout_key=run.maps[EMBEDDING].layout.key)]
    assert not len(arrows.points)
    assert "Placing the analogy" in " ".join(words.statement(frame))
    of_rows = UiState(analogy=replace(ASKED, matrix="unembedding"))
    assert map_frame(run, of_rows, Settings()).analogy is None


def test_what_has_no_length_has_no_angle() -> None:
    zero = np.zeros(3, np.float32)
    assert np.isnan(between(zero, np.ones(3, np.float32)))
    assert between(np.ones(3, np.float32), np.ones(3, np.float32)) == pytest.approx(0, abs=1e-3)
    assert between(np.ones(3, np.float32), -np.ones(3, np.float32)) == pytest.approx(180, abs=1e-3)
