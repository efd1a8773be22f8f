"""Text files of a person, of any content: lines, or a sentence; and nothing is waited for that is no file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import strategies as st

from engine.errors import InputRefused
from engine.labkit import text_lines
from engine.labkit.text_lines import read_lines
from tests.helpers.fuzz import drawn, read_or_refused
from tests.helpers.strategies.raw_bytes import damaged_bytes, raw
from tests.helpers.strategies.values import texts

WHOLE = "one line\n\n another, 你好\r\nand the last 🙂".encode()


def test_any_text_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"

    def used() -> None:
        lines, _ = read_lines(path)
        assert lines == [line.strip() for line in lines if line]

    @drawn(
        20, 0.02, st.one_of(damaged_bytes(WHOLE), raw, texts.map(lambda text: text.encode("utf-8", "surrogatepass")))
    )
    def check(data: bytes) -> None:
        path.write_bytes(data)
        read_or_refused("text file", used, InputRefused)

    check()


@drawn(10, 0.01, texts)
def test_any_name(name: str) -> None:
    read_or_refused("name of a text file", lambda: read_lines(Path("/nowhere") / name), InputRefused)


def test_a_pipe_and_a_huge_file_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputRefused, match="it is not a file"):
        read_lines(tmp_path / "pipe")
    monkeypatch.setattr(text_lines, "LARGEST", 2**20)
    (tmp_path / "large").write_bytes(b"a\n" * 2**20)
    with pytest.raises(InputRefused, match="it is larger than 1 MiB"):
        read_lines(tmp_path / "large")
