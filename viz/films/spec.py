"""What a film is: a figure, what moves in it, and how it is written, as records of plain values.

Each field is a key of the spec's file, under its name; the figure is one of `viz.figures.spec`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from viz.figures.spec import FigureSpec

FORMAT = 1
TURNTABLE, GENERATION, FLIGHT, SWEEP = "turntable", "generation", "flight", "sweep"
KINDS: Final = (TURNTABLE, GENERATION, FLIGHT, SWEEP)
IN_STEPS: Final = (GENERATION, SWEEP)  # what goes from one state of a view to the next
EVEN, SMOOTH = "even", "smooth"
EASINGS: Final = (EVEN, SMOOTH)
AGAIN, BACK, ONCE = "again", "back", "once"
LOOPS: Final = (AGAIN, BACK, ONCE)
LEAST_FPS, MOST_FPS = 1.0, 120.0
MOST_SECONDS = 600.0
MOST_PICTURES = 20_000
MOST_MOTIONS, MOST_FILMS = 32, 64
LARGEST = 7680  # pixels a side: further few programs play films


@dataclass(frozen=True)
class Motion:
    """One thing that moves, from one second of the film to another."""

    kind: str = ""
    panel: int | None = None  # of the figure, from 0; None: every one that can move so
    start: float = 0.0  # seconds, the hold at the beginning left out
    seconds: float = 8.0
    easing: str = ""  # "": as suits the kind
    degrees: float = 360.0  # turntable: to the left where it is negative
    first: float | None = None  # generation: a position; sweep: a value; None: as far as it goes
    last: float | None = None
    of: str = ""  # sweep: "layer", "position", "head", or an option of the view
    values: tuple[str, ...] = ()  # sweep: these, in this order, in place of `first` to `last`
    steps: int = 0  # sweep, of an option that is no whole number; 0: as many as the film has pictures
    near: float = 0.4  # flight: from how near, as a share of the distance that frames everything

    @property
    def end(self) -> float:
        """The second it ends at."""
        return self.start + self.seconds


@dataclass(frozen=True)
class FilmSpec:
    """One film."""

    out: str = ""  # relative to the spec; ends in .mp4, .webm, .gif, .webp, or in nothing: a folder of PNG
    fps: float = 30.0
    hold: float = 0.0  # seconds at rest, before and after
    loop: str = AGAIN  # "back": forwards, then backwards
    quality: int = 0  # 1 to 100, of what loses by packing; 0: as suits the format
    motion: tuple[Motion, ...] = ()
    figure: FigureSpec = field(default_factory=FigureSpec)

    @property
    def seconds(self) -> float:
        """How long things move, one way and without the holds."""
        return max((motion.end for motion in self.motion), default=0.0)


@dataclass(frozen=True)
class Films:
    """A file of films."""

    format: int = FORMAT
    film: tuple[FilmSpec, ...] = ()
