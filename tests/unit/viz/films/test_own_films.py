"""The films of README: their specs are whole, and what lies beside each is what it describes."""

from __future__ import annotations

from pathlib import Path

import pytest

from viz.films.spec_file import check_file, read_spec
from viz.films.timeline import times

FOLDER = Path(__file__).resolve().parents[4] / "resources" / "films"
SPECS = sorted(FOLDER.glob("*.toml"))
LARGEST = 5_000_000  # bytes that a reader of README is sent


def milliseconds(webp: bytes) -> list[int]:
    """How long each picture of an animated WebP is shown (RFC 9649, section 2.7.1.1)."""
    found, at = [], 12
    while at + 8 <= len(webp):
        kind, length = webp[at : at + 4], int.from_bytes(webp[at + 4 : at + 8], "little")
        if kind == b"ANMF":
            found.append(int.from_bytes(webp[at + 20 : at + 23], "little"))
        at += 8 + length + length % 2
    return found


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_a_film_is_as_long_and_as_large_as_its_spec_says(spec: Path) -> None:
    assert check_file(spec)[1] == ()
    for film in read_spec(spec).film:
        made = (FOLDER / film.out).read_bytes()
        assert len(made) <= LARGEST
        assert made[:4] + made[8:16] == b"RIFFWEBPVP8X"
        wide, high = (int.from_bytes(made[at : at + 3], "little") + 1 for at in (24, 27))
        assert (wide, high) == (film.figure.page.width, film.figure.page.height)
        shown = milliseconds(made)  # pictures alike are one that is shown longer
        assert len(shown) > 0.8 * len(times(film))
        assert sum(shown) == pytest.approx(1000 * len(times(film)) / film.fps, rel=0.02)


def test_readme_opens_with_one() -> None:
    head = (FOLDER.parents[1] / "README.md").read_text(encoding="utf-8").split("## ")[0]
    shown = head.split("](resources/films/")[1].split(")")[0]
    assert shown in [film.out for spec in SPECS for film in read_spec(spec).film]
