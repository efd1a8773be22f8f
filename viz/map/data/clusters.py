"""HDBSCAN's clusters of the space or of the picture, as the engine found them: codes, names, middles, by fineness."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.labs.projections.records import AskClusters, ClusterLevel, Clusters
from engine.questions import Refused
from engine.records import F32, I32, U8, Background, Layout, Vocabulary
from engine.run import Run
from viz.lab import QT_TRANSLATE_NOOP
from viz.map.data.sentences import sentence_of
from viz.memo import by_identity
from viz.token_text import shown

OF_SPACE = QT_TRANSLATE_NOOP("MeaningSpace", "clusters of the space")
OF_PICTURE = QT_TRANSLATE_NOOP("MeaningSpace", "clusters of the picture")
NOISE = QT_TRANSLATE_NOOP("Map", "in no cluster")
OTHERS = QT_TRANSLATE_NOOP("Map", "smaller clusters")
AUTO = QT_TRANSLATE_NOOP("MeaningSpace", "as needed")
FINENESS = (
    AUTO,
    QT_TRANSLATE_NOOP("MeaningSpace", "coarse"),
    QT_TRANSLATE_NOOP("MeaningSpace", "middle"),
    QT_TRANSLATE_NOOP("MeaningSpace", "fine"),
)
COLOURED = 10  # clusters with a colour of their own
NAMING = 3  # tokens that name one
WORDS = 14  # letters before and after the word of a state that names one
MIDDLE, NEAR = 2.0, 1.1  # distances of the camera below which finer clusters are named
FEW = 3  # clusters, below which a finer level is coloured


@dataclass(frozen=True, eq=False)
class ClusterReading:
    """The clusters that the colours show."""

    by: str  # OF_SPACE or OF_PICTURE
    fineness: str
    question: AskClusters | None = None  # to be asked
    found: Clusters | None = None
    why_not: str = ""

    @property
    def at(self) -> int:
        """The level that is coloured: the one chosen, or the coarsest of a few clusters at least."""
        if self.fineness != AUTO and self.fineness in FINENESS:
            return FINENESS.index(self.fineness) - 1
        levels = () if self.found is None else self.found.levels
        return next((at for at, level in enumerate(levels) if len(level.sizes) >= FEW), max(len(levels) - 1, 0))

    @property
    def level(self) -> ClusterLevel | None:
        """What is coloured."""
        return None if self.found is None else self.found.levels[self.at]

    def named_at(self, distance: float) -> int:
        """The level that is named from a distance of the camera: the nearer, the finer; never one without clusters."""
        wanted = 0 if distance > MIDDLE else 1 if distance > NEAR else 2
        levels = () if self.found is None else self.found.levels
        some = [at for at, level in enumerate(levels) if len(level.sizes)]
        return min(some, key=lambda at: (abs(at - wanted), -at), default=-1)


def clusters_of(run: Run, layout: Layout, by: str, fineness: str, flat: bool, asks: bool) -> ClusterReading | None:
    """The clusters of a layout's space or of its picture, where the colours are to show them."""
    if by not in (OF_SPACE, OF_PICTURE):
        return None
    question = AskClusters(layout.space, "space")
    if by == OF_PICTURE:
        question = AskClusters(layout.space, "2D" if flat else "3D", layout.key)
    found = run.findings.get(question)
    return ClusterReading(
        by, fineness, question if asks and found is None else None, found if isinstance(found, Clusters) else None,
        found.sentence if isinstance(found, Refused) else "",
    )  # fmt: skip


@by_identity(6)
def codes_of(labels: I32) -> U8:
    """[N] the cluster of each point, the smaller ones as one, and what is in none as the last."""
    last = min(int(labels.max(initial=-1)) + 1, COLOURED + 1)
    return np.where(labels < 0, last, np.minimum(labels, COLOURED)).astype(np.uint8)


@by_identity(6)
def middles(points: F32, labels: I32) -> F32:
    """[C, 3] for each cluster the point of it that lies most in its middle."""
    count = int(labels.max(initial=-1)) + 1
    order = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[order], np.arange(count + 1))
    found = np.empty((count, 3), np.float32)
    for cluster in range(count):
        own = points[order[starts[cluster] : starts[cluster + 1]]]
        found[cluster] = own[np.linalg.norm(own - np.median(own, axis=0), axis=1).argmin()]
    return found


def name_of(level: ClusterLevel, cluster: int, background: Background, vocabulary: Vocabulary | None) -> str:
    """A cluster by its most typical tokens, or by a state's words around it."""
    typical = [int(index) for index in level.typical[cluster] if index >= 0]
    if background.positions is not None and typical:
        sentence = sentence_of(background, vocabulary, typical[0])
        if sentence is not None:
            return sentence.brief(WORDS)
    names = dict.fromkeys(shown(vocabulary, int(background.token_ids[index])) for index in typical)
    return ", ".join([*names][:NAMING])


def names_of(level: ClusterLevel, background: Background, vocabulary: Vocabulary | None) -> tuple[str, ...]:
    """By code: the coloured clusters with how stable each is, the smaller ones, and what is in none."""
    n = min(len(level.sizes), COLOURED)
    named = [f"{name_of(level, i, background, vocabulary)}  {float(level.stability[i]):z.2f}" for i in range(n)]
    return (*named, OTHERS, NOISE) if len(level.sizes) > n else (*named, NOISE)
