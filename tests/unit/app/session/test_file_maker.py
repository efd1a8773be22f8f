"""A process that makes a file: what it is given goes with it, and every end is told once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.session.file_maker import FileMaker

SH = shutil.which("sh")
# As `main.py` stands first among the arguments, a shell in its place is given by a file of that name.
pytestmark = pytest.mark.skipif(SH is None, reason="a shell stands for the program")


def script(folder: Path, *lines: str) -> str:
    made = folder / "program"
    made.write_text("\n".join((f"#!{SH}", *lines)), "utf-8")
    made.chmod(0o755)
    return str(made)


class Ears:
    def __init__(self, maker: FileMaker) -> None:
        self.told: list[tuple[int, int]] = []
        self.made: list[str] = []
        self.failed: list[str] = []
        maker.told.connect(lambda done, of: self.told.append((done, of)))
        maker.made.connect(self.made.append)
        maker.failed.connect(self.failed.append)


def test_progress_is_told_and_what_it_was_given_goes(qtbot: QtBot, tmp_path: Path) -> None:
    program = script(tmp_path, "echo 1 3 rows", "echo words", 'echo "2 3"', 'cp "$2" "$3"')
    maker = FileMaker(program=lambda: program)
    ears, out = Ears(maker), tmp_path / "out"
    given = maker.folder("orrery-test-")
    (given / "a").write_text("numbers", "utf-8")
    maker.start(out, [str(given / "a"), str(out)])
    qtbot.waitUntil(lambda: bool(ears.made or ears.failed))
    assert (ears.told, ears.made, ears.failed) == ([(1, 3), (2, 3)], [str(out)], [])
    assert out.read_text("utf-8") == "numbers"
    assert not given.exists()


@pytest.mark.parametrize(
    ("lines", "why"),
    [(["exit 1"], ""), (["echo first >&2", "echo it is full >&2", "exit 1"], "it is full"), (["exit 0"], "")],
)
def test_why_there_is_no_file_is_told_once(qtbot: QtBot, tmp_path: Path, lines: list[str], why: str) -> None:
    program = script(tmp_path, *lines)
    maker = FileMaker(program=lambda: program)
    ears, given = Ears(maker), maker.folder("orrery-test-")
    maker.start(tmp_path / "out", [])
    qtbot.waitUntil(lambda: bool(ears.failed))
    assert (ears.failed, ears.made) == ([why], [])
    assert not given.exists()


def test_a_program_that_is_not_there_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    maker = FileMaker(program=lambda: "/no/such/python")
    ears, given = Ears(maker), maker.folder("orrery-test-")
    maker.start(tmp_path / "out", [])
    qtbot.waitUntil(lambda: bool(ears.failed))
    assert len(ears.failed) == 1
    assert ears.failed[0]
    assert not given.exists()


def test_given_up_it_ends_with_its_input_and_says_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    program = script(tmp_path, "echo 1 9", "cat", f'echo gone > "{tmp_path}/gone"')
    maker = FileMaker(program=lambda: program)
    ears, given = Ears(maker), maker.folder("orrery-test-")
    maker.start(tmp_path / "out", [])
    qtbot.waitUntil(lambda: bool(ears.told))
    maker.close()
    assert (tmp_path / "gone").exists()
    assert (ears.made, ears.failed) == ([], [])
    assert not given.exists()
    again = maker.folder("orrery-test-")  # for a file that is never begun
    maker.cancel()
    assert not again.exists()
