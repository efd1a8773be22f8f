"""Heads, neurons and interventions as a spec and a command line name them: `L5.H1`, `L10.N100`, `L5.H1=0 @ 3,5-8`."""

from __future__ import annotations

import re
from dataclasses import replace

from engine.errors import InputRefused, in_short
from engine.records import ModelInfo, Plan, Site
from engine.sentences import say
from viz.board import EMPTY, Board, Row, positions_of, row_of, shown_positions
from viz.board_file import row_in, row_text

_MEAN = re.compile(r"(.*?)[\s=]*mean\s*", re.IGNORECASE)


def part_of(text: str, kind: str, info: ModelInfo | None = None, called: str = "") -> tuple[int, int]:
    """Layer and number of a head or neuron: "L5.H1" or "5.1". `called` is what a sentence calls the setting.

    Raises:
        InputRefused: it cannot be read, or the model has none of that number.
    """
    letter = "H" if kind == "head" else "N"
    layer, _, index = text.strip().upper().removeprefix("L").replace(letter, "").partition(".")
    layers, width = (2**31, 2**31)
    if info is not None:
        layers, width = info.n_layers, max(info.n_heads if kind == "head" else info.d_mlp, 1)
    good = layer.isdecimal() and index.isdecimal() and len(layer) < 10 and len(index) < 10
    if good and int(layer) < layers and int(index) < width:
        return int(layer), int(index)
    values = {"called": called or kind, "kind": kind.upper(), "text": in_short(text, 60)}
    if info is None:
        raise InputRefused(
            say("{called} takes LAYER.{kind}, such as L5.{letter}1, but {text!r} was given.", letter=letter, **values)
        )
    raise InputRefused(
        say(
            "{called} takes LAYER.{kind}, from 0.0 to {layer}.{index} for this run, but {text!r} was given.",
            layer=layers - 1,
            index=width - 1,
            **values,
        )
    )


def change_of(text: str) -> Row:
    """One intervention: `L5.H1=0`, `L10.N100 mean`, `L5.mlp=0.5 @ last`; off where no number is given.

    That of a laboratory is a JSON object, as `change_text` writes it.

    Raises:
        InputRefused: it cannot be read.
    """
    if text.lstrip().startswith("{"):
        return row_in(text)
    what, _, where = text.partition("@")
    mean = _MEAN.fullmatch(what)
    row = row_of(mean.group(1) if mean else what)
    return replace(row, mean=mean is not None, where=positions_of(where))


def change_text(row: Row) -> str:
    """As `change_of` reads it."""
    if row.site is None:
        return row_text(row)
    what = " mean" if row.mean else f"={row.scale!r}"
    return f"{row.site}{what}" + ("" if row.where is None else f" @ {shown_positions(row.where)}")


def board_of(texts: tuple[str, ...]) -> Board:
    """Interventions that are all switched on. Raises InputRefused: one cannot be read, or changes what another does."""
    board = EMPTY
    for text in texts:
        row = change_of(text)
        if board.index(row.target) >= 0:
            raise InputRefused(say("{site} is changed twice: give each component one scale.", site=row.label))
        board = board.put(row)
    return board


def run_plan_of(texts: tuple[str, ...]) -> Plan:
    """The interventions that a run is made with.

    Raises:
        InputRefused: as `board_of`, and for positions that only a run which is there has.
    """
    board = board_of(texts)
    for row in board.rows:
        if isinstance(row.where, str):
            raise InputRefused(
                say(
                    "{site} is changed at “{where}”, which a run that is not there yet does not have: name positions, "
                    "such as 3,5-8 or 5-.",
                    site=row.label,
                    where=row.where,
                )
            )
    return board.plan()


def texts_of(board: Board) -> tuple[str, ...]:
    """The rows of a board that count."""
    return tuple(change_text(row) for row in board.rows if board.active(row))


def head_text(head: tuple[int, int]) -> str:
    """ "L5.H1"."""
    return str(Site("head", *head))


def neuron_text(neuron: tuple[int, int]) -> str:
    """ "L10.N100"."""
    return str(Site("neuron", *neuron))
