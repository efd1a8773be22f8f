"""The whole program in a test: as `main.py` would start it with these arguments, and at rest."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.start import open_session
from app.state import Phase
from engine.records import EMBEDDING
from main import window_parser

PATIENCE = 120_000  # ms; a busy machine imports torch slowly


def started(*given: str) -> Controller:
    """The program, as the command line says."""
    return open_session(window_parser().parse_args([*given], argparse.Namespace(debug=False)))


@contextmanager
def opened(qtbot: QtBot, folder: Path, prompt: str) -> Iterator[Controller]:
    """The program as it begins to load the model of a folder, closed at the end."""
    made = started("--model", str(folder), "--prompt", prompt)
    qtbot.addWidget(made.window)
    try:
        yield made
    finally:
        made.window.close()
        made.close()


def at_rest(qtbot: QtBot, program: Controller) -> None:
    """Wait until the model has written what was asked and its map is there."""
    session = program.session
    qtbot.waitUntil(
        lambda: len(session.run) > 3 and session.state.phase is Phase.IDLE and EMBEDDING in session.run.maps,
        timeout=PATIENCE,
    )
