"""`python main.py figure` as a person runs it: from a saved run, without the model, with and without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from engine.files.run_file import save_run
from tests.helpers.command import ROOT, main_py
from tests.helpers.runs import RUNS


@pytest.fixture(scope="module")
def run_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("runs") / "a.orrery"
    save_run(RUNS["branched"](), path)
    return path


def figure(*arguments: str | Path, screen: bool = True) -> subprocess.CompletedProcess[str]:
    """Run the command; without a `screen` there is neither X11 nor Wayland nor a chosen platform."""
    hidden = () if screen else ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return main_py("figure", *arguments, without=hidden)


@pytest.mark.parametrize("view", ["token_strip", "next_token", "attention_atlas", "attention_head", "attention_text"])
def test_painted_views_need_no_screen(run_file: Path, tmp_path: Path, view: str) -> None:
    out = tmp_path / "a.png"
    done = figure(view, "--run", run_file, "--out", out, "--size", "640x360", "--theme", "dark", screen=False)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")
    image = QImage(str(out))
    assert (image.width(), image.height()) == (640, 360)
    assert image.text("View") == view


@pytest.mark.parametrize("arguments", [(), ("--camera", "-30,-20,1.2"), ("--transparent",)])
def test_the_map_from_a_file(run_file: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    out = tmp_path / "a.png"
    done = figure("meaning_space", "--run", run_file, "--out", out, "--size", "501x301", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(out))
    assert (image.width(), image.height()) == (501, 301)
    assert image.hasAlphaChannel() == ("--transparent" in arguments)


def test_without_a_screen_the_map_says_what_is_missing(run_file: Path, tmp_path: Path) -> None:
    done = figure("meaning_space", "--run", run_file, "--out", tmp_path / "a.png", screen=False)
    assert done.returncode == 1
    assert "needs a screen" in done.stderr
    assert done.stderr.count("\n") == 1


def test_step_head_and_options_reach_the_view(run_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.svg"
    arguments = ("--step", "5", "--head", "L2.H3", "--neuron", "1.7", "--set", "scale=log", "--set", "first=off")
    done = figure("attention_head", "--run", run_file, "--out", out, *arguments, screen=False)
    assert (done.returncode, done.stderr) == (0, "")
    text = out.read_text(encoding="utf-8")
    assert 'viewBox="0 0 1920 1080"' in text
    assert "L2.H3" in text
    assert "Neuron: L1.N7" in text
    assert "without the first token (attention sink," in text
    assert "first=False, scale=log" in text


def test_list_names_every_view_and_option() -> None:
    done = figure("--list", screen=False)
    assert done.returncode == 0
    for name in ("token_strip", "meaning_space", "attention_head", "colour=surprisal"):
        assert name in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nonsense", "--run", "{run}", "--out", "{out}"), "no view 'nonsense'"),
        (("token_strip", "--run", "missing.orrery", "--out", "{out}"), "missing.orrery"),
        (("token_strip", "--run", "README.md", "--out", "{out}"), "README.md"),
        (("token_strip", "--out", "{out}"), "--run FILE.orrery"),
        (("token_strip", "--run", "{run}", "--out", "{out}", "--size", "big"), "WIDTHxHEIGHT"),
        (("token_strip", "--run", "{run}", "--out", "{out}", "--theme", "sepia"), "no theme 'sepia'"),
        (("token_strip", "--run", "{run}", "--out", "{out}", "--step", "9999"), "positions 0 to"),
        (("token_strip", "--run", "{run}", "--out", "{out}", "--set", "colour=red"), "one of surprisal"),
        (("token_strip", "--run", "{run}", "--out", "{out}", "--set", "colour"), "NAME=VALUE"),
        (("token_strip", "--run", "{run}", "--out", "{out}", "--camera", "1,2,3"), "no camera"),
        (("token_strip", "--run", "{run}", "--out", "{out}", "--camera", "left"), "AZIMUTH,ELEVATION,DISTANCE"),
        (("token_strip", "--run", "{run}", "--out", "{out}", "--camera", "10,20,0"), "distance"),
        (("attention_head", "--run", "{run}", "--out", "{out}", "--head", "9.9"), "0.0 to 2.3"),
    ],
)
def test_failures_are_one_sentence(run_file: Path, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    out = tmp_path / "a.png"
    done = figure(*(part.format(run=run_file, out=out) for part in arguments), screen=False)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert not out.exists()


def test_debug_shows_the_trace(run_file: Path, tmp_path: Path) -> None:
    done = figure("nonsense", "--run", run_file, "--out", tmp_path / "a.png", "--debug", screen=False)
    assert done.returncode != 0
    assert "Traceback" in done.stderr


def test_the_model_is_not_needed_nor_its_libraries(run_file: Path, tmp_path: Path) -> None:
    arguments = ["figure", "token_strip", "--run", str(run_file), "--out", str(tmp_path / "a.png")]
    program = (
        "import sys, main\n"
        f"code = main.main({arguments!r})\n"
        "print(code, sorted(name for name in ('torch', 'transformers', 'umap', 'numba') if name in sys.modules))\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.strip() == "0 []"


def test_nobody_minds_a_reader_who_has_had_enough() -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "main.py", "figure", "--list"]
    done = subprocess.run(command, cwd=ROOT, stdout=theirs, stderr=subprocess.PIPE, timeout=120, check=False)
    os.close(theirs)
    assert done.returncode == 1
    assert done.stderr == b""
