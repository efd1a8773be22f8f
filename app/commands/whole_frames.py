"""Whole frames of views for commands: what a run does not hold is computed by its model, with progress on a terminal.

One engine at a time: it stays for as long as runs of the same model are asked about, such as those that a film goes
through token by token.
"""

from __future__ import annotations

import argparse
from typing import Any, Self

from app.commands.progress import Told
from app.session.headless import Headless, ModelAsked
from engine.run import Run
from viz.ui_state import UiState
from viz.view import View


class WholeFrames:
    """Use it as a context: leaving it ends the engine. `args`: a command's --model, --device and --dtype."""

    def __init__(self, args: argparse.Namespace) -> None:
        self._asked = ModelAsked(args.model, args.device, args.dtype)
        self._told = Told()
        self._headless: Headless | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def of(self, run: Run, view: type[View], ui: UiState) -> Any:
        """The whole frame of a view of a run. Raises OrreryError where it cannot be had, as `Headless.frame`."""
        if self._headless is None or _model_of(self._headless.run) != _model_of(run):
            self._end()
            self._headless = Headless(run, self._asked, self._told.tell)
        self._headless.show(run)
        return self._headless.frame(view, ui)

    def _end(self) -> None:
        if self._headless is not None:
            self._headless.close()
            self._headless.deleteLater()
        self._headless = None


def _model_of(run: Run) -> str:
    return "" if run.info is None else run.info.sha256
