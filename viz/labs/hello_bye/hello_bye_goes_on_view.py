"""The model goes on from the repeated words: does it keep saying the second one?

One time line over sequence and continuation: how uncertain the model is of what follows (entropy, a solid line), and
how much its induction heads look at what followed this token earlier (dashed). Both are measured by a lab in a
forward of its own, after the induction heads were found on random repetitions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.labs.hello_bye.records import GoesOn
from engine.questions import Question
from engine.run import Run
from viz.charts.aim import Columns
from viz.charts.chart_view import ChartView
from viz.charts.chart_words import ChartWords
from viz.charts.keys import Key
from viz.charts.numbers import nice_ceiling, percent
from viz.charts.rulers import Ruler, categories
from viz.intents import Hover, Intent, ask_labs
from viz.joined import listed, sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.hello_bye.frame import Shown, shown
from viz.labs.hello_bye.going_on_frame import going
from viz.labs.hello_bye.labels import going_on, number
from viz.labs.hello_bye.words import reason
from viz.token_text import joined
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.plots import Plot

LEVEL = 4.2  # em of width for each token below which its label is turned
TURNED = 5.0  # em of a turned label
WIDE = 50  # em from which the sentence stands beside the lines


@dataclass(frozen=True)
class HelloByeGoesOnFrame:
    """The continuation, and what is to be asked for it."""

    shown: Shown
    asks: Question | None
    found: GoesOn | None
    texts: tuple[str, ...]  # [T] of sequence and continuation
    second_colour: tuple[int, ...]  # [T] 0, 1: the words of the sequence and what repeats the second; -1: other
    heads: tuple[tuple[int, int], ...]
    counted: bool
    why_not: str
    sentence: str


class HelloByeGoesOnView(ChartView):
    """The time line; see the module."""

    name = "hello_bye_goes_on"
    title = QT_TRANSLATE_NOOP("HelloByeGoesOnView", "Hello/Bye: continuation")
    tab = QT_TRANSLATE_NOOP("HelloByeGoesOnView", "Continuation")
    subtitle = QT_TRANSLATE_NOOP("HelloByeGoesOnView", "Does it keep saying bye?")
    keywords = (
        QT_TRANSLATE_NOOP("HelloByeGoesOnView", "repetition loop"),
        QT_TRANSLATE_NOOP("HelloByeGoesOnView", "entropy"),
        QT_TRANSLATE_NOOP("HelloByeGoesOnView", "induction"),
        QT_TRANSLATE_NOOP("HelloByeGoesOnView", "degeneration"),
        QT_TRANSLATE_NOOP("HelloByeGoesOnView", "repeated words"),
    )
    area = "bottom"
    order = 63
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 6.0
    tip = QT_TRANSLATE_NOOP(
        "HelloByeGoesOnView",
        "What the model generates after the repeated words, how sure it is, and how strongly its induction heads "
        "are at work.",
    )
    options = (
        Option(
            "tokens",
            QT_TRANSLATE_NOOP("HelloByeGoesOnView", "Tokens"),
            "integer",
            30,
            low=1,
            high=200,
            tip=QT_TRANSLATE_NOOP(
                "HelloByeGoesOnView",
                "How many tokens the model generates.",
            ),
        ),
        Option(
            "temperature",
            QT_TRANSLATE_NOOP("HelloByeGoesOnView", "Temperature"),
            "number",
            0.0,
            low=0.0,
            high=2.0,
            step=0.1,
            least=QT_TRANSLATE_NOOP("HelloByeGoesOnView", "0 (greedy)"),
            tip=QT_TRANSLATE_NOOP(
                "HelloByeGoesOnView",
                "0: always the most likely token. 1: the model's own probabilities.",
            ),
        ),
        Option(
            "seed",
            QT_TRANSLATE_NOOP("HelloByeGoesOnView", "Seed"),
            "integer",
            0,
            low=0,
            high=9999,
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("HelloByeGoesOnView", "Seed of the random draws."),
        ),
    )
    figure_lines = 420

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: HelloByeGoesOnFrame | None = None
        self._hover: int | None = None
        self._wide = False
        self._beside = ChartWords(self, 0.95)
        row = QHBoxLayout()
        self.column.removeWidget(self.panel)
        row.addWidget(self.panel, 7)
        row.addWidget(self._beside, 3, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row, 1)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> HelloByeGoesOnFrame:
        what = shown(run, ui)
        asks: Question | None = what.question if what.asks else None
        if what.found is None:
            return HelloByeGoesOnFrame(what, asks, None, (), (), (), False, what.why_not, "")
        tokens, temperature, seed = (option_value(cls, ui, name) for name in ("tokens", "temperature", "seed"))
        here = going(
            run, what.found, what.from_run, int(tokens), float(temperature), int(seed),
            run.info is not None and not ui.playing,
        )  # fmt: skip
        asks = asks if what.asks else here.asks
        found = here.found
        if found is None:
            return HelloByeGoesOnFrame(what, asks, None, (), (), here.heads, here.counted, here.why_not, "")
        second = [int(word >= what.found.question.first_count) if word >= 0 else -1 for word in what.found.words]
        later = [1 if again else -1 for again in found.repeats[found.n_prompt :]]
        return HelloByeGoesOnFrame(
            what, asks, found, tuple(joined(found.raws)), (*second, *later), here.heads, here.counted, "",
            going_on(found),
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: HelloByeGoesOnFrame) -> Sequence[Intent]:
        return ask_labs(frame.asks)

    # -- charts --------------------------------------------------------------------------------------------------

    @property
    def is_wide(self) -> bool:
        """Whether the sentence has room beside the lines."""
        return self.width() >= WIDE * self.em

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_wide != self._wide:
            self.redraw()

    def instead(self, frame: HelloByeGoesOnFrame) -> str:
        return "" if frame.found is not None else reason(frame.shown) or frame.why_not or self._waiting(frame)

    def notes(self, frame: HelloByeGoesOnFrame) -> str:
        return "" if self.is_wide else self._said(frame)

    def spoken(self, frame: HelloByeGoesOnFrame) -> str:
        return frame.sentence or self.instead(frame)

    def draw_charts(self, frame: HelloByeGoesOnFrame) -> None:
        found = frame.found
        self._wide = self.is_wide
        beside = self._said(frame) if self._wide and found is not None else ""
        self._beside.show_words(beside, self.look, wraps=True)
        if found is None:
            return
        theme = self.colours
        with self.drawing() as grid:
            keys = [Key(self.tr("entropy of the next token"), theme.path)]
            if found.induction is not None:
                keys.append(Key(self.tr("induction activity"), theme.fan, dash=1))
            keys.append(Key(self.tr("right of it: generated"), theme.text, dash=1))
            grid.key(0, 0, keys)
            self._draw_lines(grid.plot(1, 0), frame, found)

    def _draw_lines(self, plot: Plot, frame: HelloByeGoesOnFrame, found: GoesOn) -> None:
        theme, at = self.colours, np.arange(len(frame.texts), dtype=np.float64)
        top = nice_ceiling(float(np.nanmax(found.entropy, initial=1.0)))
        turned = self.width() / max(len(frame.texts), 1) < LEVEL * self.em
        lit = frozenset(self._lit(frame))
        scale = Ruler(0.0, top, numbers=lambda value: self.tr("{n} bits").format(n=f"{value:g}"))
        shares = Ruler(0.0, top, numbers=lambda value: percent(value / top), marks=_parts(top), far=True, lines=False)
        axes = (scale, shares) if found.induction is not None else (scale,)
        plot.show_axes(categories(frame.texts, marked=lit, turned=turned, widest=TURNED), *axes)
        for position in lit:
            plot.box(position - 0.5, 0.0, 1.0, top, theme.accent, width=0.1)
        colours = [theme.muted if which < 0 else theme.categories[which] for which in frame.second_colour]
        feet = np.where(np.array(frame.second_colour) < 0, 0.012, 0.03) * top
        plot.bars(at, feet, colours, thick=0.9)
        plot.limit(found.n_prompt - 0.5, colour=theme.text)
        plot.line(at, found.entropy, theme.path)
        if found.induction is not None:
            plot.line(at, found.induction * top, theme.fan, dash=1)
        plot.aim(Columns(at), lambda column: self._pointed(frame, column), point=lambda it: self._point_at(frame, it))

    def _lit(self, frame: HelloByeGoesOnFrame) -> frozenset[int]:
        """Positions pointed at in another view; here the crosshair tells."""
        return frozenset() if self._hover is not None or self.still else frame.shown.lit

    # -- words ---------------------------------------------------------------------------------------------------

    def _waiting(self, frame: HelloByeGoesOnFrame) -> str:
        if frame.shown.from_run:
            return self.tr("Nothing was generated after these words in this run.")
        if frame.shown.of_file:
            return self.tr(
                "What comes after these words is not in this run. The model continues them once it is loaded."
            )
        if not frame.heads and frame.shown.found is not None and frame.shown.found.attn is not None:
            return self.tr("Finding the induction heads on repeated random tokens …")
        return self.tr("The model is continuing the words …")

    def _heads_said(self, frame: HelloByeGoesOnFrame) -> str:
        if not frame.heads:
            return ""
        names = listed(f"L{layer}.H{head}" for layer, head in frame.heads)
        if frame.counted:
            return self.tr("Heads: {names} (induction heads on repeated random tokens).").format(names=names)
        return self.tr("No head counts as an induction head; the closest are {names}.").format(names=names)

    def _said(self, frame: HelloByeGoesOnFrame) -> str:
        return sentences(frame.sentence, self._heads_said(frame))

    def _pointed(self, frame: HelloByeGoesOnFrame, at: int) -> str:
        found = frame.found
        if found is None:
            return ""
        parts = [self.tr("{at}: {token}").format(at=at, token=frame.texts[at])]
        if at < len(found.actual) and np.isfinite(found.actual[at]):
            parts.append(self.tr("its probability {p}").format(p=percent(float(found.actual[at]))))
        parts.append(self.tr("entropy of the next token {n} bits").format(n=number(float(found.entropy[at]))))
        if found.induction is not None:
            parts.append(self.tr("induction activity {p}").format(p=percent(float(found.induction[at]))))
        return "\n".join(parts)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _point_at(self, frame: HelloByeGoesOnFrame, column: int | None) -> None:
        self._hover = column
        if column is None or frame.found is None:
            self.send(Hover())
            return
        nodes = frame.shown.nodes
        self.send(Hover(int(frame.found.token_ids[column]), nodes[column] if column < len(nodes) else None))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 84)


def _parts(top: float) -> tuple[tuple[float, str], ...]:
    """Where none, half and all of the induction activity stand on an axis that ends at `top`."""
    return tuple((top * part, percent(part)) for part in (0.0, 0.5, 1.0))
