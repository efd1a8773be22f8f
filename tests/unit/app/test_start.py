"""What is asked of the engine when the program starts, by the command line and the preferences."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from safetensors.numpy import save_file

from app import start
from app.controller import Controller
from app.settings import NONE, Settings
from app.start import FirstPicture
from app.window.window import MainWindow
from engine.errors import RunFileProblem
from engine.files.run_file import KEY, load_run
from main import window_parser


class Heard:
    """Stands for window and controller, and remembers how the controller was started."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.started: tuple[Any, ...] = ()
        self.loader = self
        self.loader = self

    def start(self, *asked: Any) -> None:
        self.started = asked

    def set_prompt(self, text: str) -> None:
        self.settings.prompt = text

    def prompt_as_asked(self) -> str:
        return self.settings.prompt

    def model_at_start(self) -> str | None:
        return MainWindow.model_at_start(cast(MainWindow, self))

    def model_place(self) -> tuple[str, str]:
        return MainWindow.model_place(cast(MainWindow, self))


@pytest.mark.parametrize(
    ("settings", "given", "started"),
    [
        ({}, (), ("", "auto", "auto", "p")),
        ({"model": "gpt2", "device": "cpu", "dtype": "bfloat16"}, (), ("gpt2", "cpu", "bfloat16", "p")),
        ({"model": "gpt2", "device": "cpu"}, ("--model", "x", "--device", "cuda"), ("x", "cuda", "auto", "p")),
        ({"model": "gpt2", "start_model": "pythia-70m"}, (), ("pythia-70m", "auto", "auto", "p")),
        ({"start_model": NONE}, (), (None, "auto", "auto", None)),
        ({"start_model": NONE}, ("--model", "x"), ("x", "auto", "auto", "p")),
        ({"run_at_start": False}, (), ("", "auto", "auto", None)),
        ({"run_at_start": False}, ("--prompt", "q"), ("", "auto", "auto", "q")),
    ],
)
def test_the_command_line_comes_before_the_preferences_and_those_before_what_was_used_last(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, Any], given: tuple[str, ...], started: tuple[Any, ...]
) -> None:
    monkeypatch.setattr("app.start.QTimer.singleShot", lambda *_: None)
    heard = Heard(Settings(prompt="p", **settings))
    args = window_parser().parse_args([*given], argparse.Namespace(debug=False))
    start.begin(cast(Controller, heard), cast(MainWindow, heard), args)
    assert heard.started == started


class Opening:
    """Stands for a controller that shows run files."""

    def __init__(self) -> None:
        self.documents = self.loader = self
        self.asked: list[tuple[Any, ...]] = []

    def show(self, path: Path) -> bool:
        try:
            load_run(path)
        except RunFileProblem:
            return False
        return True

    def load(self, spec: str, *place: str, fetch: bool) -> None:
        self.asked.append((spec, fetch))

    def see_to_model(self, _: tuple[str, str]) -> None:
        self.asked.append(("its own", False))


@pytest.mark.parametrize(
    "metadata", ["[" * 200_000 + "]" * 200_000, '{"format": Infinity}', '{"format": 1' + "0" * 400 + "}"]
)
def test_the_model_that_was_asked_for_is_loaded_though_the_run_file_is_bad(tmp_path: Path, metadata: str) -> None:
    save_file({"x": np.zeros(3, np.float32)}, tmp_path / "a.orrery", {KEY: metadata})
    heard = Opening()
    window = cast(MainWindow, Heard(Settings(model="last")))
    start.show_file(cast(Controller, heard), window, tmp_path / "a.orrery", "asked", ("cpu", "auto"))
    assert heard.asked == [("asked", True)]
    start.show_file(cast(Controller, heard), window, tmp_path / "a.orrery", None, ("cpu", "auto"))
    assert heard.asked[1:] == [("last", False)]


def test_it_is_stopped_after_its_window_has_been_replaced(qtbot: QtBot) -> None:
    window = QWidget()
    told: list[bool] = []
    picture = FirstPicture(window, lambda: told.append(True))
    window.show()
    qtbot.waitUntil(lambda: told == [True])
    shiboken6.delete(window)
    picture.stop()
    assert told == [True]
