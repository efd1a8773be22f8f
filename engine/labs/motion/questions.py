"""Questions about the motion of a text, and findings. Numpy only.

A *row* says which vectors are meant: 0 the input of layer 0 (token embeddings), l + 1 the states after layer l, and
L + 1 those of the last layer after the final norm. A *fan* is the states that follow a position for each of its k
likeliest next tokens. "Full space": standardised, so that no dimension counts for more than another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.labs.motion.records import F64
from engine.questions import Finding, Question
from engine.records import F32, I32, Space

FAN = 8  # candidates of a fan
STEPS = 30  # tokens written after each text
FULL, MAP = 0, 1  # rows of what is measured in both
FEWEST = 10  # texts for a verdict: all of fewer lie on one side by chance more often than 0.05 / 15

LAWS: tuple[tuple[str, tuple[str, ...]], ...] = (  # what is tested, each beside its controls
    ("step", ("shuffled",)),
    ("turn", ("shuffled", "walk")),
    ("curvature", ("shuffled", "walk")),
    ("growth", ("shuffled", "walk")),
    ("recurrence", ("shuffled",)),
    ("entropy", ("shuffled",)),
    ("fan cosine", ("mixed", "random")),
    ("fan length", ("other", "mixed", "random")),
    ("fan turn", ("shuffled",)),
)
ROWS = tuple((law, control) for law, controls in LAWS for control in controls)


@dataclass(frozen=True)
class AskScales(Question):
    """What states are standardised by: mean and spread of each dimension over the bundled openings."""

    about: ClassVar[Literal["run", "model"]] = "model"


@dataclass(frozen=True)
class Scales(Finding):
    """Of every row, positions 0 and outliers left out."""

    mean: F32  # [L+2, D]
    spread: F32  # [L+2, D] standard deviation; 1 where it is 0
    longest: F32  # [L+2] from this length on a state is an outlier; NaN in row 0, which has none
    n_states: int


@dataclass(frozen=True)
class AskNormed(Question):
    """The last layer's states after the final norm, of the path to a node."""

    kept: ClassVar[int] = 2
    node: int


@dataclass(frozen=True)
class Normed(Finding):
    node: int
    states: F32  # [T, D]


@dataclass(frozen=True)
class AskFans(Question):
    """Does the fan at each position of the path to `node` point anywhere, in states of this row?"""

    kept: ClassVar[int] = 6
    node: int
    row: int
    space: Space | None = None  # whose map is in use, to be measured there too
    k: int = FAN
    seed: int = 0


@dataclass(frozen=True)
class Fans(Finding):
    """Step by step, in the full space and on the map (NaN where that is not in use). See `engine.labs.motion.fans`."""

    node: int
    cosine: F64  # [2, T] mean cosine of two candidates, around the middle of the space
    cosine_mixed: F64  # [2, T] of candidates of k other steps
    cosine_random: F64  # [2, T] of k tokens of about the same frequency put after the same text
    length: F64  # [2, T] resultant length of the directions from the current point
    length_other: F64  # [2, T] of the whole fan of another step, seen from here
    length_mixed: F64  # [2, T]
    length_random: F64  # [2, T]
    turn: F64  # [2, LAGS] autocorrelation of the fan's direction at lags 1, 2, …
    turn_low: F64  # [2, LAGS] 2.5 % of shuffled orders
    turn_high: F64  # [2, LAGS] 97.5 %


@dataclass(frozen=True)
class AskLaws(Question):
    """Measure every law over many texts, `steps` tokens written after each, in states of this row.

    `texts` "" are the bundled openings, else the name of a UTF-8 file with one text a line. With 0 steps the texts
    themselves are the paths.
    """

    about: ClassVar[Literal["run", "model"]] = "model"
    row: int
    space: Space | None = None
    texts: str = ""
    steps: int = STEPS
    k: int = FAN
    temperature: float = 0.8
    seed: int = 0


@dataclass(frozen=True)
class Laws(Finding):
    """Rows are `ROWS`, a law beside one control. Intervals are bootstrap intervals over texts.

    A difference counts as beyond chance where its interval at 1 - 0.05 / (number of rows) leaves out 0. That interval
    is NaN of fewer than `FEWEST` texts. Entropy has no place on a map, so there it is NaN.
    """

    row: int
    values: F64  # [2, R, N] of each text
    controls: F64  # [2, R, N]
    mean: F64  # [2, R]
    low: F64  # [2, R] 95 % interval of the mean
    high: F64  # [2, R]
    control: F64  # [2, R]
    gap: F64  # [2, R] mean of value - control, text by text
    gap_low: F64  # [2, R] 95 %
    gap_high: F64  # [2, R]
    strict_low: F64  # [2, R] the interval that decides
    strict_high: F64  # [2, R]
    spread: F64  # [2, R] standard deviation of value - control over texts
    n_steps: int  # in all
    n_left_out: int  # positions
    dimensions: int  # D
    on_map: bool
    note: str
    seconds: float


@dataclass(frozen=True)
class AskDimension(Question):
    """How many dimensions the states after each layer take, over texts. `texts` as in AskLaws."""

    about: ClassVar[Literal["run", "model"]] = "model"
    texts: str = ""
    n_states: int = 2000
    seed: int = 0


@dataclass(frozen=True)
class Dimension(Finding):
    """Rows are those of the module. Each measure of the states as they are, and standardised."""

    ratio: F64  # [2, L+2] participation ratio
    ratio_error: F64  # [2, L+2] jackknife standard error over groups of texts
    nearest: F64  # [2, L+2] TwoNN
    nearest_low: F64  # [2, L+2] 95 % bootstrap interval
    nearest_high: F64  # [2, L+2]
    true: I32  # [C] dimensions of the Gaussian controls, of as many points; the last is D
    control_nearest: F64  # [C] what TwoNN says of them
    control_ratio: F64  # [C] what the participation ratio says of them
    n_states: int
    n_left_out: int
    dimensions: int
    note: str
    seconds: float
