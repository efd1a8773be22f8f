"""The look-ahead tree as a table for other programs: one row for each continuation, every number as it is."""

from __future__ import annotations

from viz.labs.lookahead.lookahead_frame import LookaheadFrame
from viz.token_text import plain_text

COLUMNS = (
    "tokens_ahead", "text", "token", "token_id", "probability", "probability_of_all", "text_ends", "pinned", "taken",
    "share_shown_at_this_depth", "token_ids",
)  # fmt: skip
Cell = str | int | float


def rows(frame: LookaheadFrame) -> tuple[tuple[Cell, ...], ...]:
    """One row of `COLUMNS` for each continuation."""
    tree = frame.tree
    return tuple(
        (
            len(path), plain_text(frame.vocabulary, path), frame.texts[row], path[-1], float(tree.chance[row]),
            float(tree.mass[row]), int(tree.ends[row]), int(tree.pinned[row]), int(tree.taken[row]),
            tree.masses[len(path) - 1], " ".join(map(str, path)),
        )
        for row, path in enumerate(tree.paths)
    )  # fmt: skip
