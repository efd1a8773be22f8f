"""The pictures of the Hello/Bye view as numbers and sentences: what each panel shows at a layer.

They depend on the finding and the layer, not on where the pointer is, so they are kept: a hover paints again what was
made before. A finding is compared by identity, since it is never changed.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.hello_bye.records import HelloByeFound
from engine.records import F32
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.hello_bye import facts, labels
from viz.labs.hello_bye.same import Same
from viz.state_names import row_after, state_place

ORDERS = (
    QT_TRANSLATE_NOOP("HelloByeView", "sorted by the two words"),
    QT_TRANSLATE_NOOP("HelloByeView", "as in the model"),
)


translate = QCoreApplication.translate  # by this name its texts are collected


@dataclass(frozen=True)
class Panel:
    """One picture on the shared token axis. Without values there is only its sentence."""

    number: int  # as the panels are counted, 1..8
    title: str
    sentence: str
    kind: Literal["picture", "next"] = "picture"
    values: F32 | None = None  # [rows, T], first row on top
    high: float = 1.0  # colours go from -high to high
    rows: str = ""  # what a row is
    legend: str = ""  # what a colour is
    order: tuple[int, ...] = ()  # number of each row where they are not in their own order
    beyond: str = ""  # what the colours leave out

    def row_number(self, row: int) -> int:
        """The component, pair or head that a row shows."""
        return self.order[row] if self.order else row


def panels_of(found: HelloByeFound, layer: int, order: str) -> tuple[Panel, ...]:
    """Panels 1, 2, 3, 5 and 7."""
    return _panels(Same(found), layer, order == ORDERS[0])


@functools.lru_cache(maxsize=64)
def _panels(held: Same[HelloByeFound], layer: int, by_words: bool) -> tuple[Panel, ...]:
    found = held.value
    return (*_tables(held, by_words), _stream(found, layer, by_words), _next(held))


@functools.lru_cache(maxsize=8)
def _tables(held: Same[HelloByeFound], by_words: bool) -> tuple[Panel, ...]:
    found = held.value
    return (
        _components(
            1, translate("HelloBye", "Token embeddings"), found.embedding, found, by_words, labels.embeddings(found)
        ),
        _position(found, by_words),
        _components(
            3,
            translate("HelloBye", "Input of layer 0"),
            None if found.resid is None else found.resid[:, 0],
            found,
            by_words,
            labels.first_input(found),
        ),
    )


def _stream(found: HelloByeFound, layer: int, by_words: bool) -> Panel:
    states = None if found.resid is None else found.resid[:, row_after(layer)]
    title = translate("HelloBye", "Residual stream {place}").format(place=state_place(row_after(layer)))
    return _components(5, title, states, found, by_words, labels.stream(found, layer))


def _components(
    number: int, title: str, values: F32 | None, found: HelloByeFound, by_words: bool, sentence: str
) -> Panel:
    """A picture of [T, D], components down."""
    if values is None:
        return Panel(number, title, sentence)
    limits = facts.colour_range(values)
    order = facts.order_of(values, found) if by_words else np.arange(values.shape[1])
    return Panel(
        number,
        title,
        sentence,
        "picture",
        np.ascontiguousarray(values[:, order].T, dtype=np.float32),
        limits.high,
        translate("HelloBye", "components"),
        labels.range_in_short(limits),
        tuple(order.tolist()),
        labels.range_said(limits),
    )


def _position(found: HelloByeFound, by_words: bool) -> Panel:
    sentence = labels.positions(found)
    if found.position is not None:
        limits = facts.colour_range(found.position)
        values = np.ascontiguousarray(found.position.T, dtype=np.float32)
        return Panel(
            2,
            translate("HelloBye", "Position embeddings"),
            sentence,
            "picture",
            values,
            limits.high,
            translate("HelloBye", "components"),
            labels.range_in_short(limits),
            (),
            labels.range_said(limits),
        )
    if found.phases is not None:
        turns = np.ascontiguousarray(np.cos(found.phases).T, dtype=np.float32)  # [F, T]
        return Panel(
            2,
            translate("HelloBye", "Rotary position (RoPE)"),
            sentence,
            "picture",
            turns,
            1.0,
            translate("HelloBye", "pairs"),
            translate("HelloBye", "cosine of the angle"),
        )
    if found.distance_bias is not None:
        high = max(float(np.abs(found.distance_bias).max()), 1e-12)
        return Panel(
            2,
            translate("HelloBye", "Distance bias (ALiBi)"),
            sentence,
            "picture",
            found.distance_bias,
            high,
            translate("HelloBye", "heads"),
            translate("HelloBye", "added to the attention score, from the last token"),
        )
    return Panel(2, translate("HelloBye", "Position"), sentence)


@functools.lru_cache(maxsize=8)
def _next(held: Same[HelloByeFound]) -> Panel:
    found = held.value
    return Panel(
        7,
        translate("HelloBye", "What the model expects next"),
        labels.next_tokens(found),
        "next",
        found.repeat[None, :],
    )


def thinned(values: F32, together: int) -> F32:
    """[D / together, T] of [D, T]: of each group of neighbouring rows the value of the largest amount."""
    if together <= 1:
        return values
    groups = -(-values.shape[0] // together)
    padded = np.zeros((groups * together, values.shape[1]), np.float32)
    padded[: values.shape[0]] = values
    split = padded.reshape(groups, together, -1)
    at = np.abs(split).argmax(axis=1)[:, None]
    return np.ascontiguousarray(np.take_along_axis(split, at, axis=1)[:, 0], dtype=np.float32)
