from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from engine.errors import InputRefused
from engine.maps.own_texts import BYTES_A_TOKEN, decoded, own_texts

LETTERS = "Grüße aus Łódź, 你好, привет – “ok”"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LETTERS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + LETTERS.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + LETTERS.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + LETTERS.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + LETTERS.encode("utf-32-le"), "utf-32"),
    ],
)
def test_any_unicode_encoding_is_read(data: bytes, encoding: str) -> None:
    assert decoded(data) == (LETTERS, encoding)


@pytest.mark.parametrize("order", ["le", "be"])
def test_utf_16_without_a_mark_and_windows_letters_are_read(order: str) -> None:
    plain = "Plain letters for the most part, ä"
    assert decoded(plain.encode(f"utf-16-{order}")) == (plain, "utf-16")
    assert decoded("Grüße – “so”".encode("cp1252")) == ("Grüße – “so”", "windows-1252")


def test_what_is_no_text_is_none() -> None:
    assert decoded(bytes(range(256)) * 8)[0] is None
    assert decoded(b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02\x03" * 40)[0] is None


def test_a_cut_letter_at_the_end_of_what_was_read_is_dropped() -> None:
    data = "aé".encode() * 3
    assert decoded(data[:-1], whole=False) == ("aéaéa", "utf-8")


def test_a_folder_gives_its_text_files_and_says_what_it_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("second")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.py").write_text("first = 1")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x01" * 50)
    (tmp_path / "empty.txt").touch()
    (tmp_path / ".hidden").write_text("not this")
    found = own_texts(tmp_path)
    assert [(text.kind, text.title, text.text) for text in found.texts] == [
        ("txt", "b.txt", "second"),
        ("py", str(Path("below") / "a.py"), "first = 1"),
    ]
    assert (found.passed_over, found.size, found.read) == (2, 15, 15)
    assert found.used(1.0).startswith("All text of 2 files")
    assert "2 others were passed over" in found.used(1.0)


def test_of_a_huge_file_only_the_beginning_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.write(b"word " * 4000)
        file.truncate(2**30)  # a gigabyte that takes no room
    found = own_texts(path, most=1000)
    assert found.size == 2**30
    assert found.read == 1000 * BYTES_A_TOKEN == len(found.texts[0].text)
    assert found.used(0.5).startswith("The first 0.00056\u00a0% of the file is used (1,073.74 MB")


@pytest.mark.parametrize("name", ["gone.txt", "empty.txt", "", "blank.txt", "bytes.bin", "no\0name"])
def test_nothing_to_read_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n")
    (tmp_path / "bytes.bin").write_bytes(bytes(range(256)) * 8)
    if not name:
        for file in tmp_path.iterdir():
            file.unlink()
    with pytest.raises(InputRefused, match="Choose"):
        own_texts(tmp_path / name)
