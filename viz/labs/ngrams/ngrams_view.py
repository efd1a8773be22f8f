"""Tables of letters or words: the picture of pairs, how full the tables are, and how well they predict.

The left picture is the table of n = 2: a row is what stands first, a column what follows. A click on a cell, or a run
typed above, shows where it stands in the text. On the right the bits per character that each n needs for held-out text
stand beside the loaded model's, and below them why more n does not help: what a table has never met.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.labs.ngrams.records import ORDERS, TablesFound
from engine.questions import Question
from engine.run import Run
from viz import ask_path
from viz.charts.aim import Cells
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar, Key
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import nice_ceiling, percent, signed
from viz.charts.rulers import Ruler, categories, shares, short
from viz.enabled import enable
from viz.intents import Intent, ask_labs
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.ngrams import choices, words
from viz.labs.ngrams.choices import PICTURES, sign
from viz.labs.ngrams.ngrams_frame import EXAMPLES, NgramsFrame, cell_of, ngrams_frame
from viz.theme import Theme
from viz.ui_state import UiState
from viz.view import own_options

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

MARKS = tuple((float(n), str(n)) for n in ORDERS)  # of an axis of n
BELOW = 4  # the row of the grid from which the places of a run stand


class NgramsView(LabChartView):
    """The tables; see the module."""

    name = choices.OWNER
    title = QT_TRANSLATE_NOOP("NgramsView", "Tables of letters and words")
    tab = QT_TRANSLATE_NOOP("NgramsView", "N-grams")
    subtitle = QT_TRANSLATE_NOOP("NgramsView", "What follows what, and why a table will not do")
    keywords = (
        QT_TRANSLATE_NOOP("NgramsView", "n-gram"),
        QT_TRANSLATE_NOOP("NgramsView", "bigram"),
        QT_TRANSLATE_NOOP("NgramsView", "Markov chain"),
        QT_TRANSLATE_NOOP("NgramsView", "Kneser–Ney"),
        QT_TRANSLATE_NOOP("NgramsView", "smoothing"),
        QT_TRANSLATE_NOOP("NgramsView", "bits per character"),
        QT_TRANSLATE_NOOP("NgramsView", "perplexity"),
    )
    area = "centre"
    order = 70
    figure_needs = "engine"
    figure_seconds = 8.0
    tip = QT_TRANSLATE_NOOP(
        "NgramsView",
        "Counts which letters or words follow which in six novels or a text of your own, and measures how well the "
        "tables of n = 1 to 6 predict text that was held out, beside the loaded model.",
    )
    options = choices.OPTIONS
    figure_lines = 700

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("looked", QT_TRANSLATE_NOOP("NgramsView", "letters or words, such as qu"), 0, 0, 2),
            Field("source", QT_TRANSLATE_NOOP("NgramsView", "the bundled novels"), 0, 1, 3),
        )
        super().__init__(parent, fields)
        self.painted: NgramsFrame | None = None
        self.browse = self.bar.button(self.tr("Choose a text file…"), self._browse)
        self.also = self.bar.button(self.tr("Measure words too"), self._ask_other)
        self.model = self.bar.button(self.tr("Measure the model"), self._ask_model)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> NgramsFrame:
        return ngrams_frame(run, ui, own_options(cls, ui))

    @classmethod
    def wants(cls, frame: NgramsFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions)

    @classmethod
    def begins(cls, frame: NgramsFrame) -> Question | None:
        if frame.tables is None or frame.refused:
            return None
        if frame.other_tables is None:
            return frame.other
        measurable = frame.has_model and frame.compares and not frame.refused_model
        return frame.of_model if measurable and frame.model is None else None

    def paint(self, frame: NgramsFrame, theme: Theme) -> None:
        of_letters = frame.question.of.unit == "letters"
        said = self.tr("Measure words too") if of_letters else self.tr("Measure letters too")
        self.also.setText(said)
        self.also.setAccessibleName(said)
        enable(self.also, frame.tables is not None and frame.other_tables is None)
        enable(self.model, frame.has_model and frame.compares and frame.model is None)
        waited = self.bar.waiting
        if (waited == frame.other and frame.other_tables is not None) or (
            waited == frame.of_model and (frame.model is not None or frame.refused_model)
        ):
            self.bar.waiting = None
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)

    def has_charts(self, frame: NgramsFrame) -> bool:
        return frame.tables is not None

    # -- charts --------------------------------------------------------------------------------------------------

    def draw_charts(self, frame: NgramsFrame) -> None:
        with self.drawing() as grid:
            if frame.tables is None or frame.values is None:
                return
            grid.share(rows={1: 5, 3: 4}, columns={0: 6, 1: 5})
            self._draw_pairs(grid, frame, frame.tables)
            self._draw_bits(grid, frame)
            self._draw_shares(grid, frame.tables)
            self._draw_places(grid, frame)

    def _draw_pairs(self, grid: ChartGrid, frame: NgramsFrame, found: TablesFound) -> None:
        if frame.values is None:
            return
        signs = tuple(sign(symbol) for symbol in found.pair_symbols)
        colouring, label = self._colouring(frame)
        numbers = {PICTURES[0]: percent, PICTURES[1]: short, PICTURES[2]: signed}[frame.picture]
        colouring = grid.colour_bar(0, 0, Bar(colouring, label, numbers, free=True))
        plot = grid.plot(1, 0, rows=3)
        plot.show_axes(
            categories(signs, self.tr("then"), turned=max(map(len, signs), default=0) > 2),
            categories(signs, self.tr("first"), down=True),
        )
        plot.heat(frame.values, colouring, name=label)
        at = cell_of(found, frame.looked)
        if at is not None:
            plot.cell(*at)
        plot.aim(
            Cells(len(signs), len(signs), cross=True), lambda cell: self._pair(found, *cell),
            choose=lambda cell: self._look_up(found, *cell), chosen=at, browse=True,
        )  # fmt: skip

    def _colouring(self, frame: NgramsFrame) -> tuple[Colouring, str]:
        """How the picture is coloured, and what its colours mean."""
        theme, values = self.colours, frame.values
        high = float(np.nanmax(np.abs(values))) if values is not None and np.isfinite(values).any() else 1.0
        if frame.picture == PICTURES[2]:
            words_of = self.tr("bits above or below chance")
            return Colouring(theme.diverging, theme.raised, max(high, 1e-6), signed=True), words_of
        if frame.picture == PICTURES[1]:
            return Colouring(theme.ramp, theme.raised, max(high, 1.0), "log"), self.tr("pairs counted")
        return Colouring(theme.ramp, theme.raised, max(high, 1e-6), "square root"), self.tr(
            "probability of the second after the first"
        )

    def _pair(self, found: TablesFound, row: int, column: int) -> str:
        """What is said of a cell."""
        first, second = (sign(found.pair_symbols[at]) for at in (row, column))
        n, total = int(found.pair_counts[row, column]), int(found.pair_totals[row])
        if not n:
            return self.tr("“{second}” never follows “{first}”").format(first=first, second=second)
        alone = int(found.pair_occurrences[column]) / found.n_counted
        return self.tr(
            "“{second}” after “{first}”: {p} ({n} of {total} times); {alone} of all symbols are “{second}”"
        ).format(
            first=first, second=second, p=percent(n / total), n=f"{n:,}", total=f"{total:,}", alone=percent(alone)
        )  # fmt: skip

    def _look_up(self, found: TablesFound, row: int, column: int) -> None:
        self.send(choices.choose(choices.LOOKED, found.pair_symbols[row] + found.pair_symbols[column]))

    def _draw_bits(self, grid: ChartGrid, frame: NgramsFrame) -> None:
        """Bits per character by n: letters, words, and the model's line."""
        theme, drawn = self.colours, list[tuple[Key, np.ndarray]]()
        on_sample = frame.model if frame.compares else None
        for found, name, colour, dash, sampled in (
            (frame.letters, self.tr("letters"), theme.categories[0], 0, "letters"),
            (frame.words, self.tr("words"), theme.categories[1], 1, "words"),
        ):
            if found is None:
                continue
            values = found.bits_per_character
            if on_sample is not None:
                rows = on_sample.letters if sampled == "letters" else on_sample.words
                values = np.array([on_sample.mean(row) for row in rows])
            drawn.append((Key(name, colour, dash=dash), values))
        keys = [key for key, _ in drawn]
        if on_sample is not None:
            keys.append(Key(on_sample.name, theme.path, dash=2))
        grid.key(0, 1, keys)
        plot = grid.plot(1, 1)
        known = [float(np.nanmax(values)) for _, values in drawn if np.isfinite(values).any()]
        highest = nice_ceiling(max(known, default=1.0))
        self._orders(plot, highest, self.tr("bits per character, held out"), short, named=False)
        for key, values in drawn:
            plot.line(np.array(ORDERS, float), values, key.colour, name=key.name, dash=key.dash, dots=True)
        if on_sample is not None:
            mean, ends = on_sample.mean(on_sample.model), np.array([ORDERS[0], ORDERS[-1]], float)
            plot.band(ends, np.full(2, on_sample.low), np.full(2, on_sample.high), theme.path)
            plot.line(ends, np.full(2, mean), theme.path, name=on_sample.name, dash=2)

    def _draw_shares(self, grid: ChartGrid, found: TablesFound) -> None:
        """What tables have not met, met once, and leave no choice about."""
        theme = self.colours
        once = np.divide(found.once, found.seen, out=np.full(len(ORDERS), np.nan), where=found.seen > 0)
        rows = (
            (Key(self.tr("unseen (held out)"), theme.categories[2]), found.unseen),
            (Key(self.tr("seen once"), theme.categories[3], dash=1), once),
            (Key(self.tr("forced choices"), theme.categories[4], dash=2), found.forced),
        )
        grid.key(2, 1, [key for key, _ in rows])
        plot = grid.plot(3, 1)
        self._orders(plot, 1.0, self.tr("share"), shares)
        for key, values in rows:
            plot.line(np.array(ORDERS, float), values, key.colour, name=key.name, dash=key.dash, dots=True)

    def _orders(self, plot: Plot, high: float, name: str, numbers: Callable[[float], str], named: bool = True) -> None:
        """The axes of a plot by n; the one above the other leaves the name of the axis to that."""
        said = self.tr("n (letters or words)") if named else ""
        plot.show_axes(
            Ruler(ORDERS[0] - 0.15, ORDERS[-1] + 0.15, said, marks=MARKS, fixed=True),
            Ruler(0.0, 1.02 * high, name, numbers=numbers),
        )

    def _draw_places(self, grid: ChartGrid, frame: NgramsFrame) -> None:
        """Where the run that is looked up stands, in room for all at all times: a cell stays where it was clicked."""
        if self.still:  # charts have a figure's room
            return
        found = frame.examples
        grid.words(BELOW, 0, words.places(found) if found is not None else " ", columns=2, bold=True)
        said = [words.in_context(passage) for passage in found.passages] if found is not None else []
        for row, passage in enumerate([*said, *[" "] * (EXAMPLES - len(said))], start=BELOW + 1):
            grid.words(row, 0, passage, columns=2, size=0.85, colour=self.colours.muted)

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: NgramsFrame) -> str:
        if frame.tables is None:
            return self.tr("What follows what in a text")
        n = len(ORDERS)
        return self.tr("Tables of sequences of 1 to {n} from {name}").format(n=n, name=words.text_name(frame.tables))

    def notes(self, frame: NgramsFrame) -> str:
        if frame.refused:
            return frame.refused
        if frame.tables is None:
            return self.tr("Counting the text. Progress and Cancel are in the status line.")
        return words.notes_of(
            frame.tables, frame.model if frame.compares else None, frame.question.of.unit == "letters",
            self._why_no_model(frame),
        )  # fmt: skip

    def _why_no_model(self, frame: NgramsFrame) -> str:
        if frame.refused_model:
            return frame.refused_model
        if not frame.compares:
            return self.tr("In this alphabet the tables do not compare with a model, which reads what is written.")
        if not frame.has_model:
            return self.tr("Load a model to see its bits per character on the same text.")
        if self.bar.waiting == frame.of_model:
            return self.tr("Measuring. Progress and Cancel are in the status line.")
        return ""

    def alarms(self, frame: NgramsFrame) -> bool:
        return bool(frame.refused)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _browse(self) -> None:
        path = ask_path.open_file(self, self.tr("A text to count"), self.tr("Text (*.txt);;All files (*)"))
        if path:
            self.send(choices.choose(choices.SOURCE, path))

    def _ask_other(self) -> None:
        if self.painted is not None:
            self.ask(self.painted.other)

    def _ask_model(self) -> None:
        if self.painted is not None:
            self.ask(self.painted.of_model)
