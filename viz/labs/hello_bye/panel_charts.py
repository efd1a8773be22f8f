"""The charts of the Hello/Bye view: a row of tokens, pictures of components by tokens, and what is expected next.

Each stands on the same columns, one a token, and marks the same ones: those pointed at, and where the second word
begins. A bar in the word's colour runs under the tokens of one word, so that a word of several tokens reads as one; the
bars also say which word it is by their height.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetricsF

from engine.labs.hello_bye.records import HelloByeFound
from viz.charts.aim import Cells, Columns
from viz.charts.colours import mixed
from viz.charts.heatmap import Colouring
from viz.charts.look import Look
from viz.charts.numbers import percent
from viz.charts.rulers import Ruler, categories, shares
from viz.labs.hello_bye.labels import amount
from viz.labs.hello_bye.panels import Panel
from viz.labs.hello_bye.word_colour import word_colour
from viz.token_text import written

if TYPE_CHECKING:
    from viz.charts.plots import Plot

AGAIN = "↻"  # the likeliest next token is the one that goes on with the word
LABEL = 0.8  # em of the type of an axis
LONGEST = 7.0  # em of a token's label
WORD_BAR = 0.42  # em of the words' bars
APART = 0.16  # of a column, between two bars
LEVELS = ((1.0, shares(1.0)), (0.0, shares(0.0)), (0.5, shares(0.5)))  # as many as there is room for
NO_AXIS = categories(("",), down=True, fixed=True)  # takes room as the others do, and draws nothing


translate = QCoreApplication.translate  # by this name its texts are collected


@dataclass(frozen=True)
class Sheet:
    """What the charts share: the tokens, which are pointed at, the type, and the room of their columns."""

    found: HelloByeFound
    texts: tuple[str, ...]
    lit: frozenset[int]
    look: Look
    side: float  # em of the axis at the left
    column: float  # pixels of a column
    beside: bool  # whether words stand beside the charts, which then keep away from them

    @property
    def n(self) -> int:
        """T."""
        return len(self.texts)

    def is_turned(self, texts: tuple[str, ...]) -> bool:
        """Whether labels stand on their side, since one would touch the next."""
        metrics = QFontMetricsF(self.look.font_of(LABEL))
        widest = max(map(metrics.horizontalAdvance, texts), default=0.0)
        return widest > self.column - metrics.height() * 0.25


def side_of(panels: tuple[Panel, ...], look: Look) -> float:
    """Em that the widest of the axes at the left needs."""
    metrics = QFontMetricsF(look.font_of(LABEL))
    texts = (*(panel.rows for panel in panels), *(text for _, text in LEVELS))
    return max(map(metrics.horizontalAdvance, texts)) / look.em + 0.75


def colouring_of(panel: Panel, look: Look) -> Colouring:
    """Colours of a picture's values, the same to both sides of 0."""
    return Colouring(look.theme.diverging, "", panel.high, signed=True)


def _show_axes(plot: Plot, on: Sheet, y: Ruler, x: Ruler | None = None) -> None:
    """The columns below (or above) and `y` at the left, as wide as everywhere."""
    far = (categories(("",), far=True),) if on.beside else ()
    plot.show_axes(x or Ruler(-0.5, on.n - 0.5, hidden=True), y if y.least else replace(y, least=on.side), *far)


def _mark(plot: Plot, on: Sheet, low: float, high: float) -> None:
    """The columns pointed at, and a rule where the second word begins."""
    theme, switch = on.look.theme, on.found.switch
    if 0 < switch < on.n:
        plot.limit(switch - 0.5, colour=mixed(theme.text, theme.surface, 0.25).name(), width=0.05)
    for position in sorted(on.lit):
        plot.box(position - 0.5, low, 1.0, high - low, theme.accent, width=0.12)


# -- the row of tokens -------------------------------------------------------------------------------------------


def draw_tokens(plot: Plot, on: Sheet, point: Callable[[int | None], object]) -> None:
    """Labels over a bar for each word: full for the first word, half as high for the second."""
    labels = categories(on.texts, far=True, clear=True, turned=on.is_turned(on.texts), widest=LONGEST, smallest=LABEL,
                        marked=on.lit)  # fmt: skip
    _show_axes(plot, on, NO_AXIS, labels)
    words, theme = on.found.words, on.look.theme
    spans: dict[int, list[int]] = {}  # how many tokens a word has -> the first token of each such word
    for word in np.unique(words[words >= 0]).tolist():
        at = np.flatnonzero(words == word)
        spans.setdefault(int(at[-1] - at[0] + 1), []).append(int(at[0]))
    for n, starts in spans.items():
        firsts = np.array(starts)
        ends = -0.5 + np.where(on.found.second_words[firsts], 0.45, 0.8)
        colours = [word_colour(on.found, at, theme).name() for at in starts]
        plot.bars(firsts + (n - 1) / 2, ends, colours, base=-0.5, thick=n - APART)
    plot.aim(Columns(np.arange(on.n, dtype=np.float64)), lambda at: "", point=point)


# -- pictures ----------------------------------------------------------------------------------------------------


def draw_picture(
    plot: Plot, panel: Panel, on: Sheet, words: Callable[[tuple[int, int]], str],
    point: Callable[[tuple[int, int] | None], object],
) -> None:  # fmt: skip
    """A row for each component, with its number where a person has zoomed in."""
    from viz.labs.hello_bye.components_item import Components

    values = panel.values
    if values is None:
        return
    n = values.shape[0]

    def name_rows() -> None:
        plot.sides["left"].show_ruler(_rows(plot, panel, n, on), on.look)

    _show_axes(plot, on, _rows(plot, panel, n, on))
    plot.moved(name_rows)
    plot.item(Components).show_values(values, colouring_of(panel, on.look))
    plot.box(-0.5, -0.5, on.n, n, on.look.theme.border, width=0.07)
    _mark(plot, on, -0.5, n - 0.5)
    plot.aim(Cells(n, on.n, cross=True), words, point=point)


@dataclass(frozen=True, eq=False)
class RowNumber:
    """Writes the number of the component (pair, head) that one of `n` rows shows."""

    panel: Panel
    n: int

    def __call__(self, row: float) -> str:
        return str(self.panel.row_number(min(max(round(row), 0), self.n - 1)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RowNumber) and self.panel is other.panel

    def __hash__(self) -> int:
        return id(self.panel)


def _rows(plot: Plot, panel: Panel, n: int, on: Sheet) -> Ruler:
    """What rows are and how many there are, or where not all are in sight the numbers of those that are."""
    (low, high), em = sorted(plot.vb.viewRange()[1]), on.look.em
    if plot.vb.whole[1] == (-0.5, n - 0.5) and high - low < n - 1e-6:
        return Ruler(-0.5, n - 0.5, numbers=RowNumber(panel, n), whole=True, down=True, lines=False, least=on.side)
    tall = max(plot.vb.height(), 1.0)
    texts = (panel.rows, f"{n:,}") if tall >= 2.2 * em else (panel.rows,)
    first = min(0.55 * em, 0.5 * tall)
    marks = tuple((-0.5 + (first + line * 0.95 * em) * n / tall, text) for line, text in enumerate(texts))
    return Ruler(-0.5, n - 0.5, marks=marks, down=True, lines=False, least=on.side)


def draw_nothing(plot: Plot, on: Sheet, words: Callable[[int], str], point: Callable[[int | None], object]) -> None:
    """Hatched: there is no picture, and the words say why."""
    theme = on.look.theme
    _show_axes(plot, on, NO_AXIS)
    plot.box(-0.5, -0.5, on.n, 1.0, theme.border, width=0.0, fill=theme.raised)
    plot.hatch(-0.5, -0.5, on.n, 1.0)
    _mark(plot, on, -0.5, 0.5)
    plot.aim(Columns(np.arange(on.n, dtype=np.float64)), words, point=point)


# -- what is expected next ---------------------------------------------------------------------------------------


def draw_next(
    plot: Plot, on: Sheet, high: float, words: Callable[[int], str], point: Callable[[int | None], object]
) -> None:
    """Bars: how probable the word's going on is after each token; under them the likeliest next token.

    The chart with its axes is `high` pixels.
    """
    found, theme, at = on.found, on.look.theme, np.arange(on.n, dtype=np.float64)
    texts = tuple(likeliest(found, position) for position in range(on.n))
    quiet = frozenset(position for position, text in enumerate(texts) if text == AGAIN)
    below = categories(
        texts,
        clear=True,
        quiet=quiet,
        turned=on.is_turned(texts),
        smallest=LABEL,
        widest=min(LONGEST, 0.45 * high / on.look.em),
    )
    room = int((high - (LABEL + 0.5) * on.look.em) / (1.2 * on.look.em))
    _show_axes(plot, on, Ruler(0.0, 1.0, marks=LEVELS[: max(room, 1)], fixed=True), below)
    colours = [word_colour(found, position, theme).name() for position in range(on.n)]
    plot.bars(at, found.repeat, colours, thick=0.72)
    follows = found.switch - 1
    if 0 <= follows < on.n and np.isfinite(found.actual[follows]):  # what really follows, beside what repeats
        share = float(found.actual[follows])
        plot.line([follows - 0.5, follows + 0.5], [share, share], theme.accent)
    _mark(plot, on, 0.0, 1.0)
    plot.aim(Columns(at), words, point=point)


def likeliest(found: HelloByeFound, position: int) -> str:
    """The likeliest next token in writing, or the mark of the repetition."""
    if found.next_ids[position, 0] == found.repeat_ids[position]:
        return AGAIN
    return written(found.next_raws[position][0])


def expected_said(found: HelloByeFound, position: int) -> str:
    """The exact values of a column of `draw_next`, line by line."""
    goes_on = translate("HelloBye", "the word is repeated {p}, entropy {h} bits")
    lines = [goes_on.format(p=percent(float(found.repeat[position])), h=amount(float(found.entropy[position])))]
    token = likeliest(found, position)
    if token != AGAIN:
        said = translate("HelloBye", "most likely {token} {p}")
        lines.append(said.format(token=f"“{token}”", p=percent(float(found.next_probs[position, 0]))))
    if position == found.switch - 1 and np.isfinite(found.actual[position]):
        lines.append(
            translate("HelloBye", "the token that follows {p}").format(p=percent(float(found.actual[position])))
        )
    return "\n".join(lines)
