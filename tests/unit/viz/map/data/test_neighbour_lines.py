"""Lines to true neighbours: of which point, to whom, and how the three kinds are told apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from engine.labs.projections.records import AskTrueNeighbours, TrueNeighbours
from engine.questions import Refused
from engine.records import EMBEDDING
from engine.run import Run
from tests.helpers.runs import fifty_steps, with_map
from viz.intents import AskLab
from viz.map.data.frame import MapFrame
from viz.map.data.neighbour_lines import N
from viz.map.meaning_space_view import MeaningSpace
from viz.map.paint import neighbour_names, words
from viz.map.paint.neighbour_lines import neighbour_segments, stranger_colour, true_colour
from viz.theme import rgb, theme
from viz.ui_state import UiState

DARK = theme("dark")


def mapped() -> Run:
    return with_map(fifty_steps())


def frame(run: Run, on: bool = True, **chosen: Any) -> MapFrame:
    return MeaningSpace.frame(run, replace(UiState(), **chosen).with_option("meaning_space", "true_lines", on))


def asked(shown: MapFrame) -> list[int]:
    questions = [it.question for it in MeaningSpace.wants(shown) if isinstance(it, AskLab)]
    return [it.index for it in questions if isinstance(it, AskTrueNeighbours)]


def known(run: Run, index: int) -> TrueNeighbours:
    """Half of them are the nearest on the map, the others the farthest."""
    points = frame(run, False).points
    away = np.linalg.norm(points - points[index], axis=1)
    order = np.argsort(away, kind="stable")[1:]
    ids = np.concatenate([order[:8], order[-7:]]).astype(np.int32)
    found = TrueNeighbours(ids, np.linspace(0.9, 0.2, N, dtype=np.float32))
    run.findings[AskTrueNeighbours(EMBEDDING, index)] = found
    return found


def test_the_point_pointed_at_comes_before_the_selected_one() -> None:
    run = mapped()
    assert asked(frame(run)) == []
    assert asked(frame(run, selection=(4,))) == [4]
    assert asked(frame(run, selection=(4,), hover_token=9)) == [9]
    assert asked(frame(run, selection=(4, 5))) == []
    assert asked(frame(run, False, selection=(4,))) == []
    assert asked(frame(run, selection=(4,), playing=True)) == []
    assert asked(frame(run, selection=(10_000_000,))) == []


def test_in_a_space_of_states_it_is_the_point_and_not_the_token() -> None:
    run = mapped()
    state = run.maps[EMBEDDING]
    n = len(state.background.token_ids)
    state.background = replace(state.background, positions=np.arange(n, dtype=np.int32))
    assert asked(frame(run, hover_token=9)) == []
    assert asked(frame(run, hover_token=9, hover_point=6)) == [6]


def test_what_is_near_here_too_is_told_from_what_is_not() -> None:
    run = mapped()
    found = known(run, 4)
    shown = frame(run, selection=(4,))
    lines, points = shown.neighbour_lines, shown.points
    assert asked(shown) == []
    away = np.linalg.norm(points - points[4], axis=1)
    here = set(np.argsort(away, kind="stable")[1 : N + 1].tolist())
    assert lines.ids.tolist() == found.ids.tolist()
    assert lines.near.tolist() == [int(i) in here for i in found.ids]
    assert lines.n_near == 8
    assert set(lines.strangers.tolist()) == here - set(found.ids.tolist())


def test_each_kind_is_drawn_from_the_point_to_its_end_in_a_look_of_its_own() -> None:
    run = mapped()
    found = known(run, 4)
    shown = frame(run, selection=(4,))
    drawn = neighbour_segments(shown, DARK)
    true = np.isclose(drawn.colour[:, 0, :3], rgb(true_colour(DARK))).all(axis=1)
    strange = np.isclose(drawn.colour[:, 0, :3], rgb(stranger_colour(DARK))).all(axis=1)
    assert true.sum() == N
    assert (true | strange).all()
    assert (drawn.start[true] == shown.points[4]).all()
    ends = {tuple(end) for end in drawn.end[true].tolist()}
    assert ends == {tuple(place) for place in shown.points[found.ids].tolist()}
    widths = {float(width) for width in drawn.width[true, 0]}
    assert len(widths) == 2
    thick = drawn.width[true, 0] == max(widths)
    near = {tuple(place) for place in shown.points[found.ids[shown.neighbour_lines.near]].tolist()}
    assert {tuple(end) for end in drawn.end[true][thick].tolist()} == near


def test_without_lines_nothing_is_drawn() -> None:
    assert len(neighbour_segments(frame(mapped()), DARK)) == 0


def test_the_numbers_are_said_and_a_refusal_too() -> None:
    run = mapped()
    known(run, 4)
    said = " ".join(words.statement(frame(run, selection=(4,))))
    assert f"8 of its {N} true neighbours" in said
    keys = neighbour_names.keys(frame(run, selection=(4,)))
    assert [key[key.index("(") :] for key in keys] == ["(8)", "(7)", "(7)"]
    run.findings[AskTrueNeighbours(EMBEDDING, 5)] = Refused("It is not open.")
    assert "It is not open." in words.statement(frame(run, selection=(5,)))
