"""The quantities of DESIGN section 3 as frozen records of read-only numpy arrays.

These cross the process boundary and are all that `viz` may know of the engine, so this file imports numpy only.
Axes: T positions, L blocks, H heads, D model width, M MLP width, V vocabulary, K candidates kept,
N background points of a space. Positions, layers, heads, neurons and nodes count from 0.

A run is a tree: every token is a *node* with a parent; a branch is the path from the root to a leaf.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

import numpy as np
import numpy.typing as npt

from engine.sentences import say

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
U8 = npt.NDArray[np.uint8]
Bools = npt.NDArray[np.bool_]
AnyArray = npt.NDArray[Any]

_A = TypeVar("_A", bound=AnyArray)


def read_only(array: _A) -> _A:
    """Return `array` with writing forbidden (the same object)."""
    array.flags.writeable = False
    return array


class Frozen:
    """Base of records: every numpy array held by a subclass is made read-only on creation and on arrival."""

    def __post_init__(self) -> None:
        for entry in dataclasses.fields(self):  # type: ignore[arg-type]
            value = getattr(self, entry.name)
            if isinstance(value, np.ndarray):
                value.flags.writeable = False

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        for name, value in state.items():
            if isinstance(value, np.ndarray):
                value.flags.writeable = False
            object.__setattr__(self, name, value)


# Kinds of token, the values of `Vocabulary.kinds`.
TOKEN_KINDS = (
    "word start",  # 0: letters after a leading space
    "continuation",  # 1: letters without a leading space
    "digit",  # 2
    "punctuation",  # 3
    "code",  # 4: identifiers, brackets with letters, indentation
    "white space",  # 5
    "other script",  # 6: letters outside Latin
    "bytes",  # 7: not valid UTF-8 by itself
    "special",  # 8: control tokens of the model
)


@dataclass(frozen=True)
class ModelInfo(Frozen):
    """What a loaded model is, in plain values."""

    name: str
    family: str  # transformers' model_type
    sha256: str  # of the weights
    revision: str
    source: str  # where it came from, in words
    device: str
    dtype: str
    n_layers: int  # L
    n_heads: int  # H (query heads)
    n_kv_heads: int
    d_model: int  # D
    d_mlp: int  # M (0 where there is no single such width)
    vocab_size: int  # V
    context: int  # positions the model was made for
    n_parameters: int
    tied_embeddings: bool
    position_scheme: Literal["learned", "rotary", "alibi", "other"]
    bos_id: int | None = None
    eos_ids: tuple[int, ...] = ()
    has_chat_template: bool = False
    missing: tuple[tuple[str, str], ...] = ()  # (quantity, why this model cannot show it)

    def why_missing(self, quantity: str) -> str | None:
        """The reason `quantity` ("attn", "neurons", …) cannot be shown, or None where it can."""
        return dict(self.missing).get(quantity)


@dataclass(frozen=True)
class ModelEntry(Frozen):
    """A model that can be asked for: a row of the catalogue or something in the cache."""

    spec: str
    what: str
    n_parameters: int  # 0 where not known
    on_disk: bool
    note: str = ""


@dataclass(frozen=True)
class LeftOut(Frozen):
    """A folder of the cache that holds a model of which nobody knows which it is: its note cannot be read."""

    folder: str
    size: str  # in words


@dataclass(frozen=True)
class Vocabulary(Frozen):
    """The bytes and the kind of every token. Token i is `data[offsets[i]:offsets[i + 1]]`."""

    data: U8  # [B] all tokens' bytes, one after the other
    offsets: I64  # [V + 1]
    kinds: U8  # [V] index into TOKEN_KINDS

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def raw(self, token_id: int) -> bytes:
        """The bytes of a token (for a special token, its name's bytes). Raises IndexError outside 0..V-1."""
        if not 0 <= token_id < len(self):
            raise IndexError(f"token {token_id} is outside the vocabulary of {len(self)}")
        return self.data[self.offsets[token_id] : self.offsets[token_id + 1]].tobytes()

    def kind(self, token_id: int) -> str:
        """The token's kind in words."""
        return TOKEN_KINDS[int(self.kinds[token_id])]


@dataclass(frozen=True)
class Sampling(Frozen):
    """How the next token is drawn. temperature 0 is greedy; top_k 0, top_p 1, min_p 0, penalty 1 change nothing."""

    temperature: float = 0.8
    top_k: int = 0
    top_p: float = 1.0
    min_p: float = 0.0
    repetition_penalty: float = 1.0
    seed: int = 0


@dataclass(frozen=True)
class Site(Frozen):
    """A place an intervention acts on. `index` is the head or neuron; unused for whole layers."""

    kind: Literal["neuron", "head", "attention", "mlp"]
    layer: int
    index: int = 0

    def __str__(self) -> str:
        if self.kind == "neuron":
            return f"L{self.layer}.N{self.index}"
        if self.kind == "head":
            return f"L{self.layer}.H{self.index}"
        return f"L{self.layer}.{self.kind}"


@dataclass(frozen=True, order=True)
class Since(Frozen):
    """Every position from one on, of a text that may still grow."""

    position: int


Positions = tuple[int, ...] | Since | None  # those that an intervention acts at; None = all


def reached(positions: Positions, length: int) -> bool:
    """Whether one of them is in a text of `length` tokens."""
    if isinstance(positions, Since):
        return positions.position < length
    return length > 0 if positions is None else any(it < length for it in positions)


@dataclass(frozen=True, eq=False)
class Intervention(Frozen):
    """Base of what can be done to a model while it runs. What a kind does stands beside its class, not here.

    A kind is a frozen dataclass of plain values, sites and arrays; `engine.capture.intervene` finds what it does by its
    class. One that holds arrays is declared with `eq=False`: it is then compared and hashed here, by their numbers.
    """

    @property
    def layer(self) -> int:
        """The lowest block whose own working it changes: `resid[:, layer]`, the block's input, is as without it."""
        raise NotImplementedError

    @property
    def is_identity(self) -> bool:
        """Whether it leaves the model as it is, so that nothing need be done."""
        return False

    @property
    def mean_sites(self) -> tuple[Site, ...]:
        """Sites whose mean over the reference texts it needs."""
        return ()

    def reaches(self, length: int) -> bool:
        """Whether it can change anything in a text of `length` tokens."""
        return length > 0 and not self.is_identity

    def __str__(self) -> str:
        return f"L{self.layer} {type(self).__name__}"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _numbers(other) == _numbers(self)

    def __hash__(self) -> int:
        return hash((type(self), _numbers(self)))


def _numbers(record: Any) -> tuple[Any, ...]:
    """The values of a record's fields, its arrays as what can be compared and hashed."""
    values = (getattr(record, entry.name) for entry in dataclasses.fields(record))
    return tuple(
        (value.dtype.str, value.shape, value.tobytes()) if isinstance(value, np.ndarray) else value for value in values
    )


@dataclass(frozen=True)
class Change(Intervention):
    """Scale a site (1 = intact, 0 = off) or, with `mean`, replace it by its reference mean."""

    site: Site
    scale: float = 1.0
    mean: bool = False
    positions: Positions = None

    @property
    def layer(self) -> int:
        """The block the site is in."""
        return self.site.layer

    @property
    def is_identity(self) -> bool:
        """Whether it multiplies by 1."""
        return self.scale == 1.0 and not self.mean

    @property
    def mean_sites(self) -> tuple[Site, ...]:
        """The site itself, where it is to be replaced by its mean."""
        return (self.site,) if self.mean else ()

    def reaches(self, length: int) -> bool:
        """Whether one of its positions is in a text of `length` tokens."""
        return super().reaches(length) and reached(self.positions, length)


@dataclass(frozen=True)
class Plan(Frozen):
    """A frozen list of interventions. The empty plan is the intact model."""

    changes: tuple[Intervention, ...] = ()

    @property
    def lowest_layer(self) -> int | None:
        """The lowest block that is changed, None for an empty plan: nothing below it differs from the intact run."""
        return min((change.layer for change in self.changes), default=None)

    @property
    def site_changes(self) -> tuple[Change, ...]:
        """Those of its interventions that change a site."""
        return tuple(change for change in self.changes if isinstance(change, Change))

    @property
    def mean_sites(self) -> tuple[Site, ...]:
        """Sites whose mean over the reference texts it needs, each once."""
        return tuple(dict.fromkeys(site for change in self.changes for site in change.mean_sites))


@dataclass(frozen=True)
class Tokens(Frozen):
    """The records of t consecutive nodes, each the parent of the next (t = prompt length, or 1 for a step).

    `neurons` and `attn` are None where the memory budget (or the model) leaves them out; they can be replayed.
    `surprisal` is -log2 p of the token given those before it, in bits; NaN at position 0. `entropy` is that of the
    NEXT-token distribution at the node, in bits. `probs` are untempered.
    """

    run_id: int
    parent: int  # node before the first one, -1 for the root
    first_node: int  # nodes are first_node .. first_node + t - 1
    position: int  # position of the first one
    token_ids: I32  # [t]
    resid: F32 | None  # [t, L+1, D]
    attn: F32 | None  # [L, H, t, position + t]
    neurons: F32 | None  # [t, L, M]
    next_ids: I32  # [t, K]
    next_probs: F32  # [t, K]
    next_logits: F32  # [t, K]
    entropy: F32  # [t] bits
    surprisal: F32  # [t] bits
    seconds: float = 0.0  # the engine's time for them


NORMED = -1  # in place of a layer: the last state after the final norm, which the unembedding reads
MOST_STATES = 100_000  # of a person's own texts
SHORT, WHOLE = "", "whole"  # texts of a space of states: some 5,000 and some 20,000 tokens of the bundled sample


@dataclass(frozen=True, order=True)
class Space(Frozen):
    """Which vectors a map shows.

    `layer` to `outliers` are for kind "resid" only. `layer`: 0 = input of block 0, l+1 = output of block l, `NORMED` =
    after the final norm. `texts`: whose states the background is, `SHORT`, `WHOLE`, or the path of a person's own file
    or folder. `points` is for kind "points" only: the laboratory that brings them, a slash, and which of its points.
    """

    kind: Literal["embedding", "unembedding", "resid", "points"]
    layer: int = 0
    texts: str = SHORT
    standardised: bool = True  # each dimension over the background
    outliers: bool = False  # the fit takes position 0 and giants in
    points: str = ""

    @property
    def is_vocabulary(self) -> bool:
        """Whether background point i is token i."""
        return self.kind in ("embedding", "unembedding")

    @property
    def lab(self) -> str:
        """The folder of the laboratory that brings the points; "" where they are the model's."""
        return self.points.partition("/")[0]

    @property
    def what(self) -> str:
        """Which of its points, in the laboratory's own words."""
        return self.points.partition("/")[2]

    @property
    def key(self) -> str:
        """A short name for files and messages."""
        if self.kind == "points":
            return f"points.{hashlib.sha256(self.points.encode(errors='surrogatepass')).hexdigest()[:12]}"
        if self.kind != "resid":
            return self.kind
        texts = self.texts
        if texts not in (SHORT, WHOLE):
            texts = hashlib.sha256(texts.encode(errors="surrogatepass")).hexdigest()[:12]
        prepared = ("" if self.standardised else "raw"), ("outliers" if self.outliers else "")
        layer = "normed" if self.layer == NORMED else str(self.layer)
        return ".".join(part for part in (self.kind, layer, texts, *prepared) if part)

    @property
    def in_words(self) -> str:
        """For sentences: its place is named by the layer whose output it is."""
        if self.kind == "points":
            return say("the points")
        if self.kind != "resid":
            return say("the token embeddings") if self.kind == "embedding" else say("the unembedding")
        if self.layer == NORMED:
            return say("states after the final norm")
        return say("states after L{layer}", layer=self.layer - 1) if self.layer else say("states at the input")


EMBEDDING = Space("embedding")
INTACT = Plan()  # the model as it is
UNEMBEDDING = Space("unembedding")


class Params(Frozen):
    """Parameters of a layout."""

    @property
    def facts(self) -> dict[str, Any]:
        """Its values for files and keys."""
        return dataclasses.asdict(self)  # type: ignore[call-overload, no-any-return]  # those below are dataclasses


@dataclass(frozen=True)
class UmapParams(Params):
    """Parameters of a UMAP fit, by umap-learn's names."""

    n_neighbors: int = 15
    min_dist: float = 0.1
    metric: str = "cosine"
    seed: int = 0
    along: tuple[int, ...] = ()  # states only: the layers that were laid out together, each tied to the next; () alone

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "along", tuple(self.along))  # a list in files

    @property
    def facts(self) -> dict[str, Any]:
        """Its values for files and keys; what earlier versions did not have is there where it says something."""
        facts = dataclasses.asdict(self)
        if not self.along:
            del facts["along"]
        return facts


@dataclass(frozen=True)
class FitJob(Frozen):
    """How much a UMAP fit has to do: `layers` layers of `n` points of `d` values each."""

    n: int
    d: int
    layers: int


@dataclass(frozen=True)
class FitCost(Frozen):
    """What a fit will take, estimated from short runs on this machine."""

    seconds: float
    bytes: int  # of memory at most, besides what the model takes


@dataclass(frozen=True)
class TsneParams(Params):
    """Parameters of a t-SNE fit, by openTSNE's names."""

    perplexity: float = 30.0
    metric: str = "cosine"
    seed: int = 0


@dataclass(frozen=True)
class PacmapParams(Params):
    """Parameters of a PaCMAP fit, by PaCMAP's names: pairs of each point with near, mid-near and further points."""

    n_neighbors: int = 10
    mn_ratio: float = 0.5  # mid-near pairs for each near one
    fp_ratio: float = 2.0  # further pairs for each near one
    metric: str = "cosine"
    seed: int = 0


FitParams = UmapParams | TsneParams | PacmapParams  # of what the mapper process fits


@dataclass(frozen=True)
class Direction(Frozen):
    """An axis of a map: from the mean of some background points to that of others. "" names a selection of points."""

    start: str
    end: str
    start_rows: tuple[int, ...]
    end_rows: tuple[int, ...]

    @property
    def in_words(self) -> str:
        """ "king → queen", for sentences."""
        ends = zip((self.start, self.end), (self.start_rows, self.end_rows), strict=True)
        return " → ".join(name or f"{len(rows):,} points" for name, rows in ends)


@dataclass(frozen=True)
class Directions(Params):
    """Axes that a person chose, one to three; `orthogonal`: made so in their order."""

    axes: tuple[Direction, ...]
    orthogonal: bool = True


LayoutParams = FitParams | Directions


def along_of(params: LayoutParams | None) -> tuple[int, ...]:
    """The layers that were laid out together; () where it was one alone."""
    return params.along if isinstance(params, UmapParams) else ()


def layers_around(layer: int, along: tuple[int, ...]) -> tuple[int, int]:
    """The nearest of `along` at or below a layer and at or above it; the first or last of them beyond their ends."""
    lower = max((other for other in along if other <= layer), default=min(along))
    return lower, min((other for other in along if other >= layer), default=max(along))


Algorithm = Literal["pca", "umap", "tsne", "pacmap", "directions"]
ALGORITHMS: dict[type[LayoutParams], Algorithm] = {
    UmapParams: "umap",
    TsneParams: "tsne",
    PacmapParams: "pacmap",
    Directions: "directions",
}


@dataclass(frozen=True)
class Grouping(Frozen):
    """A category of every point that a laboratory brings, such as the digit that a picture is of."""

    title: str  # of the legend
    codes: U8  # [N] index into names
    names: tuple[str, ...]


@dataclass(frozen=True)
class Measure(Frozen):
    """A number of every point that a laboratory brings, such as how often a feature is active."""

    title: str  # of the legend, with its unit
    values: F32  # [N]; NaN where there is none


@dataclass(frozen=True)
class Background(Frozen):
    """The points a space's layout was fitted on. For vocabulary spaces point i is token i (`token_ids` = 0..V-1); for
    points of a laboratory too, where "token" i of `names` is the name of point i."""

    space: Space
    token_ids: I32  # [N]
    norms: F32  # [N] length of the vector, before any standardising
    clusters: U8  # [N] a coarse grouping (k-means in PCA space), 0..31
    positions: I32 | None = None  # [N] resid only: position in its sample text
    surprisal: F32 | None = None  # [N] resid only: bits
    texts: I32 | None = None  # [N] resid only: index into text_kinds
    text_kinds: tuple[str, ...] = ()  # resid only: "prose", "dialogue", "French", …
    left_out: Bools | None = (
        None  # [N] True where left out of the fit (position 0 and other giants), marked in the view
    )
    standardised: bool = False
    note: str = ""  # one sentence for the view: what was standardised or left out
    sources: I32 | None = None  # [N] resid only: index into source_names; None in files of earlier versions
    source_names: tuple[str, ...] = ()  # resid only: the titles of the sample's texts
    read_seconds: float = 0.0  # resid only: what reading its texts took, all layers at once; 0 in a run from a file
    title: str = ""  # points of a laboratory only, as all below: what they are
    names: Vocabulary | None = None  # what each is called, as if it were a token; two may be called the same
    groups: tuple[Grouping, ...] = ()  # the first names the map's regions and colours it by itself
    measures: tuple[Measure, ...] = ()
    width: int = 0  # D


@dataclass(frozen=True)
class Layout(Frozen):
    """A fitted projection of a space's background points, which does not move afterwards."""

    space: Space
    algorithm: Algorithm
    params: LayoutParams | None  # of its algorithm
    points3: F32  # [N, 3]
    points2: F32  # [N, 2]
    library: str  # "umap-learn 0.5.12"
    key: str  # model hash, space, algorithm, parameters, seed, library version, hashed
    kept3: float  # share of true 15 neighbours among the 50 nearest on the 3D map, the mean over some of its points
    kept2: float
    kept_error: float  # standard error of kept3
    n_measured: int  # how many points that is; in files it is called n_held_out
    explained: float | None = None  # PCA and chosen directions: share of variance in three axes
    axis_shares: tuple[float, ...] = ()  # the same of each axis


@dataclass(frozen=True)
class Placed(Frozen):
    """Places of new vectors in a frozen layout: each by itself and deterministic."""

    layout_key: str
    points3: F32  # [n, 3]
    points2: F32  # [n, 2]
    kept3: F32  # [n] share of its own 15 true neighbours among the 50 nearest on the 3D map
    kept2: F32  # [n]
    left_out: Bools  # [n] True where the vector is one of the giants the space's fit leaves out


@dataclass(frozen=True)
class Neighbours(Frozen):
    """Nearest background points of one, by cosine in the full space and by distance on the map."""

    space: Space
    index: int
    full_ids: I32  # [n] background indices
    cosine: F32  # [n]
    map_ids: I32  # [n] nearest on the 3D map
    map_distance: F32  # [n]


@dataclass(frozen=True)
class Reference(Frozen):
    """Agreement of the engine's step-by-step path with one plain uncached forward of the same tokens."""

    max_abs_logit_difference: float
    top1_agreement: float  # share of positions, 0..1
    n_positions: int
    dtype: str


@dataclass(frozen=True)
class NodeRecord(Frozen):
    """One node's share of `Tokens`, as the run keeps it."""

    node: int
    parent: int
    position: int
    token_id: int
    resid: F32 | None  # [L+1, D]
    attn: F32 | None  # [L, H, position + 1]
    neurons: F32 | None  # [L, M]
    next_ids: I32  # [K]
    next_probs: F32  # [K]
    next_logits: F32  # [K]
    entropy: float
    surprisal: float
    children: list[int] = field(default_factory=list)
