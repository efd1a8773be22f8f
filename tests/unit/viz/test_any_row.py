"""Interventions of laboratories on the board: rows of any kind, their files and texts, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.dictionaries.records import FeatureName
from engine.errors import InputRefused
from engine.labs.steering.records import FeatureChange, SteeringVector
from engine.records import Change, Plan, Since, Site
from tests.helpers.fuzz import drawn, read_or_refused
from tests.helpers.runs import LAYERS, WIDTH, tiny_info, tiny_vocabulary
from tests.helpers.steering import FEATURE, HOOK, feature_change, vector_of
from tests.helpers.strategies.json_files import json_files
from viz.board import EMPTY, Board, Row, positions_of, shown_positions, strength_of, told
from viz.board_file import from_json, to_json
from viz.figures.parts import board_of, change_of, change_text, run_plan_of, texts_of
from viz.intents import ChooseFeature, ChooseLayer, choose
from viz.ui_state import UiState

INFO = tiny_info(tiny_vocabulary())
HEAD = Site("head", 1, 2)
CHANGE = feature_change("a.safetensors", "ab" * 32, strength=3.0)
VECTOR = vector_of(WIDTH, strength=2.0)


def test_a_row_does_what_the_change_does_it_is_made_of() -> None:
    for change in (CHANGE, VECTOR, CHANGE.with_positions((1, 2)), VECTOR.with_positions(Since(4)), Change(HEAD, 0.5)):
        assert Row.of(change).change(3) == change
        assert Board((Row.of(change),)).plan(3, INFO) == Plan((change,))
    row = replace(Row.of(CHANGE), where="generated")
    assert row.change(9, prompt=5) == CHANGE.with_positions(Since(5))
    assert replace(row, where="last").change(9, prompt=5) == CHANGE.with_positions((9,))
    assert replace(row, scale=0.5).change(0) == CHANGE.with_strength(0.5).with_positions(Since(0))


def test_the_same_feature_has_one_row_however_it_is_changed() -> None:
    board = EMPTY.put(Row.of(CHANGE)).put(Row(HEAD)).put(Row.of(VECTOR))
    again = board.put(Row.of(replace(CHANGE, way="clamp", strength=7.0)))
    assert len(again.rows) == 3
    assert again.rows[0].subject == replace(CHANGE, way="clamp").with_strength(0.0)
    assert again.rows[0].scale == 7.0
    assert len(board.put(Row.of(replace(CHANGE, index=8))).rows) == 4
    assert len(board.put(Row.of(replace(VECTOR, vector=VECTOR.vector + 1))).rows) == 4
    assert len(board.put(Row.of(VECTOR.with_strength(-1.0))).rows) == 3


def test_a_row_is_put_back_to_what_changes_nothing() -> None:
    rows = [Row.of(CHANGE), Row.of(VECTOR), Row.of(replace(CHANGE, way="multiply")), Row(HEAD, 0.5, mean=True)]
    assert [row.at_neutral().scale for row in rows] == [0.0, 0.0, 1.0, 1.0]
    assert all(row.at_neutral().change(0).is_identity for row in rows)
    clamped = Row.of(replace(CHANGE, way="clamp"))
    assert not clamped.at_neutral().on, "there is no activation to clamp to that changes nothing"


def test_what_a_row_says_is_in_both_units() -> None:
    assert told((CHANGE,)) == "F7 + 3 × its maximum (0.75 × the state's norm)"
    assert told((replace(CHANGE, way="clamp").with_positions((3, 4)),)).endswith(
        "= 3 × its maximum (0.75 × the state's norm) @ 3-4"
    )
    assert told((replace(CHANGE, way="zero"),)) == "F7 × 0"
    assert (
        told((replace(CHANGE, share=0.0).with_strength(-1.5).with_positions(Since(5)),))
        == "F7 − 1.5 × its maximum @ 5-"
    )
    assert told((VECTOR,)) == "“love” − “hate” + 2 × its length (1 × the state's norm)"


def test_a_model_that_it_does_not_fit_leaves_it_out_and_says_why() -> None:
    high = replace(CHANGE, hook=replace(HOOK, layer=LAYERS))
    board = Board((Row.of(high), Row.of(vector_of(WIDTH + 1)), Row.of(CHANGE)))
    assert board.plan(0, INFO) == Plan((CHANGE,))
    assert "There is no layer 3" in board.rows[0].why_not(INFO)
    assert f"has {WIDTH + 1} numbers" in board.rows[1].why_not(INFO)


def test_a_file_and_a_spec_give_back_every_kind() -> None:
    board = Board(
        (
            Row(HEAD, 1.5),
            replace(Row.of(replace(CHANGE, way="clamp")), where="generated", name="Marie"),
            replace(Row.of(VECTOR), where=Since(7), on=False),
            replace(Row.of(replace(CHANGE, control=3)), where=(1, 2), solo=True),
        )
    )
    assert from_json(to_json(board, "tiny")) == (board, "tiny")
    for row in board.rows:
        bare = replace(row, on=True, solo=False, name="")
        assert change_of(change_text(row)) == bare
    on = Board(tuple(replace(row, on=True, solo=False, name="") for row in board.rows))
    assert board_of(texts_of(on)) == on
    with pytest.raises(InputRefused, match="F7 is changed twice"):
        board_of((change_text(Row.of(CHANGE)), change_text(Row.of(CHANGE.with_strength(1.0)))))
    with pytest.raises(InputRefused, match="at “generated”"):
        run_plan_of(texts_of(on))
    assert run_plan_of((change_text(Row.of(CHANGE)), "L1.H2=0")) == Plan((CHANGE, Change(HEAD, 0.0)))


def _spoilt(spoil: Callable[[dict[str, Any]], object]) -> str:
    found = json.loads(to_json(Board((Row.of(VECTOR),)), "tiny"))
    spoil(found["rows"][0])
    return json.dumps(found)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda row: row.update(kind="engine.labs.unknown.records.Kind"), "does not know interventions of the kind"),
        (lambda row: row.update(kind="os.path.join"), "does not know interventions of the kind"),
        (lambda row: row.update(kind="engine.labs.steering.records.Steering"), "does not know interventions"),
        (lambda row: row.update(kind=3), "does not know interventions"),
        (lambda row: row["values"].update(title=3), "row 1"),
        (lambda row: row["values"].update(hook={"kind": "nowhere", "layer": 1}), "row 1"),
        (lambda row: row["values"].update(more=1), "row 1"),
        (lambda row: row["arrays"]["vector"].update(base64="AAAA"), "row 1"),
        (lambda row: row["arrays"]["vector"].update(type="<U9"), "row 1"),
        (lambda row: row["arrays"]["vector"].update(shape=[2**60]), "row 1"),
        (lambda row: row["arrays"].clear(), "row 1"),
        (lambda row: row.update(scale="x"), "strength of"),
        (lambda row: row.update(scale=1e9), "from -1000 to 1000"),
    ],
)
def test_a_damaged_row_is_refused_in_a_sentence(spoil: Callable[[dict[str, Any]], object], sentence: str) -> None:
    with pytest.raises(InputRefused, match=sentence) as met:
        from_json(_spoilt(spoil))
    assert len(str(met.value)) < 400


def test_numbers_that_are_not_finite_are_refused() -> None:
    bad = replace(VECTOR, vector=np.full(WIDTH, np.nan, np.float32))
    with pytest.raises(InputRefused, match="row 1"):
        from_json(to_json(Board((Row.of(bad),)), ""))


@drawn(30, 0.08, json_files(json.loads(to_json(Board((Row.of(VECTOR), Row.of(CHANGE))), "tiny"))))
def test_any_file_of_such_rows(data: bytes) -> None:
    def used() -> None:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            return
        board, model = from_json(text)
        assert from_json(to_json(board, model)) == (board, model)
        board.plan(3, INFO)
        assert all(row.effect for row in board.rows)

    read_or_refused("board of any kind", used, InputRefused)


@pytest.mark.parametrize(("text", "where"), [("5-", Since(5)), (" 5 –", Since(5)), ("generated", "generated")])
def test_open_positions_are_read_and_shown_alike(text: str, where: Any) -> None:
    assert positions_of(text) == where
    assert positions_of(shown_positions(where)) == where


def test_a_strength_is_typed_in_the_kinds_own_words() -> None:
    assert strength_of("3", CHANGE) == 3.0
    with pytest.raises(InputRefused, match="The strength of F7 is a number"):
        strength_of("x", CHANGE)


def test_a_row_that_is_chosen_is_what_its_views_show() -> None:
    feature = FeatureName("a.safetensors", FEATURE)
    assert choose(CHANGE) == ChooseFeature(feature)
    assert choose(VECTOR) == ChooseLayer(HOOK.layer)
    assert UiState(feature=feature).is_chosen(Row.of(CHANGE).subject)
    assert not UiState().is_chosen(Row.of(VECTOR).subject)


def test_every_mode_keeps_the_feature() -> None:
    for at, way in enumerate(("add", "clamp", "multiply", "zero")):
        turned = CHANGE.with_mode(at)
        assert (turned.way, turned.mode, turned.target) == (way, at, CHANGE.target)
        assert isinstance(turned, FeatureChange)
    assert VECTOR.modes == ()
    assert isinstance(VECTOR.with_mode(0), SteeringVector)
