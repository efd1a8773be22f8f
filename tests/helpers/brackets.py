"""Findings of the bracket lab made by hand, with numbers a test can check; the legal sets come from a stack."""

from __future__ import annotations

import numpy as np

from engine.labs.brackets.records import (
    AttentionMaps,
    BracketRun,
    Cloud,
    NetCard,
    OpenedClosed,
    Probed,
    Quality,
    Reading,
    Sequences,
    Surface,
    Trained,
)

OUTCOMES = ("(", ")", "End")


def reading(string: str, wrong_at: tuple[int, ...] = (), trained_length: int = 40) -> Reading:
    """A net that is right but for the prefixes of `wrong_at`, where 0.9 lies on what is illegal."""
    depth = np.cumsum([0, *(1 if letter == "(" else -1 for letter in string)])
    legal = np.array([[True, d > 0, d == 0] for d in depth])
    probs = np.where(legal, 0.05, 0.0)
    for i in range(len(depth)):
        target = 2 if (depth[i] > 0) == (i in wrong_at) else 1
        probs[i] = np.where(np.arange(3) == target, 0.0, probs[i])
        probs[i, target] = 1.0 - probs[i].sum()
    return Reading(string, OUTCOMES, probs, legal, depth.astype(np.int64), trained_length)


def surface(longest: int = 10, trained: int = 6) -> Surface:
    """Prefixes are wrong beyond the trained length alone."""
    size = (longest + 1, longest + 1)
    length, depth = np.indices(size)
    there = (depth <= length) & ((length - depth) % 2 == 0)
    beyond = length + depth > trained
    wrong = np.where(there, np.where(beyond & (depth == 1), 0.75, 0.0), np.nan)
    end = np.where(there & (depth > 0), np.where(beyond, 0.5, 0.01), np.nan)
    close = np.where(there & (depth == 0), np.where(beyond, 0.25, 0.0), np.nan)
    return Surface(False, trained, np.where(there, 20, 0).astype(np.int64), end, close, wrong, wrong)


def sequences(fails_at: int = 5, most: int = 8) -> Sequences:
    """Runs are completed rightly below `fails_at`."""
    runs = tuple(
        BracketRun(n, ")" * (n if n < fails_at else n - 1), "balanced" if n < fails_at else "ended too early",
                   np.full(n + 1, 0.9), n > 3)
        for n in range(1, most + 1)
    )  # fmt: skip
    opened = np.arange(1, most + 1)
    balanced = np.column_stack([np.full(most, 0.2), 0.01 * opened, 0.8 - 0.01 * opened])
    one_short = np.column_stack([np.full(most, 0.2), np.full(most, 0.7), np.full(most, 0.1)])
    closed = OpenedClosed(opened, balanced, one_short, 2 * opened > 6)
    return Sequences(runs, closed, fails_at if fails_at <= most else None)


def cloud(strings: int = 4, length: int = 6, seed: int = 0) -> Cloud:
    """Points whose second axis is their depth."""
    rng = np.random.default_rng(seed)
    depth = np.abs(rng.integers(-1, 2, (strings, length + 1)).cumsum(axis=1))
    along = np.tile(np.arange(length + 1), strings)
    points = np.column_stack([along, depth.ravel(), rng.normal(0, 0.1, along.size)]).astype(np.float32)
    return Cloud(
        2, points, depth.ravel().astype(np.int64), along, np.repeat(np.arange(strings), length + 1), 0.9,
        np.eye(3, 16, dtype=np.float32), np.zeros(16, np.float32),
    )  # fmt: skip


def probed(layers: int = 3, strings: int = 6, longest: int = 9, trained: int = 6) -> Probed:
    """A probe that reads depth well within the trained length."""
    length = np.tile(np.arange(longest + 1), strings)
    depth = length // 2
    read = np.stack([depth + 0.1 * layer for layer in range(layers)]).astype(np.float32)
    return Probed(
        np.array([0.5, 0.9, 0.98]), np.array([-1.0, 0.4, 0.6]), np.array([0.1, 0.3, 0.4]), np.array([0.0, 0.1, 0.2]),
        length, depth, read, trained, 2 * strings,
    )  # fmt: skip


def quality(most: int = 6, mass: float = 0.97) -> Quality:
    """The same at every depth and length."""
    ones = np.full(most + 1, 10, np.int64)
    even = np.full(most + 1, mass)
    return Quality(0.7, mass, mass, ones, even, even, ones, even, even)


def curve() -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]:
    """A learning curve of three points."""
    return {
        "examples": np.array([0.0, 640.0, 1280.0]),
        "held_out_loss": np.array([1.3, 0.8, 0.7]),
        "legal_mass": np.array([0.5, 0.9, 0.97]),
        "accuracy": np.array([0.6, 0.95, 0.99]),
    }


def card(name: str = "two-block") -> NetCard:
    """A net with three checkpoints."""
    along = ((0, 0.5), (640, 0.9), (1280, 0.97))
    return NetCard(name, (("max_pairs", 3), ("examples", 1280)), "python main.py brackets train", 1280, curve(), along)


def trained(name: str, turn: int, done: bool = False) -> Trained:
    """Where a training stands after turn `turn`."""
    from engine.labs.brackets.questions import TrainSlice

    attention = AttentionMaps("()", np.full((2, 8, 3, 3), 1 / 3, np.float32))
    losses = np.array([[64.0 * (turn + 1), 1.0 - 0.1 * turn]])
    return Trained(
        "somewhere", 10 * (turn + 1), 100, 640 * (turn + 1), 0.8, 500.0, 90.0, 0.9 + 0.01 * turn, curve(),
        quality(mass=0.9 + 0.01 * turn), done, name, 1, 6, losses, cloud(seed=turn), attention,
        None if done else TrainSlice(name, turn + 1),
    )  # fmt: skip
