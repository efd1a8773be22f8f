"""What a film can be written as, and what each format can hold."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from engine.errors import InputRefused, in_short
from engine.sentences import say
from viz.films.spec import BACK, LARGEST, LEAST_FPS, MOST_FPS, MOST_PICTURES, MOST_SECONDS, FilmSpec
from viz.films.timeline import times

FOLDER: Final = ""  # the ending of a folder of PNG
GIF_FPS = 50.0  # a GIF counts hundredths of a second, and what is shown for one of them is shown for ten


@dataclass(frozen=True)
class Format:
    """How the encoder is called. `quality` makes its setting of 1 (small) to 100 (good); `usual` is what suits it."""

    title: str
    usual: int = 0
    quality: Callable[[int], tuple[str, ...]] = lambda _: ()
    codec: tuple[str, ...] = ()
    is_clear: bool = False  # it holds what is transparent


def _scaled(least: float, most: float, quality: int) -> str:
    """A setting that is `most` at quality 1 and `least` at 100."""
    return str(round(most + (least - most) * (quality - 1) / 99))


FORMATS: Final = {
    ".mp4": Format(
        "MP4 (H.264)", 75, lambda q: ("-crf", _scaled(10, 40, q)),
        ("-c:v", "libx264", "-preset", "medium", "-pix_fmt", "yuv420p", "-movflags", "+faststart"),
    ),
    ".webm": Format(
        "WebM (VP9)", 60, lambda q: ("-crf", _scaled(15, 60, q)),
        ("-c:v", "libvpx-vp9", "-b:v", "0", "-row-mt", "1", "-deadline", "good", "-cpu-used", "4"), True,
    ),
    ".gif": Format("GIF", is_clear=True),
    ".webp": Format(
        "WebP (animated)", 75, lambda q: ("-quality", str(q)),
        ("-c:v", "libwebp_anim", "-compression_level", "4"), True,
    ),
    FOLDER: Format("PNG, a folder of pictures", is_clear=True),
}  # fmt: skip


def format_of(path: Path) -> str:
    """The key of `FORMATS` that a name asks for. Raises InputRefused where it is none."""
    suffix = path.suffix.lower()
    if suffix in FORMATS:
        return suffix
    known = ", ".join(name for name in FORMATS if name)
    raise InputRefused(
        say(
            "A film's name ends in {known}, or in nothing for a folder of PNG pictures, but {name!r} does not.",
            known=known,
            name=in_short(path.name),
        )
    )


def require_length(film: FilmSpec) -> None:
    """Raises InputRefused where a film has no pictures, or more than anybody waits for."""
    if not LEAST_FPS <= film.fps <= MOST_FPS:
        raise InputRefused(
            say(
                "A film can have {least_fps:g} to {most_fps:g} pictures a second, not {fps:g}.",
                least_fps=LEAST_FPS,
                most_fps=MOST_FPS,
                fps=film.fps,
            )
        )
    ways = 2 if film.loop == BACK else 1
    seconds = ways * (film.seconds + 2 * film.hold)
    if seconds > MOST_SECONDS or seconds * film.fps > MOST_PICTURES:
        raise InputRefused(
            say(
                "A film can have {most_seconds:g} seconds and {most_pictures:,} pictures, but this one would "
                "have {seconds:g} seconds and {pictures:,}. Make it shorter, or with fewer pictures a second (“fps”).",
                most_seconds=MOST_SECONDS,
                most_pictures=MOST_PICTURES,
                seconds=seconds,
                pictures=math.ceil(seconds * film.fps),
            )
        )


def require_format(film: FilmSpec, suffix: str) -> None:
    """Raises InputRefused where a format cannot hold the film."""
    made, page = FORMATS[suffix], film.figure.page
    wide, high = page.width, page.height
    if max(wide, high) > LARGEST:
        raise InputRefused(
            say(
                "A film can have {largest} pixels a side, more than which few programs play, but {wide}x{high} "
                "was asked for.",
                largest=LARGEST,
                wide=wide,
                high=high,
            )
        )
    if suffix == ".mp4" and (wide % 2 or high % 2):
        raise InputRefused(
            say(
                "H.264 needs an even width and height, but {wide}x{high} was asked for. Ask for "
                "{even_wide}x{even_high}, or write WebM.",
                wide=wide,
                high=high,
                even_wide=wide + wide % 2,
                even_high=high + high % 2,
            )
        )
    if suffix == ".gif" and film.fps > GIF_FPS:
        raise InputRefused(
            say(
                "A GIF can have {gif_fps:g} pictures a second, but {fps:g} were asked for. Ask for 50, 25 or 20, "
                "or write MP4, WebM or WebP.",
                gif_fps=GIF_FPS,
                fps=film.fps,
            )
        )
    if film.figure.transparent and not made.is_clear:
        raise InputRefused(
            say("MP4 holds nothing transparent. Write WebM, WebP, GIF or PNG, or leave “transparent” out.")
        )


def pictures_of(film: FilmSpec) -> int:
    """How many pictures a film has."""
    return len(times(film))
