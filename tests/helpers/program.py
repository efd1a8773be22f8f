"""The whole program in a test: as `main.py` would start it with these arguments, and at rest."""

from __future__ import annotations

import argparse

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


def at_rest(qtbot: QtBot, program: Controller) -> None:
    """Wait until the model has written what was asked and its map is there."""
    session = program.session
    qtbot.waitUntil(
        lambda: len(session.run) > 3 and session.state.phase is Phase.IDLE and EMBEDDING in session.run.maps,
        timeout=PATIENCE,
    )
