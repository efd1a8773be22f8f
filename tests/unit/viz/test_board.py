"""The board of interventions: what is typed, what counts, what a file holds, and what is refused in words."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from engine.errors import InputRefused
from engine.records import Change, Plan, Site
from tests.helpers.runs import HEADS, LAYERS, MLP, tiny_info, tiny_vocabulary
from viz.board import Board, Row, positions_of, row_of, scale_of, shown_positions, told, why_not
from viz.board_file import from_json, to_json

INFO = tiny_info(tiny_vocabulary())
HEAD, NEURON, LAYER = Site("head", 1, 2), Site("neuron", 2, 7), Site("mlp", 0)


@pytest.mark.parametrize(
    ("text", "site", "scale"),
    [
        ("L10.N100", Site("neuron", 10, 100), 0.0),
        ("10.100", Site("neuron", 10, 100), 0.0),
        (" l5.h1 ", Site("head", 5, 1), 0.0),
        ("5.H1=2", Site("head", 5, 1), 2.0),
        ("L5.mlp", Site("mlp", 5), 0.0),
        ("L5.attention × 0.5", Site("attention", 5), 0.5),
        ("5 attn", Site("attention", 5), 0.0),
    ],
)
def test_reads_what_a_person_types(text: str, site: Site, scale: float) -> None:
    assert row_of(text) == Row(site, scale)


@pytest.mark.parametrize("text", ["", "L", "5", "L5.H", "mlp", "L5.H1=x", "L5.H1=nan", "L5.H1=1e9", "-1.2", "L5.Q1"])
def test_what_names_nothing_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match=r"names no component|scale is a number"):
        row_of(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("L3.H0", "There is no layer 3: tiny has layers 0 to 2"),
        ("L0.H4", "There is no head 4"),
        ("0.24", "There is no neuron 24: each layer of tiny has 0 to 23"),
    ],
)
def test_parts_outside_the_model_are_refused_with_what_there_is(text: str, sentence: str) -> None:
    assert (LAYERS, HEADS, MLP) == (3, 4, 24)
    with pytest.raises(InputRefused, match=sentence):
        row_of(text, INFO)


def test_a_model_without_neurons_says_why() -> None:
    info = replace(INFO, missing=(("neurons", "Experts have no neurons of one shape."),))
    assert "Experts" in why_not(NEURON, info)
    assert why_not(HEAD, info) == ""


@pytest.mark.parametrize(
    ("text", "where"),
    [("all", None), ("", None), ("last", "last"), ("3", (3,)), ("3,5-8", (3, 5, 6, 7, 8)), (" 5 - 6 , 5", (5, 6))],
)
def test_positions_are_read_and_shown_alike(text: str, where: object) -> None:
    assert positions_of(text) == where
    assert positions_of(shown_positions(positions_of(text))) == where


@pytest.mark.parametrize("text", ["x", "5-3", "1,", "-1", "1-9999999", "3;4"])
def test_positions_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="Positions are written"):
        positions_of(text)


@pytest.mark.parametrize("text", ["nan", "inf", "", "x", "1001"])
def test_a_scale_is_a_finite_number(text: str) -> None:
    with pytest.raises(InputRefused, match="A scale is a number"):
        scale_of(text)


def test_the_plan_is_what_is_switched_on() -> None:
    board = Board((Row(HEAD), Row(NEURON, 2.0, on=False), Row(LAYER, mean=True, where="last")))
    assert board.plan(5) == Plan((Change(HEAD, 0.0), Change(LAYER, 1.0, True, (5,))))
    assert board.soloed(0).plan() == Plan((Change(HEAD, 0.0),))
    assert board.soloed(0).soloed(0) == board
    assert board.soloed(0).soloed(2).plan(1).site_changes[0].site == LAYER
    assert Board((Row(Site("head", 9, 9)), Row(HEAD))).plan(0, INFO) == Plan((Change(HEAD, 0.0),))
    assert Board().plan() == Plan()


def test_putting_replaces_the_row_at_the_same_site_and_keeps_its_name() -> None:
    board = Board((Row(HEAD, name="French"), Row(NEURON)))
    again = board.put(Row(HEAD, 3.0))
    assert again.rows == (Row(HEAD, 3.0, name="French"), Row(NEURON))
    assert board.put(Row(LAYER)).rows[-1] == Row(LAYER)
    assert board.moved(0, 1).rows == (board.rows[1], board.rows[0])
    assert board.moved(1, -5) == board.moved(1, 0)
    assert board.without(0).rows == (Row(NEURON),)


def test_told_in_a_line() -> None:
    changes = (Change(HEAD, 0.0), Change(NEURON, mean=True), Change(LAYER, -1.5, positions=(3, 4)), Change(HEAD))
    assert told(changes) == "L1.H2 × 0, L2.N7 mean, L0.mlp × −1.5 @ 3-4 +1"


def test_a_file_gives_back_what_was_written() -> None:
    board = Board(
        (
            Row(HEAD, 1.5, name="Marie ⟂"),
            Row(NEURON, mean=True, where=(1, 2), on=False),
            Row(LAYER, where="last", solo=True),
        )
    )
    assert from_json(to_json(board, "tiny")) == (board, "tiny")
    assert from_json(to_json(Board(), "")) == (Board(), "")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "cannot be read as JSON"),
        ("[]", "is not a list of interventions"),
        ('{"orrery": "x"}', "is not a list of interventions"),
        ('{"orrery": "interventions", "format": 2}', "reads format 1"),
        ('{"orrery": "interventions", "format": 1, "rows": 3}', "not a list"),
        ('{"orrery": "interventions", "format": 1, "rows": [3]}', "row 1"),
        ('{"orrery": "interventions", "format": 1, "rows": [{"site": "x"}]}', "row 1"),
    ],
)
def test_a_damaged_file_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(InputRefused, match=sentence):
        from_json(text)


@pytest.mark.parametrize(
    ("key", "value"),
    [("scale", "x"), ("scale", float("nan")), ("positions", {"a": 1}), ("positions", "x"), ("on", "yes"), ("mean", 1)],
)
def test_a_damaged_row_is_refused_and_named(key: str, value: object) -> None:
    found = json.loads(to_json(Board((Row(HEAD), Row(NEURON))), "tiny"))
    found["rows"][1][key] = value
    with pytest.raises(InputRefused, match="row 2"):
        from_json(json.dumps(found))


def test_a_site_twice_is_damage() -> None:
    found = json.loads(to_json(Board((Row(HEAD),)), "tiny"))
    found["rows"] *= 2
    with pytest.raises(InputRefused, match="twice"):
        from_json(json.dumps(found))


def test_the_largest_scale_is_one_and_what_is_beyond_is_refused() -> None:
    assert (scale_of("1000"), scale_of("-1000")) == (1000.0, -1000.0)
    for text in ("1000.5", "-1001"):
        with pytest.raises(InputRefused, match="from -1000 to 1000"):
            scale_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000 + "]" * 200_000,
        '{"orrery": "interventions", "format": 1' + "0" * 5000 + "}",
        '{"orrery": "interventions", "format": "' + "x" * 20_000 + '"}',
        '{"orrery": "interventions", "format": 1, "rows": [{"site": "' + "x" * 20_000 + '"}]}',
        '{"orrery": "interventions", "format": 1, "rows": [{"site": "L5.H1", "scale": "' + "9" * 20_000 + '"}]}',
        '{"orrery": "interventions", "format": 1, "rows": [{"site": "L5.H1", "scale": Infinity}]}',
        '{"orrery": "interventions", "format": 1, "rows": [{"site": "L5.H1", "scale": 1' + "0" * 400 + "}]}",
        '{"orrery": "interventions", "format": 1, "rows": [{"site": "L5.H1", "positions": "' + "9" * 20_000 + '"}]}',
        '{"orrery": "interventions", "format": 1, "rows": [{"site": "L5.H1", "positions": [1e999]}]}',
        '{"orrery": "interventions", "format": 1, "rows": [{"site": "L' + "9" * 5000 + '.H1"}]}',
    ],
)
def test_what_breaks_python_is_refused_in_a_short_sentence(text: str) -> None:
    with pytest.raises(InputRefused) as met:
        from_json(text)
    assert len(str(met.value)) < 400


def test_names_of_a_set_are_cut_to_what_can_be_read() -> None:
    found = json.loads(to_json(Board((Row(HEAD),)), "m" * 20_000))
    found["rows"][0]["name"] = "n" * 20_000
    board, model = from_json(json.dumps(found))
    assert len(model) == len(board.rows[0].name) == 200
