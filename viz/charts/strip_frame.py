"""What the token strip shows, as numbers and text: the tokens, the ways not taken, and what colours them.

Everything that depends on the run alone is made once per change of the run, so that hovering costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from engine.labs.watch.records import AskWatch
from engine.records import F32, I32, Vocabulary
from engine.run import Run
from viz.branches import Compared, compared
from viz.charts.numbers import nice_ceiling
from viz.charts.shade import FeatureShade, feature_shade
from viz.charts.watched import VIEW, Watched, watched
from viz.lab import QT_TRANSLATE_NOOP, TokenQuestion
from viz.per_run import per_path
from viz.token_text import shown, shown_all
from viz.ui_state import UiState

COLOURS = (
    QT_TRANSLATE_NOOP("TokenStripView", "surprisal"),
    QT_TRANSLATE_NOOP("TokenStripView", "probability"),
    QT_TRANSLATE_NOOP("TokenStripView", "entropy"),
    QT_TRANSLATE_NOOP("TokenStripView", "feature"),
    QT_TRANSLATE_NOOP("TokenStripView", "none"),
)


@dataclass(frozen=True)
class Branch:
    """Another way at a position: its first node, that node's token in writing, and how many tokens it has."""

    node: int
    text: str
    length: int


@dataclass(frozen=True, eq=False)
class StripTokens:
    """What depends on the run alone."""

    vocabulary: Vocabulary | None
    texts: tuple[str, ...]  # [T]
    token_ids: I32  # [T]
    nodes: I32  # [T]
    surprisal: F32  # [T] bits, NaN at 0
    entropy: F32  # [T] bits
    branches: dict[
        int, tuple[Branch, ...]
    ]  # position -> the other tokens taken there; T: what follows the current node
    n_prompt: int


@dataclass(frozen=True, eq=False)
class Beside:
    """The branch that is compared, below the current one."""

    tokens: StripTokens
    fork: int  # the first position that differs
    values: F32  # [M] what colours its chips
    name: str
    current_name: str


@dataclass(frozen=True)
class TokenStripFrame:
    """The chips, and which of them is looked at and pointed at."""

    tokens: StripTokens
    position: int  # looked at; -1 where there is none
    hovered: frozenset[int]  # positions lit by a hover, in any view
    colour: str  # one of COLOURS
    values: F32  # [T] what colours the chips; empty for "none"
    high: float  # top of their scale, which begins at 0
    numbers: bool
    questions: tuple[TokenQuestion, ...]  # what laboratories can be asked about a token
    beside: Beside | None = None
    shade: FeatureShade | None = None  # where the chips are coloured by a feature
    of_file: bool = False  # the run is no engine's
    watched: Watched | None = None  # where rules mark tokens
    stop: tuple[AskWatch | None, ...] = ()  # what is to stop the run from now on, where that is another than before


@per_path
def strip_tokens(run: Run) -> StripTokens:
    """The run's part of the frame."""
    return _tokens_of(run, np.array(run.path, dtype=np.int32), branches_of(run))


@per_path
def _without_next(run: Run) -> StripTokens:
    tokens = strip_tokens(run)
    n = len(tokens.texts)
    return replace(tokens, branches={at: ways for at, ways in tokens.branches.items() if at < n})


def tokens_shown(run: Run, ui: UiState) -> StripTokens:
    """The run's part, without how the text went on once already while that is hidden."""
    return _without_next(run) if ui.hides_next else strip_tokens(run)


def beside_tokens(run: Run, beside: Compared) -> StripTokens:
    """The tokens of a branch that is compared; the same object while the run stays as it is."""
    known = _beside(run)
    if beside.leaf not in known:
        known[beside.leaf] = _tokens_of(run, beside.nodes, {})
    return known[beside.leaf]


@per_path
def _beside(run: Run) -> dict[int, StripTokens]:
    return {}


def _tokens_of(run: Run, nodes: I32, branches: dict[int, tuple[Branch, ...]]) -> StripTokens:
    records = [run.nodes[node] for node in nodes]
    ids = np.array([record.token_id for record in records], np.int32)
    return StripTokens(
        vocabulary=run.vocabulary,
        texts=tuple(shown_all(run.vocabulary, ids.tolist())),
        token_ids=ids,
        nodes=nodes,
        surprisal=np.array([record.surprisal for record in records], np.float32),
        entropy=np.array([record.entropy for record in records], np.float32),
        branches=branches,
        n_prompt=run.prompt_in(nodes.tolist()),
    )


def branches_of(run: Run) -> dict[int, tuple[Branch, ...]]:
    """The other tokens taken after each node of the path, and at T those that follow the current one."""
    found: dict[int, tuple[Branch, ...]] = {}
    path = list(run.path)
    for position in range(1, len(path) + 1):
        children = run.nodes[path[position - 1]].children
        taken = path[position] if position < len(path) else -1
        if any(node != taken for node in children):
            others = (node for node in children if node != taken)
            found[position] = tuple(
                Branch(node, shown(run.vocabulary, run.nodes[node].token_id), length_from(run, node)) for node in others
            )
    return found


def length_from(run: Run, node: int) -> int:
    """Tokens from `node` to the end of its newest continuation, itself included."""
    length = 1
    while run.nodes[node].children:
        node = run.nodes[node].children[-1]
        length += 1
    return length


def chip_values(tokens: StripTokens, colour: str, shade: FeatureShade | None = None) -> tuple[F32, float]:
    """What colours the chips, and the top of its scale (stable: it grows in nice steps, from 8 bits or 1 on)."""
    if colour == "feature" and shade is not None:
        return _activations(tokens, shade)
    if colour == "probability":
        return np.exp2(-tokens.surprisal), 1.0
    if colour not in ("surprisal", "entropy"):
        return np.empty(0, np.float32), 1.0
    values = tokens.surprisal if colour == "surprisal" else tokens.entropy
    finite = values[np.isfinite(values)]
    return values, nice_ceiling(max(8.0, float(finite.max()) if len(finite) else 0.0))


def _activations(tokens: StripTokens, shade: FeatureShade) -> tuple[F32, float]:
    if shade.why or not shade.title:
        return np.empty(0, np.float32), 1.0
    values = shade.by_node.values[tokens.nodes, 0]
    return values, nice_ceiling(float(np.nanmax(values, initial=1.0)))


def watch_of(run: Run, ui: UiState) -> tuple[Watched | None, tuple[AskWatch | None, ...]]:
    """The rules that mark tokens, None where there are none, and what is newly to stop the run."""
    if not ui.options.get(VIEW, {}).get("rules"):
        return None, ()
    found = watched(run, ui)
    stop = found.stop(ui)
    return found, (stop,) if found.known and run.info is not None and stop != ui.watch else ()


def shade_of(run: Run, ui: UiState, colour: str) -> FeatureShade | None:
    """The feature that chips are coloured by; None: by something else."""
    if colour != "feature":
        return None
    beside = compared(run, ui)
    return feature_shade(run, ui, () if beside is None else beside.nodes.tolist())


def beside_of(run: Run, ui: UiState, colour: str, shade: FeatureShade | None = None) -> tuple[Beside | None, float]:
    """The branch that is compared, and the top of the scale that its chips need; None: there is none."""
    found = compared(run, ui)
    if found is None:
        return None, 0.0
    tokens = beside_tokens(run, found)
    values, high = chip_values(tokens, colour, shade)
    return Beside(tokens, found.fork, values, found.name, found.current_name), high


def lit(tokens: StripTokens, ui: UiState) -> frozenset[int]:
    """Positions that a hover lights: the node pointed at, else every occurrence of the token pointed at."""
    if ui.hover_node is not None:
        where = tokens.nodes == ui.hover_node
    elif ui.hover_token is not None:
        where = tokens.token_ids == ui.hover_token
    else:
        return frozenset()
    return frozenset(np.nonzero(where)[0].tolist())
