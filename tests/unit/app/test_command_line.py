"""What the command line says where the program cannot start."""

from __future__ import annotations

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
