"""Which head does what: a picture of all heads coloured by one score, and the strongest of them as bars.

On random tokens said twice the scores are the model's own habits (a lab computes them once per model); on the text on
screen they are means over that text, which is another thing and is labelled so. From 0.4 on a head counts: its cell
is framed, and the bars show the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from engine.labs.attention.records import (
    COUNTS_AT,
    HEAD_SCORES,
    AskHeadScores,
    HeadScores,
)
from engine.records import F32
from engine.run import Run
from viz.charts.aim import Cells, Rows
from viz.charts.chart_view import ChartView
from viz.charts.colours import mixed
from viz.charts.head_names import Head, head_name
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.rulers import Ruler, categories
from viz.intents import ChooseHead, Intent, ask_labs
from viz.joined import spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.attention.atlas_words import score_name, score_names
from viz.labs.attention.attention_store import atlas_of
from viz.plural import plural
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.plots import Plot

BASES = (
    QT_TRANSLATE_NOOP("HeadScoresView", "random tokens said twice"),
    QT_TRANSLATE_NOOP("HeadScoresView", "the text on screen"),
)
SHOWN = 15
ROW = 2.0  # em of a bar's row, at most


@dataclass(frozen=True)
class HeadScoresFrame:
    """Scores of all heads. `scores` is empty where there are none (yet)."""

    scores: F32  # [5, L, H] by HEAD_SCORES, NaN where not defined on the text
    errors: F32 | None  # [5, L, H] standard errors; None on a text
    score: str
    on_text: bool
    strongest: tuple[Head, ...]  # by the shown score, at most SHOWN
    induction: Head | None  # the strongest induction head
    chosen: Head
    n_rows: int  # positions of the text, or sequences
    length: int  # tokens said twice
    seed: int
    has_model: bool
    why_not: str  # from the model
    question: AskHeadScores | None  # still to be answered

    @property
    def shown(self) -> F32:
        """[L, H] of the shown score."""
        return np.asarray(self.scores[HEAD_SCORES.index(self.score)])


def strongest(values: F32, count: int) -> tuple[Head, ...]:
    """The heads with the highest of `values` [L, H], highest first; those without a value are left out."""
    flat = values.ravel()
    order = np.argsort(-np.nan_to_num(flat, nan=-1.0), kind="stable")[:count]
    return tuple((int(i) // values.shape[1], int(i) % values.shape[1]) for i in order if np.isfinite(flat[i]))


class HeadScoresView(ChartView):
    """The picture and the bars; see the module."""

    name = "head_scores"
    title = QT_TRANSLATE_NOOP("HeadScoresView", "Head types")
    subtitle = QT_TRANSLATE_NOOP("HeadScoresView", "Induction, previous-token, duplicate-token …")
    keywords = (
        QT_TRANSLATE_NOOP("HeadScoresView", "induction heads"),
        QT_TRANSLATE_NOOP("HeadScoresView", "previous token head"),
        QT_TRANSLATE_NOOP("HeadScoresView", "duplicate token head"),
        QT_TRANSLATE_NOOP("HeadScoresView", "attention sink"),
        QT_TRANSLATE_NOOP("HeadScoresView", "head scores"),
        QT_TRANSLATE_NOOP("HeadScoresView", "repeated random tokens"),
    )
    area = "right"
    order = 34
    figure_needs = "model"
    figure_seconds = 5.0
    tip = QT_TRANSLATE_NOOP(
        "HeadScoresView",
        "Scores every head for five simple habits, for example attending to the previous token or copying what "
        "followed last time.",
    )
    options = (
        Option(
            "score",
            QT_TRANSLATE_NOOP("HeadScoresView", "Score"),
            "choice",
            "induction",
            choices=HEAD_SCORES,
            shown=score_names(HEAD_SCORES),
            context="Scores",
            tip=QT_TRANSLATE_NOOP("HeadScoresView", "What the heads are coloured by."),
        ),
        Option(
            "on",
            QT_TRANSLATE_NOOP("HeadScoresView", "Measured on"),
            "choice",
            BASES[0],
            choices=BASES,
            shown=(QT_TRANSLATE_NOOP("HeadScoresView", "repeated random tokens"), BASES[1]),
            tip=QT_TRANSLATE_NOOP("HeadScoresView", "The text that the scores are measured on."),
        ),
        Option(
            "seed",
            QT_TRANSLATE_NOOP("HeadScoresView", "Seed"),
            "integer",
            0,
            low=0,
            high=9999,
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("HeadScoresView", "Seed of the random tokens."),
        ),
    )
    figure_lines = 600

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_beside = False
        self.button = QPushButton(self.tr("Show the strongest induction head"), self)
        self.button.setAccessibleName(self.tr("Show the strongest induction head"))
        self.button.clicked.connect(self._choose_induction)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> HeadScoresFrame:
        on_text = option_value(cls, ui, "on") == BASES[1]
        score, seed = str(option_value(cls, ui, "score")), int(option_value(cls, ui, "seed"))
        question = AskHeadScores(seed=seed)
        finding = run.findings.get(question)
        scores, errors, n_rows = np.empty((len(HEAD_SCORES), 0, 0), np.float32), None, 0
        atlas = atlas_of(run) if on_text else None
        if atlas is not None:
            scores, n_rows = atlas.scores[: len(HEAD_SCORES)], atlas.n_rows - atlas.n_missing
        elif not on_text and isinstance(finding, HeadScores):
            scores, errors, n_rows = finding.scores, finding.errors, finding.sequences
        why = (run.info.why_missing("attn") or "") if run.info else ""
        waits = run.info is not None and not on_text and not why and not scores.size
        induction = strongest(scores[HEAD_SCORES.index("induction")], 1)
        return HeadScoresFrame(
            scores, errors, score, on_text, strongest(scores[HEAD_SCORES.index(score)], SHOWN),
            induction[0] if induction else None, ui.head, n_rows, question.length, seed,
            run.info is not None, why, question if waits else None,
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: HeadScoresFrame) -> Sequence[Intent]:
        return ask_labs(frame.question)

    # -- drawing -------------------------------------------------------------------------------------------------

    @property
    def _beside(self) -> bool:
        """Whether the bars stand beside the picture, not below it."""
        return self.width() > 1.15 * self.height()

    def redraw(self) -> None:
        super().redraw()
        if self.painted is not None:
            self.button.setVisible(not self.still)
            self.button.setEnabled(self.painted.induction is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._beside != self._was_beside:
            self.redraw()

    def draw_charts(self, frame: HeadScoresFrame) -> None:
        self._was_beside = self._beside
        bars = (1, 1) if self._beside else (2, 0)
        scale = Colouring(self.colours.ramp, "", 1.0)
        with self.drawing() as grid:
            grid.colour_bar(0, 0, Bar(scale, self.tr("fraction of attention")), columns=1 + bars[1])
            self._draw_cells(grid.plot(1, 0), frame, scale)
            self._draw_bars(grid.plot(*bars), frame)
            grid.share({1: 9, 2: 0 if self._beside else 8}, {0: 11, 1: 9 if self._beside else 0})

    def _draw_cells(self, plot: Plot, frame: HeadScoresFrame, scale: Colouring) -> None:
        theme, (layers, heads) = self.colours, frame.shown.shape
        across = categories(tuple(f"H{head}" for head in range(heads)), far=True)
        plot.show_axes(across, categories(tuple(f"L{layer}" for layer in range(layers)), down=True))
        plot.hatch(-0.5, -0.5, heads, layers)
        plot.heat(frame.shown, scale, parted=True)
        for layer, head in np.argwhere(np.nan_to_num(frame.shown, nan=0.0) >= COUNTS_AT).tolist():
            plot.box(head - 0.5, layer - 0.5, 1, 1, theme.text, width=0.09)
        if frame.chosen[0] < layers and frame.chosen[1] < heads:
            plot.cell(*frame.chosen)
        plot.aim(Cells(layers, heads), self._scores_of, choose=self._choose, chosen=frame.chosen)

    def _draw_bars(self, plot: Plot, frame: HeadScoresFrame) -> None:
        """The strongest heads, with the score from which on a head counts."""
        theme, heads = self.colours, frame.strongest
        values = [float(frame.shown[head]) for head in heads]
        chosen = heads.index(frame.chosen) if frame.chosen in heads else None
        names = tuple(head_name(*head) for head in heads) + ("",) * (SHOWN - len(heads))
        numbers = tuple(f"{value:z.3f}" for value in values) + ("",) * (SHOWN - len(heads))
        limit = ((COUNTS_AT, self.tr("threshold {at}").format(at=COUNTS_AT)),)
        plot.show_axes(
            Ruler(0, 1, marks=limit, far=True, lines=False),
            categories(names, down=True, chosen=chosen, clear=True),
            categories(numbers, down=True, far=True, chosen=chosen, clear=True),
        )
        weak = mixed(theme.fan, theme.surface, 0.55).name()
        colours = [
            theme.accent if head == frame.chosen else theme.fan if value >= COUNTS_AT else weak
            for head, value in zip(heads, values, strict=True)
        ]
        rows = np.arange(len(heads))
        plot.bars(rows, np.minimum(values, 1.0), colours, thick=0.62, across=True)
        if frame.errors is not None:
            errors = [float(frame.errors[HEAD_SCORES.index(frame.score)][head]) for head in heads]
            plot.errors(values, rows, np.subtract(values, errors), np.add(values, errors), theme.text, across=True)
        plot.limit(COUNTS_AT, colour=theme.muted)
        plot.at_most(high=ROW * SHOWN)
        plot.aim(Rows(len(heads), heads), self._scores_of, choose=self._choose, chosen=frame.chosen)

    # -- words ---------------------------------------------------------------------------------------------------

    def _basis(self, frame: HeadScoresFrame) -> str:
        if frame.on_text:
            return plural(
                self.tr("on the text on screen, means over {n} position(s)", "", frame.n_rows), frame.n_rows
            ).format(n=frame.n_rows)
        return self.tr("on {n} sequences of {length} random tokens, repeated once, seed {seed}").format(
            n=frame.n_rows, length=frame.length, seed=frame.seed
        )

    def heading(self, frame: HeadScoresFrame) -> str:
        return score_name(frame.score)

    def notes(self, frame: HeadScoresFrame) -> str:
        return f"{self._basis(frame)}\n{self._facts(frame)}"

    def instead(self, frame: HeadScoresFrame) -> str:
        if frame.scores.size:
            return ""
        if not frame.has_model:
            return self.tr("Load a model to see the types of its heads.")
        if frame.why_not:
            return frame.why_not
        if frame.on_text:
            return self.tr("There is no stored attention on this text to score. Type a prompt and press play.")
        return self.tr("Scoring every head on repeated random tokens. This needs the model and takes a few seconds.")

    def spoken(self, frame: HeadScoresFrame) -> str:
        return self.instead(frame) or spoken(self._basis(frame), self._facts(frame))

    def _facts(self, frame: HeadScoresFrame) -> str:
        """How many heads count."""
        if not np.isfinite(frame.shown).any():
            return self.tr("Nothing repeats in this text, so this score is not defined on it.")
        count = int((np.nan_to_num(frame.shown, nan=0.0) >= COUNTS_AT).sum())
        return self.tr("{count} of {all} heads score {at} or more (outlined)").format(
            count=count, all=frame.shown.size, at=COUNTS_AT
        )

    def _scores_of(self, head: Head) -> str:
        """All that is known of the head pointed at."""
        frame: HeadScoresFrame = self.painted
        values = frame.scores[:, head[0], head[1]].tolist()
        known = [(name, value) for name, value in zip(HEAD_SCORES, values, strict=True) if np.isfinite(value)]
        return "\n".join([head_name(*head), *(f"{score_name(name)} {value:z.2f}" for name, value in known)])

    # -- gestures ------------------------------------------------------------------------------------------------

    def _choose_induction(self) -> None:
        if self.painted is not None and self.painted.induction is not None:
            self.send(ChooseHead(*self.painted.induction))

    def _choose(self, head: Head) -> None:
        self.send(ChooseHead(*head))
