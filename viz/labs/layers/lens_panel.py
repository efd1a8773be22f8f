"""The candidates of one cell of the lens, in two columns: token, bar, percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.records import F32, I32, Vocabulary
from viz.charts.numbers import percent
from viz.charts.rulers import Ruler, categories
from viz.theme import Theme
from viz.token_text import shown

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid

ROW = 1.3  # em of a candidate's height
MOST = 4  # candidates in a column


def draw_candidates(
    grid: ChartGrid, ids: I32, probs: F32, vocabulary: Vocabulary | None, lines: int, theme: Theme
) -> None:
    """The tokens `ids` [K] with `probs` [K], up to the first id below 0, `lines` in each column."""
    known = int(np.argmax(ids < 0)) if (ids < 0).any() else len(ids)
    for column in range(2):
        here = slice(column * lines, min((column + 1) * lines, known))
        tokens, shares = ids[here].tolist(), probs[here]
        if not tokens:
            return
        plot = grid.plot(0, column)
        names = tuple(shown(vocabulary, token) for token in tokens)
        said = tuple(percent(float(share)) for share in shares)
        plot.show_axes(
            Ruler(0, 1, numbers=percent, hidden=True, fixed=True),
            categories(names, down=True, clear=True, fixed=True),
            categories(said, down=True, clear=True, far=True),
        )
        plot.at_most(high=ROW * len(tokens))
        plot.bars(np.arange(len(tokens)), shares, theme.fan, across=True, thick=0.55)
