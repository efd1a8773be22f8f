"""Where no window can be opened the program says so and ends with a status; Qt's other messages come through."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X displays are asked on Linux only")


def started(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A program run without the screen of the tests."""
    kept = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@contextlib.contextmanager
def refusing(number: int) -> Iterator[str]:
    """An X server that lets nobody in, at a display of this machine."""
    said = b"No protocol specified\n"
    reply = bytes([0, len(said), 11, 0, 0, 0, -(-len(said) // 4), 0]) + said.ljust(-(-len(said) // 4) * 4, b"\0")
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(f"\0/tmp/.X11-unix/X{number}")
    server.listen()

    def answer() -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = server.accept()
                with line:
                    line.recv(4096)
                    line.sendall(reply)

    threading.Thread(target=answer, daemon=True).start()
    try:
        yield f":{number}"
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()


def is_one_sentence(done: subprocess.CompletedProcess[str]) -> bool:
    return done.returncode == 1 and "Traceback" not in done.stderr and len(done.stderr.strip().splitlines()) == 1


@LINUX
@pytest.mark.parametrize("display", [":987", "nowhere.invalid:0", ""])
def test_a_display_that_does_not_answer_is_a_sentence_and_a_status(display: str) -> None:
    done = started("main.py", DISPLAY=display)
    assert is_one_sentence(done), done.stderr
    assert "There is no screen" in done.stderr
    assert f"DISPLAY={display} does not answer" in done.stderr or (not display and "not set" in done.stderr)


@LINUX
def test_a_display_that_refuses_the_connection_is_a_sentence_too() -> None:
    with refusing(988) as display:
        done = started("main.py", DISPLAY=display)
    assert done.returncode == 1, done.stderr
    assert "refuses the connection" in done.stderr.strip().splitlines()[-1]  # above it stands what the server says


@LINUX
@pytest.mark.parametrize("environment", [{"QT_QPA_PLATFORM": "nonsense"}, {"WAYLAND_DISPLAY": "wayland-of-nobody"}])
def test_where_qt_itself_finds_no_screen_it_does_not_abort(environment: dict[str, str]) -> None:
    done = started("main.py", **environment)
    assert done.returncode == 1, done.stderr
    assert "No window can be opened: " in done.stderr.strip().splitlines()[-1]
    assert "Reinstalling" not in done.stderr


def test_only_messages_of_the_font_database_are_dropped() -> None:
    program = (
        "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from PySide6.QtCore import qWarning, qCritical\n"
        "from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication\n"
        "from app.qt_messages import Messages\n"
        "messages = Messages()\n"
        "qWarning('on the way')\n"
        "application = QGuiApplication([])\n"
        "messages.opened()\n"
        "metrics = QFontMetricsF(QFont('Noto Sans'))\n"
        "for code in (0x600, 0x900, 0xA980, 0x10A00, 0x1F9FF, 0x13000): metrics.horizontalAdvance(chr(code))\n"
        "qWarning('later'); qCritical('worse')\n"
    )
    done = started("-c", program)
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if "offscreen" not in line] == ["on the way", "later", "worse"]
