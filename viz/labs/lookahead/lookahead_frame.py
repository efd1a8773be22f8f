"""What the drawn look-ahead tree shows, as numbers and text; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from engine.records import INTACT, Plan, Vocabulary
from engine.run import Run
from viz.ahead import NO_TREE, AheadTree, Limits, tree_of
from viz.looked_at import position_of
from viz.per_run import per_run
from viz.token_text import shown_in_context
from viz.ui_state import UiState

BEFORE = 6  # tokens of the text that are shown before the tree


@dataclass(frozen=True, eq=False)
class LookaheadFrame:
    """The tree with the text of each of its N tokens."""

    tree: AheadTree
    limits: Limits
    texts: tuple[str, ...] = ()  # [N] of the last token of each continuation
    after: str = ""  # the end of the text before it
    position: int = -1  # of its last token
    vocabulary: Vocabulary | None = None
    plan: Plan = INTACT  # the run's own interventions
    has_text: bool = False
    hovered_token: int | None = field(default=None)


def fewer(frame: LookaheadFrame, deep: int, most: int) -> LookaheadFrame:
    """The frame with the `most` likeliest continuations of no more than `deep` tokens, each with what leads to it."""
    tree, kept = frame.tree, set[int]()
    for row in np.argsort(-tree.mass, kind="stable").tolist():
        line = tree.line(row)
        if len(line) <= deep and len(kept.union(line)) <= most:
            kept.update(line)
    rows = np.array(sorted(kept), np.int32)
    place = {-1: -1, **{row: at for at, row in enumerate(rows.tolist())}}
    own = {name: getattr(tree, name)[rows] for name in ("chance", "mass", "ends", "pinned", "taken")}
    left = replace(
        tree, paths=tuple(tree.paths[row] for row in rows.tolist()),
        parents=np.array([place[int(tree.parents[row])] for row in rows.tolist()], np.int32),
        place_rows=tuple(tree.place_rows[row] for row in rows.tolist() if tree.place_rows), **own,
    )  # fmt: skip
    return replace(frame, tree=left, texts=tuple(frame.texts[row] for row in rows.tolist()))


def lookahead_frame(run: Run, ui: UiState) -> LookaheadFrame:
    """The frame after the position looked at; the same tree as long as nothing that it is made of changes."""
    position = position_of(run, ui)
    if position < 0:
        return LookaheadFrame(NO_TREE, Limits.of(ui), vocabulary=run.vocabulary)
    node = run.path[position]
    kept = _kept(run)
    key = (node, ui.space, Limits.of(ui), ui.pins, ui.playing, run.run_id)
    if key not in kept:
        kept.clear()
        tree = tree_of(run, ui, node)
        ids = [run.nodes[at].token_id for at in run.path[: position + 1]]
        first = max(0, len(ids) - BEFORE)
        after = "".join(shown_in_context(run.vocabulary, ids, at) for at in range(first, len(ids)))
        texts = tuple(shown_in_context(run.vocabulary, path, len(path) - 1) for path in tree.paths)
        kept[key] = tree, texts, ("…" if first else "") + after
    tree, texts, after = kept[key]
    return LookaheadFrame(
        tree, Limits.of(ui), texts, after, position, run.vocabulary, run.plan, True, ui.hover_token
    )  # fmt: skip


@per_run
def _kept(run: Run) -> dict[tuple[object, ...], tuple[AheadTree, tuple[str, ...], str]]:
    """The tree made last, while the run stays as it is."""
    return {}
