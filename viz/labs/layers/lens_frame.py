"""What every layer says at every position of the active path, gathered from the lens's answers.

The last row is not taken from the lens but from the run's own records: it equals the model's output exactly, needs no
model, and is there for files too. How far the lens's own last row is from it is kept and shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.labs.layers.records import (
    CANDIDATES,
    LENS_SPAN,
    AskLens,
    AskLensApart,
    Lens,
    LensApart,
)
from engine.records import F32, I32, Bools, Vocabulary
from engine.run import Run
from viz.branches import Compared, compared
from viz.charts.strip_frame import beside_tokens
from viz.lab import QT_TRANSLATE_NOOP
from viz.per_run import per_run
from viz.ui_state import UiState

COLOURS = ("probability", "final choice's probability", "final choice's rank", "entropy", "difference between branches")
DIFFERENCE = COLOURS[4]
COLOUR_WORDS = (
    QT_TRANSLATE_NOOP("LogitLensView", "probability"),
    QT_TRANSLATE_NOOP("LogitLensView", "probability of the final prediction"),
    QT_TRANSLATE_NOOP("LogitLensView", "rank of the final prediction"),
    QT_TRANSLATE_NOOP("LogitLensView", "entropy"),
    QT_TRANSLATE_NOOP("LogitLensView", "difference between branches"),
)
WORST = 1000.0  # rank at the dark end of the scale
Cell = tuple[int, int]  # row, position


@dataclass(frozen=True, eq=False)
class LensTable:
    """R = L+1 rows (row 0: what enters block 0), T positions, K candidates. -1 and NaN where not known."""

    ids: I32  # [R, T, K]
    probs: F32  # [R, T, K]
    entropy: F32  # [R, T] bits
    final_rank: I32  # [R, T] 0: the model's final choice is first here
    final_probs: F32  # [R, T]
    known: Bools  # [T] whether every row is known
    difference: float  # largest |probability| between the lens's last row and the model's output; NaN without answers


@per_run
def lens_table(run: Run) -> LensTable:
    """Everything that is known about the active path."""
    return _table_of(run, run.path)


def beside_table(run: Run, beside: Compared) -> LensTable:
    """Everything that is known about a branch that is compared; made anew only after the run has changed."""
    known = _beside(run)
    if beside.leaf not in known:
        known[beside.leaf] = _table_of(run, beside.nodes.tolist())
    return known[beside.leaf]


@per_run
def _beside(run: Run) -> dict[int, LensTable]:
    return {}


@per_run
def _apart(run: Run) -> dict[int, F32]:
    return {}


def apart_of(run: Run, beside: Compared) -> F32:
    """[R, M] bits between both branches' lenses at the positions that both have; 0 before the fork, NaN if unknown.

    Made anew only after the run has changed.
    """
    known = _apart(run)
    if beside.leaf not in known:
        known[beside.leaf] = _apart_of(run, beside)
    return known[beside.leaf]


def _apart_of(run: Run, beside: Compared) -> F32:
    rows, m = (run.info.n_layers + 1 if run.info else 0), min(len(run), len(beside.nodes))
    bits = np.full((rows, m), np.nan, np.float32)
    bits[:, : beside.fork] = 0.0
    one, other = run.path[:m], beside.nodes[:m].tolist()
    position_of = {pair: position for position, pair in enumerate(zip(one, other, strict=True))}
    for finding in run.findings.values():
        if isinstance(finding, LensApart) and len(finding.bits) == rows:
            end = position_of.get((finding.node, finding.other), -1)
            if end >= 0:
                bits[:, finding.start : end + 1] = finding.bits
    return bits


def _table_of(run: Run, path: Sequence[int]) -> LensTable:
    """Everything that is known about a path: nodes from the first token on."""
    rows, n = (run.info.n_layers + 1 if run.info else 0), len(path)
    ids = np.full((rows, n, CANDIDATES), -1, np.int32)
    probs = np.full((rows, n, CANDIDATES), np.nan, np.float32)
    entropy, final_probs = np.full((rows, n), np.nan, np.float32), np.full((rows, n), np.nan, np.float32)
    rank = np.full((rows, n), -1, np.int32)
    known, apart = np.zeros(n, bool), np.nan
    position_of = {node: position for position, node in enumerate(path)}
    for finding in run.findings.values():
        end = position_of.get(finding.node, -1) if isinstance(finding, Lens) else -1
        if not isinstance(finding, Lens) or end < 0 or finding.ids.shape[0] != rows:
            continue
        here, k = slice(finding.start, end + 1), finding.ids.shape[2]
        ids[:, here, :k], probs[:, here, :k] = finding.ids, finding.probs
        entropy[:, here], final_probs[:, here], rank[:, here] = finding.entropy, finding.final_probs, finding.final_rank
        known[here] = True
    if rows:
        before = probs[-1, :, 0].copy()
        _put_records(run, path, ids[-1], probs[-1], entropy[-1])
        rank[-1], final_probs[-1] = 0, probs[-1, :, 0]
        apart = float(np.abs(probs[-1, known, 0] - before[known]).max()) if known.any() else np.nan
    return LensTable(ids, probs, entropy, rank, final_probs, known, apart)


def _put_records(run: Run, path: Sequence[int], ids: I32, probs: F32, entropy: F32) -> None:
    """The model's own output into the last row: `ids` and `probs` [T, K], `entropy` [T]."""
    for position, node in enumerate(path):
        record = run.nodes[node]
        k = min(ids.shape[1], len(record.next_ids))
        ids[position], probs[position] = -1, np.nan
        ids[position, :k], probs[position, :k] = record.next_ids[:k], record.next_probs[:k]
        entropy[position] = record.entropy


def questions(known: Bools, nodes: I32, low: int, high: int) -> list[AskLens]:
    """What to ask so that positions low..high-1 become known, in spans that stay the same while the text grows."""
    asked = []
    for start in range(low // LENS_SPAN * LENS_SPAN, min(high, len(known)), LENS_SPAN):
        end = min(start + LENS_SPAN, len(known))
        if not known[start:end].all():
            asked.append(AskLens(int(nodes[end - 1]), start))
    return asked


def questions_apart(beside: LensBeside, nodes: I32, low: int, high: int) -> list[AskLensApart]:
    """What to ask so that the difference at positions low..high-1 becomes known, in spans from the fork on."""
    asked, m = [], beside.apart.shape[1]
    for start in range(max(low - beside.fork, 0) // LENS_SPAN * LENS_SPAN + beside.fork, min(high, m), LENS_SPAN):
        end = min(start + LENS_SPAN, m)
        if np.isnan(beside.apart[:, start:end]).any():
            asked.append(AskLensApart(int(nodes[end - 1]), int(beside.nodes[end - 1]), start))
    return asked


@dataclass(frozen=True, eq=False)
class LensBeside:
    """The same of the branch that is compared."""

    table: LensTable
    texts: tuple[str, ...]  # [M]
    nodes: I32  # [M]
    fork: int  # the first position that differs
    name: str
    current_name: str
    apart: F32  # [R, M] bits, as `apart_of`


@dataclass(frozen=True)
class LogitLensFrame:
    """The table and what is looked at."""

    table: LensTable
    texts: tuple[str, ...]  # [T]
    nodes: I32  # [T]
    vocabulary: Vocabulary | None
    position: int  # looked at; -1 where there is none
    layer: int
    colour: str
    all_rows: bool
    asks: bool  # whether what is missing may be asked for now
    playing: bool
    run_id: int
    beside: LensBeside | None = None

    @property
    def length(self) -> int:
        """Positions that are shown: those of the longer of both branches."""
        return max(len(self.texts), len(self.beside.texts) if self.beside is not None else 0)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.texts or not self.n_rows

    @property
    def n_rows(self) -> int:
        """L + 1; 0 without a model."""
        return len(self.table.ids)


def rows_shown(n_rows: int, room: int) -> tuple[int, ...]:
    """Evenly spaced rows, at most `room` of them, always with the last one."""
    if n_rows <= room:
        return tuple(range(n_rows))
    every = -(-n_rows // max(room, 1))
    return tuple(range(n_rows - 1, -1, -every))[::-1]


def lens_beside(run: Run, ui: UiState) -> LensBeside | None:
    """What is known of the branch that is compared; None where there is none."""
    found = compared(run, ui)
    if found is None:
        return None
    tokens = beside_tokens(run, found)
    return LensBeside(
        beside_table(run, found), tokens.texts, tokens.nodes, found.fork, found.name, found.current_name,
        apart_of(run, found),
    )  # fmt: skip


def cell_values(frame: LogitLensFrame, of: LensTable | None = None) -> F32:
    """[R, T] what colours the cells, on the scale of the frame's colour; NaN where it is not known.

    `of`: the table of the branch that is compared, in place of the current one's.
    """
    table = frame.table if of is None else of
    if frame.colour == COLOURS[1]:
        values = table.final_probs
    elif frame.colour == COLOURS[2]:
        values = np.maximum(0.0, 1 - np.log(np.maximum(table.final_rank, 0) + 1) / np.log(WORST))
    elif frame.colour == DIFFERENCE:
        values = np.full(table.entropy.shape, np.nan, np.float32)
        if frame.beside is not None:
            m = frame.beside.apart.shape[1]
            values[:, :m] = frame.beside.apart
        return values
    else:
        values = table.entropy if frame.colour == COLOURS[3] else table.probs[..., 0]
    return np.where(table.ids[..., 0] >= 0, values, np.nan).astype(np.float32)


def highest(frame: LogitLensFrame) -> float:
    """The value at the end of the scale: bits of even odds, else 1."""
    size = len(frame.vocabulary) if frame.vocabulary is not None else 2
    return float(np.log2(max(size, 2))) if frame.colour == COLOURS[3] else 1.0
