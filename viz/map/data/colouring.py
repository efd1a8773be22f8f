"""What the background's colours mean: one number or one category per point, and what the legend says about it.

A colouring is theme-free (numbers and names); `painted` turns it into red, green, blue and emphasis. Emphasis is what
makes a point larger and brighter, so that probability is never told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.records import F32, I32, I64, TOKEN_KINDS, U8, AnyArray, Background, Vocabulary
from engine.run import Run
from viz.lab import QT_TRANSLATE_NOOP
from viz.map.data.along import DIRECTION, AlongReading, scaled
from viz.map.data.clusters import COLOURED, OF_PICTURE, OF_SPACE, ClusterReading, codes_of, names_of
from viz.map.data.landmarks import candidates
from viz.map.data.losses import INVENTED, LOST, LossReading
from viz.memo import by_identity
from viz.theme import Theme, along, rgb
from viz.token_text import shown

CHOICES_OF_MODEL = (
    QT_TRANSLATE_NOOP("MeaningSpace", "kind"),
    QT_TRANSLATE_NOOP("MeaningSpace", "id"),
    QT_TRANSLATE_NOOP("MeaningSpace", "norm"),
    QT_TRANSLATE_NOOP("MeaningSpace", "cluster"),
    QT_TRANSLATE_NOOP("MeaningSpace", "probability"),
    QT_TRANSLATE_NOOP("MeaningSpace", "position"),
    QT_TRANSLATE_NOOP("MeaningSpace", "surprisal"),
    QT_TRANSLATE_NOOP("MeaningSpace", "text"),
    QT_TRANSLATE_NOOP("MeaningSpace", "next token"),
    QT_TRANSLATE_NOOP("MeaningSpace", "source text"),
    LOST,
    INVENTED,
    OF_SPACE,
    OF_PICTURE,
    DIRECTION,
)
OWN_GROUPS = (
    QT_TRANSLATE_NOOP("MeaningSpace", "group"),
    QT_TRANSLATE_NOOP("MeaningSpace", "second group"),
    QT_TRANSLATE_NOOP("MeaningSpace", "third group"),
)
OWN_MEASURES = (QT_TRANSLATE_NOOP("MeaningSpace", "measure"), QT_TRANSLATE_NOOP("MeaningSpace", "second measure"))
CHOICES = (*CHOICES_OF_MODEL, *OWN_GROUPS, *OWN_MEASURES)
COSTLY = (LOST, INVENTED, OF_SPACE, OF_PICTURE, DIRECTION)  # asked of the engine, which takes a while
NAMED = 11  # next tokens and source texts that have a colour of their own; the others share one
NAMING = 2  # tokens that name a cluster
OTHERS = QT_TRANSLATE_NOOP("Map", "all others")
LEAST = 1e-6  # probability at which the scale begins


@dataclass(frozen=True)
class Colouring:
    """Either `codes` into `names`, or `values` in 0..1 that run from `low` to `high` (in the unit of the quantity)."""

    by: str
    codes: U8 | None = None  # [N]
    values: F32 | None = None  # [N]
    names: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 1.0
    logarithmic: bool = False
    k: int = 0  # neighbours that a share is of
    direction: AlongReading | None = None  # that the values lie along
    title: str = ""  # of a laboratory's own group or measure


def colouring(
    by: str,
    background: Background,
    run: Run,
    node: int,
    losses: LossReading | None = None,
    clusters: ClusterReading | None = None,
    direction: AlongReading | None = None,
) -> Colouring:
    """How the background is coloured by `by`; where the space has no such quantity, by what it has."""
    measured = _measured(by, losses, direction) or _brought(by, background)
    if measured is not None:
        return measured
    level = None if clusters is None else clusters.level
    if level is not None:
        return Colouring(by, codes=codes_of(level.labels), names=names_of(level, background, run.vocabulary))
    vocabulary, ids = run.vocabulary, background.token_ids
    if by == "kind" and vocabulary is not None:
        return Colouring("kind", codes=_taken(vocabulary.kinds, ids), names=TOKEN_KINDS)
    if by == "probability":
        probs = probabilities(run, node, int(ids.max()) + 1 if len(ids) else 0)
        return Colouring("probability", values=_log_scaled(probs, ids), low=LEAST, high=1.0, logarithmic=True)
    if by == "text" and background.texts is not None:
        return Colouring("text", codes=_as_codes(background.texts), names=background.text_kinds)
    if by == "next token" and background.positions is not None:
        codes, chosen = _commonest_of(following(ids, background.positions), NAMED)
        named = tuple(shown(vocabulary, i) if vocabulary is not None else str(i) for i in chosen)
        return Colouring(by, codes=codes, names=(*named, *_if_any(codes, len(chosen))))
    if by == "source text" and background.sources is not None:
        codes, chosen = _commonest_of(background.sources, NAMED)
        return Colouring(
            by, codes=codes, names=(*(background.source_names[i] for i in chosen), *_if_any(codes, len(chosen)))
        )
    if by == "norm":
        values, low, high = _spread(background.norms)
        return Colouring("norm", values=values, low=low, high=high)
    if by == "position" and background.positions is not None:
        return _linear("position", background.positions)
    if by == "surprisal" and background.surprisal is not None:
        values, low, high = _spread(background.surprisal)
        return Colouring("surprisal", values=values, low=low, high=high)
    if by == "id":
        return _linear("id", ids)
    return Colouring("cluster", codes=background.clusters, names=_cluster_names(vocabulary, ids, background.clusters))


def _measured(by: str, losses: LossReading | None, direction: AlongReading | None) -> Colouring | None:
    """What the engine measured of each point, where that is to be shown and has come."""
    if losses is not None and losses.values is not None:
        return Colouring(by, values=losses.values, k=losses.k)
    if direction is not None and direction.found is not None:
        values, reach = scaled(direction.found.values)
        return Colouring(by, values=values, low=-reach, high=reach, direction=direction)
    return None


def _brought(by: str, background: Background) -> Colouring | None:
    """A group or a measure that a laboratory brings with its points, the first one where they have no such colours."""
    if background.names is None:
        return None
    groups = dict(zip(OWN_GROUPS, background.groups, strict=False))
    measures = dict(zip(OWN_MEASURES, background.measures, strict=False))
    if by not in (*groups, *measures, "norm", "cluster"):
        by = next(iter((*groups, *measures)), "cluster")
    if by in measures:
        values, low, high = _spread(measures[by].values)
        return Colouring(by, values=values, low=low, high=high, title=measures[by].title)
    if by not in groups:
        return None
    group = groups[by]
    if len(group.names) <= NAMED + 1:
        return Colouring(by, codes=group.codes, names=group.names, title=group.title)
    codes, chosen = _commonest_of(_wide(group.codes), NAMED)
    return Colouring(
        by, codes=codes, names=(*(group.names[i] for i in chosen), *_if_any(codes, len(chosen))), title=group.title
    )


def _if_any(codes: U8, code: int) -> tuple[str, ...]:
    """The name that all others share, where there are others."""
    return (OTHERS,) if (codes == code).any() else ()


@by_identity(4)
def following(ids: I32, positions: I32) -> I32:
    """[N] the token that comes after each point in its text, -1 where the text or its window ends."""
    after = np.full(len(ids), -1, np.int32)
    goes_on = positions[1:] == positions[:-1] + 1
    after[:-1][goes_on] = ids[1:][goes_on]
    return after


@by_identity(4)
def _commonest_of(values: I32, most: int) -> tuple[U8, tuple[int, ...]]:
    """[N] the rank of each value among the commonest, `most` or fewer for all others; and which they are."""
    found, counts = np.unique(values[values >= 0], return_counts=True)
    order = np.lexsort((found, -counts))[:most]
    chosen = found[order]
    codes = np.full(len(values), len(chosen), np.uint8)
    for rank, value in enumerate(chosen.tolist()):
        codes[values == value] = rank
    return codes, tuple(int(value) for value in chosen)


def probabilities(run: Run, node: int, size: int) -> F32:
    """[V] probability of each token after `node`: the full distribution where it is there, else the K likeliest."""
    if run.distribution is not None and run.distribution[0] == node:
        return run.distribution[1]
    if not 0 <= node < len(run.nodes):
        return np.zeros(size, np.float32)
    record = run.nodes[node]
    return _scattered(record.next_ids, record.next_probs, size)


def _cluster_names(vocabulary: Vocabulary | None, ids: I32, clusters: U8) -> tuple[str, ...]:
    n = int(clusters.max(initial=0)) + 1
    if vocabulary is None:
        return tuple(str(i) for i in range(n))
    v = vocabulary
    return tuple(
        ", ".join(shown(v, token) for token in c) for c in _commonest(v.data, v.offsets, v.kinds, ids, clusters)
    )


@by_identity(4)
def _commonest(data: U8, offsets: I64, kinds: U8, ids: I32, clusters: U8) -> tuple[tuple[int, ...], ...]:
    """For each cluster the ids of its two commonest whole words, or tokens where it has no words: what it is about."""
    common = candidates(ids, data, offsets, kinds)
    everything = np.lexsort((ids, kinds[ids] != TOKEN_KINDS.index("word start")))  # words first, even if cut
    made = []
    for cluster in range(int(clusters.max(initial=0)) + 1):
        own = common[clusters[common] == cluster][:NAMING]
        if len(own) < NAMING:
            own = everything[clusters[everything] == cluster][:NAMING]
        made.append(tuple(dict.fromkeys(int(ids[i]) for i in own)))
    return tuple(made)


@by_identity(2)
def focused(colours: F32, chosen: tuple[int, ...], theme: Theme) -> F32:
    """[N, 4] the same, with all but the chosen points faint."""
    others = np.ones(len(colours), np.bool_)
    others[[i for i in chosen if i < len(colours)]] = False
    made = colours.copy()
    left = 0.3 if theme.is_dark else 0.5
    made[others, :3] = made[others, :3] * left + rgb(theme.ground) * (1 - left)
    made[others, 3] *= 0.45
    made[~others, 3] = np.maximum(made[~others, 3], 1.0) * 1.7
    return made


@by_identity(4)
def _scattered(ids: AnyArray, probs: AnyArray, size: int) -> F32:
    spread = np.zeros(size, np.float32)
    known = ids < size
    spread[ids[known]] = probs[known]
    return spread


@by_identity(4)
def _taken(kinds: U8, ids: AnyArray) -> U8:
    return np.asarray(kinds[ids], np.uint8)


@by_identity(4)
def _wide(codes: U8) -> I32:
    return codes.astype(np.int32)


@by_identity(4)
def _as_codes(texts: AnyArray) -> U8:
    return texts.astype(np.uint8)


@by_identity(4)
def _log_scaled(probs: F32, ids: AnyArray) -> F32:
    scaled = 1.0 - np.log10(np.maximum(probs, LEAST)) / np.log10(LEAST)
    return np.asarray(scaled[ids], np.float32)


@by_identity(4)
def _spread(quantity: F32) -> tuple[F32, float, float]:
    """Values in 0..1 between the 1st and 99th percentile, and those two."""
    finite = quantity[np.isfinite(quantity)]
    if not len(finite):
        return np.zeros(len(quantity), np.float32), 0.0, 1.0
    low, high = (float(v) for v in np.quantile(finite, (0.01, 0.99)))
    scaled = (np.nan_to_num(quantity, nan=low) - low) / max(high - low, 1e-9)
    return np.clip(scaled, 0.0, 1.0).astype(np.float32), low, high


def _linear(by: str, quantity: AnyArray) -> Colouring:
    return Colouring(
        by, values=_unit(quantity), low=float(quantity.min(initial=0)), high=float(quantity.max(initial=1))
    )


@by_identity(4)
def _unit(quantity: AnyArray) -> F32:
    low, high = float(quantity.min(initial=0)), float(quantity.max(initial=1))
    return ((quantity - low) / max(high - low, 1e-9)).astype(np.float32)


def scale_of(by: str, theme: Theme, values: F32) -> tuple[tuple[str, ...], F32]:
    """The colours of a scale, and where on it the values [n] in 0..1 of a quantity lie."""
    if by == DIRECTION:
        middle = len(theme.diverging) // 2
        grey = "#" + "".join(f"{round(255 * part):02x}" for part in 0.6 * rgb(theme.muted) + 0.4 * rgb(theme.ground))
        quiet = tuple(grey if at == middle else colour for at, colour in enumerate(theme.diverging))
        return quiet, values  # its own middle is the ground's colour, which would hide a point
    return theme.ramp, 0.22 + 0.78 * values  # the same holds where the ramp begins: start a little up


def category_colours(theme: Theme, n: int) -> F32:
    """[n, 3] colours of n categories: the theme's, then these blended towards the ground's, the text's and so on."""
    base = np.stack([rgb(colour) for colour in theme.categories])
    toward = (None, rgb(theme.ground), rgb(theme.text), rgb(theme.muted))
    rounds = []
    for i in range(-(-n // len(base)) or 1):
        other = toward[i % len(toward)]
        rounds.append(base if other is None else base * 0.55 + other * 0.45)
    return np.asarray(np.concatenate(rounds)[:n], np.float32)


def legend_colours(theme: Theme, by: str, n: int) -> F32:
    """[n, 3] colours of a colouring's categories; what is in no cluster, and is named last, is muted."""
    colours = category_colours(theme, n)
    if by in (OF_SPACE, OF_PICTURE):
        if n == COLOURED + 2:  # the last but one are the smaller clusters
            colours[-2] = rgb(theme.text) * 0.75 + rgb(theme.ground) * 0.25
        colours[-1] = rgb(theme.muted) * 0.6 + rgb(theme.ground) * 0.4
    return colours


@by_identity(6)
def painted(
    codes: U8 | None,
    values: F32 | None,
    by: str,
    n_names: int,
    theme: Theme,
    left_out: AnyArray | None,
) -> F32:
    """[N, 4] red, green, blue and emphasis of each background point."""
    n = len(codes) if codes is not None else len(values) if values is not None else 0
    colours = np.ones((n, 4), np.float32)
    if codes is not None:
        colours[:, :3] = legend_colours(theme, by, max(n_names, int(codes.max(initial=0)) + 1))[codes]
        if by in (OF_SPACE, OF_PICTURE):
            colours[codes == n_names - 1, 3] = 0.5
    elif values is not None:
        colours[:, :3] = along(*scale_of(by, theme, np.nan_to_num(values)))
        if by == DIRECTION:  # what lies in the middle is quiet, so that either side is seen
            colours[:, 3] = 0.6 + 1.2 * np.abs(np.nan_to_num(values, nan=0.5) - 0.5) * 2
        colours[np.isnan(values)] = (*rgb(theme.muted), 0.4)
        if by == "probability":
            colours[:, :3] = np.where(
                values[:, None] > 0, colours[:, :3], rgb(theme.muted) * 0.6 + rgb(theme.ground) * 0.4
            )
            colours[:, 3] = np.where(values > 0, 0.8 + 6.0 * values, 0.4)
    if left_out is not None:
        colours[left_out] = (*rgb(theme.muted), 0.4)
    return colours
