"""What a test that waited in vain says fits on a screen, whatever the answers hold."""

from __future__ import annotations

import numpy as np

from engine import protocol
from tests.helpers.engine_talk import told


def test_answers_are_told_without_their_arrays() -> None:
    probs = protocol.Distribution(4, 1, 9, np.zeros(49152, np.float32), np.zeros(49152, np.float32))
    said = told([probs, protocol.Halted(5, 1, "done", 64, 2.5), protocol.Failed(6, "Fault", "Too long: " + "x" * 5000)])
    assert "request_id=4" in said
    assert "probs=ndarray of 49152" in said
    assert "n_tokens=64" in said
    assert len(said) < 500
