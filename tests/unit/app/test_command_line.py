"""What the command line says where the program cannot start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import main as command_line

LACKS_GLIB = "libglib-2.0.so.0: cannot open shared object file: No such file or directory"


def failing_with(monkeypatch: pytest.MonkeyPatch, error: Exception, *arguments: str) -> None:
    """The window's modules cannot be imported."""

    def starting() -> int:
        raise error

    monkeypatch.setattr("sys.argv", ["main.py", *arguments])
    monkeypatch.setattr(command_line, "main", starting)


def test_a_missing_system_library_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing_with(monkeypatch, ImportError(LACKS_GLIB))
    assert command_line.guarded() == 1
    said = capsys.readouterr().err
    assert said.startswith("The system library libglib-2.0.so.0 is missing.")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "arguments"), [(ImportError("No module named 'app'"), ()), (ImportError(LACKS_GLIB), ("--debug",))]
)
def test_any_other_fault_keeps_its_trace(
    monkeypatch: pytest.MonkeyPatch, error: ImportError, arguments: tuple[str, ...]
) -> None:
    failing_with(monkeypatch, error, *arguments)
    with pytest.raises(ImportError) as raised:
        command_line.guarded()
    assert raised.value is error


def test_ctrl_c_is_one_word(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["main.py"])
    monkeypatch.setattr(command_line, "main", lambda: os.kill(os.getpid(), signal.SIGINT))
    before = signal.getsignal(signal.SIGINT)
    try:
        assert command_line.guarded() == 130
    finally:
        signal.signal(signal.SIGINT, before)
    assert capsys.readouterr().err == "Stopped.\n"


def test_ctrl_c_in_the_midst_of_an_import_is_one_word_too(tmp_path: Path) -> None:
    (tmp_path / "late.py").write_text(
        "import os, signal\ntry:\n    os.kill(os.getpid(), signal.SIGINT)\n"
        "except KeyboardInterrupt:\n    raise TypeError('as _ssl does') from None\n"
    )
    program = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}]; import main\n"
        "main.COMMANDS['late'] = ('late', ''); sys.argv = ['main.py', 'late']; sys.exit(main.guarded())"
    )
    root = Path(command_line.__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Stopped.\n")


@pytest.mark.parametrize("display", ["", ":4711"])
def test_without_a_screen_the_window_says_so(display: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "main.py"], cwd=Path(command_line.__file__).parent, env=environment | {"DISPLAY": display},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("There is no screen to open a window on")
    assert done.stderr.count("\n") == 1


def test_a_file_that_is_not_there_opens_no_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["trcae"]) == 1
    assert capsys.readouterr().err == "There is no file trcae and no command of that name (--help lists them).\n"
    assert command_line.main(["gone.orrery"]) == 1
    assert capsys.readouterr().err == "There is no file gone.orrery.\n"


def test_a_negative_angle_belongs_to_its_option() -> None:
    given = ["figure", "--camera", "-30,-20,1.5", "--step", "-1", "--set=a", "-1,2", "--camera", "-x"]
    expected = ["figure", "--camera=-30,-20,1.5", "--step", "-1", "--set=a", "-1,2", "--camera", "-x"]
    assert command_line.with_negatives(given) == expected


def test_the_commands_keep_their_names_and_are_told_without_the_libraries() -> None:
    program = (
        "import sys, main; print(main.window_parser().format_help()); "
        "print([name for name in ('torch', 'PySide6', 'numpy') if name in sys.modules])"
    )
    root = Path(command_line.__file__).parent
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    for name in ("models", "trace", "figure", "brackets", "heads", "language-neuron", "bench"):
        assert f"\n  {name:<15} " in done.stdout
    assert done.stdout.rstrip().endswith("[]")


@pytest.mark.parametrize("name", list(command_line.COMMANDS))
def test_every_command_tells_of_debug(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_line.main([name, "--help"])
    assert "--debug" in capsys.readouterr().out
