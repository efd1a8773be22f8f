"""Which texts are measured, and a model's own sessions on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch

from engine.capture.replay import final_norm
from engine.errors import InputRefused, Stopped
from engine.folders import RESOURCES
from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.labkit.subject import require
from engine.labkit.text_lines import read_lines
from engine.labkit.workbench import Workbench
from engine.maps import sample
from engine.records import F32, I32, Sampling
from engine.sentences import say, together

OPENINGS = RESOURCES / "motion" / "openings.txt"
MOST = 500  # lines of a person's file that are read


def openings(name: str) -> tuple[list[str], str]:
    """The lines of a person's file, or the bundled openings, and a sentence where not all are used.

    Raises:
        InputRefused: the file cannot be read, or holds nothing.
    """
    if not name:
        return read_lines(OPENINGS)
    lines, note = read_lines(Path(name).expanduser(), say("nothing for the bundled openings"))
    return _first(lines, note)


def long_texts(name: str) -> tuple[list[str], str]:
    """The same with the bundled sample texts, which are some hundred tokens long."""
    if not name:
        return [text.text for text in sample.sample_texts()], ""
    return openings(name)


def _first(lines: list[str], note: str) -> tuple[list[str], str]:
    if len(lines) <= MOST:
        return lines, note
    cut = say("The first {most} of {n:,} lines were used.", most=MOST, n=len(lines))
    return lines[:MOST], together(note, cut)


def require_row(bench: Workbench, row: int) -> None:
    """Raises InputRefused where the model has no such row of states."""
    require(bench.anatomy, "resid")
    layers = bench.anatomy.n_layers
    if not 0 <= row <= layers + 1:
        raise InputRefused(
            say(
                "There are no states of row {row}: this model has the input (0), those after layers 0 to {last} "
                "(1 to {layers}), and those after the final norm ({normed}). Choose one of them.",
                row=row,
                last=layers - 1,
                layers=layers,
                normed=layers + 1,
            )
        )


@contextmanager
def begun(bench: Workbench, sampling: Sampling, ids: Sequence[int]) -> Iterator[Session]:
    """A session of its own on the loaded model that has read `ids`, its hooks off at the end."""
    session = Session(bench.model, bench.anatomy, bench.session.context, memory_budget=0)
    try:
        session.begin(Settings(sampling, 1))
        for _ in session.prefill(np.array(ids, np.int32), bench.stop):
            if bench.stop():
                raise Stopped
        yield session
    finally:
        session.cool()


def states_at(session: Session, nodes: Sequence[int], row: int) -> F32:
    """[n, D] states of nodes in a row of states (L + 1: after the final norm)."""
    layers = session.anatomy.n_layers
    rows = np.stack([session.tree.resid[node][min(row, layers)] for node in nodes]).astype(np.float32)
    return normed(session, rows) if row > layers else rows


def normed(session: Session, states: F32) -> F32:
    """[n, D] states after the final norm."""
    found: F32 = final_norm(session.anatomy, torch.from_numpy(states)).float().cpu().numpy()
    return found


def ends_of(session: Session, node: int, tokens: I32, row: int, bench: Workbench) -> F32:
    """[k, D] the states that follow `node` for each of `tokens`."""
    layers = session.anatomy.n_layers
    found = session.next_states(node, tokens, min(row, layers), bench.stop).astype(np.float32)
    return normed(session, found) if row > layers else found


def all_rows(session: Session, nodes: Sequence[int]) -> F32:
    """[n, L+2, D] every row of states of some nodes."""
    resid = np.stack([session.tree.resid[node] for node in nodes]).astype(np.float32)
    return np.concatenate([resid, normed(session, resid[:, -1])[:, None]], axis=1)
