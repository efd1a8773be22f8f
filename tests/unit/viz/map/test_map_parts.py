"""The small parts: colours, lines and marks, sentences."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine.records import EMBEDDING, TOKEN_KINDS, UNEMBEDDING, Background, Space, Vocabulary
from tests.helpers.runs import branched, fifty_steps, one_step, with_map
from viz.map.data.colouring import (
    CHOICES,
    category_colours,
    colouring,
    focused,
    painted,
)
from viz.map.data.frame import map_frame
from viz.map.data.path import Branches, Path
from viz.map.data.settings import Settings
from viz.map.paint import colour_words, hover_words, words
from viz.map.paint.path_look import path_colours
from viz.map.paint.pieces import marks, segments
from viz.theme import rgb, theme
from viz.ui_state import UiState


@pytest.mark.parametrize("by", CHOICES)
@pytest.mark.parametrize("name", ["dark", "light", "print"])
def test_every_colouring_paints_every_point_and_has_a_legend(qapp: QApplication, by: str, name: str) -> None:
    run = branched()
    background = run.maps[EMBEDDING].background
    made = colouring(by, background, run, run.current)
    colours = painted(made.codes, made.values, made.by, len(made.names), theme(name), None)
    assert colours.shape == (len(background.token_ids), 4)
    assert (colours[:, :3] >= 0).all()
    assert (colours[:, :3] <= 1).all()
    assert colour_words.colour_title(made)
    assert all(colour_words.ends(made)) if made.codes is None else colour_words.category_name(made, 0)


def test_probability_is_larger_as_well_as_lighter() -> None:
    run = one_step()
    made = colouring("probability", run.maps[EMBEDDING].background, run, run.current)
    record = run.nodes[run.current]
    assert made.values is not None
    colours = painted(None, made.values, "probability", 0, theme("dark"), None)
    best = int(record.next_ids[0])
    assert int(colours[:, 3].argmax()) == best
    expected = 1 + np.log10(record.next_probs[0]) / 6
    assert made.values[best] == pytest.approx(expected, abs=1e-5)


def test_what_a_space_lacks_cannot_colour_it() -> None:
    n = 4
    zeros = np.zeros(n, np.int32)
    plain = Background(EMBEDDING, zeros, np.ones(n, np.float32), np.zeros(n, np.uint8))
    assert {colouring(by, plain, one_step(), -1).by for by in ("surprisal", "position", "text")} == {"cluster"}
    states = Background(Space("resid", 1), zeros, np.ones(n, np.float32), np.zeros(n, np.uint8), positions=zeros)
    assert colouring("position", states, one_step(), -1).by == "position"


def test_a_colouring_that_the_space_lacks_is_said_to_be_another(qapp: QApplication) -> None:
    run = fifty_steps()
    told = {by: "\n".join(words.statement(map_frame(run, UiState(), Settings(colour=by)))) for by in ("text", "norm")}
    assert "no text kind, so they are coloured by cluster" in told["text"]
    assert "coloured by" not in told["norm"]


def test_a_cluster_is_named_by_its_commonest_words() -> None:
    rows = [b" a", b" house", b" tree", b" seven", b" eleven", b" zebra", b"7", b"8", b"9", b"\xc8", b" abc", b" Ab"]
    vocabulary = Vocabulary(
        data=np.frombuffer(b"".join(rows), np.uint8).copy(),
        offsets=np.cumsum([0, *map(len, rows)]).astype(np.int64),
        kinds=np.array([0] * 6 + [2] * 3 + [TOKEN_KINDS.index("bytes"), 0, 0], np.uint8),
    )
    run = fifty_steps()
    run.vocabulary = vocabulary
    background = replace(
        run.maps[EMBEDDING].background,
        token_ids=np.arange(12, dtype=np.int32),
        clusters=np.array([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3], np.uint8),
    )
    assert colouring("cluster", background, run, 0).names == (
        "·house, ·tree",
        "·seven, ·eleven",
        "7, 8",
        "·abc, ·Ab",
    )


def test_what_is_not_selected_stands_back(qapp: QApplication) -> None:
    colours = np.ones((5, 4), np.float32)
    made = focused(colours, (1, 3, 99), theme("dark"))
    assert made[[1, 3], 3].min() > 1.5
    assert made[[0, 2, 4], 3].max() < 0.5
    assert made[[0, 2, 4], :3].max() < 0.4
    assert (colours == 1).all()


def test_categories_beyond_the_theme_are_still_told_apart() -> None:
    colours = category_colours(theme("dark"), 32)
    assert len({tuple(np.round(c, 3)) for c in colours.tolist()}) == 32


def test_lines_show_direction_and_reveal_in_order() -> None:
    frame = map_frame(fifty_steps(), UiState(), Settings(fade="always"))
    made = segments(frame, theme("dark"))
    lines = made.order[(made.head == 0) & (made.rate < 2)]
    assert (np.diff(lines[lines > 0][: len(frame.path) - 1]) > 0).all()
    path_rows = made.head == 0
    assert (made.width[path_rows, 1] >= made.width[path_rows, 0]).all()
    assert (made.head > 0).sum() == len(frame.path) - 1
    alpha = path_colours(frame, theme("dark"))[:, 3]
    assert alpha[-1] == 1.0
    assert alpha[0] < 0.1


def test_what_came_after_the_position_looked_at_stands_back() -> None:
    frame = map_frame(fifty_steps(), UiState(position=20), Settings(fade="never"))
    alpha = path_colours(frame, theme("dark"))[:, 3]
    here = frame.current
    assert alpha[here] == 1.0
    assert alpha[: here + 1].min() > 0.45
    assert alpha[here + 1 :].max() < 0.55
    assert alpha[-1] < alpha[0]


def test_the_older_part_of_a_long_path_lets_the_map_be_seen() -> None:
    """A path of thousands of tokens drawn as strongly as a short one covered the whole map in white."""
    short = map_frame(fifty_steps(), UiState(), Settings(fade="never"))
    path = Path(*(np.concatenate([getattr(short.path, column.name)] * 40) for column in fields(Path)))
    long = replace(short, path=path, current=len(path) - 1)
    before, after = (path_colours(frame, theme("dark"))[:, 3] for frame in (short, long))
    assert before[0] > 0.45
    assert after[0] < 0.06
    assert after[-1] == before[-1] == 1.0
    assert after[-4] > 0.6  # what was just said stands as clearly as ever
    thick, thin = segments(short, theme("dark")).width, segments(long, theme("dark")).width
    assert thin[thin[:, 1] > 0, 1].min() < 0.6 * thick[thick[:, 1] > 0, 1].min()
    assert thin.max() == pytest.approx(thick.max())


@pytest.mark.parametrize("name", ["dark", "light", "print"])
def test_what_was_left_stays_behind_what_is_said(name: str) -> None:
    """Hundreds of left pieces in a dark grey were stronger on paper than the path."""
    frame = map_frame(branched(), UiState(), Settings(fans="none"))
    many = replace(frame, branches=Branches(*(np.concatenate([getattr(frame.branches, c.name)] * 200)
                                              for c in fields(Branches))))  # fmt: skip
    ground = rgb(theme(name).ground)
    strengths = []
    for one in (frame, many):
        made = segments(one, theme(name))
        left = made.colour[: len(one.branches), 0]
        strengths.append(float((np.abs(left[:, :3] - ground).max(axis=1) * left[:, 3]).max()))
    path = path_colours(frame, theme(name))
    told = np.abs(path[:, :3] - ground).max(axis=1) * path[:, 3]
    assert 0.1 < strengths[0] < told.min()
    assert strengths[1] < 0.5 * strengths[0]


def test_marks_stand_on_what_they_mark() -> None:
    run = fifty_steps()
    ui = UiState(selection=(5, 9), hover_token=7)
    frame = map_frame(run, ui, Settings())
    made = marks(frame, theme("light"), np.array([2, 3], np.int64))
    rings = made.place[made.look[:, 3] > 0]
    np.testing.assert_array_equal(rings[:5], frame.points[[2, 3, 5, 9, 7]])
    assert len(made) == 5 + len(frame.branches) + len(frame.fan) + len(frame.path)


def test_the_statement_names_space_layout_and_faithfulness(qapp: QApplication) -> None:
    run = one_step()
    lines = "\n".join(words.statement(map_frame(run, UiState(), Settings())))
    assert "Token embeddings" in lines
    assert "UMAP" in lines
    assert "31\u00a0%" in lines
    assert "1.3" in lines
    assert "3D" in lines
    flat = "\n".join(words.statement(map_frame(run, UiState(), Settings(flat=True))))
    assert "20\u00a0%" in flat
    assert "2D" in flat
    assert run.info is not None
    run.info = replace(run.info, tied_embeddings=True)
    other = map_frame(with_map(run, UNEMBEDDING), UiState(space=UNEMBEDDING), Settings())
    assert "the unembedding and the token embeddings are the same" in "\n".join(words.statement(other))
    assert "unembedding" not in "\n".join(words.statement(map_frame(run, UiState(), Settings())))
    chosen = map_frame(run, UiState(selection=(1, 2, 5)), Settings())
    assert "3 points selected" in "\n".join(words.statement(chosen))
    assert words.space_name(Space("resid", 3), 3) == "Hidden states: after L2 (the last)"


@pytest.mark.parametrize(
    ("value", "text"), [(0.4567, "46 %"), (0.0456, "4.6 %"), (0.0003, "0.03 %"), (1.0, "100 %"), (1e-9, "< 0.01 %")]
)
def test_percent(value: float, text: str) -> None:
    if value < 1e-4:
        assert hover_words.percent(value).startswith("<")
    else:
        assert hover_words.percent(value) == text.replace(" ", "\u00a0")


def test_hovering_over_a_ray_says_how_likely_it_is_and_what_a_click_does(qapp: QApplication) -> None:
    run = fifty_steps()
    frame = map_frame(run, UiState(position=20), Settings(fans="all", fan_cutoff=0.0))
    here = run.nodes[run.path[20]]
    rows = np.flatnonzero(frame.fan.nodes == here.node)
    free = next(int(row) for row in rows if not frame.fan.chosen[row])
    token = int(frame.fan.token_ids[free])
    chance = float(here.next_probs[here.next_ids.tolist().index(token)])
    lines = "\n".join(hover_words.hover_lines(frame, token, None, ray=free))
    assert hover_words.percent(chance) in lines
    assert "position 20" in lines
    assert "click" in lines
    taken = next(int(row) for row in rows if frame.fan.chosen[row])
    assert "chosen" in "\n".join(hover_words.hover_lines(frame, int(frame.fan.token_ids[taken]), None, ray=taken))


def test_a_fan_that_shows_nothing_says_why(qapp: QApplication) -> None:
    run = one_step()
    told = [words.statement(map_frame(run, UiState(), Settings(fan_cutoff=least))) for least in (0.5, 0.0)]
    assert any("No rays" in line and "50\u00a0%" in line for line in told[0])
    assert not any("No rays" in line for line in told[1])


def test_hovering_says_how_faithful_a_place_is(qapp: QApplication) -> None:
    frame = map_frame(fifty_steps(), UiState(), Settings())
    row = 12
    lines = hover_words.hover_lines(frame, int(frame.path.token_ids[row]), row)
    kept = round(float(frame.path.kept[row]) * 15)
    assert f"{kept} of its 15 true neighbours are near it on this map" in lines
    assert any(line.startswith("position 12 · probability") for line in lines)
    assert hover_words.hover_lines(frame, None, None) == []


def test_a_map_that_nobody_is_making_is_not_promised(qapp: QApplication) -> None:
    run = one_step()
    run.maps.clear()
    run.run_id = 1
    assert "being computed" in words.why_empty(map_frame(run, UiState(), Settings()))
    run.run_id = 0  # of a file, or left by an engine that died
    assert "once the model that made the run is loaded" in words.why_empty(map_frame(run, UiState(), Settings()))
