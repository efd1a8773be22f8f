"""Writes pictures as a film, whole or not at all, by the ffmpeg that imageio-ffmpeg brings.

The film grows under another name beside the one that is asked for, and takes that name when it is whole. Nothing about
the time or the machine is written into it, so the same pictures give the same file.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, Protocol, cast

import numpy as np

from engine.errors import DiskProblem, InputRefused, in_short, reason
from engine.records import U8
from engine.sentences import say
from viz.figures.png import write_png
from viz.films.formats import FOLDER, FORMATS

QUIET: Final = ("-hide_banner", "-loglevel", "error", "-nostdin", "-y")
EXACT: Final = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-an")
LOSSLESS: Final = ("-c:v", "libx264rgb", "-qp", "0", "-preset", "ultrafast")
CLEAR: Final = ("-c:v", "ffv1")  # lossless with what is transparent
MISSING: Final = (
    "Films need the package imageio-ffmpeg, which brings the encoder ffmpeg: pip install -c constraints.txt "
    "imageio-ffmpeg. A film as a folder of PNG pictures needs none."
)


class Writes(Protocol):
    """What takes the pictures of a film in turn."""

    def add(self, picture: U8) -> None:
        """Another picture: [height, width, 3 or 4] uint8."""


def ffmpeg() -> str:
    """The encoder's program. Raises InputRefused where it is not there."""
    try:
        import imageio_ffmpeg

        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, RuntimeError, OSError) as error:
        raise InputRefused(MISSING) from error


def require_place(path: Path, suffix: str) -> None:
    """Find out before the work whether a film can be put at `path`.

    Raises:
        DiskProblem: the folder is not there or not writable. InputRefused: a folder of that name holds something.
    """
    folder = path.parent
    try:
        if not folder.is_dir():
            raise DiskProblem(
                say("The folder {folder} does not exist. Create it, or choose another one.", folder=folder)
            )
        if not os.access(folder, os.W_OK):
            raise DiskProblem(
                say("You cannot write to the folder {folder}. Change that, or choose another one.", folder=folder)
            )
        if suffix == FOLDER and path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise InputRefused(
                say("{path} is there already, and not empty. Name a folder that is not there yet.", path=path)
            )
        if suffix != FOLDER and path.is_dir():
            raise DiskProblem(say("{path} is a folder. Give the name of a file in it.", path=path))
    except OSError as error:
        raise _unwritten(path, error) from error


@contextmanager
def writing(
    path: Path, suffix: str, size: tuple[int, int], fps: float, quality: int = 0, clear: bool = False,
    again: bool = True,
) -> Iterator[Writes]:  # fmt: skip
    """A film at `path`, of (width, height) pixels; it is there once the block ends without an error.

    `clear`: its pictures have an opacity. `again`: GIF and WebP begin again at their end.

    Raises:
        DiskProblem: it cannot be written. InputRefused: the encoder is missing, or refuses.
    """
    require_place(path, suffix)
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part{suffix}")
    try:
        if suffix == FOLDER:
            part.mkdir()
            yield _Folder(part)
            if path.exists():
                path.rmdir()
        elif suffix == ".gif":
            with _gif(part, size, fps, clear, again) as film:
                yield film
        else:
            with _piped(_command(part, suffix, size, fps, quality, clear, again), part) as film:
                yield film
        part.replace(path)
    except OSError as error:
        raise _unwritten(path, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True) if suffix == FOLDER else part.unlink(missing_ok=True)


# -- the encoder's calls -----------------------------------------------------------------------------------------


def _source(size: tuple[int, int], fps: float, clear: bool) -> tuple[str, ...]:
    kind = "rgba" if clear else "rgb24"
    return ("-f", "rawvideo", "-pix_fmt", kind, "-s", f"{size[0]}x{size[1]}", "-r", f"{fps:z.6g}", "-i", "-")


def _command(
    part: Path, suffix: str, size: tuple[int, int], fps: float, quality: int, clear: bool, again: bool
) -> list[str]:
    made = FORMATS[suffix]
    codec = [*made.codec, *made.quality(quality or made.usual)]
    if suffix == ".webm":
        codec += ["-pix_fmt", "yuva420p" if clear else "yuv420p"]
    if suffix == ".webp":
        codec += ["-loop", "0" if again else "1"]
    if suffix in (".mp4", ".webm"):  # as players take it without being told
        codec += [
            "-vf",
            "scale=out_color_matrix=bt709:out_range=tv",
            "-colorspace",
            "bt709",
            "-color_primaries",
            "bt709",
        ]
        codec += ["-color_trc", "bt709"]
    return [ffmpeg(), *QUIET, *_source(size, fps, clear), *codec, *EXACT, str(part)]


@contextmanager
def _gif(part: Path, size: tuple[int, int], fps: float, clear: bool, again: bool) -> Iterator[Writes]:
    """A GIF needs its colours before its pictures: these are kept without loss until all are there."""
    with tempfile.TemporaryDirectory(prefix="orrery-film-") as folder:
        kept, colours = Path(folder) / "kept.mkv", Path(folder) / "colours.png"
        codec = CLEAR if clear else LOSSLESS
        with _piped([ffmpeg(), *QUIET, *_source(size, fps, clear), *codec, str(kept)], kept) as film:
            yield film
        _call([ffmpeg(), *QUIET, "-i", str(kept), "-vf", "palettegen=stats_mode=full", str(colours)], colours)
        use = "paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle"
        loop = ("-loop", "0" if again else "-1")
        call = [ffmpeg(), *QUIET, "-i", str(kept), "-i", str(colours), "-lavfi", use, *loop, *EXACT, str(part)]
        _call(call, part)


def _call(command: list[str], part: Path) -> None:
    with _piped(command, part):
        pass


@contextmanager
def _piped(command: list[str], part: Path) -> Iterator[_Pipe]:
    """A call of the encoder that takes pictures while the block runs; it is ended with the block, whatever happens."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=said,
            start_new_session=True,  # Ctrl+C is ours to hear: the encoder is ended with the block
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        film = _Pipe(cast("IO[bytes]", process.stdin), lambda: _refused(said, part))
        try:
            yield film
            film.close()
            if process.wait():
                raise _refused(said, part)
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
            film.drop()


class _Pipe:
    """The encoder's standard input."""

    def __init__(self, pipe: IO[bytes], why: Callable[[], Exception]) -> None:
        self._pipe, self._why = pipe, why

    def add(self, picture: U8) -> None:
        try:
            self._pipe.write(np.ascontiguousarray(picture).data)
        except OSError as error:
            raise self._why() from error

    def close(self) -> None:
        """There are no more pictures."""
        try:
            self._pipe.close()
        except OSError as error:
            raise self._why() from error

    def drop(self) -> None:
        """Whatever is not written yet is not wanted."""
        with contextlib.suppress(OSError):
            self._pipe.close()


class _Folder:
    """Pictures as PNG, numbered from 1."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0

    def add(self, picture: U8) -> None:
        self._count += 1
        high, wide = picture.shape[:2]
        with (self._folder / f"{self._count:05d}.png").open("wb") as file:
            write_png(file.write, (wide, high), [picture], 7559, {})  # type: ignore[arg-type]


# -- what goes wrong ---------------------------------------------------------------------------------------------


def _refused(said: IO[bytes], part: Path) -> Exception:
    """Why the encoder ended, in its words; a full disk is one of a disk."""
    said.seek(0)
    lines = said.read().decode("utf-8", "replace").strip().splitlines()
    words = next((line for line in lines if "No space" in line or "space left" in line), lines[-1] if lines else "")
    if "space" in words:
        return _unwritten(part, OSError(28, "No space left on device"))
    return InputRefused(
        say("The encoder could not write the film: {words}.", words=in_short(words or say("it gave no reason"), 300))
    )


def _unwritten(path: Path, error: OSError) -> DiskProblem:
    return DiskProblem(
        say(
            "The film could not be written to {path} ({why}). Free some space there, or name another file.",
            path=path,
            why=reason(error),
        )
    )
