"""Analogies: is what king - man + woman finds due to the offset, or would a simpler rule find it as well?

One analogy as arrows, with the nearest tokens and the expected word's rank by every rule; a set of them as a table with
intervals; and the offsets of pairs against those of shuffled pairs. Definitions stand in `engine.labs.analogies`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from engine.labs.analogies.records import INPUTS, Analogy, AnalogySet, AskAnalogy, AskArrows, Offsets
from engine.records import Space
from engine.run import Run
from viz.charts.keys import Key
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import fixed
from viz.intents import Intent, SaveTable, Select, ShowAnalogy, ShowSpace, ShowViews, ask_labs
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.analogies import words
from viz.labs.analogies.frame import (
    INPUT_SIDE_WORDS,
    INPUT_SIDES,
    MATRICES,
    MATRIX_WORDS,
    PLANE_WORDS,
    PLANES,
    SHOW_WORDS,
    SHOWS,
    AnalogiesFrame,
    asked,
    formula,
    found_in,
    table_of,
    tokens_of,
)
from viz.plain import set_tip
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid

FIELDS = {SHOWS[0]: ("a", "b", "c", "expected"), SHOWS[1]: ("source",), SHOWS[2]: ("pairs",)}
SECOND = 3  # column of the fields' grid in which the second ones stand
WIDE, BOTH = 46, 58  # em of width from which on charts stand beside each other, and both tables of a set
HIGH, HIGHEST = 34, 48  # em of height from which on there is room for the ranks, and for the nearest tokens too


class AnalogiesView(LabChartView):
    """See the module."""

    name = "analogies"
    title = QT_TRANSLATE_NOOP("AnalogiesView", "Analogies")
    subtitle = QT_TRANSLATE_NOOP("AnalogiesView", "king − man + woman, with its baselines")
    keywords = (
        QT_TRANSLATE_NOOP("AnalogiesView", "word analogies"),
        QT_TRANSLATE_NOOP("AnalogiesView", "king - man + woman"),
        QT_TRANSLATE_NOOP("AnalogiesView", "offset"),
        QT_TRANSLATE_NOOP("AnalogiesView", "parallelogram"),
        QT_TRANSLATE_NOOP("AnalogiesView", "capital cities"),
        QT_TRANSLATE_NOOP("AnalogiesView", "3CosAdd"),
        QT_TRANSLATE_NOOP("AnalogiesView", "permutation test"),
    )
    area = "right"
    order = 48
    figure_needs = "model"
    figure_seconds = 1.0
    tip = QT_TRANSLATE_NOOP(
        "AnalogiesView",
        "“a is to b as c is to ?” on the model's token embeddings: the nearest tokens to b − a + c, the rank of the "
        "expected word with the input words excluded and allowed, and what simpler rules find.",
    )
    options = (
        Option(
            "show",
            QT_TRANSLATE_NOOP("AnalogiesView", "Show"),
            "choice",
            SHOWS[0],
            choices=SHOWS,
            shown=SHOW_WORDS,
            tip=QT_TRANSLATE_NOOP(
                "AnalogiesView",
                "One analogy as arrows, a set of analogies with totals, or the offsets of pairs against shuffled ones.",
            ),
        ),
        Option(
            "matrix",
            QT_TRANSLATE_NOOP("AnalogiesView", "Vectors"),
            "choice",
            MATRICES[0],
            choices=MATRICES,
            shown=MATRIX_WORDS,
            tip=QT_TRANSLATE_NOOP(
                "AnalogiesView",
                "The rows that stand for words: of the token embedding, or of the unembedding. In many models both are "
                "one matrix.",
            ),
        ),
        Option(
            "plane",
            QT_TRANSLATE_NOOP("AnalogiesView", "Picture"),
            "choice",
            PLANES[0],
            choices=PLANES,
            shown=PLANE_WORDS,
            tip=QT_TRANSLATE_NOOP(
                "AnalogiesView",
                "What the arrows are drawn on. In the plane of b − a and c − a the parallelogram is exact; the "
                "principal axes hold as much as two axes can of all the points that are drawn.",
            ),
        ),
        Option(
            "side",
            QT_TRANSLATE_NOOP("AnalogiesView", "Input words"),
            "choice",
            INPUT_SIDES[0],
            choices=INPUT_SIDES,
            shown=INPUT_SIDE_WORDS,
            tip=QT_TRANSLATE_NOOP(
                "AnalogiesView",
                "Whether tokens that spell a, b or c count in the ranks of a set, where there is no room for both "
                "tables.",
            ),
        ),
        Option(
            "a",
            QT_TRANSLATE_NOOP("AnalogiesView", "a"),
            "text",
            "man",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP(
                "AnalogiesView",
                "Where the offset begins: a word, or a token's id as #123. It is read with a space before it where "
                "that takes no more tokens.",
            ),
        ),
        Option(
            "b",
            QT_TRANSLATE_NOOP("AnalogiesView", "is to b"),
            "text",
            "woman",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("AnalogiesView", "Where the offset ends."),
        ),
        Option(
            "c",
            QT_TRANSLATE_NOOP("AnalogiesView", "as c"),
            "text",
            "king",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("AnalogiesView", "What the offset is added to."),
        ),
        Option(
            "expected",
            QT_TRANSLATE_NOOP("AnalogiesView", "is to"),
            "text",
            "queen",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP(
                "AnalogiesView",
                "The expected word. Its rank counts the tokens that are nearer, whatever spells the word itself left "
                "out: in any case, with or without a space before.",
            ),
        ),
        Option(
            "source",
            QT_TRANSLATE_NOOP("AnalogiesView", "Analogies"),
            "text",
            "",
            in_bar=False,
            long=True,
            tip=QT_TRANSLATE_NOOP(
                "AnalogiesView",
                "Four words each, a new line or a semicolon between two analogies, or the name of a CSV or text file. "
                "A fifth word names the relation.",
            ),
        ),
        Option(
            "pairs",
            QT_TRANSLATE_NOOP("AnalogiesView", "Pairs"),
            "text",
            "",
            in_bar=False,
            long=True,
            tip=QT_TRANSLATE_NOOP(
                "AnalogiesView",
                "Two words each, a new line or a semicolon between two pairs, or the name of a CSV or text file.",
            ),
        ),
    )
    figure_lines = 640

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("a", QT_TRANSLATE_NOOP("AnalogiesView", "man"), 0, 0),
            Field("b", QT_TRANSLATE_NOOP("AnalogiesView", "woman"), 0, 1),
            Field("c", QT_TRANSLATE_NOOP("AnalogiesView", "king"), 1, 0),
            Field("expected", QT_TRANSLATE_NOOP("AnalogiesView", "queen, or nothing"), 1, 1),
            Field("source", QT_TRANSLATE_NOOP("AnalogiesView", "20 bundled ones; or: man woman king queen; …"), 2, 0),
            Field("pairs", QT_TRANSLATE_NOOP("AnalogiesView", "20 capitals; or: France Paris; Italy Rome; …"), 3, 0),
        )
        super().__init__(parent, fields)
        self.painted: AnalogiesFrame | None = None
        self._was: tuple[bool, bool, int] | None = None  # the room that was drawn for
        self.arrows = self.bar.button(self.tr("Arrows on the map"), self._show_arrows)
        set_tip(
            self.arrows,
            self.tr(
                "Draw the analogy as arrows on the map of these vectors, with the angles that the map keeps (Esc there "
                "removes them)"
            ),
        )
        self.on_map = self.bar.button(self.tr("Select on the map"), self._select)
        set_tip(self.on_map, self.tr("Select these words and the nearest tokens on the map of their space"))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> AnalogiesFrame:
        values = {option.name: str(option_value(cls, ui, option.name)) for option in cls.options}
        question = asked(values["show"], values, values["matrix"])
        found, refused = found_in(run, question)
        mine = UiState(space=ui.space)
        for option in cls.options:
            mine = mine.with_option(cls.name, option.name, ui.option(cls.name, option))
        return AnalogiesFrame(
            values["show"], values["plane"], values["side"], question, found, refused, run.info is not None,
            run.vocabulary, mine,
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: AnalogiesFrame) -> Sequence[Intent]:
        waits = frame.has_model and frame.found is None and not frame.refused
        return ask_labs(frame.question) if waits else ()

    def paint(self, frame: AnalogiesFrame, theme: Theme) -> None:
        self.bar.fields.show_only(FIELDS[frame.show])
        places = self.bar.fields.layout()
        if isinstance(places, QGridLayout):  # a list has the whole width
            places.setColumnStretch(SECOND, int(frame.show == SHOWS[0]))
        for button in (self.arrows, self.on_map):
            button.setVisible(frame.show == SHOWS[0] and not self.still)
            button.setEnabled(isinstance(frame.found, Analogy))
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)

    def has_charts(self, frame: AnalogiesFrame) -> bool:
        return frame.found is not None

    def as_table(self, frame: AnalogiesFrame) -> SaveTable | None:
        return table_of(frame)

    # -- charts --------------------------------------------------------------------------------------------------

    @property
    def _room(self) -> tuple[bool, bool, int]:
        """Whether charts and tables stand beside each other, and how many below each other there is room for."""
        wide, high = self.width() / self.em, self.height() / self.em
        return wide > WIDE, wide > BOTH, 1 + (high > HIGH) + (high > HIGHEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room != self._was:
            self.redraw()

    def draw_charts(self, frame: AnalogiesFrame) -> None:
        self._was = self._room
        with self.drawing() as grid:
            grid.share(dict.fromkeys(range(6), 0), {0: 1, 1: 0})
            if isinstance(frame.found, Analogy):
                self._draw_one(grid, frame, frame.found)
            elif isinstance(frame.found, AnalogySet):
                self._draw_set(grid, frame, frame.found)
            elif isinstance(frame.found, Offsets):
                self._draw_offsets(grid, frame, frame.found)

    def _draw_one(self, grid: ChartGrid, frame: AnalogiesFrame, found: Analogy) -> None:
        from viz.labs.analogies.drawing import draw_arrows, draw_nearest, draw_ranks

        theme, (wide, _, below) = self.colours, self._room
        points = found.plane if frame.plane == PLANES[0] else found.axes
        has_ranks = len(found.words) > INPUTS and (wide or below > 1)
        offset = self.tr("the offset b − a, from a and from c")
        grid.key(0, 0, [Key(offset, theme.categories[0])])
        arrows = grid.plot(1, 0, (4 if has_ranks else 2) if wide else 1)  # the last row is free: lists stay at the top
        draw_arrows(arrows, found, points, frame.vocabulary, theme)
        if wide or below > 2:
            draw_nearest(grid, (0, 1) if wide else (4, 0), found, frame.vocabulary, theme)
        if has_ranks:
            row, column = 2, int(wide)
            ranks = self.tr("rank of {word}, input words excluded and allowed")
            grid.words(row, column, ranks.format(word=found.words[INPUTS].typed), bold=True)
            draw_ranks(grid.plot(row + 1, column), found, theme)
        if wide:
            grid.share({1: 50, 3: 30, 4 if has_ranks else 2: 1}, {0: 3, 1: 2})
        else:
            grid.share({1: 6, 3: 3 * has_ranks, 5: 5 * (below > 2)})

    def _draw_set(self, grid: ChartGrid, frame: AnalogiesFrame, found: AnalogySet) -> None:
        from viz.labs.analogies.drawing import draw_set

        _, wide, _ = self._room
        draw_set(grid, found, INPUT_SIDES if wide else (frame.side,), self.colours)
        grid.share({2: 5, 3: 2}, {0: 5, 1: 4} if wide else {0: 1, 1: 0})

    def _draw_offsets(self, grid: ChartGrid, frame: AnalogiesFrame, found: Offsets) -> None:
        from viz.labs.analogies.drawing import draw_pairs, draw_shuffled

        wide, _, below = self._room
        grid.words(0, 0, self.tr("second words shuffled"), bold=True)
        draw_shuffled(grid.plot(1, 0), found, self.colours)
        if not wide and below < 2:
            grid.share({1: 1})
            return
        row, column = (0, 1) if wide else (2, 0)
        grid.words(row, column, self.tr("cosine of each offset with the mean of the others"), bold=True)

        def said(at: int) -> str:
            first, second = found.pairs[at]
            cosine = self.tr("cosine {value}").format(value=fixed(float(found.to_others[at]), 4))
            return f"{first.typed} → {second.typed}\n{cosine}"

        draw_pairs(grid.plot(row + 1, column), found, self.colours, said)
        grid.share({1: 3, 3: 0 if wide else 5}, {0: 1, 1: 1 if wide else 0})

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: AnalogiesFrame) -> str:
        if frame.refused:
            return ""
        if isinstance(frame.question, AskAnalogy):
            q = frame.question
            return self.tr("{formula}: nearest tokens").format(formula=formula((q.a, q.b, q.c)))
        if frame.show == SHOWS[1]:
            return self.tr("Rank of the expected word in each analogy")
        return self.tr("Do the offsets of these pairs point one way?")

    def notes(self, frame: AnalogiesFrame) -> str:
        found, vocabulary = frame.found, frame.vocabulary
        if frame.refused:
            return frame.refused
        if not frame.has_model:
            return self.tr("Load a model to solve analogies with its token embeddings.")
        if isinstance(found, Analogy):
            said = [words.conclusion(found, vocabulary), words.spelling_notes(found.words, vocabulary),
                    words.picture_words(found, frame.plane == PLANES[0])]  # fmt: skip
        elif isinstance(found, AnalogySet):
            said = [words.set_conclusion(found), words.set_spelling(found), *found.notes]
        elif isinstance(found, Offsets):
            said = [words.offsets_conclusion(found), words.offsets_spelling(found, vocabulary), *found.notes]
        else:
            return self.tr("Computing cosines with every token of the vocabulary.")
        return "\n".join(part for part in said if part)

    def alarms(self, frame: AnalogiesFrame) -> bool:
        return bool(frame.refused)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _show_arrows(self) -> None:
        """The analogy on the map of its vectors; what is selected there would cover it with its list."""
        question = self._asked_on_map()
        if question is not None:
            q = question
            self.send(ShowAnalogy(AskArrows(q.a, q.b, q.c, q.expected, q.matrix)))
            self.send(Select(()))
            self.send(ShowViews("analogies", ("meaning_space",)))

    def _select(self) -> None:
        """The words on the map."""
        if self._asked_on_map() is not None and self.painted is not None and isinstance(self.painted.found, Analogy):
            self.send(Select(tokens_of(self.painted.found)))
            self.send(ShowViews("analogies", ("meaning_space",)))

    def _asked_on_map(self) -> AskAnalogy | None:
        """The analogy that is known; the map shows the space of its vectors first."""
        frame = self.painted
        if frame is None or not isinstance(frame.found, Analogy) or not isinstance(frame.question, AskAnalogy):
            return None
        space = Space(frame.question.matrix)
        if frame.ui.space != space:
            self.send(ShowSpace(space))
        return frame.question
