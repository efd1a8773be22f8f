"""Measures of the layouts of a space. Numpy only.

For sampled points, against *all* points that a layout is fitted on (Venna and Kaski 2001, "Neighborhood preservation
in nonlinear projection methods"; r is the rank in the full space by cosine, s that on the map, both from 1):
trustworthiness is 1 - 2 / (n k (2N - 3k - 1)) sum of max(0, r - k) over each point's k nearest on the map, continuity
the same with the spaces exchanged, and the share kept that of the k true neighbours among the k nearest on the map.
Distances are compared by Spearman's correlation over pairs of points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.questions import Finding, Question
from engine.records import F32, I32, Frozen, Space

KS = (5, 15, 50)  # neighbours
SHUFFLED = ""  # in place of a layout's key: the control


@dataclass(frozen=True)
class AskProjections(Question):
    """What the layouts with these keys keep of an opened space, measured on `n` of its points."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 12
    space: Space
    keys: tuple[str, ...]
    n: int = 500
    seed: int = 0


@dataclass(frozen=True)
class Measured(Frozen):
    """One layout in two or three dimensions."""

    key: str  # of the layout; SHUFFLED for the first layout's points dealt out anew
    dimensions: Literal[2, 3]
    trustworthiness: F32  # [3] by KS; NaN where there are too few points for that k
    continuity: F32  # [3]
    kept: F32  # [3]
    trustworthiness_error: F32  # [3] standard errors over the sampled points
    continuity_error: F32
    kept_error: F32
    correlation: float  # Spearman's, of distances


@dataclass(frozen=True)
class Agreement(Frozen):
    """How alike two layouts are that differ by their seed alone: shared neighbours on both maps."""

    keys: tuple[str, str]
    dimensions: Literal[2, 3]
    shared: F32  # [3] by KS: share of the k nearest on the one map that are among those on the other


@dataclass(frozen=True)
class Known(Frozen):
    """What a layout of the default model's vectors was measured to keep, for comparison: of 15 among 50."""

    space: str  # "token embeddings", in English
    points: int
    algorithm: str
    dimensions: int
    kept: float
    error: float
    shuffled: float  # the same of its points dealt out anew


@dataclass(frozen=True)
class Projections(Finding):
    """All layouts that were asked about, and the control."""

    space: Space
    rows: tuple[Measured, ...]
    agreements: tuple[Agreement, ...]
    sampled: I32  # [n] background indices
    n_points: int  # that layouts are fitted on
    n_pairs: int  # of points, for the correlation
    seconds: float
    known: tuple[Known, ...] = ()


REACHES = (20, 50, 150)  # by KS: how near a neighbour of one space has to be in the other, in ranks, not to be lost


@dataclass(frozen=True)
class AskLosses(Question):
    """What the layout with this key loses and invents around each point of an opened space."""

    about: ClassVar[Literal["run", "model"]] = "model"
    gives_way: ClassVar[bool] = True  # it goes on where it was
    kept: ClassVar[int] = 6
    space: Space
    key: str


@dataclass(frozen=True)
class Lost(Frozen):
    """One layout in two or three dimensions, point by point.

    Lost is the share of a point's k true neighbours (cosine) that are not among the REACHES nearest on the map,
    invented that of its k nearest on the map that are not among the REACHES true ones. What is no farther than the last
    of them counts as among them. Of 15 among 50, lost is 1 less the share kept that every layout states.
    """

    lost: F32  # [N, 3] by KS; NaN where the fit leaves a point out, and where there are too few points for that k
    invented: F32  # [N, 3]
    mean_lost: F32  # [3] over the points measured
    mean_invented: F32  # [3]
    likeness: F32  # [2, 3] lost, invented: correlation of measured points with what would be filled in for them


@dataclass(frozen=True)
class Losses(Finding):
    """Both pictures of a layout.

    Where not every point was measured, the others have the mean of the measured ones nearest to them on the map.
    """

    space: Space
    key: str
    three: Lost
    two: Lost
    measured: I32  # [m] background indices, rising
    n_points: int  # that are not left out
    chance: F32  # [3] by KS: what a picture of points dealt out at random loses, and invents


@dataclass(frozen=True)
class AskTrueNeighbours(Question):
    """The `n` nearest others of one background point of an opened space, by cosine in all dimensions."""

    about: ClassVar[Literal["run", "model"]] = "model"
    gives_way: ClassVar[bool] = True
    kept: ClassVar[int] = 200  # a pointer passes over many
    space: Space
    index: int
    n: int = 15


@dataclass(frozen=True)
class TrueNeighbours(Finding):
    """They, nearest first. Points that the fit leaves out are nobody's neighbours."""

    ids: I32  # [n or fewer] background indices
    cosine: F32  # [n]


PAIRS_OF = 300  # points of which every pair is told


@dataclass(frozen=True)
class AskApart(Question):
    """How far background points of an opened space are apart in all dimensions, and each from their middle."""

    about: ClassVar[Literal["run", "model"]] = "model"
    kept: ClassVar[int] = 2
    space: Space
    indices: tuple[int, ...]


@dataclass(frozen=True)
class Apart(Finding):
    """Cosine distances, 1 - cosine, of the vectors as the space prepares them."""

    from_mean: F32  # [S] from the mean of their unit vectors
    pairs: F32  # [S, S]; [0, 0] where there are more than PAIRS_OF points


CLUSTERED = 8000  # points that HDBSCAN is run on at most
AXES = 10  # principal axes of the full space that it is run in
PARTS = (40, 160, 640)  # from coarse to fine: a cluster has at least the clustered points divided by this many
METHODS = ("eom", "eom", "leaf")  # how HDBSCAN chooses among clusters in clusters: the most lasting, or the innermost
TYPICAL = 5  # points that name a cluster


@dataclass(frozen=True)
class AskClusters(Question):
    """HDBSCAN's clusters of an opened space, or of a picture of it: of the layout `key`, seen in 3D or 2D."""

    about: ClassVar[Literal["run", "model"]] = "model"
    gives_way: ClassVar[bool] = True
    kept: ClassVar[int] = 6
    space: Space
    of: Literal["space", "3D", "2D"]
    key: str = ""  # of a layout, where it is of a picture


@dataclass(frozen=True)
class ClusterLevel(Frozen):
    """The clusters of one fineness, the largest first.

    Clusters of a Gaussian cloud of the same mean and covariance, which has none, are the control. A cluster's stability
    is its best Jaccard overlap with one found in a second sample (Hennig 2007, "Cluster-wise assessment of cluster
    stability"): over 0.75 it is there again, under 0.5 it has dissolved.
    """

    least: int  # points of a cluster among those clustered
    labels: I32  # [N] cluster of each background point, -1: none
    sizes: I32  # [C] points
    typical: I32  # [C, TYPICAL] background indices, most like the cluster's mean first; -1 where it has fewer
    stability: F32  # [C] 0..1
    again: int  # clusters in the second sample
    agreement: float  # adjusted Rand index of both, over the points that both put into a cluster; NaN without any
    chance_count: int  # clusters of the Gaussian cloud
    chance_share: float  # of its points that are in one
    neighbours: float  # mean share of a clustered point's 15 true neighbours that are in its cluster; NaN without any
    neighbours_chance: float  # the same of 15 points dealt out at random


@dataclass(frozen=True)
class Clusters(Finding):
    """By PARTS."""

    space: Space
    of: Literal["space", "3D", "2D"]
    levels: tuple[ClusterLevel, ...]
    n_clustered: int  # points that HDBSCAN was run on; others go with the nearest of them
    n_points: int  # that are not left out
    explained: float  # share of variance in AXES; 1 of a picture
