"""The map coloured along a direction: what is asked where, colours either side of 0, words with controls."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.dictionaries.records import FeatureName
from engine.labs.probes.records import Along, AlongFeature, AskAlong, AskFeatureAlong, AskProbe, Probe, Score
from engine.questions import Refused
from engine.records import EMBEDDING, UNEMBEDDING, Space
from engine.run import Run
from tests.helpers.runs import fifty_steps, with_map
from viz.intents import AskLab
from viz.map.asking import wants
from viz.map.data.along import in_space, scaled
from viz.map.data.colouring import painted
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.settings import Settings
from viz.map.data.waiting import with_colours_of
from viz.map.paint import along_words, colour_words, words
from viz.theme import names, rgb, theme
from viz.ui_state import UiState

STATES = Space("resid", 2)
QUESTION = AskProbe(EMBEDDING, tuple(range(12)))


def shown(run: Run, along: AskAlong | AskFeatureAlong | AskProbe | None, brief: bool = False) -> tuple[MapFrame, str]:
    frame = map_frame(run, UiState(along=along), Settings(colour="direction"))
    return frame, " ".join(words.statement(frame, brief))


def finding(run: Run) -> Probe:
    n = len(run.maps[EMBEDDING].background.token_ids)
    values = np.linspace(-2, 4, n, dtype=np.float32)
    values[0] = np.nan
    right, chance, means = Score(0.91, 0.02, 0.84, 0.03), Score(0.51, 0.04, 0.49, 0.05), Score(0.8, 0.1, 0.7, 0.1)
    return Probe(values, 12, n - 12, 5, "points", right, chance, means)


def test_nothing_chosen_is_said_and_nothing_is_asked() -> None:
    frame, said = shown(fifty_steps(), None)
    assert "No direction is chosen" in said
    assert frame.colours is not None
    assert frame.colours.by == "cluster"
    assert not [it for it in wants(frame) if isinstance(it, AskLab)]


def test_it_is_asked_for_once_and_then_shown_beside_its_controls() -> None:
    run = fifty_steps()
    frame, said = shown(run, QUESTION)
    assert "Fitting" in said
    assert [it.question for it in wants(frame) if isinstance(it, AskLab)] == [QUESTION]
    run.findings[QUESTION] = finding(run)
    frame, said = shown(run, QUESTION)
    assert not [it for it in wants(frame) if isinstance(it, AskLab)]
    for part in ("AUC 0.91 (±0.02)", "shuffled labels: AUC 0.51", "means alone: AUC 0.80", "12 points", "all others"):
        assert part in said
    assert "0.51" in shown(run, QUESTION, brief=True)[1]
    run.findings[QUESTION] = Refused("Too few points.")
    assert "Too few points." in shown(run, QUESTION)[1]


@pytest.mark.parametrize("name", names())
def test_colours_part_at_0_and_what_has_no_value_is_quiet(name: str) -> None:
    run = fifty_steps()
    run.findings[QUESTION] = finding(run)
    frame, _ = shown(run, QUESTION)
    by = frame.colours
    assert by is not None
    assert by.values is not None
    assert (by.low, by.high) == (-by.high, by.high)
    values = run.findings[QUESTION].values  # type: ignore[attr-defined]
    np.testing.assert_allclose(by.values[1:], np.clip(0.5 + values[1:] / (2 * by.high), 0, 1), atol=1e-6)
    look = theme(name)
    colours = painted(by.codes, by.values, by.by, 0, look, None)
    ends = rgb(look.diverging[0]), rgb(look.diverging[-1])
    below, above = colours[values < -1.9][0, :3], colours[values > 3.9][0, :3]
    assert np.linalg.norm(above - ends[1]) < np.linalg.norm(above - ends[0])
    assert np.linalg.norm(below - ends[0]) < np.linalg.norm(below - ends[1])
    middle = np.nanargmin(np.abs(values))
    ground = rgb(look.ground)
    assert np.linalg.norm(colours[middle, :3] - ground) > 0.2  # it is seen, however little it says
    assert colours[middle, 3] < colours[values > 3.9][0, 3]
    np.testing.assert_allclose(colours[0, :3], rgb(look.muted))


def test_the_scale_reaches_as_far_on_either_side_and_few_lie_beyond() -> None:
    values = np.random.default_rng(0).normal(1, 3, 5000).astype(np.float32)
    made, reach = scaled(values)
    assert np.mean(np.abs(values) <= reach) == pytest.approx(0.99, abs=0.002)
    assert made[np.argmin(np.abs(values))] == pytest.approx(0.5, abs=1e-3)


def test_a_direction_follows_to_other_layers_and_words_everywhere() -> None:
    points, typed = AskAlong(STATES, (1, 2), (3,)), AskAlong(EMBEDDING, "man", "woman")
    assert in_space(points, replace(STATES, layer=5)) == replace(points, space=replace(STATES, layer=5))
    assert in_space(points, replace(STATES, texts="whole")) is None
    assert in_space(points, EMBEDDING) is None
    assert in_space(typed, STATES) == replace(typed, space=STATES)
    assert in_space(QUESTION, UNEMBEDDING) == replace(QUESTION, space=UNEMBEDDING)
    assert in_space(QUESTION, STATES) is None
    said = shown(fifty_steps(), points)[1]
    assert "another space" in said


def test_a_direction_of_words_states_its_variance_beside_chance_and_a_point_its_place() -> None:
    run, question = fifty_steps(), AskAlong(EMBEDDING, "man", "woman")
    n = len(run.maps[EMBEDDING].background.token_ids)
    run.findings[question] = Along(np.linspace(-1, 1, n, dtype=np.float32), 1, 1, -1.5, 0.5, 0.02, 1 / 576)
    frame, said = shown(run, question)
    assert "along man → woman" in said
    assert "2.0" in said
    assert "-1.50 at the first end and +0.50" in said
    assert "0.2" in said  # 1 / 576
    assert frame.direction is not None
    assert along_words.of_point(frame.direction, n - 1) == ["along man → woman: +1.00"]


def test_while_a_probe_is_fitted_the_points_keep_their_colours_and_it_is_said_which() -> None:
    run = fifty_steps()
    before = map_frame(run, UiState(), Settings(colour="norm"))
    frame = with_colours_of(before, shown(run, QUESTION)[0])
    assert frame.colours is before.colours
    said = " ".join(words.statement(frame))
    assert "Fitting" in said
    assert "colours show: vector norm" in said
    run.findings[QUESTION] = finding(run)
    there = with_colours_of(frame, shown(run, QUESTION)[0])
    assert there.colours is not None
    assert there.colours.by == "direction"
    other = replace(QUESTION, ones=tuple(range(9)))  # of nine points: the legend still names the twelve
    frame = with_colours_of(there, shown(run, other)[0])
    assert frame.colours is there.colours
    assert colour_words.colour_title(frame.colours) == along_words.title(there.direction)  # type: ignore[arg-type]


def test_colours_of_another_space_are_not_kept() -> None:
    run = with_map(fifty_steps(), STATES)
    before = map_frame(run, UiState(), Settings(colour="norm"))
    probe = AskProbe(STATES, (1, 2, 3))
    frame = map_frame(run, UiState(space=STATES, along=probe), Settings(colour="direction"))
    assert with_colours_of(before, frame) is frame


def test_along_a_feature_its_share_stands_beside_that_of_a_random_direction() -> None:
    run, question = fifty_steps(), AskFeatureAlong(EMBEDDING, FeatureName("bundled:a", 12))
    frame, said = shown(run, question)
    assert [it.question for it in wants(frame) if isinstance(it, AskLab)] == [question]
    n = len(run.maps[EMBEDDING].background.token_ids)
    run.findings[question] = AlongFeature(np.linspace(-2, 2, n, dtype=np.float32), 0.034, 0.002)
    frame, said = shown(run, question)
    assert "along F12: 0 at the mean of all points" in said
    assert "3.4\u00a0%" in said
    assert "0.2\u00a0%" in said
    assert shown(run, question, brief=True)[1].count("along F12") == 1
    assert in_space(question, STATES) == replace(question, space=STATES)
    assert in_space(question, Space("points", points="digits/x")) is None
