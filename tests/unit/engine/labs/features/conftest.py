"""A tiny model with a random dictionary, and a text of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.records import Hook
from engine.generation.session import Session
from engine.labkit.workbench import Workbench
from engine.records import F32
from tests.helpers.dictionaries import by_hand
from tests.helpers.sessions import begun, tiny_session
from tests.helpers.steering import dictionary_file
from tests.helpers.workbench import bench

HOOK = Hook("resid", 1)
WINDOW = 64  # the tiny model's context


@dataclass(frozen=True)
class Stage:
    """What the tests of this folder work with."""

    session: Session
    bench: Workbench
    dictionary: Dictionary
    name: str
    text: Path
    ids: tuple[int, ...]  # of the text

    def pieces(self) -> list[tuple[int, ...]]:
        """The text as it is cut."""
        return [self.ids[low : low + WINDOW] for low in range(0, len(self.ids), WINDOW)]

    def states(self, ids: tuple[int, ...]) -> torch.Tensor:
        """[t, D] `resid` after layer 1 of a plain forward of the library's own."""
        with torch.inference_mode():
            given = torch.tensor([ids])
            made = self.session.model(input_ids=given, output_hidden_states=True).hidden_states
        states: torch.Tensor = made[HOOK.layer + 1][0]
        return states

    def activations(self) -> F32:
        """[N, n] at all positions of the text, in numpy; 0 at the first one of each piece, which does not count."""
        rows = [by_hand(self.dictionary, self.states(piece))[0] for piece in self.pieces()]
        for piece in rows:
            piece[0] = 0.0
        return np.concatenate(rows).astype(np.float32)


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("ORRERY_CONFIG", str(tmp_path / "config"))
    session = tiny_session()
    begun(session)
    dictionary, name = dictionary_file(tmp_path, session.anatomy.d_model, HOOK)
    ids = tuple(np.random.default_rng(1).integers(3, 97, 1500).tolist())
    text = tmp_path / "numbers.txt"
    text.write_text(" ".join(map(str, ids)), encoding="utf-8")
    return Stage(session, bench(session), dictionary, name, text, ids)
