"""`python main.py figure SPEC.toml` as a person runs it: whole figures, or a sentence and no file at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import main
from engine.files.run_file import save_run
from tests.helpers.command import ROOT, main_py
from tests.helpers.runs import RUNS

SPEC = """format = 1

[[figure]]
out = "a.png"
size = "480x270"
[figure.run]
file = "a.orrery"
[[figure.panel]]
view = "attention_atlas"

[[figure]]
out = "b.pdf"
size = "85mmx60mm"
caption = "auto"
[figure.run]
file = "a.orrery"
[[figure.panel]]
view = "attention_head"
head = "L1.H2"
[[figure.panel]]
view = "next_token"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_run(RUNS["branched"](), tmp_path / "a.orrery")
    (tmp_path / "s.toml").write_text(SPEC, encoding="utf-8")
    return tmp_path


def figure(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return main_py("figure", *arguments, without=("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


@pytest.mark.usefixtures("qapp")
def test_figures_of_a_spec_are_the_same_every_time(folder: Path) -> None:
    spec = folder / "s.toml"
    done = figure(spec)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == [str(folder / "a.png"), str(folder / "b.pdf")]
    assert (QImage(str(folder / "a.png")).width(), QImage(str(folder / "a.png")).height()) == (480, 270)
    again = folder / "again.png"
    assert main.main(["figure", str(folder / "a.png"), "--out", str(again)]) == 0
    assert again.read_bytes() == (folder / "a.png").read_bytes()  # also by another process


def test_a_full_disk_leaves_the_older_figure_and_no_half_one(folder: Path) -> None:
    (folder / "a.png").write_bytes(b"an older figure")
    program = (
        f"import resource, sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))\n"
        f"import main; sys.exit(main.main(['figure', {str(folder / 's.toml')!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "could not be written" in done.stderr
    assert "Free some space" in done.stderr
    assert (folder / "a.png").read_bytes() == b"an older figure"
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == ["a.orrery", "a.png", "s.toml"]
