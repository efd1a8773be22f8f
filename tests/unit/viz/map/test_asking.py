"""What the map wants of a frame: each thing that it lacks, until it is there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.records import EMBEDDING, Space
from engine.run import Run
from tests.helpers.runs import fifty_steps, with_map
from viz.intents import AskDistribution, AskFan, Intent
from viz.map.meaning_space_view import MeaningSpace
from viz.ui_state import UiState

STATES = Space("resid", 2)


def wanted(run: Run, ui: UiState) -> tuple[Intent, ...]:
    return tuple(MeaningSpace.wants(MeaningSpace.frame(run, ui)))


def test_true_states_are_asked_for_one_fan_at_a_time_the_current_one_first() -> None:
    run = with_map(fifty_steps(), STATES)
    state = run.maps[STATES]
    known = state.fans.pop(state.layout.key)
    ui = UiState(space=STATES, position=20).with_option("meaning_space", "fans", "all")
    assert wanted(run, ui) == (AskFan(STATES, run.path[20], 10),)
    state.fans.setdefault(state.layout.key, {})[run.path[20]] = known[run.path[20]]
    assert wanted(run, ui) == (AskFan(STATES, run.path[-1], 10),)
    state.fans[state.layout.key].update(known)
    assert wanted(run, ui) == ()


def test_fans_come_one_by_one_with_the_position_looked_at() -> None:
    for space in (EMBEDDING, STATES):
        run = with_map(fifty_steps(), space)
        for dimensions in ("2D", "3D"):
            for position in (0, 20, 41, len(run.path) - 1):
                ui = UiState(space=space, position=position).with_option("meaning_space", "dimensions", dimensions)
                of = {
                    which: MeaningSpace.frame(run, ui.with_option("meaning_space", "fans", which)).fan
                    for which in ("current", "so far", "all")
                }
                assert {*of["so far"].nodes.tolist()} == {*run.path[: position + 1]}
                assert of["so far"].current.sum() == len(of["current"])
                early = np.isin(of["all"].nodes, run.path[: position + 1])
                assert of["so far"].end.tolist() == of["all"].end[early].tolist()
    state = run.maps[STATES]
    del state.fans[state.layout.key][run.path[30]]
    run.changed += 1
    so_far = UiState(space=STATES, position=20).with_option("meaning_space", "fans", "so far")
    assert wanted(run, so_far) == ()
    assert wanted(run, replace(so_far, position=40)) == (AskFan(STATES, run.path[30], 10),)


def test_another_layout_has_its_fan_asked_for_anew() -> None:
    run = with_map(fifty_steps(), STATES)
    state = run.maps[STATES]
    ui = UiState(space=STATES)
    assert wanted(run, ui) == ()
    other = replace(state.layout, key="another")
    state.layouts.append(other)
    state.nodes["another"] = dict(state.nodes[state.layout.key])
    state.choose(other)
    assert wanted(run, ui) == (AskFan(STATES, run.path[-1], 10),)


def test_a_fan_of_more_rays_than_are_known_is_asked_for_anew() -> None:
    run = with_map(fifty_steps(), STATES)
    ui = UiState(space=STATES).with_option("meaning_space", "fan_k", 50)
    n_known = len(run.maps[STATES].fans[run.maps[STATES].layout.key][run.current][0])
    assert n_known < len(run.nodes[run.current].next_ids)
    assert wanted(run, ui) == (AskFan(STATES, run.current, 50),)


def test_the_distribution_is_wanted_where_it_colours_the_map_until_it_is_there() -> None:
    run = fifty_steps()
    ui = UiState().with_option("meaning_space", "colour", "probability")
    assert wanted(run, UiState()) == ()
    assert wanted(run, ui) == (AskDistribution(run.current),)
    size = len(run.vocabulary or ())
    run.distribution = (run.current, np.full(size, 1 / size, np.float32))
    assert wanted(run, ui) == ()
    assert wanted(run, replace(ui, position=5)) == (AskDistribution(run.path[5]),)
