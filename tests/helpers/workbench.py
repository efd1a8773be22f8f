"""A workbench for labs on a tiny session, without an engine process."""

from __future__ import annotations

from engine.generation.session import Session
from engine.labkit.workbench import Workbench
from tests.helpers.runs import tiny_info, tiny_vocabulary
from tests.helpers.tokenizers import NumberTokenizer


def bench(session: Session, stop: bool = False) -> Workbench:
    """Numbers as text, no progress, and a stop that says `stop`."""
    vocabulary = tiny_vocabulary()
    return Workbench(
        session, NumberTokenizer(), vocabulary, tiny_info(vocabulary), lambda *_: None, lambda: stop
    )  # fmt: skip
