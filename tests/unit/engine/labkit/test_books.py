"""The text that comes along, and a person's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import InputRefused
from engine.labkit.books import BUNDLED, books, bundled


def test_the_six_novels_are_there_under_their_titles() -> None:
    found = {book.title: book.text for book in bundled()}
    assert set(found) == {
        "Emma", "Mansfield Park", "Northanger Abbey", "Persuasion", "Pride and Prejudice", "Sense and Sensibility",
    }  # fmt: skip
    assert (
        "\nIt is a truth universally acknowledged, that a single man in possession of a good"
        in found["Pride and Prejudice"]
    )
    assert 3_990_000 < sum(map(len, found.values())) < 4_020_000
    assert not any("Gutenberg" in text or "Signet" in text or "\f" in text for text in found.values())
    assert BUNDLED.stat().st_size < 1_300_000
    assert "public domain" in (BUNDLED.parent / "README.md").read_text()


def test_a_text_of_ones_own_is_one_book(tmp_path: Path) -> None:
    for name, data in (
        ("a.txt", "Zwölf Boxkämpfer\r\njagen 維".encode()),
        ("b.txt", "Zwölf Boxkämpfer\njagen 維".encode("utf-8-sig")),
        ("c.txt", "Zwölf Boxkämpfer\njagen 維".encode("utf-16")),
    ):
        (tmp_path / name).write_bytes(data)
        (book,) = books(str(tmp_path / name))
        assert (book.title, book.text) == (name, "Zwölf Boxkämpfer\njagen 維")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "holds no text"),
        (b" \n ", "holds no text"),
        (b"caf\xe9\n", "Line 1 of x.txt is not UTF-8 text (byte 0xe9)"),
        (b"ELF\0\0\1", "is not a text file: it holds zero bytes"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    with pytest.raises(InputRefused) as refused:
        books(str(tmp_path / "x.txt"))
    assert said in str(refused.value)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for name in (tmp_path, tmp_path / "none.txt", "a\0b"):
        with pytest.raises(InputRefused, match="cannot be read"):
            books(str(name))
