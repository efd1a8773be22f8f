"""Films as files: what a player decodes is what was given, and what goes wrong leaves nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from engine.errors import DiskProblem, InputRefused
from engine.records import U8
from viz.films import encoder
from viz.films.encoder import ffmpeg, writing
from viz.films.formats import FORMATS

WIDE, HIGH, COUNT = 64, 48, 6


def pictures(depth: int = 3) -> list[U8]:
    """A bright bar that moves by ten pixels a picture."""
    made = []
    for index in range(COUNT):
        picture = np.zeros((HIGH, WIDE, depth), np.uint8)
        picture[:, 10 * index : 10 * index + 10] = 255
        made.append(picture)
    return made


def decoded(path: Path) -> U8:
    """[pictures, 48, 64] uint8 grey, as the encoder's own program reads the film."""
    raw = ["-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "gray", "-"]
    done = subprocess.run([ffmpeg(), "-loglevel", "error", "-i", str(path), *raw], capture_output=True, check=True)
    return np.frombuffer(done.stdout, np.uint8).reshape(-1, HIGH, WIDE)


def written(path: Path, suffix: str, made: Sequence[U8], **more: bool) -> Path:
    with writing(path, suffix, (WIDE, HIGH), 10.0, **more) as film:
        for picture in made:
            film.add(picture)
    return path


@pytest.mark.parametrize("suffix", [suffix for suffix in FORMATS if suffix not in ("", ".webp")])
def test_a_film_has_all_its_pictures_in_order(tmp_path: Path, suffix: str) -> None:
    seen = decoded(written(tmp_path / f"a{suffix}", suffix, pictures()))
    assert seen.shape[0] == COUNT
    middles = [float((picture.mean(0) * np.arange(WIDE)).sum() / picture.mean(0).sum()) for picture in seen]
    assert middles == pytest.approx([4.5 + 10 * index for index in range(COUNT)], abs=2.0)
    assert [path.name for path in tmp_path.iterdir()] == [f"a{suffix}"]


def test_an_animated_webp_has_all_its_pictures_and_begins_again(tmp_path: Path) -> None:
    data = written(tmp_path / "a.webp", ".webp", pictures()).read_bytes()
    assert data[:4] + data[8:16] == b"RIFFWEBPVP8X"
    assert data.count(b"ANMF") == COUNT
    at = data.index(b"ANIM") + 8
    assert int.from_bytes(data[at + 4 : at + 6], "little") == 0  # times: for ever
    once = written(tmp_path / "b.webp", ".webp", pictures(), again=False).read_bytes()
    at = once.index(b"ANIM") + 8
    assert int.from_bytes(once[at + 4 : at + 6], "little") == 1


def test_a_folder_of_pictures_holds_them_to_the_last_bit(tmp_path: Path) -> None:
    made = pictures(4)
    folder = written(tmp_path / "a", "", made, clear=True)
    assert [path.name for path in sorted(folder.iterdir())] == [f"{index:05d}.png" for index in range(1, COUNT + 1)]
    image = QImage(str(folder / "00003.png")).convertToFormat(QImage.Format.Format_RGBA8888)
    assert (np.frombuffer(image.constBits(), np.uint8).reshape(HIGH, WIDE, 4) == made[2]).all()


@pytest.mark.parametrize("suffix", [".webm", ".gif"])
def test_what_is_transparent_stays_so(tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path / f"a{suffix}", suffix, pictures(4), clear=True)
    decoder = ["-c:v", "libvpx-vp9"] if suffix == ".webm" else []
    command = [ffmpeg(), "-loglevel", "error", *decoder, "-i", str(path), "-f", "rawvideo", "-pix_fmt", "rgba", "-"]
    seen = np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, np.uint8)
    first = seen.reshape(-1, HIGH, WIDE, 4)[0]
    assert first[:, :8, 3].mean() > 200
    assert first[:, 14:, 3].mean() < 20


@pytest.mark.parametrize("suffix", list(FORMATS))
def test_the_same_pictures_are_the_same_file(tmp_path: Path, suffix: str) -> None:
    one, other = (written(tmp_path / f"{name}{suffix}", suffix, pictures()) for name in "ab")
    files = [[path] if path.is_file() else sorted(path.iterdir()) for path in (one, other)]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]


def _begun(path: Path, suffix: str, error: type[BaseException]) -> None:
    with writing(path, suffix, (WIDE, HIGH), 10.0) as film:
        film.add(pictures()[0])
        raise error


@pytest.mark.parametrize("suffix", list(FORMATS))
@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_an_end_half_way_leaves_what_was_there(tmp_path: Path, suffix: str, error: type[BaseException]) -> None:
    path = tmp_path / f"a{suffix}"
    if suffix:
        path.write_bytes(b"an older film")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(error):
        _begun(path, suffix, error)
    assert sorted(tmp_path.rglob("*")) == before
    if suffix:
        assert path.read_bytes() == b"an older film"


@pytest.mark.parametrize("suffix", [".mp4", ".gif", ""])
def test_places_that_cannot_be_written_are_said_before(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(DiskProblem, match="does not exist"):
        written(tmp_path / "missing" / f"a{suffix}", suffix, [])
    (tmp_path / f"b{suffix}").mkdir()
    (tmp_path / f"b{suffix}" / "file").write_text("kept")
    with pytest.raises((DiskProblem, InputRefused), match=r"is a folder|not empty"):
        written(tmp_path / f"b{suffix}", suffix, [])


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a file's size are the system's")
def test_a_full_disk_is_said_and_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"an older film")
    real = ffmpeg()
    full = tmp_path / "full"
    full.write_text(f'#!/bin/sh\nulimit -f 1\nexec "{real}" "$@"\n', encoding="utf-8")
    full.chmod(0o755)
    monkeypatch.setattr(encoder, "ffmpeg", lambda: str(full))
    noise = np.random.default_rng(0).integers(0, 255, (40, HIGH, WIDE, 3), dtype=np.uint8)
    with pytest.raises((DiskProblem, InputRefused), match=r"could not (be written|write)"):
        written(path, ".mp4", list(noise))
    full.unlink()
    assert path.read_bytes() == b"an older film"
    assert [each.name for each in tmp_path.iterdir()] == ["a.mp4"]


def test_a_missing_encoder_is_said_and_pictures_need_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    with pytest.raises(InputRefused, match="imageio-ffmpeg"):
        written(tmp_path / "a.mp4", ".mp4", pictures())
    assert not list(tmp_path.iterdir())
    assert len(list(written(tmp_path / "a", "", pictures()).iterdir())) == COUNT
