"""What is asked of dictionaries and their features, and what was found. Numpy only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from engine.dictionaries.records import DictionaryInfo
from engine.questions import Finding, Question
from engine.records import F32, I32

BOTH, NOVELS, SAMPLE = "both", "", "sample"  # of a text's names; any other is the path of a person's file
DEFAULT_TOKENS = 30_000  # of a text that is read
STRONGEST = 20  # positions that a label is made of
READ_TOKENS = 12  # of each end of a reading
PROBABLE = 1e-4  # least probability, with a vector or without, of tokens that it is read in through the later layers
Range = Literal["top", "upper", "middle", "random"]
RANGES: tuple[Range, ...] = ("top", "upper", "middle", "random")


@dataclass(frozen=True)
class AskDictionaries(Question):
    """Which dictionaries there are: those that come along, and those that were trained here."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    again: int = 0  # another number asks anew: one may have come


@dataclass(frozen=True)
class Dictionaries(Finding):
    """`why_not` says of each why it is of no use with the loaded model, "" of one that is."""

    infos: tuple[DictionaryInfo, ...]
    why_not: tuple[str, ...]


@dataclass(frozen=True)
class AskDictionary(Question):
    """One dictionary by its name, which may be the path of a file."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    name: str = ""


@dataclass(frozen=True)
class OneDictionary(Finding):
    """It, and why it is of no use with the loaded model, "" where it is."""

    info: DictionaryInfo
    why_not: str


# -- over a text -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Source(Question):
    """A dictionary and the text that its features are read over."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    dictionary: str = ""
    text: str = BOTH
    tokens: int = DEFAULT_TOKENS  # at most; a longer text gives evenly spaced pieces


@dataclass(frozen=True)
class AskIndex(Source):
    """How active each feature is over a text. With `make` the text is read where that is not kept on the disk yet."""

    make: bool = False


@dataclass(frozen=True)
class Index(Finding):
    """Over the positions that count: not the first of a piece, nor an outlier."""

    made: bool  # whether the text was read; else what the dictionary's file says of it, on another text
    seconds: float  # that reading took, or may take
    positions: int = 0  # that count
    windows: int = 0  # pieces of at most 128 tokens, each from position 0
    first: int = 0  # left out: a piece's first position
    outliers: int = 0  # left out: longer than any position that the dictionary learnt from
    unread: int = 0  # positions that were to be read but had no room (see `index.MOST`)
    active: float = 0.0  # features that are not 0, a position
    density: F32 | None = None  # [n] share of the positions at which a feature is not 0
    largest: F32 | None = None  # [n]
    mean: F32 | None = None  # [n] where it is not 0
    labels: tuple[str, ...] = ()  # automatic: the commonest words at the 20 strongest positions; "" of a dead feature
    covered: F32 | None = None  # [n] share of these positions whose word is in the label
    covered_random: float = 0.0  # the same of 20 positions drawn at random, on average
    note: str = ""


@dataclass(frozen=True)
class AskContexts(Source):
    """Where in the text one feature is active; the text was read before."""

    kept: ClassVar[int] = 32
    feature: int = 0
    seed: int = 0


@dataclass(frozen=True)
class Group(Finding):
    """Some of the places where a feature is active, with the tokens around them."""

    of: Range
    low: float  # activations of the range
    high: float
    positions: int  # there are in the range, of which some are shown
    token_ids: I32  # [m, W], -1 beyond the ends of its piece
    values: F32  # [m, W] activations, NaN beyond the ends
    titles: tuple[str, ...]  # [m] of the texts they are from


@dataclass(frozen=True)
class Contexts(Finding):
    """One feature over the text."""

    feature: int
    positions: int
    density: float
    largest: float
    mean: float
    groups: tuple[Group, ...]
    at: int  # the column of the groups' tokens at which the activation is told
    edges: F32  # [B + 1] of the histogram
    counts: I32  # [B] positions
    token_ids: I32  # [k] the tokens at which it is active most: by the sum of its activations
    token_shares: F32  # [k] of that sum
    token_counts: I32  # [k] positions at which it is active there
    token_densities: F32  # [k] share of the token's positions at which it is active
    partners: I32  # [k] features that are active at the same positions, by phi
    phi: F32  # [k] correlation of being active
    lift: F32  # [k] how many times as often as if they knew nothing of each other
    together: I32  # [k] positions
    phi_shifted: float  # the largest phi where this feature's positions are shifted along the text: chance


@dataclass(frozen=True)
class AskAtToken(Source):
    """Which features are most active at a token, over the text that was read."""

    kept: ClassVar[int] = 8
    token: str = ""
    count: int = 100


@dataclass(frozen=True)
class AtToken(Finding):
    """By how much larger the mean activation is there than over all positions."""

    token_id: int
    positions: int
    features: I32  # [m]
    here: F32  # [m] mean activation at the token, 0 counted
    overall: F32  # [m] over all positions
    densities: F32  # [m] share of the token's positions at which it is active


# -- from the weights --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AskReading(Question):
    """What one feature writes, what feeds it, and which ones lie near it; `amount` of activation is written."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 32
    dictionary: str = ""
    feature: int = 0
    amount: float = 1.0


@dataclass(frozen=True)
class Ends(Finding):
    """The tokens that a vector makes likeliest, and least likely, under-trained tokens left out."""

    up: I32  # [m] token ids
    up_by: F32  # [m]
    down: I32  # [m]
    down_by: F32  # [m]
    random: float  # the largest amount, over the same tokens, of a random vector as long: mean of some


@dataclass(frozen=True)
class Reading(Finding):
    """One feature's weights."""

    feature: int
    amount: float  # activation that is written
    relative: float  # length of what it writes then, in lengths of the state where it is added
    direct: Ends | None  # logits that are added, the final norm's scale held
    direct_why_not: str
    through: Ends  # change of the final log-probabilities (bits), added at its hook, mean over `neutral`
    neutral: tuple[str, ...]  # the contexts that it is added to, at their last token
    left_out: int  # under-trained tokens
    undertrained_by: str  # "cosine" to unused rows, or "norm" of the rows
    norm_scale: float  # what the final norm divides by, held
    neurons: tuple[tuple[int, int], ...]  # (layer, neuron) whose output lies most along the encoder's row
    neuron_cosines: F32  # [m]
    neuron_random: float  # the largest, by amount, of a random row: mean of some
    heads: tuple[tuple[int, int], ...]  # (layer, head), by share of their output matrix along the encoder's row
    head_shares: F32  # [m] |W_O row| / |W_O|
    head_random: float  # the largest of a random row: mean of some
    near: I32  # [m] features whose directions lie nearest
    near_cosines: F32  # [m]
    near_random: float  # the largest cosine of a random direction with any feature's: mean of some
    encoder_cosine: float  # of the encoder's row with the direction


@dataclass(frozen=True)
class AskTry(Question):
    """One feature along a typed text."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 8
    dictionary: str = ""
    feature: int = 0
    text: str = ""


@dataclass(frozen=True)
class Tried(Finding):
    """Token by token."""

    feature: int
    token_ids: I32  # [T]
    values: F32  # [T] activations


# -- in the run --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AskFiring(Question):
    """Which features fire at a node, in the run as it is with its interventions."""

    kept: ClassVar[int] = 64
    node: int = -1
    dictionary: str = ""


@dataclass(frozen=True)
class Firing(Finding):
    """Strongest first."""

    node: int
    features: I32  # [m]
    values: F32  # [m] activations
    error: float  # length of what the dictionary leaves unexplained there, in lengths of what it reads


@dataclass(frozen=True)
class AskFeatureEffects(Question):
    """What each feature of the text up to a node does to a token after it: estimated for all, measured for some."""

    gives_way: ClassVar[bool] = True
    kept: ClassVar[int] = 16
    node: int = -1
    dictionary: str = ""
    token: str = ""  # "" = the likeliest
    measured: int = 16  # of the strongest, and as many drawn at random as the control
    seed: int = 0


@dataclass(frozen=True)
class FeatureEffects(Finding):
    """Changes of the token's log₂ probability (bits) when a feature is 0 at every position, the error term kept."""

    node: int
    token_id: int
    value: float  # log₂ probability of the token
    features: I32  # [m] all that are active anywhere, largest estimate by amount first
    estimates: F32  # [m] - sum of gradient times activation
    at: I32  # [m] the position of the largest part
    measured: I32  # [k] features: the strongest
    exact: F32  # [k]
    exact_estimates: F32  # [k]
    drawn: I32  # [j] features drawn at random among the others: the control
    drawn_exact: F32  # [j]
    drawn_estimates: F32  # [j]


# -- over two sets of texts --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AskFeatureContrast(Question):
    """Which features tell two sets of texts apart. A set is the path of a file, the name of a bundled set, or lines."""

    about: ClassVar[Literal["run", "model", "resources"]] = "model"
    kept: ClassVar[int] = 4
    dictionary: str = ""
    a: str = ""
    b: str = ""
    count: int = 100
    seed: int = 0


@dataclass(frozen=True)
class FeatureContrast(Finding):
    """Differences of the mean activation a text, a minus b: chosen on one half of the texts, measured on the other."""

    name_a: str
    name_b: str
    texts_a: tuple[int, int]  # chosen on, measured on
    texts_b: tuple[int, int]
    features: I32  # [m] largest |t| on the half that they are chosen on first
    chosen: F32  # [m] difference there
    measured: F32  # [m] difference on the other half
    errors: F32  # [m] its standard error
    shuffled: float  # |t| measured of the first 10, where the same is done with texts shuffled between the sets: mean
    note: str = ""

    @property
    def t(self) -> F32:
        """[m] measured difference in standard errors."""
        return np.asarray(self.measured / np.maximum(self.errors, 1e-12), np.float32)


# -- what a person notes -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Note(Finding):
    """A person's own words about one feature."""

    feature: int
    label: str = ""
    text: str = ""
    starred: bool = False
    lists: tuple[str, ...] = ()


@dataclass(frozen=True)
class AskNotes(Question):
    """All notes about the features of a dictionary, named by its sha256."""

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"
    sha256: str = ""


@dataclass(frozen=True)
class KeepNote(Question):
    """Keep a note in the place of that feature's former one; an empty one is forgotten."""

    about: ClassVar[Literal["run", "model", "resources"]] = "resources"
    kept: ClassVar[int] = 2
    sha256: str = ""
    note: Note = Note(-1)


@dataclass(frozen=True)
class Notes(Finding):
    """By feature; `revision` grows with every one that is kept."""

    sha256: str
    notes: tuple[Note, ...]
    revision: int = 0
