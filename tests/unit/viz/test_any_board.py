"""Files of interventions of any content: a board that can be used and written again, or a sentence."""

from __future__ import annotations

import json

import pytest

from engine.errors import InputRefused
from tests.helpers import runs
from tests.helpers.fuzz import drawn, read_or_refused
from tests.helpers.strategies.json_files import json_files
from viz.board import row_of
from viz.board_file import from_json, to_json

BOARD = {
    "orrery": "interventions", "format": 1, "model": "tiny",
    "rows": [
        {"site": "L1.H2", "scale": 0.5, "mean": False, "positions": [1, 2, 3], "on": True, "solo": False, "name": "a"},
        {"site": "L0.N10", "scale": 0, "mean": True, "positions": "last", "on": False, "solo": True, "name": ""},
        {"site": "L2.mlp", "scale": -2.5, "positions": "3,5-8"},
        {"site": "L2.attention"},
    ],
}  # fmt: skip


def used(data: bytes) -> None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return  # which is told before (`board_history`)
    board, model = from_json(text)
    assert from_json(to_json(board, model)) == (board, model)
    info = runs.tiny_info(runs.tiny_vocabulary())
    board.plan(3, info)
    assert [row_of(f"{row.site}={row.scale}").site for row in board.rows] == [row.site for row in board.rows]
    assert all(row.effect and str(row.change(2).layer) for row in board.rows)


@drawn(30, 0.08, json_files(BOARD))
def test_any_board(data: bytes) -> None:
    read_or_refused("board", lambda: used(data), InputRefused)


def test_the_one_that_is_damaged_is_whole() -> None:
    used(json.dumps(BOARD).encode())
    with pytest.raises(InputRefused):
        used(b"[]")
