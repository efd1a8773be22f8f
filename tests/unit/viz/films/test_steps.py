"""The states that generation and sweeps go through, checked against the run itself."""

from __future__ import annotations

import pytest

from engine.errors import InputRefused
from engine.run import Run
from tests.helpers.runs import RUNS, with_map
from viz.figures.spec import Panel, SpaceChoice
from viz.films.spec import GENERATION, SWEEP, TURNTABLE, Motion
from viz.films.steps import steps_of, values_of
from viz.films.timeline import moment
from viz.map.meaning_space_view import MeaningSpace
from viz.tokens.next_token_frame import next_token_frame
from viz.ui_state import UiState

MAP = Panel("meaning_space")


@pytest.fixture
def run() -> Run:
    return with_map(RUNS["fifty_steps"]())


def test_generation_shows_the_token_of_its_second_as_if_none_had_come_after(run: Run) -> None:
    motion = Motion(GENERATION, seconds=20.0, first=10, last=29)
    steps = steps_of(MAP, run, (motion,), 100)
    assert steps.count == 20
    for second in (0.0, 4.99, 5.0, 13.7, 20.0):
        state = moment((motion,), steps.count, second).state
        position = 10 + min(int(second / 20.0 * 20), 19)
        _, here = steps.at(state)
        assert len(here) == position + 1
        assert here.at(-1).token_id == run.at(position).token_id
        frame = MeaningSpace.frame(here, UiState())
        assert len(frame.path) == position + 1
        assert set(frame.fan.nodes[frame.fan.current].tolist()) == {run.path[position]}
        assert next_token_frame(here, UiState(), 20, False).taken is None  # what came after is not known yet


def test_generation_begins_at_the_end_of_the_prompt_by_itself(run: Run) -> None:
    steps = steps_of(MAP, run, (Motion(GENERATION),), 100)
    assert len(steps.at(0)[1]) == run.prompt_tokens
    assert len(steps.at(steps.count - 1)[1]) == len(run)


@pytest.mark.parametrize(
    ("motion", "said"),
    [
        (Motion(GENERATION, first=-1), "positions -1"),
        (Motion(GENERATION, last=1e6), "run has positions 0 to"),
        (Motion(GENERATION, first=2.5), "whole numbers"),
        (Motion(SWEEP, of="layer", last=99), "run has layers 0 to 2"),
        (Motion(SWEEP, of="point_size", first=-4), "lies between"),
    ],
)
def test_what_a_run_has_not_is_said(run: Run, motion: Motion, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        steps_of(MAP, run, (motion,), 100)


def test_sweeps_go_through_layers_heads_positions_and_options(run: Run) -> None:
    def panels(panel: Panel, of: str, **more: object) -> list[Panel]:
        steps = steps_of(panel, run, (Motion(SWEEP, of=of, **more),), 100)  # type: ignore[arg-type]
        return [steps.at(k)[0] for k in range(steps.count)]

    assert [panel.layer for panel in panels(Panel("layers"), "layer")] == [0, 1, 2]
    states = Panel("meaning_space", space=SpaceChoice("resid", 0))
    assert [panel.space.layer for panel in panels(states, "layer", first=2, last=0) if panel.space] == [2, 1, 0]
    heads = panels(Panel("attention_head", head="L1.H0"), "head")
    assert [panel.head for panel in heads] == ["L1.H0", "L1.H1", "L1.H2", "L1.H3"]
    assert [panel.position for panel in panels(Panel("next_token"), "position", first=3, last=5)] == [3, 4, 5]
    sizes = [panel.options["point_size"] for panel in panels(MAP, "point_size", first=1, last=2, steps=5)]
    assert sizes == [1.0, 1.25, 1.5, 1.75, 2.0]
    kinds = [panel.options["colour"] for panel in panels(MAP, "colour", values=("kind", "norm"))]
    assert kinds == ["kind", "norm"]


def test_a_sweep_of_a_training_goes_through_its_checkpoints() -> None:
    motion = Motion(SWEEP, of="checkpoint", first=0, last=9)
    assert values_of("brackets", motion, 100) == tuple(range(10))


def test_what_does_not_go_in_steps_has_one_state(run: Run) -> None:
    assert steps_of(MAP, run, (Motion(TURNTABLE),), 100).count == 1
