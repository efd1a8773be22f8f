"""What is asked of a dictionary's training and what was found. Numpy only.

A training goes on in slices of about a second: `TrainDictionary` names the recipe, its finding's `then` the next slice.
The engine keeps the state in between, in memory and now and then in a file, so not asking again is the pause; asking
again, also after a restart of Orrery, goes on bit by bit as if nothing had been in between. `fresh` begins anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Final, Literal

import numpy as np
import numpy.typing as npt

from engine.dictionaries.records import DictionaryInfo, Hook, Recipe, Scores
from engine.questions import Finding, Question
from engine.records import F32, I32, Frozen

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

DEFAULT: Final = Recipe(Hook("resid", 12))
SAMPLE: Final = "sample"  # as Recipe.text: the bundled sample
SILENT: Final = 32_768  # positions: a latent silent for so many is counted dead while training
FORMING: Final = 6  # features whose contexts are shown while they form
WIDEST, MOST_STEPS, LARGEST_BATCH = 131_072, 1_000_000, 65_536
NOT_MEASURED: Final = Scores()


def _none() -> F64:
    return np.empty(0)


def _no_steps() -> I64:
    return np.empty(0, np.int64)


@dataclass(frozen=True)
class AboutModel(Question):
    """Base of this laboratory's questions."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"


@dataclass(frozen=True)
class TrainDictionary(AboutModel):
    """Train for a moment and say where it stands. Answer: DictionaryTrained, whose `then` goes on."""

    kept: ClassVar[int] = 2

    recipe: Recipe = DEFAULT
    fresh: bool = False  # begin anew, though some of it was trained before
    attempt: int = 0  # another number is another question: a rewind, or going on after a pause
    turn: int = 0
    seconds: float = 0.8
    watch: tuple[int, ...] = ()  # features whose contexts come along; none: those chosen at the first measurement


@dataclass(frozen=True)
class AskCost(AboutModel):
    """What a recipe will take on this machine; tried for a moment. Answer: Cost."""

    kept: ClassVar[int] = 8

    recipe: Recipe = DEFAULT


@dataclass(frozen=True)
class AskTrainings(AboutModel):
    """Trainings of the loaded model that were begun and can be gone on with. Answer: Trainings."""

    again: int = 0  # another number asks anew


@dataclass(frozen=True)
class SaveDictionary(AboutModel):
    """Measure a training's dictionary as it is and keep it in the folder of dictionaries. Answer: DictionarySaved."""

    kept: ClassVar[int] = 2

    recipe: Recipe = DEFAULT
    title: str = ""  # "": made from the recipe
    step: int = 0  # as the window knows it: another step is another question


@dataclass(frozen=True)
class DiscardTraining(AboutModel):
    """Forget a training: its memory and its file. Answer: TrainingDiscarded."""

    kept: ClassVar[int] = 2

    recipe: Recipe = DEFAULT
    attempt: int = 0


@dataclass(frozen=True)
class SweepDictionaries(AboutModel):
    """Train all pairs of widths and k on the same positions, in slices. Answer: Sweep, whose `then` goes on.

    The recipe's own width and k stand back; `steps` of it is how long each is trained.
    """

    kept: ClassVar[int] = 2

    recipe: Recipe = DEFAULT
    widths: tuple[int, ...] = (256, 512, 1024, 2048)
    ks: tuple[int, ...] = (8, 16, 32, 64)
    fresh: bool = False
    attempt: int = 0
    turn: int = 0
    seconds: float = 0.8


# -- findings ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TextRead(Frozen):
    """What a training reads, as far as it was read."""

    title: str = ""  # of the text, for people
    tokens: int = 0  # in the text, or the recipe's `tokens` where it has more
    read: int = 0  # tokens of the part for training that have gone through the model
    positions: int = 0  # of these trained on
    first: int = 0  # of these left out for being the first of a piece
    outliers: int = 0  # of these left out for their length: above `longest`
    longest: float = float("nan")  # norm from which on a position is an outlier
    outlier_share: float = float("nan")  # of the squares summed over all that was read, how much is in what is left out
    held_out: int = 0  # positions that are not trained on and measured on
    tokens_per_second: float = float("nan")
    chunk: int = 0  # positions in memory at once
    chunks: int = 0  # parts that the text is read in
    bytes: int = 0  # of activations kept in memory


@dataclass(frozen=True)
class TrainingCurve(Frozen):
    """Of batches as they are trained on, before the step. All [n]."""

    step: I64 = field(default_factory=_no_steps)
    explained: F64 = field(default_factory=_none)  # share of the variance of the normalised activations
    mse: F64 = field(default_factory=_none)  # of a normalised number
    active: F64 = field(default_factory=_none)  # latents that are not 0, a position (L0)
    dead: F64 = field(default_factory=_none)  # share of the latents silent for the last SILENT positions
    speed: F64 = field(default_factory=_none)  # positions a second, of the training alone


@dataclass(frozen=True)
class HeldOutCurve(Frozen):
    """Of positions that are not trained on. All [m]; the first is of step 0, before training."""

    step: I64 = field(default_factory=_no_steps)
    explained: F64 = field(default_factory=_none)
    explained_raw: F64 = field(default_factory=_none)
    mse: F64 = field(default_factory=_none)
    active: F64 = field(default_factory=_none)
    dead: F64 = field(default_factory=_none)  # share of the latents that are 0 at all these positions
    loss_spliced: F64 = field(default_factory=_none)  # nats a token, with the reconstruction in place
    recovered: F64 = field(default_factory=_none)  # share of the loss that the mean in place costs
    kl: F64 = field(default_factory=_none)  # nats a token
    loss: float = float("nan")  # of the model itself
    loss_ablated: float = float("nan")  # with the mean in place


@dataclass(frozen=True)
class Densities(Frozen):
    """On how many of the latest held-out positions a latent is active, of all latents."""

    edges: F64  # [b + 1] log10 of the share of positions
    counts: I64  # [b] latents
    dead: int  # latents that are 0 at all of them
    positions: int


@dataclass(frozen=True)
class Geometry(Frozen):
    """How near the decoder's rows come to each other: of each the largest cosine to another one.

    The control is as many directions drawn at random in the same number of dimensions.
    """

    edges: F64  # [b + 1] cosine
    share: F64  # [b] of the rows
    random: F64  # [b]
    median: float
    random_median: float
    rows: int  # that were compared with all others


@dataclass(frozen=True)
class Context(Frozen):
    """A feature where it is most active: some tokens around, and its activation at each."""

    token_ids: I32  # [t]
    activations: F32  # [t]
    peak: int  # which of them is the most active


@dataclass(frozen=True)
class Forming(Frozen):
    """A feature as it is now, on held-out positions."""

    feature: int
    density: float
    largest: float
    contexts: tuple[Context, ...]  # most active first; none of a dead one


@dataclass(frozen=True)
class DictionaryTrained(Finding):
    """Where a training stands."""

    recipe: Recipe
    doing: Literal["reading", "training", "done"]
    step: int
    text: TextRead
    curve: TrainingCurve
    held_out: HeldOutCurve
    densities: Densities | None  # as of the last measurement
    geometry: Geometry | None
    forming: tuple[Forming, ...]
    seconds: float  # of computing until now, all that was read and trained
    seconds_left: float  # NaN where it is not known yet
    begun_at: int  # the step at which this process took it up: above 0 where a file was gone on with
    kept_at: int  # the step of the file that it can be gone on from after a restart; -1: there is none
    problem: str  # why it could not be kept last, or why it ended, in a sentence; "" where nothing is wrong
    then: TrainDictionary | None

    @property
    def done(self) -> bool:
        """Whether the last step is made, or no further one can be."""
        return self.then is None


@dataclass(frozen=True)
class Cost(Finding):
    """What a recipe takes; the seconds are from a moment's trial on this machine as it is now."""

    tokens: int  # that are read
    positions: int  # about so many are trained on
    passes: float  # over them
    seconds_reading: float
    seconds_training: float
    seconds_measuring: float
    bytes_activations: int
    bytes_training: int  # weights, moments, gradients and a batch's latents
    bytes_file: int  # of what is kept to go on from
    tokens_per_second: float
    positions_per_second: float


@dataclass(frozen=True)
class Begun(Frozen):
    """A training that can be gone on with."""

    recipe: Recipe
    step: int
    explained: float  # held out, as measured last
    when: float  # seconds since 1970


@dataclass(frozen=True)
class Trainings(Finding):
    """The newest first."""

    begun: tuple[Begun, ...]


@dataclass(frozen=True)
class DictionarySaved(Finding):
    """It is there now; its scores are measured on positions that it was not trained on."""

    info: DictionaryInfo


@dataclass(frozen=True)
class TrainingDiscarded(Finding):
    """Whether there was anything to forget."""

    there_was: bool


@dataclass(frozen=True)
class SweepPoint(Frozen):
    """One dictionary of a sweep."""

    width: int
    k: int
    step: int  # steps made
    steps: I64  # [c] at which it was measured
    mse: F64  # [c] held out, of a normalised number: the share of the variance that is left
    flops: F64  # [c] of training until then, by the dense formulas: 12 n D a position
    scores: Scores = NOT_MEASURED

    @property
    def final(self) -> float:
        """The last error; NaN before the first."""
        return float(self.mse[-1]) if len(self.mse) else float("nan")


@dataclass(frozen=True)
class Law(Frozen):
    """A law fitted to the last errors of a sweep, with the standard error of each number.

    "full": exp(a + bk ln k + bn ln n + g ln k ln n) + exp(z + h ln k), as published (2406.04093). "power", where too
    few were trained for that: exp(a + bk ln k + bn ln n), without bk where there is one k.
    """

    form: Literal["full", "power"]
    names: tuple[str, ...]
    values: F64
    errors: F64  # NaN where as many numbers as points leave none
    residual: float  # root mean square of ln(measured) - ln(law)

    def at(self, width: npt.ArrayLike, k: npt.ArrayLike) -> F64:
        """The error that it foretells."""
        return law(dict(zip(self.names, map(float, self.values), strict=True)), width, k)


def law(numbers: dict[str, float], width: npt.ArrayLike, k: npt.ArrayLike) -> F64:
    """The law of 2406.04093 for its numbers a, bk, bn, g, z, h; those that are not there count nothing."""
    n, log_k = np.log(np.asarray(width, np.float64)), np.log(np.asarray(k, np.float64))
    get = numbers.get
    first = get("a", 0.0) + get("bk", 0.0) * log_k + get("bn", 0.0) * n + get("g", 0.0) * log_k * n
    second = np.exp(numbers["z"] + get("h", 0.0) * log_k) if "z" in numbers else 0.0
    return np.asarray(np.exp(first) + second, np.float64)


PUBLISHED: Final = {"a": -0.50, "bk": 0.26, "bn": -0.017, "g": -0.042, "z": -1.32, "h": -0.085}  # of GPT-4, 2406.04093


@dataclass(frozen=True)
class Sweep(Finding):
    """How far a sweep is; `law` once it can be fitted."""

    recipe: Recipe
    text: TextRead
    points: tuple[SweepPoint, ...]  # by width, then k; those not begun have step 0
    law: Law | None
    compute: Law | None  # error against FLOPs along the lower hull: names "a", "b": ln error = a + b ln FLOPs
    doing: Literal["reading", "training", "done"]
    seconds: float
    seconds_left: float
    problem: str
    then: SweepDictionaries | None
